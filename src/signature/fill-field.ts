/**
 * Values into fields that exist: a signature, or text with the appearance handed over for it.
 *
 * @module
 */
import { MotcuaError } from '../errors.ts'
import {
  findDict,
  findValue,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  type RevisionDraft,
  readDraftObject,
  setObject,
  walkPages,
} from '../pdf/index.ts'
import { pdfDict, pdfNumber, pdfText, withEntries } from '../pdf/syntax/index.ts'
import { raiseSignatureFlags } from './draft-form.ts'
import { type FieldWidget, type FormField, findField } from './field.ts'
import { addAppearance, importPage } from './import-page.ts'
import { messages } from './messages.ts'
import { type Rotation, readBox, readRotation, toRotation } from './placement.ts'

/** Finds a field of one type that is an object of its own. */
function requireField(
  draft: RevisionDraft,
  name: string,
  fieldType: string,
): FormField & { readonly ref: PdfRef } {
  const field = findField(draft.pdf, name.normalize('NFC'))
  if (field?.ref === undefined) throw new MotcuaError(messages, 'signature/no-field', {})
  if (field.fieldType !== fieldType) {
    throw new MotcuaError(messages, 'signature/wrong-field-type', { expected: fieldType })
  }
  return { ...field, ref: field.ref }
}

/** Finds the rotation of the page that shows a widget. */
function rotationOf(draft: RevisionDraft, widget: FieldWidget): Rotation {
  const stated = widget.dict.entries.get('P')
  for (const page of walkPages(draft.pdf)) {
    const isStated = stated?.kind === 'ref' && page.ref?.number === stated.number
    const annotations = stated === undefined ? findValue(draft.pdf, page.dict, 'Annots') : undefined
    const items = annotations?.kind === 'array' ? annotations.items : []
    const isListed = items.some((item) => item.kind === 'ref' && item.number === widget.ref?.number)
    if (isStated || isListed) return readRotation(draft.pdf, page)
  }
  return 0
}

/** Builds the /AP of a widget out of a one-page PDF, in the size of the widget. */
function buildWidgetAppearance(
  draft: RevisionDraft,
  widget: FieldWidget,
  input: { readonly appearance: Uint8Array; readonly rotation: Rotation; readonly isText: boolean },
): PdfDict {
  const [left, bottom, right, top] = readBox(draft.pdf, widget.dict.entries.get('Rect')) ?? [0, 0, 0, 0]
  const isTurned = input.rotation === 90 || input.rotation === 270
  const width = isTurned ? top - bottom : right - left
  const height = isTurned ? right - left : top - bottom
  if (!(width > 0 && height > 0))
    throw new MotcuaError(messages, 'signature/bad-rectangle', { width, height })
  const form = importPage(draft, input.appearance)
  const { rotation, isText } = input
  return pdfDict({ N: addAppearance(draft, form, { width, height, rotation, isText }) })
}

/** Changes entries of an object in the draft. */
function changeObject(
  draft: RevisionDraft,
  ref: PdfRef,
  changes: Readonly<Record<string, PdfObject | undefined>>,
): void {
  const current = readDraftObject(draft, ref)
  if (current.kind === 'dict') setObject(draft, ref, withEntries(current, changes))
}

/**
 * Puts a signature dictionary into an existing, empty signature field; the field keeps everything else it says.
 *
 * @param signature - `value`: the dictionary in the draft; `appearance`: a one-page PDF for the first widget.
 * @throws MotcuaError `signature/field-signed`
 */
export function fillSignatureField(
  draft: RevisionDraft,
  name: string,
  signature: { readonly value: PdfRef; readonly appearance?: Uint8Array | undefined },
): FormField {
  const field = requireField(draft, name, 'Sig')
  if (findValue(draft.pdf, pdfDict({ V: field.value }), 'V') !== undefined) {
    throw new MotcuaError(messages, 'signature/field-signed', {})
  }
  changeObject(draft, field.ref, { V: signature.value })
  const [widget] = field.widgets
  const { appearance } = signature
  if (widget?.ref !== undefined && appearance !== undefined) {
    const rotation = rotationOf(draft, widget)
    const AP = buildWidgetAppearance(draft, widget, { appearance, rotation, isText: false })
    changeObject(draft, widget.ref, { AP })
  }
  raiseSignatureFlags(draft)
  return field
}

/** A value for a text field and what it looks like. */
export interface TextFieldValue {
  readonly text: string
  /** A one-page PDF, shown in every widget of the field; viewers are never asked to draw it themselves. */
  readonly appearance: Uint8Array
  /** Sets the ReadOnly flag. Locking by a signature is FieldMDP's work and needs no flag. */
  readonly isReadOnly?: boolean
}

/**
 * Sets the value of a text field and the appearance of each of its widgets.
 *
 * /NeedAppearances is never set: it would let viewers redraw, and so change, what was signed.
 */
export function setTextField(draft: RevisionDraft, name: string, value: TextFieldValue): FormField {
  const field = requireField(draft, name, 'Tx')
  const flags = value.isReadOnly ? { Ff: pdfNumber(field.flags | 1) } : {}
  changeObject(draft, field.ref, { V: pdfText(value.text), ...flags })
  for (const widget of field.widgets) {
    if (widget.ref === undefined) continue
    // A widget that was made for a rotated page says so itself (table 189).
    const rotation = toRotation(findValue(draft.pdf, findDict(draft.pdf, widget.dict, 'MK'), 'R'))
    const { appearance } = value
    const AP = buildWidgetAppearance(draft, widget, { appearance, rotation, isText: true })
    changeObject(draft, widget.ref, { AP })
  }
  return field
}
