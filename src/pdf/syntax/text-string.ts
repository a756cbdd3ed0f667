/**
 * Text and dates in PDF strings (ISO 32000-1, 7.9.2 and 7.9.4).
 *
 * @module
 */
import { writeUtf8 } from '../../bytes.ts'
import { fromEpochMs, type Instant } from '../../date.ts'
import { type PdfString, pdfString } from './object.ts'

/** Characters of PDFDocEncoding that differ from Latin-1 (Annex D.2). */
const docEncoding = new Map<number, string>(
  [...'\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc'].map(
    (character, index) => [0x18 + index, character] as [number, string],
  ),
)
for (const [index, character] of [
  ...'\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e\u201c\u201d\u2018\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d\u0131\u0142\u0153\u0161\u017e',
].entries()) {
  docEncoding.set(0x80 + index, character)
}
docEncoding.set(0xa0, '\u20ac')

/**
 * Reads a text string: UTF-16 with its byte order mark, UTF-8 with its mark, otherwise PDFDocEncoding.
 */
export function readTextString(value: PdfString): string {
  const { bytes } = value
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes)
  let text = ''
  for (const byte of bytes) {
    const isPlain = byte >= 0x20 && byte < 0x7f
    text += (isPlain ? undefined : docEncoding.get(byte)) ?? String.fromCharCode(byte)
  }
  return text
}

/**
 * Builds a text string: as it is for ASCII, otherwise UTF-16 with its mark, which every reader knows.
 *
 * Text is composed (NFC) first: decomposed Vietnamese is drawn with misplaced marks.
 */
export function pdfText(text: string): PdfString {
  const composed = text.normalize('NFC')
  if (/^[\n\r\t -~]*$/.test(composed)) {
    return pdfString(Uint8Array.from(composed, (character) => character.charCodeAt(0)))
  }
  const bytes = new Uint8Array(2 + composed.length * 2)
  bytes.set([0xfe, 0xff])
  for (let index = 0; index < composed.length; index += 1) {
    const unit = composed.charCodeAt(index)
    bytes[2 + index * 2] = unit >> 8
    bytes[3 + index * 2] = unit & 0xff
  }
  return pdfString(bytes, 'hex')
}

/** Builds a PDF date with Viet Nam's offset: `D:20261005093015+07'00'`. */
export function pdfDate(at: Instant): PdfString {
  const digits = at.replace(/[-T:]/g, '').slice(0, 14)
  return pdfText(`D:${digits}+07'00'`)
}

/** Reads digits at an index; `undefined` where there are fewer. */
function readDigitsAt(bytes: Uint8Array, index: number, count: number): number | undefined {
  let value = 0
  for (let place = index; place < index + count; place += 1) {
    const digit = (bytes[place] ?? 0) - 0x30
    if (!(digit >= 0 && digit <= 9)) return undefined
    value = value * 10 + digit
  }
  return value
}

/** Minutes from UTC as they stand at an index: a sign, hours, minutes, with or without apostrophes; 0 for anything else. */
function readOffsetMinutes(bytes: Uint8Array, index: number): number {
  const sign = bytes[index] === 0x2b ? 1 : bytes[index] === 0x2d ? -1 : 0
  const hours = readDigitsAt(bytes, index + 1, 2)
  if (sign === 0 || hours === undefined) return 0
  const minutes = readDigitsAt(bytes, index + (bytes[index + 3] === 0x27 ? 4 : 3), 2) ?? 0
  return sign * (hours * 60 + minutes)
}

/**
 * Reads a PDF date, `D:YYYYMMDDHHmmSSOHH'mm'`, each field optional from the right and the offset with or without its
 * marks; `undefined` for anything else. Without an offset it counts as UTC.
 */
export function readPdfDate(value: PdfString): Instant | undefined {
  // Digits and marks are the same in PDFDocEncoding and UTF-8; other strings start with the mark of their encoding.
  const isMarked = (value.bytes[0] ?? 0) >= 0x80
  const bytes = isMarked ? writeUtf8(readTextString(value)) : value.bytes
  let index = bytes[0] === 0x44 && bytes[1] === 0x3a ? 2 : 0
  const year = readDigitsAt(bytes, index, 4)
  if (year === undefined) return undefined
  index += 4
  const take = (missing: number): number => {
    const digits = readDigitsAt(bytes, index, 2)
    if (digits !== undefined) index += 2
    return digits ?? missing
  }
  const [month, day, hours, minutes, seconds] = [take(1), take(1), take(0), take(0), take(0)]
  const utcMs = Date.UTC(year, month - 1, day, hours, minutes, seconds)
  const epochMs = utcMs - readOffsetMinutes(bytes, index) * 60_000
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31 && year > 0 && year < 9999
  return isDate && Number.isFinite(epochMs) ? fromEpochMs(epochMs) : undefined
}
