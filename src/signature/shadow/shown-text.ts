/**
 * The text a widget shows, where it can be read without knowing fonts.
 *
 * @module
 */
import { isMotcuaError } from '../../errors.ts'
import {
  findDict,
  findValue,
  type Pdf,
  type PdfDict,
  type PdfObject,
  readStream,
  resolveObject,
} from '../../pdf/index.ts'
import { readPdfObject } from '../../pdf/syntax/index.ts'

const latin1 = new TextDecoder('latin1')

/** Larger appearances are no text of a form field. */
const MAX_CONTENT_BYTES = 65_536

/** Fonts whose codes are characters: no encoding of their own and not composite. */
function areSimpleFonts(pdf: Pdf, form: PdfDict): boolean {
  const fonts = findDict(pdf, findDict(pdf, form, 'Resources'), 'Font')
  if (fonts === undefined) return false
  return [...fonts.entries.values()].every((value) => {
    const font = resolveObject(pdf, value)
    if (font.kind !== 'dict') return false
    const subtype = findValue(pdf, font, 'Subtype')
    const encoding = findValue(pdf, font, 'Encoding')
    const isNamed = encoding === undefined || encoding.kind === 'name'
    return subtype?.kind === 'name' && ['Type1', 'TrueType'].includes(subtype.name) && isNamed
  })
}

/** Text of the strings in an operand. */
function textOf(value: PdfObject): string {
  if (value.kind === 'string') return latin1.decode(value.bytes)
  return value.kind === 'array' ? value.items.map(textOf).join('') : ''
}

/** Reads the strings that text-showing operators (Tj, TJ, ', ") show, in order. */
function readShownStrings(content: Uint8Array): string {
  const text = latin1.decode(content)
  let shown = ''
  let pending = ''
  for (let offset = 0; offset < content.length; ) {
    const character = text[offset] ?? ''
    if (character === '(' || character === '[' || (character === '<' && text[offset + 1] !== '<')) {
      const { value, nextOffset } = readPdfObject(content, offset)
      pending = textOf(value)
      offset = Math.max(nextOffset, offset + 1)
      continue
    }
    const word = /^[A-Za-z'"*]+/.exec(text.slice(offset, offset + 16))?.[0]
    if (word !== undefined && ['Tj', 'TJ', "'", '"'].includes(word)) shown += pending
    if (word !== undefined) pending = ''
    offset += word?.length ?? 1
  }
  return shown
}

/**
 * Reads the text in the normal appearance of a widget.
 *
 * @returns `undefined` where it cannot be told: no appearance, fonts with encodings of their own, drawings.
 *
 * @example
 * import { openPdf } from 'motcua/pdf'
 * import { pdfDict } from 'motcua/pdf/syntax'
 * import { readShownText } from 'motcua/signature'
 * const text = '%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[]>> endobj trailer <</Root 1 0 R>>'
 * readShownText(openPdf(new TextEncoder().encode(text)), pdfDict({})) // undefined
 */
export function readShownText(pdf: Pdf, widget: PdfDict): string | undefined {
  const appearance = findValue(pdf, findDict(pdf, widget, 'AP'), 'N')
  if (appearance?.kind !== 'stream' || !areSimpleFonts(pdf, appearance.dict)) return undefined
  try {
    const content = readStream(pdf, appearance)
    return content.length > MAX_CONTENT_BYTES ? undefined : readShownStrings(content)
  } catch (error) {
    // Data that cannot be decoded show nothing that could be compared.
    if (isMotcuaError(error)) return undefined
    throw error
  }
}
