import { describe, expect, it } from 'vitest'
import { openPdf } from '../../../src/pdf/index.ts'
import { pdfRef } from '../../../src/pdf/syntax/index.ts'
import {
  collectPlaces,
  findPlace,
  readRectangle,
  takesRoom,
} from '../../../src/validation/difference/places.ts'
import { asDict } from '../../../src/validation/difference/revision-pair.ts'
import { appendTo } from '../../kit/attacks/append.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { buildPdf } from '../../kit/build-pdf.ts'
import { analyseBytes, signedDocument } from '../../kit/changed-document.ts'

const big = '9'.repeat(400)
const numbers = [
  { number: 16, body: '99' },
  { number: 17, body: '[0 0 16 0 R 50]' },
]

/** The annotation 30 of a document. */
const annotationOf = (entries: string) => {
  const pdf = openPdf(
    buildPdf({ page: '/Annots[30 0 R]', extra: [{ number: 30, body: `<<${entries}>>` }, ...numbers] }),
  )
  const dict = asDict(pdf, pdfRef(30))
  if (dict === undefined) throw new Error('no annotation')
  return { pdf, dict }
}

describe('what it gives', () => {
  it.each<[string, readonly number[] | undefined, boolean]>([
    ['/Rect[10 20 110 60]', [10, 20, 110, 60], true],
    ['/Rect[110 60 10 20]', [10, 20, 110, 60], true],
    ['/Rect 17 0 R', [0, 0, 99, 50], true],
    ['/Rect[0 0 16 0 R 50]', [0, 0, 99, 50], true],
    ['/Rect[5 5 5 90]', [5, 5, 5, 90], false],
    ['/Rect[5 5 90 5]', [5, 5, 90, 5], false],
    ['/Rect[0 0 0 0]', [0, 0, 0, 0], false],
    ['', undefined, false],
    ['/Rect null', undefined, false],
    ['/Rect 77 0 R', undefined, false],
    ['/Rect[]', undefined, true],
    ['/Rect[0 0 9]', undefined, true],
    ['/Rect[0 0/A 9]', undefined, true],
    ['/Rect/All', undefined, true],
    [`/Rect[0 0 ${big} 9]`, undefined, true],
  ])('the rectangle of %s, and whether it takes room', (entries, rectangle, isTaking) => {
    const { pdf, dict } = annotationOf(entries)
    expect([readRectangle(pdf, dict), takesRoom(pdf, dict)]).toEqual([rectangle, isTaking])
  })

  it('the page of a page, of its content, of an annotation, and of a field by its widget', () => {
    const pdf = openPdf(
      buildPdf({
        pages: 2,
        page: '/Annots[30 0 R]',
        extra: [
          { number: 30, body: '<</Subtype/Widget/Rect[1 2 3 4]>>' },
          { number: 31, body: '<</T(f)/Kids[30 0 R]>>' },
        ],
      }),
    )
    const places = collectPlaces(pdf)
    const rectangle = [1, 2, 3, 4]
    expect([3, 4, 5, 6, 30, 31, 2].map((number) => findPlace(places, number))).toEqual([
      { pageNumber: 1, rectangle: undefined },
      { pageNumber: 1, rectangle: undefined },
      { pageNumber: 2, rectangle: undefined },
      { pageNumber: 2, rectangle: undefined },
      { pageNumber: 1, rectangle },
      { pageNumber: 1, rectangle },
      { pageNumber: undefined, rectangle: undefined },
    ])
  })
})

const catalog =
  '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[13 0 R 21 0 R 50 0 R]/DA(/F1 10 Tf)/SigFlags 3>>/Perms<</DocMDP 20 0 R>>>>'
const page =
  '<</Type/Page/Parent 2 0 R/Contents 4 0 R/Annots[13 0 R 15 0 R 21 0 R 50 0 R]/Resources<</Font<</F1 11 0 R>>/XObject<</Im1 12 0 R>>>>>>'
const sneaky = (rect: string) => `<</Type/Annot/Subtype/Widget/FT/Sig/T(Late)/F 132/Rect ${rect}/P 3 0 R>>`

// Numbers and arrays that stand in the signed bytes already, as the length of any stream may.
const plain = sampleShape()
const shape = { ...plain, extra: [...(plain.extra ?? []), ...numbers] }

describe('what it refuses', () => {
  it.each(['[0 0 99 99]', '[0 0 16 0 R 16 0 R]', '17 0 R', '[0 0 9]'])(
    'to take a signature field over a certified page for an invisible one: /Rect %s',
    (rect) => {
      const objects = { 1: catalog, 3: page, 50: sneaky(rect) }
      const { changes, attacks } = analyseBytes(appendTo(signedDocument({ shape, certify: 2 }), { objects }))
      expect(changes.map(({ rule }) => rule)).toContain('change/visible-signature-field')
      expect(attacks.map(({ name }) => name)).toContain('sneaky-signature')
    },
  )

  it('to take an annotation for none because its kind stands elsewhere', () => {
    const named = {
      ...shape,
      extra: [
        ...shape.extra.slice(0, -2),
        { number: 16, body: '/FreeText' },
        { number: 17, body: '[0 0 9 9]' },
      ],
    }
    const certified = signedDocument({ shape: named, certify: 3 })
    const objects = { 3: page, 50: '<</Type/Annot/Subtype 16 0 R/Rect 17 0 R/Contents(x)>>' }
    const { attacks } = analyseBytes(appendTo(certified, { objects }))
    expect(attacks.map(({ variant }) => variant)).toEqual(['covering-annotation'])
  })
})

describe('edges', () => {
  it('an invisible field over a certified page stays an archiving update', () => {
    const objects = { 1: catalog, 3: page, 50: sneaky('[0 0 0 0]') }
    const { level, isPermitted } = analyseBytes(appendTo(signedDocument({ shape, certify: 2 }), { objects }))
    expect([level, isPermitted]).toEqual(['lta-updates', true])
  })

  it('a rectangle beyond all numbers is told as none: a report of it is JSON', () => {
    const objects = { 3: page, 50: `<</Type/Annot/Subtype/FreeText/Rect[0 0 ${big} 9]>>` }
    const { changes } = analyseBytes(appendTo(signedDocument({ shape, certify: 3 }), { objects }))
    for (const { rectangle } of changes)
      expect(JSON.parse(JSON.stringify([rectangle ?? 0]))).toEqual([rectangle ?? 0])
  })
})

describe('what it must not touch', () => {
  it('leaves the dictionary as it is', () => {
    const { pdf, dict } = annotationOf('/Rect[9 9 1 1]')
    const copy = structuredClone(dict.entries.get('Rect'))
    readRectangle(pdf, dict)
    expect(dict.entries.get('Rect')).toEqual(copy)
  })
})
