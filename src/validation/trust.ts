/**
 * Trust stores: which roots are trusted, for what, and when.
 *
 * @module
 */
import type { Instant } from '../date.ts'
import type { Certificate } from '../pki/index.ts'

/** A trusted root. */
export interface TrustAnchor {
  readonly certificate: Certificate
  /** What it may vouch for. */
  readonly purposes: readonly ('signing' | 'timestamp')[]
  /** Trusted from this moment on; always when absent. */
  readonly validFrom?: Instant
  /** Trusted up to this moment; for ever when absent. */
  readonly validUntil?: Instant
}

/** Roots that the caller trusts. */
export type TrustStore = readonly TrustAnchor[]
