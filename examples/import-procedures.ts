// Imports one record of the national procedure database; what a person must read is said with its place.
import { checkProcedure, importProcedures } from 'motcua/catalogue'

const record = {
  'Mã thủ tục': '1.011606',
  'Tên thủ tục': 'Công nhận hộ nghèo phát sinh trong năm (rút gọn)',
  'Cách thức thực hiện': [
    {
      'Hình thức nộp': 'Trực tiếp',
      'Thời hạn giải quyết': '07 Ngày',
      'Phí, lệ phí': 'Phí: Đồng',
      'Mô tả': 'Trong 07 ngày làm việc kể từ ngày nhận đủ hồ sơ',
    },
  ],
}
const { procedures, findings } = importProcedures(record, {
  source: { title: 'ví dụ', certainty: 'unverified' },
  field: 'Bảo trợ xã hội',
})
for (const { place, message } of findings) console.log(`${place}: ${message.vi}`)
for (const procedure of procedures)
  for (const { code, message } of checkProcedure(procedure))
    if (code === 'catalogue/unit-conflict') console.log(message.vi)

/* Prints:
$.Cách thức thực hiện[0].Phí, lệ phí: mức thu không đọc được: "Phí: Đồng"
thời hạn ghi "07 Ngày" nhưng phần mô tả ghi "07 ngày làm việc"
*/
