/**
 * Weighs what is known of a signature against the seed value of its field (ISO 32000-1, 12.7.4.5, tables 234 and 235).
 *
 * Whoever signs asks it before, whoever validates asks it afterwards. Constraints whose bit is not set are wishes and
 * bind nobody.
 *
 * @module
 */
import { equalBytes } from '../bytes.ts'
import type { ErrorTable } from '../errors.ts'
import { type DocMdpLevel, type SeedCertificate, type SeedValue, seedValueBits } from './permission.ts'

/** A demand of a seed value; the words are those of the refusal `pades/seed-value`. */
export type SeedConstraint = ErrorTable['pades/seed-value']['constraints'][number]

/** What the signature dictionary and its field say. */
export interface SeededDocument {
  readonly filter: string
  readonly subFilter: string
  /** `undefined` where there is no /Reason. */
  readonly reason: string | undefined
  /** Level of a certification; `undefined` for an approval. */
  readonly certification: DocMdpLevel | undefined
  /** The level of any kind, a lock's included, is 1: nothing may follow. */
  readonly isLocked: boolean
}

/** The part of a certificate's facts that is weighed; those of `pki` fit. */
export interface SeededCertificate {
  readonly der: Uint8Array
  readonly keyUsage: readonly string[] | undefined
  /** Dotted identifiers. */
  readonly policies: readonly string[] | undefined
  readonly subject: {
    readonly relativeNames: readonly (readonly {
      readonly oid: string
      readonly type: string
      readonly value: string
    }[])[]
  }
}

/** What is known of the signing itself; what is not known is left out and not weighed. */
export interface SeededSigner {
  /** Name of the digest, in any spelling: `sha256`, `SHA-256`. */
  readonly digest?: string | undefined
  readonly certificate?: SeededCertificate | undefined
  /** DER of the authorities above the signer. */
  readonly authorities?: readonly Uint8Array[] | undefined
  readonly isTimestamped?: boolean | undefined
  readonly hasRevocationData?: boolean | undefined
  /** Dotted identifier of the policy named under the signature, empty for none. */
  readonly policyOid?: string | undefined
}

/** Both halves, or the one that is known. */
export interface SeededSignature {
  readonly document?: SeededDocument | undefined
  readonly signer?: SeededSigner | undefined
}

/** The bits of /Ff in the dictionary about certificates (table 235). */
const certificateBits = { subject: 1, issuer: 2, oid: 4, subjectDn: 8, keyUsage: 32 } as const

/** /V of the last seed value dictionary whose entries are all understood here: that of ISO 32000-2 (table 237). */
const UNDERSTOOD_VERSION = 3

/** Order of the key usage bits in a seed value's string. */
const keyUsages = [
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

/** One demand: the bit that makes it binding, its name, and whether it is fulfilled. */
type Demand = readonly [bit: number, constraint: SeedConstraint, isFulfilled: boolean]

/** The demands that a bit of /Ff makes binding and nothing fulfils. */
function listBreaches(flags: number, demands: readonly Demand[]): SeedConstraint[] {
  return demands.flatMap(([bit, constraint, isFulfilled]) =>
    (flags & bit) !== 0 && !isFulfilled ? [constraint] : [],
  )
}

/** A digest's name without what spellings differ in: `SHA-256`, `SHA256` and `sha256` are one. */
function plainDigest(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '')
}

/** Tells whether a string of `0`, `1` and `X` fits a certificate's key usage. */
function fitsUsage(pattern: string, { keyUsage: stated = [] }: SeededCertificate): boolean {
  return keyUsages.every((usage, index) => {
    const mark = pattern[index]
    return (mark !== '0' && mark !== '1') || stated.includes(usage) === (mark === '1')
  })
}

/** Tells whether a subject has every attribute of a record, by keyword or dotted identifier. */
function fitsName(record: Readonly<Record<string, string>>, { subject }: SeededCertificate): boolean {
  const attributes = subject.relativeNames.flat()
  return Object.entries(record).every(([key, value]) =>
    attributes.some(
      ({ oid, type, value: stated }) =>
        (type.toLowerCase() === key.toLowerCase() || oid === key) &&
        stated.normalize('NFC') === value.normalize('NFC'),
    ),
  )
}

