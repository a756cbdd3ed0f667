import {
  appendRevision,
  beginRevision,
  findPage,
  findValue,
  openPdf,
  type Pdf,
  readCatalog,
  resolveObject,
} from 'motcua/pdf'
import {
  addSignatureField,
  addTextField,
  findField,
  listFields,
  type NewSignatureField,
  readFieldTree,
} from 'motcua/signature'
import { describe, expect, it } from 'vitest'
import { buildPdf, type PdfShape, toText } from '../kit/build-pdf.ts'
import { extend } from '../kit/signing-draft.ts'

const add = (shape: PdfShape, field: NewSignatureField = {}): { pdf: Pdf; tail: string } => {
  const bytes = buildPdf(shape)
  const draft = beginRevision(openPdf(bytes))
  addSignatureField(draft, field)
  const { bytes: tail } = appendRevision(draft)
  return { pdf: openPdf(extend(bytes, tail)), tail: toText(tail) }
}
const rectOf = (pdf: Pdf, name: string): number[] => {
  const rect = resolveObject(pdf, findField(pdf, name)?.dict.entries.get('Rect'))
  return rect?.kind === 'array'
    ? rect.items.map((item) => (item.kind === 'number' ? item.value : Number.NaN))
    : []
}
const annotationsOf = (pdf: Pdf, index: number): number => {
  const page = findPage(pdf, index)
  const array = page && findValue(pdf, page.dict, 'Annots')
  return array?.kind === 'array' ? array.items.length : 0
}
const appearance = buildPdf({ pages: 1, page: '/MediaBox[0 0 200 100]/Resources<</ProcSet[/PDF]>>' })

