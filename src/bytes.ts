/**
 * Bytes: joining, comparing, writing as text, and reading from a source that need not fit in memory.
 *
 * @module
 */
import { type Messages, MotcuaError } from './errors.ts'

/** The sentences of this file's errors. */
export const bytesMessages = {
  'bytes/invalid-text': {
    vi: ({ encoding, offset }) => `chuỗi ${encoding} sai tại vị trí ${offset}; hãy kiểm tra dữ liệu nguồn`,
    en: ({ encoding, offset }) => `invalid ${encoding} text at position ${offset}; check where it comes from`,
  },
  'bytes/out-of-range': {
    vi: ({ offset, length, available }) =>
      `không đọc được ${length} byte từ vị trí ${offset}: nguồn chỉ có ${available} byte`,
    en: ({ offset, length, available }) =>
      `cannot read ${length} bytes at offset ${offset}: the source has ${available}`,
  },
} satisfies Messages<'bytes/invalid-text' | 'bytes/out-of-range'>

/**
 * Bytes that are read piece by piece, synchronously: a file, a buffer, a range of either.
 *
 * Every door that takes a `ByteSource` takes a `Uint8Array` too.
 */
export interface ByteSource {
  /** Length of the whole in bytes. */
  readonly length: number
  /** Reading copies nothing, however much is read: the whole lies in memory. */
  readonly isInMemory?: boolean
  /** Reads exactly `length` bytes at `offset`; the answer may be a view and must not be written to. */
  read(offset: number, length: number): Uint8Array
}

/**
 * Wraps bytes as a {@link ByteSource} without copying them; a source is given back as it is.
 *
 * Reading beyond the end throws {@link MotcuaError} `bytes/out-of-range`.
 */
export function toByteSource(bytes: Uint8Array | ByteSource): ByteSource {
  if (!(bytes instanceof Uint8Array)) return bytes
  return {
    length: bytes.length,
    isInMemory: true,
    read(offset, length) {
      assertInRange(offset, length, bytes.length)
      return bytes.subarray(offset, offset + length)
    },
  }
}

/**
 * Refuses a range that does not lie within `available` bytes.
 *
 * @throws MotcuaError `bytes/out-of-range`
 */
export function assertInRange(offset: number, length: number, available: number): void {
  if (offset >= 0 && length >= 0 && offset + length <= available) return
  throw new MotcuaError(bytesMessages, 'bytes/out-of-range', { offset, length, available })
}

/** Joins byte arrays into one new array. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** Arrays of at least this length are compared several bytes at a time. */
const LONG_BYTES = 128

/** Tells whether two byte arrays hold the same bytes. Not constant in time: never for secrets. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  let index = 0
  if (a.length >= LONG_BYTES) {
    const left = new DataView(a.buffer, a.byteOffset, a.length)
    const right = new DataView(b.buffer, b.byteOffset, b.length)
    for (; index + 8 <= a.length; index += 8) {
      if (left.getInt32(index) !== right.getInt32(index)) return false
      if (left.getInt32(index + 4) !== right.getInt32(index + 4)) return false
    }
  }
  for (; index < a.length; index += 1) if (a[index] !== b[index]) return false
  return true
}

/** Orders byte arrays as DER orders the members of a SET OF: byte by byte, a prefix first (X.690, 11.6). */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index += 1) {
    const difference = (a[index] as number) - (b[index] as number)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Writes bytes as lower-case hexadecimal. */
export function writeHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += hexOfByte[byte]
  return text
}

/**
 * Reads hexadecimal text of either case, without spaces.
 *
 * @throws MotcuaError `bytes/invalid-text` at the first character that is not a digit pair.
 */
export function readHex(text: string): Uint8Array {
  const offset = text.search(/[^0-9a-fA-F]/)
  if (offset >= 0 || text.length % 2 === 1) {
    throw new MotcuaError(bytesMessages, 'bytes/invalid-text', {
      encoding: 'hex',
      offset: offset >= 0 ? offset : text.length,
    })
  }
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(index * 2, index * 2 + 2), 16),
  )
}

/** Largest number of arguments that every engine accepts for one `fromCharCode` call. */
const CHARACTERS_AT_ONCE = 8192

/** Writes bytes as standard base64 with padding (RFC 4648, section 4). */
export function writeBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let offset = 0; offset < bytes.length; offset += CHARACTERS_AT_ONCE) {
    binary += String.fromCharCode(...bytes.subarray(offset, offset + CHARACTERS_AT_ONCE))
  }
  return btoa(binary)
}

/**
 * Reads standard base64; white space is passed over.
 *
 * @throws MotcuaError `bytes/invalid-text`
 */
export function readBase64(text: string): Uint8Array {
  const packed = text.replace(/\s+/g, '')
  const offset = packed.search(/[^A-Za-z0-9+/=]|=(?=[^=])/)
  if (offset >= 0 || packed.length % 4 === 1) {
    throw new MotcuaError(bytesMessages, 'bytes/invalid-text', {
      encoding: 'base64',
      offset: offset >= 0 ? offset : packed.length,
    })
  }
  const binary = atob(packed)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}

const encoder = new TextEncoder()

/** Writes text as UTF-8 bytes. */
export function writeUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}
