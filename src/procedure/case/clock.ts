/**
 * The clocks of a case: its appointment, its steps, its forwarding, and the moments to come back at.
 *
 * Nothing here is stored but promises: due dates of steps, what is consumed and what is left are derived
 * from the facts whenever they are asked for.
 *
 * @module
 */
import {
  addWorkingMinutes,
  countWorkingMinutes,
  findNextWorkingDay,
  findOpenIntervals,
  findPreviousWorkingDay,
  isWorkingDay,
  type WorkingCalendar,
} from '../../calendar/index.ts'
import { addDays, dateOfInstant, fromEpochMs, type Instant, instantAt, toEpochMs } from '../../date.ts'
import { type DueDateInput, findDueDate, type Pause, type Term } from '../../deadline/index.ts'
import type { CaseHeader } from '../../dossier/history/index.ts'
import type { CommandType } from '../commands.ts'
import type { DefinedProcess } from '../define.ts'
import { asTerm, type Duration, type ProcessDefinition } from '../definition.ts'
import type { RuleSet } from '../rule-set.ts'
import { warningKey } from './checks.ts'
import type { CaseFacts, DossierCase } from './facts.ts'

/** Past a due moment by this much it is overdue; at the moment itself it is on time. */
const MINUTE_MS = 60_000

/** A moment at which the host has to come back with a command; data to be stored as a timer. */
export interface NextInstant {
  readonly at: Instant
  readonly command: CommandType
  readonly data: Readonly<Record<string, unknown>>
  /** Idempotency key: the same moment for the same reason has the same key; fit for a command id. */
  readonly key: string
}

/** The declared term of a case: by its trường hợp, and by its channel. */
export function termOf(definition: ProcessDefinition, header: CaseHeader): Term {
  const chosen = definition.cases?.find(({ id }) => id === header.variant) ?? definition
  return asTerm(header.channel === 'online' ? (chosen.termOnline ?? chosen.term) : chosen.term)
}

/** The standstills as pauses; an open one is closed at `untilAt`. */
function pausesOf(facts: CaseFacts, untilAt: Instant): readonly Pause[] {
  return facts.standstills.map(({ fromAt, toAt, reason }) => ({
    fromAt,
    toAt: toAt ?? (untilAt > fromAt ? untilAt : fromAt),
    reason,
  }))
}

/**
 * What the appointment is counted from, ready for `explainDueDate` of the deadline room.
 *
 * `undefined` before reception. An open standstill counts as closed at `at`.
 */
export function dueDateInputOf(
  defined: DefinedProcess,
  dossierCase: DossierCase,
  options: { readonly at: Instant; readonly calendar: WorkingCalendar },
): DueDateInput | undefined {
  const { facts, header } = dossierCase
  if (facts.countedFrom === undefined) return undefined
  return {
    receivedAt: facts.countedFrom,
    term: termOf(defined.definition, header),
    calendar: options.calendar,
    pauses: pausesOf(facts, options.at),
    extensions: facts.extensions,
  }
}

/** Derives when the result is due; `undefined` when the law sets no term or the case is not received. */
export function deriveDueAt(
  defined: DefinedProcess,
  dossierCase: DossierCase,
  options: { readonly at: Instant; readonly calendar: WorkingCalendar },
): Instant | undefined {
  const input = dueDateInputOf(defined, dossierCase, options)
  return input && findDueDate(input).dueAt
}

/**
 * Moves a promise that no longer follows from the term (re-appointed, corrected) by the time that stood still.
 *
 * The working time that was left when the clock stopped is left when it goes on; a promise never becomes earlier,
 * not even one for a day off.
 */
export function movePromise(
  promisedAt: Instant,
  standstill: { readonly fromAt: Instant; readonly toAt: Instant },
  calendar: WorkingCalendar,
): Instant {
  const { minutes } = countWorkingMinutes(calendar, standstill.fromAt, promisedAt)
  if (minutes <= 0) return promisedAt
  return latestOf(addWorkingMinutes(calendar, standstill.toAt, minutes).at, promisedAt)
}

