/**
 * Whether a timestamp holds in itself and its authority can be trusted at a moment (EN 319 102-1, 5.4).
 *
 * @module
 */
import { equalBytes } from '../../bytes.ts'
import type { Instant } from '../../date.ts'
import type { Certificate, SignerInfo, TimestampToken } from '../../pki/index.ts'
import { addEvidence, evidenceOfCms } from '../facts/evidence.ts'
import type { ValidationFinding } from '../finding.ts'
import type { Inquiry, Moment } from '../inquiry.ts'
import { makeFinding } from '../sentences.ts'
import type { Trouble } from '../trouble.ts'
import type { SubIndication } from '../verdict.ts'
import { type AlgorithmOutcome, checkAlgorithm } from './algorithm.ts'
import { checkChain } from './chain.ts'
import { checkTimestampPurpose } from './key-usage.ts'
import { checkSignature, digestContent } from './signature.ts'

/** What a timestamp is asked. */
export interface TimestampQuestion {
  readonly token: TimestampToken
  /** Digest of what it should be over, by its own algorithm; `undefined` when that is not known here. */
  readonly imprint: Uint8Array | undefined
  readonly place: string
  readonly moment: Moment
}

/** What came of a timestamp. */
export interface TimestampVerdict {
  readonly stampedAt: Instant
  readonly certificate: Certificate | undefined
  readonly isIntact: boolean
  readonly isValid: boolean
  /** `undefined` when the timestamp holds at the moment asked. */
  readonly trouble: Trouble | undefined
  /** The trouble is with the certificate in time, so that the past may have been better. */
  readonly isOfTime: boolean
  readonly findings: readonly ValidationFinding[]
}

/** A trouble that no later proof of existence mends. */
const fatal = (subIndication: SubIndication): Trouble => ({ subIndication, since: undefined })

/** Whether the imprint is that of the data. */
function checkImprint({ token, imprint, place }: TimestampQuestion): ValidationFinding[] {
  const { digest, algorithmName } = token.info.imprint
  if (imprint !== undefined && equalBytes(imprint, digest)) return []
  const code =
    imprint === undefined ? 'validation/digest-unsupported' : 'validation/timestamp-imprint-differs'
  return [makeFinding(code, place, { algorithm: algorithmName })]
}

/** Judges the algorithm of the signature and the digest of the imprint: either, once broken, lets time be forged. */
function judgeAlgorithms(
  { token, place, moment }: TimestampQuestion,
  [signer, certificate]: readonly [SignerInfo, Certificate],
  inquiry: Inquiry,
): AlgorithmOutcome {
  const { signatureAlgorithm } = signer
  const { bits } = certificate.publicKey
  const own = checkAlgorithm({ algorithm: signatureAlgorithm, bits, place }, moment, inquiry)
  const { digestAlgorithm: digest, algorithmName: name } = token.info.imprint
  const { signature } = signatureAlgorithm
  const isJudged = digest === undefined || signature === undefined || signature.digest === digest
  if (isJudged || own.trouble !== undefined) return own
  const algorithm = { ...signatureAlgorithm, name, signature: { ...signature, digest } }
  return checkAlgorithm({ algorithm, bits, place }, moment, inquiry)
}

/** Judges a timestamp token at a moment. */
export async function checkTimestamp(
  question: TimestampQuestion,
  inquiry: Inquiry,
): Promise<TimestampVerdict> {
  const { token, place, moment } = question
  const { stampedAt } = token.info
  const { signer, signedData } = token
  addEvidence(inquiry.evidence, evidenceOfCms(signedData), inquiry.memory)
  const imprint = checkImprint(question)
  if (signer === undefined) {
    const findings = [...imprint, makeFinding('validation/not-one-signer', place, { signers: 0 })]
    return {
      stampedAt,
      certificate: undefined,
      isIntact: false,
      isValid: false,
      trouble: fatal('FORMAT_FAILURE'),
      isOfTime: false,
      findings,
    }
  }
  const certificates = inquiry.memory.readCertificates(signedData.certificates)
  const messageDigest = digestContent(signer, signedData.content)
  const verdict = await checkSignature(
    { signedData, signer, certificates, messageDigest, place, mayBeElsewhere: true },
    inquiry,
  )
  const isIntact = verdict.isIntact && imprint.length === 0
  const { certificate, isValid } = verdict
  const common = { stampedAt, certificate, isIntact, isValid, isOfTime: false }
  // The digest of the token's own content says nothing of the data where the imprint is of others.
  const own = verdict.findings.filter(({ code }) => imprint.length === 0 || code !== 'validation/digest-ok')
  const findings = [...imprint, ...own]
  if (certificate === undefined)
    return { ...common, trouble: fatal('NO_SIGNING_CERTIFICATE_FOUND'), findings }
  if (!isIntact) return { ...common, trouble: fatal('HASH_FAILURE'), findings }
  if (!isValid) return { ...common, trouble: fatal('SIG_CRYPTO_FAILURE'), findings }
  if (!verdict.isSupported) return { ...common, trouble: fatal('CRYPTO_CONSTRAINTS_FAILURE'), findings }
  const algorithm = judgeAlgorithms(question, [signer, certificate], inquiry)
  const chain = await checkChain({ certificate, purpose: 'timestamp', moment }, inquiry)
  const purpose = checkTimestampPurpose(certificate, inquiry)
  findings.push(...algorithm.findings, ...chain.findings)
  if (purpose !== undefined) findings.push(purpose)
  const ofPurpose = purpose === undefined ? undefined : fatal('CHAIN_CONSTRAINTS_FAILURE')
  // What was wrong all along comes first: no proof of the past mends it. The algorithm is judged at its proof already.
  const lasting = ofPurpose ?? algorithm.trouble
  const trouble = lasting ?? chain.troubles[0]
  return { ...common, trouble, isOfTime: lasting === undefined, findings }
}
