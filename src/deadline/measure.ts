/**
 * Three scales on which time is counted, and the way back from a count to a minute.
 *
 * Everything is a sum over day numbers that the calendar holds already, so no step costs more for a longer
 * term. Moments are whole minutes of Viet Nam's clock, counted from 1970-01-01T00:00+07:00; seconds are cut
 * off, as the calendar does.
 *
 * @module
 */
import {
  addWorkingDaysDayNumber,
  addWorkingMinutesEpochMs,
  type WorkingAxis,
  type WorkingCalendar,
} from '../calendar/index.ts'
import { DAY_MS, VIETNAM_OFFSET_MS } from '../date.ts'

/**
 * What passes while the clock runs: whole working days of which each open minute is its share, open minutes,
 * or minutes of the clock on the wall.
 */
export type Scale = 'working-days' | 'working-minutes' | 'calendar-minutes'

/** Minutes in a day. */
export const DAY_MINUTES = 1440

const MINUTE_MS = 60_000

/**
 * Two positions closer than this are one: shares of days of unequal length are fractions that a double cannot
 * hold. It is far below a minute's share of any day (1/1440).
 */
export const SHARE_TOLERANCE = 1e-8

/** Minute of Viet Nam's clock of a moment; seconds are cut off. */
export function toLocalMinute(epochMs: number): number {
  return Math.floor((epochMs + VIETNAM_OFFSET_MS) / MINUTE_MS)
}

/** The moment at which a minute of Viet Nam's clock begins. */
export function toEpochMsOfMinute(localMinute: number): number {
  return localMinute * MINUTE_MS - VIETNAM_OFFSET_MS
}

/** Day number of a minute. */
export function dayOfMinute(localMinute: number): number {
  return Math.floor(localMinute / DAY_MINUTES)
}

/** Day number of a moment in Viet Nam. */
export function dayOfEpochMs(epochMs: number): number {
  return Math.floor((epochMs + VIETNAM_OFFSET_MS) / DAY_MS)
}

/** Open minutes of a day; the offset counts from the calendar's first day. */
export function openMinutesOf(axis: WorkingAxis, offset: number): number {
  return (axis.minutesBefore[offset + 1] ?? 0) - (axis.minutesBefore[offset] ?? 0)
}

/** Whether a day counts as a working day. */
export function isCountedDay(axis: WorkingAxis, dayNumber: number): boolean {
  const offset = dayNumber - axis.firstDay
  return (axis.workingBefore[offset + 1] ?? 0) !== (axis.workingBefore[offset] ?? 0)
}

/** Open minutes of a day before a minute of that day. */
export function openMinutesBefore(axis: WorkingAxis, offset: number, minute: number): number {
  const pattern = axis.patternOf[offset] ?? 0
  const last = axis.patternAt[pattern + 1] ?? 0
  let minutes = 0
  for (let edge = axis.patternAt[pattern] ?? 0; edge < last; edge += 2) {
    const start = axis.rangeEdges[edge] ?? 0
    if (minute <= start) break
    const end = axis.rangeEdges[edge + 1] ?? 0
    minutes += Math.min(minute, end) - start
  }
  return minutes
}

/** Minute of a day at which a number of its open minutes has just passed; zero is its opening. */
export function minuteAfterOpen(axis: WorkingAxis, offset: number, openMinutes: number): number {
  const pattern = axis.patternOf[offset] ?? 0
  const last = axis.patternAt[pattern + 1] ?? 0
  let left = openMinutes
  for (let edge = axis.patternAt[pattern] ?? 0; edge < last; edge += 2) {
    const start = axis.rangeEdges[edge] ?? 0
    const length = (axis.rangeEdges[edge + 1] ?? 0) - start
    if (left <= length) return start + left
    left -= length
  }
  return DAY_MINUTES
}

/** Minute at which a day's working time ends; the end of the day itself when it has none. */
export function closingMinuteOf(axis: WorkingAxis, dayNumber: number): number {
  const pattern = axis.patternOf[dayNumber - axis.firstDay] ?? 0
  const first = axis.patternAt[pattern] ?? 0
  const last = axis.patternAt[pattern + 1] ?? 0
  return first === last ? DAY_MINUTES : (axis.rangeEdges[last - 1] ?? DAY_MINUTES)
}

/** Minute at which a day's working time begins; zero when it has none. */
export function openingMinuteOf(axis: WorkingAxis, dayNumber: number): number {
  const pattern = axis.patternOf[dayNumber - axis.firstDay] ?? 0
  const first = axis.patternAt[pattern] ?? 0
  return first === (axis.patternAt[pattern + 1] ?? 0) ? 0 : (axis.rangeEdges[first] ?? 0)
}

