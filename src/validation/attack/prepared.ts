/**
 * Shadow attacks prepared: what lies ready in the signed document, whether or not somebody used it.
 *
 * All of this occurs in honest documents too, so it is only ever suspected.
 *
 * @module
 */
import { listObjectNumbers, listRevisions, openRevision, type Pdf } from '../../pdf/index.ts'
import { checkShadowRisks } from '../../signature/index.ts'
import type { RecognisedAttack } from '../difference/change.ts'
import type { AttackFacts } from './facts.ts'
import { nameAttack } from './sentences.ts'

/** Documents with more objects are not gone through for what may lie ready. */
const MAX_OBJECTS = 50_000

/** Numbers of hidden pages, page trees and catalogs in one state. */
function listHiddenPages(pdf: Pdf): Set<number> {
  return new Set(
    checkShadowRisks(pdf).flatMap(({ code, facts }) =>
      code === 'signature/unreachable-page' && typeof facts.objectNumber === 'number'
        ? [facts.objectNumber]
        : [],
    ),
  )
}

/** Finds pages that no state of the document up to signing ever showed: deleted ones were shown once. */
function findHiddenPage(pdf: Pdf, signedIndex: number): number | undefined {
  const hidden = listHiddenPages(openRevision(pdf, signedIndex))
  for (const revision of listRevisions(pdf).slice(0, signedIndex)) {
    if (hidden.size === 0) return undefined
    const state = openRevision(pdf, revision)
    const known = new Set(listObjectNumbers(state))
    const stillHidden = listHiddenPages(state)
    for (const number of hidden) if (known.has(number) && !stillHidden.has(number)) hidden.delete(number)
  }
  return [...hidden][0]
}

/** Recognises what lies ready for a shadow attack. */
export function recognisePreparation(facts: AttackFacts): RecognisedAttack[] {
  const { pdf, signedIndex, signedEnd } = facts
  if (pdf.isRebuilt || listObjectNumbers(pdf).length > MAX_OBJECTS) return []
  const found: RecognisedAttack[] = []
  const { duplicated } = facts.readStructure()
  const twice = duplicated.find(({ start }) => start < signedEnd)
  if (twice !== undefined) found.push(nameAttack('hidden-object-prepared', `object ${twice.number}`))
  const hidden = findHiddenPage(pdf, signedIndex)
  if (hidden !== undefined) found.push(nameAttack('hidden-pages-prepared', `object ${hidden}`))
  const risks = checkShadowRisks(openRevision(pdf, signedIndex))
  const overlay = risks.find(({ code, facts: { subtype } }) => {
    return code === 'signature/annotation-over-page' && subtype !== 'Widget'
  })
  if (overlay !== undefined) found.push(nameAttack('overlay-prepared', overlay.place))
  const differing = risks.find(({ code }) => code === 'signature/appearance-differs')
  if (differing !== undefined) found.push(nameAttack('appearance-prepared', differing.place))
  return found
}
