/**
 * Writing a revision: only bytes to be put behind the last one, never a byte of what is there.
 *
 * The cross-reference section is of the kind of the last one (a table after a stream hides the stream's objects
 * from readers, silently). Where the old chain cannot be followed by others, the new section lists everything.
 *
 * @module
 */
import { type ByteSource, concatBytes } from '../bytes.ts'
import { MotcuaError } from '../errors.ts'
import { hashBytes } from '../hash.ts'
import { encryptBytes } from './encryption.ts'
import { messages } from './messages.ts'
import { openPdf, type Pdf } from './open.ts'
import { readStoredObject, readStreamBytes, resolveValue, scanOnce } from './store.ts'
import {
  type PdfDict,
  type PdfId,
  type PdfObject,
  type PdfRef,
  pdfArray,
  pdfDict,
  pdfNumber,
  pdfRef,
  pdfStream,
  pdfString,
} from './syntax/object.ts'
import {
  createOutput,
  type PdfOutput,
  putObject,
  putText,
  takeOutput,
  type WriteCipher,
} from './syntax/write-object.ts'
import { buildXrefStream, fillGaps, putTable } from './write-xref.ts'
import type { XrefEntry } from './xref.ts'

/** Changes on their way into a new revision. Filled by the functions of this file; not shared between signings. */
export interface RevisionDraft {
  readonly pdf: Pdf
  readonly objects: Map<number, { readonly id: PdfId; readonly value: PdfObject }>
  /** Trailer entries that shall have other values. */
  readonly trailer: Map<string, PdfObject>
  /** The next object number that nothing in the file uses. */
  nextNumber: number
}

/** The bytes of a new revision and where things are in it. */
export interface AppendedRevision {
  /** To be put behind the last byte of the document as it was. */
  readonly bytes: Uint8Array
  /** Length of the document as it was: the offset of `bytes[0]`. */
  readonly baseOffset: number
  /** Places of labelled raw values, as offsets in the whole file. */
  readonly labels: ReadonlyMap<string, { readonly start: number; readonly end: number }>
  /** What `startxref` says. */
  readonly startxref: number
}

/** ISO 32000-1, Annex C: a larger /Size is damage and no guide to free numbers. */
const MAX_OBJECT_NUMBER = 8_388_607

/** The highest number a value refers to. */
function highestReference(value: PdfObject): number {
  if (value.kind === 'ref') return value.number <= MAX_OBJECT_NUMBER ? value.number : 0
  if (value.kind === 'stream') return highestReference(value.dict)
  const inner =
    value.kind === 'array' ? value.items : value.kind === 'dict' ? [...value.entries.values()] : []
  return inner.reduce((highest, item) => Math.max(highest, highestReference(item)), 0)
}

/** Finds a number above all that the file uses or claims. */
function findFreeNumber(pdf: Pdf): number {
  let highest = 0
  for (const number of pdf.store.entries.keys()) if (number > highest) highest = number
  for (const number of pdf.store.adopted.keys()) if (number > highest) highest = number
  for (const { trailer, objectNumber } of pdf.sections) {
    const size = trailer.entries.get('Size')
    const stated = size?.kind === 'number' && size.value <= MAX_OBJECT_NUMBER ? Math.floor(size.value) - 1 : 0
    highest = Math.max(highest, stated, objectNumber)
  }
  if (!pdf.isRebuilt) return highest + 1
  // Parts of a damaged file may be lost: a new object must not take the place of one that others still refer to.
  for (const number of pdf.store.entries.keys()) {
    highest = Math.max(highest, highestReference(readStoredObject(pdf.store, { number, generation: 0 })))
  }
  return highest + 1
}

/**
 * Starts a revision.
 *
 * @example
 * import { addObject, appendRevision, beginRevision, openPdf } from 'motcua/pdf'
 * import { pdfDict, pdfText } from 'motcua/pdf/syntax'
 * const text = '%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[]>> endobj trailer <</Root 1 0 R>>\n'
 * const draft = beginRevision(openPdf(new TextEncoder().encode(text)))
 * addObject(draft, pdfDict({ Note: pdfText('added') })).number // 3
 * appendRevision(draft).bytes.length > 0 // true
 */