/** Moves a clock time into working time: to the next opening of that day, or to its closing. */
export function clampToOpen(axis: WorkingAxis, dayNumber: number, minuteOfDay: number): number {
  const pattern = axis.patternOf[dayNumber - axis.firstDay] ?? 0
  const last = axis.patternAt[pattern + 1] ?? 0
  for (let edge = axis.patternAt[pattern] ?? 0; edge < last; edge += 2) {
    const start = axis.rangeEdges[edge] ?? 0
    if (minuteOfDay < start) return start
    if (minuteOfDay < (axis.rangeEdges[edge + 1] ?? 0)) return minuteOfDay
  }
  return closingMinuteOf(axis, dayNumber)
}

/** Refuses a day outside the calendar as the calendar itself does. */
function assertDay(calendar: WorkingCalendar, dayNumber: number): void {
  const { axis } = calendar
  if (!(dayNumber >= axis.firstDay && dayNumber <= axis.lastDay))
    addWorkingDaysDayNumber(calendar, dayNumber, 0)
}

/** Where a minute lies on a scale: differences of positions are amounts. */
export function positionAt(calendar: WorkingCalendar, scale: Scale, localMinute: number): number {
  if (scale === 'calendar-minutes') return localMinute
  const { axis } = calendar
  const dayNumber = dayOfMinute(localMinute)
  assertDay(calendar, dayNumber)
  const offset = dayNumber - axis.firstDay
  const passed = openMinutesBefore(axis, offset, localMinute - dayNumber * DAY_MINUTES)
  if (scale === 'working-minutes') return (axis.minutesBefore[offset] ?? 0) + passed
  const before = axis.workingBefore[offset] ?? 0
  if (passed === 0 || axis.workingBefore[offset + 1] === before) return before
  return before + passed / openMinutesOf(axis, offset)
}

/** The minute at which the working day of a rank (from the calendar's first day) has had a number of open minutes. */
function minuteOfRank(calendar: WorkingCalendar, rank: number, share: number): number {
  const { axis } = calendar
  const offset = axis.workingDayAt[rank]
  // Past the last day: the calendar refuses with its own words.
  if (offset === undefined) return addWorkingDaysDayNumber(calendar, axis.lastDay, 1)
  const openMinutes = Math.ceil(share * openMinutesOf(axis, offset) - SHARE_TOLERANCE * DAY_MINUTES)
  return (axis.firstDay + offset) * DAY_MINUTES + minuteAfterOpen(axis, offset, openMinutes)
}

/** A stretch of time in minutes of Viet Nam's clock; the end is not included. */
export interface Span {
  readonly fromMinute: number
  readonly toMinute: number
}

/**
 * Finds the earliest minute at which an amount has passed since a minute: closing time rather than the next
 * opening.
 */
export function addOnScale(
  calendar: WorkingCalendar,
  fromMinute: number,
  { scale, amount }: { readonly scale: Scale; readonly amount: number },
): number {
  if (scale === 'calendar-minutes') return fromMinute + Math.ceil(amount - SHARE_TOLERANCE)
  if (scale === 'working-minutes') {
    const minutes = Math.ceil(amount - SHARE_TOLERANCE)
    return toLocalMinute(addWorkingMinutesEpochMs(calendar, toEpochMsOfMinute(fromMinute), minutes))
  }
  if (amount <= SHARE_TOLERANCE) return fromMinute
  const position = positionAt(calendar, scale, fromMinute) + amount
  const whole = Math.floor(position + SHARE_TOLERANCE)
  const share = position - whole
  return share <= SHARE_TOLERANCE
    ? minuteOfRank(calendar, whole - 1, 1)
    : minuteOfRank(calendar, whole, share)
}

/** Amount that passes on a scale in a stretch of time. */
export function countOnScale(calendar: WorkingCalendar, scale: Scale, span: Span): number {
  return positionAt(calendar, scale, span.toMinute) - positionAt(calendar, scale, span.fromMinute)
}

/** Amount, in minutes, that a scale counts of one day; the stretch must lie inside that day. */
export function countInDay(calendar: WorkingCalendar, scale: Scale, span: Span): number {
  if (span.toMinute <= span.fromMinute) return 0
  if (scale === 'calendar-minutes') return span.toMinute - span.fromMinute
  const { axis } = calendar
  const dayNumber = dayOfMinute(span.fromMinute)
  if (scale === 'working-days' && !isCountedDay(axis, dayNumber)) return 0
  const offset = dayNumber - axis.firstDay
  const midnight = dayNumber * DAY_MINUTES
  return (
    openMinutesBefore(axis, offset, span.toMinute - midnight) -
    openMinutesBefore(axis, offset, span.fromMinute - midnight)
  )
}
