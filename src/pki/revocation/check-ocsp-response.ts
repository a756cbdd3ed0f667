/**
 * Checks OCSP answers (RFC 6960, 3.2 and 4.2.2).
 *
 * @module
 */
import { equalBytes, writeHex } from '../../bytes.ts'
import type { Instant } from '../../date.ts'
import { hashBytes } from '../../hash.ts'
import { type Certificate, readCertificates } from '../certificate.ts'
import { PURPOSE_OID } from '../der/oids.ts'
import { makeFinding, type PkiFinding } from '../findings.ts'
import { isSameName } from '../name.ts'
import { type VerifySignature, verifySignature } from '../verify-signature.ts'
import type { OcspCertificateId } from './ocsp-request.ts'
import { checkFreshness, type RevocationOutcome, saysNothing } from './outcome.ts'
import type { OcspBasicResponse, OcspResponse } from './read-ocsp-response.ts'

/** What an OCSP answer is checked against. */
export interface OcspCheck {
  readonly certificate: Certificate
  /** The certificate of its issuer. */
  readonly issuer: Certificate
  /** Moment for which the answer should be fresh; freshness is left alone when absent. */
  readonly at?: Instant
  /** Nonce that was sent; an answer from a file has none to compare. */
  readonly nonce?: Uint8Array
  /** Certificates among which the responder's is looked for, besides those in the answer. */
  readonly certificates?: readonly Certificate[]
  readonly verify?: VerifySignature
}

/** Tells whether an identifier means this certificate. */
function isMeant(id: OcspCertificateId, { certificate, issuer }: OcspCheck): boolean {
  if (id.serial !== certificate.serial || id.digestAlgorithm === undefined) return false
  return (
    equalBytes(id.issuerNameHash, hashBytes(id.digestAlgorithm, issuer.subject.der)) &&
    equalBytes(id.issuerKeyHash, hashBytes(id.digestAlgorithm, issuer.publicKey.keyBytes))
  )
}

/** The certificate a responder means by its name or key; the issuer's own is tried first. */
function findResponder(
  { responder }: OcspBasicResponse,
  candidates: readonly Certificate[],
): Certificate | undefined {
  return candidates.find((candidate) =>
    responder.kind === 'name'
      ? isSameName(candidate.subject, responder.name)
      : writeHex(hashBytes('sha1', candidate.publicKey.keyBytes)) === responder.keyHash,
  )
}

/** Tells whether the responder is the issuer itself, whichever of its certificates is at hand. */
function isIssuerItself(responder: Certificate, issuer: Certificate): boolean {
  return (
    isSameName(responder.subject, issuer.subject) &&
    equalBytes(responder.publicKey.spki, issuer.publicKey.spki)
  )
}

/**
 * Whether a responder other than the issuer may answer: issued by the issuer directly, for OCSP signing, and
 * valid when it answered (RFC 6960, 4.2.2.2).
 */
async function checkDelegation(responder: Certificate, basic: OcspBasicResponse, check: OcspCheck) {
  const { issuer, verify = verifySignature } = check
  const refuse = (reason: string) => [
    makeFinding('pki/ocsp-responder-not-authorised', 'responder', { reason, responder: responder.sha256 }),
  ]
  if (!isSameName(responder.issuer, issuer.subject)) return refuse('another issuer')
  if (!(responder.extendedKeyUsage ?? []).includes(PURPOSE_OID.ocspSigning)) return refuse('purpose')
  if (basic.producedAt < responder.notBefore || basic.producedAt > responder.notAfter)
    return refuse('validity')
  const outcome = await verify({
    algorithm: responder.signatureAlgorithm.signature,
    publicKey: issuer.publicKey,
    message: responder.tbs,
    signature: responder.signature,
  })
  if (outcome !== 'valid') return refuse(`signature ${outcome}`)
  return responder.hasOcspNoCheck
    ? []
    : [makeFinding('pki/ocsp-responder-status-unknown', 'responder', { responder: responder.sha256 })]
}

/** Checks the responder's signature. */
async function checkSignature(basic: OcspBasicResponse, responder: Certificate, verify = verifySignature) {
  const outcome = await verify({
    algorithm: basic.signatureAlgorithm.signature,
    publicKey: responder.publicKey,
    message: basic.tbs,
    signature: basic.signature,
  })
  if (outcome === 'valid') return []
  const code = outcome === 'invalid' ? 'pki/signature-invalid' : 'pki/signature-not-checked'
  return [makeFinding(code, 'BasicOCSPResponse', { algorithm: basic.signatureAlgorithm.name })]
}

/** Compares the nonce with the one that was sent. */
function checkNonce({ nonce }: OcspBasicResponse, sent: Uint8Array | undefined): PkiFinding[] {
  if (sent === undefined) return []
  if (nonce === undefined) return [makeFinding('pki/ocsp-nonce-missing', 'responseExtensions')]
  return equalBytes(nonce, sent) ? [] : [makeFinding('pki/ocsp-nonce-differs', 'responseExtensions')]
}

/**
 * Checks an OCSP answer about one certificate: responder, authorisation, signature, nonce, freshness.
 *
 * Not checked: the path of a delegated responder beyond its issuer, and its own status where it has no
 * `ocsp-nocheck`; both have a finding or a fact to go on with.
 */
export async function checkOcspResponse(
  response: OcspResponse,
  check: OcspCheck,
): Promise<RevocationOutcome> {
  const { basic, status } = response
  if (basic === undefined) return saysNothing([makeFinding('pki/ocsp-refused', 'responseStatus', { status })])
  const single = basic.responses.find(({ id }) => isMeant(id, check))
  if (single === undefined) return saysNothing([makeFinding('pki/ocsp-other-certificate', 'responses')])
  const known = [check.issuer, ...readCertificates(basic.certificates), ...(check.certificates ?? [])]
  const responder = findResponder(basic, known)
  if (responder === undefined)
    return saysNothing([makeFinding('pki/ocsp-responder-not-found', 'responderID')])
  const findings = [
    ...(isIssuerItself(responder, check.issuer) ? [] : await checkDelegation(responder, basic, check)),
    ...(await checkSignature(basic, responder, check.verify)),
    ...checkNonce(basic, check.nonce),
    ...(check.at === undefined ? [] : checkFreshness(single, check.at)),
  ]
  const { revokedAt, reason, thisUpdate, nextUpdate } = single
  return { status: single.status, revokedAt, reason, thisUpdate, nextUpdate, signedBy: responder, findings }
}
