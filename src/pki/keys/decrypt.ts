/**
 * Decrypts what a password protects in key files: PBES2 through PKI.js, everything older refused by name.
 *
 * PKI.js is loaded here and nowhere else, when the first encrypted key is read: who only validates does not pay for it.
 *
 * @module
 */
import { writeUtf8 } from '../../bytes.ts'
import { MotcuaError } from '../../errors.ts'
import { type DerElement, encodingOf, isAtEnd, openElement, TAG, takeElement } from '../der/read-der.ts'
import { readOid, readSmallInteger } from '../der/read-values.ts'
import { messages, refuseMalformed } from '../messages.ts'
import { ownBytes } from '../signer.ts'

const PBES2 = '1.2.840.113549.1.5.13'
const PBKDF2 = '1.2.840.113549.1.5.12'

/** Password-based schemes of PKCS #12 and PKCS #5 version 1, none of which WebCrypto or PKI.js 4 can undo. */
const LEGACY_SCHEMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.12.1.1': 'pbeWithSHAAnd128BitRC4',
  '1.2.840.113549.1.12.1.2': 'pbeWithSHAAnd40BitRC4',
  '1.2.840.113549.1.12.1.3': 'pbeWithSHAAnd3-KeyTripleDES-CBC',
  '1.2.840.113549.1.12.1.4': 'pbeWithSHAAnd2-KeyTripleDES-CBC',
  '1.2.840.113549.1.12.1.5': 'pbeWithSHAAnd128BitRC2-CBC',
  '1.2.840.113549.1.12.1.6': 'pbeWithSHAAnd40BitRC2-CBC',
  '1.2.840.113549.1.5.3': 'pbeWithMD5AndDES-CBC',
  '1.2.840.113549.1.5.10': 'pbeWithSHA1AndDES-CBC',
}

/** Ciphers within PBES2 that WebCrypto has: AES in CBC and GCM. */
const MODERN_CIPHERS = /^2\.16\.840\.1\.101\.3\.4\.1\.(2|6|22|26|42|46)$/

/** Rounds beyond which a file was made to keep its reader busy; seconds of work. */
const MOST_ROUNDS = 10_000_000

/**
 * Refuses an encryption that cannot be undone here.
 *
 * @throws MotcuaError `pki/legacy-encryption` with the name of the scheme.
 */
function assertModern(algorithm: DerElement): void {
  const cursor = openElement(algorithm)
  const scheme = readOid(takeElement(cursor, TAG.oid))
  if (scheme !== PBES2) refuseLegacy(LEGACY_SCHEMES[scheme] ?? scheme)
  const parameters = openElement(takeElement(cursor, TAG.sequence))
  const derivation = openElement(takeElement(parameters, TAG.sequence))
  const cipher = readOid(takeElement(openElement(takeElement(parameters, TAG.sequence)), TAG.oid))
  if (!MODERN_CIPHERS.test(cipher)) refuseLegacy(`PBES2 ${cipher}`)
  const function_ = readOid(takeElement(derivation, TAG.oid))
  if (function_ !== PBKDF2 || isAtEnd(derivation)) refuseLegacy(`PBES2 ${function_}`)
  const members = openElement(takeElement(derivation, TAG.sequence))
  takeElement(members) // salt
  const rounds = takeElement(members, TAG.integer)
  if (readSmallInteger(rounds) > MOST_ROUNDS)
    refuseMalformed('encrypted key', rounds.start, 'too many rounds')
}

/**
 * Refuses a scheme by its name.
 *
 * @throws MotcuaError `pki/legacy-encryption`
 */
export function refuseLegacy(scheme: string): never {
  throw new MotcuaError(messages, 'pki/legacy-encryption', { scheme })
}

/** One encrypted piece: the algorithm and the octets under it. */
export interface EncryptedPiece {
  readonly algorithm: DerElement
  readonly octets: Uint8Array
}

/**
 * Decrypts one piece.
 *
 * @throws MotcuaError `pki/wrong-password` when the result is not what it should be: with PBES2 a wrong password and
 *   damaged octets look alike.
 */
export async function decryptPiece(
  { algorithm, octets }: EncryptedPiece,
  password: string,
): Promise<Uint8Array> {
  assertModern(algorithm)
  const [pkijs, asn1js] = await Promise.all([import('pkijs'), import('asn1js')])
  const schema = asn1js.fromBER(ownBytes(encodingOf(algorithm)).buffer).result
  const content = new pkijs.EncryptedContentInfo({
    contentEncryptionAlgorithm: new pkijs.AlgorithmIdentifier({ schema }),
    encryptedContent: new asn1js.OctetString({ valueHex: ownBytes(octets).buffer }),
  })
  try {
    const key = ownBytes(writeUtf8(password)).buffer
    const plain = await new pkijs.EncryptedData({ encryptedContentInfo: content }).decrypt({ password: key })
    return new Uint8Array(plain)
  } catch (cause) {
    throw new MotcuaError(messages, 'pki/wrong-password', {}, { cause })
  }
}
