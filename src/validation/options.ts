/**
 * What verifiers are made with, and what goes with one document.
 *
 * @module
 */
import type { Instant } from '../date.ts'
import type { EvidenceInput } from './facts/evidence.ts'
import type { ValidationSources } from './inquiry.ts'
import type { ValidationPolicy } from './policy.ts'
import type { TrustStore } from './trust.ts'

/** What a verifier is made with; it serves many documents. */
export interface VerifierOptions extends ValidationSources {
  readonly trust: TrustStore
  /** {@link etsiPolicy} when absent. */
  readonly policy?: ValidationPolicy
  /** Certificates and revocation data that the documents may lack, DER each. */
  readonly material?: EvidenceInput
}

/** What goes with one document. */
export interface DocumentOptions {
  /** The moment for which the verdict is asked; usually now. */
  readonly at: Instant
  /** User or owner password; the empty one is always tried first. */
  readonly password?: string | undefined
}
