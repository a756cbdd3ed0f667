/**
 * Whether broken cross-reference data behind a signature can show anybody another document.
 *
 * Honest programs write wrong offsets, and attackers write them so that some viewers search the file and others do not.
 * They are told apart by what viewers can come to: where no section leads to the pages, every viewer has to search or to
 * give up, and where the search has only one outcome, all that do not give up see the document that was analysed.
 *
 * @module
 */
import { type Pdf, type PdfRevision, readCatalog } from '../../pdf/index.ts'
import type { AttackFacts } from './facts.ts'

const latin1 = new TextDecoder('latin1')

/** Larger files are not searched, once for each signature; what is broken in them stays an attack. */
const MAX_BYTES = 8 * 1024 * 1024

/** Longer tables are not read: what may come after a signature needs few entries. */
const MAX_TABLE_BYTES = 256 * 1024

/** So far around an offset some readers look for what should stand there. */
const NEARBY_BYTES = 1024

/** Where the objects of a file start, each with its number. */
type Heads = ReadonlyMap<number, number>

/** The words with which a file says where its objects are. */
const sectionWords = /(?<!start)xref|\/XRef|\/ObjStm/g

/** A table with its trailer and end, and nothing beside it: no comments, no escapes, no texts. */
const plainEnd =
  /^\s*xref\s+((?:\d{1,10} \d{1,10}\s+(?:\d{10} \d{5} [nf]\s+)*)+)trailer\s*<<([^#%()]*)>>\s*startxref\s+(\d{1,15})\s+%%EOF\s*$/

/** The end of a later revision. */
interface Ending {
  /** Offset of the word `xref`. */
  readonly start: number
  readonly entries: readonly { readonly number: number; readonly offset: number; readonly isUsed: boolean }[]
  readonly prev: number
  readonly startxref: number
}

/** Lists where the objects of all revisions start. */
function listHeads(revisions: readonly PdfRevision[]): Heads {
  const places = revisions.flatMap(({ entries }) =>
    [...entries].flatMap(([number, entry]): [number, number][] =>
      entry.kind === 'offset' && entry.generation === 0 ? [[entry.offset, number]] : [],
    ),
  )
  return new Map(places)
}

/** Tells whether every search of a text finds these objects and this catalog, wherever it looks and whichever it takes. */
function isFoundAlike(text: string, heads: Heads, { catalogRef }: Pdf): boolean {
  let known = 0
  for (const { 0: found, 1: number, 2: generation, index } of text.matchAll(
    /(?<!\d)(\d{1,10})[\0\s]+(\d{1,5})[\0\s]+obj/g,
  )) {
    if (Number(generation) !== 0 || heads.get(index) !== Number(number) || found.length > 40) return false
    known += 1
  }
  // Some readers allow comments within the head of an object.
  const words = [...text.matchAll(/(?<!end)obj(?![a-z])/g)].length
  const roots = [...text.matchAll(/\/Root(?![a-zA-Z])[\0\s]*([^\0\s]*)/g)]
  return (
    known === heads.size &&
    words === known &&
    !text.includes('/Encrypt') &&
    !/\/(?:XRef|ObjStm)/.test(text) &&
    roots.length > 0 &&
    roots.every(([, number]) => number === String(catalogRef.number))
  )
}

/** Reads the end of a revision; `undefined` unless it is a plain one, and the only one in its bytes. */
function readEnding(text: string, { start, end }: PdfRevision): Ending | undefined {
  const body = text.slice(start, end)
  const words = ['trailer', 'startxref', '%%EOF']
  if (words.some((word) => body.indexOf(word) !== body.lastIndexOf(word))) return undefined
  const from = body.lastIndexOf('endobj') + 'endobj'.length
  const isLong = body.length - from > MAX_TABLE_BYTES
  const [, table, trailer = '', startxref] = (isLong ? null : plainEnd.exec(body.slice(from))) ?? []
  const prev = [...trailer.matchAll(/\/Prev\s+(\d{1,15})(?=[\s/]|$)/g)]
  if (table === undefined || prev.length !== 1) return undefined
  const entries: Ending['entries'][number][] = []
  const tokens = table.trim().split(/\s+/)
  for (let index = 0; index < tokens.length; ) {
    const [first, count] = [Number(tokens[index]), Number(tokens[index + 1])]
    index += 2
    for (let number = first; number < first + count; number += 1, index += 3) {
      const [offset, generation, use] = tokens.slice(index, index + 3)
      if (use !== 'f' && (use !== 'n' || Number(generation) !== 0)) return undefined
      entries.push({ number, offset: Number(offset), isUsed: use === 'n' })
    }
  }
  return {
    start: start + from + body.slice(from).indexOf('xref'),
    entries,
    prev: Number(prev[0]?.[1]),
    startxref: Number(startxref),
  }
}

/** Tells whether a number leads to nothing that any reader could take for a section, but for those that are known. */
function leadsNowhere(text: string, offset: number, known: ReadonlySet<number>): boolean {
  const from = Math.max(0, offset - NEARBY_BYTES)
  return [...text.slice(from, offset + NEARBY_BYTES).matchAll(sectionWords)].every(({ index }) =>
    known.has(from + index),
  )
}

/** Tells whether every entry leads to the newest definition before the section, or, where that is allowed, to none. */
function areEntriesTrue(
  { entries, start }: Ending,
  heads: Heads,
  { text, mayLeadAstray }: { readonly text: string; readonly mayLeadAstray: boolean },
): boolean {
  const newest = new Map<number, number>()
  for (const [offset, number] of heads) if (offset < start) newest.set(number, offset)
  return entries.every(({ number, offset, isUsed }) => {
    if (!isUsed) return number === 0
    if (newest.get(number) === offset) return true
    // Who looks around the wrong place must find no other state of the object.
    const around = text.slice(Math.max(0, offset - NEARBY_BYTES), offset + NEARBY_BYTES)
    return mayLeadAstray && !new RegExp(`(?<!\\d)0*${number}\\s+0+\\s+obj`).test(around)
  })
}

/** Tells whether nobody who follows the newest section, as far as it leads, comes to the pages. */
function leadsToNoPages(
  endings: readonly Ending[],
  { pdf, text }: { readonly pdf: Pdf; readonly text: string },
) {
  const pages = readCatalog(pdf).entries.get('Pages')
  if (pages?.kind !== 'ref') return false
  for (let ending = endings.at(-1); ending !== undefined; ) {
    if (ending.entries.some(({ number }) => number === pages.number)) return false
    const { prev, start } = ending
    if (leadsNowhere(text, prev, new Set())) return true
    ending = endings.find((other) => other.start === prev && other.start < start)
  }
  return false
}

/** Tells whether the ends of the later revisions lead on truly, or so that nobody comes anywhere. */
function areEndingsTrue(
  endings: readonly Ending[],
  heads: Heads,
  { pdf, text }: { readonly pdf: Pdf; readonly text: string },
): boolean {
  const targets = endings.flatMap(({ startxref, prev }) => [startxref, prev])
  const starts = new Set(endings.map(({ start }) => start))
  const areTrue = endings.every((ending, index) => {
    const { startxref, prev, start } = ending
    const older = endings[index - 1]?.start
    const isBack =
      older === undefined ? prev < start && /^xref\s/.test(text.slice(prev, prev + 5)) : prev === older
    const isReached = targets.some((target) => Math.abs(target - start) <= NEARBY_BYTES)
    return (
      (startxref === start || leadsNowhere(text, startxref, starts)) &&
      (isBack || leadsNowhere(text, prev, new Set())) &&
      areEntriesTrue(ending, heads, { text, mayLeadAstray: !isReached })
    )
  })
  return areTrue && leadsToNoPages(endings, { pdf, text })
}

/**
 * Tells whether all viewers that show a document with broken cross-reference data show the one that was analysed.
 *
 * The revisions behind the signature are plain ones of tables, no section leads past an object, what leads nowhere leads
 * nowhere for all, and there is one definition of each number in the bytes of each revision. Object streams are not gone
 * into: with them, and with anything else that is not known here to be harmless, the answer is no.
 */
export function isHarmlesslyBroken(facts: AttackFacts): boolean {
  const { pdf, revisions, signedIndex, changes } = facts
  if (!pdf.isRebuilt || pdf.source.length > MAX_BYTES || pdf.shift !== 0) return false
  if (changes.some(({ level }) => level === 'other') || facts.readStructure().duplicated.length > 0)
    return false
  const text = latin1.decode(pdf.source.read(0, pdf.source.length))
  const later = revisions.slice(signedIndex + 1)
  const endings = later.flatMap((revision) => readEnding(text, revision) ?? [])
  if (endings.length === 0 || endings.length !== later.length) return false
  const heads = listHeads(revisions)
  return isFoundAlike(text, heads, pdf) && areEndingsTrue(endings, heads, { pdf, text })
}
