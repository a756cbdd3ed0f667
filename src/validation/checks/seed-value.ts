/**
 * Whether a signature keeps to the seed value dictionary of its field (ISO 32000-1, 12.7.4.5, tables 234 and 235).
 *
 * Constraints whose flag is not set are wishes and are not held against a signature.
 *
 * @module
 */
import { type Certificate, type CertificatePath, isSameName, readCertificates } from '../../pki/index.ts'
import { type SeedCertificate, type SeedValue, seedValueBits } from '../../signature/index.ts'
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

/** Why a constraint is not kept; nothing when it is. */
type Complaint = readonly [constraint: string, facts: Readonly<Record<string, unknown>>]

/** The bits of /Ff in a certificate seed value dictionary. */
const CERTIFICATE_BITS = { subject: 1, issuer: 2, oid: 4, subjectDn: 8, keyUsage: 32 } as const

/** Key usages in the order of their bits, as the strings of /KeyUsage have them. */
const USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

/** Digests as /DigestMethod names them. */
const normaliseDigest = (name: string) => name.toLowerCase().replace(/[-_]/g, '')

/** The same certificate in the sense of issuer and serial number. */
function isSame(a: Certificate, b: Certificate): boolean {
  return a.serial === b.serial && isSameName(a.issuer, b.issuer)
}

/** Tells whether a key usage fits a pattern of `0`, `1` and anything. */
function fitsUsage(pattern: string, usage: readonly string[]): boolean {
  return USAGES.every((name, index) => {
    const wanted = pattern[index]
    return wanted === '1' ? usage.includes(name) : wanted !== '0' || !usage.includes(name)
  })
}

/** What the constraints on the certificate give reason to say. */
function checkCertificate(seed: SeedCertificate, question: SeedValueQuestion): Complaint[] {
  const { certificate, path } = question
  const complaints: Complaint[] = []
  const isAsked = (bit: number) => (seed.flags & bit) !== 0
  if (isAsked(CERTIFICATE_BITS.subject) && seed.subjects.length > 0) {
    const accepted = readCertificates(seed.subjects)
    if (certificate === undefined || !accepted.some((each) => isSame(each, certificate)))
      complaints.push(['certificate subject', {}])
  }
  if (isAsked(CERTIFICATE_BITS.issuer) && seed.issuers.length > 0) {
    const accepted = readCertificates(seed.issuers)
    const above = path?.slice(1) ?? []
    if (!above.some((authority) => accepted.some((each) => isSame(each, authority))))
      complaints.push(['certificate issuer', {}])
  }
  if (isAsked(CERTIFICATE_BITS.subjectDn) && seed.subjectNames.length > 0) {
    const values = (certificate?.subject.relativeNames ?? [])
      .flat()
      .map(({ oid, type, value: text }) => [oid, type.toLowerCase(), text])
    const isMet = ([key, value]: readonly [string, string]) =>
      values.some(([oid, type, text]) => (key === oid || key.toLowerCase() === type) && text === value)
    if (!seed.subjectNames.flatMap((names) => Object.entries(names)).every(isMet))
      complaints.push(['certificate subject name', {}])
  }
  if (isAsked(CERTIFICATE_BITS.oid) && seed.policyOids.length > 0) {
    const policies = certificate?.policies ?? []
    if (!seed.policyOids.some((oid) => policies.includes(oid)))
      complaints.push(['certificate policy', { policies }])
  }
  if (isAsked(CERTIFICATE_BITS.keyUsage) && seed.keyUsages.length > 0) {
    const usage = certificate?.keyUsage ?? []
    if (!seed.keyUsages.some((pattern) => fitsUsage(pattern, usage)))
      complaints.push(['certificate key usage', { usage }])
  }
  return complaints
}

/** Whether certification was asked for and done, or neither. */
function checkCertification({ docMdp }: SeedValue, { facts }: SeedValueQuestion): Complaint[] {
  if (docMdp === undefined) return []
  const wantsCertification = docMdp > 0
  if (wantsCertification !== facts.isCertification) {
    return [['MDP', { wanted: docMdp, isCertification: facts.isCertification }]]
  }
  return wantsCertification && facts.docMdp !== docMdp
    ? [['MDP', { wanted: docMdp, level: facts.docMdp }]]
    : []
}

