/**
 * Private keys: PKCS #8, and the older forms that PEM files still hold.
 *
 * @module
 */
import { MotcuaError } from '../../errors.ts'
import { type AlgorithmChoice, chooseAlgorithm, type SignatureAlgorithm, WEB_DIGESTS } from '../algorithms.ts'
import { readCertificate } from '../certificate.ts'
import { KEY_OID } from '../der/oids.ts'
import {
  type DerElement,
  encodingOf,
  isAtEnd,
  openElement,
  readDer,
  TAG,
  takeElement,
  takeExplicit,
} from '../der/read-der.ts'
import { readOctets, readOid, readSmallInteger } from '../der/read-values.ts'
import { writeInteger, writeNull, writeOctets, writeOid, writeSequence } from '../der/write-der.ts'
import { messages, refuseMalformed } from '../messages.ts'
import { CURVES, type Curve } from '../public-key.ts'
import { fromCryptoKey, ownBytes, type Signer } from '../signer.ts'
import { verifySignature } from '../verify-signature.ts'
import { decryptPiece, type Unlocking } from './decrypt.ts'
import { readPem } from './pem.ts'

/** A private key as PKCS #8, and what kind it is. As secret as the key itself. */
export interface PrivateKey {
  readonly kind: 'rsa' | 'ec' | 'ed25519'
  readonly curve: Curve | undefined
  readonly pkcs8: Uint8Array
}

/** Refuses a kind of key. */
function refuseKind(algorithm: string): never {
  throw new MotcuaError(messages, 'pki/unsupported-algorithm', { purpose: 'read-key', algorithm })
}

/** The curve behind an identifier. */
function curveOf(oid: string): Curve {
  const curve = (Object.keys(CURVES) as Curve[]).find((candidate) => CURVES[candidate].oid === oid)
  return curve ?? refuseKind(`EC ${oid}`)
}

/**
 * Writes PKCS #8 for an RSA key that may sign with PSS alone under the identifier that WebCrypto knows.
 */
function writePlainRsa(key: Uint8Array): Uint8Array {
  return writeSequence(writeInteger(0), writeSequence(writeOid(KEY_OID.rsa), writeNull()), writeOctets(key))
}

/** Reads `PrivateKeyInfo` (RFC 5208). */
function readPkcs8(element: DerElement): PrivateKey {
  const cursor = openElement(element)
  readSmallInteger(takeElement(cursor, TAG.integer)) // version
  const algorithm = openElement(takeElement(cursor, TAG.sequence))
  const oid = readOid(takeElement(algorithm, TAG.oid))
  const key = readOctets(takeElement(cursor))
  const pkcs8 = encodingOf(element)
  switch (oid) {
    case KEY_OID.rsa:
      return { kind: 'rsa', curve: undefined, pkcs8 }
    case KEY_OID.rsaPss:
      return { kind: 'rsa', curve: undefined, pkcs8: writePlainRsa(key) }
    case KEY_OID.ed25519:
      return { kind: 'ed25519', curve: undefined, pkcs8 }
    case KEY_OID.ec: {
      const parameters = takeElement(algorithm)
      return parameters.tag === TAG.oid
        ? { kind: 'ec', curve: curveOf(readOid(parameters)), pkcs8 }
        : refuseKind('EC with explicit parameters')
    }
    default:
      return refuseKind(oid)
  }
}

/** Wraps `ECPrivateKey` (RFC 5915), whose curve is in `[0]`, as PKCS #8. */
function readSec1(bytes: Uint8Array): PrivateKey {
  const cursor = openElement(readDer(bytes, 'EC private key'))
  takeElement(cursor, TAG.integer)
  takeElement(cursor, TAG.octetString)
  const parameters = isAtEnd(cursor) ? undefined : takeExplicit(cursor, 0)
  if (parameters === undefined) return refuseMalformed('EC private key', cursor.offset, 'no curve')
  const algorithm = writeSequence(writeOid(KEY_OID.ec), encodingOf(parameters))
  return readPkcs8(readDer(writeSequence(writeInteger(0), algorithm, writeOctets(bytes)), 'private key'))
}

/** Reads `EncryptedPrivateKeyInfo` (RFC 5208, 6). */
export async function readEncryptedKey(bytes: Uint8Array, unlocking: Unlocking): Promise<PrivateKey> {
  const cursor = openElement(readDer(bytes, 'encrypted private key'))
  const algorithm = takeElement(cursor, TAG.sequence)
  const plain = await decryptPiece({ algorithm, octets: readOctets(takeElement(cursor)) }, unlocking)
  return readPkcs8(readDer(plain, 'private key'))
}

/** Reads a key from PKCS #8. */
export function readPlainKey(bytes: Uint8Array): PrivateKey {
  return readPkcs8(readDer(bytes, 'private key'))
}

