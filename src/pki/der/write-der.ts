/**
 * Writes DER: every function gives one complete element.
 *
 * @module
 */
import { compareBytes, readHex, writeUtf8 } from '../../bytes.ts'
import { type Instant, toEpochMs } from '../../date.ts'
import { contextConstructed, TAG } from './read-der.ts'

/** Writes a length in as few octets as it needs (X.690, 10.1). */
function writeLength(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return Uint8Array.of(0x80 | octets.length, ...octets)
}

/** Joins a list of any length: the floor's `concatBytes` takes arguments, of which engines allow some 100,000. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** Writes an element of any tag around a list of contents, however long. */
export function writeList(tag: number, contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 0)
  return joinBytes([Uint8Array.of(tag), writeLength(length), ...contents])
}

/** Writes an element of any tag around contents. */
export function writeElement(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  return writeList(tag, contents)
}

/** Writes a SEQUENCE; absent members are left out. */
export function writeSequence(...members: readonly (Uint8Array | undefined)[]): Uint8Array {
  return writeList(
    TAG.sequence,
    members.filter((member) => member !== undefined),
  )
}

/** Writes a SET OF: the members sorted by their encodings (X.690, 11.6), which is also what gets signed. */
export function writeSetOf(members: readonly Uint8Array[], tag: number = TAG.set): Uint8Array {
  return writeList(tag, [...members].sort(compareBytes))
}

/** Writes an explicit context tag `[n]` around one element. */
export function writeExplicit(n: number, element: Uint8Array): Uint8Array {
  return writeElement(contextConstructed(n), element)
}

/** Writes an INTEGER from its magnitude: no superfluous octets, a zero octet where the first bit is set. */
export function writeUnsignedInteger(magnitude: Uint8Array): Uint8Array {
  const start = magnitude.findIndex((byte) => byte !== 0)
  if (start < 0) return writeElement(TAG.integer, Uint8Array.of(0))
  const trimmed = magnitude.subarray(start)
  const sign = (trimmed[0] as number) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(0)
  return writeElement(TAG.integer, sign, trimmed)
}

/** Writes a non-negative safe integer. */
export function writeInteger(value: number): Uint8Array {
  const hex = value.toString(16)
  return writeUnsignedInteger(readHex(hex.length % 2 === 0 ? hex : `0${hex}`))
}

/** Writes an ENUMERATED of one octet. */
export function writeEnumerated(value: number): Uint8Array {
  return writeElement(TAG.enumerated, Uint8Array.of(value))
}

/** Writes a BOOLEAN; DER writes true as FF (X.690, 11.1). */
export function writeBoolean(value: boolean): Uint8Array {
  return writeElement(TAG.boolean, Uint8Array.of(value ? 0xff : 0))
}

/** Writes NULL. */
export function writeNull(): Uint8Array {
  return Uint8Array.of(TAG.null, 0)
}

/** One arc of an object identifier in base 128. */
function writeArc(arc: number): number[] {
  const octets = [arc % 128]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128))
    octets.unshift((rest % 128) | 0x80)
  return octets
}

/** Writes an OBJECT IDENTIFIER from dotted text. */
export function writeOid(dotted: string): Uint8Array {
  const [root = 0, second = 0, ...arcs] = dotted.split('.').map(Number)
  return writeElement(TAG.oid, Uint8Array.from([root * 40 + second, ...arcs].flatMap(writeArc)))
}

/** Writes an OCTET STRING. */
export function writeOctets(bytes: Uint8Array): Uint8Array {
  return writeElement(TAG.octetString, bytes)
}

/** Writes a BIT STRING of whole octets. */
export function writeBitString(bytes: Uint8Array): Uint8Array {
  return writeElement(TAG.bitString, Uint8Array.of(0), bytes)
}

/** Writes a named-bit list: trailing zero bits are dropped (X.690, 11.2.2). */
export function writeNamedBits(bits: readonly number[]): Uint8Array {
  if (bits.length === 0) return writeElement(TAG.bitString, Uint8Array.of(0))
  const last = Math.max(...bits)
  const bytes = new Uint8Array((last >> 3) + 1)
  for (const bit of bits) bytes[bit >> 3] = (bytes[bit >> 3] as number) | (0x80 >> (bit & 7))
  return writeElement(TAG.bitString, Uint8Array.of(7 - (last & 7)), bytes)
}

/** Writes a UTF8String of composed text. */
export function writeUtf8String(text: string): Uint8Array {
  return writeElement(TAG.utf8, writeUtf8(text.normalize('NFC')))
}

/** Writes an IA5String; the text must be ASCII. */
export function writeIa5String(text: string): Uint8Array {
  return writeElement(0x16, writeUtf8(text))
}

/** Digits `YYYYMMDDHHMMSS` of a moment in UTC. */
function writeDigits(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[-:T]|\..*/g, '')
}

/** Writes a GeneralizedTime in whole seconds of UTC. */
export function writeGeneralizedTime(moment: Instant): Uint8Array {
  return writeElement(TAG.generalizedTime, writeUtf8(`${writeDigits(toEpochMs(moment))}Z`))
}

/** Writes a Time: UTCTime from 1950 to 2049, GeneralizedTime outside those years (RFC 5280, 4.1.2.5). */
export function writeTime(moment: Instant): Uint8Array {
  const digits = writeDigits(toEpochMs(moment))
  const year = Number(digits.slice(0, 4))
  if (year < 1950 || year > 2049) return writeGeneralizedTime(moment)
  return writeElement(TAG.utcTime, writeUtf8(`${digits.slice(2)}Z`))
}
