/**
 * Objects that are in the file but not in the document: a second set of pages waiting for its turn.
 *
 * @module
 */
import {
  findValue,
  listObjectNumbers,
  type Pdf,
  type PdfObject,
  readCatalog,
  readObject,
} from '../../pdf/index.ts'
import { pdfRef } from '../../pdf/syntax/index.ts'

/** A page, page tree or catalog that nothing in the document leads to. */
export interface UnreachableObject {
  readonly number: number
  readonly type: 'Catalog' | 'Pages' | 'Page'
}

/** Documents with more objects are not walked: the walk holds a mark for each. */
const MAX_OBJECTS = 500_000

/** Puts the numbers a value refers to on the list of those still to be visited. */
function collectReferences(value: PdfObject, pending: number[]): void {
  if (value.kind === 'ref') pending.push(value.number)
  else if (value.kind === 'array') for (const item of value.items) collectReferences(item, pending)
  else if (value.kind === 'dict') for (const item of value.entries.values()) collectReferences(item, pending)
  else if (value.kind === 'stream') collectReferences(value.dict, pending)
}

/** Marks everything that the trailer leads to. */
function markReachable(pdf: Pdf): Set<number> {
  const reached = new Set<number>()
  const pending: number[] = [pdf.catalogRef.number]
  for (const key of ['Info', 'Encrypt']) {
    const value = pdf.trailer.entries.get(key)
    if (value !== undefined) collectReferences(value, pending)
  }
  for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
    if (reached.has(number)) continue
    reached.add(number)
    collectReferences(readObject(pdf, pdfRef(number)), pending)
  }
  return reached
}

/** Numbers of the catalog, of the nodes of the page tree, and of its pages. */
function listTreeNumbers(pdf: Pdf): Set<number> {
  const numbers = new Set([pdf.catalogRef.number])
  const pending = [readCatalog(pdf).entries.get('Pages')]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind !== 'ref' || numbers.has(value.number)) continue
    numbers.add(value.number)
    const node = readObject(pdf, value)
    const kids = node.kind === 'dict' ? findValue(pdf, node, 'Kids') : undefined
    if (kids?.kind === 'array') for (const kid of kids.items) pending.push(kid)
  }
  return numbers
}

/** Tells whether an object is a page, page tree or catalog, by its /Type. */
function readType(pdf: Pdf, number: number): UnreachableObject['type'] | undefined {
  const value = readObject(pdf, pdfRef(number))
  const type = value.kind === 'dict' ? findValue(pdf, value, 'Type') : undefined
  const name = type?.kind === 'name' ? type.name : ''
  return name === 'Catalog' || name === 'Pages' || name === 'Page' ? name : undefined
}

/** Finds pages, page trees and catalogs that nothing in the document leads to. */
export function findUnreachablePages(pdf: Pdf): UnreachableObject[] {
  const numbers = listObjectNumbers(pdf)
  if (numbers.length > MAX_OBJECTS) return []
  const tree = listTreeNumbers(pdf)
  const others: UnreachableObject[] = []
  for (const number of numbers) {
    const type = readType(pdf, number)
    if (type !== undefined && !tree.has(number)) others.push({ number, type })
  }
  // All are in the page tree, as in nearly every document: nothing else needs to be followed.
  if (others.length === 0) return others
  const reached = markReachable(pdf)
  return others.filter(({ number }) => !reached.has(number))
}
