/**
 * Reads, checks and builds what public key infrastructure is made of: certificates and their paths, CMS
 * signatures, RFC 3161 timestamps, OCSP answers and CRLs.
 *
 * DER in, facts out. Checks give findings and never a verdict; times, keys, addresses and answers of
 * servers come from the caller.
 *
 * @module
 */
export type { AlgorithmFacts, SignatureAlgorithm, SignatureScheme } from './algorithms.ts'
export type { Certificate } from './certificate.ts'
export { readCertificate } from './certificate.ts'
export type { SignedDataInput } from './cms/build-signed-data.ts'
export { buildSignedData } from './cms/build-signed-data.ts'
export type { SignaturePolicy, SignedAttributesInput } from './cms/signed-attributes.ts'
export { buildSignedAttributes } from './cms/signed-attributes.ts'
export { readEcdsaSignature, writeEcdsaSignature } from './ecdsa-signature.ts'
export type {
  AuthorityInfo,
  AuthorityKeyId,
  BasicConstraints,
  DistributionPoint,
  Extension,
  KeyUsage,
  NameConstraints,
  PolicyConstraints,
  PolicyMapping,
  QcStatement,
} from './extensions.ts'
export type { GeneralName } from './general-name.ts'
export type { DistinguishedName, NameAttribute, NameInput } from './name.ts'
export { findNameValue, isSameName } from './name.ts'
export type { PemBlock } from './pem.ts'
export { readPem, writePem } from './pem.ts'
export type { Curve, PublicKey } from './public-key.ts'
export type {
  CryptoKeySignerOptions,
  FetchCertificates,
  FetchCrl,
  FetchOcsp,
  FetchTimestamp,
  Signer,
} from './signer.ts'
export { fromCryptoKey } from './signer.ts'
export type { SignatureCheck, SignatureOutcome, VerifySignature } from './verify-signature.ts'
export { createSignatureVerifier, verifySignature } from './verify-signature.ts'
