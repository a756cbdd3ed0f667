import { beforeAll, describe, expect, it } from 'vitest'
import type { TestIdentity } from '../../../src/adapters/test-authority.ts'
import { writeUtf8 } from '../../../src/bytes.ts'
import {
  type DistinguishedName,
  type FetchCertificates,
  type NameInput,
  writePem,
} from '../../../src/pki/index.ts'
import { buildCertificate, type ExtensionsInput } from '../../../src/pki/issue/index.ts'
import { type ChainOutcome, checkChain } from '../../../src/validation/checks/chain.ts'
import { createVerifier, readTrustStore, type TrustStore } from '../../../src/validation/index.ts'
import { forgeIdentity } from '../../kit/forged-certificate.ts'
import {
  certificateOf,
  type InquiryInput,
  inquiryOf,
  inShort,
  momentAt,
  trusting,
} from '../../kit/inquiry.ts'
import { signedAt, signWhole } from '../../kit/signed-document.ts'
import { day, startTimeline, type Timeline } from '../../kit/timeline.ts'

let line: Timeline
let root: TestIdentity
beforeAll(async () => {
  line = await startTimeline()
  root = line.authority.root
})

const authorityUse = { basicConstraints: { isCa: true }, keyUsage: ['keyCertSign', 'cRLSign'] } as const

/** A name as it is given to whoever issues. */
const nameOf = ({ relativeNames }: DistinguishedName): NameInput =>
  relativeNames.flat().map(({ type, value }) => [type, value] as const)

/** An authority below the root, or another one, and a person below it. */
async function issueBelow(
  authority: ExtensionsInput,
  person: ExtensionsInput = {},
  issuer: TestIdentity = root,
  days: { readonly from?: number; readonly to?: number } = {},
): Promise<TestIdentity> {
  const { from = -1, to = 300 } = days
  const extensions = { ...authorityUse, ...authority }
  const period = { notBefore: day(from), notAfter: day(to) }
  const middle = await line.authority.issue({ commonName: 'cơ quan thử', issuer, extensions, ...period })
  return line.authority.issue({ commonName: 'người ký thử', issuer: middle, extensions: person })
}

/** Looks for the chain of an identity with its own chain at hand. */
async function check(
  identity: TestIdentity,
  { now = day(1), ...input }: Partial<InquiryInput> = {},
): Promise<ChainOutcome> {
  const material = { certificates: identity.chain }
  const inquiry = inquiryOf({ now, trust: trusting(root), material, ...input })
  const question = {
    certificate: certificateOf(identity),
    purpose: 'signing',
    moment: momentAt(now),
  } as const
  return checkChain(question, inquiry)
}

const troublesOf = ({ troubles }: ChainOutcome) => troubles.map(({ subIndication }) => subIndication)
const saysOk = ({ findings }: ChainOutcome) => inShort(findings).includes('ok chain-ok')

describe('what it gives', () => {
  it('the path to the trusted root, and how long it is', async () => {
    const outcome = await check(line.person)
    expect(outcome).toMatchObject({ troubles: [], isKnownUnrevoked: false })
    expect(outcome.path?.length).toBe(3)
    expect(outcome.findings).toContainEqual(
      expect.objectContaining({
        code: 'validation/chain-ok',
        outcome: 'ok',
        place: 'path',
        facts: { length: 3, root: certificateOf(root).sha256 },
      }),
    )
  })

  it('that nobody was revoked, only where every certificate below the root was answered for', async () => {
    const { fetchOcsp, fetchCrl } = line.authority
    const all = await check(line.person, { sources: { fetchOcsp, fetchCrl } })
    expect(all.isKnownUnrevoked).toBe(true)
    const crl = await line.authority.buildCrl()
    const some = await check(line.person, { material: { certificates: line.person.chain, crls: [crl] } })
    expect(some.isKnownUnrevoked).toBe(false)
    expect(inShort(some.findings)).toContain('not-checked revocation-none')
  })

  it('a trusted certificate by itself, whoever issued it; of nothing else can it be said to be unrevoked', async () => {
    const outcome = await check(line.person, { trust: trusting(line.person), material: {} })
    expect([troublesOf(outcome), saysOk(outcome), outcome.path?.length]).toEqual([[], true, 1])
    expect(outcome.isKnownUnrevoked).toBe(false)
  })

  it('the issuers that addresses give, as DER, PEM or CMS', async () => {
    const { person, authority } = line
    const material = { certificates: person.chain.slice(0, 1) }
    const asPem: FetchCertificates = async (url) =>
      writeUtf8(writePem('CERTIFICATE', await authority.fetchCertificates(url)))
    for (const fetchCertificates of [authority.fetchCertificates, asPem]) {
      expect(saysOk(await check(person, { material, sources: { fetchCertificates } }))).toBe(true)
    }
    expect(saysOk(await check(person, { material }))).toBe(false)
  })

  it('the one of two cross-certified ways that is in order', async () => {
    const other = await startTimeline()
    const issuing = certificateOf(line.authority.issuing)
    const otherRoot = certificateOf(other.authority.root)
    const cross = await buildCertificate(
      {
        subject: nameOf(issuing.subject),
        issuer: nameOf(otherRoot.subject),
        serial: '0b',
        notBefore: day(-1),
        notAfter: day(300),
        spki: issuing.publicKey.spki,
        extensions: { ...authorityUse, subjectKeyId: issuing.subjectKeyId ?? '' },
      },
      other.authority.root.signer,
    )
    const ended = readTrustStore(other.authority.root.certificate, { validUntil: day(-1) })
    const own = line.person.chain[0] ?? new Uint8Array(0)
    const ways = { certificates: [own, cross, line.authority.issuing.certificate] }
    const judge = (trust: TrustStore) => check(line.person, { trust, material: ways })
    expect(troublesOf(await judge(ended))).toEqual(['NO_CERTIFICATE_CHAIN_FOUND_NO_POE'])
    for (const trust of [
      [...ended, ...trusting(root)],
      [...trusting(root), ...ended],
    ])
      expect(troublesOf(await judge(trust))).toEqual([])
  })
})

