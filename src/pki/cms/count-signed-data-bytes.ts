/**
 * How large a CMS can become, told before it is signed.
 *
 * @module
 */
import { DIGEST_BYTES, type SignatureAlgorithm } from '../algorithms.ts'
import { readCertificate } from '../certificate.ts'
import { writeSequence, writeUnsignedInteger } from '../der/write-der.ts'
import { CURVES, type PublicKey } from '../public-key.ts'
import { buildSignedData } from './build-signed-data.ts'
import { buildSignedAttributes, type SignedAttributesInput } from './signed-attributes.ts'

/** What is known before signing. */
export interface SignedDataSizeInput {
  readonly algorithm: SignatureAlgorithm
  /** Certificates as DER, the signer's first. */
  readonly certificates: readonly Uint8Array[]
  /** What else the signed attributes will say. */
  readonly attributes?: Omit<SignedAttributesInput, 'digestAlgorithm' | 'messageDigest' | 'signerCertificate'>
  /** Complete unsigned attributes, or how many bytes they will take. */
  readonly unsignedBytes?: number
}

/** Tag and length of the new set, and three more length octets in each of the five structures around it. */
const GROWING_LENGTH_BYTES = 5 + 5 * 3

/** A stand-in of the longest signature that a key can make. */
function longestSignature(key: PublicKey): Uint8Array {
  if (key.kind === 'rsa') return new Uint8Array(Math.ceil((key.bits ?? 0) / 8))
  if (key.kind === 'ed25519') return new Uint8Array(64)
  const fieldBytes = key.curve === undefined ? CURVES['P-521'].fieldBytes : CURVES[key.curve].fieldBytes
  const integer = writeUnsignedInteger(new Uint8Array(fieldBytes).fill(0xff))
  return writeSequence(integer, integer)
}

/**
 * Counts the bytes that a CMS can take at most, by building one with a stand-in for the signature.
 *
 * Exact for RSA and Ed25519; an ECDSA signature can come out a few bytes shorter. Unsigned attributes add what is
 * given for them and room for longer lengths around them.
 */
export function countSignedDataBytes(input: SignedDataSizeInput): number {
  const { algorithm, certificates, unsignedBytes = 0 } = input
  const signerCertificate = certificates[0] ?? new Uint8Array(0)
  const messageDigest = new Uint8Array(DIGEST_BYTES[algorithm.digest])
  const digestAlgorithm = algorithm.digest
  const attributes = { ...input.attributes, digestAlgorithm, messageDigest, signerCertificate }
  const signedAttributes = buildSignedAttributes(attributes)
  const signature = longestSignature(readCertificate(signerCertificate).publicKey)
  const { length } = buildSignedData({ signedAttributes, signature, algorithm, certificates })
  return length + (unsignedBytes === 0 ? 0 : unsignedBytes + GROWING_LENGTH_BYTES)
}
