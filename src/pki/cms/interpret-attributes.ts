/**
 * What the attributes of a signer mean.
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import { isMotcuaError } from '../../errors.ts'
import type { HashAlgorithm } from '../../hash.ts'
import { type AlgorithmFacts, readAlgorithm } from '../algorithms.ts'
import { CMS_OID } from '../der/oids.ts'
import {
  contextConstructed,
  type DerElement,
  encodingOf,
  expectTag,
  isAtEnd,
  membersOf,
  openElement,
  readDer,
  TAG,
  takeElement,
  takeExplicit,
  takeOptional,
} from '../der/read-der.ts'
import { readIntegerHex, readOctets, readOid, readText, readTime } from '../der/read-values.ts'
import { type GeneralName, readGeneralNames } from '../general-name.ts'
import type { CmsAttribute } from './attribute.ts'

/** A certificate named by its hash (ESSCertID, RFC 2634 and 5035). */
export interface CertificateReference {
  /** 1 for signing-certificate (SHA-1), 2 for signing-certificate-v2. */
  readonly version: 1 | 2
  /** `undefined` for a digest that is not known here. */
  readonly digestAlgorithm: HashAlgorithm | undefined
  readonly hash: Uint8Array
  readonly issuer: readonly GeneralName[] | undefined
  readonly serial: string | undefined
}

/** The policy a signature claims to be made under. */
export interface SignaturePolicyReference {
  readonly oid: string
  readonly digestAlgorithm: AlgorithmFacts | undefined
  readonly digest: Uint8Array | undefined
}

/** The algorithms that a signer protects by signing them too (CMSAlgorithmProtection, RFC 6211, 2). */
export interface AlgorithmProtection {
  readonly digestOid: string
  /** `undefined` when it protects a MAC instead, which no signature has. */
  readonly signatureOid: string | undefined
}

/** What the attributes of a signer say. */
export interface AttributeFacts {
  readonly contentType: string | undefined
  readonly messageDigest: Uint8Array | undefined
  /** signing-time; EN 319 142-1 forbids it in PAdES baseline signatures. */
  readonly signingTime: Instant | undefined
  /** Certificates named by the signed attributes; the first of each attribute is the signer's. */
  readonly signingCertificates: readonly CertificateReference[]
  readonly commitmentTypes: readonly string[]
  readonly signaturePolicy: SignaturePolicyReference | undefined
  /** Texts among the attributes the signer claims (signer-attributes, -v2). */
  readonly claimedRoles: readonly string[]
  readonly hasAlgorithmProtection: boolean
  /** What it protects; `undefined` when it is absent or cannot be read. */
  readonly algorithmProtection: AlgorithmProtection | undefined
  /** Timestamps as complete CMS: before the signature, and over it. */
  readonly contentTimestamps: readonly Uint8Array[]
  readonly signatureTimestamps: readonly Uint8Array[]
  /** Adobe's archive of revocation data among the signed attributes. */
  readonly archivedCrls: readonly Uint8Array[]
  readonly archivedOcspResponses: readonly Uint8Array[]
  /** Attributes that come more than once, or have more than one value, where only one is allowed. */
  readonly repeated: readonly string[]
  /** Attributes of a known kind that could not be read. */
  readonly broken: readonly string[]
}

/**
 * Attributes of which there may be one with one value: by RFC 5652, 11, RFC 5035, 5.4 and RFC 6211, 2; the policy and the
 * roles by the baseline profiles alone (EN 319 122-1 and EN 319 142-1, 6.3).
 */
const SINGLE: readonly string[] = [
  CMS_OID.contentType,
  CMS_OID.messageDigest,
  CMS_OID.signingTime,
  CMS_OID.signingCertificate,
  CMS_OID.signingCertificateV2,
  CMS_OID.signaturePolicy,
  CMS_OID.signerAttributes,
  CMS_OID.signerAttributesV2,
  CMS_OID.algorithmProtection,
]

