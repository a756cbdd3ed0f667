/**
 * Where a widget goes on a page, as the reader of the page sees it.
 *
 * @module
 */
import { findPageAttribute, type Pdf, type PdfObject, type PdfPage, resolveObject } from '../pdf/index.ts'
import { pdfArray, pdfNumber } from '../pdf/syntax/index.ts'

/** A rectangle on the page as it is shown: in points from the lower left corner of the visible page. */
export interface PageRectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Left, bottom, right, top in the page's own space. */
export type PageBox = readonly [number, number, number, number]

/** A quarter turn clockwise, as /Rotate counts. */
export type Rotation = 0 | 90 | 180 | 270

/** US Letter: what readers assume for a page without /MediaBox. */
const DEFAULT_BOX: PageBox = [0, 0, 612, 792]

/** Reads a rectangle, its corners put in order. */
export function readBox(pdf: Pdf, value: PdfObject | undefined): PageBox | undefined {
  const array = resolveObject(pdf, value)
  if (array?.kind !== 'array') return undefined
  const numbers = array.items.slice(0, 4).map((item) => {
    const number = resolveObject(pdf, item)
    return number.kind === 'number' ? number.value : Number.NaN
  })
  const [x0 = Number.NaN, y0 = Number.NaN, x1 = Number.NaN, y1 = Number.NaN] = numbers
  if (!numbers.every(Number.isFinite) || numbers.length < 4) return undefined
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
}

/** The part of a page that is shown: the crop box within the media box. */
export function readVisibleBox(pdf: Pdf, page: PdfPage): PageBox {
  const media = readBox(pdf, findPageAttribute(pdf, page, 'MediaBox')) ?? DEFAULT_BOX
  const crop = readBox(pdf, findPageAttribute(pdf, page, 'CropBox')) ?? media
  const visible: PageBox = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ]
  return visible[0] < visible[2] && visible[1] < visible[3] ? visible : media
}

/** Turns any multiple of 90 into one of four; anything else counts as upright. */
export function toRotation(value: PdfObject | undefined): Rotation {
  const degrees = value?.kind === 'number' ? ((value.value % 360) + 360) % 360 : 0
  return degrees === 90 || degrees === 180 || degrees === 270 ? degrees : 0
}

/** Reads the rotation of a page. */
export function readRotation(pdf: Pdf, page: PdfPage): Rotation {
  return toRotation(findPageAttribute(pdf, page, 'Rotate'))
}

/** Translates a rectangle on the shown page into the page's own space. */
export function toPageSpace(rectangle: PageRectangle, box: PageBox, rotation: Rotation): PageBox {
  const { x, y, width, height } = rectangle
  const [left, bottom, right, top] = box
  if (rotation === 90) return [right - y - height, bottom + x, right - y, bottom + x + width]
  if (rotation === 180) return [right - x - width, top - y - height, right - x, top - y]
  if (rotation === 270) return [left + y, top - x - width, left + y + height, top - x]
  return [left + x, bottom + y, left + x + width, bottom + y + height]
}

/** The matrix that turns an appearance against the page's rotation, so that it is shown upright. */
export function uprightMatrix(rotation: Rotation): PdfObject {
  const matrices: Readonly<Record<Rotation, readonly number[]>> = {
    0: [1, 0, 0, 1, 0, 0],
    90: [0, 1, -1, 0, 0, 0],
    180: [-1, 0, 0, -1, 0, 0],
    270: [0, -1, 1, 0, 0, 0],
  }
  return pdfArray(matrices[rotation].map(pdfNumber))
}
