/**
 * Walks a process everywhere its rules lead, so that an agency can test its own processes.
 *
 * @module
 */
import type { WorkingCalendar } from '../../calendar/index.ts'
import { fromEpochMs, type Instant, instant, toEpochMs } from '../../date.ts'
import type { CaseHeader, UnsealedEvent } from '../../dossier/history/index.ts'
import type { NextInstant } from '../case/clock.ts'
import type { DossierCase } from '../case/facts.ts'
import type { CaseCommand, CommandType } from '../commands.ts'
import { decide } from '../decide.ts'
import type { DefinedProcess } from '../define.ts'
import { sampleCommands, type TimedCommand } from './sample-commands.ts'

/** Commands that change the course of a case; what only adds to it is left out unless asked for. */
export const courseCommands: readonly CommandType[] = [
  'dossier.submit',
  'intake.begin',
  'intake-supplement.request',
  'intake-supplement.answer',
  'dossier.refuse',
  'dossier.receive',
  'dossier.forward',
  'step.complete',
  'step.return',
  'consultation.request',
  'consultation.answer',
  'supplement.request',
  'supplement.answer',
  'supplement.expire',
  'duty.impose',
  'duty.settle',
  'clock.pause',
  'clock.resume',
  'term.extend',
  'appointment.re-appoint',
  'case.withdraw',
  'case.stop',
  'case.reject',
  'result.sign',
  'result.number',
  'result.issue',
  'result.register',
  'result.hand',
  'case.archive',
  'leg.start',
  'leg.finish',
]

/** How far to walk. */
export interface ExploreOptions {
  readonly calendar: WorkingCalendar
  /**
   * Which commands to give, and where: the event filter that bounds the walk. {@link courseCommands} when left out.
   * What could be repeated for ever (delegations, payments) is bounded by what the case already has.
   */
  readonly commands?: (type: CommandType, dossierCase: DossierCase) => boolean
  /** When the case is opened; a Friday afternoon before a long holiday when left out. */
  readonly startAt?: Instant
  /** What the opening says beside the procedure; an online case of an invented commune when left out. */
  readonly header?: Partial<Omit<CaseHeader, 'definition'>>
  /** Stop after this many different situations; 20,000 when left out. */
  readonly limit?: number
}

/** A case in a situation that differs from all others, with the shortest way to it. */
export interface Situation {
  readonly key: string
  readonly dossierCase: DossierCase
  readonly events: readonly UnsealedEvent[]
  readonly commands: readonly TimedCommand[]
  readonly nextInstants: readonly NextInstant[]
}

/** One command taken from one situation to another. */
export interface Passage {
  readonly from: string
  readonly to: string
  readonly timed: TimedCommand
}

/** Everything that was reached. */
export interface Exploration {
  readonly situations: ReadonlyMap<string, Situation>
  readonly passages: readonly Passage[]
  /** Whether the limit cut the walk short. */
  readonly isCut: boolean
}

/** Time between two commands of a walk. */
const STEP_MINUTES = 10

/**
 * What tells situations apart: the configuration and every fact but moments and the counting of events.
 *
 * @param awaited - Steps that legs wait for: of those it matters whether they are done.
 */
export function situationKey({ configuration, facts }: DossierCase, awaited: readonly string[] = []): string {
  return JSON.stringify([
    configuration,
    awaited.filter((step) => facts.completed.includes(step)),
    facts.pausedFor,
    facts.pausedBy,
    facts.intakeRounds,
    facts.rounds,
    facts.extensions.length,
    facts.reappointments,
    facts.signatures,
    facts.number === undefined ? 0 : 1,
    facts.isRegistered,
    Object.keys(facts.consultations),
    Object.values(facts.legs).map(({ outcome }) => outcome),
    facts.payments,
    facts.papers,
    facts.moments,
    facts.delegations.length,
    facts.recall === undefined ? 0 : 1,
    Object.values(facts.steps).map(({ assignee }) => assignee),
    facts.warned.map((key) => key.split(':').slice(0, -1)),
  ])
}

