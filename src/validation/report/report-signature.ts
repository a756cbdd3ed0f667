/**
 * Puts what was judged into the report: findings weighed by the policy, and the verdict that follows.
 *
 * @module
 */
import { type Certificate, findNameValue } from '../../pki/index.ts'
import { checkAttack } from '../checks/attack.ts'
import { checkLaterChanges } from '../checks/later-changes.ts'
import { checkLevel } from '../checks/level.ts'
import { checkPermission, type PermissionTerms } from '../checks/permission.ts'
import { checkSeedValue } from '../checks/seed-value.ts'
import type { DocumentDifference } from '../difference/change.ts'
import type { ValidationFinding } from '../finding.ts'
import type { DocumentInquiry } from '../judge/document-inquiry.ts'
import type { Judgement } from '../judge/judge-signature.ts'
import type { ValidationPolicy } from '../policy.ts'
import { weighFinding } from '../sentences.ts'
import type { DocumentReport, Indication, SignatureReport, SignerReport, SubIndication } from '../verdict.ts'

/** Sub-indications of TOTAL-FAILED; all others are INDETERMINATE (EN 319 102-1, 5.1.3, table 2). */
const FATAL: readonly SubIndication[] = [
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'REVOKED',
  'EXPIRED',
  'NOT_YET_VALID',
]

/** The main status that goes with a sub-indication. */
export function indicationOf(subIndication: SubIndication | undefined): Indication {
  if (subIndication === undefined) return 'TOTAL-PASSED'
  return FATAL.includes(subIndication) ? 'TOTAL-FAILED' : 'INDETERMINATE'
}

/** Applies the weights of a policy to findings. */
export function applyWeights(
  findings: readonly ValidationFinding[],
  policy: ValidationPolicy,
): readonly ValidationFinding[] {
  if (Object.keys(policy.weights).length === 0) return findings
  return findings.flatMap((finding) => {
    const weight = policy.weights[finding.code] ?? policy.weights[finding.check]
    if (weight === undefined || finding.outcome === 'ok') return [finding]
    if (weight === 'ignore') return []
    return [weighFinding(finding, weight === 'fail' ? 'failed' : 'warning')]
  })
}

/** The sub-indication that a failed finding stands for, where the building blocks let the signature pass. */
function subIndicationOf({ check }: ValidationFinding): SubIndication {
  if (check === 'format' || check === 'coverage' || check === 'attack') return 'FORMAT_FAILURE'
  // Only a policy makes it so: a signature that does not hold at all has stopped the building blocks.
  if (check === 'signature') return 'SIG_CRYPTO_FAILURE'
  return 'SIG_CONSTRAINTS_FAILURE'
}

/**
 * Combines the building blocks with what else failed.
 *
 * What stops a building block gives the sub-indication: a container that cannot be read, cryptography, the chain, times.
 * Only a signature that passes them all gets one from the other findings: FORMAT_FAILURE for format, coverage and
 * attacks, which EN 319 102-1 has no word for, SIG_CONSTRAINTS_FAILURE for the rest (5.2.8). By 5.3.4 of the standard
 * format checking comes first of all; here, as in the verdicts pyHanko records, the trouble with trust is named first
 * where the signed bytes hold, and the attack stays a failed finding beside it: neither verdict is a good one.
 */
export function conclude(
  judgement: Pick<Judgement, 'trouble'>,
  findings: readonly ValidationFinding[],
): SubIndication | undefined {
  if (judgement.trouble !== undefined) return judgement.trouble.subIndication
  const failed = findings.filter(({ outcome }) => outcome === 'failed').map(subIndicationOf)
  return failed.find((each) => FATAL.includes(each)) ?? failed[0]
}

/** The signer's certificate in words. */
export function describeSigner(certificate: Certificate | undefined): SignerReport | null {
  if (certificate === undefined) return null
  const { subject, issuer, serial, notBefore, notAfter } = certificate
  const unit = ['OU', 'O'].flatMap((type) => findNameValue(subject, type) ?? [])
  return {
    name: findNameValue(subject, 'CN') ?? subject.text,
    unit: unit.join(', '),
    issuerName: findNameValue(issuer, 'CN') ?? issuer.text,
    subject: subject.text,
    issuer: issuer.text,
    sha256: certificate.sha256,
    serial,
    notBefore,
    notAfter,
  }
}

/** What the checks of the difference analysis say. */
function checkDifference(
  field: string,
  difference: DocumentDifference,
  terms: PermissionTerms,
): ValidationFinding[] {
  return [
    ...checkPermission(field, difference, terms),
    ...checkLaterChanges(field, difference),
    ...checkAttack(field, difference),
  ]
}

/** What is reported of one signature. */
export async function reportSignature(
  judgement: Judgement,
  inquiry: DocumentInquiry,
): Promise<SignatureReport> {
  const { facts, certificate, provenAt } = judgement
  const { found } = facts
  const difference = inquiry.analyse(found)
  const { level, findings: ofLevel } = await checkLevel(judgement, inquiry)
  const terms = { docMdp: facts.docMdp, mostModification: inquiry.policy.mostModification }
  const own = [
    ...judgement.findings,
    ...checkSeedValue(judgement),
    ...checkDifference(found.field.name, difference, terms),
    ...ofLevel,
  ]
  const findings = applyWeights(own, inquiry.policy)
  const subIndication = conclude(judgement, findings)
  return {
    field: found.field.name,
    kind: found.kind,
    level,
    indication: indicationOf(subIndication),
    subIndication: subIndication ?? null,
    coverage: facts.coverage,
    modification: difference.level,
    docMdp: found.kind === 'timestamp' ? null : { level: facts.docMdp ?? null, ok: difference.isPermitted },
    signer: describeSigner(certificate),
    claimedAt: found.claimedAt ?? facts.signer?.attributes.signingTime ?? null,
    provenAt: provenAt ?? null,
    reason: found.reason,
    location: found.location,
    findings,
    changes: difference.changes,
    attacks: difference.attacks,
  }
}

/** The worse of two: failed before indeterminate before passed. */
const ORDER: readonly Indication[] = ['TOTAL-FAILED', 'INDETERMINATE', 'TOTAL-PASSED']

/** What is said of the whole document. */
export function reportDocument(
  signatures: readonly SignatureReport[],
  findings: readonly ValidationFinding[],
): DocumentReport {
  const worst = [...signatures].sort((a, b) => ORDER.indexOf(a.indication) - ORDER.indexOf(b.indication))[0]
  return { indication: worst?.indication ?? null, subIndication: worst?.subIndication ?? null, findings }
}
