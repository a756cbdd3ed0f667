/**
 * Form fields and their widgets, through the whole hierarchy (ISO 32000-1, 12.7).
 *
 * @module
 */
import {
  findDict,
  findValue,
  type Pdf,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  readCatalog,
  resolveObject,
} from '../pdf/index.ts'
import { readTextString } from '../pdf/syntax/index.ts'

/** One visible (or invisible) place of a field on a page. */
export interface FieldWidget {
  /** `undefined` for a widget written directly into /Kids. */
  readonly ref: PdfRef | undefined
  readonly dict: PdfDict
  /** True when field and widget are one dictionary. */
  readonly isMerged: boolean
}

/** A terminal field. */
export interface FormField {
  /** Fully qualified: the partial names of the hierarchy joined by full stops. */
  readonly name: string
  readonly ref: PdfRef | undefined
  readonly dict: PdfDict
  /** `Sig`, `Tx`, `Btn`, `Ch`, inherited where the field itself says nothing; empty where nobody does. */
  readonly fieldType: string
  /** /Ff, inherited. */
  readonly flags: number
  /** /V as it stands in the field or its parents, a reference not followed. */
  readonly value: PdfObject | undefined
  readonly widgets: readonly FieldWidget[]
}

/** A node of the hierarchy that has fields below it. */
export interface FieldGroup {
  readonly name: string
  readonly ref: PdfRef | undefined
  readonly dict: PdfDict
}

/** All fields of a document and the nodes above them. */
export interface FieldTree {
  readonly fields: readonly FormField[]
  readonly groups: readonly FieldGroup[]
  /** Nodes passed over because they are no dictionaries, repeat, or lie too deep. */
  readonly skippedNodes: number
}

/** Deeper hierarchies are damage or malice. */
const MAX_FIELD_DEPTH = 64

/** More fields than this are not looked at. */
const MAX_FIELDS = 100_000

/** What a node hands down to its kids. */
interface Inherited {
  readonly name: string
  readonly fieldType: string
  readonly flags: number
  readonly value: PdfObject | undefined
  readonly depth: number
}

/** A walk in progress. */
interface Walk {
  readonly pdf: Pdf
  readonly fields: FormField[]
  readonly groups: FieldGroup[]
  readonly seen: Set<number>
  skippedNodes: number
}

/** Tells whether a dictionary is a widget annotation. */
function isWidget(pdf: Pdf, dict: PdfDict): boolean {
  const subtype = findValue(pdf, dict, 'Subtype')
  return subtype?.kind === 'name' && subtype.name === 'Widget'
}

/** Takes over what a node says itself, and keeps the rest of its parents. */
function inherit(pdf: Pdf, dict: PdfDict, from: Inherited): Inherited {
  const title = findValue(pdf, dict, 'T')
  const type = findValue(pdf, dict, 'FT')
  const flags = findValue(pdf, dict, 'Ff')
  const partial = title?.kind === 'string' ? readTextString(title) : undefined
  return {
    name: partial === undefined ? from.name : from.name === '' ? partial : `${from.name}.${partial}`,
    fieldType: type?.kind === 'name' ? type.name : from.fieldType,
    flags: flags?.kind === 'number' ? flags.value : from.flags,
    value: dict.entries.get('V') ?? from.value,
    depth: from.depth + 1,
  }
}

/** The kids of a node, and whether they are fields of their own: a kid with /T is. */
function readKids(pdf: Pdf, dict: PdfDict): { items: readonly PdfObject[]; areFields: boolean } {
  const kids = findValue(pdf, dict, 'Kids')
  const items = kids?.kind === 'array' ? kids.items : []
  const areFields = items.some((item) => {
    const kid = resolveObject(pdf, item)
    return kid.kind === 'dict' && (kid.entries.has('T') || (kid.entries.has('Kids') && !isWidget(pdf, kid)))
  })
  return { items, areFields }
}

/** Lists the widgets of a terminal field. */
function listWidgets(
  pdf: Pdf,
  node: { ref: PdfRef | undefined; dict: PdfDict },
  kids: readonly PdfObject[],
): FieldWidget[] {
  if (kids.length === 0) return isWidget(pdf, node.dict) ? [{ isMerged: true, ...node }] : []
  return kids.flatMap((kid) => {
    const dict = resolveObject(pdf, kid)
    if (dict.kind !== 'dict') return []
    return [{ ref: kid.kind === 'ref' ? kid : undefined, dict, isMerged: false }]
  })
}

/** Visits one node and everything below it. */
function visit(walk: Walk, value: PdfObject, from: Inherited): void {
  const { pdf } = walk
  const dict = resolveObject(pdf, value)
  const ref = value.kind === 'ref' ? value : undefined
  const isRepeated = ref !== undefined && walk.seen.has(ref.number)
  const isTooMuch = from.depth > MAX_FIELD_DEPTH || walk.fields.length >= MAX_FIELDS
  if (dict.kind !== 'dict' || isRepeated || isTooMuch) {
    walk.skippedNodes += 1
    return
  }
  if (ref !== undefined) walk.seen.add(ref.number)
  const own = inherit(pdf, dict, from)
  const { items, areFields } = readKids(pdf, dict)
  if (areFields) {
    walk.groups.push({ name: own.name, ref, dict })
    for (const item of items) visit(walk, item, own)
    return
  }
  const { name, fieldType, flags, value: fieldValue } = own
  const widgets = listWidgets(pdf, { ref, dict }, items)
  walk.fields.push({ name, ref, dict, fieldType, flags, value: fieldValue, widgets })
}

/** Reads all fields of the interactive form, in its order. */
export function readFieldTree(pdf: Pdf): FieldTree {
  const walk: Walk = { pdf, fields: [], groups: [], seen: new Set(), skippedNodes: 0 }
  const roots = findValue(pdf, findDict(pdf, readCatalog(pdf), 'AcroForm'), 'Fields')
  const start: Inherited = { name: '', fieldType: '', flags: 0, value: undefined, depth: 0 }
  for (const item of roots?.kind === 'array' ? roots.items : []) visit(walk, item, start)
  const { fields, groups, skippedNodes } = walk
  return { fields, groups, skippedNodes }
}

/**
 * Lists the terminal fields of the interactive form.
 *
 * @example
 * import { openPdf } from 'motcua/pdf'
 * import { listFields } from 'motcua/signature'
 * const text =
 *   '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>> endobj 2 0 obj <</Kids[]>> endobj\n' +
 *   '3 0 obj <</FT/Sig/T(Sig1)>> endobj trailer <</Root 1 0 R>>\n'
 * listFields(openPdf(new TextEncoder().encode(text))).map(({ name, fieldType }) => `${fieldType} ${name}`) // ['Sig Sig1']
 */
export function listFields(pdf: Pdf): readonly FormField[] {
  return readFieldTree(pdf).fields
}

/** Finds a terminal field by its fully qualified name. */
export function findField(pdf: Pdf, name: string): FormField | undefined {
  return listFields(pdf).find((field) => field.name === name)
}
