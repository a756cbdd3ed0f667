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

/** Findings that are put up with: each is a fault of form, and the signature holds all the same. */
const LENIENT: readonly string[] = ['pki/signing-certificate-missing', 'pki/signed-attributes-unsorted']

/** Takes over what was found about the signer. */
function adopt(finding: PkiFinding): ValidationFinding {
  const outcome = LENIENT.includes(finding.code) ? 'warning' : finding.outcome
  return adoptFinding(finding, checkOfSignerFinding(finding), outcome)
}

/** The findings that say a check went well, for each of three that nothing speaks against. */
function describeSuccess(findings: readonly ValidationFinding[], place: string): ValidationFinding[] {
  const codes = {
    digest: 'validation/digest-ok',
    signature: 'validation/signature-ok',
    'signing-certificate': 'validation/signing-certificate-ok',
  } as const
  const isClean = (check: CheckName) => !findings.some((finding) => finding.check === check)
  return (Object.keys(codes) as (keyof typeof codes)[])
    .filter(isClean)
    .map((check) => makeFinding(codes[check], place))
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
