/**
 * Deciding one command on a petition, with the clocks by which it is judged.
 *
 * @module
 */
import type { WorkingCalendar } from '../../calendar/index.ts'
import { fromEpochMs, type Instant, toEpochMs } from '../../date.ts'
import { findDueDate } from '../../deadline/index.ts'
import type { Actor, PersonalData } from '../../dossier/history/index.ts'
import { type LocalizedText, MotcuaError } from '../../errors.ts'
import { roleLabels } from '../case/role-labels.ts'
import { type ChartTables, compileChart } from '../chart/compile-chart.ts'
import { messages } from '../messages.ts'
import { type PetitionCommandType, petitionChart, petitionCommands } from './petition-chart.ts'
import {
  type PetitionEvent,
  type PetitionOutcome,
  petitionCommandData,
  petitionEventTypes,
} from './petition-events.ts'

/**
 * Working days within which each thing has to be done, from sending or the last transfer; publishing from the
 * answer (QĐ 766/QĐ-TTg, indicator 5.2).
 */
export const petitionTerms = { refuse: 2, ask: 5, settle: 15, publish: 2 } as const

const MINUTE_MS = 60_000

/** Which promise a clock of a petition belongs to. */
export type PetitionClock = keyof typeof petitionTerms

/** A command on a petition. */
export interface PetitionCommand {
  /** The petition's id, from the host. */
  readonly caseId: string
  readonly type: PetitionCommandType
  readonly commandId: string
  readonly actor: Actor
  readonly data: Readonly<Record<string, unknown>>
  /** What the sender wrote and who they are; `data` never holds it. */
  readonly personal?: PersonalData | undefined
}

/** A petition as far as it has come; plain JSON, made from its events alone. */
export interface PetitionCase {
  readonly schema: 'motcua/petition@1'
  readonly caseId: string
  /** Number of its last event. */
  readonly seq: number
  readonly definition: { readonly id: string; readonly version: string }
  readonly agency: string
  /** Once classified. */
  readonly kind?: string
  readonly state: string
  readonly sentAt: Instant
  /** From here the clocks run: sending, re-opening, or the last transfer. */
  readonly countedFrom: Instant
  readonly settledAt?: Instant
  readonly publishedAt?: Instant
  readonly isSatisfied?: boolean
  readonly reopened: number
  /** Overdue promises that were warned of; absent while there are none. */
  readonly warned?: readonly string[]
  /** Promises kept or broken so far, in order. */
  readonly outcomes: readonly {
    readonly clock: PetitionClock
    readonly at: Instant
    readonly isLate: boolean
  }[]
  readonly commandIds: readonly string[]
}

/** A moment at which the host has to come back: when a promise will have been broken. Stored as a timer. */
export interface PetitionInstant {
  /** The minute after the promise is due. */
  readonly at: Instant
  readonly dueAt: Instant
  readonly clock: PetitionClock
  readonly command: 'petition.warn'
  readonly data: { readonly promise: PetitionClock; readonly dueAt: Instant }
  /** Idempotency key; fit for a command id. */
  readonly key: string
}

