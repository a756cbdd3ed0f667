/**
 * Objects into bytes. What was read and not changed is written as the bytes it was read from.
 *
 * @module
 */
import { writeUtf8 } from '../../bytes.ts'
import { isRegular } from './lexer.ts'
import type { PdfDict, PdfId, PdfName, PdfObject, PdfRaw, PdfString } from './object.ts'

/** How strings and streams of one object are encrypted when written. */
export interface WriteCipher {
  /** The object being written, whose key counts. */
  readonly owner: PdfId
  readonly encryptString: (bytes: Uint8Array) => Uint8Array
  readonly encryptStream: (bytes: Uint8Array, dict: PdfDict) => Uint8Array
}

/** A growing output that remembers where labelled bytes went. */
export interface PdfOutput {
  bytes: Uint8Array
  length: number
  /** Places of labelled raw values, counted from the start of this output. */
  readonly labels: Map<string, { readonly start: number; readonly end: number }>
}

/** Starts an output. */
export function createOutput(): PdfOutput {
  return { bytes: new Uint8Array(4096), length: 0, labels: new Map() }
}

/** Adds bytes. */
export function putBytes(output: PdfOutput, bytes: Uint8Array): void {
  const needed = output.length + bytes.length
  if (needed > output.bytes.length) {
    const larger = new Uint8Array(Math.max(needed, output.bytes.length * 2))
    larger.set(output.bytes.subarray(0, output.length))
    output.bytes = larger
  }
  output.bytes.set(bytes, output.length)
  output.length = needed
}

/** Adds ASCII text. */
export function putText(output: PdfOutput, text: string): void {
  putBytes(output, writeUtf8(text))
}

/** Gives what was written, without copying. */
export function takeOutput(output: PdfOutput): Uint8Array {
  return output.bytes.subarray(0, output.length)
}

/** Writes a number without exponent; PDF has none (ISO 32000-1, 7.3.3). */
export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return value.toFixed(0)
  return value.toFixed(6).replace(/\.?0+$/, '')
}

/** Writes a name with its slash; everything but plain regular characters as `#xx`. */
function formatName({ name }: PdfName): string {
  let text = '/'
  for (const character of name) {
    const byte = character.charCodeAt(0)
    const isPlain = byte > 0x20 && byte < 0x7f && byte !== 0x23 && isRegular(byte)
    text += isPlain ? character : `#${(byte & 0xff).toString(16).padStart(2, '0')}`
  }
  return text
}

/** Adds a string in its notation. */
function putString(output: PdfOutput, bytes: Uint8Array, notation: PdfString['notation']): void {
  if (notation === 'hex') {
    let text = '<'
    for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
    putText(output, `${text}>`)
    return
  }
  const escaped: number[] = [0x28]
  for (const byte of bytes) {
    // A bare CR would be read as LF.
    if (byte === 13) escaped.push(0x5c, 0x72)
    else if (byte === 0x28 || byte === 0x29 || byte === 0x5c) escaped.push(0x5c, byte)
    else escaped.push(byte)
  }
  escaped.push(0x29)
  putBytes(output, Uint8Array.from(escaped))
}

/** Tells whether a string occurs anywhere in a value. */
function holdsString(value: PdfObject): boolean {
  if (value.kind === 'string') return true
  if (value.kind === 'array') return value.items.some(holdsString)
  if (value.kind === 'dict') return [...value.entries.values()].some(holdsString)
  return value.kind === 'stream'
}

/** Gives the bytes a value was read from, where they mean the same in the object being written. */
function originalBytes(value: PdfObject, cipher: WriteCipher | undefined): Uint8Array | undefined {
  const { origin, start, end } = value
  if (origin === undefined || value.kind === 'stream') return undefined
  const owner = origin.cipherOwner
  const isSameKey =
    cipher === undefined
      ? owner === undefined
      : owner?.number === cipher.owner.number && owner.generation === cipher.owner.generation
  if (!isSameKey && holdsString(value)) return undefined
  return origin.bytes.subarray(start - origin.baseOffset, end - origin.baseOffset)
}

