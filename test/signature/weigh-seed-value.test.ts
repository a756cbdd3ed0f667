import { describe, expect, it } from 'vitest'
import {
  listSeedBreaches,
  type SeedCertificate,
  type SeededCertificate,
  type SeededDocument,
  type SeededSigner,
  type SeedValue,
} from '../../src/signature/index.ts'
import { anyCertificate, noSeedValue } from '../kit/seed-values.ts'

const document: SeededDocument = {
  filter: 'Adobe.PPKLite',
  subFilter: 'ETSI.CAdES.detached',
  reason: undefined,
  certification: undefined,
  isLocked: false,
}

const der = Uint8Array.of(1, 2, 3)
const issuer = Uint8Array.of(4, 5, 6)
const certificate: SeededCertificate = {
  der,
  keyUsage: ['nonRepudiation'],
  policies: ['1.2.3'],
  subject: { relativeNames: [[{ oid: '2.5.4.3', type: 'CN', value: 'Nguyễn Văn Thử' }]] },
}

const ofDocument = (seed: Partial<SeedValue>, change: Partial<SeededDocument> = {}) =>
  listSeedBreaches({ ...noSeedValue, ...seed }, { document: { ...document, ...change } })
const ofSigner = (seed: Partial<SeedValue>, signer: SeededSigner) =>
  listSeedBreaches({ ...noSeedValue, ...seed }, { signer })
const ofCertificate = (entries: Partial<SeedCertificate>, signer: SeededSigner = {}) =>
  ofSigner(
    { certificate: { ...anyCertificate, ...entries } },
    { certificate, authorities: [issuer], ...signer },
  )

describe('what it gives', () => {
  it('nothing where every demand is fulfilled', () => {
    const seed = { flags: 511, filter: 'Adobe.PPKLite', subFilters: ['x', 'ETSI.CAdES.detached'], version: 3 }
    expect(ofDocument(seed)).toEqual([])
    expect(ofSigner({ flags: 64, digestMethods: ['SHA-256'] }, { digest: 'sha256' })).toEqual([])
  })

  it('every demand of the document that is not, the certification without any flag', () => {
    const seed = { flags: 1 + 2 + 4, filter: 'X', subFilters: ['y'], version: 4, docMdp: 2 }
    expect(ofDocument(seed)).toEqual(['filter', 'sub-filter', 'version', 'doc-mdp'])
  })

  it('the demands on the certificate by their bits', () => {
    const wrong = {
      flags: 1 + 2 + 4 + 8 + 32,
      subjects: [issuer],
      issuers: [der],
      policyOids: ['9.9'],
      subjectNames: [{ cn: 'Người khác' }],
      keyUsages: ['1'],
    }
    expect(ofCertificate(wrong)).toEqual([
      'certificate-subject',
      'certificate-issuer',
      'certificate-policy',
      'certificate-name',
      'certificate-key-usage',
    ])
    expect(ofCertificate({ ...wrong, flags: 0 })).toEqual([])
  })

  it('the signature policy that is not the one asked for', () => {
    expect(ofCertificate({ signaturePolicyOid: '1.2' }, { policyOid: '' })).toEqual(['signature-policy'])
    expect(ofCertificate({ signaturePolicyOid: '1.2' }, { policyOid: '1.2' })).toEqual([])
  })
})

describe('edges', () => {
  it('does not weigh what is not known', () => {
    const seed = { flags: 511, addRevInfo: true, digestMethods: ['SHA512'] }
    expect(ofSigner({ ...seed, timestamp: { url: '', isRequired: true } }, {})).toEqual([])
    expect(listSeedBreaches({ ...noSeedValue, flags: 511, filter: 'X' }, {})).toEqual([])
  })

  it('forbids any reason where none is offered, or a full stop alone', () => {
    expect(ofDocument({ flags: 8 }, { reason: 'Duyệt' })).toEqual(['reason'])
    expect(ofDocument({ flags: 8, reasons: ['.'] }, { reason: '.' })).toEqual(['reason'])
    expect(ofDocument({ flags: 8, reasons: ['.'] })).toEqual([])
    expect(ofDocument({ flags: 8, reasons: ['A'] })).toEqual(['reason'])
  })

  it('finds an attribute by keyword or identifier, composed or not', () => {
    const name = 'Nguyễn Văn Thử'.normalize('NFD')
    expect(ofCertificate({ flags: 8, subjectNames: [{ cn: name, '2.5.4.3': name }] })).toEqual([])
  })

  it('takes a key usage beyond the pattern, and any other mark, as free', () => {
    expect(ofCertificate({ flags: 32, keyUsages: ['01'] })).toEqual([])
    expect(ofCertificate({ flags: 32, keyUsages: ['X?X'] })).toEqual([])
    expect(ofCertificate({ flags: 32, keyUsages: ['00', '1'] })).toEqual(['certificate-key-usage'])
  })

  it('looks at policies only beside issuers', () => {
    expect(ofCertificate({ flags: 4, policyOids: ['9.9'] })).toEqual([])
    expect(ofCertificate({ flags: 4, policyOids: ['9.9'], issuers: [issuer] })).toEqual([
      'certificate-policy',
    ])
  })

  it('holds a lock and revocation data against either wish', () => {
    expect(ofDocument({ flags: 128, lockDocument: 'true' })).toEqual(['lock-document'])
    expect(ofDocument({ flags: 128, lockDocument: 'false' }, { isLocked: true })).toEqual(['lock-document'])
    expect(ofDocument({ flags: 128, lockDocument: 'auto' }, { isLocked: true })).toEqual([])
    const wanted = { flags: 32, addRevInfo: true }
    expect(ofSigner(wanted, { hasRevocationData: false })).toEqual(['revocation-data'])
    expect(ofSigner({ ...wanted, addRevInfo: false }, { hasRevocationData: true })).toEqual([
      'revocation-data',
    ])
  })
})
