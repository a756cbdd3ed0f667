import { describe, expect, it } from 'vitest'
import { toByteSource } from '../../src/bytes.ts'
import { scanFile } from '../../src/pdf/scan.ts'
import { defaultLimits } from '../../src/pdf/syntax/read-value.ts'
import { toBytes } from '../kit/build-pdf.ts'

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
})
