/**
 * Working minutes: counting, adding, and the open intervals themselves.
 *
 * @module
 */
import { DAY_MS, fromEpochMs, type Instant, instant, toEpochMs, VIETNAM_OFFSET_MS } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import { messages } from './messages.ts'
import type { WorkingAxis } from './working-axis.ts'
import type { WorkingCalendar } from './working-calendar.ts'
import { assertCovered, isProvisional } from './working-days.ts'

/** A moment that was reached, and whether a provisional year was touched on the way. */
export interface InstantAnswer {
  readonly at: Instant
  readonly provisional: boolean
}

/** A number of open minutes, and whether a provisional year lies among them. */
export interface MinuteCount {
  readonly minutes: number
  readonly provisional: boolean
}

/** Open time without a break: from `startAt` up to, not including, `endAt`. */
export interface OpenInterval {
  readonly startAt: Instant
  readonly endAt: Instant
  readonly minutes: number
}

const MINUTE_MS = 60_000

/** Epoch milliseconds of a moment that a caller wrote; what is none is refused by the floor. */
function readMoment(at: Instant): number {
  const epochMs = toEpochMs(at)
  return Number.isNaN(epochMs) ? toEpochMs(instant(at)) : epochMs
}

/** Day number of a moment in Viet Nam. */
function dayOfEpochMs(epochMs: number): number {
  return Math.floor((epochMs + VIETNAM_OFFSET_MS) / DAY_MS)
}

/** Open minutes before a moment, from the start of the calendar, which covers it; seconds are cut off. */
function countMinutesBefore(axis: WorkingAxis, epochMs: number): number {
  // Literals of its own: the engine divides by them without dividing.
  const minute = ((epochMs - axis.firstMs) / 60_000) | 0
  const offset = (minute / 1440) | 0
  const row = (axis.patternOf[offset] ?? 0) * 1440
  return (axis.minutesBefore[offset] ?? 0) + (axis.openBefore[row + minute - offset * 1440] ?? 0)
}

/** The moment at which the open minute of this rank (from the start of the calendar) begins. */
function findMinute(axis: WorkingAxis, rank: number): number {
  const { openDayAt, minutesBefore } = axis
  let open = axis.bucketAt[(rank / 256) | 0] ?? 0
  while ((minutesBefore[(openDayAt[open] ?? 0) + 1] ?? 0) <= rank) open += 1
  const offset = openDayAt[open] ?? 0
  const first = axis.openMinutesAt[axis.patternOf[offset] ?? 0] ?? 0
  const minute = axis.openMinutes[first + rank - (minutesBefore[offset] ?? 0)] ?? 0
  return axis.firstMs + (offset * 1440 + minute) * 60_000
}

/**
 * Counts the open minutes from one moment to another; the bulk form of {@link countWorkingMinutes}.
 */
export function countWorkingMinutesEpochMs(
  calendar: WorkingCalendar,
  startEpochMs: number,
  endEpochMs: number,
): number {
  const { axis } = calendar
  const isStartInside = startEpochMs >= axis.firstMs && startEpochMs < axis.endMs
  const isEndInside = endEpochMs >= axis.firstMs && endEpochMs < axis.endMs
  if (axis.hasGaps || !isStartInside || !isEndInside)
    assertCovered(calendar, dayOfEpochMs(startEpochMs), dayOfEpochMs(endEpochMs))
  return countMinutesBefore(axis, endEpochMs) - countMinutesBefore(axis, startEpochMs)
}

/**
 * Finds the moment that lies a number of open minutes away; the bulk form of {@link addWorkingMinutes}.
 *
 * @throws MotcuaError `calendar/gap`
 * @throws MotcuaError `calendar/not-whole`
 */
export function addWorkingMinutesEpochMs(
  calendar: WorkingCalendar,
  epochMs: number,
  minutes: number,
): number {
  const { axis } = calendar
  if (!Number.isInteger(minutes)) throw new MotcuaError(messages, 'calendar/not-whole', { amount: minutes })
  if (!(epochMs >= axis.firstMs && epochMs < axis.endMs)) assertCovered(calendar, dayOfEpochMs(epochMs))
  if (minutes === 0) return epochMs - (((epochMs % MINUTE_MS) + MINUTE_MS) % MINUTE_MS)
  const rank = countMinutesBefore(axis, epochMs) + minutes
  const total = axis.minutesBefore[axis.minutesBefore.length - 1] ?? 0
  if (rank < 0 || rank > total) {
    const year = Number(
      fromEpochMs((minutes > 0 ? axis.lastDay + 1 : axis.firstDay - 1) * DAY_MS).slice(0, 4),
    )
    throw new MotcuaError(messages, 'calendar/gap', { year, covered: calendar.covered })
  }
  // Forwards the last minute ends the term; backwards the first minute begins it.
  const reached = minutes > 0 ? findMinute(axis, rank - 1) + MINUTE_MS : findMinute(axis, rank)
  if (axis.hasGaps)
    assertCovered(calendar, dayOfEpochMs(epochMs), dayOfEpochMs(minutes > 0 ? reached - 1 : reached))
  return reached
}

