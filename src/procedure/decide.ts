/**
 * Decides one command on a case: what happened, or why not and what is allowed instead.
 *
 * @module
 */
import type { WorkingCalendar } from '../calendar/index.ts'
import { dateOfInstant, type Instant } from '../date.ts'
import type { CaseHeader, UnsealedEvent } from '../dossier/history/index.ts'
import type { LocalizedText } from '../errors.ts'
import { type AllowedCommand, listAllowed, rulesOf } from './allowed.ts'
import { applyEvent, openCase } from './case/apply-event.ts'
import { checks, type Question } from './case/checks.ts'
import { findNextInstants, type NextInstant } from './case/clock.ts'
import { type Effect, listEffects } from './case/effects.ts'
import type { DossierCase } from './case/facts.ts'
import { type Failure, findFailure } from './case/permit.ts'
import { eventDataOf, type Occasion, promiseAfter } from './case/record-events.ts'
import { roleLabels } from './case/role-labels.ts'
import type { Configuration, Move, Outcome } from './chart/compile-chart.ts'
import {
  type CaseCommand,
  commandEnvelope,
  commandSchemas,
  commandTable,
  isCommandType,
  isDataOf,
  isEnvelope,
} from './commands.ts'
import type { DefinedProcess } from './define.ts'
import { assertPinned, configurationOf } from './replay.ts'
import { findRuleSet, type RuleSet } from './rule-set.ts'
import { migrate } from './version/decide-migration.ts'

/** The command was taken: facts to store, deeds to do, and when to come back. */
export interface Moved {
  readonly kind: 'moved'
  readonly events: readonly UnsealedEvent[]
  readonly dossierCase: DossierCase
  readonly effects: readonly Effect[]
  /** Replaces all timers of the case. */
  readonly nextInstants: readonly NextInstant[]
}

/** The command was not taken: an answer, not an exception. */
export interface Refused {
  readonly kind: 'refused'
  readonly code: string
  readonly message: LocalizedText
  readonly allowed: readonly AllowedCommand[]
  /** Paths of the data that are wrong, for `invalid-data`. */
  readonly issues?: readonly { readonly path: string; readonly code: string }[]
}

/** What `decide` answers. */
export type Decision = Moved | Refused

/** What a decision may know of the world. */
export interface DecideOptions {
  readonly at: Instant
  readonly calendar: WorkingCalendar
}

/** A refusal with what is allowed. */
function refuse(code: string, message: LocalizedText, allowed: readonly AllowedCommand[]): Refused {
  return { kind: 'refused', code, message, allowed }
}

/** The refusal that the failure which came furthest speaks of. */
function refuseMove(
  failures: readonly (Failure & { readonly move: Move })[],
  allowed: readonly AllowedCommand[],
): Refused {
  const furthest = failures.reduce((best, one) => (one.progress > best.progress ? one : best))
  if (furthest.check !== undefined) {
    const { code, message } = checks[furthest.check]
    return refuse(code, message, allowed)
  }
  const roles = roleLabels(furthest.move.permit.roles)
  return refuse(
    'wrong-role',
    { vi: `chỉ ${roles.vi} được thực hiện lệnh này`, en: `only ${roles.en} may give this command` },
    allowed,
  )
}

/** Whether a definition may start cases on a day; the refusal when it may not. */
function refuseStart(defined: DefinedProcess, at: Instant): Refused | undefined {
  const { lifecycle } = defined.definition
  const day = dateOfInstant(at)
  if (lifecycle?.approved === undefined || lifecycle.inForceFrom === undefined) {
    return refuse(
      'not-approved',
      {
        vi: 'quy trình chưa được phê duyệt, không được mở hồ sơ',
        en: 'the process is not approved and starts no case',
      },
      [],
    )
  }
  const isOver = lifecycle.supersededFrom !== undefined && day >= lifecycle.supersededFrom
  if (day >= lifecycle.inForceFrom && !isOver) return undefined
  return refuse(
    'not-in-force',
    { vi: 'quy trình không có hiệu lực vào ngày này', en: 'the process is not in force on that day' },
    [],
  )
}

/** Opens a case. */
function decideOpening(defined: DefinedProcess, command: CaseCommand, { at }: DecideOptions): Decision {
  const refusal = refuseStart(defined, at)
  if (refusal) return refusal
  const { initial } = defined.tables()
  const header = {
    ...command.data,
    definition: defined.pin,
    ruleSet: command.data.ruleSet ?? findRuleSet(dateOfInstant(at), defined.ruleSets).id,
  } as CaseHeader
  const event = eventOf(command, at, {
    seq: 1,
    type: 'case.opened',
    data: { ...header, states: initial.paths, nationalStatus: initial.status },
  }) as Extract<UnsealedEvent, { type: 'case.opened' }>
  const dossierCase = openCase(event, { configuration: initial, plan: defined.plan })
  return {
    kind: 'moved',
    events: [event],
    dossierCase,
    effects: listEffects(undefined, dossierCase, [event]),
    nextInstants: [],
  }
}

