import { beforeAll, describe, expect, it } from 'vitest'
import type { TestIdentity } from '../../../src/adapters/test-authority.ts'
import type { Instant } from '../../../src/date.ts'
import { buildOcspRequest, type FetchCrl, type FetchOcsp } from '../../../src/pki/index.ts'
import { buildCrl, buildOcspResponse } from '../../../src/pki/issue/index.ts'
import { checkRevocation } from '../../../src/validation/checks/revocation.ts'
import { createProofs } from '../../../src/validation/facts/evidence.ts'
import { keyOf } from '../../../src/validation/facts/evidence-key.ts'
import { createVerifier, etsiPolicy } from '../../../src/validation/index.ts'
import { certificateOf, factsOf, inquiryOf, inShort, momentAt, trusting } from '../../kit/inquiry.ts'
import { codesOf, day, startTimeline, type Timeline } from '../../kit/timeline.ts'

let line: Timeline
let signed: Uint8Array
beforeAll(async () => {
  line = await startTimeline()
  signed = await line.sign()
})

const required = { ...etsiPolicy, revocation: 'required' as const }
const silent = () => Promise.reject(new Error('no answer in time'))
const noise = async () => Uint8Array.of(48, 3, 2, 1, 1)

describe('what it gives', () => {
  it('good by OCSP alone, and by CRL alone', async () => {
    const { fetchOcsp, fetchCrl } = line.authority
    for (const sources of [{ fetchOcsp, fetchCrl }, { fetchCrl }]) {
      const report = await line.judge(signed, { at: day(1), sources, policy: required })
      expect([report.indication, codesOf(report, 'failed', 'not-checked')]).toEqual(['TOTAL-PASSED', []])
    }
  })

  it('asks each address once, and nothing where the document brings what is needed', async () => {
    const asked: string[] = []
    const fetchOcsp: FetchOcsp = (url, request) => {
      asked.push(url)
      return line.authority.fetchOcsp(url, request)
    }
    const fetchCrl: FetchCrl = (url) => {
      asked.push(url)
      return line.authority.fetchCrl(url)
    }
    await line.judge(signed, { at: day(1), sources: { fetchOcsp, fetchCrl } })
    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked).size).toBe(asked.length)
    line.setClock(day(0))
    const archived = await line.sign({ level: 'B-LT' })
    asked.length = 0
    await line.judge(archived, { at: day(0.01), sources: { fetchOcsp, fetchCrl } })
    expect(asked).toEqual([])
  })
})

describe('what it refuses', () => {
  it('to call good what nobody answered for, where the policy wants an answer', async () => {
    const report = await line.judge(signed, { at: day(1), policy: required })
    expect(report.indication).toBe('INDETERMINATE')
    expect(codesOf(report, 'failed')).toContain('validation/revocation-required')
  })

  it('an answer that is noise: it is no answer', async () => {
    const sources = { fetchOcsp: noise, fetchCrl: noise }
    const report = await line.judge(signed, { at: day(1), sources, policy: required })
    expect(codesOf(report, 'failed')).toContain('validation/revocation-required')
  })

  it('an answer of another authority', async () => {
    const other = await startTimeline()
    const sources = { fetchOcsp: other.authority.fetchOcsp, fetchCrl: () => other.authority.buildCrl() }
    const report = await line.judge(signed, { at: day(1), sources, policy: required })
    expect(report.indication).toBe('INDETERMINATE')
  })
})

describe('edges', () => {
  it('a source that cannot be reached is a warning that says so, and not a pass by itself', async () => {
    const sources = { fetchOcsp: silent, fetchCrl: silent }
    const report = await line.judge(signed, { at: day(1), sources })
    expect(codesOf(report, 'warning')).toContain('validation/revocation-unreachable')
    expect(codesOf(report, 'not-checked')).toContain('validation/revocation-none')
    const strict = await line.judge(signed, { at: day(1), sources, policy: required })
    expect(strict.indication).toBe('INDETERMINATE')
  })

  it('a list where the responder is silent', async () => {
    const sources = { fetchOcsp: silent, fetchCrl: line.authority.fetchCrl }
    const report = await line.judge(signed, { at: day(1), sources, policy: required })
    expect(report.indication).toBe('TOTAL-PASSED')
    expect(codesOf(report, 'warning')).toContain('validation/revocation-unreachable')
  })
})

/** Where the first time of an encoding has its last digit: another one there leaves all readable, and breaks the signature. */
function findSecond(der: Uint8Array): number {
  const at = der.findIndex((tag, index) => {
    const [length, end] = tag === 0x17 ? [13, 14] : [15, 16]
    return (tag === 0x17 || tag === 0x18) && der[index + 1] === length && der[index + end] === 0x5a
  })
  if (at < 0) throw new Error('no time')
  return at + (der[at] === 0x17 ? 13 : 15)
}

