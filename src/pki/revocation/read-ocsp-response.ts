/**
 * Reads OCSP answers (RFC 6960, 4.2).
 *
 * @module
 */
import { writeHex } from '../../bytes.ts'
import type { Instant } from '../../date.ts'
import { type AlgorithmFacts, readAlgorithm } from '../algorithms.ts'
import { OCSP_OID } from '../der/oids.ts'
import {
  bodyOf,
  contextConstructed,
  contextPrimitive,
  type DerElement,
  encodingOf,
  expectTag,
  membersOf,
  onlyMember,
  openElement,
  readDer,
  TAG,
  takeElement,
  takeExplicit,
} from '../der/read-der.ts'
import { readBitString, readOctets, readOid, readSmallInteger, readTime } from '../der/read-values.ts'
import { type Extension, readExtensions } from '../extensions.ts'
import { refuseMalformed } from '../messages.ts'
import { type DistinguishedName, readName } from '../name.ts'
import { findNonce, type OcspCertificateId, readCertificateId } from './ocsp-request.ts'
import { type RevocationReason, reasonOfNumber } from './reason.ts'

/** What a responder says about one certificate. */
export interface OcspSingleResponse {
  readonly id: OcspCertificateId
  /** `good` only means: not revoked as far as the responder knows (RFC 6960, 2.2). */
  readonly status: 'good' | 'revoked' | 'unknown'
  readonly revokedAt: Instant | undefined
  readonly reason: RevocationReason | undefined
  readonly thisUpdate: Instant
  /** `undefined`: newer information is available at any time. */
  readonly nextUpdate: Instant | undefined
  readonly extensions: readonly Extension[]
}

/** How a responder names itself. */
export type ResponderId =
  | { readonly kind: 'name'; readonly name: DistinguishedName }
  /** SHA-1 of the public key, lower-case hexadecimal. */
  | { readonly kind: 'key'; readonly keyHash: string }

/** The signed part of an answer (`BasicOCSPResponse`). */
export interface OcspBasicResponse {
  readonly responder: ResponderId
  readonly producedAt: Instant
  readonly responses: readonly OcspSingleResponse[]
  readonly nonce: Uint8Array | undefined
  readonly extensions: readonly Extension[]
  /** The bytes that the responder signed. */
  readonly tbs: Uint8Array
  readonly signatureAlgorithm: AlgorithmFacts
  readonly signature: Uint8Array
  /** Certificates sent along, as DER. */
  readonly certificates: readonly Uint8Array[]
}

/** How a request went, in the words of RFC 6960, 4.2.1. */
export type OcspStatus =
  | 'successful'
  | 'malformedRequest'
  | 'internalError'
  | 'tryLater'
  | 'sigRequired'
  | 'unauthorized'
  | 'other'

/** An OCSP answer. */
export interface OcspResponse {
  readonly status: OcspStatus
  /** `undefined` unless successful. */
  readonly basic: OcspBasicResponse | undefined
  readonly der: Uint8Array
}

const STATUSES: Readonly<Record<number, OcspStatus>> = {
  0: 'successful',
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
}

/** Reads `CertStatus`. */
function readStatus(element: DerElement): Pick<OcspSingleResponse, 'status' | 'revokedAt' | 'reason'> {
  if (element.tag === contextPrimitive(0)) return { status: 'good', revokedAt: undefined, reason: undefined }
  if (element.tag !== contextConstructed(1))
    return { status: 'unknown', revokedAt: undefined, reason: undefined }
  const cursor = openElement(element)
  const revokedAt = readTime(takeElement(cursor))
  const reason = takeExplicit(cursor, 0)
  return {
    status: 'revoked',
    revokedAt,
    reason: reasonOfNumber(reason === undefined ? 0 : readSmallInteger(reason)),
  }
}

/** Reads `SingleResponse`. */
function readSingle(element: DerElement): OcspSingleResponse {
  const cursor = openElement(expectTag(element, TAG.sequence))
  const id = readCertificateId(takeElement(cursor))
  const status = readStatus(takeElement(cursor))
  const thisUpdate = readTime(takeElement(cursor))
  const next = takeExplicit(cursor, 0)
  const extensions = takeExplicit(cursor, 1)
  return {
    id,
    ...status,
    thisUpdate,
    nextUpdate: next === undefined ? undefined : readTime(next),
    extensions: extensions === undefined ? [] : readExtensions(extensions),
  }
}

/** Reads `ResponderID`. */
function readResponder(element: DerElement): ResponderId {
  if (element.tag === contextConstructed(1)) return { kind: 'name', name: readName(onlyMember(element)) }
  expectTag(element, contextConstructed(2))
  return { kind: 'key', keyHash: writeHex(readOctets(onlyMember(element))) }
}

/** Reads `ResponseData`. */
function readData(element: DerElement) {
  const cursor = openElement(element)
  takeExplicit(cursor, 0) // version
  const responder = readResponder(takeElement(cursor))
  const producedAt = readTime(takeElement(cursor))
  const responses = membersOf(takeElement(cursor, TAG.sequence)).map(readSingle)
  const wrapper = takeExplicit(cursor, 1)
  const extensions = wrapper === undefined ? [] : readExtensions(wrapper)
  return {
    responder,
    producedAt,
    responses,
    extensions,
    nonce: findNonce(extensions),
    tbs: encodingOf(element),
  }
}

/** Reads `BasicOCSPResponse`. */
function readBasic(bytes: Uint8Array): OcspBasicResponse {
  const cursor = openElement(readDer(bytes, 'OCSP response'))
  const data = readData(takeElement(cursor, TAG.sequence))
  const signatureAlgorithm = readAlgorithm(takeElement(cursor, TAG.sequence))
  const signature = readBitString(takeElement(cursor, TAG.bitString)).bytes
  const certificates = takeExplicit(cursor, 0)
  return {
    ...data,
    signatureAlgorithm,
    signature,
    certificates: certificates === undefined ? [] : membersOf(certificates).map(encodingOf),
  }
}

/**
 * Reads an OCSP answer. That the responder did not answer is read as well; only what is no answer at all throws.
 *
 * @throws MotcuaError `pki/malformed` through the readers below.
 */
export function readOcspResponse(der: Uint8Array): OcspResponse {
  const cursor = openElement(readDer(der, 'OCSP response'))
  const number = readSmallInteger(expectTag(takeElement(cursor), TAG.enumerated))
  const status = STATUSES[number] ?? 'other'
  const wrapper = takeExplicit(cursor, 0)
  if (wrapper === undefined) return { status, basic: undefined, der }
  const members = openElement(wrapper)
  const type = takeElement(members, TAG.oid)
  if (readOid(type) !== OCSP_OID.basicResponse)
    refuseMalformed('OCSP response', type.start, 'another response type')
  return { status, basic: readBasic(bodyOf(takeElement(members, TAG.octetString))), der }
}
