/**
 * Judges one signature in the building blocks of EN 319 102-1: format, integrity, certificate, time.
 *
 * @module
 */
import type { Certificate } from '../../pki/index.ts'
import { checkAttributes } from '../checks/attributes.ts'
import { checkCoverage } from '../checks/coverage.ts'
import { checkFormat } from '../checks/format.ts'
import { checkSignature } from '../checks/signature.ts'
import type { SignatureFacts } from '../facts/collect.ts'
import type { ValidationFinding } from '../finding.ts'
import { makeFinding, weighFinding } from '../sentences.ts'
import type { SubIndication } from '../verdict.ts'
import type { DocumentInquiry } from './document-inquiry.ts'
import { type CertificateJudgement, judgeCertificate } from './judge-certificate.ts'

/** What came of the building blocks, before the policy weighs the other findings. */
export interface Judgement extends CertificateJudgement {
  readonly facts: SignatureFacts
  readonly certificate: Certificate | undefined
}

/** Findings about the container without which nothing can be judged. */
const CONTAINER_CODES: readonly string[] = [
  'validation/contents-missing',
  'validation/cms-unreadable',
  'validation/not-one-signer',
  'validation/content-present',
  'validation/content-type-other',
  'validation/sub-filter-unknown',
  'validation/type-differs',
  'validation/byte-range-missing',
]

/** A judgement that ends before the certificate is looked at. */
function stop(
  facts: SignatureFacts,
  subIndication: SubIndication,
  rest: { readonly findings: readonly ValidationFinding[]; readonly certificate?: Certificate | undefined },
): Judgement {
  const nothing = { path: undefined, provenAt: undefined, hasTimestamp: false, certificate: undefined }
  return { ...nothing, facts, trouble: { subIndication, since: undefined }, ...rest }
}

/** Says what a document timestamp is worth, in the form of any signature. */
function judgeDocumentTimestamp(
  facts: SignatureFacts,
  findings: readonly ValidationFinding[],
  inquiry: DocumentInquiry,
): Judgement {
  const judged = inquiry.chain.judged.find((each) => each.facts === facts)
  if (judged === undefined) return stop(facts, 'FORMAT_FAILURE', { findings })
  const { verdict, trouble } = judged
  const { certificate, stampedAt } = verdict
  if (trouble !== undefined) {
    const none = { path: undefined, provenAt: undefined, hasTimestamp: false }
    return { ...none, facts, certificate, trouble, findings: [...findings, ...verdict.findings] }
  }
  // What was wrong now and is mended by proofs of the past stays to be read, but fails nothing.
  const mended = verdict.findings.map((finding) =>
    finding.outcome === 'failed' ? weighFinding(finding, 'warning') : finding,
  )
  const stamped = makeFinding('validation/timestamp-ok', facts.found.field.name, { stampedAt })
  const all = [...findings, ...mended, stamped]
  return {
    facts,
    certificate,
    trouble,
    path: undefined,
    provenAt: stampedAt,
    hasTimestamp: false,
    findings: all,
  }
}

/** Tells whether a check has failed among findings. */
function hasFailed(findings: readonly ValidationFinding[], check: ValidationFinding['check']): boolean {
  return findings.some((finding) => finding.check === check && finding.outcome === 'failed')
}

/** Judges one signature or document timestamp of a document. */
export async function judgeSignature(facts: SignatureFacts, inquiry: DocumentInquiry): Promise<Judgement> {
  const { found, signedData, signer } = facts
  const form = [
    ...checkFormat(facts, inquiry.document.pdf.source.length),
    checkCoverage(facts),
    ...checkAttributes(facts),
  ]
  const isBroken = form.some(({ code, outcome }) => outcome === 'failed' && CONTAINER_CODES.includes(code))
  if (isBroken || signedData === undefined || signer === undefined)
    return stop(facts, 'FORMAT_FAILURE', { findings: form })
  if (found.kind === 'timestamp') return judgeDocumentTimestamp(facts, form, inquiry)
  const { digest } = signer.digestAlgorithm
  const messageDigest = digest && facts.digests.get(digest)
  const question = {
    signedData,
    signer,
    certificates: facts.certificates,
    messageDigest,
    place: found.field.name,
  }
  const { certificate, isIntact, isValid, isSupported, ...verdict } = await checkSignature(question, inquiry)
  const findings = [...form, ...verdict.findings]
  const rest = { findings, certificate }
  if (certificate === undefined) return stop(facts, 'NO_SIGNING_CERTIFICATE_FOUND', rest)
  if (!isIntact) return stop(facts, 'HASH_FAILURE', rest)
  if (!isValid) return stop(facts, 'SIG_CRYPTO_FAILURE', rest)
  if (!isSupported || hasFailed(findings, 'algorithm')) return stop(facts, 'CRYPTO_CONSTRAINTS_FAILURE', rest)
  if (hasFailed(findings, 'signing-certificate')) return stop(facts, 'NO_SIGNING_CERTIFICATE_FOUND', rest)
  if (hasFailed(findings, 'attributes')) return stop(facts, 'FORMAT_FAILURE', rest)
  const judgement = await judgeCertificate({ facts, certificate }, inquiry)
  return { facts, certificate, ...judgement, findings: [...findings, ...judgement.findings] }
}
