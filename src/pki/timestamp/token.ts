/**
 * Timestamp tokens and the answers that bring them (RFC 3161, 2.4.2).
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import { readSignedData, type SignedData } from '../cms/read-signed-data.ts'
import type { SignerInfo } from '../cms/read-signer-info.ts'
import { CMS_OID } from '../der/oids.ts'
import {
  contextConstructed,
  contextPrimitive,
  type DerCursor,
  type DerElement,
  encodingOf,
  isAtEnd,
  membersOf,
  onlyMember,
  openElement,
  readDer,
  readElement,
  TAG,
  takeElement,
  takeOptional,
} from '../der/read-der.ts'
import {
  readBoolean,
  readIntegerHex,
  readNamedBits,
  readOid,
  readSmallInteger,
  readText,
  readTime,
} from '../der/read-values.ts'
import { type GeneralName, readGeneralName } from '../general-name.ts'
import { refuseMalformed } from '../messages.ts'
import { type MessageImprint, readImprint } from './request.ts'

/** What a timestamp states (`TSTInfo`). */
export interface TimestampInfo {
  readonly policy: string
  readonly imprint: MessageImprint
  /** Lower-case hexadecimal, unique with this authority. */
  readonly serial: string
  readonly stampedAt: Instant
  /** The true time lies within this many milliseconds around `stampedAt`; `undefined` when not stated. */
  readonly accuracyMs: number | undefined
  readonly isOrdered: boolean
  /** Lower-case hexadecimal. */
  readonly nonce: string | undefined
  readonly authorityName: GeneralName | undefined
}

/** A timestamp token: a CMS whose content is a {@link TimestampInfo}. */
export interface TimestampToken {
  readonly info: TimestampInfo
  readonly signedData: SignedData
  /** The first signer; RFC 3161 allows one. */
  readonly signer: SignerInfo | undefined
  readonly der: Uint8Array
}

/** What a timestamp authority answered. */
export interface TimestampResponse {
  /** 0 granted, 1 granted with modifications; anything else is a refusal. */
  readonly status: number
  readonly isGranted: boolean
  /** The authority's own words. */
  readonly statusText: string | undefined
  /** Reasons of a refusal in the words of RFC 3161, such as `badAlg` or `timeNotAvailable`. */
  readonly failures: readonly string[]
  /** The token as DER, to be read with `readTimestampToken`. */
  readonly token: Uint8Array | undefined
}

/** Names of `PKIFailureInfo` bits (RFC 3161, 2.4.2). */
const FAILURES: Readonly<Record<number, string>> = {
  0: 'badAlg',
  2: 'badRequest',
  5: 'badDataFormat',
  14: 'timeNotAvailable',
  15: 'unacceptedPolicy',
  16: 'unacceptedExtension',
  17: 'addInfoNotAvailable',
  25: 'systemFailure',
}

/** Unsigned number in a primitive element of any tag. */
function readCount(element: DerElement | undefined): number {
  return element === undefined ? 0 : readSmallInteger(element)
}

/** Reads `Accuracy` as milliseconds, rounded up. */
function readAccuracy(element: DerElement | undefined): number | undefined {
  if (element === undefined) return undefined
  const cursor = openElement(element)
  const seconds = readCount(takeOptional(cursor, TAG.integer))
  const millis = readCount(takeOptional(cursor, contextPrimitive(0)))
  const micros = readCount(takeOptional(cursor, contextPrimitive(1)))
  return seconds * 1000 + millis + Math.ceil(micros / 1000)
}

/** The optional fields at the end of `TSTInfo`, in their order. */
function readOptionalInfo(cursor: DerCursor) {
  const accuracyMs = readAccuracy(takeOptional(cursor, TAG.sequence))
  const ordering = takeOptional(cursor, TAG.boolean)
  const nonce = takeOptional(cursor, TAG.integer)
  const authority = takeOptional(cursor, contextConstructed(0))
  return {
    accuracyMs,
    isOrdered: ordering !== undefined && readBoolean(ordering),
    nonce: nonce === undefined ? undefined : readIntegerHex(nonce),
    authorityName: authority === undefined ? undefined : readGeneralName(onlyMember(authority)),
  }
}

/** Reads `TSTInfo`. */
function readInfo(content: Uint8Array): TimestampInfo {
  const cursor = openElement(readDer(content, 'timestamp info'))
  readSmallInteger(takeElement(cursor, TAG.integer)) // version
  const policy = readOid(takeElement(cursor, TAG.oid))
  const imprint = readImprint(takeElement(cursor, TAG.sequence))
  const serial = readIntegerHex(takeElement(cursor))
  const stampedAt = readTime(takeElement(cursor))
  return { policy, imprint, serial, stampedAt, ...readOptionalInfo(cursor) }
}

/**
 * Reads a timestamp token, with or without zero padding behind it.
 *
 * @throws MotcuaError `pki/malformed` when it is no CMS over a `TSTInfo`, through the readers below.
 */
export function readTimestampToken(bytes: Uint8Array): TimestampToken {
  const signedData = readSignedData(bytes)
  if (signedData.contentType !== CMS_OID.tstInfo || signedData.content === undefined) {
    return refuseMalformed('timestamp token', 0, 'another content type')
  }
  return {
    info: readInfo(signedData.content),
    signedData,
    signer: signedData.signers[0],
    der: signedData.der,
  }
}

/** Reads `PKIFreeText`. */
function readFreeText(element: DerElement | undefined): string | undefined {
  if (element === undefined) return undefined
  return membersOf(element)
    .map((member) => readText(member) ?? '')
    .join('; ')
}

/**
 * Reads the answer of a timestamp authority. A refusal is an answer; only what is no answer at all throws.
 *
 * @throws MotcuaError `pki/malformed` through the readers below, for instance when the server sent a web page.
 */
export function readTimestampResponse(bytes: Uint8Array): TimestampResponse {
  const source = { bytes, structure: 'timestamp response' }
  const cursor = openElement(readElement(source, 0, bytes.length))
  const info = openElement(takeElement(cursor, TAG.sequence))
  const status = readSmallInteger(takeElement(info, TAG.integer))
  const statusText = readFreeText(takeOptional(info, TAG.sequence))
  const failures = takeOptional(info, TAG.bitString)
  const token = isAtEnd(cursor) ? undefined : encodingOf(takeElement(cursor, TAG.sequence))
  return {
    status,
    isGranted: status <= 1 && token !== undefined,
    statusText,
    failures:
      failures === undefined ? [] : readNamedBits(failures).map((bit) => FAILURES[bit] ?? `bit ${bit}`),
    token,
  }
}
