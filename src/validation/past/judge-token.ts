/**
 * Judges one timestamp token now and, where that does not do, in the past (EN 319 102-1, 5.4 and 5.6.2).
 *
 * @module
 */
import { checkTimestamp, type TimestampQuestion, type TimestampVerdict } from '../checks/timestamp.ts'
import type { ExistenceProofs } from '../facts/evidence.ts'
import { keyOf } from '../facts/evidence-key.ts'
import type { Inquiry } from '../inquiry.ts'
import type { Trouble } from '../trouble.ts'
import { isMendable, validatePast } from './validate-past.ts'

/** What came of a token. */
export interface JudgedToken {
  readonly verdict: TimestampVerdict
  /** What remains wrong after past validation; `undefined` when it holds. */
  readonly trouble: Trouble | undefined
}

/**
 * Judges a timestamp token.
 *
 * @param proofs - What is proved to exist by timestamps that are younger.
 */
export async function judgeToken(
  question: Omit<TimestampQuestion, 'moment'>,
  proofs: ExistenceProofs,
  inquiry: Inquiry,
): Promise<JudgedToken> {
  const value = question.token.signer?.signature
  const provenAt = value === undefined ? inquiry.now : proofs.find(keyOf(value))
  const moment = { at: inquiry.now, usedAt: provenAt, proofs: undefined }
  const verdict = await checkTimestamp({ ...question, moment }, inquiry)
  const { trouble, isOfTime, certificate } = verdict
  if (!isOfTime || trouble === undefined || certificate === undefined || !isMendable(trouble))
    return { verdict, trouble }
  const past = await validatePast({ certificate, purpose: 'timestamp', provenAt, trouble, proofs }, inquiry)
  return { verdict, trouble: past }
}
