/**
 * Reads the values of primitive DER elements.
 *
 * @module
 */
import { writeHex } from '../../bytes.ts'
import { DAY_MS, fromEpochMs, type Instant, isIsoDate, toDayNumber } from '../../date.ts'
import { refuseMalformed } from '../messages.ts'
import { KNOWN_OIDS } from './oids.ts'
import { bodyOf, type DerElement, expectTag, TAG } from './read-der.ts'
import { writeOid } from './write-der.ts'

/** A BIT STRING: its octets and how many bits of the last one do not count. */
export interface BitString {
  readonly bytes: Uint8Array
  readonly unusedBits: number
}

/** Refuses the value of an element. */
function refuse(element: DerElement, problem: string): never {
  return refuseMalformed(element.source.structure, element.bodyStart, problem)
}

/** Reads a BOOLEAN; every octet but 0 is true, as BER allows. */
export function readBoolean(element: DerElement): boolean {
  const [octet = 0] = bodyOf(expectTag(element, TAG.boolean))
  return octet !== 0
}

/** Reads a small non-negative INTEGER or ENUMERATED; larger than a safe integer is refused. */
export function readSmallInteger(element: DerElement): number {
  const body = bodyOf(element)
  if (body.length === 0 || body.length > 7 || (body[0] as number) > 0x7f)
    return refuse(element, 'bad integer')
  return body.reduce((value, byte) => value * 256 + byte, 0)
}

/**
 * Reads an INTEGER as lower-case hexadecimal without the octet that only carries the sign.
 *
 * Serial numbers are compared in this form; a negative one (wrong by RFC 5280, 4.1.2.2, but in use) keeps its octets.
 */
export function readIntegerHex(element: DerElement): string {
  const body = bodyOf(expectTag(element, TAG.integer))
  if (body.length === 0) return refuse(element, 'bad integer')
  return writeHex(trimSignOctet(body))
}

/** Drops the zero octet before a magnitude whose first bit is set. */
export function trimSignOctet(body: Uint8Array): Uint8Array {
  return body.length > 1 && body[0] === 0 ? body.subarray(1) : body
}

/** An identifier with the octets it is written in. */
interface KnownOid {
  readonly octets: Uint8Array
  readonly text: string
}

const OID_SLOTS = 1024

/** Where the identifier that stands in `[start, end)` is looked up. */
function slotOf(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0
  for (let index = start; index < end; index += 1) sum = (sum * 31 + (bytes[index] ?? 0)) % 65_521
  return sum % OID_SLOTS
}

/** The identifiers of this room: recognised by their octets, so that their text is not built each time. */
const knownOids: (KnownOid | undefined)[] = Array.from({ length: OID_SLOTS })
for (const text of KNOWN_OIDS) {
  const octets = writeOid(text).subarray(2)
  knownOids[slotOf(octets, 0, octets.length)] = { octets, text }
}

/** Gives the known identifier that stands in `[start, end)`. */
function findKnownOid(bytes: Uint8Array, start: number, end: number): string | undefined {
  const known = knownOids[slotOf(bytes, start, end)]
  if (known?.octets.length !== end - start) return undefined
  for (let index = start; index < end; index += 1) {
    if (bytes[index] !== known.octets[index - start]) return undefined
  }
  return known.text
}

/** Reads an OBJECT IDENTIFIER as dotted text. */
export function readOid(element: DerElement): string {
  const bytes = element.source.bytes
  if (element.tag !== TAG.oid && (element.tag & 0xc0) !== 0x80) expectTag(element, TAG.oid)
  if (element.end === element.bodyStart) return refuse(element, 'empty object identifier')
  const known = findKnownOid(bytes, element.bodyStart, element.end)
  if (known !== undefined) return known
  let text = ''
  let arc = 0
  for (let offset = element.bodyStart; offset < element.end; offset += 1) {
    const byte = bytes[offset] as number
    arc = arc * 128 + (byte & 0x7f)
    if (arc > Number.MAX_SAFE_INTEGER) return refuse(element, 'object identifier too large')
    if (byte >= 0x80) {
      if (offset + 1 === element.end) return refuse(element, 'object identifier cut short')
      continue
    }
    // The first two arcs share one number (X.690, 8.19.4).
    const root = Math.min(2, Math.floor(arc / 40))
    text += text === '' ? `${root}.${arc - root * 40}` : `.${arc}`
    arc = 0
  }
  return text
}

/** Reads a BIT STRING. */
export function readBitString(element: DerElement): BitString {
  const body = bodyOf(element)
  const unusedBits = body[0]
  if (unusedBits === undefined || unusedBits > 7) return refuse(element, 'bad bit string')
  return { bytes: body.subarray(1), unusedBits }
}

