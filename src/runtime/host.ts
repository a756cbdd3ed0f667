/**
 * The host of an agency's cases: read, decide, write in one statement, or decide again.
 *
 * @module
 */
import type { WorkingCalendar } from '../calendar/index.ts'
import type { Clock, Instant } from '../date.ts'
import {
  type CaseEvent,
  eraseEvent,
  type RandomBytes,
  sealEvents,
  verifyHistory,
} from '../dossier/history/index.ts'
import { MotcuaError } from '../errors.ts'
import {
  type CaseCommand,
  type Decision,
  type DefinedProcess,
  type DossierCase,
  decide,
  type NextInstant,
  type Refused,
  replay,
  restoreCase,
} from '../procedure/index.ts'
import { messages } from './messages.ts'
import type { CaseStore, StoredCase, TakenNumber } from './ports.ts'

/** How often a step is decided anew when the case or a counter changed meanwhile. */
const MAX_ATTEMPTS = 8

/** What a host needs; everything that touches the world comes in here. */
export interface HostOptions {
  /** The agency whose cases it keeps; part of every key. */
  readonly agency: string
  readonly store: CaseStore
  readonly clock: Clock
  readonly calendar: WorkingCalendar
  readonly randomBytes: RandomBytes
  /** Every version that has running cases. A new case begins under the one that its command names, or the first in force. */
  readonly definitions: readonly DefinedProcess[]
}

/** A command, or one that is made from numbers read for it. */
export interface Asking {
  readonly command: CaseCommand | ((numbers: Readonly<Record<string, number>>) => CaseCommand)
  /** Counters that the command takes a number from, for instance the dossier codes of a day. */
  readonly registers?: readonly string[]
  /** Definition of a new case (without it the first in force), or the one that a case is migrated to. */
  readonly definition?: DefinedProcess
}

/** What became of a command. */
export type Answer =
  | {
      readonly kind: 'stored'
      readonly dossierCase: DossierCase
      readonly events: readonly CaseEvent[]
      /** The timers that the case has now; they are stored already. */
      readonly nextInstants: readonly NextInstant[]
    }
  | Refused

/** Keeps cases durably: the only thing here that remembers is the store. */
export interface Host {
  readonly options: HostOptions
  /** Decides a command and stores what follows; a command id given twice stores nothing twice. */
  give(asking: Asking): Promise<Answer>
  /** The case as it is now; `undefined` when there is none. */
  read(caseId: string): Promise<DossierCase | undefined>
  /** The sealed events of a case. */
  readEvents(caseId: string): Promise<readonly CaseEvent[]>
  /** Rebuilds a case from its events alone, after checking their chain. */
  restore(caseId: string): Promise<DossierCase>
  /** Takes the personal data out of all events of a case; the chain still verifies. */
  erase(caseId: string): Promise<number>
}

/** The definition that a case runs under. */
function definitionOf(options: HostOptions, dossierCase: DossierCase): DefinedProcess {
  const { id, version, hash } = dossierCase.definition
  const found = options.definitions.find(
    ({ pin }) => pin.id === id && pin.version === version && pin.hash === hash,
  )
  if (found) return found
  throw new MotcuaError(messages, 'runtime/unknown-definition', {
    definition: `${id}@${version}#${hash.slice(0, 8)}`,
  })
}

/** The definition under which a new case begins: the one named, or the first that is in force on the day. */
function definitionFor(options: HostOptions, asking: Asking, at: Instant): DefinedProcess {
  const day = at.slice(0, 10)
  const inForce = options.definitions.find(({ definition: { lifecycle } }) => {
    const { inForceFrom, supersededFrom } = lifecycle ?? {}
    return (
      inForceFrom !== undefined &&
      inForceFrom <= day &&
      (supersededFrom === undefined || day < supersededFrom)
    )
  })
  const found = asking.definition ?? inForce ?? options.definitions[0]
  if (found) return found
  throw new MotcuaError(messages, 'runtime/unknown-definition', { definition: '(none)' })
}

/** The numbers as a record, for making the command. */
function toRecord(numbers: readonly TakenNumber[]): Readonly<Record<string, number>> {
  return Object.fromEntries(numbers.map(({ register, number }) => [register, number]))
}

/** One attempt: what was read, what was decided. */
interface Attempt {
  readonly before: StoredCase | undefined
  readonly numbers: readonly TakenNumber[]
  readonly command: CaseCommand
  readonly decision: Decision
}

