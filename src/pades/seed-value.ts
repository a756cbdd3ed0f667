/**
 * Seed values: what the author of a form demands of whoever signs a field (ISO 32000-1, 12.7.4.5, tables 234 and 235).
 *
 * @module
 */
import { equalBytes } from '../bytes.ts'
import { MotcuaError } from '../errors.ts'
import type { HashAlgorithm } from '../hash.ts'
import type { Pdf } from '../pdf/index.ts'
import { type Certificate, type KeyUsage, readCertificates } from '../pki/index.ts'
import {
  type DocMdpLevel,
  type FormField,
  readSeedValue,
  type SeedCertificate,
  type SeedValue,
  seedValueBits,
} from '../signature/index.ts'
import { messages, type SeedConstraint } from './messages.ts'

/** What the revision itself will say: known before anything is written. */
export interface DocumentAnswer {
  readonly subFilter: string
  readonly reason: string | undefined
  readonly certify: DocMdpLevel | undefined
  readonly lockLevel: DocMdpLevel | undefined
}

/** What is known of the signing; what is not known yet is left out and not checked. */
export interface SignerAnswer {
  readonly digest?: HashAlgorithm | undefined
  /** DER, the signer's first. */
  readonly chain?: readonly Uint8Array[] | undefined
  readonly isTimestamped?: boolean | undefined
  readonly hasRevocationData?: boolean | undefined
  /** Dotted identifier of the policy named under the signature. */
  readonly policyOid?: string | undefined
}

/** Answers to the demands of a field, both or one after the other. */
export interface SeedAnswer {
  readonly document?: DocumentAnswer
  readonly signer?: SignerAnswer
}

/** The bits of /Ff in the dictionary about certificates (table 235). */
const certificateBits = { subject: 1, issuer: 2, oid: 4, subjectDn: 8, keyUsage: 32, url: 64 } as const

/** /V of the last seed value dictionary whose entries are all understood here: that of ISO 32000-2 (table 237). */
const UNDERSTOOD_VERSION = 3

/** Order of the key usage bits in a seed value's string. */
const keyUsages: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
]

/** Names that seed values give to digests. */
const digestNames: Readonly<Record<HashAlgorithm, string>> = {
  md5: 'MD5',
  sha1: 'SHA1',
  sha224: 'SHA224',
  sha256: 'SHA256',
  sha384: 'SHA384',
  sha512: 'SHA512',
  'sha512-224': 'SHA512-224',
  'sha512-256': 'SHA512-256',
  'sha3-224': 'SHA3-224',
  'sha3-256': 'SHA3-256',
  'sha3-384': 'SHA3-384',
  'sha3-512': 'SHA3-512',
  shake256: 'SHAKE256',
}

/** Tells whether a string of `0`, `1` and `X` fits a certificate's key usage. */
function fitsUsage(pattern: string, certificate: Certificate): boolean {
  const stated = certificate.keyUsage ?? []
  return [...pattern].every((mark, index) => {
    const usage = keyUsages[index]
    if (usage === undefined || mark === 'X') return true
    return stated.includes(usage) === (mark === '1')
  })
}

/** Tells whether a subject has every attribute of a record, by keyword or dotted identifier. */
function fitsName(record: Readonly<Record<string, string>>, { subject }: Certificate): boolean {
  const attributes = subject.relativeNames.flat()
  return Object.entries(record).every(([key, value]) =>
    attributes.some(
      ({ oid, type, value: stated }) =>
        (type.toLowerCase() === key.toLowerCase() || oid === key) &&
        stated.normalize('NFC') === value.normalize('NFC'),
    ),
  )
}

/** What the dictionary about certificates demands and the chain does not fulfil. */
function findCertificateBreaches(seed: SeedCertificate, chain: readonly Uint8Array[]): SeedConstraint[] {
  const [signer] = readCertificates(chain.slice(0, 1))
  if (signer === undefined) return ['certificate-subject']
  const holds = (list: readonly Uint8Array[], ders: readonly Uint8Array[]): boolean =>
    list.length === 0 || list.some((wanted) => ders.some((der) => equalBytes(wanted, der)))
  const { subjects, issuers, policyOids, keyUsages: patterns, subjectNames } = seed
  // /OID counts only beside /Issuer (table 235).
  const asksPolicy = issuers.length > 0 && policyOids.length > 0
  const demands: readonly Demand[] = [
    [certificateBits.subject, 'certificate-subject', holds(subjects, chain.slice(0, 1))],
    [certificateBits.issuer, 'certificate-issuer', holds(issuers, chain)],
    [
      certificateBits.oid,
      'certificate-policy',
      !asksPolicy || policyOids.some((oid) => signer.policies?.includes(oid)),
    ],
    [certificateBits.subjectDn, 'certificate-name', subjectNames.every((name) => fitsName(name, signer))],
    [
      certificateBits.keyUsage,
      'certificate-key-usage',
      patterns.length === 0 || patterns.some((pattern) => fitsUsage(pattern, signer)),
    ],
  ]
  return listBreaches(seed.flags, demands)
}

