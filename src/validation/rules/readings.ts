/**
 * Whether every reader reads alike what was appended.
 *
 * An attacker who appends bytes that one reader takes for nothing and another for the sign to search the file can show
 * each of them another document. Writers of honest revisions have no reason for any of this: a key twice in a
 * dictionary (ISO 32000-1, 7.3.7), a number that a section lists twice (7.5.4), a trailer without /Root or with a /Size
 * below the numbers in use (7.5.5), an end that is not `startxref`, the offset, `%%EOF` (7.5.5).
 *
 * @module
 */
import {
  type Pdf,
  type PdfDict,
  type PdfObject,
  type PdfRevision,
  readObject,
  type XrefEntry,
  type XrefSection,
} from '../../pdf/index.ts'
import { pdfRef } from '../../pdf/syntax/index.ts'
import { type Ledger, refuse } from '../difference/ledger.ts'
import type { RevisionPair } from '../difference/revision-pair.ts'

const latin1 = new TextDecoder('latin1')

/** The highest object number that readers agree upon (ISO 32000-1, Annex C). */
const HIGHEST_NUMBER = 8_388_607

/** The longest text between a section and the `%%EOF` behind it: a comment, `startxref`, a number. */
const MAX_END_BYTES = 2048

/** How a number is written that every reader reads alike. */
const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)$/

/** An escape in a name that readers resolve differently: without two digits, or a zero byte. */
const oddEscape = /#(?:00|(?![0-9a-fA-F]{2}))/

/** The characters a value is written with; empty for one that was not read from the file. */
function writtenAs(value: PdfObject): string {
  const { origin, start, end } = value
  if (origin === undefined) return ''
  return latin1.decode(origin.bytes.subarray(start - origin.baseOffset, end - origin.baseOffset))
}

/** Tells whether a value is written so that it can only be read in one way. */
function isPlain(value: PdfObject): boolean {
  if (value.kind === 'number') return value.origin === undefined || plainNumber.test(writtenAs(value))
  if (value.kind === 'name') return !oddEscape.test(writtenAs(value))
  if (value.kind === 'stream') return isPlain(value.dict)
  if (value.kind !== 'array' && value.kind !== 'dict') return true
  // What had to be mended has no origin any more.
  if (value.origin === undefined) return false
  if (value.kind === 'array') return value.items.every(isPlain)
  return value.duplicateKeys.length === 0 && [...value.entries.values()].every(isPlain)
}

/** A whole number written directly under a key, -1 for anything else. */
function countUnder(dict: PdfDict, key: string): number {
  const value = dict.entries.get(key)
  const isCount = value?.kind === 'number' && value.isInteger && value.value >= 0
  return isCount ? value.value : -1
}

/** Whole numbers of an array, `undefined` where something else stands in it. */
function countsUnder(dict: PdfDict, key: string): number[] | undefined {
  const value = dict.entries.get(key)
  if (value?.kind !== 'array') return undefined
  const numbers = value.items.flatMap((item) =>
    item.kind === 'number' && item.isInteger ? [item.value] : [],
  )
  return numbers.length === value.items.length && numbers.every((item) => item >= 0) ? numbers : undefined
}

/** Tells whether ranges of object numbers, as first and count, name no number twice and none beyond `size`. */
function areDisjoint(ranges: readonly (readonly [number, number])[], size: number): boolean {
  const sorted = ranges.filter(([, count]) => count > 0).sort(([a], [b]) => a - b)
  let next = 0
  for (const [first, count] of sorted) {
    if (first < next) return false
    next = first + count
  }
  return next <= size
}

/** A section as readers may see it. */
interface SectionReading {
  /** First number and count of each subsection. */
  readonly ranges: readonly (readonly [number, number])[]
  /** False for a form that some readers refuse, and with it the section. */
  readonly isUsual: boolean
}

