/**
 * The compiled calendar: prefix sums over days, so that no answer costs more for a longer term.
 *
 * @module
 */
import { fromDayNumber, type IsoDate, toDayNumber, weekdayOfDayNumber } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import { hashJson } from '../hash.ts'
import { vietnamCalendar } from './data/vietnam-calendar.ts'
import { deriveDays, findOfficialYears, type OfficialDay, type OfficialYears } from './derive-days.ts'
import { messages } from './messages.ts'
import { defaultOffice, type Office } from './office.ts'
import {
  type CompiledOffice,
  compileOffice,
  firstDayOf,
  type MinuteRanges,
  resolveOfficeDay,
  resolveWeek,
} from './office-day.ts'
import type { OfficialCalendar } from './official-calendar.ts'

/**
 * The sums. Days are counted from `firstDay`; every array is indexed by that offset or by a rank.
 *
 * Offsets fit 16 bits: the years 1968 to 2100 have 48,578 days.
 */
export interface WorkingAxis {
  readonly firstDay: number
  /** Last day, itself included. */
  readonly lastDay: number
  /** How many working days lie before each day. */
  readonly workingBefore: Uint16Array
  /** Offset of the working day of each rank. */
  readonly workingDayAt: Uint16Array
  /** How many open minutes lie before each day. */
  readonly minutesBefore: Int32Array
  /** Offset of the open day of each rank. */
  readonly openDayAt: Uint16Array
  /** Rank of the open day that holds every 256th open minute. */
  readonly bucketAt: Uint16Array
  /** Which hours each day has. */
  readonly patternOf: Uint16Array
  /** Where each pattern's ranges begin in `rangeEdges`. */
  readonly patternAt: Uint16Array
  /** Minutes from midnight, `start, end` pairs. */
  readonly rangeEdges: Uint16Array
  /** First year of the two arrays below. */
  readonly firstYear: number
  /** Offset at which each year begins, one more than there are years. */
  readonly yearAt: Int32Array
  /** How many provisional years lie before each year. */
  readonly provisionalBefore: Uint8Array
  /** How many years without data lie before each year. */
  readonly gapsBefore: Uint8Array
  readonly hasGaps: boolean
}

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
  /** Hours; {@link defaultOffice} when left out. */
  readonly office?: Office
}

/** Open minutes per bucket of the inverse table. */
export const BUCKET_MINUTES = 256

/** Distinct hours of days, numbered as they appear. */
interface Patterns {
  readonly numberOf: Map<string, number>
  readonly at: number[]
  readonly edges: number[]
  readonly minutes: number[]
}

/** Number of a pattern, given at its first sight. */
function internPattern(patterns: Patterns, ranges: MinuteRanges): number {
  const key = ranges.join()
  const known = patterns.numberOf.get(key)
  if (known !== undefined) return known
  const number = patterns.minutes.length
  patterns.numberOf.set(key, number)
  patterns.edges.push(...ranges)
  patterns.at.push(patterns.edges.length)
  patterns.minutes.push(ranges.reduce((sum, minute, index) => sum + (index % 2 === 0 ? -minute : minute), 0))
  return number
}

/** A stretch of days, both ends included. */
interface DaySpan {
  readonly firstDay: number
  readonly lastDay: number
}

/** Days on which an office's hours do not follow from the weekday alone. */
function findOfficeDays(compiled: CompiledOffice, span: DaySpan): readonly number[] {
  const days = [...compiled.shifts.keys()].filter((day) => day >= span.firstDay && day <= span.lastDay)
  for (const { fromDay, toDay } of compiled.closures) {
    const lastDay = Math.min(toDay, span.lastDay)
    for (let day = Math.max(fromDay, span.firstDay); day <= lastDay; day += 1) days.push(day)
  }
  return [...days, ...compiled.within.flatMap((other) => findOfficeDays(other, span))]
}

/** Days on which a weekly pattern of the office, or of one inside it, begins. */
function findTurns(compiled: CompiledOffice): readonly number[] {
  return [...compiled.schedules.map((schedule) => schedule.fromDay), ...compiled.within.flatMap(findTurns)]
}

/** Pattern and count of every day of a span, and the patterns themselves. */
interface FilledDays {
  readonly patterns: Patterns
  readonly patternOf: Uint16Array
  readonly counted: Uint8Array
}

/** Fills every day with the hours of its weekday. */
function fillWeeks(filled: FilledDays, compiled: CompiledOffice, firstDay: number): void {
  const lastDay = firstDay + filled.patternOf.length - 1
  const turns = [firstDay, ...findTurns(compiled).filter((day) => day > firstDay && day <= lastDay)]
  const starts = [...new Set(turns)].sort((a, b) => a - b)
  starts.forEach((start, index) => {
    const week = resolveWeek(compiled, start)
    const patterns = Uint16Array.from(week, (day) => internPattern(filled.patterns, day.ranges))
    const counts = Uint8Array.from(week, (day) => (day.counted ? 1 : 0))
    const end = (starts[index + 1] ?? lastDay + 1) - firstDay
    let weekday = weekdayOfDayNumber(start) - 1
    for (let offset = start - firstDay; offset < end; offset += 1) {
      filled.patternOf[offset] = patterns[weekday] ?? 0
      filled.counted[offset] = counts[weekday] ?? 0
      weekday = weekday === 6 ? 0 : weekday + 1
    }
  })
}

