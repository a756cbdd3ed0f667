/**
 * What an engine that checks signatures takes and gives; the engine comes through the package's own `#verifier`
 * import: `node:crypto` in Node, which answers at once, WebCrypto elsewhere, whose every answer is a round trip.
 *
 * @module
 */
import type { HashAlgorithm } from './hash.ts'

/** How a public key is used; key and use belong together. */
export interface KeyUse {
  readonly scheme: 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'ed25519' | 'ed448'
  readonly digest: HashAlgorithm
  /** Octets of salt, for RSASSA-PSS. */
  readonly saltBytes: number
  /** Name of the curve, for ECDSA. */
  readonly curve: string
}

/** Checks a signature over a message; ECDSA as two numbers of the field's length, one behind the other. */
export type CheckBytes = (message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>

/** Opens a SubjectPublicKeyInfo for one use; nothing where the engine does not know its kind. */
export type OpenVerifyKey = (
  spki: Uint8Array,
  use: KeyUse,
) => CheckBytes | undefined | Promise<CheckBytes | undefined>
