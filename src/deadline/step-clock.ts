/**
 * Clocks inside a dossier's clock: one step, the time used by agencies and legs, the plan of interlinked legs.
 *
 * @module
 */
import type { WorkingCalendar } from '../calendar/index.ts'
import { type Instant, type IsoDate, instant, toEpochMs } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import { type ClockInput, type ClockReading, readClock } from './clock.ts'
import { countWithPauses, findDueDate, joinPauses, type Pause } from './due-date.ts'
import { DAY_MINUTES, type Scale, toLocalMinute } from './measure.ts'
import { messages } from './messages.ts'
import type { CountingRules } from './rules.ts'
import type { Budget } from './step-norms.ts'
import type { Quantity, Term } from './term.ts'

/** A stay of the dossier in one step. */
export interface StepVisit {
  readonly step: string
  readonly agency?: string
  readonly leg?: string
  readonly enteredAt: Instant
  /** Absent while the dossier is there. */
  readonly leftAt?: Instant
}

/** What a step's clock says. */
export interface StepReading {
  readonly step: string
  /** The end of the norm, but never later than the dossier's own due moment. */
  readonly dueAt: Instant | undefined
  readonly dueDate: IsoDate | undefined
  /** Whether the legal term ends before the norm does. */
  readonly isCutByTerm: boolean
  readonly consumed: Quantity
  /** Zero when the norm is used up. */
  readonly remaining: Quantity
  readonly overdue: boolean
}

const SCALES = {
  'working-days': { scale: 'working-days', perUnit: 1 },
  'working-hours': { scale: 'working-minutes', perUnit: 60 },
  hours: { scale: 'calendar-minutes', perUnit: 60 },
  'calendar-days': { scale: 'calendar-minutes', perUnit: DAY_MINUTES },
  months: { scale: 'calendar-minutes', perUnit: 30 * DAY_MINUTES },
  years: { scale: 'calendar-minutes', perUnit: 365 * DAY_MINUTES },
} as const satisfies Readonly<Record<Quantity['kind'], { readonly scale: Scale; readonly perUnit: number }>>

/** Time of a stay in a unit, the dossier's pauses left out. */
function countVisit(
  visit: StepVisit,
  kind: Quantity['kind'],
  clock: { readonly reading: ClockReading; readonly calendar: WorkingCalendar },
): number {
  const { scale, perUnit } = SCALES[kind]
  const minuteOf = (at: Instant): number => toLocalMinute(toEpochMs(instant(at)))
  const end = visit.leftAt ?? clock.reading.stoppedAt ?? clock.reading.at
  const span = { fromMinute: minuteOf(visit.enteredAt), toMinute: minuteOf(end) }
  const amount = countWithPauses(clock.calendar, { scale, pauses: joinPauses(clock.reading.pauses) }, span)
  return Math.round((amount / perUnit) * 1e6) / 1e6
}

/**
 * Reads the clock of one step inside the dossier's clock.
 *
 * The norm runs from the moment the step is entered and stands still with the dossier; it is cut at the
 * dossier's due moment, because an internal norm never lengthens the legal term.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { readStepClock } from 'motcua/deadline'
 * const step = readStepClock({
 *   visit: { step: 'appraise', enteredAt: instant('2026-09-03T15:00') },
 *   norm: { kind: 'working-hours', amount: 4 },
 *   clock: {
 *     ledger: [{ kind: 'start', at: instant('2026-09-03T10:00') }],
 *     term: { kind: 'working-days', amount: 3 },
 *     calendar: buildWorkingCalendar(),
 *     at: instant('2026-09-04T08:00'),
 *   },
 * })
 * step.dueAt // '2026-09-04T09:00:00.000+07:00'
 * step.remaining // { kind: 'working-hours', amount: 1 }
 */
export function readStepClock(input: {
  readonly visit: StepVisit
  readonly norm: Quantity
  readonly clock: ClockInput
}): StepReading {
  const { visit, norm, clock } = input
  const reading = readClock(clock)
  const pauses: readonly Pause[] = reading.pauses
  const rules: Partial<CountingRules> = { firstDay: 'at-once' }
  const own = findDueDate({
    receivedAt: visit.enteredAt,
    term: norm,
    calendar: clock.calendar,
    pauses,
    rules,
  })
  const isCutByTerm = own.dueAt !== undefined && reading.dueAt !== undefined && own.dueAt > reading.dueAt
  const { dueAt, dueDate } = isCutByTerm ? reading : own
  const consumed = countVisit(visit, norm.kind, { reading, calendar: clock.calendar })
  const end = instant(visit.leftAt ?? reading.stoppedAt ?? reading.at)
  return {
    step: visit.step,
    dueAt,
    dueDate,
    isCutByTerm,
    consumed: { kind: norm.kind, amount: consumed },
    remaining: { kind: norm.kind, amount: Math.max(0, norm.amount - consumed) },
    overdue: dueAt !== undefined && end > dueAt,
  }
}

/** A budget and what has been used of it. */
export interface BudgetReading extends Budget {
  /** In the budget's own unit. */
  readonly consumed: Quantity
  readonly remaining: Quantity
  readonly isExceeded: boolean
}

