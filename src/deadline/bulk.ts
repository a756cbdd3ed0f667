/**
 * Due dates of many dossiers at once, from columns of numbers.
 *
 * Whole terms in working days or calendar days under the lawful rules run in one tight loop over the calendar's
 * sums; every other row goes through the engine that answers single questions. A test holds the two equal.
 *
 * @module
 */
import type { WorkingAxis, WorkingCalendar } from '../calendar/index.ts'
import { DAY_MS, fromEpochMs, toEpochMs, VIETNAM_OFFSET_MS } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import { findDueDate, type Pause } from './due-date.ts'
import { closingMinuteOf, DAY_MINUTES, SHARE_TOLERANCE } from './measure.ts'
import { messages } from './messages.ts'
import { type CountingRules, lawfulRules } from './rules.ts'
import type { Term } from './term.ts'

/** Dossiers as columns; all of `receivedEpochMs`, `termIndex` have one row for each. */
export interface DueDateColumns {
  readonly receivedEpochMs: Float64Array
  /** Which of `terms` a dossier has; the first one for all when left out. */
  readonly termIndex?: Uint8Array | Uint16Array | Uint32Array
  /**
   * Where each dossier's pauses begin in the two columns below, and where the last one's end: one more than there
   * are dossiers. No pauses when left out.
   */
  readonly pausesAt?: Uint32Array
  readonly pauseFromEpochMs?: Float64Array
  readonly pauseToEpochMs?: Float64Array
}

/** What all rows share. */
export interface BulkContext {
  readonly terms: readonly Term[]
  readonly calendar: WorkingCalendar
  readonly rules?: Partial<CountingRules>
}

const MINUTE_MS = 60_000
const NO_PAUSES = new Uint32Array(0)
const NO_TIMES = new Float64Array(0)

/** The columns with nothing left out. */
interface FilledColumns {
  readonly received: Float64Array
  readonly termIndex: Uint8Array | Uint16Array | Uint32Array | undefined
  readonly pausesAt: Uint32Array
  readonly pauseFrom: Float64Array
  readonly pauseTo: Float64Array
  /** Working days of each term that the tight loop can count; zero for the others. */
  readonly days: Float64Array
}

/** Checks that columns have the rows they need. */
function fillColumns(columns: DueDateColumns, days: Float64Array): FilledColumns {
  const rows = columns.receivedEpochMs.length
  const { termIndex, pausesAt = NO_PAUSES, pauseFromEpochMs = NO_TIMES, pauseToEpochMs = NO_TIMES } = columns
  const pauses = pausesAt.length === 0 ? 0 : (pausesAt[rows] ?? Number.NaN)
  const assertRows = (column: string, actual: number, expected: number): void => {
    if (!(actual >= expected))
      throw new MotcuaError(messages, 'deadline/short-column', { column, expected, actual })
  }
  if (termIndex !== undefined) assertRows('termIndex', termIndex.length, rows)
  if (pausesAt.length > 0) assertRows('pausesAt', pausesAt.length, rows + 1)
  assertRows('pauseFromEpochMs', pauseFromEpochMs.length, pauses)
  assertRows('pauseToEpochMs', pauseToEpochMs.length, pauses)
  return {
    received: columns.receivedEpochMs,
    termIndex,
    pausesAt,
    pauseFrom: pauseFromEpochMs,
    pauseTo: pauseToEpochMs,
    days,
  }
}

/** What the tight loop reads of a calendar: one row of shares for each pattern of hours. */
interface ShareTables {
  readonly firstMs: number
  /** End of the last day. */
  readonly endMs: number
  /** Working days before each day. */
  readonly workingBefore: Uint16Array
  /** What to add to a minute of the calendar for its place in `shares`, by day. */
  readonly shareAt: Int32Array
  /** Share of the day that has passed, by minute of the day; days that do not count have a row of zeros. */
  readonly shares: Float64Array
  /** Closing of the working day of each rank as a moment. */
  readonly closingMs: Float64Array
}

