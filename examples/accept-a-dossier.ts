// Reads a dossier as a vendor's system sent it, says what was changed, and judges it.
import { normaliseDossier, validateDossier } from 'motcua/dossier'

const sent = {
  schema: 'motcua/dossier@1',
  procedure: { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' },
  field: { name: 'Chứng thực' },
  agency: 'h26.01',
  channel: 'online',
  origin: 'national-portal',
  summary: 'Cấp bản sao bằng tốt nghiệp ',
  sets: '1',
  applicant: { kind: 'citizen', name: 'Nguyễn Văn Mẫu', phone: '0912 345 678' },
  papers: [
    {
      code: 'TP01',
      name: 'Bản chụp căn cước',
      originals: 0,
      certifiedCopies: 0,
      photocopies: 1,
      digitised: 1,
      files: [],
    },
  ],
  fees: [],
  return: { manner: 'desk' },
}

const { value, changes } = normaliseDossier(sent)
for (const { place, message } of changes) console.log(`${place}: ${message.vi}`)

const verdict = validateDossier(value, { language: 'vi' })
console.log(verdict.ok ? 'hợp lệ' : 'không hợp lệ')
if (!verdict.ok) for (const { label, message } of verdict.issues) console.log(`${label}: ${message}`)

/* Prints:
agency: đã viết mã, số hiệu về dạng thống nhất
summary: đã bỏ khoảng trắng ở đầu và cuối, thống nhất cách xuống dòng
sets: đã đọc số từ văn bản
applicant.phone: đã viết mã, số hiệu về dạng thống nhất
không hợp lệ
Thành phần hồ sơ [1] › Tệp đính kèm: ghi là đã số hóa nhưng không có tệp
*/