/**
 * Adds up what steps, agencies and legs have used of their budgets, the dossier's pauses left out.
 *
 * Stays in the same step count together, however often the dossier came back. Months and years are counted as
 * 30 and 365 days (Civil Code 2015 art. 146(1)), because such stays do not follow one another.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { readBudgets } from 'motcua/deadline'
 * const [tax] = readBudgets({
 *   visits: [{ step: 'duties', agency: 'tax', enteredAt: instant('2026-09-03T07:00'), leftAt: instant('2026-09-07T17:00') }],
 *   budgets: [{ kind: 'agency', key: 'tax', norm: { kind: 'working-days', amount: 2 } }],
 *   clock: {
 *     ledger: [{ kind: 'start', at: instant('2026-09-03T07:00') }],
 *     term: { kind: 'working-days', amount: 10 },
 *     calendar: buildWorkingCalendar(),
 *     at: instant('2026-09-08T08:00'),
 *   },
 * })
 * tax?.consumed // { kind: 'working-days', amount: 3 }
 * tax?.isExceeded // true
 */
export function readBudgets(input: {
  readonly visits: readonly StepVisit[]
  readonly budgets: readonly Budget[]
  readonly clock: ClockInput
}): readonly BudgetReading[] {
  const reading = readClock(input.clock)
  return input.budgets.map((budget) => {
    const own = input.visits.filter((visit) => visit[budget.kind] === budget.key)
    const context = { reading, calendar: input.clock.calendar }
    const used = own.reduce((sum, visit) => sum + countVisit(visit, budget.norm.kind, context), 0)
    const amount = Math.round(used * 1e6) / 1e6
    const left = Math.max(0, budget.norm.amount - amount)
    const { kind } = budget.norm
    return {
      ...budget,
      consumed: { kind, amount },
      remaining: { kind, amount: left },
      isExceeded: amount > budget.norm.amount,
    }
  })
}

/** One leg of an interlinked procedure: an agency with a term of its own. */
export interface InterlinkedLeg {
  readonly leg: string
  readonly term: Term
  /** Legs that must be finished first; none when left out, so that legs run side by side. */
  readonly startAfter?: readonly string[]
  /** When it was really finished; the legs after it start then, and not at its due moment. */
  readonly finishedAt?: Instant
}

/** When a leg starts and is due; a leg without a term is due at its start as far as others wait for it. */
export interface PlannedLeg {
  readonly leg: string
  readonly startsAt: Instant
  readonly dueAt: Instant | undefined
  readonly dueDate: IsoDate | undefined
}

/**
 * Plans the legs of an interlinked procedure: each starts when those before it are finished, or due.
 *
 * Each leg has its own return date; the whole is due with the last of them.
 *
 * @throws MotcuaError `deadline/unordered-legs` when a leg waits for one that is missing or, in the end, for
 *   itself.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { planLegs } from 'motcua/deadline'
 * const legs = planLegs({
 *   receivedAt: instant('2026-09-03T09:00'),
 *   calendar: buildWorkingCalendar(),
 *   legs: [
 *     { leg: 'birth', term: { kind: 'same-day' } },
 *     { leg: 'residence', term: { kind: 'working-days', amount: 7 }, startAfter: ['birth'] },
 *     { leg: 'insurance', term: { kind: 'working-days', amount: 5 }, startAfter: ['birth'] },
 *   ],
 * })
 * legs.map((leg) => leg.dueDate) // ['2026-09-03', '2026-09-14', '2026-09-10']
 */
export function planLegs(input: {
  readonly receivedAt: Instant
  readonly calendar: WorkingCalendar
  readonly legs: readonly InterlinkedLeg[]
  readonly rules?: Partial<CountingRules>
}): readonly PlannedLeg[] {
  const planned = new Map<string, PlannedLeg & { readonly freesAt: Instant }>()
  while (planned.size < input.legs.length) {
    const ready = input.legs.filter(
      (leg) => !planned.has(leg.leg) && (leg.startAfter ?? []).every((name) => planned.has(name)),
    )
    if (ready.length === 0) {
      const waiting = input.legs.filter((leg) => !planned.has(leg.leg)).map((leg) => leg.leg)
      throw new MotcuaError(messages, 'deadline/unordered-legs', { waiting: waiting.join(', ') })
    }
    for (const leg of ready) {
      const starts = (leg.startAfter ?? []).map((name) => planned.get(name)?.freesAt ?? input.receivedAt)
      const startsAt = [instant(input.receivedAt), ...starts].sort().at(-1) ?? input.receivedAt
      const { dueAt, dueDate } = findDueDate({ ...input, receivedAt: startsAt, term: leg.term })
      const freesAt = instant(leg.finishedAt ?? dueAt ?? startsAt)
      planned.set(leg.leg, { leg: leg.leg, startsAt, dueAt, dueDate, freesAt })
    }
  }
  return input.legs.flatMap(({ leg }) => {
    const found = planned.get(leg)
    return found === undefined
      ? []
      : [{ leg, startsAt: found.startsAt, dueAt: found.dueAt, dueDate: found.dueDate }]
  })
}
