/**
 * What an engine that checks signatures takes and gives; the engine comes through the package's own `#verifier`
 * import: `node:crypto` in Node, which answers at once, WebCrypto and noble-curves elsewhere.
 *
 * @module
 */
import type { HashAlgorithm } from './hash.ts'

/** How a public key is used; key and use belong together. */
export interface KeyUse {
  readonly scheme: 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'ed25519' | 'ed448' | 'dsa'
  readonly digest: HashAlgorithm
  /** Octets of salt, for RSASSA-PSS. */
  readonly saltBytes: number
  /** Digest of the mask where it is another one; then the key names its RSASSA-PSS parameters itself (RFC 4055, 3.1). */
  readonly maskDigest: HashAlgorithm | undefined
  /** Identifier of the curve, for ECDSA; otherwise empty. */
  readonly curveOid: string
}

/** A public key: the SubjectPublicKeyInfo, and the contents of its BIT STRING. */
export interface VerifyKey {
  readonly spki: Uint8Array
  readonly keyBytes: Uint8Array
}

/** Checks a signature over a message; ECDSA as two numbers of the field's length, one behind the other. */
export type CheckBytes = (message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>

/** Opens a public key for one use; nothing where the engine does not know its kind or the digest. */
export type OpenVerifyKey = (
  key: VerifyKey,
  use: KeyUse,
) => CheckBytes | undefined | Promise<CheckBytes | undefined>
