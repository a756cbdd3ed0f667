/**
 * Checking signatures by WebCrypto, and by noble-curves what WebCrypto does not know; chosen by the `imports` of
 * package.json where there is no Node.
 *
 * Nothing here knows DSA, RSA with SHA-224 or SHA-3, or RSASSA-PSS with another digest for its mask.
 *
 * @module
 */
import type { HashAlgorithm } from './hash.ts'
import type { CheckBytes, KeyUse, OpenVerifyKey, VerifyKey } from './verifier.ts'

/** Names of digests in WebCrypto. */
const DIGESTS: Readonly<Partial<Record<HashAlgorithm, string>>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
}

/** Names of curves in WebCrypto. */
const NAMED_CURVES: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
}

/** Schemes that noble-curves has. */
const EDWARDS_OR_CURVES: readonly KeyUse['scheme'][] = ['ecdsa', 'ed25519', 'ed448']

/** A copy whose buffer holds these bytes only, as WebCrypto's types ask. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

/** Parameters of `subtle.importKey` and `subtle.verify`; nothing where WebCrypto has no words for the use. */
function parametersOf({ scheme, digest, saltBytes, maskDigest, curveOid }: KeyUse) {
  if (scheme === 'ed25519') return { key: { name: 'Ed25519' }, use: { name: 'Ed25519' } }
  if (scheme === 'ed448') return { key: { name: 'Ed448' }, use: { name: 'Ed448' } }
  const hash = DIGESTS[digest]
  const namedCurve = NAMED_CURVES[curveOid]
  if (hash === undefined || maskDigest !== undefined) return undefined
  if (scheme === 'rsa-pkcs1')
    return { key: { name: 'RSASSA-PKCS1-v1_5', hash }, use: { name: 'RSASSA-PKCS1-v1_5' } }
  if (scheme === 'rsa-pss')
    return { key: { name: 'RSA-PSS', hash }, use: { name: 'RSA-PSS', saltLength: saltBytes } }
  return namedCurve && { key: { name: 'ECDSA', namedCurve }, use: { name: 'ECDSA', hash } }
}

/** Opens a public key by WebCrypto. */
async function openByEngine({ spki }: VerifyKey, keyUse: KeyUse): Promise<CheckBytes | undefined> {
  const parameters = parametersOf(keyUse)
  if (!parameters) return undefined
  const { key, use } = parameters
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

/** Opens a public key: what WebCrypto does not know is asked of noble-curves, which is loaded only then. */
export const openVerifyKey: OpenVerifyKey = async (key, use) => {
  const opened = await openByEngine(key, use)
  if (opened !== undefined || !EDWARDS_OR_CURVES.includes(use.scheme)) return opened
  const { openByNoble } = await import('./verifier-noble.ts')
  return openByNoble(key, use)
}