/** Lines of a table as the standard wants them (ISO 32000-1, 7.5.4): subsections, entries, the words around them. */
const usualLine = /^(?:\d{1,10} \d{1,10}|\d{10} \d{5} [nf]|xref|\s*trailer|)[ \t]*$/

/** Longer tables are not gone through; what may come after a signature needs no entries by the hundred thousand. */
const MAX_TABLE_BYTES = 4 * 1024 * 1024

/** Reads a table word by word; `undefined` where something else stands in it. */
function readTable(text: string): SectionReading | undefined {
  if (text.length > MAX_TABLE_BYTES) return undefined
  const words = text
    .slice('xref'.length, text.lastIndexOf('trailer') < 0 ? undefined : text.lastIndexOf('trailer'))
    .trim()
    .split(/\s+/)
  const ranges: [number, number][] = []
  if (words.join('') === '') return { ranges, isUsual: false }
  for (let index = 0; index < words.length; ) {
    const [first = '', count = ''] = words.slice(index, index + 2)
    if (!/^\d{1,10}$/.test(first) || !/^\d{1,10}$/.test(count)) return undefined
    const end = index + 2 + 3 * Number(count)
    if (end > words.length) return undefined
    for (index += 2; index < end; index += 3) {
      if (!/^\d+ \d+ [nf]$/.test(words.slice(index, index + 3).join(' '))) return undefined
    }
    ranges.push([Number(first), Number(count)])
  }
  const hasTrailer = /trailer\s*$/.test(text.slice(-64))
  return { ranges, isUsual: hasTrailer && text.split(/[\r\n]+/).every((line) => usualLine.test(line)) }
}

/** Reads a cross-reference stream; `undefined` unless it has three columns and the rows that it announces. */
function readRows({ trailer, entries }: XrefSection): SectionReading | undefined {
  const widths = countsUnder(trailer, 'W')
  const index = trailer.entries.has('Index')
    ? countsUnder(trailer, 'Index')
    : [0, countUnder(trailer, 'Size')]
  const filter = trailer.entries.get('Filter')
  const [only] = filter?.kind === 'array' && filter.items.length === 1 ? filter.items : [filter]
  const isCommon = only === undefined || (only.kind === 'name' && only.name === 'FlateDecode')
  if (widths?.length !== 3 || index === undefined || index.length % 2 !== 0) return undefined
  const ranges = Array.from({ length: index.length / 2 }, (_, pair): [number, number] => {
    return [index[2 * pair] ?? 0, index[2 * pair + 1] ?? 0]
  })
  const announced = ranges.reduce((sum, [, count]) => sum + count, 0)
  if (announced !== entries.size) return undefined
  return { ranges, isUsual: isCommon && !trailer.entries.has('F') }
}

/** What a section and the words around it are like: alike for all, refused by some readers, or in contradiction. */
type Kind = 'alike' | 'unusual' | 'contradictory'

/** Tells whether two entries lead to the same place in the file. */
function isSamePlace(one: XrefEntry | undefined, other: XrefEntry): boolean {
  if (one?.kind !== 'offset' || other.kind !== 'offset') return false
  return one.offset === other.offset && one.generation === other.generation
}

/**
 * Tells whether the table and the stream of a hybrid section agree: readers of old see the table alone. Some writers
 * list in the stream once more what the table lists.
 */
function areAgreed({ entries, hidden, trailer }: XrefSection): boolean {
  if (hidden === undefined) return !trailer.entries.has('XRefStm')
  if (!isPlain(hidden.trailer) || readRows(hidden) === undefined) return false
  return [...hidden.entries].every(([number, entry]) => {
    const inTable = entries.get(number)
    return entry.kind === 'free' || (inTable?.kind ?? 'free') === 'free' || isSamePlace(inTable, entry)
  })
}

