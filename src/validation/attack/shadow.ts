/**
 * Shadow attacks carried out: content that lay ready in the signed document is uncovered or put in place of what
 * the signer saw (Mainka et al., Shadow Attacks, NDSS 2021).
 *
 * @module
 */
import {
  openRevision,
  type Pdf,
  type PdfDict,
  type PdfObject,
  readCatalog,
  readObject,
  resolveObject,
} from '../../pdf/index.ts'
import { equalObjects, pdfNull, pdfRef } from '../../pdf/syntax/index.ts'
import { checkShadowRisks } from '../../signature/index.ts'
import type { DocumentChange, RecognisedAttack } from '../difference/change.ts'
import { asDict, listReferences } from '../difference/revision-pair.ts'
import type { AttackFacts } from './facts.ts'
import { type AttackVariant, nameAttack } from './sentences.ts'

/** The document as it was signed, and as it is now. */
interface States {
  readonly signed: Pdf
  readonly newest: Pdf
}

/** Name under a key of a dictionary or stream, empty where there is none. */
function nameUnder(value: PdfObject, key: string): string {
  const dict = value.kind === 'stream' ? value.dict : value
  const name = dict.kind === 'dict' ? dict.entries.get(key) : undefined
  return name?.kind === 'name' ? name.name : ''
}

/** Tells whether an object is, or belongs to, a font. */
function isFontPart(value: PdfObject, path: string): boolean {
  const type = nameUnder(value, 'Type')
  return (
    type.startsWith('Font') ||
    type === 'CMap' ||
    /\/(Font|FontFile\d?|ToUnicode|CharProcs|Encoding)\//.test(`${path}/`)
  )
}

/** Tells whether a picture or form was emptied rather than redrawn. */
function isEmptied(before: PdfObject, after: PdfObject): boolean {
  if (after.kind !== 'stream') return true
  if (nameUnder(before, 'Subtype') !== nameUnder(after, 'Subtype')) return true
  return after.dataLength === 0 || after.dataLength * 20 < (before.kind === 'stream' ? before.dataLength : 0)
}

/** Invisible, Hidden and NoView (ISO 32000-1, table 165). */
const HIDING_FLAGS = 1 | 2 | 32

/** Tells whether an annotation no longer shows: hidden, without size or without appearance. */
function isNowHidden(before: PdfObject, after: PdfObject): boolean {
  if (after.kind !== 'dict' || before.kind !== 'dict') return true
  const flagsOf = (dict: PdfDict): number => {
    const flags = dict.entries.get('F')
    return flags?.kind === 'number' ? flags.value & HIDING_FLAGS : 0
  }
  return (
    (flagsOf(before) === 0 && flagsOf(after) !== 0) || (before.entries.has('AP') && !after.entries.has('AP'))
  )
}

/** Entries of one kind of resource of a page. */
function resourcesOf(pdf: Pdf, page: PdfDict, kind: 'Font' | 'XObject'): ReadonlyMap<string, PdfObject> {
  const resources = asDict(pdf, page.entries.get('Resources'))
  return asDict(pdf, resources?.entries.get(kind))?.entries ?? new Map()
}

/** Names what a page lost or took in exchange; `undefined` for anything else that changed of it. */
function namePageChange(
  { signed, newest }: States,
  before: PdfDict,
  after: PdfDict,
): AttackVariant | undefined {
  const streams = (dict: PdfDict) => listReferences(dict.entries.get('Contents') ?? pdfNull)
  const now = new Set(streams(after).map(({ number }) => number))
  const then = streams(before).map(({ number }) => number)
  if (now.size > 0 && now.size < then.length && [...now].every((number) => then.includes(number))) {
    return 'overlay-removed'
  }
  const pictures = resourcesOf(newest, after, 'XObject')
  for (const [name, value] of resourcesOf(signed, before, 'XObject')) {
    const other = pictures.get(name)
    if (other === undefined) return 'overlay-removed'
    if (!equalObjects(value, other)) return 'resource-replaced'
  }
  const fonts = resourcesOf(newest, after, 'Font')
  for (const [name, value] of resourcesOf(signed, before, 'Font')) {
    if (!equalObjects(value, fonts.get(name) ?? pdfNull)) return 'font-replaced'
  }
  return undefined
}

