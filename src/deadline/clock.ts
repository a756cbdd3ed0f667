/**
 * Reading a clock: consumed, remaining, due and overdue, always computed from the ledger.
 *
 * @module
 */
import {
  addWorkingMinutesEpochMs,
  countWorkingMinutesEpochMs,
  type WorkingCalendar,
} from '../calendar/index.ts'
import { fromEpochMs, type Instant, type IsoDate, instant, toEpochMs } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import {
  countTerm,
  countWithPauses,
  type DueDateInput,
  type Leg,
  type Pause,
  type PauseSpan,
} from './due-date.ts'
import { computeDueDate, type DueDate } from './explain-due-date.ts'
import { type ClockContext, type LedgerEntry, type LedgerState, readLedger } from './ledger.ts'
import { DAY_MINUTES, toLocalMinute } from './measure.ts'
import { messages } from './messages.ts'
import { type PauseReason, ruleTexts } from './rules.ts'
import type { Quantity } from './term.ts'

/** A ledger, what it is read with, and the moment at which it is read. */
export interface ClockInput extends ClockContext {
  readonly ledger: readonly LedgerEntry[]
  /** Later entries have not happened yet. */
  readonly at: Instant
}

/** One pause of a dossier as it stands at a moment. */
export interface ClockPause {
  readonly reason: PauseReason
  readonly fromAt: Instant
  /** The moment of reading when the pause is still open. */
  readonly toAt: Instant
  readonly isOpen: boolean
  readonly workingMinutes: number
}

/** What a clock says at a moment. */
export interface ClockReading {
  readonly state: LedgerState['status']
  readonly at: Instant
  /** Beginning of the run that counts: the start or the last restart. */
  readonly runFromAt: Instant | undefined
  /** Used and left of each part of the term, in the part's own unit; months and years as calendar days. */
  readonly consumed: readonly Quantity[]
  readonly remaining: readonly Quantity[]
  /** Open minutes in which the clock ran, from the beginning of this run up to the moment of reading or the stop. */
  readonly consumedWorkingMinutes: number
  /** Open minutes left until the due moment; zero when it is over. */
  readonly remainingWorkingMinutes: number
  /** Open minutes since the due moment; zero when it is not over. */
  readonly overdueWorkingMinutes: number
  readonly overdue: boolean
  /** Moves with every minute of an open pause: it is the due moment if the clock went on now. */
  readonly dueAt: Instant | undefined
  readonly dueDate: IsoDate | undefined
  readonly provisional: boolean
  /** The date of the apology in force; a promise, by which the term is not lengthened. */
  readonly reappointedAt: Instant | undefined
  readonly stoppedAt: Instant | undefined
  /** All pauses of the dossier, those before a restart included. */
  readonly pauses: readonly ClockPause[]
  /** Every day of the run; its days after the moment of reading are the plan. */
  readonly explanation: DueDate | undefined
}

/** The run of a ledger as a receipt with pauses; an open pause ends at the moment of reading. */
function toDueDateInput(state: LedgerState, context: ClockContext, at: Instant): DueDateInput {
  const restartsNow = context.mode === 'restart' && state.openPause?.reason === 'supplement'
  const open = state.openPause === undefined ? [] : [{ ...state.openPause, toAt: at }]
  return {
    // A supplement still awaited will start the term from zero: it is counted as if it came now.
    receivedAt: restartsNow ? at : (state.runFromAt ?? at),
    term: context.term,
    calendar: context.calendar,
    pauses: restartsNow ? [] : [...state.pauses, ...open],
    extensions: restartsNow ? [] : state.extensions,
    ...(context.rules === undefined ? {} : { rules: context.rules }),
  }
}

/** Amount of one part of a count that has passed at a minute; the last minute may not carry it over the goal. */
function countPassed(calendar: WorkingCalendar, { leg, pauses }: LegWithPauses, atMinute: number): number {
  const span = { fromMinute: leg.startMinute, toMinute: Math.min(atMinute, leg.endMinute) }
  return Math.min(countWithPauses(calendar, { scale: leg.scale, pauses }, span), leg.amount)
}

