/**
 * Moments: the end of a day, the earlier of two.
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