/**
 * Finds the moment at which a number of open minutes has passed, or had to begin when it is negative.
 *
 * Forwards it is the earliest such moment (11:30 rather than 13:30), backwards the latest (13:30 rather than
 * 11:30); zero gives the moment back. Seconds are cut off.
 *
 * @param minutes - A whole number.
 *
 * @example
 * import { instant } from 'motcua'
 * import { addWorkingMinutes, buildWorkingCalendar } from 'motcua/calendar'
 * addWorkingMinutes(buildWorkingCalendar(), instant('2026-08-28T16:30'), 60).at // '2026-09-03T07:30:00.000+07:00'
 */
export function addWorkingMinutes(calendar: WorkingCalendar, at: Instant, minutes: number): InstantAnswer {
  const epochMs = readMoment(at)
  const reached = addWorkingMinutesEpochMs(calendar, epochMs, minutes)
  // Midnight at the end of the last day still belongs to that day.
  const reachedDay = dayOfEpochMs(minutes > 0 ? reached - 1 : reached)
  return { at: fromEpochMs(reached), provisional: isProvisional(calendar, dayOfEpochMs(epochMs), reachedDay) }
}

/**
 * Counts the open minutes between two moments; negative when the second is the earlier one.
 *
 * Both moments are cut to the minute, so that counts of neighbouring spans add up.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar, countWorkingMinutes } from 'motcua/calendar'
 * const calendar = buildWorkingCalendar()
 * countWorkingMinutes(calendar, instant('2026-08-28T11:00'), instant('2026-08-28T14:00')).minutes // 60
 */
export function countWorkingMinutes(
  calendar: WorkingCalendar,
  startAt: Instant,
  endAt: Instant,
): MinuteCount {
  const start = readMoment(startAt)
  const end = readMoment(endAt)
  const minutes = countWorkingMinutesEpochMs(calendar, start, end)
  return { minutes, provisional: isProvisional(calendar, dayOfEpochMs(start), dayOfEpochMs(end)) }
}

/**
 * Tells whether the office is open at a moment; at closing time it is not.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar, isOpenAt } from 'motcua/calendar'
 * isOpenAt(buildWorkingCalendar(), instant('2026-08-28T11:30')) // false: the break has begun
 */
export function isOpenAt(calendar: WorkingCalendar, at: Instant): boolean {
  const localMs = readMoment(at) + VIETNAM_OFFSET_MS
  const dayNumber = Math.floor(localMs / DAY_MS)
  assertCovered(calendar, dayNumber)
  const minute = Math.floor((localMs - dayNumber * DAY_MS) / MINUTE_MS)
  return readOpenRanges(calendar.axis, dayNumber).some(([start, end]) => minute >= start && minute < end)
}

/** Open hours of a covered day, in minutes from midnight. */
export function readOpenRanges(axis: WorkingAxis, dayNumber: number): readonly (readonly [number, number])[] {
  const pattern = axis.patternOf[dayNumber - axis.firstDay] ?? 0
  const ranges: [number, number][] = []
  const last = axis.patternAt[pattern + 1] ?? 0
  for (let edge = axis.patternAt[pattern] ?? 0; edge < last; edge += 2) {
    ranges.push([axis.rangeEdges[edge] ?? 0, axis.rangeEdges[edge + 1] ?? 0])
  }
  return ranges
}

/**
 * Lists the open intervals between two moments, cut at both ends; none when the second is not later.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar, findOpenIntervals } from 'motcua/calendar'
 * const calendar = buildWorkingCalendar()
 * findOpenIntervals(calendar, instant('2026-08-28T09:00'), instant('2026-08-28T15:00')).map((open) => open.minutes) // [150, 90]
 */
export function findOpenIntervals(
  calendar: WorkingCalendar,
  fromAt: Instant,
  toAt: Instant,
): readonly OpenInterval[] {
  const fromMs = readMoment(fromAt)
  const toMs = readMoment(toAt)
  if (toMs <= fromMs) return []
  const firstDay = dayOfEpochMs(fromMs)
  const lastDay = dayOfEpochMs(toMs - 1)
  assertCovered(calendar, firstDay, lastDay)
  const open: OpenInterval[] = []
  for (let day = firstDay; day <= lastDay; day += 1) {
    const midnightMs = day * DAY_MS - VIETNAM_OFFSET_MS
    for (const [start, end] of readOpenRanges(calendar.axis, day)) {
      const startMs = Math.max(fromMs, midnightMs + start * MINUTE_MS)
      const endMs = Math.min(toMs, midnightMs + end * MINUTE_MS)
      if (startMs >= endMs) continue
      const minutes = Math.floor(endMs / MINUTE_MS) - Math.floor(startMs / MINUTE_MS)
      open.push({ startAt: fromEpochMs(startMs), endAt: fromEpochMs(endMs), minutes })
    }
  }
  return open
}
