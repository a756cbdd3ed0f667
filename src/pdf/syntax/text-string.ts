/**
 * Text and dates in PDF strings (ISO 32000-1, 7.9.2 and 7.9.4).
 *
 * @module
 */
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

/** Year to second, each field optional from the right, and the offset with or without its marks. */
const datePattern =
  /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(?:(\d{2})'?)?)?/

/** Reads a PDF date; `undefined` for anything else. Without an offset it counts as UTC. */
export function readPdfDate(value: PdfString): Instant | undefined {
  const match = datePattern.exec(readTextString(value))
  if (match === null) return undefined
  const field = (index: number, missing: number): number => Number(match[index] ?? missing)
  const utcMs = Date.UTC(field(1, 0), field(2, 1) - 1, field(3, 1), field(4, 0), field(5, 0), field(6, 0))
  const offsetMinutes = (match[7] === '-' ? -1 : 1) * (field(8, 0) * 60 + field(9, 0))
  const epochMs = utcMs - offsetMinutes * 60_000
  const isDate = field(2, 1) >= 1 && field(2, 1) <= 12 && field(3, 1) >= 1 && field(3, 1) <= 31
  return isDate && Number.isFinite(epochMs) && field(1, 0) > 0 && field(1, 0) < 9999
    ? fromEpochMs(epochMs)
    : undefined
}
