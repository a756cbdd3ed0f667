/**
 * The revisions of a document: where each ends, what it says about objects, and the document as it then was.
 *
 * @module
 */
import type { ByteSource } from '../bytes.ts'
import { isMotcuaError, MotcuaError } from '../errors.ts'
import { messages } from './messages.ts'
import { joinTrailers, openPdf, type Pdf } from './open.ts'
import { createStore, scanOnce } from './store.ts'
import { pdfRef } from './syntax/object.ts'
import { findText } from './syntax/read-object.ts'
import { mergeEntries, type PdfRevision, type XrefEntry, type XrefSection } from './xref.ts'

export type { PdfRevision } from './xref.ts'

/** A run of sections that were written together. */
type Group = readonly XrefSection[]

/**
 * Groups sections, newest first, into revisions.
 *
 * A section that lies before the one it supersedes was written together with it: linearised files put the
 * section of the first page at the front (ISO 32000-1, Annex F).
 */
function groupSections(sections: readonly XrefSection[]): Group[] {
  const groups: XrefSection[][] = []
  for (const section of sections) {
    const newer = groups.at(-1)?.at(-1)
    if (newer !== undefined && newer.start < section.start) groups.at(-1)?.push(section)
    else groups.push([section])
  }
  return groups
}

/** Finds the `%%EOF` that ends a revision, before `limit`. */
function findEnd(source: ByteSource, from: number, limit: number): { markEnd: number; end: number } {
  const mark = findText(source, '%%EOF', { from, span: limit - from })
  if (mark < 0) return { markEnd: limit, end: limit }
  const markEnd = mark + 5
  const after = source.read(markEnd, Math.min(2, source.length - markEnd))
  const lineEnd = after[0] === 13 ? (after[1] === 10 ? 2 : 1) : after[0] === 10 ? 1 : 0
  return { markEnd, end: markEnd + lineEnd }
}

/** Says which kind of section a revision has. */
function kindOf(group: Group): PdfRevision['kind'] {
  if (group.some(({ hidden }) => hidden !== undefined)) return 'hybrid'
  return group[0]?.kind ?? 'rebuilt'
}

/** Lists the revisions of a document whose chain could be followed. */
function listByChain(pdf: Pdf): PdfRevision[] {
  const groups = groupSections(pdf.sections).reverse()
  let start = 0
  return groups.map((group, index) => {
    const newer = groups[index + 1]
    const from = Math.max(...group.map((section) => section.end))
    const limit = newer ? Math.min(...newer.map((section) => section.start)) : pdf.source.length
    const { markEnd, end } = from <= limit ? findEnd(pdf.source, from, limit) : { markEnd: limit, end: limit }
    const [newest] = group
    const remaining = newest === undefined ? [] : pdf.sections.slice(pdf.sections.indexOf(newest))
    const revision: PdfRevision = {
      index,
      kind: kindOf(group),
      sections: group,
      trailer: joinTrailers(remaining),
      start,
      markEnd,
      end,
      entries: mergeEntries(group),
    }
    start = end
    return revision
  })
}

/** The first bytes of a source, as a source. */
function cutSource(source: ByteSource, length: number): ByteSource {
  const { isInMemory = false } = source
  return {
    length,
    isInMemory,
    read: (offset, count) => source.read(offset, Math.min(count, length - offset)),
  }
}

/** Tells whether the first bytes of a document are one themselves. */
function isDocument(pdf: Pdf, length: number): boolean {
  try {
    openPdf(cutSource(pdf.source, length), { password: pdf.store.password, limits: pdf.store.limits })
    return true
  } catch (error) {
    if (isMotcuaError(error)) return false
    throw error
  }
}

/**
 * Finds the first mark that ends a document: the front of a linearised file has a mark of its own, and no document
 * ends there. More bytes never make less of a document, so the middle decides.
 */
function findFirstEnd(pdf: Pdf, ends: readonly number[]): number {
  let low = 0
  let high = ends.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (isDocument(pdf, ends[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}

/** Lists the revisions of a searched document by its `%%EOF` marks; what lies behind the last one counts to it. */
function listByMarks(pdf: Pdf): PdfRevision[] {
  const { eofs, objects } = scanOnce(pdf.store)
  const ends: number[] = []
  for (const end of eofs) {
    const from = ends.at(-1) ?? 0
    if (objects.some((object) => object.start >= from && object.start < end)) ends.push(end)
  }
  if (ends.length === 0 || objects.some((object) => object.start >= (ends.at(-1) ?? 0)))
    ends.push(pdf.source.length)
  return ends.slice(findFirstEnd(pdf, ends)).map((end, index, all) => {
    const start = all[index - 1] ?? 0
    const entries = new Map<number, XrefEntry>()
    for (const object of objects) {
      if (object.start < start || object.start >= end) continue
      entries.set(object.number, { kind: 'offset', offset: object.start, generation: object.generation })
    }
    const facts = { sections: pdf.sections, trailer: pdf.trailer }
    return { index, kind: 'rebuilt', ...facts, start, markEnd: end, end, entries }
  })
}

/**
 * Lists the revisions of a document, the oldest first.
 *
 * @example
 * import { listRevisions, openPdf } from 'motcua/pdf'
 * const text = '%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[]>> endobj trailer <</Root 1 0 R>>\n%%EOF\n'
 * listRevisions(openPdf(new TextEncoder().encode(text))).length // 1
 */
export function listRevisions(pdf: Pdf): readonly PdfRevision[] {
  pdf.store.revisions ??= pdf.isRebuilt ? listByMarks(pdf) : listByChain(pdf)
  return pdf.store.revisions
}

/**
 * Opens the document as it was when a revision was saved: nothing behind that revision's end is seen.
 *
 * @param which - A revision of this document, or its index counted from 0, the oldest.
 * @throws MotcuaError `pdf/no-revision` when the document has no such revision.
 */
export function openRevision(pdf: Pdf, which: number | PdfRevision): Pdf {
  const revision = typeof which === 'number' ? listRevisions(pdf)[which] : which
  if (revision === undefined) {
    const facts = { index: Number(which), count: listRevisions(pdf).length }
    throw new MotcuaError(messages, 'pdf/no-revision', facts)
  }
  // The newest revision, where nothing stands behind it, is the document itself.
  if (!pdf.isRebuilt && revision.end === pdf.source.length && revision.sections[0] === pdf.sections[0])
    return pdf
  const source = cutSource(pdf.source, revision.end)
  if (pdf.isRebuilt) return openPdf(source, { password: pdf.store.password, limits: pdf.store.limits })
  const [newest] = revision.sections
  const sections = pdf.sections.slice(newest === undefined ? 0 : pdf.sections.indexOf(newest))
  const store = createStore(source, pdf.store)
  store.encryption = pdf.store.encryption
  store.encryptionNumber = pdf.store.encryptionNumber
  store.entries = mergeEntries(sections)
  for (const [number, value] of pdf.store.adopted) store.adopted.set(number, value)
  const root = revision.trailer.entries.get('Root')
  return {
    ...pdf,
    source,
    sections,
    trailer: revision.trailer,
    catalogRef: root?.kind === 'ref' ? root : root?.kind === 'dict' ? pdf.catalogRef : pdfRef(0),
    repairs: store.repairs,
    store,
  }
}
