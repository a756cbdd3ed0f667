/**
 * Whether a certificate may be used for what it was used for (RFC 5280, 4.2.1.3 and 4.2.1.12; RFC 3161, 2.3).
 *
 * @module
 */
import type { Certificate } from '../../pki/index.ts'
import type { ValidationFinding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import { makeFinding } from '../sentences.ts'

const TIME_STAMPING_OID = '1.3.6.1.5.5.7.3.8'

/**
 * Checks the key usage of whoever signed a document.
 *
 * A certificate that the caller trusts of itself is not asked: whoever named it meant it.
 */
export function checkKeyUsage(certificate: Certificate, inquiry: Inquiry): ValidationFinding {
  const { keyUsages } = inquiry.policy
  const facts = { keyUsage: certificate.keyUsage ?? [], wanted: keyUsages }
  const isAnchor = inquiry.trust.some((anchor) => anchor.certificate.sha256 === certificate.sha256)
  const isMeant =
    isAnchor ||
    keyUsages.length === 0 ||
    keyUsages.some((usage) => certificate.keyUsage?.includes(usage) === true)
  return makeFinding(isMeant ? 'validation/key-usage-ok' : 'validation/key-usage', 'path[0]', facts)
}

/** Checks the purpose of whoever stamped a time. */
export function checkTimestampPurpose(
  certificate: Certificate,
  inquiry: Inquiry,
): ValidationFinding | undefined {
  const purposes = certificate.extendedKeyUsage ?? []
  const isAnchor = inquiry.trust.some((anchor) => anchor.certificate.sha256 === certificate.sha256)
  if (isAnchor || purposes.includes(TIME_STAMPING_OID)) return undefined
  return makeFinding('validation/timestamp-purpose', 'path[0]', { purposes })
}
