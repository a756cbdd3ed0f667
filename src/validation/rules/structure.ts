/**
 * The structure tree of tagged documents: widgets of new signature fields may be entered, and nothing that was there
 * may come to be read differently (ISO 32000-2, 14.7.2 to 14.7.5; 14.8.4.8.3 for widgets).
 *
 * Allowed are: new elements whose only content are such widgets, put between the kids of the root or of an element that
 * keeps everything else; keys of the parent tree for them; a higher /ParentTreeNextKey. Role map, class map and
 * namespaces stay as they were.
 *
 * @module
 */
import { type PdfDict, type PdfObject, readCatalog, readObject, resolveObject } from '../../pdf/index.ts'
import { equalObjects, pdfNull, pdfRef } from '../../pdf/syntax/index.ts'
import type { ModificationLevel } from '../difference/change.ts'
import { approve, type Ledger, refuse } from '../difference/ledger.ts'
import { takesRoom } from '../difference/places.ts'
import { asArray, asDict, isNewNumber, listDifferentKeys, refUnder } from '../difference/revision-pair.ts'
import type { UsageIndex } from '../difference/usage.ts'

const path = '/StructTreeRoot'

/** Entries that an element for a new widget may have; none of them says anything of other content. */
const elementKeys = new Set(['Type', 'S', 'P', 'K', 'Pg', 'T', 'Alt', 'Lang', 'ID', 'A', 'C', 'R', 'NS'])

/** Entries of an object reference. */
const objectReferenceKeys = new Set(['Type', 'Obj', 'Pg'])

/** Deeper elements, and larger trees, are not gone through. */
const MAX_DEPTH = 64
const MAX_NODES = 100_000

/** What is known while the tree is compared. */
interface Review {
  readonly ledger: Ledger
  /** Widgets of new signature fields, with the names of their fields. */
  readonly newWidgets: ReadonlyMap<number, string>
  /** New elements that were accepted, and the widget under each. */
  readonly accepted: Map<number, number>
}

/** The value of /K as a list: one kid may stand there without brackets (ISO 32000-2, table 355). */
function listKids(
  ledger: Ledger,
  state: 'signed' | 'later',
  value: PdfObject | undefined,
): readonly PdfObject[] {
  if (value === undefined || value.kind === 'null') return []
  return asArray(ledger.pair[state], value) ?? [value]
}

/** Tells whether all entries of a dictionary are among these. */
function hasOnly(dict: PdfDict, keys: ReadonlySet<string>): boolean {
  return [...dict.entries.keys()].every((key) => keys.has(key))
}

/** The name under a key, empty where there is none. */
function nameUnder(dict: PdfDict, key: string): string {
  const value = dict.entries.get(key)
  return value?.kind === 'name' ? value.name : ''
}

/** Gives the new widget that a kid refers to, `undefined` for anything else a kid may be. */
function widgetOf({ ledger, newWidgets }: Review, kid: PdfObject): number | undefined {
  const dict = asDict(ledger.pair.later, kid)
  if (dict === undefined || nameUnder(dict, 'Type') !== 'OBJR' || !hasOnly(dict, objectReferenceKeys))
    return undefined
  const number = refUnder(dict, 'Obj')?.number
  return number !== undefined && newWidgets.has(number) ? number : undefined
}

/** Approves an object at the level of the widget that it was made for. */
function approveFor({ ledger, newWidgets }: Review, number: number, widget: number): void {
  const dict = asDict(ledger.pair.later, pdfRef(widget))
  const isVisible = dict === undefined || takesRoom(ledger.pair.later, dict)
  const level: ModificationLevel = isVisible ? 'form-filling' : 'lta-updates'
  const name = newWidgets.get(widget)
  const lock = isVisible && name !== undefined ? { lockedBy: name } : {}
  approve(ledger, number, {
    rule: 'structure/extended',
    level,
    use: 'everywhere',
    path,
    anchor: widget,
    ...lock,
  })
}

/**
 * Accepts a new element that holds nothing but new widgets, or elements that hold nothing else.
 *
 * @returns One of the widgets, `undefined` where the element is refused.
 */
