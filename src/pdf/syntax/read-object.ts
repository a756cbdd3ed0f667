/**
 * Indirect objects out of a file: through windows of growing size, with streams measured rather than believed.
 *
 * @module
 */
import type { ByteSource } from '../../bytes.ts'
import { MotcuaError } from '../../errors.ts'
import { messages } from '../messages.ts'
import { type Cursor, createCursor, isWhite, peekByte, readInteger, skipSpace, takeText } from './lexer.ts'
import { type PdfId, type PdfObject, type PdfStream, pdfNull } from './object.ts'
import { type PdfLimits, readValue } from './read-value.ts'

/** An indirect object as it stands in the file. */
export interface IndirectObject extends PdfId {
  readonly value: PdfObject
  /** Offset of the object number. */
  readonly start: number
  /** Offset after `endobj`, or after the value where that word is missing. */
  readonly end: number
  /** What was not as it should be. */
  readonly flaws: readonly ('stream-length' | 'missing-endobj')[]
}

/** What {@link readIndirectObject} needs to know about its surroundings. */
export interface IndirectContext {
  readonly limits: PdfLimits
  /** Gives the object behind an indirect /Length. */
  readonly resolveLength?: ((id: PdfId) => PdfObject) | undefined
  /** Tells whether strings of this object are encrypted. */
  readonly isEncrypted?: boolean
}

/** First window; most objects are smaller. */
const FIRST_WINDOW_BYTES = 2048

/** First window where reading copies nothing: a signature with its contents is in it. */
const FIRST_MEMORY_WINDOW_BYTES = 65_536

/** Each further window is so many times as large, so that the work stays proportional to the object. */
const WINDOW_GROWTH = 8

/**
 * Calls a reader on ever larger windows at `offset` until it no longer looks past the end.
 *
 * @throws MotcuaError `pdf/limit-exceeded` when the largest window allowed is too small.
 */
export function readThroughWindow<T>(
  source: ByteSource,
  offset: number,
  options: { readonly read: (cursor: Cursor) => T; readonly maxBytes: number; readonly firstBytes?: number },
): T {
  const available = source.length - offset
  const usualBytes = source.isInMemory === true ? FIRST_MEMORY_WINDOW_BYTES : FIRST_WINDOW_BYTES
  for (let size = options.firstBytes ?? usualBytes; ; size *= WINDOW_GROWTH) {
    const length = Math.min(size, available, options.maxBytes)
    const cursor = createCursor(source.read(offset, length), 0, length < available)
    const result = options.read(cursor)
    if (!cursor.hitEnd || length === available) return result
    if (length === options.maxBytes) {
      throw new MotcuaError(messages, 'pdf/limit-exceeded', {
        limit: 'maxObjectBytes',
        allowed: options.maxBytes,
        offsetBytes: offset,
      })
    }
  }
}

/** The value after `N G obj`, before its stream is measured. */
interface Head extends PdfId {
  readonly start: number
  readonly value: PdfObject
  /** Offset of the first byte of stream data, or -1. */
  readonly dataStart: number
  readonly end: number
  readonly isClosed: boolean
}

/** Moves past the line end after the word `stream`; blanks before it occur, a missing one too. */
function skipStreamLineEnd(cursor: Cursor): void {
  const start = cursor.position
  while (peekByte(cursor) === 32 || peekByte(cursor) === 9) cursor.position += 1
  if (peekByte(cursor) === 13) {
    cursor.position += 1
    if (peekByte(cursor) === 10) cursor.position += 1
  } else if (peekByte(cursor) === 10) cursor.position += 1
  else cursor.position = start
}

/** Reads `N G obj` and the value; `undefined` where no object starts here. */
function readHead(cursor: Cursor, offset: number, context: IndirectContext): Head | undefined {
  skipSpace(cursor)
  const start = offset + cursor.position
  const number = readInteger(cursor)
  const generation = number === undefined ? undefined : readInteger(cursor)
  if (number === undefined || generation === undefined) return undefined
  skipSpace(cursor)
  if (!takeText(cursor, 'obj')) return undefined
  const cipherOwner = context.isEncrypted ? { number, generation } : undefined
  const value = readValue(cursor, { baseOffset: offset, cipherOwner, limits: context.limits })
  const afterValue = cursor.position
  skipSpace(cursor)
  if (value?.kind === 'dict' && takeText(cursor, 'stream')) {
    skipStreamLineEnd(cursor)
    const dataStart = offset + cursor.position
    return { number, generation, start, value, dataStart, end: dataStart, isClosed: false }
  }
  // `1 0 obj endobj` is a null object.
  const isClosed = takeText(cursor, 'endobj')
  const end = offset + (isClosed ? cursor.position : afterValue)
  return { number, generation, start, value: value ?? pdfNull, dataStart: -1, end, isClosed }
}

