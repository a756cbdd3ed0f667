/**
 * Judges the timestamps inside a signature: what they prove, and whether one of them holds.
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import { hashBytes } from '../../hash.ts'
import type { TimestampToken } from '../../pki/index.ts'
import { timestampsOf } from '../facts/evidence.ts'
import type { ValidationFinding } from '../finding.ts'
import { isClearlyAfter } from '../instants.ts'
import { judgeToken } from '../past/judge-token.ts'
import { makeFinding, weighFinding } from '../sentences.ts'
import type { ProvenInquiry, SignerFacts } from './document-inquiry.ts'

/** What the timestamps of a signature prove. */
export interface StampedTime {
  readonly earliest: Instant | undefined
  readonly latest: Instant | undefined
  /** How many there are, readable or not. */
  readonly count: number
  readonly findings: readonly ValidationFinding[]
}

/** Over the signature value, or over the document before it was signed. */
export type TimestampKind = 'signature' | 'content'

/** Digest of what a timestamp should be over. */
function findImprint(token: TimestampToken, kind: TimestampKind, facts: SignerFacts): Uint8Array | undefined {
  const algorithm = token.info.imprint.digestAlgorithm
  if (algorithm === undefined || facts.signer === undefined) return undefined
  return kind === 'signature' ? hashBytes(algorithm, facts.signer.signature) : facts.digests.get(algorithm)
}

/** Judges one timestamp now and, where that does not do, in the past. */
async function judgeOne(
  token: TimestampToken,
  of: { readonly facts: SignerFacts; readonly kind: TimestampKind; readonly place: string },
  inquiry: ProvenInquiry,
) {
  const { facts, kind, place } = of
  const question = { token, imprint: findImprint(token, kind, facts), place }
  const { verdict, trouble } = await judgeToken(question, inquiry.chain.proofs, inquiry)
  // Inside the timestamp, what is wrong is wrong with the timestamp alone.
  const details = verdict.findings
    .filter(({ outcome }) => outcome !== 'ok')
    .map((finding) => ({ ...weighFinding(finding, 'warning'), check: 'timestamp' as const }))
  return { stampedAt: verdict.stampedAt, trouble, details }
}

/** Judges the timestamps over a signature, or over what was signed before it. */
export async function judgeTimestamps(
  facts: SignerFacts,
  kind: TimestampKind,
  inquiry: ProvenInquiry,
): Promise<StampedTime> {
  const findings: ValidationFinding[] = []
  const times: Instant[] = []
  const tokens = timestampsOf(facts, kind)
  for (const [index, token] of tokens.entries()) {
    const place = `${kind}-timestamp[${index}]`
    if (token === undefined) {
      findings.push(makeFinding('validation/timestamp-unreadable', place))
      continue
    }
    const { stampedAt, trouble, details } = await judgeOne(token, { facts, kind, place }, inquiry)
    findings.push(...details)
    if (trouble === undefined && isClearlyAfter(stampedAt, inquiry.now)) {
      // For a moment before it was made it proves nothing.
      findings.push(makeFinding('validation/timestamp-in-future', place, { stampedAt, at: inquiry.now }))
    } else if (trouble === undefined) {
      times.push(stampedAt)
      findings.push(makeFinding('validation/timestamp-ok', place, { stampedAt }))
    } else {
      const { subIndication } = trouble
      findings.push(makeFinding('validation/timestamp-untrusted', place, { stampedAt, subIndication }))
    }
  }
  times.sort()
  return { earliest: times[0], latest: times.at(-1), count: tokens.length, findings }
}