/** Shares of one pattern of hours, minute by minute. */
function fillShares(axis: WorkingAxis, pattern: number, shares: Float64Array): void {
  const first = axis.patternAt[pattern] ?? 0
  const last = axis.patternAt[pattern + 1] ?? 0
  let open = 0
  for (let edge = first; edge < last; edge += 2)
    open += (axis.rangeEdges[edge + 1] ?? 0) - (axis.rangeEdges[edge] ?? 0)
  let passed = 0
  let edge = first
  for (let minute = 0; minute < DAY_MINUTES; minute += 1) {
    shares[minute] = open === 0 ? 0 : passed / open
    while (edge < last && minute >= (axis.rangeEdges[edge + 1] ?? 0)) edge += 2
    if (edge < last && minute >= (axis.rangeEdges[edge] ?? 0)) passed += 1
  }
}

/** Lays the calendar out for the tight loop; cheap beside the rows that it serves. */
function buildTables(axis: WorkingAxis): ShareTables {
  const days = axis.patternOf.length
  const patterns = axis.patternAt.length - 1
  const shares = new Float64Array((patterns + 1) * DAY_MINUTES)
  for (let pattern = 0; pattern < patterns; pattern += 1) {
    fillShares(axis, pattern, shares.subarray(pattern * DAY_MINUTES, (pattern + 1) * DAY_MINUTES))
  }
  const shareAt = new Int32Array(days)
  for (let offset = 0; offset < days; offset += 1) {
    const isCounted = axis.workingBefore[offset] !== axis.workingBefore[offset + 1]
    const row = isCounted ? (axis.patternOf[offset] ?? 0) : patterns
    shareAt[offset] = (row - offset) * DAY_MINUTES
  }
  const closingMs = Float64Array.from(axis.workingDayAt, (offset) => {
    const closing = closingMinuteOf(axis, axis.firstDay + offset)
    return ((axis.firstDay + offset) * DAY_MINUTES + closing) * MINUTE_MS - VIETNAM_OFFSET_MS
  })
  const firstMs = axis.firstDay * DAY_MS - VIETNAM_OFFSET_MS
  const { workingBefore } = axis
  return { firstMs, endMs: firstMs + days * DAY_MS, workingBefore, shareAt, shares, closingMs }
}

/**
 * Fills in the due moment of every row of a whole number of working days; NaN where a row needs the other engine.
 *
 * One function without calls, on purpose: it is the only place of the room where a call costs as much as the
 * work. A row with a moment outside the calendar, with pauses out of order or overlapping, or with a term that is
 * not in `days` ends as NaN; of all others every look-up lies inside its table. `| 0` cuts to a whole number.
 * Minutes come by multiplying, a tenth of the whole cheaper than dividing; the hundredth of a millisecond added
 * is a thousand times the rounding error of the product over a century, and less than any clock tells.
 *
 * @returns how many rows need the other engine
 */
function fillFastRows(tables: ShareTables, columns: FilledColumns, due: Float64Array): number {
  const { firstMs, endMs, workingBefore, shareAt, shares, closingMs } = tables
  const { received, termIndex, pausesAt, pauseFrom, pauseTo, days } = columns
  // A bundler makes variables of a module's constants, which would be read anew for every pause.
  const [tolerance, dayMs, perMinute] = [SHARE_TOLERANCE, DAY_MS, 1 / MINUTE_MS]
  const hasPauses = pausesAt.length > 0
  const rows = due.length
  let slowRows = 0
  for (let row = 0; row < rows; row += 1) {
    const wanted = days[termIndex === undefined ? 0 : (termIndex[row] ?? 0)] ?? 0
    const receivedMs = received[row] ?? Number.NaN
    let isFast = wanted > 0 && receivedMs >= firstMs && receivedMs < endMs
    const receivedDay = isFast ? ((receivedMs - firstMs) / dayMs) | 0 : 0
    const start = workingBefore[receivedDay + 1] ?? 0
    let goal = start + wanted
    let reachedMs = firstMs
    let pause = hasPauses ? (pausesAt[row] ?? 0) : 0
    const end = hasPauses ? (pausesAt[row + 1] ?? 0) : 0
    for (; pause < end; pause += 1) {
      const fromMs = pauseFrom[pause] ?? Number.NaN
      const toMs = pauseTo[pause] ?? Number.NaN
      if (!(fromMs >= reachedMs && toMs >= fromMs && toMs < endMs)) break
      const fromMinute = ((fromMs - firstMs + 0.01) * perMinute) | 0
      const fromDay = (fromMinute / 1440) | 0
      const from = (workingBefore[fromDay] ?? 0) + (shares[(shareAt[fromDay] ?? 0) + fromMinute] ?? 0)
      if (from > goal - tolerance) break
      reachedMs = toMs
      const toMinute = ((toMs - firstMs + 0.01) * perMinute) | 0
      const toDay = (toMinute / 1440) | 0
      const to = (workingBefore[toDay] ?? 0) + (shares[(shareAt[toDay] ?? 0) + toMinute] ?? 0)
      // Only what lies after the beginning of the count moves its end.
      if (to > start) goal += to - (from > start ? from : start)
    }
    // Pauses after the end of the count move nothing, yet one of them out of order may lie before it.
    for (; pause < end; pause += 1) {
      const fromMs = pauseFrom[pause] ?? Number.NaN
      const toMs = pauseTo[pause] ?? Number.NaN
      if (!(fromMs >= reachedMs && toMs >= fromMs && toMs < endMs)) isFast = false
      reachedMs = toMs
    }
    const rank = Math.ceil(goal - tolerance) - 1
    if (isFast && rank < closingMs.length) due[row] = closingMs[rank] ?? 0
    else {
      due[row] = Number.NaN
      slowRows += 1
    }
  }
  return slowRows
}

