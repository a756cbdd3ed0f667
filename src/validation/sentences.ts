/**
 * Every sentence the checks can say, in both languages, with the check that says it and how it weighs.
 *
 * Findings of `motcua/pki` keep their codes and sentences; the table here only says to which check they belong.
 *
 * @module
 */
import type { PkiFinding } from '../pki/index.ts'
import { checkSentences } from './check-sentences.ts'
import type { CheckName, CheckOutcome, ValidationFinding } from './finding.ts'

/** One of the codes of this room's findings. */
export type ValidationCode = keyof typeof checkSentences

const severityOf = { ok: 'info', failed: 'error', warning: 'warning', 'not-checked': 'warning' } as const

/** Makes a finding of this room; `place` is a field, an attribute or a certificate of a path. */
export function makeFinding(
  code: ValidationCode,
  place: string,
  facts: Readonly<Record<string, unknown>> = {},
): ValidationFinding {
  const { check, outcome, vi, en } = checkSentences[code]
  return { code, check, outcome, severity: severityOf[outcome], place, message: { vi, en }, facts }
}

/** Findings of signers that speak of the digest, and those that speak of the signing certificate. */
const DIGEST_CODES: readonly string[] = [
  'pki/message-digest-differs',
  'pki/message-digest-missing',
  'pki/content-missing',
]
const BINDING_CODES: readonly string[] = [
  'pki/signing-certificate-missing',
  'pki/signing-certificate-differs',
  'pki/signer-certificate-not-found',
]
const ATTRIBUTE_CODES: readonly string[] = [
  'pki/attribute-repeated',
  'pki/attribute-broken',
  'pki/content-type-differs',
  'pki/algorithm-protection-differs',
]

/** The check to which a finding about a signer belongs. */
export function checkOfSignerFinding({ code }: PkiFinding): CheckName {
  if (DIGEST_CODES.includes(code)) return 'digest'
  if (BINDING_CODES.includes(code)) return 'signing-certificate'
  if (ATTRIBUTE_CODES.includes(code)) return 'attributes'
  return code.startsWith('pki/digest-algorithm') ? 'algorithm' : 'signature'
}

/** Takes over a finding of `motcua/pki`, with another outcome where this room weighs it differently. */
export function adoptFinding(
  finding: PkiFinding,
  check: CheckName,
  outcome: CheckOutcome = finding.outcome,
): ValidationFinding {
  return { ...finding, check, outcome, severity: severityOf[outcome] }
}

/** Gives a finding another outcome, and the severity that goes with it. */
export function weighFinding(finding: ValidationFinding, outcome: CheckOutcome): ValidationFinding {
  return { ...finding, outcome, severity: severityOf[outcome] }
}
