/**
 * Deciding one command on a petition, with the clocks by which it is judged.
 *
 * @module
 */
import type { WorkingCalendar } from '../../calendar/index.ts'
import type { Instant } from '../../date.ts'
import { findDueDate } from '../../deadline/index.ts'
import type { Actor } from '../../dossier/history/index.ts'
import type { LocalizedText } from '../../errors.ts'
import { roleLabels } from '../case/role-labels.ts'
import { type ChartTables, compileChart } from '../chart/compile-chart.ts'
import { type PetitionCommandType, petitionChart, petitionCommands } from './petition-chart.ts'

/**
 * Working days within which each thing has to be done, from sending or the last transfer; publishing from the
 * answer (QĐ 766/QĐ-TTg, indicator 5.2).
 */
export const petitionTerms = { refuse: 2, ask: 5, settle: 15, publish: 2 } as const

/** Which promise a clock of a petition belongs to. */
export type PetitionClock = keyof typeof petitionTerms

/** A command on a petition. */
export interface PetitionCommand {
  readonly type: PetitionCommandType
  readonly commandId: string
  readonly actor: Actor
  readonly data: Readonly<Record<string, unknown>>
}

/** What happened to a petition. */
export interface PetitionEvent {
  readonly type: string
  readonly at: Instant
  readonly by: string
  readonly commandId: string
  readonly state: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A petition as far as it has come; plain JSON. */
export interface PetitionCase {
  readonly schema: 'motcua/petition@1'
  readonly id: string
  readonly agency: string
  /** `regulation` or `conduct`, once classified. */
  readonly kind?: string
  readonly state: string
  readonly sentAt: Instant
  /** From here the clocks run: sending, or the last transfer. */
  readonly countedFrom: Instant
  readonly settledAt?: Instant
  readonly publishedAt?: Instant
  readonly isSatisfied?: boolean
  readonly reopened: number
  /** Promises kept or broken so far, in order. */
  readonly outcomes: readonly {
    readonly clock: PetitionClock
    readonly at: Instant
    readonly isLate: boolean
  }[]
  readonly commandIds: readonly string[]
}

/** The answer to a command. */
export type PetitionDecision =
  | {
      readonly kind: 'moved'
      readonly petition: PetitionCase
      readonly events: readonly PetitionEvent[]
      readonly nextInstants: readonly { readonly at: Instant; readonly clock: PetitionClock }[]
    }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly message: LocalizedText
      readonly allowed: readonly { readonly command: string; readonly roles: readonly string[] }[]
    }

/** Compiles the chart; cheap, and kept by the caller where many petitions are decided. */
export function compilePetitions(): ChartTables {
  return compileChart(petitionChart)
}

/** When a promise is due. */
function dueAt(from: Instant, clock: PetitionClock, calendar: WorkingCalendar): Instant {
  return (
    findDueDate({ receivedAt: from, term: { kind: 'working-days', amount: petitionTerms[clock] }, calendar })
      .dueAt ?? from
  )
}

/** The promises that are open in a state. */
const openClocks: Readonly<Record<string, readonly PetitionClock[]>> = {
  'petition.sent': ['refuse', 'settle'],
  'petition.settling': ['ask', 'settle'],
  'petition.awaitingSupplement': ['settle'],
  'petition.settled': ['publish'],
}

/** The promise that a command keeps. */
const keptBy: Readonly<Partial<Record<PetitionCommandType, PetitionClock>>> = {
  'petition.refuse': 'refuse',
  'petition.ask': 'ask',
  'petition.settle': 'settle',
  'petition.publish': 'publish',
}

/** What is allowed in a state. */
function listAllowed(tables: ChartTables, state: string) {
  const here = tables.find([state])
  return (here?.commands() ?? []).map((command) => ({
    command,
    roles: here?.movesOf(command)[0]?.permit.roles ?? [],
  }))
}

/** Sends a petition: its first event. */
function send(command: PetitionCommand, at: Instant): PetitionCase {
  const { actor, commandId, data } = command
  return {
    schema: 'motcua/petition@1',
    id: String(data.id ?? commandId),
    agency: actor.agency,
    state: 'petition.sent',
    sentAt: at,
    countedFrom: at,
    reopened: 0,
    outcomes: [],
    commandIds: [],
  }
}

/** The petition after a command. */
function change(petition: PetitionCase, command: PetitionCommand, at: Instant): PetitionCase {
  const { type, data } = command
  if (type === 'petition.classify') return { ...petition, kind: String(data.kind ?? 'regulation') }
  if (type === 'petition.transfer')
    return { ...petition, agency: String(data.agency ?? petition.agency), countedFrom: at }
  if (type === 'petition.settle') return { ...petition, settledAt: at }
  if (type === 'petition.publish') return { ...petition, publishedAt: at }
  if (type === 'petition.rate') return { ...petition, isSatisfied: data.satisfied === true }
  return type === 'petition.re-open'
    ? { ...petition, countedFrom: at, reopened: petition.reopened + 1 }
    : petition
}

