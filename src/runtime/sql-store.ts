/**
 * Cases in PostgreSQL, over a client of one method.
 *
 * @module
 */
import type { CaseEvent, SealedEvent } from '../dossier/history/index.ts'
import type { DossierCase } from '../procedure/index.ts'
import type { CaseStep, CaseStore, Keepable, Row, SqlClient, TakenNumber } from './ports.ts'
import { appendStatement, claimEffectsStatement, claimTimersStatement } from './sql-tables.ts'

/** PostgreSQL's code for two rows with one key. */
const UNIQUE_VIOLATION = '23505'

/** Tells whether a driver's error says that a key was taken meanwhile. */
function isKeyTaken(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === UNIQUE_VIOLATION
}

/** A column that holds JSON text. */
function readJson<T>(row: Row, column: string): T {
  return JSON.parse(String(row[column])) as T
}

/** The values of the one statement, in its order. */
function valuesOf(step: CaseStep<Keepable, SealedEvent>): readonly unknown[] {
  const { agency, caseId, expectedSeq, events, stored, timers, effects, numbers } = step
  const { dossierCase, lastHash } = stored
  const { id, version } = dossierCase.definition
  return [
    agency,
    caseId,
    expectedSeq,
    dossierCase.seq,
    // 0 where the portal has no status for such a case.
    dossierCase.nationalStatus ?? 0,
    `${id}@${version}`,
    lastHash,
    JSON.stringify(dossierCase),
    JSON.stringify(events.map((event) => ({ ...pick(event), body: JSON.stringify(event) }))),
    JSON.stringify(timers.map((timer) => ({ key: timer.key, at: timer.at, body: JSON.stringify(timer) }))),
    JSON.stringify(effects.map((effect) => ({ key: effect.key, body: JSON.stringify(effect) }))),
    JSON.stringify(numbers),
  ]
}

/** The columns of an event beside its body. */
function pick({ seq, type, at, hash }: SealedEvent): object {
  return { seq, type, at, hash }
}

/** Reading a case, its events and the counters. */
function reader<C extends Keepable, E extends SealedEvent>(
  client: SqlClient,
): Pick<CaseStore<C, E>, 'load' | 'readEvents' | 'readNumbers'> {
  return {
    async load(agency, caseId) {
      const [row] = await client.query(
        'select snapshot, last_hash from motcua_case where agency = $1 and case_id = $2',
        [agency, caseId],
      )
      return row && { dossierCase: readJson<C>(row, 'snapshot'), lastHash: String(row.last_hash) }
    },
    async readEvents(agency, caseId) {
      const rows = await client.query(
        'select body from motcua_event where agency = $1 and case_id = $2 order by seq',
        [agency, caseId],
      )
      return rows.map((row) => readJson<E>(row, 'body'))
    },
    async readNumbers(agency, registers): Promise<readonly TakenNumber[]> {
      if (registers.length === 0) return []
      const rows = await client.query(
        'select register, next from motcua_register where agency = $1 and register = any($2::text[])',
        [agency, registers],
      )
      const next = new Map(rows.map((row) => [String(row.register), Number(row.next)]))
      return registers.map((register) => ({ register, number: next.get(register) ?? 1 }))
    },
  }
}

/**
 * Wraps a database as a store; the tables of `tableStatements` must be there.
 *
 * A conflict of version, of a counter or of a key is an answer, not an exception; any other error of the driver
 * goes through as it is.
 */
export function fromSqlClient<C extends Keepable = DossierCase, E extends SealedEvent = CaseEvent>(
  client: SqlClient,
): CaseStore<C, E> {
  return {
    ...reader<C, E>(client),
    async append(step) {
      try {
        const [row] = await client.query(appendStatement, valuesOf(step))
        return row?.stored === true ? 'stored' : 'conflict'
      } catch (error) {
        if (isKeyTaken(error)) return 'conflict'
        throw error
      }
    },
    async claimTimers({ agency, now, until, limit }) {
      const rows = await client.query(claimTimersStatement, [agency, now, until, limit])
      return rows
        .map((row) => ({
          caseId: String(row.case_id),
          timer: readJson<CaseStep['timers'][number]>(row, 'body'),
        }))
        .sort((a, b) => (a.timer.at < b.timer.at ? -1 : a.timer.at > b.timer.at ? 1 : 0))
    },
    async dropTimer(agency, caseId, key) {
      await client.query('delete from motcua_timer where agency = $1 and case_id = $2 and key = $3', [
        agency,
        caseId,
        key,
      ])
    },
    async claimEffects({ agency, now, until, limit }) {
      const rows = await client.query(claimEffectsStatement, [agency, now, until, limit])
      return [...rows]
        .sort((a, b) => Number(a.position) - Number(b.position))
        .map((row) => ({
          effect: readJson<CaseStep['effects'][number]>(row, 'body'),
          attempts: Number(row.attempts) - 1,
        }))
    },
    async settleEffects(agency, keys) {
      await client.query(
        'update motcua_effect set settled = true where agency = $1 and key = any($2::text[])',
        [agency, keys],
      )
    },
    async eraseEvent(agency, event) {
      await client.query(
        'update motcua_event set body = $4 where agency = $1 and case_id = $2 and seq = $3',
        [agency, event.caseId, event.seq, JSON.stringify(event)],
      )
    },
  }
}
