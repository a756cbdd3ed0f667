import { beforeAll, describe, expect, it } from 'vitest'
import {
  createTestAuthority,
  type IssueInput,
  type TestAuthority,
  type TestIdentity,
} from '../../../src/adapters/test-authority.ts'
import { instant } from '../../../src/date.ts'
import {
  type Certificate,
  checkPath,
  findPaths,
  type PathCheck,
  type PathOutcome,
  readCertificate,
  readCertificates,
} from '../../../src/pki/index.ts'
import type { ExtensionsInput } from '../../../src/pki/issue/index.ts'
import { pkiVector } from '../../kit/pki-vectors.ts'

const at = instant('2026-11-20T08:00:00Z')
let authority: TestAuthority

beforeAll(async () => {
  authority = await createTestAuthority({ now: () => at })
})

const authorityUse = { basicConstraints: { isCa: true }, keyUsage: ['keyCertSign', 'cRLSign'] } as const

/** An authority below another one, the root when none is given. */
function makeAuthority(commonName: string, extensions: ExtensionsInput = {}, issuer?: TestIdentity) {
  const input: IssueInput = {
    commonName,
    issuer: issuer ?? authority.root,
    extensions: { ...authorityUse, ...extensions },
  }
  return authority.issue(input)
}

/** The path of an identity up to the root. */
function pathOf({ chain }: TestIdentity): readonly Certificate[] {
  return readCertificates([...chain, authority.root.certificate])
}

/** Codes with the place of each. */
function placesOf({ findings }: PathOutcome): readonly string[] {
  return findings.map(({ code, place }) => `${code} ${place}`)
}

/** What is wrong with the path of an identity. */
async function judge(identity: TestIdentity, check: Partial<PathCheck> = {}): Promise<readonly string[]> {
  return placesOf(await checkPath(pathOf(identity), { at, ...check }))
}

describe('what it gives', () => {
  it('finds nothing wrong with a proper path', async () => {
    expect(await judge(await authority.issue({ commonName: 'signer' }))).toEqual([])
  })

  it('takes a root alone for a path', async () => {
    const root = readCertificate(authority.root.certificate)
    expect(await checkPath([root], { at })).toEqual({ findings: [], policies: [] })
  })

  it('finds nothing wrong with the path of OpenSSL but what its constraints forbid', async () => {
    const [ca, root] = readCertificates([pkiVector('ca.cer'), pkiVector('root.cer')])
    const leaf = readCertificate(pkiVector('p256.cer'))
    if (ca === undefined || root === undefined) throw new Error('no path')
    const later = leaf.notBefore
    expect(placesOf(await checkPath([leaf, ca, root], { at: later }))).toEqual([])
  })
})

describe('what it finds in a certificate', () => {
  it('a period that has not begun or is over, for every certificate but the root', async () => {
    const signer = await authority.issue({ commonName: 'signer' })
    expect(await judge(signer, { at: instant('2026-11-01T00:00:00Z') })).toEqual([
      'pki/path-not-yet-valid path[0]',
      'pki/path-not-yet-valid path[1]',
    ])
    expect(await judge(signer, { at: instant('2099-01-01T00:00:00Z') })).toEqual([
      'pki/path-expired path[0]',
      'pki/path-expired path[1]',
    ])
  })

  it('a signature of another key under the right name', async () => {
    const other = await createTestAuthority({ now: () => at })
    const { certificate } = await other.issue({ commonName: 'stranger' })
    const [, issuing, root] = pathOf(await authority.issue({ commonName: 'signer' }))
    if (issuing === undefined || root === undefined) throw new Error('no path')
    const path = [readCertificate(certificate), issuing, root]
    expect(placesOf(await checkPath(path, { at }))).toEqual(['pki/signature-invalid path[0]'])
  })

  it('names that do not chain', async () => {
    const [leaf, issuing, root] = pathOf(await authority.issue({ commonName: 'signer' }))
    if (leaf === undefined || issuing === undefined || root === undefined) throw new Error('no path')
    const codes = placesOf(await checkPath([leaf, { ...issuing, subject: leaf.subject }, root], { at }))
    expect(codes).toEqual(['pki/path-name-chain path[0]'])
  })

  it('a critical extension that is not understood; the same one not critical is passed over', async () => {
    const other = (isCritical: boolean) => ({
      oid: '1.3.6.1.4.1.32473.7',
      isCritical,
      value: Uint8Array.of(5, 0),
    })
    const issue = (isCritical: boolean) =>
      authority.issue({ commonName: 'x', extensions: { others: [other(isCritical)] } })
    expect(await judge(await issue(true))).toEqual(['pki/path-extension-unknown path[0]'])
    expect(await judge(await issue(false))).toEqual([])
  })

  it('an extension that comes twice or cannot be read', async () => {
    const twice = { oid: '2.5.29.15', isCritical: true, value: Uint8Array.of(3, 2, 6, 0x40) }
    const broken = { oid: '2.5.29.32', isCritical: false, value: Uint8Array.of(2, 1, 1) }
    expect(await judge(await authority.issue({ commonName: 'x', extensions: { others: [twice] } }))).toEqual([
      'pki/path-extension-broken path[0]',
    ])
    expect(await judge(await authority.issue({ commonName: 'x', extensions: { others: [broken] } }))).toEqual(
      ['pki/path-extension-broken path[0]'],
    )
  })
})