/** Whether the promise that a command keeps is kept late. */
function outcomeOf(
  petition: PetitionCase,
  command: PetitionCommand,
  world: { at: Instant; calendar: WorkingCalendar },
) {
  const clock = keptBy[command.type]
  if (clock === undefined) return []
  const from = clock === 'publish' ? (petition.settledAt ?? petition.countedFrom) : petition.countedFrom
  return [{ clock, at: world.at, isLate: world.at > dueAt(from, clock, world.calendar) }]
}

/** The promises still open, as moments to come back at. */
function findNext(petition: PetitionCase, calendar: WorkingCalendar) {
  return (openClocks[petition.state] ?? [])
    .map((clock) => ({
      at: dueAt(
        clock === 'publish' ? (petition.settledAt ?? petition.countedFrom) : petition.countedFrom,
        clock,
        calendar,
      ),
      clock,
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/**
 * Decides one command on a petition: refuse within 2 working days, ask within 5, settle within 15, publish within 2.
 *
 * A transfer to another agency starts the clocks anew; a re-opened petition counts again.
 *
 * @param petition - `undefined` for `petition.send`.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { decidePetition } from 'motcua/procedure/petition'
 * const actor = { id: 'u1', roles: ['applicant'], unit: 'online', agency: 'H26.01' }
 * const sent = decidePetition(undefined, { type: 'petition.send', commandId: 'p1', actor, data: { id: 'PA-1' } },
 *   { at: instant('2026-08-28T09:00'), calendar: buildWorkingCalendar() })
 * sent.kind === 'moved' && sent.nextInstants[0]?.at // '2026-09-04T17:00:00.000+07:00'
 */
export function decidePetition(
  petition: PetitionCase | undefined,
  command: PetitionCommand,
  options: { readonly at: Instant; readonly calendar: WorkingCalendar; readonly tables?: ChartTables },
): PetitionDecision {
  const { at, calendar } = options
  const tables = options.tables ?? compilePetitions()
  const row = Object.hasOwn(petitionCommands, command.type) ? petitionCommands[command.type] : undefined
  const allowed =
    petition === undefined
      ? [{ command: 'petition.send', roles: petitionCommands['petition.send'].roles }]
      : listAllowed(tables, petition.state)
  const isSending = command.type === 'petition.send'
  if (petition?.commandIds.includes(command.commandId)) {
    return { kind: 'moved', petition, events: [], nextInstants: findNext(petition, calendar) }
  }
  const move = petition === undefined ? undefined : tables.find([petition.state])?.movesOf(command.type)[0]
  const isOffered = petition === undefined ? isSending : move !== undefined
  if (row === undefined || !isOffered) {
    const code = row === undefined ? 'unknown-command' : 'not-now'
    return {
      kind: 'refused',
      code,
      message: { vi: 'lệnh này không dùng được lúc này', en: 'this command cannot be given now' },
      allowed,
    }
  }
  if (!command.actor.roles.some((role) => row.roles.some((one) => one === role))) {
    const labels = roleLabels(row.roles)
    return {
      kind: 'refused',
      code: 'wrong-role',
      message: { vi: `chỉ ${labels.vi} được thực hiện`, en: `only ${labels.en} may do this` },
      allowed,
    }
  }
  const before = petition ?? send(command, at)
  const state = move?.take().configuration.paths[0] ?? before.state
  const after: PetitionCase = {
    ...change(before, command, at),
    state,
    outcomes: [...before.outcomes, ...outcomeOf(before, command, { at, calendar })],
    commandIds: [...before.commandIds, command.commandId],
  }
  const event = {
    type: eventOf(command.type),
    at,
    by: command.actor.id,
    commandId: command.commandId,
    state,
    data: command.data,
  }
  return { kind: 'moved', petition: after, events: [event], nextInstants: findNext(after, calendar) }
}

/** Events of the commands. */
const participles: Readonly<Record<PetitionCommandType, string>> = {
  'petition.send': 'petition.sent',
  'petition.classify': 'petition.classified',
  'petition.refuse': 'petition.refused',
  'petition.ask': 'petition.asked',
  'petition.supplement': 'petition.supplemented',
  'petition.transfer': 'petition.transferred',
  'petition.settle': 'petition.settled',
  'petition.publish': 'petition.published',
  'petition.rate': 'petition.rated',
  'petition.re-open': 'petition.re-opened',
}

/** The event that a command becomes. */
function eventOf(type: PetitionCommandType): string {
  return participles[type]
}