describe('a security store with damaged revocation data', () => {
  /** A document at B-LT with one octet of every OCSP answer and CRL turned, or their first octet. */
  async function damagedStore(place: 'signature' | 'structure') {
    line.setClock(day(0))
    const document = (await line.sign({ level: 'B-LT' })).slice()
    const store = factsOf(document).securityStore
    const parts = [...(store?.crls ?? []), ...(store?.ocsps ?? [])]
    for (const { bytes } of parts) {
      const start = Buffer.from(document).lastIndexOf(Buffer.from(bytes))
      if (start < 0) throw new Error('the store is compressed')
      const offset = place === 'signature' ? findSecond(bytes) : 0
      document[start + offset] = (document[start + offset] ?? 0) ^ 1
    }
    return document
  }

  it('is no pass by itself, and none at all where what a source answers says revoked', async () => {
    const document = await damagedStore('signature')
    const alone = await line.judge(document, { at: day(0.01) })
    expect([alone.indication, alone.subIndication]).toEqual([
      'INDETERMINATE',
      'CERTIFICATE_CHAIN_GENERAL_FAILURE',
    ])
    expect(codesOf(alone, 'failed')).toContain('validation/revocation-unusable')
    for (const fetchCrl of [silent, noise]) {
      const report = await line.judge(document, { at: day(0.01), sources: { fetchCrl } })
      expect(report.subIndication).toBe('CERTIFICATE_CHAIN_GENERAL_FAILURE')
    }
    const other = await startTimeline()
    const fetchCrl = () => other.authority.buildCrl()
    expect((await line.judge(document, { at: day(0.01), sources: { fetchCrl } })).indication).toBe(
      'INDETERMINATE',
    )
  })

  it('is asked about elsewhere: what a source answers decides, the damage is a warning', async () => {
    const document = await damagedStore('signature')
    const { fetchOcsp, fetchCrl } = line.authority
    const report = await line.judge(document, { at: day(0.01), sources: { fetchOcsp, fetchCrl } })
    expect([report.indication, codesOf(report, 'failed')]).toEqual(['TOTAL-PASSED', []])
    expect(codesOf(report, 'warning')).toContain('validation/revocation-damaged')
    // What was fetched makes no B-LT: it does not stand in the document.
    expect(report.level).toBe('B-T')
  })

  it('is told for the document where it cannot even be read', async () => {
    const document = await damagedStore('structure')
    const trust = trusting(line.authority.root)
    const { document: whole } = await createVerifier({ trust }).verify(document, { at: day(0.01) })
    const found = whole.findings.find(({ code }) => code === 'validation/revocation-unreadable')
    expect([found?.outcome, found?.place]).toEqual(['warning', 'document'])
    const required = { ...etsiPolicy, revocation: 'required' as const }
    expect((await line.judge(document, { at: day(0.01), policy: required })).indication).toBe('INDETERMINATE')
  })
})

