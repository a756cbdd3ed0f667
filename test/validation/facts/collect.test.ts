import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { concatBytes } from '../../../src/bytes.ts'
import { openPdf } from '../../../src/pdf/index.ts'
import { collectFacts, type SignatureFacts } from '../../../src/validation/facts/collect.ts'
import { createMemory } from '../../../src/validation/facts/memory.ts'
import { appendTo, overwrite } from '../../kit/attacks/append.ts'
import { buildPdf } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'
import { factsOf, firstFacts } from '../../kit/inquiry.ts'
import { catalog, form, signature } from '../../kit/sample-objects.ts'
import { plainDocument, type Signing, signWhole, startSigning } from '../../kit/signed-document.ts'

let signing: Signing
let archived: Uint8Array
beforeAll(async () => {
  signing = await startSigning()
  archived = await signWhole(signing, { level: 'B-LTA', certify: 2 })
})

const sha256 = (...parts: Uint8Array[]) =>
  new Uint8Array(
    createHash('sha256')
      .update(concatBytes(...parts))
      .digest(),
  )
/** The signed bytes, sliced by hand. */
const slice = (bytes: Uint8Array, { found }: SignatureFacts) => {
  const [first = 0, length = 0, second = 0, rest = 0] = found.byteRange ?? []
  return [bytes.subarray(first, first + length), bytes.subarray(second, second + rest)]
}
const byteRange = /\/ByteRange \[[^\]]*\]/

describe('what it gives', () => {
  it('signatures and document timestamps in the order in which they were made', () => {
    const { signatures, omittedSignatures } = factsOf(archived)
    expect(signatures.map(({ found, coverage }) => [found.kind, coverage])).toEqual([
      ['signature', 'entire-revision'],
      ['timestamp', 'entire-file'],
    ])
    expect(omittedSignatures).toBe(0)
  })

  it('the CMS, its signer and its certificates, of a document timestamp the token as well', () => {
    const [own, stamp] = factsOf(archived).signatures
    expect(own?.signer?.digestAlgorithm.digest).toBe('sha256')
    expect(own?.certificates[0]?.subject.text).toContain('Người ký thử')
    expect(own?.token).toBeUndefined()
    expect(stamp?.token?.info.imprint.digestAlgorithm).toBe('sha256')
    expect(stamp?.signedData?.signers.length).toBe(1)
  })

  it('the digest of the signed bytes, and those bytes when asked', () => {
    const { signatures } = factsOf(archived)
    for (const facts of signatures) {
      expect([...facts.digests]).toEqual([['sha256', sha256(...slice(archived, facts))]])
      expect(facts.readContent?.()).toEqual(concatBytes(...slice(archived, facts)))
    }
    expect(signatures.length).toBe(2)
  })

  it('what a signature allows later, and which one certifies the document', () => {
    const [own, stamp] = factsOf(archived).signatures
    expect([own?.docMdp, own?.isCertification, stamp?.docMdp, stamp?.isCertification]).toEqual([
      2,
      true,
      undefined,
      false,
    ])
    const locked = signedDocument({ lock: { action: 'Include', fields: ['amount'], level: undefined } })
    expect(firstFacts(locked).locks).toMatchObject([{ action: 'Include', fields: ['amount'] }])
    expect(own?.locks).toEqual([])
  })

  it('the newest security store, and the store of each revision', () => {
    const facts = factsOf(archived)
    expect(facts.securityStore?.certificates.length).toBeGreaterThan(1)
    const counts = [0, 1, 2, 3].map((index) => facts.readStoreAt(index)?.certificates.length)
    expect(counts).toEqual([undefined, 5, 5, undefined])
    expect(facts.readStoreAt(0)).toBeUndefined()
    expect(facts.readStoreAt(2)).toBe(facts.readStoreAt(2))
  })
})

