/**
 * What revocation data say about one certificate, whether they came as OCSP or CRL.
 *
 * @module
 */
import { type Instant, toEpochMs } from '../../date.ts'
import type { Certificate } from '../certificate.ts'
import { makeFinding, type PkiFinding } from '../findings.ts'
import type { RevocationReason } from './reason.ts'

/** What revocation data say about a certificate, and what is wrong with the data themselves. */
export interface RevocationOutcome {
  /** `undefined` when the data say nothing about this certificate. Counts only when no finding has failed. */
  readonly status: 'good' | 'revoked' | 'unknown' | undefined
  readonly revokedAt: Instant | undefined
  readonly reason: RevocationReason | undefined
  readonly thisUpdate: Instant | undefined
  readonly nextUpdate: Instant | undefined
  /** Whoever signed the data: an OCSP responder or the issuer of a CRL. Its path and status are the caller's to check. */
  readonly signedBy: Certificate | undefined
  readonly findings: readonly PkiFinding[]
}

/** An outcome that says nothing but findings. */
export function saysNothing(findings: readonly PkiFinding[], signedBy?: Certificate): RevocationOutcome {
  const nothing = { status: undefined, revokedAt: undefined, reason: undefined }
  return { ...nothing, thisUpdate: undefined, nextUpdate: undefined, signedBy, findings }
}

/** Difference of clocks that is put up with, in milliseconds. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000

/** Checks the period of revocation data against the moment in question. */
export function checkFreshness(
  { thisUpdate, nextUpdate }: { readonly thisUpdate: Instant; readonly nextUpdate: Instant | undefined },
  at: Instant,
): PkiFinding[] {
  const facts = { thisUpdate, nextUpdate, at }
  if (toEpochMs(thisUpdate) > toEpochMs(at) + CLOCK_TOLERANCE_MS) {
    return [makeFinding('pki/revocation-not-yet-valid', 'thisUpdate', facts)]
  }
  const isStale = nextUpdate !== undefined && toEpochMs(nextUpdate) < toEpochMs(at) - CLOCK_TOLERANCE_MS
  return isStale ? [makeFinding('pki/revocation-stale', 'nextUpdate', facts)] : []
}
