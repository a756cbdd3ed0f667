/**
 * RSA signatures with digests or parameters that WebCrypto does not know (RFC 8017, 8.1.2 and 8.2.2).
 *
 * @module
 */
import { compareBytes, concatBytes, equalBytes } from '../../bytes.ts'
import { type HashAlgorithm, hashBytes } from '../../hash.ts'
import {
  DIGEST_BYTES,
  type SignatureAlgorithm,
  writeDigestAlgorithm,
  writeDigestAlgorithmWithNull,
} from '../algorithms.ts'
import { bodyOf, openElement, readDer, TAG, takeElement } from '../der/read-der.ts'
import { writeOctets, writeSequence } from '../der/write-der.ts'
import { countBits, power, toBytes, toNumber } from './numbers.ts'

/** Larger keys and exponents are not tried: they would cost seconds. */
const MAX_MODULUS_BITS = 16_384
const MAX_EXPONENT_BITS = 64

/** The encoded message inside a signature; `undefined` when the numbers make no sense. */
function openSignature(
  keyBytes: Uint8Array,
  signature: Uint8Array,
): { encoded: Uint8Array; bits: number } | undefined {
  const cursor = openElement(readDer(keyBytes, 'RSA public key'))
  const modulus = toNumber(bodyOf(takeElement(cursor, TAG.integer)))
  const exponent = toNumber(bodyOf(takeElement(cursor, TAG.integer)))
  const bits = countBits(modulus)
  const value = toNumber(signature)
  const isSane = bits <= MAX_MODULUS_BITS && countBits(exponent) <= MAX_EXPONENT_BITS && modulus > 1n
  if (!isSane || value >= modulus || signature.length !== Math.ceil(bits / 8)) return undefined
  return { encoded: toBytes(power(value, exponent, modulus), Math.ceil(bits / 8)), bits }
}

/** Whether the encoded message is that of PKCS #1 v1.5, with or without NULL behind the digest's identifier. */
function isPkcs1(encoded: Uint8Array, digest: HashAlgorithm, hash: Uint8Array): boolean {
  return [writeDigestAlgorithmWithNull(digest), writeDigestAlgorithm(digest)].some((identifier) => {
    const info = writeSequence(identifier, writeOctets(hash))
    const padding = new Uint8Array(Math.max(0, encoded.length - info.length - 3)).fill(0xff)
    if (padding.length < 8) return false
    return compareBytes(encoded, concatBytes(Uint8Array.of(0, 1), padding, Uint8Array.of(0), info)) === 0
  })
}

/** The mask generation function MGF1. */
function mask(digest: HashAlgorithm, seed: Uint8Array, length: number): Uint8Array {
  const blocks: Uint8Array[] = []
  for (let counter = 0; counter * DIGEST_BYTES[digest] < length; counter += 1) {
    blocks.push(hashBytes(digest, concatBytes(seed, toBytes(BigInt(counter), 4))))
  }
  return concatBytes(...blocks).subarray(0, length)
}

/** Whether the encoded message is that of PSS. */
function isPss(
  opened: { encoded: Uint8Array; bits: number },
  algorithm: SignatureAlgorithm,
  hash: Uint8Array,
): boolean {
  const { digest, maskDigest = digest, saltBytes = DIGEST_BYTES[digest] } = algorithm
  const encodedBits = opened.bits - 1
  const length = Math.ceil(encodedBits / 8)
  const encoded = opened.encoded.subarray(opened.encoded.length - length)
  const bodyLength = length - hash.length - 1
  if (bodyLength < saltBytes + 1 || encoded[length - 1] !== 0xbc) return false
  const seed = encoded.subarray(bodyLength, length - 1)
  const unmasked = mask(maskDigest, seed, bodyLength).map((byte, index) => byte ^ (encoded[index] ?? 0))
  const unusedBits = 8 * length - encodedBits
  if ((encoded[0] ?? 0) >> (8 - unusedBits) !== 0 && unusedBits > 0) return false
  unmasked[0] = (unmasked[0] ?? 0) & (0xff >> unusedBits)
  const saltStart = bodyLength - saltBytes
  if (unmasked[saltStart - 1] !== 1 || unmasked.subarray(0, saltStart - 1).some((byte) => byte !== 0))
    return false
  const salted = concatBytes(new Uint8Array(8), hash, unmasked.subarray(saltStart))
  return equalBytes(hashBytes(digest, salted), seed)
}

/** Checks an RSA signature by hand. */
export function checkRsa(
  algorithm: SignatureAlgorithm,
  keyBytes: Uint8Array,
  { message, signature }: { readonly message: Uint8Array; readonly signature: Uint8Array },
): boolean {
  const opened = openSignature(keyBytes, signature)
  if (opened === undefined) return false
  const hash = hashBytes(algorithm.digest, message)
  if (algorithm.scheme === 'rsa-pss') return isPss(opened, algorithm, hash)
  return isPkcs1(opened.encoded, algorithm.digest, hash)
}
