/**
 * Builds CMS SignedData around a signature that was made elsewhere (RFC 5652, 5.1).
 *
 * @module
 */
import { readHex } from '../../bytes.ts'
import { MotcuaError } from '../../errors.ts'
import { type SignatureAlgorithm, writeDigestAlgorithm, writeSignatureAlgorithm } from '../algorithms.ts'
import { readCertificate } from '../certificate.ts'
import { CMS_OID } from '../der/oids.ts'
import { bodyOf, readDer, TAG } from '../der/read-der.ts'
import {
  writeElement,
  writeExplicit,
  writeInteger,
  writeOctets,
  writeOid,
  writeSequence,
  writeSetOf,
  writeUnsignedInteger,
} from '../der/write-der.ts'
import { findEcdsaRaw } from '../ecdsa-signature.ts'
import { messages } from '../messages.ts'
import { CURVES } from '../public-key.ts'

/** What {@link buildSignedData} puts together. */
export interface SignedDataInput {
  /** The SET from `buildSignedAttributes`, exactly as it was signed. */
  readonly signedAttributes: Uint8Array
  readonly signature: Uint8Array
  readonly algorithm: SignatureAlgorithm
  /** Certificates as DER, the signer's first; written as the sorted SET that DER demands, each once. */
  readonly certificates: readonly Uint8Array[]
  /** The signer's certificate, when it is not to be the first of those sent along. */
  readonly signerCertificate?: Uint8Array
  /** Complete attributes as DER, such as a signature timestamp from `writeSignatureTimestamp`. */
  readonly unsignedAttributes?: readonly Uint8Array[]
  /** Type and octets of embedded content; a detached signature over `id-data` when absent. */
  readonly content?: { readonly type: string; readonly octets: Uint8Array }
}

/** Largest field of the curves, to try an ECDSA signature whose curve is not looked at. */
const LARGEST_FIELD_BYTES = CURVES['P-521'].fieldBytes

/** Refuses an ECDSA signature that is still r‖s: every validator would, later and less clearly. */
function assertSignatureForm(algorithm: SignatureAlgorithm, signature: Uint8Array): void {
  if (algorithm.scheme !== 'ecdsa' || findEcdsaRaw(signature, LARGEST_FIELD_BYTES) !== undefined) return
  throw new MotcuaError(messages, 'pki/not-ecdsa-der', { lengthBytes: signature.length })
}

/** Removes repeated certificates; a SET OF has no use for them. */
function uniqueCertificates(certificates: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...new Map(certificates.map((der) => [readCertificate(der).sha256, der])).values()]
}

/** Writes the one `SignerInfo`, version 1: the signer is named by issuer and serial number. */
function writeSignerInfo(input: SignedDataInput, signerDer: Uint8Array): Uint8Array {
  const { issuer, serial } = readCertificate(signerDer)
  const { unsignedAttributes = [] } = input
  return writeSequence(
    writeInteger(1),
    writeSequence(issuer.der, writeUnsignedInteger(readHex(serial))),
    writeDigestAlgorithm(input.algorithm.digest),
    writeElement(0xa0, bodyOf(readDer(input.signedAttributes, 'signed attributes', TAG.set))),
    writeSignatureAlgorithm(input.algorithm),
    writeOctets(input.signature),
    unsignedAttributes.length === 0 ? undefined : writeSetOf(unsignedAttributes, 0xa1),
  )
}

/**
 * Builds a `ContentInfo` with SignedData: one signer, sorted SETs, detached unless content is given.
 *
 * Nothing is checked against the key: whoever made the signature knows it, and `checkSignerInfo` can tell.
 *
 * @throws MotcuaError `pki/not-ecdsa-der` for an ECDSA signature that is r‖s.
 */
export function buildSignedData(input: SignedDataInput): Uint8Array {
  const signerCertificate = input.signerCertificate ?? input.certificates[0] ?? new Uint8Array(0)
  const certificates = uniqueCertificates(input.certificates)
  assertSignatureForm(input.algorithm, input.signature)
  const type = input.content?.type ?? CMS_OID.data
  const octets = input.content === undefined ? undefined : writeExplicit(0, writeOctets(input.content.octets))
  const signedData = writeSequence(
    // Version 3 belongs to content of another type than id-data (RFC 5652, 5.1).
    writeInteger(type === CMS_OID.data ? 1 : 3),
    writeSetOf([writeDigestAlgorithm(input.algorithm.digest)]),
    writeSequence(writeOid(type), octets),
    certificates.length === 0 ? undefined : writeSetOf(certificates, 0xa0),
    writeSetOf([writeSignerInfo(input, signerCertificate)]),
  )
  return writeSequence(writeOid(CMS_OID.signedData), writeExplicit(0, signedData))
}
