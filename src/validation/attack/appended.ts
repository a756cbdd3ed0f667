/**
 * Incremental saving: something is appended after the signed bytes, as a revision or past all revisions, that
 * shows other content (Mladenov et al., CCS 2019, section 4.2).
 *
 * @module
 */
import { openRevision, type Pdf, type PdfDict } from '../../pdf/index.ts'
import { pdfRef } from '../../pdf/syntax/index.ts'
import type { DocumentChange, RecognisedAttack } from '../difference/change.ts'
import { readRectangle } from '../difference/places.ts'
import { asDict, listDifferentKeys } from '../difference/revision-pair.ts'
import { fillKeys } from '../rules/field.ts'
import { isHarmlesslyBroken } from './broken.ts'
import type { AttackFacts } from './facts.ts'
import { type AttackVariant, nameAttack } from './sentences.ts'

/** Numbers of objects, a few of them, for a place. */
function listNumbers(objects: readonly { readonly number: number }[]): string {
  const some = objects.slice(0, 5).map(({ number }) => number)
  return `objects ${some.join(', ')}${objects.length > 5 ? ', …' : ''}`
}

/** Recognises what was appended in a way that strict readers do not see. */
function recogniseHidden(facts: AttackFacts): RecognisedAttack[] {
  const { pdf, coverage, signedEnd } = facts
  if ((coverage === 'entire-file' && !pdf.isRebuilt) || isHarmlesslyBroken(facts)) return []
  const found: RecognisedAttack[] = []
  const { unlisted, unlistedCompressed, strayStartxrefs, misdirected } = facts.readStructure()
  const compressed = unlistedCompressed.filter(({ revisionIndex }) => revisionIndex > facts.signedIndex)
  const behind = [...unlisted.filter(({ start }) => start >= signedEnd), ...compressed]
  if (behind.length > 0) found.push(nameAttack('unlisted-object', listNumbers(behind)))
  const stray = strayStartxrefs.find((offset) => offset >= signedEnd)
  if (stray !== undefined) found.push(nameAttack('stray-startxref', `offset ${stray}`))
  const astray = misdirected.filter(({ sectionStart }) => sectionStart >= signedEnd)
  if (astray.length > 0) found.push(nameAttack('misdirected-entry', listNumbers(astray)))
  const isBroken = pdf.isRebuilt && signedEnd < pdf.source.length
  if (isBroken) found.push(nameAttack('broken-cross-reference', `offset ${signedEnd}`))
  const trailing = facts.changes.some(({ rule }) => rule === 'change/trailing-bytes')
  if (trailing && found.length === 0) found.push(nameAttack('unmarked-bytes', `offset ${signedEnd}`))
  return found
}

/** Which changes of a proper revision give the attack away. */
const signOf: Readonly<Record<string, AttackVariant>> = {
  'change/page-content': 'page-content',
  'change/page-entries': 'page-content',
  'change/page-tree': 'page-tree',
  'change/catalog-entries': 'catalog-replaced',
  'change/field-deleted': 'form-replaced',
  'change/field-list': 'form-replaced',
  'change/field-entries': 'form-replaced',
  'change/field-added': 'form-replaced',
  'change/form-entries': 'form-replaced',
  'change/unlike-readings': 'unlike-readings',
}

/** Entries of the catalog that set how a viewer starts, or help it to search and to read aloud. */
const quietCatalogPaths =
  /^\/(?:PageMode|PageLayout|ViewerPreferences|Lang|PieceInfo|PageLabels|Outlines|Requirements)$/

/** Entries of fields, widgets and pages that programs set as they save, and that show nothing by themselves. */
const quietKeys = new Set([
  'BS',
  'Border',
  'MK',
  'H',
  'M',
  'NM',
  'TM',
  'TU',
  'DV',
  'DS',
  'RV',
  'MaxLen',
  'C',
  'StructParent',
])
const quietPageKeys = new Set(['Tabs', 'Metadata', 'PieceInfo', 'LastModified', 'StructParents', 'Thumb'])

/** Rounding of a rectangle by another program, in points. */
const ROUNDING = 0.01

/** Tells whether a rectangle stayed where it was but for rounding and the order of its corners. */
function isRounded(states: readonly [Pdf, Pdf], dicts: readonly [PdfDict, PdfDict]): boolean {
  const [before, after] = [readRectangle(states[0], dicts[0]), readRectangle(states[1], dicts[1])]
  if (before === undefined || after === undefined) return before === after
  return before.every((value, index) => Math.abs(value - (after[index] ?? 0)) < ROUNDING)
}

/** Tells whether a change, though no rule allows it, shows nothing else: no attack would bother. */
function isQuiet({ pdf, signedIndex }: AttackFacts, { rule, path, object }: DocumentChange): boolean {
  if (rule === 'change/catalog-entries') return quietCatalogPaths.test(path)
  if ((rule !== 'change/field-entries' && rule !== 'change/page-entries') || object === undefined)
    return false
  const signed = openRevision(pdf, signedIndex)
  const before = asDict(signed, pdfRef(object.number))
  const after = asDict(pdf, pdfRef(object.number))
  if (before === undefined || after === undefined) return false
  const isField = rule === 'change/field-entries'
  const rectangle = isField && isRounded([signed, pdf], [before, after]) ? ['Rect'] : []
  const open = isField ? [...fillKeys, ...quietKeys, ...rectangle] : [...quietPageKeys]
  return listDifferentKeys(before, after, new Set(open))?.length === 0
}

/** Recognises what was appended as a revision of its own. */
function recogniseRevision(facts: AttackFacts): RecognisedAttack[] {
  const seen = new Set<AttackVariant>()
  return facts.changes.flatMap((change) => {
    const { rule, path, pageNumber, level } = change
    const variant = level === 'other' ? signOf[rule] : undefined
    if (variant === undefined || seen.has(variant) || isQuiet(facts, change)) return []
    seen.add(variant)
    return [nameAttack(variant, path, pageNumber)]
  })
}

/** Recognises incremental saving. */
export function recogniseAppended(facts: AttackFacts): RecognisedAttack[] {
  return [...recogniseHidden(facts), ...recogniseRevision(facts)]
}
