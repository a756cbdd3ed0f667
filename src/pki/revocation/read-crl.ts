/**
 * Reads certificate revocation lists (RFC 5280, 5) without building their entries.
 *
 * @module
 */
import { equalBytes, readHex } from '../../bytes.ts'
import type { Instant } from '../../date.ts'
import { isMotcuaError } from '../../errors.ts'
import { type AlgorithmFacts, readAlgorithm } from '../algorithms.ts'
import { EXTENSION_OID } from '../der/oids.ts'
import {
  bodyOf,
  contextConstructed,
  contextPrimitive,
  type DerCursor,
  type DerElement,
  encodingOf,
  expectTag,
  isAtEnd,
  openElement,
  readDer,
  TAG,
  takeElement,
  takeExplicit,
  takeOptional,
} from '../der/read-der.ts'
import {
  readBitString,
  readNamedBits,
  readSmallInteger,
  readTime,
  trimSignOctet,
} from '../der/read-values.ts'
import {
  type AuthorityKeyId,
  type Extension,
  readAltNames,
  readAuthorityKeyId,
  readDistributionPointNames,
  readExtensions,
  readNumberHex,
} from '../extensions.ts'
import type { GeneralName } from '../general-name.ts'
import { type DistinguishedName, isSameName, readName } from '../name.ts'
import { type RevocationReason, reasonOfNumber } from './reason.ts'

/** What a CRL says it covers (issuingDistributionPoint, RFC 5280, 5.2.5). */
export interface CrlScope {
  /** Names of the distribution point; empty when it is not named. */
  readonly names: readonly GeneralName[]
  readonly isOnlyUserCertificates: boolean
  readonly isOnlyAuthorityCertificates: boolean
  readonly isOnlyAttributeCertificates: boolean
  /** Covers certificates of other issuers too. */
  readonly isIndirect: boolean
  /** Bits of the reasons covered; all when absent. */
  readonly onlySomeReasons: readonly number[] | undefined
}

/** A CRL. Its entries stay where they are and are searched by {@link findCrlEntry}. */
export interface Crl {
  readonly der: Uint8Array
  readonly issuer: DistinguishedName
  readonly thisUpdate: Instant
  readonly nextUpdate: Instant | undefined
  /** The bytes that the issuer signed. */
  readonly tbs: Uint8Array
  readonly signatureAlgorithm: AlgorithmFacts
  readonly signature: Uint8Array
  readonly extensions: readonly Extension[]
  /** Extensions of a known kind whose octets could not be read. */
  readonly brokenExtensions: readonly string[]
  /** Lower-case hexadecimal. */
  readonly crlNumber: string | undefined
  /** Number of the CRL that a delta builds upon; `undefined` for a complete CRL. */
  readonly baseCrlNumber: string | undefined
  readonly authorityKeyId: AuthorityKeyId | undefined
  /** `undefined` when it covers all certificates of its issuer. */
  readonly scope: CrlScope | undefined
  /** Octets of the list of revoked certificates; empty when there is none. */
  readonly entries: Uint8Array
}

/** One revoked certificate. */
export interface CrlEntry {
  readonly revokedAt: Instant
  readonly reason: RevocationReason | undefined
  /** When the key is thought to have been lost, before the revocation. */
  readonly invalidSince: Instant | undefined
  /** Critical extensions of the entry that are not understood. */
  readonly unknownCriticalExtensions: readonly string[]
}

const STRUCTURE = 'CRL'

/** Reads `IssuingDistributionPoint`. */
function readScope(element: DerElement): CrlScope {
  const cursor = openElement(expectTag(element, TAG.sequence))
  const point = takeOptional(cursor, contextConstructed(0))
  const isSet = (n: number) => {
    const field = takeOptional(cursor, contextPrimitive(n))
    return field !== undefined && bodyOf(field)[0] !== 0
  }
  const isOnlyUserCertificates = isSet(1)
  const isOnlyAuthorityCertificates = isSet(2)
  const reasons = takeOptional(cursor, contextPrimitive(3))
  const isIndirect = isSet(4)
  return {
    names: point === undefined ? [] : readDistributionPointNames(point),
    isOnlyUserCertificates,
    isOnlyAuthorityCertificates,
    isOnlyAttributeCertificates: isSet(5),
    isIndirect,
    onlySomeReasons: reasons === undefined ? undefined : readNamedBits(reasons),
  }
}

/** Reads one extension of a list, keeping account of those that cannot be read. */
function findExtension<T>(
  extensions: readonly Extension[],
  oid: string,
  reader: (element: DerElement) => T,
): { value: T | undefined; isBroken: boolean } {
  const extension = extensions.find((candidate) => candidate.oid === oid)
  if (extension === undefined) return { value: undefined, isBroken: false }
  try {
    const element = readDer(extension.value, 'CRL extension', extension.value[0] ?? TAG.sequence)
    return { value: reader(element), isBroken: false }
  } catch (error) {
    if (!isMotcuaError(error, 'pki/malformed')) throw error
    return { value: undefined, isBroken: true }
  }
}

