import { beforeAll, describe, expect, it } from 'vitest'
import type { Certificate } from '../../../src/pki/index.ts'
import { seedValueBits as bits, type SeedValue } from '../../../src/signature/index.ts'
import { checkSeedValue } from '../../../src/validation/checks/seed-value.ts'
import type { SignatureFacts } from '../../../src/validation/facts/collect.ts'
import { certificateOf, firstFacts } from '../../kit/inquiry.ts'
import { anyCertificate, noSeedValue } from '../../kit/seed-values.ts'
import { type Signing, signWhole, startSigning } from '../../kit/signed-document.ts'

let signing: Signing
let facts: SignatureFacts
let certificate: Certificate
let path: readonly Certificate[]
beforeAll(async () => {
  signing = await startSigning()
  facts = firstFacts(await signWhole(signing, { reason: 'phê duyệt' }))
  certificate = certificateOf(signing.person)
  path = [signing.person, signing.authority.issuing, signing.authority.root].map(certificateOf)
})

/** Constraints that a field breaks, with outcome, or what else is said. */
function check(
  seed: Partial<SeedValue>,
  more: Partial<Parameters<typeof checkSeedValue>[0]> = {},
  of: Partial<SignatureFacts> = {},
) {
  const seeded = { ...facts, ...of, seedValue: { ...noSeedValue, ...seed } }
  return checkSeedValue({ facts: seeded, certificate, path, hasTimestamp: false, ...more }).map(
    ({ outcome, code, facts: { constraint } }) =>
      `${outcome} ${constraint ?? code.replace('validation/', '')}`,
  )
}
const ok = ['ok seed-value-ok']

describe('what it gives', () => {
  it('nothing where the field asks nothing', () => {
    expect(
      checkSeedValue({ facts: { ...facts, seedValue: undefined }, certificate, path, hasTimestamp: false }),
    ).toEqual([])
  })
  it('that every demand is kept', () => {
    const demands: Partial<SeedValue> = {
      flags: bits.filter | bits.subFilter | bits.reasons | bits.digestMethod | bits.version,
      filter: 'Adobe.PPKLite',
      subFilters: ['ETSI.CAdES.detached'],
      reasons: ['từ chối', 'phê duyệt'],
      digestMethods: ['SHA256'],
      version: 2,
      docMdp: 0,
    }
    expect(check(demands)).toEqual(ok)
    expect(
      check({
        certificate: {
          ...anyCertificate,
          flags: 3,
          subjects: [certificate.der],
          issuers: [path[1]?.der ?? certificate.der],
        },
      }),
    ).toEqual(ok)
    expect(check({ timestamp: { url: '', isRequired: true } }, { hasTimestamp: true })).toEqual(ok)
  })
})

describe('what it refuses', () => {
  it.each<[string, () => Partial<SeedValue>]>([
    ['filter', () => ({ flags: bits.filter, filter: 'Other' })],
    ['sub-filter', () => ({ flags: bits.subFilter, subFilters: ['adbe.pkcs7.detached'] })],
    ['reason', () => ({ flags: bits.reasons, reasons: ['khác'] })],
    ['reason', () => ({ flags: bits.reasons, reasons: ['.'] })],
    ['digest', () => ({ flags: bits.digestMethod, digestMethods: ['SHA512'] })],
    ['doc-mdp', () => ({ docMdp: 2 })],
    ['lock-document', () => ({ flags: bits.lockDocument, lockDocument: 'true' })],
    ['timestamp', () => ({ timestamp: { url: '', isRequired: true } })],
    ['revocation-data', () => ({ flags: bits.addRevInfo, addRevInfo: true })],
    [
      'certificate-subject',
      () => ({ certificate: { ...anyCertificate, flags: 1, subjects: [path[1]?.der ?? certificate.der] } }),
    ],
    [
      'certificate-issuer',
      () => ({ certificate: { ...anyCertificate, flags: 2, issuers: [certificate.der] } }),
    ],
    [
      'certificate-name',
      () => ({ certificate: { ...anyCertificate, flags: 8, subjectNames: [{ CN: 'Người khác' }] } }),
    ],
    ['certificate-key-usage', () => ({ certificate: { ...anyCertificate, flags: 32, keyUsages: ['X0'] } })],
    ['signature-policy', () => ({ certificate: { ...anyCertificate, signaturePolicyOid: '1.2.3' } })],
  ])('%s', (constraint, seed) => {
    expect(check(seed())).toEqual([`failed ${constraint}`])
  })

  it.each<[string, Partial<SeedValue>]>([
    ['legal-attestation', { flags: bits.legalAttestation, legalAttestations: ['x'] }],
    ['appearance-filter', { flags: bits.appearanceFilter, appearanceFilter: 'x' }],
    ['version', { flags: bits.version, version: 9 }],
  ])('to call %s kept, which nothing in the file shows', (constraint, seed) => {
    const [finding] = checkSeedValue({
      facts: { ...facts, seedValue: { ...noSeedValue, ...seed } },
      certificate,
      path,
      hasTimestamp: false,
    })
    expect(finding).toMatchObject({
      code: 'validation/seed-value-unsupported',
      outcome: 'failed',
      facts: { constraint },
    })
  })

  it('to call demands on a certificate kept where none was found', () => {
    const seed = { certificate: { ...anyCertificate, flags: 1, subjects: [certificate.der] } }
    expect(check(seed, { certificate: undefined })).toEqual([])
    expect(check({}, { certificate: undefined })).toEqual(ok)
  })

  it('an issuer that no trusted path shows', () => {
    const issuers = [path[1]?.der ?? certificate.der]
    expect(check({ certificate: { ...anyCertificate, flags: 2, issuers } }, { path: undefined })).toEqual([
      'failed certificate-issuer',
    ])
  })
})

describe('edges', () => {
  it('wishes without their bit bind nobody', () => {
    expect(
      check({ filter: 'Other', reasons: ['khác'], digestMethods: ['SHA512'], lockDocument: 'true' }),
    ).toEqual(ok)
  })

  it('tells each of several breaches', () => {
    const seed = { flags: bits.filter | bits.digestMethod, filter: 'Other', digestMethods: ['SHA512'] }
    expect(check(seed)).toEqual(['failed filter', 'failed digest'])
  })

  it('a certification counts by its level, and level 1 as locked', () => {
    expect(
      check(
        { docMdp: 1, flags: bits.lockDocument, lockDocument: 'true' },
        {},
        { isCertification: true, docMdp: 1 },
      ),
    ).toEqual(ok)
    expect(check({ docMdp: 1 }, {}, { isCertification: false, docMdp: 1 })).toEqual(['failed doc-mdp'])
  })

  it('revocation data count in Adobe’s own profile only', () => {
    const attributes = { ...facts.signer?.attributes, archivedCrls: [new Uint8Array(1)] }
    const signer = { ...facts.signer, attributes } as SignatureFacts['signer']
    const seed = { flags: bits.addRevInfo, addRevInfo: true }
    expect(check(seed, {}, { signer })).toEqual(['failed revocation-data'])
    const found = { ...facts.found, subFilter: 'adbe.pkcs7.detached' }
    expect(check(seed, {}, { signer, found })).toEqual(ok)
  })
})
