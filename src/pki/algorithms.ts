/**
 * The signature algorithms: how they are named in data, and how X.509 and CMS write them.
 *
 * @module
 */

import type { HashAlgorithm } from '../hash.ts'
import { DIGEST_OIDS, ECDSA_OIDS, KEY_OID, PKCS1_OIDS } from './der/oids.ts'
import {
  type DerElement,
  encodingOf,
  isAtEnd,
  openElement,
  TAG,
  takeElement,
  takeExplicit,
} from './der/read-der.ts'
import { readOid, readSmallInteger } from './der/read-values.ts'
import { writeExplicit, writeInteger, writeNull, writeOid, writeSequence } from './der/write-der.ts'
import type { Curve } from './public-key.ts'

/** Families of signature algorithms that can be made and checked. */
export type SignatureScheme = 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'ed25519' | 'ed448' | 'dsa'

/** A signature algorithm as data, free of object identifiers. */
export interface SignatureAlgorithm {
  readonly scheme: SignatureScheme
  /**
   * Digest of the message. With `ed25519` it is the digest of the CMS content, SHA-512 by RFC 8419, 3.1: the
   * signature itself takes the whole message.
   */
  readonly digest: HashAlgorithm
  /** RSASSA-PSS only: length of the salt in bytes; the length of the digest when absent. */
  readonly saltBytes?: number
  /** RSASSA-PSS only: digest of the mask, where it is not that of the message. */
  readonly maskDigest?: HashAlgorithm
}

/** What can be chosen about a signature once the key is given. */
export interface AlgorithmChoice {
  /** The curve's own with ECDSA, SHA-512 with Ed25519, SHA-256 otherwise. */
  readonly digest?: HashAlgorithm | undefined
  /** RSASSA-PSS instead of PKCS #1 v1.5, for RSA keys. */
  readonly isPss?: boolean | undefined
}

/** The digest of the strength of each curve. */
const CURVE_DIGESTS: Readonly<Record<Curve, HashAlgorithm>> = {
  'P-256': 'sha256',
  'P-384': 'sha384',
  'P-521': 'sha512',
}

/** Gives the signature algorithm for a key: of a certificate or of a key file. */
export function chooseAlgorithm(
  key: { readonly kind: string; readonly curve: Curve | undefined },
  { digest, isPss = false }: AlgorithmChoice = {},
): SignatureAlgorithm {
  if (key.kind === 'ed25519') return { scheme: 'ed25519', digest: 'sha512' }
  if (key.curve !== undefined) return { scheme: 'ecdsa', digest: digest ?? CURVE_DIGESTS[key.curve] }
  return { scheme: isPss ? 'rsa-pss' : 'rsa-pkcs1', digest: digest ?? 'sha256' }
}

/** An `AlgorithmIdentifier` that was read: what it says, and what that means here. */
export interface AlgorithmFacts {
  readonly oid: string
  /** Name in the standards, or the dotted identifier when it is not known. */
  readonly name: string
  /** The algorithm as data; `undefined` where it is unknown, broken or not supported. */
  readonly signature: SignatureAlgorithm | undefined
  /** Digest named by the identifier itself; `undefined` for RSA keys, Ed25519 and the unknown. */
  readonly digest: HashAlgorithm | undefined
  /** The whole `AlgorithmIdentifier`, to compare the two that a certificate carries. */
  readonly der: Uint8Array
}

/** Lengths of digests in bytes. */
export const DIGEST_BYTES: Readonly<Record<HashAlgorithm, number>> = {
  md5: 16,
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
  'sha512-224': 28,
  'sha512-256': 32,
  'sha3-224': 28,
  'sha3-256': 32,
  'sha3-384': 48,
  'sha3-512': 64,
  shake256: 64,
}

/** Names WebCrypto gives to digests. */
export const WEB_DIGESTS: Readonly<Record<HashAlgorithm, string>> = {
  md5: 'MD5',
  sha1: 'SHA-1',
  sha224: 'SHA-224',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
  'sha512-224': 'SHA-512/224',
  'sha512-256': 'SHA-512/256',
  'sha3-224': 'SHA3-224',
  'sha3-256': 'SHA3-256',
  'sha3-384': 'SHA3-384',
  'sha3-512': 'SHA3-512',
  shake256: 'SHAKE256',
}

