/**
 * Where a term ends: one engine for single answers, ledgers and columns.
 *
 * @module
 */
import {
  addWorkingDaysDayNumber,
  countWorkingDaysDayNumber,
  type WorkingCalendar,
} from '../calendar/index.ts'
import { fromDayNumber, fromEpochMs, type Instant, type IsoDate, instant, toEpochMs } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import {
  addOnScale,
  clampToOpen,
  closingMinuteOf,
  countOnScale,
  DAY_MINUTES,
  dayOfMinute,
  isCountedDay,
  openingMinuteOf,
  type Scale,
  SHARE_TOLERANCE,
  type Span,
  toEpochMsOfMinute,
  toLocalMinute,
} from './measure.ts'
import { messages } from './messages.ts'
import {
  joinSegments,
  type Measure,
  measureSegment,
  placeReceipt,
  type Receipt,
  type Segment,
} from './plan.ts'
import { type CountingRules, lawfulRules, type PauseReason, type RuleName } from './rules.ts'
import type { Term, TermExtension } from './term.ts'

/** A stretch in which the clock stands still. */
export interface Pause {
  readonly fromAt: Instant
  /** Not included. */
  readonly toAt: Instant
  readonly reason: PauseReason
}

/** A receipt, a term and a calendar; the rest has lawful defaults. */
export interface DueDateInput {
  /**
   * The moment from which the term runs. For a dossier sent by post it is the arrival of the full dossier by the
   * incoming postmark (NĐ 23/2015 art. 17(4)).
   */
  readonly receivedAt: Instant
  readonly term: Term
  readonly calendar: WorkingCalendar
  readonly rules?: Partial<CountingRules>
  /** Overlapping pauses count once. */
  readonly pauses?: readonly Pause[]
  /** Lengthenings in force, in the order in which they were granted. */
  readonly extensions?: readonly TermExtension[]
}

/** A due date without its explanation; nothing is due when the law sets no term. */
export interface DueMoment {
  readonly dueDate: IsoDate | undefined
  readonly dueAt: Instant | undefined
  /** Whether a year without a notice was touched, so that the answer may still change. */
  readonly provisional: boolean
}

/** A pause in minutes of Viet Nam's clock; pauses are in order and apart. */
export interface PauseSpan extends Span {
  readonly reason: PauseReason
}

/** A part of a term as it was counted. */
export interface Leg extends Measure {
  readonly segment: Segment
  /** The earliest minute at which the amount has passed. */
  readonly endMinute: number
}

/** A counted term: where it began, its parts, where it ended, and the rules that moved it. */
export interface Count {
  readonly receipt: Receipt
  readonly legs: readonly Leg[]
  readonly pauses: readonly PauseSpan[]
  readonly dueDay: number
  readonly dueMinute: number
  /** The rules that ended it. */
  readonly ending: readonly RuleName[]
}

const NONE: readonly never[] = []

/**
 * Puts pauses in order and joins those that overlap; the earlier reason names the joint.
 *
 * @throws MotcuaError `deadline/invalid-pause`
 */
export function joinPauses(pauses: readonly Pause[]): readonly PauseSpan[] {
  const spans = pauses.map(({ fromAt, toAt, reason }, index) => {
    const fromMinute = toLocalMinute(toEpochMs(instant(fromAt)))
    const toMinute = toLocalMinute(toEpochMs(instant(toAt)))
    if (toMinute < fromMinute) throw new MotcuaError(messages, 'deadline/invalid-pause', { index })
    return { fromMinute, toMinute, reason }
  })
  spans.sort((a, b) => a.fromMinute - b.fromMinute)
  const joined: PauseSpan[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last !== undefined && span.fromMinute < last.toMinute) {
      joined[joined.length - 1] = { ...last, toMinute: Math.max(last.toMinute, span.toMinute) }
    } else if (span.toMinute > span.fromMinute) {
      joined.push(span)
    }
  }
  return joined
}

/** Finds the earliest minute at which a measure has passed, standing still in the pauses. */
export function addWithPauses(
  calendar: WorkingCalendar,
  { scale, amount, startMinute }: Pick<Measure, 'scale' | 'amount' | 'startMinute'>,
  pauses: readonly PauseSpan[],
): number {
  let left = amount
  let at = startMinute
  for (const pause of pauses) {
    if (pause.toMinute <= at) continue
    if (pause.fromMinute > at) {
      const passed = countOnScale(calendar, scale, { fromMinute: at, toMinute: pause.fromMinute })
      if (passed > left - SHARE_TOLERANCE) break
      left -= passed
    }
    at = pause.toMinute
  }
  return addOnScale(calendar, at, { scale, amount: left })
}

