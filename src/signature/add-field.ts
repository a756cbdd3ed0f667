/**
 * New fields: a signature field with its widget, and a text field for what is filled in later.
 *
 * @module
 */
import { MotcuaError } from '../errors.ts'
import {
  addObject,
  findValue,
  type Pdf,
  type PdfArray,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  type RevisionDraft,
  readCatalog,
  readDraftObject,
  resolveDraftValue,
  resolveObject,
  setObject,
} from '../pdf/index.ts'
import {
  pdfArray,
  pdfDict,
  pdfName,
  pdfNumber,
  pdfText,
  readTextString,
  withEntries,
} from '../pdf/syntax/index.ts'
import {
  addAnnotation,
  addRootField,
  changeForm,
  findAnnotatablePage,
  findDraftDict,
  raiseSignatureFlags,
  readDraftCatalog,
} from './draft-form.ts'
import { type FieldGroup, readFieldTree } from './field.ts'
import { addAppearance, addEmptyAppearance, importPage } from './import-page.ts'
import { messages } from './messages.ts'
import type { FieldLock } from './permission.ts'
import { type PageRectangle, type Rotation, readRotation, readVisibleBox, toPageSpace } from './placement.ts'

/** Print and Locked (ISO 32000-1, table 165). */
const SIGNATURE_WIDGET_FLAGS = 132

/** Print. */
const TEXT_WIDGET_FLAGS = 4

/** Names already taken in the document and the draft, and the groups a new field may join. */
interface NameSpace {
  readonly taken: ReadonlySet<string>
  readonly groups: readonly FieldGroup[]
}

/** Collects names; fields added to the draft before this one count too. */
function readNames(draft: RevisionDraft): NameSpace {
  const { fields, groups } = readFieldTree(draft.pdf)
  const taken = new Set([...fields, ...groups].map(({ name }) => name))
  for (const { value } of draft.objects.values()) {
    const title = value.kind === 'dict' && !value.entries.has('Parent') ? value.entries.get('T') : undefined
    if (title?.kind === 'string') taken.add(readTextString(title))
  }
  return { taken, groups }
}

/** Chooses a free name, or checks the one asked for: nothing may have it, nothing terminal may lie above it. */
function chooseName({ taken, groups }: NameSpace, wanted: string | undefined): string {
  if (wanted === undefined) {
    let number = 1
    while (taken.has(`Signature${number}`)) number += 1
    return `Signature${number}`
  }
  const name = wanted.normalize('NFC')
  const parts = name.split('.')
  if (parts.some((part) => part === '')) throw new MotcuaError(messages, 'signature/bad-name', {})
  const above = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('.'))
  const isGroup = (path: string): boolean =>
    groups.some((group) => group.name === path && group.ref !== undefined)
  if (taken.has(name) || above.some((path) => taken.has(path) && !isGroup(path))) {
    throw new MotcuaError(messages, 'signature/name-in-use', {})
  }
  return name
}

/** Puts a field into the hierarchy: under the deepest group that exists, with new groups in between. */
function hangUp(
  draft: RevisionDraft,
  names: NameSpace,
  field: { name: string; ref: PdfRef; dict: PdfDict },
): void {
  const parts = field.name.split('.')
  let child = field.ref
  let dict = field.dict
  for (let depth = parts.length - 1; depth > 0; depth -= 1) {
    const path = parts.slice(0, depth).join('.')
    const group = names.groups.find(({ name, ref }) => name === path && ref !== undefined)
    const parent = group?.ref ?? addObject(draft, pdfDict({}))
    setObject(draft, child, withEntries(dict, { Parent: parent }))
    if (group !== undefined) {
      addKid(draft, parent, child)
      return
    }
    dict = pdfDict({ T: pdfText(parts[depth - 1] ?? ''), Kids: pdfArray([child]) })
    child = parent
  }
  setObject(draft, child, dict)
  addRootField(draft, child)
}

