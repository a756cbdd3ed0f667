/**
 * Checks signatures over bytes with WebCrypto, and by hand where the engine cannot.
 *
 * @module
 */

import { writeBase64 } from '../bytes.ts'
import type { HashAlgorithm } from '../hash.ts'
import type { SignatureAlgorithm } from './algorithms.ts'
import { WEB_DIGESTS } from './algorithms.ts'
import { findEcdsaRaw } from './ecdsa-signature.ts'
import { checkPlainly } from './plain/check.ts'
import { CURVES, type PublicKey, writeWebSpki } from './public-key.ts'
import { ownBytes, webSignatureParameters } from './signer.ts'

/** One signature to be checked. */
export interface SignatureCheck {
  /** `undefined` for an algorithm that was not understood. */
  readonly algorithm: SignatureAlgorithm | undefined
  readonly publicKey: PublicKey
  readonly message: Uint8Array
  /** As X.509 and CMS carry it; ECDSA as DER. */
  readonly signature: Uint8Array
}

/**
 * What came out. `unsupported`: the algorithm, the curve or the key is not known here or to this engine,
 * so nothing can be said.
 */
export type SignatureOutcome = 'valid' | 'invalid' | 'unsupported'

/** Checks one signature; never throws for a bad one. */
export type VerifySignature = (check: SignatureCheck) => Promise<SignatureOutcome>

/** Kinds of key each scheme works with. */
const KEY_KINDS: Readonly<Record<SignatureAlgorithm['scheme'], PublicKey['kind']>> = {
  'rsa-pkcs1': 'rsa',
  'rsa-pss': 'rsa',
  ecdsa: 'ec',
  ed25519: 'ed25519',
  ed448: 'ed448',
  dsa: 'dsa',
}

/** Keys remembered by one verifier; enough for every authority of a country and many signers. */
const REMEMBERED_KEYS = 1000

/** Digests that WebCrypto is asked for; newer engines know more, but not all of them do. */
const ENGINE_DIGESTS: readonly HashAlgorithm[] = ['sha1', 'sha256', 'sha384', 'sha512']

/** Tells whether WebCrypto can be asked: EdDSA brings its own digest. */
function isForEngine({ scheme, digest, maskDigest }: SignatureAlgorithm): boolean {
  if (scheme === 'ed25519' || scheme === 'ed448') return true
  return ENGINE_DIGESTS.includes(digest) && maskDigest === undefined
}

/** Parameters of `subtle.importKey`, or nothing when key and algorithm do not belong together. */
function importParameters(algorithm: SignatureAlgorithm, key: PublicKey) {
  if (KEY_KINDS[algorithm.scheme] !== key.kind || !isForEngine(algorithm)) return undefined
  const hash = WEB_DIGESTS[algorithm.digest]
  switch (algorithm.scheme) {
    case 'rsa-pkcs1':
      return key.isPssOnly ? undefined : { name: 'RSASSA-PKCS1-v1_5', hash }
    case 'rsa-pss':
      return { name: 'RSA-PSS', hash }
    case 'ecdsa':
      return key.curve === undefined ? undefined : { name: 'ECDSA', namedCurve: key.curve }
    case 'ed25519':
      return { name: 'Ed25519' }
    case 'ed448':
      return { name: 'Ed448' }
    case 'dsa':
      return undefined
  }
}

/** Imports a key; an engine that cannot answers `undefined`. */
async function importKey(
  parameters: NonNullable<ReturnType<typeof importParameters>>,
  key: PublicKey,
): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('spki', ownBytes(writeWebSpki(key)), parameters, false, ['verify'])
  } catch {
    // NotSupportedError, DataError, OperationError: which one it is depends on the engine, not on the key.
    return undefined
  }
}

/** The signature in the form WebCrypto wants; nothing when an ECDSA signature is no DER. */
function toWebSignature({ algorithm, publicKey, signature }: SignatureCheck): Uint8Array | undefined {
  if (algorithm?.scheme !== 'ecdsa' || publicKey.curve === undefined) return signature
  return findEcdsaRaw(signature, CURVES[publicKey.curve].fieldBytes)
}

/**
 * Creates a verifier that remembers the keys it has imported, which costs more than the check itself.
 *
 * Keep one for as long as the same authorities come again: a validator, a batch, a server. It remembers public keys
 * only, never results.
 *
 * @example
 * import { createSignatureVerifier, readCertificate } from 'motcua/pki'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * const authority = await createTestAuthority()
 * const root = readCertificate(authority.root.certificate)
 * const verify = createSignatureVerifier()
 * await verify({
 *   algorithm: root.signatureAlgorithm.signature,
 *   publicKey: root.publicKey,
 *   message: root.tbs,
 *   signature: root.signature,
 * }) // 'valid': a root signs itself
 */
export function createSignatureVerifier(): VerifySignature {
  const keys = new Map<string, Promise<CryptoKey | undefined>>()
  return async (check) => {
    const { algorithm, publicKey, message } = check
    const parameters = algorithm === undefined ? undefined : importParameters(algorithm, publicKey)
    if (algorithm === undefined) return 'unsupported'
    const plain = { algorithm, publicKey, message, signature: check.signature }
    if (parameters === undefined) return checkPlainly(plain)
    const signature = toWebSignature(check)
    if (signature === undefined) return 'invalid'
    const name = `${algorithm.scheme} ${algorithm.digest} ${writeBase64(publicKey.spki)}`
    const key = await (keys.get(name) ?? remember(name, importKey(parameters, publicKey)))
    if (key === undefined) return checkPlainly(plain)
    return verifyWith(key, { algorithm, message, signature })
  }

  function remember(name: string, key: Promise<CryptoKey | undefined>): Promise<CryptoKey | undefined> {
    const [oldest] = keys.keys()
    if (keys.size >= REMEMBERED_KEYS && oldest !== undefined) keys.delete(oldest)
    keys.set(name, key)
    return key
  }
}

/** Asks WebCrypto; what it refuses to try is no valid signature. */
async function verifyWith(
  key: CryptoKey,
  {
    algorithm,
    message,
    signature,
  }: { algorithm: SignatureAlgorithm; message: Uint8Array; signature: Uint8Array },
): Promise<SignatureOutcome> {
  try {
    const parameters = webSignatureParameters(algorithm)
    const isValid = await crypto.subtle.verify(parameters, key, ownBytes(signature), ownBytes(message))
    return isValid ? 'valid' : 'invalid'
  } catch {
    // A salt longer than the key allows, for one: an operation error here, `false` in other engines.
    return 'invalid'
  }
}

/** Checks one signature with a verifier used once; see {@link createSignatureVerifier} for many. */
export const verifySignature: VerifySignature = (check) => createSignatureVerifier()(check)
