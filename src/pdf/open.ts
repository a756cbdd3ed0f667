/**
 * Opening a document: header, newest cross-reference section, the chain behind it, password, catalog.
 *
 * What is broken is mended in named steps, each reported; a file that had to be searched says so.
 *
 * @module
 */
import { type ByteSource, toByteSource } from '../bytes.ts'
import { MotcuaError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { type EncryptionFacts, listEncryptionFacts, openEncryption } from './encryption.ts'
import { messages } from './messages.ts'
import { rebuildXref } from './rebuild.ts'
import { adoptObject } from './search-catalog.ts'
import {
  createStore,
  decodeStream,
  forgetObjects,
  noteRepair,
  type ObjectStore,
  readStoredObject,
  resolveValue,
  tryDecode,
} from './store.ts'
import { createCursor, readInteger } from './syntax/lexer.ts'
import { type PdfDict, type PdfObject, type PdfRef, pdfDict } from './syntax/object.ts'
import { findText } from './syntax/read-object.ts'
import { defaultLimits, type PdfLimits } from './syntax/read-value.ts'
import {
  findNearby,
  mergeEntries,
  readXrefChain,
  readXrefSection,
  type XrefContext,
  type XrefSection,
} from './xref.ts'

/** A document that is open for reading. Plain data, except for the working memory in `store`. */
export interface Pdf {
  readonly source: ByteSource
  /** What offsets in the file count from: the header, where other bytes precede it and offsets allow for that. */
  readonly shift: number
  /** As the header says, `1.7`; the catalog may raise it. */
  readonly headerVersion: string
  /** Cross-reference sections, newest first. */
  readonly sections: readonly XrefSection[]
  /** The newest trailer; in a rebuilt document the one that leads to the catalog. */
  readonly trailer: PdfDict
  readonly catalogRef: PdfRef
  /** True when the cross-reference data were made by searching the file. */
  readonly isRebuilt: boolean
  /** What was mended so far; grows while objects are read. */
  readonly repairs: readonly Finding[]
  readonly encryption: EncryptionFacts | undefined
  /** Working memory; not for use outside this room. */
  readonly store: ObjectStore
}

/** How to open. */
export interface OpenPdfOptions {
  /** User or owner password; the empty one is always tried first. */
  readonly password?: string | undefined
  readonly limits?: Partial<PdfLimits>
}

/** Headers are looked for in so many bytes (ISO 32000-1, Annex H, note 13). */
const HEADER_WINDOW_BYTES = 1024

const HEADER = '%PDF-'

/** The last `startxref` is looked for so far from the end; behind more than this the file is searched anyway. */
const TAIL_WINDOW_BYTES = 1024 * 1024

/** Finds the header and the version it states. */
function readHeader(source: ByteSource): { offset: number; version: string } | undefined {
  const span = HEADER_WINDOW_BYTES - HEADER.length + 1
  const offset = findText(source, HEADER, { from: 0, span })
  if (offset < 0) return undefined
  const start = offset + HEADER.length
  const bytes = source.read(start, Math.min(start + 11, HEADER_WINDOW_BYTES, source.length) - start)
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return { offset, version: /^\d+\.\d+/.exec(text)?.[0] ?? '' }
}

/** Finds the last place of ASCII text in bytes, which is close to their end more often than not; -1 when there is none. */
function findLast(bytes: Uint8Array, text: string): number {
  const first = text.charCodeAt(0)
  for (let start = bytes.length - text.length; start >= 0; start -= 1) {
    if (bytes[start] !== first) continue
    let length = 1
    while (length < text.length && bytes[start + length] === text.charCodeAt(length)) length += 1
    if (length === text.length) return start
  }
  return -1
}

/** Reads the number after the last `startxref`, looking from the end in growing windows. */
function readStartxref(source: ByteSource): { offset: number; place: number } | undefined {
  for (let size = 1024; ; size *= 32) {
    const length = Math.min(size, source.length)
    const start = source.length - length
    const bytes = source.read(start, length)
    const index = findLast(bytes, 'startxref')
    if (index >= 0) {
      const offset = readInteger(createCursor(bytes, index + 'startxref'.length))
      return offset === undefined ? undefined : { offset, place: start + index }
    }
    if (length === source.length || size >= TAIL_WINDOW_BYTES) return undefined
  }
}

/** Finds the newest section: where `startxref` says, counted from the header or the file, or close by. */
function findNewestSection(
  store: ObjectStore,
  headerOffset: number,
  makeContext: (shift: number) => XrefContext,
): { section: XrefSection; context: XrefContext } | undefined {
  const startxref = readStartxref(store.source)
  if (startxref === undefined) {
    noteRepair(store, 'pdf/startxref-missing', { offsetBytes: store.source.length })
    return undefined
  }
  for (const shift of headerOffset === 0 ? [0] : [headerOffset, 0]) {
    const context = makeContext(shift)
    const section = readXrefSection(context, startxref.offset + shift)
    if (section !== undefined) return { section, context }
  }
  const context = makeContext(headerOffset)
  const section = startxref.offset > 0 ? findNearby(context, startxref.offset + headerOffset) : undefined
  if (section === undefined) return undefined
  noteRepair(store, 'pdf/startxref-wrong', { offsetBytes: startxref.place, foundAt: section.start })
  return { section, context }
}

/** First part of /ID, or nothing. */
function readFileId(store: ObjectStore, trailer: PdfDict): Uint8Array {
  const id = resolveValue(store, trailer.entries.get('ID'))
  const first = id?.kind === 'array' ? resolveValue(store, id.items[0]) : undefined
  return first?.kind === 'string' ? first.bytes : new Uint8Array(0)
}

/** Opens the security handler, if there is one. What was read before is forgotten: it was read without the key. */
function openSecurity(store: ObjectStore, trailer: PdfDict): void {
  const value = trailer.entries.get('Encrypt')
  const dict = resolveValue(store, value)
  if (value === undefined || dict?.kind === 'null') return
  const resolve = (inner: PdfObject | undefined) => resolveValue(store, inner)
  store.encryption = openEncryption({
    dict: dict?.kind === 'dict' ? dict : pdfDict({}),
    resolve,
    fileId: readFileId(store, trailer),
    password: store.password,
  })
  store.encryptionNumber = value.kind === 'ref' ? value.number : 0
  forgetObjects(store)
}

/** Finds the catalog that a trailer leads to; it must at least lead on to pages. */
function findCatalog(store: ObjectStore, trailer: PdfDict): PdfRef | undefined {
  const root = trailer.entries.get('Root')
  const catalog = resolveValue(store, root)
  if (catalog?.kind !== 'dict') return undefined
  if (resolveValue(store, catalog.entries.get('Pages'))?.kind !== 'dict') return undefined
  return root?.kind === 'ref' ? root : adoptObject(store, catalog)
}

/** What both ways of finding objects give. */
interface Found {
  readonly sections: readonly XrefSection[]
  readonly trailer: PdfDict
  readonly catalogRef: PdfRef
  readonly shift: number
}

/** Joins the trailers of a chain: a newer one that leaves out /Root does not make the document rootless. */
export function joinTrailers(sections: readonly XrefSection[]): PdfDict {
  const newest = sections[0]?.trailer ?? pdfDict({})
  const missing = ['Root', 'Encrypt', 'ID', 'Info'].filter((key) => !newest.entries.has(key))
  if (newest.entries.has('Root') || missing.length === 0) return newest
  const entries = new Map(newest.entries)
  for (const key of missing) {
    const value = sections.find(({ trailer }) => trailer.entries.has(key))?.trailer.entries.get(key)
    if (value !== undefined) entries.set(key, value)
  }
  return pdfDict(entries)
}

/** Opens by the cross-reference chain; `undefined` when it does not lead to the catalog. */
function openByChain(store: ObjectStore, headerOffset: number): Found | undefined {
  const { source, limits, repairs } = store
  const decode: XrefContext['decode'] = (stream) => tryDecode(store, stream)?.bytes
  const makeContext = (shift: number): XrefContext => ({
    source,
    limits,
    repairs,
    decode,
    shift,
    entryCount: 0,
  })
  const newest = findNewestSection(store, headerOffset, makeContext)
  if (newest === undefined) return undefined
  const { sections, isComplete } = readXrefChain(newest.context, newest.section)
  if (!isComplete) return undefined
  store.entries = mergeEntries(sections)
  const trailer = joinTrailers(sections)
  openSecurity(store, trailer)
  const catalogRef = findCatalog(store, trailer)
  return catalogRef && { sections, trailer, catalogRef, shift: newest.context.shift }
}

/** Opens by searching the file for its objects. */
function openBySearch(store: ObjectStore, headerOffset: number): Found {
  store.entries = new Map()
  forgetObjects(store)
  store.encryption = undefined
  noteRepair(store, 'pdf/xref-rebuilt', { offsetBytes: 0 })
  const { section, catalogRef } = rebuildXref(store, {
    openSecurity: (trailer) => openSecurity(store, trailer),
    findCatalog: (trailer) => findCatalog(store, trailer),
  })
  return { sections: [section], trailer: section.trailer, catalogRef, shift: headerOffset }
}

/**
 * Opens a PDF for reading, lazily: of a large file only the tail, the cross-reference data and the objects
 * asked for are read.
 *
 * Damaged files are mended in memory as viewers do it, and `repairs` says what was wrong.
 *
 * @param source - The file, in memory or read piece by piece.
 * @throws MotcuaError `pdf/not-a-pdf` when there is nothing to read.
 *
 * @example
 * import { findPage, openPdf } from 'motcua/pdf'
 * const text =
 *   '%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n' +
 *   '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>> endobj\ntrailer <</Root 1 0 R>>\n'
 * const pdf = openPdf(new TextEncoder().encode(text))
 * pdf.isRebuilt // true: there is no cross-reference table
 * findPage(pdf, 0)?.ref?.number // 3
 */
export function openPdf(source: Uint8Array | ByteSource, options: OpenPdfOptions = {}): Pdf {
  const bytes = toByteSource(source)
  const limits: PdfLimits = { ...defaultLimits, ...options.limits }
  const store = createStore(bytes, { limits, password: options.password })
  const header = readHeader(bytes)
  if (header === undefined) noteRepair(store, 'pdf/no-header', { offsetBytes: 0 })
  else if (header.offset > 0) noteRepair(store, 'pdf/junk-before-header', { offsetBytes: header.offset })
  const headerOffset = header?.offset ?? 0
  if (bytes.length < 8) throw new MotcuaError(messages, 'pdf/not-a-pdf', { lengthBytes: bytes.length })
  const byChain = openByChain(store, headerOffset)
  const found = byChain ?? openBySearch(store, headerOffset)
  return {
    source: bytes,
    shift: found.shift,
    headerVersion: header?.version ?? '',
    sections: found.sections,
    trailer: found.trailer,
    catalogRef: found.catalogRef,
    isRebuilt: byChain === undefined,
    repairs: store.repairs,
    encryption: store.encryption && listEncryptionFacts(store.encryption),
    store,
  }
}

/** Reads an indirect object; one that does not exist is null (ISO 32000-1, 7.3.10). */
export function readObject(pdf: Pdf, ref: PdfRef): PdfObject {
  return readStoredObject(pdf.store, ref)
}

/** Follows a reference, and references behind it, to a value; anything else is given back as it is. */
export function resolveObject(pdf: Pdf, value: PdfObject): PdfObject
export function resolveObject(pdf: Pdf, value: PdfObject | undefined): PdfObject | undefined
export function resolveObject(pdf: Pdf, value: PdfObject | undefined): PdfObject | undefined {
  return resolveValue(pdf.store, value)
}

/** Gives the value of a dictionary entry, its reference followed; `undefined` for an absent or null entry. */
export function findValue(pdf: Pdf, dict: PdfDict | undefined, key: string): PdfObject | undefined {
  const value = resolveValue(pdf.store, dict?.entries.get(key))
  return value?.kind === 'null' ? undefined : value
}

/** Gives the dictionary under a key, also that of a stream; `undefined` for anything else. */
export function findDict(pdf: Pdf, dict: PdfDict | undefined, key: string): PdfDict | undefined {
  const value = findValue(pdf, dict, key)
  return value?.kind === 'dict' ? value : value?.kind === 'stream' ? value.dict : undefined
}

/**
 * Gives the data of a stream, decrypted and with its filters undone; damaged data up to the damage.
 *
 * @example
 * import { openPdf, readStream } from 'motcua/pdf'
 * import { pdfDict, pdfStream } from 'motcua/pdf/syntax'
 * const text = '%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[]>> endobj trailer <</Root 1 0 R>>'
 * const pdf = openPdf(new TextEncoder().encode(text))
 * readStream(pdf, pdfStream(pdfDict({}), Uint8Array.of(1, 2))).length // 2
 */
export function readStream(pdf: Pdf, stream: Extract<PdfObject, { kind: 'stream' }>): Uint8Array {
  return decodeStream(pdf.store, stream).bytes
}

/** Reads the catalog. */
export function readCatalog(pdf: Pdf): PdfDict {
  const catalog = readObject(pdf, pdf.catalogRef)
  return catalog.kind === 'dict' ? catalog : pdfDict({})
}

/** Lists the numbers of all objects in use, ascending. */
export function listObjectNumbers(pdf: Pdf): number[] {
  const numbers: number[] = []
  let isAscending = true
  for (const [number, entry] of pdf.store.entries) {
    if (entry.kind === 'free') continue
    isAscending &&= number > (numbers.at(-1) ?? -1)
    numbers.push(number)
  }
  return isAscending ? numbers : numbers.sort((a, b) => a - b)
}
