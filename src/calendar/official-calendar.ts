/**
 * The official calendar as data: statutory holidays, and the notices that fix what the law leaves open.
 *
 * @module
 */
import type { IsoDate } from '../date.ts'
import type { LocalizedText } from '../errors.ts'

/** A holiday that a law grants. */
export interface HolidayRule {
  /** Stable name, kebab-case: `tet`, `national-day`. */
  readonly holiday: string
  readonly name: LocalizedText
  /** The day of the year; `span-by-notice` holidays take their days from notices around it. */
  readonly on: { readonly calendar: 'solar' | 'lunar'; readonly month: number; readonly day: number }
  /** How many days the law grants. */
  readonly days: number
  /**
   * What is left to the yearly notice: nothing, which days the whole span is (Tết), or which neighbour is the
   * second day (National Day).
   */
  readonly leavesOpen: 'nothing' | 'span' | 'adjacent-day'
  /** The article by which a day that coincides with a weekly day of rest is made up; left out where none does. */
  readonly substitution?: LocalizedText
  readonly validFrom: IsoDate
  readonly validTo?: IsoDate
  /** Number of the act. */
  readonly source: string
  /** The act and its article, readable. */
  readonly basis: LocalizedText
}

/** One day off in a notice: a holiday, the substitute of one, or neither. */
export interface NoticeDayOff {
  readonly date: IsoDate
  /** The rule's holiday that this day belongs to. */
  readonly holiday?: string
  /** The holiday on a weekly day of rest that this day makes up for. */
  readonly substituteFor?: IsoDate
  readonly name?: LocalizedText
}

/** A weekday off and the day of rest worked for it; one half may be missing where it is not known. */
export interface DaySwap {
  readonly off?: IsoDate
  readonly worked?: IsoDate
}

/** What one official document announced. */
export interface Notice {
  /** Number and sign, `9441/TB-BNV`; `unverified` where no document was at hand. */
  readonly number: string
  readonly issuedOn?: IsoDate
  readonly title?: LocalizedText
  /** Years that are no longer provisional with this notice. */
  readonly settles: readonly number[]
  readonly daysOff: readonly NoticeDayOff[]
  readonly swaps: readonly DaySwap[]
  /** Days about which everything that rules and earlier notices said is taken back. */
  readonly withdrawn?: readonly IsoDate[]
}

/** Rules and notices together, as plain data. Without rules it is a calendar of listed dates. */
export interface OfficialCalendar {
  readonly id: string
  readonly name: LocalizedText
  readonly rules: readonly HolidayRule[]
  /** In the order of issue: a later one outranks an earlier one about the same day. */
  readonly notices: readonly Notice[]
  /** How many years after the last settled one may be computed from the rules alone. */
  readonly provisionalYears: number
}

/**
 * Gives the calendar with one more notice; the calendar handed in stays as it is.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { addNotice, buildWorkingCalendar, explainDay, vietnamCalendar } from 'motcua/calendar'
 * const official = addNotice(vietnamCalendar, {
 *   number: '1/TB-VD', // an invented notice
 *   settles: [2027],
 *   daysOff: [],
 *   swaps: [{ off: isoDate('2027-04-15'), worked: isoDate('2027-04-10') }],
 * })
 * explainDay(buildWorkingCalendar({ official }), isoDate('2027-04-15')).kind // 'swapped-off'
 */
export function addNotice(official: OfficialCalendar, notice: Notice): OfficialCalendar {
  return { ...official, notices: [...official.notices, notice] }
}
