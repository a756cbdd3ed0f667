/**
 * Reads DER in place: an element is a tag and three offsets, and nothing is copied or built beforehand.
 *
 * A reader of its own, because signatures are judged over slices of the bytes as they came, and because
 * building an object for every element costs about a millisecond for each small CMS, fifty times the check
 * of its signature. The readers above it follow the ASN.1 modules of their standards field by field.
 *
 * @module
 */
import { refuseMalformed } from '../messages.ts'

/** Bytes with the name of what they should be, for error messages. */
export interface DerSource {
  readonly bytes: Uint8Array
  readonly structure: string
}

/** One element: identifier octet (class, constructed bit and number together) and where it lies. */
export interface DerElement {
  readonly source: DerSource
  readonly tag: number
  readonly start: number
  readonly bodyStart: number
  readonly end: number
}

/** A place inside a constructed element, moved forward by the `take…` functions. */
export interface DerCursor {
  readonly source: DerSource
  offset: number
  readonly end: number
}

/** Identifier octets of the universal types (X.690, 8.1.2), constructed where DER wants them so. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const

/** Context-specific tag number `n` around a primitive value. */
export const contextPrimitive = (n: number): number => 0x80 | n

/** Context-specific tag number `n` around constructed contents. */
export const contextConstructed = (n: number): number => 0xa0 | n

/** Five length octets could say more than any file holds; four are the bound. */
const LONGEST_LENGTH_OCTETS = 4

/** Reads the length at `offset`; refuses indefinite lengths, which DER does not know (X.690, 10.1). */
function readLength(source: DerSource, offset: number): { length: number; bodyStart: number } {
  const first = source.bytes[offset]
  if (first === undefined) return refuseMalformed(source.structure, offset, 'truncated')
  if (first < 0x80) return { length: first, bodyStart: offset + 1 }
  const octets = first & 0x7f
  if (octets === 0) return refuseMalformed(source.structure, offset, 'indefinite length')
  if (octets > LONGEST_LENGTH_OCTETS) return refuseMalformed(source.structure, offset, 'length too long')
  let length = 0
  for (let index = 1; index <= octets; index += 1) {
    length = length * 256 + (source.bytes[offset + index] ?? Number.NaN)
  }
  if (Number.isNaN(length)) return refuseMalformed(source.structure, offset, 'truncated')
  return { length, bodyStart: offset + 1 + octets }
}

/**
 * Reads the element at `offset`, which must end at or before `limit`.
 *
 * Lengths longer than they need to be are accepted, because real certificates have them; tag numbers above
 * 30 are not, because no structure of this room has one.
 */
export function readElement(source: DerSource, offset: number, limit: number): DerElement {
  const tag = source.bytes[offset]
  if (tag === undefined || offset >= limit) return refuseMalformed(source.structure, offset, 'truncated')
  if ((tag & 0x1f) === 0x1f) return refuseMalformed(source.structure, offset, 'unknown tag')
  const { length, bodyStart } = readLength(source, offset + 1)
  const end = bodyStart + length
  if (end > limit) return refuseMalformed(source.structure, offset, 'truncated')
  return { source, tag, start: offset, bodyStart, end }
}

/**
 * Reads bytes that are one element of the given tag and nothing more.
 *
 * @param structure - Name of the structure, for the error.
 */
export function readDer(bytes: Uint8Array, structure: string, tag: number = TAG.sequence): DerElement {
  const element = readElement({ bytes, structure }, 0, bytes.length)
  if (element.end !== bytes.length) refuseMalformed(structure, element.end, 'trailing bytes')
  return expectTag(element, tag)
}

/** Gives back an element of the expected tag, refuses any other. */
export function expectTag(element: DerElement, tag: number): DerElement {
  if (element.tag === tag) return element
  const found = element.tag.toString(16).padStart(2, '0')
  return refuseMalformed(element.source.structure, element.start, `unexpected tag 0x${found}`)
}

/** The contents of an element as a view. */
export function bodyOf(element: DerElement): Uint8Array {
  return element.source.bytes.subarray(element.bodyStart, element.end)
}

/** The whole encoding of an element as a view. */
export function encodingOf(element: DerElement): Uint8Array {
  return element.source.bytes.subarray(element.start, element.end)
}

/** Starts reading the members of a constructed element. */
export function openElement(element: DerElement): DerCursor {
  return { source: element.source, offset: element.bodyStart, end: element.end }
}

/** Tells whether no member is left. */
export function isAtEnd(cursor: DerCursor): boolean {
  return cursor.offset >= cursor.end
}

/** Takes the next member, of the given tag when one is given. */
export function takeElement(cursor: DerCursor, tag?: number): DerElement {
  const element = readElement(cursor.source, cursor.offset, cursor.end)
  if (tag !== undefined) expectTag(element, tag)
  cursor.offset = element.end
  return element
}

/** Takes the next member when it has the given tag. */
export function takeOptional(cursor: DerCursor, tag: number): DerElement | undefined {
  if (cursor.offset >= cursor.end || cursor.source.bytes[cursor.offset] !== tag) return undefined
  return takeElement(cursor)
}

/** Takes the member inside an explicit context tag `[n]`, when it is there. */
export function takeExplicit(cursor: DerCursor, n: number): DerElement | undefined {
  const wrapper = takeOptional(cursor, contextConstructed(n))
  return wrapper === undefined ? undefined : onlyMember(wrapper)
}

/** The single member of a constructed element. */
export function onlyMember(element: DerElement): DerElement {
  const member = readElement(element.source, element.bodyStart, element.end)
  if (member.end !== element.end) refuseMalformed(element.source.structure, member.end, 'trailing bytes')
  return member
}

/** All members of a constructed element, in order. */
export function membersOf(element: DerElement): readonly DerElement[] {
  const cursor = openElement(element)
  const members: DerElement[] = []
  while (!isAtEnd(cursor)) members.push(takeElement(cursor))
  return members
}
