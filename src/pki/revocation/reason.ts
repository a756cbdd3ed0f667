/**
 * Reasons of revocation (RFC 5280, 5.3.1).
 *
 * @module
 */

/** The reasons in the words of RFC 5280; 7 is not used. */
const REASONS = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'unspecified',
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const

/** One reason of revocation. */
export type RevocationReason = (typeof REASONS)[number]

/** The reason behind a number; an unknown one says no more than that there is one. */
export function reasonOfNumber(number: number): RevocationReason {
  return REASONS[number] ?? 'unspecified'
}

/** The number of a reason. */
export function numberOfReason(reason: RevocationReason): number {
  return REASONS.indexOf(reason)
}
