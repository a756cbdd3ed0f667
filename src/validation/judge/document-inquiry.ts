/**
 * What the signatures of one document share while they are judged.
 *
 * @module
 */
import type { DocumentFacts } from '../facts/collect.ts'
import type { Inquiry } from '../inquiry.ts'
import type { TimestampChain } from '../past/document-timestamps.ts'

/** One document being judged, with what its document timestamps prove. */
export interface DocumentInquiry extends Inquiry {
  readonly document: DocumentFacts
  readonly chain: TimestampChain
}
