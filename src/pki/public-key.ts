/**
 * Public keys: what a SubjectPublicKeyInfo says, and the form WebCrypto takes.
 *
 * @module
 */
import { writeHex } from '../bytes.ts'
import { hashBytes } from '../hash.ts'
import { KEY_OID } from './der/oids.ts'
import {
  bodyOf,
  type DerElement,
  encodingOf,
  isAtEnd,
  openElement,
  readDer,
  TAG,
  takeElement,
} from './der/read-der.ts'
import { readBitString, readOid, trimSignOctet } from './der/read-values.ts'
import { writeBitString, writeNull, writeOid, writeSequence } from './der/write-der.ts'

/** Curves that can be signed and checked with. */
export type Curve = 'P-256' | 'P-384' | 'P-521'

/** A public key, as far as it is understood. */
export interface PublicKey {
  readonly kind: 'rsa' | 'ec' | 'ed25519' | 'ed448' | 'dsa' | 'unknown'
  /** Identifier of the key algorithm. */
  readonly oid: string
  /** Bits of the RSA modulus or of the curve's field; `undefined` when unknown. */
  readonly bits: number | undefined
  /** Curve, when it is one of the three. */
  readonly curve: Curve | undefined
  /** Identifier of the curve, also of one that is not supported. */
  readonly curveOid: string | undefined
  /** RSA keys that may sign with PSS alone (RFC 4055, 1.2). */
  readonly isPssOnly: boolean
  /** The whole SubjectPublicKeyInfo as DER. */
  readonly spki: Uint8Array
  /** Contents of its BIT STRING, whose SHA-1 OCSP uses as the name of a key. */
  readonly keyBytes: Uint8Array
}

/** The three curves: identifier, size of the field in bits and in bytes. */
export const CURVES: Readonly<Record<Curve, { oid: string; bits: number; fieldBytes: number }>> = {
  'P-256': { oid: '1.2.840.10045.3.1.7', bits: 256, fieldBytes: 32 },
  'P-384': { oid: '1.3.132.0.34', bits: 384, fieldBytes: 48 },
  'P-521': { oid: '1.3.132.0.35', bits: 521, fieldBytes: 66 },
}

/** Field sizes of curves that are recognised for the sake of their strength. */
const OTHER_CURVE_BITS: Readonly<Record<string, number>> = {
  '1.2.840.10045.3.1.1': 192,
  '1.3.132.0.10': 256,
  '1.3.132.0.33': 224,
  '1.3.36.3.3.2.8.1.1.7': 256,
  '1.3.36.3.3.2.8.1.1.11': 384,
  '1.3.36.3.3.2.8.1.1.13': 512,
}

const curveOfOid = new Map((Object.keys(CURVES) as Curve[]).map((curve) => [CURVES[curve].oid, curve]))

/** Bits of the modulus of an RSA public key. */
function countModulusBits(keyBytes: Uint8Array): number {
  const cursor = openElement(readDer(keyBytes, 'RSA public key'))
  const modulus = trimSignOctet(bodyOf(takeElement(cursor, TAG.integer)))
  return modulus.length * 8 - Math.clz32((modulus[0] ?? 0) << 24)
}

/** Bits of the prime of a DSA key; `undefined` when the key leaves its parameters to its issuer. */
function countPrimeBits(parameters: DerElement | undefined): number | undefined {
  if (parameters?.tag !== TAG.sequence) return undefined
  const prime = trimSignOctet(bodyOf(takeElement(openElement(parameters), TAG.integer)))
  return prime.length * 8 - Math.clz32((prime[0] ?? 0) << 24)
}

/** Reads a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7). */
export function readPublicKey(element: DerElement): PublicKey {
  const cursor = openElement(element)
  const algorithm = openElement(takeElement(cursor, TAG.sequence))
  const oid = readOid(takeElement(algorithm, TAG.oid))
  const parameters = isAtEnd(algorithm) ? undefined : takeElement(algorithm)
  const keyBytes = readBitString(takeElement(cursor, TAG.bitString)).bytes
  const common = {
    oid,
    curve: undefined,
    curveOid: undefined,
    isPssOnly: false,
    spki: encodingOf(element),
    keyBytes,
  }
  if (oid === KEY_OID.rsa || oid === KEY_OID.rsaPss) {
    return { ...common, kind: 'rsa', bits: countModulusBits(keyBytes), isPssOnly: oid === KEY_OID.rsaPss }
  }
  if (oid === KEY_OID.ed25519) return { ...common, kind: 'ed25519', bits: 256 }
  if (oid === KEY_OID.ed448) return { ...common, kind: 'ed448', bits: 448 }
  if (oid === KEY_OID.dsa) return { ...common, kind: 'dsa', bits: countPrimeBits(parameters) }
  if (oid !== KEY_OID.ec || parameters?.tag !== TAG.oid)
    return { ...common, kind: 'unknown', bits: undefined }
  const curveOid = readOid(parameters)
  const curve = curveOfOid.get(curveOid)
  const bits = curve === undefined ? OTHER_CURVE_BITS[curveOid] : CURVES[curve].bits
  return { ...common, kind: 'ec', curve, curveOid, bits }
}

/**
 * Names a public key as issuers do: SHA-1 of its BIT STRING, lower-case hexadecimal (RFC 5280, 4.2.1.2, method 1).
 *
 * @param spki - SubjectPublicKeyInfo as DER.
 */
export function readKeyId(spki: Uint8Array): string {
  return writeHex(hashBytes('sha1', readPublicKey(readDer(spki, 'public key')).keyBytes))
}

/**
 * The SubjectPublicKeyInfo as WebCrypto imports it.
 *
 * WebCrypto knows RSA keys by `rsaEncryption` only; the key inside a PSS-only one is the same.
 */
export function writeWebSpki(key: PublicKey): Uint8Array {
  if (!key.isPssOnly) return key.spki
  return writeSequence(writeSequence(writeOid(KEY_OID.rsa), writeNull()), writeBitString(key.keyBytes))
}

/**
 * The SubjectPublicKeyInfo of an RSA key that states its RSASSA-PSS parameters (RFC 4055, 1.2 and 3.1), which is how
 * OpenSSL is told of a mask with another digest.
 *
 * @param algorithm - The `AlgorithmIdentifier` of the signature.
 */
export function writePssSpki({ keyBytes }: PublicKey, algorithm: Uint8Array): Uint8Array {
  return writeSequence(algorithm, writeBitString(keyBytes))
}
