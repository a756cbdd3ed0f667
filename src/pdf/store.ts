/**
 * Objects by number: through the merged cross-reference data, out of object streams, decrypted, kept for a while.
 *
 * @module
 */
import type { ByteSource } from '../bytes.ts'
import { isMotcuaError, MotcuaError } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { type CipherMethod, decryptBytes, type Encryption } from './encryption.ts'
import { buildRepair, messages, type RepairCode } from './messages.ts'
import { type FileScan, scanFile } from './scan.ts'
import { decodeFilter, defaultFilterParameters, type FilterParameters } from './syntax/filter.ts'
import { createCursor } from './syntax/lexer.ts'
import { type PdfDict, type PdfId, type PdfObject, type PdfStream, pdfNull } from './syntax/object.ts'
import { type DirectoryEntry, readDirectory } from './syntax/read-directory.ts'
import { type IndirectObject, readIndirectObject } from './syntax/read-object.ts'
import { type PdfLimits, readValue } from './syntax/read-value.ts'
import type { PdfRevision, XrefEntry } from './xref.ts'

/** An object stream, decoded. */
interface Container {
  readonly bytes: Uint8Array
  /** Number and offset of each object, in order. */
  readonly directory: readonly DirectoryEntry[]
}

/** What was read without any doubt, by its place in the file: every revision of the document finds it the same. */
interface SharedObjects {
  readonly byOffset: Map<number, { readonly object: IndirectObject; readonly value: PdfObject }>
  readonly containers: WeakMap<PdfStream, Container>
}

/** The working memory behind an open document. */
export interface ObjectStore {
  readonly source: ByteSource
  readonly limits: PdfLimits
  entries: ReadonlyMap<number, XrefEntry>
  readonly repairs: Finding[]
  encryption: Encryption | undefined
  /** Number of the encryption dictionary, whose own strings are clear; 0 when it is direct. */
  encryptionNumber: number
  readonly cache: Map<number, PdfObject>
  readonly shared: SharedObjects
  /** Objects that stand in no object of the file, such as a catalog written into the trailer itself. */
  readonly adopted: Map<number, PdfObject>
  readonly containers: Map<number, Container | undefined>
  /** Objects being read, so that a /Length that leads to itself ends. */
  readonly busy: number[]
  /** The password given, for opening parts of the same file. Secret. */
  readonly password: string | undefined
  scan: FileScan | undefined
  /** The revisions, once somebody asked for them. */
  revisions: readonly PdfRevision[] | undefined
}

/** Objects kept at once; a file with more is read again rather than held. */
const MAX_CACHED_OBJECTS = 100_000

/** Decoded object streams kept at once. */
const MAX_CACHED_CONTAINERS = 64

/** Objects that may wait for the /Length of one another; two are enough for every honest file. */
const MAX_LENGTH_HOPS = 16

/** Findings kept; a file with more faults has said enough. */
const MAX_REPAIRS = 1000

/** Starts the working memory of a document. */
export function createStore(
  source: ByteSource,
  {
    limits,
    password,
    shared,
  }: Pick<ObjectStore, 'limits' | 'password'> & { readonly shared?: SharedObjects },
): ObjectStore {
  return {
    source,
    limits,
    entries: new Map(),
    repairs: [],
    encryption: undefined,
    encryptionNumber: 0,
    cache: new Map(),
    shared: shared ?? { byOffset: new Map(), containers: new WeakMap() },
    adopted: new Map(),
    containers: new Map(),
    busy: [],
    password,
    scan: undefined,
    revisions: undefined,
  }
}

/** Forgets everything that was read: it was read in another way than from now on. */
export function forgetObjects(store: ObjectStore): void {
  store.cache.clear()
  store.containers.clear()
  store.shared.byOffset.clear()
}

/** Takes note of something mended. */
export function noteRepair(
  store: ObjectStore,
  code: RepairCode,
  place: { readonly offsetBytes: number; readonly [fact: string]: unknown },
): void {
  if (store.repairs.length >= MAX_REPAIRS) return
  const { offsetBytes, ...facts } = place
  store.repairs.push(buildRepair(code, offsetBytes, facts))
}

