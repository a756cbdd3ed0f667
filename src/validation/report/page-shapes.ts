/**
 * The shapes of the pages on which something changed, so that a report can show where.
 *
 * @module
 */
import {
  findPageAttribute,
  type Pdf,
  type PdfObject,
  type PdfPage,
  resolveObject,
  walkPages,
} from '../../pdf/index.ts'
import type { PageShape, SignatureReport } from '../verdict.ts'

/** A4, where a page names no box. */
const A4: PageShape['box'] = [0, 0, 595, 842]

/** More pages than this are told, but not drawn. */
const MOST_PAGES = 50

/** Four numbers, left below right above, or nothing. */
function readBox(pdf: Pdf, value: PdfObject | undefined): PageShape['box'] | undefined {
  if (value?.kind !== 'array') return undefined
  const numbers = value.items.map((item) => {
    const number = resolveObject(pdf, item)
    return number?.kind === 'number' ? number.value : Number.NaN
  })
  const [x0 = Number.NaN, y0 = Number.NaN, x1 = Number.NaN, y1 = Number.NaN] = numbers
  const box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)] as const
  return box.every(Number.isFinite) && box[2] > box[0] && box[3] > box[1] ? box : undefined
}

/** The shape of one page: what a viewer shows of it, and how it turns it. */
function shapeOf(pdf: Pdf, page: PdfPage): PageShape {
  const box =
    readBox(pdf, findPageAttribute(pdf, page, 'CropBox')) ??
    readBox(pdf, findPageAttribute(pdf, page, 'MediaBox'))
  const turn = findPageAttribute(pdf, page, 'Rotate')
  const quarters = turn?.kind === 'number' ? Math.round(turn.value / 90) : 0
  const rotation = ([0, 90, 180, 270] as const)[((quarters % 4) + 4) % 4] ?? 0
  return { pageNumber: page.index + 1, box: box ?? A4, rotation }
}

/** The pages of the newest revision on which a change of any signature is seen, in order. */
export function findPageShapes(pdf: Pdf, signatures: readonly SignatureReport[]): readonly PageShape[] {
  const wanted = new Set(
    signatures.flatMap(({ changes }) => changes.flatMap(({ pageNumber }) => pageNumber ?? [])),
  )
  const shapes: PageShape[] = []
  if (wanted.size === 0) return shapes
  for (const page of walkPages(pdf)) {
    if (wanted.has(page.index + 1)) shapes.push(shapeOf(pdf, page))
    if (shapes.length === Math.min(wanted.size, MOST_PAGES)) break
  }
  return shapes
}
