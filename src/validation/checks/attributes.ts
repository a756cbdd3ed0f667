/**
 * Whether the attributes of a signature follow PAdES (EN 319 142-1, 6.3, table 1).
 *
 * @module
 */
import type { SignatureFacts } from '../facts/collect.ts'
import type { ValidationFinding } from '../finding.ts'
import { makeFinding } from '../sentences.ts'

/** CAdES attributes that hold what belongs into the security store (EN 319 122-1, 5.4 and annex A). */
const LONG_TERM_OIDS: readonly string[] = [
  '1.2.840.113549.1.9.16.2.21',
  '1.2.840.113549.1.9.16.2.22',
  '1.2.840.113549.1.9.16.2.23',
  '1.2.840.113549.1.9.16.2.24',
  '1.2.840.113549.1.9.16.2.25',
  '1.2.840.113549.1.9.16.2.26',
  '0.4.0.1733.2.4',
]

/** Checks the attributes of a signature beyond what its own soundness needs. */
export function checkAttributes(facts: SignatureFacts): readonly ValidationFinding[] {
  const { signer, signedData, found } = facts
  if (signer === undefined || signedData === undefined || found.kind === 'timestamp') return []
  const { attributes, unsignedAttributes } = signer
  const place = found.field.name
  const findings: ValidationFinding[] = []
  const isPades = found.subFilter === 'ETSI.CAdES.detached'
  if (isPades && attributes.signingTime !== undefined) {
    findings.push(makeFinding('validation/signing-time-present', place))
  }
  const hasPurpose = attributes.commitmentTypes.length > 0 || attributes.signaturePolicy !== undefined
  if (isPades && hasPurpose && found.reason !== '') {
    findings.push(makeFinding('validation/reason-with-commitment', place))
  }
  if (attributes.signaturePolicy !== undefined) {
    const { oid } = attributes.signaturePolicy
    findings.push(makeFinding('validation/signature-policy-unknown', place, { oid }))
  }
  const longTerm = unsignedAttributes.filter(({ oid }) => LONG_TERM_OIDS.includes(oid)).map(({ oid }) => oid)
  if (isPades && longTerm.length > 0) {
    findings.push(makeFinding('validation/long-term-attribute', place, { attributes: longTerm }))
  }
  if (signedData.otherCertificates > 0) {
    findings.push(
      makeFinding('validation/attribute-certificate', place, { count: signedData.otherCertificates }),
    )
  }
  return findings.length > 0 ? findings : [makeFinding('validation/attributes-ok', place)]
}
