import { addObject, appendRevision, beginRevision, joinSources, openPdf, readStructure } from 'motcua/pdf'
import { pdfDict } from 'motcua/pdf/syntax'
import { describe, expect, it } from 'vitest'
import { buildPdf, type PdfShape, streamBody, toBytes, toText } from '../kit/build-pdf.ts'

const read = (bytes: Uint8Array) => readStructure(openPdf(bytes))
const append = (bytes: Uint8Array, text: string): Uint8Array => toBytes(toText(bytes) + text)

const clean = {
  unlisted: [],
  duplicated: [],
  misdirected: [],
  overlapping: [],
  strayStartxrefs: [],
  unlistedCompressed: [],
  forwardSections: [],
  bytesAfterEnd: 0,
}

describe('what it gives', () => {
  it.each<[string, PdfShape]>([
    ['a table', {}],
    ['streams', { xref: 'stream', objectStream: true }],
    ['a hybrid file', { xref: 'hybrid', objectStream: true }],
    ['junk before the header', { junk: 'junk\n' }],
    ['a file embedded uncompressed', { extra: [{ number: 9, body: streamBody('', toText(buildPdf())) }] }],
  ])('finds nothing beside the cross-reference data in a sound document with %s', (_, shape) => {
    const bytes = buildPdf({ pages: 2, ...shape })
    const draft = beginRevision(openPdf(bytes))
    addObject(draft, pdfDict({}))
    const whole = joinSources([bytes, appendRevision(draft).bytes])
    expect(read(whole.read(0, whole.length))).toEqual(clean)
  })
  it('names objects put behind the end without a cross-reference section', () => {
    const bytes = append(buildPdf(), '3 0 obj\n<</Type/Page>>\nendobj\ntrailer\n<<>>\n')
    const structure = read(bytes)
    expect(structure.unlisted).toMatchObject([{ number: 3, revisionIndex: undefined }])
    expect(structure.bytesAfterEnd).toBeGreaterThan(20)
  })
  it('names definitions in the body that no entry leads to', () => {
    const rewrite = (text: string): string =>
      text.replace('4 0 obj', '4 0 obj\n<</Old true>>\nendobj\n4 0 obj')
    const structure = read(buildPdf({ rewrite }))
    expect(structure.unlisted).toMatchObject([{ number: 4, revisionIndex: 0 }])
    expect(structure.duplicated).toMatchObject([{ number: 4, revisionIndex: 0 }])
  })
  it('names entries that do not lead to their object', () => {
    const text = toText(buildPdf())
    const bytes = toBytes(
      text.replace(/(\d{10}) 00000 n (\s+)(\d{10}) 65535 f/, '0000000017 00000 n $2$3 65535 f'),
    )
    expect(read(bytes).misdirected).toMatchObject([{ number: 4, offset: 17 }])
  })
  it('names entries that lead to an object inside another one', () => {
    const inner = '4 0 obj\n<</Length 3>>\nstream\nq Q\nendstream\nendobj\n'
    const text = toText(buildPdf({ extra: [{ number: 9, body: streamBody('', `\n${inner}`) }] }))
    const offset = String(text.indexOf(inner)).padStart(10, '0')
    const listed = text.replace(
      /xref\n(\d+ \d+)\n((?:\d{10} \d{5} [nf] \n){4})\d{10}/,
      `xref\n$1\n$2${offset}`,
    )
    expect(listed).not.toBe(text)
    expect(read(toBytes(listed)).overlapping).toMatchObject([{ number: 4, offset: Number(offset) }])
  })
  it('takes a startxref for good that leads to the white space before its section', () => {
    const text = toText(buildPdf()).replace(
      /startxref\n(\d+)/,
      (_, start) => `startxref\n${Number(start) - 1}`,
    )
    const before = Number(/startxref\n(\d+)/.exec(text)?.[1])
    expect(text[before]).toBe('\n')
    expect(read(toBytes(text)).strayStartxrefs).toEqual([])
  })
  it('names a startxref that leads to no section in use', () => {
    expect(read(append(buildPdf(), 'startxref\n12\n%%EOF\n')).strayStartxrefs.length).toBe(1)
  })
})
