import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../src/adapters/memory.ts'
import { instant } from '../../src/date.ts'
import { registerCopies } from '../../src/procedure/index.ts'
import { createHost, createPetitionHost, type PetitionStore, runTimers } from '../../src/runtime/index.ts'
import { countingBytes } from '../kit/cases.ts'
import { petitionSuite } from '../kit/petition-suite.ts'
import { samplePetitionData } from '../kit/petitions.ts'
import { actorOf, calendar } from '../kit/procedure-walk.ts'

petitionSuite('memory', async () => memoryStore())

describe('what it gives', () => {
  it('keeps open promises as timers, and runTimers warns of a broken one, once', async () => {
    const store = memoryStore()
    let now = instant('2026-08-28T09:00')
    const world = { agency: 'H26.01', clock: () => now, calendar, randomBytes: countingBytes() }
    const petitions = createPetitionHost({ ...world, store: store as unknown as PetitionStore })
    const host = createHost({ ...world, store, definitions: [registerCopies] })
    const type = 'petition.send'
    const data = samplePetitionData[type]
    await petitions.give({ caseId: 'PA-1', type, commandId: 'p1', actor: actorOf('applicant'), data })
    const actor = { id: 'clock', unit: 'system', agency: 'H26.01' }
    expect(await runTimers(host, { actor, petitions })).toMatchObject({ fired: [], warned: [], failed: [] })
    now = instant('2026-09-04T17:01')
    expect(await runTimers(host, { actor })).toMatchObject({ fired: [], warned: [], failed: [] })
    now = instant('2026-09-04T17:10')
    const { warned } = await runTimers(host, { actor, petitions })
    expect(warned).toMatchObject([
      { caseId: 'PA-1', answer: { kind: 'stored', events: [{ type: 'petition.warned' }] } },
    ])
    now = instant('2026-09-05T09:00')
    expect((await runTimers(host, { actor, petitions })).warned).toEqual([])
    expect((await petitions.restore('PA-1')).warned).toEqual(['refuse-overdue:202609041700'])
    now = instant('2026-09-23T17:05')
    expect((await runTimers(host, { actor, petitions })).warned).toHaveLength(1)
  })
})

describe('what it refuses', () => {
  it('refuses to restore a history that was tampered with', async () => {
    const store: PetitionStore = memoryStore()
    const host = createPetitionHost({
      agency: 'H26.01',
      store,
      clock: () => instant('2026-08-28T09:00'),
      calendar,
      randomBytes: countingBytes(),
    })
    const type = 'petition.send'
    await host.give({
      caseId: 'PA-1',
      type,
      commandId: 'p1',
      actor: actorOf('applicant'),
      data: samplePetitionData[type],
    })
    const [event] = await host.readEvents('PA-1')
    await store.eraseEvent('H26.01', { ...(event ?? expect.fail()), commandId: 'p2' })
    await expect(host.restore('PA-1')).rejects.toMatchObject({ code: 'runtime/broken-chain' })
  })
})
