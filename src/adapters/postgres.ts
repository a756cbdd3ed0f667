/**
 * PostgreSQL through `pg`: the database for production.
 *
 * @module
 */
import type { Row, SqlClient } from '../runtime/index.ts'

/** The part of a `pg` pool or client that is used; the package itself is never imported here. */
export interface PgLike {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/**
 * Wraps a `pg` pool as a client of one method. The caller makes and ends the pool.
 *
 * Every step is one statement, so a pool needs no pinned connection and no transaction.
 */
export function fromPg(pool: PgLike): SqlClient {
  return {
    async query(text, values = []) {
      const { rows } = await pool.query(text, [...values])
      return rows as Row[]
    },
  }
}