/** Fills the days of a span: whole weeks first, then the days that differ. */
function fillDays(
  compiled: CompiledOffice,
  officialDays: ReadonlyMap<number, OfficialDay>,
  span: DaySpan,
): FilledDays {
  const { firstDay, lastDay } = span
  const filled: FilledDays = {
    patterns: { numberOf: new Map(), at: [0], edges: [], minutes: [] },
    patternOf: new Uint16Array(lastDay - firstDay + 1),
    counted: new Uint8Array(lastDay - firstDay + 1),
  }
  fillWeeks(filled, compiled, firstDay)
  const special = new Set(findOfficeDays(compiled, span))
  const closed = internPattern(filled.patterns, [])
  for (const [day, { kind }] of officialDays) {
    if (day < firstDay || day > lastDay) continue
    // A day off on which the office has no date of its own needs no closer look; a worked Saturday does.
    if (kind === 'swapped-worked') special.add(day)
    filled.patternOf[day - firstDay] = closed
    filled.counted[day - firstDay] = 0
  }
  for (const day of special) {
    const resolved = resolveOfficeDay(compiled, day, officialDays.get(day))
    filled.patternOf[day - firstDay] = internPattern(filled.patterns, resolved.ranges)
    filled.counted[day - firstDay] = resolved.counted ? 1 : 0
  }
  return filled
}

/** Ranks of the open days that hold every 256th open minute. */
function findBuckets(minutesBefore: Int32Array, openDayAt: Uint16Array): Uint16Array {
  const total = minutesBefore[minutesBefore.length - 1] ?? 0
  const bucketAt = new Uint16Array(Math.ceil(total / BUCKET_MINUTES) + 1)
  let rank = 0
  for (let bucket = 0; bucket < bucketAt.length; bucket += 1) {
    const minute = Math.min(bucket * BUCKET_MINUTES, total - 1)
    while (rank < openDayAt.length - 1 && (minutesBefore[(openDayAt[rank] ?? 0) + 1] ?? 0) <= minute)
      rank += 1
    bucketAt[bucket] = rank
  }
  return bucketAt
}

/** Adds the days up and turns the sums around. */
function sumDays({ patterns, patternOf, counted }: FilledDays) {
  const length = patternOf.length
  const minutesOf = Int32Array.from(patterns.minutes)
  const workingBefore = new Uint16Array(length + 1)
  const minutesBefore = new Int32Array(length + 1)
  const workingDays = new Uint16Array(length)
  const openDays = new Uint16Array(length)
  let working = 0
  let open = 0
  let total = 0
  for (let offset = 0; offset < length; offset += 1) {
    const minutes = minutesOf[patternOf[offset] ?? 0] ?? 0
    if (counted[offset] === 1) workingDays[working++] = offset
    if (minutes > 0) openDays[open++] = offset
    total += minutes
    workingBefore[offset + 1] = working
    minutesBefore[offset + 1] = total
  }
  const openDayAt = openDays.slice(0, open)
  const bucketAt = findBuckets(minutesBefore, openDayAt)
  return { workingBefore, workingDayAt: workingDays.slice(0, working), minutesBefore, openDayAt, bucketAt }
}

/** Where the years begin, and how many of them before each are provisional or without data. */
function sumYears(years: OfficialYears, firstDay: number) {
  const count = years.last - years.first + 1
  const yearAt = Int32Array.from(
    { length: count + 1 },
    (_, index) => firstDayOfYear(years.first + index) - firstDay,
  )
  const provisionalBefore = new Uint8Array(count + 1)
  const gapsBefore = new Uint8Array(count + 1)
  for (let index = 0; index < count; index += 1) {
    const isProvisional = years.provisional.has(years.first + index)
    const isGap = !isProvisional && !years.settled.has(years.first + index)
    provisionalBefore[index + 1] = (provisionalBefore[index] ?? 0) + (isProvisional ? 1 : 0)
    gapsBefore[index + 1] = (gapsBefore[index] ?? 0) + (isGap ? 1 : 0)
  }
  return {
    firstYear: years.first,
    yearAt,
    provisionalBefore,
    gapsBefore,
    hasGaps: (gapsBefore[count] ?? 0) > 0,
  }
}

/** Day number of 1 January. */
function firstDayOfYear(year: number): number {
  return toDayNumber(`${year}-01-01` as IsoDate)
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

/**
 * Compiles official days and office hours into a calendar that answers in constant time.
 *
 * Cheap (well under a millisecond for ten years), but meant to be done once and kept: the result is immutable
 * and can be shared by all requests of a process.
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
  const { official = vietnamCalendar } = input
  // A copy: what the caller does with its own later must not change the answers or the hash.
  const office = structuredClone(input.office ?? defaultOffice)
  const years = findOfficialYears(official)
  const officialDays = deriveDays(official, years)
  const compiledOffice = compileOffice(office)
  const firstDay = Math.max(firstDayOfYear(years.first), firstDayOf(compiledOffice))
  const lastDay = firstDayOfYear(years.last + 1) - 1
  if (firstDay > lastDay) {
    throw new MotcuaError(messages, 'calendar/invalid-office', { place: 'schedules[0].validFrom' })
  }
  const filled = fillDays(compiledOffice, officialDays, { firstDay, lastDay })
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
    axis: Object.freeze({
      firstDay,
      lastDay,
      ...sumDays(filled),
      patternOf: filled.patternOf,
      patternAt: Uint16Array.from(filled.patterns.at),
      rangeEdges: Uint16Array.from(filled.patterns.edges),
      ...sumYears(years, firstDay),
    }),
  })
}