/** Searches the file once and keeps what was found. */
export function scanOnce(store: ObjectStore): FileScan {
  // Lengths are looked up only where there is something to look them up in; in a file being mended there is not.
  const resolveLength = (id: PdfId): PdfObject => {
    const entry = store.entries.get(id.number)
    return entry?.kind === 'offset' ? (readObjectAt(store, entry.offset)?.value ?? pdfNull) : pdfNull
  }
  const findKnown = (offset: number) => store.shared.byOffset.get(offset)?.value
  store.scan ??= scanFile(store.source, { limits: store.limits, resolveLength, findKnown })
  return store.scan
}

/** Follows references until something else stands there; a loop of references counts as null. */
export function resolveValue(store: ObjectStore, value: PdfObject | undefined): PdfObject | undefined {
  let current = value
  for (let hop = 0; current?.kind === 'ref'; hop += 1) {
    if (hop > 16) return pdfNull
    current = readStoredObject(store, current)
  }
  return current
}

/** Decrypts the strings in a value; signature /Contents are never encrypted (ISO 32000-2, 7.6.2). */
function decryptStrings(store: ObjectStore, value: PdfObject, id: PdfId): PdfObject {
  const { encryption } = store
  if (encryption === undefined || encryption.strings === 'none') return value
  const open = (inner: PdfObject): PdfObject => {
    if (inner.kind === 'string') {
      return { ...inner, bytes: decryptBytes(encryption, inner.bytes, { id, method: encryption.strings }) }
    }
    if (inner.kind === 'array') return { ...inner, items: inner.items.map(open) }
    if (inner.kind === 'dict') return openDict(inner)
    return inner.kind === 'stream' ? { ...inner, dict: openDict(inner.dict) } : inner
  }
  const openDict = (dict: PdfDict): PdfDict => {
    const isSignature = dict.entries.has('ByteRange')
    const entries = new Map<string, PdfObject>()
    for (const [key, inner] of dict.entries) {
      entries.set(key, isSignature && key === 'Contents' ? inner : open(inner))
    }
    return { ...dict, entries }
  }
  return open(value)
}

/** Reads the object at an offset, with everything known about the document. */
export function readObjectAt(store: ObjectStore, offset: number): IndirectObject | undefined {
  return readIndirectObject(store.source, offset, {
    limits: store.limits,
    isEncrypted: store.encryption !== undefined,
    resolveLength: (id) => (store.busy.length > MAX_LENGTH_HOPS ? pdfNull : readStoredObject(store, id)),
  })
}

/** Finds the last definition of an object in the file, for an entry that does not lead to it. */
function searchObject(store: ObjectStore, number: number): IndirectObject | undefined {
  const found = scanOnce(store).objects.findLast((object) => object.number === number)
  return found === undefined ? undefined : readObjectAt(store, found.start)
}

/** Keeps a value, and forgets the others when they have become too many. */
function setBounded<T>(cache: Map<number, T>, key: number, value: T): T {
  if (cache.size >= MAX_CACHED_OBJECTS) cache.clear()
  cache.set(key, value)
  return value
}

/** Tells whether an object is the one that an entry means. */
const isMeant = (object: PdfId, number: number, { generation }: { readonly generation: number }): boolean =>
  object.number === number && object.generation === generation

/** Tells whether an object reads the same whatever else the file says; a /Length elsewhere may change. */
function isCertain({ flaws, value }: IndirectObject): boolean {
  return (
    flaws.length === 0 && (value.kind !== 'stream' || value.dict.entries.get('Length')?.kind === 'number')
  )
}

/** Reads an object that stands in the file itself. */
function readFromFile(store: ObjectStore, number: number, entry: XrefEntry & { kind: 'offset' }): PdfObject {
  const known = store.shared.byOffset.get(entry.offset)
  if (
    known !== undefined &&
    isMeant(known.object, number, entry) &&
    known.object.end <= store.source.length
  ) {
    return known.value
  }
  let object = readObjectAt(store, entry.offset)
  if (object === undefined || object.number !== number) {
    noteRepair(store, 'pdf/xref-entry-wrong', { offsetBytes: entry.offset, objectNumber: number })
    object = searchObject(store, number)
    if (object === undefined) return pdfNull
  } else if (object.generation !== entry.generation) {
    noteRepair(store, 'pdf/generation-mismatch', { offsetBytes: object.start, objectNumber: number })
  }
  for (const flaw of object.flaws) {
    const code = flaw === 'stream-length' ? 'pdf/stream-length-wrong' : 'pdf/endobj-missing'
    noteRepair(store, code, { offsetBytes: object.start, objectNumber: number })
  }
  const value = number === store.encryptionNumber ? object.value : decryptStrings(store, object.value, object)
  if (isCertain(object) && isMeant(object, number, entry)) {
    setBounded(store.shared.byOffset, entry.offset, { object, value })
  }
  return value
}

