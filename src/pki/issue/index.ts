/**
 * Builds what authorities issue: certificates, and the answers about them.
 *
 * Pure: keys sign through a function, randomness and the time are passed in. It serves test authorities
 * (`motcua/adapters/test-authority`) and the tests; a real authority needs much more than structures.
 *
 * @module
 */
export { readKeyId } from '../public-key.ts'
export { readOcspRequest } from '../revocation/ocsp-request.ts'
export { readTimestampRequest } from '../timestamp/request.ts'
export type { CertificateInput, IssuerKey } from './build-certificate.ts'
export { buildCertificate } from './build-certificate.ts'
export type { CrlInput, OcspAnswer, OcspIssue, RevokedCertificate } from './build-revocation.ts'
export { buildCrl, buildOcspRefusal, buildOcspResponse } from './build-revocation.ts'
export type { TimestampIssue } from './build-timestamp-response.ts'
export { buildTimestampRefusal, buildTimestampResponse } from './build-timestamp-response.ts'
export type { ExtensionsInput, GeneralNameInput } from './write-extensions.ts'
