/**
 * Searching a file for its objects, without believing its cross-reference data.
 *
 * It serves two ends: to mend a file whose cross-reference data are broken, and to tell what lies in the bytes
 * although no cross-reference section mentions it. One pass, in pieces, so that size costs no memory.
 *
 * @module
 */
import type { ByteSource } from '../bytes.ts'
import { createCursor, isDigit, isWhite } from './syntax/lexer.ts'
import type { PdfDict, PdfId, PdfObject } from './syntax/object.ts'
import { findText, startsWith } from './syntax/read-object.ts'
import { type PdfLimits, readValue } from './syntax/read-value.ts'

/** The start of an indirect object. */
export interface ScannedObject extends PdfId {
  /** Offset of the object number. */
  readonly start: number
  /** The dictionary of a stream; `undefined` for everything else, which was not looked into. */
  readonly streamDict: PdfDict | undefined
}

/** An object definition in the file. */
export interface ObjectPlace extends PdfId {
  /** Offset of the object number. */
  readonly start: number
  /** Index of the revision in whose bytes it lies; `undefined` behind the last revision's end. */
  readonly revisionIndex: number | undefined
}

/** A cross-reference entry that does not lead to its object. */
export interface MisdirectedEntry {
  readonly number: number
  readonly offset: number
  /** Offset of the section that says so. */
  readonly sectionStart: number
}

/** What lies in the bytes beside the cross-reference data. */
export interface PdfStructure {
  /** Definitions that no section of any revision leads to. */
  readonly unlisted: readonly ObjectPlace[]
  /** Definitions of a number that the same revision's bytes define again further on. */
  readonly duplicated: readonly ObjectPlace[]
  readonly misdirected: readonly MisdirectedEntry[]
  /** Entries that lead to their object, but into the middle of another one: a stream or string holds it. */
  readonly overlapping: readonly MisdirectedEntry[]
  /** Offsets of `startxref` words that lead to no section of the chain. */
  readonly strayStartxrefs: readonly number[]
  /** Numbers in object streams of later revisions that no entry leads to, or that one stream holds twice. */
  readonly unlistedCompressed: readonly { readonly number: number; readonly revisionIndex: number }[]
  /** Starts of sections whose /Prev leads forward, linearised first revisions excepted. */
  readonly forwardSections: readonly number[]
  /** Bytes behind the end of the last revision that are not white space. */
  readonly bytesAfterEnd: number
}

/** Everything a pass over the file saw, in the order of the file. */
export interface FileScan {
  readonly objects: readonly ScannedObject[]
  /** Trailer dictionaries and those of cross-reference streams; read only now, for few want them. */
  readonly readTrailers: () => readonly PdfDict[]
  /** Offsets of the words `startxref`. */
  readonly startxrefs: readonly number[]
  /** Offsets after each `%%EOF` and the line end that follows it. */
  readonly eofs: readonly number[]
  /** What came of comparing this with the sections, once somebody asked. */
  structure: PdfStructure | undefined
}

/**
 * First piece after something was passed over: behind a stream there is often just the head of the next, and the
 * data of that one are not worth reading.
 */
const FIRST_PIECE_BYTES = 512

/** Pieces grow to this size where nothing is passed over. */
const LAST_PIECE_BYTES = 1024 * 1024

/** Bytes before a piece that are read again: the numbers before a word may lie there. */
const LEAD_BYTES = 128

/** Bytes behind a piece that are read along: a word may end there. */
const TAIL_BYTES = 16

/** Trailers are read from a window of this size. */
const TRAILER_BYTES = 65_536

/** What a scan stops at. */
const words = ['obj', 'stream', 'trailer', 'startxref', '%%EOF'] as const

type ScannedWord = (typeof words)[number]

/** For the bytes that words start with, the byte that follows; -1 for the others, which are passed over quickly. */
const followers = new Int16Array(256).fill(-1)
for (const word of words) followers[word.charCodeAt(0)] = word.charCodeAt(1)

/** What to go through, and how. */
export interface ScanOptions {
  readonly limits: PdfLimits
  /** Offsets; the whole file when left out. */
  readonly range?: { readonly start: number; readonly end: number }
  /** Gives the object behind an indirect /Length, where cross-reference data can be believed. */
  readonly resolveLength?: (id: PdfId) => PdfObject
  /** Gives the object that starts at an offset, where it was read before without a doubt. */
  readonly findKnown?: (offset: number) => PdfObject | undefined
}

