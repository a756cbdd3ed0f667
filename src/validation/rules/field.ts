/**
 * Form fields: signature fields may be added and signed, others filled in; nothing else about them may change.
 *
 * @module
 */
import type { Pdf, PdfDict } from '../../pdf/index.ts'
import { equalObjects, pdfNull } from '../../pdf/syntax/index.ts'
import type { ModificationLevel } from '../difference/change.ts'
import { type Approval, approve, approveAll, type Ledger, refuse } from '../difference/ledger.ts'
import { takesRoom } from '../difference/places.ts'
import {
  asArray,
  asDict,
  collectNew,
  isNewNumber,
  listDifferentKeys,
  type RevisionPair,
  refUnder,
} from '../difference/revision-pair.ts'
import { annotationPath, structurePath, type UsageIndex } from '../difference/usage.ts'
import { reviewAppearance } from './appearance.ts'
import type { FieldNode, FieldPair } from './field-pairs.ts'

/** Entries that some programs set without being asked; they change neither value nor looks. */
const freeKeys = new Set(['Ff', 'Type'])

/** Entries that filling in a field changes. */
export const fillKeys: ReadonlySet<string> = new Set([...freeKeys, 'AP', 'AS', 'V', 'F', 'DA', 'Q'])

/** Tells whether a field or one of its widgets takes room. */
export function isVisibleField(pdf: Pdf, node: FieldNode): boolean {
  return takesRoom(pdf, node.dict) || node.widgets.some(({ dict }) => takesRoom(pdf, dict))
}

/** Approves the dictionary of a field or widget in the uses that a field has: form, page, structure. */
function approveUses(
  ledger: Ledger,
  number: number,
  approval: Omit<Approval, 'use'> & { ownPath: string },
): void {
  if (!ledger.pair.changed.has(number)) return
  const { ownPath, ...rest } = approval
  const uses = ledger.open.get(number)?.uses.map(({ path }) => path) ?? []
  for (const path of uses) {
    const isExpected =
      path === ownPath ||
      annotationPath.test(path) ||
      structurePath.test(path) ||
      /^\/AcroForm\/CO\[\d+\]$/.test(path)
    if (isExpected) approve(ledger, number, { ...rest, use: { path } })
  }
  if (uses.length === 0) approve(ledger, number, { ...rest, use: 'everywhere' })
}

/** Tells whether /Type is as it was, or was added with the only value it may have. */
function keepsType(before: PdfDict, after: PdfDict): boolean {
  const old = before.entries.get('Type')
  const now = after.entries.get('Type')
  if (old !== undefined || now === undefined) return equalObjects(old ?? pdfNull, now ?? pdfNull)
  return now.kind === 'name' && now.name === 'Annot'
}

/**
 * Compares the dictionaries of a field or widget.
 *
 * @returns `kept`: a lock would not mind; `filled`: only what filling in changes; `changed`: more than that.
 */
function compareField(before: PdfDict, after: PdfDict): 'kept' | 'filled' | 'changed' {
  const beyond = listDifferentKeys(before, after, fillKeys) ?? ['']
  if (beyond.length > 0 || !keepsType(before, after)) return 'changed'
  return listDifferentKeys(before, after, freeKeys)?.length === 0 ? 'kept' : 'filled'
}

/** A field that stands in both states. */
interface KeptField {
  readonly name: string
  readonly before: FieldNode
  readonly after: FieldNode
}

/** Reviews the widgets below a field that are dictionaries of their own. */
function reviewWidgets(ledger: Ledger, field: KeptField, index: UsageIndex): void {
  const { name, before, after } = field
  for (const widget of after.widgets) {
    const old = before.widgets.find(({ ref }) => ref.number === widget.ref.number)
    if (old === undefined) continue
    const kind = compareField(old.dict, widget.dict)
    const path = `${after.path}/Kids[${after.widgets.indexOf(widget)}]`
    if (kind === 'changed') {
      refuse(ledger, 'change/field-entries', { path, number: widget.ref.number })
      continue
    }
    const level: ModificationLevel = 'form-filling'
    const lock = kind === 'kept' ? {} : { lockedBy: name }
    const ownPath = `${before.path}/Kids[${before.kids.findIndex((kid) => kid.kind === 'ref' && kid.number === old.ref.number)}]`
    approveUses(ledger, widget.ref.number, { rule: 'field/appearance', level, path, ownPath, ...lock })
    const both = { number: old.ref.number, before: old.dict, after: widget.dict }
    reviewAppearance(ledger, { ...both, path, fieldName: name, level }, index)
  }
}