/** Decodes an object stream (ISO 32000-1, 7.5.7). */
function openContainer(store: ObjectStore, number: number): Container | undefined {
  const entry = store.entries.get(number)
  // An object stream cannot lie in another; a file that says so would send us in circles.
  if (entry?.kind !== 'offset') return undefined
  const stream = readStoredObject(store, { number, generation: 0 })
  if (stream.kind !== 'stream') return undefined
  const known = store.shared.containers.get(stream)
  if (known !== undefined) return known
  const decoded = tryDecode(store, stream)
  if (decoded === undefined || decoded.isPartial) {
    noteRepair(store, 'pdf/object-stream-broken', { offsetBytes: entry.offset, objectNumber: number })
  }
  if (decoded === undefined) return undefined
  const count = resolveValue(store, stream.dict.entries.get('N'))
  const first = resolveValue(store, stream.dict.entries.get('First'))
  if (count?.kind !== 'number' || first?.kind !== 'number') return undefined
  const container = {
    bytes: decoded.bytes,
    directory: readDirectory(decoded.bytes, count.value, first.value),
  }
  const isDirect = count === stream.dict.entries.get('N') && first === stream.dict.entries.get('First')
  if (isDirect && !decoded.isPartial) store.shared.containers.set(stream, container)
  return container
}

/** Gives a decoded object stream, from memory where it is there. */
export function findContainer(store: ObjectStore, number: number): Container | undefined {
  if (store.containers.has(number)) return store.containers.get(number)
  if (store.containers.size >= MAX_CACHED_CONTAINERS) store.containers.clear()
  store.containers.set(number, undefined)
  const container = openContainer(store, number)
  store.containers.set(number, container)
  return container
}

/** Reads an object out of an object stream; the index is a hint, the number decides. */
function readFromContainer(
  store: ObjectStore,
  number: number,
  entry: XrefEntry & { kind: 'compressed' },
): PdfObject {
  const container = findContainer(store, entry.container)
  const hinted = container?.directory[entry.index]
  const slot =
    hinted?.number === number ? hinted : container?.directory.findLast((other) => other.number === number)
  if (container === undefined || slot === undefined || slot.offset > container.bytes.length) return pdfNull
  const cursor = createCursor(container.bytes, slot.offset)
  return readValue(cursor, { container: entry.container, limits: store.limits }) ?? pdfNull
}

/** Reads an object by number; what no cross-reference entry leads to is null (ISO 32000-1, 7.3.10). */
export function readStoredObject(store: ObjectStore, id: PdfId): PdfObject {
  const { number } = id
  const cached = store.adopted.get(number) ?? store.cache.get(number)
  if (cached !== undefined) return cached
  const entry = store.entries.get(number)
  if (entry === undefined || entry.kind === 'free' || store.busy.includes(number)) return pdfNull
  store.busy.push(number)
  try {
    const value =
      entry.kind === 'offset' ? readFromFile(store, number, entry) : readFromContainer(store, number, entry)
    return setBounded(store.cache, number, value)
  } finally {
    store.busy.pop()
  }
}

/** A filter of a stream with its parameters. */
interface NamedFilter {
  readonly name: string
  readonly parameters: FilterParameters
  /** For /Crypt: the crypt filter it names. */
  readonly cryptName: string
}

