/**
 * Incremental saving: something is appended after the signed bytes, as a revision or past all revisions, that
 * shows other content (Mladenov et al., CCS 2019, section 4.2).
 *
 * @module
 */
import type { RecognisedAttack } from '../difference/change.ts'
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
  if (coverage === 'entire-file' && !pdf.isRebuilt) return []
  const found: RecognisedAttack[] = []
  const { unlisted, strayStartxrefs, misdirected } = facts.readStructure()
  const behind = unlisted.filter(({ start }) => start >= signedEnd)
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
}

/** Recognises what was appended as a revision of its own. */
function recogniseRevision({ changes }: AttackFacts): RecognisedAttack[] {
  const seen = new Set<AttackVariant>()
  return changes.flatMap(({ rule, path, pageNumber, level }) => {
    const variant = level === 'other' ? signOf[rule] : undefined
    if (variant === undefined || seen.has(variant)) return []
    seen.add(variant)
    return [nameAttack(variant, path, pageNumber)]
  })
}

/** Recognises incremental saving. */
export function recogniseAppended(facts: AttackFacts): RecognisedAttack[] {
  return [...recogniseHidden(facts), ...recogniseRevision(facts)]
}
