import fc from 'fast-check'
import { equalObjects, type PdfObject, readPdfObject, writePdfObject } from 'motcua/pdf/syntax'
import { describe, expect, it } from 'vitest'
import { arbitraryObject } from '../../kit/arbitrary-pdf.ts'
import { toBytes, toText } from '../../kit/build-pdf.ts'

const read = (text: string): PdfObject => readPdfObject(toBytes(text)).value
const stringOf = (value: PdfObject): string => (value.kind === 'string' ? toText(value.bytes) : '')

describe('what it gives', () => {
  it.each([
    ['12', 12, true],
    ['-12', -12, true],
    ['+7', 7, true],
    ['5.0', 5, false],
    ['4.', 4, false],
    ['-.5', -0.5, false],
    ['--5', -5, true],
    ['12-34', 12, true],
    ['1.2.3', 1.2, false],
  ])('reads the number %s', (text, value, isInteger) => {
    expect(read(text)).toMatchObject({ kind: 'number', value, isInteger })
  })
  it.each([
    ['(plain)', 'plain'],
    ['(a(b)c)', 'a(b)c'],
    ['(\\(\\)\\\\)', '()\\'],
    ['(\\101\\7\\0538)', 'A\u0007+8'],
    ['(a\\\nb\\\r\nc)', 'abc'],
    ['(a\r\nb\rc)', 'a\nb\nc'],
    ['(\\n\\r\\t\\b\\f\\x)', '\n\r\t\b\fx'],
    ['<48 65 6C6c6F>', 'Hello'],
    ['<414>', 'A@'],
    ['(never closed', 'never closed'],
  ])('reads the string %j', (text, value) => {
    expect(stringOf(read(text))).toBe(value)
  })
  it('undoes #xx in names and leaves a lone # alone', () => {
    expect(read('/A#20B#/C')).toMatchObject({ kind: 'name', name: 'A B#' })
  })
  it('tells references from numbers that follow one another', () => {
    const value = read('[1 0 R 2 0 3 0 R 4]')
    expect(value.kind === 'array' && value.items.map(({ kind }) => kind)).toEqual([
      'ref',
      'number',
      'number',
      'ref',
      'number',
    ])
  })
  it('passes over comments and white space of all kinds', () => {
    expect(read('%c\n\0\t<<%x\r/A%y\n1>>')).toMatchObject({ kind: 'dict' })
  })
  it('remembers where every value stood', () => {
    const value = read(' <</A [ 5.0 ]>>')
    const array = value.kind === 'dict' ? value.entries.get('A') : undefined
    expect(array).toMatchObject({ start: 6, end: 13 })
    expect(array?.kind === 'array' && array.items[0]).toMatchObject({ start: 8, end: 11 })
  })
  it('gives the offset after the value', () => {
    expect(readPdfObject(toBytes('true false'), 0).nextOffset).toBe(4)
    expect(readPdfObject(toBytes('true false'), 4).nextOffset).toBe(10)
  })
  it('reads back whatever is written', () => {
    fc.assert(
      fc.property(arbitraryObject, (value) => equalObjects(read(toText(writePdfObject(value))), value)),
      { numRuns: 500 },
    )
  })
})

describe('what it refuses', () => {
  it.each(['', '>>', ']', 'endobj', 'word'])('finds no value in %j', (text) => {
    expect(() => read(text)).toThrow(/expected value/)
  })
  it('refuses nesting beyond the limit', () => {
    expect(() => read('['.repeat(300))).toThrow(/maxDepth/)
  })
})

describe('edges', () => {
  it('ends an unclosed dictionary at endobj', () => {
    const value = read('<</A 1/B[2 3 endobj')
    expect(value).toMatchObject({ kind: 'dict', origin: undefined })
    expect(value.kind === 'dict' && [...value.entries.keys()]).toEqual(['A', 'B'])
  })
  it('keeps the last value of a key that stands twice, and says so', () => {
    const value = read('<</Contents<01>/Contents<02>>>')
    expect(value).toMatchObject({ duplicateKeys: ['Contents'] })
    expect(value.kind === 'dict' && value.entries.get('Contents')).toMatchObject({ bytes: Uint8Array.of(2) })
  })
  it('drops what is no name where a key belongs', () => {
    const value = read('<<5 /A 1 (x) /B 2>>')
    expect(value.kind === 'dict' && [...value.entries.keys()]).toEqual(['A', 'B'])
  })
  it('counts an entry without a value as absent', () => {
    const value = read('<</A/B/C>>')
    expect(value.kind === 'dict' && [...value.entries.keys()]).toEqual(['A'])
  })
  it('answers any bytes with a value or a typed error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readPdfObject(bytes)
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^pdf\//) })
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('what it must not touch', () => {
  it('writes what it read with the same bytes', () => {
    const text = '<< /A 5.0 /B (x\\051) /C#43 [ +1 .5 ] % note\n /D << >> >>'
    expect(toText(writePdfObject(read(text)))).toBe(text)
  })
})
