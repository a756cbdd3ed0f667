/**
 * Whether algorithms and keys were strong enough when they were used, by the dated table of the policy.
 *
 * @module
 */

import { type AlgorithmFacts, type Certificate, judgeAlgorithm } from '../../pki/index.ts'
import type { ValidationFinding } from '../finding.ts'
import type { Inquiry, Moment } from '../inquiry.ts'
import { endOfDate } from '../instants.ts'
import { makeFinding } from '../sentences.ts'
import type { Trouble } from '../trouble.ts'

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
  const ends = weak.map(({ rule, bits: own }) =>
    rule?.lastDate !== undefined && (rule.minimumBits === undefined || (own ?? 0) >= rule.minimumBits)
      ? endOfDate(rule.lastDate)
      : undefined,
  )
  const since = ends.includes(undefined) ? undefined : ends.sort()[0]
  const subIndication =
    since === undefined
      ? ('CRYPTO_CONSTRAINTS_FAILURE' as const)
      : ('CRYPTO_CONSTRAINTS_FAILURE_NO_POE' as const)
  return {
    trouble: { subIndication, since },
    findings: [makeFinding('validation/algorithm-weak', place, { ...facts, since })],
  }
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
