import { beforeEach, describe, expect, it } from 'vitest'
import { concatBytes } from '../../../src/bytes.ts'
import { extendSignatures } from '../../../src/pades/index.ts'
import { createVerifier, readTrustStore } from '../../../src/validation/index.ts'
import { isMendable } from '../../../src/validation/past/validate-past.ts'
import { troubleOf } from '../../../src/validation/trouble.ts'
import { signWhole } from '../../kit/signed-document.ts'
import { day, startTimeline, type Timeline } from '../../kit/timeline.ts'

let line: Timeline
beforeEach(async () => {
  line = await startTimeline()
})

/** What is said, offline, 60 days after signing: 30 days after the certificate ended. */
async function afterTheEnd(level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA') {
  const { indication, subIndication } = await line.judge(await line.sign({ level }), { at: day(60) })
  return [indication, subIndication]
}

describe('what it gives', () => {
  it('a pass to a certificate that has ended, where a document timestamp proves store and signature', async () => {
    expect(await afterTheEnd('B-LTA')).toEqual(['TOTAL-PASSED', null])
  })

  it('the same while the archived revocation data are still fresh', async () => {
    const { authority } = line
    // OCSP answers of the test authority hold for a day: six hours after its end the certificate is old, they are not.
    const person = await authority.issue({ commonName: 'Người ký thử', notAfter: day(0.25) })
    const judge = async (level: 'B-LT' | 'B-LTA') => {
      line.setClock(day(0))
      return line.judge(await signWhole({ authority, person }, { level }), { at: day(0.5) })
    }
    expect((await judge('B-LTA')).indication).toBe('TOTAL-PASSED')
    expect((await judge('B-LT')).indication).toBe('INDETERMINATE')
  })

  it('a pass to a certificate that was revoked after the proof', async () => {
    const signed = await line.sign({ level: 'B-LTA' })
    line.authority.revoke(line.person, { revokedAt: day(10) })
    const { fetchOcsp, fetchCrl } = line.authority
    const { indication } = await line.judge(signed, { at: day(20), sources: { fetchOcsp, fetchCrl } })
    expect(indication).toBe('TOTAL-PASSED')
  })
})

describe('an authority that ended as well', () => {
  it.each([20, 40])('on day %s leaves what the archive proves as good as it was', async (end) => {
    const { authority } = line
    const extensions = { basicConstraints: { isCa: true }, keyUsage: ['keyCertSign', 'cRLSign'] } as const
    const middle = { commonName: 'Cơ quan thử', issuer: authority.root, extensions, notAfter: day(end) }
    const issuer = await authority.issue(middle)
    const person = await authority.issue({ commonName: 'Người ký thử', issuer, notAfter: day(30) })
    const judge = async (level: 'B-T' | 'B-LTA') => {
      line.setClock(day(0))
      return line.judge(await signWhole({ authority, person }, { level }), { at: day(60) })
    }
    expect((await judge('B-LTA')).indication).toBe('TOTAL-PASSED')
    expect((await judge('B-T')).subIndication).toBe('OUT_OF_BOUNDS_NO_POE')
  })
})

describe('a root that is trusted no more', () => {
  /** What is said 20 days after signing, with trust in the root up to some day. */
  const judge = async (level: 'B-B' | 'B-T' | 'B-LTA', until: number, at = 20) => {
    line.setClock(day(0))
    const signed = await line.sign({ level })
    const trust = [
      ...readTrustStore(line.authority.root.certificate, { purposes: ['signing'], validUntil: day(until) }),
      ...readTrustStore(line.authority.root.certificate, { purposes: ['timestamp'] }),
    ]
    const [first] = (await createVerifier({ trust }).verify(signed, { at: day(at) })).signatures
    return first?.subIndication
  }
  it.each<[string, Parameters<typeof judge>, string | null]>([
    ['a proof from while it was trusted', ['B-T', 10], null],
    ['a proof on its last moment', ['B-T', 0], null],
    ['a proof from after that', ['B-T', -0.1], 'NO_CERTIFICATE_CHAIN_FOUND_NO_POE'],
    ['no proof at all', ['B-B', 10], 'NO_CERTIFICATE_CHAIN_FOUND_NO_POE'],
    ['an archive, the certificate having ended as well', ['B-LTA', 10, 60], null],
  ])('with %s', async (_, parts, expected) => {
    expect(await judge(...parts)).toBe(expected)
  })

  it('of a timestamp authority: what was stamped while it was trusted counts once an archive proves it', async () => {
    const { authority } = line
    const later = await startTimeline()
    later.setClock(day(0.5))
    const signed = await line.sign({ level: 'B-LTA' })
    const randomBytes = (length: number) => new Uint8Array(length).fill(7)
    const renew = await extendSignatures(signed, {
      level: 'B-LTA',
      timestamp: { fetchTimestamp: later.authority.fetchTimestamp, randomBytes },
      revocation: authority,
    })
    const document = concatBytes(signed, renew.tail)
    const judgeUntil = async (until: number) => {
      const trust = [
        ...readTrustStore(authority.root.certificate, { purposes: ['signing'] }),
        ...readTrustStore(authority.root.certificate, { purposes: ['timestamp'], validUntil: day(until) }),
        ...readTrustStore(later.authority.root.certificate, { purposes: ['timestamp'] }),
      ]
      const { signatures } = await createVerifier({ trust }).verify(document, { at: day(20) })
      return signatures.map(({ indication }) => indication)
    }
    expect(await judgeUntil(6)).toEqual(['TOTAL-PASSED', 'TOTAL-PASSED', 'TOTAL-PASSED'])
    expect((await judgeUntil(-0.1))[1]).toBe('INDETERMINATE')
  })
})

describe('what it refuses', () => {
  it('to believe in the past of what nothing proves', async () => {
    expect(await afterTheEnd('B-B')).toEqual(['INDETERMINATE', 'OUT_OF_BOUNDS_NO_POE'])
  })

  it('a pass where the proof comes after the revocation', async () => {
    const signed = await line.sign({ level: 'B-T' })
    line.authority.revoke(line.person, { revokedAt: day(-0.5) })
    const sources = { fetchOcsp: line.authority.fetchOcsp }
    const { subIndication } = await line.judge(signed, { at: day(1), sources })
    expect(subIndication).toBe('REVOKED_NO_POE')
  })
})

describe('edges', () => {
  it('has to do with troubles of time and revocation only', () => {
    expect(isMendable(troubleOf('REVOKED_NO_POE'))).toBe(true)
    expect(isMendable(troubleOf('OUT_OF_BOUNDS_NO_POE'))).toBe(true)
    for (const fatal of ['HASH_FAILURE', 'FORMAT_FAILURE', 'NO_CERTIFICATE_CHAIN_FOUND', 'REVOKED'] as const)
      expect(isMendable(troubleOf(fatal))).toBe(false)
  })
})

describe('what it must not touch', () => {
  it('the bytes of the document', async () => {
    const signed = await line.sign({ level: 'B-LTA' })
    const copy = signed.slice()
    await line.judge(signed, { at: day(60) })
    expect(signed).toEqual(copy)
  })
})
