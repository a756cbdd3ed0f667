/**
 * The standard security handler: opening a document with a password, and the ciphers of its strings and streams.
 *
 * ISO 32000-1, 7.6 (RC4 and AES-128, revisions 2 to 4) and ISO 32000-2, 7.6.4 (AES-256, revisions 5 and 6).
 * What we add to an encrypted file is encrypted with the same key; nothing that was there is touched.
 *
 * @module
 */
import { cbc } from '@noble/ciphers/aes.js'
import { md5 } from '@noble/hashes/legacy.js'
import { concatBytes, equalBytes, writeUtf8 } from '../bytes.ts'
import { MotcuaError } from '../errors.ts'
import { hashBytes } from '../hash.ts'
import { messages } from './messages.ts'
import type { PdfDict, PdfId, PdfObject } from './syntax/object.ts'

/** How strings or streams are encrypted. */
export type CipherMethod = 'none' | 'rc4' | 'aes128' | 'aes256'

/** What a document says about its encryption. */
export interface EncryptionFacts {
  /** /V and /R of the encryption dictionary. */
  readonly version: number
  readonly revision: number
  readonly strings: CipherMethod
  readonly streams: CipherMethod
  readonly embeddedFiles: CipherMethod
  /** False: the metadata stream stands in clear. */
  readonly encryptsMetadata: boolean
  /** /P, the permissions granted to who opens with the user password. */
  readonly permissions: number
  readonly openedAs: 'user' | 'owner'
}

/** An opened security handler. */
export interface Encryption extends EncryptionFacts {
  /** Named crypt filters, for streams that choose their own. */
  readonly filters: ReadonlyMap<string, CipherMethod>
  /** The file key. Secret: it opens the document. */
  readonly fileKey: Uint8Array
}

/** What may be told about an opened security handler: everything but its key. */
export function listEncryptionFacts(encryption: Encryption): EncryptionFacts {
  const { fileKey: _fileKey, filters: _filters, ...facts } = encryption
  return facts
}

/** The padding of passwords (ISO 32000-1, 7.6.3.3, algorithm 2). */
const PASSWORD_PADDING = Uint8Array.from([
  0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e, 0x2e,
  0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
])

/** RC4; kept here because the cipher libraries rightly no longer have it. */
function cryptRc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  for (let i = 0, j = 0; i < 256; i += 1) {
    const held = state[i] ?? 0
    j = (j + held + (key[i % key.length] ?? 0)) & 255
    state[i] = state[j] ?? 0
    state[j] = held
  }
  const output = new Uint8Array(data.length)
  for (let index = 0, i = 0, j = 0; index < data.length; index += 1) {
    i = (i + 1) & 255
    const held = state[i] ?? 0
    j = (j + held) & 255
    const other = state[j] ?? 0
    state[i] = other
    state[j] = held
    output[index] = (data[index] ?? 0) ^ (state[(held + other) & 255] ?? 0)
  }
  return output
}

/** AES in CBC mode over whole blocks, without padding. */
function aesBlocks(key: Uint8Array, iv: Uint8Array): ReturnType<typeof cbc> {
  return cbc(key, iv, { disablePadding: true })
}

/** Decrypts AES data that start with their initial vector; damaged padding is kept as data. */
function decryptAes(key: Uint8Array, data: Uint8Array): Uint8Array {
  const blocks = data.subarray(16, data.length - (data.length % 16))
  if (data.length < 32) return new Uint8Array(0)
  const plain = aesBlocks(key, data.subarray(0, 16)).decrypt(blocks)
  const padding = plain[plain.length - 1] ?? 0
  return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain
}

/**
 * Encrypts with AES and puts the initial vector first.
 *
 * The vector is a digest under the file key of the object and the text, so it is unpredictable to whoever lacks
 * the key and needs no source of randomness; equal text in the same object gives equal bytes, which tells nothing
 * that the document does not.
 */
function encryptAes(
  keys: { readonly file: Uint8Array; readonly object: Uint8Array },
  id: PdfId,
  data: Uint8Array,
): Uint8Array {
  const label = writeUtf8(`motcua iv ${id.number} ${id.generation} `)
  const iv = hashBytes('sha256', concatBytes(keys.file, label, data)).subarray(0, 16)
  const padding = 16 - (data.length % 16)
  const padded = concatBytes(data, new Uint8Array(padding).fill(padding))
  return concatBytes(iv, aesBlocks(keys.object, iv).encrypt(padded))
}

