/**
 * What lies in the bytes of a document beside what its cross-reference sections say.
 *
 * Attacks that append without a proper revision live there: objects that careless readers pick up and strict
 * ones never see. Facts only; to judge them is validation's work.
 *
 * @module
 */
import { isMotcuaError } from '../errors.ts'
import type { Pdf } from './open.ts'
import { listRevisions, openRevision, type PdfRevision } from './revision.ts'
import type { MisdirectedEntry, ObjectPlace, PdfStructure, ScannedObject } from './scan.ts'
import { findContainer, readStoredObject, scanOnce } from './store.ts'
import { createCursor, isWhite, readInteger } from './syntax/lexer.ts'
import type { XrefSection } from './xref.ts'

export type { MisdirectedEntry, ObjectPlace, PdfStructure } from './scan.ts'

const latin1 = new TextDecoder('latin1')

/** All sections of a document, streams of hybrid ones included. */
function allSections(pdf: Pdf): XrefSection[] {
  const sections: XrefSection[] = []
  for (const section of pdf.sections) {
    sections.push(section)
    if (section.hidden !== undefined) sections.push(section.hidden)
  }
  return sections
}

/** Tells whether only white space stands in `[start, end)`, which must be short. */
function isBlank(pdf: Pdf, start: number, end: number): boolean {
  return (
    start === end || (end - start <= 64 && pdf.source.read(start, end - start).every((byte) => isWhite(byte)))
  )
}

/** Finds the definition an entry leads to: at its offset, or behind white space there. */
function findTarget(pdf: Pdf, starts: readonly ScannedObject[], offset: number): ScannedObject | undefined {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  const found = starts[low]
  return found !== undefined && isBlank(pdf, offset, found.start) ? found : undefined
}