/** DSA with the digests it came with (RFC 5758, 3.1; NIST's list for SHA-2 and SHA-3). */
const DSA_DIGESTS: Readonly<Record<string, HashAlgorithm>> = {
  '1.2.840.10040.4.3': 'sha1',
  '2.16.840.1.101.3.4.3.1': 'sha224',
  '2.16.840.1.101.3.4.3.2': 'sha256',
  '2.16.840.1.101.3.4.3.3': 'sha384',
  '2.16.840.1.101.3.4.3.4': 'sha512',
}

/** The arc of ECDSA signatures and that of those with SHA-2 (ANSI X9.62): some writers stop there and name no digest. */
const BARE_ECDSA_OIDS: readonly string[] = ['1.2.840.10045.4', '1.2.840.10045.4.3']

/** Names of identifiers that are recognised so that a message can say more than numbers. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'md2WithRSAEncryption',
  '1.2.840.113549.2.2': 'md2',
}

/** Identifier to digest, both ways of naming one: on its own and within a signature algorithm. */
function invert(table: Readonly<Record<HashAlgorithm, string>>): ReadonlyMap<string, HashAlgorithm> {
  const digests = (Object.keys(table) as HashAlgorithm[]).filter((digest) => table[digest] !== '')
  return new Map(digests.map((digest) => [table[digest], digest]))
}

const digestOfOid = invert(DIGEST_OIDS)
const pkcs1OfOid = invert(PKCS1_OIDS)
const ecdsaOfOid = invert(ECDSA_OIDS)

/** The four parameters of RSASSA-PSS (RFC 4055, 3.1); absent ones are SHA-1, MGF1 with SHA-1, 20 and 1. */
function readPssParameters(parameters: DerElement | undefined): SignatureAlgorithm | undefined {
  if (parameters === undefined || parameters.tag !== TAG.sequence) return undefined
  const cursor = openElement(parameters)
  const hash = takeExplicit(cursor, 0)
  const mask = takeExplicit(cursor, 1)
  const salt = takeExplicit(cursor, 2)
  const trailer = takeExplicit(cursor, 3)
  const digest = hash === undefined ? 'sha1' : digestOfOid.get(readOid(takeElement(openElement(hash))))
  const maskDigest = mask === undefined ? 'sha1' : readMaskDigest(mask)
  if (digest === undefined || maskDigest === undefined) return undefined
  if (trailer !== undefined && readSmallInteger(trailer) !== 1) return undefined
  const saltBytes = salt === undefined ? 20 : readSmallInteger(salt)
  return { scheme: 'rsa-pss', digest, saltBytes, ...(maskDigest === digest ? {} : { maskDigest }) }
}

/** Digest within MGF1, the only mask generation function there is. */
function readMaskDigest(mask: DerElement): HashAlgorithm | undefined {
  const cursor = openElement(mask)
  if (readOid(takeElement(cursor)) !== KEY_OID.mgf1) return undefined
  return digestOfOid.get(readOid(takeElement(openElement(takeElement(cursor)))))
}

/**
 * Reads an `AlgorithmIdentifier`.
 *
 * RSASSA-PSS may name another digest for its mask; MGF1 is the only mask generation function understood.
 *
 * @param digest - Digest of the CMS signer, for identifiers that name the key only (`rsaEncryption`, Ed25519).
 */
export function readAlgorithm(element: DerElement, digest?: HashAlgorithm): AlgorithmFacts {
  const cursor = openElement(element)
  const oid = readOid(takeElement(cursor))
  const parameters = isAtEnd(cursor) ? undefined : takeElement(cursor)
  const { name, signature, digest: own } = interpretAlgorithm(oid, parameters, digest)
  return { oid, name, signature, digest: own, der: encodingOf(element) }
}

/** SHAKE256 whose length is stated: only the one that Ed448 uses in CMS is known (RFC 8419, 3.1; RFC 8702, 3.1). */
function isShake256With512Bits(oid: string, parameters: DerElement | undefined): boolean {
  const isSized = oid === '2.16.840.1.101.3.4.2.18' && parameters?.tag === TAG.integer
  return isSized && readSmallInteger(parameters) === 512
}