/** A scan while it is being made. */
interface Progress {
  readonly source: ByteSource
  readonly limits: PdfLimits
  readonly resolveLength: ((id: PdfId) => PdfObject) | undefined
  readonly findKnown: ((offset: number) => PdfObject | undefined) | undefined
  readonly objects: ScannedObject[]
  /** Offsets after the word `trailer`, and dictionaries of cross-reference streams. */
  readonly trailers: (number | PdfDict)[]
  readonly startxrefs: number[]
  readonly eofs: number[]
  /** Offset after `N G obj` of the object last seen. */
  bodyStart: number
  /** Pairs of hexadecimal digits that were read before: no word stands in them. */
  digits: { readonly start: number; readonly end: number } | undefined
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

/** Longest run from the word `stream` to the data: the word, blanks, a line end. */
const MAX_STREAM_HEAD_BYTES = 16

/** Files the stream that starts at `offset` under the object before it, and gives the offset after its data. */
function passStream(progress: Progress, offset: number, afterWord: number): number {
  const object = progress.objects.at(-1)
  if (object === undefined || progress.bodyStart < 0) return afterWord
  const known = progress.findKnown?.(object.start)
  const isKnown =
    known?.kind === 'stream' &&
    known.dataStart > offset &&
    known.dataStart <= offset + MAX_STREAM_HEAD_BYTES &&
    known.dataStart + known.dataLength <= progress.source.length
  const dict = isKnown ? known.dict : readDictBetween(progress, progress.bodyStart, offset)
  progress.bodyStart = -1
  if (dict === undefined) return afterWord
  progress.objects[progress.objects.length - 1] = { ...object, streamDict: dict }
  const type = dict.entries.get('Type')
  if (type?.kind === 'name' && type.name === 'XRef') progress.trailers.push(dict)
  if (isKnown) return known.dataStart + known.dataLength
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

/** A piece of the file. */
interface Piece {
  readonly bytes: Uint8Array
  /** Offset of the first byte. */
  readonly offset: number
}

/** Passes backwards over bytes from before `index`; at most 40, so that hostile input costs no time. */
function passBack(bytes: Uint8Array, index: number, isPassed: (byte: number) => boolean): number {
  let position = index
  while (position > 0 && index - position < 40 && isPassed(bytes[position - 1] ?? 0)) position -= 1
  return position
}

/** Value of the decimal digits in `[start, end)`. */
function readDecimal(bytes: Uint8Array, start: number, end: number): number {
  let value = 0
  for (let index = start; index < end; index += 1) value = value * 10 + (bytes[index] ?? 0x30) - 0x30
  return value
}

/** Reads `N G` before the word `obj`; `undefined` for `endobj` and whatever else ends in these letters. */
function readIdBefore({ bytes, offset }: Piece, index: number): ScannedObject | undefined {
  const generationEnd = passBack(bytes, index, isWhite)
  const generationStart = passBack(bytes, generationEnd, isDigit)
  const numberEnd = passBack(bytes, generationStart, isWhite)
  const numberStart = passBack(bytes, numberEnd, isDigit)
  const isId = numberStart < numberEnd && numberEnd < generationStart && generationStart < generationEnd
  if (!isId) return undefined
  const number = readDecimal(bytes, numberStart, numberEnd)
  const generation = readDecimal(bytes, generationStart, generationEnd)
  if (number > 9_999_999_999) return undefined
  return { number, generation, start: offset + numberStart, streamDict: undefined }
}

/** Tells whether `stream` that ends at an index starts data: no `endstream`, and a line end behind it. */
function startsData(bytes: Uint8Array, index: number): boolean {
  if (startsWith(bytes, index - 9, 'end')) return false
  let end = index
  while (end < index + 8 && (bytes[end] === 32 || bytes[end] === 9)) end += 1
  return bytes[end] === 13 || bytes[end] === 10
}

/** The digits of a signature in an object that was read before. */
function findDigits(object: PdfObject | undefined): Progress['digits'] {
  const contents = object?.kind === 'dict' ? object.entries.get('Contents') : undefined
  return contents?.kind === 'string' && contents.isPaired ? contents : undefined
}

/** Takes note of a word and gives the index at which to go on. */
function note(
  progress: Progress,
  word: ScannedWord,
  at: { readonly piece: Piece; readonly index: number },
): number {
  const { piece, index } = at
  const { bytes, offset } = piece
  const after = index + word.length
  if (word === 'obj') {
    const object = readIdBefore(piece, index)
    if (object !== undefined) {
      progress.objects.push(object)
      progress.bodyStart = offset + after
      progress.digits = findDigits(progress.findKnown?.(object.start))
    }
  } else if (word === 'stream') {
    if (startsData(bytes, after)) return passStream(progress, offset + index, offset + after) - offset
  } else if (word === 'trailer') {
    progress.trailers.push(offset + after)
  } else if (word === 'startxref') progress.startxrefs.push(offset + index)
  else {
    const lineEnd = bytes[after] === 13 ? (bytes[after + 1] === 10 ? 2 : 1) : bytes[after] === 10 ? 1 : 0
    progress.eofs.push(offset + after + lineEnd)
  }
  return after
}

/** The word that stands at an index. */
function wordAt(bytes: Uint8Array, index: number): ScannedWord | undefined {
  for (const word of words) if (startsWith(bytes, index, word)) return word
  return undefined
}

/**
 * Notes every word that starts in `[first, limit)` of a piece.
 *
 * @returns Index at which to go on, which may lie far behind the piece.
 */
function scanPiece(
  progress: Progress,
  piece: Piece,
  { first, limit }: { first: number; limit: number },
): number {
  const { bytes, offset } = piece
  let end = limit
  let index = first
  while (index < end) {
    const follower = followers[bytes[index] ?? 0] ?? -1
    const word = follower >= 0 && bytes[index + 1] === follower ? wordAt(bytes, index) : undefined
    if (word === undefined) {
      index += 1
      continue
    }
    index = note(progress, word, { piece, index })
    const { digits } = progress
    if (digits !== undefined) end = Math.min(end, digits.start - offset)
  }
  return index
}

/** Reads the trailers that a scan came past. */
function readTrailers(progress: Progress): PdfDict[] {
  return progress.trailers.flatMap((trailer) => {
    if (typeof trailer !== 'number') return [trailer]
    const end = Math.min(trailer + TRAILER_BYTES, progress.source.length)
    return readDictBetween(progress, trailer, end) ?? []
  })
}

/**
 * Goes through a file and lists what looks like objects, trailers and ends.
 *
 * Stream data are passed over by their /Length where it holds, otherwise up to `endstream`: a file embedded
 * uncompressed in another brings objects of its own.
 */
export function scanFile(source: ByteSource, options: ScanOptions): FileScan {
  const { limits, resolveLength, findKnown, range = { start: 0, end: source.length } } = options
  const progress: Progress = {
    source,
    limits,
    resolveLength,
    findKnown,
    objects: [],
    trailers: [],
    startxrefs: [],
    eofs: [],
    bodyStart: -1,
    digits: undefined,
    hasMoreStreamEnds: true,
  }
  let pieceBytes = FIRST_PIECE_BYTES
  for (let position = range.start; position < range.end && progress.objects.length < limits.maxObjects; ) {
    const { digits } = progress
    if (digits !== undefined && digits.start <= position) {
      progress.digits = undefined
      if (digits.start === position) position = digits.end
      pieceBytes = FIRST_PIECE_BYTES
      continue
    }
    const length = Math.min(pieceBytes, range.end - position, (digits?.start ?? Infinity) - position)
    const offset = Math.max(range.start, position - LEAD_BYTES)
    const end = Math.min(range.end, position + length + TAIL_BYTES)
    const piece = { bytes: source.read(offset, end - offset), offset }
    const first = position - offset
    const next = scanPiece(progress, piece, { first, limit: first + length }) + offset
    const isPassed = next > position + length
    pieceBytes = isPassed ? FIRST_PIECE_BYTES : Math.min(pieceBytes * 4, LAST_PIECE_BYTES)
    position = next
  }
  const { objects, startxrefs, eofs } = progress
  return { objects, readTrailers: () => readTrailers(progress), startxrefs, eofs, structure: undefined }
}
