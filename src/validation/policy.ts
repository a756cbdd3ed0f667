/**
 * How findings are weighed: a policy is data.
 *
 * @module
 */
import type { StrengthRule } from '../pki/index.ts'
import type { ModificationLevel } from './difference/change.ts'

/** What a finding does to the verdict. */
export type PolicyWeight = 'fail' | 'warn' | 'ignore'

/** A validation policy. */
export interface ValidationPolicy {
  readonly name: string
  /** Act or standard it follows, with its clause. */
  readonly source: string
  /** By finding code, or by check name for all its findings; codes go first. What is not named keeps its outcome. */
  readonly weights: Readonly<Record<string, PolicyWeight>>
  /** Later changes up to this level are put up with where no DocMDP says more. */
  readonly mostModification: ModificationLevel
  readonly strengthRules: readonly StrengthRule[]
  /** Key usages of which the signer must have one; none is asked when empty. */
  readonly keyUsages: readonly ('digitalSignature' | 'nonRepudiation')[]
  /** Whether a certificate without any revocation data that hold is put up with. */
  readonly revocation: 'required' | 'when-available'
  /** How old revocation data may be at the moment in question, in hours, when they name no next update. */
  readonly revocationAgeHours: number
}
