/**
 * Searching a file for its objects, without believing its cross-reference data.
 *
 * It serves two ends: to mend a file whose cross-reference data are broken, and to tell what lies in the bytes
 * although no cross-reference section mentions it. One pass, in pieces, so that size costs no memory.
 *
 * @module
 */
import type { ByteSource } from '../bytes.ts'
import { createCursor } from './syntax/lexer.ts'
import type { PdfDict, PdfId, PdfObject } from './syntax/object.ts'
import { findText } from './syntax/read-object.ts'
import { type PdfLimits, readValue } from './syntax/read-value.ts'

/** The start of an indirect object. */
export interface ScannedObject extends PdfId {
  /** Offset of the object number. */
  readonly start: number
  /** The dictionary of a stream; `undefined` for everything else, which was not looked into. */
  readonly streamDict: PdfDict | undefined
}

/** A trailer dictionary, or the dictionary of a cross-reference stream. */
export interface ScannedTrailer {
  readonly start: number
  readonly dict: PdfDict
}

/** Everything a pass over the file saw, in the order of the file. */
export interface FileScan {
  readonly objects: readonly ScannedObject[]
  readonly trailers: readonly ScannedTrailer[]
  /** Offsets of the words `startxref`. */
  readonly startxrefs: readonly number[]
  /** Offsets after each `%%EOF` and the line end that follows it. */
  readonly eofs: readonly number[]
}

/** First piece after something was passed over; behind a stream there is often just the head of the next. */
const FIRST_PIECE_BYTES = 4096

/** Pieces grow to this size where nothing is passed over. */
const LAST_PIECE_BYTES = 1024 * 1024

/** What one pattern may need: two long numbers with white space between. */
const OVERLAP_BYTES = 256

/** Trailers are read from a window of this size. */
const TRAILER_BYTES = 65_536

// White space is bounded so that hostile input cannot make the pattern slow.
const pattern =
  /(\d{1,10})[\0\t\n\f\r ]{1,40}(\d{1,10})[\0\t\n\f\r ]{0,40}obj|(?<!end)stream(?=[ \t]{0,8}[\r\n])|trailer|startxref|%%EOF(?:\r\n|\r|\n)?/g

const latin1 = new TextDecoder('latin1')

/** What to go through, and how. */
export interface ScanOptions {
  readonly limits: PdfLimits
  /** Offsets; the whole file when left out. */
  readonly range?: { readonly start: number; readonly end: number }
  /** Gives the object behind an indirect /Length, where cross-reference data can be believed. */
  readonly resolveLength?: (id: PdfId) => PdfObject
}

/** A scan while it is being made. */
interface Progress {
  readonly source: ByteSource
  readonly limits: PdfLimits
  readonly resolveLength: ((id: PdfId) => PdfObject) | undefined
  readonly objects: ScannedObject[]
  readonly trailers: ScannedTrailer[]
  readonly startxrefs: number[]
  readonly eofs: number[]
  /** Offset after `N G obj` of the object last seen. */
  bodyStart: number
  /** False once `endstream` was looked for in vain: it need not be looked for again. */
  hasMoreStreamEnds: boolean
}

/** Reads a dictionary within `[start, end)`, or `undefined` when it is too large or none. */
function readDictBetween(progress: Progress, start: number, end: number): PdfDict | undefined {
  const length = Math.min(end - start, progress.limits.maxObjectBytes)
  const cursor = createCursor(progress.source.read(start, length))
  try {
    const value = readValue(cursor, { baseOffset: start, limits: progress.limits })
    return value?.kind === 'dict' ? value : undefined
  } catch {
    // Nested too deeply: as good as no dictionary, and the scan has more to see.
    return undefined
  }
}

/** Files the stream that starts at `offset` under the object before it, and gives the offset after its data. */
function passStream(progress: Progress, offset: number, afterWord: number): number {
  const object = progress.objects.at(-1)
  if (object === undefined || progress.bodyStart < 0) return afterWord
  const dict = readDictBetween(progress, progress.bodyStart, offset)
  progress.bodyStart = -1
  if (dict === undefined) return afterWord
  progress.objects[progress.objects.length - 1] = { ...object, streamDict: dict }
  const type = dict.entries.get('Type')
  if (type?.kind === 'name' && type.name === 'XRef') progress.trailers.push({ start: object.start, dict })
  const direct = dict.entries.get('Length')
  const length = direct?.kind === 'ref' ? progress.resolveLength?.(direct) : direct
  const stated = length?.kind === 'number' ? length.value : -1
  if (Number.isSafeInteger(stated) && stated >= 0 && afterWord + stated < progress.source.length) {
    const found = findText(progress.source, 'endstream', { from: afterWord + stated, span: 32 })
    if (found >= 0) return found
  }
  const end = progress.hasMoreStreamEnds ? findText(progress.source, 'endstream', { from: afterWord }) : -1
  progress.hasMoreStreamEnds = end >= 0
  return end >= 0 ? end : afterWord
}

/** Takes note of one match and gives the offset at which to go on. */
function note(progress: Progress, match: RegExpExecArray, offset: number): number {
  const [text, number, generation] = match
  const end = offset + text.length
  if (number !== undefined && generation !== undefined) {
    progress.objects.push({
      number: Number(number),
      generation: Number(generation),
      start: offset,
      streamDict: undefined,
    })
    progress.bodyStart = end
    return end
  }
  if (text === 'stream') return passStream(progress, offset, end)
  if (text === 'startxref') progress.startxrefs.push(offset)
  else if (text === 'trailer') {
    const dict = readDictBetween(progress, end, Math.min(end + TRAILER_BYTES, progress.source.length))
    if (dict !== undefined) progress.trailers.push({ start: offset, dict })
  } else progress.eofs.push(end)
  return end
}

/**
 * Notes everything in one piece.
 *
 * @returns Index at which to go on, which may lie far behind the piece.
 */
function scanPiece(
  progress: Progress,
  text: string,
  piece: { readonly offset: number; readonly usable: number },
): number {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match.index >= piece.usable) break
    const after = note(progress, match, piece.offset + match.index) - piece.offset
    if (after >= piece.usable) return after
    pattern.lastIndex = Math.max(after, match.index + 1)
  }
  return piece.usable
}

/**
 * Goes through a file and lists what looks like objects, trailers and ends.
 *
 * Stream data are passed over by their /Length where it holds, otherwise up to `endstream`: a file embedded
 * uncompressed in another brings objects of its own.
 */
export function scanFile(source: ByteSource, options: ScanOptions): FileScan {
  const { limits, resolveLength, range = { start: 0, end: source.length } } = options
  const progress: Progress = {
    source,
    limits,
    resolveLength,
    objects: [],
    trailers: [],
    startxrefs: [],
    eofs: [],
    bodyStart: -1,
    hasMoreStreamEnds: true,
  }
  let pieceBytes = FIRST_PIECE_BYTES
  for (let offset = range.start; offset < range.end && progress.objects.length < limits.maxObjects; ) {
    const length = Math.min(pieceBytes, range.end - offset)
    const isLast = offset + length >= range.end
    const usable = isLast ? length : length - OVERLAP_BYTES
    const next = scanPiece(progress, latin1.decode(source.read(offset, length)), { offset, usable })
    const isPassed = next > length
    pieceBytes = isPassed ? FIRST_PIECE_BYTES : Math.min(pieceBytes * 4, LAST_PIECE_BYTES)
    offset += next
  }
  const { objects, trailers, startxrefs, eofs } = progress
  return { objects, trailers, startxrefs, eofs }
}