/** Amount that passes on a scale in a stretch of time, the pauses left out. */
export function countWithPauses(
  calendar: WorkingCalendar,
  { scale, pauses }: { readonly scale: Scale; readonly pauses: readonly PauseSpan[] },
  span: Span,
): number {
  if (span.toMinute <= span.fromMinute) return 0
  let passed = countOnScale(calendar, scale, span)
  for (const pause of pauses) {
    const paused = {
      fromMinute: Math.max(pause.fromMinute, span.fromMinute),
      toMinute: Math.min(pause.toMinute, span.toMinute),
    }
    if (paused.toMinute > paused.fromMinute) passed -= countOnScale(calendar, scale, paused)
  }
  return passed
}

/** The parts of a term one after the other. */
function countLegs(
  calendar: WorkingCalendar,
  segments: readonly Segment[],
  input: { readonly receipt: Receipt; readonly rules: CountingRules; readonly pauses: readonly PauseSpan[] },
): readonly Leg[] {
  const { receipt, rules, pauses } = input
  const legs: Leg[] = []
  let cursor = receipt.countedMinute
  for (const segment of segments) {
    const measure = measureSegment(segment, cursor, { calendar, receipt, rules, isFirst: legs.length === 0 })
    const { scale, amount, startMinute, rules: own } = measure
    cursor = addWithPauses(calendar, measure, pauses)
    legs.push({ scale, amount, startMinute, rules: own, segment, endMinute: cursor })
  }
  return legs
}

/** Where the last part leaves the due moment, and by which rules. */
interface Finish {
  readonly dueDay: number
  readonly dueMinute: number
  readonly rules: readonly RuleName[]
}

/** Whether the last part ends at a minute of its own rather than at a moment of the day. */
function endsExactly({ unit, amount }: Segment, rules: CountingRules): boolean {
  if (unit === 'hours' || unit === 'working-hours') return true
  if (unit === 'same-day') return false
  return rules.firstDay === 'at-once' || (unit === 'working-days' && !Number.isInteger(amount))
}

/** Ends a term: at its own minute, at the closing of its last day, or at the clock time of the receipt. */
function finishCount(
  calendar: WorkingCalendar,
  legs: readonly Leg[],
  input: { readonly rules: CountingRules; readonly receipt: Receipt },
): Finish {
  const { axis } = calendar
  const last = legs.at(-1)
  const endMinute = last?.endMinute ?? input.receipt.countedMinute
  const lastDay = dayOfMinute(endMinute - 1)
  countWorkingDaysDayNumber(calendar, input.receipt.day, lastDay)
  const isOff = last?.scale === 'calendar-minutes' && !isCountedDay(axis, lastDay)
  const dueDay = isOff ? addWorkingDaysDayNumber(calendar, lastDay, 1) : lastDay
  const isExact = last !== undefined && endsExactly(last.segment, input.rules)
  if (isExact && !isOff) return { dueDay, dueMinute: endMinute, rules: NONE }
  if (input.rules.dueMoment === 'same-clock-time' && last?.segment.unit !== 'same-day' && !isExact) {
    return {
      ...finishByClock(calendar, endMinute, {
        dueDay,
        receipt: input.receipt,
        isCalendar: last?.scale === 'calendar-minutes',
      }),
      rules: isOff ? ['last-day', 'same-clock-time'] : ['same-clock-time'],
    }
  }
  const dueMinute = dueDay * DAY_MINUTES + closingMinuteOf(axis, dueDay)
  return { dueDay, dueMinute, rules: isOff ? ['last-day', 'end-of-working-day'] : ['end-of-working-day'] }
}

