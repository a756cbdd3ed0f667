/**
 * Checks one signer of a CMS against its content and its certificate.
 *
 * @module
 */
import { equalBytes, writeHex } from '../../bytes.ts'
import { hashBytes } from '../../hash.ts'
import type { Certificate } from '../certificate.ts'
import { makeFinding, type PkiFinding } from '../findings.ts'
import { isSameName } from '../name.ts'
import { type VerifySignature, verifySignature } from '../verify-signature.ts'
import type { SignerInfo } from './read-signer-info.ts'

/** What {@link checkSigner} needs. */
export interface SignerCheck {
  /** The certificate whose key is to have signed; see {@link findSignerCertificate}. */
  readonly certificate: Certificate
  /** Type of the content as the CMS states it. */
  readonly contentType: string
  /** Digest of the content by the signer's digest algorithm; `undefined` when the content is not at hand. */
  readonly messageDigest: Uint8Array | undefined
  /** The content itself; only looked at when there are no signed attributes. */
  readonly content?: Uint8Array | undefined
  /** A verifier that remembers keys, see `createSignatureVerifier`. */
  readonly verify?: VerifySignature
}

/** Tells whether a signer means this certificate. */
function isMeant({ identifier }: SignerInfo, certificate: Certificate): boolean {
  return identifier.kind === 'subject-key-id'
    ? identifier.keyId === certificate.subjectKeyId
    : identifier.serial === certificate.serial && isSameName(identifier.issuer, certificate.issuer)
}

/** Tells whether a certificate is the one that the signed attributes name first. */
function isNamed({ attributes }: SignerInfo, certificate: Certificate): boolean {
  const [reference] = attributes.signingCertificates
  if (reference?.digestAlgorithm === undefined) return false
  if (reference.digestAlgorithm === 'sha256') return writeHex(reference.hash) === certificate.sha256
  return equalBytes(hashBytes(reference.digestAlgorithm, certificate.der), reference.hash)
}

/**
 * Finds the certificate a signer means, by issuer and serial number or by key identifier.
 *
 * Where several fit, the one whose hash the signed attributes name is preferred: that name cannot be exchanged
 * without breaking the signature, the other can.
 */
export function findSignerCertificate(
  signer: SignerInfo,
  certificates: readonly Certificate[],
): Certificate | undefined {
  const candidates = certificates.filter((certificate) => isMeant(signer, certificate))
  return candidates.find((certificate) => isNamed(signer, certificate)) ?? candidates[0]
}

/** What the attributes alone give reason to say. */
function checkAttributes(signer: SignerInfo, check: SignerCheck): PkiFinding[] {
  const { attributes, signedAttributes } = signer
  if (signedAttributes === undefined) return [makeFinding('pki/signing-certificate-missing', 'signedAttrs')]
  const findings: PkiFinding[] = []
  for (const oid of attributes.repeated) findings.push(makeFinding('pki/attribute-repeated', oid))
  for (const oid of attributes.broken) findings.push(makeFinding('pki/attribute-broken', oid))
  if (attributes.contentType !== check.contentType) {
    const facts = { signed: attributes.contentType, stated: check.contentType }
    findings.push(makeFinding('pki/content-type-differs', 'signedAttrs', facts))
  }
  if (attributes.messageDigest === undefined) {
    findings.push(makeFinding('pki/message-digest-missing', 'signedAttrs'))
  } else if (check.messageDigest === undefined) {
    findings.push(makeFinding('pki/content-missing', 'content'))
  } else if (!equalBytes(attributes.messageDigest, check.messageDigest)) {
    findings.push(makeFinding('pki/message-digest-differs', 'signedAttrs'))
  }
  return [...findings, ...checkProtection(signer), ...checkReferences(signer, check.certificate)]
}

/** Whether the certificate used is the one that was signed for (RFC 5035, 5.4). */
function checkReferences(signer: SignerInfo, certificate: Certificate): PkiFinding[] {
  const [reference] = signer.attributes.signingCertificates
  if (reference === undefined) return [makeFinding('pki/signing-certificate-missing', 'signedAttrs')]
  if (!isNamed(signer, certificate)) {
    return [makeFinding('pki/signing-certificate-differs', 'signedAttrs', { version: reference.version })]
  }
  const [name] = reference.issuer ?? []
  const hasOtherSerial = reference.serial !== undefined && reference.serial !== certificate.serial
  const hasOtherIssuer = name?.kind === 'directory' && !isSameName(name.name, certificate.issuer)
  if (!hasOtherSerial && !hasOtherIssuer) return []
  return [makeFinding('pki/signing-certificate-differs', 'signedAttrs.issuerSerial')]
}