function acceptElement(
  review: Review,
  kid: PdfObject,
  place: { parent: number; depth: number },
): number | undefined {
  const { ledger } = review
  const { pair } = ledger
  if (kid.kind !== 'ref' || !isNewNumber(pair, kid.number) || place.depth > MAX_DEPTH) return undefined
  const element = asDict(pair.later, kid)
  if (element === undefined || !hasOnly(element, elementKeys)) return undefined
  const type = nameUnder(element, 'Type')
  if ((type !== '' && type !== 'StructElem') || refUnder(element, 'P')?.number !== place.parent)
    return undefined
  const kids = listKids(ledger, 'later', element.entries.get('K'))
  const below = { parent: kid.number, depth: place.depth + 1 }
  const widgets = kids.map((item) => widgetOf(review, item) ?? acceptElement(review, item, below))
  const [first] = widgets
  if (first === undefined || widgets.includes(undefined)) return undefined
  review.accepted.set(kid.number, first)
  const own = [kid, element.entries.get('K'), ...kids].flatMap((item) =>
    item?.kind === 'ref' ? [item.number] : [],
  )
  for (const number of own) if (isNewNumber(pair, number)) approveFor(review, number, first)
  return first
}

/** Tells whether kids are the old ones in their old order, with accepted new elements between them. */
function acceptKids(
  review: Review,
  node: { number: number; before: PdfDict; after: PdfDict },
): number | undefined {
  const { ledger } = review
  const old = listKids(ledger, 'signed', node.before.entries.get('K'))
  const now = listKids(ledger, 'later', node.after.entries.get('K'))
  let next = 0
  let widget: number | undefined
  for (const kid of now) {
    if (next < old.length && equalObjects(kid, old[next] ?? pdfNull)) next += 1
    else {
      widget = acceptElement(review, kid, { parent: node.number, depth: 0 })
      if (widget === undefined) return undefined
    }
  }
  return next === old.length ? widget : undefined
}

/** Approves the array in which the kids of a node stand, where it is an object of its own. */
function approveKidArray(review: Review, node: { number: number; after: PdfDict }, widget: number): void {
  const array = refUnder(node.after, 'K')?.number
  const { pair } = review.ledger
  if (array === undefined || asArray(pair.later, pdfRef(array)) === undefined) return
  if (isNewNumber(pair, array)) approveFor(review, array, widget)
  const use = { container: node.number, within: '/K' }
  approve(review.ledger, array, { rule: 'structure/extended', level: 'lta-updates', use, path: `${path}/K` })
}

/** Reviews an element that was there: the same but for new kids. */
function reviewElement(review: Review, number: number): void {
  const { pair } = review.ledger
  const before = asDict(pair.signed, pdfRef(number))
  const after = asDict(pair.later, pdfRef(number))
  if (before === undefined || after === undefined) return
  if (listDifferentKeys(before, after, new Set(['K']))?.length !== 0) return
  const widget = acceptKids(review, { number, before, after })
  if (widget === undefined) return
  // The element is the same but for new kids, so all its uses are.
  approveFor(review, number, widget)
  approveKidArray(review, { number, after }, widget)
}

/** The keys that may stand below a node: by its /Limits in the later state, any in the one that was signed. */
function narrow(
  ledger: Ledger,
  node: PdfDict,
  { state, bounds }: { readonly state: 'signed' | 'later'; readonly bounds: readonly [number, number] },
): readonly [number, number] {
  const limits = state === 'later' ? asArray(ledger.pair.later, node.entries.get('Limits')) : undefined
  const [first, last] = (limits ?? []).map((item) => resolveObject(ledger.pair.later, item))
  if (first?.kind !== 'number' || last?.kind !== 'number') return bounds
  return [Math.max(bounds[0], first.value), Math.min(bounds[1], last.value)]
}

/** A number tree laid out flat, and the objects that its nodes are; `undefined` for one that is damaged. */
function flatten(
  ledger: Ledger,
  state: 'signed' | 'later',
  root: PdfObject | undefined,
): { values: Map<number, PdfObject>; nodes: Set<number> } | undefined {
  const pdf = ledger.pair[state]
  const values = new Map<number, PdfObject>()
  const nodes = new Set<number>()
  const bounds: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const pending = root === undefined ? [] : [{ item: root, bounds }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { item, bounds } = next
    const dict = asDict(pdf, item)
    if (dict === undefined || nodes.size > MAX_NODES) return undefined
    const [low, high] = narrow(ledger, dict, { state, bounds })
    if (item.kind === 'ref') {
      if (nodes.has(item.number)) return undefined
      nodes.add(item.number)
    }
    for (const key of ['Kids', 'Nums']) {
      const ref = refUnder(dict, key)
      if (ref !== undefined) nodes.add(ref.number)
    }
    for (const kid of asArray(pdf, dict.entries.get('Kids')) ?? [])
      pending.push({ item: kid, bounds: [low, high] })
    const pairs = asArray(pdf, dict.entries.get('Nums')) ?? []
    for (let index = 0; index + 1 < pairs.length; index += 2) {
      const key = resolveObject(pdf, pairs[index])
      if (key?.kind !== 'number' || values.has(key.value) || key.value < low || key.value > high)
        return undefined
      values.set(key.value, pairs[index + 1] ?? pdfNull)
    }
  }
  return { values, nodes }
}

