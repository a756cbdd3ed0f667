/**
 * Checks signatures over bytes: by `node:crypto` in Node, by WebCrypto and noble-curves elsewhere.
 *
 * @module
 */

import { openVerifyKey } from '#verifier'
import type { KeyUse, OpenVerifyKey } from '../verifier.ts'
import { DIGEST_BYTES, type SignatureAlgorithm, writeSignatureAlgorithm } from './algorithms.ts'
import { findEcdsaRaw } from './ecdsa-signature.ts'
import { type PublicKey, writePssSpki, writeWebSpki } from './public-key.ts'

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

/** How a key is used by an algorithm, or nothing when they do not belong together or too little is known of the key. */
function findKeyUse(algorithm: SignatureAlgorithm, key: PublicKey): KeyUse | undefined {
  const { scheme, digest, maskDigest, saltBytes = DIGEST_BYTES[digest] } = algorithm
  if (KEY_KINDS[scheme] !== key.kind || (scheme === 'rsa-pkcs1' && key.isPssOnly)) return undefined
  // A curve that is not known, and a DSA key that leaves its parameters to its issuer, have no size.
  if (key.bits === undefined) return undefined
  const curveOid = scheme === 'ecdsa' ? (key.curveOid ?? '') : ''
  return { scheme, digest, saltBytes, maskDigest, curveOid }
}

/** The signature in the form the engines want; nothing when an ECDSA signature is no DER. */
function toRawSignature({ algorithm, publicKey, signature }: SignatureCheck): Uint8Array | undefined {
  if (algorithm?.scheme !== 'ecdsa') return signature
  return findEcdsaRaw(signature, Math.ceil((publicKey.bits ?? 0) / 8))
}

/**
 * Creates a verifier that remembers the keys it has imported, which costs more than the check itself.
 *
 * Keep one for as long as the same authorities come again: a validator, a batch, a server. It remembers public keys
 * only, never results, each for as long as the certificate that was read lives: keep certificates that come again.
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
  const keys = new WeakMap<Uint8Array, Map<string, ReturnType<OpenVerifyKey>>>()
  return async (check) => {
    const { algorithm, publicKey, message } = check
    const use = algorithm && findKeyUse(algorithm, publicKey)
    if (use === undefined) return 'unsupported'
    const signature = toRawSignature(check)
    if (signature === undefined) return 'invalid'
    const name = `${use.scheme} ${use.digest} ${use.maskDigest} ${use.saltBytes}`
    const ofKey = keys.get(publicKey.spki)
    const checkBytes = await (ofKey?.has(name) ? ofKey.get(name) : remember(name, publicKey, use))
    if (checkBytes === undefined) return 'unsupported'
    return (await checkBytes(message, signature)) ? 'valid' : 'invalid'
  }

  function remember(name: string, key: PublicKey, use: KeyUse): ReturnType<OpenVerifyKey> {
    const opened = openKey(key, use)
    keys.set(key.spki, (keys.get(key.spki) ?? new Map()).set(name, opened))
    return opened
  }
}

/** Hands the key to the engine. */
function openKey(key: PublicKey, use: KeyUse): ReturnType<OpenVerifyKey> {
  const { keyBytes } = key
  const { scheme, digest, maskDigest, saltBytes } = use
  if (scheme !== 'rsa-pss' || maskDigest === undefined)
    return openVerifyKey({ spki: writeWebSpki(key), keyBytes }, use)
  const parameters = writeSignatureAlgorithm({ scheme, digest, maskDigest, saltBytes })
  return openVerifyKey({ spki: writePssSpki(key, parameters), keyBytes }, use)
}

/** Checks one signature with a verifier used once; see {@link createSignatureVerifier} for many. */
export const verifySignature: VerifySignature = (check) => createSignatureVerifier()(check)
