import { beforeAll, describe, expect, it } from 'vitest'
import { buildTimestampRequest, readTimestampResponse } from '../../../src/pki/index.ts'
import { createVerifier, readTrustStore, type TrustPurpose } from '../../../src/validation/index.ts'
import { judgeSignature } from '../../../src/validation/judge/judge-signature.ts'
import { judgeTimestamps } from '../../../src/validation/judge/judge-timestamps.ts'
import { inShort } from '../../kit/inquiry.ts'
import { factsAt, inquireInto } from '../../kit/judged.ts'
import { codesOf, day, startTimeline, type Timeline } from '../../kit/timeline.ts'

let line: Timeline
let stamped: Uint8Array
beforeAll(async () => {
  line = await startTimeline()
  stamped = await line.sign({ level: 'B-T' })
})

/** Judges by trust in the root for some purposes, 20 days after signing unless told otherwise. */
async function judge(purposes: readonly TrustPurpose[], at = day(20)) {
  const trust = readTrustStore(line.authority.root.certificate, { purposes })
  const [signature] = (await createVerifier({ trust }).verify(stamped, { at })).signatures
  if (signature === undefined) throw new Error('no signature')
  return signature
}

describe('what it gives', () => {
  it('the moment of a timestamp that holds, and the level that goes with it', async () => {
    const report = await judge(['signing', 'timestamp'])
    expect([report.level, report.provenAt]).toEqual(['B-T', day(0)])
    expect(codesOf(report, 'ok')).toContain('validation/timestamp-ok')
  })
})

describe('what it refuses', () => {
  it('to believe a timestamp whose authority is trusted for signatures only', async () => {
    const report = await judge(['signing'])
    expect([report.level, report.provenAt]).toEqual(['B-B', null])
    expect(codesOf(report, 'failed')).toContain('validation/timestamp-untrusted')
    expect(report.indication).toBe('INDETERMINATE')
  })

  it('to let trust in the timestamp stand for trust in the signer', async () => {
    expect((await judge(['timestamp'])).subIndication).toBe('NO_CERTIFICATE_CHAIN_FOUND')
  })
})

describe('edges', () => {
  it('a timestamp proves no more than its moment once the certificate has ended and nothing was archived', async () => {
    const report = await judge(['signing', 'timestamp'], day(31))
    expect([report.subIndication, report.provenAt]).toEqual(['OUT_OF_BOUNDS_NO_POE', day(0)])
  })
})

describe('timestamps from before the signature', () => {
  /** The signature with timestamps over what it signs, one for each day; `undefined` for one that nobody can read. */
  async function withContentStamps(
    document: Uint8Array,
    days: readonly (number | undefined)[],
    at = day(20),
  ) {
    const trust = readTrustStore(line.authority.root.certificate)
    const { fetchOcsp, fetchCrl } = line.authority
    const inquiry = await inquireInto(document, { now: at, trust, sources: { fetchOcsp, fetchCrl } })
    const facts = factsAt(inquiry)
    const imprint = facts.digests.get('sha256') ?? new Uint8Array(32)
    const stamps: Uint8Array[] = []
    for (const each of days) {
      line.setClock(each === undefined ? day(0) : day(each))
      const request = buildTimestampRequest({ digestAlgorithm: 'sha256', imprint, nonce: Uint8Array.of(9) })
      const { token } = readTimestampResponse(await line.authority.fetchTimestamp(request))
      stamps.push(each === undefined || token === undefined ? Uint8Array.of(48, 0) : token)
    }
    line.setClock(at)
    const { signer } = facts
    if (signer === undefined) throw new Error('no signer')
    const attributes = { ...signer.attributes, contentTimestamps: stamps }
    return { facts: { ...facts, signer: { ...signer, attributes } }, inquiry }
  }

  it('the earliest and the latest that hold, and how many there are', async () => {
    const { facts, inquiry } = await withContentStamps(stamped, [3, 1, undefined])
    const before = await judgeTimestamps(facts, 'content', inquiry)
    expect([before.earliest, before.latest, before.count]).toEqual([day(1), day(3), 3])
    expect(inShort(before.findings).filter((each) => each.includes('unreadable'))).toEqual([
      'failed timestamp-unreadable',
    ])
    expect(before.findings.find(({ code }) => code === 'validation/timestamp-unreadable')?.place).toBe(
      'content-timestamp[2]',
    )
  })

  const judge = async (days: readonly number[], document: Uint8Array, at?: Parameters<typeof day>[0]) => {
    const { facts, inquiry } = await withContentStamps(document, days, at === undefined ? undefined : day(at))
    const { trouble, findings } = await judgeSignature(facts, inquiry)
    return [trouble?.subIndication, inShort(findings).includes('failed timestamp-order')]
  }

  it('contradict the signature timestamp where they come after it', async () => {
    expect(await judge([-0.5], stamped)).toEqual([undefined, false])
    expect(await judge([2], stamped)).toEqual(['TIMESTAMP_ORDER_FAILURE', true])
  })

  it('make certain that the certificate had ended when it signed', async () => {
    const plain = await line.sign()
    expect(await judge([10], plain, 40)).toEqual(['OUT_OF_BOUNDS_NO_POE', false])
    expect(await judge([31], plain, 40)).toEqual(['EXPIRED', false])
  })

  it('make certain that it was revoked when it signed', async () => {
    const fresh = await startTimeline()
    line = fresh
    const plain = await fresh.sign()
    fresh.authority.revoke(fresh.person, { revokedAt: day(5) })
    expect(await judge([4], plain)).toEqual(['REVOKED_NO_POE', false])
    expect(await judge([6], plain)).toEqual(['REVOKED', false])
  })
})
