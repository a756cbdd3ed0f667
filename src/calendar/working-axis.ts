/**
 * The axis of a calendar: prefix sums over its days, so that no answer costs more for a longer term.
 *
 * @module
 */
import { DAY_MS, VIETNAM_OFFSET_MS, weekdayOfDayNumber } from '../date.ts'
import { firstDayOfYear, type OfficialDay, type OfficialYears } from './derive-days.ts'
import { type CompiledOffice, type MinuteRanges, resolveOfficeDay, resolveWeek } from './office-day.ts'

/**
 * The sums. Days are counted from `firstDay`; every array is indexed by that offset or by a rank.
 *
 * Offsets fit 16 bits: the years 1968 to 2100 have 48,578 days.
 */
export interface WorkingAxis {
  readonly firstDay: number
  /** Last day, itself included. */
  readonly lastDay: number
  /** First moment, and the one after the last, in epoch milliseconds. */
  readonly firstMs: number
  readonly endMs: number
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
  /** How many open minutes of its day lie before each minute: 1440 for each pattern. */
  readonly openBefore: Uint16Array
  /** The way back: the open minutes of each pattern in order, and where each pattern's begin. */
  readonly openMinutes: Uint16Array
  readonly openMinutesAt: Uint32Array
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

const DAY_MINUTES = 1440

/** Open minutes per bucket of the inverse table. */
const BUCKET_MINUTES = 256

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

/** Repeats the week at the beginning of a stretch to its end, each copy twice as long as the one before. */
function repeatWeek(column: Uint16Array | Uint8Array, start: number, end: number): void {
  for (let filled = 7; start + filled < end; filled *= 2) {
    column.copyWithin(start + filled, start, start + Math.min(filled, end - start - filled))
  }
}

/** Fills the days of a span, which ends with the columns, with the hours of their weekday. */
function fillWeeks(filled: FilledDays, compiled: CompiledOffice, span: DaySpan): void {
  const { patterns, patternOf, counted } = filled
  const offsetOf = (day: number): number => patternOf.length - 1 - (span.lastDay - day)
  const turns = findTurns(compiled).filter((day) => day > span.firstDay && day <= span.lastDay)
  const starts = [...new Set([span.firstDay, ...turns])].sort((a, b) => a - b)
  starts.forEach((startDay, index) => {
    const start = offsetOf(startDay)
    const end = offsetOf(starts[index + 1] ?? span.lastDay + 1)
    resolveWeek(compiled, startDay).forEach((day, weekday) => {
      const offset = start + ((weekday + 8 - weekdayOfDayNumber(startDay)) % 7)
      if (offset >= end) return
      patternOf[offset] = internPattern(patterns, day.ranges)
      counted[offset] = day.counted ? 1 : 0
    })
    repeatWeek(patternOf, start, end)
    repeatWeek(counted, start, end)
  })
}

/** The patterns of an axis that is built anew in part, or none. */
function readPatterns(axis: WorkingAxis | undefined): Patterns {
  const patterns: Patterns = { numberOf: new Map(), at: [0], edges: [], minutes: [] }
  for (let pattern = 1; pattern < (axis?.patternAt.length ?? 0); pattern += 1) {
    internPattern(patterns, [
      ...(axis?.rangeEdges.subarray(axis.patternAt[pattern - 1], axis.patternAt[pattern]) ?? []),
    ])
  }
  return patterns
}

/** What an axis is built from. */
export interface AxisInput extends DaySpan {
  readonly compiledOffice: CompiledOffice
  readonly officialDays: ReadonlyMap<number, OfficialDay>
  readonly years: OfficialYears
  /** An axis of the same office from the same first day, and how many of its days are still right. */
  readonly kept?: { readonly axis: WorkingAxis; readonly days: number }
}

/** Fills the days that are not kept: whole weeks first, then the days that differ. */
function fillDays({ compiledOffice, officialDays, firstDay, lastDay, kept }: AxisInput): FilledDays {
  const length = lastDay - firstDay + 1
  const filled: FilledDays = {
    patterns: readPatterns(kept?.axis),
    patternOf: new Uint16Array(length),
    counted: new Uint8Array(length),
  }
  if (kept !== undefined) filled.patternOf.set(kept.axis.patternOf.subarray(0, kept.days))
  const span = { firstDay: firstDay + (kept?.days ?? 0), lastDay }
  fillWeeks(filled, compiledOffice, span)
  const special = new Set(findOfficeDays(compiledOffice, span))
  const closed = internPattern(filled.patterns, [])
  for (const [day, { kind }] of officialDays) {
    if (day < span.firstDay || day > lastDay) continue
    // A day off on which the office has no date of its own needs no closer look; a worked Saturday does.
    if (kind === 'swapped-worked') special.add(day)
    filled.patternOf[day - firstDay] = closed
    filled.counted[day - firstDay] = 0
  }
  for (const day of special) {
    const resolved = resolveOfficeDay(compiledOffice, day, officialDays.get(day))
    filled.patternOf[day - firstDay] = internPattern(filled.patterns, resolved.ranges)
    filled.counted[day - firstDay] = resolved.counted ? 1 : 0
  }
  return filled
}

/** Ranks of the open days that hold every 256th open minute; those of kept minutes are copied. */
function findBuckets(
  sums: Pick<WorkingAxis, 'minutesBefore' | 'openDayAt'>,
  kept: AxisInput['kept'],
): Uint16Array {
  const { minutesBefore, openDayAt } = sums
  const total = minutesBefore[minutesBefore.length - 1] ?? 0
  const bucketAt = new Uint16Array(Math.ceil(total / BUCKET_MINUTES) + 1)
  const keptBuckets = Math.ceil((kept?.axis.minutesBefore[kept.days] ?? 0) / BUCKET_MINUTES)
  if (kept !== undefined) bucketAt.set(kept.axis.bucketAt.subarray(0, keptBuckets))
  let rank = bucketAt[keptBuckets - 1] ?? 0
  for (let bucket = keptBuckets; bucket < bucketAt.length; bucket += 1) {
    const minute = Math.min(bucket * BUCKET_MINUTES, total - 1)
    while (rank < openDayAt.length - 1 && (minutesBefore[(openDayAt[rank] ?? 0) + 1] ?? 0) <= minute)
      rank += 1
    bucketAt[bucket] = rank
  }
  return bucketAt
}

/** Sums over the days, and whether a day is open exactly when it counts. */
type DaySums = Pick<WorkingAxis, 'workingBefore' | 'minutesBefore'> & { readonly isOpenWhenCounted: boolean }

/** Adds the days up, from the first that is not kept. */
function sumDays({ patterns, patternOf, counted }: FilledDays, kept: AxisInput['kept']): DaySums {
  const length = patternOf.length
  const minutesOf = Int32Array.from(patterns.minutes)
  const workingBefore = new Uint16Array(length + 1)
  const minutesBefore = new Int32Array(length + 1)
  const first = kept?.days ?? 0
  if (kept !== undefined) {
    workingBefore.set(kept.axis.workingBefore.subarray(0, first + 1))
    minutesBefore.set(kept.axis.minutesBefore.subarray(0, first + 1))
  }
  let working = workingBefore[first] ?? 0
  let total = minutesBefore[first] ?? 0
  let isOpenWhenCounted = kept === undefined || kept.axis.openDayAt === kept.axis.workingDayAt
  for (let offset = first; offset < length; offset += 1) {
    const minutes = minutesOf[patternOf[offset] ?? 0] ?? 0
    const count = counted[offset] ?? 0
    if ((count === 1) !== minutes > 0) isOpenWhenCounted = false
    workingBefore[offset + 1] = working += count
    minutesBefore[offset + 1] = total += minutes
  }
  return { workingBefore, minutesBefore, isOpenWhenCounted }
}

/** Offsets of the working days by rank: the last day with so many before it is the one of that rank. */
function rankWorkingDays(workingBefore: Uint16Array, kept: AxisInput['kept']): Uint16Array {
  const last = workingBefore.length - 1
  const workingDayAt = new Uint16Array(workingBefore[last] ?? 0)
  const first = kept?.days ?? 0
  if (kept !== undefined) workingDayAt.set(kept.axis.workingDayAt.subarray(0, workingBefore[first]))
  // Days of rest after the last working day have a rank beyond the end, where nothing is written.
  for (let offset = first; offset < last; offset += 1) workingDayAt[workingBefore[offset] ?? 0] = offset
  return workingDayAt
}

/** Offsets of the days with open minutes by rank. */
function rankOpenDays(minutesBefore: Int32Array): Uint16Array {
  const openDays = new Uint16Array(minutesBefore.length - 1)
  let open = 0
  for (let offset = 0; offset < openDays.length; offset += 1) {
    if (minutesBefore[offset] !== minutesBefore[offset + 1]) openDays[open++] = offset
  }
  return openDays.slice(0, open)
}

/** The sums and the ways back from them. */
function sumAndRank(filled: FilledDays, kept: AxisInput['kept']) {
  const { workingBefore, minutesBefore, isOpenWhenCounted } = sumDays(filled, kept)
  const workingDayAt = rankWorkingDays(workingBefore, kept)
  // One column serves both where the office has no hours on days that do not count.
  const openDayAt = isOpenWhenCounted ? workingDayAt : rankOpenDays(minutesBefore)
  const bucketAt = findBuckets({ minutesBefore, openDayAt }, kept)
  return { workingBefore, workingDayAt, minutesBefore, openDayAt, bucketAt }
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

/** Counts the open minutes of every pattern before each minute of the day, and lists them. */
function listOpenMinutes({ edges, at, minutes }: Patterns) {
  const openBefore = new Uint16Array(minutes.length * DAY_MINUTES)
  const openMinutesAt = new Uint32Array(minutes.length + 1)
  minutes.forEach((count, pattern) => {
    openMinutesAt[pattern + 1] = (openMinutesAt[pattern] ?? 0) + count
  })
  const openMinutes = new Uint16Array(openMinutesAt[minutes.length] ?? 0)
  for (let pattern = 0; pattern < minutes.length; pattern += 1) {
    const first = openMinutesAt[pattern] ?? 0
    const row = pattern * DAY_MINUTES
    let open = 0
    for (let edge = at[pattern] ?? 0; edge < (at[pattern + 1] ?? 0); edge += 2) {
      for (let minute = edges[edge] ?? 0; minute < (edges[edge + 1] ?? 0); minute += 1) {
        openMinutes[first + open] = minute
        openBefore[row + minute] = open++
      }
      // Up to the next opening, or midnight; the next range writes over what follows.
      openBefore.fill(open, row + (edges[edge + 1] ?? 0), row + DAY_MINUTES)
    }
  }
  return { openBefore, openMinutes, openMinutesAt }
}

/** Builds the sums of a calendar; of the days that are kept they are copied, not counted again. */
export function buildAxis(input: AxisInput): WorkingAxis {
  const { firstDay, lastDay, years, kept } = input
  const filled = fillDays(input)
  return Object.freeze({
    firstDay,
    lastDay,
    firstMs: firstDay * DAY_MS - VIETNAM_OFFSET_MS,
    endMs: (lastDay + 1) * DAY_MS - VIETNAM_OFFSET_MS,
    ...sumAndRank(filled, kept),
    patternOf: filled.patternOf,
    patternAt: Uint16Array.from(filled.patterns.at),
    rangeEdges: Uint16Array.from(filled.patterns.edges),
    ...listOpenMinutes(filled.patterns),
    ...sumYears(years, firstDay),
  })
}
