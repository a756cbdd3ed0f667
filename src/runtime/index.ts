/**
 * Running cases durably: load, decide, store in one statement, come back in time, tell the world.
 *
 * It holds no driver and reads no clock: store, clock, calendar and random bytes are handed in. The tables and
 * the statement for PostgreSQL are here; adapters wrap the drivers.
 *
 * @module
 */
export { type Answer, type Asking, createHost, type Host, type HostOptions } from './host.ts'
export {
  createPetitionHost,
  type PetitionAnswer,
  type PetitionHost,
  type PetitionHostOptions,
  type PetitionStore,
  type SealedPetitionEvent,
} from './petition-host.ts'
export type {
  CaseStep,
  CaseStore,
  Claim,
  DueEffect,
  DueTimer,
  Keepable,
  Row,
  SqlClient,
  StoredCase,
  StoredTimer,
  TakenNumber,
} from './ports.ts'
export { type Delivery, deliverEffects, runTimers, type TimerOptions, type TimerRun } from './run-timers.ts'
export { fromSqlClient } from './sql-store.ts'
export {
  appendStatement,
  claimEffectsStatement,
  claimTimersStatement,
  tableStatements,
} from './sql-tables.ts'
