import { beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority, type TestAuthority } from '../../../src/adapters/test-authority.ts'
import { instant } from '../../../src/date.ts'
import {
  buildOcspRequest,
  type Certificate,
  checkOcspResponse,
  type OcspCheck,
  readCertificate,
  readOcspResponse,
} from '../../../src/pki/index.ts'
import { buildOcspRefusal, buildOcspResponse, readOcspRequest } from '../../../src/pki/issue/index.ts'
import { outcomeOf } from '../../kit/outcome-of.ts'
import { pkiVector } from '../../kit/pki-vectors.ts'

const at = instant('2026-11-20T08:00:00Z')
const nonce = new Uint8Array(16).fill(5)
let authority: TestAuthority
let issuer: Certificate
let good: Certificate
let revoked: Certificate

beforeAll(async () => {
  authority = await createTestAuthority({ now: () => at })
  issuer = readCertificate(authority.issuing.certificate)
  good = readCertificate((await authority.issue({ commonName: 'good' })).certificate)
  const identity = await authority.issue({ commonName: 'revoked' })
  revoked = readCertificate(identity.certificate)
  authority.revoke(identity, { revokedAt: instant('2026-11-19T00:00:00Z'), reason: 'superseded' })
})

/** Asks our own responder. */
async function ask(certificate: Certificate): Promise<Uint8Array> {
  const [url = ''] = certificate.authorityInfo.ocspUrls
  return authority.fetchOcsp(url, buildOcspRequest({ certificate, issuer, nonce }))
}

/** Checks an answer and gives status and codes. */
async function judge(answer: Uint8Array, check: Partial<OcspCheck> = {}) {
  const outcome = await checkOcspResponse(readOcspResponse(answer), {
    certificate: good,
    issuer,
    at,
    nonce,
    ...check,
  })
  return { ...outcome, codes: outcome.findings.map(({ code }) => code) }
}

/** An answer to a request about the good certificate, signed by somebody. */
async function answerBy(extensions: object, change: Partial<Parameters<typeof buildOcspResponse>[0]> = {}) {
  const { signer } = await authority.issue({
    commonName: 'responder',
    keyUsage: ['digitalSignature'],
    extensions,
  })
  const request = buildOcspRequest({ certificate: good, issuer, nonce })
  const issue = { request, producedAt: at, thisUpdate: at, answer: () => ({ status: 'good' }) as const }
  return buildOcspResponse({ ...issue, ...change }, signer)
}

const responding = { extendedKeyUsage: ['1.3.6.1.5.5.7.3.9'], hasOcspNoCheck: true }

describe('what it gives', () => {
  it('a good and a revoked status from a delegated responder', async () => {
    expect(await judge(await ask(good))).toMatchObject({ status: 'good', codes: [] })
    expect(await judge(await ask(revoked), { certificate: revoked })).toMatchObject({
      status: 'revoked',
      revokedAt: instant('2026-11-19T00:00:00Z'),
      reason: 'superseded',
      codes: [],
    })
  })

  it('the answers of OpenSSL: delegated, by key, unknown', async () => {
    const ca = readCertificate(pkiVector('ca.cer'))
    const check = (file: string, name: string) =>
      checkOcspResponse(readOcspResponse(pkiVector(file)), {
        certificate: readCertificate(pkiVector(name)),
        issuer: ca,
      })
    expect(await check('ocsp-good.der', 'rsa.cer')).toMatchObject({ status: 'good', findings: [] })
    const byKey = await check('ocsp-revoked-by-key.der', 'p256.cer')
    expect(byKey).toMatchObject({ status: 'revoked', reason: 'keyCompromise', findings: [] })
    expect(byKey.signedBy?.sha256).toBe(ca.sha256)
    expect(await check('ocsp-unknown.der', 'p384.cer')).toMatchObject({ status: 'unknown', findings: [] })
  })

  it('names the same certificate in a request as OpenSSL does', () => {
    const ids = (der: Uint8Array) => readOcspRequest(der).ids.map(({ der: id }) => [...id])
    const certificate = readCertificate(pkiVector('rsa.cer'))
    const ours = buildOcspRequest({ certificate, issuer: readCertificate(pkiVector('ca.cer')) })
    expect(ids(ours)).toEqual(ids(pkiVector('ocsp-request.der')))
    expect(ours).toEqual(pkiVector('ocsp-request.der'))
  })

  it('asks with SHA-256 where the responder understands it', async () => {
    const request = buildOcspRequest({ certificate: good, issuer, digestAlgorithm: 'sha256' })
    const answer = await authority.fetchOcsp(good.authorityInfo.ocspUrls[0] ?? '', request)
    expect(await judge(answer)).toMatchObject({ status: 'good', codes: ['pki/ocsp-nonce-missing'] })
  })
})

