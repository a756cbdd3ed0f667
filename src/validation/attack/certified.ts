/**
 * Attacks on certified documents: annotations and signature fields that cover what was certified (Rohlmann et al.,
 * Breaking the Specification: PDF Certification, IEEE S&P 2021).
 *
 * @module
 */
import { openRevision } from '../../pdf/index.ts'
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
  const dict =
    number === undefined ? undefined : asDict(openRevision(pdf, change.revisionIndex), pdfRef(number))
  const subtype = dict?.entries.get('Subtype')
  if (dict === undefined || subtype?.kind !== 'name') return false
  return takesRoom(dict) && subtype.name !== 'Widget' && !harmless.has(subtype.name)
}

/** Recognises evil annotations and sneaky signatures; without a certification an annotation is only an update. */
export function recogniseCertified(facts: AttackFacts): RecognisedAttack[] {
  const found: RecognisedAttack[] = []
  const annotation = facts.changes.find((change) => canCover(facts, change))
  if (annotation !== undefined) {
    const variant = facts.docMdp === undefined ? 'annotation-added' : 'covering-annotation'
    found.push(nameAttack(variant, annotation.path, annotation.pageNumber))
  }
  const field = facts.changes.find(({ rule }) => rule === 'change/visible-signature-field')
  if (field !== undefined) found.push(nameAttack('visible-field', field.path, field.pageNumber))
  return found
}
