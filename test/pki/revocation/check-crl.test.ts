import { beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority, type TestAuthority } from '../../../src/adapters/test-authority.ts'
import { instant } from '../../../src/date.ts'
import {
  type Certificate,
  type CrlCheck,
  checkCrl,
  findCrlEntry,
  readCertificate,
  readCrl,
} from '../../../src/pki/index.ts'
import { buildCrl, type CrlInput } from '../../../src/pki/issue/index.ts'
import { outcomeOf } from '../../kit/outcome-of.ts'
import { pkiVector } from '../../kit/pki-vectors.ts'

const at = instant('2026-11-20T08:00:00Z')
let authority: TestAuthority
let issuer: Certificate
let user: Certificate

beforeAll(async () => {
  authority = await createTestAuthority({ now: () => at })
  issuer = readCertificate(authority.issuing.certificate)
  user = readCertificate((await authority.issue({ commonName: 'user' })).certificate)
})

/** A CRL of the issuing authority. */
const makeCrl = (change: Partial<CrlInput> = {}) =>
  buildCrl({ issuer: issuer.subject.der, thisUpdate: at, revoked: [], ...change }, authority.issuing.signer)

/** Status and codes of a check. */
async function judge(der: Uint8Array, check: Partial<CrlCheck> = {}) {
  const outcome = await checkCrl(readCrl(der), { certificate: user, issuer, at, ...check })
  return { status: outcome.status, codes: outcome.findings.map(({ code }) => code), outcome }
}

