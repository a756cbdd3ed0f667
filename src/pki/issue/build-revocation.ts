/**
 * Builds CRLs and OCSP answers around a signature made elsewhere.
 *
 * @module
 */
import { readHex } from '../../bytes.ts'
import type { Instant } from '../../date.ts'
import { hashBytes } from '../../hash.ts'
import { writeSignatureAlgorithm } from '../algorithms.ts'
import { type Certificate, readCertificate } from '../certificate.ts'
import { EXTENSION_OID, OCSP_OID } from '../der/oids.ts'
import { TAG } from '../der/read-der.ts'
import {
  writeBitString,
  writeBoolean,
  writeElement,
  writeEnumerated,
  writeExplicit,
  writeGeneralizedTime,
  writeInteger,
  writeList,
  writeNamedBits,
  writeOctets,
  writeOid,
  writeSequence,
  writeTime,
  writeUnsignedInteger,
} from '../der/write-der.ts'
import { writeDirectoryName } from '../general-name.ts'
import { type NameInput, writeName } from '../name.ts'
import { readOcspRequest, writeNonceExtension } from '../revocation/ocsp-request.ts'
import { numberOfReason, type RevocationReason } from '../revocation/reason.ts'
import type { Signer } from '../signer.ts'
import { type IssuerKey, signStructure, toNameDer } from './build-certificate.ts'
import { writeDistributionPointName, writeExtension } from './write-extensions.ts'

/** One revoked certificate. */
export interface RevokedCertificate {
  /** Hexadecimal. */
  readonly serial: string
  readonly revokedAt: Instant
  readonly reason?: RevocationReason
  /** Issuer of the certificate, in an indirect CRL. */
  readonly issuer?: NameInput
}

/** What a CRL is to say. */
export interface CrlInput {
  readonly issuer: NameInput | Uint8Array
  readonly thisUpdate: Instant
  readonly nextUpdate?: Instant
  readonly revoked: readonly RevokedCertificate[]
  readonly crlNumber?: number
  /** Makes it a delta to the CRL of this number. */
  readonly baseCrlNumber?: number
  /** Key identifier of the issuer, hexadecimal. */
  readonly authorityKeyId?: string
  /** Writes issuingDistributionPoint. */
  readonly scope?: {
    readonly urls?: readonly string[]
    readonly only?: 'user' | 'authority' | 'attribute'
    readonly isIndirect?: boolean
    /** Bits of the reasons covered. */
    readonly onlySomeReasons?: readonly number[]
  }
}

/** Writes one entry of a CRL. */
function writeRevoked({ serial, revokedAt, reason, issuer }: RevokedCertificate): Uint8Array {
  const extensions = []
  if (reason !== undefined) {
    extensions.push(writeExtension(EXTENSION_OID.reasonCode, writeEnumerated(numberOfReason(reason))))
  }
  if (issuer !== undefined) {
    const names = writeSequence(writeDirectoryName(writeName(issuer)))
    extensions.push(writeExtension(EXTENSION_OID.certificateIssuer, names, true))
  }
  const list = extensions.length === 0 ? undefined : writeSequence(...extensions)
  return writeSequence(writeUnsignedInteger(readHex(serial)), writeTime(revokedAt), list)
}

/** Writes `IssuingDistributionPoint`; a flag under an implicit tag is its octet FF. */
function writeScope(scope: NonNullable<CrlInput['scope']>): Uint8Array {
  const { urls, only, isIndirect = false, onlySomeReasons } = scope
  const flag = (n: number, isSet: boolean) =>
    isSet ? writeElement(0x80 | n, writeBoolean(true).subarray(2)) : undefined
  return writeSequence(
    urls === undefined ? undefined : writeDistributionPointName(urls),
    flag(1, only === 'user'),
    flag(2, only === 'authority'),
    onlySomeReasons === undefined
      ? undefined
      : writeElement(0x83, writeNamedBits(onlySomeReasons).subarray(2)),
    flag(4, isIndirect),
    flag(5, only === 'attribute'),
  )
}

/** Writes the extensions of a CRL; absent when there are none. */
function writeCrlExtensions(input: CrlInput): Uint8Array | undefined {
  const { crlNumber, baseCrlNumber, authorityKeyId, scope } = input
  const extensions: Uint8Array[] = []
  if (authorityKeyId !== undefined) {
    const keyId = writeSequence(writeElement(0x80, readHex(authorityKeyId)))
    extensions.push(writeExtension(EXTENSION_OID.authorityKeyId, keyId))
  }
  if (crlNumber !== undefined)
    extensions.push(writeExtension(EXTENSION_OID.crlNumber, writeInteger(crlNumber)))
  if (baseCrlNumber !== undefined) {
    extensions.push(writeExtension(EXTENSION_OID.deltaCrlIndicator, writeInteger(baseCrlNumber), true))
  }
  if (scope !== undefined) {
    extensions.push(writeExtension(EXTENSION_OID.issuingDistributionPoint, writeScope(scope), true))
  }
  return extensions.length === 0 ? undefined : writeExplicit(0, writeSequence(...extensions))
}

