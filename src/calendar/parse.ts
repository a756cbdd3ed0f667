/**
 * Reads the files that an application hands in: notices, calendars, office schedules.
 *
 * @module
 */
import { type IsoDate, toDayNumber, weekdayOfDayNumber } from '../date.ts'
import type { LocalizedText } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { composeText } from '../text.ts'
import { checkShape, makeFinding, type Parsed } from './check-shape.ts'
import { calendarSchemas, type JsonSchema } from './data/schemas.ts'
import { vietnamCalendar } from './data/vietnam-calendar.ts'
import type { Office, OpenHours } from './office.ts'
import { readClockTime } from './office-day.ts'
import { addNotice, type Notice, type OfficialCalendar } from './official-calendar.ts'

/** Composes every text of a value to NFC, so that equal files have equal hashes. */
function composeDeep(value: unknown): unknown {
  if (typeof value === 'string') return composeText(value)
  if (Array.isArray(value)) return value.map(composeDeep)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, composeDeep(member)]))
}

/** A value without the two fields that only name its schema. */
function withoutSchema(value: unknown): unknown {
  const { $schema: _, schema: __, ...rest } = value as Readonly<Record<string, unknown>>
  return composeDeep(rest)
}

/** Checks the shape, then the meaning; warnings leave the value standing. */
function parseWith<T>(
  schema: JsonSchema,
  json: unknown,
  checkMeaning: (value: T, place: string) => readonly Finding[],
): Parsed<T> {
  const wrong = checkShape(schema, json)
  if (wrong.length > 0) return { ok: false, findings: wrong }
  const value = withoutSchema(json) as T
  const findings = checkMeaning(value, '$')
  return findings.some(({ severity }) => severity === 'error')
    ? { ok: false, findings }
    : { ok: true, value, findings }
}

/** Whether a day is a Saturday or Sunday. */
function isRestDay(date: IsoDate): boolean {
  return weekdayOfDayNumber(toDayNumber(date)) >= 6
}

