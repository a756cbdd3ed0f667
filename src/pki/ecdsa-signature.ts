/**
 * The two forms of an ECDSA signature: r‖s, as WebCrypto and PKCS#11 give it, and DER, as CMS and X.509 carry it.
 *
 * @module
 */
import { MotcuaError, tryReading } from '../errors.ts'
import { bodyOf, isAtEnd, openElement, readDer, TAG, takeElement } from './der/read-der.ts'
import { trimSignOctet } from './der/read-values.ts'
import { writeSequence, writeUnsignedInteger } from './der/write-der.ts'
import { messages } from './messages.ts'

/**
 * Writes an ECDSA signature as DER (`ECDSA-Sig-Value`, RFC 3279, 2.2.3) from r‖s, both of the same length.
 *
 * @example
 * import { readEcdsaSignature, writeEcdsaSignature } from 'motcua/pki'
 * const raw = new Uint8Array(64).fill(0x81) // r‖s as WebCrypto gives it for P-256
 * const der = writeEcdsaSignature(raw)
 * readEcdsaSignature(der, 32).length // 64
 */
export function writeEcdsaSignature(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2
  return writeSequence(writeUnsignedInteger(raw.subarray(0, half)), writeUnsignedInteger(raw.subarray(half)))
}

/** Right-aligns a magnitude in a field of the curve's size; `undefined` when it does not fit. */
function placeInteger(field: Uint8Array, magnitude: Uint8Array): boolean {
  const trimmed = trimSignOctet(magnitude)
  if (trimmed.length > field.length) return false
  field.set(trimmed, field.length - trimmed.length)
  return true
}

/** Reads DER as r‖s, or nothing when it is no ECDSA signature of that size. */
export function findEcdsaRaw(der: Uint8Array, fieldBytes: number): Uint8Array | undefined {
  const raw = new Uint8Array(fieldBytes * 2)
  return tryReading('pki/malformed', () => {
    const cursor = openElement(readDer(der, 'ECDSA signature'))
    const r = bodyOf(takeElement(cursor, TAG.integer))
    const s = bodyOf(takeElement(cursor, TAG.integer))
    const fits = placeInteger(raw.subarray(0, fieldBytes), r) && placeInteger(raw.subarray(fieldBytes), s)
    return fits && isAtEnd(cursor) ? raw : undefined
  })
}

/**
 * Reads a DER ECDSA signature as r‖s.
 *
 * @param fieldBytes - Size of the curve's field: 32 for P-256, 48 for P-384, 66 for P-521.
 * @throws MotcuaError `pki/not-ecdsa-der`
 */
export function readEcdsaSignature(der: Uint8Array, fieldBytes: number): Uint8Array {
  const raw = findEcdsaRaw(der, fieldBytes)
  if (raw !== undefined) return raw
  throw new MotcuaError(messages, 'pki/not-ecdsa-der', { lengthBytes: der.length })
}
