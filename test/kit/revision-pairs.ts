import { listRevisions, openPdf } from '../../src/pdf/index.ts'
import { shareLaterStates } from '../../src/validation/difference/later-states.ts'
import { openSignedState, pairAll, type RevisionPair } from '../../src/validation/difference/revision-pair.ts'
import { appendTo } from './attacks/append.ts'
import { signedDocument } from './changed-document.ts'

type Appendix = Parameters<typeof appendTo>[1]

/** The signed sample beside each of the revisions that were appended to it. */
export function pairsOf(
  appendices: readonly Appendix[],
  signed: Uint8Array = signedDocument(),
): RevisionPair[] {
  const signedIndex = listRevisions(openPdf(signed)).length - 1
  const pdf = openPdf(appendices.reduce(appendTo, signed))
  const later = listRevisions(pdf).slice(signedIndex + 1)
  return [...pairAll(shareLaterStates(pdf), openSignedState(pdf, signedIndex), later)]
}

/** The same for a single revision. */
export function pairOf(appendix: Appendix, signed?: Uint8Array): RevisionPair {
  const [pair] = pairsOf([appendix], signed)
  if (pair === undefined) throw new Error('no later revision')
  return pair
}
