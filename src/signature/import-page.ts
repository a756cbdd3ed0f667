/**
 * A page of another PDF as a form XObject: how appearances come in.
 *
 * Whoever draws hands over a one-page PDF; nothing here knows fonts or lines.
 *
 * @module
 */

import { concatBytes, writeUtf8 } from '../bytes.ts'
import { MotcuaError } from '../errors.ts'
import {
  addObject,
  findPageAttribute,
  findValue,
  openPdf,
  type Pdf,
  type PdfDict,
  type PdfObject,
  type PdfPage,
  type PdfRef,
  type PdfStream,
  type RevisionDraft,
  readStream,
  resolveObject,
  setObject,
  walkPages,
} from '../pdf/index.ts'
import { pdfArray, pdfDict, pdfName, pdfNull, pdfNumber, pdfStream, pdfString } from '../pdf/syntax/index.ts'
import { messages } from './messages.ts'
import { type PageBox, type Rotation, readRotation, readVisibleBox, uprightMatrix } from './placement.ts'

/** A copy in progress: which object of the other document became which of ours. */
interface Copy {
  readonly draft: RevisionDraft
  readonly from: Pdf
  readonly copied: Map<number, PdfRef>
}

/** Copies the entries of a dictionary; a page's own links back into its tree are left behind. */
function copyDict(copy: Copy, dict: PdfDict): PdfDict {
  const entries = new Map<string, PdfObject>()
  for (const [key, value] of dict.entries) {
    if (key !== 'Parent' && key !== 'StructParents') entries.set(key, copyValue(copy, value))
  }
  return pdfDict(entries)
}

/** Copies a stream with its filters; only encryption is undone. */
function copyStream(copy: Copy, stream: PdfStream): PdfObject {
  const isPlain = copy.from.encryption === undefined
  if (isPlain) {
    const bytes = copy.from.source.read(stream.dataStart, stream.dataLength)
    return pdfStream(copyDict(copy, stream.dict), bytes)
  }
  const { Filter: _filter, DecodeParms: _parms, ...rest } = Object.fromEntries(stream.dict.entries)
  return pdfStream(copyDict(copy, pdfDict(rest)), readStream(copy.from, stream))
}

/** Copies a value into the draft, with everything it refers to. */
function copyValue(copy: Copy, value: PdfObject): PdfObject {
  if (value.kind === 'ref') return copyReference(copy, value)
  if (value.kind === 'array') return pdfArray(value.items.map((item) => copyValue(copy, item)))
  if (value.kind === 'dict') return copyDict(copy, value)
  if (value.kind === 'stream') return copyStream(copy, value)
  return value.kind === 'string' ? pdfString(value.bytes, value.notation) : value
}

/** Copies an indirect object once. */
function copyReference(copy: Copy, ref: PdfRef): PdfRef {
  const known = copy.copied.get(ref.number)
  if (known !== undefined) return known
  // The number is taken before the content is copied, so that loops close.
  const target = addObject(copy.draft, pdfNull)
  copy.copied.set(ref.number, target)
  setObject(copy.draft, target, copyValue(copy, resolveObject(copy.from, ref)))
  return target
}

/** Gives the content of a page: one stream as it is, several joined. */
function readContent(pdf: Pdf, page: PdfPage): Uint8Array {
  const contents = findValue(pdf, page.dict, 'Contents')
  const items = contents?.kind === 'array' ? contents.items : contents === undefined ? [] : [contents]
  const parts = items.flatMap((item) => {
    const stream = resolveObject(pdf, item)
    return stream.kind === 'stream' ? [readStream(pdf, stream), writeUtf8('\n')] : []
  })
  return concatBytes(...parts)
}

/** A form XObject in a draft, and its size as it is shown. */
export interface ImportedForm {
  readonly ref: PdfRef
  readonly width: number
  readonly height: number
}

/** An array of numbers. */
function numbers(...values: readonly number[]): PdfObject {
  return pdfArray(values.map(pdfNumber))
}

/** The matrix that brings the visible part of a page to the origin, turned as the page is shown. */
function pageMatrix([left, bottom, right, top]: PageBox, rotation: Rotation): PdfObject {
  if (rotation === 90) return numbers(0, -1, 1, 0, -bottom, right)
  if (rotation === 180) return numbers(-1, 0, 0, -1, right, top)
  if (rotation === 270) return numbers(0, 1, -1, 0, top, -left)
  return numbers(1, 0, 0, 1, -left, -bottom)
}

/**
 * Brings the only page of a PDF into a draft as a form XObject.
 *
 * @throws MotcuaError `signature/bad-appearance` when the PDF has no page, or more than one.
 */
export function importPage(draft: RevisionDraft, source: Uint8Array): ImportedForm {
  const from = openPdf(source)
  const pages: PdfPage[] = []
  for (const page of walkPages(from)) if (pages.push(page) > 1) break
  const [page] = pages
  if (page === undefined || pages.length > 1) {
    throw new MotcuaError(messages, 'signature/bad-appearance', { pageCount: pages.length })
  }
  const copy: Copy = { draft, from, copied: new Map() }
  const box = readVisibleBox(from, page)
  const rotation = readRotation(from, page)
  const resources = resolveObject(from, findPageAttribute(from, page, 'Resources') ?? pdfDict({}))
  const group = findValue(from, page.dict, 'Group')
  const dict = pdfDict({
    Type: pdfName('XObject'),
    Subtype: pdfName('Form'),
    BBox: numbers(...box),
    Matrix: pageMatrix(box, rotation),
    Resources: copyValue(copy, resources),
    Group: group && copyValue(copy, group),
  })
  const ref = addObject(draft, pdfStream(dict, readContent(from, page)))
  const isTurned = rotation === 90 || rotation === 270
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  return { ref, width: isTurned ? height : width, height: isTurned ? width : height }
}

/** Rounds to what a content stream needs. */
function decimal(value: number): string {
  return String(Math.round(value * 1e5) / 1e5)
}

/**
 * Adds an appearance stream of a given size that shows an imported page as large as fits, in the middle.
 *
 * @param frame - Size as shown, and the rotation of the page (or widget) it is shown on.
 */
export function addAppearance(
  draft: RevisionDraft,
  form: ImportedForm,
  frame: {
    readonly width: number
    readonly height: number
    readonly rotation: Rotation
    readonly isText?: boolean
  },
): PdfRef {
  const { width, height, rotation } = frame
  const scale = Math.min(width / form.width, height / form.height)
  const x = (width - form.width * scale) / 2
  const y = (height - form.height * scale) / 2
  const draw = `q ${decimal(scale)} 0 0 ${decimal(scale)} ${decimal(x)} ${decimal(y)} cm /Fm0 Do Q`
  // Variable text stands between these marks, so that form editors know what to replace (12.7.3.3).
  const content = frame.isText ? `/Tx BMC\n${draw}\nEMC\n` : `${draw}\n`
  const dict = pdfDict({
    Type: pdfName('XObject'),
    Subtype: pdfName('Form'),
    BBox: numbers(0, 0, width, height),
    Matrix: uprightMatrix(rotation),
    Resources: pdfDict({ XObject: pdfDict({ Fm0: form.ref }) }),
  })
  return addObject(draft, pdfStream(dict, writeUtf8(content)))
}

/** Adds an appearance that shows nothing, for widgets that archival formats want to have one. */
export function addEmptyAppearance(draft: RevisionDraft): PdfRef {
  const dict = pdfDict({ Type: pdfName('XObject'), Subtype: pdfName('Form'), BBox: numbers(0, 0, 0, 0) })
  return addObject(draft, pdfStream(dict, new Uint8Array(0)))
}