/** Names the attack behind a change of an object that the signed document used. */
function nameReplacement(states: States, change: DocumentChange): AttackVariant | undefined {
  const { signed, newest } = states
  const { object, path, rule } = change
  if (path.startsWith('/OCProperties')) return 'layer-switched'
  if (rule === 'change/annotation-deleted') return 'annotation-removed'
  if (rule === 'change/annotation-order') return 'annotations-reordered'
  if (rule === 'change/open-place') return 'open-place-filled'
  if (object === undefined) return undefined
  const ref = pdfRef(object.number)
  const before = readObject(signed, ref)
  const after = readObject(newest, ref)
  if (rule === 'change/object-freed') return 'object-freed'
  if (rule === 'change/annotation-changed')
    return isNowHidden(before, after) ? 'overlay-removed' : 'appearance-replaced'
  if (rule === 'change/appearance') return 'appearance-replaced'
  if (rule !== 'change/object-replaced' && rule !== 'change/page-content') return undefined
  if (nameUnder(before, 'Type') === 'ObjStm') return 'object-stream-replaced'
  if (nameUnder(before, 'Type') === 'Page' && before.kind === 'dict' && after.kind === 'dict') {
    return namePageChange(states, before, after)
  }
  if (isFontPart(before, path)) return 'font-replaced'
  if (/\/AP\//.test(path)) return isEmptied(before, after) ? 'overlay-removed' : 'appearance-replaced'
  const isPicture = ['Image', 'Form'].includes(nameUnder(before, 'Subtype')) || /\/XObject\//.test(path)
  if (isPicture) return isEmptied(before, after) ? 'overlay-removed' : 'resource-replaced'
  return /\/Resources(\/|$)/.test(path) ? 'resource-replaced' : undefined
}

/** Page nodes of a document: /Pages of the catalog and everything below /Kids, with the contents of the pages. */
function listShown(pdf: Pdf): Set<number> {
  const shown = new Set<number>()
  const tree = readCatalog(pdf).entries.get('Pages')
  const pending = tree === undefined ? [] : [tree]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    const isKnown = value.kind === 'ref' && shown.has(value.number)
    const node = asDict(pdf, value)
    if (isKnown || node === undefined) continue
    if (value.kind === 'ref') shown.add(value.number)
    const kids = resolveObject(pdf, node.entries.get('Kids'))
    if (kids?.kind === 'array') for (const kid of kids.items) pending.push(kid)
    for (const ref of listReferences(node.entries.get('Contents') ?? pdfNull)) shown.add(ref.number)
  }
  return shown
}

/** Finds pages or contents shown now that were in the signed document but not shown there. */
function findUncovered({ signed, newest }: States): number | undefined {
  const before = listShown(signed)
  for (const number of listShown(newest)) {
    if (before.has(number)) continue
    const old = readObject(signed, pdfRef(number))
    if (old.kind !== 'null' && equalObjects(old, readObject(newest, pdfRef(number)))) return number
  }
  return undefined
}

/** Finds entries of later cross-reference data that lead into the signed bytes, to something not in use there. */
function findRevived(facts: AttackFacts, signed: Pdf): number | undefined {
  for (const revision of facts.revisions.slice(facts.signedIndex + 1)) {
    for (const [number, entry] of revision.entries) {
      if (entry.kind !== 'offset' || entry.offset >= facts.signedEnd || number === 0) continue
      const listed = signed.sections.find(({ entries }) => entries.has(number))?.entries.get(number)
      if (listed?.kind !== 'offset' || listed.offset !== entry.offset) return number
    }
  }
  return undefined
}

/** Objects whose shown text differs from their value. */
function listDiffering(pdf: Pdf): Set<number> {
  return new Set(
    checkShadowRisks(pdf, ['signature/appearance-differs']).flatMap(({ facts }) =>
      typeof facts.objectNumber === 'number' ? [facts.objectNumber] : [],
    ),
  )
}

/** Says what became of a field that was filled in when the document was signed. */
function nameFilling(before: PdfDict | undefined, after: PdfDict | undefined): AttackVariant | undefined {
  const old = before?.entries.get('V')
  const type = before?.entries.get('FT')
  const isText = type?.kind === 'name' && type.name === 'Tx'
  const isFilled = old !== undefined && !(old.kind === 'string' && old.bytes.length === 0)
  if (before === undefined || after === undefined || !isText || !isFilled) return undefined
  if (isNowHidden(before, after)) return 'field-hidden'
  const isSame = ['V', 'AP'].every((key) => {
    return equalObjects(before.entries.get(key) ?? pdfNull, after.entries.get(key) ?? pdfNull)
  })
  return isSame ? undefined : 'value-replaced'
}

/** Looks at changes that the rules of form filling allow. */
function recogniseFilling(facts: AttackFacts, { signed, newest }: States): RecognisedAttack[] {
  const filled = facts.changes.filter(
    ({ rule, level }) => rule.startsWith('field/') && level === 'form-filling',
  )
  const isRedrawn = filled.some(({ rule }) => rule === 'field/appearance')
  const before = isRedrawn ? listDiffering(signed) : new Set()
  const differing = isRedrawn ? [...listDiffering(newest)].filter((number) => !before.has(number)) : []
  const found = differing.slice(0, 1).map((number) => nameAttack('appearance-differs', `object ${number}`))
  for (const { object, path, pageNumber } of filled) {
    const ref = object && pdfRef(object.number)
    const variant = ref && nameFilling(asDict(signed, ref), asDict(newest, ref))
    if (variant === undefined) continue
    found.push(nameAttack(variant, path, pageNumber))
    break
  }
  return found
}

/** Recognises shadow attacks that were carried out. */
export function recogniseShadow(facts: AttackFacts): RecognisedAttack[] {
  const { pdf, changes, signedIndex } = facts
  if (changes.length === 0 || facts.revisions.length <= signedIndex + 1) return []
  const signed = openRevision(pdf, signedIndex)
  const states = { signed, newest: pdf }
  const found = recogniseFilling(facts, states)
  const seen = new Set<AttackVariant>()
  for (const change of changes) {
    const variant = change.level === 'other' ? nameReplacement(states, change) : undefined
    if (variant === undefined || seen.has(variant)) continue
    seen.add(variant)
    found.push(nameAttack(variant, change.path, change.pageNumber))
  }
  if (!changes.some(({ level }) => level === 'other')) return found
  const revived = findRevived(facts, signed)
  if (revived !== undefined) found.push(nameAttack('hidden-object-shown', `object ${revived}`))
  const uncovered = findUncovered(states)
  if (uncovered !== undefined) found.push(nameAttack('hidden-pages-shown', `object ${uncovered}`))
  return found
}
