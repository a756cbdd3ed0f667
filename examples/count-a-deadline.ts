// Counts the due date of a dossier received before Quốc khánh 2026 and prints why it is that day.
import { instant } from 'motcua'
import { buildWorkingCalendar } from 'motcua/calendar'
import { computeDueDate, explainDueDate, parseTerm } from 'motcua/deadline'

const term = parseTerm('03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc')
if (term.kind === 'unread') throw new Error(`a person must read this term: ${term.reason}`)

const due = computeDueDate({
  receivedAt: instant('2026-08-28T10:00'),
  term,
  calendar: buildWorkingCalendar(),
  pauses: [{ fromAt: instant('2026-09-03T09:00'), toAt: instant('2026-09-04T09:00'), reason: 'supplement' }],
})
for (const line of explainDueDate(due, 'vi')) console.log(line)

/* Prints:
Tiếp nhận: 10:00 ngày 28/08/2026 (thứ sáu)
Thời hạn: 3 ngày làm việc; trường hợp phải xác minh thì không quá 8 ngày làm việc
28/08/2026 (thứ sáu): không tính – Ngày tiếp nhận không tính vào thời hạn [Bộ luật Dân sự 2015, Điều 147 khoản 2]
29/08/2026 (thứ bảy): không tính – Ngày nghỉ hằng tuần [Lịch của cơ quan: Giờ hành chính mặc định]
30/08/2026 (chủ nhật): không tính – Ngày nghỉ hằng tuần [Lịch của cơ quan: Giờ hành chính mặc định]
31/08/2026 (thứ hai): không tính – Nghỉ hoán đổi, làm bù ngày 22/8/2026 [Văn bản 9441/TB-BNV]
01/09/2026 (thứ ba): không tính – Quốc khánh [Văn bản 9441/TB-BNV; Bộ luật Lao động 2019, Điều 112 khoản 1 điểm đ]
02/09/2026 (thứ tư): không tính – Quốc khánh [Văn bản 9441/TB-BNV; Bộ luật Lao động 2019, Điều 112 khoản 1 điểm đ]
03/09/2026 (thứ năm): tính 120/480 phút – Chờ bổ sung hồ sơ [Sổ thời hạn của hồ sơ]
04/09/2026 (thứ sáu): tính 360/480 phút – Chờ bổ sung hồ sơ [Sổ thời hạn của hồ sơ]
05/09/2026 (thứ bảy): không tính – Ngày nghỉ hằng tuần [Lịch của cơ quan: Giờ hành chính mặc định]
06/09/2026 (chủ nhật): không tính – Ngày nghỉ hằng tuần [Lịch của cơ quan: Giờ hành chính mặc định]
07/09/2026 (thứ hai): tính – Ngày làm việc [Lịch của cơ quan: Giờ hành chính mặc định]
08/09/2026 (thứ ba): tính – Ngày làm việc [Lịch của cơ quan: Giờ hành chính mặc định]
Ngày tiếp nhận không tính vào thời hạn [Bộ luật Dân sự 2015, Điều 147 khoản 2]
Thời gian tạm dừng không tính vào thời hạn [Sổ thời hạn của hồ sơ]
Hẹn trả khi hết giờ làm việc của ngày đến hạn [Bộ luật Dân sự 2015, Điều 148]
Hẹn trả: 17:00 ngày 08/09/2026 (thứ ba)
*/
