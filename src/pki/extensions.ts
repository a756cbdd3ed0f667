/**
 * The extensions of certificates (RFC 5280, 4.2), each read from its own octets.
 *
 * @module
 */
import { writeHex } from '../bytes.ts'
import { OCSP_OID } from './der/oids.ts'
import {
  bodyOf,
  contextConstructed,
  contextPrimitive,
  type DerElement,
  encodingOf,
  expectTag,
  isAtEnd,
  membersOf,
  openElement,
  TAG,
  takeElement,
  takeOptional,
} from './der/read-der.ts'
import {
  readBoolean,
  readIntegerHex,
  readNamedBits,
  readOctets,
  readOid,
  readSmallInteger,
  trimSignOctet,
} from './der/read-values.ts'
import { findUrls, type GeneralName, readGeneralName, readGeneralNames } from './general-name.ts'

/** One extension as encoded. */
export interface Extension {
  readonly oid: string
  readonly isCritical: boolean
  /** Contents of the OCTET STRING. */
  readonly value: Uint8Array
}

/** What a key may be used for, in the order of its bits (RFC 5280, 4.2.1.3). */
export const KEY_USAGES = [
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

/** One use of a key. */
export type KeyUsage = (typeof KEY_USAGES)[number]

/** Whether the subject issues certificates, and how many further issuers may follow it. */
export interface BasicConstraints {
  readonly isCa: boolean
  readonly pathLength: number | undefined
}

/** Which key of the issuer signed (RFC 5280, 4.2.1.1). */
export interface AuthorityKeyId {
  /** Lower-case hexadecimal. */
  readonly keyId: string | undefined
  readonly issuer: readonly GeneralName[] | undefined
  readonly serial: string | undefined
}

/** Where the issuer answers: OCSP responders and its own certificates. */
export interface AuthorityInfo {
  readonly ocspUrls: readonly string[]
  readonly caIssuersUrls: readonly string[]
}

/** Where a CRL lies, and what it covers. */
export interface DistributionPoint {
  readonly urls: readonly string[]
  /** Full names, for comparison with the scope that a CRL states. */
  readonly names: readonly GeneralName[]
  /** Bits of reasons covered; all when absent. */
  readonly reasons: readonly number[] | undefined
  /** Issuer of an indirect CRL. */
  readonly crlIssuer: readonly GeneralName[] | undefined
}

/** Subtrees within which, or outside which, all names below a CA must lie (RFC 5280, 4.2.1.10). */
export interface NameConstraints {
  readonly permitted: readonly GeneralName[]
  readonly excluded: readonly GeneralName[]
}

/** Limits on the policies of a path (RFC 5280, 4.2.1.11). */
export interface PolicyConstraints {
  readonly requireExplicitPolicy: number | undefined
  readonly inhibitPolicyMapping: number | undefined
}

/** One equivalence of policies between two authorities. */
export interface PolicyMapping {
  readonly issuerDomainPolicy: string
  readonly subjectDomainPolicy: string
}

/** A statement about a qualified certificate (RFC 3739, ETSI EN 319 412-5). */
export interface QcStatement {
  readonly oid: string
  /** The statement's information as DER. */
  readonly value: Uint8Array | undefined
}

/** Reads `Extensions`, the SEQUENCE itself. */
export function readExtensions(element: DerElement): readonly Extension[] {
  return membersOf(expectTag(element, TAG.sequence)).map((member) => {
    const cursor = openElement(expectTag(member, TAG.sequence))
    const oid = readOid(takeElement(cursor, TAG.oid))
    const critical = takeOptional(cursor, TAG.boolean)
    const isCritical = critical !== undefined && readBoolean(critical)
    return { oid, isCritical, value: readOctets(takeElement(cursor)) }
  })
}

/** Reads `KeyUsage`. */
export function readKeyUsage(element: DerElement): readonly KeyUsage[] {
  return readNamedBits(expectTag(element, TAG.bitString)).flatMap((bit) => KEY_USAGES[bit] ?? [])
}

/** Reads `BasicConstraints`. */
export function readBasicConstraints(element: DerElement): BasicConstraints {
  const cursor = openElement(expectTag(element, TAG.sequence))
  const isCa = takeOptional(cursor, TAG.boolean)
  const pathLength = takeOptional(cursor, TAG.integer)
  return {
    isCa: isCa !== undefined && readBoolean(isCa),
    pathLength: pathLength === undefined ? undefined : readSmallInteger(pathLength),
  }
}

/** Reads `SubjectKeyIdentifier` as lower-case hexadecimal. */
export function readSubjectKeyId(element: DerElement): string {
  return writeHex(readOctets(element))
}

/** Reads `AuthorityKeyIdentifier`. */
export function readAuthorityKeyId(element: DerElement): AuthorityKeyId {
  const cursor = openElement(expectTag(element, TAG.sequence))
  const keyId = takeOptional(cursor, contextPrimitive(0))
  const issuer = takeOptional(cursor, contextConstructed(1))
  const serial = takeOptional(cursor, contextPrimitive(2))
  return {
    keyId: keyId === undefined ? undefined : writeHex(bodyOf(keyId)),
    issuer: issuer === undefined ? undefined : readGeneralNames(issuer),
    serial: serial === undefined ? undefined : writeHex(trimSignOctet(bodyOf(serial))),
  }
}

/** Reads `ExtKeyUsageSyntax` as dotted identifiers. */
export function readExtendedKeyUsage(element: DerElement): readonly string[] {
  return membersOf(expectTag(element, TAG.sequence)).map(readOid)
}

/** Reads `AuthorityInfoAccessSyntax`; methods other than OCSP and issuers are passed over. */
export function readAuthorityInfo(element: DerElement): AuthorityInfo {
  const ocspUrls: string[] = []
  const caIssuersUrls: string[] = []
  for (const member of membersOf(expectTag(element, TAG.sequence))) {
    const cursor = openElement(expectTag(member, TAG.sequence))
    const method = readOid(takeElement(cursor, TAG.oid))
    const location = readGeneralName(takeElement(cursor))
    if (method === OCSP_OID.accessOcsp) ocspUrls.push(...findUrls([location]))
    if (method === OCSP_OID.accessCaIssuers) caIssuersUrls.push(...findUrls([location]))
  }
  return { ocspUrls, caIssuersUrls }
}

/** Reads the full names of a `DistributionPointName`; a name relative to the issuer is left out. */
export function readDistributionPointNames(element: DerElement): readonly GeneralName[] {
  const choice = takeElement(openElement(element))
  return choice.tag === contextConstructed(0) ? readGeneralNames(choice) : []
}

/** Reads `CRLDistributionPoints`. */
export function readDistributionPoints(element: DerElement): readonly DistributionPoint[] {
  return membersOf(expectTag(element, TAG.sequence)).map((member) => {
    const cursor = openElement(expectTag(member, TAG.sequence))
    const point = takeOptional(cursor, contextConstructed(0))
    const reasons = takeOptional(cursor, contextPrimitive(1))
    const crlIssuer = takeOptional(cursor, contextConstructed(2))
    const names = point === undefined ? [] : readDistributionPointNames(point)
    return {
      urls: findUrls(names),
      names,
      reasons: reasons === undefined ? undefined : readNamedBits(reasons),
      crlIssuer: crlIssuer === undefined ? undefined : readGeneralNames(crlIssuer),
    }
  })
}

/** Reads `CertificatePolicies` as dotted identifiers; qualifiers are texts for people and stay in the octets. */
export function readPolicies(element: DerElement): readonly string[] {
  return membersOf(expectTag(element, TAG.sequence)).map((member) =>
    readOid(takeElement(openElement(expectTag(member, TAG.sequence)), TAG.oid)),
  )
}

/** Reads `PolicyMappings`. */
export function readPolicyMappings(element: DerElement): readonly PolicyMapping[] {
  return membersOf(expectTag(element, TAG.sequence)).map((member) => {
    const cursor = openElement(expectTag(member, TAG.sequence))
    const issuerDomainPolicy = readOid(takeElement(cursor, TAG.oid))
    return { issuerDomainPolicy, subjectDomainPolicy: readOid(takeElement(cursor, TAG.oid)) }
  })
}

/** Reads `PolicyConstraints`. */
export function readPolicyConstraints(element: DerElement): PolicyConstraints {
  const cursor = openElement(expectTag(element, TAG.sequence))
  const explicit = takeOptional(cursor, contextPrimitive(0))
  const mapping = takeOptional(cursor, contextPrimitive(1))
  return {
    requireExplicitPolicy: explicit === undefined ? undefined : readSmallInteger(explicit),
    inhibitPolicyMapping: mapping === undefined ? undefined : readSmallInteger(mapping),
  }
}

/** Reads the bases of subtrees; minimum and maximum have no use (RFC 5280, 4.2.1.10). */
function readSubtrees(element: DerElement | undefined): readonly GeneralName[] {
  if (element === undefined) return []
  return membersOf(element).map((member) => readGeneralName(takeElement(openElement(member))))
}

/** Reads `NameConstraints`. */
export function readNameConstraints(element: DerElement): NameConstraints {
  const cursor = openElement(expectTag(element, TAG.sequence))
  const permitted = takeOptional(cursor, contextConstructed(0))
  const excluded = takeOptional(cursor, contextConstructed(1))
  return { permitted: readSubtrees(permitted), excluded: readSubtrees(excluded) }
}

/** Reads `QCStatements`. */
export function readQcStatements(element: DerElement): readonly QcStatement[] {
  return membersOf(expectTag(element, TAG.sequence)).map((member) => {
    const cursor = openElement(expectTag(member, TAG.sequence))
    const oid = readOid(takeElement(cursor, TAG.oid))
    return { oid, value: isAtEnd(cursor) ? undefined : encodingOf(takeElement(cursor)) }
  })
}

/** Reads `SubjectAltName` or `IssuerAltName`. */
export function readAltNames(element: DerElement): readonly GeneralName[] {
  return readGeneralNames(expectTag(element, TAG.sequence))
}

/** Reads an INTEGER extension such as `InhibitAnyPolicy`. */
export function readCount(element: DerElement): number {
  return readSmallInteger(expectTag(element, TAG.integer))
}

/** Reads an INTEGER extension of any size, such as a CRL number, as hexadecimal. */
export function readNumberHex(element: DerElement): string {
  return readIntegerHex(element)
}
