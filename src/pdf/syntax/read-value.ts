/**
 * Values out of bytes.
 *
 * Damaged syntax gives the value most readers see: a dictionary that never closes ends where the object ends,
 * a stray word counts as null. What was mended is written anew if it is ever written; the rest keeps its bytes.
 *
 * @module
 */
import { MotcuaError } from '../../errors.ts'
import { messages } from '../messages.ts'
import {
  type Cursor,
  createCursor,
  isDigit,
  isRegular,
  isWhite,
  peekByte,
  readHexString,
  readInteger,
  readKeyword,
  readLiteral,
  readNameText,
  readNumber,
  skipSpace,
  takeText,
} from './lexer.ts'
import type { PdfId, PdfObject, PdfOrigin } from './object.ts'

/** Bounds on what a file may ask of its reader; each is answered with `pdf/limit-exceeded`. */
export interface PdfLimits {
  /** Arrays and dictionaries inside one another. */
  readonly maxDepth: number
  /** Bytes of one object without its stream. */
  readonly maxObjectBytes: number
  /** Entries of all cross-reference sections together. */
  readonly maxObjects: number
  /** Cross-reference sections, which bounds revisions too. */
  readonly maxSections: number
  /** Bytes that one stream may give when decoded. */
  readonly maxStreamBytes: number
  /** Pages that are looked at. */
  readonly maxPages: number
}

/** Enough for every file seen, small enough to bound a hostile one; 8,388,607 objects is ISO 32000-1, Annex C. */
export const defaultLimits: PdfLimits = {
  maxDepth: 256,
  maxObjectBytes: 64 * 1024 * 1024,
  maxObjects: 8_388_607,
  maxSections: 4096,
  maxStreamBytes: 256 * 1024 * 1024,
  maxPages: 1_000_000,
}

/** A word that is no object (`endobj`, `stream`, `obj`), or the end of the bytes as an empty word. */
interface Word {
  readonly kind: 'word'
  readonly text: string
  readonly start: number
}

interface Context {
  readonly cursor: Cursor
  readonly origin: PdfOrigin
  readonly limits: PdfLimits
  /** Counts what had to be mended; a value around something mended is written anew as well. */
  mends: number
}

/** Reads one value or word. */
function readToken(context: Context, depth: number): PdfObject | Word {
  const { cursor, origin } = context
  skipSpace(cursor)
  const index = cursor.position
  const start = origin.baseOffset + index
  const byte = peekByte(cursor)
  if (byte === 0x2f) {
    cursor.position += 1
    const name = readNameText(cursor)
    return { kind: 'name', name, start, end: origin.baseOffset + cursor.position, origin }
  }
  if (isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e) return readNumeric(context, start)
  if (byte === 0x28) {
    cursor.position += 1
    const bytes = readLiteral(cursor)
    const end = origin.baseOffset + cursor.position
    return { kind: 'string', bytes, notation: 'literal', isPaired: false, start, end, origin }
  }
  if (byte === 0x3c) {
    cursor.position += 1
    if (peekByte(cursor) === 0x3c) {
      cursor.position += 1
      return readDict(context, start, depth + 1)
    }
    const { octets, isPaired } = readHexString(cursor)
    const end = origin.baseOffset + cursor.position
    return { kind: 'string', bytes: octets, notation: 'hex', isPaired, start, end, origin }
  }
  if (byte === 0x5b) {
    cursor.position += 1
    return readArray(context, start, depth + 1)
  }
  return readWord(context, start)
}

/** Reads a keyword; `true`, `false` and `null` are values, a lone delimiter is a word of its own. */
function readWord({ cursor, origin }: Context, start: number): PdfObject | Word {
  if (!isRegular(peekByte(cursor))) {
    const byte = peekByte(cursor)
    if (byte !== -1) cursor.position += 1
    if (byte === 0x3e && peekByte(cursor) === 0x3e) {
      cursor.position += 1
      return { kind: 'word', text: '>>', start }
    }
    return { kind: 'word', text: byte === -1 ? '' : String.fromCharCode(byte), start }
  }
  const text = readKeyword(cursor)
  const place = { start, end: origin.baseOffset + cursor.position, origin }
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', ...place }
  if (text === 'null') return { kind: 'null', ...place }
  return { kind: 'word', text, start }
}

/** Reads a number or, where two whole numbers and `R` follow one another, a reference. */
function readNumeric(context: Context, start: number): PdfObject | Word {
  const { cursor, origin } = context
  const index = cursor.position
  const token = readNumber(cursor)
  if (token === undefined) {
    const text = readKeyword(cursor)
    return text === '' ? readWord(context, start) : { kind: 'word', text, start }
  }
  const afterNumber = cursor.position
  if (token.isInteger && token.value >= 0 && isDigit(cursor.bytes[index] ?? -1)) {
    const generation = isWhite(peekByte(cursor)) ? readInteger(cursor) : undefined
    if (generation !== undefined) {
      skipSpace(cursor)
      if (takeText(cursor, 'R') && !isRegular(peekByte(cursor))) {
        const end = origin.baseOffset + cursor.position
        return { kind: 'ref', number: token.value, generation, start, end, origin }
      }
    }
    cursor.position = afterNumber
  }
  const { value, isInteger } = token
  return { kind: 'number', value, isInteger, start, end: origin.baseOffset + afterNumber, origin }
}

