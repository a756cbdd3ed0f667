/**
 * Reads CMS SignedData (RFC 5652, 5.1): facts for a signer that extends and a validator that judges.
 *
 * @module
 */
import { compareBytes } from '../../bytes.ts'
import { type AlgorithmFacts, readAlgorithm } from '../algorithms.ts'
import { measureEncoding, normaliseBer } from '../der/normalise-ber.ts'
import { CMS_OID } from '../der/oids.ts'
import {
  bodyOf,
  contextConstructed,
  type DerElement,
  encodingOf,
  expectTag,
  isAtEnd,
  membersOf,
  onlyMember,
  openElement,
  readElement,
  TAG,
  takeElement,
  takeExplicit,
  takeOptional,
} from '../der/read-der.ts'
import { readOid, readSmallInteger } from '../der/read-values.ts'
import { refuseMalformed } from '../messages.ts'
import { readSignerInfo, type SignerInfo } from './read-signer-info.ts'

/** What a CMS SignedData holds. Byte arrays are views and must not be written to. */
export interface SignedData {
  /** The ContentInfo without what follows it; rewritten with definite lengths when it came as BER. */
  readonly der: Uint8Array
  /** It came as DER: lengths definite and shortest, strings in one piece. Order of sets is told apart. */
  readonly isDer: boolean
  /** Zero octets after the structure, as the padding of a PDF's /Contents. */
  readonly paddingBytes: number
  /** Octets after the structure from the first that is not zero. */
  readonly trailingBytes: number
  readonly version: number
  readonly digestAlgorithms: readonly AlgorithmFacts[]
  /** Dotted identifier of the type of content. */
  readonly contentType: string
  /** Embedded content; `undefined` when the signature is detached. */
  readonly content: Uint8Array | undefined
  /** X.509 certificates as DER, in the order they come. */
  readonly certificates: readonly Uint8Array[]
  /** Attribute certificates and other kinds, not read further. */
  readonly otherCertificates: number
  /** The certificates are in the order that DER wants of a SET OF. */
  readonly areCertificatesSorted: boolean
  readonly crls: readonly Uint8Array[]
  /** OCSP responses carried as other revocation information (RFC 5940). */
  readonly ocspResponses: readonly Uint8Array[]
  readonly signers: readonly SignerInfo[]
}

const STRUCTURE = 'CMS SignedData'

/** Tells whether encodings stand in the order of a SET OF. */
export function areSorted(encodings: readonly Uint8Array[]): boolean {
  return encodings.every((encoding, index) => {
    const next = encodings[index + 1]
    return next === undefined || compareBytes(encoding, next) <= 0
  })
}

/** Counts zero octets from `start`, and what follows them. */
function measureTail(bytes: Uint8Array, start: number) {
  let end = start
  while (end < bytes.length && bytes[end] === 0) end += 1
  return { paddingBytes: end - start, trailingBytes: bytes.length - end }
}

/** Splits the members of `CertificateSet`; only plain certificates are SEQUENCEs. */
function readCertificateSet(element: DerElement | undefined) {
  const members = element === undefined ? [] : membersOf(element)
  const certificates = members.filter(({ tag }) => tag === TAG.sequence).map(encodingOf)
  return {
    certificates,
    otherCertificates: members.length - certificates.length,
    areCertificatesSorted: areSorted(members.map(encodingOf)),
  }
}

/** Splits the members of `RevocationInfoChoices`: CRLs, and OCSP responses under `[1]` (RFC 5940, 2.1). */
function readRevocationInfo(element: DerElement | undefined) {
  const crls: Uint8Array[] = []
  const ocspResponses: Uint8Array[] = []
  for (const member of element === undefined ? [] : membersOf(element)) {
    if (member.tag === TAG.sequence) crls.push(encodingOf(member))
    if (member.tag !== contextConstructed(1)) continue
    const cursor = openElement(member)
    const format = readOid(takeElement(cursor, TAG.oid))
    if (format === CMS_OID.ocspResponseInfo) ocspResponses.push(encodingOf(takeElement(cursor)))
  }
  return { crls, ocspResponses }
}

/** Reads `EncapsulatedContentInfo`; content that is no OCTET STRING (PKCS #7) is given as its octets. */
function readContent(element: DerElement) {
  const cursor = openElement(element)
  const contentType = readOid(takeElement(cursor, TAG.oid))
  const content = takeExplicit(cursor, 0)
  return { contentType, content: content === undefined ? undefined : bodyOf(content) }
}

/** What is known of a structure from outside. */
type Envelope = Pick<SignedData, 'der' | 'isDer' | 'paddingBytes' | 'trailingBytes'>

/**
 * Reads the fields of SignedData in their order.
 *
 * They are listed one by one: to copy objects takes Node 20 several times as long as to read what they hold.
 */
function readFields(element: DerElement, envelope: Envelope): SignedData {
  const cursor = openElement(expectTag(element, TAG.sequence))
  const version = readSmallInteger(takeElement(cursor, TAG.integer))
  const digestAlgorithms = membersOf(takeElement(cursor, TAG.set)).map((member) => readAlgorithm(member))
  const { contentType, content } = readContent(takeElement(cursor, TAG.sequence))
  const set = readCertificateSet(takeOptional(cursor, contextConstructed(0)))
  const { crls, ocspResponses } = readRevocationInfo(takeOptional(cursor, contextConstructed(1)))
  const signers = membersOf(takeElement(cursor, TAG.set)).map(readSignerInfo)
  if (!isAtEnd(cursor)) refuseMalformed(STRUCTURE, cursor.offset, 'trailing members')
  const { certificates, otherCertificates, areCertificatesSorted } = set
  return {
    der: envelope.der,
    isDer: envelope.isDer,
    paddingBytes: envelope.paddingBytes,
    trailingBytes: envelope.trailingBytes,
    version,
    digestAlgorithms,
    contentType,
    content,
    certificates,
    otherCertificates,
    areCertificatesSorted,
    crls,
    ocspResponses,
    signers,
  }
}

/**
 * Reads a CMS SignedData from DER or BER, with or without octets after it.
 *
 * Certificates and revocation data are handed over as bytes, so that whoever reads many signatures of one
 * authority reads its certificates once. An attribute that cannot be read is listed with its signer and does
 * not stop the reading; a structure that is no SignedData does.
 *
 * @throws MotcuaError `pki/malformed` with the offset, through the readers below.
 *
 * @example
 * import { readSignedData } from 'motcua/pki'
 * import { isMotcuaError } from 'motcua'
 * try {
 *   readSignedData(new Uint8Array([48, 3, 1, 2]))
 * } catch (error) {
 *   isMotcuaError(error, 'pki/malformed') // true: cut off after four bytes
 * }
 */
export function readSignedData(bytes: Uint8Array): SignedData {
  const source = { bytes, structure: STRUCTURE }
  const { end, isDer, isReadable } = measureEncoding(source)
  const der = isReadable ? bytes.subarray(0, end) : normaliseBer(source)
  const contentInfo = readElement({ bytes: der, structure: STRUCTURE }, 0, der.length)
  const cursor = openElement(expectTag(contentInfo, TAG.sequence))
  const type = takeElement(cursor, TAG.oid)
  if (readOid(type) !== CMS_OID.signedData) refuseMalformed(STRUCTURE, type.start, 'another content type')
  const { paddingBytes, trailingBytes } = measureTail(bytes, end)
  const content = onlyMember(takeElement(cursor, contextConstructed(0)))
  return readFields(content, { der, isDer, paddingBytes, trailingBytes })
}
