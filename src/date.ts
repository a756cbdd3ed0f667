/**
 * Days and instants as plain text, and the arithmetic between them.
 *
 * `IsoDate` is a day without clock or zone; `Instant` is a moment, always written with Viet Nam's offset
 * (+07:00, no daylight saving since 1975), so that the order of the text is the order of time. The zone
 * of the process plays no part anywhere.
 *
 * @module
 */
import { type Messages, MotcuaError } from './errors.ts'

/** A day, `YYYY-MM-DD`, checked to exist. */
export type IsoDate = string & { readonly __brand: 'IsoDate' }

/** A moment, `YYYY-MM-DDTHH:mm:ss.SSS+07:00`, checked to exist. */
export type Instant = string & { readonly __brand: 'Instant' }

/** Asks the host what time it is; only adapters have one. */
export type Clock = () => Instant

/** The sentences of this file's errors. */
export const dateMessages = {
  'date/invalid-date': {
    vi: ({ length }) => `không phải ngày hợp lệ dạng YYYY-MM-DD (chuỗi ${length} ký tự)`,
    en: ({ length }) => `not a valid day; write it as YYYY-MM-DD (got ${length} characters)`,
  },
  'date/invalid-instant': {
    vi: ({ length }) => `không phải thời điểm hợp lệ dạng YYYY-MM-DDTHH:mm:ss+07:00 (chuỗi ${length} ký tự)`,
    en: ({ length }) =>
      `not a valid moment; write it as YYYY-MM-DDTHH:mm:ss with an offset, +07:00 when there is none (got ${length} characters)`,
  },
  'date/out-of-range': {
    vi: ({ dayNumber }) => `ngày thứ ${dayNumber} nằm ngoài các năm 0000 đến 9999`,
    en: ({ dayNumber }) => `day number ${dayNumber} lies outside the years 0000 to 9999`,
  },
} satisfies Messages<'date/invalid-date' | 'date/invalid-instant' | 'date/out-of-range'>

/** Milliseconds in a day. */
export const DAY_MS = 86_400_000

/** Viet Nam's offset from UTC in milliseconds. */
export const VIETNAM_OFFSET_MS = 7 * 3_600_000

const FIRST_DAY_NUMBER = -719_528
const LAST_DAY_NUMBER = 2_932_896

