import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, describe, expect, it } from 'vitest'
import { fromPglite, lockFolder } from '../../src/adapters/pglite.ts'
import { fromSqlClient, tableStatements } from '../../src/runtime/index.ts'
import { storeSuite } from '../kit/store-suite.ts'

const pglite = new PGlite()
const client = fromPglite(pglite)
let isReady: Promise<unknown> | undefined
afterAll(() => pglite.close())

storeSuite('PGlite', async () => {
  isReady ??= tableStatements.reduce(
    (before, text) => before.then(() => client.query(text)),
    Promise.resolve<unknown>(0),
  )
  await isReady
  return fromSqlClient(client)
})

const folder = mkdtempSync(join(tmpdir(), 'motcua-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what it refuses', () => {
  it('refuses a folder that a living process holds, and names it', () => {
    const lock = lockFolder(join(folder, 'a'))
    expect(() => lockFolder(join(folder, 'a'))).toThrow(new RegExp(`process ${process.pid} on ${hostname()}`))
    lock.release()
    lockFolder(join(folder, 'a')).release()
    expect(existsSync(lock.path)).toBe(false)
  })
  it('takes over the lock of a process that is gone, and not that of another machine', () => {
    writeFileSync(join(folder, 'b.lock'), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }))
    lockFolder(join(folder, 'b')).release()
    writeFileSync(join(folder, 'c.lock'), JSON.stringify({ pid: 1, host: 'elsewhere' }))
    expect(() => lockFolder(join(folder, 'c'))).toThrow(/elsewhere/)
  })
})
