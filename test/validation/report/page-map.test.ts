import { describe, expect, it } from 'vitest'
import { openPdf } from '../../../src/pdf/index.ts'
import { drawPageMap, isShown } from '../../../src/validation/report/page-map.ts'
import { findPageShapes } from '../../../src/validation/report/page-shapes.ts'
import { buildPdf } from '../../kit/build-pdf.ts'
import { changeOf, hostileText, signatureOf } from '../../kit/report-of.ts'

const a4 = { pageNumber: 1, box: [0, 0, 600, 800], rotation: 0 } as const
const draw = (changes: Parameters<typeof drawPageMap>[1], shape: Parameters<typeof drawPageMap>[0] = a4) =>
  drawPageMap(shape, changes, 'en').html
/** The rectangles of the marks: left, top, width, height. */
const marksOf = (svg: string) =>
  [
    ...svg.matchAll(
      /<g class="mark ([a-z-]+)"><rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g,
    ),
  ].map(([, level, ...numbers]) => [level, ...numbers.map(Number)])

describe('what it gives', () => {
  it('each changed place once, where it is on the page, counted from above', () => {
    const svg = draw([changeOf(), changeOf({ path: 'other' })])
    expect(marksOf(svg)).toEqual([['form-filling', 10, 740, 100, 40]])
    expect(svg).toContain('aria-label="Page 1: 1 place changed"')
    const two = draw([changeOf(), changeOf({ rectangle: [0, 0, 50, 50] })])
    expect(two).toContain('aria-label="Page 1: 2 places changed"')
  })

  it('the weightiest of several changes of one place, and heavier marks above lighter ones', () => {
    const svg = draw([
      changeOf({ level: 'other' }),
      changeOf(),
      changeOf({ level: 'annotations', rectangle: [0, 0, 50, 50] }),
    ])
    expect(marksOf(svg).map(([level]) => level)).toEqual(['annotations', 'other'])
  })

  it('a place too small to be seen drawn larger, about its middle', () => {
    expect(marksOf(draw([changeOf({ rectangle: [100, 100, 102, 104] })]))).toEqual([
      ['form-filling', 89, 686, 24, 24],
    ])
  })

  it.each([
    [90, 'viewBox="-2 -2 804 604"', 'translate(800 0) rotate(90)'],
    [180, 'viewBox="-2 -2 604 804"', 'translate(600 800) rotate(180)'],
    [270, 'viewBox="-2 -2 804 604"', 'translate(0 600) rotate(270)'],
    [0, 'viewBox="-2 -2 604 804"', 'translate(0 0)'],
  ] as const)('the page turned by %s as a viewer does', (rotation, box, transform) => {
    const svg = draw([changeOf()], { ...a4, rotation })
    expect(svg).toContain(box)
    expect(svg).toContain(`transform="${transform}"`)
  })

  it('a box that does not begin at zero', () => {
    const svg = draw([changeOf()], { ...a4, box: [5, 10, 605, 810] })
    expect(marksOf(svg)).toEqual([['form-filling', 5, 750, 100, 40]])
  })
})

describe('what it refuses', () => {
  it('to mark what lies on another page', () => {
    expect(marksOf(draw([changeOf({ pageNumber: 2 })]))).toEqual([])
  })
  it('to let a word of the document in', () => {
    const svg = draw([
      changeOf({ path: hostileText, rule: hostileText, message: { vi: hostileText, en: hostileText } }),
    ])
    expect(svg).not.toMatch(/alert|[\p{Cc}\p{Cf}]/u)
  })
})

describe('edges', () => {
  it('says that the page changed where the place is not known', () => {
    const svg = draw([changeOf({ rectangle: undefined })])
    expect(svg).toContain('Page 1: changed, the place is not known')
    expect(svg).toContain('class="page unplaced"')
    expect(marksOf(svg)).toEqual([])
  })

  it('says so as well where only some places are known', () => {
    const svg = draw([
      changeOf(),
      changeOf({ rule: 'change/page-content', level: 'other', rectangle: undefined }),
    ])
    expect(svg).toContain('aria-label="Page 1: 1 place changed; the place of more is not known"')
    expect(svg).toContain('class="page unplaced"')
  })

  it('a list that grew with what is marked has a place: that of what it lists', () => {
    const svg = draw([changeOf(), changeOf({ rectangle: undefined })])
    expect(svg).toContain('aria-label="Page 1: 1 place changed"')
    expect(svg).toContain('class="page"')
  })

  it('keeps a mark whole that lies at the edge or beyond it', () => {
    for (const [rectangle, mark] of [
      [
        [0, 0, 4, 4],
        [0, 776, 24, 24],
      ],
      [
        [596, 796, 600, 800],
        [576, 0, 24, 24],
      ],
      [
        [700, 900, 760, 960],
        [540, 0, 60, 60],
      ],
      [
        [-9, -9, 700, 900],
        [0, 0, 709, 909],
      ],
    ] as const)
      expect(marksOf(draw([changeOf({ rectangle })]))).toEqual([['form-filling', ...mark]])
  })

  it('a field without size shows nowhere', () => {
    const unseen = changeOf({ rectangle: [0, 0, 0, 0] })
    expect(isShown(unseen)).toBe(false)
    expect(isShown(changeOf({ pageNumber: undefined }))).toBe(false)
    for (const rectangle of [undefined, [0, 0, 0, 9], [0, 0, 9, 0], [0, 0, 9, 9]] as const)
      expect(isShown(changeOf({ rectangle }))).toBe(true)
    expect(draw([unseen, changeOf()])).toContain('Page 1: 1 place changed"')
  })
})

describe('the shapes of the pages', () => {
  const shapesOf = (page: string, pages = [1]) =>
    findPageShapes(openPdf(buildPdf({ pages: 60, page })), [
      signatureOf({ changes: pages.map((pageNumber) => changeOf({ pageNumber })) }),
    ])
  it.each<[string, readonly number[], number]>([
    ['', [0, 0, 595, 842], 0],
    ['/MediaBox[600 800 0 0]', [0, 0, 600, 800], 0],
    ['/MediaBox[0 0 600 800]/CropBox[10 10 100 100]', [10, 10, 100, 100], 0],
    ['/MediaBox[0 0 600 800]/CropBox[0 0 0 0]', [0, 0, 600, 800], 0],
    ['/MediaBox[0 0/A 1]', [0, 0, 595, 842], 0],
    [`/MediaBox[0 0 ${'9'.repeat(400)} 5]`, [0, 0, 595, 842], 0],
    ['/Rotate 90', [0, 0, 595, 842], 90],
    ['/Rotate -90', [0, 0, 595, 842], 270],
    ['/Rotate 450', [0, 0, 595, 842], 90],
    ['/Rotate/A', [0, 0, 595, 842], 0],
  ])('of %s', (page, box, rotation) => {
    expect(shapesOf(page)).toEqual([{ pageNumber: 1, box, rotation }])
  })
  it('are no more than fifty, each once, in order, and none where nothing changed', () => {
    const all = shapesOf('', [3, 1, 3, ...Array.from({ length: 60 }, (_, index) => index + 1)])
    expect(all.map(({ pageNumber }) => pageNumber)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    )
    expect(shapesOf('', [])).toEqual([])
  })
})
