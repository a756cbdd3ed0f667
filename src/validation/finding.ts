/**
 * What a check of this room has to say: a finding with the check that made it and its outcome.
 *
 * @module
 */
import type { Finding } from '../finding.ts'

/** The checks, one file each in `checks/`; a policy weighs them by these names. */
export const checkNames = [
  'format',
  'digest',
  'signature',
  'signing-certificate',
  'attributes',
  'chain',
  'key-usage',
  'revocation',
  'timestamp',
  'algorithm',
  'seed-value',
  'permission',
  'coverage',
  'later-changes',
  'attack',
  'level',
  'document',
] as const
/** Name of a check. */
export type CheckName = (typeof checkNames)[number]

/** `not-checked`: nothing could be said, and that never counts as good. */
export type CheckOutcome = 'ok' | 'failed' | 'warning' | 'not-checked'

/** One thing that a check of a signature or of the document found. */
export interface ValidationFinding extends Finding {
  readonly check: CheckName
  readonly outcome: CheckOutcome
}
