import { describe, expect, it } from 'vitest'
import { sampleShape } from '../../kit/attacks/sample.ts'
import type { PdfShape } from '../../kit/build-pdf.ts'
import { analyseBytes, changeSample, signedDocument } from '../../kit/changed-document.ts'

/** What the signed document says of its structure: the sentence, then the text field. */
const root = (kids: string, tree: string, more = '/ParentTreeNextKey 2') =>
  `<</Type/StructTreeRoot/K ${kids}/ParentTree ${tree}/RoleMap<</Note/P>>${more}>>`
const nums = (more = '') => `<</Nums[0[31 0 R]1 32 0 R${more}]>>`
const documentElement = (kids = '[31 0 R 32 0 R]') => `<</Type/StructElem/S/Document/P 30 0 R/K ${kids}>>`
const sentence = (more = '/K 0') => `<</Type/StructElem/S/P/P 33 0 R/Pg 3 0 R${more}>>`
const fieldElement = '<</Type/StructElem/S/Form/P 33 0 R/K<</Type/OBJR/Obj 13 0 R/Pg 3 0 R>>>>'

const shape: PdfShape = {
  ...sampleShape(),
  catalog: '/AcroForm<</Fields[13 0 R]/DA(/F1 10 Tf)>>/MarkInfo<</Marked true>>/StructTreeRoot 30 0 R',
  page: `/StructParents 0${sampleShape().page}`,
  extra: [
    ...(sampleShape().extra ?? []),
    { number: 30, body: root('33 0 R', '34 0 R') },
    { number: 31, body: sentence() },
    { number: 32, body: fieldElement },
    { number: 33, body: documentElement() },
    { number: 34, body: nums() },
  ],
}

const catalog = '<</Type/Catalog/Pages 2 0 R/AcroForm 90 0 R/MarkInfo<</Marked true>>/StructTreeRoot 30 0 R>>'
const page = (annotations: string, more = '') =>
  `<</Type/Page/Parent 2 0 R/Contents 4 0 R/StructParents 0/Annots[13 0 R 15 0 R ${annotations}]/Resources<</Font<</F1 11 0 R>>/XObject<</Im1 12 0 R>>>>${more}>>`

