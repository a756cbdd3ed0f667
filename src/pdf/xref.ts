/**
 * Cross-reference sections: tables, streams, and the chain they form (ISO 32000-1, 7.5.4 and 7.5.8).
 *
 * Offsets in entries are made absolute: many files with bytes before their header count from the header.
 *
 * @module
 */
import type { ByteSource } from '../bytes.ts'
import { MotcuaError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { buildRepair, messages } from './messages.ts'
import { type Cursor, createCursor, isWhite, skipSpace, takeText } from './syntax/lexer.ts'
import type { PdfDict, PdfStream } from './syntax/object.ts'
import { readIndirectObject, readThroughWindow } from './syntax/read-object.ts'
import { type PdfLimits, readValue } from './syntax/read-value.ts'
import { announcedEntries, ENTRY_BYTES, readTableBody, type XrefEntry } from './xref-table.ts'

export type { XrefEntry } from './xref-table.ts'

/** One cross-reference section. */
export interface XrefSection {
  /** `rebuilt`: not in the file, but made by searching it. */
  readonly kind: 'table' | 'stream' | 'rebuilt'
  /** Offset of the word `xref` or of the stream object. */
  readonly start: number
  /** Offset after the trailer dictionary or the stream object. */
  readonly end: number
  readonly trailer: PdfDict
  readonly entries: ReadonlyMap<number, XrefEntry>
  /** The stream behind /XRefStm, in hybrid-reference files (7.5.8.4). */
  readonly hidden: XrefSection | undefined
  /** The number of the stream object; 0 for a table. */
  readonly objectNumber: number
}

/** One saved state of a document. */
export interface PdfRevision {
  /** 0 for the oldest. */
  readonly index: number
  /** `hybrid`: a table with a stream beside it; `rebuilt`: found by searching, nothing is known of its section. */
  readonly kind: 'table' | 'stream' | 'hybrid' | 'rebuilt'
  /** Newest first; a linearised file has two in its first revision. */
  readonly sections: readonly XrefSection[]
  readonly trailer: PdfDict
  /** Offset of the first byte that belongs to it and not to an earlier revision. */
  readonly start: number
  /** Offset after `%%EOF`; equal to `end` where that mark is missing. */
  readonly markEnd: number
  /** Offset after `%%EOF` and the line end behind it. */
  readonly end: number
  /** What its sections say of objects, freed ones included. */
  readonly entries: ReadonlyMap<number, XrefEntry>
}

/** What reading sections needs and leaves behind. */
export interface XrefContext {
  readonly source: ByteSource
  /** Added to every offset in the file. */
  readonly shift: number
  readonly limits: PdfLimits
  readonly repairs: Finding[]
  /** Decodes a cross-reference stream. */
  readonly decode: (stream: PdfStream) => Uint8Array | undefined
  /** Entries read so far, against the limit. */
  entryCount: number
}

/** Counts entries against the limit before they are made. */
function countEntries(context: XrefContext, count: number, offsetBytes: number): void {
  context.entryCount += count
  const allowed = context.limits.maxObjects
  if (context.entryCount <= allowed) return
  throw new MotcuaError(messages, 'pdf/limit-exceeded', { limit: 'maxObjects', allowed, offsetBytes })
}

/** Reads a table and its trailer; the cursor stands after `xref`. */
function readTable(cursor: Cursor, context: XrefContext, start: number): XrefSection | undefined {
  const before = context.entryCount
  takeText(cursor, 'xref')
  const body = readTableBody(cursor, context.shift, (count) => {
    context.entryCount = before
    countEntries(context, count, start)
  })
  skipSpace(cursor)
  if (!takeText(cursor, 'trailer')) body.isMalformed = true
  const trailer = readValue(cursor, { baseOffset: start, limits: context.limits })
  if (cursor.hitEnd) context.entryCount = before
  if (trailer?.kind !== 'dict') return undefined
  if (body.isMalformed && !cursor.hitEnd) context.repairs.push(buildRepair('pdf/xref-malformed', start))
  const end = start + cursor.position
  return { kind: 'table', start, end, trailer, entries: body.entries, hidden: undefined, objectNumber: 0 }
}

/** Gives the whole numbers of an array entry. */
function readNumbers(dict: PdfDict, key: string): number[] | undefined {
  const array = dict.entries.get(key)
  if (array?.kind !== 'array') return undefined
  return array.items.map((item) => (item.kind === 'number' ? item.value : Number.NaN))
}

/** Tells whether all of these are whole numbers a file may use. */
function areCounts(numbers: readonly number[]): boolean {
  return numbers.every((value) => Number.isSafeInteger(value) && value >= 0)
}

/** Reads one field, most significant byte first. */
function readField(data: Uint8Array, offset: number, width: number): number {
  let value = 0
  for (let index = 0; index < width; index += 1) value = value * 256 + (data[offset + index] ?? 0)
  return value
}

/** Makes an entry of the three fields (table 18); unknown types stand for null objects. */
function entryOf([type, second, third]: readonly [number, number, number], shift: number): XrefEntry {
  if (type === 1 && second > 0) return { kind: 'offset', offset: second + shift, generation: third }
  if (type === 2) return { kind: 'compressed', container: second, index: third }
  return { kind: 'free', generation: third }
}

/** Reads the entries of a decoded cross-reference stream; `undefined` when /W or /Index make no sense. */
function readStreamEntries(
  dict: PdfDict,
  data: Uint8Array,
  context: XrefContext,
): Map<number, XrefEntry> | undefined {
  const widths = readNumbers(dict, 'W')
  const size = dict.entries.get('Size')
  const index = readNumbers(dict, 'Index') ?? [0, size?.kind === 'number' ? size.value : 0]
  if (widths === undefined || widths.length < 3 || !areCounts(widths) || !areCounts(index)) return undefined
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths
  const rowBytes = widths.reduce((sum, width) => sum + width, 0)
  if (rowBytes === 0 || rowBytes > 32) return undefined
  countEntries(context, Math.floor(data.length / rowBytes), dict.start)
  const entries = new Map<number, XrefEntry>()
  let offset = 0
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair] ?? 0
    const count = index[pair + 1] ?? 0
    for (let step = 0; step < count && offset + rowBytes <= data.length; step += 1) {
      const type = typeWidth === 0 ? 1 : readField(data, offset, typeWidth)
      const second = readField(data, offset + typeWidth, secondWidth)
      const third = readField(data, offset + typeWidth + secondWidth, thirdWidth)
      if (!entries.has(first + step)) entries.set(first + step, entryOf([type, second, third], context.shift))
      offset += rowBytes
    }
  }
  return entries
}

