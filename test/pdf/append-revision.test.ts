import fc from 'fast-check'
import {
  addObject,
  appendRevision,
  beginRevision,
  countPages,
  joinSources,
  listRevisions,
  openPdf,
  type Pdf,
  readCatalog,
  readObject,
  setObject,
} from 'motcua/pdf'
import {
  equalObjects,
  pdfArray,
  pdfDict,
  pdfNumber,
  pdfRaw,
  pdfRef,
  pdfStream,
  pdfText,
  withEntries,
} from 'motcua/pdf/syntax'
import { describe, expect, it } from 'vitest'
import { arbitraryObject } from '../kit/arbitrary-pdf.ts'
import { buildPdf, type PdfShape, toBytes, toText } from '../kit/build-pdf.ts'

const append = (bytes: Uint8Array, change: (pdf: Pdf, draft: ReturnType<typeof beginRevision>) => void) => {
  const pdf = openPdf(bytes)
  const draft = beginRevision(pdf)
  change(pdf, draft)
  const revision = appendRevision(draft)
  const whole = joinSources([bytes, revision.bytes])
  return { revision, whole, text: toText(revision.bytes), again: openPdf(whole) }
}

const shapes: [string, PdfShape][] = [
  ['a table', {}],
  ['a cross-reference stream', { xref: 'stream' }],
  ['object streams', { xref: 'stream', objectStream: true }],
  ['a hybrid file', { xref: 'hybrid', objectStream: true }],
  ['junk before the header', { junk: 'mail header\r\n\r\n' }],
  ['junk and offsets from the file', { junk: 'mail header\r\n\r\n', absolute: true }],
  ['CR line ends', { eol: '\r' }],
  ['no line end at the end', { ending: '%%EOF' }],
  ['no end mark', { ending: '' }],
  ['bytes behind the end', { ending: '%%EOF\nbehind' }],
  ['startxref off', { startxrefError: 4 }],
  ['a broken table', { startxrefError: -1e6 }],
  ['no cross-reference data', { xref: 'none' }],
  [
    'no cross-reference data but an object stream',
    { xref: 'stream', objectStream: true, startxrefError: -1e6 },
  ],
]

describe('what it gives', () => {
  it.each(shapes)('appends to a file with %s and reads everything back', (_, shape) => {
    const bytes = buildPdf({ pages: 3, ...shape })
    const { again, revision } = append(bytes, (pdf, draft) => {
      const ref = addObject(draft, pdfDict({ Text: pdfText('thêm') }))
      setObject(draft, pdf.catalogRef, withEntries(readCatalog(pdf), { Added: ref }))
    })
    expect(again.isRebuilt).toBe(false)
    expect(countPages(again)).toBe(3)
    expect(readCatalog(again).entries.get('Added')?.kind).toBe('ref')
    expect(revision.baseOffset).toBe(bytes.length)
    expect(toText(revision.bytes)).toMatch(/%%EOF\n$/)
  })
  it('writes a section of the kind of the last one', () => {
    const add = (_: Pdf, draft: ReturnType<typeof beginRevision>) => void addObject(draft, pdfDict({}))
    expect(append(buildPdf(), add).text).toMatch(/xref\n\d+ 1\n/)
    expect(append(buildPdf({ xref: 'stream' }), add).text).toContain('/Type/XRef')
    const hybrid = append(buildPdf({ xref: 'hybrid', objectStream: true }), add)
    expect(hybrid.text).toMatch(/trailer\n/)
    expect(hybrid.text).not.toContain('XRefStm')
    expect(listRevisions(hybrid.again).map(({ kind }) => kind)).toEqual(['hybrid', 'table'])
  })
  it('reports where labelled bytes lie in the whole file', () => {
    const { revision, whole } = append(buildPdf(), (_, draft) => {
      addObject(draft, pdfDict({ Place: pdfRaw(toBytes('<0000>'), 'place') }))
    })
    const place = revision.labels.get('place')
    expect(place && toText(whole.read(place.start, place.end - place.start))).toBe('<0000>')
  })
  it('keeps the first part of /ID and changes the second', () => {
    const id = '/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]'
    const { text } = append(buildPdf({ trailer: id }), (_, draft) => void addObject(draft, pdfDict({})))
    expect(text).toMatch(/\/ID\[<00112233445566778899aabbccddeeff><(?!00112233)[0-9a-f]{32}>\]/)
  })
  it('lists everything anew where the old chain cannot be followed', () => {
    const { text } = append(
      buildPdf({ startxrefError: -1e6 }),
      (_, draft) => void addObject(draft, pdfDict({})),
    )
    expect(text).toMatch(/xref\n0 \d+\n0000000000 65535 f /)
    expect(text).not.toContain('/Prev')
  })
  it('numbers new objects above all that the file uses or claims', () => {
    const { again } = append(buildPdf({ size: 500 }), (_, draft) => {
      expect(addObject(draft, pdfDict({})).number).toBe(500)
    })
    expect(again.trailer.entries.get('Size')).toMatchObject({ value: 501 })
  })
  it('gives no new object a number that a lost one had', () => {
    const body = '<</Type/Pages/Kids[3 0 R 77 0 R]/Count 2>>'
    const { again } = append(
      buildPdf({ xref: 'none', size: 5, extra: [{ number: 2, body }] }),
      (_, draft) => {
        expect(addObject(draft, pdfDict({})).number).toBe(78)
      },
    )
    expect(countPages(again)).toBe(1)
  })
  it('appends again and again', () => {
    let bytes = buildPdf({ pages: 2, xref: 'stream', objectStream: true })
    for (let round = 0; round < 5; round += 1) {
      const { whole } = append(
        bytes,
        (_, draft) => void addObject(draft, pdfDict({ Round: pdfNumber(round) })),
      )
      bytes = whole.read(0, whole.length).slice()
    }
    const pdf = openPdf(bytes)
    expect(listRevisions(pdf).length).toBe(6)
    expect(countPages(pdf)).toBe(2)
  })
})