describe('what is said of one certificate', () => {
  const nameOf = () => certificateOf(line.authority.issuing).subject.relativeNames.flat()
  type Lists = Partial<Parameters<typeof buildCrl>[0]>
  /** A CRL of the issuing authority, or of somebody else in its name. */
  const crlOf = (
    { isOpen = false, ...more }: Lists & { readonly isOpen?: boolean } = {},
    by: TestIdentity = line.authority.issuing,
  ) =>
    buildCrl(
      {
        issuer: nameOf().map(({ type, value }) => [type, value] as const),
        thisUpdate: day(0),
        ...(isOpen ? {} : { nextUpdate: day(7) }),
        revoked: [],
        authorityKeyId: certificateOf(line.authority.issuing).subjectKeyId ?? '',
        ...more,
      },
      by.signer,
    )
  const revoked = (revokedAt: Instant) => ({
    revoked: [{ serial: certificateOf(line.person).serial, revokedAt, reason: 'keyCompromise' as const }],
  })
  /** An OCSP answer about the person. */
  const ocspOf = (status: 'good' | 'unknown' | 'revoked', by: TestIdentity = line.authority.responding) => {
    const [certificate, issuer] = [line.person, line.authority.issuing].map(certificateOf)
    if (certificate === undefined || issuer === undefined) throw new Error('no certificate')
    const answer = () => (status === 'revoked' ? { status, revokedAt: day(0) } : { status })
    const times = { producedAt: day(0), thisUpdate: day(0), nextUpdate: day(7) }
    return buildOcspResponse(
      { request: buildOcspRequest({ certificate, issuer }), ...times, answer },
      by.signer,
    )
  }

  /** The same with a signature that does not hold. */
  const damaged = (der: Uint8Array) => {
    const second = findSecond(der)
    return der.map((octet, index) => (index === second ? octet ^ 1 : octet))
  }

  /** Status and findings on a day, by what is at hand. */
  async function ask(
    { crls = [], ocsps = [] }: { crls?: Uint8Array[]; ocsps?: Uint8Array[] },
    { at = 1, ...policy }: { at?: number; revocation?: 'required'; revocationAgeHours?: number } = {},
    place = 'path[0]',
  ) {
    const [certificate, issuer] = [line.person, line.authority.issuing].map(certificateOf)
    if (certificate === undefined || issuer === undefined) throw new Error('no certificate')
    const inquiry = inquiryOf({ now: day(at), policy, material: { crls, ocsps } })
    const { status, findings, ...rest } = await checkRevocation(
      { certificate, issuer, place },
      momentAt(day(at)),
      inquiry,
    )
    return { said: [status, ...inShort(findings)], findings, ...rest }
  }

  it('good: nothing to say', async () => {
    expect((await ask({ crls: [await crlOf()] })).said).toEqual(['good'])
    expect((await ask({ ocsps: [await ocspOf('good')] })).said).toEqual(['good'])
  })

  it('revoked: when and why, of the signer and of an authority', async () => {
    const crls = [await crlOf(revoked(day(0)))]
    const own = await ask({ crls })
    expect(own.said).toEqual(['revoked', 'failed revoked'])
    expect(own).toMatchObject({ revokedAt: day(0), reason: 'keyCompromise' })
    expect(own.findings[0]).toMatchObject({
      place: 'path[0]',
      facts: { revokedAt: day(0), reason: 'keyCompromise' },
    })
    expect((await ask({ crls }, {}, 'path[1]')).said).toEqual(['revoked', 'failed authority-revoked'])
  })

  it('revoked, whatever else says good', async () => {
    const found = await ask({ crls: [await crlOf()], ocsps: [await ocspOf('good'), await ocspOf('revoked')] })
    expect(found.said).toEqual(['revoked', 'failed revoked'])
  })

  it('not revoked before the day of revocation', async () => {
    const crls = [await crlOf(revoked(day(2)))]
    expect((await ask({ crls }, { at: 1 })).said).toEqual(['good'])
    expect((await ask({ crls }, { at: 2 })).said[0]).toBe('revoked')
  })

  it('a suspension that newer data no longer name, as lifted; every other reason stands', async () => {
    const held = (reason: 'certificateHold' | 'keyCompromise') => {
      const { serial } = certificateOf(line.person)
      return crlOf({ revoked: [{ serial, revokedAt: day(-1), reason }], thisUpdate: day(-1) })
    }
    const newer = await crlOf()
    expect((await ask({ crls: [await held('certificateHold'), newer] })).said).toEqual(['good'])
    expect((await ask({ crls: [await held('certificateHold')] })).said[0]).toBe('revoked')
    expect((await ask({ crls: [await held('keyCompromise'), newer] })).said[0]).toBe('revoked')
    const again = await crlOf({
      revoked: [{ serial: certificateOf(line.person).serial, revokedAt: day(0), reason: 'certificateHold' }],
    })
    const older = await crlOf({ thisUpdate: day(-1) })
    expect((await ask({ crls: [older, again] })).said[0]).toBe('revoked')
  })

  it('a suspension that was lifted, against what was signed while it lasted', async () => {
    const [certificate, issuer] = [line.person, line.authority.issuing].map(certificateOf)
    if (certificate === undefined || issuer === undefined) throw new Error('no certificate')
    const hold = { serial: certificate.serial, revokedAt: day(1), reason: 'certificateHold' as const }
    const crls = [await crlOf({ revoked: [hold], thisUpdate: day(1) }), await crlOf({ thisUpdate: day(3) })]
    const statusOf = async (usedOn: number) => {
      const moment = { at: day(4), usedAt: day(usedOn), proofs: undefined }
      const inquiry = inquiryOf({ now: day(4), material: { crls } })
      return (await checkRevocation({ certificate, issuer, place: 'path[0]' }, moment, inquiry)).status
    }
    expect([await statusOf(0.5), await statusOf(2), await statusOf(3.5)]).toEqual(['good', 'revoked', 'good'])
  })

  it('too old: a failure where the policy wants data, a warning where it does not, with the day', async () => {
    const crls = [await crlOf()]
    expect(await ask({ crls }, { at: 8 })).toMatchObject({
      said: ['stale', 'warning revocation-aged'],
      staleSince: day(7),
    })
    expect((await ask({ crls }, { at: 8, revocation: 'required' })).said).toEqual([
      'stale',
      'failed revocation-stale',
    ])
    expect((await ask({ crls }, { at: 7 })).said).toEqual(['good'])
  })

  it('old by the age of the policy where no next update is named', async () => {
    const list = await crlOf({ isOpen: true })
    expect((await ask({ crls: [list] }, { at: 1, revocationAgeHours: 24 })).said).toEqual(['good'])
    expect((await ask({ crls: [list] }, { at: 1, revocationAgeHours: 23 })).said[0]).toBe('stale')
  })

  it('data that do not hold: a failure, and why', async () => {
    const stranger = await line.authority.issue({ commonName: 'người lạ' })
    expect((await ask({ crls: [await crlOf({}, stranger)] })).said).toEqual([
      'unusable',
      'failed revocation-unusable',
      'warning pki/signature-invalid',
    ])
    const { said } = await ask({ ocsps: [await ocspOf('good', stranger)] })
    expect(said.slice(0, 2)).toEqual(['unusable', 'failed revocation-unusable'])
    expect(said.some((each) => each.startsWith('warning pki/ocsp-responder'))).toBe(true)
  })

  it('data that hold beside damaged ones: they decide, and a warning tells what was left out', async () => {
    const good = await crlOf()
    const lists = { crls: [good, damaged(await crlOf({ crlNumber: 7 }))] }
    const answers = { crls: [good], ocsps: [damaged(await ocspOf('revoked'))] }
    for (const material of [lists, answers]) {
      const { said, findings } = await ask(material)
      expect(said).toEqual(['good', 'warning revocation-damaged'])
      expect(findings[0]?.facts).toMatchObject({ damaged: 1, codes: ['pki/signature-invalid'] })
    }
    const revoking = { crls: [damaged(good)], ocsps: [await ocspOf('revoked')] }
    expect((await ask(revoking)).said).toEqual(['revoked', 'failed revoked', 'warning revocation-damaged'])
    const both = { crls: [good], ocsps: [await ocspOf('unknown')] }
    expect((await ask(both)).findings[0]?.facts).toMatchObject({ codes: ['validation/revocation-unknown'] })
  })

  it('a responder that does not know the certificate', async () => {
    expect((await ask({ ocsps: [await ocspOf('unknown')] })).said).toEqual([
      'unusable',
      'failed revocation-unusable',
      'warning revocation-unknown',
    ])
  })

  it('a list of some reasons only is no answer, unless it says revoked', async () => {
    const scope = { onlySomeReasons: [1] }
    expect((await ask({ crls: [await crlOf({ scope })] })).said).toEqual([
      'none',
      'not-checked revocation-none',
    ])
    expect((await ask({ crls: [await crlOf({ scope, ...revoked(day(0)) })] })).said[0]).toBe('revoked')
  })

  it('a list of the same name by another key of the authority is no answer, one that lies about its key does not hold', async () => {
    const other = (await startTimeline()).authority.issuing
    const authorityKeyId = certificateOf(other).subjectKeyId ?? ''
    expect((await ask({ crls: [await crlOf({ authorityKeyId }, other)] })).said[0]).toBe('none')
    expect((await ask({ crls: [await crlOf({}, other)] })).said[0]).toBe('unusable')
  })

  it.each([
    ['a list of authorities', { scope: { only: 'authority' as const } }],
    ['a list of changes', { baseCrlNumber: 1, crlNumber: 2 }],
  ])('%s is no answer', async (_, more) => {
    expect((await ask({ crls: [await crlOf(more)] })).said[0]).toBe('none')
  })

  it('nothing: whether the certificate names where to ask, and whether the policy insists', async () => {
    expect((await ask({})).said).toEqual(['none', 'not-checked revocation-none'])
    expect((await ask({}, { revocation: 'required' })).said).toEqual(['none', 'failed revocation-required'])
    const [certificate, issuer] = [line.person, line.authority.issuing].map(certificateOf)
    if (certificate === undefined || issuer === undefined) throw new Error('no certificate')
    const silent = {
      ...certificate,
      crlDistributionPoints: [],
      authorityInfo: { ocspUrls: [], caIssuersUrls: [] },
    }
    const inquiry = inquiryOf({ now: day(1) })
    const { findings } = await checkRevocation(
      { certificate: silent, issuer, place: 'x' },
      momentAt(day(1)),
      inquiry,
    )
    expect(inShort(findings)).toEqual(['not-checked revocation-none-declared'])
  })

  it('in the past only what was proved to be there by then', async () => {
    const [certificate, issuer] = [line.person, line.authority.issuing].map(certificateOf)
    if (certificate === undefined || issuer === undefined) throw new Error('no certificate')
    const crl = await crlOf()
    const at = (since: number) => {
      const proofs = createProofs(day(60))
      proofs.add(keyOf(crl), day(since))
      const moment = { at: day(5), usedAt: day(5), proofs }
      const inquiry = inquiryOf({ now: day(60), material: { crls: [crl] } })
      return checkRevocation({ certificate, issuer, place: 'path[0]' }, moment, inquiry)
    }
    expect([(await at(5)).status, (await at(6)).status]).toEqual(['good', 'none'])
  })
})
