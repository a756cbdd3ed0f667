import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../src/adapters/memory.ts'
import { instant } from '../../src/date.ts'
import { createPetitionHost, type PetitionStore } from '../../src/runtime/index.ts'
import { countingBytes } from '../kit/cases.ts'
import { petitionSuite } from '../kit/petition-suite.ts'
import { samplePetitionData } from '../kit/petitions.ts'
import { actorOf, calendar } from '../kit/procedure-walk.ts'

petitionSuite('memory', async () => memoryStore())

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
