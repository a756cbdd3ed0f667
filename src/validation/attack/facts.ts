/**
 * Everything that recognition looks at.
 *
 * @module
 */
import type { Pdf, PdfRevision, PdfStructure } from '../../pdf/index.ts'
import type { FoundSignature } from '../../signature/index.ts'
import type { DocumentChange } from '../difference/change.ts'
import type { Coverage } from '../verdict.ts'

/** Facts about one signature and what came after it. */
export interface AttackFacts {
  readonly pdf: Pdf
  readonly revisions: readonly PdfRevision[]
  readonly signature: FoundSignature
  /** No other signature was made later. */
  readonly isLastSignature: boolean
  readonly coverage: Coverage
  /** The revision the signature is answerable for. */
  readonly signedIndex: number
  /** Offset at which the signed range ends; the end of that revision where the range makes no sense. */
  readonly signedEnd: number
  readonly changes: readonly DocumentChange[]
  /** The strictest DocMDP level in force, this signature's own included. */
  readonly docMdp: 1 | 2 | 3 | undefined
  /** Compares bytes and cross-reference data; made when first asked for, because it goes through the file. */
  readonly readStructure: () => PdfStructure
}