/** Reviews the looks of a field: of its own dictionary and of its widgets. */
function reviewLooks(ledger: Ledger, field: KeptField, index: UsageIndex): void {
  const { name, before, after } = field
  const both = { number: before.ref.number, before: before.dict, after: after.dict }
  reviewAppearance(ledger, { ...both, path: after.path, fieldName: name, level: 'form-filling' }, index)
  reviewWidgets(ledger, field, index)
}

/** Reviews the signature that a field holds now and did not hold before. */
function reviewSignatureValue(ledger: Ledger, name: string, node: FieldNode): void {
  const { later } = ledger.pair
  const path = `${node.path}/V`
  const ref = refUnder(node.dict, 'V')
  const value = ref && asDict(later, ref)
  if (ref === undefined || value === undefined || !isNewNumber(ledger.pair, ref.number)) {
    refuse(ledger, 'change/signature-value', { path, number: ref?.number })
    return
  }
  const type = value.entries.get('Type')
  const isTimestamp = type?.kind === 'name' && type.name === 'DocTimeStamp' && !isVisibleField(later, node)
  const approval: Approval = isTimestamp
    ? { rule: 'field/timestamp', level: 'lta-updates', use: 'everywhere', path, anchor: node.ref.number }
    : {
        rule: 'field/signature-value',
        level: 'form-filling',
        use: 'everywhere',
        path,
        lockedBy: name,
        anchor: node.ref.number,
      }
  approve(ledger, ref.number, approval)
  // Acrobat makes the parameters of permissions objects of their own, and rarely other parts of the dictionary.
  for (const item of asArray(later, value.entries.get('Reference')) ?? []) {
    const parameters = refUnder(asDict(later, item), 'TransformParams')
    if (parameters !== undefined) approve(ledger, parameters.number, approval)
    if (item.kind === 'ref' && isNewNumber(ledger.pair, item.number)) approve(ledger, item.number, approval)
  }
}

/** Reviews a signature field that was there when the document was signed. */
function reviewSignatureField(ledger: Ledger, field: KeptField, index: UsageIndex): void {
  const { name, before, after } = field
  const { path } = after
  const kind = compareField(before.dict, after.dict)
  const number = after.ref.number
  if (kind === 'changed') {
    refuse(ledger, 'change/field-entries', { path, number })
    return
  }
  const isNowSigned = !before.dict.entries.has('V') && after.dict.entries.has('V')
  const lock = kind === 'kept' ? {} : { lockedBy: name }
  const level = 'lta-updates'
  if (!isNowSigned) {
    // A field that was signed, or still is not, must stay as it is.
    if (kind === 'kept')
      approveUses(ledger, number, { rule: 'form/updated', level, path, ownPath: before.path })
    return
  }
  approveUses(ledger, number, { rule: 'field/signature-filled', level, path, ownPath: before.path, ...lock })
  reviewLooks(ledger, field, index)
  reviewSignatureValue(ledger, name, after)
}

/** Reviews a field of another type: text, choice, button, or a node above such. */
function reviewOtherField(ledger: Ledger, field: KeptField, index: UsageIndex): void {
  const { name, before, after } = field
  const { path } = after
  const kind = compareField(before.dict, after.dict)
  const number = after.ref.number
  if (kind === 'changed') {
    refuse(ledger, 'change/field-entries', { path, number })
    return
  }
  const level = 'form-filling'
  const lock = kind === 'kept' ? {} : { lockedBy: name }
  approveUses(ledger, number, { rule: 'field/filled', level, path, ownPath: before.path, ...lock })
  reviewLooks(ledger, field, index)
  const old = before.dict.entries.get('V')
  const now = after.dict.entries.get('V')
  // A value that was written anew under its old number is not filled in but replaced: no rule allows that.
  if (now === undefined || equalObjects(old ?? pdfNull, now)) return
  const approval = { rule: 'field/filled', level, path: `${path}/V`, lockedBy: name, anchor: number } as const
  approveAll(ledger, collectNew(ledger.pair, now), { ...approval, use: 'everywhere' })
}

/** Tells whether a dictionary does what no signature field needs: runs actions, or is another kind of annotation. */
function isActing({ entries }: PdfDict): boolean {
  const subtype = entries.get('Subtype')
  const isWidget = subtype === undefined || (subtype.kind === 'name' && subtype.name === 'Widget')
  return !isWidget || entries.has('A') || entries.has('AA')
}

