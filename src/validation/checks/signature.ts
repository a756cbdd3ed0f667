/**
 * Whether the signed bytes are unchanged, the signature holds, and it names the certificate that was used
 * (EN 319 102-1, 5.2.3 and 5.2.7).
 *
 * @module
 */
import { hashBytes } from '../../hash.ts'
import {
  type Certificate,
  checkSigner,
  findSignerCertificate,
  type PkiFinding,
  type SignedData,
  type SignerInfo,
} from '../../pki/index.ts'
import type { CheckName, ValidationFinding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { adoptFinding, checkOfSignerFinding, makeFinding } from '../sentences.ts'

/** What is known of a signer and what it signed. */
export interface SignerQuestion {
  readonly signedData: SignedData
  readonly signer: SignerInfo
  /** Certificates inside the CMS. */
  readonly certificates: readonly Certificate[]
  /** Digest of the content by the signer's algorithm; `undefined` when that is not known here. */
  readonly messageDigest: Uint8Array | undefined
  /** The content where it is detached and signed without attributes (RFC 5652, 5.4). */
  readonly content?: Uint8Array | undefined
  readonly place: string
  /** Timestamps may leave their certificate out (RFC 3161, 2.4.1); signatures may not (EN 319 142-1, 6.3). */
  readonly mayBeElsewhere?: boolean
}

/** What came of checking a signer. */
export interface SignerVerdict {
  readonly certificate: Certificate | undefined
  readonly isIntact: boolean
  readonly isValid: boolean
  /** Digest and signature could be computed here; otherwise nothing was said of either. */
  readonly isSupported: boolean
  readonly findings: readonly ValidationFinding[]
}

/**
 * Findings that are put up with: each is a fault of form, and the signature holds all the same.
 *
 * Attributes out of the order of DER break RFC 5652, 5.3, and validators are not of one mind about them: most check the
 * signature over the order that stands there, EU DSS over that of DER. Both bind the same attributes to the same key, so
 * nothing that a third party could change is let through; a policy that thinks otherwise gives their codes the weight
 * `fail`.
 */
const LENIENT: readonly string[] = [
  'pki/signing-certificate-missing',
  'pki/signed-attributes-unsorted',
  'pki/signed-attributes-out-of-order',
]

/** signer-attributes of RFC 5126, 5.11.3, which EN 319 122-1, A.2.3 retires: what a signer claims to be, and no more. */
const SIGNER_ATTRIBUTES = '1.2.840.113549.1.9.16.2.18'

/** signature-policy-identifier, of which the baseline profile allows one; no policy is judged here. */
const SIGNATURE_POLICY = '1.2.840.113549.1.9.16.2.15'

/**
 * Tells whether a fault of an attribute is against a profile alone.
 *
 * RFC 5652, 11, RFC 5035, 5.4 and RFC 6211, 2 want one value of content-type, message-digest, signing-time,
 * signing-certificate and algorithm-protection; signer-attributes-v2 (EN 319 122-1, 5.2.6.1) is held to it as well, as
 * pyHanko does. That older roles and the policy come once is asked by EN 319 142-1, 6.3 for the baseline levels only.
 */
function isOfProfile({ code, place }: PkiFinding): boolean {
  if (place === SIGNER_ATTRIBUTES) return code === 'pki/attribute-repeated' || code === 'pki/attribute-broken'
  return place === SIGNATURE_POLICY && code === 'pki/attribute-repeated'
}

/** Takes over what was found about the signer. */
function adopt(finding: PkiFinding): ValidationFinding {
  const isLenient = LENIENT.includes(finding.code) || isOfProfile(finding)
  const outcome = isLenient ? 'warning' : finding.outcome
  return adoptFinding(finding, checkOfSignerFinding(finding), outcome)
}

/** What is said of a check that nothing speaks against. */
const SUCCESSES = [
  ['digest', 'validation/digest-ok'],
  ['signature', 'validation/signature-ok'],
  ['signing-certificate', 'validation/signing-certificate-ok'],
] as const

/** The findings that say a check went well, for each of three that nothing speaks against. */
function describeSuccess(findings: readonly ValidationFinding[], place: string): ValidationFinding[] {
  const isClean = (check: CheckName) => !findings.some((finding) => finding.check === check)
  return SUCCESSES.filter(([check]) => isClean(check)).map(([, code]) => makeFinding(code, place))
}

/** Checks digest, signature and signing certificate of one signer. */
export async function checkSignature(question: SignerQuestion, inquiry: Inquiry): Promise<SignerVerdict> {
  const { signedData, signer, messageDigest, place } = question
  const elsewhere = question.mayBeElsewhere === true ? [...inquiry.evidence.certificates.values()] : []
  const known = [...question.certificates, ...elsewhere]
  const certificate = findSignerCertificate(signer, known)
  if (certificate === undefined) {
    const finding = { ...makeFinding('validation/signer-certificate-not-found', place) }
    return { certificate, isIntact: true, isValid: true, isSupported: true, findings: [finding] }
  }
  if (messageDigest === undefined && signer.digestAlgorithm.digest === undefined) {
    const facts = { algorithm: signer.digestAlgorithm.name }
    const finding = makeFinding('validation/digest-unsupported', place, facts)
    return { certificate, isIntact: true, isValid: true, isSupported: false, findings: [finding] }
  }
  const content = signedData.content ?? question.content
  const check = {
    certificate,
    contentType: signedData.contentType,
    messageDigest,
    content,
    verify: inquiry.memory.verifyOnce,
  }
  const found = await checkSigner(signer, check)
  const findings = found.map(adopt)
  const codes = found.map(({ code }) => code)
  return {
    certificate,
    isIntact: !codes.some((code) => code.startsWith('pki/message-digest') || code === 'pki/content-missing'),
    isValid: !codes.includes('pki/signature-invalid'),
    isSupported: !codes.includes('pki/signature-not-checked'),
    findings: [...findings, ...describeSuccess(findings, place)],
  }
}

/** Digest of embedded content by the signer's algorithm. */
export function digestContent(signer: SignerInfo, content: Uint8Array | undefined): Uint8Array | undefined {
  const { digest } = signer.digestAlgorithm
  return digest === undefined || content === undefined ? undefined : hashBytes(digest, content)
}