/** Reads the case and the counters, and decides. */
async function attempt(options: HostOptions, asking: Asking): Promise<Attempt> {
  const { store, agency, clock, calendar } = options
  const numbers = await store.readNumbers(agency, asking.registers ?? [])
  const command = typeof asking.command === 'function' ? asking.command(toRecord(numbers)) : asking.command
  const before = await store.load(agency, command.caseId)
  const at = clock()
  const running = before && definitionOf(options, before.dossierCase)
  const target = command.type === 'process.migrate' ? (asking.definition ?? running) : running
  const defined = target ?? definitionFor(options, asking, at)
  // What comes from a store is checked before it is trusted.
  const dossierCase = before && restoreCase(running ?? defined, before.dossierCase)
  return { before, numbers, command, decision: decide(defined, dossierCase, command, { at, calendar }) }
}

/** Stores a step that was decided; `undefined` when something changed meanwhile. */
async function keep(
  options: HostOptions,
  { before, numbers, command, decision }: Attempt,
): Promise<Answer | undefined> {
  if (decision.kind === 'refused') return decision
  const { dossierCase, nextInstants } = decision
  if (decision.events.length === 0) return { kind: 'stored', dossierCase, events: [], nextInstants }
  const { store, agency, randomBytes } = options
  const last = before && { hash: before.lastHash }
  const events = sealEvents(decision.events, { last, randomBytes })
  const answer = await store.append({
    agency,
    caseId: command.caseId,
    expectedSeq: before?.dossierCase.seq ?? 0,
    events,
    stored: { dossierCase, lastHash: events.at(-1)?.hash ?? '' },
    timers: decision.nextInstants,
    effects: decision.effects,
    numbers,
  })
  return answer === 'stored' ? { kind: 'stored', dossierCase, events, nextInstants } : undefined
}

/** Decides and stores, again while others are faster. */
async function give(options: HostOptions, asking: Asking): Promise<Answer> {
  for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts += 1) {
    const answer = await keep(options, await attempt(options, asking))
    if (answer) return answer
  }
  throw new MotcuaError(messages, 'runtime/too-many-conflicts', { attempts: MAX_ATTEMPTS })
}

/** Rebuilds a case from its events under the definition that they name last. */
async function restore(options: HostOptions, caseId: string): Promise<DossierCase> {
  const events = await options.store.readEvents(options.agency, caseId)
  const findings = verifyHistory(events).filter(({ severity }) => severity === 'error')
  if (findings.length > 0)
    throw new MotcuaError(messages, 'runtime/broken-chain', { caseId, count: findings.length })
  const stored = await options.store.load(options.agency, caseId)
  const first = events[0]
  const pin =
    stored?.dossierCase.definition ?? (first?.type === 'case.opened' ? first.data.definition : undefined)
  const defined = options.definitions.find((one) => one.pin.hash === pin?.hash)
  if (defined === undefined) {
    throw new MotcuaError(messages, 'runtime/unknown-definition', {
      definition: pin ? `${pin.id}@${pin.version}` : caseId,
    })
  }
  return replay(defined, events, options.definitions)
}

/**
 * Makes a host over a store.
 *
 * A step reads the case and the counters, decides, and writes events, snapshot, timers, effects and counters in
 * one statement where nothing changed meanwhile; otherwise it reads and decides again.
 *
 * @throws MotcuaError `runtime/unknown-definition`, `runtime/too-many-conflicts` or `runtime/broken-chain` from its methods.
 *
 * @example
 * import { instant } from 'motcua'
 * import { memoryStore } from 'motcua/adapters/memory'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { registerCopies } from 'motcua/procedure'
 * import { createHost } from 'motcua/runtime'
 * const host = createHost({
 *   agency: 'H26.01', store: memoryStore(), clock: () => instant('2026-08-28T15:20'),
 *   calendar: buildWorkingCalendar(), randomBytes: (length) => new Uint8Array(length), definitions: [registerCopies],
 * })
 * const answer = await host.give({ command: {
 *   caseId: 'c1', type: 'case.open', commandId: 'k1',
 *   actor: { id: 'u7', roles: ['reception'], unit: 'mot-cua', agency: 'H26.01' },
 *   data: {
 *     procedure: '2.000908', field: 'Chứng thực', level: 'commune', agency: 'H26.01', unit: 'mot-cua',
 *     channel: 'direct', serviceLevel: 'full', onlineCapable: true, payable: false,
 *   },
 * } })
 * answer.kind // 'stored'
 */
export function createHost(options: HostOptions): Host {
  const { store, agency } = options
  return {
    options,
    give: (asking) => give(options, asking),
    async read(caseId) {
      return (await store.load(agency, caseId))?.dossierCase
    },
    readEvents: (caseId) => store.readEvents(agency, caseId),
    restore: (caseId) => restore(options, caseId),
    async erase(caseId) {
      const events = await store.readEvents(agency, caseId)
      const personal = events.filter((event) => event.personal !== undefined)
      for (const event of personal) await store.eraseEvent(agency, eraseEvent(event))
      return personal.length
    },
  }
}
