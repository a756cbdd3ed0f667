/**
 * Where on which page an object of a document is seen.
 *
 * @module
 */
import { type Pdf, type PdfDict, resolveObject, walkPages } from '../../pdf/index.ts'
import { pdfRef } from '../../pdf/syntax/index.ts'
import { asArray, asDict } from './revision-pair.ts'

/** A place on a page. */
export interface PagePlace {
  readonly pageNumber: number | undefined
  readonly rectangle: readonly [number, number, number, number] | undefined
}

/** Pages and annotations of a document by number. */
export interface Places {
  readonly pdf: Pdf
  readonly pages: ReadonlyMap<number, number>
  readonly annotations: ReadonlyMap<number, PagePlace>
  /** Numbers that pages refer to as content. */
  readonly contents: ReadonlyMap<number, number>
}

const NOWHERE: PagePlace = { pageNumber: undefined, rectangle: undefined }

/** More pages than this are not looked at one by one. */
const MAX_PAGES = 20_000

/** Reads /Rect, its corners put in order. */
export function readRectangle(pdf: Pdf, dict: PdfDict): PagePlace['rectangle'] {
  const items = asArray(pdf, dict.entries.get('Rect')) ?? []
  const numbers = items.map((item) => {
    const value = resolveObject(pdf, item)
    return value.kind === 'number' ? value.value : Number.NaN
  })
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = numbers
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return undefined
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

/** Notes where everything on the pages of a document is. */
export function collectPlaces(pdf: Pdf): Places {
  const pages = new Map<number, number>()
  const annotations = new Map<number, PagePlace>()
  const contents = new Map<number, number>()
  for (const page of walkPages(pdf)) {
    const pageNumber = page.index + 1
    if (pageNumber > MAX_PAGES) break
    if (page.ref !== undefined) pages.set(page.ref.number, pageNumber)
    for (const item of asArray(pdf, page.dict.entries.get('Annots')) ?? []) {
      const dict = asDict(pdf, item)
      if (item.kind !== 'ref' || dict === undefined) continue
      annotations.set(item.number, { pageNumber, rectangle: readRectangle(pdf, dict) })
    }
    const content = page.dict.entries.get('Contents')
    for (const item of content === undefined ? [] : [content, ...(asArray(pdf, content) ?? [])]) {
      if (item.kind === 'ref') contents.set(item.number, pageNumber)
    }
  }
  return { pdf, pages, annotations, contents }
}

/** Notes the places of each state once. */
export function shareCollectedPlaces(): typeof collectPlaces {
  const known = new WeakMap<Pdf, Places>()
  return (pdf) => {
    const places = known.get(pdf) ?? collectPlaces(pdf)
    known.set(pdf, places)
    return places
  }
}

/** Finds where an object is seen: itself, its widgets, or the page it is part of. */
export function findPlace(places: Places, number: number): PagePlace {
  const { pages, annotations, contents, pdf } = places
  const own = annotations.get(number)
  if (own !== undefined) return own
  const pageNumber = pages.get(number) ?? contents.get(number)
  if (pageNumber !== undefined) return { pageNumber, rectangle: undefined }
  const dict = asDict(pdf, pdfRef(number))
  for (const kid of asArray(pdf, dict?.entries.get('Kids')) ?? []) {
    const below = kid.kind === 'ref' ? annotations.get(kid.number) : undefined
    if (below !== undefined) return below
  }
  return NOWHERE
}

/** Finds the page that a path from the catalog goes through, such as `/Pages/Kids[0]/Resources/XObject/Im1`. */
export function findPageOnPath({ pdf, pages }: Places, path: string): number | undefined {
  const way = /^\/Pages((?:\/Kids\[\d+\])+)/.exec(path)?.[1]
  if (way === undefined) return undefined
  let node = asDict(pdf, asDict(pdf, pdf.trailer.entries.get('Root'))?.entries.get('Pages'))
  let found: number | undefined
  for (const [, index] of way.matchAll(/\[(\d+)\]/g)) {
    const kid = asArray(pdf, node?.entries.get('Kids'))?.[Number(index)]
    if (kid?.kind !== 'ref') return undefined
    found = pages.get(kid.number)
    node = asDict(pdf, kid)
  }
  return found
}

/**
 * Tells whether an annotation takes any room on its page, by the rectangle that viewers find, wherever it stands.
 *
 * One that is not four numbers counts as room: what viewers make of it is not for us to guess.
 */
export function takesRoom(pdf: Pdf, dict: PdfDict): boolean {
  const value = resolveObject(pdf, dict.entries.get('Rect'))
  if (value === undefined || value.kind === 'null') return false
  const rectangle = readRectangle(pdf, dict)
  if (rectangle === undefined) return true
  const [left, bottom, right, top] = rectangle
  return left !== right && bottom !== top
}