/** Tells whether ASCII text stands at an index. */
export function startsWith(bytes: Uint8Array, index: number, text: string): boolean {
  for (let at = 0; at < text.length; at += 1)
    if ((bytes[index + at] ?? -1) !== text.charCodeAt(at)) return false
  return true
}

/**
 * Finds ASCII text that starts at or after `from`, reading piece by piece; -1 when it is not there.
 *
 * @param range - `span`: how many starting positions to try; all by default.
 */
export function findText(
  source: ByteSource,
  text: string,
  range: { readonly from: number; readonly span?: number },
): number {
  const { from, span = source.length } = range
  const first = text.charCodeAt(0)
  const pieceBytes = Math.min(65_536, span)
  const limit = Math.min(source.length, from + span)
  for (let start = from; start < limit; start += pieceBytes) {
    const piece = source.read(start, Math.min(pieceBytes + text.length - 1, source.length - start))
    for (let index = piece.indexOf(first); index >= 0; index = piece.indexOf(first, index + 1)) {
      if (startsWith(piece, index, text)) return start + index
    }
  }
  return -1
}

/** Reads the words that end a stream after `offset`; `undefined` when they are not there. */
function readStreamEnd(source: ByteSource, offset: number): { end: number; isClosed: boolean } | undefined {
  if (offset < 0 || offset > source.length) return undefined
  const cursor = createCursor(source.read(offset, Math.min(128, source.length - offset)))
  while (isWhite(peekByte(cursor))) cursor.position += 1
  const hasEndstream = takeText(cursor, 'endstream')
  skipSpace(cursor)
  const isClosed = takeText(cursor, 'endobj')
  if (!hasEndstream && !isClosed) return undefined
  return { end: offset + cursor.position, isClosed }
}

/** Measures a stream without trusting /Length: up to `endstream` or `endobj`, less the line end before it. */
function findDataEnd(source: ByteSource, dataStart: number): number {
  const endstream = findText(source, 'endstream', { from: dataStart })
  const limit = endstream >= 0 ? endstream : findText(source, 'endobj', { from: dataStart })
  const end = limit >= 0 ? limit : source.length
  if (end - dataStart < 1) return dataStart
  const tail = source.read(Math.max(dataStart, end - 2), Math.min(2, end - dataStart))
  const last = tail[tail.length - 1]
  if (last === 10 && tail.length === 2 && tail[0] === 13) return end - 2
  return last === 10 || last === 13 ? end - 1 : end
}

/** Gives the /Length that the dictionary states, following a reference. */
function statedLength(head: Head, context: IndirectContext): number | undefined {
  if (head.value.kind !== 'dict') return undefined
  const length = head.value.entries.get('Length')
  const stated = length?.kind === 'ref' ? context.resolveLength?.(length) : length
  const bytes = stated?.kind === 'number' ? stated.value : -1
  return Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : undefined
}

/** Completes a stream object: where its data end and where the object ends. */
function readStreamObject(source: ByteSource, head: Head, context: IndirectContext): IndirectObject {
  const { number, generation, start, dataStart } = head
  const stated = statedLength(head, context)
  const trusted = stated === undefined ? undefined : readStreamEnd(source, dataStart + stated)
  const dataEnd = trusted && stated !== undefined ? dataStart + stated : findDataEnd(source, dataStart)
  const tail = trusted ?? readStreamEnd(source, dataEnd) ?? { end: dataEnd, isClosed: false }
  const dict = head.value
  if (dict.kind !== 'dict') return { ...head, flaws: [] }
  const stream: PdfStream = {
    kind: 'stream',
    dict,
    dataStart,
    dataLength: dataEnd - dataStart,
    owner: { number, generation },
    data: undefined,
    start: dict.start,
    end: tail.end,
    origin: undefined,
  }
  const flaws: IndirectObject['flaws'][number][] = trusted ? [] : ['stream-length']
  if (!tail.isClosed) flaws.push('missing-endobj')
  return { number, generation, start, value: stream, end: tail.end, flaws }
}

/**
 * Reads the indirect object at `offset` of the file; white space before it is passed over.
 *
 * @returns `undefined` where no object starts.
 */
export function readIndirectObject(
  source: ByteSource,
  offset: number,
  context: IndirectContext,
): IndirectObject | undefined {
  if (!(offset >= 0 && offset < source.length)) return undefined
  const head = readThroughWindow(source, offset, {
    read: (cursor) => readHead(cursor, offset, context),
    maxBytes: context.limits.maxObjectBytes,
  })
  if (head === undefined) return undefined
  if (head.dataStart >= 0) return readStreamObject(source, head, context)
  const { number, generation, start, value, end, isClosed } = head
  return { number, generation, start, value, end, flaws: isClosed ? [] : ['missing-endobj'] }
}
