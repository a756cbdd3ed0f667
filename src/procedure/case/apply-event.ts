/**
 * What each event changes in a case. Replay is this fold and nothing else: no guard, no clock, no calendar.
 *
 * @module
 */
import type { CaseEventData, CaseEventType, UnsealedEvent } from '../../dossier/history/index.ts'
import type { Configuration } from '../chart/compile-chart.ts'
import type { StepPlan } from '../chart/step-plan.ts'
import { warningKey } from './checks.ts'
import {
  type ActiveStep,
  type CaseFacts,
  type DossierCase,
  emptyFacts,
  type Promised,
  type Standstill,
} from './facts.ts'

type Changes = Partial<CaseFacts>
type EventOf<Type extends CaseEventType> = Extract<UnsealedEvent, { readonly type: Type }>

/** The facts with changes, always with the same keys in the same order. */
function changeFacts(facts: CaseFacts, changes: Changes): CaseFacts {
  const all: CaseFacts = { ...facts, ...changes }
  return {
    phase: all.phase,
    unansweredSince: all.unansweredSince,
    dossierCode: all.dossierCode,
    receivedAt: all.receivedAt,
    countedFrom: all.countedFrom,
    receivedBy: all.receivedBy,
    settledBy: all.settledBy,
    processedAt: all.processedAt,
    returnedAt: all.returnedAt,
    appointment: all.appointment,
    standstills: all.standstills,
    pausedFor: all.pausedFor,
    pausedBy: all.pausedBy,
    extensions: all.extensions,
    reappointments: all.reappointments,
    intakeRounds: all.intakeRounds,
    rounds: all.rounds,
    answerBy: all.answerBy,
    steps: all.steps,
    completed: all.completed,
    recall: all.recall,
    delegations: all.delegations,
    consultations: all.consultations,
    legs: all.legs,
    payments: all.payments,
    papers: all.papers,
    moments: all.moments,
    signatures: all.signatures,
    number: all.number,
    isRegistered: all.isRegistered,
    warned: all.warned,
  }
}

/** Opens a standstill of the term. */
function pause(facts: CaseFacts, reason: Standstill['reason'], event: UnsealedEvent): Changes {
  return { pausedFor: reason, standstills: [...facts.standstills, { fromAt: event.at, reason }] }
}

/** Closes the open standstill. */
function resume(facts: CaseFacts, event: UnsealedEvent): Changes {
  const last = facts.standstills.at(-1)
  const closed =
    last === undefined || last.toAt !== undefined
      ? facts.standstills
      : [...facts.standstills.slice(0, -1), { ...last, toAt: event.at }]
  return { pausedFor: undefined, pausedBy: undefined, answerBy: undefined, standstills: closed }
}

/** Without one key. */
function omit<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}

/** With a value that is not there yet. */
function include(list: readonly string[], value: string): readonly string[] {
  return list.includes(value) ? list : [...list, value]
}

type Appliers = {
  readonly [Type in CaseEventType]?: (
    facts: CaseFacts,
    data: CaseEventData[Type],
    event: UnsealedEvent,
  ) => Changes
}

/** A refusal to answer, or an end, closes what was open. */
const end = (facts: CaseFacts, _data: unknown, event: UnsealedEvent): Changes => ({
  ...resume(facts, event),
  unansweredSince: undefined,
  processedAt: event.at,
  settledBy: event.actor.id,
})

