/**
 * The fields of a form in both states, matched by their full names.
 *
 * @module
 */
import {
  findValue,
  type Pdf,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  resolveObject,
} from '../../pdf/index.ts'
import { readTextString } from '../../pdf/syntax/index.ts'
import type { ChangeRule } from '../difference/sentences.ts'

/** A node of the form's hierarchy in one state. */
export interface FieldNode {
  readonly ref: PdfRef
  readonly dict: PdfDict
  /** /FT, inherited; empty where nobody says. */
  readonly fieldType: string
  /** Way from the catalog. */
  readonly path: string
  readonly kids: readonly PdfObject[]
  /** Kids without /T: the places of this field on pages. */
  readonly widgets: readonly { readonly ref: PdfRef; readonly dict: PdfDict }[]
}

/** A field in both states; one side is missing for a new or a deleted one. */
export interface FieldPair {
  readonly name: string
  readonly before: FieldNode | undefined
  readonly after: FieldNode | undefined
}

/** What was found, and what is wrong with the later list. */
export interface FieldPairs {
  readonly pairs: readonly FieldPair[]
  readonly faults: readonly { readonly rule: ChangeRule; readonly path: string }[]
}

/** Deeper hierarchies are damage or malice. */
const MAX_DEPTH = 64

/** Fields of one list in one state, or `undefined` where the list is not as it must be. */
type NodeList = ReadonlyMap<string, FieldNode> | undefined

/** The fields of one state, once they were read: they are asked for once for each state beside it. */
export interface FieldMemory {
  list: { readonly items: readonly PdfObject[]; readonly nodes: NodeList } | undefined
}

/** Where a list stands. */
interface ListPlace {
  readonly path: string
  readonly fieldType: string
}

/** Reads one entry of a list; `'malformed'` refuses the whole list, `undefined` is no field of its own. */
function readNode(
  pdf: Pdf,
  item: PdfObject,
  at: ListPlace,
): { name: string; node: FieldNode } | 'malformed' | undefined {
  const dict = resolveObject(pdf, item)
  if (item.kind !== 'ref' || dict.kind !== 'dict') return 'malformed'
  const title = findValue(pdf, dict, 'T')
  if (title === undefined) return undefined
  const name = title.kind === 'string' ? readTextString(title) : ''
  if (title.kind !== 'string' || name.includes('.')) return 'malformed'
  const type = findValue(pdf, dict, 'FT')
  const fieldType = type?.kind === 'name' ? type.name : at.fieldType
  const list = findValue(pdf, dict, 'Kids')
  const kids = list?.kind === 'array' ? list.items : []
  if (kids.length === 0 && fieldType === '') return 'malformed'
  const widgets = kids.flatMap((kid) => {
    const inner = resolveObject(pdf, kid)
    return kid.kind === 'ref' && inner.kind === 'dict' && !inner.entries.has('T')
      ? [{ ref: kid, dict: inner }]
      : []
  })
  return { name, node: { ref: item, dict, fieldType, path: at.path, kids, widgets } }
}

/** Reads a list of fields. */
function readList(pdf: Pdf, items: readonly PdfObject[], at: ListPlace): NodeList {
  const nodes = new Map<string, FieldNode>()
  for (const [index, item] of items.entries()) {
    const found = readNode(pdf, item, { ...at, path: `${at.path}[${index}]` })
    if (found === undefined) continue
    if (found === 'malformed' || nodes.has(found.name)) return undefined
    nodes.set(found.name, found.node)
  }
  return nodes
}

/** Reads the list of all fields, or recalls it. */
function recallList(
  pdf: Pdf,
  items: readonly PdfObject[],
  { memory, ...at }: ListPlace & { readonly memory: FieldMemory | undefined },
): NodeList {
  if (memory === undefined) return readList(pdf, items, at)
  if (memory.list?.items !== items) memory.list = { items, nodes: readList(pdf, items, at) }
  return memory.list.nodes
}

/** Both states of the document. */
interface States {
  readonly signed: Pdf
  readonly later: Pdf
  readonly signedFields?: FieldMemory
  readonly laterFields?: FieldMemory
}

/** One list in both states. */
interface ListPair {
  readonly prefix: string
  readonly path: string
  readonly before: readonly PdfObject[]
  readonly after: readonly PdfObject[]
  readonly beforeType: string
  readonly afterType: string
}

/** Matches two lists and what lies below them. */
function matchLists(
  states: States,
  list: ListPair,
  out: { pairs: FieldPair[]; faults: FieldPairs['faults'][number][] },
): void {
  const { prefix, path } = list
  const depth = prefix.split('.').length
  const [signedMemory, laterMemory] = prefix === '' ? [states.signedFields, states.laterFields] : []
  const old = { path, fieldType: list.beforeType, memory: signedMemory }
  const before = recallList(states.signed, list.before, old) ?? new Map()
  const now = { path, fieldType: list.afterType, memory: laterMemory }
  const after = recallList(states.later, list.after, now)
  if (after === undefined || depth > MAX_DEPTH) {
    out.faults.push({ rule: 'change/field-list', path })
    return
  }
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const old: FieldNode | undefined = before.get(name)
    const now = after.get(name)
    const full = prefix === '' ? name : `${prefix}.${name}`
    if (old !== undefined && now !== undefined && old.fieldType !== now.fieldType) {
      out.faults.push({ rule: 'change/field-entries', path: now.path })
      continue
    }
    out.pairs.push({ name: full, before: old, after: now })
    const kids = { before: old?.kids ?? [], after: now?.kids ?? [] }
    if (kids.before.length === 0 && kids.after.length === 0) continue
    const common = old?.fieldType || now?.fieldType || ''
    matchLists(
      states,
      {
        prefix: full,
        path: `${(old ?? now)?.path}/Kids`,
        ...kids,
        beforeType: common,
        afterType: common,
      },
      out,
    )
  }
}

/** Matches the fields of two states; `before` and `after` are the items of /Fields. */
export function matchFields(
  states: States,
  before: readonly PdfObject[],
  after: readonly PdfObject[],
): FieldPairs {
  const out = { pairs: [], faults: [] }
  matchLists(
    states,
    { prefix: '', path: '/AcroForm/Fields', before, after, beforeType: '', afterType: '' },
    out,
  )
  return out
}
