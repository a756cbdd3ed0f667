/**
 * Signature and timestamp dictionaries: what they say, and where the signature stands in the file
 * (ISO 32000-1, 12.8.1; ETSI EN 319 142-1, 5).
 *
 * @module
 */
import type { ByteSource } from '../bytes.ts'
import type { Instant } from '../date.ts'
import {
  findValue,
  type Pdf,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  resolveObject,
} from '../pdf/index.ts'
import { readPdfDate, readTextString } from '../pdf/syntax/index.ts'

/** One entry of /Reference: what the signature forbids or protects. */
export interface SignatureReference {
  /** `DocMDP`, `FieldMDP`, `UR3`, `Identity`. */
  readonly transformMethod: string
  /** /TransformParams as it stands. */
  readonly parameters: PdfDict | undefined
}

/** What a signature dictionary says, unjudged. */
export interface SignatureDictionary {
  readonly ref: PdfRef | undefined
  readonly dict: PdfDict
  /** A document timestamp by /Type or /SubFilter, otherwise a signature. */
  readonly kind: 'signature' | 'timestamp'
  readonly filter: string
  readonly subFilter: string
  /** The numbers of /ByteRange, however many; `undefined` when it is absent or holds something else. */
  readonly byteRange: readonly number[] | undefined
  /** /Contents with its padding, as the VRI key wants it; `undefined` when it is no string. */
  readonly contents: Uint8Array | undefined
  readonly contentsNotation: 'literal' | 'hex' | 'none'
  /** /M, the time the signer claims. */
  readonly claimedAt: Instant | undefined
  readonly name: string
  readonly reason: string
  readonly location: string
  readonly contactInfo: string
  /** True when /Cert is there, which PAdES forbids. */
  readonly hasCert: boolean
  readonly references: readonly SignatureReference[]
}

/** Reads a text entry, empty where there is none. */
function readText(pdf: Pdf, dict: PdfDict, key: string): string {
  const value = findValue(pdf, dict, key)
  return value?.kind === 'string' ? readTextString(value) : ''
}

/** Reads a name entry, empty where there is none. */
export function readNameEntry(pdf: Pdf, dict: PdfDict | undefined, key: string): string {
  const value = findValue(pdf, dict, key)
  return value?.kind === 'name' ? value.name : ''
}

/** Reads /ByteRange. */
function readByteRange(pdf: Pdf, dict: PdfDict): readonly number[] | undefined {
  const value = findValue(pdf, dict, 'ByteRange')
  if (value?.kind !== 'array') return undefined
  const numbers = value.items.map((item) => resolveObject(pdf, item))
  if (!numbers.every((item) => item.kind === 'number' && Number.isSafeInteger(item.value))) return undefined
  return numbers.map((item) => (item.kind === 'number' ? item.value : 0))
}

/** Reads /Reference. */
function readReferences(pdf: Pdf, dict: PdfDict): SignatureReference[] {
  const value = findValue(pdf, dict, 'Reference')
  const items = value?.kind === 'array' ? value.items : []
  return items.flatMap((item) => {
    const entry = resolveObject(pdf, item)
    if (entry.kind !== 'dict') return []
    const parameters = findValue(pdf, entry, 'TransformParams')
    return [
      {
        transformMethod: readNameEntry(pdf, entry, 'TransformMethod'),
        parameters: parameters?.kind === 'dict' ? parameters : undefined,
      },
    ]
  })
}