/** What an identifier and its parameters mean; the digest is that of the signature where it names both. */
function interpretAlgorithm(
  oid: string,
  parameters: DerElement | undefined,
  digest: HashAlgorithm | undefined,
): Pick<AlgorithmFacts, 'name' | 'signature' | 'digest'> {
  const plain = digestOfOid.get(oid) ?? (isShake256With512Bits(oid, parameters) ? 'shake256' : undefined)
  if (plain !== undefined) return { name: plain, signature: undefined, digest: plain }
  const pkcs1 = pkcs1OfOid.get(oid)
  if (pkcs1 !== undefined)
    return namePair(`${pkcs1}WithRSAEncryption`, { scheme: 'rsa-pkcs1', digest: pkcs1 })
  const ecdsa = ecdsaOfOid.get(oid)
  if (ecdsa !== undefined) return namePair(`ecdsa-with-${ecdsa}`, { scheme: 'ecdsa', digest: ecdsa })
  if (oid === KEY_OID.rsaPss) return namePair('rsassaPss', readPssParameters(parameters))
  if (oid === KEY_OID.ed25519) return nameKey('ed25519', { scheme: 'ed25519', digest: digest ?? 'sha512' })
  if (oid === KEY_OID.ed448) return nameKey('ed448', { scheme: 'ed448', digest: digest ?? 'shake256' })
  const dsa = DSA_DIGESTS[oid]
  if (dsa !== undefined) return namePair(`dsa-with-${dsa}`, { scheme: 'dsa', digest: dsa })
  if (oid === KEY_OID.dsa) return nameKey('dsa', digest && { scheme: 'dsa', digest })
  if (oid === KEY_OID.rsa) return nameKey('rsaEncryption', digest && { scheme: 'rsa-pkcs1', digest })
  if (oid === KEY_OID.ec) return nameKey('ecPublicKey', digest && { scheme: 'ecdsa', digest })
  if (BARE_ECDSA_OIDS.includes(oid)) return nameKey('ecdsa', digest && { scheme: 'ecdsa', digest })
  return nameKey(OTHER_NAMES[oid] ?? oid, undefined)
}

/** An identifier that names key and digest together. */
function namePair(name: string, signature: SignatureAlgorithm | undefined) {
  return { name, signature, digest: signature?.digest }
}

/** An identifier that names the key alone. */
function nameKey(name: string, signature: SignatureAlgorithm | undefined) {
  return { name, signature, digest: undefined }
}

/** Writes the identifier of a digest; SHA-2 goes without parameters (RFC 5754, section 2). */
export function writeDigestAlgorithm(digest: HashAlgorithm): Uint8Array {
  return writeSequence(writeOid(DIGEST_OIDS[digest]))
}

/** Writes the identifier of a digest with NULL parameters, as timestamp requests carry it since RFC 3161. */
export function writeDigestAlgorithmWithNull(digest: HashAlgorithm): Uint8Array {
  return writeSequence(writeOid(DIGEST_OIDS[digest]), writeNull())
}

/** Writes RSASSA-PSS (RFC 4055, 3.1), NULL parameters of the digests as there. */
function writePss({
  digest,
  maskDigest = digest,
  saltBytes = DIGEST_BYTES[digest],
}: SignatureAlgorithm): Uint8Array {
  const mask = writeSequence(writeOid(KEY_OID.mgf1), writeDigestAlgorithmWithNull(maskDigest))
  // SHA-1 and a salt of 20 are DEFAULT values, which DER leaves out.
  const hash = digest === 'sha1' ? [] : [writeExplicit(0, writeDigestAlgorithmWithNull(digest))]
  const members = [...hash, ...(maskDigest === 'sha1' ? [] : [writeExplicit(1, mask)])]
  const salt = saltBytes === 20 ? undefined : writeExplicit(2, writeInteger(saltBytes))
  return writeSequence(writeOid(KEY_OID.rsaPss), writeSequence(...members, salt))
}

/** Identifier of DSA with a digest; of the key alone for digests it never came with. */
function findDsaOid(digest: HashAlgorithm): string {
  return Object.keys(DSA_DIGESTS).find((oid) => DSA_DIGESTS[oid] === digest) ?? KEY_OID.dsa
}

/** Writes a signature algorithm as an `AlgorithmIdentifier`, the same in certificates and in CMS. */
export function writeSignatureAlgorithm(algorithm: SignatureAlgorithm): Uint8Array {
  const { scheme, digest } = algorithm
  switch (scheme) {
    case 'rsa-pkcs1':
      return writeSequence(writeOid(PKCS1_OIDS[digest]), writeNull())
    case 'rsa-pss':
      return writePss(algorithm)
    case 'ecdsa':
      return writeSequence(writeOid(ECDSA_OIDS[digest]))
    case 'ed25519':
      return writeSequence(writeOid(KEY_OID.ed25519))
    case 'ed448':
      return writeSequence(writeOid(KEY_OID.ed448))
    case 'dsa':
      return writeSequence(writeOid(findDsaOid(digest)))
  }
}