const appliers: Appliers = {
  'dossier.submitted': waitForAnswer,
  'intake-supplement.requested': (facts) => ({
    intakeRounds: facts.intakeRounds + 1,
    unansweredSince: undefined,
  }),
  'intake-supplement.answered': waitForAnswer,
  'dossier.refused': () => ({ unansweredSince: undefined }),
  'dossier.received': (_facts, data, event) => ({
    unansweredSince: undefined,
    dossierCode: data.dossierCode,
    receivedAt: data.receivedAt,
    countedFrom: data.receivedAt,
    receivedBy: event.actor.id,
  }),
  'appointment.set': ({ appointment }, { dueAt, cause }) => ({
    appointment: {
      dueAt,
      firstDueAt: appointment?.firstDueAt ?? dueAt,
      cause,
      ...(isSetByHand(appointment, cause) ? { isByHand: true } : {}),
    },
  }),
  'step.assigned': (facts, { step, assignee, support }) => {
    const active = facts.steps[step]
    if (active === undefined) return {}
    const assigned: ActiveStep = { enteredAt: active.enteredAt, assignee, ...(support ? { support } : {}) }
    return { recall: undefined, steps: { ...facts.steps, [step]: assigned } }
  },
  'step.completed': (facts, { step }, event) => ({
    completed: include(facts.completed, step),
    recall: { step, by: event.actor.id },
    settledBy: event.actor.id,
  }),
  'step.returned': () => ({ recall: undefined, signatures: [] }),
  'step.recalled': (facts, { step }) => ({
    recall: undefined,
    completed: facts.completed.filter((one) => one !== step),
  }),
  'authority.delegated': (facts, { delegation, from, to, validFrom, validTo, scope }) => ({
    delegations: [...facts.delegations, { delegation, from, to, validFrom, validTo, scope }],
  }),
  'authority.revoked': (facts, { delegation }) => ({
    delegations: facts.delegations.filter((one) => one.delegation !== delegation),
  }),
  'consultation.requested': (facts, { consultation, dueAt, pausesClock }, event) => ({
    consultations: { ...facts.consultations, [consultation]: dueAt },
    ...(pausesClock ? { ...pause(facts, 'outside-opinion', event), pausedBy: consultation } : {}),
  }),
  'consultation.answered': (facts, { consultation }, event) => ({
    consultations: omit(facts.consultations, consultation),
    ...(facts.pausedBy === consultation ? resume(facts, event) : {}),
  }),
  'supplement.requested': (facts, { round, answerBy }, event) => ({
    ...pause(facts, 'supplement', event),
    rounds: round,
    answerBy,
  }),
  'supplement.answered': (facts, data, event) => ({
    ...resume(facts, event),
    // Back at the first step, the work is done anew and signed anew.
    ...(isBackInWork(data) ? { recall: undefined, signatures: [] } : {}),
  }),
  'case.corrected': (_facts, data) => (isBackInWork(data) ? { recall: undefined, signatures: [] } : {}),
  'supplement.expired': end,
  'duty.imposed': (facts, _data, event) => pause(facts, 'financial-duty', event),
  'duty.settled': resumeOn,
  'clock.paused': (facts, { reason }, event) => pause(facts, reason, event),
  'clock.resumed': resumeOn,
  'term.extended': (facts, { when, amount, kind, mode }) => ({
    extensions: [...facts.extensions, { kind, amount, mode, when }],
  }),
  'apology.sent': (facts) => ({ reappointments: facts.reappointments + 1 }),
  'deadline.warned': (facts, data) => ({ warned: [...facts.warned, warningKey(data)] }),
  'case.withdrawn': end,
  'case.stopped': end,
  'case.rejected': end,
  'result.signed': (facts, { signing, mode }, event) => ({
    signatures: include(facts.signatures, signing),
    recall: undefined,
    // The clerk's signature for the agency settles nothing.
    ...(mode === 'issue' ? {} : { completed: include(facts.completed, signing), settledBy: event.actor.id }),
  }),
  'result.numbered': (_facts, { number }) => ({ number, recall: undefined }),
  'result.issued': (_facts, _data, event) => ({ processedAt: event.at, recall: undefined }),
  'result.registered': () => ({ isRegistered: true }),
  'result.handed': (_facts, _data, event) => ({ returnedAt: event.at }),
  'payment.requested': (facts, { payment }) => ({ payments: { ...facts.payments, [payment]: 'requested' } }),
  'payment.recorded': (facts, { payment }) => ({ payments: { ...facts.payments, [payment]: 'paid' } }),
  'payment.refunded': (facts, { payment }) => ({ payments: { ...facts.payments, [payment]: 'refunded' } }),
  'paper.looked-up': (facts, { paper, found, moment }) => ({
    papers: { ...facts.papers, [paper]: found ? 'found' : 'absent' },
    moments: moment === 'archive' ? include(facts.moments, moment) : facts.moments,
  }),
  'paper.reused': (facts, { paper, moment }) => ({
    papers: { ...facts.papers, [paper]: 'reused' },
    moments: include(facts.moments, moment),
  }),
  'paper.digitised': (facts, { paper, moment }) => ({
    papers: { ...facts.papers, [paper]: 'digitised' },
    moments: include(facts.moments, moment),
  }),
  'leg.started': (facts, { leg, dueAt }) => ({ legs: { ...facts.legs, [leg]: { dueAt } } }),
  'leg.finished': (facts, { leg, outcome }) => {
    const started = facts.legs[leg]
    return started ? { legs: { ...facts.legs, [leg]: { ...started, outcome } } } : {}
  },
}

/** The counter owes an answer from now on. */
function waitForAnswer(_facts: CaseFacts, _data: unknown, event: UnsealedEvent): Changes {
  return { unansweredSince: event.at }
}

/** Tells whether an event took the case to another step. */
function isBackInWork({ states }: { readonly states: readonly string[] }): boolean {
  return states.some((path) => path.startsWith('handling.'))
}

/** Tells whether a promise no longer follows from the term: an officer set it, and it has only been moved since. */
function isSetByHand(before: CaseFacts['appointment'], cause: Promised['cause']): boolean {
  if (cause === 're-appointed' || cause === 'corrected') return true
  return cause !== 'received' && cause !== 'restarted' && before?.isByHand === true
}

/** Ends a standstill. */
function resumeOn(facts: CaseFacts, _data: unknown, event: UnsealedEvent): Changes {
  return resume(facts, event)
}