describe('what it finds in an authority', () => {
  it('that it is none, or that its key may not sign certificates', async () => {
    const person = await authority.issue({ commonName: 'person' })
    const below = await authority.issue({ commonName: 'below', issuer: person })
    const findings = await judge(below)
    expect(findings).toContain('pki/path-not-authority path[1]')
    expect(findings).toContain('pki/path-key-usage path[1]')
  })

  it('that more authorities follow than it allows', async () => {
    const narrow = await makeAuthority('narrow', { basicConstraints: { isCa: true, pathLength: 0 } })
    const below = await makeAuthority('below', {}, narrow)
    expect(await judge(await authority.issue({ commonName: 'direct', issuer: narrow }))).toEqual([])
    expect(await judge(await authority.issue({ commonName: 'too far', issuer: below }))).toEqual([
      'pki/path-too-long path[2]',
    ])
  })
})

describe('what it finds in names', () => {
  const within = [
    ['C', 'VN'],
    ['O', 'motcua test'],
    ['OU', 'Sở Tư pháp thử'],
  ] as const

  it('a subject outside the permitted subtree, and one inside it', async () => {
    const nameConstraints = { permitted: [{ kind: 'directory', name: within }] } as const
    const issuer = await makeAuthority('constrained', { nameConstraints })
    const inside = await authority.issue({
      commonName: 'a',
      nameAttributes: [['OU', 'SỞ TƯ PHÁP  THỬ']],
      issuer,
    })
    const outside = await authority.issue({ commonName: 'b', issuer })
    expect(await judge(inside)).toEqual([])
    expect(await judge(outside)).toEqual(['pki/path-name-constraints path[0]'])
  })

  it('hosts, mailboxes, addresses and URIs by their own rules', async () => {
    const nameConstraints = {
      permitted: [
        { kind: 'dns', value: 'motcua.test' },
        { kind: 'email', value: '.motcua.test' },
        { kind: 'uri', value: '.motcua.test' },
      ],
      excluded: [{ kind: 'ip', octets: Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0) }],
    } as const
    const issuer = await makeAuthority('hosts', { nameConstraints })
    const judgeNames = async (...subjectAltNames: NonNullable<ExtensionsInput['subjectAltNames']>) =>
      judge(await authority.issue({ commonName: 'c', issuer, extensions: { subjectAltNames } }))
    const isRefused = ['pki/path-name-constraints path[0]']
    expect(await judgeNames({ kind: 'dns', value: 'a.MOTCUA.test' })).toEqual([])
    expect(await judgeNames({ kind: 'dns', value: 'notmotcua.test' })).toEqual(isRefused)
    expect(await judgeNames({ kind: 'email', value: 'x@mail.motcua.test' })).toEqual([])
    expect(await judgeNames({ kind: 'email', value: 'x@motcua.test' })).toEqual(isRefused)
    expect(await judgeNames({ kind: 'uri', value: 'https://a.motcua.test:8443/x' })).toEqual([])
    expect(await judgeNames({ kind: 'uri', value: 'https://motcua.test@evil.test/' })).toEqual(isRefused)
    expect(await judgeNames({ kind: 'uri', value: 'urn:x' })).toEqual(isRefused)
    expect(await judgeNames({ kind: 'ip', octets: Uint8Array.of(11, 0, 0, 1) })).toEqual([])
    expect(await judgeNames({ kind: 'ip', octets: Uint8Array.of(10, 9, 9, 9) })).toEqual(isRefused)
  })

  it('constraints made to exhaust the time of whoever checks them, as not checked', async () => {
    const many = Array.from(
      { length: 600 },
      (_, at) => ({ kind: 'dns', value: `h${at}.motcua.test` }) as const,
    )
    const issuer = await makeAuthority('many', { nameConstraints: { permitted: many } })
    const identity = await authority.issue({ commonName: 'd', issuer, extensions: { subjectAltNames: many } })
    expect(await judge(identity)).toEqual(['pki/path-name-constraints-not-checked path[0]'])
  })
})

