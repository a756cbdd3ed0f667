/**
 * Whether a signature keeps to the seed value dictionary of its field (ISO 32000-1, 12.7.4.5, tables 234 and 235).
 *
 * @module
 */
import type { Certificate, CertificatePath } from '../../pki/index.ts'
import {
  listSeedBreaches,
  type SeedConstraint,
  type SeededDocument,
  type SeededSigner,
} from '../../signature/index.ts'
import type { SignatureFacts } from '../facts/collect.ts'
import type { ValidationFinding } from '../finding.ts'
import { makeFinding } from '../sentences.ts'

/** What is known of the signature besides its dictionary. */
export interface SeedValueQuestion {
  readonly facts: SignatureFacts
  readonly certificate: Certificate | undefined
  readonly path: CertificatePath | undefined
  /** A signature timestamp that holds is there. */
  readonly hasTimestamp: boolean
}

/** Demands that nothing in a signed file shows to be fulfilled or not. */
const OPEN: readonly SeedConstraint[] = ['legal-attestation', 'appearance-filter', 'version']

/** What the dictionary says. */
function describeDocument({ found, docMdp, isCertification }: SignatureFacts): SeededDocument {
  return {
    filter: found.filter,
    subFilter: found.subFilter,
    reason: found.dict.entries.has('Reason') ? found.reason : undefined,
    certification: isCertification ? docMdp : undefined,
    isLocked: docMdp === 1,
  }
}

/** What the CMS says; revocation data count only where Adobe's own profile has them (table 234, AddRevInfo). */
function describeSigner({ facts, certificate, path, hasTimestamp }: SeedValueQuestion): SeededSigner {
  const { signer, found } = facts
  const { archivedCrls = [], archivedOcspResponses = [], signaturePolicy } = signer?.attributes ?? {}
  const isArchived = archivedCrls.length + archivedOcspResponses.length > 0
  return {
    digest: signer?.digestAlgorithm.name ?? '',
    certificate,
    authorities: path?.slice(1).map(({ der }) => der),
    isTimestamped: hasTimestamp,
    hasRevocationData: isArchived && found.subFilter === 'adbe.pkcs7.detached',
    policyOid: signaturePolicy?.oid ?? '',
  }
}

/** Checks a signature against the seed values of its field; nothing where there are none. */
export function checkSeedValue(question: SeedValueQuestion): readonly ValidationFinding[] {
  const { facts } = question
  const { seedValue, found } = facts
  if (seedValue === undefined) return []
  const place = found.field.name
  const breaches = listSeedBreaches(seedValue, {
    document: describeDocument(facts),
    signer: describeSigner(question),
  })
  // Demands on a certificate that was not found are neither kept nor broken.
  const isOpen = seedValue.certificate !== undefined && question.certificate === undefined
  if (breaches.length === 0) return isOpen ? [] : [makeFinding('validation/seed-value-ok', place)]
  return breaches.map((constraint) =>
    OPEN.includes(constraint)
      ? makeFinding('validation/seed-value-unsupported', place, { constraint })
      : makeFinding('validation/seed-value', place, { constraint }),
  )
}
