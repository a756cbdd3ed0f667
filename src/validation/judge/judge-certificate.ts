/**
 * Judges what a signature says once it is known to hold: its algorithm, its certificate, and its place in time
 * (EN 319 102-1, 5.2.6 to 5.2.8, 5.5.4 and 5.6.3.4).
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import type { Certificate, CertificatePath } from '../../pki/index.ts'
import { checkAlgorithm } from '../checks/algorithm.ts'
import { type ChainOutcome, checkChain } from '../checks/chain.ts'
import { checkKeyUsage } from '../checks/key-usage.ts'
import { type ExistenceProofs, evidenceOfCms } from '../facts/evidence.ts'
import { keyOf } from '../facts/evidence-key.ts'
import type { ValidationFinding } from '../finding.ts'
import type { Inquiry, Moment } from '../inquiry.ts'
import { isMendable, validatePast } from '../past/validate-past.ts'
import { makeFinding, weighFinding } from '../sentences.ts'
import { type Trouble, troubleOf } from '../trouble.ts'
import type { ProvenInquiry, SignerFacts } from './document-inquiry.ts'
import { judgeTimestamps, type StampedTime } from './judge-timestamps.ts'

/** What came of it. */
export interface CertificateJudgement {
  /** `undefined` when nothing is wrong, or what is wrong now was not when the signature is proved to have existed. */
  readonly trouble: Trouble | undefined
  readonly path: CertificatePath | undefined
  /** Earliest proof of existence; `undefined` when there is none but the moment itself. */
  readonly provenAt: Instant | undefined
  /** A signature timestamp that holds is there. */
  readonly hasTimestamp: boolean
  readonly findings: readonly ValidationFinding[]
}

/** A signature with its certificate. */
interface Signed {
  readonly facts: SignerFacts
  readonly certificate: Certificate
}

/** What a proof of existence changes by itself, without looking at the past of the chain (EN 319 102-1, 5.5.4). */
function mendByTime(trouble: Trouble, provenAt: Instant, certificate: Certificate): Trouble | undefined {
  switch (trouble.subIndication) {
    case 'REVOKED_NO_POE':
    case 'REVOKED_CA_NO_POE':
    case 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE':
      return trouble.since !== undefined && provenAt < trouble.since ? undefined : trouble
    case 'NO_CERTIFICATE_CHAIN_FOUND_NO_POE':
      return trouble.since !== undefined && provenAt <= trouble.since ? undefined : trouble
    case 'OUT_OF_BOUNDS_NO_POE':
      return provenAt < certificate.notBefore ? troubleOf('NOT_YET_VALID') : trouble
    default:
      return trouble
  }
}

/** Tells whether revocation data stand in the signature itself, as ISO 32000-2, 12.8.3.3.2 has it. */
function carriesRevocation({ signedData }: SignerFacts): boolean {
  if (signedData === undefined) return false
  const { crls = [], ocsps = [] } = evidenceOfCms(signedData)
  return crls.length + ocsps.length > 0
}

/** Tells whether it was prepared for later, by revocation data or a timestamp: then its past is worth looking into. */
function isArchived(facts: SignerFacts, { chain, document }: ProvenInquiry): boolean {
  if (document?.securityStore !== undefined || carriesRevocation(facts)) return true
  return chain.judged.some((stamp) => stamp.facts.found.revisionIndex > facts.found.revisionIndex)
}

/** When and by what the signature is proved to have existed. */
interface Proven {
  readonly proofs: ExistenceProofs
  readonly provenAt: Instant | undefined
  readonly before: StampedTime
}

/** Sees whether what is wrong now was wrong then. */
async function mend(
  trouble: Trouble,
  { facts, certificate, proofs, provenAt }: Signed & Proven,
  inquiry: ProvenInquiry,
): Promise<Trouble | undefined> {
  if (!isMendable(trouble)) return trouble
  if (provenAt === undefined && !isArchived(facts, inquiry)) return trouble
  const byTime = provenAt === undefined ? trouble : mendByTime(trouble, provenAt, certificate)
  if (byTime === undefined || !isMendable(byTime)) return byTime
  const question = {
    certificate,
    purpose: 'signing',
    provenAt: provenAt ?? inquiry.now,
    trouble,
    proofs,
  } as const
  const past = await validatePast(question, inquiry)
  // Without an archive there was nothing to look into, and what is wrong now is the better answer.
  return past === undefined || isArchived(facts, inquiry) ? past : byTime
}

/**
 * The first trouble of a chain that remains in the light of the proofs.
 *
 * Where a proof does away with one trouble, the next one is asked for: an authority that was revoked later says nothing
 * for a signer who was revoked before. Past validation looks at the whole chain, so what it finds good is good.
 */
async function mendChain(
  { troubles }: ChainOutcome,
  signed: Signed & Proven,
  inquiry: ProvenInquiry,
): Promise<Trouble | undefined> {
  const { certificate, provenAt, before } = signed
  for (const trouble of troubles) {
    const present = worsenByTime(trouble, before, certificate)
    if (provenAt !== undefined && mendByTime(present, provenAt, certificate) === undefined) continue
    return mend(present, signed, inquiry)
  }
  return undefined
}

