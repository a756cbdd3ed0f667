import { beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority, type TestAuthority } from '../../../src/adapters/test-authority.ts'
import { readHex } from '../../../src/bytes.ts'
import { instant } from '../../../src/date.ts'
import { hashBytes } from '../../../src/hash.ts'
import {
  buildTimestampRequest,
  checkTimestampResponse,
  checkTimestampToken,
  readTimestampResponse,
  readTimestampToken,
  type TimestampRequest,
} from '../../../src/pki/index.ts'
import { buildTimestampRefusal, buildTimestampResponse } from '../../../src/pki/issue/index.ts'
import { outcomeOf } from '../../kit/outcome-of.ts'
import { pkiVector } from '../../kit/pki-vectors.ts'

const now = () => instant('2026-11-20T08:00:00.250Z')
const content = pkiVector('content.txt')
const request: TimestampRequest = {
  digestAlgorithm: 'sha256',
  imprint: hashBytes('sha256', content),
  nonce: readHex('00a1b2c3d4e5f607'),
}
let authority: TestAuthority

beforeAll(async () => {
  authority = await createTestAuthority({ now })
})

/** Codes that the check of an answer gives. */
async function codesOf(answer: Uint8Array, asked: TimestampRequest = request): Promise<readonly string[]> {
  const { findings } = await checkTimestampResponse(readTimestampResponse(answer), asked)
  return findings.map(({ code }) => code)
}

/** An answer to a request, signed by whoever the extensions make. */
async function answerBy(extensions: object, change: { notBefore?: string } = {}): Promise<Uint8Array> {
  const notBefore = instant(change.notBefore ?? '2026-11-01T00:00:00Z')
  const { signer } = await authority.issue({ commonName: 'other tsa', keyUsage: [], notBefore, extensions })
  const issue = { request: buildTimestampRequest(request), stampedAt: now(), serial: '01', policy: '1.2.3' }
  return buildTimestampResponse(issue, signer)
}

const stamping = { extendedKeyUsage: ['1.3.6.1.5.5.7.3.8'], isExtendedKeyUsageCritical: true }

describe('what it gives', () => {
  it('accepts the answer of our own authority, with fractions of a second', async () => {
    const response = readTimestampResponse(await authority.fetchTimestamp(buildTimestampRequest(request)))
    const { findings, token, certificate } = await checkTimestampResponse(response, request)
    expect(findings).toEqual([])
    expect(token?.info).toMatchObject({ stampedAt: now(), accuracyMs: 1000, nonce: 'a1b2c3d4e5f607' })
    expect(certificate?.subject.text).toBe('CN=motcua test timestamping,O=motcua test,C=VN')
  })

  it('accepts the answer of OpenSSL and reads all it says', async () => {
    const { token } = readTimestampResponse(pkiVector('timestamp.tsr'))
    const read = readTimestampToken(token ?? new Uint8Array(0))
    expect(read.info).toMatchObject({ policy: '1.3.6.1.4.1.32473.1.1', accuracyMs: 1501, isOrdered: true })
    expect(read.info.authorityName?.kind).toBe('directory')
    const imprint = { digestAlgorithm: 'sha512', digest: hashBytes('sha512', content) } as const
    expect((await checkTimestampToken(read, { imprint })).findings).toEqual([])
  })
})

describe('what it finds', () => {
  it('a refusal, with the reason in the words of the standard', async () => {
    expect(readTimestampResponse(pkiVector('timestamp-refused.tsr'))).toMatchObject({
      isGranted: false,
      failures: ['badAlg'],
    })
    expect(await codesOf(buildTimestampRefusal(14, 'đồng hồ hỏng'))).toEqual(['pki/timestamp-refused'])
  })

  it('a stamp over other data, of another request or under another policy', async () => {
    const answer = await authority.fetchTimestamp(buildTimestampRequest(request))
    expect(await codesOf(answer, { ...request, imprint: new Uint8Array(32) })).toEqual([
      'pki/timestamp-imprint-differs',
    ])
    expect(await codesOf(answer, { ...request, nonce: Uint8Array.of(1) })).toEqual([
      'pki/timestamp-nonce-differs',
    ])
    expect(await codesOf(answer, { ...request, policy: '1.2.3' })).toEqual(['pki/timestamp-policy-differs'])
  })

  it('a token without the certificate that was asked for', async () => {
    const answer = await authority.fetchTimestamp(
      buildTimestampRequest({ ...request, wantsCertificate: false }),
    )
    expect(await codesOf(answer, request)).toEqual([
      'pki/timestamp-certificate-missing',
      'pki/signer-certificate-not-found',
    ])
  })

  it('a certificate whose purpose is not critical, not alone, or absent', async () => {
    const notCritical = await answerBy({ extendedKeyUsage: stamping.extendedKeyUsage })
    const notAlone = await answerBy({
      ...stamping,
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.9'],
    })
    expect(await codesOf(notCritical)).toEqual(['pki/timestamp-purpose'])
    expect(await codesOf(notAlone)).toEqual(['pki/timestamp-purpose'])
    expect(await codesOf(await answerBy({}))).toEqual(['pki/timestamp-purpose'])
    expect(await codesOf(await answerBy(stamping))).toEqual([])
  })

  it('a time outside the validity of the certificate', async () => {
    const answer = await answerBy(stamping, { notBefore: '2026-12-01T00:00:00Z' })
    expect(await codesOf(answer)).toEqual(['pki/timestamp-outside-validity'])
  })

  it('a flipped bit in the stamped time', async () => {
    const answer = await authority.fetchTimestamp(buildTimestampRequest(request))
    const text = String.fromCharCode(...answer)
    const at = text.indexOf('20261120080000')
    const flipped = answer.map((byte, index) => (index === at + 9 ? byte ^ 1 : byte))
    expect(await codesOf(flipped)).toEqual(['pki/message-digest-differs'])
  })
})

describe('what it refuses', () => {
  it('a web page in place of an answer', () => {
    const page = new TextEncoder().encode('<html>502 Bad Gateway</html>')
    expect(outcomeOf(() => readTimestampResponse(page))).toBe('pki/malformed')
  })

  it('a CMS over something else', () => {
    expect(outcomeOf(() => readTimestampToken(pkiVector('cms-rsa.p7s')))).toBe('pki/malformed')
  })
})