/** The key of one object (algorithm 1); AES-256 uses the file key itself. */
function objectKey(encryption: Encryption, id: PdfId, method: CipherMethod): Uint8Array {
  if (method === 'aes256') return encryption.fileKey
  const { number, generation } = id
  const suffix = Uint8Array.of(number, number >> 8, number >> 16, generation, generation >> 8)
  const salt = method === 'aes128' ? writeUtf8('sAlT') : new Uint8Array(0)
  const digest = md5(concatBytes(encryption.fileKey, suffix, salt))
  return digest.subarray(0, Math.min(16, encryption.fileKey.length + 5))
}

/** The object that bytes belong to, and how they are encrypted. */
export interface CipherUse {
  readonly id: PdfId
  readonly method: CipherMethod
}

/** Decrypts bytes that belong to an object. */
export function decryptBytes(
  encryption: Encryption,
  data: Uint8Array,
  { id, method }: CipherUse,
): Uint8Array {
  if (method === 'none') return data
  const key = objectKey(encryption, id, method)
  return method === 'rc4' ? cryptRc4(key, data) : decryptAes(key, data)
}

/** Encrypts bytes that belong to an object. */
export function encryptBytes(
  encryption: Encryption,
  data: Uint8Array,
  { id, method }: CipherUse,
): Uint8Array {
  if (method === 'none') return data
  const key = objectKey(encryption, id, method)
  if (method === 'rc4') return cryptRc4(key, data)
  return encryptAes({ file: encryption.fileKey, object: key }, id, data)
}

/** The encryption dictionary, its references resolved by the caller. */
export interface EncryptionInput {
  readonly dict: PdfDict
  /** Resolves what a value refers to. */
  readonly resolve: (value: PdfObject | undefined) => PdfObject | undefined
  /** First part of the trailer's /ID; empty where there is none. */
  readonly fileId: Uint8Array
  readonly password: string | undefined
}

/** Typed reading of the encryption dictionary. */
function createReader({ dict, resolve }: EncryptionInput) {
  const find = (key: string, from: PdfDict = dict) => resolve(from.entries.get(key))
  return {
    number: (key: string, missing: number, from?: PdfDict) => {
      const value = find(key, from)
      return value?.kind === 'number' ? value.value : missing
    },
    bytes: (key: string) => {
      const value = find(key)
      return value?.kind === 'string' ? value.bytes : new Uint8Array(0)
    },
    name: (key: string, from?: PdfDict) => {
      const value = find(key, from)
      return value?.kind === 'name' ? value.name : undefined
    },
    flag: (key: string, missing: boolean) => {
      const value = find(key)
      return value?.kind === 'boolean' ? value.value : missing
    },
    dict: (key: string, from?: PdfDict) => {
      const value = find(key, from)
      return value?.kind === 'dict' ? value : undefined
    },
  }
}

type Reader = ReturnType<typeof createReader>

const methodOfName: Readonly<Record<string, CipherMethod>> = {
  None: 'none',
  V2: 'rc4',
  AESV2: 'aes128',
  AESV3: 'aes256',
}

/** Reads /CF: the method behind each crypt filter's name. */
function readCryptFilters(reader: Reader): Map<string, CipherMethod> {
  const filters = new Map<string, CipherMethod>([['Identity', 'none']])
  const dict = reader.dict('CF')
  for (const name of dict?.entries.keys() ?? []) {
    const filter = reader.dict(name, dict)
    const method = filter && methodOfName[reader.name('CFM', filter) ?? 'None']
    if (method !== undefined) filters.set(name, method)
  }
  return filters
}

/** The values that passwords are checked against. */
interface Secrets {
  readonly revision: number
  readonly O: Uint8Array
  readonly U: Uint8Array
  readonly OE: Uint8Array
  readonly UE: Uint8Array
  readonly permissions: number
  readonly fileId: Uint8Array
  readonly encryptsMetadata: boolean
}

/** Cuts or pads a password of revisions 2 to 4 to 32 bytes. */
function padPassword(password: Uint8Array): Uint8Array {
  return concatBytes(password, PASSWORD_PADDING).subarray(0, 32)
}

