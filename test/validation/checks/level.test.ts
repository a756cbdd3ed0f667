import { beforeAll, describe, expect, it } from 'vitest'
import { checkLevel } from '../../../src/validation/checks/level.ts'
import type { BaselineLevel } from '../../../src/validation/index.ts'
import type { DocumentInquiry } from '../../../src/validation/judge/document-inquiry.ts'
import type { Judgement } from '../../../src/validation/judge/judge-signature.ts'
import { trusting } from '../../kit/inquiry.ts'
import { inquireInto, judgeAt } from '../../kit/judged.ts'
import { findingOf } from '../../kit/report-of.ts'
import { type Signing, signedAt, signWhole, startSigning } from '../../kit/signed-document.ts'

type Judged = readonly [Judgement, DocumentInquiry]
let signing: Signing
let judged: Record<BaselineLevel, Judged>

async function judge(bytes: Uint8Array): Promise<Judged> {
  const inquiry = await inquireInto(bytes, { now: signedAt, trust: signing.trust })
  return [await judgeAt(inquiry), inquiry]
}
beforeAll(async () => {
  signing = await startSigning()
  const make = async (level: BaselineLevel) => judge(await signWhole(signing, { level }))
  judged = {
    'B-B': await make('B-B'),
    'B-T': await make('B-T'),
    'B-LT': await make('B-LT'),
    'B-LTA': await make('B-LTA'),
  }
})

/** The level, and what keeps the signature from the next one. */
async function levelOf([judgement, inquiry]: Judged) {
  const { level, findings } = await checkLevel(judgement, inquiry)
  const gap = findings.find(({ code }) => code === 'validation/level-requirement')
  expect(findings.some(({ code }) => code === 'validation/level')).toBe(level !== null)
  return [level, gap?.facts.level, gap?.facts.requirement]
}
const withFacts = ([judgement, inquiry]: Judged, more: Partial<Judgement['facts']>): Judged => [
  { ...judgement, facts: { ...judgement.facts, ...more } },
  inquiry,
]
const withFound = (of: Judged, more: Partial<Judgement['facts']['found']>): Judged =>
  withFacts(of, { found: { ...of[0].facts.found, ...more } })
const withFindings = (
  [judgement, inquiry]: Judged,
  change: (all: Judgement['findings']) => Judgement['findings'],
): Judged => [{ ...judgement, findings: change(judgement.findings) }, inquiry]
const withAttributes = (of: Judged, more: object): Judged => {
  const { signer } = of[0].facts
  return withFacts(of, { signer: signer && { ...signer, attributes: { ...signer.attributes, ...more } } })
}
const without = (code: string) => (all: Judgement['findings']) =>
  all.filter((finding) => finding.code !== code)

describe('what it gives', () => {
  it.each<[BaselineLevel, readonly unknown[]]>([
    ['B-B', ['B-B', 'B-T', 'timestamp']],
    ['B-T', ['B-T', 'B-LT', 'security-store']],
    ['B-LT', ['B-LT', 'B-LTA', 'document-timestamp']],
    ['B-LTA', ['B-LTA', undefined, undefined]],
  ])('%s, and the requirement that is missing for the next', async (level, expected) => {
    expect(await levelOf(judged[level])).toEqual(expected)
  })

  it('the requirement in words of both languages', async () => {
    const { findings } = await checkLevel(...judged['B-T'])
    expect(findings.at(-1)).toMatchObject({
      outcome: 'warning',
      place: 'Signature1',
      message: {
        en: 'B-LT is not reached for want of a document security store',
        vi: 'chưa đạt mức B-LT vì thiếu: kho dữ liệu kiểm tra DSS',
      },
    })
  })
})

