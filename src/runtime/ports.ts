/**
 * What the runtime asks of the world: a store, and of a database one method.
 *
 * @module
 */
import type { Instant } from '../date.ts'
import type { CaseEvent, SealedEvent } from '../dossier/history/index.ts'
import type { DossierCase, Effect, NextInstant } from '../procedure/index.ts'

/** One row of an answer. */
export type Row = Readonly<Record<string, unknown>>

/** What the runtime asks of a database: one method, so that any driver can be wrapped. */
export interface SqlClient {
  query(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
}

/** What a store asks of a case: a dossier's, or a petition's. */
export interface Keepable {
  readonly caseId: string
  readonly seq: number
  /** Absent where the national portal has none. */
  readonly nationalStatus?: number
  readonly definition: { readonly id: string; readonly version: string }
}

/** A case as it lies in the store. */
export interface StoredCase<C extends Keepable = DossierCase> {
  readonly dossierCase: C
  /** Hash of its last event: what the next one links to. */
  readonly lastHash: string
}

/** A counter that a command takes its number from, as it was read. */
export interface TakenNumber {
  readonly register: string
  /** The number taken; the counter must still stand there when the command is stored. */
  readonly number: number
}

/** A moment to come back at, as it lies in the store: of a case, or of a petition. */
export interface StoredTimer extends Omit<NextInstant, 'command'> {
  readonly command: NextInstant['command'] | 'petition.warn'
}

/** Everything that one command writes, all of it or nothing. */
export interface CaseStep<C extends Keepable = DossierCase, E extends SealedEvent = CaseEvent> {
  readonly agency: string
  readonly caseId: string
  /** Number of the last event as it was read; 0 for a new case. */
  readonly expectedSeq: number
  readonly events: readonly E[]
  readonly stored: StoredCase<C>
  /** Replace all timers of the case. */
  readonly timers: readonly StoredTimer[]
  readonly effects: readonly Effect[]
  readonly numbers: readonly TakenNumber[]
}

/** A timer whose moment has come, claimed for a while. */
export interface DueTimer {
  readonly caseId: string
  readonly timer: StoredTimer
}

/** An effect to be delivered, claimed for a while. */
export interface DueEffect {
  readonly effect: Effect
  /** How often it was tried before. */
  readonly attempts: number
}

/** How long a claim lasts, and how many are taken. */
export interface Claim {
  readonly agency: string
  readonly now: Instant
  /** Until then nobody else takes the same; afterwards it is taken again. */
  readonly until: Instant
  readonly limit: number
}

/**
 * Where cases, events, timers, effects and counters lie.
 *
 * The agency is part of every key: what belongs to one is not seen by another.
 */
export interface CaseStore<C extends Keepable = DossierCase, E extends SealedEvent = CaseEvent> {
  load(agency: string, caseId: string): Promise<StoredCase<C> | undefined>
  /** All events of a case in order. */
  readEvents(agency: string, caseId: string): Promise<readonly E[]>
  /** The next number of each register, 1 where none was taken. */
  readNumbers(agency: string, registers: readonly string[]): Promise<readonly TakenNumber[]>
  /** Writes a step where case and counters are still as read; `conflict` writes nothing. */
  append(step: CaseStep<C, E>): Promise<'stored' | 'conflict'>
  claimTimers(claim: Claim): Promise<readonly DueTimer[]>
  dropTimer(agency: string, caseId: string, key: string): Promise<void>
  claimEffects(claim: Claim): Promise<readonly DueEffect[]>
  /** Marks effects as delivered; they are not claimed again. */
  settleEffects(agency: string, keys: readonly string[]): Promise<void>
  /** Replaces an event by the same one without its personal data. */
  eraseEvent(agency: string, event: E): Promise<void>
}