/** The later of two instants; their text orders as time does. */
export function latestOf(one: Instant, other: Instant): Instant {
  if (one > other) return one
  return other
}

/** A step's own term, by channel. */
function stepTermOf(defined: DefinedProcess, step: string, header: CaseHeader): Duration | undefined {
  const planned = defined.plan.byId.get(step)?.step
  const term = header.channel === 'online' ? (planned?.termOnline ?? planned?.term) : planned?.term
  return term && term.amount > 0 ? term : undefined
}

/**
 * Derives when an active step is due: its own term from the moment it was entered, in the calendar of the case.
 *
 * `undefined` for a step that is not active, has no term, or while the clock stands still.
 */
export function deriveStepDueAt(
  defined: DefinedProcess,
  dossierCase: DossierCase,
  options: { readonly step: string; readonly calendar: WorkingCalendar },
): Instant | undefined {
  const { facts, header } = dossierCase
  const active = facts.steps[options.step]
  const term = stepTermOf(defined, options.step, header)
  if (active === undefined || term === undefined || facts.pausedFor !== undefined) return undefined
  const pauses = pausesOf(facts, active.enteredAt).filter(({ toAt }) => toAt > active.enteredAt)
  return findDueDate({
    receivedAt: active.enteredAt,
    term,
    calendar: options.calendar,
    rules: { firstDay: 'at-once' },
    pauses,
  }).dueAt
}

/**
 * Finds by when a received dossier has to be forwarded: on the same working day, and after the cut-off (15:00)
 * by the start of the next (NĐ 61/2018/NĐ-CP art. 18(2)).
 */
export function forwardBy(receivedAt: Instant, rules: RuleSet, calendar: WorkingCalendar): Instant {
  const day = dateOfInstant(receivedAt)
  const [hours = 15, minutes = 0] = rules.forwardCutOff.value.split(':').map(Number)
  const isInTime = receivedAt <= instantAt(day, hours * 60 + minutes)
  const isWorking = isWorkingDay(calendar, day)
  const open = findOpenIntervals(calendar, instantAt(day, 0), instantAt(addDays(day, 1), 0))
  const close = open.at(-1)?.endAt
  if (isInTime && isWorking && close !== undefined && receivedAt <= close) return close
  const next = findNextWorkingDay(calendar, day).date
  const [first] = findOpenIntervals(calendar, instantAt(next, 0), instantAt(addDays(next, 1), 0))
  return first?.startAt ?? instantAt(next, 0)
}

/** Due moment of a plain duration from a moment: an answer to a request, a consultation, a leg. */
export function dueAfter(from: Instant, term: Term, calendar: WorkingCalendar): Instant {
  return findDueDate({ receivedAt: from, term, calendar }).dueAt ?? from
}

/** The moment just after another, when it is over. */
function after(at: Instant): Instant {
  return fromEpochMs(toEpochMs(at) + MINUTE_MS)
}

/** Timer of a warning that has not been raised. */
function warnAt(
  at: Instant,
  facts: CaseFacts,
  data: Readonly<Record<string, unknown>>,
): readonly NextInstant[] {
  const key = warningKey(data)
  return facts.warned.includes(key) ? [] : [{ at, command: 'deadline.warn', data, key }]
}

/**
 * When to warn that the appointment draws near: the definition's lead, or else the last moment at which an apology
 * would be in time (NĐ 61/2018/NĐ-CP art. 19(9)).
 */
function soonAt(defined: DefinedProcess, dueAt: Instant, world: World): Instant {
  const lead = defined.definition.dueSoonBefore
  if (lead === undefined) return apologyBy(dueAt, world.rules, world.calendar)
  const isInDays = lead.kind === 'working-days' || lead.kind === 'calendar-days'
  const minutes = lead.amount * (isInDays ? 480 : 60)
  return addWorkingMinutes(world.calendar, dueAt, -Math.round(minutes)).at
}