describe('what it refuses', () => {
  it.each<[string, (of: Judged) => Judged]>([
    ['sub-filter', (of) => withFound(of, { subFilter: 'adbe.pkcs7.detached' })],
    ['format', (of) => withFound(of, { hasCert: true })],
    ['format', (of) => withFindings(of, (all) => [...all, findingOf('format', 'failed')])],
    ['format', (of) => withFindings(of, (all) => [...all, findingOf('coverage', 'failed')])],
    ['integrity', (of) => withFindings(of, without('validation/digest-ok'))],
    ['integrity', (of) => withFindings(of, without('validation/signature-ok'))],
    ['signing-certificate', (of) => withAttributes(of, { signingCertificates: [] })],
    [
      'signing-certificate',
      (of) => withFindings(of, (all) => [...all, findingOf('signing-certificate', 'failed')]),
    ],
    ['no-signing-time', (of) => withAttributes(of, { signingTime: signedAt })],
    ['claimed-time', (of) => withFound(of, { claimedAt: undefined })],
    ['attributes', (of) => withFindings(of, (all) => [...all, findingOf('attributes', 'failed')])],
    [
      'attributes',
      (of) =>
        withFindings(of, (all) => [
          ...all,
          findingOf('attributes', 'warning', { code: 'validation/reason-with-commitment' }),
        ]),
    ],
  ])('even B-B for want of %s (%#), whatever else is there', async (requirement, change) => {
    expect(await levelOf(change(judged['B-LTA']))).toEqual([null, 'B-B', requirement])
  })

  it('B-LT without a chain', async () => {
    const [judgement, inquiry] = judged['B-LT']
    expect(await levelOf([{ ...judgement, path: undefined }, inquiry])).toEqual(['B-T', 'B-LT', 'chain'])
  })

  it('B-LT where the authority of the timestamp leads to no trusted root', async () => {
    const [judgement, inquiry] = judged['B-LT']
    const trust = trusting(signing.person)
    expect(await levelOf([judgement, { ...inquiry, trust }])).toEqual(['B-T', 'B-LT', 'chain'])
  })

  it('B-LT by revocation data that the document does not hold itself', async () => {
    const [judgement, inquiry] = judged['B-LT']
    const document = {
      ...inquiry.document,
      securityStore: { certificates: [], crls: [], ocsps: [], vri: [] } as never,
    }
    expect(await levelOf([judgement, { ...inquiry, document }])).toEqual(['B-T', 'B-LT', 'revocation-data'])
  })

  it('B-LT by revocation data in the document that do not hold', async () => {
    const [judgement, inquiry] = judged['B-LT']
    const { authority } = signing
    const hold = await Promise.all(
      [authority.issuing, authority.root].map((issuer) => authority.buildCrl(issuer)),
    )
    const spoil = (der: Uint8Array) => der.map((octet, at) => (at === der.length - 5 ? octet ^ 1 : octet))
    const judge = (lists: readonly Uint8Array[]) => {
      const crls = new Map(
        lists.flatMap((der) => inquiry.memory.readCrl(der) ?? []).map((known) => [known.key, known]),
      )
      const store = { certificates: [], crls: lists.map((bytes) => ({ bytes })), ocsps: [], vri: [] } as never
      const evidence = { ...inquiry.evidence, crls, ocsps: new Map() }
      const document = { ...inquiry.document, securityStore: store }
      return levelOf([judgement, { ...inquiry, evidence, document }])
    }
    expect(await judge(hold)).toEqual(['B-LT', 'B-LTA', 'document-timestamp'])
    expect(await judge(hold.map(spoil))).toEqual(['B-T', 'B-LT', 'revocation-data'])
  })

  it.each<[string, object]>([
    ['that does not hold', { trouble: { subIndication: 'NO_POE', since: undefined } }],
    ['that does not cover its revision', { facts: { coverage: 'partial' } }],
    ['that stands before the signature', { facts: { found: { revisionIndex: 0 } } }],
  ])('B-LTA by a document timestamp %s', async (_, more) => {
    const [judgement, inquiry] = judged['B-LTA']
    const [stamp] = inquiry.chain.judged
    if (stamp === undefined) throw new Error('no timestamp')
    const { facts, ...rest } = more as { facts?: { found?: object } }
    const found = { ...stamp.facts.found, ...facts?.found }
    const other = { ...stamp, ...rest, facts: { ...stamp.facts, ...facts, found } }
    const chain = { ...inquiry.chain, judged: [other] }
    expect(await levelOf([judgement, { ...inquiry, chain }])).toEqual(['B-LT', 'B-LTA', 'document-timestamp'])
  })

  it('B-LTA by a document timestamp that came before the security store', async () => {
    const [judgement, inquiry] = judged['B-LTA']
    const document = { ...inquiry.document, readStoreAt: () => undefined }
    expect(await levelOf([judgement, { ...inquiry, document }])).toEqual([
      'B-LT',
      'B-LTA',
      'document-timestamp',
    ])
  })
})

describe('edges', () => {
  it('a document timestamp has no level', async () => {
    const [, inquiry] = judged['B-LTA']
    expect(await checkLevel(await judgeAt(inquiry, 1), inquiry)).toEqual({ level: null, findings: [] })
  })

  it('certificates that are trusted of themselves need no revocation data', async () => {
    const { authority, person } = signing
    const trust = trusting(person, authority.timestamping)
    const inquiry = await inquireInto(await signWhole(signing, { level: 'B-T' }), { now: signedAt, trust })
    expect(await levelOf([await judgeAt(inquiry), inquiry])).toEqual(['B-LT', 'B-LTA', 'document-timestamp'])
  })
})
