/**
 * Says which days and hours a Vietnamese office works, and by which notice.
 *
 * A calendar is a value: official days (rules of law and notices) and office hours, compiled once. Nothing here
 * knows what day it is, and the zone is Viet Nam's wherever the process runs.
 *
 * @module
 */
export type { Parsed } from './check-shape.ts'
export { calendarSchemas, type JsonSchema } from './data/schemas.ts'
export { vietnamCalendar } from './data/vietnam-calendar.ts'
export type { MissingPart, OfficialDay, OfficialKind } from './derive-days.ts'
export {
  type DayExplanation,
  explainDay,
  explainInstant,
  explainYear,
  type InstantExplanation,
  type InstantReason,
  type YearExplanation,
} from './explain-day.ts'
export { type LunarDate, type LunarOptions, toLunar, toSolar } from './lunar.ts'
export {
  defaultOffice,
  intersectOffices,
  type Office,
  type OfficeClosure,
  type OfficeSchedule,
  type OfficeShift,
  type OpenHours,
  type WeekdayName,
} from './office.ts'
export { type DayKind, dayKinds } from './office-day.ts'
export {
  addNotice,
  type DaySwap,
  type HolidayRule,
  type Notice,
  type NoticeDayOff,
  type OfficialCalendar,
} from './official-calendar.ts'
export { parseNotice, parseOffice, parseOfficialCalendar } from './parse.ts'
export type { WorkingAxis } from './working-axis.ts'
export {
  buildWorkingCalendar,
  type WorkingCalendar,
  type WorkingCalendarInput,
} from './working-calendar.ts'
export {
  addWorkingDays,
  addWorkingDaysDayNumber,
  countWorkingDays,
  countWorkingDaysDayNumber,
  type DayAnswer,
  type DayCount,
  type FindDayOptions,
  findNextWorkingDay,
  findPreviousWorkingDay,
  isWorkingDay,
} from './working-days.ts'
export {
  addWorkingMinutes,
  addWorkingMinutesEpochMs,
  countWorkingMinutes,
  countWorkingMinutesEpochMs,
  findOpenIntervals,
  type InstantAnswer,
  isOpenAt,
  type MinuteCount,
  type OpenInterval,
} from './working-minutes.ts'
export { type IcsDueDate, type IcsOptions, type IcsSubject, writeIcs } from './write-ics.ts'
