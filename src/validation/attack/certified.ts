/**
 * Attacks on certified documents: annotations and signature fields that cover what was certified (Rohlmann et al.,
 * Breaking the Specification: PDF Certification, IEEE S&P 2021).
 *
 * @module
 */
import {
  findPage,
  findPageAttribute,
  findValue,
  openRevision,
  type Pdf,
  resolveObject,
} from '../../pdf/index.ts'
import { pdfRef } from '../../pdf/syntax/index.ts'
import type { DocumentChange, RecognisedAttack } from '../difference/change.ts'
import { takesRoom } from '../difference/places.ts'
import { asDict } from '../difference/revision-pair.ts'
import type { AttackFacts } from './facts.ts'
import { nameAttack } from './sentences.ts'

/** Annotations that show only a symbol, a line or a colour that lets the text through. */
const harmless = new Set([
  'Text',
  'Link',
  'Popup',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Caret',
  'Sound',
  'FileAttachment',
])

/** Tells whether a change brought an annotation that can show text or a picture over the page. */
function canCover({ pdf }: AttackFacts, change: DocumentChange): boolean {
  if (change.rule !== 'annotation/changed' && change.rule !== 'change/annotation-added') return false
  const number = change.object?.number
  if (number === undefined) return false
  const state = openRevision(pdf, change.revisionIndex)
  const dict = asDict(state, pdfRef(number))
  const subtype = dict === undefined ? undefined : findValue(state, dict, 'Subtype')
  if (dict === undefined || subtype?.kind !== 'name') return false
  return takesRoom(state, dict) && subtype.name !== 'Widget' && !harmless.has(subtype.name)
}

/** Half the page: no signature needs as much, and what covers more hides what was signed. */
const COVERING_SHARE = 0.5

/** Tells whether a rectangle covers most of a page. */
function coversPage(
  pdf: Pdf,
  pageNumber: number | undefined,
  rectangle: DocumentChange['rectangle'],
): boolean {
  const page = pageNumber === undefined ? undefined : findPage(pdf, pageNumber - 1)
  const box = page && resolveObject(pdf, findPageAttribute(pdf, page, 'MediaBox'))
  const numbers = box?.kind === 'array' ? box.items.map((item) => resolveObject(pdf, item)) : []
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers.map((item) => (item.kind === 'number' ? item.value : 0))
  const area = Math.abs((x1 - x0) * (y1 - y0))
  const [left, bottom, right, top] = rectangle ?? [0, 0, 0, 0]
  return area > 0 && (right - left) * (top - bottom) >= COVERING_SHARE * area
}

/** Rules of changes by which a field comes to show something. */
const showingRules: readonly string[] = [
  'field/signature-added',
  'field/signature-filled',
  'field/filled',
  'field/appearance',
]

/**
 * Suspects fields that show more than a signature or an entry needs: over most of a page, or a signature field with a
 * picture that nobody signed.
 */
function recogniseShowing({ pdf, changes }: AttackFacts): RecognisedAttack[] {
  for (const { rule, level, object, path, pageNumber, rectangle } of changes) {
    if (!showingRules.includes(rule) || level === 'other') continue
    if (coversPage(pdf, pageNumber, rectangle)) return [nameAttack('covering-field', path, pageNumber)]
    const dict = object && asDict(pdf, pdfRef(object.number))
    const isNew = rule === 'field/signature-added' && level === 'form-filling'
    const isShown = dict?.entries.has('AP') === true && !dict.entries.has('V')
    if (isNew && isShown) return [nameAttack('unsigned-field-shown', path, pageNumber)]
  }
  return []
}

/** Recognises evil annotations and sneaky signatures; without a certification an annotation is only an update. */
export function recogniseCertified(facts: AttackFacts): RecognisedAttack[] {
  const found: RecognisedAttack[] = []
  const annotation = facts.changes.find((change) => canCover(facts, change))
  if (annotation !== undefined) {
    const variant = facts.docMdp === undefined ? 'annotation-added' : 'covering-annotation'
    found.push(nameAttack(variant, annotation.path, annotation.pageNumber))
  }
  const acting = facts.changes.find(({ rule }) => rule === 'change/field-action')
  if (acting !== undefined) found.push(nameAttack('field-with-action', acting.path, acting.pageNumber))
  found.push(...recogniseShowing(facts))
  const field = facts.changes.find(({ rule }) => rule === 'change/visible-signature-field')
  if (field !== undefined) found.push(nameAttack('visible-field', field.path, field.pageNumber))
  return found
}
