// Prints form 01 for a dossier received on a Friday afternoon; write `bytes` wherever your application keeps files.
import { instant, isoDate } from 'motcua'
import { drawReceiptSlip, findSlipTemplate } from 'motcua/form'

const bytes = await drawReceiptSlip({
  issuer: {
    superiorAgency: 'ỦY BAN NHÂN DÂN PHƯỜNG VÍ DỤ',
    unit: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    place: 'Phường Ví Dụ',
  },
  dossierCode: '000.00.01.H26-260828-0001',
  submitter: { name: 'Nguyễn Thị Ví Dụ', address: 'Số 1, phố Tưởng Tượng', phone: '0900 000 000' },
  request: 'Cấp bản sao từ sổ gốc',
  papers: [{ name: 'Giấy tờ tùy thân', originalCount: 0, certifiedCopyCount: 1, photocopyCount: 0 }],
  setCount: 1,
  statutoryTerm: '08 giờ làm việc',
  receivedAt: instant('2026-08-28T15:20:00+07:00'),
  dueAt: instant('2026-09-03T15:20:00+07:00'),
  dueReason: 'Nghỉ cuối tuần 29–30/8 và lễ Quốc khánh.',
  resultPlace: 'Trung tâm Phục vụ hành chính công phường Ví Dụ',
  fees: [{ name: 'Lệ phí cấp bản sao', amountVnd: 8000 }],
  lookUpUrl: 'https://example.vn/tra-cuu?ma=000.00.01.H26-260828-0001',
})

console.log(`forms of ${findSlipTemplate(isoDate('2026-08-28')).act}`)
console.log(`${new TextDecoder().decode(bytes.subarray(0, 8))}, ${bytes.length} bytes`)

/* Prints:
forms of TT 03/2025/TT-VPCP
%PDF-1.7, … bytes
*/