/** Hashes 50 times more, as revisions 3 and 4 do. */
function stretchMd5(digest: Uint8Array, keyBytes: number, revision: number): Uint8Array {
  let key = digest
  if (revision >= 3) for (let round = 0; round < 50; round += 1) key = md5(key.subarray(0, keyBytes))
  return key.subarray(0, keyBytes)
}

/** Computes the file key from a user password (algorithm 2). */
function deriveKey(secrets: Secrets, password: Uint8Array, keyBytes: number): Uint8Array {
  const { permissions: p, revision } = secrets
  const metadata = revision >= 4 && !secrets.encryptsMetadata ? [255, 255, 255, 255] : []
  const bits = Uint8Array.of(p, p >> 8, p >> 16, p >> 24)
  const O = secrets.O.subarray(0, 32)
  const digest = md5(concatBytes(padPassword(password), O, bits, secrets.fileId, Uint8Array.from(metadata)))
  return stretchMd5(digest, keyBytes, revision)
}

/** Applies RC4 with the key XORed by each of `rounds`. */
function chainRc4(key: Uint8Array, data: Uint8Array, rounds: readonly number[]): Uint8Array {
  return rounds.reduce(
    (bytes, round) =>
      cryptRc4(
        key.map((byte) => byte ^ round),
        bytes,
      ),
    data,
  )
}

const ROUNDS_UP = Array.from({ length: 20 }, (_, round) => round)
const ROUNDS_DOWN = ROUNDS_UP.toReversed()

/** Gives the file key if the user password is right (algorithms 4 to 6). */
function openAsUser(secrets: Secrets, password: Uint8Array, keyBytes: number): Uint8Array | undefined {
  const key = deriveKey(secrets, password, keyBytes)
  const isOld = secrets.revision === 2
  const expected = isOld
    ? cryptRc4(key, PASSWORD_PADDING)
    : chainRc4(key, md5(concatBytes(PASSWORD_PADDING, secrets.fileId)), ROUNDS_UP)
  return equalBytes(secrets.U.subarray(0, isOld ? 32 : 16), expected) ? key : undefined
}

/** Gives the file key if the owner password is right (algorithm 7): it encrypts the user password. */
function openAsOwner(secrets: Secrets, password: Uint8Array, keyBytes: number): Uint8Array | undefined {
  const key = stretchMd5(md5(padPassword(password)), keyBytes, secrets.revision)
  const rounds = secrets.revision === 2 ? [0] : ROUNDS_DOWN
  return openAsUser(secrets, chainRc4(key, secrets.O.subarray(0, 32), rounds), keyBytes)
}

/** Hashes a password of revision 6 (ISO 32000-2, algorithm 2.B); revision 5 stops at the first digest. */
function hashPassword(
  revision: number,
  input: { password: Uint8Array; salt: Uint8Array; user: Uint8Array },
): Uint8Array {
  const { password, salt, user } = input
  let key = hashBytes('sha256', concatBytes(password, salt, user))
  if (revision < 6) return key
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const once = concatBytes(password, key, user)
    const repeated = concatBytes(...Array.from({ length: 64 }, () => once))
    const block = aesBlocks(key.subarray(0, 16), key.subarray(16, 32)).encrypt(repeated)
    // The first 16 bytes as a number modulo 3: 256 is 1 modulo 3, so the sum of the bytes serves.
    const remainder = block.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = hashBytes(remainder === 0 ? 'sha256' : remainder === 1 ? 'sha384' : 'sha512', block)
    last = block[block.length - 1] ?? 0
  }
  return key.subarray(0, 32)
}

/** Gives the file key of revisions 5 and 6 (algorithm 2.A). */
function openAes256(secrets: Secrets, password: Uint8Array, role: 'user' | 'owner'): Uint8Array | undefined {
  const { revision } = secrets
  const stored = role === 'user' ? secrets.U : secrets.O
  const wrapped = role === 'user' ? secrets.UE : secrets.OE
  const user = role === 'user' ? new Uint8Array(0) : secrets.U.subarray(0, 48)
  const check = hashPassword(revision, { password, salt: stored.subarray(32, 40), user })
  if (stored.length < 48 || !equalBytes(check, stored.subarray(0, 32)) || wrapped.length < 32)
    return undefined
  const key = hashPassword(revision, { password, salt: stored.subarray(40, 48), user })
  return aesBlocks(key, new Uint8Array(16)).decrypt(wrapped.subarray(0, 32))
}