/** Counts days from 1970-01-01 to a day of the proleptic Gregorian calendar; the parts are not checked. */
function dayNumberOf(year: number, month: number, day: number): number {
  // Years start in March, so that the leap day is the last one and needs no special case.
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Reads `length` decimal digits at `offset`, or NaN. */
function readDigits(text: string, offset: number, length: number): number {
  let value = 0
  for (let index = offset; index < offset + length; index += 1) {
    const digit = text.charCodeAt(index) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Tells how many days a month has. */
export function countDaysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Day number of the ten characters at the start of `text`, or NaN when they are not a day. */
function readDayNumber(text: string): number {
  const year = readDigits(text, 0, 4)
  const month = readDigits(text, 5, 2)
  const day = readDigits(text, 8, 2)
  const isDay =
    text[4] === '-' &&
    text[7] === '-' &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= countDaysInMonth(year, month)
  return isDay ? dayNumberOf(year, month, day) : Number.NaN
}

/** Tells whether text is an existing day written `YYYY-MM-DD`. */
export function isIsoDate(text: unknown): text is IsoDate {
  return typeof text === 'string' && text.length === 10 && !Number.isNaN(readDayNumber(text))
}

/**
 * Checks that text is an existing day and gives it back with its type.
 *
 * @throws MotcuaError `date/invalid-date`
 *
 * @example
 * import { isoDate } from 'motcua'
 * isoDate('2026-08-28') // '2026-08-28'
 */
export function isoDate(text: string): IsoDate {
  if (isIsoDate(text)) return text
  throw new MotcuaError(dateMessages, 'date/invalid-date', { length: text.length })
}

/** Counts days from 1970-01-01 to `date`. */
export function toDayNumber(date: IsoDate): number {
  return readDayNumber(date)
}

const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'))

/**
 * Writes the day that lies `dayNumber` days after 1970-01-01.
 *
 * @throws MotcuaError `date/out-of-range` outside the years 0000 to 9999.
 */
export function fromDayNumber(dayNumber: number): IsoDate {
  if (!(dayNumber >= FIRST_DAY_NUMBER && dayNumber <= LAST_DAY_NUMBER)) {
    throw new MotcuaError(dateMessages, 'date/out-of-range', { dayNumber })
  }
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  return `${twoDigits[Math.floor(year / 100)]}${twoDigits[year % 100]}-${twoDigits[month]}-${twoDigits[day]}` as IsoDate
}

/**
 * Moves a day by a number of calendar days, backwards when it is negative.
 *
 * @throws MotcuaError `date/out-of-range`
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(date) + days)
}

/** Day of the week as ISO 8601 counts: 1 is Monday, 7 is Sunday. */
export function toWeekday(date: IsoDate): number {
  return weekdayOfDayNumber(toDayNumber(date))
}

/** Day of the week of a day number: 1 is Monday, 7 is Sunday. */
export function weekdayOfDayNumber(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

/** Offset at the end of an RFC 3339 text in milliseconds; +07:00 when there is none, NaN when it is malformed. */
function readOffsetMs(text: string, start: number): number {
  if (start === text.length) return VIETNAM_OFFSET_MS
  const sign = text[start]
  if ((sign === 'Z' || sign === 'z') && start + 1 === text.length) return 0
  if ((sign !== '+' && sign !== '-') || text[start + 3] !== ':' || start + 6 !== text.length)
    return Number.NaN
  const hours = readDigits(text, start + 1, 2)
  const minutes = readDigits(text, start + 4, 2)
  if (!(hours <= 23 && minutes <= 59)) return Number.NaN
  return (sign === '+' ? 1 : -1) * (hours * 60 + minutes) * 60_000
}

/** Fraction of a second at `start` in milliseconds (further digits are cut off) and where it ends. */
function readFraction(text: string, start: number): { ms: number; end: number } {
  if (text[start] !== '.') return { ms: 0, end: start }
  let end = start + 1
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1
  if (end === start + 1) return { ms: Number.NaN, end }
  return { ms: Number(text.slice(start + 1, Math.min(end, start + 4)).padEnd(3, '0')), end }
}

/** Epoch milliseconds of an RFC 3339 text (seconds may be absent), or NaN. */
function readEpochMs(text: string): number {
  const dayNumber = readDayNumber(text)
  const separator = text[10]
  const hours = readDigits(text, 11, 2)
  const minutes = readDigits(text, 14, 2)
  if ((separator !== 'T' && separator !== 't' && separator !== ' ') || text[13] !== ':') return Number.NaN
  const hasSeconds = text[16] === ':'
  const seconds = hasSeconds ? readDigits(text, 17, 2) : 0
  const { ms, end } = hasSeconds ? readFraction(text, 19) : { ms: 0, end: 16 }
  if (!(hours <= 23 && minutes <= 59 && seconds <= 59)) return Number.NaN
  return dayNumber * DAY_MS + (hours * 60 + minutes) * 60_000 + seconds * 1000 + ms - readOffsetMs(text, end)
}

/**
 * Reads a moment in any RFC 3339 form and writes it in the one form of this package.
 *
 * Input without an offset is taken as Viet Nam's time; digits beyond milliseconds are cut off.
 *
 * @throws MotcuaError `date/invalid-instant`
 *
 * @example
 * import { instant } from 'motcua'
 * instant('2026-08-28T08:15:00Z') // '2026-08-28T15:15:00.000+07:00'
 */
export function instant(text: string): Instant {
  const epochMs = readEpochMs(text)
  if (Number.isNaN(epochMs))
    throw new MotcuaError(dateMessages, 'date/invalid-instant', { length: text.length })
  return fromEpochMs(epochMs)
}

/** Tells whether text is a moment in the one form of this package, `YYYY-MM-DDTHH:mm:ss.SSS+07:00`. */
export function isInstant(text: unknown): text is Instant {
  return (
    typeof text === 'string' &&
    text.length === 29 &&
    text.endsWith('+07:00') &&
    text[10] === 'T' &&
    text[19] === '.' &&
    !Number.isNaN(readEpochMs(text))
  )
}

/** Milliseconds from 1970-01-01T00:00Z to a moment. */
export function toEpochMs(moment: Instant): number {
  return readEpochMs(moment)
}

/**
 * Writes the moment that lies `epochMs` milliseconds after 1970-01-01T00:00Z.
 *
 * @throws MotcuaError `date/out-of-range`
 */
export function fromEpochMs(epochMs: number): Instant {
  const localMs = epochMs + VIETNAM_OFFSET_MS
  const dayNumber = Math.floor(localMs / DAY_MS)
  const msOfDay = localMs - dayNumber * DAY_MS
  const seconds = Math.floor(msOfDay / 1000)
  const ms = String(msOfDay - seconds * 1000).padStart(3, '0')
  const hours = twoDigits[Math.floor(seconds / 3600)]
  const minutes = twoDigits[Math.floor(seconds / 60) % 60]
  return `${fromDayNumber(dayNumber)}T${hours}:${minutes}:${twoDigits[seconds % 60]}.${ms}+07:00` as Instant
}

/** The day on which a moment falls in Viet Nam. */
export function dateOfInstant(moment: Instant): IsoDate {
  return moment.slice(0, 10) as IsoDate
}

/** Minutes from midnight in Viet Nam to a moment, whole minutes only. */
export function minuteOfInstant(moment: Instant): number {
  return readDigits(moment, 11, 2) * 60 + readDigits(moment, 14, 2)
}

/**
 * The moment at `minute` minutes after midnight of a day in Viet Nam; 1440 is the next midnight.
 *
 * @throws MotcuaError `date/out-of-range`
 */
export function instantAt(date: IsoDate, minute: number): Instant {
  return fromEpochMs(toDayNumber(date) * DAY_MS + minute * 60_000 - VIETNAM_OFFSET_MS)
}
