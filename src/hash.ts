/**
 * Hashing with a state in the middle, and the canonical JSON over which records are hashed.
 *
 * The engine comes through the package's own `#hasher` import: `node:crypto` in Node, `@noble/hashes`
 * elsewhere. WebCrypto would copy the whole message and has no state to keep.
 *
 * @module
 */
import { createHasher as startHasher } from '#hasher'
import { writeHex, writeUtf8 } from './bytes.ts'
import { type ErrorTable, type Messages, MotcuaError } from './errors.ts'

/**
 * The digests this package knows. It signs with SHA-256, SHA-384 and SHA-512; the others serve to read what others made,
 * and SHA-1 to name VRI entries. `shake256` gives 64 octets, as Ed448 in CMS wants (RFC 8419, 3.1).
 */
export type HashAlgorithm =
  | 'md5'
  | 'sha1'
  | 'sha224'
  | 'sha256'
  | 'sha384'
  | 'sha512'
  | 'sha512-224'
  | 'sha512-256'
  | 'sha3-224'
  | 'sha3-256'
  | 'sha3-384'
  | 'sha3-512'
  | 'shake256'

/** The digests this package signs with. */
export type SigningDigest = 'sha256' | 'sha384' | 'sha512'

/** Tells whether new signatures are made with a digest. */
export function isSigningDigest(digest: HashAlgorithm): digest is SigningDigest {
  return digest === 'sha256' || digest === 'sha384' || digest === 'sha512'
}

/** A running digest. */
export interface Hasher {
  /** Takes in more bytes and gives back the same hasher. */
  update(bytes: Uint8Array): Hasher
  /** Gives the digest of everything taken in; nothing may follow, a copy made before can go on. */
  digest(): Uint8Array
  /** Gives an independent hasher that has taken in the same bytes. */
  copy(): Hasher
}

/**
 * Starts a digest.
 *
 * The declaration is written out here: declarations must not speak of `#hasher`, which older resolvers do not know.
 */
export function createHasher(algorithm: HashAlgorithm): Hasher {
  return startHasher(algorithm)
}

/** Digests bytes at once. */
export function hashBytes(algorithm: HashAlgorithm, bytes: Uint8Array): Uint8Array {
  return createHasher(algorithm).update(bytes).digest()
}

/** The sentences of this file's errors. */
export const hashMessages = {
  'hash/not-canonical': {
    vi: ({ path, reason }) => `giá trị tại ${path} không viết được thành JSON chuẩn tắc (${reason})`,
    en: ({ path, reason }) => `the value at ${path} has no canonical JSON (${reason})`,
  },
} satisfies Messages<'hash/not-canonical'>

type Reason = ErrorTable['hash/not-canonical']['reason']

/** Refuses a value that JSON cannot say. */
function refuse(path: string, reason: Reason): never {
  throw new MotcuaError(hashMessages, 'hash/not-canonical', { path, reason })
}

/** Writes one string: NFC, no U+0000, no lone surrogate (RFC 8785 sorts and escapes; PostgreSQL refuses U+0000). */
function writeString(text: string, path: string): string {
  const composed = text.normalize('NFC')
  if (composed.includes('\u0000')) refuse(path, 'nul')
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(composed)) {
    refuse(path, 'lone-surrogate')
  }
  return JSON.stringify(composed)
}

/** Orders keys by UTF-16 code units, as RFC 8785, 3.2.3 wants. */
function compareKeys(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}

/**
 * Writes a value as canonical JSON (RFC 8785) over NFC text, so that equal records have equal hashes.
 *
 * Keys whose value is `undefined` are left out, as JSON does; anything else that JSON cannot say is refused.
 *
 * @throws MotcuaError `hash/not-canonical` with the path of the value.
 *
 * @example
 * import { canonicalJson } from 'motcua'
 * canonicalJson({ b: 1, a: ['x'] }) // '{"a":["x"],"b":1}'
 */
export function canonicalJson(value: unknown, path = '$'): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return writeString(value, path)
  if (typeof value === 'number')
    return Number.isFinite(value) ? JSON.stringify(value) : refuse(path, 'number')
  if (Array.isArray(value)) {
    return `[${value.map((member, index) => canonicalJson(member, `${path}[${index}]`)).join(',')}]`
  }
  if (typeof value !== 'object') return refuse(path, value === undefined ? 'undefined' : 'type')
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) refuse(path, 'type')
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => [key.normalize('NFC'), member] as const)
    .sort(compareKeys)
  if (entries.some(([key], index) => key === entries[index + 1]?.[0])) refuse(path, 'duplicate-key')
  return `{${entries.map(([key, member]) => `${writeString(key, path)}:${canonicalJson(member, `${path}.${key}`)}`).join(',')}}`
}

/** Digests a value's canonical JSON with SHA-256, as lower-case hexadecimal. */
export function hashJson(value: unknown): string {
  return writeHex(hashBytes('sha256', writeUtf8(canonicalJson(value))))
}
