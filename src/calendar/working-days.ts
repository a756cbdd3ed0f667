/**
 * Working days: counting, adding, finding.
 *
 * @module
 */
import { fromDayNumber, type IsoDate, isoDate, toDayNumber } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import { messages } from './messages.ts'
import type { WorkingAxis } from './working-axis.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** A day that was reached, and whether a provisional year was touched on the way. */
export interface DayAnswer {
  readonly date: IsoDate
  readonly provisional: boolean
}

/** A number of days, and whether a provisional year lies among them. */
export interface DayCount {
  readonly days: number
  readonly provisional: boolean
}

/**
 * Day number of a day that a caller wrote; read once, checked by the reading.
 *
 * What is no day is refused by the floor (`date/invalid-date`).
 */
export function readDay(date: IsoDate): number {
  const dayNumber = toDayNumber(date)
  return Number.isInteger(dayNumber) && date.length === 10 ? dayNumber : toDayNumber(isoDate(date))
}

/** Index of the year of a day; the day must be covered. */
function findYearIndex(axis: WorkingAxis, offset: number): number {
  let index = Math.floor((offset - (axis.yearAt[0] ?? 0)) / 366)
  while ((axis.yearAt[index + 1] ?? 0) <= offset) index += 1
  return index
}

/** Refuses a day outside the calendar. */
function refuseGap(calendar: WorkingCalendar, year: number): never {
  throw new MotcuaError(messages, 'calendar/gap', { year, covered: calendar.covered })
}

/** Year of a day number, also outside the calendar. */
function yearOf(dayNumber: number): number {
  // Beyond what ten characters can write, the exact year no longer helps anybody.
  const clamped = Math.min(Math.max(dayNumber, -719_528), 2_932_896)
  return Number(fromDayNumber(clamped).slice(0, 4))
}

/**
 * Refuses days outside the calendar, and spans over a year that it knows nothing of.
 *
 * @throws MotcuaError `calendar/gap` with the first year that is missing.
 */
export function assertCovered(
  calendar: WorkingCalendar,
  dayNumber: number,
  otherDayNumber = dayNumber,
): void {
  const { axis } = calendar
  const low = Math.min(dayNumber, otherDayNumber)
  const high = Math.max(dayNumber, otherDayNumber)
  if (!(low >= axis.firstDay)) refuseGap(calendar, yearOf(low))
  if (!(high <= axis.lastDay))
    refuseGap(calendar, low > axis.lastDay ? yearOf(low) : yearOf(axis.lastDay + 1))
  if (!axis.hasGaps) return
  const first = findYearIndex(axis, low - axis.firstDay)
  const last = findYearIndex(axis, high - axis.firstDay)
  for (let index = first; index <= last; index += 1) {
    if (axis.gapsBefore[index] !== axis.gapsBefore[index + 1]) refuseGap(calendar, axis.firstYear + index)
  }
}

/** Whether a span of covered days touches a provisional year. */
export function isProvisional(
  calendar: WorkingCalendar,
  dayNumber: number,
  otherDayNumber = dayNumber,
): boolean {
  const { axis } = calendar
  const first = findYearIndex(axis, Math.min(dayNumber, otherDayNumber) - axis.firstDay)
  const last = findYearIndex(axis, Math.max(dayNumber, otherDayNumber) - axis.firstDay)
  return axis.provisionalBefore[last + 1] !== axis.provisionalBefore[first]
}

/**
 * Counts the working days after one day up to and with another, as day numbers.
 *
 * The bulk form of {@link countWorkingDays}.
 */
export function countWorkingDaysDayNumber(
  calendar: WorkingCalendar,
  startDayNumber: number,
  endDayNumber: number,
): number {
  assertCovered(calendar, startDayNumber, endDayNumber)
  const { workingBefore, firstDay } = calendar.axis
  const end = workingBefore[endDayNumber - firstDay + 1] ?? 0
  return end - (workingBefore[startDayNumber - firstDay + 1] ?? 0)
}

/**
 * Finds the day number of the working day that lies `days` working days away.
 *
 * The bulk form of {@link addWorkingDays}.
 *
 * @throws MotcuaError `calendar/gap`
 * @throws MotcuaError `calendar/not-whole`
 */
