/**
 * PDF objects as plain data, each remembering the bytes it was read from.
 *
 * A value that was read and is written again untouched is written as those very bytes: `5.0` stays `5.0`
 * and `/A#42` stays `/A#42`, because validators count a re-spelled value as a change.
 *
 * @module
 */

/** The bytes in which a value was found. */
export interface PdfOrigin {
  /** The object and a little around it; offsets of values count from the start of the file or object stream. */
  readonly bytes: Uint8Array
  /** Offset of `bytes[0]`. */
  readonly baseOffset: number
  /** 0 for the file itself, otherwise the number of the object stream in whose decoded bytes offsets count. */
  readonly container: number
  /** The object whose key encrypts the strings in `bytes`; absent where they stand in clear. */
  readonly cipherOwner: PdfId | undefined
}

/** The number and generation of an indirect object. */
export interface PdfId {
  readonly number: number
  readonly generation: number
}

/** Where a value stood: `[start, end)`, both -1 for a value that was built, not read. */
export interface PdfPlace {
  readonly start: number
  readonly end: number
  readonly origin: PdfOrigin | undefined
}

/** The null object; also what a reference to nothing stands for (ISO 32000-1, 7.3.9 and 7.3.10). */
export interface PdfNull extends PdfPlace {
  readonly kind: 'null'
}

/** `true` or `false`. */
export interface PdfBoolean extends PdfPlace {
  readonly kind: 'boolean'
  readonly value: boolean
}

/** An integer or a real. */
export interface PdfNumber extends PdfPlace {
  readonly kind: 'number'
  readonly value: number
  /** Written without a point: `5` is, `5.0` is not. */
  readonly isInteger: boolean
}

/** A name without its slash, one character a byte, `#xx` undone. */
export interface PdfName extends PdfPlace {
  readonly kind: 'name'
  readonly name: string
}

/** A string: bytes in clear, whatever the file's encryption. */
export interface PdfString extends PdfPlace {
  readonly kind: 'string'
  readonly bytes: Uint8Array
  /** How it is, or is to be, written. */
  readonly notation: 'literal' | 'hex'
  /** Read as pairs of hexadecimal digits with nothing else between the brackets, as /Contents of a signature should be. */
  readonly isPaired: boolean
}

/** A reference to an indirect object. */
export interface PdfRef extends PdfPlace, PdfId {
  readonly kind: 'ref'
}

/** An array. */
export interface PdfArray extends PdfPlace {
  readonly kind: 'array'
  readonly items: readonly PdfObject[]
}

/** A dictionary; entries keep their order. */
export interface PdfDict extends PdfPlace {
  readonly kind: 'dict'
  readonly entries: ReadonlyMap<string, PdfObject>
  /** Keys written more than once; the last value counts, but readers disagree, so it is a fact worth keeping. */
  readonly duplicateKeys: readonly string[]
}

/** A stream: its dictionary and where its bytes are. */
export interface PdfStream extends PdfPlace {
  readonly kind: 'stream'
  readonly dict: PdfDict
  /** Offset of the first byte of data in the file; -1 for a stream that was built. */
  readonly dataStart: number
  /** Length of the data as found, whatever /Length says. */
  readonly dataLength: number
  /** The object it is, which its encryption key depends on. */
  readonly owner: PdfId
  /** The data of a stream that was built. */
  readonly data: Uint8Array | undefined
}

/** Bytes to be written as they are; their place in the output is reported under `label`. Never read. */
export interface PdfRaw extends PdfPlace {
  readonly kind: 'raw'
  readonly bytes: Uint8Array
  readonly label: string
}

/** Any PDF object. */
export type PdfObject =
  | PdfNull
  | PdfBoolean
  | PdfNumber
  | PdfName
  | PdfString
  | PdfRef
  | PdfArray
  | PdfDict
  | PdfStream
  | PdfRaw

/** The place of everything that was built. */
export const NOWHERE: PdfPlace = { start: -1, end: -1, origin: undefined }

/** The null object. */
export const pdfNull: PdfNull = { kind: 'null', ...NOWHERE }

/** Builds `true` or `false`. */
export function pdfBoolean(value: boolean): PdfBoolean {
  return { kind: 'boolean', value, ...NOWHERE }
}

/** Builds a number; a whole one is written as an integer. */
export function pdfNumber(value: number): PdfNumber {
  return { kind: 'number', value, isInteger: Number.isInteger(value), ...NOWHERE }
}