describe('what it refuses', () => {
  it.each<[string, () => Promise<TestIdentity>, string, string]>([
    [
      'a certificate whose signature nobody can compute',
      async () => forgeIdentity(await line.authority.issue({ commonName: 'kẻ giả', issuer: root })),
      'not-checked pki/signature-not-checked',
      'path[0]',
    ],
    [
      'an issuer that is no authority',
      async () => issueBelow({ basicConstraints: { isCa: false } }),
      'failed pki/path-not-authority',
      'path[1]',
    ],
    [
      'an authority whose key may not sign certificates',
      async () => issueBelow({ keyUsage: ['cRLSign'] }),
      'failed pki/path-key-usage',
      'path[1]',
    ],
    [
      'more authorities than one above allows',
      async () => issueBelow({}, {}, line.authority.issuing),
      'failed pki/path-too-long',
      'path[2]',
    ],
    [
      'a name outside the permitted ones',
      async () =>
        issueBelow(
          {
            nameConstraints: {
              permitted: [{ kind: 'dns', value: 'vidu.vn' }],
            },
          },
          { subjectAltNames: [{ kind: 'dns', value: 'khac.vn' }] },
        ),
      'failed pki/path-name-constraints',
      'path[0]',
    ],
    [
      'a policy that is demanded and not there',
      async () => issueBelow({ policyConstraints: { requireExplicitPolicy: 0 } }),
      'failed pki/path-policy',
      'path',
    ],
    [
      'a critical extension that nobody knows',
      async () =>
        issueBelow(
          {},
          {
            others: [{ oid: '1.3.6.1.4.1.32473.9', isCritical: true, value: Uint8Array.of(5, 0) }],
          },
        ),
      'failed pki/path-extension-unknown',
      'path[0]',
    ],
    [
      'an authority whose time is over',
      async () => issueBelow({}, {}, root, { to: 0.5 }),
      'failed pki/path-expired',
      'path[1]',
    ],
    [
      'an authority whose time has not come',
      async () => issueBelow({}, {}, root, { from: 20 }),
      'failed pki/path-not-yet-valid',
      'path[1]',
    ],
  ])('%s', async (_, make, code, place) => {
    const outcome = await check(await make())
    expect([troublesOf(outcome)[0], saysOk(outcome)]).toEqual(['CERTIFICATE_CHAIN_GENERAL_FAILURE', false])
    const places = outcome.findings.map((finding) => `${inShort([finding])} ${finding.place}`)
    expect(places).toContain(`${code} ${place}`)
  })

  it('a document signed with a forged certificate below the trusted root', async () => {
    const person = forgeIdentity(await line.authority.issue({ commonName: 'kẻ giả', issuer: root }))
    const signed = await signWhole({ authority: line.authority, person })
    const { document } = await createVerifier({ trust: trusting(root) }).verify(signed, { at: signedAt })
    expect(document).toMatchObject({
      indication: 'INDETERMINATE',
      subIndication: 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
    })
  })

  it('a chain that ends at no trusted root', async () => {
    const outcome = await check(line.person, { trust: [] })
    expect([outcome.path, troublesOf(outcome)]).toEqual([undefined, ['NO_CERTIFICATE_CHAIN_FOUND']])
    expect(inShort(outcome.findings)).toEqual(['failed chain-not-found'])
  })

  it('a certificate that vouches for itself', async () => {
    const outcome = await check(root, { trust: [] })
    expect(troublesOf(outcome)).toEqual(['CHAIN_CONSTRAINTS_FAILURE'])
    expect(inShort(outcome.findings)).toEqual(['failed chain-self-signed'])
  })

  it('trust for timestamps where it is about signatures', async () => {
    const trust = readTrustStore(root.certificate, { purposes: ['timestamp'] })
    expect(troublesOf(await check(line.person, { trust }))).toEqual(['NO_CERTIFICATE_CHAIN_FOUND'])
  })

  it('to call unrevoked what it did not ask about, because it had ended', async () => {
    const { fetchOcsp, fetchCrl } = line.authority
    const outcome = await check(line.person, { now: day(40), sources: { fetchOcsp, fetchCrl } })
    expect(troublesOf(outcome)).toEqual(['OUT_OF_BOUNDS_NO_POE'])
    expect(outcome.isKnownUnrevoked).toBe(false)
  })
})

