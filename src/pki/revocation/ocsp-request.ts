/**
 * OCSP requests (RFC 6960, 4.1).
 *
 * @module
 */
import { readHex } from '../../bytes.ts'
import { type HashAlgorithm, hashBytes } from '../../hash.ts'
import { readAlgorithm, writeDigestAlgorithmWithNull } from '../algorithms.ts'
import type { Certificate } from '../certificate.ts'
import { OCSP_OID } from '../der/oids.ts'
import {
  type DerElement,
  expectTag,
  isAtEnd,
  membersOf,
  openElement,
  readDer,
  TAG,
  takeElement,
  takeExplicit,
} from '../der/read-der.ts'
import { readIntegerHex, readOctets } from '../der/read-values.ts'
import {
  writeExplicit,
  writeOctets,
  writeOid,
  writeSequence,
  writeUnsignedInteger,
} from '../der/write-der.ts'
import { readExtensions } from '../extensions.ts'

/** A certificate as OCSP names it: by hashes of its issuer, and its number. */
export interface OcspCertificateId {
  /** `undefined` for a digest that is not known here. */
  readonly digestAlgorithm: HashAlgorithm | undefined
  readonly issuerNameHash: Uint8Array
  readonly issuerKeyHash: Uint8Array
  /** Lower-case hexadecimal. */
  readonly serial: string
}

/** What a responder is asked. */
export interface OcspRequest {
  readonly certificate: Certificate
  /** The certificate of its issuer: name and key are hashed into the question. */
  readonly issuer: Certificate
  /** Random octets, 1 to 128 (RFC 9654), that the answer should repeat; many responders do not. */
  readonly nonce?: Uint8Array
  /** Digest of the names; SHA-1 when absent, the only one that every responder understands (RFC 5019, 2.1.1). */
  readonly digestAlgorithm?: HashAlgorithm
}

/** A request as a responder reads it. */
export interface OcspRequestFacts {
  readonly ids: readonly (OcspCertificateId & { readonly der: Uint8Array })[]
  readonly nonce: Uint8Array | undefined
}

/** Writes `CertID`. */
export function writeCertificateId(
  certificate: Certificate,
  issuer: Certificate,
  digest: HashAlgorithm,
): Uint8Array {
  return writeSequence(
    writeDigestAlgorithmWithNull(digest),
    writeOctets(hashBytes(digest, issuer.subject.der)),
    writeOctets(hashBytes(digest, issuer.publicKey.keyBytes)),
    writeUnsignedInteger(readHex(certificate.serial)),
  )
}

/** Writes the nonce extension: an OCTET STRING within the OCTET STRING of every extension. */
export function writeNonceExtension(nonce: Uint8Array): Uint8Array {
  return writeSequence(writeOid(OCSP_OID.nonce), writeOctets(writeOctets(nonce)))
}

/**
 * Builds an unsigned OCSP request about one certificate.
 *
 * @example
 * import { buildOcspRequest, readCertificate } from 'motcua/pki'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * const { issuing, issue } = await createTestAuthority()
 * const { certificate } = await issue({ commonName: 'Người ký thử' })
 * const issuer = readCertificate(issuing.certificate)
 * buildOcspRequest({ certificate: readCertificate(certificate), issuer })[0] // 48: DER
 */
export function buildOcspRequest(request: OcspRequest): Uint8Array {
  const { certificate, issuer, nonce, digestAlgorithm = 'sha1' } = request
  const single = writeSequence(writeCertificateId(certificate, issuer, digestAlgorithm))
  const extensions =
    nonce === undefined ? undefined : writeExplicit(2, writeSequence(writeNonceExtension(nonce)))
  return writeSequence(writeSequence(writeSequence(single), extensions))
}

/** Reads `CertID`. */
export function readCertificateId(element: DerElement): OcspCertificateId {
  const cursor = openElement(expectTag(element, TAG.sequence))
  const digestAlgorithm = readAlgorithm(takeElement(cursor, TAG.sequence)).digest
  const issuerNameHash = readOctets(takeElement(cursor))
  const issuerKeyHash = readOctets(takeElement(cursor))
  return { digestAlgorithm, issuerNameHash, issuerKeyHash, serial: readIntegerHex(takeElement(cursor)) }
}

/** Finds the nonce among extensions; octets that are not wrapped again are taken as they are. */
export function findNonce(extensions: ReturnType<typeof readExtensions>): Uint8Array | undefined {
  const value = extensions.find(({ oid }) => oid === OCSP_OID.nonce)?.value
  const isWrapped = value?.[0] === TAG.octetString && value[1] === value.length - 2
  return isWrapped ? value.subarray(2) : value
}

/** Reads an OCSP request, as a responder does. */
export function readOcspRequest(der: Uint8Array): OcspRequestFacts {
  const cursor = openElement(takeElement(openElement(readDer(der, 'OCSP request')), TAG.sequence))
  takeExplicit(cursor, 0) // version
  takeExplicit(cursor, 1) // name of whoever asks
  const ids = membersOf(takeElement(cursor, TAG.sequence)).map((member) => {
    const id = takeElement(openElement(member), TAG.sequence)
    return { ...readCertificateId(id), der: id.source.bytes.subarray(id.start, id.end) }
  })
  const extensions = isAtEnd(cursor) ? undefined : takeExplicit(cursor, 2)
  return { ids, nonce: extensions === undefined ? undefined : findNonce(readExtensions(extensions)) }
}