describe('what it gives', () => {
  it('good for a certificate that is not listed, revoked with moment and reason for one that is', async () => {
    const revokedAt = instant('2026-11-01T00:00:00Z')
    const listed = await makeCrl({ revoked: [{ serial: user.serial, revokedAt, reason: 'keyCompromise' }] })
    expect(await judge(await makeCrl())).toMatchObject({ status: 'good', codes: [] })
    expect((await judge(listed)).outcome).toMatchObject({
      status: 'revoked',
      revokedAt,
      reason: 'keyCompromise',
    })
  })

  it('the CRL of OpenSSL with its scope and number', async () => {
    const crl = readCrl(pkiVector('ca.crl'))
    const ca = readCertificate(pkiVector('ca.cer'))
    expect(crl).toMatchObject({ crlNumber: '0f', brokenExtensions: [], baseCrlNumber: undefined })
    expect(crl.scope).toMatchObject({ isOnlyUserCertificates: true, isIndirect: false })
    const check = (name: string) =>
      checkCrl(crl, { certificate: readCertificate(pkiVector(name)), issuer: ca })
    expect(await check('rsa.cer')).toMatchObject({ status: 'good', findings: [] })
    expect(await check('p256.cer')).toMatchObject({
      status: 'revoked',
      reason: 'keyCompromise',
      findings: [],
    })
  })

  it('finds one certificate among a hundred thousand without building them', async () => {
    const revoked = Array.from({ length: 100_000 }, (_, index) => ({
      serial: (0x10000000 + index).toString(16),
      revokedAt: at,
    }))
    const crl = readCrl(await makeCrl({ revoked: [...revoked, { serial: user.serial, revokedAt: at }] }))
    const started = performance.now()
    expect(findCrlEntry(crl, user)).toMatchObject({ revokedAt: at, reason: undefined })
    expect(findCrlEntry(crl, { serial: 'ff', issuer: user.issuer })).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('what it finds', () => {
  it('the CRL of another authority', async () => {
    const root = readCertificate(authority.root.certificate)
    const other = await judge(await authority.buildCrl(authority.root), { issuer: root })
    expect(other).toMatchObject({ status: undefined, codes: ['pki/crl-issuer-differs'] })
  })

  it('a scope that leaves the certificate out', async () => {
    const forAuthorities = await judge(await makeCrl({ scope: { only: 'authority' } }))
    const forAttributes = await judge(await makeCrl({ scope: { only: 'attribute' } }))
    const elsewhere = await judge(await makeCrl({ scope: { urls: ['http://other.motcua.test/a.crl'] } }))
    for (const { status, codes } of [forAuthorities, forAttributes, elsewhere]) {
      expect(status).toBeUndefined()
      expect(codes).toEqual(['pki/crl-scope'])
    }
    const [url = ''] = user.crlDistributionPoints[0]?.urls ?? []
    expect(await judge(await makeCrl({ scope: { urls: [url], only: 'user' } }))).toMatchObject({
      status: 'good',
      codes: [],
    })
  })

  it('a delta and one for some reasons only: neither shows that nothing was revoked', async () => {
    const delta = await judge(await makeCrl({ crlNumber: 9, baseCrlNumber: 8 }))
    const some = await judge(await makeCrl({ scope: { onlySomeReasons: [1] } }))
    expect(delta).toMatchObject({ status: undefined, codes: ['pki/crl-delta'] })
    expect(some).toMatchObject({ status: undefined, codes: ['pki/crl-some-reasons'] })
    const listed = { revoked: [{ serial: user.serial, revokedAt: at }], scope: { onlySomeReasons: [1] } }
    expect((await judge(await makeCrl(listed))).status).toBe('revoked')
  })

  it('an issuer without the right to sign CRLs, and a signature of another key', async () => {
    const extensions = { basicConstraints: { isCa: true }, keyUsage: ['keyCertSign'] } as const
    const narrow = await authority.issue({
      commonName: 'motcua test narrow',
      extensions,
      issuer: authority.root,
    })
    const subject = await authority.issue({ commonName: 'below', issuer: narrow })
    const crl = await authority.buildCrl(narrow)
    const check = {
      certificate: readCertificate(subject.certificate),
      issuer: readCertificate(narrow.certificate),
    }
    expect((await judge(crl, check)).codes).toEqual(['pki/crl-key-usage'])
    const forged = await buildCrl({ issuer: issuer.subject.der, thisUpdate: at, revoked: [] }, narrow.signer)
    expect((await judge(forged)).codes).toEqual(['pki/signature-invalid'])
  })

  it('a CRL from the future and one that is out of date', async () => {
    const future = await makeCrl({ thisUpdate: instant('2026-11-21T00:00:00Z') })
    const past = { thisUpdate: instant('2026-10-01T00:00:00Z'), nextUpdate: instant('2026-10-08T00:00:00Z') }
    expect((await judge(future)).codes).toEqual(['pki/revocation-not-yet-valid'])
    expect((await judge(await makeCrl(past))).codes).toEqual(['pki/revocation-stale'])
  })
})

describe('edges', () => {
  it('reads an indirect CRL: an entry belongs to the issuer named last before it', async () => {
    const crlUrls = ['http://pki.motcua.test/indirect']
    const issuing = [
      ['C', 'VN'],
      ['O', 'motcua test'],
      ['CN', 'motcua test issuing'],
    ] as const
    const other = [
      ['O', 'motcua test'],
      ['CN', 'another'],
    ] as const
    const publisher = await authority.issue({
      commonName: 'motcua test crl publisher',
      issuer: authority.root,
      extensions: { basicConstraints: { isCa: true }, keyUsage: ['cRLSign'] },
    })
    const name = readCertificate(publisher.certificate)
    const crlIssuer = [
      ['C', 'VN'],
      ['O', 'motcua test'],
      ['CN', 'motcua test crl publisher'],
    ] as const
    const subject = await authority.issue({ commonName: 'indirectly', extensions: { crlUrls, crlIssuer } })
    const certificate = readCertificate(subject.certificate)
    const entriesFor = (first: typeof issuing | typeof other) => [
      { serial: '05', revokedAt: at, issuer: first },
      { serial: certificate.serial, revokedAt: at },
    ]
    const judgeIndirect = async (first: typeof issuing | typeof other) => {
      const input = { issuer: name.subject.der, thisUpdate: at, scope: { isIndirect: true, urls: crlUrls } }
      const der = await buildCrl({ ...input, revoked: entriesFor(first) }, publisher.signer)
      return judge(der, { certificate, issuer: name })
    }
    expect(await judgeIndirect(issuing)).toMatchObject({ status: 'revoked', codes: [] })
    expect(await judgeIndirect(other)).toMatchObject({ status: 'good', codes: [] })
  })

  it('takes a certificate off a delta that was on hold', async () => {
    const revoked = [{ serial: user.serial, revokedAt: at, reason: 'removeFromCRL' as const }]
    expect((await judge(await makeCrl({ revoked, crlNumber: 9, baseCrlNumber: 8 }))).status).toBeUndefined()
  })
})

describe('what it refuses', () => {
  it('what is no CRL', () => {
    const der = pkiVector('ca.crl')
    for (let length = 0; length < der.length; length += 3) {
      expect(outcomeOf(() => readCrl(der.subarray(0, length)))).toBe('pki/malformed')
    }
  })
})
