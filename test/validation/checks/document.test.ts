import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { concatBytes } from '../../../src/bytes.ts'
import { addDocumentTimestamp } from '../../../src/pades/index.ts'
import { checkDocument } from '../../../src/validation/checks/document.ts'
import { createVerifier } from '../../../src/validation/index.ts'
import { appendTo } from '../../kit/attacks/append.ts'
import { buildPdf, toBytes, toText } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'
import { factsOf, inShort } from '../../kit/inquiry.ts'
import { plainDocument, type Signing, signedAt, signWhole, startSigning } from '../../kit/signed-document.ts'

const pdfVector = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../vectors/pdf/${name}`, import.meta.url)))

let signing: Signing
let signed: Uint8Array
beforeAll(async () => {
  signing = await startSigning()
  signed = await signWhole(signing)
})

const check = (bytes: Uint8Array) => inShort(checkDocument(factsOf(bytes)))
const anomaly = (bytes: Uint8Array) =>
  checkDocument(factsOf(bytes))
    .filter(({ code }) => code === 'validation/structure-anomaly')
    .map(({ facts }) => facts)
const read = 'ok document-read'

describe('what it gives', () => {
  it('that a signed document was read, and nothing else', () => {
    expect(check(signed)).toEqual([read])
    expect(check(appendTo(signedDocument(), { objects: { 40: '<<>>' } }))).toEqual([read])
  })
})

describe('what it refuses', () => {
  it('a document without any signature, and one that carries timestamps only', async () => {
    expect(check(buildPdf())).toEqual(['failed no-signature'])
    expect(check(plainDocument)).toContain('failed no-signature')
    const timestamp = {
      fetchTimestamp: signing.authority.fetchTimestamp,
      randomBytes: (length: number) => new Uint8Array(length),
    }
    const stamped = concatBytes(plainDocument, await addDocumentTimestamp(plainDocument, timestamp))
    expect(check(stamped)).toContain('failed only-timestamps')
  })

  it.each<[string, Uint8Array, string]>([
    ['no PDF at all', new Uint8Array(40), 'validation/document-unreadable'],
    ['a PDF that the password does not open', pdfVector('aes-256-r6.pdf'), 'validation/document-locked'],
  ])('%s', async (_, bytes, code) => {
    const { document } = await createVerifier({ trust: [] }).verify(bytes, { at: signedAt })
    expect(document.findings).toMatchObject([{ code, outcome: 'failed', place: 'document' }])
    expect(document.indication).toBeNull()
  })

  it('to call pages in order that cannot be followed', () => {
    const deep = appendTo(signedDocument(), { objects: { 3: '['.repeat(5000) } })
    expect(checkDocument(factsOf(deep))).toContainEqual(
      expect.objectContaining({
        code: 'validation/structure-broken',
        facts: { reason: 'pdf/limit-exceeded' },
      }),
    )
  })
})

describe('edges', () => {
  it.each<[string, Record<number, string>, object]>([
    [
      'pages that go in circles',
      { 2: '<</Type/Pages/Kids[2 0 R]/Count 1>>' },
      { skippedNodes: 0, isPageTreeBroken: true },
    ],
    [
      'fields that go in circles',
      { 1: '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[13 0 R]>>>>', 13: '<</T(a)/Kids[13 0 R]>>' },
      { skippedNodes: 1, isPageTreeBroken: false },
    ],
    ['pages that are none', { 2: '5' }, { isRebuilt: true }],
  ])('warns of %s behind a signature', (_, objects, facts) => {
    expect(anomaly(appendTo(signedDocument(), { objects }))).toEqual([facts])
  })

  it('warns where the file had to be put together from its objects', () => {
    const broken = toBytes(
      toText(signedDocument()).replace(/startxref\s+\d+(?![\s\S]*startxref)/, 'startxref\n7'),
    )
    expect(anomaly(broken)).toContainEqual({ isRebuilt: true })
  })

  it.each<[string, Parameters<typeof appendTo>[1], string]>([
    ['objects that no section lists', { objects: { 40: '<<>>', 41: '<<>>' }, xref: 'none' }, 'unlisted'],
    ['entries that lead elsewhere', { objects: { 40: '<<>>' }, entries: { 41: 15 } }, 'misdirected'],
  ])('warns of %s behind a signature', (_, appendix, name) => {
    const [facts] = anomaly(appendTo(signedDocument(), appendix))
    expect(facts?.[name]).toBeGreaterThan(0)
  })
})

describe('what it must not touch', () => {
  it('does not search the bytes of a file that a signature covers to its end', () => {
    const facts = factsOf(signed)
    let reads = 0
    const source = {
      length: facts.pdf.source.length,
      read: (offset: number, length: number) => {
        reads += 1
        return facts.pdf.source.read(offset, length)
      },
    }
    checkDocument({ ...facts, pdf: { ...facts.pdf, source } })
    expect(reads).toBe(0)
  })
})
