import fc from 'fast-check'
import { instant } from 'motcua'
import {
  appendRevision,
  beginRevision,
  findDict,
  findValue,
  openPdf,
  readCatalog,
  resolveObject,
  setObject,
} from 'motcua/pdf'
import { readPdfObject, withEntries } from 'motcua/pdf/syntax'
import {
  addSignatureDictionary,
  addSignatureField,
  certifyDocument,
  declareExtension,
  embedContents,
  fillSignatureField,
  findField,
  listFields,
  listSignatures,
  prepareSignedRevision,
  readCertification,
  readDocMdp,
  readFieldLock,
  readFieldMdp,
  readGap,
  setTextField,
} from 'motcua/signature'
import { describe, expect, it } from 'vitest'
import { toByteSource } from '../../src/bytes.ts'
import { buildPdf, type PdfShape, toText } from '../kit/build-pdf.ts'
import { extend, pretendToSign } from '../kit/signing-draft.ts'

const appearance = buildPdf({ pages: 1, page: '/MediaBox[0 0 200 100]/Resources<<>>' })
const withField = {
  catalog: '/AcroForm<</Fields[20 0 R 21 0 R]>>',
  page: '/Annots[20 0 R 21 0 R]',
  extra: [
    { number: 20, body: '<</FT/Sig/T(Ky)/Subtype/Widget/Rect[10 10 110 60]/P 3 0 R/Lock<</Action/All>>>>' },
    { number: 21, body: '<</FT/Tx/T(soKyHieu)/Subtype/Widget/Rect[10 700 110 720]/P 3 0 R/F 4>>' },
  ],
}

