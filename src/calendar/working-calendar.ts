/**
 * A calendar ready to answer: official days and office hours, compiled.
 *
 * @module
 */
import { fromDayNumber, type IsoDate } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import { hashJson } from '../hash.ts'
import { vietnamCalendar } from './data/vietnam-calendar.ts'
import {
  deriveDays,
  findFirstChange,
  findOfficialYears,
  firstDayOfYear,
  type OfficialDay,
  type OfficialYears,
} from './derive-days.ts'
import { messages } from './messages.ts'
import { defaultOffice, type Office } from './office.ts'
import { type CompiledOffice, compileOffice, firstDayOf } from './office-day.ts'
import type { OfficialCalendar } from './official-calendar.ts'
import { buildAxis, type WorkingAxis } from './working-axis.ts'

/** A calendar ready to answer: immutable, and equal for equal hashes. */
export interface WorkingCalendar {
  readonly official: OfficialCalendar
  readonly office: Office
  /** SHA-256 of everything that decides an answer, in hexadecimal: years, special days, office hours. */
  readonly hash: string
  readonly firstDate: IsoDate
  readonly lastDate: IsoDate
  readonly provisionalYears: readonly number[]
  /** For messages: `2018–2028`. */
  readonly covered: string
  /** Special days by day number. */
  readonly officialDays: ReadonlyMap<number, OfficialDay>
  readonly compiledOffice: CompiledOffice
  readonly axis: WorkingAxis
}

/** What a working calendar is made of. */
export interface WorkingCalendarInput {
  /** Days off and swaps; {@link vietnamCalendar} when left out. */
  readonly official?: OfficialCalendar
  /** Hours; those of `previous`, or else {@link defaultOffice}, when left out. */
  readonly office?: Office
  /**
   * A calendar built before. Where `official` is its own with notices added ({@link addNotice}) and `office` is left
   * out, the years before the first one that the new notices touch are taken from it; the answers do not change.
   */
  readonly previous?: WorkingCalendar
}

/** Hashes what decides the answers: names may change without a new hash, days, sources and hours may not. */
function hashCalendar(years: OfficialYears, days: ReadonlyMap<number, OfficialDay>, office: Office): string {
  const sorted = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
  return hashJson({
    format: 'motcua/working-calendar@1',
    settled: [...years.settled].sort((a, b) => a - b),
    provisional: [...years.provisional].sort((a, b) => a - b),
    days: sorted.map(({ date, kind, source, pairedWith }) => [date, kind, source, pairedWith ?? null]),
    office,
  })
}

/** The part of an earlier calendar that is still right: the days before `endDay`. */
interface KeptPart {
  readonly calendar: WorkingCalendar
  readonly firstYear: number
  readonly endDay: number
}

/**
 * Finds what can be kept of an earlier calendar: all years but the one before the first change, because a holiday
 * near New Year, or its substitute, may belong to the neighbouring year.
 */
function findKept(input: WorkingCalendarInput, years: OfficialYears): KeptPart | undefined {
  const { previous: calendar, official, office } = input
  if (calendar === undefined || official === undefined || office !== undefined) return undefined
  const changed = findFirstChange(official, calendar.official)
  if (changed === undefined || calendar.axis.firstYear !== years.first) return undefined
  const endDay = Math.min(firstDayOfYear(changed - 1), calendar.axis.lastDay + 1)
  const firstYear = Number(fromDayNumber(endDay).slice(0, 4)) - 1
  return firstYear < years.first || endDay <= calendar.axis.firstDay
    ? undefined
    : { calendar, firstYear, endDay }
}

/** Special days: kept ones up to the end of the kept part, derived ones from there on. */
function joinDays(
  kept: KeptPart,
  derived: ReadonlyMap<number, OfficialDay>,
): ReadonlyMap<number, OfficialDay> {
  const days = new Map<number, OfficialDay>()
  for (const [day, official] of kept.calendar.officialDays) if (day < kept.endDay) days.set(day, official)
  for (const [day, official] of derived) if (day >= kept.endDay) days.set(day, official)
  return days
}

/**
 * Compiles official days and office hours into a calendar that answers in constant time.
 *
 * Cheap (about a millisecond for thirty years), but meant to be done once and kept: the result is immutable and
 * can be shared by all requests of a process. A calendar that follows from another one by a new notice costs less
 * with `previous`.
 *
 * @throws MotcuaError `calendar/invalid-office` when the hours of the office begin after the calendar ends.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { addWorkingDays, buildWorkingCalendar } from 'motcua/calendar'
 * const calendar = buildWorkingCalendar()
 * addWorkingDays(calendar, isoDate('2026-08-28'), 3).date // '2026-09-07'
 */
export function buildWorkingCalendar(input: WorkingCalendarInput = {}): WorkingCalendar {
  const { official = input.previous?.official ?? vietnamCalendar } = input
  const years = findOfficialYears(official)
  const kept = findKept({ ...input, official }, years)
  const derived = deriveDays(official, years, kept?.firstYear)
  const officialDays = kept === undefined ? derived : joinDays(kept, derived)
  // A copy: what the caller does with its own later must not change the answers or the hash.
  const office =
    kept?.calendar.office ?? structuredClone(input.office ?? input.previous?.office ?? defaultOffice)
  const compiledOffice = kept?.calendar.compiledOffice ?? compileOffice(office)
  const firstDay = Math.max(firstDayOfYear(years.first), firstDayOf(compiledOffice))
  const lastDay = firstDayOfYear(years.last + 1) - 1
  if (firstDay > lastDay) {
    throw new MotcuaError(messages, 'calendar/invalid-office', { place: 'schedules[0].validFrom' })
  }
  const axisInput = { compiledOffice, officialDays, years, firstDay, lastDay }
  const firstDate = fromDayNumber(firstDay)
  let hash: string | undefined
  return Object.freeze({
    official,
    office,
    // Hashing costs more than compiling, and only those who record a promise need it.
    get hash() {
      hash ??= hashCalendar(years, officialDays, office)
      return hash
    },
    firstDate,
    lastDate: fromDayNumber(lastDay),
    provisionalYears: [...years.provisional],
    covered: firstDate.endsWith('-01-01') ? years.covered : `${years.covered}; ${firstDate} →`,
    officialDays,
    compiledOffice,
    axis:
      kept === undefined
        ? buildAxis(axisInput)
        : buildAxis({ ...axisInput, kept: { axis: kept.calendar.axis, days: kept.endDay - firstDay } }),
  })
}