/** The steps after which legs may start. */
function awaitedSteps({ definition }: DefinedProcess): readonly string[] {
  return (definition.legs ?? []).flatMap(({ startAfterStep }) => startAfterStep ?? [])
}

/** Opens the case of a walk. */
function openSituation(defined: DefinedProcess, options: ExploreOptions): Situation {
  const at = options.startAt ?? instant('2026-08-28T15:20')
  const data = {
    procedure: '1.000000',
    field: defined.definition.field?.name ?? 'Lĩnh vực',
    level: 'commune',
    agency: 'H26.01',
    unit: 'unit',
    channel: 'online',
    serviceLevel: 'full',
    onlineCapable: true,
    payable: false,
    ...options.header,
  }
  const actor = { id: 'u-applicant', roles: ['applicant'], unit: 'unit', agency: 'H26.01' }
  const command: CaseCommand = { caseId: 'walk', type: 'case.open', commandId: 't1', actor, data }
  const decision = decide(asInForce(defined, at), undefined, command, { at, calendar: options.calendar })
  if (decision.kind === 'refused') throw new Error(`the case cannot be opened: ${decision.message.en}`)
  const { dossierCase, events, nextInstants } = decision
  const key = situationKey(dossierCase, awaitedSteps(defined))
  return { key, dossierCase, events, nextInstants, commands: [{ at, command }] }
}

/** A definition under test may be a draft: it is walked as if it were in force. */
export function asInForce(defined: DefinedProcess, at: Instant): DefinedProcess {
  const approved = { position: 'test', decision: 'test', date: at.slice(0, 10) }
  return {
    ...defined,
    definition: { ...defined.definition, lifecycle: { approved, inForceFrom: at.slice(0, 10) } },
  }
}

/** The situations one command away. */
function nextSituations(
  defined: DefinedProcess,
  from: Situation,
  options: ExploreOptions,
): readonly { readonly situation: Situation; readonly timed: TimedCommand }[] {
  const awaited = awaitedSteps(defined)
  const accepts = options.commands ?? ((type) => courseCommands.includes(type))
  const last = from.commands.at(-1)
  const at = fromEpochMs(
    toEpochMs(last?.at ?? from.dossierCase.facts.receivedAt ?? instant('2026-08-28T15:20')) +
      STEP_MINUTES * 60_000,
  )
  const context = { defined, dossierCase: from.dossierCase, at, nextInstants: from.nextInstants }
  return sampleCommands(context)
    .filter(({ command }) => accepts(command.type, from.dossierCase))
    .flatMap((timed) => {
      const decision = decide(defined, from.dossierCase, timed.command, {
        at: timed.at,
        calendar: options.calendar,
      })
      if (decision.kind === 'refused') return []
      const { dossierCase, events, nextInstants } = decision
      const situation = {
        key: situationKey(dossierCase, awaited),
        dossierCase,
        events: [...from.events, ...events],
        commands: [...from.commands, timed],
        nextInstants,
      }
      return [{ situation, timed }]
    })
}

/**
 * Reaches every situation of a process that the filter admits, by the shortest way to each.
 *
 * @example
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { registerCopies } from 'motcua/procedure'
 * import { exploreProcess } from 'motcua/procedure/testing'
 * const { situations } = exploreProcess(registerCopies, { calendar: buildWorkingCalendar() })
 * situations.size > 50 // true
 */
export function exploreProcess(defined: DefinedProcess, options: ExploreOptions): Exploration {
  const start = openSituation(defined, options)
  const situations = new Map([[start.key, start]])
  const passages: Passage[] = []
  const limit = options.limit ?? 20_000
  const todo = [start]
  for (let index = 0; index < todo.length && situations.size < limit; index += 1) {
    const from = todo[index] as Situation
    for (const { situation, timed } of nextSituations(defined, from, options)) {
      passages.push({ from: from.key, to: situation.key, timed })
      if (situations.has(situation.key)) continue
      situations.set(situation.key, situation)
      todo.push(situation)
    }
  }
  return { situations, passages, isCut: situations.size >= limit }
}
