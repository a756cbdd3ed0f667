/**
 * The ports of signing and fetching, and the signer over a WebCrypto key.
 *
 * @module
 */
import type { SignatureAlgorithm } from './algorithms.ts'
import { DIGEST_BYTES, WEB_DIGESTS } from './algorithms.ts'
import { writeEcdsaSignature } from './ecdsa-signature.ts'

/**
 * Who signs: one function from bytes to a signature, with the algorithm and the certificates known beforehand.
 *
 * The key never enters this package. The certificates are needed first because the signed attributes name
 * the signer's.
 */
export interface Signer {
  readonly algorithm: SignatureAlgorithm
  /** Certificates as DER, the signer's first, then its issuers upwards; the root may be left out. */
  readonly chain: readonly Uint8Array[]
  /**
   * Signs the bytes themselves: whoever can only sign a digest makes it first.
   *
   * @returns The signature as CMS carries it; ECDSA as DER, see `writeEcdsaSignature`.
   */
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/** Sends an RFC 3161 request and gives back the reply, both DER; the transport belongs to the host. */
export type FetchTimestamp = (request: Uint8Array) => Promise<Uint8Array>

/** Sends an OCSP request (RFC 6960) to an address found in a certificate and gives back the reply. */
export type FetchOcsp = (url: string, request: Uint8Array) => Promise<Uint8Array>

/** Fetches a CRL (RFC 5280) from an address found in a certificate. */
export type FetchCrl = (url: string) => Promise<Uint8Array>

/** Fetches the certificates of an issuer (DER, PEM or a certificate-only CMS) from an address found in a certificate. */
export type FetchCertificates = (url: string) => Promise<Uint8Array>

/** Parameters of `subtle.sign` and `subtle.verify`. */
export function webSignatureParameters(
  algorithm: SignatureAlgorithm,
): AlgorithmIdentifier | RsaPssParams | EcdsaParams {
  switch (algorithm.scheme) {
    case 'rsa-pkcs1':
      return { name: 'RSASSA-PKCS1-v1_5' }
    case 'rsa-pss':
      return { name: 'RSA-PSS', saltLength: algorithm.saltBytes ?? DIGEST_BYTES[algorithm.digest] }
    case 'ecdsa':
      return { name: 'ECDSA', hash: WEB_DIGESTS[algorithm.digest] }
    case 'ed25519':
      return { name: 'Ed25519' }
    case 'ed448':
      return { name: 'Ed448' }
    case 'dsa':
      return { name: 'DSA' }
  }
}

/** A copy whose buffer holds these bytes only, as WebCrypto's types ask. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

/** What {@link fromCryptoKey} needs besides the key. */
export interface CryptoKeySignerOptions {
  readonly algorithm: SignatureAlgorithm
  readonly chain: readonly Uint8Array[]
}

/**
 * Wraps a WebCrypto private key, exportable or not, as a {@link Signer}.
 *
 * Browsers without Ed25519 in WebCrypto (before Chrome 137, Firefox 129, Safari 17) cannot hold such a key.
 *
 * @param key - Private key whose usages include `sign`; its digest must be that of the algorithm.
 *
 * @example
 * import { fromCryptoKey } from 'motcua/pki'
 * const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
 * const signer = fromCryptoKey(keys.privateKey, { algorithm: { scheme: 'ecdsa', digest: 'sha256' }, chain: [] })
 * const signature = await signer.sign(new Uint8Array([1, 2, 3]))
 * signature[0] // 48: DER, as CMS carries it
 */
export function fromCryptoKey(key: CryptoKey, options: CryptoKeySignerOptions): Signer {
  const { algorithm, chain } = options
  return {
    algorithm,
    chain,
    async sign(bytes) {
      const made = await crypto.subtle.sign(webSignatureParameters(algorithm), key, ownBytes(bytes))
      const signature = new Uint8Array(made)
      return algorithm.scheme === 'ecdsa' ? writeEcdsaSignature(signature) : signature
    },
  }
}