/** One event of a command; what names a person travels with the first only. */
function eventOf(
  command: CaseCommand,
  at: Instant,
  own: { readonly seq: number; readonly type: string; readonly data: Readonly<Record<string, unknown>> },
): UnsealedEvent {
  const { caseId, actor, commandId, personal } = command
  const isFirst = own.type !== 'appointment.set'
  // Data were checked against the schema of the command and completed by the decision.
  return {
    caseId,
    seq: own.seq,
    type: own.type,
    at,
    actor,
    commandId,
    data: own.data,
    ...(isFirst && personal !== undefined ? { personal } : {}),
  } as UnsealedEvent
}

/** Carries an accepted command out: events, the case after them, effects and timers. */
function carryOut(occasion: Occasion): Moved {
  const { defined, dossierCase, command, outcome, at, calendar, rules } = occasion
  const { configuration, entered } = outcome
  const status = configuration.status
  const course = { configuration, plan: defined.plan }
  const first = eventOf(command, at, {
    seq: dossierCase.seq + 1,
    type: commandTable[command.type].event,
    data: { ...eventDataOf(occasion), states: entered, nationalStatus: status },
  })
  const events = [first]
  let after = applyEvent(dossierCase, first, course)
  const promise = promiseAfter(occasion, after)
  if (promise) {
    const data = { ...promise, states: [], nationalStatus: status }
    const second = eventOf(command, at, { seq: after.seq + 1, type: 'appointment.set', data })
    events.push(second)
    after = applyEvent(after, second, course)
  }
  return {
    kind: 'moved',
    events,
    dossierCase: after,
    effects: listEffects(dossierCase, after, events),
    nextInstants: findNextInstants(defined, after, { rules, calendar }),
  }
}

/** The first move that nothing stops, or the refusal. */
function chooseMove(
  configuration: Configuration,
  command: CaseCommand,
  question: Omit<Question, 'value'>,
): Outcome | Refused {
  const moves = configuration.movesOf(command.type)
  const failures: (Failure & { move: Move })[] = []
  for (const move of moves) {
    const failure = findFailure(move.permit, question)
    if (failure === undefined) return move.take()
    failures.push({ ...failure, move })
  }
  const allowed = listAllowed(configuration, question)
  if (failures.length > 0) return refuseMove(failures, allowed)
  return refuse(
    'not-now',
    {
      vi: 'lệnh này không dùng được ở trạng thái hiện tại',
      en: 'this command cannot be given in this state',
    },
    allowed,
  )
}

/** Refuses what is not even a command: an id too long, an actor without a unit. */
function refuseEnvelope(command: CaseCommand): Refused | undefined {
  const { caseId, commandId, actor, personal } = command
  const envelope = { caseId, commandId, actor, personal }
  if (isEnvelope(envelope)) return undefined
  const parsed = commandEnvelope.safeParse(envelope)
  if (parsed.success) return undefined
  return {
    ...refuse('invalid-command', { vi: 'lệnh không đúng dạng', en: 'the command is malformed' }, []),
    issues: parsed.error.issues.map(({ path, code }) => ({ path: path.map(String).join('.'), code })),
  }
}

/** Refuses data that do not fit the command; the paths are told, the values are not. */
function refuseData(command: CaseCommand, allowed: () => readonly AllowedCommand[]): Refused | undefined {
  if (isDataOf[command.type](command.data)) return undefined
  const parsed = commandSchemas[command.type].safeParse(command.data)
  if (parsed.success) return undefined
  return {
    ...refuse(
      'invalid-data',
      { vi: 'dữ liệu của lệnh không hợp lệ', en: 'the data of the command are not valid' },
      allowed(),
    ),
    issues: parsed.error.issues.map(({ path, code }) => ({ path: path.map(String).join('.'), code })),
  }
}

/**
 * Decides one command: `moved` with the events that follow, or `refused` with the reason and what is allowed.
 *
 * Pure: nothing is stored and nothing outside is asked. A command id that the case has taken already gives
 * `moved` with no events and no effects. Effects and next instants are data for the host.
 *
 * @param defined - The definition to which the case is pinned.
 * @param dossierCase - `undefined` for `case.open`.
 *
 * @example
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { instant } from 'motcua'
 * import { decide, registerCopies } from 'motcua/procedure'
 * const decision = decide(registerCopies, undefined, {
 *   caseId: 'c1', type: 'intake.begin', commandId: 'k1', data: {},
 *   actor: { id: 'u7', roles: ['reception'], unit: 'mot-cua', agency: 'H26.01' },
 * }, { at: instant('2026-08-28T15:20'), calendar: buildWorkingCalendar() })
 * decision.kind // 'refused': there is no such case yet
 */