/** Reads `IssuerSerial`. */
function readIssuerSerial(element: DerElement | undefined) {
  if (element === undefined) return { issuer: undefined, serial: undefined }
  const cursor = openElement(element)
  const issuer = readGeneralNames(takeElement(cursor, TAG.sequence))
  return { issuer, serial: readIntegerHex(takeElement(cursor)) }
}

/** Reads the `ESSCertID`s of either version; without an algorithm, version 2 means SHA-256 (RFC 5035, 4). */
function readReferences(version: 1 | 2, value: DerElement): readonly CertificateReference[] {
  const list = takeElement(openElement(expectTag(value, TAG.sequence)), TAG.sequence)
  return membersOf(list).map((member) => {
    const cursor = openElement(expectTag(member, TAG.sequence))
    const algorithm = version === 2 ? takeOptional(cursor, TAG.sequence) : undefined
    const implied = version === 1 ? ('sha1' as const) : ('sha256' as const)
    const digestAlgorithm = algorithm === undefined ? implied : readAlgorithm(algorithm).digest
    const hash = readOctets(takeElement(cursor))
    const { issuer, serial } = readIssuerSerial(takeOptional(cursor, TAG.sequence))
    return { version, digestAlgorithm, hash, issuer, serial }
  })
}

/** Reads `SignaturePolicyId`; NULL means a policy that is implied, and is told as an empty identifier. */
function readPolicy(value: DerElement): SignaturePolicyReference {
  if (value.tag === TAG.null) return { oid: '', digestAlgorithm: undefined, digest: undefined }
  const cursor = openElement(expectTag(value, TAG.sequence))
  const oid = readOid(takeElement(cursor, TAG.oid))
  const hash = takeOptional(cursor, TAG.sequence)
  if (hash === undefined) return { oid, digestAlgorithm: undefined, digest: undefined }
  const members = openElement(hash)
  const digestAlgorithm = readAlgorithm(takeElement(members, TAG.sequence))
  return { oid, digestAlgorithm, digest: readOctets(takeElement(members)) }
}

/** Texts among claimed attributes, in whichever of the two attributes they come. */
function readClaimedRoles(value: DerElement): readonly string[] {
  const claimed = membersOf(expectTag(value, TAG.sequence)).find(({ tag }) => tag === contextConstructed(0))
  if (claimed === undefined) return []
  // Version 2 has an explicit tag around the list; version 1 tags it directly in some files.
  const [first] = membersOf(claimed)
  const holdsList = first !== undefined && membersOf(first)[0]?.tag === TAG.sequence
  const attributes = holdsList && first !== undefined ? membersOf(first) : membersOf(claimed)
  return attributes.flatMap((attribute) => {
    const cursor = openElement(attribute)
    takeElement(cursor, TAG.oid)
    return membersOf(takeElement(cursor, TAG.set)).flatMap((text) => readText(text) ?? [])
  })
}

/** Reads Adobe's `RevocationInfoArchival` (ISO 32000-2, 12.8.3.3.2). */
function readArchive(value: DerElement) {
  const cursor = openElement(expectTag(value, TAG.sequence))
  const list = (element: DerElement | undefined) =>
    element === undefined ? [] : membersOf(element).map(encodingOf)
  const archivedCrls = list(takeExplicit(cursor, 0))
  return { archivedCrls, archivedOcspResponses: isAtEnd(cursor) ? [] : list(takeExplicit(cursor, 1)) }
}

/** Reads `CMSAlgorithmProtection`; the signature algorithm is tagged implicitly. */
function readProtection(value: DerElement): AlgorithmProtection {
  const cursor = openElement(expectTag(value, TAG.sequence))
  const digestOid = readOid(takeElement(openElement(takeElement(cursor, TAG.sequence)), TAG.oid))
  const signature = takeOptional(cursor, contextConstructed(1))
  const signatureOid = signature && readOid(takeElement(openElement(signature), TAG.oid))
  return { digestOid, signatureOid }
}

