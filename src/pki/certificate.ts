/**
 * Certificates: DER in, facts out.
 *
 * @module
 */

import { equalBytes, writeHex } from '../bytes.ts'
import type { Instant } from '../date.ts'
import { isMotcuaError, tryReading } from '../errors.ts'
import { hashBytes } from '../hash.ts'
import { type AlgorithmFacts, readAlgorithm } from './algorithms.ts'
import { EXTENSION_OID } from './der/oids.ts'
import {
  type DerCursor,
  type DerElement,
  encodingOf,
  openElement,
  readDer,
  TAG,
  takeElement,
  takeExplicit,
  takeOptional,
} from './der/read-der.ts'
import { readBitString, readIntegerHex, readSmallInteger, readTime } from './der/read-values.ts'
import type {
  AuthorityInfo,
  AuthorityKeyId,
  BasicConstraints,
  DistributionPoint,
  Extension,
  KeyUsage,
  NameConstraints,
  PolicyConstraints,
  PolicyMapping,
  QcStatement,
} from './extensions.ts'
import * as read from './extensions.ts'
import type { GeneralName } from './general-name.ts'
import { type DistinguishedName, isSameName, readName } from './name.ts'
import { type PublicKey, readPublicKey } from './public-key.ts'

/**
 * What a certificate says, free of any judgement.
 *
 * Byte arrays are views of the bytes it was read from and must not be written to.
 */
export interface Certificate {
  readonly der: Uint8Array
  /** SHA-256 of the whole certificate, lower-case hexadecimal: its name in lists and caches. */
  readonly sha256: string
  /** 1, 2 or 3. */
  readonly version: number
  /** Lower-case hexadecimal, without the octet that only carries the sign. */
  readonly serial: string
  readonly issuer: DistinguishedName
  readonly subject: DistinguishedName
  /** Issuer and subject are the same name; says nothing of who signed. */
  readonly isSelfIssued: boolean
  readonly notBefore: Instant
  readonly notAfter: Instant
  readonly publicKey: PublicKey
  readonly signatureAlgorithm: AlgorithmFacts
  /** The algorithm inside the signed bytes is the one outside, as RFC 5280, 4.1.1.2 demands. */
  readonly isAlgorithmConsistent: boolean
  /** The bytes that the issuer signed. */
  readonly tbs: Uint8Array
  readonly signature: Uint8Array
  /** Everything in the extensions, with the octets of each. */
  readonly extensions: readonly Extension[]
  /** Extensions of a known kind whose octets could not be read, and those that come twice. */
  readonly brokenExtensions: readonly string[]
  readonly basicConstraints: BasicConstraints | undefined
  readonly keyUsage: readonly KeyUsage[] | undefined
  /** Purposes as dotted identifiers. */
  readonly extendedKeyUsage: readonly string[] | undefined
  /** Lower-case hexadecimal. */
  readonly subjectKeyId: string | undefined
  readonly authorityKeyId: AuthorityKeyId | undefined
  readonly subjectAltNames: readonly GeneralName[]
  readonly authorityInfo: AuthorityInfo
  readonly crlDistributionPoints: readonly DistributionPoint[]
  readonly policies: readonly string[] | undefined
  readonly policyMappings: readonly PolicyMapping[]
  readonly policyConstraints: PolicyConstraints | undefined
  readonly inhibitAnyPolicy: number | undefined
  readonly nameConstraints: NameConstraints | undefined
  readonly qcStatements: readonly QcStatement[]
  /** The certificate's own status need not be asked for while it signs OCSP answers (RFC 6960, 4.2.2.2.1). */
  readonly hasOcspNoCheck: boolean
}

/** Finds and reads extensions, and keeps account of those that cannot be read. */
interface ExtensionReader {
  find<T>(oid: string, reader: (element: DerElement) => T): T | undefined
  readonly broken: ReadonlySet<string>
}

/** Starts reading the extensions of one certificate. */
function openExtensions(extensions: readonly Extension[]): ExtensionReader {
  const seen = new Set<string>()
  const broken = new Set<string>()
  for (const { oid } of extensions) {
    if (seen.has(oid)) broken.add(oid)
    seen.add(oid)
  }
  return {
    broken,
    find(oid, reader) {
      const extension = extensions.find((candidate) => candidate.oid === oid)
      if (extension === undefined) return undefined
      try {
        const tag = extension.value[0] ?? TAG.sequence
        return reader(readDer(extension.value, 'certificate extension', tag))
      } catch (error) {
        if (!isMotcuaError(error, 'pki/malformed')) throw error
        broken.add(oid)
        return undefined
      }
    },
  }
}