/** Refuses new fields and widgets that act; what viewers draw or run for those is not bound to the field's place. */
function refuseActing(ledger: Ledger, node: FieldNode): void {
  for (const { ref, dict } of [node, ...node.widgets]) {
    if (!ledger.pair.changed.has(ref.number) || !isActing(dict)) continue
    refuse(ledger, 'change/field-action', { path: node.path, number: ref.number })
  }
}

/** Tells whether a revision wrote anything that belongs to a field which came after signing. */
function isTouched(pair: RevisionPair, { ref, dict, widgets }: FieldNode): boolean {
  const isChanged = (number: number | undefined) => number !== undefined && pair.changed.has(number)
  if (isChanged(ref.number) || isChanged(refUnder(dict, 'Kids')?.number)) return true
  if (widgets.some((widget) => isChanged(widget.ref.number))) return true
  const parts = [dict.entries.get('Lock'), dict.entries.get('SV')]
  for (const each of [{ dict }, ...widgets]) parts.push(each.dict.entries.get('AP'))
  return parts.some((part) => part !== undefined && [...collectNew(pair, part)].some(isChanged))
}

/** The widgets of a field: its own dictionary, or its kids. */
function listWidgets({ ref, dict, widgets }: FieldNode): number[] {
  return dict.entries.has('Kids') ? widgets.map((widget) => widget.ref.number) : [ref.number]
}

/** Reviews a signature field that came after signing; its widgets may go on pages. */
function reviewNewField(
  ledger: Ledger,
  field: { readonly name: string; readonly node: FieldNode; readonly isCertified: boolean },
): number[] {
  const { pair } = ledger
  const { name, node, isCertified } = field
  if (!isTouched(pair, node)) return listWidgets(node)
  const { path } = node
  const isVisible = isVisibleField(pair.later, node)
  const lock = isVisible ? { lockedBy: name } : {}
  const level: ModificationLevel = isVisible ? 'form-filling' : 'lta-updates'
  const approval: Approval = { rule: 'field/signature-added', level, use: 'everywhere', path, ...lock }
  const { number } = node.ref
  refuseActing(ledger, node)
  if (isVisible && isCertified && pair.changed.has(number)) {
    refuse(ledger, 'change/visible-signature-field', { path, number })
  } else if (isNewNumber(pair, number)) approve(ledger, number, approval)
  const looks: Approval = {
    rule: 'field/appearance',
    level: 'form-filling',
    use: 'everywhere',
    path,
    lockedBy: name,
    anchor: number,
  }
  for (const key of ['Lock', 'SV']) approveAll(ledger, collectNew(pair, node.dict.entries.get(key)), looks)
  // PDF/A asks for an appearance of a widget without room too (ISO 19005-1, 6.9); there nobody sees it.
  const shown: Approval = isVisible ? looks : { ...approval, rule: 'field/appearance', anchor: number }
  approveAll(ledger, collectNew(pair, node.dict.entries.get('AP')), shown)
  const kids = refUnder(node.dict, 'Kids')
  if (kids !== undefined && isNewNumber(pair, kids.number)) approve(ledger, kids.number, approval)
  for (const widget of node.widgets) {
    if (isNewNumber(pair, widget.ref.number)) approve(ledger, widget.ref.number, approval)
    approveAll(ledger, collectNew(pair, widget.dict.entries.get('AP')), shown)
  }
  return listWidgets(node)
}

/**
 * Reviews every field.
 *
 * @returns The widgets of new signature fields, with the names of their fields: these may be put on pages.
 */
export function reviewFields(
  ledger: Ledger,
  pairs: readonly FieldPair[],
  context: { readonly index: UsageIndex; readonly isCertified: boolean },
): ReadonlyMap<number, string> {
  const newWidgets = new Map<number, string>()
  for (const { name, before, after } of pairs) {
    if (after === undefined) {
      refuse(ledger, 'change/field-deleted', { path: before?.path ?? '', number: before?.ref.number })
    } else if (before === undefined) {
      if (after.fieldType !== 'Sig') {
        refuse(ledger, 'change/field-added', { path: after.path, number: after.ref.number })
        continue
      }
      for (const number of reviewNewField(ledger, { name, node: after, isCertified: context.isCertified }))
        newWidgets.set(number, name)
      if (after.dict.entries.has('V')) reviewSignatureValue(ledger, name, after)
    } else if (after.fieldType === 'Sig') reviewSignatureField(ledger, { name, before, after }, context.index)
    else reviewOtherField(ledger, { name, before, after }, context.index)
  }
  return newWidgets
}