export function decide(
  defined: DefinedProcess,
  dossierCase: DossierCase | undefined,
  command: CaseCommand,
  options: DecideOptions,
): Decision {
  const { at, calendar } = options
  const malformed = refuseEnvelope(command)
  if (malformed) return malformed
  if (dossierCase === undefined) return decideUnknown(defined, command, options)
  if (dossierCase.commandIds.includes(command.commandId)) {
    return {
      kind: 'moved',
      events: [],
      dossierCase,
      effects: [],
      nextInstants: findNextInstants(defined, dossierCase, {
        rules: rulesOf(defined, dossierCase, at),
        calendar,
      }),
    }
  }
  if (command.type === 'process.migrate') return decideMigration(defined, dossierCase, command, options)
  assertPinned(defined, dossierCase.definition)
  const configuration = configurationOf(defined, dossierCase.configuration)
  const rules = rulesOf(defined, dossierCase, at)
  const { facts } = dossierCase
  const question = {
    definition: defined.definition,
    rules,
    facts,
    at,
    actor: command.actor,
    data: command.data,
  }
  const allowed = (): readonly AllowedCommand[] => listAllowed(configuration, question)
  const refusal = refuseType(command, allowed) ?? refuseData(command, allowed)
  if (refusal) return refusal
  const outcome = chooseMove(configuration, command, question)
  if ('kind' in outcome) return outcome
  return carryOut({ defined, dossierCase, command, outcome, rules, at, calendar })
}

/** What is allowed besides a refused migration: under another definition nothing but the migration is known here. */
function listMigrating(
  defined: DefinedProcess,
  dossierCase: DossierCase,
  occasion: { readonly command: CaseCommand; readonly rules: RuleSet; readonly at: Instant },
): readonly AllowedCommand[] {
  const { command, rules, at } = occasion
  const roles = defined.definition.permissions?.[command.type] ?? commandTable['process.migrate'].roles
  if (dossierCase.definition.hash !== defined.pin.hash) return [{ command: command.type, roles }]
  const { actor, data } = command
  const question = { definition: defined.definition, rules, facts: dossierCase.facts, at, actor, data }
  return listAllowed(configurationOf(defined, dossierCase.configuration), question)
}

/** Moves a case to the definition at hand; its facts, its promise and its clock stay. */
function decideMigration(
  defined: DefinedProcess,
  dossierCase: DossierCase,
  ...[command, { at, calendar }]: readonly [CaseCommand, DecideOptions]
): Decision {
  const rules = rulesOf(defined, dossierCase, at)
  const allowed = (): readonly AllowedCommand[] => listMigrating(defined, dossierCase, { command, rules, at })
  const refusal = refuseData(command, allowed)
  if (refusal) return refusal
  const migration = migrate(defined, dossierCase, command)
  if ('code' in migration) return refuse(migration.code, migration.message, allowed())
  const completed = { ...command, data: migration.data }
  return carryOut({
    defined,
    dossierCase,
    command: completed,
    outcome: migration.outcome,
    rules,
    at,
    calendar,
  })
}

/** Refuses what is no command, or would open a case twice. */
function refuseType(command: CaseCommand, allowed: () => readonly AllowedCommand[]): Refused | undefined {
  if (!isCommandType(command.type)) {
    return refuse('unknown-command', { vi: 'không có lệnh này', en: 'there is no such command' }, allowed())
  }
  if (command.type !== 'case.open') return undefined
  return refuse('already-open', { vi: 'hồ sơ đã được mở', en: 'the case is open already' }, allowed())
}

/** Decides where there is no case yet: only opening one. */
function decideUnknown(defined: DefinedProcess, command: CaseCommand, options: DecideOptions): Decision {
  const opening: readonly AllowedCommand[] = [
    {
      command: 'case.open',
      roles: defined.definition.permissions?.['case.open'] ?? commandTable['case.open'].roles,
    },
  ]
  if (!isCommandType(command.type)) {
    return refuse('unknown-command', { vi: 'không có lệnh này', en: 'there is no such command' }, opening)
  }
  if (command.type !== 'case.open') {
    return refuse('unknown-case', { vi: 'chưa có hồ sơ này', en: 'there is no such case' }, opening)
  }
  const roles = opening[0]?.roles ?? []
  if (!command.actor.roles.some((role) => roles.includes(role))) {
    const labels = roleLabels(roles)
    return refuse(
      'wrong-role',
      { vi: `chỉ ${labels.vi} được mở hồ sơ`, en: `only ${labels.en} may open a case` },
      opening,
    )
  }
  return refuseData(command, () => opening) ?? decideOpening(defined, command, options)
}
