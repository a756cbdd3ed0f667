/**
 * Petitions kept durably, beside the cases and in the same tables.
 *
 * @module
 */
import type { WorkingCalendar } from '../calendar/index.ts'
import type { Clock } from '../date.ts'
import {
  eraseEvent,
  type RandomBytes,
  type SealedEvent,
  sealEvents,
  verifyHistory,
} from '../dossier/history/index.ts'
import { MotcuaError } from '../errors.ts'
import {
  compilePetitions,
  decidePetition,
  type PetitionCase,
  type PetitionCommand,
  type PetitionDecision,
  type PetitionEvent,
  petitionHistory,
  replayPetition,
} from '../procedure/petition/index.ts'
import { messages } from './messages.ts'
import type { CaseStore } from './ports.ts'

/** How often a step is decided anew when the petition changed meanwhile. */
const MAX_ATTEMPTS = 8

/** An event of a petition as it lies in the store. */
export type SealedPetitionEvent = PetitionEvent & SealedEvent

/** A store of petitions: any store, told what it keeps. */
export type PetitionStore = CaseStore<PetitionCase, SealedPetitionEvent>

/** What keeping petitions needs. */
export interface PetitionHostOptions {
  readonly agency: string
  readonly store: PetitionStore
  readonly clock: Clock
  readonly calendar: WorkingCalendar
  readonly randomBytes: RandomBytes
}

/** What became of a command on a petition. */
export type PetitionAnswer =
  | {
      readonly kind: 'stored'
      readonly petition: PetitionCase
      readonly events: readonly SealedPetitionEvent[]
      /** The promises still open; stored as timers of the petition. */
      readonly nextInstants: Extract<PetitionDecision, { kind: 'moved' }>['nextInstants']
    }
  | Extract<PetitionDecision, { kind: 'refused' }>

/** Keeps petitions; ids of petitions and of cases share one space in an agency. */
export interface PetitionHost {
  /** Decides a command and stores what follows; a command id given twice stores nothing twice. */
  give(command: PetitionCommand): Promise<PetitionAnswer>
  read(caseId: string): Promise<PetitionCase | undefined>
  readEvents(caseId: string): Promise<readonly SealedPetitionEvent[]>
  /** Rebuilds a petition from its events alone, after checking their chain. */
  restore(caseId: string): Promise<PetitionCase>
  /** Takes the personal data out of all events; the chain still verifies. */
  erase(caseId: string): Promise<number>
}

/** Decides and stores once; `undefined` when the petition changed meanwhile. */
async function attempt(
  options: PetitionHostOptions,
  command: PetitionCommand,
  tables: ReturnType<typeof compilePetitions>,
): Promise<PetitionAnswer | undefined> {
  const { store, agency, clock, calendar, randomBytes } = options
  const before = await store.load(agency, command.caseId)
  const decision = decidePetition(before?.dossierCase, command, { at: clock(), calendar, tables })
  if (decision.kind === 'refused') return decision
  const { petition, nextInstants } = decision
  if (decision.events.length === 0) return { kind: 'stored', petition, events: [], nextInstants }
  const events = sealEvents(decision.events, { last: before && { hash: before.lastHash }, randomBytes })
  const answer = await store.append({
    agency,
    caseId: command.caseId,
    expectedSeq: before?.dossierCase.seq ?? 0,
    events,
    stored: { dossierCase: petition, lastHash: events.at(-1)?.hash ?? '' },
    timers: nextInstants.map(({ at, command: name, data, key }) => ({ at, command: name, data, key })),
    effects: [],
    numbers: [],
  })
  return answer === 'stored' ? { kind: 'stored', petition, events, nextInstants } : undefined
}

/**
 * Makes a host of petitions over a store: their events are sealed into a chain and stored with the petition in one
 * statement, as those of cases are.
 *
 * @throws MotcuaError `runtime/too-many-conflicts` when the petition keeps changing under `give`.
 * @throws MotcuaError `runtime/broken-chain` when `restore` finds a history that was tampered with.
 *
 * @example
 * import { instant } from 'motcua'
 * import { memoryStore } from 'motcua/adapters/memory'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { createPetitionHost } from 'motcua/runtime'
 * const host = createPetitionHost({
 *   agency: 'H26.01', store: memoryStore(), clock: () => instant('2026-08-28T09:00'),
 *   calendar: buildWorkingCalendar(), randomBytes: (length) => new Uint8Array(length),
 * })
 * const answer = await host.give({
 *   caseId: 'PA-1', type: 'petition.send', commandId: 'p1', data: { contentHash: 'ab'.repeat(32) },
 *   actor: { id: 'u1', roles: ['applicant'], unit: 'online', agency: 'H26.01' },
 * })
 * answer.kind // 'stored'
 * const restored = await host.restore('PA-1')
 * restored.state // 'petition.sent'
 */
export function createPetitionHost(options: PetitionHostOptions): PetitionHost {
  const { store, agency } = options
  const tables = compilePetitions()
  return {
    async give(command) {
      for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts += 1) {
        const answer = await attempt(options, command, tables)
        if (answer) return answer
      }
      throw new MotcuaError(messages, 'runtime/too-many-conflicts', { attempts: MAX_ATTEMPTS })
    },
    async read(caseId) {
      return (await store.load(agency, caseId))?.dossierCase
    },
    readEvents: (caseId) => store.readEvents(agency, caseId),
    async restore(caseId) {
      const events = await store.readEvents(agency, caseId)
      const broken = verifyHistory(events, { kind: petitionHistory }).filter(
        ({ severity }) => severity === 'error',
      )
      if (broken.length > 0)
        throw new MotcuaError(messages, 'runtime/broken-chain', { caseId, count: broken.length })
      return replayPetition(events)
    },
    async erase(caseId) {
      const personal = (await store.readEvents(agency, caseId)).filter(
        (event) => event.personal !== undefined,
      )
      for (const event of personal) await store.eraseEvent(agency, eraseEvent(event))
      return personal.length
    },
  }
}
