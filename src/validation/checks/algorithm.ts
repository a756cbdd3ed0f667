/**
 * Whether algorithms and keys were strong enough when they were used, by the dated table of the policy.
 *
 * @module
 */

import {
  type AlgorithmFacts,
  type Certificate,
  judgeAlgorithm,
  type StrengthFinding,
  type StrengthRule,
} from '../../pki/index.ts'
import type { ValidationFinding } from '../finding.ts'
import type { Inquiry, Moment } from '../inquiry.ts'
import { endOfDate } from '../instants.ts'
import { makeFinding } from '../sentences.ts'
import { type Trouble, troubleOf } from '../trouble.ts'

/** What is said of one algorithm. */
export interface AlgorithmOutcome {
  readonly trouble: Trouble | undefined
  readonly findings: readonly ValidationFinding[]
}

/** Judges one use of an algorithm with a key. */
export function checkAlgorithm(
  use: {
    readonly algorithm: AlgorithmFacts
    readonly bits: number | undefined
    readonly place: string
  },
  moment: Moment,
  inquiry: Inquiry,
): AlgorithmOutcome {
  const { algorithm, bits, place } = use
  const subject = { algorithm: algorithm.signature, bits }
  const { rating, parts } = judgeAlgorithm(subject, moment.usedAt, inquiry.policy.strengthRules)
  const facts = { algorithm: algorithm.name, bits, usedAt: moment.usedAt }
  if (rating === 'accepted') return { trouble: undefined, findings: [] }
  if (rating === 'unlisted') {
    return { trouble: undefined, findings: [makeFinding('validation/algorithm-unlisted', place, facts)] }
  }
  const weak = parts.filter((part) => part.rating === 'weak')
  const ends = weak.map((part) => findEnd(part, inquiry.policy.strengthRules))
  // A date that nobody has confirmed from the text of its source is worth a warning, not a verdict.
  const confirmed = ends.filter((rule) => rule?.isConfirmed !== false)
  const [last] = (confirmed.length > 0 ? confirmed : ends).flatMap((rule) => rule?.lastDate ?? []).sort()
  const isDated = last !== undefined && ends.every((rule) => rule?.lastDate !== undefined)
  if (isDated && confirmed.length === 0) {
    return {
      trouble: undefined,
      findings: [makeFinding('validation/algorithm-dated', place, { ...facts, last })],
    }
  }
  const since = isDated ? endOfDate(last) : undefined
  const trouble = troubleOf(
    isDated ? 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE' : 'CRYPTO_CONSTRAINTS_FAILURE',
    since,
  )
  return { trouble, findings: [makeFinding('validation/algorithm-weak', place, { ...facts, since })] }
}

/** The line of a table that accepted a part for the longest time; `undefined` when none ever did. */
function findEnd({ part, bits }: StrengthFinding, rules: readonly StrengthRule[]): StrengthRule | undefined {
  return rules
    .filter(({ algorithm, minimumBits = 0 }) => algorithm === part && (bits ?? minimumBits) >= minimumBits)
    .sort((a, b) => ((a.lastDate ?? '') < (b.lastDate ?? '') ? 1 : -1))[0]
}

/** Judges the signature on a certificate. */
export function checkCertificateAlgorithm(
  link: { readonly certificate: Certificate; readonly issuer: Certificate; readonly place: string },
  moment: Moment,
  inquiry: Inquiry,
): AlgorithmOutcome {
  const { certificate, issuer, place } = link
  const use = { algorithm: certificate.signatureAlgorithm, bits: issuer.publicKey.bits, place }
  return checkAlgorithm(use, moment, inquiry)
}
