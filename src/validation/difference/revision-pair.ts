/**
 * Two states of one document side by side: as it was signed, and as a later revision left it.
 *
 * @module
 */
import {
  listObjectNumbers,
  openRevision,
  type Pdf,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  type PdfRevision,
  readObject,
  readStream,
  resolveObject,
} from '../../pdf/index.ts'
import { equalObjects, pdfRef } from '../../pdf/syntax/index.ts'
import type { FieldMemory } from '../rules/field-pairs.ts'
import type { LaterState, OpenLater } from './later-states.ts'
import { isSameMeaning } from './same-meaning.ts'

const latin1 = new TextDecoder('latin1')

/** Both states, and what the later revision says of objects. */
export interface RevisionPair {
  readonly signed: Pdf
  readonly later: Pdf
  /** The later state with what other comparisons have found out about it. */
  readonly state: LaterState
  readonly signedFields: FieldMemory
  readonly laterFields: FieldMemory
  readonly revision: PdfRevision
  /** Numbers that the later revision's cross-reference data define, 0 left out. */
  readonly changed: ReadonlySet<number>
  /** Numbers that the additions between the signed revision and this one refer to; read when first asked for. */
  readonly findReferred: () => ReadonlySet<number>
  /** Numbers that it frees although the signed document uses them. */
  readonly freed: ReadonlySet<number>
  /** Numbers in use in the signed document. */
  readonly signedNumbers: ReadonlySet<number>
  /** Object streams out of which the signed document reads objects. */
  readonly containers: ReadonlySet<number>
  /** Numbers from here on could not be meant by anything in the signed document. */
  readonly firstNewNumber: number
}

/** What the signed state contributes to every pair; read once. */
export interface SignedState {
  readonly pdf: Pdf
  readonly numbers: ReadonlySet<number>
  readonly containers: ReadonlySet<number>
  readonly firstNewNumber: number
  readonly fields: FieldMemory
}

/** Opens the document as a signature found it. */
export function openSignedState(pdf: Pdf, revisionIndex: number): SignedState {
  const signed = openRevision(pdf, revisionIndex)
  const list = listObjectNumbers(signed)
  const size = signed.trailer.entries.get('Size')
  const stated = size?.kind === 'number' ? size.value : 0
  const containers = new Set<number>()
  for (const section of signed.sections) {
    for (const part of section.hidden ? [section, section.hidden] : [section]) {
      for (const entry of part.entries.values()) {
        if (entry.kind === 'compressed') containers.add(entry.container)
      }
    }
  }
  const firstNewNumber = Math.max(stated, (list.at(-1) ?? 0) + 1)
  return { pdf: signed, numbers: new Set(list), containers, firstNewNumber, fields: { list: undefined } }
}

/** Numbers that the objects of a revision refer to. */
function listReferred({ changed, later }: RevisionPair): number[] {
  return [...changed].flatMap((number) =>
    listReferences(readObject(later, pdfRef(number))).map((ref) => ref.number),
  )
}

/** Puts later revisions beside the signed state, one after the other. */
export function* pairAll(
  open: OpenLater,
  state: SignedState,
  revisions: readonly PdfRevision[],
): Generator<RevisionPair> {
  const unread: RevisionPair[] = []
  const referred = new Set<number>()
  const findReferred = () => {
    for (const number of unread.splice(0).flatMap(listReferred)) referred.add(number)
    return referred
  }
  for (const revision of revisions) {
    const pair = { ...pairWith(open(revision), state, revision), findReferred }
    yield pair
    unread.push(pair)
  }
}

/** Puts a later revision beside the signed state. */
function pairWith(
  later: LaterState,
  state: SignedState,
  revision: PdfRevision,
): Omit<RevisionPair, 'findReferred'> {
  const changed = new Set<number>()
  const freed = new Set<number>()
  for (const [number, entry] of revision.entries) {
    if (entry.kind !== 'free') changed.add(number)
    else if (state.numbers.has(number)) freed.add(number)
  }
  return {
    signed: state.pdf,
    later: later.pdf,
    state: later,
    signedFields: state.fields,
    laterFields: later.fields,
    revision,
    changed,
    freed,
    signedNumbers: state.numbers,
    containers: state.containers,
    firstNewNumber: state.firstNewNumber,
  }
}

/** Tells whether a number came into use after signing and could not be meant by anything before. */
export function isNewNumber(pair: RevisionPair, number: number): boolean {
  return number >= pair.firstNewNumber
}