/** Looks at one section: every number once, none beyond /Size, /Root there, /Prev to the section before it. */
function weighSection(pdf: Pdf, section: XrefSection, revisionStart: number): Kind {
  const { trailer, kind, start } = section
  const size = countUnder(trailer, 'Size')
  const older = pdf.sections[pdf.sections.indexOf(section) + 1]
  const text = kind === 'table' ? latin1.decode(pdf.source.read(start, trailer.start - start)) : ''
  const reading = kind === 'table' ? readTable(text) : readRows(section)
  const zero = section.entries.get(0)
  const isContradictory =
    !isPlain(trailer) ||
    reading === undefined ||
    !areDisjoint(reading.ranges, size) ||
    (zero !== undefined && zero.kind !== 'free') ||
    !areAgreed(section) ||
    // Readers may take numbers beyond a /Size that became smaller for missing.
    (older !== undefined && size < countUnder(older.trailer, 'Size'))
  if (isContradictory) return 'contradictory'
  const isUsual = reading.isUsual && size <= HIGHEST_NUMBER + 1 && trailer.entries.get('Root')?.kind === 'ref'
  return isUsual && leadsBack(pdf, section, revisionStart) ? 'alike' : 'unusual'
}

/** The number behind the last `startxref` before an offset, -1 where none stands near. */
function statedStart(pdf: Pdf, before: number): number {
  const length = Math.min(MAX_END_BYTES, before)
  const text = latin1.decode(pdf.source.read(before - length, length))
  const found = /^startxref\s+(\d{1,15})\s/.exec(text.slice(Math.max(0, text.lastIndexOf('startxref'))))
  return found === null ? -1 : Number(found[1])
}

/** Tells whether a revision leads to the section before it: where that stands, or where it was said to stand. */
function leadsBack(pdf: Pdf, section: XrefSection, revisionStart: number): boolean {
  const older = pdf.sections[pdf.sections.indexOf(section) + 1]
  const prev = countUnder(section.trailer, 'Prev')
  if (older === undefined) return !section.trailer.entries.has('Prev')
  return prev >= 0 && (prev + pdf.shift === older.start || prev === statedStart(pdf, revisionStart))
}

/** Tells whether a revision ends as it must; comments before `startxref` are usual. */
function endsPlainly(pdf: Pdf, section: XrefSection, markEnd: number): boolean {
  const { start, end } = section
  if (markEnd <= end || markEnd - end > MAX_END_BYTES) return false
  const text = latin1.decode(pdf.source.read(end, markEnd - end))
  const [, stated] = /^(?:\s|%[^\r\n]*[\r\n])*startxref\s+(\d{1,15})\s+%%EOF$/.exec(text) ?? []
  return stated !== undefined && Number(stated) + pdf.shift === start
}

/** Larger files are not searched: then the reader's search counts as one that shows something else. */
const MAX_SEARCHED_BYTES = 64 * 1024 * 1024

