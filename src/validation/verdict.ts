/**
 * Verdicts in the words of ETSI EN 319 102-1, and the report that carries them.
 *
 * The report is plain JSON, published as the JSON Schema `validation-report`; `motcua verify --json` prints a short form.
 *
 * @module
 */
import type { Instant } from '../date.ts'
import type { DocumentChange, ModificationLevel, RecognisedAttack } from './difference/change.ts'
import type { ValidationFinding } from './finding.ts'

/** Main status (EN 319 102-1, 5.1.3). */
export type Indication = 'TOTAL-PASSED' | 'INDETERMINATE' | 'TOTAL-FAILED'

/** Sub-indications (EN 319 102-1, 5.1.3), spelled as there. */
export const subIndications = [
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'REVOKED',
  'EXPIRED',
  'NOT_YET_VALID',
  'SIG_CONSTRAINTS_FAILURE',
  'CHAIN_CONSTRAINTS_FAILURE',
  'CERTIFICATE_CHAIN_GENERAL_FAILURE',
  'CRYPTO_CONSTRAINTS_FAILURE',
  'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  'POLICY_PROCESSING_ERROR',
  'SIGNATURE_POLICY_NOT_AVAILABLE',
  'TIMESTAMP_ORDER_FAILURE',
  'NO_SIGNING_CERTIFICATE_FOUND',
  'NO_CERTIFICATE_CHAIN_FOUND',
  'NO_CERTIFICATE_CHAIN_FOUND_NO_POE',
  'REVOKED_NO_POE',
  'REVOKED_CA_NO_POE',
  'OUT_OF_BOUNDS_NO_POE',
  'OUT_OF_BOUNDS_NOT_REVOKED',
  'REVOCATION_OUT_OF_BOUNDS_NO_POE',
  'NO_POE',
  'TRY_LATER',
  'SIGNED_DATA_NOT_FOUND',
] as const
/** One of the sub-indications. */
export type SubIndication = (typeof subIndications)[number]

/** Baseline levels of EN 319 142-1, 6; `undefined` in facts and `null` in reports when not even B-B is met. */
export type BaselineLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'

/**
 * How much of the file a signature covers: all of it, all up to the end of the revision that made it, less than
 * that, or something that cannot be made sense of.
 */
export type Coverage = 'entire-file' | 'entire-revision' | 'partial' | 'broken'

/** The certificate that signed, in words that may be shown. */
export interface SignerReport {
  /** Common name of the subject, or all of its name where it has none. */
  readonly name: string
  /** The managing unit: organisational unit and organisation of the subject; empty when it names none. */
  readonly unit: string
  /** Common name of the issuer, likewise. */
  readonly issuerName: string
  readonly subject: string
  readonly issuer: string
  /** SHA-256 of the certificate, lower-case hexadecimal. */
  readonly sha256: string
  /** Hexadecimal, without leading zeros. */
  readonly serial: string
  readonly notBefore: Instant
  readonly notAfter: Instant
}

/** One signature or document timestamp. */
export interface SignatureReport {
  /** Full name of its field, empty for a detached CMS. */
  readonly field: string
  readonly kind: 'signature' | 'timestamp'
  readonly level: BaselineLevel | null
  readonly indication: Indication
  readonly subIndication: SubIndication | null
  readonly coverage: Coverage
  /** `null` when the analysis was not made: for detached signatures. */
  readonly modification: ModificationLevel | null
  /** `level` is the DocMDP level in force at this signature, `null` without one; the whole is `null` for timestamps. */
  readonly docMdp: { readonly level: 1 | 2 | 3 | null; readonly ok: boolean } | null
  /** `null` when no certificate of the signer was found. */
  readonly signer: SignerReport | null
  /** What the signer says, from /M. */
  readonly claimedAt: Instant | null
  /** The earliest moment at which the signature is proved to have existed, from a timestamp that holds. */
  readonly provenAt: Instant | null
  /** /Reason, /Location, /ContactInfo and /Name as they stand; empty where absent. */
  readonly reason: string
  readonly location: string
  readonly findings: readonly ValidationFinding[]
  readonly changes: readonly DocumentChange[]
  readonly attacks: readonly RecognisedAttack[]
}

/** What is said of the whole document. */
export interface DocumentReport {
  /** The worst of the signatures; `null` when there is none. */
  readonly indication: Indication | null
  readonly subIndication: SubIndication | null
  readonly findings: readonly ValidationFinding[]
}

/** A page on which something changed after a signature. */
export interface PageShape {
  /** Counted from 1. */
  readonly pageNumber: number
  /** What a viewer shows of it, in default user space: left, bottom, right, top. */
  readonly box: readonly [number, number, number, number]
  /** By how much a viewer turns it clockwise. */
  readonly rotation: 0 | 90 | 180 | 270
}

/** The whole report. */
export interface ValidationReport {
  readonly schema: 'motcua/validation-report@1'
  /** The moment for which the verdicts hold. */
  readonly at: Instant
  /** Name of the policy that weighed the findings. */
  readonly policy: string
  readonly document: DocumentReport
  readonly signatures: readonly SignatureReport[]
  /** The pages that the changes name, up to fifty. */
  readonly pages: readonly PageShape[]
}