/** Rules and calendar of a case. */
interface World {
  readonly rules: RuleSet
  readonly calendar: WorkingCalendar
}

/** Last moment at which an apology for lateness is in time: working days before the appointment, at its hour. */
export function apologyBy(dueAt: Instant, rules: RuleSet, calendar: WorkingCalendar): Instant {
  let date = dateOfInstant(dueAt)
  for (let left = rules.apologyLeadWorkingDays.value; left > 0; left -= 1) {
    date = findPreviousWorkingDay(calendar, date).date
  }
  return instantAt(date, minuteOf(dueAt))
}

/** Minute of the day, of an instant. */
function minuteOf(at: Instant): number {
  return Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16))
}

/** By when papers may still be asked for after reception: working days from receipt (NĐ 61/2018/NĐ-CP art. 19(4)). */
export function supplementNoticeBy(receivedAt: Instant, rules: RuleSet, calendar: WorkingCalendar): Instant {
  return dueAfter(
    receivedAt,
    { kind: 'working-days', amount: rules.supplementNoticeWorkingDays.value },
    calendar,
  )
}

/** By when an online dossier is to be answered by the counter: working hours from its arrival. */
export function replyBy(since: Instant, rules: RuleSet, calendar: WorkingCalendar): Instant {
  return addWorkingMinutes(calendar, since, rules.onlineReplyWorkingHours.value * 60).at
}

/** The timer of an online dossier that nobody has answered. */
function findReplyTimer({ facts, header }: DossierCase, { rules, calendar }: World): readonly NextInstant[] {
  if (header.channel !== 'online' || facts.unansweredSince === undefined) return []
  const dueAt = replyBy(facts.unansweredSince, rules, calendar)
  return [...warnAt(after(dueAt), facts, { kind: 'reply-overdue', dueAt })]
}

/**
 * Lists the moments at which the case needs a command from the host, earliest first.
 *
 * They replace all timers stored for the case before: while the clock stands still there are none of its own,
 * only the end of the time to answer.
 */
export function findNextInstants(
  defined: DefinedProcess,
  dossierCase: DossierCase,
  options: World,
): readonly NextInstant[] {
  const { facts } = dossierCase
  const { calendar, rules } = options
  if (facts.phase === 'filing') return findReplyTimer(dossierCase, options)
  if (facts.phase !== 'settling') return []
  if (facts.pausedFor === 'supplement' && facts.answerBy !== undefined) {
    const key = warningKey({ kind: 'supplement-expire', dueAt: facts.answerBy })
    return [{ at: after(facts.answerBy), command: 'supplement.expire', data: {}, key }]
  }
  if (facts.pausedFor !== undefined) return []
  const found: NextInstant[] = []
  const dueAt = facts.appointment?.dueAt
  if (dueAt !== undefined) {
    const soon = soonAt(defined, dueAt, options)
    if (soon > (facts.countedFrom ?? soon)) found.push(...warnAt(soon, facts, { kind: 'due-soon', dueAt }))
    found.push(...warnAt(after(dueAt), facts, { kind: 'overdue', dueAt }))
  }
  if (dossierCase.configuration.includes('handling.received') && facts.receivedAt !== undefined) {
    const forwardAt = forwardBy(facts.receivedAt, rules, calendar)
    found.push(...warnAt(after(forwardAt), facts, { kind: 'forward-overdue', dueAt: forwardAt }))
  }
  for (const step of Object.keys(facts.steps)) {
    const stepDueAt = deriveStepDueAt(defined, dossierCase, { step, calendar })
    if (stepDueAt !== undefined) {
      found.push(...warnAt(after(stepDueAt), facts, { kind: 'step-overdue', step, dueAt: stepDueAt }))
    }
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
