/**
 * Turns an accepted command into events: the data of the command and what only the decision knows.
 *
 * @module
 */
import type { WorkingCalendar } from '../../calendar/index.ts'
import type { Instant } from '../../date.ts'
import type { AppointmentCause } from '../../dossier/index.ts'
import type { Outcome } from '../chart/compile-chart.ts'
import type { CaseCommand, CommandType } from '../commands.ts'
import type { DefinedProcess } from '../define.ts'
import { asTerm, type Duration } from '../definition.ts'
import type { RuleSet } from '../rule-set.ts'
import { deriveDueAt, dueAfter, forwardBy, latestOf, movePromise } from './clock.ts'
import type { DossierCase } from './facts.ts'

type Data = Readonly<Record<string, unknown>>

/** Everything an event's data may be made from. */
export interface Occasion {
  readonly defined: DefinedProcess
  readonly dossierCase: DossierCase
  readonly command: CaseCommand
  readonly outcome: Outcome
  readonly rules: RuleSet
  readonly at: Instant
  /** Absent where a machine runs without one: dates that need it are then left out. */
  readonly calendar: WorkingCalendar
}

/** Ids of the steps among the states entered. */
function stepsEntered({ defined, outcome }: Occasion): readonly string[] {
  return outcome.entered.flatMap((path) => defined.plan.byPath.get(path)?.id ?? [])
}

/** Which step a recall takes it from. */
function stepLeft({ defined, dossierCase, outcome }: Occasion): string {
  const gone = dossierCase.configuration.filter((path) => !outcome.configuration.paths.includes(path))
  return gone.flatMap((path) => defined.plan.byPath.get(path)?.id ?? [])[0] ?? 'result'
}

/** Data that the decision adds, by command. */
const computed: { readonly [Type in CommandType]?: (occasion: Occasion) => Data } = {
  'dossier.receive': ({ command, at }) => ({ receivedAt: command.data.receivedAt ?? at }),
  'dossier.forward': ({ dossierCase, rules, calendar, at }) => {
    const by = forwardBy(dossierCase.facts.receivedAt ?? at, rules, calendar)
    return { forwardBy: by, late: at > by }
  },
  'step.complete': (occasion) => ({ next: stepsEntered(occasion) }),
  'step.recall': (occasion) => ({ from: stepLeft(occasion) }),
  'consultation.request': ({ defined, command, at, calendar }) => {
    const asked = defined.definition.consultations?.find(({ id }) => id === command.data.consultation)
    if (asked === undefined) return {}
    const { consultee, term, pausesClock = false } = asked
    return { consultee, term, dueAt: dueAfter(at, term, calendar), pausesClock }
  },
  'consultation.answer': ({ dossierCase, command, at }) => {
    const dueAt = dossierCase.facts.consultations[String(command.data.consultation)]
    return { late: dueAt !== undefined && at > dueAt }
  },
  'supplement.request': ({ defined, dossierCase, command, at, calendar }) => {
    const within = defined.definition.supplement?.answerWithin
    const answerBy = command.data.answerBy ?? (within && dueAfter(at, within, calendar))
    return { round: dossierCase.facts.rounds + 1, ...(answerBy === undefined ? {} : { answerBy }) }
  },
  'supplement.answer': ({ dossierCase }) => ({ round: dossierCase.facts.rounds }),
  'supplement.expire': ({ dossierCase }) => ({ round: dossierCase.facts.rounds }),
  'leg.start': ({ defined, command, at, calendar }) => {
    const leg = defined.definition.legs?.find(({ id }) => id === command.data.leg)
    if (leg === undefined) return {}
    return { agency: leg.agency, procedure: leg.procedure, dueAt: dueAfter(at, asTerm(leg.term), calendar) }
  },
  'case.correct': ({ dossierCase, command }) => ({ before: beforeOf(dossierCase, command) }),
}

/** What a correction replaces. */
function beforeOf({ facts }: DossierCase, { data }: CaseCommand): unknown {
  if (data.what === 'step') return Object.keys(facts.steps)
  if (data.what === 'appointment') return facts.appointment?.dueAt ?? null
  return data.before ?? null
}

/** Commands after which the promise may be another, and what moved it. */
const causes: { readonly [Type in CommandType]?: AppointmentCause } = {
  'dossier.receive': 'received',
  'supplement.answer': 'resumed',
  'duty.settle': 'resumed',
  'clock.resume': 'resumed',
  'consultation.answer': 'resumed',
  'term.extend': 'extended',
  'appointment.re-appoint': 're-appointed',
  'case.correct': 'corrected',
}

/** Data of the event that a command becomes, without states and status. */
export function eventDataOf(occasion: Occasion): Data {
  const add = computed[occasion.command.type]
  return add ? { ...occasion.command.data, ...add(occasion) } : occasion.command.data
}

/**
 * The new promise after an event, where it changes; `after` is the case with the event in it.
 *
 * The promise follows the term, unless an officer set it: then time that stood still moves it.
 */
export function promiseAfter(occasion: Occasion, after: DossierCase): Data | undefined {
  const { command, dossierCase, defined, rules, calendar, at } = occasion
  const cause = causeOf(occasion)
  if (cause === undefined) return undefined
  const restarted: DossierCase =
    cause === 'restarted'
      ? { ...after, facts: { ...after.facts, countedFrom: at, standstills: [], extensions: [] } }
      : after
  const derivedAt = () => deriveDueAt(defined, restarted, { at, calendar })
  const dueAt = promisedBy(command) ?? moved(occasion, cause, derivedAt) ?? derivedAt()
  if (dueAt === undefined || (cause === 'resumed' && dueAt === dossierCase.facts.appointment?.dueAt))
    return undefined
  return {
    dueAt,
    cause,
    calendarHash: calendar.hash,
    ruleSet: cause === 'received' ? rules.id : dossierCase.ruleSet,
  }
}

/** What moved the promise, if anything did. */
function causeOf({ command, dossierCase, defined, rules }: Occasion): AppointmentCause | undefined {
  const cause = causes[command.type]
  if (cause === 'corrected' && command.data.what !== 'appointment') return undefined
  if (command.type === 'consultation.answer') {
    return dossierCase.facts.pausedBy === command.data.consultation ? 'resumed' : undefined
  }
  const mode = defined.definition.supplement?.mode ?? rules.supplementMode.value
  return command.type === 'supplement.answer' && mode === 'restart' ? 'restarted' : cause
}

/** A promise that the command itself names. */
function promisedBy({ type, data }: CaseCommand): Instant | undefined {
  if (type === 'appointment.re-appoint') return data.dueAt as Instant
  return type === 'case.correct' && data.what === 'appointment' ? (data.after as Instant) : undefined
}

/** A promise once set by hand, moved by the standstill that ends now, or by the extension. */
function moved(occasion: Occasion, cause: AppointmentCause, derivedAt: () => Instant | undefined) {
  const { dossierCase, command, at, calendar } = occasion
  const { appointment, standstills } = dossierCase.facts
  if (appointment?.isByHand !== true) return undefined
  const open = standstills.at(-1)
  if (cause === 'resumed' && open !== undefined && open.toAt === undefined) {
    return movePromise(appointment.dueAt, { fromAt: open.fromAt, toAt: at }, calendar)
  }
  if (cause !== 'extended') return undefined
  // Never earlier than what the extended term gives, nor than what was promised.
  const { kind, amount, mode } = command.data as { readonly mode: string } & Duration
  const later = mode === 'by' ? dueAfter(appointment.dueAt, { kind, amount }, calendar) : appointment.dueAt
  return latestOf(derivedAt() ?? later, later)
}
