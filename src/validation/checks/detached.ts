/**
 * Whether a detached CMS and its signers have the form that CAdES asks for, and which baseline level a signer reaches
 * (EN 319 122-1, 5 and 6.3).
 *
 * The rules are not those of PAdES: signing-time belongs into the CMS here, several signers are allowed, and long-term
 * material has its place among the unsigned attributes.
 *
 * @module
 */
import type { SignedData } from '../../pki/index.ts'
import type { DetachedFacts } from '../facts/collect-detached.ts'
import { evidenceOfCms } from '../facts/evidence.ts'
import { keyOf } from '../facts/evidence-key.ts'
import type { ValidationFinding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import type { SignerJudgement } from '../judge/judge-signer.ts'
import { makeFinding } from '../sentences.ts'
import { climbLevels, findUncovered, type LevelOutcome, type Requirement } from './level.ts'

/** Archive timestamps of older kinds (EN 319 122-1, annex A.2.4 and A.2.5; TS 101 733). */
const OLD_ARCHIVE_OIDS: readonly string[] = ['1.2.840.113549.1.9.16.2.27', '1.2.840.113549.1.9.16.2.48']

/** Countersignature (RFC 5652, 11.4). */
const COUNTER_SIGNATURE_OID = '1.2.840.113549.1.9.6'

/** Whether the container can be judged; a content of its own is told, because readers may show that instead. */
export function checkDetachedForm(
  { content, isDer, trailingBytes, otherCertificates }: SignedData,
  place: string,
): readonly ValidationFinding[] {
  const findings: ValidationFinding[] = []
  if (content !== undefined) findings.push(makeFinding('validation/content-embedded', place))
  if (!isDer) findings.push(makeFinding('validation/cms-not-der', place))
  if (trailingBytes > 0) findings.push(makeFinding('validation/cms-trailing', place, { trailingBytes }))
  if (otherCertificates > 0)
    findings.push(makeFinding('validation/attribute-certificate', place, { count: otherCertificates }))
  return [makeFinding('validation/format-ok', place), ...findings]
}

/** Whether a signer has the attributes of CAdES, and what of them could not be judged. */
export function checkDetachedAttributes({ signer, found }: DetachedFacts): readonly ValidationFinding[] {
  const place = found.field.name
  const { attributes, unsignedAttributes, signedAttributes } = signer
  const findings: ValidationFinding[] = []
  const oids = unsignedAttributes.map(({ oid }) => oid)
  if (signedAttributes !== undefined && attributes.signingTime === undefined)
    findings.push(makeFinding('validation/signing-time-missing', place))
  if (attributes.signaturePolicy !== undefined)
    findings.push(
      makeFinding('validation/signature-policy-unknown', place, { oid: attributes.signaturePolicy.oid }),
    )
  if (oids.some((oid) => OLD_ARCHIVE_OIDS.includes(oid)))
    findings.push(makeFinding('validation/archive-timestamp-not-checked', place))
  if (oids.includes(COUNTER_SIGNATURE_OID))
    findings.push(makeFinding('validation/counter-signature-not-checked', place))
  return findings.length > 0 ? findings : [makeFinding('validation/attributes-ok', place)]
}

/** What a signature lacks of B-B: the attributes that name time and certificate, and the certificate itself. */
function findBasicGap(
  { signer, certificates }: DetachedFacts,
  { certificate, findings }: SignerJudgement,
): Requirement | undefined {
  const { attributes, signedAttributes } = signer
  const has = (code: string) => findings.some((finding) => finding.code === code)
  if (!has('validation/digest-ok') || !has('validation/signature-ok')) return 'integrity'
  if (signedAttributes === undefined || attributes.signingTime === undefined) return 'signing-time'
  if (attributes.signingCertificates.length === 0) return 'signing-certificate'
  if (has('pki/attribute-repeated') || has('pki/attribute-broken')) return 'attributes'
  return certificates.some(({ sha256 }) => sha256 === certificate?.sha256) ? undefined : 'certificate-inside'
}

/**
 * Recognises the level. The material of B-LT has to stand in the CMS itself, among its certificates and revocation data:
 * what stands in certificate-values and revocation-values belongs to older forms, and baseline does not know it.
 */
export function checkDetachedLevel(
  facts: DetachedFacts,
  judgement: SignerJudgement & { readonly isArchived: boolean },
  inquiry: Inquiry,
): Promise<LevelOutcome> {
  const { crls = [], ocsps = [] } = evidenceOfCms(facts.signedData)
  const embedded = new Set([...crls, ...ocsps].map(keyOf))
  const place = facts.found.field.name
  return climbLevels(place, [
    ['B-B', async () => findBasicGap(facts, judgement)],
    ['B-T', async () => (judgement.hasTimestamp ? undefined : 'timestamp')],
    ['B-LT', () => findUncovered(facts, { path: judgement.path, embedded }, inquiry)],
    ['B-LTA', async () => (judgement.isArchived ? undefined : 'archive-timestamp')],
  ])
}