/** Numbers that the signer gave to things. */
const signedText = new TextDecoder('latin1').decode(signedDocument({ shape }))
const signatureField = Number(/(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*\/FT\s*\/Sig/.exec(signedText)?.[1])
const formBody = (fields: string) =>
  `<</Fields[13 0 R ${signatureField} 0 R ${fields}]/DA(/F1 10 Tf)/SigFlags 3>>`

const widget = (more = '') =>
  `<</Type/Annot/Subtype/Widget/FT/Sig/T(Late)/F 132/Rect[0 0 0 0]/P 3 0 R/StructParent 2${more}>>`
const newElement = (more = '/K<</Type/OBJR/Obj 91 0 R/Pg 3 0 R>>', parent = 33) =>
  `<</Type/StructElem/S/Form/P ${parent} 0 R/Pg 3 0 R${more}>>`

/** A new field with its widget on the page, entered in the structure. */
const entered = (changes: Record<number, string> = {}): Record<number, string> => ({
  1: catalog,
  3: page(`${signatureField} 0 R 91 0 R`),
  90: formBody('91 0 R'),
  91: widget(),
  30: root('33 0 R', '34 0 R', '/ParentTreeNextKey 3'),
  33: documentElement('[31 0 R 32 0 R 92 0 R]'),
  34: nums(' 2 92 0 R'),
  92: newElement(),
  ...changes,
})

const levelOf = (objects: Record<number, string>): string | undefined =>
  changeSample({ objects }, { shape })[0]

describe('what it gives', () => {
  it('takes the sample, signed, for what it is', () => {
    expect(signatureField).toBeGreaterThan(34)
    expect(analyseBytes(signedDocument({ shape })).level).toBe('none')
  })
  it.each<[string, Record<number, string>]>([
    ['below an element', entered()],
    ['in front of the others', entered({ 33: documentElement('[92 0 R 31 0 R 32 0 R]') })],
    [
      'below the root',
      entered({
        30: root('[33 0 R 92 0 R]', '34 0 R', '/ParentTreeNextKey 3'),
        33: documentElement(),
        92: newElement(undefined, 30),
      }),
    ],
    [
      'below a new group',
      entered({
        33: documentElement('[31 0 R 32 0 R 93 0 R]'),
        92: newElement(undefined, 93),
        93: '<</Type/StructElem/S/Sect/P 33 0 R/K[92 0 R]>>',
      }),
    ],
    [
      'with kids and keys in objects of their own',
      entered({
        33: documentElement('94 0 R'),
        94: '[31 0 R 32 0 R 92 0 R]',
        34: '<</Kids[95 0 R 96 0 R]>>',
        95: '<</Limits[0 1]/Nums[0[31 0 R]1 32 0 R]>>',
        96: '<</Limits[2 2]/Nums[2 92 0 R]>>',
      }),
    ],
    [
      'with a page that now has an order of tabs',
      entered({ 3: page(`${signatureField} 0 R 91 0 R`, '/Tabs/S') }),
    ],
    [
      'with words for those who cannot see it',
      entered({ 92: newElement('/Alt(Signature)/T(Late)/K<</Type/OBJR/Obj 91 0 R>>') }),
    ],
  ])('lets the widget of a new signature field be entered %s', (_, objects) => {
    expect(levelOf(objects)).toBe('lta-updates')
  })
  it('counts the entry of a visible field as filling in', () => {
    expect(levelOf(entered({ 91: widget().replace('[0 0 0 0]', '[10 10 90 40]') }))).toBe('form-filling')
  })
  it('lets a text field of a tagged document be filled in', () => {
    const filled =
      '<</Type/Annot/Subtype/Widget/FT/Tx/T(amount)/V(200 dong)/F 4/Rect[50 600 250 620]/P 3 0 R/AP<</N 14 0 R>>>>'
    expect(levelOf({ 13: filled })).toBe('form-filling')
  })
})

describe('what it refuses', () => {
  it.each<[string, Record<number, string>]>([
    ['elements in another order', entered({ 33: documentElement('[32 0 R 31 0 R 92 0 R]') })],
    ['an element left out', entered({ 33: documentElement('[31 0 R 92 0 R]') })],
    [
      'an element of another role',
      entered({ 33: documentElement('[31 0 R 32 0 R 92 0 R]').replace('/Document', '/Artifact') }),
    ],
    ['content of the page read twice', entered({ 92: newElement('/K[0<</Type/OBJR/Obj 91 0 R>>]') })],
    [
      'a new element with words in place of its content',
      entered({ 92: newElement('/ActualText(9 999 dong)/K<</Type/OBJR/Obj 91 0 R>>') }),
    ],
    ['a new element without a widget', entered({ 92: newElement('/Alt(9 999 dong)') })],
    ['a new element for another annotation', entered({ 92: newElement('/K<</Type/OBJR/Obj 15 0 R>>') })],
    ['a new element that says it belongs elsewhere', entered({ 92: newElement(undefined, 31) })],
    ['an old element with other words', entered({ 31: sentence('/K 0/ActualText(Pay 9 999 dong)') })],
    [
      'an old element that took in a widget and lost content',
      entered({ 31: sentence('/K[92 0 R]'), 92: newElement(undefined, 31), 33: documentElement() }),
    ],
    ['a key that leads elsewhere now', entered({ 34: '<</Nums[0[32 0 R]1 32 0 R 2 92 0 R]>>' })],
    ['a key that is gone', entered({ 34: '<</Nums[1 32 0 R 2 92 0 R]>>' })],
    ['a key outside its limits', entered({ 34: '<</Limits[1 2]/Nums[0[31 0 R]1 32 0 R 2 92 0 R]>>' })],
    ['a key for the element of something else', entered({ 34: nums(' 2 31 0 R') })],
    ['a key that the widget does not state', entered({ 34: nums(' 7 92 0 R') })],
    [
      'another role map',
      entered({ 30: root('33 0 R', '34 0 R', '/ParentTreeNextKey 3').replace('/Note/P', '/P/Artifact') }),
    ],
    ['a lower next key', entered({ 30: root('33 0 R', '34 0 R', '/ParentTreeNextKey 1') })],
    ['another tree', entered({ 1: catalog.replace('30 0 R', '95 0 R'), 95: root('33 0 R', '34 0 R') })],
    ['no tree', { 1: catalog.replace('/StructTreeRoot 30 0 R', ''), 90: formBody('') }],
  ])('refuses %s', (_, objects) => {
    expect(levelOf(objects)).toBe('other')
  })
})

describe('edges', () => {
  it('ends on elements and keys that lead in circles', () => {
    expect(levelOf(entered({ 92: newElement('/K[92 0 R]') }))).toBe('other')
    expect(levelOf(entered({ 34: '<</Kids[34 0 R]>>' }))).toBe('other')
  })
})