/** So many broken values of one kind are read past; whoever sends more wants to keep the reader busy. */
const MAX_BROKEN_VALUES = 100

/** Values of attributes by identifier, in their order. */
function groupValues(attributes: readonly CmsAttribute[]): ReadonlyMap<string, readonly Uint8Array[]> {
  const groups = new Map<string, Uint8Array[]>()
  for (const { oid, values } of attributes) {
    const group = groups.get(oid) ?? []
    groups.set(oid, group)
    for (const value of values) group.push(value)
  }
  return groups
}

/** Reads values of attributes and keeps account of those that cannot be read. */
function openAttributes(attributes: readonly CmsAttribute[]) {
  const broken = new Set<string>()
  const groups = groupValues(attributes)
  return {
    broken,
    /** What each value of an attribute gives. */
    readAll<T>(oid: string, reader: (value: DerElement) => T): readonly T[] {
      const values = groups.get(oid)
      if (values === undefined) return []
      const results: T[] = []
      let brokenValues = 0
      for (const value of values) {
        try {
          results.push(reader(readDer(value, 'CMS attribute', value[0] ?? TAG.sequence)))
        } catch (error) {
          if (!isMotcuaError(error, 'pki/malformed')) throw error
          broken.add(oid)
          brokenValues += 1
          if (brokenValues >= MAX_BROKEN_VALUES) break
        }
      }
      return results
    },
  }
}

/** Attributes that come too often. */
function findRepeated(signed: readonly CmsAttribute[]): readonly string[] {
  return SINGLE.filter((oid) => {
    const found = signed.filter((attribute) => attribute.oid === oid)
    return found.length > 1 || found.some(({ values }) => values.length !== 1)
  })
}

/** Tells what the attributes of a signer mean. */
export function interpretAttributes(
  signed: readonly CmsAttribute[],
  unsigned: readonly CmsAttribute[],
): AttributeFacts {
  const inside = openAttributes(signed)
  const outside = openAttributes(unsigned)
  const archives = inside.readAll(CMS_OID.revocationInfoArchival, readArchive)
  return {
    contentType: inside.readAll(CMS_OID.contentType, readOid)[0],
    messageDigest: inside.readAll(CMS_OID.messageDigest, readOctets)[0],
    signingTime: inside.readAll(CMS_OID.signingTime, readTime)[0],
    signingCertificates: [
      ...inside.readAll(CMS_OID.signingCertificateV2, (value) => readReferences(2, value)).flat(),
      ...inside.readAll(CMS_OID.signingCertificate, (value) => readReferences(1, value)).flat(),
    ],
    commitmentTypes: inside.readAll(CMS_OID.commitmentType, (value) =>
      readOid(takeElement(openElement(expectTag(value, TAG.sequence)), TAG.oid)),
    ),
    signaturePolicy: inside.readAll(CMS_OID.signaturePolicy, readPolicy)[0],
    claimedRoles: [CMS_OID.signerAttributes, CMS_OID.signerAttributesV2].flatMap((oid) =>
      inside.readAll(oid, readClaimedRoles).flat(),
    ),
    hasAlgorithmProtection: signed.some(({ oid }) => oid === CMS_OID.algorithmProtection),
    algorithmProtection: inside.readAll(CMS_OID.algorithmProtection, readProtection)[0],
    contentTimestamps: inside.readAll(CMS_OID.contentTimestamp, encodingOf),
    signatureTimestamps: outside.readAll(CMS_OID.signatureTimestamp, encodingOf),
    archivedCrls: archives.flatMap(({ archivedCrls }) => archivedCrls),
    archivedOcspResponses: archives.flatMap(({ archivedOcspResponses }) => archivedOcspResponses),
    repeated: findRepeated(signed),
    broken: [...inside.broken, ...outside.broken],
  }
}