/** Adds a kid to an existing group. */
function addKid(draft: RevisionDraft, parent: PdfRef, child: PdfRef): void {
  const group = readDraftObject(draft, parent)
  if (group.kind !== 'dict') return
  const value = group.entries.get('Kids')
  const kids = resolveDraftValue(draft, value)
  const extended = pdfArray([...(kids?.kind === 'array' ? kids.items : []), child])
  if (value?.kind === 'ref') setObject(draft, value, extended)
  else setObject(draft, parent, withEntries(group, { Kids: extended }))
}

/** Where a new field goes and what it looks like there. */
export interface FieldPlacement {
  /** Counted from 0; the first page when left out. */
  readonly pageIndex?: number
  /** On the page as shown. Left out: an invisible field. */
  readonly rectangle?: PageRectangle
  /** A PDF of one page that is shown in the rectangle, as large as fits. */
  readonly appearance?: Uint8Array
}

/** The parts of a widget that depend on its page. */
interface PlacedWidget {
  readonly page: Parameters<typeof addAnnotation>[1] | undefined
  readonly rect: PdfArray
  readonly rotation: Rotation
}

/** Refuses rectangles that show nothing. */
function assertRectangle({ x, y, width, height }: PageRectangle): void {
  const isUsable = [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0
  if (!isUsable) throw new MotcuaError(messages, 'signature/bad-rectangle', { width, height })
}

/** Finds the page and turns the rectangle into its space. A document without pages can still hold a field. */
function placeWidget(pdf: Pdf, placement: FieldPlacement): PlacedWidget {
  const { pageIndex = 0, rectangle } = placement
  const page = findAnnotatablePage(pdf, pageIndex)
  const nowhere = pdfArray([0, 0, 0, 0].map(pdfNumber))
  if (page === undefined && (rectangle !== undefined || pageIndex !== 0)) {
    throw new MotcuaError(messages, 'signature/no-page', { pageIndex })
  }
  if (page === undefined || rectangle === undefined) return { page, rect: nowhere, rotation: 0 }
  assertRectangle(rectangle)
  const rotation = readRotation(pdf, page)
  const box = toPageSpace(rectangle, readVisibleBox(pdf, page), rotation)
  return { page, rect: pdfArray(box.map(pdfNumber)), rotation }
}

/** Tells whether the document claims to be PDF/A, which wants an appearance even where nothing shows. */
function isArchival(pdf: Pdf): boolean {
  const intents = findValue(pdf, readCatalog(pdf), 'OutputIntents')
  const items = intents?.kind === 'array' ? intents.items : []
  return items.some((item) => {
    const intent = resolveObject(pdf, item)
    const subtype = intent.kind === 'dict' ? findValue(pdf, intent, 'S') : undefined
    return subtype?.kind === 'name' && subtype.name.startsWith('GTS_PDFA')
  })
}

/** Builds /AP for a placement, or nothing. */
function buildAppearance(
  draft: RevisionDraft,
  placement: FieldPlacement,
  widget: { rotation: Rotation; isText: boolean },
): PdfDict | undefined {
  const { rectangle, appearance } = placement
  if (rectangle !== undefined && appearance !== undefined) {
    const { width, height } = rectangle
    const form = importPage(draft, appearance)
    return pdfDict({ N: addAppearance(draft, form, { width, height, ...widget }) })
  }
  return isArchival(draft.pdf) ? pdfDict({ N: addEmptyAppearance(draft) }) : undefined
}

/** Builds a lock dictionary (ISO 32000-1, table 233; /P is of ISO 32000-2). */
export function buildLockDictionary(lock: FieldLock, type: 'SigFieldLock' | 'TransformParams'): PdfDict {
  const names = lock.action === 'All' ? undefined : pdfArray(lock.fields.map(pdfText))
  const isLock = type === 'SigFieldLock'
  return pdfDict({
    Type: pdfName(type),
    Action: pdfName(lock.action),
    Fields: names,
    P: isLock && lock.level !== undefined ? pdfNumber(lock.level) : undefined,
    V: isLock ? undefined : pdfName('1.2'),
  })
}

/** A new signature field. */
export interface NewSignatureField extends FieldPlacement {
  /** Fully qualified; full stops make groups. Left out: the next free `Signature1`, `Signature2` … */
  readonly name?: string | undefined
  /** What signing this field will lock. */
  readonly lock?: FieldLock | undefined
  /** A signature dictionary, when the field is added already signed. */
  readonly value?: PdfRef | undefined
}

/** A field in a draft. */
export interface AddedField {
  readonly name: string
  readonly ref: PdfRef
}

/** Adds a widget that is its field at the same time. */
function addField(
  draft: RevisionDraft,
  placement: FieldPlacement & { readonly name?: string | undefined },
  own: { readonly isText: boolean; readonly entries: Readonly<Record<string, PdfObject | undefined>> },
): AddedField {
  const names = readNames(draft)
  const name = chooseName(names, placement.name)
  const { page, rect, rotation } = placeWidget(draft.pdf, placement)
  const widget = pdfDict({
    Type: pdfName('Annot'),
    Subtype: pdfName('Widget'),
    T: pdfText(name.split('.').at(-1) ?? name),
    F: pdfNumber(own.isText ? TEXT_WIDGET_FLAGS : SIGNATURE_WIDGET_FLAGS),
    P: page?.ref,
    Rect: rect,
    MK: rotation === 0 ? undefined : pdfDict({ R: pdfNumber(rotation) }),
    AP: buildAppearance(draft, placement, { rotation, isText: own.isText }),
    ...own.entries,
  })
  const ref = addObject(draft, widget)
  hangUp(draft, names, { name, ref, dict: widget })
  if (page !== undefined) addAnnotation(draft, page, ref)
  return { name, ref }
}

/**
 * Adds a signature field with one widget to a draft (ISO 32000-1, 12.7.4.5).
 *
 * @example
 * import { appendRevision, beginRevision, joinSources, openPdf } from 'motcua/pdf'
 * import { addSignatureField, listFields } from 'motcua/signature'
 * const document = new TextEncoder().encode(
 *   '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[3 0 R]>> endobj\n' +
 *   '3 0 obj <</Type/Page/MediaBox[0 0 595 842]>> endobj trailer <</Root 1 0 R>>\n')
 * const draft = beginRevision(openPdf(document))
 * addSignatureField(draft, { name: 'NguoiKy', rectangle: { x: 350, y: 80, width: 170, height: 60 } })
 * const { bytes } = appendRevision(draft)
 * listFields(openPdf(joinSources([document, bytes]))).map(({ name }) => name) // ['NguoiKy']
 */
export function addSignatureField(draft: RevisionDraft, field: NewSignatureField): AddedField {
  const entries = {
    FT: pdfName('Sig'),
    Lock: field.lock && addObject(draft, buildLockDictionary(field.lock, 'SigFieldLock')),
    V: field.value,
  }
  const added = addField(draft, field, { isText: false, entries })
  if (field.value !== undefined) raiseSignatureFlags(draft)
  return added
}

/** A new text field. */
export interface NewTextField extends FieldPlacement {
  readonly name: string
  readonly rectangle: PageRectangle
  readonly value?: string
  readonly isReadOnly?: boolean
}

/** Gives the form the one font that every reader has, for fields that viewers may redraw. */
function ensureDefaultFont(draft: RevisionDraft): void {
  const form = findDraftDict(draft, readDraftCatalog(draft), 'AcroForm') ?? pdfDict({})
  if (form.entries.has('DR')) return
  const helvetica = pdfDict({
    Type: pdfName('Font'),
    Subtype: pdfName('Type1'),
    BaseFont: pdfName('Helvetica'),
  })
  changeForm(draft, { DR: pdfDict({ Font: pdfDict({ Helv: addObject(draft, helvetica) }) }) })
}

/** Adds a text field with one widget to a draft, such as the places for number and date of a document. */
export function addTextField(draft: RevisionDraft, field: NewTextField): AddedField {
  const entries = {
    FT: pdfName('Tx'),
    Ff: field.isReadOnly ? pdfNumber(1) : undefined,
    V: field.value === undefined ? undefined : pdfText(field.value),
    DA: pdfText('/Helv 0 Tf 0 g'),
  }
  const added = addField(draft, field, { isText: true, entries })
  ensureDefaultFont(draft)
  return added
}