/** Values that start with a delimiter need no space before them. */
const delimitedKinds = new Set<PdfObject['kind']>(['name', 'string', 'array', 'dict'])

/** Adds a value after a key or another value, with a space where two tokens would run together. */
function putSpaced(output: PdfOutput, value: PdfObject, cipher: WriteCipher | undefined): void {
  if (!delimitedKinds.has(value.kind)) putText(output, ' ')
  putObject(output, value, cipher)
}

/** Adds a dictionary. */
function putDict(output: PdfOutput, dict: PdfDict, cipher: WriteCipher | undefined): void {
  putText(output, '<<')
  for (const [key, value] of dict.entries) {
    putText(output, formatName({ kind: 'name', name: key, start: -1, end: -1, origin: undefined }))
    // Contents of a signature are never encrypted (ISO 32000-2, 7.6.2).
    const isContents = key === 'Contents' && dict.entries.has('ByteRange')
    putSpaced(output, value, isContents ? undefined : cipher)
  }
  putText(output, '>>')
}

/** Adds a stream; its dictionary gets the /Length that is true. */
function putStream(
  output: PdfOutput,
  stream: PdfObject & { kind: 'stream' },
  cipher: WriteCipher | undefined,
): void {
  const data = stream.data ?? new Uint8Array(0)
  const bytes = cipher === undefined ? data : cipher.encryptStream(data, stream.dict)
  const entries = new Map(stream.dict.entries)
  entries.set('Length', {
    kind: 'number',
    value: bytes.length,
    isInteger: true,
    start: -1,
    end: -1,
    origin: undefined,
  })
  putDict(output, { ...stream.dict, entries, origin: undefined }, cipher)
  putText(output, '\nstream\n')
  putBytes(output, bytes)
  putText(output, '\nendstream')
}

/** Writes the values that are one token. */
function formatToken(value: PdfObject): string | undefined {
  if (value.kind === 'name') return formatName(value)
  if (value.kind === 'number') return formatNumber(value.value)
  if (value.kind === 'boolean') return String(value.value)
  if (value.kind === 'ref') return `${value.number} ${value.generation} R`
  return value.kind === 'null' ? 'null' : undefined
}

/** Adds an array. */
function putArray(output: PdfOutput, items: readonly PdfObject[], cipher: WriteCipher | undefined): void {
  putText(output, '[')
  for (const [index, item] of items.entries()) {
    if (index === 0) putObject(output, item, cipher)
    else putSpaced(output, item, cipher)
  }
  putText(output, ']')
}

/** Adds bytes as they are and notes where they went. */
function putRaw(output: PdfOutput, value: PdfRaw): void {
  const place = { start: output.length, end: output.length + value.bytes.length }
  if (value.label !== '') output.labels.set(value.label, place)
  putBytes(output, value.bytes)
}

/** Adds a value. */
export function putObject(output: PdfOutput, value: PdfObject, cipher?: WriteCipher): void {
  const original = originalBytes(value, cipher)
  const token = formatToken(value)
  if (original !== undefined) putBytes(output, original)
  else if (token !== undefined) putText(output, token)
  else if (value.kind === 'string') {
    putString(output, cipher === undefined ? value.bytes : cipher.encryptString(value.bytes), value.notation)
  } else if (value.kind === 'dict') putDict(output, value, cipher)
  else if (value.kind === 'array') putArray(output, value.items, cipher)
  else if (value.kind === 'stream') putStream(output, value, cipher)
  else if (value.kind === 'raw') putRaw(output, value)
}

/**
 * Writes one value as PDF syntax. A stream must have been built, or its data are missing.
 *
 * @example
 * import { pdfText, writePdfObject } from 'motcua/pdf/syntax'
 * new TextDecoder().decode(writePdfObject(pdfText('So (1)'))) // '(So \\(1\\))'
 */
export function writePdfObject(value: PdfObject): Uint8Array {
  const output = createOutput()
  putObject(output, value)
  return takeOutput(output)
}