describe('what it finds', () => {
  it('an answer about another certificate, or of a responder that gives none', async () => {
    expect((await judge(await ask(revoked))).codes).toEqual(['pki/ocsp-other-certificate'])
    const refusal = await judge(buildOcspRefusal(3))
    expect(refusal).toMatchObject({ status: undefined, codes: ['pki/ocsp-refused'] })
    expect(refusal.findings[0]?.facts).toEqual({ status: 'tryLater' })
  })

  it('a responder that the issuer did not authorise', async () => {
    expect((await judge(await answerBy({ hasOcspNoCheck: true }))).codes).toEqual([
      'pki/ocsp-responder-not-authorised',
    ])
    const other = await createTestAuthority({ now: () => at })
    const { signer } = await other.issue({ commonName: 'stranger', extensions: responding })
    const request = buildOcspRequest({ certificate: good, issuer, nonce })
    const answer = await buildOcspResponse(
      { request, producedAt: at, thisUpdate: at, answer: () => ({ status: 'good' }) },
      signer,
    )
    // The stranger's authority has the same name and another key.
    expect((await judge(answer)).codes).toEqual(['pki/ocsp-responder-not-authorised'])
  })

  it('a responder whose own status is open, for lack of nocheck', async () => {
    const answer = await answerBy({ extendedKeyUsage: responding.extendedKeyUsage })
    expect(await judge(answer)).toMatchObject({
      status: 'good',
      codes: ['pki/ocsp-responder-status-unknown'],
    })
  })

  it('a responder named by key, and one that is not at hand', async () => {
    expect((await judge(await answerBy(responding, { isNamedByKey: true }))).codes).toEqual([])
    const ca = {
      certificate: readCertificate(pkiVector('rsa.cer')),
      issuer: readCertificate(pkiVector('ca.cer')),
    }
    const response = readOcspResponse(pkiVector('ocsp-good.der'))
    const basic = response.basic && { ...response.basic, certificates: [] }
    const { findings } = await checkOcspResponse({ ...response, basic }, ca)
    expect(findings.map(({ code }) => code)).toEqual(['pki/ocsp-responder-not-found'])
  })

  it('another nonce', async () => {
    expect((await judge(await ask(good), { nonce: Uint8Array.of(1) })).codes).toEqual([
      'pki/ocsp-nonce-differs',
    ])
  })

  it('an answer from the future and one that is out of date', async () => {
    const future = await answerBy(responding, { thisUpdate: instant('2026-11-20T09:00:00Z') })
    const past = { thisUpdate: instant('2026-11-10T00:00:00Z'), nextUpdate: instant('2026-11-11T00:00:00Z') }
    expect((await judge(future)).codes).toEqual(['pki/revocation-not-yet-valid'])
    expect((await judge(await answerBy(responding, past))).codes).toEqual(['pki/revocation-stale'])
  })

  it('a flipped bit in the status', async () => {
    const answer = await ask(revoked)
    const { basic } = readOcspResponse(answer)
    const tbs = basic?.tbs ?? answer
    const end = tbs.byteOffset - answer.byteOffset + tbs.length
    const flipped = answer.map((byte, index) => (index === end - 1 ? byte ^ 1 : byte))
    const { codes } = await judge(flipped, { certificate: revoked })
    expect(codes).toContain('pki/signature-invalid')
  })
})

describe('what it refuses', () => {
  it('what is no OCSP answer', () => {
    expect(outcomeOf(() => readOcspResponse(pkiVector('rsa.cer')))).toBe('pki/malformed')
    const der = pkiVector('ocsp-good.der')
    for (let length = 0; length < der.length; length += 7) {
      expect(outcomeOf(() => readOcspResponse(der.subarray(0, length)))).toBe('pki/malformed')
    }
  })
})
