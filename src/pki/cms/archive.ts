/**
 * What CAdES adds to a signer for the long term: archive timestamps with what each of them covers, and certificates and
 * revocation data in unsigned attributes (ETSI EN 319 122-1, 5.5 and annex A.1).
 *
 * @module
 */
import { writeHex } from '../../bytes.ts'
import { tryReading } from '../../errors.ts'
import { type HashAlgorithm, hashBytes } from '../../hash.ts'
import { readAlgorithm } from '../algorithms.ts'
import { CMS_OID, OCSP_OID } from '../der/oids.ts'
import {
  contextConstructed,
  type DerElement,
  encodingOf,
  isAtEnd,
  membersOf,
  onlyMember,
  openElement,
  readDer,
  TAG,
  takeElement,
  takeExplicit,
} from '../der/read-der.ts'
import { readOctets, readOid } from '../der/read-values.ts'
import {
  joinBytes,
  writeEnumerated,
  writeExplicit,
  writeOctets,
  writeOid,
  writeSequence,
} from '../der/write-der.ts'
import { refuseMalformed } from '../messages.ts'
import { readTimestampToken, type TimestampToken } from '../timestamp/token.ts'
import type { SignedData } from './read-signed-data.ts'
import type { SignerInfo } from './read-signer-info.ts'

/** Certificates and revocation data, DER each; OCSP answers as complete responses. */
export interface ArchivedData {
  readonly certificates: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
  readonly ocspResponses: readonly Uint8Array[]
}

/** An archive timestamp and what it covers. */
export interface ArchiveTimestamp {
  readonly token: TimestampToken
  /** Certificates and revocation data that it covers, those of attributes among them. */
  readonly covered: ArchivedData
  /** Timestamps inside the signer that it covers, signature timestamps and older archive timestamps, as DER. */
  readonly coveredTimestamps: readonly Uint8Array[]
  /** Digests in its index that belong to nothing in the CMS: what they were of was changed or taken away. */
  readonly missing: number
  /** Writes what its imprint must be of (5.5.3), given the digest of the content by its own algorithm. */
  readonly writeImprinted: (contentDigest: Uint8Array) => Uint8Array
}

/** What a signer carries for the long term. */
export interface CadesArchive {
  /** The oldest first, as they say themselves. */
  readonly timestamps: readonly ArchiveTimestamp[]
  /** How many could not be read. */
  readonly unreadable: number
  /** What stands in certificate-values and revocation-values. */
  readonly values: ArchivedData
}

const NOTHING: ArchivedData = { certificates: [], crls: [], ocspResponses: [] }

/** Puts a BasicOCSPResponse, which is what revocation-values hold, into an OCSPResponse (RFC 6960, 4.2.1). */
function wrapBasic(basic: Uint8Array): Uint8Array {
  const inner = writeSequence(writeOid(OCSP_OID.basicResponse), writeOctets(basic))
  return writeSequence(writeEnumerated(0), writeExplicit(0, inner))
}

/** Reads `RevocationValues` (A.1.2): CRLs under 0, basic OCSP answers under 1; others are not known here. */
function readRevocationValues(value: DerElement): ArchivedData {
  const cursor = openElement(value)
  const list = (element: DerElement | undefined) =>
    element === undefined ? [] : membersOf(element).map(encodingOf)
  const crls = isAtEnd(cursor) ? [] : list(takeExplicit(cursor, 0))
  const basics = isAtEnd(cursor) ? [] : list(takeExplicit(cursor, 1))
  return { certificates: [], crls, ocspResponses: basics.map(wrapBasic) }
}

/** What a value of an unsigned attribute holds; nothing where it is of another kind or cannot be read. */
function readValues(oid: string, value: Uint8Array): ArchivedData {
  const read = (): ArchivedData => {
    const element = readDer(value, 'CAdES values')
    if (oid === CMS_OID.revocationValues) return readRevocationValues(element)
    return { ...NOTHING, certificates: membersOf(element).map(encodingOf) }
  }
  const isKnown = oid === CMS_OID.certificateValues || oid === CMS_OID.revocationValues
  return (isKnown ? tryReading('pki/malformed', read) : undefined) ?? NOTHING
}

function joinData(parts: readonly ArchivedData[]): ArchivedData {
  return {
    certificates: parts.flatMap(({ certificates }) => certificates),
    crls: parts.flatMap(({ crls }) => crls),
    ocspResponses: parts.flatMap(({ ocspResponses }) => ocspResponses),
  }
}

/** Something that an index can name: the bytes that are digested, and what they hold. */
interface Indexed {
  readonly bytes: Uint8Array
  readonly data: ArchivedData
  readonly timestamp?: Uint8Array
}

/** What one member of `RevocationInfoChoices` holds. */
function readRevocationInfo(member: DerElement): ArchivedData {
  if (member.tag === TAG.sequence) return { ...NOTHING, crls: [encodingOf(member)] }
  const [format, info] = membersOf(member)
  if (format?.tag !== TAG.oid || info === undefined) return NOTHING
  const oid = readOid(format)
  if (oid === CMS_OID.ocspResponseInfo) return { ...NOTHING, ocspResponses: [encodingOf(info)] }
  return oid === OCSP_OID.basicResponse
    ? { ...NOTHING, ocspResponses: [wrapBasic(encodingOf(info))] }
    : NOTHING
}

