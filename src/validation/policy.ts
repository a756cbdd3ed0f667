/**
 * How findings are weighed: a policy is data.
 *
 * @module
 */
import { etsiStrengthRules, type StrengthRule, vietnamStrengthRules } from '../pki/index.ts'
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
  /** Later changes up to this level are put up with where the signature has no DocMDP of its own. */
  readonly mostModification: ModificationLevel
  readonly strengthRules: readonly StrengthRule[]
  /** Key usages of which the signer must have one; none is asked when empty. */
  readonly keyUsages: readonly ('digitalSignature' | 'nonRepudiation')[]
  /** Whether a certificate without any revocation data that hold is put up with. */
  readonly revocation: 'required' | 'when-available'
  /** How old revocation data may be at the moment in question, in hours, when they name no next update. */
  readonly revocationAgeHours: number
}

/**
 * The default: EN 319 102-1 with the choices common validators make.
 *
 * The signer's key must be for non-repudiation (content commitment). Revocation data that are at hand must hold; where
 * there are none, that is said and not held against the signature, because EN 319 102-1, 5.2.5 leaves it to the policy.
 */
export const etsiPolicy: ValidationPolicy = {
  name: 'etsi',
  source: 'ETSI EN 319 102-1, 5; ETSI EN 319 142-1, 6.3',
  weights: {},
  mostModification: 'annotations',
  strengthRules: etsiStrengthRules,
  keyUsages: ['nonRepudiation'],
  revocation: 'when-available',
  revocationAgeHours: 24,
}

/**
 * What TT 15/2025/TT-BKHCN asks of verification software: algorithms of its Annex I, and of its Annex II the
 * certificate's period at signing, revocation by CRL or OCSP with a warning when the source cannot be reached, key usage
 * and a trusted issuer.
 *
 * Both key usages that sign are accepted: certificates of Vietnamese authorities carry either.
 */
export const vietnamPolicy: ValidationPolicy = {
  name: 'vn-tt15-2025',
  source: 'TT 15/2025/TT-BKHCN, Annex I and II',
  weights: {},
  mostModification: 'annotations',
  strengthRules: vietnamStrengthRules,
  keyUsages: ['digitalSignature', 'nonRepudiation'],
  revocation: 'when-available',
  revocationAgeHours: 24,
}

/** The policies that come with the library, by name. */
export const builtInPolicies: readonly ValidationPolicy[] = [etsiPolicy, vietnamPolicy]