/** Due moment of one row by the engine for single questions. */
function findSlowly(
  columns: FilledColumns,
  row: number,
  context: BulkContext & { readonly term: Term },
): number {
  const pauses: Pause[] = []
  const last = columns.pausesAt[row + 1] ?? 0
  for (let pause = columns.pausesAt[row] ?? 0; pause < last; pause += 1) {
    const fromAt = fromEpochMs(columns.pauseFrom[pause] ?? Number.NaN)
    pauses.push({ fromAt, toAt: fromEpochMs(columns.pauseTo[pause] ?? Number.NaN), reason: 'supplement' })
  }
  const receivedAt = fromEpochMs(columns.received[row] ?? Number.NaN)
  const { dueAt } = findDueDate({ ...context, receivedAt, pauses })
  return dueAt === undefined ? Number.NaN : toEpochMs(dueAt)
}

/** Whether the rules are those of the fast loop. */
function areLawful(rules: Partial<CountingRules> | undefined): boolean {
  const all = { ...lawfulRules, ...rules }
  return (
    all.firstDay === lawfulRules.firstDay &&
    all.dueMoment === lawfulRules.dueMoment &&
    all.afterHours === lawfulRules.afterHours &&
    all.cutOff === undefined
  )
}

/**
 * Finds the due moments of many dossiers; NaN where the law sets no term.
 *
 * The answers are those of {@link findDueDate}, row by row. A million dossiers with three pauses each take well
 * under a second.
 *
 * @throws MotcuaError `deadline/short-column` when a column has fewer rows than it needs.
 * @throws MotcuaError `deadline/invalid-term` when a row names a term that is not there.
 *
 * @example
 * import { instant, toEpochMs } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { findDueDatesEpochMs } from 'motcua/deadline'
 * const due = findDueDatesEpochMs(
 *   { receivedEpochMs: Float64Array.of(toEpochMs(instant('2026-08-28T10:00'))) },
 *   { terms: [{ kind: 'working-days', amount: 3 }], calendar: buildWorkingCalendar() },
 * )
 * due[0] === toEpochMs(instant('2026-09-07T17:00')) // true
 */
export function findDueDatesEpochMs(columns: DueDateColumns, context: BulkContext): Float64Array {
  const { terms, calendar, rules } = context
  const isPlain = areLawful(rules) && !calendar.axis.hasGaps
  const days = Float64Array.from(terms, (term) =>
    isPlain && term.kind === 'working-days' && Number.isInteger(term.amount) && term.amount > 0
      ? term.amount
      : 0,
  )
  const filled = fillColumns(columns, days)
  const due = new Float64Array(filled.received.length)
  let slowRows = fillFastRows(buildTables(calendar.axis), filled, due)
  for (let row = 0; slowRows > 0; row += 1) {
    if (!Number.isNaN(due[row])) continue
    due[row] = findRow(filled, row, { ...context, index: filled.termIndex?.[row] ?? 0 })
    slowRows -= 1
  }
  return due
}

/** A row outside the fast loop. */
function findRow(
  columns: FilledColumns,
  row: number,
  context: BulkContext & { readonly index: number },
): number {
  const term = context.terms[context.index]
  if (term === undefined)
    throw new MotcuaError(messages, 'deadline/invalid-term', { place: `termIndex[${row}]` })
  return findSlowly(columns, row, { ...context, term })
}
