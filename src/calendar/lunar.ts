/**
 * The lunar calendar of Viet Nam, both ways.
 *
 * @module
 */
import { fromDayNumber, type IsoDate, isoDate, toDayNumber } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import { FIRST_LUNAR_DAY, FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, LUNAR_YEARS } from './data/lunar-table.ts'
import { messages } from './messages.ts'

/** A day of the lunar calendar. */
export interface LunarDate {
  /** Number of the solar year in which the lunar year begins. */
  readonly year: number
  /** 1 (tháng Giêng) to 12 (tháng Chạp). */
  readonly month: number
  /** Whether it is the leap month that follows the month of this number. */
  readonly leap: boolean
  /** 1 to 30. */
  readonly day: number
  /** Present where today's rule was carried back before 1968, when the civil calendar ran on UTC+8. */
  readonly proleptic?: true
}

/** How far back a conversion may go. */
export interface LunarOptions {
  /** Allows days before 1968-01-01; the answer is marked so. */
  readonly proleptic?: boolean
}

/** One lunar year of the table, unpacked. */
interface LunarYear {
  readonly year: number
  readonly startDay: number
  readonly months: readonly { readonly month: number; readonly leap: boolean; readonly days: number }[]
  readonly days: number
}

/** 1968-01-01, from which the civil calendar of the North ran on UTC+7 (QĐ 121-CP of 1967). */
const FIRST_CIVIL_DAY = -731

/** Unpacks the five digits of one year. */
function unpackYear(year: number, startDay: number): LunarYear {
  const offset = (year - FIRST_LUNAR_YEAR) * 5
  const leapAfter = Number.parseInt(LUNAR_YEARS.slice(offset, offset + 1), 16)
  const longMonths = Number.parseInt(LUNAR_YEARS.slice(offset + 1, offset + 5), 16)
  const count = leapAfter === 0 ? 12 : 13
  const months = Array.from({ length: count }, (_, index) => ({
    month: leapAfter !== 0 && index >= leapAfter ? index : index + 1,
    leap: leapAfter !== 0 && index === leapAfter,
    days: (longMonths >> (12 - index)) & 1 ? 30 : 29,
  }))
  return { year, startDay, months, days: months.reduce((sum, month) => sum + month.days, 0) }
}

/** Unpacks the whole table once, when the module is loaded. */
function unpackTable(): readonly LunarYear[] {
  const years: LunarYear[] = []
  let startDay = FIRST_LUNAR_DAY
  for (let year = FIRST_LUNAR_YEAR; year <= LAST_LUNAR_YEAR; year += 1) {
    const unpacked = unpackYear(year, startDay)
    years.push(unpacked)
    startDay += unpacked.days
  }
  return years
}

const lunarYears = /* @__PURE__ */ unpackTable()

/** Refuses a year that the table does not serve. */
function refuseYear(year: number): never {
  throw new MotcuaError(messages, 'calendar/lunar-gap', { year, covered: `1968–${LAST_LUNAR_YEAR}` })
}

/** Marks an answer from before the civil calendar. */
function markProleptic(dayNumber: number): { proleptic?: true } {
  return dayNumber < FIRST_CIVIL_DAY ? { proleptic: true } : {}
}

/**
 * Finds the lunar day of a civil day.
 *
 * Civil days are those of UTC+7, wherever the process runs. From 1968-01-01 to the end of the lunar year 2100;
 * with `proleptic` back to the Tết of 1900.
 *
 * @throws MotcuaError `calendar/lunar-gap`
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { toLunar } from 'motcua/calendar'
 * toLunar(isoDate('2027-02-06')) // { year: 2027, month: 1, leap: false, day: 1 }
 */
export function toLunar(date: IsoDate, options: LunarOptions = {}): LunarDate {
  const dayNumber = toDayNumber(isoDate(date))
  const solarYear = Number(date.slice(0, 4))
  if (dayNumber < FIRST_CIVIL_DAY && options.proleptic !== true) refuseYear(solarYear)
  const own = lunarYears[solarYear - FIRST_LUNAR_YEAR]
  const found =
    own !== undefined && dayNumber >= own.startDay ? own : lunarYears[solarYear - 1 - FIRST_LUNAR_YEAR]
  if (found === undefined || dayNumber >= found.startDay + found.days) return refuseYear(solarYear)
  let day = dayNumber - found.startDay
  for (const { month, leap, days } of found.months) {
    if (day < days) return { year: found.year, month, leap, day: day + 1, ...markProleptic(dayNumber) }
    day -= days
  }
  return refuseYear(solarYear)
}

/**
 * Finds the civil day of a lunar day.
 *
 * @throws MotcuaError `calendar/lunar-gap`
 * @throws MotcuaError `calendar/no-such-lunar-day` for a leap month or a thirtieth day that the year does not have.
 *
 * @example
 * import { toSolar } from 'motcua/calendar'
 * toSolar({ year: 2027, month: 3, leap: false, day: 10 }) // '2027-04-16'
 */
export function toSolar(lunarDate: LunarDate, options: LunarOptions = {}): IsoDate {
  const { year, month, leap, day } = lunarDate
  const found = lunarYears[year - FIRST_LUNAR_YEAR]
  if (found === undefined) return refuseYear(year)
  let dayNumber = found.startDay
  for (const own of found.months) {
    if (own.month === month && own.leap === leap) {
      if (!(Number.isInteger(day) && day >= 1 && day <= own.days)) break
      if (dayNumber + day - 1 < FIRST_CIVIL_DAY && options.proleptic !== true) refuseYear(year)
      return fromDayNumber(dayNumber + day - 1)
    }
    dayNumber += own.days
  }
  throw new MotcuaError(messages, 'calendar/no-such-lunar-day', { year, month, leap, day })
}
