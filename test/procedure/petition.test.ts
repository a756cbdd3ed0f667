import { describe, expect, it } from 'vitest'
import { instant } from '../../src/date.ts'
import { eraseEvent, sealEvents, verifyHistory } from '../../src/dossier/history/index.ts'
import {
  decidePetition,
  type PetitionCase,
  type PetitionCommandType,
  petitionHistory,
  replayPetition,
} from '../../src/procedure/petition/index.ts'
import { countingBytes } from '../kit/cases.ts'
import { samplePetitionData, walkPetitions } from '../kit/petitions.ts'
import { actorOf, calendar } from '../kit/procedure-walk.ts'

let counter = 0
function give(
  petition: PetitionCase | undefined,
  at: string,
  role: string,
  type: PetitionCommandType,
  data: Readonly<Record<string, unknown>> = samplePetitionData[type],
) {
  counter += 1
  return decidePetition(
    petition,
    { caseId: 'PA-1', type, commandId: `p${counter}`, actor: actorOf(role), data },
    { at: instant(at), calendar },
  )
}
function moved(...args: Parameters<typeof give>): PetitionCase {
  const decision = give(...args)
  return decision.kind === 'moved' ? decision.petition : expect.fail(decision.code)
}

const sent = moved(undefined, '2026-08-28T09:00', 'applicant', 'petition.send')
const settling = moved(sent, '2026-08-28T10:00', 'reception', 'petition.classify', { kind: 'conduct' })

describe('what it gives', () => {
  it('counts 2, 5, 15 and 2 working days over the holiday', () => {
    const first = give(undefined, '2026-08-28T09:00', 'applicant', 'petition.send')
    expect(
      first.kind === 'moved' && first.nextInstants.map(({ at, clock }) => `${clock} ${at.slice(0, 10)}`),
    ).toEqual(['refuse 2026-09-04', 'settle 2026-09-23'])
    const second = give(sent, '2026-08-28T10:00', 'reception', 'petition.classify', { kind: 'conduct' })
    expect(second.kind === 'moved' && second.nextInstants[0]).toMatchObject({
      clock: 'ask',
      dueAt: '2026-09-09T17:00:00.000+07:00',
      at: '2026-09-09T17:01:00.000+07:00',
    })
  })
  it('warns once of a promise that was broken, and no longer names it', () => {
    const promise = { promise: 'refuse', dueAt: '2026-09-04T17:00:00.000+07:00' }
    const early = give(sent, '2026-09-04T16:59', 'system', 'petition.warn', promise)
    expect(early).toMatchObject({ kind: 'refused', code: 'nothing-to-warn' })
    const decision = give(sent, '2026-09-04T17:01', 'system', 'petition.warn', promise)
    if (decision.kind === 'refused') return expect.fail(decision.code)
    expect(decision.events).toMatchObject([{ type: 'petition.warned', data: { states: ['petition.sent'] } }])
    expect(decision.nextInstants.map(({ clock }) => clock)).toEqual(['settle'])
    expect(decision.petition.outcomes).toEqual([])
    const again = give(decision.petition, '2026-09-04T17:02', 'system', 'petition.warn', promise)
    expect(again).toMatchObject({ kind: 'refused', code: 'nothing-to-warn' })
    const byHand = give(sent, '2026-09-04T17:01', 'officer', 'petition.warn', promise)
    expect(byHand).toMatchObject({ kind: 'refused', code: 'wrong-role' })
  })
  it('goes from sending to satisfaction and keeps what was in time', () => {
    const asked = moved(settling, '2026-09-03T10:00', 'officer', 'petition.ask')
    const answered = moved(asked, '2026-09-04T10:00', 'applicant', 'petition.supplement')
    const settled = moved(answered, '2026-09-24T10:00', 'officer', 'petition.settle')
    const published = moved(settled, '2026-09-25T10:00', 'clerk', 'petition.publish')
    const closed = moved(published, '2026-09-26T10:00', 'applicant', 'petition.rate', { satisfied: true })
    expect(closed).toMatchObject({ state: 'petition.closed', kind: 'conduct', isSatisfied: true })
    expect(closed.outcomes.map(({ clock, isLate }) => `${clock} ${isLate}`)).toEqual([
      'ask false',
      'settle true',
      'publish false',
    ])
  })
  it('starts the clocks anew with a transfer to another agency', () => {
    const passed = moved(settling, '2026-09-07T09:00', 'assigner', 'petition.transfer', {
      agency: 'H26.02',
      reason: 'Không thuộc thẩm quyền',
    })
    expect(passed).toMatchObject({
      agency: 'H26.02',
      state: 'petition.sent',
      countedFrom: '2026-09-07T09:00:00.000+07:00',
    })
  })
})