/** Gives a dictionary under a reference or in place; streams count as none. */
export function asDict(pdf: Pdf, value: PdfObject | undefined): PdfDict | undefined {
  const found = resolveObject(pdf, value)
  return found?.kind === 'dict' ? found : undefined
}

/** Gives an array under a reference or in place. */
export function asArray(pdf: Pdf, value: PdfObject | undefined): readonly PdfObject[] | undefined {
  const found = resolveObject(pdf, value)
  return found?.kind === 'array' ? found.items : undefined
}

/** Gives the reference under a key, or nothing for a direct or absent value. */
export function refUnder(dict: PdfDict | undefined, key: string): PdfRef | undefined {
  const value = dict?.entries.get(key)
  return value?.kind === 'ref' ? value : undefined
}

/** Lists the references in a value, those under /Parent left out: they lead back, not on. */
export function listReferences(value: PdfObject): PdfRef[] {
  const found: PdfRef[] = []
  addReferences(value, found)
  return found
}

/** Adds the references in a value to a list. */
function addReferences(value: PdfObject, found: PdfRef[]): void {
  if (value.kind === 'ref') found.push(value)
  else if (value.kind === 'array') for (const item of value.items) addReferences(item, found)
  else if (value.kind === 'stream') addReferences(value.dict, found)
  else if (value.kind === 'dict') {
    for (const [key, inner] of value.entries) if (key !== 'Parent') addReferences(inner, found)
  }
}

/** Collects the numbers a value leads to that came into use after signing, through such objects only. */
export function collectNew(pair: RevisionPair, value: PdfObject | undefined): Set<number> {
  const found = new Set<number>()
  const pending = value === undefined ? [] : listReferences(value)
  for (let ref = pending.pop(); ref !== undefined; ref = pending.pop()) {
    if (found.has(ref.number) || pair.signedNumbers.has(ref.number)) continue
    found.add(ref.number)
    for (const next of listReferences(readObject(pair.later, ref))) pending.push(next)
  }
  return found
}

/** Tells whether two byte arrays are the same. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/** Tells whether the later revision's entry leads to its object, white space before it allowed. */
function leadsToObject({ later, revision }: RevisionPair, number: number): boolean {
  const entry = revision.entries.get(number)
  if (entry?.kind !== 'offset') return true
  const { source } = later
  if (entry.offset >= source.length) return false
  const head = latin1.decode(source.read(entry.offset, Math.min(64, source.length - entry.offset)))
  return Number(/^[\0\s]*(\d{1,10})\s+\d{1,5}\s+obj/.exec(head)?.[1]) === number
}

/**
 * Tells whether an object means the same in both states, streams by their data.
 *
 * What an entry that leads astray means depends on the reader that mends it: that is never the same.
 */
export function isSameObject(pair: RevisionPair, number: number): boolean {
  if (!leadsToObject(pair, number)) return false
  const before = readObject(pair.signed, pdfRef(number))
  const after = readObject(pair.later, pdfRef(number))
  if (before.kind !== 'stream' || after.kind !== 'stream') {
    return equalObjects(before, after) || isSameMeaning(pair, number)
  }
  if (!equalObjects(before.dict, after.dict)) return false
  if (before.dataStart === after.dataStart && before.dataLength === after.dataLength) return true
  const raw = (pdf: Pdf, stream: typeof before) => pdf.source.read(stream.dataStart, stream.dataLength)
  if (sameBytes(raw(pair.signed, before), raw(pair.later, after))) return true
  if (pair.signed.encryption === undefined) return false
  return sameBytes(readStream(pair.signed, before), readStream(pair.later, after))
}

/** The entries of two dictionaries that differ, some left out; `undefined` when one of them is no dictionary. */
export function listDifferentKeys(
  before: PdfDict | undefined,
  after: PdfDict | undefined,
  ignored: ReadonlySet<string>,
): readonly string[] | undefined {
  if (before === undefined || after === undefined) return undefined
  // What both states read at the same place of the file is one value.
  if (before === after) return []
  const keys = new Set([...before.entries.keys(), ...after.entries.keys()])
  return [...keys].filter((key) => {
    if (ignored.has(key)) return false
    const old = before.entries.get(key)
    const now = after.entries.get(key)
    return old === undefined || now === undefined || !equalObjects(old, now)
  })
}
