/**
 * A clock that moves only when it is told to.
 *
 * @module
 */
import { addWorkingMinutes, type WorkingCalendar } from '../../calendar/index.ts'
import { type Clock, fromEpochMs, type Instant, instant, toEpochMs } from '../../date.ts'

/** A clock for tests: hand `now` to a host as its clock. */
export interface FakeClock {
  readonly now: Clock
  /** Goes to a moment, forwards or backwards. */
  set(at: Instant): void
  /** Lets minutes of the clock on the wall pass. */
  pass(minutes: number): void
  /** Lets minutes of office time pass, over nights, weekends and holidays. */
  passWorking(minutes: number, calendar: WorkingCalendar): void
}

/**
 * Makes a clock that stands at a moment.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { fakeClock } from 'motcua/procedure/testing'
 * const clock = fakeClock(instant('2026-08-28T16:00'))
 * clock.passWorking(120, buildWorkingCalendar())
 * clock.now() // '2026-09-03T08:00:00.000+07:00'
 */
export function fakeClock(startAt: Instant): FakeClock {
  let at = instant(startAt)
  return {
    now: () => at,
    set: (to) => {
      at = instant(to)
    },
    pass: (minutes) => {
      at = fromEpochMs(toEpochMs(at) + minutes * 60_000)
    },
    passWorking: (minutes, calendar) => {
      at = addWorkingMinutes(calendar, at, minutes).at
    },
  }
}
