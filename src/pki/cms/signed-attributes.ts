/**
 * The signed attributes of a signature (ETSI EN 319 142-1 and EN 319 122-1, 6.3 each; RFC 5652, 5.3).
 *
 * @module
 */

import { readHex } from '../../bytes.ts'
import type { Instant } from '../../date.ts'
import { type HashAlgorithm, hashBytes } from '../../hash.ts'
import { writeDigestAlgorithm } from '../algorithms.ts'
import { type Certificate, readCertificate } from '../certificate.ts'
import { CMS_OID } from '../der/oids.ts'
import {
  writeExplicit,
  writeIa5String,
  writeOctets,
  writeOid,
  writeSequence,
  writeSetOf,
  writeTime,
  writeUnsignedInteger,
  writeUtf8String,
} from '../der/write-der.ts'
import { writeDirectoryName } from '../general-name.ts'
import { writeAttribute } from './attribute.ts'

/** The policy under which a signature is made (EPES; ETSI EN 319 122-1, 5.2.9). */
export interface SignaturePolicy {
  readonly oid: string
  readonly digestAlgorithm: HashAlgorithm
  readonly digest: Uint8Array
  /** Where the text of the policy lies. */
  readonly uri?: string
}

/** What {@link buildSignedAttributes} puts under the signature. */
export interface SignedAttributesInput {
  /** Digest of the content and of the signing certificate; the signature algorithm must use the same. */
  readonly digestAlgorithm: HashAlgorithm
  /** Digest of the content: for PAdES, of the bytes in the byte range. */
  readonly messageDigest: Uint8Array
  /** The signer's certificate as DER. */
  readonly signerCertificate: Uint8Array
  /** Names issuer and serial number beside the hash of the certificate. pyHanko leaves them out, EU DSS writes them. */
  readonly withIssuerSerial?: boolean
  /**
   * The time the signer claims, for CAdES: its baseline asks for it (EN 319 122-1, 6.3). Never in a PDF: there EN 319 142-1
   * forbids it, and the claimed time belongs into /M.
   */
  readonly signingTime?: Instant
  /** Content type, `id-data` when absent. */
  readonly contentType?: string
  /** Commitment types, such as proof of approval `1.2.840.113549.1.9.16.6.5`; excludes /Reason in the PDF. */
  readonly commitmentTypes?: readonly string[]
  /** Excludes /Reason in the PDF as well. */
  readonly signaturePolicy?: SignaturePolicy
  /** Positions the signer claims to hold (signer-attributes-v2), such as `Chủ tịch`. */
  readonly claimedRoles?: readonly string[]
}

/** Writes `IssuerSerial`: a directory name within GeneralNames, and the serial number. */
function writeIssuerSerial({ issuer, serial }: Certificate): Uint8Array {
  return writeSequence(writeSequence(writeDirectoryName(issuer.der)), writeUnsignedInteger(readHex(serial)))
}

/**
 * Writes signing-certificate-v2 (RFC 5035, 3) naming one certificate.
 *
 * SHA-256 is the DEFAULT of the hash algorithm, so DER leaves it out; a digest of another kind is named.
 */
export function writeSigningCertificate(
  certificateDer: Uint8Array,
  digest: HashAlgorithm,
  withIssuerSerial: boolean,
): Uint8Array {
  const algorithm = digest === 'sha256' ? undefined : writeDigestAlgorithm(digest)
  const hash = writeOctets(hashBytes(digest, certificateDer))
  const issuerSerial = withIssuerSerial ? writeIssuerSerial(readCertificate(certificateDer)) : undefined
  return writeSequence(writeSequence(writeSequence(algorithm, hash, issuerSerial)))
}

/** Writes signature-policy-identifier (ETSI EN 319 122-1, 5.2.9.1). */
function writeSignaturePolicy(policy: SignaturePolicy): Uint8Array {
  const hash = writeSequence(writeDigestAlgorithm(policy.digestAlgorithm), writeOctets(policy.digest))
  const uri =
    policy.uri === undefined
      ? undefined
      : writeSequence(writeSequence(writeOid(CMS_OID.policyUri), writeIa5String(policy.uri)))
  return writeSequence(writeOid(policy.oid), hash, uri)
}

/**
 * Writes signer-attributes-v2 with claimed attributes (ETSI EN 319 122-1, 5.2.6.1).
 *
 * A role is written as the X.520 attribute `title`, a position within an organisation in plain text; the role
 * attribute of X.509 takes URIs only.
 */
function writeClaimedRoles(roles: readonly string[]): Uint8Array {
  const title = writeSequence(writeOid(CMS_OID.title), writeSetOf(roles.map(writeUtf8String)))
  return writeSequence(writeExplicit(0, writeSequence(title)))
}

/** Attributes beyond the three that every signature has. */
function writeOptionalAttributes(input: SignedAttributesInput): Uint8Array[] {
  const { commitmentTypes = [], signaturePolicy, claimedRoles = [], signingTime } = input
  const attributes = commitmentTypes.map((oid) =>
    writeAttribute(CMS_OID.commitmentType, writeSequence(writeOid(oid))),
  )
  if (signingTime !== undefined) attributes.push(writeAttribute(CMS_OID.signingTime, writeTime(signingTime)))
  if (signaturePolicy !== undefined) {
    attributes.push(writeAttribute(CMS_OID.signaturePolicy, writeSignaturePolicy(signaturePolicy)))
  }
  if (claimedRoles.length > 0) {
    attributes.push(writeAttribute(CMS_OID.signerAttributesV2, writeClaimedRoles(claimedRoles)))
  }
  return attributes
}

/**
 * Builds the signed attributes as the DER SET that is to be signed.
 *
 * content-type, message-digest and signing-certificate-v2, and what is asked for besides. There is no signing-time unless
 * one is given: a signature in a PDF must not have it, a detached one of CAdES baseline must. There is no
 * cms-algorithm-protection: no judge asks for it.
 *
 * @returns Tag SET; hand it to the signer as it is, and then to `buildSignedData`.
 *
 * @example
 * import { buildSignedAttributes } from 'motcua/pki'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * const authority = await createTestAuthority()
 * const { certificate } = await authority.issue({ commonName: 'Người ký thử' })
 * const messageDigest = new Uint8Array(32)
 * const attributes = buildSignedAttributes({ digestAlgorithm: 'sha256', messageDigest, signerCertificate: certificate })
 * attributes[0] // 49: a SET, to be signed as it is
 */
export function buildSignedAttributes(input: SignedAttributesInput): Uint8Array {
  const { digestAlgorithm, messageDigest, signerCertificate, withIssuerSerial = false } = input
  const signingCertificate = writeSigningCertificate(signerCertificate, digestAlgorithm, withIssuerSerial)
  return writeSetOf([
    writeAttribute(CMS_OID.contentType, writeOid(input.contentType ?? CMS_OID.data)),
    writeAttribute(CMS_OID.messageDigest, writeOctets(messageDigest)),
    writeAttribute(CMS_OID.signingCertificateV2, signingCertificate),
    ...writeOptionalAttributes(input),
  ])
}
