/**
 * DSA signatures (FIPS 186-4, 4.7), which no engine of browsers knows any more: old documents still carry them.
 *
 * @module
 */
import { hashBytes } from '../../hash.ts'
import type { SignatureAlgorithm } from '../algorithms.ts'
import { bodyOf, isAtEnd, openElement, readDer, TAG, takeElement } from '../der/read-der.ts'
import { countBits, invert, modulo, power, toNumber, truncateDigest } from './numbers.ts'

/** Larger parameters are not tried: they would cost seconds. */
const MAX_BITS = 8192

/** The two numbers of a signature. */
export function readPair(signature: Uint8Array): readonly [bigint, bigint] {
  const cursor = openElement(readDer(signature, 'signature'))
  const r = toNumber(bodyOf(takeElement(cursor, TAG.integer)))
  return [r, toNumber(bodyOf(takeElement(cursor, TAG.integer)))]
}

/** The parameters of a key, or nothing when it leaves them to its issuer. */
export function readDsaParameters(spki: Uint8Array): { p: bigint; q: bigint; g: bigint } | undefined {
  const algorithm = openElement(takeElement(openElement(readDer(spki, 'public key')), TAG.sequence))
  takeElement(algorithm, TAG.oid)
  if (isAtEnd(algorithm)) return undefined
  const parameters = takeElement(algorithm)
  if (parameters.tag !== TAG.sequence) return undefined
  const cursor = openElement(parameters)
  const take = () => toNumber(bodyOf(takeElement(cursor, TAG.integer)))
  return { p: take(), q: take(), g: take() }
}

/** Checks a DSA signature; `undefined` when the key cannot be used. */
export function checkDsa(
  algorithm: SignatureAlgorithm,
  key: { readonly spki: Uint8Array; readonly keyBytes: Uint8Array },
  { message, signature }: { readonly message: Uint8Array; readonly signature: Uint8Array },
): boolean | undefined {
  const parameters = readDsaParameters(key.spki)
  if (parameters === undefined || countBits(parameters.p) > MAX_BITS || parameters.q < 2n) return undefined
  const { p, q, g } = parameters
  const y = toNumber(bodyOf(readDer(key.keyBytes, 'DSA public key', TAG.integer)))
  const [r, s] = readPair(signature)
  if (r <= 0n || r >= q || s <= 0n || s >= q) return false
  const w = invert(s, q)
  const u1 = modulo(truncateDigest(hashBytes(algorithm.digest, message), q) * w, q)
  const u2 = modulo(r * w, q)
  return modulo((power(g, u1, p) * power(y, u2, p)) % p, q) === r
}
