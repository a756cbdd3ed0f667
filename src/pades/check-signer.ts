/**
 * Whether a certificate may sign now: asked before anything is signed (TT 15/2025/TT-BKHCN, Annex II).
 *
 * @module
 */
import type { Instant } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import {
  type Certificate,
  judgeAlgorithm,
  readCertificate,
  type SignatureAlgorithm,
  type StrengthRule,
} from '../pki/index.ts'
import { type CertificateRefusal, messages } from './messages.ts'

/** Who signs, when, and by which table of algorithms. */
export interface SignerQuestion {
  readonly algorithm: SignatureAlgorithm
  /** DER, the signer's first. */
  readonly chain: readonly Uint8Array[]
  readonly at: Instant
  /** The Vietnamese table when absent. */
  readonly strengthRules?: readonly StrengthRule[] | undefined
}

/** Purposes that have nothing to do with documents: TLS server, code signing, timestamping, OCSP. */
const FOREIGN_PURPOSES: readonly string[] = [
  '1.3.6.1.5.5.7.3.1',
  '1.3.6.1.5.5.7.3.3',
  '1.3.6.1.5.5.7.3.8',
  '1.3.6.1.5.5.7.3.9',
]

/**
 * Refuses a certificate with the reason.
 *
 * @throws MotcuaError `pades/certificate-refused`
 */
function refuse(reason: CertificateRefusal): never {
  throw new MotcuaError(messages, 'pades/certificate-refused', { reason })
}

/** Tells whether a certificate is for signing documents: key usage, and no purpose of its own beside it. */
function isForSigning({ keyUsage, extendedKeyUsage, basicConstraints }: Certificate): boolean {
  if (basicConstraints?.isCa === true) return false
  const isUsable =
    keyUsage === undefined || keyUsage.includes('nonRepudiation') || keyUsage.includes('digitalSignature')
  const isForeign =
    extendedKeyUsage !== undefined &&
    extendedKeyUsage.length > 0 &&
    extendedKeyUsage.every((purpose) => FOREIGN_PURPOSES.includes(purpose))
  return isUsable && !isForeign
}

/** Tells whether an algorithm can be used with a key at all. */
function isOfKey({ scheme }: SignatureAlgorithm, { publicKey }: Certificate): boolean {
  if (scheme === 'ecdsa') return publicKey.kind === 'ec'
  if (scheme === 'ed25519') return publicKey.kind === 'ed25519'
  return publicKey.kind === 'rsa'
}

/** Says that the table of algorithms is silent. */
function findUnlisted(algorithm: SignatureAlgorithm): Finding {
  return {
    code: 'pades/algorithm-unlisted',
    severity: 'warning',
    place: 'signer',
    message: {
      vi: 'thuật toán ký không có trong danh mục tiêu chuẩn áp dụng; bên nhận có thể không chấp nhận',
      en: 'the signature algorithm is not in the table in force; whoever checks may not accept it',
    },
    facts: { scheme: algorithm.scheme, digest: algorithm.digest },
  }
}

/**
 * Refuses a signer whose certificate is missing, out of its period, for another purpose, or whose algorithm is weak.
 *
 * @returns The certificate, and a warning where the table of algorithms says nothing.
 */
export function assertSigner(question: SignerQuestion): { certificate: Certificate; findings: Finding[] } {
  const { algorithm, chain, at, strengthRules } = question
  const [der] = chain
  if (der === undefined) return refuse('no-certificate')
  const certificate = readCertificate(der)
  if (at < certificate.notBefore) refuse('not-yet-valid')
  if (at > certificate.notAfter) refuse('expired')
  if (!isForSigning(certificate)) refuse('key-usage')
  if (!isOfKey(algorithm, certificate)) refuse('other-key')
  const { rating } = judgeAlgorithm({ algorithm, bits: certificate.publicKey.bits }, at, strengthRules)
  if (rating === 'weak') refuse('weak-algorithm')
  return { certificate, findings: rating === 'unlisted' ? [findUnlisted(algorithm)] : [] }
}
