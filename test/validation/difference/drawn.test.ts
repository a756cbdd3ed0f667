import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPdf } from '../../../src/pdf/index.ts'
import { findRedrawnBox, findResourceBox } from '../../../src/validation/difference/drawn.ts'
import { buildPdf, streamBody } from '../../kit/build-pdf.ts'

/** A page with a content. */
const pageOf = (content: string) =>
  openPdf(
    buildPdf({
      page: '/Resources<</XObject<</Im1 12 0 R>>>>',
      extra: [{ number: 4, body: streamBody('', content) }],
    }),
  )
const redrawn = (before: string, after: string) =>
  findRedrawnBox({ signed: pageOf(before), later: pageOf(after) }, 1)

describe('what it gives', () => {
  const line = 'BT /F1 12 Tf 50 700 Td (Pay 100 dong) Tj 0 -20 Td (to Nguyen Van Vi Du) Tj ET'
  it('the part of the page whose text is another', () => {
    expect(redrawn(line, line.replace('100', '999'))).toEqual([50, 697, 50 + 12 * 12 * 0.5, 712])
    expect(redrawn(line, line.replace('Vi Du', 'Vi Thu'))?.[1]).toBe(677)
  })
  it('the same wherever the text is moved to, turned or enlarged', () => {
    const moved = 'q 2 0 0 2 10 20 cm BT /F1 10 Tf 1 0 0 1 30 40 Tm (a) Tj ET Q'
    expect(redrawn(moved, '')).toEqual([70, 95, 80, 120])
    const turned = 'BT /F1 10 Tf 0 1 -1 0 100 100 Tm (ab) Tj ET'
    expect(redrawn(turned, '')).toEqual([90, 100, 102.5, 110])
  })
  it('the lines that are begun by other operators', () => {
    const lines =
      'BT /F1 10 Tf 12 TL 50 500 Td (a) Tj T* (b) Tj (c) \' 1 2 (d) " 0 -14 TD [(e) -20 (f)] TJ ET'
    for (const [index, sign] of [...'abcd'].entries())
      expect(redrawn(lines, lines.replace(`(${sign})`, '(x)'))?.[1]).toBe(500 - 12 * index - 2.5)
    expect(redrawn(lines, lines.replace('(f)', '(x)'))?.[1]).toBe(500 - 36 - 14 - 2.5)
  })
  it('the part of the page where a picture was drawn', () => {
    const states = { signed: pageOf('q 100 0 0 50 200 300 cm /Im1 Do Q'), later: pageOf('') }
    expect(findResourceBox(states, 1, 'Im1')).toEqual([200, 300, 300, 350])
    expect(findResourceBox(states, 1, 'Im2')).toBe(undefined)
    expect(findRedrawnBox(states, 1)).toEqual([200, 300, 300, 350])
  })
})

describe('edges', () => {
  it('finds nothing where the same is drawn in another order or with other words between', () => {
    const parts = ['BT /F1 9 Tf 5 6 Td (a) Tj ET', 'BT /F1 9 Tf 5 90 Td (b) Tj ET']
    expect(redrawn(parts.join(' '), `% remark (c) Tj\n${[...parts].reverse().join('\n1 0 0 RG ')}`)).toBe(
      undefined,
    )
  })
  it('does not take the octets of a picture in the content for operators', () => {
    const picture = 'BI /W 1 /H 1 /BPC 8 /CS /G ID (x) Tj EI'
    expect(redrawn(`${picture} BT /F1 9 Tf 5 6 Td (a) Tj ET`, picture)?.[0]).toBe(5)
    expect(redrawn(picture, picture.replace('(x)', '(y)'))).toBe(undefined)
  })
  it('neither throws nor hangs, whatever stands in the content', () => {
    const words = fc.constantFrom(
      'BT',
      'ET',
      'q',
      'Q',
      'cm',
      'Tm',
      'Td',
      'Tf',
      'Tj',
      '(a)',
      '[(b)]',
      '/F1',
      '1',
      '-2.5',
      '<61>',
      '<<',
      'ID',
      '%',
    )
    const content = fc.array(words, { maxLength: 60 }).map((each) => each.join(' '))
    fc.assert(
      fc.property(content, content, (before, after) => {
        const box = redrawn(before, after)
        expect(box === undefined || box.every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('of a page that is not there says nothing', () => {
    expect(findRedrawnBox({ signed: pageOf(''), later: pageOf('') }, 9)).toBe(undefined)
  })
})