export function beginRevision(pdf: Pdf): RevisionDraft {
  return { pdf, objects: new Map(), trailer: new Map(), nextNumber: findFreeNumber(pdf) }
}

/** Adds a new indirect object and gives the reference to it. */
export function addObject(draft: RevisionDraft, value: PdfObject): PdfRef {
  const id = { number: draft.nextNumber, generation: 0 }
  draft.nextNumber += 1
  draft.objects.set(id.number, { id, value })
  return pdfRef(id.number)
}

/** Gives an existing object another value. */
export function setObject(draft: RevisionDraft, ref: PdfId, value: PdfObject): void {
  const entry = draft.pdf.store.entries.get(ref.number)
  const stated = entry?.kind === 'offset' ? entry.generation : 0
  const generation = Math.min(stated, 65_535)
  draft.objects.set(ref.number, { id: { number: ref.number, generation }, value })
}

/** Gives a trailer entry another value; /Size, /Prev and the like are always ours. */
export function setTrailerEntry(draft: RevisionDraft, key: string, value: PdfObject): void {
  draft.trailer.set(key, value)
}

/** Reads an object as the new revision will have it. */
export function readDraftObject(draft: RevisionDraft, ref: PdfId): PdfObject {
  return draft.objects.get(ref.number)?.value ?? readStoredObject(draft.pdf.store, ref)
}

/** Follows references as the new revision will have them. */
export function resolveDraftValue(draft: RevisionDraft, value: PdfObject | undefined): PdfObject | undefined {
  let current = value
  for (let hop = 0; current?.kind === 'ref' && hop <= 16; hop += 1) current = readDraftObject(draft, current)
  return current?.kind === 'ref' ? undefined : current
}

/** How strings and streams of one object are to be encrypted. */
function cipherFor(pdf: Pdf, owner: PdfId): WriteCipher | undefined {
  const { encryption } = pdf.store
  if (encryption === undefined) return undefined
  return {
    owner,
    encryptString: (bytes) => encryptBytes(encryption, bytes, { id: owner, method: encryption.strings }),
    encryptStream: (bytes, dict) => {
      const type = dict.entries.get('Type')
      const isMetadata = type?.kind === 'name' && type.name === 'Metadata'
      const method = isMetadata && !encryption.encryptsMetadata ? 'none' : encryption.streams
      return encryptBytes(encryption, bytes, { id: owner, method })
    },
  }
}

/** Gives a stream that was read its bytes, in clear and with its filters, so that it can be written. */
function loadStream(pdf: Pdf, value: PdfObject): PdfObject {
  if (value.kind !== 'stream' || value.data !== undefined) return value
  return { ...value, data: readStreamBytes(pdf.store, value) }
}

/** Adds one indirect object and gives its entry. */
function putIndirect(
  output: PdfOutput,
  object: { readonly id: PdfId; readonly value: PdfObject },
  context: { readonly baseOffset: number; readonly cipher: WriteCipher | undefined },
): XrefEntry {
  const { id, value } = object
  const offset = context.baseOffset + output.length
  putText(output, `${id.number} ${id.generation} obj\n`)
  putObject(output, value, context.cipher)
  putText(output, '\nendobj\n')
  return { kind: 'offset', offset, generation: id.generation }
}

/** Findings after which other readers may not get through the old chain as we did. */
const brokenChain = new Set([
  'pdf/prev-broken',
  'pdf/prev-loop',
  'pdf/xref-malformed',
  'pdf/xref-entry-wrong',
])

/** Entries of all objects as they really are, for a section that stands alone; `undefined` when it need not. */
function collectAllEntries(pdf: Pdf): Map<number, XrefEntry> | undefined {
  const isBroken = pdf.isRebuilt || pdf.repairs.some(({ code }) => brokenChain.has(code))
  if (!isBroken) return undefined
  const entries = new Map(pdf.store.entries)
  if (!pdf.repairs.some(({ code }) => code === 'pdf/xref-entry-wrong')) return entries
  const starts = new Map(scanOnce(pdf.store).objects.map((object) => [object.number, object]))
  for (const [number, entry] of entries) {
    const found = starts.get(number)
    if (entry.kind !== 'offset') continue
    if (found === undefined) entries.set(number, { kind: 'free', generation: 0 })
    else entries.set(number, { kind: 'offset', offset: found.start, generation: found.generation })
  }
  return entries
}