/** The clock time of the receipt on the due day, moved into working time. */
function finishByClock(
  calendar: WorkingCalendar,
  endMinute: number,
  {
    dueDay,
    receipt,
    isCalendar,
  }: { readonly dueDay: number; readonly receipt: Receipt; readonly isCalendar: boolean },
): Pick<Finish, 'dueDay' | 'dueMinute'> {
  const { axis } = calendar
  if (isCalendar) {
    const clock = endMinute - dayOfMinute(endMinute) * DAY_MINUTES
    return { dueDay, dueMinute: dueDay * DAY_MINUTES + clampToOpen(axis, dueDay, clock) }
  }
  const receiptClock = receipt.countedMinute - receipt.countedDay * DAY_MINUTES
  const isAtClosing = endMinute === dueDay * DAY_MINUTES + closingMinuteOf(axis, dueDay)
  if (!isAtClosing || receiptClock > openingMinuteOf(axis, dueDay)) {
    return {
      dueDay,
      dueMinute: dueDay * DAY_MINUTES + clampToOpen(axis, dueDay, endMinute - dueDay * DAY_MINUTES),
    }
  }
  // Received at or before the opening: the closing of a day and the next opening are the same share of days.
  const nextDay = addWorkingDaysDayNumber(calendar, dueDay, 1)
  return { dueDay: nextDay, dueMinute: nextDay * DAY_MINUTES + openingMinuteOf(axis, nextDay) }
}

/** Counts a term from a receipt; undefined when the law sets none. */
export function countTerm(input: DueDateInput): Count | undefined {
  const { calendar, term } = input
  if (term.kind === 'none') return undefined
  const rules = input.rules === undefined ? lawfulRules : { ...lawfulRules, ...input.rules }
  const segments = joinSegments(term, input.extensions ?? NONE)
  const receivedMs = toEpochMs(input.receivedAt)
  // Not a moment: the reader of moments refuses it in its own words.
  if (Number.isNaN(receivedMs)) instant(input.receivedAt)
  const receipt = placeReceipt(receivedMs, calendar, { term, rules })
  const pauses = input.pauses === undefined ? NONE : joinPauses(input.pauses)
  const legs = countLegs(calendar, segments, { receipt, rules, pauses })
  const { dueDay, dueMinute, rules: ending } = finishCount(calendar, legs, { rules, receipt })
  return { receipt, legs, pauses, dueDay, dueMinute, ending }
}

/** The rules that a count followed, each once, in the order in which they acted. */
export function listRules(
  { receipt, legs, pauses, dueMinute, ending }: Count,
  isExtended: boolean,
): readonly RuleName[] {
  const applied: readonly RuleName[] = [
    ...(receipt.rule === undefined ? [] : [receipt.rule]),
    ...legs.flatMap((leg) => leg.rules),
    ...(isExtended ? (['extension'] as const) : []),
    ...(pauses.some((pause) => pause.fromMinute < dueMinute) ? (['pause'] as const) : []),
    ...ending,
  ]
  return [...new Set(applied)]
}

/** Whether a year without a notice lies between two days. */
function isProvisionalSpan(calendar: WorkingCalendar, firstDate: IsoDate, lastDate: IsoDate): boolean {
  const first = Number(firstDate.slice(0, 4))
  const last = Number(lastDate.slice(0, 4))
  return calendar.provisionalYears.some((year) => year >= first && year <= last)
}

/** The public form of a count. */
export function toDueMoment(calendar: WorkingCalendar, count: Count | undefined): DueMoment {
  if (count === undefined) return { dueDate: undefined, dueAt: undefined, provisional: false }
  const dueDate = fromDayNumber(count.dueDay)
  return {
    dueDate,
    dueAt: fromEpochMs(toEpochMsOfMinute(count.dueMinute)),
    provisional: isProvisionalSpan(calendar, fromDayNumber(count.receipt.day), dueDate),
  }
}

/**
 * Finds when a term ends, without saying why; the cost does not grow with the length of the term.
 *
 * The same engine as {@link computeDueDate}, for those who need only the moment.
 *
 * @throws MotcuaError `deadline/invalid-term` when an amount is zero or cannot be counted in its unit.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { findDueDate } from 'motcua/deadline'
 * const due = findDueDate({
 *   receivedAt: instant('2026-08-28T10:00'),
 *   term: { kind: 'working-days', amount: 3 },
 *   calendar: buildWorkingCalendar(),
 * })
 * due.dueAt // '2026-09-07T17:00:00.000+07:00'
 */
export function findDueDate(input: DueDateInput): DueMoment {
  return toDueMoment(input.calendar, countTerm(input))
}
