import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toByteSource } from '../../src/bytes.ts'
import { scanFile } from '../../src/pdf/scan.ts'
import { pdfDict, pdfString } from '../../src/pdf/syntax/index.ts'
import { defaultLimits } from '../../src/pdf/syntax/read-value.ts'
import { toBytes } from '../kit/build-pdf.ts'

/** Scans text and gives where the objects start, with their numbers. */
function listStarts(text: string): [number, number][] {
  const { objects } = scanFile(toByteSource(toBytes(text)), { limits: defaultLimits })
  return objects.map(({ start, number }) => [start, number])
}

const scan = (text: string) => scanFile(toByteSource(toBytes(text)), { limits: defaultLimits })

/** Where the pieces end in which a file is read: 512 bytes, then four times as many each time, up to a megabyte. */
const boundaries = [512, 512 + 2048, 512 + 2048 + 8192, 512 + 2048 + 8192 + 32_768]

describe('what it gives', () => {
  it.each(boundaries)('words wherever they stand around the end of a piece at %i', (boundary) => {
    for (const [word, shift] of [
      ['7 0 obj null endobj', 4],
      ['startxref', 0],
      ['%%EOF\n', 0],
    ] as const) {
      for (let start = boundary - 24; start <= boundary + 4; start += 1) {
        const text = `${' '.repeat(start - shift)}${word} `
        const { objects, startxrefs, eofs } = scan(text)
        const found = [objects[0]?.start, startxrefs[0], eofs[0]].find((place) => place !== undefined)
        const expected = word.startsWith('%%EOF') ? start + word.length : start - shift
        expect([word, start, found]).toEqual([word, start, expected])
      }
    }
  })

  it('an object behind a stream whose end is that of a piece', () => {
    for (let length = 380; length < 560; length += 1) {
      const text = `1 0 obj <</Length 3>> stream\nabc\nendstream endobj${' '.repeat(length)}2 0 obj null endobj `
      expect(scan(text).objects.map(({ number }) => number)).toEqual([1, 2])
    }
  })

  it('finds an object and all words at whatever offset they lie', () => {
    const tail = '21 0 obj null endobj trailer <<>> startxref 9 %%EOF\n'
    for (let offset = 0; offset < 2800; offset += 1) {
      const text = ' '.repeat(offset) + tail
      const { objects, startxrefs, eofs, readTrailers } = scanFile(toByteSource(toBytes(text)), {
        limits: defaultLimits,
      })
      expect([offset, ...objects.map(({ start, number }) => start + number)]).toEqual([offset, offset + 21])
      expect([startxrefs, eofs]).toEqual([[text.indexOf('startxref')], [text.length]])
      expect(readTrailers()).toHaveLength(1)
    }
  })

  it('finds what a plain search finds, in files without streams', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '7 0 obj',
        '12 3 obj ',
        ' endobj',
        '\n',
        '  ',
        '0',
        '5 ',
        'ob',
        'o',
        '%',
        '<abcdef>',
        '(1 0 obj)',
      ),
      fc.nat(700).map((length) => 'x'.repeat(length)),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const plain = [...text.matchAll(/(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]*obj/g)].map(
          ({ index, 1: number }): [number, number] => [index, Number(number)],
        )
        expect(listStarts(text)).toEqual(plain)
      }),
      { numRuns: 500 },
    )
  })
})

describe('edges', () => {
  it('passes over digits that were read before, and nothing else', () => {
    for (let offset = 0; offset < 1100; offset += 7) {
      const head = `${' '.repeat(offset)}6 0 obj <</Contents <`
      const hex = 'ab'.repeat(900)
      const text = `${head}${hex}>>> endobj 7 0 obj null endobj`
      const start = head.length - 1
      const contents = {
        ...pdfString(new Uint8Array(900), 'hex'),
        isPaired: true,
        start,
        end: start + hex.length + 2,
      }
      const reads: [number, number][] = []
      const source = toByteSource(toBytes(text))
      const noting = {
        length: source.length,
        read(from: number, length: number) {
          reads.push([from, from + length])
          return source.read(from, length)
        },
      }
      const { objects } = scanFile(noting, {
        limits: defaultLimits,
        findKnown: (at) => (at === offset ? pdfDict({ Contents: contents }) : undefined),
      })
      expect(objects.map(({ number }) => number)).toEqual([6, 7])
      const middle = start + 1000
      // Only a piece that was read before the object was met may reach into the digits.
      expect(reads.filter(([from, to]) => from > start && from < middle && to > middle)).toEqual([])
    }
  })

  it('takes `stream` only with a line end, `obj` only behind two numbers', () => {
    expect(listStarts('obj 1 obj 1 0 objx 1 0 obj')).toHaveLength(2)
    expect(listStarts('1 0 obj <</Length 9>> stream 2 0 obj')).toHaveLength(2)
    expect(listStarts('1 0 obj <</Length 9>> stream\n2 0 obj  endstream endobj')).toHaveLength(1)
  })
})
