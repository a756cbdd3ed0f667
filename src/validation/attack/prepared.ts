/**
 * Shadow attacks prepared: what lies ready in the signed document, whether or not somebody used it.
 *
 * All of this occurs in honest documents too, so it is only ever suspected.
 *
 * @module
 */
import type { Finding } from '../../finding.ts'
import { listDuplicatedObjects, listObjectNumbers, openRevision } from '../../pdf/index.ts'
import { checkShadowRisks, type ShadowRisk } from '../../signature/index.ts'
import type { RecognisedAttack } from '../difference/change.ts'
import type { AttackFacts } from './facts.ts'
import { nameAttack } from './sentences.ts'

/** Documents with more objects are not gone through for what may lie ready: the walk reads every one of them. */
const MAX_OBJECTS = 5000

/** Number of a hidden page, page tree or catalog that a finding is about. */
function hiddenNumber({ code, facts }: Finding): number | undefined {
  return code === 'signature/unreachable-page' ? Number(facts.objectNumber) : undefined
}

/** Numbers of hidden pages, page trees and catalogs in one state. */
function listHidden(risks: readonly Finding[]): Set<number> {
  return new Set(risks.flatMap((risk) => hiddenNumber(risk) ?? []))
}

/** Finds pages that no state of the document up to signing ever showed: deleted ones were shown once. */
function findHiddenPage(facts: AttackFacts, risks: readonly Finding[]): number | undefined {
  const hidden = listHidden(risks)
  for (const revision of facts.revisions.slice(0, facts.signedIndex)) {
    if (hidden.size === 0) return undefined
    const state = openRevision(facts.pdf, revision)
    const known = new Set(listObjectNumbers(state))
    const stillHidden = listHidden(checkShadowRisks(state, ['signature/unreachable-page']))
    for (const number of hidden) if (known.has(number) && !stillHidden.has(number)) hidden.delete(number)
  }
  return [...hidden][0]
}

/** What lies ready for an attack; scripts and layers are for the signer to look at. */
const LYING_READY: readonly ShadowRisk[] = [
  'signature/unreachable-page',
  'signature/annotation-over-page',
  'signature/appearance-differs',
]

const latin1 = new TextDecoder('latin1')

/** Versions of an object further apart than this are not looked at. */
const MAX_APART_BYTES = 4 * 1024 * 1024

/** Finds an object that one body defines twice: versions of different savings have a trailer between them. */
function findSecondVersion(facts: AttackFacts): number | undefined {
  const { source } = facts.pdf
  const found = listDuplicatedObjects(facts.pdf).find(({ start, number }) => {
    if (start >= facts.signedEnd) return false
    const text = latin1.decode(source.read(start, Math.min(MAX_APART_BYTES, facts.signedEnd - start)))
    const next = text.slice(1).search(new RegExp(`[^0-9]${number}\\s+\\d+\\s+obj`))
    return next >= 0 && !/trailer|%%EOF|startxref/.test(text.slice(0, next))
  })
  return found?.number
}

/**
 * Recognises what lies ready for a shadow attack.
 *
 * It is said once, of the last signature: that one was made over everything the earlier ones were made over.
 */
export function recognisePreparation(facts: AttackFacts): RecognisedAttack[] {
  const { pdf, signedIndex, revisions } = facts
  if (!facts.isLastSignature || pdf.isRebuilt || listObjectNumbers(pdf).length > MAX_OBJECTS) return []
  const signed = signedIndex === revisions.length - 1 ? pdf : openRevision(pdf, signedIndex)
  const found: RecognisedAttack[] = []
  // First, because the search for second versions passes over streams that were read.
  const risks = checkShadowRisks(signed, LYING_READY)
  const twice = findSecondVersion(facts)
  if (twice !== undefined) found.push(nameAttack('hidden-object-prepared', `object ${twice}`))
  const hidden = findHiddenPage(facts, risks)
  if (hidden !== undefined) found.push(nameAttack('hidden-pages-prepared', `object ${hidden}`))
  const overlay = risks.find(({ code, facts: { subtype } }) => {
    return code === 'signature/annotation-over-page' && subtype !== 'Widget'
  })
  if (overlay !== undefined) found.push(nameAttack('overlay-prepared', overlay.place))
  const differing = risks.find(({ code }) => code === 'signature/appearance-differs')
  if (differing !== undefined) found.push(nameAttack('appearance-prepared', differing.place))
  return found
}