/** The certificates and the revocation data of a CMS as they are encoded, and what they hold. */
function listSets({ der }: SignedData): { certificates: Indexed[]; revocation: Indexed[] } {
  const cursor = openElement(readDer(der, 'CMS SignedData'))
  takeElement(cursor, TAG.oid)
  const fields = membersOf(onlyMember(takeElement(cursor, contextConstructed(0))))
  const membersUnder = (tag: number) => fields.filter((field) => field.tag === tag).flatMap(membersOf)
  return {
    certificates: membersUnder(contextConstructed(0)).map((member) => {
      const bytes = encodingOf(member)
      return { bytes, data: { ...NOTHING, certificates: member.tag === TAG.sequence ? [bytes] : [] } }
    }),
    revocation: membersUnder(contextConstructed(1)).map((member) => ({
      bytes: encodingOf(member),
      data: readRevocationInfo(member),
    })),
  }
}

/** The values of the unsigned attributes, each with the identifier of its attribute before it (5.5.2). */
function listAttributeValues({ unsignedAttributes }: SignerInfo): Indexed[] {
  return unsignedAttributes.flatMap(({ oid, values }) =>
    values.map((value) => {
      const bytes = joinBytes([writeOid(oid), value])
      const isTimestamp = oid === CMS_OID.signatureTimestamp || oid === CMS_OID.archiveTimestampV3
      return { bytes, data: readValues(oid, value), ...(isTimestamp ? { timestamp: value } : {}) }
    }),
  )
}

/** `ATSHashIndexV3` (5.5.2): digests of certificates, of revocation data, and of values of attributes. */
interface HashIndex {
  readonly der: Uint8Array
  readonly digest: HashAlgorithm
  /** Hexadecimal, in the three lists. */
  readonly lists: readonly (readonly string[])[]
}

/** Reads the index in an archive timestamp. */
function readIndex(token: TimestampToken): HashIndex {
  const attributes = token.signer?.unsignedAttributes ?? []
  const [attribute] = attributes.filter(({ oid }) => oid === CMS_OID.hashIndexV3)
  const [value] = attribute?.values ?? []
  if (value === undefined) return refuseMalformed('archive timestamp', 0, 'no ats-hash-index-v3')
  const element = readDer(value, 'ats-hash-index-v3')
  const [algorithm, ...lists] = membersOf(element)
  const digest = algorithm && readAlgorithm(algorithm).digest
  if (digest === undefined || lists.length !== 3)
    return refuseMalformed('ats-hash-index-v3', 0, 'another structure or digest')
  const read = (list: DerElement) => membersOf(list).map((member) => writeHex(readOctets(member)))
  return { der: value, digest, lists: lists.map(read) }
}

/** The fields of the signer from its version to its signature, as they came (5.5.3, item 3). */
function sliceSigned({ der }: SignerInfo): Uint8Array {
  const members = membersOf(readDer(der, 'SignerInfo'))
  return joinBytes(members.filter(({ tag }) => tag !== contextConstructed(1)).map(encodingOf))
}

/** Reads one archive timestamp. */
function readTimestamp(
  value: Uint8Array,
  {
    signedData,
    signer,
    all,
  }: { signedData: SignedData; signer: SignerInfo; all: readonly (readonly Indexed[])[] },
): ArchiveTimestamp {
  const token = readTimestampToken(value)
  const index = readIndex(token)
  const found: Indexed[] = []
  let missing = 0
  for (const [position, list] of index.lists.entries()) {
    const byDigest = new Map(
      (all[position] ?? []).map((each) => [writeHex(hashBytes(index.digest, each.bytes)), each] as const),
    )
    for (const digest of list) {
      const each = byDigest.get(digest)
      if (each === undefined) missing += 1
      else found.push(each)
    }
  }
  return {
    token,
    covered: joinData(found.map(({ data }) => data)),
    coveredTimestamps: found.flatMap(({ timestamp }) => timestamp ?? []),
    missing,
    writeImprinted: (contentDigest) =>
      joinBytes([writeOid(signedData.contentType), contentDigest, sliceSigned(signer), index.der]),
  }
}

/**
 * Reads what a signer carries for the long term: archive timestamps (archive-time-stamp-v3), and the values of certificates
 * and revocation data. Older kinds of archive timestamps are not read.
 *
 * What an archive timestamp covers stands in the index that it carries; whether its imprint is right and its authority
 * can be trusted is for whoever judges.
 *
 * @example
 * import { readCadesArchive, readSignedData } from 'motcua/pki'
 * const listTimes = (cms: Uint8Array) => {
 *   const signedData = readSignedData(cms)
 *   return signedData.signers.flatMap((signer) =>
 *     readCadesArchive(signedData, signer).timestamps.map(({ token }) => token.info.stampedAt),
 *   )
 * }
 * typeof listTimes // 'function'
 */
export function readCadesArchive(signedData: SignedData, signer: SignerInfo): CadesArchive {
  const ofKind = (oid: string) =>
    signer.unsignedAttributes.filter((each) => each.oid === oid).flatMap(({ values }) => values)
  const encodings = ofKind(CMS_OID.archiveTimestampV3)
  const { certificates, revocation } = encodings.length > 0 ? listSets(signedData) : listNothing
  const all = [certificates, revocation, encodings.length > 0 ? listAttributeValues(signer) : []]
  const timestamps = encodings.flatMap(
    (value) => tryReading('pki/malformed', () => readTimestamp(value, { signedData, signer, all })) ?? [],
  )
  timestamps.sort((a, b) => (a.token.info.stampedAt < b.token.info.stampedAt ? -1 : 1))
  const values = [CMS_OID.certificateValues, CMS_OID.revocationValues].flatMap((oid) =>
    ofKind(oid).map((value) => readValues(oid, value)),
  )
  return { timestamps, unreadable: encodings.length - timestamps.length, values: joinData(values) }
}

const listNothing: { certificates: Indexed[]; revocation: Indexed[] } = { certificates: [], revocation: [] }
