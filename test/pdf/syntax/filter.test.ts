import { deflateSync } from 'node:zlib'
import { openPdf, readObject, readStream } from 'motcua/pdf'
import { pdfRef } from 'motcua/pdf/syntax'
import { describe, expect, it } from 'vitest'
import { buildPdf, streamBody, toBytes, toText } from '../../kit/build-pdf.ts'

const decode = (dict: string, data: string, limits = {}): string => {
  const pdf = openPdf(buildPdf({ extra: [{ number: 9, body: streamBody(dict, data) }] }), { limits })
  const stream = readObject(pdf, pdfRef(9))
  if (stream.kind !== 'stream') throw new Error('no stream')
  return toText(readStream(pdf, stream))
}
const deflate = (text: string): string => toText(deflateSync(toBytes(text)))

describe('what it gives', () => {
  it.each([
    ['ASCIIHexDecode', '48 65 6c 6C 6f>', 'Hello'],
    ['ASCIIHexDecode', '414>', 'A@'],
    ['ASCII85Decode', '87cURD]i,"Ebo80~>', 'Hello World!'],
    ['ASCII85Decode', 'z87cUR~>', '\0\0\0\0Hell'],
    ['RunLengthDecode', '\u0002abc\u00fed\u0080', 'abcddd'],
    ['LZWDecode', '\u0080\u000b\u0060\u0050\u0022\u000c\u000c\u0085\u0001', '-----A---B'],
  ])('undoes %s', (name, data, text) => {
    expect(decode(`/Filter/${name}`, data)).toBe(text)
  })
  it('undoes Flate, also with the short name and in a chain', () => {
    expect(decode('/Filter/FlateDecode', deflate('flate'))).toBe('flate')
    expect(decode('/Filter/Fl', deflate('short'))).toBe('short')
    const hex = [...toBytes(deflate('chain'))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    expect(decode('/Filter[/ASCIIHexDecode/FlateDecode]', `${hex}>`)).toBe('chain')
  })
  it('undoes the PNG predictors, each row by its own', () => {
    const rows =
      '\u0000abc\u0001a\u0001\u0001\u0002\u0000\u0000\u0001\u0003\u0031\u0001\u0001\u0004\u0001\u0000\u0000'
    const parms = '/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 3>>'
    expect(decode(parms, deflate(rows)).slice(0, 9)).toBe('abcabcabd')
  })
  it('undoes the TIFF predictor', () => {
    const parms = '/Filter/FlateDecode/DecodeParms<</Predictor 2/Columns 3>>'
    expect(decode(parms, deflate('a\u0001\u0001x\u0001\u0001'))).toBe('abcxyz')
  })
})

describe('what it refuses', () => {
  it('refuses filters that are not for it, by name', () => {
    expect(() => decode('/Filter/DCTDecode', 'jpeg')).toThrow(/DCTDecode/)
  })
  it('stops a bomb at the limit', () => {
    const bomb = deflate('0'.repeat(3_000_000))
    expect(() => decode('/Filter/FlateDecode', bomb, { maxStreamBytes: 1_000_000 })).toThrow(/maxStreamBytes/)
  })
})

describe('edges', () => {
  it('gives what came before damage in Flate data', () => {
    const text = Array.from({ length: 5000 }, (_, index) => `${index} `).join('')
    const whole = deflate(text)
    const cut = decode('/Filter/FlateDecode', whole.slice(0, whole.length / 2))
    expect(cut.length).toBeGreaterThan(text.length / 4)
    expect(text.startsWith(cut)).toBe(true)
  })
  it('reads Flate data without their header', () => {
    expect(decode('/Filter/FlateDecode', deflate('bare bones').slice(2))).toBe('bare bones')
  })
  it('gives nothing for an empty stream', () => {
    expect(decode('/Filter/FlateDecode', '')).toBe('')
  })
  it('does not let /Columns choose how much memory is taken', () => {
    const parms = '/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647/Colors 32>>'
    expect(decode(parms, deflate('\u0000abc')).length).toBeLessThan(10)
  })
})