export function addWorkingDaysDayNumber(calendar: WorkingCalendar, dayNumber: number, days: number): number {
  const { axis } = calendar
  if (!Number.isInteger(days)) throw new MotcuaError(messages, 'calendar/not-whole', { amount: days })
  if (!(dayNumber >= axis.firstDay && dayNumber <= axis.lastDay)) assertCovered(calendar, dayNumber)
  if (days === 0) return dayNumber
  const offset = dayNumber - axis.firstDay
  const rank =
    days > 0 ? (axis.workingBefore[offset + 1] ?? 0) + days - 1 : (axis.workingBefore[offset] ?? 0) + days
  const found = axis.workingDayAt[rank]
  if (found === undefined) return refuseGap(calendar, yearOf(days > 0 ? axis.lastDay + 1 : axis.firstDay - 1))
  const reached = axis.firstDay + found
  if (axis.hasGaps) assertCovered(calendar, dayNumber, reached)
  return reached
}

/**
 * Finds the working day that lies `days` working days after a day, or before it when `days` is negative.
 *
 * The day itself never counts, worked or not (Civil Code 2015 art. 147(1)); zero gives the day back as it is.
 * The cost does not depend on `days`.
 *
 * @param days - A whole number.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { addWorkingDays, buildWorkingCalendar } from 'motcua/calendar'
 * addWorkingDays(buildWorkingCalendar(), isoDate('2024-04-26'), 1).date // '2024-05-02': four days off, one of them swapped
 */
export function addWorkingDays(calendar: WorkingCalendar, date: IsoDate, days: number): DayAnswer {
  const dayNumber = readDay(date)
  const reached = addWorkingDaysDayNumber(calendar, dayNumber, days)
  return { date: fromDayNumber(reached), provisional: isProvisional(calendar, dayNumber, reached) }
}

/**
 * Counts the working days after `startDate` up to and with `endDate`.
 *
 * The first day is not counted and the last one is, so that the count is what {@link addWorkingDays} adds;
 * negative when `endDate` is the earlier one, and counts of neighbouring spans add up.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { buildWorkingCalendar, countWorkingDays } from 'motcua/calendar'
 * countWorkingDays(buildWorkingCalendar(), isoDate('2026-08-28'), isoDate('2026-09-07')).days // 3
 */
export function countWorkingDays(calendar: WorkingCalendar, startDate: IsoDate, endDate: IsoDate): DayCount {
  const start = readDay(startDate)
  const end = readDay(endDate)
  const days = countWorkingDaysDayNumber(calendar, start, end)
  return { days, provisional: isProvisional(calendar, start, end) }
}

/**
 * Tells whether a day is a working day of the office.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { buildWorkingCalendar, isWorkingDay } from 'motcua/calendar'
 * isWorkingDay(buildWorkingCalendar(), isoDate('2026-08-22')) // true: a Saturday worked for 31 August
 */
export function isWorkingDay(calendar: WorkingCalendar, date: IsoDate): boolean {
  const dayNumber = readDay(date)
  assertCovered(calendar, dayNumber)
  const offset = dayNumber - calendar.axis.firstDay
  return calendar.axis.workingBefore[offset] !== calendar.axis.workingBefore[offset + 1]
}

/** Whether the day itself is an answer. */
export interface FindDayOptions {
  /** Gives the day itself back when it is a working day. */
  readonly orSame?: boolean
}

/** Whether the search may end where it begins. */
function isSameAllowed(calendar: WorkingCalendar, date: IsoDate, options: FindDayOptions): boolean {
  return options.orSame === true && isWorkingDay(calendar, date)
}

/**
 * Finds the first working day after a day; with `orSame` the day itself when it is one.
 *
 * With `orSame` it is the roll of Civil Code 2015 art. 148(5): a term whose last day is a day off ends on the
 * next working day.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { buildWorkingCalendar, findNextWorkingDay } from 'motcua/calendar'
 * findNextWorkingDay(buildWorkingCalendar(), isoDate('2026-02-14')).date // '2026-02-23'
 */
export function findNextWorkingDay(
  calendar: WorkingCalendar,
  date: IsoDate,
  options: FindDayOptions = {},
): DayAnswer {
  return addWorkingDays(calendar, date, isSameAllowed(calendar, date, options) ? 0 : 1)
}

/**
 * Finds the last working day before a day; with `orSame` the day itself when it is one.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { buildWorkingCalendar, findPreviousWorkingDay } from 'motcua/calendar'
 * findPreviousWorkingDay(buildWorkingCalendar(), isoDate('2026-02-23')).date // '2026-02-13'
 */
export function findPreviousWorkingDay(
  calendar: WorkingCalendar,
  date: IsoDate,
  options: FindDayOptions = {},
): DayAnswer {
  return addWorkingDays(calendar, date, isSameAllowed(calendar, date, options) ? 0 : -1)
}