/** Whether the document was locked as asked. */
function checkLock({ lockDocument }: SeedValue, { facts }: SeedValueQuestion): Complaint[] {
  const isLocked = facts.docMdp === 1
  const isBroken = (lockDocument === 'true' && !isLocked) || (lockDocument === 'false' && isLocked)
  return isBroken ? [['LockDocument', { wanted: lockDocument, level: facts.docMdp }]] : []
}

/** Whether the reason is one of those offered; none may be given where none is offered. */
function checkReason({ reasons }: SeedValue, { facts }: SeedValueQuestion): Complaint[] {
  const { reason, dict } = facts.found
  const isForbidden = reasons.length === 0 || (reasons.length === 1 && reasons[0] === '.')
  const isBroken = isForbidden ? dict.entries.has('Reason') : !reasons.includes(reason)
  return isBroken ? [['Reasons', { isForbidden }]] : []
}

/** Whether revocation data stand in the signature where they are asked for, and only then. */
function checkRevocationInfo({ addRevInfo }: SeedValue, { facts }: SeedValueQuestion): Complaint[] {
  const { archivedCrls = [], archivedOcspResponses = [] } = facts.signer?.attributes ?? {}
  const isThere = archivedCrls.length + archivedOcspResponses.length > 0
  const isAdobe = facts.found.subFilter === 'adbe.pkcs7.detached'
  return addRevInfo !== isThere || (addRevInfo && !isAdobe)
    ? [['AddRevInfo', { wanted: addRevInfo, isThere }]]
    : []
}

/** The constraints of /Ff, each with its bit; absent entries constrain nothing. */
function listRequired(seed: SeedValue, question: SeedValueQuestion): Complaint[] {
  const { found, signer } = question.facts
  const isAsked = (bit: number) => (seed.flags & bit) !== 0
  const complaints: Complaint[] = []
  const [subFilter] = seed.subFilters
  if (isAsked(seedValueBits.subFilter) && subFilter !== undefined && subFilter !== found.subFilter) {
    complaints.push(['SubFilter', { wanted: subFilter, used: found.subFilter }])
  }
  if (isAsked(seedValueBits.filter) && seed.filter !== '' && seed.filter !== found.filter) {
    complaints.push(['Filter', { wanted: seed.filter, used: found.filter }])
  }
  if (isAsked(seedValueBits.lockDocument) && seed.lockDocument !== '')
    complaints.push(...checkLock(seed, question))
  if (isAsked(seedValueBits.addRevInfo) && seed.addRevInfo !== undefined)
    complaints.push(...checkRevocationInfo(seed, question))
  if (isAsked(seedValueBits.digestMethod) && seed.digestMethods.length > 0) {
    const used = signer?.digestAlgorithm.name ?? ''
    const isOffered = seed.digestMethods.some((name) => normaliseDigest(name) === normaliseDigest(used))
    if (!isOffered) complaints.push(['DigestMethod', { used }])
  }
  if (isAsked(seedValueBits.reasons)) complaints.push(...checkReason(seed, question))
  return complaints
}

/** Checks a signature against the seed values of its field; nothing where there are none. */
export function checkSeedValue(question: SeedValueQuestion): readonly ValidationFinding[] {
  const { seedValue, found } = question.facts
  if (seedValue === undefined) return []
  const place = found.field.name
  const complaints: Complaint[] = [
    ...(seedValue.certificate === undefined ? [] : checkCertificate(seedValue.certificate, question)),
    ...(seedValue.timestamp?.isRequired === true && !question.hasTimestamp
      ? [['TimeStamp', {}] as const]
      : []),
    ...checkCertification(seedValue, question),
    ...listRequired(seedValue, question),
  ]
  const findings = complaints.map(([constraint, facts]) =>
    makeFinding('validation/seed-value', place, { constraint, ...facts }),
  )
  const isOpen =
    (seedValue.flags & seedValueBits.legalAttestation) !== 0 && seedValue.legalAttestations.length > 0
  if (isOpen)
    findings.push(makeFinding('validation/seed-value-unsupported', place, { constraint: 'LegalAttestation' }))
  return findings.length > 0 ? findings : [makeFinding('validation/seed-value-ok', place)]
}