/** Reads a cross-reference stream. */
function readXrefStream(context: XrefContext, offset: number): XrefSection | undefined {
  const object = readIndirectObject(context.source, offset, { limits: context.limits })
  if (object?.value.kind !== 'stream') return undefined
  const { dict } = object.value
  if (!dict.entries.has('W')) return undefined
  const data = context.decode(object.value)
  const entries = data === undefined ? undefined : readStreamEntries(dict, data, context)
  if (entries === undefined) return undefined
  // Strict readers refuse a section whose object is not as it should be, and with it everything behind /Prev.
  if (object.generation !== 0 || object.flaws.length > 0) {
    context.repairs.push(buildRepair('pdf/xref-malformed', object.start))
  }
  return {
    kind: 'stream',
    start: object.start,
    end: object.end,
    trailer: dict,
    entries,
    hidden: undefined,
    objectNumber: object.number,
  }
}

/** Gives the offset in a trailer entry; some writers make it a reference by mistake (`/Prev 123 0 R`). */
export function readTrailerOffset(trailer: PdfDict, key: 'Prev' | 'XRefStm'): number | undefined {
  const value = trailer.entries.get(key)
  if (value?.kind === 'number') return value.value
  return value?.kind === 'ref' ? value.number : undefined
}

/** Reads the section that starts at `offset`, white space before it allowed; `undefined` where there is none. */
export function readXrefSection(context: XrefContext, offset: number): XrefSection | undefined {
  const { source, limits } = context
  if (!Number.isSafeInteger(offset) || offset < 0 || offset >= source.length) return undefined
  const lead = source.read(offset, Math.min(64, source.length - offset))
  let index = 0
  while (isWhite(lead[index] ?? -1)) index += 1
  const start = offset + index
  if (!takeText(createCursor(lead, index), 'xref')) return readXrefStream(context, offset)
  const table = readThroughWindow(source, start, {
    read: (cursor) => readTable(cursor, context, start),
    maxBytes: Math.min(source.length, limits.maxObjects * ENTRY_BYTES + limits.maxObjectBytes),
    // Enough for the first subsection, which is the whole table more often than not.
    firstBytes: 8192 + ENTRY_BYTES * announcedEntries(lead.subarray(index)),
  })
  const hiddenOffset = table && readTrailerOffset(table.trailer, 'XRefStm')
  if (table === undefined || hiddenOffset === undefined) return table
  const hidden = readXrefStream(context, hiddenOffset + context.shift)
  if (hidden === undefined) context.repairs.push(buildRepair('pdf/xref-malformed', hiddenOffset))
  return { ...table, hidden }
}