describe('what it makes of policies', () => {
  const [A, B, ANY] = ['1.3.6.1.4.1.32473.1.10', '1.3.6.1.4.1.32473.1.11', '2.5.29.32.0']

  /** The outcome of a path with these policies, from the authority downwards. */
  async function policiesOf(
    extensions: ExtensionsInput,
    leaf: readonly string[],
    check: Partial<PathCheck> = {},
  ) {
    const issuer = await makeAuthority('policy', extensions)
    const policies = leaf.length === 0 ? {} : { policies: leaf }
    const identity = await authority.issue({ commonName: 'e', issuer, extensions: policies })
    const outcome = await checkPath(pathOf(identity), { at, ...check })
    return { policies: outcome.policies, places: placesOf(outcome) }
  }

  it('gives what both authority and certificate say', async () => {
    expect(await policiesOf({ policies: [A, B] }, [A])).toEqual({ policies: [A], places: [] })
    expect(await policiesOf({ policies: [ANY] }, [A])).toEqual({ policies: [A], places: [] })
    expect(await policiesOf({ policies: [A] }, [ANY])).toEqual({ policies: [A], places: [] })
    expect(await policiesOf({ policies: [A] }, [B])).toEqual({ policies: [], places: [] })
    expect(await policiesOf({}, [A])).toEqual({ policies: [], places: [] })
  })

  it('wants a policy when the authority or the caller demands one', async () => {
    const demand = { policies: [A], policyConstraints: { requireExplicitPolicy: 0 } }
    expect((await policiesOf(demand, [A])).places).toEqual([])
    expect((await policiesOf(demand, [B])).places).toEqual(['pki/path-policy path'])
    expect((await policiesOf({ policies: [A] }, [], { requiresPolicy: true })).places).toEqual([
      'pki/path-policy path',
    ])
    const wanted = { requiresPolicy: true, acceptablePolicies: [B] }
    expect((await policiesOf({ policies: [A] }, [A], wanted)).places).toEqual(['pki/path-policy path'])
    expect((await policiesOf({ policies: [B] }, [B], wanted)).policies).toEqual([B])
  })

  it('follows a mapping, unless mapping is inhibited', async () => {
    const mapped = { policies: [A], policyMappings: [[A, B]] } as const
    expect((await policiesOf(mapped, [B])).policies).toEqual([A])
    expect((await policiesOf(mapped, [A])).policies).toEqual([])
    expect((await policiesOf(mapped, [B], { inhibitsMapping: true })).policies).toEqual([])
    expect((await policiesOf({ ...mapped, policyMappings: [[A, ANY]] }, [A])).places).toEqual([
      'pki/path-policy-mapping path',
    ])
  })

  it('lets any policy stand for all only where that is not inhibited', async () => {
    expect((await policiesOf({ policies: [A], inhibitAnyPolicy: 0 }, [ANY])).policies).toEqual([])
    expect((await policiesOf({ policies: [A] }, [ANY], { inhibitsAnyPolicy: true })).policies).toEqual([])
  })

  it('takes thousands of policies with mappings on to thousands in stride', async () => {
    const oids = Array.from({ length: 2000 }, (_, index) => `1.3.6.1.4.1.32473.2.${index}`)
    const pairs = oids.map((oid, index) => [oid, oids[(index + 1) % oids.length] ?? oid] as const)
    const first = await makeAuthority('many 1', { policies: oids, policyMappings: pairs })
    const second = await makeAuthority('many 2', { policies: oids, policyMappings: pairs }, first)
    const identity = await authority.issue({
      commonName: 'f',
      issuer: second,
      extensions: { policies: oids },
    })
    const started = performance.now()
    const { policies } = await checkPath(pathOf(identity), { at })
    expect(policies).toHaveLength(2000)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('what it finds of paths', () => {
  it('the path from the signer to the root, whatever else is at hand', async () => {
    const identity = await authority.issue({ commonName: 'signer' })
    const noise = [pkiVector('rsa.cer'), pkiVector('ca.cer'), authority.timestamping.certificate]
    const { paths, isComplete } = await findPaths(readCertificate(identity.certificate), {
      anchors: readCertificates([authority.root.certificate, pkiVector('root.cer')]),
      certificates: readCertificates([...noise, ...identity.chain]),
    })
    expect(isComplete).toBe(true)
    expect(paths.map((path) => path.map(({ sha256 }) => sha256))).toEqual([
      pathOf(identity).map(({ sha256 }) => sha256),
    ])
  })

  it('the right one among several roots of one name', async () => {
    const others = await Promise.all([1, 2, 3].map(() => createTestAuthority({ now: () => at })))
    const identity = await authority.issue({ commonName: 'signer' })
    const anchors = readCertificates([
      ...others.map(({ root }) => root.certificate),
      authority.root.certificate,
    ])
    const certificates = readCertificates([
      ...others.map(({ issuing }) => issuing.certificate),
      ...identity.chain,
    ])
    const { paths } = await findPaths(readCertificate(identity.certificate), { anchors, certificates })
    expect(paths).toHaveLength(1)
    expect(paths[0]?.at(-1)?.sha256).toBe(anchors.at(-1)?.sha256)
  })

  it('how far the way leads when no root is trusted', async () => {
    const identity = await authority.issue({ commonName: 'signer' })
    const certificates = readCertificates([...identity.chain, authority.root.certificate])
    const outcome = await findPaths(readCertificate(identity.certificate), { anchors: [], certificates })
    expect(outcome.paths).toEqual([])
    expect(outcome.longest).toHaveLength(3)
  })

  it('a trusted certificate itself as the shortest path', async () => {
    const root = readCertificate(authority.root.certificate)
    expect((await findPaths(root, { anchors: [root] })).paths).toEqual([[root]])
  })
})