/** Trailer entries that belong to the old section alone. */
const sectionKeys = new Set([
  ...['Prev', 'XRefStm', 'Size', 'Type', 'W', 'Index', 'Length', 'Filter', 'DecodeParms', 'F', 'FFilter'],
  ...['FDecodeParms', 'DL', 'DP'],
])

/** Gives /ID with its first part as it was and a second part that belongs to this revision (14.4). */
function buildId(pdf: Pdf, content: Uint8Array): PdfObject | undefined {
  const id = resolveValue(pdf.store, pdf.trailer.entries.get('ID'))
  if (id?.kind !== 'array') return undefined
  const first = resolveValue(pdf.store, id.items[0])
  if (first?.kind !== 'string') return id
  const length = pdfNumber(pdf.source.length)
  const seed = concatBytes(first.bytes, new TextEncoder().encode(String(length.value)), content)
  return pdfArray([first, pdfString(hashBytes('sha256', seed).slice(0, 16), 'hex')])
}

/** Builds the trailer of the new section. */
function buildTrailer(
  draft: RevisionDraft,
  facts: { size: number; prev: number | undefined; content: Uint8Array },
): PdfDict {
  const { pdf } = draft
  const entries = new Map<string, PdfObject>([['Size', pdfNumber(facts.size)]])
  for (const [key, value] of pdf.trailer.entries) if (!sectionKeys.has(key)) entries.set(key, value)
  const root = pdf.store.entries.get(pdf.catalogRef.number)
  entries.set('Root', pdfRef(pdf.catalogRef.number, root?.kind === 'offset' ? root.generation : 0))
  for (const [key, value] of draft.trailer) entries.set(key, value)
  const id = buildId(pdf, facts.content)
  if (id !== undefined) entries.set('ID', id)
  if (facts.prev !== undefined) entries.set('Prev', pdfNumber(facts.prev))
  return pdfDict(entries)
}

/**
 * Gives what /Prev shall say. A section that lists everything leads back only where earlier revisions are worth
 * keeping and can be reached: readers that stumble over a damaged first section never get there.
 */
function findPrev(pdf: Pdf, listsEverything: boolean): number | undefined {
  const [newest] = pdf.sections
  const isUnreachable = pdf.isRebuilt || pdf.repairs.some(({ code }) => code === 'pdf/prev-broken')
  if (newest === undefined || isUnreachable) return undefined
  return listsEverything && pdf.sections.length === 1 ? undefined : newest.start - pdf.shift
}

/** Tells whether the new section must be a stream. */
function needsStream(pdf: Pdf, entries: ReadonlyMap<number, XrefEntry>): boolean {
  for (const entry of entries.values()) if (entry.kind === 'compressed') return true
  return pdf.sections[0]?.kind === 'stream'
}

/** Streams larger than this are not written again only because strict readers cannot find them. */
const MAX_RESCUED_BYTES = 1024 * 1024

/**
 * Adds what other readers could not find: objects that stand in no object of the file, and objects on the way to
 * the catalog and its pages whose own generation is not the one their entry states, which strict readers take
 * for null. An object stream among them would take everything in it along.
 */
function rescueObjects(draft: RevisionDraft): void {
  const { store, repairs } = draft.pdf
  const rescued = new Map(store.adopted)
  for (const { code, facts } of repairs) {
    if (code !== 'pdf/generation-mismatch' || typeof facts.objectNumber !== 'number') continue
    const value = readStoredObject(store, { number: facts.objectNumber, generation: 0 })
    const isLarge = value.kind === 'stream' && value.dataLength > MAX_RESCUED_BYTES
    if (!isLarge) rescued.set(facts.objectNumber, value)
  }
  for (const [number, value] of rescued) {
    if (!draft.objects.has(number)) setObject(draft, { number, generation: 0 }, value)
  }
}

/**
 * Refuses a revision that would not be seen, such as one behind a body that swallows whatever follows it.
 *
 * @throws MotcuaError `pdf/not-extendable` when a changed object is not found where it was written.
 */
