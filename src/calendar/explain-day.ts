/**
 * Why a day, a moment or a year is what it is, each with its source.
 *
 * @module
 */
import {
  dateOfInstant,
  fromDayNumber,
  type Instant,
  type IsoDate,
  instant,
  isoDate,
  minuteOfInstant,
  toDayNumber,
  weekdayOfDayNumber,
} from '../date.ts'
import type { LocalizedText } from '../errors.ts'
import type { MissingPart } from './derive-days.ts'
import { type DayKind, resolveOfficeDay } from './office-day.ts'
import type { WorkingCalendar } from './working-calendar.ts'
import { assertCovered, isProvisional, readDay } from './working-days.ts'
import { readOpenRanges } from './working-minutes.ts'

/** One day with its reason. */
export interface DayExplanation {
  readonly date: IsoDate
  /** Whether it counts as a working day. */
  readonly counted: boolean
  readonly kind: DayKind
  readonly name: LocalizedText
  /** Number of the notice or act, `office:<id>` where the office's own schedule decides, or `unverified`. */
  readonly source: string
  /** The source in words. */
  readonly basis: LocalizedText
  /** Whether no notice has settled the year yet, so that the answer may change. */
  readonly provisional: boolean
}

/**
 * Says what a day is in a calendar, whether it counts, and by which source.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { buildWorkingCalendar, explainDay } from 'motcua/calendar'
 * const day = explainDay(buildWorkingCalendar(), isoDate('2026-08-31'))
 * day.kind // 'swapped-off'
 * day.source // '9441/TB-BNV'
 */
export function explainDay(calendar: WorkingCalendar, date: IsoDate): DayExplanation {
  const dayNumber = readDay(date)
  assertCovered(calendar, dayNumber)
  const official = calendar.officialDays.get(dayNumber)
  const { counted, kind, name, source, basis } = resolveOfficeDay(
    calendar.compiledOffice,
    dayNumber,
    official,
  )
  return { date, counted, kind, name, source, basis, provisional: isProvisional(calendar, dayNumber) }
}

/** Where a moment lies in its day. */
export type InstantReason = 'open' | 'before-opening' | 'break' | 'after-closing' | 'day-off'

/** One moment with its reason. */
export interface InstantExplanation {
  readonly at: Instant
  readonly open: boolean
  readonly reason: InstantReason
  readonly day: DayExplanation
}

/**
 * Says whether the office is open at a moment, and if not, why.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar, explainInstant } from 'motcua/calendar'
 * explainInstant(buildWorkingCalendar(), instant('2026-08-28T12:00')).reason // 'break'
 */
export function explainInstant(calendar: WorkingCalendar, at: Instant): InstantExplanation {
  const moment = instant(at)
  const day = explainDay(calendar, dateOfInstant(moment))
  const minute = minuteOfInstant(moment)
  const ranges = readOpenRanges(calendar.axis, toDayNumber(day.date))
  const isOpen = ranges.some(([start, end]) => minute >= start && minute < end)
  const isEarly = minute < (ranges[0]?.[0] ?? 0)
  const isLate = minute >= (ranges.at(-1)?.[1] ?? 0)
  const closedReason = isEarly ? 'before-opening' : isLate ? 'after-closing' : 'break'
  return {
    at: moment,
    open: isOpen,
    reason: isOpen ? 'open' : ranges.length === 0 ? 'day-off' : closedReason,
    day,
  }
}

/** The days of a year that differ from the plain week. */
export interface YearExplanation {
  readonly year: number
  /** Monday to Friday, not worked. */
  readonly weekdaysOff: readonly DayExplanation[]
  /** Saturday and Sunday, worked by a swap or a shift. */
  readonly weekendsWorked: readonly DayExplanation[]
  readonly provisional: boolean
  /** What only a notice can say; empty for a settled year. */
  readonly missing: readonly MissingPart[]
}

/** What the notices have not said of a provisional year. */
function findMissing(calendar: WorkingCalendar, year: number): readonly MissingPart[] {
  const announced = calendar.official.notices
    .flatMap((notice) => notice.daysOff)
    .filter((day) => day.date.startsWith(String(year)))
  const isSaid = (leavesOpen: 'span' | 'adjacent-day', days: number): boolean =>
    calendar.official.rules
      .filter((rule) => rule.leavesOpen === leavesOpen && rule.validTo === undefined)
      .every((rule) => announced.filter((day) => day.holiday === rule.holiday).length >= days)
  const missing: MissingPart[] = []
  if (!isSaid('span', 1)) missing.push('tet-span')
  if (!isSaid('adjacent-day', 2)) missing.push('second-national-day')
  return [...missing, 'swaps']
}

/**
 * Lists what is special in a year: weekdays off and weekends worked, each with kind, name and source.
 *
 * @throws MotcuaError `calendar/gap`
 *
 * @example
 * import { buildWorkingCalendar, explainYear } from 'motcua/calendar'
 * const year = explainYear(buildWorkingCalendar(), 2025)
 * year.weekdaysOff.length // 12
 * year.weekendsWorked.map((day) => day.date) // ['2025-04-26']
 */
export function explainYear(calendar: WorkingCalendar, year: number): YearExplanation {
  const first = toDayNumber(isoDate(`${String(year).padStart(4, '0')}-01-01`))
  const last = toDayNumber(isoDate(`${String(year).padStart(4, '0')}-12-31`))
  assertCovered(calendar, first, last)
  const weekdaysOff: DayExplanation[] = []
  const weekendsWorked: DayExplanation[] = []
  for (let dayNumber = first; dayNumber <= last; dayNumber += 1) {
    const day = explainDay(calendar, fromDayNumber(dayNumber))
    const isWeekend = weekdayOfDayNumber(dayNumber) >= 6
    if (!isWeekend && !day.counted && day.kind !== 'weekend') weekdaysOff.push(day)
    if (isWeekend && (day.kind === 'swapped-worked' || day.kind === 'shift-worked')) weekendsWorked.push(day)
  }
  const provisional = isProvisional(calendar, first)
  return {
    year,
    weekdaysOff,
    weekendsWorked,
    provisional,
    missing: provisional ? findMissing(calendar, year) : [],
  }
}
