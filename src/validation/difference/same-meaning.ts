/**
 * Objects that are written differently and mean the same: a value in place of a reference to it, an attribute of a page
 * beside the tree it is inherited from.
 *
 * @module
 */
import {
  findPageAttribute,
  type Pdf,
  type PdfDict,
  type PdfObject,
  resolveObject,
  walkPages,
} from '../../pdf/index.ts'
import { equalObjects, pdfNull, pdfRef } from '../../pdf/syntax/index.ts'

/** The document as it was signed and as it is later. */
interface States {
  readonly signed: Pdf
  readonly later: Pdf
}

/** Values nested deeper are compared as they are written. */
const MAX_DEPTH = 64

/** References that lead back in circles would be compared for ever. */
const MAX_STEPS = 200_000

/** A value in both states. */
type Pair = readonly [PdfObject, PdfObject]

/** Puts the values of two dictionaries or arrays side by side; `undefined` where one has more than the other. */
function pairUp([before, after]: Pair): Pair[] | undefined {
  if (before.kind === 'dict' && after.kind === 'dict') {
    if (before.entries.size !== after.entries.size) return undefined
    const pairs = [...before.entries].map(([key, value]) => [value, after.entries.get(key)] as const)
    const whole = pairs.flatMap(([old, now]): Pair[] => (now === undefined ? [] : [[old, now]]))
    return whole.length === pairs.length ? whole : undefined
  }
  if (before.kind !== 'array' || after.kind !== 'array' || before.items.length !== after.items.length) {
    return undefined
  }
  return before.items.map((item, index): Pair => [item, after.items[index] ?? pdfNull])
}

/** A comparison under way. */
interface Comparison {
  readonly states: States
  steps: number
}

/** Compares two values; what takes too many steps to compare is not the same. */
function compare(comparison: Comparison, pair: Pair, depth: number): boolean {
  const { states } = comparison
  const [before, after] = pair
  comparison.steps += 1
  if (depth > MAX_DEPTH || comparison.steps > MAX_STEPS) return false
  if ((before.kind === 'ref') !== (after.kind === 'ref')) {
    const resolved: Pair = [resolveObject(states.signed, before), resolveObject(states.later, after)]
    return resolved[0].kind !== 'stream' && compare(comparison, resolved, depth + 1)
  }
  const isNested = before.kind === after.kind && (before.kind === 'dict' || before.kind === 'array')
  if (!isNested) return equalObjects(before, after)
  return pairUp(pair)?.every((inner) => compare(comparison, inner, depth + 1)) ?? false
}

/**
 * Tells whether two values mean the same where one of them has a reference and the other what it leads to.
 *
 * Two references are the same only with the same number: what stands behind it is compared by itself. Streams cannot be
 * written in place.
 */
export function meansSame(states: States, pair: Pair): boolean {
  return compare({ states, steps: 0 }, pair, 0)
}

/** Attributes that pages inherit (ISO 32000-1, 7.7.3.4). */
const inherited = ['MediaBox', 'CropBox', 'Rotate', 'Resources'] as const

/** Tells whether a page's /Parent leads to the node whose kid it is, and so on upwards. */
function leadsUp(pdf: Pdf, page: PdfDict, ancestors: readonly PdfDict[]): boolean {
  return [page, ...ancestors.toReversed()].every((node, index, all) => {
    const above = all[index + 1]
    const parent = resolveObject(pdf, node.entries.get('Parent'))
    return above === undefined ? parent === undefined : parent !== undefined && equalObjects(parent, above)
  })
}

/** Boxes of a page. */
const boxes = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'] as const

/** Programs that write a page anew round its numbers, most to four decimals; in points, far below what is seen. */
const ROUNDING = 0.001

/** Tells whether a box stayed the same but for rounding. */
function isRounded(states: States, before: PdfObject | undefined, after: PdfObject | undefined): boolean {
  const [old, now] = [resolveObject(states.signed, before), resolveObject(states.later, after)]
  if (old?.kind !== 'array' || now?.kind !== 'array' || old.items.length !== now.items.length) return false
  return old.items.every((item, index) => {
    const other = now.items[index]
    return item.kind === 'number' && other?.kind === 'number' && Math.abs(item.value - other.value) < ROUNDING
  })
}

/** Lists the new entries of a page that say what it inherited anyway. */
function listInherited(
  states: States,
  number: number,
  { before, after }: { readonly before: PdfDict; readonly after: PdfDict },
): string[] {
  const added = inherited.filter((key) => !before.entries.has(key) && after.entries.has(key))
  if (added.length === 0) return []
  for (const page of walkPages(states.signed)) {
    if (page.ref?.number !== number) continue
    if (!leadsUp(states.signed, page.dict, page.ancestors)) return []
    return added.filter((key) => {
      const old = findPageAttribute(states.signed, page, key)
      const now = resolveObject(states.later, after.entries.get(key) ?? pdfNull)
      return old !== undefined && meansSame(states, [old, now])
    })
  }
  return []
}

/** Lists the entries of a page that are written differently and mean the same. */
export function listSameKeys(
  states: States,
  number: number,
  pages: { readonly before: PdfDict; readonly after: PdfDict },
): string[] {
  const { before, after } = pages
  const rounded = boxes.filter((key) => isRounded(states, before.entries.get(key), after.entries.get(key)))
  return [...rounded, ...listInherited(states, number, pages)]
}

/** Tells whether an object means the same in both states although it is written differently; streams never do. */
export function isSameMeaning(states: States, number: number): boolean {
  const before = resolveObject(states.signed, pdfRef(number))
  const after = resolveObject(states.later, pdfRef(number))
  if (before.kind !== 'dict' || after.kind !== 'dict') return meansSame(states, [before, after])
  const type = before.entries.get('Type')
  const isPage = type?.kind === 'name' && type.name === 'Page'
  const same = isPage ? listSameKeys(states, number, { before, after }) : []
  const rest = (dict: PdfDict): PdfDict => {
    return { ...dict, entries: new Map([...dict.entries].filter(([key]) => !same.includes(key))) }
  }
  return meansSame(states, [rest(before), rest(after)])
}
