import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { instant } from '../../../src/date.ts'
import { eraseEvent, FIRST_PREV, sealEvents } from '../../../src/dossier/history/chain.ts'
import { verifyHistory } from '../../../src/dossier/history/verify.ts'
import { countingBytes, sealedCase, smallCase } from '../../kit/cases.ts'

const sha256 = (...parts: (string | Uint8Array)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')

describe('what it gives', () => {
  it('starts the chain at 64 zeros and links each event to the one before', () => {
    const events = sealedCase()
    expect(events[0]?.prev).toBe(FIRST_PREV)
    expect(FIRST_PREV).toBe('0'.repeat(64))
    expect(events[1]?.prev).toBe(events[0]?.hash)
    expect(events[2]?.prev).toBe(events[1]?.hash)
  })
  it('digests exactly the fields of the contract, in the order of RFC 8785, without `personal` where there is none', () => {
    const [event] = sealEvents(
      [
        {
          caseId: 'c1',
          seq: 1,
          type: 'intake.begun',
          at: instant('2026-08-28T08:15'),
          actor: { id: 'u1', roles: ['reception'], unit: 'bp', agency: 'H26' },
          commandId: 'k1',
          data: { states: ['intake'], nationalStatus: 1 },
        },
      ],
      { randomBytes: countingBytes() },
    )
    expect(event?.hash).toBe(
      sha256(
        '{"actor":{"agency":"H26","id":"u1","roles":["reception"],"unit":"bp"},"at":"2026-08-28T08:15:00.000+07:00",' +
          '"caseId":"c1","commandId":"k1","data":{"nationalStatus":1,"states":["intake"]},' +
          `"prev":"${FIRST_PREV}","seq":1,"type":"intake.begun"}`,
      ),
    )
    expect(event && ['salt', 'personalHash', 'personal'].filter((key) => key in event)).toEqual([])
  })
  it('digests personal data with 16 random bytes before them', () => {
    const event = sealedCase()[1]
    const salt = Uint8Array.from({ length: 16 }, (_, index) => index)
    expect(event?.salt).toBe('000102030405060708090a0b0c0d0e0f')
    expect(event?.personalHash).toBe(sha256(salt, '{"applicant":"Nguyễn Văn Mẫu"}'.normalize('NFC')))
  })
  it('continues a stored history after its last event', () => {
    const randomBytes = countingBytes()
    const stored = sealEvents(smallCase.slice(0, 2), { randomBytes })
    const added = sealEvents(smallCase.slice(2), { last: stored.at(-1), randomBytes })
    expect([...stored, ...added]).toEqual(sealedCase())
  })
  it('gives the same hash for names in composed and in decomposed form', () => {
    const decomposed = smallCase.map((event) =>
      event.personal ? { ...event, personal: { applicant: 'Nguyễn Văn Mẫu'.normalize('NFD') } } : event,
    )
    const events = sealEvents(decomposed, { randomBytes: countingBytes() })
    expect(events.map(({ hash }) => hash)).toEqual(sealedCase().map(({ hash }) => hash))
  })
})

describe('edges', () => {
  it('seals nothing into nothing', () => {
    expect(sealEvents([], { randomBytes: countingBytes() })).toEqual([])
  })
  it('erases personal data and salt, keeps their hash, and the chain still verifies', () => {
    const erased = sealedCase().map((event) => eraseEvent(event))
    expect(JSON.stringify(erased)).not.toContain('Mẫu')
    expect(erased[1]).not.toHaveProperty('salt')
    expect(erased[1]?.personalHash).toBe(sealedCase()[1]?.personalHash)
    expect(verifyHistory(erased).filter(({ severity }) => severity !== 'info')).toEqual([])
  })
  it('erases twice as once, and an event without personal data not at all', () => {
    const [first, second] = sealedCase()
    expect(first && eraseEvent(first)).toEqual(first)
    const once = second && eraseEvent(second)
    expect(once && eraseEvent(once)).toEqual(once)
  })
})

describe('what it must not touch', () => {
  it('leaves the decided events as they were', () => {
    const before = structuredClone(smallCase)
    sealEvents(smallCase, { randomBytes: countingBytes() })
    expect(smallCase).toEqual(before)
  })
})