/** Tells whether a key of the parent tree leads to an accepted element, and its widget to the key. */
function isEntered(review: Review, key: number, value: PdfObject): boolean {
  if (value.kind !== 'ref' || !review.accepted.has(value.number)) return false
  const { later } = review.ledger.pair
  const element = asDict(later, value)
  return listKids(review.ledger, 'later', element?.entries.get('K')).some((kid) => {
    const widget = widgetOf(review, kid)
    const stated =
      widget === undefined ? undefined : asDict(later, pdfRef(widget))?.entries.get('StructParent')
    return stated?.kind === 'number' && stated.value === key
  })
}

/** Reviews the parent tree: old keys as they were, new ones for accepted elements. */
function reviewParentTree(review: Review, before: PdfDict, after: PdfDict): boolean {
  const { ledger } = review
  const old = flatten(ledger, 'signed', before.entries.get('ParentTree'))
  const now = flatten(ledger, 'later', after.entries.get('ParentTree'))
  if (old === undefined || now === undefined) return false
  for (const [key, value] of old.values)
    if (!equalObjects(value, now.values.get(key) ?? pdfNull)) return false
  for (const [key, value] of now.values)
    if (!old.values.has(key) && !isEntered(review, key, value)) return false
  for (const number of now.nodes) {
    if (!old.nodes.has(number) && !isNewNumber(ledger.pair, number)) return false
    const uses = ledger.open.get(number)?.uses ?? []
    const base = { rule: 'structure/extended', level: 'lta-updates', path: `${path}/ParentTree` } as const
    if (uses.length === 0) approve(ledger, number, { ...base, use: 'everywhere' })
    for (const use of uses) {
      if (use.path.startsWith(`${path}/ParentTree`))
        approve(ledger, number, { ...base, use: { path: use.path } })
    }
  }
  return true
}

/** Tells whether the next free key of the parent tree is as it was or higher. */
function keepsNextKey(before: PdfDict, after: PdfDict): boolean {
  const [old, now] = [before, after].map(({ entries }) => entries.get('ParentTreeNextKey'))
  if (old === undefined && now === undefined) return true
  const floor = old?.kind === 'number' ? old.value : 0
  return now?.kind === 'number' && now.isInteger && now.value >= floor
}

/** Entries of the root that may change. */
const openRootKeys = new Set(['K', 'ParentTree', 'ParentTreeNextKey'])

/** Elements that were written anew, themselves or the array of their kids. */
function listTouched({ pair, open }: Ledger, { structureNodes }: UsageIndex): Set<number> {
  const touched = new Set<number>()
  for (const number of pair.changed) {
    if (structureNodes.has(number)) touched.add(number)
    for (const { container, within } of open.get(number)?.uses ?? []) {
      if (within === '/K' && structureNodes.has(container)) touched.add(container)
    }
  }
  return touched
}

/** Reviews /StructTreeRoot of the catalog. */
export function reviewStructure(
  ledger: Ledger,
  { newWidgets, index }: { readonly newWidgets: ReadonlyMap<number, string>; readonly index: UsageIndex },
): void {
  const { pair } = ledger
  const root = refUnder(readCatalog(pair.later), 'StructTreeRoot')
  const before = asDict(pair.signed, root)
  const after = asDict(pair.later, root)
  if (root === undefined || before === undefined || after === undefined) return
  const review: Review = { ledger, newWidgets, accepted: new Map() }
  for (const number of listTouched(ledger, index)) if (number !== root.number) reviewElement(review, number)
  const rootKids = acceptKids(review, { number: root.number, before, after })
  const isTouched = pair.changed.has(root.number)
  const isSame = equalObjects(readObject(pair.signed, root), readObject(pair.later, root))
  const hasSameKids = equalObjects(before.entries.get('K') ?? pdfNull, after.entries.get('K') ?? pdfNull)
  if (!reviewParentTree(review, before, after)) {
    if (review.accepted.size > 0 || !isSame)
      refuse(ledger, 'change/structure', { path: `${path}/ParentTree` })
    return
  }
  if (rootKids !== undefined) approveKidArray(review, { number: root.number, after }, rootKids)
  if (!isTouched || isSame) return
  const isExtended =
    listDifferentKeys(before, after, openRootKeys)?.length === 0 &&
    (hasSameKids || rootKids !== undefined) &&
    keepsNextKey(before, after)
  if (!isExtended) {
    refuse(ledger, 'change/structure', { path, number: root.number })
    return
  }
  approve(ledger, root.number, { rule: 'structure/extended', level: 'lta-updates', use: 'everywhere', path })
}
