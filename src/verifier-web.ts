/**
 * Checking signatures by WebCrypto; chosen by the `imports` of package.json where there is no Node.
 *
 * @module
 */
import type { HashAlgorithm } from './hash.ts'
import type { KeyUse, OpenVerifyKey } from './verifier.ts'

/** Names of digests in WebCrypto. */
const DIGESTS: Readonly<Partial<Record<HashAlgorithm, string>>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
}

/** A copy whose buffer holds these bytes only, as WebCrypto's types ask. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

/** Parameters of `subtle.importKey` and `subtle.verify`. */
function parametersOf({ scheme, digest, saltBytes, curve }: KeyUse) {
  const hash = DIGESTS[digest] ?? digest
  switch (scheme) {
    case 'rsa-pkcs1':
      return { key: { name: 'RSASSA-PKCS1-v1_5', hash }, use: { name: 'RSASSA-PKCS1-v1_5' } }
    case 'rsa-pss':
      return { key: { name: 'RSA-PSS', hash }, use: { name: 'RSA-PSS', saltLength: saltBytes } }
    case 'ecdsa':
      return { key: { name: 'ECDSA', namedCurve: curve }, use: { name: 'ECDSA', hash } }
    case 'ed25519':
      return { key: { name: 'Ed25519' }, use: { name: 'Ed25519' } }
    case 'ed448':
      return { key: { name: 'Ed448' }, use: { name: 'Ed448' } }
  }
}

/** Opens a public key. */
export const openVerifyKey: OpenVerifyKey = async (spki, keyUse) => {
  const { key, use } = parametersOf(keyUse)
  try {
    const imported = await crypto.subtle.importKey('spki', own(spki), key, false, ['verify'])
    return async (message, signature) => {
      try {
        return await crypto.subtle.verify(use, imported, own(signature), own(message))
      } catch {
        // A salt longer than the key allows, for one: an operation error here, `false` in other engines.
        return false
      }
    }
  } catch {
    // NotSupportedError, DataError, OperationError: which one it is depends on the engine, not on the key.
    return undefined
  }
}
