import { describe, expect, it } from 'vitest'
import { instant } from '../../src/date.ts'
import { verifyHistory } from '../../src/dossier/history/index.ts'
import { type PetitionCommandType, petitionHistory } from '../../src/procedure/petition/index.ts'
import { createPetitionHost, type PetitionStore } from '../../src/runtime/index.ts'
import { countingBytes } from './cases.ts'
import { samplePetitionData } from './petitions.ts'
import { actorOf, calendar } from './procedure-walk.ts'

const course: readonly (readonly [at: string, role: string, type: PetitionCommandType])[] = [
  ['2026-08-28T09:00', 'applicant', 'petition.send'],
  ['2026-08-28T10:00', 'reception', 'petition.classify'],
  ['2026-09-04T10:00', 'officer', 'petition.settle'],
  ['2026-09-05T10:00', 'clerk', 'petition.publish'],
  ['2026-09-06T10:00', 'applicant', 'petition.rate'],
]

/** One suite for every store: petitions kept, restored and erased. */
export function petitionSuite(name: string, makeStore: () => Promise<PetitionStore>): void {
  describe(`what it gives: petitions in ${name}`, () => {
    it('keeps a petition with sealed events, gives it back from them, and erases who sent it', async () => {
      let now = ''
      const host = createPetitionHost({
        agency: 'H26.31',
        store: await makeStore(),
        clock: () => instant(now),
        calendar,
        randomBytes: countingBytes(),
      })
      for (const [at, role, type] of course) {
        now = at
        const personal = type === 'petition.send' ? { personal: { sender: 'Nguyễn Văn Thử' } } : {}
        const command = {
          caseId: 'PA-1',
          type,
          commandId: at,
          actor: actorOf(role),
          data: samplePetitionData[type],
          ...personal,
        }
        expect((await host.give(command)).kind).toBe('stored')
        expect(await host.give(command)).toMatchObject({ kind: 'stored', events: [] })
      }
      expect(
        await host.give({
          caseId: 'PA-1',
          type: 'petition.ask',
          commandId: 'x',
          actor: actorOf('officer'),
          data: samplePetitionData['petition.ask'],
        }),
      ).toMatchObject({ kind: 'refused', code: 'not-now' })
      const kept = await host.read('PA-1')
      expect(kept).toMatchObject({ state: 'petition.closed', seq: 5, isSatisfied: true })
      expect(JSON.stringify(await host.restore('PA-1'))).toBe(JSON.stringify(kept))
      expect(await host.erase('PA-1')).toBe(1)
      const events = await host.readEvents('PA-1')
      expect(JSON.stringify(events)).not.toContain('Nguyễn')
      expect(verifyHistory(events, { kind: petitionHistory }).map(({ severity }) => severity)).toEqual([
        'info',
      ])
      expect(JSON.stringify(await host.restore('PA-1'))).toBe(JSON.stringify(kept))
    })
  })
}
