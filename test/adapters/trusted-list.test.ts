import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority, type TestAuthority } from '../../src/adapters/test-authority.ts'
import {
  listTrustAnchors,
  readTrustedList,
  type TrustedListOptions,
} from '../../src/adapters/trusted-list.ts'
import { instant } from '../../src/date.ts'
import { verifyDocument } from '../../src/validation/index.ts'
import { signWhole, startSigning } from '../kit/signed-document.ts'
import { unsignedMarkup, type WrittenList, writeTrustedList } from '../kit/trusted-list.ts'

const at = instant('2026-09-01T09:00')
const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (list: WrittenList, options: Partial<TrustedListOptions> = {}) =>
  readTrustedList(bytesOf(writeTrustedList(list)), { at, ...options })
const refused = (reason: string, place = '') =>
  expect.objectContaining({ code: 'adapters/trusted-list-unreadable', data: { reason, place } })

let authority: TestAuthority
let ca: Uint8Array
let tsa: Uint8Array
beforeAll(async () => {
  authority = await createTestAuthority({ now: () => at })
  ca = authority.root.certificate
  tsa = authority.timestamping.certificate
})

describe('what it gives', () => {
  it('the scheme, the services and what they may vouch for', async () => {
    const list = await read({
      services: [
        { certificates: [ca] },
        { type: 'TSA/QTST', certificates: [tsa] },
        { type: 'Certstatus/OCSP' },
      ],
    })
    expect(list).toMatchObject({
      version: 5,
      sequenceNumber: 7,
      territory: 'VN',
      operatorNames: [{ language: 'en', text: 'Cơ quan thử' }],
      issuedAt: '2026-08-01T07:00:00.000+07:00',
      nextUpdateAt: '2026-12-31T07:00:00.000+07:00',
      providers: [{ names: [{ text: 'Nhà cung cấp thử' }] }],
    })
    expect(list.providers[0]?.services[1]).toMatchObject({
      type: 'http://uri.etsi.org/TrstSvc/Svctype/TSA/QTST',
      isGranted: true,
      supplyPoints: ['http://tsa.example/'],
      keyIds: [Uint8Array.of(1, 2, 3, 4)],
    })
    expect(listTrustAnchors(list)).toMatchObject([
      { purposes: ['signing'], validFrom: '2026-01-01T07:00:00.000+07:00' },
      { purposes: ['timestamp'], validFrom: '2026-01-01T07:00:00.000+07:00' },
    ])
    expect(listTrustAnchors(list).some((anchor) => 'validUntil' in anchor)).toBe(false)
  })

  it('of a service that was withdrawn an anchor until that moment, states that follow each other as one', async () => {
    const list = await read({
      services: [
        {
          certificates: [ca],
          status: 'withdrawn',
          since: '2026-06-01T00:00:00Z',
          history: [
            { status: 'granted', since: '2016-07-01T00:00:00Z' },
            { status: 'undersupervision', since: '2012-01-01T00:00:00Z' },
            { status: 'supervisionceased', since: '2011-01-01T00:00:00Z' },
            { status: 'accredited', since: '2010-01-01T00:00:00Z' },
          ],
        },
      ],
    })
    expect(listTrustAnchors(list)).toMatchObject([
      { validFrom: '2012-01-01T07:00:00.000+07:00', validUntil: '2026-06-01T06:59:59.999+07:00' },
      { validFrom: '2010-01-01T07:00:00.000+07:00', validUntil: '2011-01-01T06:59:59.999+07:00' },
    ])
  })

  it('anchors that the verdict follows: passed while granted, not after the withdrawal', async () => {
    const signing = await startSigning(() => at)
    const root = signing.authority.root.certificate
    const document = await signWhole(signing)
    const judge = async (list: WrittenList) => {
      const trust = listTrustAnchors(await read(list))
      const { fetchOcsp, fetchCrl, fetchCertificates } = signing.authority
      const report = await verifyDocument(document, { at, trust, fetchOcsp, fetchCrl, fetchCertificates })
      return report.signatures[0]?.indication
    }
    expect(await judge({ services: [{ certificates: [root] }] })).toBe('TOTAL-PASSED')
    const withdrawn = { status: 'withdrawn', since: '2026-08-31T00:00:00Z', history: [{}] }
    expect(await judge({ services: [{ certificates: [root], ...withdrawn }] })).toBe('INDETERMINATE')
    expect(await judge({ services: [{ type: 'TSA/QTST', certificates: [root] }] })).toBe('INDETERMINATE')
  })

  it('pointers to other lists and qualifications as data', async () => {
    const pointers = `<PointersToOtherTSL><OtherTSLPointer><ServiceDigitalIdentities><ServiceDigitalIdentity><DigitalId>
<X509Certificate>${Buffer.from(ca).toString('base64')}</X509Certificate></DigitalId></ServiceDigitalIdentity></ServiceDigitalIdentities>
<TSLLocation>https://lotl.example/list.xml</TSLLocation><AdditionalInformation><OtherInformation><SchemeTerritory>EU</SchemeTerritory>
</OtherInformation></AdditionalInformation></OtherTSLPointer></PointersToOtherTSL>`
    const sie = 'http://uri.etsi.org/TrstSvc/SvcInfoExt/eSigDir-1999-93-EC-TrustedList/#'
    const extensions = `<q:Qualifications xmlns:q="${sie}"><q:QualificationElement><q:Qualifiers><q:Qualifier uri="urn:q"/></q:Qualifiers>
<q:CriteriaList assert="all"><q:PolicySet><q:PolicyIdentifier><x:Identifier xmlns:x="http://uri.etsi.org/01903/v1.3.2#">urn:oid:1.2.3</x:Identifier>
</q:PolicyIdentifier></q:PolicySet></q:CriteriaList></q:QualificationElement></q:Qualifications>`
    const list = await read({ version: 6, pointers, services: [{ certificates: [ca], extensions }] })
    expect(list.pointers).toMatchObject([
      { location: 'https://lotl.example/list.xml', territory: 'EU', certificates: [ca] },
    ])
    expect(list.providers[0]?.services[0]?.qualifications).toEqual([
      { qualifiers: ['urn:q'], criteria: 'all', policyOids: ['1.2.3'] },
    ])
    expect(list.findings.map(({ code }) => code)).toEqual(['adapters/trusted-list-unsigned'])
  })

  it.each([
    ['expired', { nextUpdate: '2026-08-31T00:00:00Z' }, 'adapters/trusted-list-expired', 'error'],
    ['issued later', { issued: '2026-10-01T00:00:00Z' }, 'adapters/trusted-list-not-yet-issued', 'warning'],
    ['of another version', { version: 4 }, 'adapters/trusted-list-unknown-version', 'warning'],
    ['signed', { signature: unsignedMarkup }, 'adapters/trusted-list-signature-not-checked', 'warning'],
    [
      'with a broken service',
      { services: [{ since: 'gần đây' }] },
      'adapters/trusted-list-service-incomplete',
      'warning',
    ],
    [
      'with a certificate that is none',
      { services: [{ certificates: [Uint8Array.of(1, 2, 3)] }] },
      'adapters/trusted-list-certificate-unreadable',
      'warning',
    ],
  ])('a finding for a list that is %s', async (_, list: WrittenList, code, severity) => {
    expect((await read(list)).findings).toContainEqual(expect.objectContaining({ code, severity }))
  })

  it('what the caller says of the signature; nothing is trusted where it does not hold', async () => {
    const signed = { signature: unsignedMarkup, services: [{ certificates: [ca] }] }
    const good = await read(signed, { verifySignature: async (xml) => xml.length > 0 })
    expect([good.signature, good.findings, listTrustAnchors(good).length]).toEqual(['valid', [], 1])
    const bad = await read(signed, { verifySignature: async () => false })
    expect([bad.signature, listTrustAnchors(bad)]).toEqual(['invalid', []])
    expect(bad.findings).toMatchObject([
      { code: 'adapters/trusted-list-signature-invalid', severity: 'error' },
    ])
  })
})