describe('what it refuses', () => {
  it('to make a CMS of contents that are none', () => {
    const { signedData, signer, certificates, digests } = firstFacts(signedDocument())
    expect([signedData, signer, certificates, digests.size]).toEqual([undefined, undefined, [], 0])
  })

  it.each<[string, string]>([
    ['without a number', '[]'],
    ['of three numbers', '[0 9 99]'],
    ['with a negative start', '[0 9 -9 9]'],
    ['with a negative length', '[0 -9 99 9]'],
    ['whose first part is longer than the file', '[0 999999 999999 1]'],
    ['that starts behind the end', '[0 9 999999 9]'],
  ])('to hash a range %s', async (_, range) => {
    const bytes = overwrite(await signWhole(signing), byteRange, () => `/ByteRange ${range}`)
    const facts = firstFacts(bytes)
    expect(facts.digests.size).toBe(0)
    expect(facts.readContent?.()).toBeUndefined()
  })

  it('to take a broken security store for one, or to fail because of it', () => {
    const broken = appendTo(signedDocument(), {
      objects: { 1: catalog('/DSS 40 0 R', form()), 40: '['.repeat(5000) },
    })
    const facts = factsOf(broken)
    expect(facts.securityStore).toBeUndefined()
    expect(facts.signatures.length).toBe(1)
  })
})

describe('edges', () => {
  it('a document without a form, and a field without a signature, have no signatures', () => {
    expect(factsOf(plainDocument).signatures).toEqual([])
    const empty = buildPdf({
      catalog: '/AcroForm<</Fields[9 0 R]>>',
      extra: [{ number: 9, body: '<</FT/Sig/T(a)>>' }],
    })
    expect(factsOf(empty).signatures).toEqual([])
  })

  it('a range that reaches beyond the end is hashed as far as the file goes', async () => {
    const bytes = overwrite(await signWhole(signing), byteRange, (found) =>
      found.replace(/(\d+)\s*\]/, (_, last) => `${Number(last) + 1}]`),
    )
    const facts = firstFacts(bytes)
    const [first = 0, length = 0, second = 0] = facts.found.byteRange ?? []
    const within = [bytes.subarray(first, first + length), bytes.subarray(second)]
    expect(facts.digests.get('sha256')).toEqual(sha256(...within))
  })

  it('a signature whose dictionary a later revision wrote again is one signature, the newest', () => {
    const signed = signedDocument()
    const body = /18 0 obj\n(<<[\s\S]*?>>)\nendobj/.exec(new TextDecoder('latin1').decode(signed))?.[1] ?? ''
    const [only, ...more] = factsOf(appendTo(signed, { objects: { 18: body } })).signatures
    expect(more).toEqual([])
    expect(only?.found.dict.start).toBeGreaterThan(signed.length)
  })

  it('two signatures that only share the name of their field stay two', () => {
    const other = {
      1: catalog('', form('', '13 0 R 19 0 R 40 0 R')),
      40: '<</FT/Sig/T(Sig1)/V 41 0 R>>',
      41: signature,
    }
    expect(factsOf(appendTo(signedDocument(), { objects: other })).signatures.length).toBe(2)
  })

  it('a signature whose field is gone in the newest revision is still there', () => {
    const gone = appendTo(signedDocument(), { objects: { 1: '<</Type/Catalog/Pages 2 0 R>>' } })
    expect(factsOf(gone).signatures.map(({ found }) => found.field.name)).toEqual(['Sig1'])
  })

  it('of more signatures than can be judged the first are kept and the others counted', () => {
    const count = 5010
    const fields = Array.from({ length: count }, (_, index) => `${100 + index} 0 R`)
    const extra = Array.from({ length: count }, (_, index) => ({
      number: 100 + index,
      body: `<</FT/Sig/T(S${index})/V<</Type/Sig/ByteRange[0 9 10 1]/Contents<00>>>>>`,
    }))
    const facts = factsOf(buildPdf({ catalog: `/AcroForm<</Fields[${fields.join(' ')}]>>`, extra }))
    expect([facts.signatures.length, facts.omittedSignatures]).toEqual([5000, 10])
    expect(facts.signatures[0]?.found.field.name).toBe('S0')
  })
})

describe('what it must not touch', () => {
  it('reads no certificate again that its memory holds', () => {
    const memory = createMemory()
    const [first] = collectFacts(openPdf(archived), memory).signatures
    const [again] = collectFacts(openPdf(archived), memory).signatures
    expect(first?.certificates.length).toBeGreaterThan(0)
    expect(
      again?.certificates.every((certificate, index) => certificate === first?.certificates[index]),
    ).toBe(true)
  })

  it('leaves the bytes as they are', () => {
    const copy = archived.slice()
    factsOf(archived).signatures.map((facts) => facts.readContent?.())
    expect(archived).toEqual(copy)
  })
})
