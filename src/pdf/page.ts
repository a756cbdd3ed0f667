/**
 * The page tree: walking it, whatever its state, and what a page inherits (ISO 32000-1, 7.7.3).
 *
 * @module
 */
import { findValue, type Pdf, readCatalog, resolveObject } from './open.ts'
import { noteRepair } from './store.ts'
import type { PdfDict, PdfObject, PdfRef } from './syntax/object.ts'

/** One page. */
export interface PdfPage {
  /** Counted from 0. */
  readonly index: number
  /** `undefined` for a page written directly into its parent's /Kids, which is against the rules but occurs. */
  readonly ref: PdfRef | undefined
  readonly dict: PdfDict
  /** The nodes above it, the root of the tree first. */
  readonly ancestors: readonly PdfDict[]
}

/** Deeper trees are damage or malice. */
const MAX_TREE_DEPTH = 64

/** Where a walk is: the node, its reference and what lies above it. */
interface Step {
  readonly value: PdfObject | undefined
  readonly ancestors: readonly PdfDict[]
}

/** Tells whether a dictionary is a node with children; /Type is missing or wrong often enough. */
function hasKids(pdf: Pdf, dict: PdfDict): boolean {
  const type = findValue(pdf, dict, 'Type')
  const kids = findValue(pdf, dict, 'Kids')
  if (kids?.kind !== 'array') return type?.kind === 'name' && type.name === 'Pages'
  return !(type?.kind === 'name' && type.name === 'Page' && dict.entries.has('Contents'))
}

/**
 * Walks the pages of a document in order.
 *
 * Nodes that are missing, repeated or no dictionaries are passed over and reported in `pdf.repairs`.
 */
export function* walkPages(pdf: Pdf): Generator<PdfPage, void, undefined> {
  const seen = new Set<number>()
  const stack: Step[] = [{ value: readCatalog(pdf).entries.get('Pages'), ancestors: [] }]
  let index = 0
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, ancestors } = step
    const dict = resolveObject(pdf, value)
    const number = value?.kind === 'ref' ? value.number : 0
    if (dict?.kind !== 'dict' || seen.has(number) || ancestors.length > MAX_TREE_DEPTH) {
      noteRepair(pdf.store, 'pdf/page-tree-broken', { offsetBytes: value?.start ?? 0, objectNumber: number })
      continue
    }
    if (!hasKids(pdf, dict)) {
      yield { index, ref: value?.kind === 'ref' ? value : undefined, dict, ancestors }
      index += 1
      if (index >= pdf.store.limits.maxPages) return
      continue
    }
    if (number > 0) seen.add(number)
    const kids = findValue(pdf, dict, 'Kids')
    const below = [...ancestors, dict]
    const items = kids?.kind === 'array' ? kids.items : []
    for (let kid = items.length - 1; kid >= 0; kid -= 1) stack.push({ value: items[kid], ancestors: below })
  }
}

/** Finds a page by its index, counted from 0. */
export function findPage(pdf: Pdf, index: number): PdfPage | undefined {
  for (const page of walkPages(pdf)) if (page.index === index) return page
  return undefined
}

/** Counts the pages that can be reached; /Count is not believed. */
export function countPages(pdf: Pdf): number {
  let count = 0
  for (const _page of walkPages(pdf)) count += 1
  return count
}

/** Finds an attribute of a page, inherited where the page itself has none. */
export function findPageAttribute(
  pdf: Pdf,
  page: PdfPage,
  key: 'MediaBox' | 'CropBox' | 'Rotate' | 'Resources',
): PdfObject | undefined {
  for (const dict of [page.dict, ...page.ancestors.toReversed()]) {
    const value = findValue(pdf, dict, key)
    if (value !== undefined) return value
  }
  return undefined
}
