/**
 * Checking signatures on curves, with digests, that WebCrypto does not know, by noble-curves; loaded when first needed.
 *
 * @module
 */
import { ed448 } from '@noble/curves/ed448.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { brainpoolP256r1, brainpoolP384r1, brainpoolP512r1 } from '@noble/curves/misc.js'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { hashBytes } from './hash.ts'
import type { CheckBytes, KeyUse, VerifyKey } from './verifier.ts'

/** Curves of noble-curves. */
const NOBLE_CURVES: Readonly<Record<string, typeof p256>> = {
  '1.2.840.10045.3.1.7': p256,
  '1.3.132.0.34': p384,
  '1.3.132.0.35': p521,
  '1.3.132.0.10': secp256k1,
  '1.3.36.3.3.2.8.1.1.7': brainpoolP256r1,
  '1.3.36.3.3.2.8.1.1.11': brainpoolP384r1,
  '1.3.36.3.3.2.8.1.1.13': brainpoolP512r1,
}

/** A check that takes what the library throws at, a signature of another length for one, for an invalid one. */
function neverThrowing(check: (message: Uint8Array, signature: Uint8Array) => boolean): CheckBytes {
  return (message, signature) => {
    try {
      return check(message, signature)
    } catch {
      return false
    }
  }
}

/** Opens a public key by noble-curves. */
export function openByNoble(
  { keyBytes }: VerifyKey,
  { scheme, digest, curveOid }: KeyUse,
): CheckBytes | undefined {
  try {
    if (scheme === 'ed25519' || scheme === 'ed448') {
      const edwards = scheme === 'ed25519' ? ed25519 : ed448
      edwards.Point.fromBytes(keyBytes)
      // As RFC 8032 has it, without what ZIP 215 adds.
      return neverThrowing((message, signature) =>
        edwards.verify(signature, message, keyBytes, { zip215: false }),
      )
    }
    const curve = scheme === 'ecdsa' ? NOBLE_CURVES[curveOid] : undefined
    curve?.Point.fromBytes(keyBytes)
    return (
      curve &&
      neverThrowing((message, signature) =>
        curve.verify(signature, hashBytes(digest, message), keyBytes, { prehash: false, lowS: false }),
      )
    )
  } catch {
    // A point that is not on the curve.
    return undefined
  }
}