/** Builds a name, given without its slash. */
export function pdfName(name: string): PdfName {
  return { kind: 'name', name, ...NOWHERE }
}

/** Builds a string of bytes. */
export function pdfString(bytes: Uint8Array, notation: PdfString['notation'] = 'literal'): PdfString {
  return { kind: 'string', bytes, notation, isPaired: false, ...NOWHERE }
}

/** Builds a reference. */
export function pdfRef(number: number, generation = 0): PdfRef {
  return { kind: 'ref', number, generation, start: -1, end: -1, origin: undefined }
}

/** Builds an array. */
export function pdfArray(items: readonly PdfObject[]): PdfArray {
  return { kind: 'array', items, ...NOWHERE }
}

/**
 * Builds a dictionary; members that are `undefined` are left out.
 *
 * @example
 * import { pdfDict, pdfName, pdfNumber, writePdfObject } from 'motcua/pdf/syntax'
 * new TextDecoder().decode(writePdfObject(pdfDict({ Type: pdfName('Annot'), F: pdfNumber(132) })))
 * // '<</Type/Annot/F 132>>'
 */
export function pdfDict(
  members: Readonly<Record<string, PdfObject | undefined>> | ReadonlyMap<string, PdfObject>,
): PdfDict {
  const entries = new Map<string, PdfObject>()
  const pairs = members instanceof Map ? members.entries() : Object.entries(members)
  for (const [key, value] of pairs) if (value !== undefined) entries.set(key, value)
  return { kind: 'dict', entries, duplicateKeys: [], ...NOWHERE }
}

/** Builds a stream; /Length is added when it is written. */
export function pdfStream(dict: PdfDict, data: Uint8Array): PdfStream {
  const owner = { number: 0, generation: 0 }
  return { kind: 'stream', dict, dataStart: -1, dataLength: data.length, owner, data, ...NOWHERE }
}

/** Builds bytes that are written as they are, and whose place is reported under `label`. */
export function pdfRaw(bytes: Uint8Array, label = ''): PdfRaw {
  return { kind: 'raw', bytes, label, ...NOWHERE }
}

/**
 * Gives a dictionary in which some entries have other values; `undefined` removes one.
 *
 * Entries that are not named keep their bytes when the dictionary is written.
 */
export function withEntries(
  dict: PdfDict,
  changes: Readonly<Record<string, PdfObject | undefined>>,
): PdfDict {
  const entries = new Map(dict.entries)
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) entries.delete(key)
    else entries.set(key, value)
  }
  return { kind: 'dict', entries, duplicateKeys: [], ...NOWHERE }
}

/** Tells whether two dictionaries have the same keys with equal values. */
function equalEntries(a: PdfDict, b: PdfDict): boolean {
  if (a.entries.size !== b.entries.size) return false
  for (const [key, value] of a.entries) {
    const other = b.entries.get(key)
    if (other === undefined || !equalObjects(value, other)) return false
  }
  return true
}

/** Tells whether two byte arrays are equal. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/**
 * Tells whether two values mean the same, wherever and however they are written.
 *
 * References are compared, not followed; built streams by their bytes, read streams by their place.
 */
export function equalObjects(a: PdfObject, b: PdfObject): boolean {
  if (a.kind === 'null') return b.kind === 'null'
  if (a.kind === 'boolean') return b.kind === 'boolean' && a.value === b.value
  if (a.kind === 'number') return b.kind === 'number' && a.value === b.value
  if (a.kind === 'name') return b.kind === 'name' && a.name === b.name
  if (a.kind === 'string') return b.kind === 'string' && sameBytes(a.bytes, b.bytes)
  if (a.kind === 'raw') return b.kind === 'raw' && sameBytes(a.bytes, b.bytes)
  if (a.kind === 'ref') return b.kind === 'ref' && a.number === b.number && a.generation === b.generation
  if (a.kind === 'dict') return b.kind === 'dict' && equalEntries(a, b)
  if (a.kind === 'array') {
    if (b.kind !== 'array' || a.items.length !== b.items.length) return false
    return a.items.every((item, index) => equalObjects(item, b.items[index] ?? pdfNull))
  }
  if (b.kind !== 'stream' || !equalEntries(a.dict, b.dict)) return false
  if (a.data !== undefined && b.data !== undefined) return sameBytes(a.data, b.data)
  return a.dataStart === b.dataStart && a.dataLength === b.dataLength
}