describe('what it gives', () => {
  it('covers everything but the contents, whatever the document', () => {
    const shapes: PdfShape[] = [
      {},
      { xref: 'stream' },
      { xref: 'hybrid', objectStream: true },
      { ending: '%%EOF' },
      { xref: 'none' },
      { junk: 'junk\n' },
    ]
    fc.assert(
      fc.property(fc.constantFrom(...shapes), fc.integer({ min: 1, max: 9000 }), (shape, reservedBytes) => {
        const { bytes, pdf, revision } = pretendToSign(
          buildPdf(shape),
          (draft, value) => void addSignatureField(draft, { value }),
          { reservedBytes: Math.max(5, reservedBytes) },
        )
        const [start, length, after, rest] = revision.byteRange
        expect(start).toBe(0)
        expect(after + rest).toBe(bytes.length)
        expect(toText(bytes.subarray(length, length + 1)) + toText(bytes.subarray(after - 1, after))).toBe(
          '<>',
        )
        expect(after - length).toBe(revision.reservedBytes * 2 + 2)
        const [signature] = listSignatures(pdf)
        expect(signature).toMatchObject({
          byteRange: revision.byteRange,
          coversFile: true,
          gap: { isHexString: true },
        })
        expect(signature?.gap?.contents).toEqual(signature?.contents)
      }),
      { numRuns: 60 },
    )
  })
  it('says what the dictionary is to say', () => {
    const { pdf } = pretendToSign(buildPdf(), (draft, value) => void addSignatureField(draft, { value }), {
      claimedAt: instant('2026-10-05T09:30:15+07:00'),
      reason: 'Phê duyệt',
      location: 'Cần Thơ',
    })
    expect(listSignatures(pdf)).toMatchObject([
      {
        kind: 'signature',
        filter: 'Adobe.PPKLite',
        subFilter: 'ETSI.CAdES.detached',
        claimedAt: '2026-10-05T09:30:15.000+07:00',
        reason: 'Phê duyệt',
        location: 'Cần Thơ',
        hasCert: false,
        contentsNotation: 'hex',
      },
    ])
    const form = findDict(pdf, readCatalog(pdf), 'AcroForm')
    expect(findValue(pdf, form, 'SigFlags')).toMatchObject({ value: 3 })
  })
  it('certifies through the catalog and the reference, inside the dictionary', () => {
    const { pdf } = pretendToSign(
      buildPdf(),
      (draft, value) => {
        addSignatureField(draft, { value })
        certifyDocument(draft, value)
      },
      { docMdp: 2 },
    )
    expect(readCertification(pdf)?.level).toBe(2)
    const [signature] = listSignatures(pdf)
    expect(signature && readDocMdp(pdf, signature)).toBe(2)
    const reference = resolveObject(pdf, signature?.dict.entries.get('Reference'))
    const inner = reference?.kind === 'array' ? reference.items[0] : undefined
    expect(inner?.kind === 'dict' && inner.entries.get('TransformParams')?.kind).toBe('dict')
  })
  it('locks fields by a reference', () => {
    const lock = { action: 'Exclude', fields: ['ghiChu'], level: undefined } as const
    const { pdf } = pretendToSign(buildPdf(), (draft, value) => void addSignatureField(draft, { value }), {
      fieldMdp: lock,
    })
    const [signature] = listSignatures(pdf)
    expect(signature && readFieldMdp(pdf, signature)).toEqual([lock])
  })
  it('signs into an existing field, which keeps what else it says', () => {
    const { pdf } = pretendToSign(buildPdf(withField), (draft, value) => {
      const field = fillSignatureField(draft, 'Ky', { value, appearance })
      expect(readFieldLock(draft.pdf, field)).toMatchObject({ action: 'All' })
    })
    const field = findField(pdf, 'Ky')
    expect(field && [...field.dict.entries.keys()]).toEqual([
      'FT',
      'T',
      'Subtype',
      'Rect',
      'P',
      'Lock',
      'V',
      'AP',
    ])
    expect(listSignatures(pdf).length).toBe(1)
  })
  it('sets a text field and how it looks', () => {
    const bytes = buildPdf(withField)
    const draft = beginRevision(openPdf(bytes))
    setTextField(draft, 'soKyHieu', { text: '01/QĐ-UBND', appearance })
    const pdf = openPdf(extend(bytes, appendRevision(draft).bytes))
    const field = findField(pdf, 'soKyHieu')
    expect(field?.dict.entries.get('AP')?.kind).toBe('dict')
    expect(field?.value).toMatchObject({ kind: 'string' })
  })
  it('keeps several signatures apart, each with the revision it covers', () => {
    let { bytes } = pretendToSign(buildPdf(), (draft, value) => void addSignatureField(draft, { value }))
    for (let round = 0; round < 3; round += 1) {
      bytes = pretendToSign(bytes, (draft, value) => void addSignatureField(draft, { value })).bytes
    }
    const signatures = listSignatures(openPdf(bytes))
    expect(signatures.map(({ field }) => field.name)).toEqual([
      'Signature1',
      'Signature2',
      'Signature3',
      'Signature4',
    ])
    expect(signatures.map(({ coversRevision }) => coversRevision)).toEqual([1, 2, 3, 4])
    expect(signatures.map(({ coversFile }) => coversFile)).toEqual([false, false, false, true])
  })
  it('lists a signature whose field is gone from the newest revision', () => {
    const { bytes, pdf } = pretendToSign(
      buildPdf(),
      (draft, value) => void addSignatureField(draft, { value }),
    )
    const draft = beginRevision(pdf)
    setObject(draft, pdf.catalogRef, withEntries(readCatalog(pdf), { AcroForm: undefined }))
    const emptied = openPdf(extend(bytes, appendRevision(draft).bytes))
    expect(listFields(emptied)).toEqual([])
    expect(listSignatures(emptied)).toMatchObject([
      { isInNewest: false, revisionIndex: 1, coversRevision: 1 },
    ])
  })
  it.each([
    ['1.4', '/ESIC<</BaseVersion/1.7/ExtensionLevel 2>>', true],
    ['1.7', '/ESIC<</BaseVersion/1.7/ExtensionLevel 2>>', false],
    ['2.0', '', false],
  ])('declares an extension in a document of version %s', (version, declared, isRaised) => {
    const draft = beginRevision(openPdf(buildPdf({ header: `%PDF-${version}\n` })))
    declareExtension(draft, { prefix: 'ESIC', level: 2 })
    const text = toText(appendRevision(draft).bytes)
    expect(text.includes('/Version/1.7')).toBe(isRaised)
    expect(text).toContain(declared)
  })
})

describe('what it refuses', () => {
  it('gives nothing half-signed when the contents do not fit, but the size needed', () => {
    const draft = beginRevision(openPdf(buildPdf()))
    addSignatureField(draft, {
      value: addSignatureDictionary(draft, { kind: 'signature', subFilter: 'x', reservedBytes: 10 }),
    })
    const revision = prepareSignedRevision(draft)
    expect(() => embedContents(revision, new Uint8Array(11))).toThrow(/takes 11 bytes, 10 were reserved/)
  })
  it('refuses to prepare a revision without a signature dictionary', () => {
    expect(() => prepareSignedRevision(beginRevision(openPdf(buildPdf())))).toThrow(/no place/)
  })
  it('refuses a field that is signed, absent, or of another kind', () => {
    const { bytes } = pretendToSign(
      buildPdf(withField),
      (draft, value) => void fillSignatureField(draft, 'Ky', { value }),
    )
    const draft = beginRevision(openPdf(bytes))
    const value = addSignatureDictionary(draft, { kind: 'signature', subFilter: 'x', reservedBytes: 10 })
    expect(() => fillSignatureField(draft, 'Ky', { value })).toThrow(/already signed/)
    expect(() => fillSignatureField(draft, 'Nobody', { value })).toThrow(/no field/)
    expect(() => fillSignatureField(draft, 'soKyHieu', { value })).toThrow(/type Sig/)
  })
})

