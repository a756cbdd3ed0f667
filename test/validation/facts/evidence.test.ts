import { beforeAll, describe, expect, it } from 'vitest'
import { instant } from '../../../src/date.ts'
import { buildOcspRequest } from '../../../src/pki/index.ts'
import type { DocumentFacts } from '../../../src/validation/facts/collect.ts'
import {
  addEvidence,
  createProofs,
  type Evidence,
  evidenceOfCms,
  evidenceOfStore,
  gatherEvidence,
  timestampsOf,
  tryReadingTimestamp,
} from '../../../src/validation/facts/evidence.ts'
import { keyOf } from '../../../src/validation/facts/evidence-key.ts'
import { createMemory } from '../../../src/validation/facts/memory.ts'
import { certificateOf, factsOf } from '../../kit/inquiry.ts'
import { type Signing, signWhole, startSigning } from '../../kit/signed-document.ts'

let signing: Signing
let plain: DocumentFacts
let stamped: DocumentFacts
let archived: DocumentFacts
let crl: Uint8Array
let ocsp: Uint8Array
beforeAll(async () => {
  signing = await startSigning()
  const { authority, person } = signing
  plain = factsOf(await signWhole(signing))
  stamped = factsOf(await signWhole(signing, { level: 'B-T' }))
  archived = factsOf(await signWhole(signing, { level: 'B-LTA' }))
  crl = await authority.buildCrl()
  const certificate = certificateOf(person)
  const issuer = certificateOf(authority.issuing)
  const [url = ''] = certificate.authorityInfo.ocspUrls
  ocsp = await authority.fetchOcsp(url, buildOcspRequest({ certificate, issuer }))
})

const nothing = (): Evidence => ({
  certificates: new Map(),
  crls: new Map(),
  ocsps: new Map(),
  unreadable: new Set(),
})
const names = ({ certificates }: Evidence) => [...certificates.values()].map(({ subject }) => subject.text)
const gather = (facts: Parameters<typeof gatherEvidence>[0], extra = {}) =>
  gatherEvidence(facts, extra, createMemory())

describe('what it gives', () => {
  it('the certificates of a signature, and those of its timestamp as well', () => {
    const own = names(gather(plain))
    expect(own.some((name) => name.includes('Người ký thử'))).toBe(true)
    const { sha256 } = certificateOf(signing.authority.timestamping)
    expect(gather(plain).certificates.has(sha256)).toBe(false)
    expect(gather(stamped).certificates.has(sha256)).toBe(true)
  })

  it('all that a security store holds', () => {
    const store = archived.securityStore
    if (store === undefined) throw new Error('no store')
    const { certificates, crls, ocsps } = evidenceOfStore(store)
    const found = gather({ ...plain, securityStore: store })
    for (const der of crls) expect(found.crls.has(keyOf(der))).toBe(true)
    for (const der of ocsps) expect(found.ocsps.has(keyOf(der))).toBe(true)
    expect(found.certificates.size).toBeGreaterThanOrEqual(new Set(certificates.map(keyOf)).size)
    expect(crls.length + ocsps.length).toBeGreaterThan(0)
  })

  it('what only the entry of one signature in the store holds', () => {
    const store = archived.securityStore
    if (store === undefined) throw new Error('no store')
    const [entry] = store.vri
    if (entry === undefined) throw new Error('no entry')
    const apart = { ...store, certificates: [], crls: [], ocsps: [] }
    expect(evidenceOfStore(apart).certificates).toEqual(entry.certificates.map(({ bytes }) => bytes))
    expect(evidenceOfStore(apart).certificates.length).toBeGreaterThan(0)
    expect(evidenceOfStore({ ...apart, vri: [] })).toEqual({ certificates: [], crls: [], ocsps: [] })
  })

  it('what the caller brings, under the digest of its bytes', () => {
    const found = gather(
      { securityStore: undefined, signatures: [] },
      {
        certificates: [signing.authority.root.certificate],
        crls: [crl],
        ocsps: [ocsp],
      },
    )
    expect([...found.crls.keys()]).toEqual([keyOf(crl)])
    expect([...found.ocsps.keys()]).toEqual([keyOf(ocsp)])
    expect(found.certificates.has(certificateOf(signing.authority.root).sha256)).toBe(true)
  })

  it('the certificates inside an OCSP answer', () => {
    const evidence = nothing()
    addEvidence(evidence, { ocsps: [ocsp] }, createMemory())
    expect([...evidence.certificates.keys()]).toEqual([certificateOf(signing.authority.responding).sha256])
  })

  it('revocation data in the CMS and in its archived attributes', () => {
    const [signature] = plain.signatures
    if (signature?.signedData === undefined || signature.signer === undefined) throw new Error('no CMS')
    const { signedData, signer } = signature
    const archive = { ...signer.attributes, archivedCrls: [crl], archivedOcspResponses: [ocsp] }
    const inside = evidenceOfCms({ ...signedData, signers: [{ ...signer, attributes: archive }] })
    expect([inside.crls, inside.ocsps]).toEqual([[crl], [ocsp]])
    const beside = evidenceOfCms({ ...signedData, crls: [crl], ocspResponses: [ocsp] })
    expect([beside.crls, beside.ocsps]).toEqual([[crl], [ocsp]])
    const facts = { ...signature, signedData: { ...signedData, crls: [crl], ocspResponses: [ocsp] } }
    const found = gather({ securityStore: undefined, signatures: [facts] })
    expect([found.crls.size, found.ocsps.size]).toEqual([1, 1])
  })

  it('the timestamps of a signature by their kind', () => {
    const [signature] = stamped.signatures
    if (signature === undefined) throw new Error('no signature')
    expect(timestampsOf(signature, 'signature').map((token) => token?.info.imprint.digestAlgorithm)).toEqual([
      'sha256',
    ])
    expect(timestampsOf(signature, 'content')).toEqual([])
    expect(timestampsOf({ signer: undefined }, 'signature')).toEqual([])
  })
})

