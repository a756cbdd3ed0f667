import { describe, expect, it } from 'vitest'
import { appendTo } from '../../kit/attacks/append.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { analyseBytes, signedDocument } from '../../kit/changed-document.ts'
import { addedField, look, page, sigField, text } from '../../kit/sample-objects.ts'

/** Rule, object, way, page and rectangle of every change. */
const told = (appendix: Parameters<typeof appendTo>[1], shape = sampleShape()) =>
  analyseBytes(appendTo(signedDocument({ shape }), appendix)).changes.map(
    ({ rule, object, path, pageNumber, rectangle }) => [rule, object?.number, path, pageNumber, rectangle],
  )
const other = streamBody('', 'other')

describe('what it gives', () => {
  it.each<[string, Record<number, string>, readonly unknown[]]>([
    [
      'the content of a page',
      { 4: other },
      ['change/page-content', 4, '/Pages/Kids[0]/Contents', 1, expect.any(Array)],
    ],
    [
      'a font of a page',
      { 11: '<</Type/Font>>' },
      ['change/page-content', 11, '/Pages/Kids[0]/Resources/Font/F1', 1, undefined],
    ],
    [
      'an annotation',
      { 15: '<</Type/Annot/Subtype/Stamp/F 2/Rect[300 600 400 700]/P 3 0 R>>' },
      ['change/annotation-changed', 15, '/Pages/Kids[0]/Annots[1]', 1, [300, 600, 400, 700]],
    ],
    [
      'a page',
      { 3: page('13 0 R 15 0 R 19 0 R', '/Rotate 90') },
      ['change/page-entries', 3, '/Pages/Kids[0]', 1, undefined],
    ],
    [
      'the tree of pages',
      { 2: '<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2/MediaBox[0 0 595 842]>>' },
      ['change/page-tree', 2, '/Pages', undefined, undefined],
    ],
    ['a field', { 13: text('2') }, ['field/filled', 13, '/AcroForm/Fields[0]', 1, [50, 600, 250, 620]]],
    [
      'the looks of a field',
      { 14: look },
      ['field/appearance', 14, '/AcroForm/Fields[0]/AP', 1, [50, 600, 250, 620]],
    ],
    [
      'the signature itself',
      { 18: '<</Type/Sig>>' },
      ['change/object-replaced', 18, '/Pages/Kids[0]/Annots[2]/V', 1, undefined],
    ],
    ['an object nobody uses', { 40: '<<>>' }, ['xref/unused-object', 40, '', undefined, undefined]],
  ])('where it is: %s', (_, objects, expected) => {
    expect(told({ objects })).toContainEqual(expected)
  })

  it('the page on which a new field stands, by its widget', () => {
    expect(told({ objects: addedField(sigField('', '5 6 70 80')) })).toContainEqual([
      'field/signature-added',
      40,
      '/AcroForm/Fields[2]',
      1,
      [5, 6, 70, 80],
    ])
  })

  it('the second page as the second', () => {
    const shape = { ...sampleShape(), pages: 2 }
    expect(told({ objects: { 6: other } }, shape)).toContainEqual([
      'change/page-content',
      6,
      '/Pages/Kids[1]/Contents',
      2,
      undefined,
    ])
  })

  it('where an annotation was that is there no more', () => {
    expect(told({ freed: [15] })).toContainEqual([
      'change/object-freed',
      15,
      '/Pages/Kids[0]/Annots[1]',
      1,
      [300, 600, 400, 700],
    ])
  })
})

describe('what it refuses', () => {
  it('to tell what was written again as it was, and what was not used when it was freed', () => {
    expect(told({ objects: { 11: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>' } })).toEqual([])
    const spare = sampleShape()
    const shape = { ...spare, extra: [...(spare.extra ?? []), { number: 16, body: '<<>>' }] }
    expect(told({ freed: [16] }, shape)).toEqual([['xref/unused-freed', 16, '', undefined, undefined]])
  })

  it('to tell one object twice, as refused and as left over', () => {
    const changes = told({ objects: { 13: text('1', '/F 4/AP<</N 14 0 R>>/MaxLen 9') } })
    expect(changes.filter(([, number]) => number === 13).length).toBe(1)
  })
})

describe('edges', () => {
  it('counts the revisions that brought the changes', () => {
    const twice = appendTo(appendTo(signedDocument(), { objects: { 40: '<<>>' } }), { objects: { 4: other } })
    const { changes } = analyseBytes(twice)
    expect(changes.map(({ rule, revisionIndex }) => [rule, revisionIndex])).toEqual([
      ['xref/unused-object', 2],
      ['change/page-content', 3],
    ])
  })
})