/** What the dictionary about certificates demands and the signer's certificate does not fulfil. */
function findCertificateBreaches(seed: SeedCertificate, signer: SeededSigner): SeedConstraint[] {
  const { certificate, authorities = [] } = signer
  if (certificate === undefined) return []
  const { subjects, issuers, policyOids, keyUsages: patterns, subjectNames } = seed
  const isOneOf = (list: readonly Uint8Array[], ders: readonly Uint8Array[]) =>
    list.length === 0 || list.some((wanted) => ders.some((der) => equalBytes(wanted, der)))
  // /OID counts only beside /Issuer (table 235).
  const asksPolicy = issuers.length > 0 && policyOids.length > 0
  const hasPolicy = policyOids.some((oid) => certificate.policies?.includes(oid) === true)
  const hasUsage = patterns.some((pattern) => fitsUsage(pattern, certificate))
  return listBreaches(seed.flags, [
    [certificateBits.subject, 'certificate-subject', isOneOf(subjects, [certificate.der])],
    [certificateBits.issuer, 'certificate-issuer', isOneOf(issuers, authorities)],
    [certificateBits.oid, 'certificate-policy', !asksPolicy || hasPolicy],
    [
      certificateBits.subjectDn,
      'certificate-name',
      subjectNames.every((name) => fitsName(name, certificate)),
    ],
    [certificateBits.keyUsage, 'certificate-key-usage', patterns.length === 0 || hasUsage],
  ])
}

/** Tells whether a reason is one of those offered; where none is, or a full stop alone, none may be given (table 234). */
function fitsReason({ reasons }: SeedValue, reason: string | undefined): boolean {
  const isForbidden = reasons.length === 0 || (reasons.length === 1 && reasons[0] === '.')
  return isForbidden ? reason === undefined : reasons.includes(reason ?? '')
}

/** Tells whether the document is locked where /LockDocument says `true`, and left open where it says `false`. */
function fitsLock({ lockDocument }: SeedValue, isLocked: boolean): boolean {
  return lockDocument === 'true' ? isLocked : lockDocument !== 'false' || !isLocked
}

/** What is demanded of the dictionary and the field. */
function findDocumentBreaches(seed: SeedValue, document: SeededDocument): SeedConstraint[] {
  const { filter, subFilters, legalAttestations, appearanceFilter, version, docMdp } = seed
  const breaches = listBreaches(seed.flags, [
    [seedValueBits.filter, 'filter', filter === '' || filter === document.filter],
    [
      seedValueBits.subFilter,
      'sub-filter',
      subFilters.length === 0 || subFilters.includes(document.subFilter),
    ],
    [seedValueBits.version, 'version', version <= UNDERSTOOD_VERSION],
    [seedValueBits.reasons, 'reason', fitsReason(seed, document.reason)],
    [seedValueBits.legalAttestation, 'legal-attestation', legalAttestations.length === 0],
    [seedValueBits.lockDocument, 'lock-document', fitsLock(seed, document.isLocked)],
    [seedValueBits.appearanceFilter, 'appearance-filter', appearanceFilter === ''],
  ])
  // /MDP binds without a flag: 0 asks for an approval, 1 to 3 for a certification of that level.
  if (docMdp !== undefined && docMdp !== (document.certification ?? 0)) breaches.push('doc-mdp')
  return breaches
}

/** Tells whether revocation data are there where /AddRevInfo wants them, and absent where it does not. */
function fitsRevocation({ addRevInfo }: SeedValue, hasRevocationData: boolean | undefined): boolean {
  return addRevInfo === undefined || hasRevocationData === undefined || addRevInfo === hasRevocationData
}

/** What is demanded of whoever signs. */
function findSignerBreaches(seed: SeedValue, signer: SeededSigner): SeedConstraint[] {
  const { digest, hasRevocationData, isTimestamped, policyOid } = signer
  const { digestMethods, certificate } = seed
  const isOffered =
    digest === undefined ||
    digestMethods.length === 0 ||
    digestMethods.some((name) => plainDigest(name) === plainDigest(digest))
  const breaches = listBreaches(seed.flags, [
    [seedValueBits.addRevInfo, 'revocation-data', fitsRevocation(seed, hasRevocationData)],
    [seedValueBits.digestMethod, 'digest', isOffered],
  ])
  if (seed.timestamp?.isRequired === true && isTimestamped === false) breaches.push('timestamp')
  if (certificate === undefined) return breaches
  breaches.push(...findCertificateBreaches(certificate, signer))
  const wanted = certificate.signaturePolicyOid
  if (wanted !== '' && policyOid !== undefined && policyOid !== wanted) breaches.push('signature-policy')
  return breaches
}

/** Lists the demands of a seed value that bind and are not fulfilled, those of the document first. */
export function listSeedBreaches(
  seed: SeedValue,
  { document, signer }: SeededSignature,
): readonly SeedConstraint[] {
  return [
    ...(document === undefined ? [] : findDocumentBreaches(seed, document)),
    ...(signer === undefined ? [] : findSignerBreaches(seed, signer)),
  ]
}
