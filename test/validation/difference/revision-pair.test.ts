import { describe, expect, it } from 'vitest'
import { readObject } from '../../../src/pdf/index.ts'
import { pdfRef } from '../../../src/pdf/syntax/index.ts'
import {
  asDict,
  collectNew,
  isNewNumber,
  isSameObject,
  listDifferentKeys,
  listReferences,
} from '../../../src/validation/difference/revision-pair.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'
import { pairOf, pairsOf } from '../../kit/revision-pairs.ts'
import { text } from '../../kit/sample-objects.ts'

const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
const numbersOf = (refs: readonly { readonly number: number }[]) =>
  refs.map(({ number }) => number).sort((a, b) => a - b)

describe('what it gives', () => {
  it('what a revision defines, what it frees, and where new numbers begin', () => {
    const pair = pairOf({ objects: { 13: text('2'), 40: '<<>>' }, freed: [12, 99] })
    expect([...pair.changed].sort((a, b) => a - b)).toEqual([13, 40])
    expect([...pair.freed]).toEqual([12])
    expect([19, 20, 40].map((number) => isNewNumber(pair, number))).toEqual([false, true, true])
    expect(pair.signedNumbers.has(13)).toBe(true)
    expect(pair.signedNumbers.has(40)).toBe(false)
  })

  it('the object streams out of which the signed document reads', () => {
    const packed = signedDocument({ shape: sampleShape({ xref: 'stream' }) })
    expect(pairOf({ objects: { 40: '<<>>' } }, packed).containers.size).toBe(1)
    expect(pairOf({ objects: { 40: '<<>>' } }).containers.size).toBe(0)
  })

  it('what the additions before this one refer to, and not what it refers to itself', () => {
    const [first, second, third] = pairsOf([
      { objects: { 40: '[41 0 R]' } },
      { objects: { 41: '[42 0 R]' } },
      { objects: { 43: '5' } },
    ])
    expect([first, second, third].map((pair) => [...(pair?.findReferred() ?? [])])).toEqual([
      [41, 42],
      [41, 42],
      [41, 42],
    ])
    const fresh = pairsOf([{ objects: { 40: '[41 0 R]' } }])
    expect([...(fresh[0]?.findReferred() ?? [])]).toEqual([41])
  })

  it('the references in a value, but those that lead back', () => {
    const pair = pairOf({
      objects: { 40: '<</A 1 0 R/B[2 0 R<</C 3 0 R>>]/Parent 4 0 R>>', 41: streamBody('/D 5 0 R', 'x') },
    })
    expect(numbersOf(listReferences(readObject(pair.later, pdfRef(40))))).toEqual([1, 2, 3])
    expect(numbersOf(listReferences(readObject(pair.later, pdfRef(41))))).toEqual([5])
  })

  it('the new objects that a value leads to, through new ones only', () => {
    const pair = pairOf({
      objects: { 40: '[41 0 R 11 0 R]', 41: '<</A 40 0 R/B 42 0 R>>', 42: '5', 43: '6', 11: '<</A 43 0 R>>' },
    })
    expect([...collectNew(pair, pdfRef(40))].sort((a, b) => a - b)).toEqual([40, 41, 42])
    expect([...collectNew(pair, undefined)]).toEqual([])
  })
})

describe('whether an object means the same', () => {
  it.each<[string, number, string, boolean]>([
    ['written as it was', 11, font, true],
    ['with its entries in another order', 11, '<</BaseFont/Helvetica/Subtype/Type1/Type/Font>>', true],
    ['with another entry', 11, font.replace('Helvetica', 'Courier'), false],
    ['with an entry more', 11, font.replace('>>', '/A 1>>'), false],
    ['with an entry less', 11, '<</Type/Font/Subtype/Type1>>', false],
    [
      'a stream with the same data elsewhere',
      4,
      streamBody('', 'BT /F1 12 Tf 50 700 Td (Pay 100 dong) Tj ET /Im1 Do'),
      true,
    ],
    [
      'a stream with other data of one length',
      4,
      streamBody('', 'BT /F1 12 Tf 50 700 Td (Pay 900 dong) Tj ET /Im1 Do'),
      false,
    ],
    [
      'a stream with another dictionary',
      4,
      streamBody('/A 1', 'BT /F1 12 Tf 50 700 Td (Pay 100 dong) Tj ET /Im1 Do'),
      false,
    ],
    ['no stream where one was', 4, '<<>>', false],
  ])('%s', (_, number, body, isSame) => {
    expect(isSameObject(pairOf({ objects: { [number]: body } }), number)).toBe(isSame)
  })

  it('an entry that leads astray never does', () => {
    expect(isSameObject(pairOf({ objects: { 11: font }, offsetError: 3 }), 11)).toBe(false)
  })
})

describe('edges', () => {
  it('lists the entries that differ, on either side, and none where one side is no dictionary', () => {
    const pair = pairOf({ objects: { 40: '<</A 1/B 2/C[1]>>', 41: '<</A 1/B 3/D 4/C[1]>>' } })
    const [before, after] = [40, 41].map((number) => asDict(pair.later, pdfRef(number)))
    expect(listDifferentKeys(before, after, new Set())).toEqual(['B', 'D'])
    expect(listDifferentKeys(before, after, new Set(['B']))).toEqual(['D'])
    expect(listDifferentKeys(before, undefined, new Set())).toBeUndefined()
    expect(asDict(pair.later, pdfRef(4))).toBeUndefined()
  })
})
