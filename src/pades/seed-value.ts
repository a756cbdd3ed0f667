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

/** What is about to be signed with; what is not known yet is left out and not checked. */
export interface SeedAnswer {
  readonly subFilter: string
  readonly reason: string | undefined
  readonly certify: DocMdpLevel | undefined
  readonly lockLevel: DocMdpLevel | undefined
  readonly digest?: HashAlgorithm | undefined
  /** DER, the signer's first. */
  readonly chain?: readonly Uint8Array[] | undefined
  readonly isTimestamped?: boolean | undefined
  readonly hasRevocationData?: boolean | undefined
}

/** The bits of /Ff in the dictionary about certificates (table 235). */
const certificateBits = { subject: 1, issuer: 2, oid: 4, subjectDn: 8, keyUsage: 32, url: 64 } as const

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
  sha1: 'SHA1',
  sha256: 'SHA256',
  sha384: 'SHA384',
  sha512: 'SHA512',
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

/** What the dictionary about certificates demands and the chain does not fulfil. */
function findCertificateBreaches(seed: SeedCertificate, chain: readonly Uint8Array[]): SeedConstraint[] {
  const [signer] = readCertificates(chain.slice(0, 1))
  const isRequired = (bit: number): boolean => (seed.flags & bit) !== 0
  const holds = (list: readonly Uint8Array[], ders: readonly Uint8Array[]): boolean =>
    list.some((wanted) => ders.some((der) => equalBytes(wanted, der)))
  const breaches: SeedConstraint[] = []
  if (isRequired(certificateBits.subject) && seed.subjects.length > 0) {
    if (!holds(seed.subjects, chain.slice(0, 1))) breaches.push('certificate-subject')
  }
  if (isRequired(certificateBits.issuer) && seed.issuers.length > 0) {
    if (!holds(seed.issuers, chain)) breaches.push('certificate-issuer')
  }
  if (isRequired(certificateBits.oid) && seed.policyOids.length > 0) {
    if (!seed.policyOids.some((oid) => signer?.policies?.includes(oid))) breaches.push('certificate-policy')
  }
  if (isRequired(certificateBits.keyUsage) && seed.keyUsages.length > 0) {
    const fits = signer !== undefined && seed.keyUsages.some((pattern) => fitsUsage(pattern, signer))
    if (!fits) breaches.push('certificate-key-usage')
  }
  // Names of subjects as dictionaries are not read: a demand that cannot be checked is not fulfilled.
  if (isRequired(certificateBits.subjectDn)) breaches.push('certificate-subject')
  return breaches
}

/** One demand: the bit that makes it binding, the name it is refused under, and whether it is fulfilled. */
type Demand = readonly [bit: number, constraint: SeedConstraint, isFulfilled: boolean]

/** The demands that a bit of /Ff makes binding. */
function listDemands(seed: SeedValue, answer: SeedAnswer): Demand[] {
  const { digest, hasRevocationData } = answer
  const reasons = seed.reasons.filter((reason) => reason !== '.')
  // One reason that is a full stop forbids any (table 234).
  const fitsReason =
    seed.reasons.length > 0 && reasons.length === 0
      ? answer.reason === undefined
      : reasons.length === 0 || reasons.includes(answer.reason ?? '')
  const mustLock = seed.lockDocument === 'true'
  const locks = answer.certify === 1 || answer.lockLevel === 1
  return [
    [seedValueBits.filter, 'filter', seed.filter === '' || seed.filter === 'Adobe.PPKLite'],
    [
      seedValueBits.subFilter,
      'sub-filter',
      seed.subFilters.length === 0 || seed.subFilters.includes(answer.subFilter),
    ],
    [seedValueBits.reasons, 'reason', fitsReason],
    [seedValueBits.legalAttestation, 'legal-attestation', seed.legalAttestations.length === 0],
    [seedValueBits.addRevInfo, 'revocation-data', !seed.addRevInfo || hasRevocationData !== false],
    [
      seedValueBits.digestMethod,
      'digest',
      digest === undefined ||
        seed.digestMethods.length === 0 ||
        seed.digestMethods.includes(digestNames[digest]),
    ],
    [seedValueBits.lockDocument, 'lock-document', !mustLock || locks],
    [seedValueBits.appearanceFilter, 'appearance-filter', seed.appearanceFilter === ''],
  ]
}

/** What a seed value demands and an answer does not fulfil. */
function findBreaches(seed: SeedValue, answer: SeedAnswer): SeedConstraint[] {
  const breaches = listDemands(seed, answer).flatMap(([bit, constraint, isFulfilled]) =>
    (seed.flags & bit) !== 0 && !isFulfilled ? [constraint] : [],
  )
  // /MDP binds without a flag: 0 asks for an approval, 1 to 3 for a certification of that level.
  const wanted = seed.docMdp
  if (wanted !== undefined && wanted !== (answer.certify ?? 0)) breaches.push('doc-mdp')
  if (seed.timestamp?.isRequired === true && answer.isTimestamped === false) breaches.push('timestamp')
  if (seed.certificate !== undefined && answer.chain !== undefined) {
    breaches.push(...findCertificateBreaches(seed.certificate, answer.chain))
  }
  return breaches
}

/**
 * Refuses to sign a field whose seed value demands something else.
 *
 * @throws MotcuaError `pades/seed-value` with all demands that are not fulfilled.
 */
export function assertSeedValue(pdf: Pdf, field: FormField | undefined, answer: SeedAnswer): void {
  const seed = field === undefined ? undefined : readSeedValue(pdf, field)
  const constraints = seed === undefined ? [] : findBreaches(seed, answer)
  if (constraints.length > 0) throw new MotcuaError(messages, 'pades/seed-value', { constraints })
}