/** The answer to a command. */
export type PetitionDecision =
  | {
      readonly kind: 'moved'
      readonly petition: PetitionCase
      readonly events: readonly PetitionEvent[]
      /** Promises still open and not warned of, earliest first; they replace all timers of the petition. */
      readonly nextInstants: readonly PetitionInstant[]
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

/** What people may do in a state; the warning is the clock's alone. */
function listAllowed(tables: ChartTables, state: string) {
  const here = tables.find([state])
  const commands = (here?.commands() ?? []).filter((command) => command !== 'petition.warn')
  return commands.map((command) => ({
    command,
    roles: here?.movesOf(command)[0]?.permit.roles ?? [],
  }))
}

/** What the facts of an event change. */
function changesOf(petition: PetitionCase, event: PetitionEvent): Partial<PetitionCase> {
  const { at } = event
  switch (event.type) {
    case 'petition.classified':
      return { kind: event.data.kind }
    case 'petition.transferred':
      return { agency: event.data.agency, countedFrom: at }
    case 'petition.settled':
      return { settledAt: at }
    case 'petition.published':
      return { publishedAt: at }
    case 'petition.rated':
      return { isSatisfied: event.data.satisfied }
    case 'petition.warned':
      return { warned: [...(petition.warned ?? []), warningKey(event.data.promise, event.data.dueAt)] }
    case 'petition.re-opened':
      return { countedFrom: at, reopened: petition.reopened + 1 }
    default:
      return {}
  }
}

/** The petition after one more event; `undefined` before the first. */
function applyPetitionEvent(petition: PetitionCase | undefined, event: PetitionEvent): PetitionCase {
  const { caseId, at, actor, seq, commandId, data } = event
  const before: PetitionCase = petition ?? {
    schema: 'motcua/petition@1',
    caseId,
    seq,
    definition: { id: petitionChart.id, version: petitionChart.version },
    agency: actor.agency,
    state: 'petition.sent',
    sentAt: at,
    countedFrom: at,
    reopened: 0,
    outcomes: [],
    commandIds: [],
  }
  const { clock, isLate } = data
  return {
    ...before,
    ...changesOf(before, event),
    seq,
    state: data.states[0] ?? before.state,
    outcomes:
      clock === undefined ? before.outcomes : [...before.outcomes, { clock, at, isLate: isLate === true }],
    commandIds: [...before.commandIds, commandId],
  }
}

/**
 * Rebuilds a petition from its events: the same, byte for byte, as the one that was decided.
 *
 * @throws MotcuaError `procedure/broken-history` when the events do not begin with `petition.sent` or have a gap.
 *
 * @example
 * import { isMotcuaError } from 'motcua'
 * import { replayPetition } from 'motcua/procedure/petition'
 * try {
 *   replayPetition([])
 * } catch (error) {
 *   isMotcuaError(error, 'procedure/broken-history') // true
 * }
 */
export function replayPetition(events: readonly PetitionEvent[]): PetitionCase {
  let petition: PetitionCase | undefined
  for (const event of events) {
    const isNext = event.seq === (petition?.seq ?? 0) + 1
    const isFirst = (event.type === 'petition.sent') === (petition === undefined)
    if (!isNext || !isFirst || (petition && petition.caseId !== event.caseId)) {
      const reason = 'it does not continue the events before it'
      throw new MotcuaError(messages, 'procedure/broken-history', { seq: event.seq, reason })
    }
    petition = applyPetitionEvent(petition, event)
  }
  if (petition) return petition
  throw new MotcuaError(messages, 'procedure/broken-history', { seq: 0, reason: 'there is no event' })
}

/** When a promise of a petition is due: publishing from the answer, the others from where the clocks run. */
function promiseOf(petition: PetitionCase, clock: PetitionClock, calendar: WorkingCalendar): Instant {
  const from = clock === 'publish' ? (petition.settledAt ?? petition.countedFrom) : petition.countedFrom
  return dueAt(from, clock, calendar)
}

/** Whether the promise that a command keeps is kept late. */
function outcomeOf(
  petition: PetitionCase | undefined,
  command: PetitionCommand,
  world: { at: Instant; calendar: WorkingCalendar },
): Omit<PetitionOutcome, 'states'> {
  const clock = keptBy[command.type]
  if (clock === undefined || petition === undefined) return {}
  return { clock, isLate: world.at > promiseOf(petition, clock, world.calendar) }
}

/** Name under which a warning is remembered, so that it is given once. */
function warningKey(clock: PetitionClock, at: string): string {
  return `${clock}-overdue:${at.slice(0, 16).replace(/\D/g, '')}`
}

/** The promises still open, as moments to come back at; those that were warned of are not named again. */
function findNext(petition: PetitionCase, calendar: WorkingCalendar): readonly PetitionInstant[] {
  return (openClocks[petition.state] ?? [])
    .map((clock): PetitionInstant => {
      const due = promiseOf(petition, clock, calendar)
      const at = fromEpochMs(toEpochMs(due) + MINUTE_MS)
      const data = { promise: clock, dueAt: due }
      return { at, dueAt: due, clock, command: 'petition.warn', data, key: warningKey(clock, due) }
    })
    .filter(({ key }) => petition.warned?.includes(key) !== true)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** Whether a warning is of a promise that is open and overdue, and new. */
function isWarningDue(
  petition: PetitionCase,
  { data }: PetitionCommand,
  { at, calendar }: { readonly at: Instant; readonly calendar: WorkingCalendar },
): boolean {
  return findNext(petition, calendar).some(
    ({ clock, dueAt: due }) => clock === data.promise && due === data.dueAt && at > due,
  )
}

/** The refusal of a command; `undefined` when nothing stands against it. */
function findRefusal(
  petition: PetitionCase | undefined,
  command: PetitionCommand,
  isOffered: boolean,
): { readonly code: string; readonly message: LocalizedText } | undefined {
  const row = Object.hasOwn(petitionCommands, command.type) ? petitionCommands[command.type] : undefined
  if (row === undefined) {
    return { code: 'unknown-command', message: { vi: 'không có lệnh này', en: 'there is no such command' } }
  }
  if (!isOffered) {
    const code = petition === undefined ? 'unknown-case' : 'not-now'
    return {
      code,
      message: { vi: 'lệnh này không dùng được lúc này', en: 'this command cannot be given now' },
    }
  }
  if (!command.actor.roles.some((role) => row.roles.some((one) => one === role))) {
    const labels = roleLabels(row.roles)
    const message = { vi: `chỉ ${labels.vi} được thực hiện`, en: `only ${labels.en} may do this` }
    return { code: 'wrong-role', message }
  }
  if (petitionCommandData[command.type].safeParse(command.data).success) return undefined
  return {
    code: 'invalid-data',
    message: { vi: 'dữ liệu của lệnh không hợp lệ', en: 'the data of the command are not valid' },
  }
}

/** Refuses a warning where nothing is overdue. */
function refuseWarning(
  petition: PetitionCase | undefined,
  command: PetitionCommand,
  world: { readonly at: Instant; readonly calendar: WorkingCalendar },
): { readonly code: string; readonly message: LocalizedText } | undefined {
  if (command.type !== 'petition.warn' || petition === undefined) return undefined
  if (isWarningDue(petition, command, world)) return undefined
  return {
    code: 'nothing-to-warn',
    message: { vi: 'không cần cảnh báo lúc này', en: 'there is nothing to warn about now' },
  }
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
 * const sent = decidePetition(undefined, {
 *   caseId: 'PA-1', type: 'petition.send', commandId: 'p1', actor, data: { contentHash: 'ab'.repeat(32) },
 * }, { at: instant('2026-08-28T09:00'), calendar: buildWorkingCalendar() })
 * sent.kind === 'moved' && sent.nextInstants[0]?.dueAt // '2026-09-04T17:00:00.000+07:00'
 */
export function decidePetition(
  petition: PetitionCase | undefined,
  command: PetitionCommand,
  options: { readonly at: Instant; readonly calendar: WorkingCalendar; readonly tables?: ChartTables },
): PetitionDecision {
  const { at, calendar } = options
  const tables = options.tables ?? compilePetitions()
  if (petition?.commandIds.includes(command.commandId)) {
    return { kind: 'moved', petition, events: [], nextInstants: findNext(petition, calendar) }
  }
  const move = petition === undefined ? undefined : tables.find([petition.state])?.movesOf(command.type)[0]
  const isOffered = petition === undefined ? command.type === 'petition.send' : move !== undefined
  const refusal = findRefusal(petition, command, isOffered) ?? refuseWarning(petition, command, options)
  if (refusal) {
    const sending = [{ command: 'petition.send', roles: petitionCommands['petition.send'].roles }]
    const allowed = petition === undefined ? sending : listAllowed(tables, petition.state)
    return { kind: 'refused', ...refusal, allowed }
  }
  const { caseId, type, actor, commandId, data, personal } = command
  const states = [move?.take().configuration.paths[0] ?? 'petition.sent']
  // Checked against the schema of the command, and completed by the decision.
  const eventData: unknown = { ...data, states, ...outcomeOf(petition, command, { at, calendar }) }
  const event = {
    caseId,
    seq: (petition?.seq ?? 0) + 1,
    type: petitionEventTypes[type],
    at,
    actor,
    commandId,
    data: eventData,
    ...(personal === undefined ? {} : { personal }),
  } as PetitionEvent
  const after = applyPetitionEvent(petition, event)
  return { kind: 'moved', petition: after, events: [event], nextInstants: findNext(after, calendar) }
}
