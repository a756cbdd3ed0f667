/**
 * Archive timestamps of CAdES: judged from the newest to the oldest, each proving the existence of what its index names
 * (EN 319 122-1, 5.5; EN 319 102-1, 5.6.3).
 *
 * @module
 */
import { hashBytes } from '../../hash.ts'
import type { ArchiveTimestamp } from '../../pki/index.ts'
import type { DetachedFacts } from '../facts/collect-detached.ts'
import { createProofs, type ExistenceProofs, evidenceOfCms, tryReadingTimestamp } from '../facts/evidence.ts'
import { keyOf } from '../facts/evidence-key.ts'
import type { ValidationFinding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { makeFinding, weighFinding } from '../sentences.ts'
import { listAnswerCertificates } from './document-timestamps.ts'
import { judgeToken } from './judge-token.ts'

/** What the archive timestamps of a signer prove together. */
export interface JudgedArchive {
  readonly proofs: ExistenceProofs
  /** One of them holds. */
  readonly isArchived: boolean
  readonly findings: readonly ValidationFinding[]
}

/** Everything that stands in a timestamp which another one covers. */
function listTimestampKeys(der: Uint8Array): string[] {
  const token = tryReadingTimestamp(der)
  if (token === undefined) return []
  const { certificates = [], crls = [], ocsps = [] } = evidenceOfCms(token.signedData)
  const values = token.signer === undefined ? [] : [token.signer.signature]
  return [...certificates, ...crls, ...ocsps, ...values].map(keyOf)
}

/** Names of everything that an archive timestamp proves: always the signature, and what its index names. */
function listProvenKeys(
  { covered, coveredTimestamps }: ArchiveTimestamp,
  { signer }: DetachedFacts,
): string[] {
  const { certificates, crls, ocspResponses } = covered
  const own = [signer.signature, ...certificates, ...crls, ...ocspResponses].map(keyOf)
  return [...own, ...coveredTimestamps.flatMap(listTimestampKeys)]
}

/** Judges one archive timestamp: the findings, and whether it holds. */
async function judgeOne(
  stamp: ArchiveTimestamp,
  of: { readonly facts: DetachedFacts; readonly place: string; readonly proofs: ExistenceProofs },
  inquiry: Inquiry,
): Promise<{ readonly holds: boolean; readonly findings: readonly ValidationFinding[] }> {
  const { facts, place, proofs } = of
  const { token, missing } = stamp
  const { stampedAt, imprint } = token.info
  // What the index names must all be there (5.5.2): a digest of nothing means that something was changed or taken away.
  if (missing > 0)
    return { holds: false, findings: [makeFinding('validation/archive-index-differs', place, { missing })] }
  const algorithm = imprint.digestAlgorithm
  const content = algorithm && facts.digests.get(algorithm)
  const expected = algorithm && content && hashBytes(algorithm, stamp.writeImprinted(content))
  const { verdict, trouble } = await judgeToken({ token, imprint: expected, place }, proofs, inquiry)
  // Inside the timestamp, what is wrong is wrong with the timestamp alone.
  const details = verdict.findings
    .filter(({ outcome }) => outcome !== 'ok')
    .map((finding) => ({ ...weighFinding(finding, 'warning'), check: 'timestamp' as const }))
  const outcome =
    trouble === undefined
      ? makeFinding('validation/timestamp-ok', place, { stampedAt })
      : makeFinding('validation/timestamp-untrusted', place, {
          stampedAt,
          subIndication: trouble.subIndication,
        })
  return { holds: trouble === undefined, findings: [...details, outcome] }
}

/** Judges all archive timestamps of a signer and gathers what they prove. */
export async function judgeArchive(facts: DetachedFacts, inquiry: Inquiry): Promise<JudgedArchive> {
  const { timestamps, unreadable } = facts.archive
  const proofs = createProofs(inquiry.now)
  const findings: ValidationFinding[] = []
  let isArchived = false
  for (const [index, stamp] of [...timestamps.entries()].reverse()) {
    const place = `archive-timestamp[${index}]`
    const outcome = await judgeOne(stamp, { facts, place, proofs }, inquiry)
    findings.push(...outcome.findings)
    if (!outcome.holds) continue
    isArchived = true
    const keys = listProvenKeys(stamp, facts)
    for (const key of [...keys, ...listAnswerCertificates(keys, inquiry)])
      proofs.add(key, stamp.token.info.stampedAt)
  }
  if (unreadable > 0) findings.push(makeFinding('validation/timestamp-unreadable', 'archive-timestamp'))
  return { proofs, isArchived, findings }
}