/** Reads the parameters of one filter. */
function readParameters(
  store: ObjectStore,
  value: PdfObject | undefined,
): FilterParameters & { cryptName: string } {
  const dict = resolveValue(store, value)
  const number = (key: string, missing: number): number => {
    const found = dict?.kind === 'dict' ? resolveValue(store, dict.entries.get(key)) : undefined
    const isCount = found?.kind === 'number' && Number.isSafeInteger(found.value) && found.value >= 0
    return isCount ? found.value : missing
  }
  const name = dict?.kind === 'dict' ? resolveValue(store, dict.entries.get('Name')) : undefined
  const missing = defaultFilterParameters
  return {
    predictor: number('Predictor', missing.predictor),
    colors: number('Colors', missing.colors),
    bitsPerComponent: number('BitsPerComponent', missing.bitsPerComponent),
    columns: number('Columns', missing.columns),
    earlyChange: number('EarlyChange', missing.earlyChange),
    cryptName: name?.kind === 'name' ? name.name : 'Identity',
  }
}

/** Lists the filters of a stream in the order in which they are undone. */
function listFilters(store: ObjectStore, dict: PdfDict): NamedFilter[] {
  const value = resolveValue(store, dict.entries.get('Filter') ?? dict.entries.get('F'))
  const parms = resolveValue(store, dict.entries.get('DecodeParms') ?? dict.entries.get('DP'))
  const names = value?.kind === 'array' ? value.items : value === undefined ? [] : [value]
  return names.flatMap((item, index) => {
    const name = resolveValue(store, item)
    if (name?.kind !== 'name') return []
    const own = parms?.kind === 'array' ? parms.items[index] : index === 0 ? parms : undefined
    const { cryptName, ...parameters } = readParameters(store, own)
    return [{ name: name.name, parameters, cryptName }]
  })
}

/** Chooses the cipher of a stream (ISO 32000-1, 7.6.5). */
function streamMethod(encryption: Encryption, dict: PdfDict, filters: readonly NamedFilter[]): CipherMethod {
  const type = dict.entries.get('Type')
  const typeName = type?.kind === 'name' ? type.name : ''
  const crypt = filters.find((filter) => filter.name === 'Crypt')
  if (typeName === 'XRef') return 'none'
  if (crypt !== undefined) return encryption.filters.get(crypt.cryptName) ?? 'none'
  if (typeName === 'Metadata' && !encryption.encryptsMetadata) return 'none'
  return typeName === 'EmbeddedFile' ? encryption.embeddedFiles : encryption.streams
}

/** Gives the data of a stream in clear, filters still applied. */
export function readStreamBytes(store: ObjectStore, stream: PdfStream): Uint8Array {
  if (stream.data !== undefined) return stream.data
  const bytes = store.source.read(stream.dataStart, stream.dataLength)
  if (store.encryption === undefined) return bytes
  const method = streamMethod(store.encryption, stream.dict, listFilters(store, stream.dict))
  return decryptBytes(store.encryption, bytes, { id: stream.owner, method })
}

/** Decoded data and whether they are all there. */
export interface DecodedStream {
  readonly bytes: Uint8Array
  readonly isPartial: boolean
}

/**
 * Decodes a stream through all its filters.
 *
 * @throws MotcuaError `pdf/unsupported-filter` at a filter that is not for us.
 * @throws MotcuaError `pdf/limit-exceeded` when the data grow beyond `maxStreamBytes`.
 */
export function decodeStream(store: ObjectStore, stream: PdfStream): DecodedStream {
  let bytes = readStreamBytes(store, stream)
  let isPartial = false
  const allowed = store.limits.maxStreamBytes
  for (const filter of listFilters(store, stream.dict)) {
    if (filter.name === 'Crypt') continue
    const decoded = decodeFilter(bytes, filter, allowed)
    if (decoded === undefined) {
      throw new MotcuaError(messages, 'pdf/unsupported-filter', {
        objectNumber: stream.owner.number,
        filter: filter.name,
      })
    }
    if (decoded.isTooLarge) {
      const offsetBytes = stream.dataStart
      throw new MotcuaError(messages, 'pdf/limit-exceeded', { limit: 'maxStreamBytes', allowed, offsetBytes })
    }
    bytes = decoded.bytes
    isPartial ||= decoded.isPartial
  }
  return { bytes, isPartial }
}

/** Decodes a stream, or gives `undefined` where a filter is not for us. */
export function tryDecode(store: ObjectStore, stream: PdfStream): DecodedStream | undefined {
  try {
    return decodeStream(store, stream)
  } catch (error) {
    if (isMotcuaError(error, 'pdf/unsupported-filter')) return undefined
    throw error
  }
}
