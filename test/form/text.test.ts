import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMotcuaError } from '../../src/errors.ts'
import { assertDrawable, encodeGlyphs, measureText, wrapRuns } from '../../src/form/text.ts'
import { repertoire } from '../../src/form/tinos/index.ts'

const word = fc.string({ unit: fc.constantFrom(...[...repertoire].filter((c) => c !== ' ')), minLength: 1 })
const paragraph = fc.array(word, { minLength: 1, maxLength: 40 })

function catchError(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  return undefined
}

describe('what it gives', () => {
  it('measures the same text alike in both forms of Unicode', () => {
    const name = 'Nguyễn Thị Đào'
    expect(measureText(name.normalize('NFD'), 'regular', 13)).toBe(measureText(name, 'regular', 13))
    expect(encodeGlyphs(name.normalize('NFD'), 'bold', '')).toEqual(encodeGlyphs(name, 'bold', ''))
  })
  it('has the widths of Times: a line of figures is half an em each', () => {
    expect(measureText('0123456789', 'regular', 10)).toBe(50)
  })
  it('breaks between words and drops the space at the break', () => {
    const lines = wrapRuns(
      [{ text: 'một hai ba', face: 'regular' }],
      measureText('một hai', 'regular', 10),
      10,
    )
    expect(lines.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual(['một hai', 'ba'])
  })
  it('keeps the comma with the bold name before it', () => {
    const runs = [
      { text: 'ông ', face: 'regular' },
      { text: 'Thử', face: 'bold' },
      { text: ', số', face: 'regular' },
    ] as const
    const lines = wrapRuns(runs, measureText('ông Thử', 'bold', 10), 10)
    expect(lines.map((line) => line.runs.map(({ text }) => text).join(''))).toEqual(['ông', 'Thử, số'])
  })
  it('cuts an address that is wider than a line, and loses nothing of it', () => {
    const address = `https://example.vn/${'a'.repeat(200)}`
    const lines = wrapRuns([{ text: address, face: 'italic' }], 100, 10)
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join('')).toBe(address)
  })
})

describe('what it refuses', () => {
  it('refuses a character without a glyph and says which and where', () => {
    const error = catchError(() => assertDrawable({ papers: [{ name: 'a' }, { name: 'b\u4e2d' }] }, ''))
    expect(isMotcuaError(error, 'form/no-glyph') && error.data).toEqual({
      codePoint: 'U+4E2D',
      place: 'papers[1].name',
    })
  })
  it('refuses control characters and an unpaired surrogate', () => {
    for (const text of ['\t', '\u0000', '\ud800', '\u200b', '😀']) {
      expect(
        isMotcuaError(
          catchError(() => encodeGlyphs(text, 'italic', 'x')),
          'form/no-glyph',
        ),
      ).toBe(true)
    }
  })
})

describe('edges', () => {
  it('makes one empty line of an empty paragraph', () => {
    expect(wrapRuns([{ text: '', face: 'regular' }], 100, 10)).toEqual([{ runs: [], widthPt: 0 }])
  })
  it('breaks at a line feed, even at the start', () => {
    expect(wrapRuns([{ text: '\na', face: 'regular' }], 100, 10)).toHaveLength(2)
  })
  it('never makes a line wider than it may be, and keeps every word in order', () => {
    fc.assert(
      fc.property(paragraph, fc.integer({ min: 20, max: 300 }), (words, widthPt) => {
        const text = words.join(' ').normalize('NFC')
        const lines = wrapRuns([{ text, face: 'regular' }], widthPt, 10)
        for (const line of lines) expect(line.widthPt).toBeLessThanOrEqual(widthPt + 1e-9)
        const drawn = lines.flatMap(({ runs }) => runs.map((run) => run.text)).join('')
        expect(drawn.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      }),
    )
  })
})