/** Whether the algorithms that were signed for are those that were used (RFC 6211, 2). */
function checkProtection({ attributes, digestAlgorithm, signatureAlgorithm }: SignerInfo): PkiFinding[] {
  const { algorithmProtection: stated } = attributes
  if (stated === undefined) return []
  const isSame = stated.digestOid === digestAlgorithm.oid && stated.signatureOid === signatureAlgorithm.oid
  if (isSame) return []
  return [makeFinding('pki/algorithm-protection-differs', 'signedAttrs', { ...stated })]
}

/**
 * Whether the digests named in the two places are one (EN 319 142-1; RFC 8419, 3.1 for Ed25519), and the first is named
 * as a digest (RFC 5652, 10.1.1): some signers put the signature algorithm there, and some readers refuse that.
 */
function checkDigestAlgorithms({ digestAlgorithm, signatureAlgorithm }: SignerInfo): PkiFinding[] {
  const { signature, name } = digestAlgorithm
  const misnamed =
    signature === undefined ? [] : [makeFinding('pki/digest-algorithm-misnamed', 'digestAlgorithm', { name })]
  const scheme = signatureAlgorithm.signature?.scheme
  const used = scheme === 'ed25519' ? 'sha512' : scheme === 'ed448' ? 'shake256' : signatureAlgorithm.digest
  if (used === undefined || used === digestAlgorithm.digest) return misnamed
  const facts = { content: digestAlgorithm.name, signature: signatureAlgorithm.name }
  return [...misnamed, makeFinding('pki/digest-algorithms-differ', 'signatureAlgorithm', facts)]
}

/**
 * Checks the signature over the attributes, or over the content when there are none.
 *
 * It is made over the DER encoding of the attributes, which are to stand in the CMS as DER too (RFC 5652, 5.3 and 5.4).
 * Where they stand in another order, both orders are tried: what was signed is the same set of attributes either way.
 */
async function checkSignature(signer: SignerInfo, check: SignerCheck): Promise<PkiFinding[]> {
  const { signature, signatureAlgorithm } = signer
  const message = signer.signedAttributes === undefined ? check.content : signer.signedBytes
  if (message === undefined) return [makeFinding('pki/content-missing', 'content')]
  const verify = check.verify ?? verifySignature
  const { publicKey } = check.certificate
  const ask = (bytes: Uint8Array) =>
    verify({ algorithm: signatureAlgorithm.signature, publicKey, message: bytes, signature })
  const outcome = await ask(message)
  const facts = { algorithm: signatureAlgorithm.name, key: publicKey.kind, bits: publicKey.bits }
  if (outcome === 'valid') {
    const { areSignedAttributesSorted } = signer
    return areSignedAttributesSorted ? [] : [makeFinding('pki/signed-attributes-out-of-order', 'signedAttrs')]
  }
  if (outcome === 'unsupported') return [makeFinding('pki/signature-not-checked', 'signature', facts)]
  const asEncoded = signer.areSignedAttributesSorted ? undefined : signer.signedBytesAsEncoded
  if (asEncoded !== undefined && (await ask(asEncoded)) === 'valid') {
    return [makeFinding('pki/signed-attributes-unsorted', 'signedAttrs')]
  }
  return [makeFinding('pki/signature-invalid', 'signature', facts)]
}

/**
 * Checks one signer: digest, signed attributes, binding to the certificate, signature.
 *
 * Not checked here: the certificate itself, times, and what a profile such as PAdES forbids.
 *
 * @returns Nothing when all is well.
 */
export async function checkSigner(signer: SignerInfo, check: SignerCheck): Promise<readonly PkiFinding[]> {
  return [
    ...checkAttributes(signer, check),
    ...checkDigestAlgorithms(signer),
    ...(await checkSignature(signer, check)),
  ]
}
