/**
 * Recognises the attacks of the literature on signed PDFs by name.
 *
 * @module
 */
import type { Pdf } from '../../pdf/index.ts'
import type { FoundSignature } from '../../signature/index.ts'
import type { DocumentChange, RecognisedAttack } from '../difference/change.ts'
import type { Coverage } from '../verdict.ts'

/** Everything recognition looks at. */
export interface AttackFacts {
  readonly pdf: Pdf
  readonly signature: FoundSignature
  readonly signatures: readonly FoundSignature[]
  readonly coverage: Coverage
  /** The revision the signature is answerable for. */
  readonly signedIndex: number
  readonly changes: readonly DocumentChange[]
}

/** Recognises attacks on one signature. */
export function recogniseAttacks(_facts: AttackFacts): RecognisedAttack[] {
  return []
}