function assertReadable({ pdf, objects }: RevisionDraft, bytes: Uint8Array): void {
  const { password, limits } = pdf.store
  const lengthBytes = pdf.source.length
  const { store } = openPdf(joinSources([pdf.source, bytes]), { password, limits })
  for (const number of objects.keys()) {
    const entry = store.entries.get(number)
    if (entry?.kind === 'offset' && entry.offset >= lengthBytes) continue
    throw new MotcuaError(messages, 'pdf/not-extendable', { lengthBytes })
  }
}

/**
 * Writes the changes of a draft as one more revision.
 *
 * Nothing but the tail is made: the caller puts it behind the document, wherever that is kept. Values that were
 * read and not changed are written with their own bytes; new strings and streams of an encrypted document are
 * encrypted with its key.
 *
 * @returns Bytes that end in `%%EOF` and a line end, and the places of labelled values in the whole file.
 */
export function appendRevision(draft: RevisionDraft): AppendedRevision {
  const { pdf } = draft
  const { source, shift } = pdf
  const output = createOutput()
  const baseOffset = source.length
  const last = source.read(baseOffset - 1, 1)[0]
  if (last !== 10 && last !== 13) putText(output, '\n')
  const all = collectAllEntries(pdf)
  const entries = all ?? new Map<number, XrefEntry>()
  rescueObjects(draft)
  for (const { id, value } of draft.objects.values()) {
    const object = { id, value: loadStream(pdf, value) }
    entries.set(id.number, putIndirect(output, object, { baseOffset, cipher: cipherFor(pdf, id) }))
  }
  const isStream = needsStream(pdf, entries)
  const size = draft.nextNumber + (isStream ? 1 : 0)
  const start = baseOffset + output.length
  if (isStream) entries.set(draft.nextNumber, { kind: 'offset', offset: start, generation: 0 })
  if (all !== undefined) fillGaps(entries, size)
  const prev = findPrev(pdf, all !== undefined)
  const trailer = buildTrailer(draft, { size, prev, content: takeOutput(output) })
  if (isStream) {
    const { dict, data } = buildXrefStream(entries, shift)
    const stream = pdfStream(pdfDict(new Map([...dict.entries, ...trailer.entries])), data)
    const id = { number: draft.nextNumber, generation: 0 }
    putIndirect(output, { id, value: stream }, { baseOffset, cipher: undefined })
  } else {
    putTable(output, entries, shift)
    putText(output, 'trailer\n')
    putObject(output, trailer)
    putText(output, '\n')
  }
  putText(output, `startxref\n${start - shift}\n%%EOF\n`)
  const labels = new Map<string, { start: number; end: number }>()
  for (const [label, place] of output.labels) {
    labels.set(label, { start: baseOffset + place.start, end: baseOffset + place.end })
  }
  const bytes = takeOutput(output)
  if (pdf.isRebuilt) assertReadable(draft, bytes)
  return { bytes, baseOffset, labels, startxref: start - shift }
}

/**
 * Puts several sources one behind the other without copying them, such as a document and its new revision.
 *
 * @example
 * import { joinSources } from 'motcua/pdf'
 * joinSources([Uint8Array.of(1, 2), Uint8Array.of(3)]).read(1, 2) // Uint8Array [2, 3]
 */
export function joinSources(parts: readonly (Uint8Array | ByteSource)[]): ByteSource {
  const starts: { start: number; part: Uint8Array | ByteSource }[] = []
  let length = 0
  for (const part of parts) {
    starts.push({ start: length, part })
    length += part.length
  }
  const readPart = (part: Uint8Array | ByteSource, offset: number, count: number): Uint8Array =>
    part instanceof Uint8Array ? part.subarray(offset, offset + count) : part.read(offset, count)
  return {
    length,
    read(offset, count) {
      const pieces: Uint8Array[] = []
      for (const { start, part } of starts) {
        const from = Math.max(offset, start)
        const to = Math.min(offset + count, start + part.length)
        if (from < to) pieces.push(readPart(part, from - start, to - from))
      }
      const [only] = pieces
      return pieces.length === 1 && only !== undefined ? only : concatBytes(...pieces)
    },
  }
}
