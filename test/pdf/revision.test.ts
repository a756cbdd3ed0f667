import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addObject,
  appendRevision,
  beginRevision,
  countPages,
  findValue,
  joinSources,
  listRevisions,
  openPdf,
  openRevision,
  readCatalog,
  setObject,
} from 'motcua/pdf'
import { pdfDict, pdfNumber, withEntries } from 'motcua/pdf/syntax'
import { describe, expect, it } from 'vitest'
import { buildPdf, type PdfShape, toBytes, toText } from '../kit/build-pdf.ts'

/** A document with a counter in its catalog that each revision raises. */
const revise = (shape: PdfShape, rounds: number): { bytes: Uint8Array; ends: number[] } => {
  let bytes = buildPdf({ catalog: '/Round 0', ...shape })
  const ends = [bytes.length]
  for (let round = 1; round <= rounds; round += 1) {
    const pdf = openPdf(bytes)
    const draft = beginRevision(pdf)
    setObject(draft, pdf.catalogRef, withEntries(readCatalog(pdf), { Round: pdfNumber(round) }))
    const whole = joinSources([bytes, appendRevision(draft).bytes])
    bytes = whole.read(0, whole.length)
    ends.push(bytes.length)
  }
  return { bytes, ends }
}
const roundOf = (pdf: ReturnType<typeof openPdf>): number => {
  const value = findValue(pdf, readCatalog(pdf), 'Round')
  return value?.kind === 'number' ? value.value : -1
}

describe('what it gives', () => {
  it.each<[string, PdfShape]>([
    ['tables', {}],
    ['cross-reference streams', { xref: 'stream', objectStream: true }],
    ['a hybrid file', { xref: 'hybrid', objectStream: true }],
    ['offsets that count from the header', { junk: 'junk\n' }],
  ])('lists the revisions of a document with %s and opens each as it was', (_, shape) => {
    const { bytes, ends } = revise(shape, 3)
    const pdf = openPdf(bytes)
    const revisions = listRevisions(pdf)
    expect(revisions.map(({ end }) => end)).toEqual(ends)
    expect(revisions.map(({ start }) => start)).toEqual([0, ...ends.slice(0, -1)])
    expect(revisions.map((revision) => roundOf(openRevision(pdf, revision)))).toEqual([0, 1, 2, 3])
    expect(roundOf(openRevision(pdf, 1))).toBe(1)
  })
  it('counts the two sections of a linearised file as one revision', () => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../vectors/pdf/linearised.pdf')))
    const pdf = openPdf(bytes)
    expect(pdf.sections.length).toBe(2)
    expect(listRevisions(pdf)).toMatchObject([{ index: 0, kind: 'stream', start: 0, end: bytes.length }])
    expect(countPages(pdf)).toBe(2)
  })
  it('says which objects a revision defines', () => {
    const { bytes } = revise({}, 1)
    const revision = listRevisions(openPdf(bytes))[1]
    expect([...(revision?.entries.keys() ?? [])]).toEqual([1])
  })
  it('ends a revision behind the line end of its mark, and says where the mark ends', () => {
    const bytes = buildPdf({ ending: '%%EOF\r\n' })
    expect(listRevisions(openPdf(bytes))).toMatchObject([{ end: bytes.length, markEnd: bytes.length - 2 }])
  })
})

describe('what it refuses', () => {
  it('refuses a revision that is not there', () => {
    expect(() => openRevision(openPdf(buildPdf()), 1)).toThrow(/no revision 1/)
  })
})

describe('edges', () => {
  it('finds the revisions of a document without usable cross-reference data by their marks', () => {
    const { bytes, ends } = revise({}, 2)
    const broken = toBytes(toText(bytes).replaceAll('xref', 'yref'))
    const pdf = openPdf(broken)
    expect(pdf.isRebuilt).toBe(true)
    expect(listRevisions(pdf).map(({ end }) => end)).toEqual(ends)
    expect(listRevisions(pdf).map((revision) => roundOf(openRevision(pdf, revision)))).toEqual([0, 1, 2])
  })

  it('does not take the front of a damaged linearised file for a revision: no document ends there', () => {
    const front = '%PDF-1.4\n9 0 obj <</Linearized 1>> endobj\nstartxref\n0\n%%EOF\n'
    const body =
      '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n'
    const pdf = openPdf(toBytes(`${front}${body}trailer <</Root 1 0 R>>\n%%EOF\n`))
    expect(pdf.isRebuilt).toBe(true)
    const revisions = listRevisions(pdf)
    expect(revisions.map(({ start, end }) => [start, end])).toEqual([[0, pdf.source.length]])
    expect(openRevision(pdf, 0).catalogRef).toEqual(pdf.catalogRef)
  })
})

describe('what it must not touch', () => {
  it('sees nothing of what comes later', () => {
    const { bytes } = revise({}, 1)
    const pdf = openPdf(bytes)
    const draft = beginRevision(pdf)
    const ref = addObject(draft, pdfDict({ Late: pdfNumber(1) }))
    const whole = openPdf(joinSources([bytes, appendRevision(draft).bytes]))
    const old = openRevision(whole, 1)
    expect(old.source.length).toBe(bytes.length)
    expect(old.store.entries.has(ref.number)).toBe(false)
  })
})
