/**
 * Builds certificates around a signature made elsewhere.
 *
 * @module
 */
import { readHex } from '../../bytes.ts'
import type { Instant } from '../../date.ts'
import { writeSignatureAlgorithm } from '../algorithms.ts'
import {
  writeBitString,
  writeExplicit,
  writeInteger,
  writeSequence,
  writeTime,
  writeUnsignedInteger,
} from '../der/write-der.ts'
import { type NameInput, writeName } from '../name.ts'
import type { Signer } from '../signer.ts'
import { type ExtensionsInput, writeExtensions } from './write-extensions.ts'

/** The part of a {@link Signer} that signs for an authority. */
export type IssuerKey = Pick<Signer, 'algorithm' | 'sign'>

/** What a certificate is to say. */
export interface CertificateInput {
  readonly subject: NameInput
  /** The issuer's name as encoded in its own certificate, or to be written. */
  readonly issuer: NameInput | Uint8Array
  /** Hexadecimal of a positive number, at most 20 bytes (RFC 5280, 4.1.2.2). */
  readonly serial: string
  readonly notBefore: Instant
  readonly notAfter: Instant
  /** SubjectPublicKeyInfo as DER. */
  readonly spki: Uint8Array
  readonly extensions?: ExtensionsInput
}

/** Signs a to-be-signed structure: itself, the algorithm, the signature (RFC 5280, 4.1.1). */
export async function signStructure(tbs: Uint8Array, key: IssuerKey): Promise<Uint8Array> {
  const signature = await key.sign(tbs)
  return writeSequence(tbs, writeSignatureAlgorithm(key.algorithm), writeBitString(signature))
}

/** Writes a name that may already be encoded. */
export function toNameDer(name: NameInput | Uint8Array): Uint8Array {
  return name instanceof Uint8Array ? name : writeName(name)
}

/**
 * Builds an X.509 version 3 certificate (RFC 5280, 4.1) and has the issuer sign it.
 *
 * What it says is up to the caller: test chains need wrong certificates too. Nothing is checked.
 */
export async function buildCertificate(input: CertificateInput, issuerKey: IssuerKey): Promise<Uint8Array> {
  const extensions = writeExtensions(input.extensions ?? {})
  const tbs = writeSequence(
    writeExplicit(0, writeInteger(2)),
    writeUnsignedInteger(readHex(input.serial)),
    writeSignatureAlgorithm(issuerKey.algorithm),
    toNameDer(input.issuer),
    writeSequence(writeTime(input.notBefore), writeTime(input.notAfter)),
    writeName(input.subject),
    input.spki,
    extensions === undefined ? undefined : writeExplicit(3, extensions),
  )
  return signStructure(tbs, issuerKey)
}