interface LegWithPauses {
  readonly leg: Leg
  readonly pauses: readonly PauseSpan[]
}

/** An amount on a scale in the unit of its part. */
function toQuantity(leg: Leg, amount: number): Quantity {
  const rounded = Math.round(amount * 1e6) / 1e6
  const { unit } = leg.segment
  if (leg.scale === 'working-days') return { kind: 'working-days', amount: rounded }
  if (leg.scale === 'working-minutes') return { kind: 'working-hours', amount: rounded / 60 }
  return unit === 'hours'
    ? { kind: 'hours', amount: rounded / 60 }
    : { kind: 'calendar-days', amount: rounded / DAY_MINUTES }
}

/** Open minutes from one moment to a later one without the pauses between them. */
function countRunning(
  calendar: WorkingCalendar,
  [fromMs, toMs]: readonly [number, number],
  pauses: readonly Pause[],
): number {
  if (toMs <= fromMs) return 0
  let minutes = countWorkingMinutesEpochMs(calendar, fromMs, toMs)
  for (const pause of pauses) {
    const from = Math.max(toEpochMs(pause.fromAt), fromMs)
    const to = Math.min(toEpochMs(pause.toAt), toMs)
    if (to > from) minutes -= countWorkingMinutesEpochMs(calendar, from, to)
  }
  return minutes
}

function listPauses(state: LedgerState, calendar: WorkingCalendar, at: Instant): readonly ClockPause[] {
  const ended = [...state.pastPauses, ...state.pauses].map((pause) => ({ ...pause, isOpen: false }))
  const open = state.openPause === undefined ? [] : [{ ...state.openPause, toAt: at, isOpen: true }]
  return [...ended, ...open].map((pause) => ({
    ...pause,
    workingMinutes: countWorkingMinutesEpochMs(calendar, toEpochMs(pause.fromAt), toEpochMs(pause.toAt)),
  }))
}

/** Names the restart among the rules, when the run is one. */
function explainRun(dueDate: DueDate, { runIsRestart }: LedgerState): DueDate {
  if (!runIsRestart) return dueDate
  return { ...dueDate, rules: [{ rule: 'restart', ...ruleTexts.restart }, ...dueDate.rules] }
}

/** A reading before the clock starts, or of a procedure without a term. */
function readIdle(state: LedgerState, at: Instant, calendar: WorkingCalendar): ClockReading {
  return {
    state: state.status,
    at,
    runFromAt: state.runFromAt,
    consumed: [],
    remaining: [],
    consumedWorkingMinutes: 0,
    remainingWorkingMinutes: 0,
    overdueWorkingMinutes: 0,
    overdue: false,
    dueAt: undefined,
    dueDate: undefined,
    provisional: false,
    reappointedAt: undefined,
    stoppedAt: state.stoppedAt,
    pauses: listPauses(state, calendar, at),
    explanation: undefined,
  }
}

/**
 * Reads a dossier's clock at a moment.
 *
 * Paused time is not counted, by the minute and whatever other entries lie between; in the mode `restart` a
 * supplement starts the term from zero (NĐ 61/2018 art. 19(4)). Entries later than `at` have not happened.
 *
 * @throws MotcuaError `deadline/impossible-ledger` when an entry cannot follow those before it; a ledger that
 *   grew by {@link addLedgerEntry} never is.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { readClock } from 'motcua/deadline'
 * const reading = readClock({
 *   ledger: [
 *     { kind: 'start', at: instant('2026-08-03T10:00') },
 *     { kind: 'pause', at: instant('2026-08-05T07:00'), reason: 'supplement' },
 *     { kind: 'resume', at: instant('2026-08-07T07:00') },
 *   ],
 *   term: { kind: 'working-days', amount: 5 },
 *   calendar: buildWorkingCalendar(),
 *   at: instant('2026-08-07T17:00'),
 * })
 * reading.dueAt // '2026-08-12T17:00:00.000+07:00': two working days later than without the pause
 * reading.remaining // [{ kind: 'working-days', amount: 3 }]
 */