describe('what it refuses', () => {
  it('refuses what cannot be done now, or not by this role, and says what is allowed', () => {
    expect(give(sent, '2026-08-28T10:00', 'officer', 'petition.settle')).toMatchObject({ code: 'not-now' })
    expect(give(sent, '2026-08-28T10:00', 'clerk', 'petition.refuse')).toMatchObject({
      code: 'wrong-role',
      allowed: [
        { command: 'petition.classify', roles: ['reception', 'assigner'] },
        { command: 'petition.refuse', roles: ['reception', 'assigner'] },
        { command: 'petition.transfer', roles: ['reception', 'assigner'] },
      ],
    })
    expect(give(undefined, '2026-08-28T10:00', 'officer', 'petition.settle')).toMatchObject({
      code: 'unknown-case',
    })
    expect(give(sent, '2026-08-28T10:00', 'reception', 'petition.refuse', {})).toMatchObject({
      code: 'invalid-data',
    })
    expect(give(sent, '2026-08-28T10:00', 'reception', 'petition.burn' as never)).toMatchObject({
      code: 'unknown-command',
    })
  })
})

describe('edges', () => {
  it('does nothing twice for the same command id', () => {
    const command = {
      caseId: 'PA-1',
      type: 'petition.classify',
      commandId: 'same',
      actor: actorOf('reception'),
      data: samplePetitionData['petition.classify'],
    } as const
    const options = { at: instant('2026-08-28T10:00'), calendar }
    const once = decidePetition(sent, command, options)
    const petition = once.kind === 'moved' ? once.petition : expect.fail(once.code)
    expect(decidePetition(petition, command, options)).toMatchObject({ kind: 'moved', events: [] })
  })
})

describe('what it must not touch', () => {
  it('ends every path in a final state, and gives the same petition from its events, byte for byte', () => {
    const { situations, arrows, ends } = walkPetitions()
    expect(arrows).toBeGreaterThan(situations)
    expect([...ends].sort()).toEqual(['petition.closed', 'petition.refused'])
  })
  it('has events that fit their schema, seal into an unbroken chain and can be erased', () => {
    const command = {
      caseId: 'PA-9',
      type: 'petition.send',
      commandId: 's1',
      actor: actorOf('applicant'),
      data: samplePetitionData['petition.send'],
      personal: { content: 'Nội dung thử', sender: 'Nguyễn Văn Thử' },
    } as const
    const decision = decidePetition(undefined, command, { at: instant('2026-08-28T09:00'), calendar })
    if (decision.kind === 'refused') return expect.fail(decision.code)
    const sealed = sealEvents(decision.events, { randomBytes: countingBytes() })
    expect(verifyHistory(sealed, { kind: petitionHistory })).toEqual([])
    expect(verifyHistory(sealed).map(({ code }) => code)).toEqual(['dossier/history-malformed'])
    const altered = sealed.map((event) => ({ ...event, commandId: 'other' }))
    expect(verifyHistory(altered, { kind: petitionHistory }).map(({ code }) => code)).toEqual([
      'dossier/history-altered',
    ])
    const erased = sealed.map(eraseEvent)
    expect(JSON.stringify(erased)).not.toContain('Nguyễn')
    expect(verifyHistory(erased, { kind: petitionHistory }).map(({ code }) => code)).toEqual([
      'dossier/history-erased',
    ])
  })
  it('refuses to replay what is no history of a petition', () => {
    expect(() => replayPetition([])).toThrow(expect.objectContaining({ code: 'procedure/broken-history' }))
  })
})
