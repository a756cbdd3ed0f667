/**
 * The entries of a cross-reference table (ISO 32000-1, 7.5.4): fast in the form of the standard, readable in any.
 *
 * @module
 */
import {
  type Cursor,
  createCursor,
  isRegular,
  isWhite,
  peekByte,
  readDigits,
  readInteger,
  skipSpace,
  takeText,
} from './syntax/lexer.ts'

/** Where one object is, as a cross-reference section states it. */
export type XrefEntry =
  | { readonly kind: 'free'; readonly generation: number }
  | { readonly kind: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'compressed'; readonly container: number; readonly index: number }

/** What a table holds between `xref` and its trailer. */
export interface TableBody {
  readonly entries: Map<number, XrefEntry>
  isMalformed: boolean
  /** Highest number filed so far. */
  highest: number
  /** Added to every offset. */
  readonly shift: number
}

/** Length of an entry as the standard wants it. */
export const ENTRY_BYTES = 20

/** Reads `count` digits at an index; -1 where anything else stands. */
function readFixedDigits(bytes: Uint8Array, index: number, count: number): number {
  let value = 0
  for (let position = index; position < index + count; position += 1) {
    const digit = (bytes[position] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/**
 * Files the entry at the cursor if it has exactly the form of the standard, as nearly all have:
 *
 *     0000000017 00000 n SP LF
 *
 * It makes nothing but the entry itself: tables of half a million entries occur.
 */
function takePlainEntry(cursor: Cursor, body: TableBody, number: number): boolean {
  const { bytes, position } = cursor
  const type = bytes[position + 17]
  const isPlain =
    (type === 0x6e || type === 0x66) &&
    bytes[position + 10] === 32 &&
    bytes[position + 16] === 32 &&
    isWhite(bytes[position + 18] ?? 0) &&
    isWhite(bytes[position + 19] ?? 0)
  if (!isPlain || position + ENTRY_BYTES > bytes.length) return false
  const offset = readFixedDigits(bytes, position, 10)
  const generation = readFixedDigits(bytes, position + 11, 5)
  if (offset < 0 || generation < 0) return false
  cursor.position += ENTRY_BYTES
  const isUsed = type === 0x6e && offset > 0
  fileEntry(
    body,
    number,
    isUsed ? { kind: 'offset', offset: offset + body.shift, generation } : { kind: 'free', generation },
  )
  return true
}

/** Files the entry at the cursor, however it is spaced; the cursor stays where it was when there is none. */
function takeLooseEntry(cursor: Cursor, body: TableBody, number: number): boolean {
  skipSpace(cursor)
  const restart = cursor.position
  const offset = readDigits(cursor)
  const generation = offset === undefined ? undefined : readInteger(cursor)
  const type = generation === undefined ? undefined : takeEntryType(cursor)
  if (offset !== undefined && generation !== undefined && type !== undefined) {
    const isUsed = type === 'n' && offset > 0
    fileEntry(
      body,
      number,
      isUsed ? { kind: 'offset', offset: offset + body.shift, generation } : { kind: 'free', generation },
    )
    return true
  }
  cursor.position = restart
  return false
}

/** Reads the `n` or `f` of an entry. */
function takeEntryType(cursor: Cursor): 'n' | 'f' | undefined {
  skipSpace(cursor)
  const type = takeText(cursor, 'n') ? 'n' : takeText(cursor, 'f') ? 'f' : undefined
  return isRegular(peekByte(cursor)) ? undefined : type
}

/** Files one entry; the first of a number counts. */
function fileEntry(body: TableBody, number: number, entry: XrefEntry): void {
  if (number <= body.highest && body.entries.has(number)) return
  if (number > body.highest) body.highest = number
  body.entries.set(number, entry)
}

/**
 * Tells whether a subsection `1 n` starts with the head of the free list: every number is then one too high, a
 * fault seen in the wild.
 */
function startsTooHigh(cursor: Cursor, first: number): boolean {
  if (first !== 1 || cursor.bytes[cursor.position + ENTRY_BYTES - 3] !== 0x66) return false
  const head = String.fromCharCode(...cursor.bytes.subarray(cursor.position, cursor.position + ENTRY_BYTES))
  return /^0{10} (?:65535|65536|99999) f/.test(head)
}

/**
 * Reads the entries of one subsection, whatever their width; stops early where something else stands.
 *
 * @returns False when fewer entries were there than announced.
 */
function readSubsection(cursor: Cursor, body: TableBody, range: { first: number; count: number }): boolean {
  skipSpace(cursor)
  const isTooHigh = startsTooHigh(cursor, range.first)
  if (isTooHigh) body.isMalformed = true
  const first = isTooHigh ? 0 : range.first
  for (let number = first; number < first + range.count; number += 1) {
    if (!takePlainEntry(cursor, body, number) && !takeLooseEntry(cursor, body, number)) return false
  }
  return true
}

/** Reads all subsections up to the trailer. */
export function readTableBody(
  cursor: Cursor,
  shift: number,
  countEntries: (count: number) => void,
): TableBody {
  const body: TableBody = { entries: new Map(), isMalformed: false, highest: -1, shift }
  let nextNumber = 0
  for (;;) {
    skipSpace(cursor)
    const restart = cursor.position
    const first = readDigits(cursor)
    const count = first === undefined ? undefined : readInteger(cursor)
    if (first === undefined || count === undefined) {
      cursor.position = restart
      return body
    }
    const afterHeader = cursor.position
    const type = takeEntryType(cursor)
    if (type !== undefined) {
      // More entries than announced.
      body.isMalformed = true
      const isUsed = type === 'n' && first > 0
      fileEntry(
        body,
        nextNumber,
        isUsed
          ? { kind: 'offset', offset: first + shift, generation: count }
          : { kind: 'free', generation: count },
      )
      nextNumber += 1
      continue
    }
    cursor.position = afterHeader
    const isComplete = readSubsection(cursor, body, { first, count })
    if (!isComplete) body.isMalformed = true
    nextNumber = first + count
    countEntries(body.entries.size)
  }
}

/** How many entries the first subsection announces, within what a file may have. */
export function announcedEntries(lead: Uint8Array): number {
  const cursor = createCursor(lead)
  if (!takeText(cursor, 'xref') || readInteger(cursor) === undefined) return 0
  return Math.min(readInteger(cursor) ?? 0, 9_999_999)
}