/** Reads a named-bit list: the numbers of the bits that are set. */
export function readNamedBits(element: DerElement): readonly number[] {
  const { bytes } = readBitString(element)
  const bits: number[] = []
  for (let bit = 0; bit < bytes.length * 8 && bit < 64; bit += 1) {
    if (((bytes[bit >> 3] as number) & (0x80 >> (bit & 7))) !== 0) bits.push(bit)
  }
  return bits
}

/** Reads an OCTET STRING as a view. */
export function readOctets(element: DerElement): Uint8Array {
  return bodyOf(expectTag(element, TAG.octetString))
}

/** Year of a UTCTime: 50 to 99 are the last century's (RFC 5280, 4.1.2.5.1). */
function fullYear(twoDigits: string): string {
  return `${Number(twoDigits) >= 50 ? '19' : '20'}${twoDigits}`
}

const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d{4})$/

/** Offset of a time zone text like `+0700` in milliseconds. */
function readZoneMs(zone: string): number {
  if (zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

/**
 * Reads a UTCTime or GeneralizedTime as milliseconds since 1970.
 *
 * More is read than RFC 5280 allows to be written (offsets, fractions, absent seconds), because CMS signing
 * times and timestamps have them. A leap second counts as the next second.
 */
export function readTimeEpochMs(element: DerElement): number {
  const text = String.fromCharCode(...bodyOf(element).subarray(0, 40))
  const isUtc = element.tag === TAG.utcTime
  if (!isUtc && element.tag !== TAG.generalizedTime) expectTag(element, TAG.generalizedTime)
  const parts = TIME.exec(isUtc ? fullYear(text.slice(0, 2)) + text.slice(2) : text)
  const day = parts === null ? '' : `${parts[1]}-${parts[2]}-${parts[3]}`
  if (parts === null || !isIsoDate(day)) return refuse(element, 'bad time')
  const [, , , , hours, minutes, seconds = '0', fraction = '', zone = 'Z'] = parts
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return refuse(element, 'bad time')
  const ofDayMs = (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000
  const fractionMs = Number(fraction.slice(0, 3).padEnd(3, '0'))
  return toDayNumber(day) * DAY_MS + ofDayMs + fractionMs - readZoneMs(zone)
}

/** Reads a UTCTime or GeneralizedTime as an {@link Instant}. */
export function readTime(element: DerElement): Instant {
  const epochMs = readTimeEpochMs(element)
  // An offset can push the last hours of the year 9999 over its end.
  return epochMs > 253_402_275_599_999 ? refuse(element, 'bad time') : fromEpochMs(epochMs)
}

/** Writes bytes as Latin-1 text, piece by piece so that no engine runs out of arguments. */
function readLatin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** Reads short ASCII text; `undefined` for anything else. */
function readAscii(bytes: Uint8Array): string | undefined {
  if (bytes.length > 64) return undefined
  let text = ''
  for (const byte of bytes) {
    if (byte > 0x7f) return undefined
    text += String.fromCharCode(byte)
  }
  return text
}

/** Reads code units of two (BMPString) or four (UniversalString) octets. */
function readWide(bytes: Uint8Array, width: 2 | 4): string {
  let text = ''
  for (let offset = 0; offset + width <= bytes.length; offset += width) {
    let code = 0
    for (let index = 0; index < width; index += 1) code = code * 256 + (bytes[offset + index] as number)
    text += code > 0x10ffff ? '\ufffd' : width === 2 ? String.fromCharCode(code) : String.fromCodePoint(code)
  }
  return text
}

const utf8 = new TextDecoder('utf-8')

/**
 * Reads any of the string types as text, composed to NFC; what is no string type gives `undefined`.
 *
 * Ill-formed UTF-8 becomes U+FFFD rather than an error: names are shown and compared, never executed.
 */
export function readText(element: DerElement): string | undefined {
  const body = bodyOf(element)
  switch (element.tag) {
    case TAG.utf8:
      // Most names are ASCII, for which a decoder costs more than the text.
      return readAscii(body) ?? utf8.decode(body).normalize('NFC')
    case 0x12: // NumericString
    case 0x13: // PrintableString
    case 0x14: // TeletexString, in practice Latin-1
    case 0x16: // IA5String
    case 0x1a: // VisibleString
      return readLatin1(body)
    case 0x1c:
      return readWide(body, 4).normalize('NFC')
    case 0x1e:
      return readWide(body, 2).normalize('NFC')
    default:
      return undefined
  }
}