/** One demand: the bit that makes it binding, the name it is refused under, and whether it is fulfilled. */
type Demand = readonly [bit: number, constraint: SeedConstraint, isFulfilled: boolean]

/** The demands that a bit of /Ff makes binding and nothing fulfils. */
function listBreaches(flags: number, demands: readonly Demand[]): SeedConstraint[] {
  return demands.flatMap(([bit, constraint, isFulfilled]) =>
    (flags & bit) !== 0 && !isFulfilled ? [constraint] : [],
  )
}

/** Tells whether a reason is one of those allowed; one that is a full stop forbids any (table 234). */
function fitsReason(seed: SeedValue, reason: string | undefined): boolean {
  const { reasons } = seed
  if (reasons.length === 1 && reasons[0] === '.') return reason === undefined
  return reasons.length === 0 || reasons.includes(reason ?? '')
}

/** Tells whether a signature locks the document where /LockDocument says `true`, and leaves it open where it says `false`. */
function fitsLock(seed: SeedValue, { certify, lockLevel }: DocumentAnswer): boolean {
  const isLocked = certify === 1 || lockLevel === 1
  if (seed.lockDocument === 'true') return isLocked
  return seed.lockDocument !== 'false' || !isLocked
}

/** What is demanded of the revision itself. */
function findDocumentBreaches(seed: SeedValue, answer: DocumentAnswer): SeedConstraint[] {
  const { filter, subFilters, legalAttestations, appearanceFilter, version } = seed
  const breaches = listBreaches(seed.flags, [
    [seedValueBits.filter, 'filter', filter === '' || filter === 'Adobe.PPKLite'],
    [seedValueBits.subFilter, 'sub-filter', subFilters.length === 0 || subFilters.includes(answer.subFilter)],
    [seedValueBits.version, 'version', version <= UNDERSTOOD_VERSION],
    [seedValueBits.reasons, 'reason', fitsReason(seed, answer.reason)],
    [seedValueBits.legalAttestation, 'legal-attestation', legalAttestations.length === 0],
    [seedValueBits.lockDocument, 'lock-document', fitsLock(seed, answer)],
    [seedValueBits.appearanceFilter, 'appearance-filter', appearanceFilter === ''],
  ])
  // /MDP binds without a flag: 0 asks for an approval, 1 to 3 for a certification of that level.
  const wanted = seed.docMdp
  if (wanted !== undefined && wanted !== (answer.certify ?? 0)) breaches.push('doc-mdp')
  return breaches
}

/** What is demanded of whoever signs. */
function findSignerBreaches(seed: SeedValue, answer: SignerAnswer): SeedConstraint[] {
  const { digest, hasRevocationData, isTimestamped, chain, policyOid } = answer
  const { digestMethods, certificate } = seed
  const isAllowed =
    digest === undefined || digestMethods.length === 0 || digestMethods.includes(digestNames[digest])
  const breaches = listBreaches(seed.flags, [
    [seedValueBits.addRevInfo, 'revocation-data', !seed.addRevInfo || hasRevocationData !== false],
    [seedValueBits.digestMethod, 'digest', isAllowed],
  ])
  if (seed.timestamp?.isRequired === true && isTimestamped === false) breaches.push('timestamp')
  if (certificate === undefined || chain === undefined) return breaches
  breaches.push(...findCertificateBreaches(certificate, chain))
  const wantedPolicy = certificate.signaturePolicyOid
  if (wantedPolicy !== '' && wantedPolicy !== policyOid) breaches.push('signature-policy')
  return breaches
}

/**
 * Refuses to sign a field whose seed value demands something else.
 *
 * @throws MotcuaError `pades/seed-value` with all demands that are not fulfilled.
 */
export function assertSeedValue(pdf: Pdf, field: FormField | undefined, answer: SeedAnswer): void {
  const seed = field === undefined ? undefined : readSeedValue(pdf, field)
  if (seed === undefined) return
  const constraints = [
    ...(answer.document === undefined ? [] : findDocumentBreaches(seed, answer.document)),
    ...(answer.signer === undefined ? [] : findSignerBreaches(seed, answer.signer)),
  ]
  if (constraints.length > 0) throw new MotcuaError(messages, 'pades/seed-value', { constraints })
}
