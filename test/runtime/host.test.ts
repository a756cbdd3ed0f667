import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../src/adapters/memory.ts'
import { instant } from '../../src/date.ts'
import { defineProcess, registerCopies } from '../../src/procedure/index.ts'
import { createHost, runTimers } from '../../src/runtime/index.ts'
import { countingBytes } from '../kit/cases.ts'
import { actorOf, calendar, openingData } from '../kit/procedure-walk.ts'
import { hostOn } from '../kit/store-suite.ts'

const opening = {
  caseId: 'c1',
  type: 'case.open',
  commandId: 'k1',
  actor: actorOf('reception'),
  data: openingData,
} as const
const system = { id: 'system', unit: 'system', agency: 'H26.01' }

describe('what it refuses', () => {
  it('refuses a case whose definition is not loaded, and names it', async () => {
    const store = memoryStore()
    await hostOn(store).host.give({ command: opening })
    const other = defineProcess({ ...registerCopies.definition, version: '2' })
    const host = createHost({
      agency: 'H26.01',
      store,
      clock: () => instant('2026-08-28T15:30'),
      calendar,
      randomBytes: countingBytes(),
      definitions: [other],
    })
    await expect(
      host.give({ command: { ...opening, type: 'intake.begin', commandId: 'k2', data: {} } }),
    ).rejects.toMatchObject({
      code: 'runtime/unknown-definition',
      data: { definition: expect.stringMatching(/^2\.000908-HN@1#/) },
    })
  })
  it('refuses to restore a case whose events were tampered with', async () => {
    const store = memoryStore()
    const { host } = hostOn(store)
    await host.give({ command: opening })
    const [event] = await host.readEvents('c1')
    await store.eraseEvent('H26.01', { ...(event ?? expect.fail()), at: instant('2026-08-28T08:00') })
    await expect(host.restore('c1')).rejects.toMatchObject({ code: 'runtime/broken-chain' })
  })
  it('gives up where others are always faster', async () => {
    const store = { ...memoryStore(), append: async () => 'conflict' as const }
    await expect(hostOn(store).host.give({ command: opening })).rejects.toMatchObject({
      code: 'runtime/too-many-conflicts',
    })
  })
})

describe('edges', () => {
  it('does not let one broken case hold up the timers of the others', async () => {
    const store = memoryStore()
    const { host, setClock } = hostOn(store)
    for (const caseId of ['c1', 'c2']) {
      await host.give({ command: { ...opening, caseId } })
      await host.give({
        command: {
          ...opening,
          caseId,
          type: 'dossier.submit',
          commandId: 'k2',
          data: { dossierHash: 'ab'.repeat(32) },
        },
      })
      await host.give({ command: { ...opening, caseId, type: 'intake.begin', commandId: 'k3', data: {} } })
      await host.give({
        command: {
          ...opening,
          caseId,
          type: 'dossier.receive',
          commandId: 'k4',
          data: { dossierCode: 'H26.01-260828-0001' },
        },
      })
    }
    setClock('2026-09-03T07:05')
    const load: typeof store.load = async (agency, caseId) => {
      if (caseId === 'c1') throw new Error('a bad disk')
      return store.load(agency, caseId)
    }
    const broken = createHost({ ...host.options, store: { ...store, load } })
    const run = await runTimers(broken, { actor: system })
    expect(run.failed.map(({ due }) => due.caseId)).toEqual(['c1'])
    expect(run.fired.map(({ caseId }) => caseId)).toEqual(['c2'])
  })
})