/** The facts that come from extensions. */
function readCrlExtensions(extensions: readonly Extension[]) {
  const crlNumber = findExtension(extensions, EXTENSION_OID.crlNumber, readNumberHex)
  const base = findExtension(extensions, EXTENSION_OID.deltaCrlIndicator, readNumberHex)
  const keyId = findExtension(extensions, EXTENSION_OID.authorityKeyId, readAuthorityKeyId)
  const scope = findExtension(extensions, EXTENSION_OID.issuingDistributionPoint, readScope)
  const broken: (readonly [string, boolean])[] = [
    [EXTENSION_OID.crlNumber, crlNumber.isBroken],
    [EXTENSION_OID.deltaCrlIndicator, base.isBroken],
    [EXTENSION_OID.authorityKeyId, keyId.isBroken],
    [EXTENSION_OID.issuingDistributionPoint, scope.isBroken],
  ]
  return {
    crlNumber: crlNumber.value,
    baseCrlNumber: base.value,
    authorityKeyId: keyId.value,
    scope: scope.value,
    brokenExtensions: broken.flatMap(([oid, isBroken]) => (isBroken ? [oid] : [])),
  }
}

/** Takes `nextUpdate`, which is optional and of either time type. */
function takeNextUpdate(cursor: DerCursor): Instant | undefined {
  const element = takeOptional(cursor, TAG.utcTime) ?? takeOptional(cursor, TAG.generalizedTime)
  return element === undefined ? undefined : readTime(element)
}

/** Reads `TBSCertList` up to its entries and after them. */
function readList(element: DerElement) {
  const cursor = openElement(element)
  takeOptional(cursor, TAG.integer) // version
  takeElement(cursor, TAG.sequence) // the signature algorithm again
  const issuer = readName(takeElement(cursor))
  const thisUpdate = readTime(takeElement(cursor))
  const nextUpdate = takeNextUpdate(cursor)
  const list = takeOptional(cursor, TAG.sequence)
  const wrapper = takeExplicit(cursor, 0)
  const extensions = wrapper === undefined ? [] : readExtensions(wrapper)
  const entries = list === undefined ? new Uint8Array(0) : bodyOf(list)
  return { issuer, thisUpdate, nextUpdate, entries, extensions, ...readCrlExtensions(extensions) }
}

/**
 * Reads a CRL from DER. The time it takes does not depend on how many certificates it lists.
 *
 * @throws MotcuaError `pki/malformed` through the readers below.
 */
export function readCrl(der: Uint8Array): Crl {
  const cursor = openElement(readDer(der, STRUCTURE))
  const tbs = takeElement(cursor, TAG.sequence)
  const signatureAlgorithm = readAlgorithm(takeElement(cursor, TAG.sequence))
  const signature = readBitString(takeElement(cursor, TAG.bitString)).bytes
  return { der, ...readList(tbs), tbs: encodingOf(tbs), signatureAlgorithm, signature }
}

const UNDERSTOOD_IN_ENTRIES: readonly string[] = [
  EXTENSION_OID.reasonCode,
  EXTENSION_OID.invalidityDate,
  EXTENSION_OID.certificateIssuer,
]

/** Reads what follows the serial number of an entry. */
function readEntry(cursor: DerCursor): CrlEntry & { readonly issuer: readonly GeneralName[] | undefined } {
  const revokedAt = readTime(takeElement(cursor))
  const extensions = isAtEnd(cursor) ? [] : readExtensions(takeElement(cursor))
  const reason = findExtension(extensions, EXTENSION_OID.reasonCode, readSmallInteger)
  return {
    revokedAt,
    reason: reason.value === undefined ? undefined : reasonOfNumber(reason.value),
    invalidSince: findExtension(extensions, EXTENSION_OID.invalidityDate, readTime).value,
    issuer: findExtension(extensions, EXTENSION_OID.certificateIssuer, readAltNames).value,
    unknownCriticalExtensions: extensions
      .filter(({ oid, isCritical }) => isCritical && !UNDERSTOOD_IN_ENTRIES.includes(oid))
      .map(({ oid }) => oid),
  }
}

/** Tells whether an entry of an indirect CRL is about a certificate of this issuer. */
function isIssuedBy(names: readonly GeneralName[], issuer: DistinguishedName): boolean {
  return names.some((name) => name.kind === 'directory' && isSameName(name.name, issuer))
}

/**
 * Searches a CRL for a certificate.
 *
 * The entries are walked over in place; only one that matches is read, so a list of a hundred thousand costs
 * milliseconds and no memory. In an indirect CRL an entry is of the issuer that the last `certificateIssuer` before
 * it named (RFC 5280, 5.3.3), so there every entry with extensions is looked at.
 *
 * @param subject - Serial number in hexadecimal, as certificates have it here, and the issuer of the certificate.
 * @throws MotcuaError `pki/malformed` when the list is broken before the entry, through the readers below.
 */
export function findCrlEntry(
  crl: Crl,
  subject: { readonly serial: string; readonly issuer: DistinguishedName },
): CrlEntry | undefined {
  const wanted = readHex(subject.serial)
  const isIndirect = crl.scope?.isIndirect ?? false
  let isOfIssuer = isSameName(crl.issuer, subject.issuer)
  const source = { bytes: crl.entries, structure: STRUCTURE }
  const cursor: DerCursor = { source, offset: 0, end: crl.entries.length }
  while (!isAtEnd(cursor)) {
    const members = openElement(takeElement(cursor, TAG.sequence))
    const serial = trimSignOctet(bodyOf(takeElement(members, TAG.integer)))
    if (!isIndirect && !equalBytes(serial, wanted)) continue
    const { issuer, ...entry } = readEntry(members)
    if (issuer !== undefined) isOfIssuer = isIssuedBy(issuer, subject.issuer)
    if (isOfIssuer && equalBytes(serial, wanted)) return entry
  }
  return undefined
}