/** The number of the object that starts at an offset, read from there and not from what the search saw. */
function readHeaderAt(pdf: Pdf, offset: number): number | undefined {
  if (offset >= pdf.source.length) return undefined
  const text = latin1.decode(pdf.source.read(offset, Math.min(64, pdf.source.length - offset)))
  const number = /^[\0\s]*(\d{1,10})\s+\d{1,5}\s+obj/.exec(text)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** Says which definitions are listed, and which entries lead astray. */
function matchEntries(
  pdf: Pdf,
  objects: readonly ScannedObject[],
): { listed: Set<number>; misdirected: MisdirectedEntry[]; overlapping: MisdirectedEntry[] } {
  const listed = new Set<number>()
  const misdirected: MisdirectedEntry[] = []
  const overlapping: MisdirectedEntry[] = []
  for (const section of allSections(pdf)) {
    if (section.kind === 'stream') listed.add(section.start)
    for (const [number, entry] of section.entries) {
      if (entry.kind !== 'offset') continue
      const target = findTarget(pdf, objects, entry.offset)
      if (target?.number === number) {
        listed.add(target.start)
        continue
      }
      const isThere = readHeaderAt(pdf, entry.offset) === number
      const list = isThere ? overlapping : misdirected
      list.push({ number, offset: entry.offset, sectionStart: section.start })
    }
  }
  return { listed, misdirected, overlapping }
}

/** One number for an object number within a revision: object numbers have at most ten digits. */
function keyOf({ revisionIndex = -1, number }: ObjectPlace): number {
  return (revisionIndex + 1) * 1e10 + number
}

/** Finds definitions that are superseded within the bytes of their own revision. */
function findDuplicates(places: readonly ObjectPlace[]): ObjectPlace[] {
  const last = new Map<number, number>()
  for (const place of places) last.set(keyOf(place), place.start)
  return places.filter((place) => last.get(keyOf(place)) !== place.start)
}

/** Finds `startxref` words whose number leads to no section that is in use; 0 is what linearised files say. */
function findStray(pdf: Pdf, startxrefs: readonly number[]): number[] {
  const starts = pdf.sections.map((section) => section.start)
  // White space before a section is read over, so a number that leads to it leads to the section.
  const leadsOn = (target: number) => starts.some((start) => target <= start && isBlank(pdf, target, start))
  return startxrefs.filter((offset) => {
    const length = Math.min(64, pdf.source.length - offset)
    const target = readInteger(createCursor(pdf.source.read(offset, length), 'startxref'.length))
    return target !== 0 && (target === undefined || !leadsOn(target + pdf.shift))
  })
}

/** Counts bytes behind the last revision that mean something. */
function countTrailing(pdf: Pdf, revisions: readonly PdfRevision[]): number {
  const end = revisions.at(-1)?.end ?? pdf.source.length
  let count = 0
  for (let offset = end; offset < pdf.source.length; offset += 65_536) {
    const piece = pdf.source.read(offset, Math.min(65_536, pdf.source.length - offset))
    for (const byte of piece) if (!isWhite(byte)) count += 1
  }
  return count
}

/** Object streams of later revisions are opened up to so many bytes together; the others count as unlisted. */
const MOST_COMPRESSED_BYTES = 128 * 1024 * 1024

/** Tells whether an object is an object stream; one that goes beyond the limits of reading is none. */
function isObjectStream(store: Pdf['store'], number: number): boolean {
  try {
    const stream = readStoredObject(store, { number, generation: 0 })
    const type = stream.kind === 'stream' ? stream.dict.entries.get('Type') : undefined
    return type?.kind === 'name' && type.name === 'ObjStm'
  } catch (error) {
    if (isMotcuaError(error)) return false
    throw error
  }
}

/** Opens an object stream; `'refused'` where it goes beyond the limits of reading. */
function tryContainer(store: Pdf['store'], number: number): ReturnType<typeof findContainer> | 'refused' {
  try {
    return findContainer(store, number)
  } catch (error) {
    if (isMotcuaError(error)) return 'refused'
    throw error
  }
}

/** Looks into the object streams of later revisions: readers that search the file pick up what no entry leads to. */
function findUnlistedCompressed(
  pdf: Pdf,
  revisions: readonly PdfRevision[],
): PdfStructure['unlistedCompressed'] {
  let leftBytes = MOST_COMPRESSED_BYTES
  return revisions.slice(1).flatMap((revision) => {
    const { store } = openRevision(pdf, revision)
    const revisionIndex = revision.index
    return [...revision.entries].flatMap(([container, entry]) => {
      if (entry.kind !== 'offset' || !isObjectStream(store, container)) return []
      const opened = leftBytes < 0 ? 'refused' : tryContainer(store, container)
      if (opened === 'refused') return [{ number: container, revisionIndex }]
      leftBytes -= opened?.bytes.length ?? 0
      const seen = new Set<number>()
      return (opened?.directory ?? []).flatMap(({ number }) => {
        const listed = revision.entries.get(number)
        const isListed = listed?.kind === 'compressed' && listed.container === container
        // Which of two objects of one number counts, readers decide differently.
        const isOnce = !seen.has(number)
        seen.add(number)
        return isListed && isOnce ? [] : [{ number, revisionIndex }]
      })
    })
  })
}

/** Lists all definitions with the revisions in whose bytes they lie. */
function placeObjects(pdf: Pdf): ObjectPlace[] {
  const revisions = listRevisions(pdf)
  let current = 0
  return scanOnce(pdf.store).objects.map(({ number, generation, start }): ObjectPlace => {
    // Both lists are in the order of the file.
    while (current < revisions.length && start >= (revisions[current]?.end ?? 0)) current += 1
    return { number, generation, start, revisionIndex: revisions[current]?.index }
  })
}

/** Lists definitions of a number that the same revision's bytes define again further on, see {@link PdfStructure}. */
export function listDuplicatedObjects(pdf: Pdf): readonly ObjectPlace[] {
  return scanOnce(pdf.store).structure?.duplicated ?? findDuplicates(placeObjects(pdf))
}

/** Makes the comparison. */
function compareBytes(pdf: Pdf): PdfStructure {
  const { objects, startxrefs } = scanOnce(pdf.store)
  const revisions = listRevisions(pdf)
  const { listed, misdirected, overlapping } = matchEntries(pdf, objects)
  const places = placeObjects(pdf)
  const later = revisions.slice(1).flatMap(({ sections }) => sections.slice(0, -1))
  return {
    unlisted: pdf.isRebuilt ? [] : places.filter(({ start }) => !listed.has(start)),
    duplicated: findDuplicates(places),
    misdirected,
    overlapping,
    strayStartxrefs: findStray(pdf, startxrefs),
    unlistedCompressed: pdf.isRebuilt ? [] : findUnlistedCompressed(pdf, revisions),
    forwardSections: later.map(({ start }) => start),
    bytesAfterEnd: countTrailing(pdf, revisions),
  }
}

/**
 * Compares the bytes of a document with what its cross-reference sections say of them.
 *
 * The whole file is gone through once, stream data passed over; asked again, the answer is there.
 *
 * @example
 * import { openPdf, readStructure } from 'motcua/pdf'
 * const text = '%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[]>> endobj trailer <</Root 1 0 R>>\n'
 * readStructure(openPdf(new TextEncoder().encode(text))).unlisted // []
 */
export function readStructure(pdf: Pdf): PdfStructure {
  const scan = scanOnce(pdf.store)
  scan.structure ??= compareBytes(pdf)
  return scan.structure
}