describe('what it gives', () => {
  it.each<[string, PdfShape]>([
    ['no form', {}],
    ['a form inside the catalog', { catalog: '/AcroForm<</Fields[]>>' }],
    ['a form without /Fields', { catalog: '/AcroForm<<>>' }],
    ['a form of its own', { catalog: '/AcroForm 20 0 R', extra: [{ number: 20, body: '<</Fields[]>>' }] }],
    [
      'an array of fields of its own',
      { catalog: '/AcroForm<</Fields 20 0 R>>', extra: [{ number: 20, body: '[]' }] },
    ],
    ['a form that is null', { catalog: '/AcroForm 77 0 R' }],
    ['no annotations', {}],
    ['annotations inside the page', { page: '/Annots[]' }],
    ['annotations of their own', { page: '/Annots 20 0 R', extra: [{ number: 20, body: '[]' }] }],
    ['the page in an object stream', { xref: 'stream', objectStream: true }],
  ])('adds an invisible field to a document with %s', (_, shape) => {
    const { pdf } = add({ pages: 2, ...shape })
    expect(listFields(pdf)).toMatchObject([{ name: 'Signature1', fieldType: 'Sig', value: undefined }])
    expect(rectOf(pdf, 'Signature1')).toEqual([0, 0, 0, 0])
    expect(annotationsOf(pdf, 0)).toBe(1)
    expect(annotationsOf(pdf, 1)).toBe(0)
    const { dict } = findField(pdf, 'Signature1') ?? {}
    expect(dict?.entries.get('F')).toMatchObject({ value: 132 })
    expect(dict?.entries.get('P')).toMatchObject({ kind: 'ref', number: 3 })
  })
  it('numbers the fields that are given no name', () => {
    const { pdf } = add({
      catalog: '/AcroForm<</Fields[20 0 R]>>',
      extra: [{ number: 20, body: '<</FT/Sig/T(Signature1)>>' }],
    })
    expect(listFields(pdf).map(({ name }) => name)).toEqual(['Signature1', 'Signature2'])
  })
  it.each([
    [0, [110, 220, 210, 260]],
    [90, [640, 210, 680, 310]],
    [180, [590, 940, 690, 980]],
    [270, [120, 890, 160, 990]],
  ])('places the rectangle as the page rotated by %i is shown', (rotation, expected) => {
    const page = `/MediaBox[100 200 700 1000]/Rotate ${rotation}`
    const { pdf } = add({ page }, { name: 'Sig', rectangle: { x: 10, y: 20, width: 100, height: 40 } })
    expect(rectOf(pdf, 'Sig')).toEqual(expected)
  })
  it('brings the appearance in as a form, turned upright', () => {
    const rectangle = { x: 10, y: 20, width: 100, height: 40 }
    const { pdf } = add({ page: '/Rotate 90' }, { name: 'Sig', rectangle, appearance })
    const { dict } = findField(pdf, 'Sig') ?? {}
    const states = dict && findValue(pdf, dict, 'AP')
    const normal = states?.kind === 'dict' ? findValue(pdf, states, 'N') : undefined
    expect(normal).toMatchObject({ kind: 'stream' })
    const matrix = normal?.kind === 'stream' ? normal.dict.entries.get('Matrix') : undefined
    const numbers =
      matrix?.kind === 'array' ? matrix.items.map((item) => (item.kind === 'number' ? item.value : 0)) : []
    expect(numbers).toEqual([0, 1, -1, 0, 0, 0])
  })
  it('makes the groups that a name with full stops needs, and joins those that exist', () => {
    const group = { number: 20, body: '<</T(to)/Kids[21 0 R]>>' }
    const kid = { number: 21, body: '<</T(mot)/FT/Tx/Parent 20 0 R>>' }
    const shape = { catalog: '/AcroForm<</Fields[20 0 R]>>', extra: [group, kid] }
    expect(listFields(add(shape, { name: 'to.hai' }).pdf).map(({ name }) => name)).toEqual([
      'to.mot',
      'to.hai',
    ])
    expect(listFields(add(shape, { name: 'moi.ba.bon' }).pdf).map(({ name }) => name)).toEqual([
      'to.mot',
      'moi.ba.bon',
    ])
  })
  it('writes the lock of a field as an object of its own', () => {
    const { pdf } = add({}, { lock: { action: 'Include', fields: ['soKyHieu'], level: 1 } })
    const field = findField(pdf, 'Signature1')
    const lock = field && findValue(pdf, field.dict, 'Lock')
    expect(lock?.kind === 'dict' && [...lock.entries.keys()]).toEqual(['Type', 'Action', 'Fields', 'P'])
  })
  it('gives archival documents an appearance even where nothing shows', () => {
    const { pdf } = add({ catalog: '/OutputIntents[<</S/GTS_PDFA1>>]' })
    expect(findField(pdf, 'Signature1')?.dict.entries.has('AP')).toBe(true)
    expect(findField(add({}).pdf, 'Signature1')?.dict.entries.has('AP')).toBe(false)
  })
  it('adds text fields with what a viewer needs to fill them', () => {
    const bytes = buildPdf()
    const draft = beginRevision(openPdf(bytes))
    addTextField(draft, { name: 'soKyHieu', rectangle: { x: 50, y: 700, width: 100, height: 20 } })
    addTextField(draft, { name: 'ngayBanHanh', rectangle: { x: 250, y: 700, width: 100, height: 20 } })
    const pdf = openPdf(extend(bytes, appendRevision(draft).bytes))
    expect(listFields(pdf)).toMatchObject([{ name: 'soKyHieu', fieldType: 'Tx' }, { name: 'ngayBanHanh' }])
    const form = findValue(pdf, readCatalog(pdf), 'AcroForm')
    expect(form?.kind === 'dict' && form.entries.has('NeedAppearances')).toBe(false)
    expect(form?.kind === 'dict' && form.entries.has('DR')).toBe(true)
  })
  it('reads fields through widgets in /Kids, with type and value from above', () => {
    const parent = { number: 20, body: '<</FT/Sig/T(Sig)/V 9 0 R/Kids[21 0 R 22 0 R]>>' }
    const widgets = [21, 22].map((number) => ({
      number,
      body: '<</Subtype/Widget/Parent 20 0 R/Rect[0 0 1 1]>>',
    }))
    const pdf = openPdf(buildPdf({ catalog: '/AcroForm<</Fields[20 0 R]>>', extra: [parent, ...widgets] }))
    expect(listFields(pdf)).toMatchObject([
      { name: 'Sig', fieldType: 'Sig', widgets: [{ isMerged: false }, {}] },
    ])
  })
})