/** Tells whether octets are an encrypted key: an algorithm first, where a plain key has its version. */
function isEncrypted(bytes: Uint8Array): boolean {
  const cursor = openElement(readDer(bytes, 'private key'))
  return takeElement(cursor).tag === TAG.sequence
}

/** Reads the block of a PEM text that is a key. */
async function readPemKey(text: string, password: string | undefined): Promise<PrivateKey> {
  const block = readPem(text).find(({ label }) => label.endsWith('PRIVATE KEY'))
  if (block === undefined) throw new MotcuaError(messages, 'pki/no-pem-block', { label: 'PRIVATE KEY' })
  if (text.includes('Proc-Type: 4,ENCRYPTED'))
    throw new MotcuaError(messages, 'pki/legacy-encryption', { scheme: 'PEM' })
  switch (block.label) {
    case 'RSA PRIVATE KEY':
      return readPlainKey(writePlainRsa(block.bytes))
    case 'EC PRIVATE KEY':
      return readSec1(block.bytes)
    default:
      return readPrivateKey(block.bytes, password)
  }
}

/**
 * Reads a private key: PEM text (PKCS #8, PKCS #1, SEC 1) or PKCS #8 as DER, encrypted by PBES2 or not.
 *
 * @param password - Needed for encrypted keys; never part of a message.
 * @throws MotcuaError `pki/no-pem-block` for a PEM text without a key.
 * @throws MotcuaError `pki/legacy-encryption` for keys encrypted in the old way of PEM files.
 * @throws MotcuaError `pki/wrong-password` for an encrypted key without its password.
 *
 * @example
 * import { readPrivateKey } from 'motcua/pki'
 * import { generateSigningKeys } from 'motcua/adapters/generate-keys'
 * const { pkcs8 } = await generateSigningKeys({ keyType: 'p384' })
 * const key = await readPrivateKey(pkcs8)
 * key.curve // 'P-384'
 */
export async function readPrivateKey(input: string | Uint8Array, password?: string): Promise<PrivateKey> {
  if (typeof input === 'string') return readPemKey(input, password)
  if (!isEncrypted(input)) return readPlainKey(input)
  if (password === undefined) throw new MotcuaError(messages, 'pki/wrong-password', {})
  return readEncryptedKey(input, { password })
}

/** What {@link fromPrivateKey} needs besides the key. */
export interface PrivateKeySignerOptions extends AlgorithmChoice {
  /** Certificates as DER, the signer's first. */
  readonly chain: readonly Uint8Array[]
}

/** Parameters of `subtle.importKey`. */
function importParameters(key: PrivateKey, { scheme, digest }: SignatureAlgorithm) {
  if (key.kind === 'ed25519') return { name: 'Ed25519' }
  if (key.curve !== undefined) return { name: 'ECDSA', namedCurve: key.curve }
  return { name: scheme === 'rsa-pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5', hash: WEB_DIGESTS[digest] }
}

/**
 * Signs a few bytes and checks them with the certificate: a wrong pair is found before a document is signed.
 *
 * @throws MotcuaError `pki/key-certificate-mismatch`
 */
export async function assertKeyPair(signer: Signer): Promise<void> {
  const [certificateDer] = signer.chain
  if (certificateDer === undefined) return
  const message = Uint8Array.of(1, 2, 3, 4)
  const { publicKey } = readCertificate(certificateDer)
  const signature = await signer.sign(message)
  const outcome = await verifySignature({ algorithm: signer.algorithm, publicKey, message, signature })
  if (outcome !== 'valid') throw new MotcuaError(messages, 'pki/key-certificate-mismatch', { outcome })
}

/**
 * Makes a {@link Signer} from a private key read from a file.
 *
 * The key goes into WebCrypto as non-exportable. One signature is made and checked at once, so that a key that does not
 * belong to the certificate is told before anything is signed with it.
 *
 * @throws MotcuaError `pki/key-certificate-mismatch` through the check.
 *
 * @example
 * import { fromPrivateKey, readPrivateKey } from 'motcua/pki'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * const { issue } = await createTestAuthority()
 * const { pkcs8, chain } = await issue({ commonName: 'Người ký thử' })
 * const signer = await fromPrivateKey(await readPrivateKey(pkcs8), { chain })
 * signer.algorithm // { scheme: 'ecdsa', digest: 'sha256' }
 */
export async function fromPrivateKey(key: PrivateKey, options: PrivateKeySignerOptions): Promise<Signer> {
  const algorithm = chooseAlgorithm(key, options)
  const parameters = importParameters(key, algorithm)
  const imported = await crypto.subtle.importKey('pkcs8', ownBytes(key.pkcs8), parameters, false, ['sign'])
  const signer = fromCryptoKey(imported, { algorithm, chain: options.chain })
  await assertKeyPair(signer)
  return signer
}