const messages = {
  repeated: {
    vi: 'ngày này đã được nêu ở chỗ khác trong cùng văn bản',
    en: 'this day stands twice in one document',
  },
  offOnRest: {
    vi: 'ngày nghỉ do hoán đổi phải là thứ Hai đến thứ Sáu',
    en: 'the day off of a swap must be a weekday',
  },
  workedOnWeekday: {
    vi: 'ngày làm bù phải là thứ Bảy hoặc Chủ nhật',
    en: 'the worked day of a swap must be a Saturday or Sunday',
  },
  substituteOnRest: {
    vi: 'ngày nghỉ bù phải là thứ Hai đến thứ Sáu',
    en: 'a substitute day must be a weekday',
  },
  substituteOfWeekday: {
    vi: 'ngày lễ được nghỉ bù phải là thứ Bảy hoặc Chủ nhật trước ngày nghỉ bù',
    en: 'the holiday that is made up must be a Saturday or Sunday before its substitute',
  },
  substituteIsHoliday: {
    vi: 'ngày nghỉ bù không đồng thời là ngày lễ',
    en: 'a substitute day cannot name a holiday too',
  },
  restAlready: {
    vi: 'ngày này vốn là ngày nghỉ hằng tuần, ghi cũng không thay đổi gì',
    en: 'a day of rest already: listing it changes nothing',
  },
  nothingSaid: { vi: 'văn bản không nêu ngày nào cho năm này', en: 'the document names no day of this year' },
  emptyHours: { vi: 'giờ bắt đầu phải trước giờ kết thúc', en: 'the hours must start before they end' },
  hoursOrder: {
    vi: 'các khoảng giờ phải theo thứ tự và không chạm nhau',
    en: 'hours must be in order and apart',
  },
  validFrom: {
    vi: 'validFrom phải tăng dần; chỉ lịch đầu tiên được bỏ trống',
    en: 'validFrom must rise, and only the first schedule may leave it out',
  },
  closureEnd: { vi: 'ngày cuối không được trước ngày đầu', en: 'the last day must not lie before the first' },
  noYears: { vi: 'không văn bản nào chốt lịch của năm nào (settles)', en: 'no notice settles any year' },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** A mistake in the meaning. */
function say(code: string, place: string, message: LocalizedText): Finding {
  return makeFinding(code, place, { message })
}

/** Something odd that may be meant so. */
function warn(code: string, place: string, message: LocalizedText): Finding {
  return makeFinding(code, place, { message, severity: 'warning' })
}

/** Every day that a notice speaks of, with its place. */
function listDays(notice: Notice, place: string): readonly { date: IsoDate; place: string }[] {
  return [
    ...notice.daysOff.map(({ date }, index) => ({ date, place: `${place}.daysOff[${index}].date` })),
    ...notice.swaps.flatMap(({ off, worked }, index) => [
      ...(off === undefined ? [] : [{ date: off, place: `${place}.swaps[${index}].off` }]),
      ...(worked === undefined ? [] : [{ date: worked, place: `${place}.swaps[${index}].worked` }]),
    ]),
  ]
}

/** Days that stand twice. */
function checkRepeated(days: readonly { date: IsoDate; place: string }[]): readonly Finding[] {
  const seen = new Set<IsoDate>()
  return days.flatMap(({ date, place }) => {
    if (seen.has(date)) return [say('repeated-date', place, messages.repeated)]
    seen.add(date)
    return []
  })
}

/** What the schema of notices cannot say. */
function checkNotice(notice: Notice, place: string): readonly Finding[] {
  const days = listDays(notice, place)
  const findings = [...checkRepeated(days)]
  notice.daysOff.forEach(({ date, holiday, substituteFor }, index) => {
    const at = `${place}.daysOff[${index}]`
    if (substituteFor !== undefined) {
      if (isRestDay(date)) findings.push(say('wrong-weekday', `${at}.date`, messages.substituteOnRest))
      if (!isRestDay(substituteFor) || substituteFor >= date) {
        findings.push(say('wrong-weekday', `${at}.substituteFor`, messages.substituteOfWeekday))
      }
      if (holiday !== undefined)
        findings.push(say('both-kinds', `${at}.holiday`, messages.substituteIsHoliday))
    } else if (holiday === undefined && isRestDay(date)) {
      findings.push(warn('rest-day-listed', `${at}.date`, messages.restAlready))
    }
  })
  notice.swaps.forEach(({ off, worked }, index) => {
    const at = `${place}.swaps[${index}]`
    if (off !== undefined && isRestDay(off))
      findings.push(say('wrong-weekday', `${at}.off`, messages.offOnRest))
    if (worked !== undefined && !isRestDay(worked)) {
      findings.push(say('wrong-weekday', `${at}.worked`, messages.workedOnWeekday))
    }
  })
  notice.settles.forEach((year, index) => {
    const isSilent = !days.some(({ date }) => date.startsWith(`${year}-`))
    if (isSilent) findings.push(warn('silent-year', `${place}.settles[${index}]`, messages.nothingSaid))
  })
  return findings
}

/**
 * Reads a notice from parsed JSON (`schemas/notice.schema.json`), so that a new year needs no new release.
 *
 * Beyond the schema: days exist, stand once, swaps give up a weekday for a Saturday or Sunday, substitutes make
 * up for an earlier day of rest.
 *
 * @example
 * import { parseNotice } from 'motcua/calendar'
 * const read = parseNotice({
 *   schema: 'motcua/notice@1',
 *   number: '1/TB-VD', // an invented notice
 *   settles: [2027],
 *   daysOff: [{ date: '2027-09-03', holiday: 'national-day' }],
 *   swaps: [{ off: '2027-04-15', worked: '2027-04-14' }],
 * })
 * read.ok // false
 * read.findings[0]?.place // '$.swaps[0].worked'
 */
export function parseNotice(json: unknown): Parsed<Notice> {
  return parseWith(calendarSchemas.notice, json, checkNotice)
}

/** A calendar file as it is written. */
type CalendarFile = Pick<OfficialCalendar, 'id' | 'name' | 'notices'> & { readonly base: 'vietnam' | 'none' }

/** What the schema of calendars cannot say. */
function checkCalendar(file: CalendarFile, place: string): readonly Finding[] {
  const findings = file.notices.flatMap((notice, index) => checkNotice(notice, `${place}.notices[${index}]`))
  const isEmpty = file.base === 'none' && file.notices.every(({ settles }) => settles.length === 0)
  return isEmpty ? [...findings, say('no-years', `${place}.notices`, messages.noYears)] : findings
}

/** Whether a JSON value says that it is a notice. */
function isNoticeFile(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'schema' in json && json.schema === 'motcua/notice@1'
}

/**
 * Reads an official calendar from parsed JSON: a calendar file (`schemas/calendar.schema.json`), or a single notice,
 * which is then laid upon the calendar of Viet Nam.
 *
 * A file with `base: 'none'` is a calendar of listed dates: it answers for the years that its notices settle and
 * refuses every other.
 *
 * @example
 * import { buildWorkingCalendar, parseOfficialCalendar } from 'motcua/calendar'
 * const read = parseOfficialCalendar({
 *   schema: 'motcua/calendar@1',
 *   id: 'my-listed-days',
 *   name: { vi: 'Lịch liệt kê', en: 'Listed days' },
 *   base: 'none',
 *   notices: [{ number: '1/TB-VD', settles: [2031], daysOff: [{ date: '2031-01-01' }], swaps: [] }],
 * })
 * read.ok && buildWorkingCalendar({ official: read.value }).covered // '2031'
 */
export function parseOfficialCalendar(json: unknown): Parsed<OfficialCalendar> {
  if (isNoticeFile(json)) {
    const read = parseNotice(json)
    return read.ok ? { ...read, value: addNotice(vietnamCalendar, read.value) } : read
  }
  const read = parseWith<CalendarFile>(calendarSchemas.calendar, json, checkCalendar)
  if (!read.ok) return read
  const { base, ...own } = read.value
  const value =
    base === 'none'
      ? { ...own, rules: [], provisionalYears: 0 }
      : { ...vietnamCalendar, ...own, notices: [...vietnamCalendar.notices, ...own.notices] }
  return { ...read, value }
}

/** Hours that are empty, out of order or touching. */
function checkHours(hours: readonly OpenHours[], place: string): readonly Finding[] {
  return hours.flatMap(([start, end], index) => {
    const at = `${place}[${index}]`
    const before = hours[index - 1]
    if (readClockTime(start) >= readClockTime(end)) return [say('wrong-order', at, messages.emptyHours)]
    if (before !== undefined && readClockTime(before[1]) >= readClockTime(start)) {
      return [say('wrong-order', at, messages.hoursOrder)]
    }
    return []
  })
}

/** What the schema of offices cannot say of the weekly patterns. */
function checkSchedules(office: Office, place: string): readonly Finding[] {
  return office.schedules.flatMap(({ validFrom, weekly }, index) => {
    const at = `${place}.schedules[${index}]`
    const before = office.schedules[index - 1]?.validFrom ?? ''
    const isRising = index === 0 || (validFrom !== undefined && validFrom > before)
    const order = isRising ? [] : [say('wrong-order', `${at}.validFrom`, messages.validFrom)]
    const hours = Object.entries(weekly).flatMap(([weekday, own]) =>
      checkHours(own, `${at}.weekly.${weekday}`),
    )
    return [...order, ...hours]
  })
}

/** What the schema of offices cannot say. */
function checkOffice(office: Office, place: string): readonly Finding[] {
  const { shifts = [], closures = [], within = [] } = office
  return [
    ...checkSchedules(office, place),
    ...checkRepeated(shifts.map(({ date }, index) => ({ date, place: `${place}.shifts[${index}].date` }))),
    ...shifts.flatMap(({ hours }, index) => checkHours(hours, `${place}.shifts[${index}].hours`)),
    ...closures.flatMap(({ from, to = from, hours = [] }, index) => {
      const at = `${place}.closures[${index}]`
      const order = to < from ? [say('wrong-order', `${at}.to`, messages.closureEnd)] : []
      return [...order, ...checkHours(hours, `${at}.hours`)]
    }),
    ...within.flatMap((other, index) => checkOffice(other, `${place}.within[${index}]`)),
  ]
}

/**
 * Reads an office schedule from parsed JSON (`schemas/office.schema.json`).
 *
 * Beyond the schema: days exist, hours are in order and apart, schedules rise in `validFrom`, shifts stand once.
 *
 * @example
 * import { parseOffice } from 'motcua/calendar'
 * const read = parseOffice({
 *   schema: 'motcua/office@1',
 *   id: 'xa-vi-du',
 *   name: { vi: 'UBND xã Ví Dụ', en: 'An invented commune' },
 *   zone: 'Asia/Ho_Chi_Minh',
 *   schedules: [{ weekly: { monday: [['07:30', '11:30'], ['13:00', '17:00']] } }],
 * })
 * read.ok // true
 */
export function parseOffice(json: unknown): Parsed<Office> {
  return parseWith(calendarSchemas.office, json, checkOffice)
}