describe('what it refuses', () => {
  const taken = { catalog: '/AcroForm<</Fields[20 0 R]>>', extra: [{ number: 20, body: '<</FT/Tx/T(a)>>' }] }
  it.each(['a', 'a.b'])('refuses the name %s where a field a exists', (name) => {
    expect(() => add(taken, { name })).toThrow(/exists/)
  })
  it('refuses a name that another field of the same draft has', () => {
    const draft = beginRevision(openPdf(buildPdf()))
    addSignatureField(draft, { name: 'Sig' })
    expect(() => addSignatureField(draft, { name: 'Sig' })).toThrow(/exists/)
  })
  it.each(['', 'a.', '.a', 'a..b'])('refuses the name %j', (name) => {
    expect(() => add({}, { name })).toThrow(/full stops/)
  })
  it('refuses a page that is not there', () => {
    expect(() => add({}, { pageIndex: 7 })).toThrow(/no page 8/)
  })
  it('refuses a rectangle without size', () => {
    expect(() => add({}, { rectangle: { x: 0, y: 0, width: 0, height: 10 } })).toThrow(/not usable/)
  })
  it('refuses an appearance of several pages', () => {
    const rectangle = { x: 0, y: 0, width: 10, height: 10 }
    expect(() => add({}, { rectangle, appearance: buildPdf({ pages: 2 }) })).toThrow(/exactly one page/)
  })
})

describe('edges', () => {
  it('gives a page its own annotations where the array is shared with another page', () => {
    const shared = '/Annots 20 0 R'
    const rewrite = (text: string): string => text.replace('/Contents 6 0 R', `/Contents 6 0 R${shared}`)
    const { pdf } = add({ pages: 2, page: shared, rewrite, extra: [{ number: 20, body: '[]' }] })
    expect([annotationsOf(pdf, 0), annotationsOf(pdf, 1)]).toEqual([1, 0])
  })
  it('adds a field to a document without pages', () => {
    const { pdf } = add({ extra: [{ number: 2, body: '<</Type/Pages/Kids[]/Count 0>>' }] })
    expect(listFields(pdf).length).toBe(1)
  })
  it('ends a hierarchy of fields that contains itself', () => {
    const loop = { number: 20, body: '<</T(a)/Kids[20 0 R 21 0 R]>>' }
    const leaf = { number: 21, body: '<</T(b)/FT/Tx>>' }
    const pdf = openPdf(buildPdf({ catalog: '/AcroForm<</Fields[20 0 R 5 null]>>', extra: [loop, leaf] }))
    expect(readFieldTree(pdf)).toMatchObject({ fields: [{ name: 'a.b' }], skippedNodes: 3 })
  })
})

describe('what it must not touch', () => {
  it('changes the form, the page and nothing else', () => {
    const { tail } = add({
      pages: 3,
      catalog: '/AcroForm 20 0 R',
      extra: [{ number: 20, body: '<</Fields[]>>' }],
    })
    expect(
      [...tail.matchAll(/(\d+) 0 obj/g)].map(([, number]) => Number(number)).sort((a, b) => a - b),
    ).toEqual([3, 20, 23])
  })
  it('leaves the catalog be where the form is an object of its own', () => {
    const { tail } = add({ catalog: '/AcroForm 20 0 R', extra: [{ number: 20, body: '<</Fields[]>>' }] })
    expect(tail).not.toContain('/Type/Catalog')
  })
})
