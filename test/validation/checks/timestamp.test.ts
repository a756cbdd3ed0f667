import { beforeAll, describe, expect, it } from 'vitest'
import type { TestIdentity } from '../../../src/adapters/test-authority.ts'
import { isoDate } from '../../../src/date.ts'
import { type HashAlgorithm, hashBytes } from '../../../src/hash.ts'
import {
  buildTimestampRequest,
  readTimestampResponse,
  readTimestampToken,
  type TimestampToken,
} from '../../../src/pki/index.ts'
import { buildTimestampResponse } from '../../../src/pki/issue/index.ts'
import { checkTimestamp } from '../../../src/validation/checks/timestamp.ts'
import { etsiPolicy, readTrustStore } from '../../../src/validation/index.ts'
import { isMendable } from '../../../src/validation/past/validate-past.ts'
import { forgeIdentity } from '../../kit/forged-certificate.ts'
import { type InquiryInput, inquiryOf, inShort, momentAt, trusting } from '../../kit/inquiry.ts'
import { day, startTimeline, type Timeline } from '../../kit/timeline.ts'

let line: Timeline
let token: TimestampToken
beforeAll(async () => {
  line = await startTimeline()
  token = await stampBy(line.authority.timestamping)
})

const data = Uint8Array.of(1, 2, 3)
const imprint = hashBytes('sha256', data)

/** A token over the data from whoever it is, made at the start. */
async function stampBy(
  { signer }: TestIdentity,
  digestAlgorithm: HashAlgorithm = 'sha256',
): Promise<TimestampToken> {
  const nonce = Uint8Array.of(5)
  const over = hashBytes(digestAlgorithm, data)
  const request = buildTimestampRequest({ digestAlgorithm, imprint: over, nonce })
  const issue = { request, stampedAt: day(0), serial: '0a', policy: '1.3.6.1.4.1.32473.1.1' }
  const { token: found } = readTimestampResponse(await buildTimestampResponse(issue, signer))
  if (found === undefined) throw new Error('no token')
  return readTimestampToken(found)
}

/** Somebody who may stamp times, or who may not. */
const issueStamper = (more: Partial<Parameters<Timeline['authority']['issue']>[0]> = {}) =>
  line.authority.issue({
    commonName: 'TSA thử',
    notAfter: day(30),
    extensions: { extendedKeyUsage: ['1.3.6.1.5.5.7.3.8'], isExtendedKeyUsageCritical: true },
    ...more,
  })

/** The token with another digit in the imprint that it states. */
function tamperWith({ der, info }: TimestampToken): TimestampToken {
  const copy = der.slice()
  const start = copy.findIndex((_, at) =>
    info.imprint.digest.every((octet, next) => copy[at + next] === octet),
  )
  copy[start] = (copy[start] ?? 0) ^ 1
  return readTimestampToken(copy)
}

/** What is said of a token a day later, with trust in the root, unless told otherwise. */
async function check(
  stamp: TimestampToken,
  more: Partial<InquiryInput> & { readonly over?: Uint8Array | undefined } = {},
) {
  const { now = day(1), over = imprint, ...rest } = more
  const inquiry = inquiryOf({ now, trust: trusting(line.authority.root), ...rest })
  const given = 'over' in more ? more.over : over
  const question = { token: stamp, imprint: given, place: 'stamp', moment: momentAt(now) }
  return checkTimestamp(question, inquiry)
}

describe('what it gives', () => {
  it('the time, the certificate and no trouble for a timestamp that holds', async () => {
    const verdict = await check(token)
    expect(verdict).toMatchObject({ stampedAt: day(0), trouble: undefined, isIntact: true, isValid: true })
    expect(verdict.certificate?.subject.text).toContain('motcua test timestamping')
    expect(inShort(verdict.findings).filter((each) => !each.startsWith('ok'))).toEqual([
      'not-checked revocation-none',
      'not-checked revocation-none',
    ])
  })
})

