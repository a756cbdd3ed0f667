/**
 * The catalog of a document whose trailer does not lead to one.
 *
 * @module
 */
import { noteRepair, type ObjectStore, readStoredObject, resolveValue } from './store.ts'
import {
  type PdfDict,
  type PdfRef,
  pdfArray,
  pdfDict,
  pdfName,
  pdfNumber,
  pdfRef,
  withEntries,
} from './syntax/object.ts'

/** Tells whether a dictionary has /Type with this name. */
export function hasType(dict: PdfDict | undefined, name: string): boolean {
  const type = dict?.entries.get('Type')
  return type?.kind === 'name' && type.name === name
}

/** An object that may be part of the document's skeleton. */
interface Candidate {
  readonly ref: PdfRef
  readonly dict: PdfDict
}

/** What the skeleton could be made of, each list in the order of the file. */
interface Skeleton {
  readonly catalogs: Candidate[]
  readonly trees: Candidate[]
  readonly pages: Candidate[]
}

/** A reference with the generation that the object has in the file. */
function refTo(store: ObjectStore, number: number): PdfRef {
  const entry = store.entries.get(number)
  return pdfRef(number, entry?.kind === 'offset' ? entry.generation : 0)
}

/** Sorts all dictionaries of the file by /Type; a tree is a node that no other node holds. */
function collectSkeleton(store: ObjectStore): Skeleton {
  const skeleton: Skeleton = { catalogs: [], trees: [], pages: [] }
  for (const number of store.entries.keys()) {
    const dict = readStoredObject(store, { number, generation: 0 })
    if (dict.kind !== 'dict') continue
    const candidate = { ref: refTo(store, number), dict }
    if (hasType(dict, 'Catalog')) skeleton.catalogs.push(candidate)
    else if (hasType(dict, 'Page')) skeleton.pages.push(candidate)
    else if (hasType(dict, 'Pages') && resolveValue(store, dict.entries.get('Parent'))?.kind !== 'dict') {
      skeleton.trees.push(candidate)
    }
  }
  return skeleton
}

/** A number that no object has. */
function freeNumber(store: ObjectStore): number {
  let highest = 0
  for (const number of store.entries.keys()) if (number > highest) highest = number
  for (const number of store.adopted.keys()) if (number > highest) highest = number
  return highest + 1
}

/** Takes a dictionary into the document as an object of its own; it is written with the next revision. */
export function adoptObject(store: ObjectStore, dict: PdfDict): PdfRef {
  const ref = pdfRef(freeNumber(store))
  store.adopted.set(ref.number, dict)
  return ref
}

/** Gives a page tree: the last one in the file, or one made of the pages that lie about. */
function chooseTree(store: ObjectStore, { trees, pages }: Skeleton): PdfRef | undefined {
  const tree = trees.findLast(({ dict }) => resolveValue(store, dict.entries.get('Kids'))?.kind === 'array')
  if (tree !== undefined || pages.length === 0) return tree?.ref
  const Kids = pdfArray(pages.map(({ ref }) => ref))
  return adoptObject(store, pdfDict({ Type: pdfName('Pages'), Kids, Count: pdfNumber(pages.length) }))
}

/**
 * Finds the catalog among all objects, or makes one for the pages that are there.
 *
 * A catalog that leads to pages comes first, the newest before older ones; then any catalog, given the page tree
 * it lacks; then a new one.
 */
export function searchCatalog(store: ObjectStore): PdfRef | undefined {
  const skeleton = collectSkeleton(store)
  const { catalogs } = skeleton
  const leadsOn = ({ dict }: Candidate): boolean =>
    resolveValue(store, dict.entries.get('Pages'))?.kind === 'dict'
  const found = catalogs.findLast(leadsOn)
  const tree = found === undefined ? chooseTree(store, skeleton) : undefined
  const chosen = found ?? catalogs.at(-1)
  if (chosen === undefined && tree === undefined) return undefined
  const ref =
    chosen?.ref ?? adoptObject(store, pdfDict({ Type: pdfName('Catalog'), Pages: tree ?? pdfRef(0) }))
  if (chosen !== undefined && tree !== undefined) {
    store.adopted.set(chosen.ref.number, withEntries(chosen.dict, { Pages: tree }))
  }
  const facts = { objectNumber: ref.number, isMade: found === undefined && tree !== undefined }
  noteRepair(store, 'pdf/root-searched', { offsetBytes: chosen?.dict.start ?? 0, ...facts })
  return ref
}
