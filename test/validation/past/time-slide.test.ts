import { beforeEach, describe, expect, it } from 'vitest'
import type { TestIdentity } from '../../../src/adapters/test-authority.ts'
import { type Instant, isoDate } from '../../../src/date.ts'
import { buildOcspRequest } from '../../../src/pki/index.ts'
import { createProofs } from '../../../src/validation/facts/evidence.ts'
import { keyOf } from '../../../src/validation/facts/evidence-key.ts'
import { etsiPolicy } from '../../../src/validation/index.ts'
import { endOfDate } from '../../../src/validation/instants.ts'
import { slideControlTime } from '../../../src/validation/past/time-slide.ts'
import { certificateOf, inquiryOf } from '../../kit/inquiry.ts'
import { day, startTimeline, type Timeline } from '../../kit/timeline.ts'

let line: Timeline
let authority: Timeline['authority']
/** A person right below the root: one link, one CRL. */
let person: TestIdentity
beforeEach(async () => {
  line = await startTimeline()
  authority = line.authority
  person = await authority.issue({ commonName: 'Người ký thử', issuer: authority.root })
})

/** The CRL of the root as it was on a day; it names its next update a week later. */
async function crlOn(days: number): Promise<Uint8Array> {
  line.setClock(day(days))
  return authority.buildCrl(authority.root)
}

/** What is at hand, and since when it is proved to exist; what has no day is there now and no earlier. */
interface Known {
  readonly crls?: readonly (readonly [Uint8Array, number?])[]
  readonly ocsps?: readonly (readonly [Uint8Array, number?])[]
  readonly certificate?: number
}

/** Slides back from day 60 by what is known of the person. */
function slide({ crls = [], ocsps = [], certificate }: Known, policy = {}) {
  const now = day(60)
  const material = { crls: crls.map(([der]) => der), ocsps: ocsps.map(([der]) => der) }
  const proofs = createProofs(now)
  for (const [der, since] of [...crls, ...ocsps]) if (since !== undefined) proofs.add(keyOf(der), day(since))
  if (certificate !== undefined) proofs.add(keyOf(person.certificate), day(certificate))
  const path = [person, authority.root].map(certificateOf)
  return slideControlTime(path, inquiryOf({ now, material, policy }), proofs)
}
const at = (controlAt: Instant) => ({ kind: 'at', controlAt })

describe('what it gives', () => {
  it('the end of the freshness of the newest data that were there', async () => {
    const [early, late] = [await crlOn(0), await crlOn(5)]
    expect(await slide({ crls: [[early, 1]], certificate: 0 })).toEqual(at(day(7)))
    expect(
      await slide({
        crls: [
          [early, 1],
          [late, 6],
        ],
        certificate: 0,
      }),
    ).toEqual(at(day(12)))
  })

  it('the moment of revocation', async () => {
    authority.revoke(person, { revokedAt: day(3) })
    expect(await slide({ crls: [[await crlOn(5), 6]], certificate: 0 })).toEqual(at(day(3)))
  })

  it('the last day of the algorithm that signed the certificate', async () => {
    const crls = [[await crlOn(50), 51]] as const
    const strengthRules = etsiPolicy.strengthRules.map((rule) =>
      rule.algorithm === 'sha256' ? { ...rule, lastDate: isoDate('2026-09-10'), isConfirmed: true } : rule,
    )
    expect(await slide({ crls, certificate: 0 }, { strengthRules })).toEqual(
      at(endOfDate(isoDate('2026-09-10'))),
    )
  })

  it('now, where the data are fresh', async () => {
    expect(await slide({ crls: [[await crlOn(58), 59]], certificate: 0 })).toEqual(at(day(60)))
  })
})

