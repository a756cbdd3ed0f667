/**
 * Fields that come to show something else without being filled in: drawn anew by the viewer, uncovered, or given
 * another look (Mainka et al., Shadow Attacks, NDSS 2021, on what form filling allows).
 *
 * Honest programs do all of this too, so it is only ever suspected.
 *
 * @module
 */
import { findDict, openRevision, type Pdf, type PdfDict, readCatalog } from '../../pdf/index.ts'
import { equalObjects, pdfNull, pdfRef } from '../../pdf/syntax/index.ts'
import { type FormField, listFields, readShownText } from '../../signature/index.ts'
import type { RecognisedAttack } from '../difference/change.ts'
import { asDict } from '../difference/revision-pair.ts'
import { isDrawnAnew } from '../rules/form.ts'
import type { AttackFacts } from './facts.ts'
import { type AttackVariant, nameAttack } from './sentences.ts'

/** The form of a document. */
const formOf = (pdf: Pdf): PdfDict | undefined => findDict(pdf, readCatalog(pdf), 'AcroForm')

/** Tells whether a key means the same in two dictionaries. */
function isKept(before: PdfDict | undefined, after: PdfDict | undefined, key: string): boolean {
  return equalObjects(before?.entries.get(key) ?? pdfNull, after?.entries.get(key) ?? pdfNull)
}

/** Tells whether a text field showed something else than its value, as far as that can be told. */
function showsOther(pdf: Pdf, { fieldType, value, widgets }: FormField): boolean {
  if (fieldType !== 'Tx' || value?.kind !== 'string' || value.bytes.length === 0) return false
  const text = new TextDecoder('latin1').decode(value.bytes).replace(/\s+/g, '')
  return widgets.some(({ dict }) => {
    const shown = dict.entries.has('AP') ? readShownText(pdf, dict) : text
    return shown?.replace(/\s+/g, '') !== text
  })
}

/** Tells whether what fields are drawn with lost or changed something; what is added does no harm. */
function areResourcesReplaced(signed: Pdf, newest: Pdf): boolean {
  const [before, after] = [formOf(signed), formOf(newest)]
  const old = findDict(signed, before, 'DR')
  const now = findDict(newest, after, 'DR')
  return [...(old?.entries.keys() ?? [])].some((kind) => {
    const names = findDict(signed, old, kind)
    return [...(names?.entries.keys() ?? [])].some(
      (name) => !isKept(names, findDict(newest, now, kind), name),
    )
  })
}

/** Looks at the form as a whole. */
function recogniseForm(signed: Pdf, newest: Pdf): AttackVariant | undefined {
  if (!isDrawnAnew(newest, formOf(newest))) return undefined
  if (areResourcesReplaced(signed, newest)) return 'resources-replaced'
  if (isDrawnAnew(signed, formOf(signed))) return undefined
  const values = new Map(listFields(newest).map(({ name, value }) => [name, value]))
  const isOther = listFields(signed).some((field) => {
    const now = values.get(field.name) ?? pdfNull
    return equalObjects(field.value ?? pdfNull, now) && showsOther(signed, field)
  })
  return isOther ? 'fields-drawn-anew' : undefined
}

/** Hidden and NoView (ISO 32000-1, table 165). */
const HIDDEN_FLAGS = 2 | 32

/** Tells whether a widget is hidden. */
function isHidden(dict: PdfDict): boolean {
  const flags = dict.entries.get('F')
  return flags?.kind === 'number' && (flags.value & HIDDEN_FLAGS) !== 0
}

/** Looks at one widget whose field kept its value. */
function recogniseWidget(field: FormField, before: PdfDict, after: PdfDict): AttackVariant | undefined {
  const { fieldType, value } = field
  if (!isKept(before, after, 'V') || !isKept(before, after, 'AS')) return undefined
  const holds =
    fieldType === 'Btn' || (value !== undefined && !(value.kind === 'string' && value.bytes.length === 0))
  if (isHidden(before) && !isHidden(after) && holds) return 'field-shown'
  const isRedrawn = before.entries.has('AP') && !isKept(before, after, 'AP')
  return fieldType === 'Btn' && isRedrawn ? 'button-redrawn' : undefined
}

/** Recognises fields that show something else without having been filled in. */
export function recogniseRedrawn(facts: AttackFacts): RecognisedAttack[] {
  const { pdf, changes, revisions, signedIndex } = facts
  const isTouched = changes.some(({ rule }) => rule.startsWith('form/') || rule.startsWith('field/'))
  if (!isTouched || revisions.length <= signedIndex + 1) return []
  const signed = openRevision(pdf, signedIndex)
  const form = recogniseForm(signed, pdf)
  const found = form === undefined ? [] : [nameAttack(form, '/AcroForm')]
  const touched = new Map(
    changes.map(({ object, path, pageNumber }) => [object?.number, { path, pageNumber }]),
  )
  const seen = new Set<AttackVariant>()
  for (const field of listFields(signed)) {
    for (const { ref, dict } of field.widgets) {
      const change = ref && touched.get(ref.number)
      const after = change && ref && asDict(pdf, pdfRef(ref.number))
      const variant = after && recogniseWidget(field, dict, after)
      if (variant === undefined || seen.has(variant)) continue
      seen.add(variant)
      found.push(nameAttack(variant, change?.path ?? '', change?.pageNumber))
    }
  }
  return found
}
