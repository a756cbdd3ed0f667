/**
 * Builds the answers of a timestamp authority (RFC 3161, 2.4.2).
 *
 * @module
 */

import { readHex, writeUtf8 } from '../../bytes.ts'
import { type Instant, toEpochMs } from '../../date.ts'
import { hashBytes } from '../../hash.ts'
import { buildSignedData } from '../cms/build-signed-data.ts'
import { buildSignedAttributes } from '../cms/signed-attributes.ts'
import { CMS_OID } from '../der/oids.ts'
import {
  writeElement,
  writeInteger,
  writeNamedBits,
  writeOid,
  writeSequence,
  writeUnsignedInteger,
  writeUtf8String,
} from '../der/write-der.ts'
import type { Signer } from '../signer.ts'
import { readTimestampRequest, type TimestampRequestFacts } from '../timestamp/request.ts'

/** What an authority puts into a timestamp. */
export interface TimestampIssue {
  /** The request as it came. */
  readonly request: Uint8Array
  readonly stampedAt: Instant
  /** Hexadecimal; unique with the authority. */
  readonly serial: string
  /** Policy of the authority; that of the request when one is asked for. */
  readonly policy: string
  /** Bound of the clock's error. */
  readonly accuracyMs?: number
}

/** Writes a GeneralizedTime with fractions, without trailing zeros (RFC 3161, 2.4.2). */
function writeGenTime(moment: Instant): Uint8Array {
  const iso = new Date(toEpochMs(moment)).toISOString()
  const digits = iso.slice(0, 19).replace(/[-:T]/g, '')
  const fraction = iso.slice(19, 23).replace(/\.?0*$/, '')
  return writeElement(0x18, writeUtf8(`${digits}${fraction}Z`))
}

/** Writes `Accuracy` in seconds and milliseconds. */
function writeAccuracy(accuracyMs: number | undefined): Uint8Array | undefined {
  if (accuracyMs === undefined) return undefined
  const seconds = Math.floor(accuracyMs / 1000)
  const millis = accuracyMs % 1000
  const millisField = millis === 0 ? undefined : writeElement(0x80, writeInteger(millis).subarray(2))
  return writeSequence(seconds === 0 ? undefined : writeInteger(seconds), millisField)
}

/** Writes `TSTInfo`, repeating imprint and nonce. */
function writeInfo(facts: TimestampRequestFacts, issue: TimestampIssue): Uint8Array {
  return writeSequence(
    writeInteger(1),
    writeOid(facts.policy ?? issue.policy),
    facts.imprintDer,
    writeUnsignedInteger(readHex(issue.serial)),
    writeGenTime(issue.stampedAt),
    writeAccuracy(issue.accuracyMs),
    facts.nonce === undefined ? undefined : writeUnsignedInteger(readHex(facts.nonce)),
  )
}

/**
 * Builds the answer to a timestamp request: granted, with a token signed by the authority.
 *
 * @param authority - Its chain starts with a certificate for timestamping; it is sent along when asked for.
 * @throws MotcuaError `pki/malformed` for a request that is none, through the readers below.
 */
export async function buildTimestampResponse(issue: TimestampIssue, authority: Signer): Promise<Uint8Array> {
  const facts = readTimestampRequest(issue.request)
  const octets = writeInfo(facts, issue)
  const { algorithm, chain } = authority
  const signerCertificate = chain[0] ?? new Uint8Array(0)
  const signedAttributes = buildSignedAttributes({
    digestAlgorithm: algorithm.digest,
    messageDigest: hashBytes(algorithm.digest, octets),
    signerCertificate,
    contentType: CMS_OID.tstInfo,
  })
  const signature = await authority.sign(signedAttributes)
  const token = buildSignedData({
    signedAttributes,
    signature,
    algorithm,
    signerCertificate,
    certificates: facts.wantsCertificate ? chain : [],
    content: { type: CMS_OID.tstInfo, octets },
  })
  return writeSequence(writeSequence(writeInteger(0)), token)
}

/** Builds a refusal: status 2 with one failure bit and a text (RFC 3161, 2.4.2). */
export function buildTimestampRefusal(failureBit: number, text: string): Uint8Array {
  const freeText = writeSequence(writeUtf8String(text))
  return writeSequence(writeSequence(writeInteger(2), freeText, writeNamedBits([failureBit])))
}
