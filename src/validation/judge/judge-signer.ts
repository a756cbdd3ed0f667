/**
 * Judges one signer of a CMS in the building blocks of EN 319 102-1: integrity, certificate, time.
 *
 * @module
 */
import type { Certificate } from '../../pki/index.ts'
import { checkSignature } from '../checks/signature.ts'
import type { ValidationFinding } from '../finding.ts'
import type { SubIndication } from '../verdict.ts'
import type { ProvenInquiry, SignerFacts } from './document-inquiry.ts'
import { type CertificateJudgement, judgeCertificate } from './judge-certificate.ts'

/** What came of judging a signer. */
export interface SignerJudgement extends CertificateJudgement {
  readonly certificate: Certificate | undefined
}

/** A judgement that ends before the certificate is looked at. */
export function stopJudging(
  subIndication: SubIndication,
  rest: { readonly findings: readonly ValidationFinding[]; readonly certificate?: Certificate | undefined },
): SignerJudgement {
  const nothing = { path: undefined, provenAt: undefined, hasTimestamp: false, certificate: undefined }
  return { ...nothing, trouble: { subIndication, since: undefined }, ...rest }
}

/** Tells whether a check has failed among findings. */
function hasFailed(findings: readonly ValidationFinding[], check: ValidationFinding['check']): boolean {
  return findings.some((finding) => finding.check === check && finding.outcome === 'failed')
}

/**
 * Judges a signer whose container is in order.
 *
 * @param form - What was found about the container and the attributes.
 */
export async function judgeSigner(
  facts: SignerFacts,
  form: readonly ValidationFinding[],
  inquiry: ProvenInquiry,
): Promise<SignerJudgement> {
  const { signedData, signer, found } = facts
  if (signedData === undefined || signer === undefined)
    return stopJudging('FORMAT_FAILURE', { findings: form })
  const { digest } = signer.digestAlgorithm
  const messageDigest = digest && facts.digests.get(digest)
  const question = {
    signedData,
    signer,
    certificates: facts.certificates,
    messageDigest,
    // Only a signature without attributes is over the content itself: it is not read for any other.
    content: signer.signedAttributes === undefined ? facts.readContent?.() : undefined,
    place: found.field.name,
  }
  const verdict = await checkSignature(question, inquiry)
  const { certificate, isIntact, isValid, isSupported } = verdict
  // What is wrong with an attribute of the CMS outweighs that those of the profile are in order.
  const isFaulty = verdict.findings.some(({ check }) => check === 'attributes')
  const kept = form.filter(({ code }) => !isFaulty || code !== 'validation/attributes-ok')
  const findings = [...kept, ...verdict.findings]
  const rest = { findings, certificate }
  if (certificate === undefined) return stopJudging('NO_SIGNING_CERTIFICATE_FOUND', rest)
  if (!isIntact) return stopJudging('HASH_FAILURE', rest)
  if (!isValid) return stopJudging('SIG_CRYPTO_FAILURE', rest)
  if (!isSupported || hasFailed(findings, 'algorithm')) return stopJudging('CRYPTO_CONSTRAINTS_FAILURE', rest)
  if (hasFailed(findings, 'signing-certificate')) return stopJudging('NO_SIGNING_CERTIFICATE_FOUND', rest)
  if (hasFailed(findings, 'attributes')) return stopJudging('FORMAT_FAILURE', rest)
  const judgement = await judgeCertificate({ facts, certificate }, inquiry)
  const { trouble, path, provenAt, hasTimestamp } = judgement
  const all = [...findings, ...judgement.findings]
  return { certificate, trouble, path, provenAt, hasTimestamp, findings: all }
}