describe('edges', () => {
  it.each([
    ['before it begins', { validFrom: day(2) }, false],
    ['on its first moment', { validFrom: day(1) }, true],
    ['on its last moment', { validUntil: day(1) }, true],
    ['after it ends', { validUntil: day(0) }, false],
  ])('trust in the root %s', async (_, period, isTrusted) => {
    const outcome = await check(line.person, { trust: readTrustStore(root.certificate, period) })
    const trouble =
      'validFrom' in period ? 'CERTIFICATE_CHAIN_GENERAL_FAILURE' : 'NO_CERTIFICATE_CHAIN_FOUND_NO_POE'
    expect(troublesOf(outcome)).toEqual(isTrusted ? [] : [trouble])
    expect(saysOk(outcome)).toBe(isTrusted)
    expect(inShort(outcome.findings).includes('failed anchor-out-of-period')).toBe(!isTrusted)
  })

  it('lists every trouble, not only the first', async () => {
    const fresh = await startTimeline()
    fresh.authority.revoke(fresh.person, { revokedAt: day(5) })
    fresh.authority.revoke(fresh.authority.issuing, { revokedAt: day(10) })
    fresh.setClock(day(20))
    const { fetchOcsp, fetchCrl } = fresh.authority
    const outcome = await check(fresh.person, {
      now: day(20),
      trust: trusting(fresh.authority.root),
      sources: { fetchOcsp, fetchCrl },
    })
    expect(outcome.troubles).toEqual([
      { subIndication: 'REVOKED_CA_NO_POE', since: day(10) },
      { subIndication: 'REVOKED_NO_POE', since: day(5) },
    ])
  })

  it('says that a source of issuers could not be reached, and asks it once', async () => {
    let asked = 0
    const fetchCertificates: FetchCertificates = () => {
      asked += 1
      return Promise.reject(new Error('no answer'))
    }
    const material = { certificates: line.person.chain.slice(0, 1) }
    const inquiry = inquiryOf({
      now: day(1),
      trust: trusting(root),
      material,
      sources: { fetchCertificates },
    })
    const question = { purpose: 'signing', moment: momentAt(day(1)) } as const
    const ask = () => checkChain({ certificate: certificateOf(line.person), ...question }, inquiry)
    expect(inShort((await ask()).findings)).toEqual(['warning source-unreachable', 'failed chain-not-found'])
    await ask()
    expect(asked).toBe(1)
  })

  it('takes a loop of authorities that certify each other in its stride', async () => {
    const name = { commonName: 'vòng', extensions: authorityUse }
    const first = await line.authority.issue({ ...name, issuer: root })
    const second = await line.authority.issue({ ...name, commonName: 'quay', issuer: first })
    const person = await line.authority.issue({ commonName: 'trong vòng', issuer: second })
    const back = await line.authority.issue({ ...name, issuer: second })
    const material = { certificates: [...person.chain, back.certificate] }
    expect(saysOk(await check(person, { material }))).toBe(true)
    const lost = await check(person, { material, trust: [] })
    expect(troublesOf(lost)).toEqual(['NO_CERTIFICATE_CHAIN_FOUND'])
  })

  it('tells that the search stopped at its bounds', async () => {
    const more: Uint8Array[] = []
    let issuer = root
    for (let depth = 0; depth < 12; depth += 1) {
      issuer = await line.authority.issue({ commonName: `tầng ${depth}`, issuer, extensions: authorityUse })
      more.push(issuer.certificate)
    }
    const person = await line.authority.issue({ commonName: 'sâu', issuer })
    const outcome = await check(person, { material: { certificates: [...person.chain, ...more] } })
    expect(inShort(outcome.findings)).toEqual(['warning chain-search-bounded', 'failed chain-not-found'])
  })
})

describe('what it must not touch', () => {
  it('leaves the trust store as it is, whatever is fetched', async () => {
    const trust = trusting(root)
    const copy = [...trust]
    await check(line.person, { trust, sources: { fetchCertificates: line.authority.fetchCertificates } })
    expect(trust).toEqual(copy)
  })
})