export function readClock(input: ClockInput): ClockReading {
  const { calendar, ledger } = input
  const at = instant(input.at)
  const reading = readLedger(ledger, input, at)
  if (reading.kind === 'refused') {
    const { index, refusal } = reading
    throw new MotcuaError(messages, 'deadline/impossible-ledger', { index, refusal })
  }
  const { state } = reading
  const dueInput = toDueDateInput(state, input, at)
  const count = state.status === 'not-started' ? undefined : countTerm(dueInput)
  if (count === undefined) return readIdle(state, at, calendar)
  const explanation = explainRun(computeDueDate(dueInput), state)
  const endAt = state.stoppedAt ?? at
  const endMs = toEpochMs(endAt)
  const dueMs = toEpochMs(explanation.dueAt ?? endAt)
  const pauses = dueInput.pauses ?? []
  const passed = count.legs.map((leg) =>
    countPassed(calendar, { leg, pauses: count.pauses }, toLocalMinute(endMs)),
  )
  return {
    state: state.status,
    at,
    runFromAt: dueInput.receivedAt,
    consumed: count.legs.map((leg, index) => toQuantity(leg, passed[index] ?? 0)),
    remaining: count.legs.map((leg, index) => toQuantity(leg, leg.amount - (passed[index] ?? 0))),
    consumedWorkingMinutes: countRunning(calendar, [toEpochMs(dueInput.receivedAt), endMs], pauses),
    remainingWorkingMinutes: countRunning(calendar, [endMs, dueMs], []),
    overdueWorkingMinutes: countRunning(calendar, [dueMs, endMs], pauses),
    overdue: endMs > dueMs,
    dueAt: explanation.dueAt,
    dueDate: explanation.dueDate,
    provisional: explanation.provisional,
    reappointedAt: state.reappointments.at(-1)?.newDueAt,
    stoppedAt: state.stoppedAt,
    pauses: listPauses(state, calendar, at),
    explanation,
  }
}

/** How long before the due moment a warning comes. */
export interface WarningLead {
  /** Open minutes: 480 is one working day of the default office. */
  readonly workingMinutes: number
}

/** A moment at which something should be asked again. */
export interface NextInstant {
  readonly kind: 'due-soon' | 'overdue'
  readonly at: Instant
  readonly dueAt: Instant
}

/**
 * Finds the next moments at which a running clock wants attention, in order, later than `at`.
 *
 * There are no timers here: a host stores the moments and comes back. A paused or stopped clock has none, and
 * `overdue` is the first millisecond after the due moment.
 *
 * @param leads - One warning for each; none later than the due moment.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { findNextInstants } from 'motcua/deadline'
 * const ledger = [{ kind: 'start', at: instant('2026-08-03T10:00') }] as const
 * const term = { kind: 'working-days', amount: 5 } as const
 * const at = instant('2026-08-04T08:00')
 * findNextInstants({ ledger, term, calendar: buildWorkingCalendar(), at }, [{ workingMinutes: 480 }]).map((next) => next.at)
 * // ['2026-08-10T07:00:00.000+07:00', '2026-08-10T17:00:00.001+07:00']
 */
export function findNextInstants(input: ClockInput, leads: readonly WarningLead[]): readonly NextInstant[] {
  const reading = readClock(input)
  const { dueAt } = reading
  if (reading.state !== 'running' || dueAt === undefined) return []
  const dueMs = toEpochMs(dueAt)
  const warnings = leads.map(({ workingMinutes }): NextInstant => {
    const at = fromEpochMs(addWorkingMinutesEpochMs(input.calendar, dueMs, -workingMinutes))
    return { kind: 'due-soon', at, dueAt }
  })
  const all: NextInstant[] = [...warnings, { kind: 'overdue', at: fromEpochMs(dueMs + 1), dueAt }]
  const now = instant(input.at)
  return all.filter((next) => next.at > now).sort((a, b) => (a.at < b.at ? -1 : 1))
}