describe('what it refuses', () => {
  const whole = () => writeTrustedList({})
  const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
  it.each([
    ['nothing', () => '', 'not-xml'],
    ['words', () => 'không phải XML', 'not-xml'],
    ['a tag that never ends', () => '<a b="<c>', 'not-xml'],
    ['a comment that never ends', () => '<!-- a', 'not-xml'],
    ['tags that do not match', () => whole().replace('</TSLType>', '</TSLTyp>'), 'not-xml'],
    ['another root', () => '<a/>', 'other-root'],
    [
      'another namespace',
      () => writeTrustedList({ namespace: 'http://uri.etsi.org/02231/v1#' }),
      'other-root',
    ],
    ['an entity bomb', () => whole().replace('?>', `?>${bomb}`), 'doctype'],
    ['a document type in the middle', () => whole().replace('<TSLType>', '<!doctype a><TSLType>'), 'doctype'],
    ['nesting without end', () => '<a>'.repeat(200_000), 'too-deep'],
    ['more bytes than any list has', () => ' '.repeat(32 * 1024 * 1024 + 1), 'too-large'],
  ])('%s', async (_, write, reason) => {
    await expect(readTrustedList(bytesOf(write()), { at })).rejects.toEqual(refused(reason))
  })

  it('bytes that are not UTF-8', async () => {
    await expect(readTrustedList(Uint8Array.of(0xff, 0xfe, 60, 0), { at })).rejects.toEqual(
      refused('not-utf8'),
    )
  })

  it.each([
    ['TSLSequenceNumber', '7', 'bảy'],
    ['TSLVersionIdentifier', '5', ''],
    ['ListIssueDateTime', '2026-08-01T00:00:00Z', '2026-08-01T00:00:00'],
  ])('a scheme whose %s is missing or wrong', async (name, value, wrong) => {
    const text = whole().replace(`<${name}>${value}<`, `<${name}>${wrong}<`)
    await expect(readTrustedList(bytesOf(text), { at })).rejects.toEqual(refused('missing', name))
  })

  it('any damaged list with a typed error, or reads what is left', async () => {
    const text = writeTrustedList({ services: [{ certificates: [ca] }], signature: unsignedMarkup })
    const damage = fc.tuple(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 8 }))
    await fc.assert(
      fc.asyncProperty(damage, async ([start, length, inserted]) => {
        const damaged = text.slice(0, start) + inserted + text.slice(start + length)
        const outcome = await readTrustedList(bytesOf(damaged), { at }).then(
          (list) => listTrustAnchors(list).length <= 1,
          (error) => error.code === 'adapters/trusted-list-unreadable',
        )
        expect(outcome).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('edges', () => {
  it('a list that was closed has no next update', async () => {
    expect((await read({ nextUpdate: '' })).nextUpdateAt).toBeUndefined()
  })

  it('a byte order mark, and a sign in quotes that looks like the end of a tag', async () => {
    const text = `\uFEFF${writeTrustedList({}).replace('Id="list"', 'Id="list" a=">>/>"')}`
    expect((await readTrustedList(bytesOf(text), { at })).territory).toBe('VN')
  })

  it('a status or a type nobody named makes no anchor', async () => {
    const services = [
      { certificates: [ca], status: 'unknown' },
      { certificates: [ca], type: 'CA/other' },
      { certificates: [ca], type: 'TSAx' },
      { certificates: [] },
    ]
    expect(listTrustAnchors(await read({ services }))).toEqual([])
  })

  it('a service whose type changed vouches for each purpose in its time', async () => {
    const history = [{ type: 'CA/PKC', since: '2020-01-01T00:00:00Z' }]
    const anchors = listTrustAnchors(await read({ services: [{ type: 'TSA', certificates: [ca], history }] }))
    expect(anchors).toMatchObject([
      { purposes: ['signing'], validUntil: '2026-01-01T06:59:59.999+07:00' },
      { purposes: ['timestamp'], validFrom: '2026-01-01T07:00:00.000+07:00' },
    ])
  })
})

describe('what it must not touch', () => {
  it('the bytes of the list', async () => {
    const bytes = bytesOf(writeTrustedList({ services: [{ certificates: [ca] }] }))
    const copy = bytes.slice()
    await readTrustedList(bytes, { at })
    expect(bytes).toEqual(copy)
  })
})
