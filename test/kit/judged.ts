/**
 * One document judged step by step, so that a test can put something else between the steps.
 *
 * @module
 */
import { startAnalysis } from '../../src/validation/difference/analyse.ts'
import type { SignatureFacts } from '../../src/validation/facts/collect.ts'
import type { DocumentInquiry } from '../../src/validation/judge/document-inquiry.ts'
import { type Judgement, judgeSignature } from '../../src/validation/judge/judge-signature.ts'
import { judgeTimestampChain } from '../../src/validation/past/document-timestamps.ts'
import { factsOf, type InquiryInput, inquiryOf } from './inquiry.ts'

/** A document with everything that is shared while its signatures are judged. */
export async function inquireInto(bytes: Uint8Array, input: InquiryInput): Promise<DocumentInquiry> {
  const document = factsOf(bytes)
  const inquiry = inquiryOf({ ...input, document })
  const found = document.signatures.map((signature) => signature.found)
  const analyse = startAnalysis(document.pdf, found)
  return { ...inquiry, document, analyse, chain: await judgeTimestampChain(document, inquiry) }
}

/** The facts of one signature or timestamp, counted from 0. */
export function factsAt({ document }: DocumentInquiry, index = 0): SignatureFacts {
  const facts = document.signatures[index]
  if (facts === undefined) throw new Error('no such signature')
  return facts
}

/** Judges one signature or timestamp of a document. */
export function judgeAt(inquiry: DocumentInquiry, index = 0): Promise<Judgement> {
  return judgeSignature(factsAt(inquiry, index), inquiry)
}
