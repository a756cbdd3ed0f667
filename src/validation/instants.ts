/**
 * Moments: the end of a day, the earlier of two, the clearly later one.
 *
 * @module
 */
import { addDays, fromEpochMs, type Instant, type IsoDate, instantAt, toEpochMs } from '../date.ts'

/** The last millisecond of a day in Viet Nam. */
export function endOfDate(date: IsoDate): Instant {
  return fromEpochMs(toEpochMs(instantAt(addDays(date, 1), 0)) - 1)
}

/** The earlier of two moments. */
export function earlierOf(a: Instant, b: Instant): Instant {
  return a < b ? a : b
}

/** Difference of clocks that is put up with, in milliseconds. */
const TOLERANCE_MS = 5 * 60_000

/** Tells whether `a` lies after `b` by more than clocks may differ. */
export function isClearlyAfter(a: Instant, b: Instant): boolean {
  return toEpochMs(a) > toEpochMs(b) + TOLERANCE_MS
}