/** Bytes of a password: one per character up to revision 4, UTF-8 of at most 127 bytes after it. */
function passwordBytes(password: string, revision: number): Uint8Array {
  if (revision >= 5) return writeUtf8(password.normalize('NFKC')).subarray(0, 127)
  return Uint8Array.from(password, (character) => character.charCodeAt(0) & 0xff)
}

/** A key and the role it was opened in. */
interface OpenedKey {
  readonly fileKey: Uint8Array
  readonly openedAs: 'user' | 'owner'
}

/** Tries one password in both roles, with each key length that may be meant. */
function tryPassword(secrets: Secrets, text: string, lengths: readonly number[]): OpenedKey | undefined {
  const password = passwordBytes(text, secrets.revision)
  for (const openedAs of ['user', 'owner'] as const) {
    if (secrets.revision >= 5) {
      const fileKey = openAes256(secrets, password, openedAs)
      if (fileKey !== undefined) return { fileKey, openedAs }
      continue
    }
    const open = openedAs === 'user' ? openAsUser : openAsOwner
    for (const keyBytes of lengths) {
      const fileKey = open(secrets, password, keyBytes)
      if (fileKey !== undefined) return { fileKey, openedAs }
    }
  }
  return undefined
}

/** Key lengths to try: the stated one first; /Length is missing or in bytes often enough. */
function keyLengths(version: number, statedBits: number): number[] {
  if (version === 1) return [5]
  const bytes = statedBits >= 40 ? statedBits / 8 : statedBits
  const stated = Number.isInteger(bytes) && bytes >= 5 && bytes <= 16 ? [bytes] : []
  return [...new Set(version >= 4 ? [16, ...stated] : [...stated, 5, 16])]
}

/** Reads what passwords are checked against. */
function readSecrets(reader: Reader, revision: number, fileId: Uint8Array): Secrets {
  return {
    revision,
    O: reader.bytes('O'),
    U: reader.bytes('U'),
    OE: reader.bytes('OE'),
    UE: reader.bytes('UE'),
    permissions: reader.number('P', 0) | 0,
    fileId,
    encryptsMetadata: reader.flag('EncryptMetadata', true),
  }
}

/**
 * Opens the security handler of a document; the empty password is tried before the one given.
 *
 * @throws MotcuaError `pdf/unsupported-encryption` for handlers other than the standard one.
 * @throws MotcuaError `pdf/wrong-password`
 */
export function openEncryption(input: EncryptionInput): Encryption {
  const reader = createReader(input)
  const filter = reader.name('Filter') ?? 'none'
  const version = reader.number('V', 0)
  const revision = reader.number('R', 0)
  if (filter !== 'Standard' || ![1, 2, 4, 5].includes(version) || !(revision >= 2 && revision <= 6)) {
    throw new MotcuaError(messages, 'pdf/unsupported-encryption', { filter, version, revision })
  }
  const secrets = readSecrets(reader, revision, input.fileId)
  const lengths = keyLengths(version, reader.number('Length', 40))
  const opened =
    tryPassword(secrets, '', lengths) ??
    (input.password === undefined ? undefined : tryPassword(secrets, input.password, lengths))
  if (opened === undefined) {
    throw new MotcuaError(messages, 'pdf/wrong-password', { tried: input.password ? 'given' : 'empty' })
  }
  const filters = version >= 4 ? readCryptFilters(reader) : new Map<string, CipherMethod>()
  const chosen = (key: string, missing: CipherMethod): CipherMethod =>
    version < 4 ? 'rc4' : (filters.get(reader.name(key) ?? '') ?? missing)
  const streams = chosen('StmF', 'none')
  return {
    version,
    revision,
    strings: chosen('StrF', 'none'),
    streams,
    embeddedFiles: chosen('EFF', streams),
    filters,
    encryptsMetadata: secrets.encryptsMetadata,
    permissions: secrets.permissions,
    ...opened,
  }
}
