/**
 * Makes signing keys with WebCrypto.
 *
 * @module
 */
import type { SignatureAlgorithm } from '../pki/index.ts'
import { readKeyId } from '../pki/issue/index.ts'

/** Kinds of key that can be made; RSA-4096 takes seconds. */
export type SigningKeyType = 'rsa-2048' | 'rsa-3072' | 'rsa-4096' | 'p256' | 'p384' | 'p521' | 'ed25519'

/** What kind of key is made and how it signs. */
export interface SigningKeyInput {
  /** P-256 when absent. */
  readonly keyType?: SigningKeyType
  /** Digest of its signatures; the curve's own with ECDSA, SHA-256 otherwise. */
  readonly digest?: SignatureAlgorithm['digest']
  /** Signs with RSASSA-PSS instead of PKCS#1 v1.5; RSA keys only. */
  readonly isPss?: boolean
}

/** Parameters of key generation. */
function keyParameters(keyType: SigningKeyType, algorithm: SignatureAlgorithm) {
  if (keyType === 'ed25519') return { name: 'Ed25519' }
  if (!keyType.startsWith('rsa-')) return { name: 'ECDSA', namedCurve: `P-${keyType.slice(1)}` }
  return {
    name: algorithm.scheme === 'rsa-pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5',
    modulusLength: Number(keyType.slice(4)),
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: `SHA-${algorithm.digest.slice(3)}`,
  }
}

/** The signature algorithm of a kind of key. */
function algorithmOf({ keyType = 'p256', digest, isPss = false }: SigningKeyInput): SignatureAlgorithm {
  const own = { p256: 'sha256', p384: 'sha384', p521: 'sha512' } as const
  switch (keyType) {
    case 'ed25519':
      return { scheme: 'ed25519', digest: 'sha512' }
    case 'p256':
    case 'p384':
    case 'p521':
      return { scheme: 'ecdsa', digest: digest ?? own[keyType] }
    default:
      return { scheme: isPss ? 'rsa-pss' : 'rsa-pkcs1', digest: digest ?? 'sha256' }
  }
}

/** A fresh key pair with everything that is written from it. */
export interface SigningKeys {
  readonly algorithm: SignatureAlgorithm
  readonly privateKey: CryptoKey
  /** The private key as PKCS#8: as secret as the key. */
  readonly pkcs8: Uint8Array
  /** The public key as SubjectPublicKeyInfo. */
  readonly spki: Uint8Array
  /** SHA-1 of the public key, as certificates name it. */
  readonly keyId: string
}

/**
 * Makes an exportable key pair.
 *
 * @example
 * import { generateSigningKeys } from 'motcua/adapters/generate-keys'
 * const keys = await generateSigningKeys({ keyType: 'p384' })
 * keys.algorithm // { scheme: 'ecdsa', digest: 'sha384' }
 */
export async function generateSigningKeys(input: SigningKeyInput = {}): Promise<SigningKeys> {
  const algorithm = algorithmOf(input)
  const parameters = keyParameters(input.keyType ?? 'p256', algorithm)
  const made = await crypto.subtle.generateKey(parameters, true, ['sign', 'verify'])
  const { privateKey, publicKey } = made as CryptoKeyPair
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey))
  return { algorithm, privateKey, pkcs8, spki, keyId: readKeyId(spki) }
}
