/**
 * Cross-reference data made by searching the file, for documents whose own lead nowhere.
 *
 * @module
 */
import { MotcuaError } from '../errors.ts'
import { messages } from './messages.ts'
import type { ScannedObject } from './scan.ts'
import { hasType, searchCatalog } from './search-catalog.ts'
import { findContainer, type ObjectStore, resolveValue, scanOnce } from './store.ts'
import { type PdfDict, type PdfRef, pdfDict, withEntries } from './syntax/object.ts'
import type { XrefEntry, XrefSection } from './xref.ts'

/** A rebuilt section and the catalog it leads to. */
export interface RebuiltXref {
  readonly section: XrefSection
  readonly catalogRef: PdfRef
}

/** The newest definition of every number. */
function latestObjects(objects: readonly ScannedObject[]): Map<number, ScannedObject> {
  return new Map(objects.map((object) => [object.number, object]))
}

/** Adds what object streams hold, unless the file defines it again further on. */
function addCompressed(
  store: ObjectStore,
  latest: ReadonlyMap<number, ScannedObject>,
  entries: Map<number, XrefEntry>,
): void {
  const containers = [...latest.values()].filter(({ streamDict }) => hasType(streamDict, 'ObjStm'))
  containers.sort((a, b) => a.start - b.start)
  for (const { number: container, start } of containers) {
    const directory = findContainer(store, container)?.directory ?? []
    for (const [index, { number }] of directory.entries()) {
      const other = latest.get(number)
      if (other !== undefined && other.start > start) continue
      entries.set(number, { kind: 'compressed', container, index })
    }
  }
}

/** Joins all trailers of the file: the newest that says something about a key counts. */
function joinScannedTrailers(dicts: readonly PdfDict[]): Map<string, PdfDict> {
  const byKey = new Map<string, PdfDict>()
  for (const dict of dicts) {
    for (const key of ['Root', 'Info', 'ID', 'Encrypt', 'Size'])
      if (dict.entries.has(key)) byKey.set(key, dict)
  }
  return byKey
}

/** Finds the catalog that the newest trailer with a usable /Root leads to. */
function findStatedCatalog(
  dicts: readonly PdfDict[],
  findCatalog: (trailer: PdfDict) => PdfRef | undefined,
): PdfRef | undefined {
  for (const dict of dicts.toReversed()) {
    const found = dict.entries.has('Root') ? findCatalog(dict) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Searches the file and fills `store.entries` with what it finds.
 *
 * @param steps - `openSecurity`: called with the trailer before anything encrypted is read; `findCatalog`: gives
 * the catalog a trailer leads to, if it does.
 * @throws MotcuaError `pdf/not-a-pdf` when there is no object at all.
 * @throws MotcuaError `pdf/no-catalog` when none of the objects is the catalog.
 */
export function rebuildXref(
  store: ObjectStore,
  steps: {
    readonly openSecurity: (trailer: PdfDict) => void
    readonly findCatalog: (trailer: PdfDict) => PdfRef | undefined
  },
): RebuiltXref {
  const scan = scanOnce(store)
  const lengthBytes = store.source.length
  if (scan.objects.length === 0) throw new MotcuaError(messages, 'pdf/not-a-pdf', { lengthBytes })
  const latest = latestObjects(scan.objects)
  const entries = new Map<number, XrefEntry>()
  for (const { number, start, generation } of latest.values()) {
    entries.set(number, { kind: 'offset', offset: start, generation })
  }
  store.entries = entries
  const dicts = scan.readTrailers()
  const byKey = joinScannedTrailers(dicts)
  const members = [...byKey].map(([key, dict]) => [key, dict.entries.get(key)] as const)
  const joined = pdfDict(Object.fromEntries(members))
  steps.openSecurity(joined)
  addCompressed(store, latest, entries)
  const catalogRef = findStatedCatalog(dicts, steps.findCatalog) ?? searchCatalog(store)
  if (catalogRef === undefined) throw new MotcuaError(messages, 'pdf/no-catalog', { lengthBytes })
  const info = resolveValue(store, joined.entries.get('Info'))
  const trailer = withEntries(joined, {
    Root: catalogRef,
    ...(info?.kind === 'dict' ? {} : { Info: undefined }),
  })
  const end = lengthBytes
  return {
    section: { kind: 'rebuilt', start: end, end, trailer, entries, hidden: undefined, objectNumber: 0 },
    catalogRef,
  }
}
