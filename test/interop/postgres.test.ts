import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromPg } from '../../src/adapters/postgres.ts'
import { instant } from '../../src/date.ts'
import { verifyHistory } from '../../src/dossier/history/index.ts'
import { registerCopies } from '../../src/procedure/index.ts'
import { createHost, deliverEffects, fromSqlClient, tableStatements } from '../../src/runtime/index.ts'
import { countingBytes } from '../kit/cases.ts'
import { petitionSuite } from '../kit/petition-suite.ts'
import { hasPostgres, type PostgresServer, startPostgres } from '../kit/postgres-server.ts'
import { calendar } from '../kit/procedure-walk.ts'
import { storeSuite } from '../kit/store-suite.ts'

const isThere = hasPostgres() || process.env.CI !== undefined
if (!isThere) process.stdout.write('skipped: the suite on PostgreSQL, no server programs (1 file)\n')

const root = resolve(import.meta.dirname, '../..')
let server: PostgresServer
let pool: Pool

describe.skipIf(!isThere)('PostgreSQL', () => {
  beforeAll(async () => {
    server = startPostgres()
    pool = new Pool({ connectionString: server.connectionString, max: 8 })
    // A server that is stopped drops idle connections; nobody waits for them any more.
    pool.on('error', () => {})
    for (const text of tableStatements) await pool.query(text)
  })
  afterAll(async () => {
    await pool?.end()
    server?.stop()
  })

  storeSuite('PostgreSQL', async () => fromSqlClient(fromPg(pool)))
  petitionSuite('PostgreSQL', async () => fromSqlClient(fromPg(pool)))

  describe('what it must not touch', () => {
    it('makes the tables again without losing a row', async () => {
      const before = await pool.query('select count(*) as n from motcua_event')
      for (const text of tableStatements) await pool.query(text)
      expect((await pool.query('select count(*) as n from motcua_event')).rows).toEqual(before.rows)
    })
    it('loses nothing that was answered and doubles nothing when clerks are killed at any moment', async () => {
      const outfile = join(root, 'out/run/kill-round.mjs')
      await build({
        entryPoints: [join(root, 'test/kit/kill-round.ts')],
        outfile,
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node20',
        conditions: ['source'],
        packages: 'external',
        logLevel: 'error',
      })
      const said: string[] = []
      /** The server finishes what a killed clerk asked last; only then is what it holds what it will hold. */
      const untilServerIsIdle = async (): Promise<void> => {
        const others = `select count(*)::int as running from pg_stat_activity
          where backend_type = 'client backend' and state <> 'idle' and pid <> pg_backend_pid()`
        for (let tries = 0; tries < 500; tries += 1) {
          const { rows } = await pool.query(others)
          if ((rows as { running: number }[])[0]?.running === 0) return
          await new Promise((done) => setTimeout(done, 20))
        }
        throw new Error('the server did not come to rest')
      }
      /** Two clerks side by side, killed without warning; what was answered until then counts. */
      const round = async (number: number): Promise<void> => {
        const clerks = ['a', 'b'].map((clerk) => {
          const name = `${clerk}${number}`
          const child = spawn(process.execPath, [outfile, server.connectionString, name, '1'], { cwd: root })
          let text = ''
          child.stdout.on('data', (chunk) => {
            text += String(chunk)
          })
          const isGone = new Promise<void>((done) => child.on('close', () => done()))
          return {
            child,
            isGone,
            lines: () => text.split('\n').slice(0, -1),
            hasSaid: () => text.includes('receive'),
          }
        })
        const until = async (isReady: () => boolean): Promise<void> => {
          for (let tries = 0; tries < 2000 && !isReady(); tries += 1)
            await new Promise((done) => setTimeout(done, 10))
        }
        await until(() => clerks.every(({ hasSaid }) => hasSaid()))
        // Another moment in each round, so that every place between two writes is met some time.
        await new Promise((done) => setTimeout(done, 7 * number))
        for (const { child } of clerks) child.kill('SIGKILL')
        await Promise.all(clerks.map(({ isGone }) => isGone))
        said.push(...clerks.flatMap(({ lines }) => lines()))
      }
      for (let number = 1; number <= 12; number += 1) await round(number)
      await untilServerIsIdle()

      const store = fromSqlClient(fromPg(pool))
      const host = createHost({
        agency: 'H26.51',
        store,
        clock: () => instant('2026-08-28T10:00'),
        calendar,
        randomBytes: countingBytes(),
        definitions: [registerCopies],
      })
      const answered = said.filter((line) => !line.startsWith('effect '))
      const { rows } = await pool.query("select case_id, seq from motcua_case where agency = 'H26.51'")
      const codes: string[] = []
      const commands = new Set<string>()
      for (const { case_id: caseId, seq } of rows as { case_id: string; seq: number }[]) {
        const events = await host.readEvents(caseId)
        // The events and the snapshot were written together: no half of a command is there.
        expect(events).toHaveLength(seq)
        expect(verifyHistory(events)).toEqual([])
        expect(JSON.stringify(await host.restore(caseId))).toBe(JSON.stringify(await host.read(caseId)))
        for (const event of events) {
          if (event.type === 'appointment.set') continue
          expect(commands.has(event.commandId), event.commandId).toBe(false)
          commands.add(event.commandId)
          if (event.type === 'dossier.received') codes.push(event.data.dossierCode)
        }
      }
      expect(answered.length).toBeGreaterThan(48)
      const lost = answered.filter((line) => !commands.has(line.replace(' ', '-')))
      expect(lost).toEqual([])
      // Dossier codes run from 1 without a gap and without a double, over all clerks and kills.
      const [{ number: next } = { number: 0 }] = await store.readNumbers('H26.51', ['dossier-code'])
      expect(codes.map((code) => Number(code.slice(-5))).sort((a, b) => a - b)).toEqual(
        Array.from({ length: next - 1 }, (_, index) => index + 1),
      )
      // Every effect is delivered at least once: what the dead had claimed is taken again after a minute.
      const delivered = new Set(
        said.filter((line) => line.startsWith('effect ')).map((line) => line.slice(7)),
      )
      for (;;) {
        const { delivered: more } = await deliverEffects(host, async ({ key }) => void delivered.add(key))
        if (more.length === 0) break
      }
      const { rows: effects } = await pool.query("select key from motcua_effect where agency = 'H26.51'")
      expect((effects as { key: string }[]).filter(({ key }) => !delivered.has(key))).toEqual([])
      expect(effects.length).toBeGreaterThan(48)
      process.stdout.write(
        `${server.version}: 24 kills, ${answered.length} answers, ${rows.length} cases, ${codes.length} codes, none lost or doubled\n`,
      )
    })
  })
})
