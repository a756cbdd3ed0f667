// Signs a result as the authorised person, then issues it as the agency with number and date, at B-LTA. In earnest the
// keys, the timestamp and the revocation data are real: `motcua/pki` reads key files, `motcua/adapters/http` fetches.
import { instant } from 'motcua'
import { createTestAuthority } from 'motcua/adapters/test-authority'
import {
  drawFieldAppearance,
  drawResultDocument,
  drawSealAppearance,
  drawSignatureAppearance,
} from 'motcua/form'
import { numberFields, sign } from 'motcua/pades'

const signedAt = instant('2026-09-01T09:00')
const authority = await createTestAuthority({ now: () => signedAt })
const person = await authority.issue({ commonName: 'Người ký thử' })
const agency = await authority.issue({ commonName: 'Cơ quan thử' })
const drawn = await drawResultDocument({
  agency: 'ỦY BAN NHÂN DÂN PHƯỜNG VÍ DỤ',
  place: 'Phường Ví Dụ',
  title: 'BẢN SAO',
  summary: 'Giấy tờ thử (trích từ sổ gốc)',
  entries: [{ label: 'Họ và tên', value: 'NGUYỄN THỊ VÍ DỤ' }],
  statement: 'Bản sao này được cấp từ sổ gốc, quyển số 01/1990, số thứ tự 12.',
  signer: { authority: 'KT. CHỦ TỊCH', title: 'PHÓ CHỦ TỊCH', name: 'Người ký thử' },
  recipients: ['Người yêu cầu', 'Lưu: VT'],
  createdAt: signedAt,
})
const sizeOf = ({ rect }: { rect: { width: number; height: number } }) => ({
  widthPt: rect.width,
  heightPt: rect.height,
})

const approved = await sign(drawn.bytes, {
  mode: 'approve',
  signer: person.signer,
  claimedAt: signedAt,
  place: drawn.approve,
  appearance: await drawSignatureAppearance({ ...sizeOf(drawn.approve), name: 'Người ký thử', signedAt }),
})
const once = new Uint8Array([...drawn.bytes, ...approved.tail])

const write = async (text: string, place: { rect: { width: number; height: number } }) => ({
  text,
  appearance: await drawFieldAppearance({ ...sizeOf(place), text }),
})
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const issued = await sign(once, {
  mode: 'issue',
  signer: agency.signer,
  claimedAt: signedAt,
  place: drawn.issue,
  appearance: await drawSealAppearance({ ...sizeOf(drawn.issue), agency: 'CƠ QUAN THỬ', signedAt }),
  textFields: {
    [numberFields.number]: await write('12/BS-UBND', drawn.fields.soKyHieu),
    [numberFields.issuedDate]: await write('ngày 01 tháng 9 năm 2026', drawn.fields.ngayBanHanh),
  },
  level: 'B-LTA',
  timestamp: { fetchTimestamp: authority.fetchTimestamp, randomBytes },
  revocation: authority,
})

console.log(`${approved.field} ${approved.level}, ${issued.field} ${issued.level}`)
for (const { severity, code } of issued.findings) console.log(`${severity} ${code}`)

/* Prints:
NguoiKy B-B, CoQuan B-LTA
*/