describe('edges', () => {
  it.each<[string, readonly number[]]>([
    ['negative numbers', [0, -1, 10, 10]],
    ['numbers beyond the file', [0, 10, 20, 1e9]],
    ['overlapping ranges', [0, 50, 20, 10]],
    ['too many numbers', [0, 10, 20, 10, 40, 2]],
  ])('finds no gap behind %s', (_, byteRange) => {
    expect(readGap(openPdf(buildPdf()).source, byteRange)).toBeUndefined()
  })
  it.each(['<00 11>', '<0011> ', '(0011)', '<001>', '<00%x\n11>'])(
    'says that the gap %j is more than one string',
    (gap) => {
      const source = {
        length: 100,
        read: (offset: number, length: number) =>
          new TextEncoder().encode(gap.padEnd(100)).subarray(offset, offset + length),
      }
      expect(readGap(source, [0, 0, gap.length, 5])).toMatchObject({ isHexString: false })
    },
  )
  it('reads the gap to the same octets whether or not it may take over those of /Contents', () => {
    const text = fc.array(fc.constantFrom(...'0123456789abcdefABCDEF \n/x'), { maxLength: 12 })
    fc.assert(
      fc.property(text, fc.integer({ min: -1, max: 1 }), (characters, shift) => {
        const bytes = new TextEncoder().encode(`<</Contents <${characters.join('')}>/V 1>>      `)
        const { value } = readPdfObject(bytes)
        const start = 12 + shift
        const end = start + characters.length + 2
        const byteRange = [0, start, end, bytes.length - end]
        const source = toByteSource(bytes)
        const dict = value.kind === 'dict' ? value : undefined
        expect(readGap(source, byteRange, dict)).toEqual(readGap(source, byteRange))
        const own = dict?.entries.get('Contents')
        const isPaired = shift === 0 && /^([0-9a-fA-F]{2})*$/.test(characters.join(''))
        expect(own?.kind === 'string' && readGap(source, byteRange, dict)?.contents === own.bytes).toBe(
          isPaired,
        )
      }),
    )
  })
  it('reads a signature value that is null, missing or no dictionary as no signature', () => {
    for (const value of ['/V null', '/V 99 0 R', '/V(text)']) {
      const extra = [{ number: 20, body: `<</FT/Sig/T(a)${value}>>` }]
      expect(listSignatures(openPdf(buildPdf({ catalog: '/AcroForm<</Fields[20 0 R]>>', extra })))).toEqual(
        [],
      )
    }
  })
  it('keeps the numbers of a byte range that makes no sense as a fact', () => {
    const field = { number: 20, body: '<</FT/Sig/T(a)/V 21 0 R>>' }
    const value = { number: 21, body: '<</ByteRange[0 5 6]/Contents(literal)>>' }
    const pdf = openPdf(buildPdf({ catalog: '/AcroForm<</Fields[20 0 R]>>', extra: [field, value] }))
    expect(listSignatures(pdf)).toMatchObject([
      { byteRange: [0, 5, 6], gap: undefined, contentsNotation: 'literal' },
    ])
  })
})

describe('what it must not touch', () => {
  it('adds to fields that are there without rewriting them', () => {
    const { revision } = pretendToSign(
      buildPdf(withField),
      (draft, value) => void addSignatureField(draft, { value }),
    )
    expect(toText(revision.tail)).not.toContain('soKyHieu')
  })
  it('keeps what else the catalog permits', () => {
    const { pdf } = pretendToSign(
      buildPdf({ catalog: '/Perms<</UR3 9 0 R>>' }),
      (draft, value) => {
        addSignatureField(draft, { value })
        certifyDocument(draft, value)
      },
      { docMdp: 1 },
    )
    const permissions = findDict(pdf, readCatalog(pdf), 'Perms')
    expect([...(permissions?.entries.keys() ?? [])]).toEqual(['UR3', 'DocMDP'])
  })
})
