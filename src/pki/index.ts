/**
 * Reads, checks and builds what public key infrastructure is made of: certificates and their paths, CMS
 * signatures, RFC 3161 timestamps, OCSP answers and CRLs.
 *
 * DER in, facts out. Checks give findings and never a verdict; times, keys, addresses and answers of
 * servers come from the caller.
 *
 * @module
 */
export type { AlgorithmStrength, StrengthFinding, StrengthRule } from './algorithm-strength.ts'
export { etsiStrengthRules, judgeAlgorithm, vietnamStrengthRules } from './algorithm-strength.ts'
export type { AlgorithmChoice, AlgorithmFacts, SignatureAlgorithm, SignatureScheme } from './algorithms.ts'
export { chooseAlgorithm } from './algorithms.ts'
export type { Certificate } from './certificate.ts'
export { readCertificate, readCertificates } from './certificate.ts'
export { addUnsignedAttributes, writeSignatureTimestamp } from './cms/add-unsigned-attributes.ts'
export type { ArchivedData, ArchiveTimestamp, CadesArchive } from './cms/archive.ts'
export { readCadesArchive } from './cms/archive.ts'
export type { CmsAttribute } from './cms/attribute.ts'
export type { SignedDataInput } from './cms/build-signed-data.ts'
export { buildSignedData } from './cms/build-signed-data.ts'
export type { SignerCheck } from './cms/check-signer.ts'
export { checkSigner, findSignerCertificate } from './cms/check-signer.ts'
export type { SignedDataSizeInput } from './cms/count-signed-data-bytes.ts'
export { countSignedDataBytes } from './cms/count-signed-data-bytes.ts'
export type {
  AttributeFacts,
  CertificateReference,
  SignaturePolicyReference,
} from './cms/interpret-attributes.ts'
export type { SignedData } from './cms/read-signed-data.ts'
export { readSignedData } from './cms/read-signed-data.ts'
export type { SignerIdentifier, SignerInfo } from './cms/read-signer-info.ts'
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
export type { PkiFinding, PkiFindingCode } from './findings.ts'
export type { GeneralName } from './general-name.ts'
export type { DecryptLegacy } from './keys/decrypt.ts'
export type { PemBlock } from './keys/pem.ts'
export { readPem, writePem } from './keys/pem.ts'
export type { Pkcs12, Pkcs12Identity } from './keys/pkcs12.ts'
export { readPkcs12 } from './keys/pkcs12.ts'
export type { PrivateKey, PrivateKeySignerOptions } from './keys/private-key.ts'
export { assertKeyPair, fromPrivateKey, readPrivateKey } from './keys/private-key.ts'
export type { DistinguishedName, NameAttribute, NameInput } from './name.ts'
export { findNameValue, isSameName } from './name.ts'
export type { PathCheck, PathOutcome } from './path/check-path.ts'
export { checkPath } from './path/check-path.ts'
export type { CertificatePath, PathSearch, PathSearchOutcome } from './path/find-paths.ts'
export { findPaths } from './path/find-paths.ts'
export type { PolicyOptions } from './path/policy-graph.ts'
export type { Curve, PublicKey } from './public-key.ts'
export type { CrlCheck } from './revocation/check-crl.ts'
export { checkCrl } from './revocation/check-crl.ts'
export type { OcspCheck } from './revocation/check-ocsp-response.ts'
export { checkOcspResponse } from './revocation/check-ocsp-response.ts'
export type { OcspCertificateId, OcspRequest } from './revocation/ocsp-request.ts'
export { buildOcspRequest } from './revocation/ocsp-request.ts'
export type { RevocationOutcome } from './revocation/outcome.ts'
export type { Crl, CrlEntry, CrlScope } from './revocation/read-crl.ts'
export { findCrlEntry, readCrl } from './revocation/read-crl.ts'
export type {
  OcspBasicResponse,
  OcspResponse,
  OcspSingleResponse,
  OcspStatus,
  ResponderId,
} from './revocation/read-ocsp-response.ts'
export { readOcspResponse } from './revocation/read-ocsp-response.ts'
export type { RevocationReason } from './revocation/reason.ts'
export type {
  CryptoKeySignerOptions,
  FetchCertificates,
  FetchCrl,
  FetchOcsp,
  FetchTimestamp,
  Signer,
} from './signer.ts'
export { fromCryptoKey } from './signer.ts'
export type { TimestampCheck, TimestampOutcome } from './timestamp/check.ts'
export { checkTimestampResponse, checkTimestampToken } from './timestamp/check.ts'
export type { MessageImprint, TimestampRequest } from './timestamp/request.ts'
export { buildTimestampRequest } from './timestamp/request.ts'
export type { TimestampInfo, TimestampResponse, TimestampToken } from './timestamp/token.ts'
export { readTimestampResponse, readTimestampToken } from './timestamp/token.ts'
export type { SignatureCheck, SignatureOutcome, VerifySignature } from './verify-signature.ts'
export { createSignatureVerifier, verifySignature } from './verify-signature.ts'