describe('what it must not touch', () => {
  it('writes untouched entries of a changed dictionary with the bytes they had', () => {
    const odd = '/N 5.0/M +.50/H<4 1>/L(a\\(b\\051)/#4eame/A#42/Arr[ 1  2.50 ]/D<< /X 007 >>'
    const { text } = append(buildPdf({ catalog: odd }), (pdf, draft) => {
      setObject(draft, pdf.catalogRef, withEntries(readCatalog(pdf), { Added: pdfNumber(1) }))
    })
    for (const part of ['/N 5.0', '+.50', '<4 1>', '(a\\(b\\051)', '/A#42', '[ 1  2.50 ]', '<< /X 007 >>']) {
      expect(text).toContain(part)
    }
  })
  it('writes only what was changed', () => {
    const { text } = append(buildPdf({ pages: 4 }), (_, draft) => void addObject(draft, pdfDict({})))
    expect(text.match(/\d+ 0 obj/g)?.length).toBe(1)
  })
  it('starts every result with all earlier bytes, whatever was added', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shapes),
        fc.array(arbitraryObject, { maxLength: 5 }),
        ([, shape], values) => {
          const bytes = buildPdf({ pages: 2, ...shape })
          const before = bytes.slice()
          const { whole, again } = append(bytes, (_, draft) => {
            for (const value of values) addObject(draft, value)
          })
          expect(whole.read(0, before.length)).toEqual(before)
          expect(countPages(again)).toBe(2)
        },
      ),
      { numRuns: 150 },
    )
  })
  it('reads back every value it wrote', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shapes), arbitraryObject, ([, shape], value) => {
        let number = 0
        const { again } = append(buildPdf(shape), (_, draft) => {
          number = addObject(draft, value).number
        })
        expect(equalObjects(readObject(again, pdfRef(number)), value)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('edges', () => {
  it('writes a stream that was read with the data it had', () => {
    const { again } = append(buildPdf(), (pdf, draft) => {
      setObject(draft, pdfRef(4), readObject(pdf, pdfRef(4)))
    })
    expect(readObject(again, pdfRef(4))).toMatchObject({ kind: 'stream', dataLength: 15 })
  })
  it('states the true length of a stream', () => {
    const { again } = append(buildPdf(), (_, draft) => {
      setObject(draft, pdfRef(4), pdfStream(pdfDict({ Length: pdfNumber(99) }), toBytes('four')))
    })
    expect(readObject(again, pdfRef(4))).toMatchObject({ dataLength: 4 })
  })
  it('writes the catalog again where its generation is not the one its entry states', () => {
    const bytes = toBytes(toText(buildPdf()).replace('1 0 obj', '1 7 obj'))
    const { text, again } = append(bytes, (_, draft) => void addObject(draft, pdfDict({})))
    expect(text).toContain('1 0 obj\n<</Type/Catalog')
    expect(again.repairs).toEqual([])
  })
  it('drops what was mended from the bytes it writes', () => {
    const { text } = append(buildPdf({ catalog: '/Bad[1 << /X >] 2]' }), (pdf, draft) => {
      setObject(draft, pdf.catalogRef, withEntries(readCatalog(pdf), { Added: pdfArray([]) }))
    })
    expect(text).not.toContain('/X >')
  })
})

describe('what it refuses', () => {
  it('refuses to add behind a body that would swallow the addition', () => {
    const members = '1 0 2 0 3 35 <</Type/Catalog/Pages 3 0 R>>      <</Type/Pages/Kids[]/Count 0>>'
    const container = `1 0 obj <</Type/ObjStm/N 3/First 13/Length ${members.length}>>\nstream\n${members}\nendstream endobj`
    const pdf = openPdf(toBytes(`%PDF-1.5\n${container}\n7 0 obj <</Length 44>>\nstream\nBT ET`))
    const draft = beginRevision(pdf)
    setObject(draft, pdf.catalogRef, readCatalog(pdf))
    addObject(draft, pdfStream(pdfDict({}), toBytes('x')))
    expect(() => appendRevision(draft)).toThrow(expect.objectContaining({ code: 'pdf/not-extendable' }))
  })
})