/** Everything that looks like the head of an object. */
const objectHead = /(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj(?![a-z])/g

/**
 * Tells whether a reader that searches the file for its objects sees the document that its sections describe.
 *
 * It takes the last definition of every number, wherever it stands, and the last trailer that names a catalog.
 */
export function isAlikeWhenSearched(pdf: Pdf): boolean {
  const { source, sections, catalogRef, shift } = pdf
  if (source.length > MAX_SEARCHED_BYTES) return false
  const newest = new Map<number, number>()
  for (const section of sections.toReversed()) {
    for (const [number, entry] of section.entries) {
      if (entry.kind === 'offset') newest.set(number, entry.offset)
      // What lies compressed is not seen in this search.
      if (entry.kind === 'compressed') return false
    }
    if (section.kind === 'stream' || section.hidden !== undefined) return false
  }
  const text = latin1.decode(source.read(0, source.length))
  const last = new Map<number, number>()
  for (const { 1: number, index } of text.matchAll(objectHead)) last.set(Number(number), index)
  const isListed = [...last].every(([number, offset]) => {
    const listed = newest.get(number)
    return listed !== undefined && listed <= offset && text.slice(listed, offset).trim() === '' && shift === 0
  })
  return (
    isListed &&
    [...text.matchAll(/\/Root\s+(\d+)\s/g)].every(([, number]) => Number(number) === catalogRef.number)
  )
}

/** What was mended in reading an object, and what another reader may mend otherwise. */
const ambiguousRepairs = new Set<string>([
  'pdf/xref-entry-wrong',
  'pdf/generation-mismatch',
  'pdf/stream-length-wrong',
  'pdf/object-stream-broken',
])

/** Objects of a revision that readers may read differently. */
function listUnlikeObjects({ later, revision }: RevisionPair): Set<number> {
  const unlike = new Set<number>()
  for (const [number, entry] of revision.entries) {
    if (entry.kind === 'free') continue
    if (number === 0 || number > HIGHEST_NUMBER || !isPlain(readObject(later, pdfRef(number))))
      unlike.add(number)
  }
  for (const { code, facts } of later.repairs) {
    const number = Number(facts.objectNumber)
    if (ambiguousRepairs.has(code) && revision.entries.has(number)) unlike.add(number)
  }
  return unlike
}

/** Finds the letters `obj` from an index on; -1 where there are none. */
function findWord(bytes: Uint8Array, from: number): number {
  for (let index = bytes.indexOf(0x6f, from); index >= 0; index = bytes.indexOf(0x6f, index + 1)) {
    if (bytes[index + 1] === 0x62 && bytes[index + 2] === 0x6a) return index
  }
  return -1
}

/** Finds object headers that no entry leads to, wherever they stand: readers that search do not spare streams. */
function findHiddenHeader(pdf: Pdf, { revision }: RevisionPair): number | undefined {
  const { start, end, entries, sections } = revision
  const listed = new Set(sections.flatMap((each) => [each.start, each.hidden?.start ?? each.start]))
  for (const entry of entries.values()) if (entry.kind === 'offset') listed.add(entry.offset)
  const bytes = pdf.source.read(start, end - start)
  for (let found = findWord(bytes, 0); found >= 0; found = findWord(bytes, found + 3)) {
    const before = latin1.decode(bytes.subarray(Math.max(0, found - 48), found))
    const header = /(?<!\d)\d{1,10}\s+\d{1,5}\s*$/.exec(before)
    if (header === null) continue
    const at = start + found - before.length + header.index
    const lead = /\s*$/.exec(before.slice(0, header.index))?.[0].length ?? 0
    const isListed = [...Array(lead + 1).keys()].some((blanks) => listed.has(at - blanks))
    if (!isListed) return at
  }
  return undefined
}

/** Finds a section that readers may read differently, with the words around it. */
function findUnlikeSection(pdf: Pdf, revision: PdfRevision): number | undefined {
  const [newest] = revision.sections
  // Without sections of its own there is nothing to follow: every reader has to search.
  if (newest === undefined || pdf.isRebuilt) return undefined
  const kind = revision.sections.length > 1 ? 'contradictory' : weighSection(pdf, newest, revision.start)
  const isUsual = kind === 'alike' && endsPlainly(pdf, newest, revision.markEnd)
  // Readers that refuse the section search the file; that does no harm where the search shows the same.
  const isUnlike = kind === 'contradictory' || (!isUsual && !isAlikeWhenSearched(pdf))
  return isUnlike ? newest.start : undefined
}

/** Refuses a revision that readers may read differently. */
export function reviewReadings(ledger: Ledger, pdf: Pdf): void {
  const { pair } = ledger
  pair.state.readings ??= {
    section: findUnlikeSection(pdf, pair.revision),
    objects: listUnlikeObjects(pair),
    header: findHiddenHeader(pdf, pair),
  }
  const { section, objects, header } = pair.state.readings
  const note = (at: number) => refuse(ledger, 'change/unlike-readings', { path: `Trailer (byte ${at})` })
  if (section !== undefined) note(section)
  for (const number of objects) {
    const path = ledger.open.get(number)?.uses[0]?.path ?? ''
    refuse(ledger, 'change/unlike-readings', { path, number })
  }
  if (header !== undefined) note(header)
}