describe('what it refuses', () => {
  it('what cannot be read, by its name among the unreadable and without losing the rest', () => {
    const broken = Uint8Array.of(0x30, 3, 2, 1, 1)
    const evidence = nothing()
    addEvidence(
      evidence,
      { certificates: [broken], crls: [broken, crl], ocsps: [broken, ocsp] },
      createMemory(),
    )
    expect([evidence.certificates.size, evidence.crls.size, evidence.ocsps.size]).toEqual([1, 1, 1])
    expect([...evidence.unreadable]).toEqual([keyOf(broken)])
    expect(tryReadingTimestamp(broken)).toBeUndefined()
    expect(tryReadingTimestamp(ocsp)).toBeUndefined()
  })
})

describe('edges', () => {
  it('the same data from two places are there once', () => {
    const found = gather(archived, { crls: [crl, crl.slice()], ocsps: [ocsp, ocsp.slice()] })
    expect([...found.crls.keys()].filter((key) => key === keyOf(crl)).length).toBe(1)
    expect([...found.ocsps.keys()].filter((key) => key === keyOf(ocsp)).length).toBe(1)
  })

  it('a document that brings nothing, and a caller that brings nothing', () => {
    expect(gather({ securityStore: undefined, signatures: [] })).toEqual(nothing())
  })
})

describe('proofs of existence', () => {
  const now = instant('2026-11-22T09:00')
  const earlier = instant('2026-09-01T09:00')
  const between = instant('2026-10-01T09:00')

  it('nothing is proved at first: it is there now', () => {
    const proofs = createProofs(now)
    expect([proofs.find('a'), proofs.has('a')]).toEqual([now, false])
  })

  it('keeps the earliest proof, whichever comes first', () => {
    const proofs = createProofs(now)
    for (const [at, kept] of [
      [between, between],
      [now, between],
      [earlier, earlier],
      [between, earlier],
    ] as const) {
      proofs.add('a', at)
      expect([proofs.find('a'), proofs.has('a'), proofs.has('b')]).toEqual([kept, true, false])
    }
  })

  it('a copy goes its own way', () => {
    const proofs = createProofs(now, new Map([['a', between]]))
    const copy = proofs.copy()
    expect([copy.find('a'), copy.has('a')]).toEqual([between, true])
    copy.add('a', earlier)
    copy.add('b', earlier)
    proofs.add('c', earlier)
    expect([proofs.find('a'), proofs.has('b'), copy.find('a'), copy.has('c')]).toEqual([
      between,
      false,
      earlier,
      false,
    ])
    expect(copy.find('z')).toBe(now)
  })
})

describe('what it must not touch', () => {
  it('the map of proofs it is started with', () => {
    const known = new Map([['a', instant('2026-10-01T09:00')]])
    createProofs(instant('2026-11-22T09:00'), known).add('a', instant('2026-09-01T09:00'))
    expect([...known]).toEqual([['a', instant('2026-10-01T09:00')]])
  })
})
