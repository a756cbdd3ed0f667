import fc from 'fast-check'
import { instant } from 'motcua'
import { pdfDate, pdfString, pdfText, readPdfDate, readTextString } from 'motcua/pdf/syntax'
import { describe, expect, it } from 'vitest'
import { toBytes, toText } from '../../kit/build-pdf.ts'

describe('what it gives', () => {
  it('writes ASCII as it is and everything else as UTF-16 with its mark', () => {
    expect(toText(pdfText('Sig1').bytes)).toBe('Sig1')
    expect([...pdfText('Đ').bytes]).toEqual([0xfe, 0xff, 0x01, 0x10])
  })
  it('composes Vietnamese before writing it', () => {
    expect(readTextString(pdfText('Quye\u0302\u0301t'))).toBe('Quyết')
  })
  it('reads back any composed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readTextString(pdfText(text))).toBe(text.normalize('NFC'))
      }),
    )
  })
  it.each([
    [[0xef, 0xbb, 0xbf, 0xc4, 0x90], 'Đ'],
    [[0xff, 0xfe, 0x10, 0x01], 'Đ'],
    [[0xe9, 0x92, 0xa0], 'é\u2122€'],
  ])('reads the bytes %j', (bytes, text) => {
    expect(readTextString(pdfString(Uint8Array.from(bytes)))).toBe(text)
  })
  it('writes a date with its offset', () => {
    expect(toText(pdfDate(instant('2026-10-05T09:30:15+07:00')).bytes)).toBe("D:20261005093015+07'00'")
  })
  it.each([
    ["D:20261005093015+07'00'", '2026-10-05T09:30:15.000+07:00'],
    ["D:20261005023015Z00'00'", '2026-10-05T09:30:15.000+07:00'],
    ['D:20261005023015', '2026-10-05T09:30:15.000+07:00'],
    ["D:20261004213015-05'00", '2026-10-05T09:30:15.000+07:00'],
    ['20261005', '2026-10-05T07:00:00.000+07:00'],
    ['D:2026', '2026-01-01T07:00:00.000+07:00'],
  ])('reads the date %s', (text, expected) => {
    expect(readPdfDate(pdfString(toBytes(text)))).toBe(expected)
  })
})

describe('what it refuses', () => {
  it.each(['', 'yesterday', 'D:20261305', 'D:0000', 'D:20260100'])('finds no date in %j', (text) => {
    expect(readPdfDate(pdfString(toBytes(text)))).toBeUndefined()
  })
})