/** Builds a version 2 CRL (RFC 5280, 5.1) and has its issuer sign it. */
export async function buildCrl(input: CrlInput, issuerKey: IssuerKey): Promise<Uint8Array> {
  const tbs = writeSequence(
    writeInteger(1),
    writeSignatureAlgorithm(issuerKey.algorithm),
    toNameDer(input.issuer),
    writeTime(input.thisUpdate),
    input.nextUpdate === undefined ? undefined : writeTime(input.nextUpdate),
    // An empty list is left out, not written empty (RFC 5280, 5.1.2.6).
    input.revoked.length === 0 ? undefined : writeList(TAG.sequence, input.revoked.map(writeRevoked)),
    writeCrlExtensions(input),
  )
  return signStructure(tbs, issuerKey)
}

/** What a responder knows about one certificate. */
export interface OcspAnswer {
  readonly status: 'good' | 'revoked' | 'unknown'
  readonly revokedAt?: Instant
  readonly reason?: RevocationReason
}

/** What an OCSP answer is to say. */
export interface OcspIssue {
  /** The request as it came; its nonce is repeated. */
  readonly request: Uint8Array
  readonly producedAt: Instant
  readonly thisUpdate: Instant
  readonly nextUpdate?: Instant
  /** What is known of a serial number, in hexadecimal. */
  readonly answer: (serial: string) => OcspAnswer
  /** Names the responder by its key instead of its name. */
  readonly isNamedByKey?: boolean
}

/** Writes `CertStatus`. */
function writeStatus({ status, revokedAt, reason }: OcspAnswer): Uint8Array {
  if (status !== 'revoked' || revokedAt === undefined) return writeElement(status === 'unknown' ? 0x82 : 0x80)
  const reasonField =
    reason === undefined ? undefined : writeExplicit(0, writeEnumerated(numberOfReason(reason)))
  return writeElement(0xa1, writeGeneralizedTime(revokedAt), reasonField ?? new Uint8Array(0))
}

/** Writes `ResponderID`. */
function writeResponder(responder: Certificate, isNamedByKey: boolean): Uint8Array {
  if (!isNamedByKey) return writeExplicit(1, responder.subject.der)
  return writeExplicit(2, writeOctets(hashBytes('sha1', responder.publicKey.keyBytes)))
}

/**
 * Builds a signed OCSP answer (RFC 6960, 4.2).
 *
 * @param responder - Its chain starts with the responder's certificate: that of the issuer, or a delegated one.
 * @throws MotcuaError `pki/malformed` for a request that is none, through the readers below.
 */
export async function buildOcspResponse(issue: OcspIssue, responder: Signer): Promise<Uint8Array> {
  const { ids, nonce } = readOcspRequest(issue.request)
  const certificate = readCertificate(responder.chain[0] ?? new Uint8Array(0))
  const next =
    issue.nextUpdate === undefined ? undefined : writeExplicit(0, writeGeneralizedTime(issue.nextUpdate))
  const singles = ids.map(({ der, serial }) =>
    writeSequence(der, writeStatus(issue.answer(serial)), writeGeneralizedTime(issue.thisUpdate), next),
  )
  const data = writeSequence(
    writeResponder(certificate, issue.isNamedByKey ?? false),
    writeGeneralizedTime(issue.producedAt),
    writeSequence(...singles),
    nonce === undefined ? undefined : writeExplicit(1, writeSequence(writeNonceExtension(nonce))),
  )
  const basic = writeSequence(
    data,
    writeSignatureAlgorithm(responder.algorithm),
    writeBitString(await responder.sign(data)),
    writeExplicit(0, writeSequence(certificate.der)),
  )
  const bytes = writeSequence(writeOid(OCSP_OID.basicResponse), writeOctets(basic))
  return writeSequence(writeEnumerated(0), writeExplicit(0, bytes))
}

/** Builds an OCSP answer that is none: `tryLater` is 3, `unauthorized` 6 (RFC 6960, 4.2.1). */
export function buildOcspRefusal(status: number): Uint8Array {
  return writeSequence(writeEnumerated(status))
}
