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

/** Undoes an encryption of PKCS #12 that is older than PBES2; `undefined` when the password is wrong. */
export type DecryptLegacy = (piece: {
  /** Dotted identifier of the scheme. */
  readonly scheme: string
  /** Its parameters (salt and rounds) as DER. */
  readonly parameters: Uint8Array
  readonly octets: Uint8Array
  readonly password: string
}) => Uint8Array | undefined

/** The password, and who undoes old encryptions, if anybody does. */
export interface Unlocking {
  readonly password: string
  readonly decryptLegacy?: DecryptLegacy | undefined
}

/** Hands a piece in the old way to whoever can undo it; nothing when it is not in the old way or nobody can. */
function decryptOldPiece(
  { algorithm, octets }: EncryptedPiece,
  unlocking: Unlocking,
): Uint8Array | undefined {
  const cursor = openElement(algorithm)
  const scheme = readOid(takeElement(cursor, TAG.oid))
  if (unlocking.decryptLegacy === undefined || LEGACY_SCHEMES[scheme] === undefined) return undefined
  const parameters = takeElement(cursor, TAG.sequence)
  const members = openElement(parameters)
  takeElement(members) // salt
  const rounds = takeElement(members, TAG.integer)
  if (readSmallInteger(rounds) > MOST_ROUNDS / 10)
    refuseMalformed('encrypted key', rounds.start, 'too many rounds')
  const { password } = unlocking
  const plain = unlocking.decryptLegacy({ scheme, parameters: encodingOf(parameters), octets, password })
  if (plain === undefined) throw new MotcuaError(messages, 'pki/wrong-password', {})
  return plain
}

/**
 * Decrypts one piece.
 *
 * @throws MotcuaError `pki/wrong-password` when the result is not what it should be: with PBES2 a wrong password and
 *   damaged octets look alike.
 */
export async function decryptPiece(piece: EncryptedPiece, unlocking: Unlocking): Promise<Uint8Array> {
  const { algorithm, octets } = piece
  const old = decryptOldPiece(piece, unlocking)
  if (old !== undefined) return old
  assertModern(algorithm)
  const [pkijs, asn1js] = await Promise.all([import('pkijs'), import('asn1js')])
  const { result } = asn1js.fromBER(ownBytes(encodingOf(algorithm)).buffer)
  const encryptedContentInfo = new pkijs.EncryptedContentInfo({
    contentEncryptionAlgorithm: new pkijs.AlgorithmIdentifier({ schema: result }),
    encryptedContent: new asn1js.OctetString({ valueHex: ownBytes(octets).buffer }),
  })
  const data = new pkijs.EncryptedData({ encryptedContentInfo })
  const password = ownBytes(writeUtf8(unlocking.password)).buffer
  try {
    return new Uint8Array(await data.decrypt({ password }))
  } catch (cause) {
    throw new MotcuaError(messages, 'pki/wrong-password', {}, { cause })
  }
}