/** What a timestamp from before the signature makes certain: it was made when the certificate was good no more (5.3.4). */
function worsenByTime(trouble: Trouble, before: StampedTime, certificate: Certificate): Trouble {
  const { latest } = before
  if (latest === undefined) return trouble
  const { subIndication, since } = trouble
  if (subIndication === 'REVOKED_NO_POE' && since !== undefined && latest >= since)
    return troubleOf('REVOKED', since)
  const isExpired = subIndication === 'OUT_OF_BOUNDS_NO_POE' && latest >= certificate.notAfter
  return isExpired ? troubleOf('EXPIRED', certificate.notAfter) : trouble
}

/** Judges the algorithm of the signature itself. */
function judgeOwnAlgorithm({ facts, certificate }: Signed, moment: Moment, inquiry: Inquiry) {
  const { signer, found } = facts
  if (signer === undefined) return { trouble: undefined, findings: [] }
  const place = found.field.name
  const use = { algorithm: signer.signatureAlgorithm, bits: certificate.publicKey.bits, place }
  const outcome = checkAlgorithm(use, moment, inquiry)
  if (outcome.findings.length > 0) return outcome
  const facts2 = { algorithm: signer.signatureAlgorithm.name }
  return { ...outcome, findings: [makeFinding('validation/algorithm-ok', place, facts2)] }
}

/** Findings of the chain; what proofs of the past have mended stays to be read, but fails nothing. */
function describeChain(
  { troubles, isKnownUnrevoked, findings }: ChainOutcome,
  isMended: boolean,
): ValidationFinding[] {
  const own = isMended
    ? findings.map((finding) => (finding.outcome === 'failed' ? weighFinding(finding, 'warning') : finding))
    : [...findings]
  // The past of a certificate that has ended is only found good by revocation data that were proved to exist in time.
  const wasKnown = isMended && troubles[0]?.subIndication === 'OUT_OF_BOUNDS_NO_POE'
  return isKnownUnrevoked || wasKnown ? [...own, makeFinding('validation/revocation-ok', 'path')] : own
}

/** Whether what was stamped before the signature lies before what was stamped after it. */
function checkOrder(before: StampedTime, provenAt: Instant | undefined, place: string): ValidationFinding[] {
  if (before.earliest === undefined || provenAt === undefined || before.earliest <= provenAt) return []
  return [makeFinding('validation/timestamp-order', place, { before: before.earliest, after: provenAt })]
}

/** Adds what the timestamps of a signature prove to what is proved already; without any there is nothing to look up. */
function proveExistence(
  { signer }: SignerFacts,
  { earliest }: StampedTime,
  { chain }: ProvenInquiry,
): { readonly proofs: ExistenceProofs; readonly provenAt: Instant | undefined } {
  if (signer === undefined || (earliest === undefined && chain.judged.length === 0))
    return { proofs: chain.proofs, provenAt: undefined }
  const proofs = chain.proofs.copy()
  const key = keyOf(signer.signature)
  if (earliest !== undefined) proofs.add(key, earliest)
  return { proofs, provenAt: proofs.has(key) ? proofs.find(key) : undefined }
}

/** Judges a signature that holds by its certificate and by time. */
export async function judgeCertificate(
  signed: Signed,
  inquiry: ProvenInquiry,
): Promise<CertificateJudgement> {
  const { facts, certificate } = signed
  const place = facts.found.field.name
  const stamped = await judgeTimestamps(facts, 'signature', inquiry)
  const before = await judgeTimestamps(facts, 'content', inquiry)
  const { proofs, provenAt } = proveExistence(facts, stamped, inquiry)
  const usedAt = provenAt ?? inquiry.now
  const moment = { at: inquiry.now, usedAt, proofs: undefined }
  const algorithm = judgeOwnAlgorithm(signed, moment, inquiry)
  const chain = await checkChain({ certificate, purpose: 'signing', moment }, inquiry)
  // The algorithm was judged at the proof already: nothing in the past of the chain makes it stronger.
  let trouble =
    algorithm.trouble ?? (await mendChain(chain, { facts, certificate, proofs, provenAt, before }, inquiry))
  const usage = checkKeyUsage(certificate, inquiry)
  const order = checkOrder(before, provenAt, place)
  if (usage.outcome === 'failed') trouble ??= troubleOf('CHAIN_CONSTRAINTS_FAILURE')
  if (order.length > 0) trouble ??= troubleOf('TIMESTAMP_ORDER_FAILURE')
  const isMended = chain.troubles.length > 0 && trouble === undefined
  const findings = [
    ...stamped.findings,
    ...before.findings,
    ...algorithm.findings,
    ...describeChain(chain, isMended),
    usage,
    ...order,
  ]
  if (stamped.count === 0 && provenAt === undefined)
    findings.push(makeFinding('validation/timestamp-none', place))
  return { trouble, path: chain.path, provenAt, hasTimestamp: stamped.earliest !== undefined, findings }
}
