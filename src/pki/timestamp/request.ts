/**
 * Timestamp requests (RFC 3161, 2.4.1).
 *
 * @module
 */
import { writeHex } from '../../bytes.ts'
import type { HashAlgorithm } from '../../hash.ts'
import { readAlgorithm, writeDigestAlgorithmWithNull } from '../algorithms.ts'
import {
  bodyOf,
  type DerElement,
  openElement,
  readDer,
  TAG,
  takeElement,
  takeOptional,
} from '../der/read-der.ts'
import { readBoolean, readOctets, readOid, readSmallInteger, trimSignOctet } from '../der/read-values.ts'
import {
  writeBoolean,
  writeInteger,
  writeOctets,
  writeOid,
  writeSequence,
  writeUnsignedInteger,
} from '../der/write-der.ts'

/** What a timestamp is asked for. */
export interface TimestampRequest {
  readonly digestAlgorithm: HashAlgorithm
  /** Digest of what is to be stamped: of a signature value, or of the byte range of a document. */
  readonly imprint: Uint8Array
  /** Random octets that the answer must repeat, eight or more; `undefined` gives up the protection against replay. */
  readonly nonce?: Uint8Array | undefined
  /** Policy to be stamped under; the authority's choice when absent. */
  readonly policy?: string | undefined
  /** Asks for the authority's certificate in the token; `true` when absent, because long-term validation needs it. */
  readonly wantsCertificate?: boolean
}

/** The digest that is stamped, as read. */
export interface MessageImprint {
  /** Dotted identifier or name of the digest. */
  readonly algorithmName: string
  /** `undefined` for a digest that is not known here. */
  readonly digestAlgorithm: HashAlgorithm | undefined
  readonly digest: Uint8Array
}

/** A request as an authority reads it. */
export interface TimestampRequestFacts {
  readonly imprint: MessageImprint
  /** Encoding of the imprint, which the answer repeats. */
  readonly imprintDer: Uint8Array
  readonly policy: string | undefined
  /** Lower-case hexadecimal. */
  readonly nonce: string | undefined
  readonly wantsCertificate: boolean
}

/** Hexadecimal of a nonce as the INTEGER shows it: without leading zero octets. */
export function nonceHex(nonce: Uint8Array): string {
  const start = nonce.findIndex((byte) => byte !== 0)
  return start < 0 ? '00' : writeHex(nonce.subarray(start))
}

/**
 * Builds a timestamp request.
 *
 * The digest's identifier carries NULL parameters: RFC 5754 would rather leave them out, but every authority
 * has met the NULL of older clients.
 *
 * @example
 * import { buildTimestampRequest } from 'motcua/pki'
 * const request = buildTimestampRequest({
 *   digestAlgorithm: 'sha256',
 *   imprint: new Uint8Array(32),
 *   nonce: new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]), // random octets in earnest
 * })
 * request[0] // 48: DER, to be sent as application/timestamp-query
 */
export function buildTimestampRequest(request: TimestampRequest): Uint8Array {
  const { digestAlgorithm, imprint, nonce, policy, wantsCertificate = true } = request
  return writeSequence(
    writeInteger(1),
    writeSequence(writeDigestAlgorithmWithNull(digestAlgorithm), writeOctets(imprint)),
    policy === undefined ? undefined : writeOid(policy),
    nonce === undefined ? undefined : writeUnsignedInteger(nonce),
    wantsCertificate ? writeBoolean(true) : undefined,
  )
}

/** Reads `MessageImprint`. */
export function readImprint(element: DerElement): MessageImprint {
  const cursor = openElement(element)
  const algorithm = readAlgorithm(takeElement(cursor, TAG.sequence))
  const digest = readOctets(takeElement(cursor))
  return { algorithmName: algorithm.name, digestAlgorithm: algorithm.digest, digest }
}

/** Reads a timestamp request, as an authority does. */
export function readTimestampRequest(der: Uint8Array): TimestampRequestFacts {
  const cursor = openElement(readDer(der, 'timestamp request'))
  readSmallInteger(takeElement(cursor, TAG.integer)) // version
  const imprint = takeElement(cursor, TAG.sequence)
  const policy = takeOptional(cursor, TAG.oid)
  const nonce = takeOptional(cursor, TAG.integer)
  const wantsCertificate = takeOptional(cursor, TAG.boolean)
  return {
    imprint: readImprint(imprint),
    imprintDer: imprint.source.bytes.subarray(imprint.start, imprint.end),
    policy: policy === undefined ? undefined : readOid(policy),
    nonce: nonce === undefined ? undefined : writeHex(trimSignOctet(bodyOf(nonce))),
    wantsCertificate: wantsCertificate !== undefined && readBoolean(wantsCertificate),
  }
}
