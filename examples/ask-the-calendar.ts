// Prints the days around National Day 2026 with their reasons, and what changes when a notice comes in.
import { addDays, isoDate } from 'motcua'
import {
  addNotice,
  addWorkingDays,
  buildWorkingCalendar,
  explainDay,
  explainYear,
  vietnamCalendar,
} from 'motcua/calendar'

const calendar = buildWorkingCalendar()
for (let date = isoDate('2026-08-31'); date <= '2026-09-03'; date = addDays(date, 1)) {
  const { counted, name, source } = explainDay(calendar, date)
  console.log(`${date} ${counted ? 'works' : 'rests'}: ${name.vi} [${source}]`)
}
console.log(`3 working days after 28/8: ${addWorkingDays(calendar, isoDate('2026-08-28'), 3).date}`)

const { missing } = explainYear(calendar, 2027)
console.log(`2027 is provisional, missing: ${missing.join(', ')}`)
const settled = addNotice(vietnamCalendar, {
  number: '1/TB-VD', // an invented notice
  settles: [2027],
  daysOff: [{ date: isoDate('2027-09-03'), holiday: 'national-day' }],
  swaps: [{ off: isoDate('2027-04-15'), worked: isoDate('2027-04-10') }],
})
const later = buildWorkingCalendar({ official: settled })
console.log(`with the notice: ${explainDay(later, isoDate('2027-04-15')).name.vi}`)

/* Prints:
2026-08-31 rests: Nghỉ hoán đổi, làm bù ngày 22/8/2026 [9441/TB-BNV]
2026-09-01 rests: Quốc khánh [9441/TB-BNV]
2026-09-02 rests: Quốc khánh [9441/TB-BNV]
2026-09-03 works: Ngày làm việc [office:default]
3 working days after 28/8: 2026-09-07
2027 is provisional, missing: tet-span, second-national-day, swaps
with the notice: Nghỉ hoán đổi, làm bù ngày 10/4/2027
*/