/** Tells whether a word ends the object around it, so that an unclosed array or dictionary ends there too. */
function endsObject(word: Word): boolean {
  return (
    word.text === '' || word.text === 'stream' || word.text.startsWith('endobj') || word.text === 'endstream'
  )
}

/** Refuses nesting beyond the limit. */
function assertDepth({ limits }: Context, depth: number, offsetBytes: number): void {
  if (depth <= limits.maxDepth) return
  throw new MotcuaError(messages, 'pdf/limit-exceeded', {
    limit: 'maxDepth',
    allowed: limits.maxDepth,
    offsetBytes,
  })
}

/** Reads an array after its opening bracket. */
function readArray(context: Context, start: number, depth: number): PdfObject {
  assertDepth(context, depth, start)
  const { cursor, origin } = context
  const items: PdfObject[] = []
  const mendsBefore = context.mends
  for (;;) {
    const token = readToken(context, depth)
    if (token.kind !== 'word') items.push(token)
    else if (token.text === ']') {
      const kept = context.mends === mendsBefore ? origin : undefined
      return { kind: 'array', items, start, end: origin.baseOffset + cursor.position, origin: kept }
    } else if (endsObject(token) || token.text === '>>') {
      context.mends += 1
      cursor.position = token.start - origin.baseOffset
      return { kind: 'array', items, start, end: token.start, origin: undefined }
    } else context.mends += 1
  }
}

/** Reads the key at the cursor; what is no name is given as the token it is. */
function readKey(context: Context, depth: number): string | PdfObject | Word {
  const { cursor } = context
  skipSpace(cursor)
  if (peekByte(cursor) !== 0x2f) return readToken(context, depth)
  cursor.position += 1
  return readNameText(cursor)
}

/** Reads a dictionary after its opening brackets. */
function readDict(context: Context, start: number, depth: number): PdfObject {
  assertDepth(context, depth, start)
  const { cursor, origin } = context
  const entries = new Map<string, PdfObject>()
  const duplicateKeys: string[] = []
  const mendsBefore = context.mends
  for (;;) {
    const key = readKey(context, depth)
    if (typeof key !== 'string' && key.kind === 'word' && key.text === '>>') {
      const kept = context.mends === mendsBefore ? origin : undefined
      const end = origin.baseOffset + cursor.position
      return { kind: 'dict', entries, duplicateKeys, start, end, origin: kept }
    }
    if (typeof key !== 'string') {
      // Something that is no name where a key belongs: most readers drop it and go on.
      context.mends += 1
      if (key.kind !== 'word' || !endsObject(key)) continue
      cursor.position = key.start - origin.baseOffset
      return { kind: 'dict', entries, duplicateKeys, start, end: key.start, origin: undefined }
    }
    const value = readToken(context, depth)
    if (value.kind !== 'word') {
      const count = entries.size
      entries.set(key, value)
      if (entries.size === count) duplicateKeys.push(key)
      continue
    }
    if (entries.has(key)) duplicateKeys.push(key)
    context.mends += 1
    if (value.text === '>>' || endsObject(value)) cursor.position = value.start - origin.baseOffset
  }
}

/** A value and the offset after it. */
export interface ReadValue {
  readonly value: PdfObject
  readonly nextOffset: number
}

/** How to read a value: what its offsets count from, whose key encrypts its strings. */
export interface ReadOptions {
  readonly baseOffset?: number
  readonly container?: number
  readonly cipherOwner?: PdfId | undefined
  readonly limits?: PdfLimits
}

/**
 * Reads the value at a cursor, or `undefined` where a bare word or nothing stands.
 *
 * Offsets count from `baseOffset` plus the index in the cursor's bytes.
 */
export function readValue(cursor: Cursor, options: ReadOptions = {}): PdfObject | undefined {
  const { baseOffset = 0, container = 0, cipherOwner, limits = defaultLimits } = options
  const origin = { bytes: cursor.bytes, baseOffset, container, cipherOwner }
  const token = readToken({ cursor, origin, limits, mends: 0 }, 0)
  if (token.kind !== 'word') return token
  cursor.position = token.start - baseOffset
  return undefined
}

/**
 * Reads one value (not an indirect object) from bytes that hold all of it.
 *
 * @param offset - Where to start, counted in `bytes`.
 * @throws MotcuaError `pdf/invalid-syntax` where no value stands.
 *
 * @example
 * import { readPdfObject } from 'motcua/pdf/syntax'
 * const { value, nextOffset } = readPdfObject(new TextEncoder().encode('[5.0 /Name] rest'), 0)
 * value.kind // 'array'
 * nextOffset // 11
 */
export function readPdfObject(bytes: Uint8Array, offset = 0, options: ReadOptions = {}): ReadValue {
  const cursor = createCursor(bytes, offset)
  const value = readValue(cursor, options)
  if (value === undefined) {
    throw new MotcuaError(messages, 'pdf/invalid-syntax', { offsetBytes: cursor.position, expected: 'value' })
  }
  return { value, nextOffset: cursor.position }
}
