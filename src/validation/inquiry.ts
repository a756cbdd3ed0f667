/**
 * What all checks of one document share.
 *
 * @module
 */
import type { Instant } from '../date.ts'
import type { FetchCertificates, FetchCrl, FetchOcsp } from '../pki/index.ts'
import type { Evidence, ExistenceProofs } from './facts/evidence.ts'
import type { Memory } from './facts/memory.ts'
import type { ValidationPolicy } from './policy.ts'
import type { TrustStore } from './trust.ts'

/** Where revocation data and issuers may be asked for; nothing is asked where there is no function. */
export interface ValidationSources {
  readonly fetchOcsp?: FetchOcsp
  readonly fetchCrl?: FetchCrl
  readonly fetchCertificates?: FetchCertificates
}

/** One document being judged. */
export interface Inquiry {
  /** The moment for which the verdict is asked. */
  readonly now: Instant
  readonly policy: ValidationPolicy
  readonly trust: TrustStore
  readonly memory: Memory
  readonly evidence: Evidence
  readonly sources: ValidationSources
  /** Addresses asked so far, with what came of it: each is asked once. */
  readonly asked: Map<string, 'answered' | 'unreachable'>
}

/** The moment of one check, and how what is at hand counts then. */
export interface Moment {
  /** When certificates must be valid. */
  readonly at: Instant
  /** When algorithms must be strong enough: since then the signature is known to exist. */
  readonly usedAt: Instant
  /** In the past only what existed then counts; `undefined` when everything at hand counts. */
  readonly proofs: ExistenceProofs | undefined
}
