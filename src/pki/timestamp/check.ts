/**
 * Checks timestamps: the answer against the request, and the token in itself.
 *
 * @module
 */
import { equalBytes } from '../../bytes.ts'
import { type HashAlgorithm, hashBytes } from '../../hash.ts'
import { type Certificate, readCertificates } from '../certificate.ts'
import { checkSigner, findSignerCertificate } from '../cms/check-signer.ts'
import { EXTENSION_OID, PURPOSE_OID } from '../der/oids.ts'
import { makeFinding, type PkiFinding } from '../findings.ts'
import type { VerifySignature } from '../verify-signature.ts'
import { nonceHex, type TimestampRequest } from './request.ts'
import { readTimestampToken, type TimestampResponse, type TimestampToken } from './token.ts'

/** What {@link checkTimestampToken} compares with. */
export interface TimestampCheck {
  /** Digest of what the token should be over; of the signature value, or of the byte ranges of a document timestamp. */
  readonly imprint: { readonly digestAlgorithm: HashAlgorithm | undefined; readonly digest: Uint8Array }
  /** Certificates among which the authority's is looked for, besides those in the token. */
  readonly certificates?: readonly Certificate[]
  readonly verify?: VerifySignature
}

/** A token with the certificate of its authority and what is wrong with it. */
export interface TimestampOutcome {
  readonly token: TimestampToken
  /** `undefined` when it is not at hand. Its chain is for the caller to check. */
  readonly certificate: Certificate | undefined
  /** Empty when all is well. */
  readonly findings: readonly PkiFinding[]
}

/** Whether the certificate is for timestamping alone and says so critically (RFC 3161, 2.3). */
function checkPurpose(certificate: Certificate): PkiFinding[] {
  const extension = certificate.extensions.find(({ oid }) => oid === EXTENSION_OID.extendedKeyUsage)
  const purposes = certificate.extendedKeyUsage ?? []
  const isAlone = purposes.length === 1 && purposes[0] === PURPOSE_OID.timeStamping
  if (isAlone && extension?.isCritical === true) return []
  return [
    makeFinding('pki/timestamp-purpose', 'extKeyUsage', {
      purposes,
      isCritical: extension?.isCritical ?? false,
    }),
  ]
}

/** Whether the time stamped lies in the validity of the authority's certificate. */
function checkValidity({ info }: TimestampToken, certificate: Certificate): PkiFinding[] {
  const { notBefore, notAfter } = certificate
  if (info.stampedAt >= notBefore && info.stampedAt <= notAfter) return []
  const facts = { stampedAt: info.stampedAt, notBefore, notAfter }
  return [makeFinding('pki/timestamp-outside-validity', 'genTime', facts)]
}

/** Whether the token is over the right data. */
function checkImprint({ info }: TimestampToken, imprint: TimestampCheck['imprint']): PkiFinding[] {
  const { digestAlgorithm, digest, algorithmName } = info.imprint
  const isSame = digestAlgorithm === imprint.digestAlgorithm && equalBytes(digest, imprint.digest)
  return isSame
    ? []
    : [makeFinding('pki/timestamp-imprint-differs', 'messageImprint', { algorithm: algorithmName })]
}

/** Checks the CMS around a `TSTInfo`. */
async function checkTokenSigner(token: TimestampToken, certificate: Certificate, verify?: VerifySignature) {
  const { signer, signedData } = token
  const content = signedData.content ?? new Uint8Array(0)
  const digest = signer?.digestAlgorithm.digest
  if (signer === undefined) return []
  const messageDigest = digest === undefined ? undefined : hashBytes(digest, content)
  const check = { certificate, contentType: signedData.contentType, messageDigest, content }
  return checkSigner(signer, verify === undefined ? check : { ...check, verify })
}

/**
 * Checks a timestamp token: imprint, one signer, its signature and binding, the purpose and validity of its certificate.
 *
 * The chain of that certificate, its revocation and the strength of the algorithms are left to whoever has a trust store.
 */
export async function checkTimestampToken(
  token: TimestampToken,
  check: TimestampCheck,
): Promise<TimestampOutcome> {
  const { signer, signedData } = token
  const findings = checkImprint(token, check.imprint)
  if (signer === undefined || signedData.signers.length !== 1) {
    findings.push(
      makeFinding('pki/timestamp-not-one-signer', 'signerInfos', { signers: signedData.signers.length }),
    )
  }
  const known = [...readCertificates(signedData.certificates), ...(check.certificates ?? [])]
  const certificate = signer === undefined ? undefined : findSignerCertificate(signer, known)
  if (certificate === undefined) {
    return {
      token,
      certificate,
      findings: [...findings, makeFinding('pki/signer-certificate-not-found', 'sid')],
    }
  }
  findings.push(...checkPurpose(certificate), ...checkValidity(token, certificate))
  findings.push(...(await checkTokenSigner(token, certificate, check.verify)))
  return { token, certificate, findings }
}

/** What the answer has to repeat of the request (RFC 3161, 2.2). */
function checkRepeated(token: TimestampToken, request: TimestampRequest): PkiFinding[] {
  const { info, signedData } = token
  const findings: PkiFinding[] = []
  if (request.nonce !== undefined && info.nonce !== nonceHex(request.nonce)) {
    findings.push(
      makeFinding('pki/timestamp-nonce-differs', 'nonce', { isPresent: info.nonce !== undefined }),
    )
  }
  if (request.policy !== undefined && info.policy !== request.policy) {
    findings.push(makeFinding('pki/timestamp-policy-differs', 'policy', { policy: info.policy }))
  }
  if ((request.wantsCertificate ?? true) && signedData.certificates.length === 0) {
    findings.push(makeFinding('pki/timestamp-certificate-missing', 'certificates'))
  }
  return findings
}

/**
 * Checks the answer of a timestamp authority against the request that was sent, before the token is used.
 *
 * @returns Without a token when the authority refused; the finding says why.
 */
export async function checkTimestampResponse(
  response: TimestampResponse,
  request: TimestampRequest,
  options: Pick<TimestampCheck, 'certificates' | 'verify'> = {},
): Promise<Partial<TimestampOutcome> & Pick<TimestampOutcome, 'findings'>> {
  const { status, failures, statusText } = response
  if (!response.isGranted || response.token === undefined) {
    return { findings: [makeFinding('pki/timestamp-refused', 'status', { status, failures, statusText })] }
  }
  const token = readTimestampToken(response.token)
  const imprint = { digestAlgorithm: request.digestAlgorithm, digest: request.imprint }
  const outcome = await checkTimestampToken(token, { ...options, imprint })
  return { ...outcome, findings: [...checkRepeated(token, request), ...outcome.findings] }
}