const latin1 = new TextDecoder('latin1')

/** How far from the stated offset a section is still taken for the one meant. */
const NEARBY_BYTES = 512

/** Finds a section close to where `startxref` or /Prev points. */
export function findNearby(context: XrefContext, offset: number): XrefSection | undefined {
  const { source } = context
  const start = Math.max(0, Math.min(offset, source.length) - NEARBY_BYTES)
  const bytes = source.read(start, Math.min(2 * NEARBY_BYTES, source.length - start))
  const candidates: number[] = []
  for (const match of latin1
    .decode(bytes)
    .matchAll(/(?<!start)xref|(?<!\d)\d{1,10}\s{1,4}\d{1,5}\s{0,4}obj/g)) {
    candidates.push(start + match.index)
  }
  candidates.sort((a, b) => Math.abs(a - offset) - Math.abs(b - offset))
  for (const candidate of candidates.slice(0, 8)) {
    const section = readXrefSection(context, candidate)
    if (section !== undefined) return section
  }
  return undefined
}

/** The sections of a file, newest first, and whether the chain could be followed to its end. */
export interface XrefChain {
  readonly sections: readonly XrefSection[]
  readonly isComplete: boolean
}

/** Finds the section that a wrong /Prev means: close by, and before the one that says it. */
function findOlder(context: XrefContext, prev: number, section: XrefSection): XrefSection | undefined {
  const found = prev > 0 ? findNearby(context, prev + context.shift) : undefined
  return found !== undefined && found.start < section.start ? found : undefined
}

/**
 * Follows /Prev from a section to the oldest; a section met twice ends the walk.
 *
 * @throws MotcuaError `pdf/limit-exceeded` beyond `maxSections`.
 */
export function readXrefChain(context: XrefContext, newest: XrefSection): XrefChain {
  const sections: XrefSection[] = [newest]
  const seen = new Set([newest.start])
  const allowed = context.limits.maxSections
  for (let section = newest; ; ) {
    const prev = readTrailerOffset(section.trailer, 'Prev')
    if (prev === undefined) return { sections, isComplete: true }
    const stated = readXrefSection(context, prev + context.shift)
    if (stated === undefined) context.repairs.push(buildRepair('pdf/prev-broken', section.start, { prev }))
    const older = stated ?? findOlder(context, prev, section)
    // `/Prev 0` is how some writers say that there is none.
    if (older === undefined) return { sections, isComplete: prev === 0 }
    if (seen.has(older.start)) {
      context.repairs.push(buildRepair('pdf/prev-loop', section.start, { prev }))
      return { sections, isComplete: true }
    }
    if (sections.length >= allowed) {
      throw new MotcuaError(messages, 'pdf/limit-exceeded', {
        limit: 'maxSections',
        allowed,
        offsetBytes: older.start,
      })
    }
    seen.add(older.start)
    sections.push(older)
    section = older
  }
}

/** Merges sections, newest first, into one answer for every number. */
export function mergeEntries(sections: readonly XrefSection[]): ReadonlyMap<number, XrefEntry> {
  const [only] = sections
  // The usual large file has one section; a second map of half a million entries would be paid for in memory.
  if (only !== undefined && sections.length === 1 && only.hidden === undefined) return only.entries
  const merged = new Map<number, XrefEntry>()
  for (const section of sections) {
    // Objects of a hybrid file's stream are free in its table, so that old readers pass over them.
    for (const [number, entry] of section.entries) {
      if (entry.kind !== 'free' && !merged.has(number)) merged.set(number, entry)
    }
    for (const part of section.hidden ? [section.hidden, section] : [section]) {
      for (const [number, entry] of part.entries) if (!merged.has(number)) merged.set(number, entry)
    }
  }
  return merged
}
