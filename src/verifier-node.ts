/**
 * Checking signatures by `node:crypto`; chosen by the `imports` of package.json where there is Node.
 *
 * OpenSSL knows every scheme, digest and curve that is asked for here, and refuses keys whose size would cost seconds.
 *
 * @module
 */
import { constants, createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { KeyUse, OpenVerifyKey } from './verifier.ts'

/** Digests of which OpenSSL makes another length than signatures use (RFC 8702, 3.1: 512 bits). */
const OTHER_LENGTH = 'shake256'

/** What `verify` takes for a key and its use; PKCS #1 v1.5 is what it does with an RSA key alone. */
function optionsOf(key: KeyObject, { scheme, saltBytes }: KeyUse): Parameters<typeof verify>[2] {
  switch (scheme) {
    case 'rsa-pss':
      return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltBytes }
    case 'ecdsa':
      return { key, dsaEncoding: 'ieee-p1363' }
    default:
      return key
  }
}

/** Name of the digest for `verify`; none where the scheme brings its own. Throws where OpenSSL does not have it. */
function digestOf({ scheme, digest }: KeyUse): string | null {
  if (scheme === 'ed25519' || scheme === 'ed448') return null
  createHash(digest)
  return digest
}

/** Opens a public key. */
export const openVerifyKey: OpenVerifyKey = ({ spki }, use) => {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    const options = optionsOf(key, use)
    const digest = digestOf(use)
    if (digest === OTHER_LENGTH) return undefined
    return (message, signature) => {
      try {
        return verify(digest, message, options, signature)
      } catch {
        // A salt longer than the key allows, for one: no valid signature.
        return false
      }
    }
  } catch {
    return undefined
  }
}
