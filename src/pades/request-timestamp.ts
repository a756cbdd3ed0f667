/**
 * Timestamps asked for and checked before they are used (RFC 3161).
 *
 * @module
 */
import type { Instant } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import type { HashAlgorithm } from '../hash.ts'
import {
  buildTimestampRequest,
  type Certificate,
  checkTimestampResponse,
  type FetchTimestamp,
  readTimestampResponse,
} from '../pki/index.ts'
import { messages } from './messages.ts'

/** Where timestamps come from. */
export interface TimestampSource {
  readonly fetchTimestamp: FetchTimestamp
  /** Random octets for the nonce; without it an old answer could be played back. */
  readonly randomBytes: (length: number) => Uint8Array
  /** Digest that is stamped, SHA-256 when absent. */
  readonly digest?: HashAlgorithm
  /** Policy to be stamped under; the authority's choice when absent. */
  readonly policy?: string
  /** Octets to reserve for a token; 12 KiB when absent, and more is reserved when a token turns out larger. */
  readonly reservedBytes?: number
}

/** Enough for a token with a chain of three RSA-4096 certificates. */
export const TOKEN_BYTES = 12 * 1024

/** A nonce nobody guesses. */
const NONCE_BYTES = 16

/** A timestamp that was checked against its request. */
export interface CheckedTimestamp {
  readonly token: Uint8Array
  readonly stampedAt: Instant
  readonly certificate: Certificate
  /** Certificates that came along, as DER. */
  readonly certificates: readonly Uint8Array[]
}

/** The digest that a source stamps. */
export function digestOf({ digest = 'sha256' }: TimestampSource): HashAlgorithm {
  return digest
}

/**
 * Asks for a timestamp over a digest and checks the whole answer: status, imprint, nonce, policy, signature, purpose.
 *
 * @throws MotcuaError `pades/timestamp-refused` with the codes of what was wrong with the answer.
 */
export async function requestTimestamp(
  source: TimestampSource,
  imprint: Uint8Array,
): Promise<CheckedTimestamp> {
  const { fetchTimestamp, randomBytes, policy } = source
  const request = { digestAlgorithm: digestOf(source), imprint, nonce: randomBytes(NONCE_BYTES), policy }
  const answer = readTimestampResponse(await fetchTimestamp(buildTimestampRequest(request)))
  const { token, certificate, findings } = await checkTimestampResponse(answer, request)
  const codes = findings.filter(({ outcome }) => outcome !== 'warning').map(({ code }) => code)
  if (codes.length > 0 || token === undefined || certificate === undefined) {
    throw new MotcuaError(messages, 'pades/timestamp-refused', { codes })
  }
  const { der, info, signedData } = token
  return { token: der, stampedAt: info.stampedAt, certificate, certificates: signedData.certificates }
}

/**
 * Refuses a timestamp over a signature whose time lies outside the signer's certificate: clocks that disagree, or a
 * certificate that is minutes old. Every validator would take the signature for one of a certificate not in force.
 *
 * @throws MotcuaError `pades/timestamp-refused`
 */
export function assertWithinCertificate({ stampedAt }: CheckedTimestamp, signer: Certificate): void {
  if (stampedAt >= signer.notBefore && stampedAt <= signer.notAfter) return
  throw new MotcuaError(messages, 'pades/timestamp-refused', {
    codes: ['pades/timestamp-outside-certificate'],
  })
}