/** The facts that come from extensions. */
function readExtensionFacts(extensions: readonly Extension[]) {
  const reader = openExtensions(extensions)
  const facts = {
    basicConstraints: reader.find(EXTENSION_OID.basicConstraints, read.readBasicConstraints),
    keyUsage: reader.find(EXTENSION_OID.keyUsage, read.readKeyUsage),
    extendedKeyUsage: reader.find(EXTENSION_OID.extendedKeyUsage, read.readExtendedKeyUsage),
    subjectKeyId: reader.find(EXTENSION_OID.subjectKeyId, read.readSubjectKeyId),
    authorityKeyId: reader.find(EXTENSION_OID.authorityKeyId, read.readAuthorityKeyId),
    subjectAltNames: reader.find(EXTENSION_OID.subjectAltName, read.readAltNames) ?? [],
    authorityInfo: reader.find(EXTENSION_OID.authorityInfoAccess, read.readAuthorityInfo) ?? {
      ocspUrls: [],
      caIssuersUrls: [],
    },
    crlDistributionPoints:
      reader.find(EXTENSION_OID.crlDistributionPoints, read.readDistributionPoints) ?? [],
    policies: reader.find(EXTENSION_OID.certificatePolicies, read.readPolicies),
    policyMappings: reader.find(EXTENSION_OID.policyMappings, read.readPolicyMappings) ?? [],
    policyConstraints: reader.find(EXTENSION_OID.policyConstraints, read.readPolicyConstraints),
    inhibitAnyPolicy: reader.find(EXTENSION_OID.inhibitAnyPolicy, read.readCount),
    nameConstraints: reader.find(EXTENSION_OID.nameConstraints, read.readNameConstraints),
    qcStatements: reader.find(EXTENSION_OID.qcStatements, read.readQcStatements) ?? [],
    hasOcspNoCheck: extensions.some(({ oid }) => oid === EXTENSION_OID.ocspNoCheck),
  }
  return { ...facts, brokenExtensions: [...reader.broken] }
}

/** Passes over the two unique identifiers that nobody uses, and reads the extensions. */
function takeExtensions(cursor: DerCursor): readonly Extension[] {
  takeOptional(cursor, 0x81) ?? takeOptional(cursor, 0xa1)
  takeOptional(cursor, 0x82) ?? takeOptional(cursor, 0xa2)
  const extensions = takeExplicit(cursor, 3)
  return extensions === undefined ? [] : read.readExtensions(extensions)
}

/** Reads the fields of a `TBSCertificate` in their order (RFC 5280, 4.1). */
function readTbs(element: DerElement) {
  const cursor = openElement(element)
  const version = takeExplicit(cursor, 0)
  const serial = readIntegerHex(takeElement(cursor))
  const innerAlgorithm = encodingOf(takeElement(cursor, TAG.sequence))
  const issuer = readName(takeElement(cursor))
  const validity = openElement(takeElement(cursor, TAG.sequence))
  const notBefore = readTime(takeElement(validity))
  const notAfter = readTime(takeElement(validity))
  const subject = readName(takeElement(cursor))
  const publicKey = readPublicKey(takeElement(cursor, TAG.sequence))
  const extensions = takeExtensions(cursor)
  return {
    innerAlgorithm,
    version: version === undefined ? 1 : readSmallInteger(version) + 1,
    serial,
    issuer,
    subject,
    isSelfIssued: isSameName(issuer, subject),
    notBefore,
    notAfter,
    publicKey,
    extensions,
    ...readExtensionFacts(extensions),
  }
}

/**
 * Reads one X.509 certificate (RFC 5280, 4.1) from DER.
 *
 * Extensions that cannot be read do not stop the reading; they are listed, so that a judge can say so.
 * Tens of microseconds once warm; whoever sees the same certificate often keeps the facts under `sha256`.
 *
 * @throws MotcuaError `pki/malformed` (through the readers below) with the offset at which it stops being a certificate.
 *
 * @example
 * import { readCertificate } from 'motcua/pki'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * const { issuing } = await createTestAuthority()
 * const facts = readCertificate(issuing.certificate)
 * facts.subject.text // 'CN=motcua test issuing,O=motcua test,C=VN'
 * facts.basicConstraints // { isCa: true, pathLength: 0 }
 */
export function readCertificate(der: Uint8Array): Certificate {
  const cursor = openElement(readDer(der, 'certificate'))
  const tbs = takeElement(cursor, TAG.sequence)
  const signatureAlgorithm = readAlgorithm(takeElement(cursor, TAG.sequence))
  const signature = readBitString(takeElement(cursor, TAG.bitString)).bytes
  const { innerAlgorithm, ...facts } = readTbs(tbs)
  return {
    der,
    sha256: writeHex(hashBytes('sha256', der)),
    ...facts,
    signatureAlgorithm,
    isAlgorithmConsistent: equalBytes(innerAlgorithm, signatureAlgorithm.der),
    tbs: encodingOf(tbs),
    signature,
  }
}

/**
 * Reads those of some certificates that can be read; a broken one will be missed where it is needed.
 *
 * @param encodings - DER, as found in a CMS, an OCSP answer or a DSS dictionary.
 */
export function readCertificates(encodings: readonly Uint8Array[]): readonly Certificate[] {
  return encodings.flatMap((der) => tryReading('pki/malformed', () => readCertificate(der)) ?? [])
}
