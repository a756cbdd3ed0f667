/**
 * What the signatures of one document share while they are judged.
 *
 * @module
 */
import type { AnalyseSignature } from '../difference/analyse.ts'
import type { DocumentFacts, SignatureFacts } from '../facts/collect.ts'
import type { Inquiry } from '../inquiry.ts'
import type { TimestampChain } from '../past/document-timestamps.ts'

/** A judging with what document timestamps prove; a detached signature has none. */
export interface ProvenInquiry extends Inquiry {
  readonly chain: TimestampChain
  /** The document in which the signature stands; a detached one stands in none. */
  readonly document?: DocumentFacts
}

/** One document being judged, with what its document timestamps prove. */
export interface DocumentInquiry extends ProvenInquiry {
  readonly document: DocumentFacts
  /** Compares a signature with all that came after it; what the signatures share is read once. */
  readonly analyse: AnalyseSignature
}

/** What is known of a signer, wherever its CMS stands: in a PDF, or in a file beside the content. */
export interface SignerFacts
  extends Pick<SignatureFacts, 'signer' | 'signedData' | 'certificates' | 'digests' | 'readContent'> {
  readonly found: { readonly field: { readonly name: string }; readonly revisionIndex: number }
}
