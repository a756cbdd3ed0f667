/**
 * Whether a detached CMS and its signers have the form that CAdES asks for (EN 319 122-1, 5 and 6.3).
 *
 * The rules are not those of PAdES: signing-time belongs into the CMS here, several signers are allowed, and long-term
 * material has its place among the unsigned attributes.
 *
 * @module
 */
import type { SignedData } from '../../pki/index.ts'
import type { DetachedFacts } from '../facts/collect-detached.ts'
import type { ValidationFinding } from '../finding.ts'
import { makeFinding } from '../sentences.ts'

/** Archive timestamps of CAdES (EN 319 122-1, 5.5.3 and annex A.2.4). */
const ARCHIVE_OIDS: readonly string[] = [
  '0.4.0.1733.2.4',
  '1.2.840.113549.1.9.16.2.27',
  '1.2.840.113549.1.9.16.2.48',
]

/** Certificate and revocation values as unsigned attributes (EN 319 122-1, annex A.1). */
const VALUE_OIDS: readonly string[] = ['1.2.840.113549.1.9.16.2.23', '1.2.840.113549.1.9.16.2.24']

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
  if (oids.some((oid) => ARCHIVE_OIDS.includes(oid)))
    findings.push(makeFinding('validation/archive-timestamp-not-checked', place))
  if (oids.some((oid) => VALUE_OIDS.includes(oid)))
    findings.push(makeFinding('validation/values-not-used', place))
  if (oids.includes(COUNTER_SIGNATURE_OID))
    findings.push(makeFinding('validation/counter-signature-not-checked', place))
  return findings.length > 0 ? findings : [makeFinding('validation/attributes-ok', place)]
}
