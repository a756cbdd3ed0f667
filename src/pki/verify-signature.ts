/**
 * Checks signatures over bytes: by `node:crypto` in Node, by WebCrypto elsewhere, and by hand where the engine cannot.
 *
 * @module
 */

import { openVerifyKey } from '#verifier'
import { writeBase64 } from '../bytes.ts'
import type { HashAlgorithm } from '../hash.ts'
import type { KeyUse, OpenVerifyKey } from '../verifier.ts'
import type { SignatureAlgorithm } from './algorithms.ts'
import { DIGEST_BYTES } from './algorithms.ts'
import { findEcdsaRaw } from './ecdsa-signature.ts'
import { checkPlainly } from './plain/check.ts'
import { CURVES, type PublicKey, writeWebSpki } from './public-key.ts'

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

/** Digests that the engine is asked for; newer ones know more, but not all of them do. */
const ENGINE_DIGESTS: readonly HashAlgorithm[] = ['sha1', 'sha256', 'sha384', 'sha512']

/** Tells whether the engine can be asked: EdDSA brings its own digest. */
function isForEngine({ scheme, digest, maskDigest }: SignatureAlgorithm): boolean {
  if (scheme === 'ed25519' || scheme === 'ed448') return true
  return ENGINE_DIGESTS.includes(digest) && maskDigest === undefined
}

/** How a key is used by an algorithm, or nothing when they do not belong together or the engine is not to be asked. */
function findKeyUse(algorithm: SignatureAlgorithm, key: PublicKey): KeyUse | undefined {
  const { scheme, digest, saltBytes = DIGEST_BYTES[digest] } = algorithm
  if (KEY_KINDS[scheme] !== key.kind || !isForEngine(algorithm) || scheme === 'dsa') return undefined
  if (scheme === 'rsa-pkcs1' && key.isPssOnly) return undefined
  if (scheme === 'ecdsa' && key.curve === undefined) return undefined
  return { scheme, digest, saltBytes, curve: key.curve ?? '' }
}

/** The signature in the form the engines want; nothing when an ECDSA signature is no DER. */
function toRawSignature({ algorithm, publicKey, signature }: SignatureCheck): Uint8Array | undefined {
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
  const keys = new Map<string, ReturnType<OpenVerifyKey>>()
  return async (check) => {
    const { algorithm, publicKey, message } = check
    if (algorithm === undefined) return 'unsupported'
    const plain = { algorithm, publicKey, message, signature: check.signature }
    const use = findKeyUse(algorithm, publicKey)
    if (use === undefined) return checkPlainly(plain)
    const signature = toRawSignature(check)
    if (signature === undefined) return 'invalid'
    const name = `${use.scheme} ${use.digest} ${use.saltBytes} ${writeBase64(publicKey.spki)}`
    const checkBytes = await (keys.has(name) ? keys.get(name) : remember(name, openKey(publicKey, use)))
    if (checkBytes === undefined) return checkPlainly(plain)
    return (await checkBytes(message, signature)) ? 'valid' : 'invalid'
  }

  function remember(name: string, key: ReturnType<OpenVerifyKey>): ReturnType<OpenVerifyKey> {
    const [oldest] = keys.keys()
    if (keys.size >= REMEMBERED_KEYS && oldest !== undefined) keys.delete(oldest)
    keys.set(name, key)
    return key
  }
}

/** Hands the key to the engine. */
function openKey(key: PublicKey, use: KeyUse): ReturnType<OpenVerifyKey> {
  return openVerifyKey(writeWebSpki(key), use)
}

/** Checks one signature with a verifier used once; see {@link createSignatureVerifier} for many. */
export const verifySignature: VerifySignature = (check) => createSignatureVerifier()(check)