/** Reads a signature dictionary; `undefined` when the value is no dictionary. */
export function readSignatureDictionary(
  pdf: Pdf,
  value: PdfObject | undefined,
): SignatureDictionary | undefined {
  const dict = resolveObject(pdf, value)
  if (dict?.kind !== 'dict') return undefined
  const subFilter = readNameEntry(pdf, dict, 'SubFilter')
  const contents = findValue(pdf, dict, 'Contents')
  const claimed = findValue(pdf, dict, 'M')
  const isTimestamp = readNameEntry(pdf, dict, 'Type') === 'DocTimeStamp' || subFilter === 'ETSI.RFC3161'
  return {
    ref: value?.kind === 'ref' ? value : undefined,
    dict,
    kind: isTimestamp ? 'timestamp' : 'signature',
    filter: readNameEntry(pdf, dict, 'Filter'),
    subFilter,
    byteRange: readByteRange(pdf, dict),
    contents: contents?.kind === 'string' ? contents.bytes : undefined,
    contentsNotation: contents?.kind === 'string' ? contents.notation : 'none',
    claimedAt: claimed?.kind === 'string' ? readPdfDate(claimed) : undefined,
    name: readText(pdf, dict, 'Name'),
    reason: readText(pdf, dict, 'Reason'),
    location: readText(pdf, dict, 'Location'),
    contactInfo: readText(pdf, dict, 'ContactInfo'),
    hasCert: dict.entries.has('Cert'),
    references: readReferences(pdf, dict),
  }
}

/** What stands between the two signed ranges. */
export interface SignatureGap {
  readonly start: number
  readonly end: number
  /** The gap is one hexadecimal string and nothing else: `<`, digits, `>`. */
  readonly isHexString: boolean
  /** The octets of that string; empty when it is none. */
  readonly contents: Uint8Array
}

/** Larger gaps hide more than any signature needs. */
const MAX_GAP_BYTES = 32 * 1024 * 1024

/** Value of a hexadecimal digit, or -1. */
function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** Values of hexadecimal digits by octet. */
const DIGITS = Int8Array.from({ length: 256 }, (_, byte) => hexDigit(byte))

/** Reads the digits between `<` and `>`; `undefined` where anything else stands. */
function readGapDigits(bytes: Uint8Array): Uint8Array | undefined {
  const digits = bytes.length - 2
  if (digits < 0 || bytes[0] !== 0x3c || bytes[bytes.length - 1] !== 0x3e || digits % 2 !== 0)
    return undefined
  const contents = new Uint8Array(digits / 2)
  for (let index = 0; index < contents.length; index += 1) {
    const high = DIGITS[bytes[1 + index * 2] ?? 0] ?? -1
    const low = DIGITS[bytes[2 + index * 2] ?? 0] ?? -1
    if ((high | low) < 0) return undefined
    contents[index] = high * 16 + low
  }
  return contents
}

/** The octets of /Contents where that string is the gap, from end to end and without a stray character. */
function findOwnContents(dict: PdfDict | undefined, start: number, end: number): Uint8Array | undefined {
  const value = dict?.entries.get('Contents')
  if (value?.kind !== 'string' || !value.isPaired || value.origin?.container !== 0) return undefined
  return value.start === start && value.end === end ? value.bytes : undefined
}

/**
 * Reads the gap of a byte range of four numbers straight from the file.
 *
 * Comparing it with /Contents shows a signature that was wrapped: moved elsewhere while its range was kept.
 *
 * @param dict - The signature dictionary, read from the same source: octets that were read as its /Contents are given as
 *   that very array.
 * @returns `undefined` when the numbers make no sense for this file.
 */
export function readGap(
  source: ByteSource,
  byteRange: readonly number[],
  dict?: PdfDict,
): SignatureGap | undefined {
  const [first = -1, firstLength = -1, second = -1, secondLength = -1] = byteRange
  const start = first + firstLength
  const isSane = byteRange.length === 4 && Math.min(...byteRange) >= 0 && start <= second
  if (!isSane || second + secondLength > source.length || second - start > MAX_GAP_BYTES) return undefined
  const contents = findOwnContents(dict, start, second) ?? readGapDigits(source.read(start, second - start))
  return {
    start,
    end: second,
    isHexString: contents !== undefined,
    contents: contents ?? new Uint8Array(0),
  }
}