describe('what it refuses', () => {
  const noProof = { kind: 'no-proof' }
  it('to go on without data, or with data that are only there now', async () => {
    expect(await slide({ certificate: 0 })).toMatchObject(noProof)
    const crls = [[await crlOn(0), 1]] as const
    // The control time is that of the moment itself until something slides it: data of now count then.
    expect(await slide({ crls: [[crls[0][0]]], certificate: 0 })).toEqual(at(day(7)))
  })

  it('an algorithm that was never strong enough', async () => {
    const strengthRules = [{ algorithm: 'ecdsa', minimumBits: 512, source: '', isConfirmed: true } as const]
    const outcome = await slide({ crls: [[await crlOn(5), 6]], certificate: 0 }, { strengthRules })
    expect(outcome).toMatchObject({ kind: 'banned', certificate: { sha256: keyOf(person.certificate) } })
  })
})

describe('a chain of two links', () => {
  /** Slides by the person below the issuing authority; the CRL of the root is from day 0. */
  async function slideTwo(leafCrl: readonly [number, number | undefined], certificate: number | undefined) {
    const rootCrl = await crlOn(0)
    line.setClock(day(leafCrl[0]))
    const own = await authority.buildCrl()
    const now = day(60)
    const proofs = createProofs(now)
    proofs.add(keyOf(rootCrl), day(1))
    if (leafCrl[1] !== undefined) proofs.add(keyOf(own), day(leafCrl[1]))
    if (certificate !== undefined) proofs.add(keyOf(line.person.certificate), day(certificate))
    const path = [line.person, authority.issuing, authority.root].map(certificateOf)
    return slideControlTime(path, inquiryOf({ now, material: { crls: [rootCrl, own] } }), proofs)
  }

  it('slides from the authority down to the signer', async () => {
    expect(await slideTwo([2, 3], 0)).toEqual(at(day(7)))
    expect(await slideTwo([-3, 3], 0)).toEqual(at(day(4)))
  })

  it.each<[string, readonly [number, number | undefined], number | undefined]>([
    ['data of the signer that came after the authority’s ended', [8, 9], 0],
    ['data of the signer that bear a later date than their proof', [8, 3], 0],
    ['data of the signer that are not proved to have been there by then', [2, undefined], 0],
    ['data of the signer that were proved too late', [2, 8], 0],
    ['a certificate that is not proved to have been there by then', [2, 3], undefined],
    ['a certificate that was proved too late', [2, 3], 8],
  ])('refuses %s', async (_, leafCrl, certificate) => {
    const outcome = await slideTwo(leafCrl, certificate)
    expect(outcome).toMatchObject({
      kind: 'no-proof',
      certificate: { sha256: keyOf(line.person.certificate) },
    })
  })
})

describe('edges', () => {
  it('asks for the data of a responder that is no part of the path, unless it needs none', async () => {
    const [certificate, issuer] = [line.person, authority.issuing].map(certificateOf)
    if (certificate === undefined || issuer === undefined) throw new Error('no certificate')
    line.setClock(day(0))
    const url = certificate.authorityInfo.ocspUrls[0] ?? ''
    const ocsp = await authority.fetchOcsp(url, buildOcspRequest({ certificate, issuer }))
    const rootCrl = await crlOn(0)
    const now = day(60)
    const proofs = createProofs(now)
    for (const der of [
      ocsp,
      rootCrl,
      line.person.certificate,
      authority.responding.certificate,
      authority.issuing.certificate,
    ])
      proofs.add(keyOf(der), day(0))
    const path = [line.person, authority.issuing, authority.root].map(certificateOf)
    const material = { crls: [rootCrl], ocsps: [ocsp], certificates: line.person.chain }
    // The test responder carries ocsp-nocheck; its answer is fresh for a day.
    expect(await slideControlTime(path, inquiryOf({ now, material }), proofs)).toEqual(at(day(1)))
  })

  it('has nowhere to slide where the certificate is trusted of itself', async () => {
    const outcome = await slideControlTime(
      [certificateOf(person)],
      inquiryOf({ now: day(60) }),
      createProofs(day(60)),
    )
    expect(outcome).toEqual(at(day(60)))
  })
})

describe('what it must not touch', () => {
  it('adds no proof', async () => {
    const crl = await crlOn(0)
    const proofs = createProofs(day(60))
    const path = [person, authority.root].map(certificateOf)
    await slideControlTime(path, inquiryOf({ now: day(60), material: { crls: [crl] } }), proofs)
    expect(proofs.has(keyOf(crl))).toBe(false)
  })
})