describe('what it refuses', () => {
  it.each<[string, () => Promise<TimestampToken>, Parameters<typeof check>[1], string, string]>([
    [
      'a token over other data',
      async () => token,
      { over: Uint8Array.of(9) },
      'HASH_FAILURE',
      'failed timestamp-imprint-differs',
    ],
    [
      'a token by a digest that is not known here',
      async () => token,
      { over: undefined },
      'HASH_FAILURE',
      'not-checked digest-unsupported',
    ],
    [
      'a token that states something else than was signed',
      async () => tamperWith(token),
      { over: imprint.map((octet, index) => (index === 0 ? octet ^ 1 : octet)) },
      'HASH_FAILURE',
      'failed pki/message-digest-differs',
    ],
    [
      'an authority without a trusted root',
      async () => token,
      { trust: [] },
      'NO_CERTIFICATE_CHAIN_FOUND',
      'failed chain-not-found',
    ],
    [
      'a certificate that is not for timestamping',
      async () => stampBy(await issueStamper({ extensions: {} })),
      {},
      'CHAIN_CONSTRAINTS_FAILURE',
      'failed timestamp-purpose',
    ],
    [
      'the same, though it has ended and its past may be proved',
      async () => stampBy(await issueStamper({ extensions: {} })),
      { now: day(40) },
      'CHAIN_CONSTRAINTS_FAILURE',
      'failed timestamp-purpose',
    ],
    [
      'a certificate that nobody signed',
      async () => stampBy(forgeIdentity(await issueStamper())),
      {},
      'CERTIFICATE_CHAIN_GENERAL_FAILURE',
      'not-checked pki/signature-not-checked',
    ],
  ])('%s', async (_, make, more, subIndication, code) => {
    const verdict = await check(await make(), more)
    expect(verdict.trouble?.subIndication).toBe(subIndication)
    expect(verdict.isOfTime && verdict.trouble !== undefined && isMendable(verdict.trouble)).toBe(false)
    expect(inShort(verdict.findings)).toContain(code)
  })
})

describe('edges', () => {
  it('calls a certificate that has ended a trouble of time, which the past may mend', async () => {
    const verdict = await check(await stampBy(await issueStamper()), { now: day(40) })
    expect(verdict).toMatchObject({ trouble: { subIndication: 'OUT_OF_BOUNDS_NO_POE' }, isOfTime: true })
  })

  it('calls an algorithm that was weak when the token is proved to have existed none', async () => {
    const strengthRules = etsiPolicy.strengthRules.map((rule) =>
      rule.algorithm === 'sha256' ? { ...rule, lastDate: isoDate('2026-08-01'), isConfirmed: true } : rule,
    )
    const verdict = await check(token, { policy: { strengthRules } })
    expect(verdict).toMatchObject({
      trouble: { subIndication: 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE' },
      isOfTime: false,
    })
  })

  it.each(['md5', 'sha1'] as const)(
    'calls %s too weak for the imprint, however strong the signature',
    async (digest) => {
      const stamp = await stampBy(line.authority.timestamping, digest)
      const { trouble } = await check(stamp, { over: hashBytes(digest, data) })
      expect(trouble?.subIndication).toBe('CRYPTO_CONSTRAINTS_FAILURE')
    },
  )

  it('does not ask a certificate that is trusted of itself what it is for', async () => {
    const stranger = await issueStamper({ extensions: {} })
    const trust = readTrustStore(stranger.certificate, { purposes: ['timestamp'] })
    expect((await check(await stampBy(stranger), { trust })).trouble).toBeUndefined()
  })
})

describe('what it must not touch', () => {
  it('proves nothing to others: the inquiry only gains what the token carries', async () => {
    const inquiry = inquiryOf({ now: day(1), trust: trusting(line.authority.root) })
    await checkTimestamp({ token, imprint, place: '', moment: momentAt(day(1)) }, inquiry)
    expect(inquiry.evidence.certificates.size).toBe(token.signedData.certificates.length)
    expect([inquiry.evidence.crls.size, inquiry.evidence.ocsps.size, inquiry.asked.size]).toEqual([0, 0, 0])
  })
})