/** The phase that a state of the handling region speaks for. */
function phaseOf(handling: string): CaseFacts['phase'] {
  if (/^handling\.(refused|archived|withdrawn|stopped)$/.test(handling)) return 'closed'
  if (/^handling\.(result\.ready|rejected|returned)$/.test(handling)) return 'concluded'
  return /^handling\.(received|processing|signing|result)/.test(handling) ? 'settling' : 'filing'
}

/** The steps of a configuration: those that go on keep what they had, those entered begin now. */
function stepsOf(
  facts: CaseFacts,
  event: UnsealedEvent,
  place: { readonly configuration: Configuration; readonly plan: StepPlan },
): CaseFacts['steps'] {
  const entered = new Set<string>(event.data.states)
  const steps: Record<string, ActiveStep> = {}
  for (const path of place.configuration.paths) {
    const planned = place.plan.byPath.get(path)
    if (planned === undefined || planned.kind === 'return') continue
    const before = facts.steps[planned.id]
    steps[planned.id] = before === undefined || entered.has(path) ? { enteredAt: event.at } : before
  }
  return steps
}

/** The step of a state of a definition that is no longer at hand: its last name, or the only one at either end. */
function findActive({ steps }: CaseFacts, path: string): ActiveStep | undefined {
  if (path === 'handling.received' || path === 'handling.result.issuing') return Object.values(steps)[0]
  return path.startsWith('handling.') ? steps[path.split('.').at(-1) ?? ''] : undefined
}

/** The steps after a migration: each keeps its beginning and its assignee under its new name. */
function migratedSteps(
  dossierCase: DossierCase,
  event: EventOf<'process.migrated'>,
  course: Course,
): CaseFacts['steps'] {
  const { stateMap } = event.data
  const steps: Record<string, ActiveStep> = {}
  for (const path of dossierCase.configuration) {
    const after = course.plan.byPath.get(stateMap[path] ?? path)
    const active = findActive(dossierCase.facts, path)
    if (after !== undefined && active !== undefined) steps[after.id] = active
  }
  return steps
}

/** The change that one event makes to the facts by its type. */
function changesOf(facts: CaseFacts, event: UnsealedEvent): Changes {
  // The table is keyed by the type of the event, so the data fit; the compiler cannot follow a union through it.
  const apply = appliers[event.type] as
    | ((facts: CaseFacts, data: UnsealedEvent['data'], event: UnsealedEvent) => Changes)
    | undefined
  return apply ? apply(facts, event.data, event) : {}
}

/** Where the events of a case lead: the tables and the steps of its definition. */
export interface Course {
  readonly configuration: Configuration
  readonly plan: StepPlan
}

/** Starts a case from its first event. */
export function openCase(event: EventOf<'case.opened'>, course: Course): DossierCase {
  const { states, nationalStatus, ...header } = event.data
  return {
    schema: 'motcua/dossier-case@1',
    caseId: event.caseId,
    seq: event.seq,
    header,
    definition: header.definition,
    ruleSet: header.ruleSet,
    configuration: states,
    nationalStatus,
    facts: changeFacts(emptyFacts, { phase: phaseOf(course.configuration.handling) }),
    commandIds: [event.commandId],
  }
}

/** Applies one more event to a case; `configuration` is the one after it. */
export function applyEvent(dossierCase: DossierCase, event: UnsealedEvent, course: Course): DossierCase {
  const { configuration } = course
  const changes = changesOf(dossierCase.facts, event)
  const isMoved = event.data.states.length > 0
  const facts = changeFacts(
    dossierCase.facts,
    isMoved
      ? {
          ...changes,
          phase: phaseOf(configuration.handling),
          steps:
            event.type === 'process.migrated'
              ? migratedSteps(dossierCase, event, course)
              : stepsOf(dossierCase.facts, event, course),
        }
      : changes,
  )
  const restarted = restartOf(event)
  const last = dossierCase.commandIds.at(-1)
  return {
    schema: dossierCase.schema,
    caseId: dossierCase.caseId,
    seq: event.seq,
    header: dossierCase.header,
    definition:
      event.type === 'process.migrated'
        ? { ...dossierCase.definition, ...event.data.to }
        : dossierCase.definition,
    ruleSet: event.type === 'appointment.set' ? event.data.ruleSet : dossierCase.ruleSet,
    configuration: configuration.paths,
    nationalStatus: event.data.nationalStatus,
    facts: restarted ? changeFacts(facts, restarted) : facts,
    commandIds:
      last === event.commandId ? dossierCase.commandIds : [...dossierCase.commandIds, event.commandId],
  }
}

/** A term counted anew forgets what stood still before. */
function restartOf(event: UnsealedEvent): Changes | undefined {
  if (event.type !== 'appointment.set' || event.data.cause !== 'restarted') return undefined
  return { countedFrom: event.at, standstills: [], extensions: [] }
}
