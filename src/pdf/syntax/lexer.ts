/**
 * Characters and tokens of PDF (ISO 32000-1, 7.2 and 7.3), read the way damaged files need it.
 *
 * A cursor walks over a window of the file. Whoever looks past the window's end leaves `hitEnd` behind, so that
 * the caller can come back with a larger window instead of keeping the whole file in memory.
 *
 * @module
 */

/** A reading position in a window of bytes. */
export interface Cursor {
  readonly bytes: Uint8Array
  /** Index into `bytes`. */
  position: number
  /** Set once something was asked for beyond the last byte. */
  hitEnd: boolean
  /** More bytes follow the window, and whatever reaches its end will be read again from a larger one. */
  readonly isCut: boolean
}

/** Starts reading at an index of `bytes`. */
export function createCursor(bytes: Uint8Array, position = 0, isCut = false): Cursor {
  return { bytes, position, hitEnd: false, isCut }
}

const WHITE = 1
const DELIMITER = 2

/** White space and delimiters by byte (ISO 32000-1, tables 1 and 2). */
const characterClass = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) characterClass[byte] = WHITE
for (const character of '()<>[]{}/%') characterClass[character.charCodeAt(0)] = DELIMITER

/** Tells whether a byte is white space; -1, the end, is not. */
export function isWhite(byte: number): boolean {
  return characterClass[byte] === WHITE
}

/** Tells whether a byte belongs to a name, number or keyword; -1, the end, does not. */
export function isRegular(byte: number): boolean {
  return characterClass[byte] === 0
}

/** Tells whether a byte is a decimal digit. */
export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

/** Gives the byte at the cursor without moving, or -1 at the end. */
export function peekByte(cursor: Cursor): number {
  const byte = cursor.bytes[cursor.position] ?? -1
  if (byte === -1) cursor.hitEnd = true
  return byte
}

/** Moves past white space and comments. */
export function skipSpace(cursor: Cursor): void {
  for (;;) {
    let byte = peekByte(cursor)
    while (isWhite(byte)) {
      cursor.position += 1
      byte = peekByte(cursor)
    }
    if (byte !== 0x25) return
    while (byte !== -1 && byte !== 10 && byte !== 13) {
      cursor.position += 1
      byte = peekByte(cursor)
    }
  }
}

/** Value of a hexadecimal digit, or -1. */
export function hexValue(byte: number): number {
  if (isDigit(byte)) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** Reads digits at the cursor as a whole number; `undefined` and unmoved where there are none. */
export function readDigits(cursor: Cursor): number | undefined {
  const start = cursor.position
  let value = 0
  for (let byte = peekByte(cursor); isDigit(byte); byte = peekByte(cursor)) {
    value = value * 10 + (byte - 0x30)
    cursor.position += 1
  }
  return cursor.position === start ? undefined : value
}

/** Reads white space, then digits. */
export function readInteger(cursor: Cursor): number | undefined {
  skipSpace(cursor)
  return readDigits(cursor)
}

/** Tells whether `text` (ASCII) stands at the cursor, and moves past it if so. */
export function takeText(cursor: Cursor, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const byte = cursor.bytes[cursor.position + index] ?? -1
    if (byte === -1) cursor.hitEnd = true
    if (byte !== text.charCodeAt(index)) return false
  }
  cursor.position += text.length
  return true
}

/** Reads a run of regular characters, one character a byte. */
export function readKeyword(cursor: Cursor): string {
  let text = ''
  for (let byte = peekByte(cursor); isRegular(byte); byte = peekByte(cursor)) {
    text += String.fromCharCode(byte)
    cursor.position += 1
  }
  return text
}

/** Names of nearly every document: recognised by their bytes, so that their text is not built each time. */
const commonNames = (
  'Type Subtype Length Filter FlateDecode DecodeParms Predictor Columns Catalog Pages Page Kids Count Parent MediaBox CropBox ' +
  'Rotate Resources Font XObject Image Form Contents Annots Annot Widget Rect AP N F P T V FT Ff Tx Btn Ch Sig Fields AcroForm ' +
  'SigFlags Lock Width Height ColorSpace DeviceRGB DeviceGray BitsPerComponent DCTDecode ProcSet PDF Text ExtGState BaseFont ' +
  'Encoding Name Helv DA DR MK BBox Matrix Size Root Info ID Prev Index W XRef ObjStm First Extends Encrypt Metadata Version ' +
  'Extensions BaseVersion ExtensionLevel ESIC ADBE DSS VRI Certs OCSPs CRLs Cert OCSP CRL TU ByteRange SubFilter M Reason ' +
  'Location ContactInfo Reference TransformMethod TransformParams DocMDP FieldMDP Perms Adobe.PPKLite ETSI.CAdES.detached ' +
  'ETSI.RFC3161 adbe.pkcs7.detached DocTimeStamp StructParent StructParents StructTreeRoot Group S'
).split(' ')

const NAME_SLOTS = 1024

/** Where a name is looked up: first and last character and length tell most apart. */
const slotOf = (first: number, last: number, length: number): number =>
  (first + last * 53 + length * 131) % NAME_SLOTS

const nameSlots: (string | undefined)[] = Array.from({ length: NAME_SLOTS })
for (const name of commonNames) {
  nameSlots[slotOf(name.charCodeAt(0), name.charCodeAt(name.length - 1), name.length)] = name
}

/** Gives the common name that stands at the cursor, and moves past it. */
function takeCommonName(cursor: Cursor): string | undefined {
  const { bytes, position } = cursor
  let end = position
  while (characterClass[bytes[end] ?? 0] === 0) end += 1
  const length = end - position
  const name = nameSlots[slotOf(bytes[position] ?? 0, bytes[end - 1] ?? 0, length)]
  if (end === bytes.length || name?.length !== length) return undefined
  for (let index = 0; index < length; index += 1) {
    if (name.charCodeAt(index) !== bytes[position + index]) return undefined
  }
  cursor.position = end
  return name
}

/** Reads a name after its slash and undoes `#xx`; a `#` without two digits stands for itself. */
export function readNameText(cursor: Cursor): string {
  const common = takeCommonName(cursor)
  if (common !== undefined) return common
  let text = ''
  for (let byte = peekByte(cursor); isRegular(byte); byte = peekByte(cursor)) {
    cursor.position += 1
    if (byte === 0x23) {
      const high = hexValue(cursor.bytes[cursor.position] ?? -1)
      const low = hexValue(cursor.bytes[cursor.position + 1] ?? -1)
      if (high >= 0 && low >= 0) {
        text += String.fromCharCode(high * 16 + low)
        cursor.position += 2
        continue
      }
    }
    text += String.fromCharCode(byte)
  }
  return text
}

/** A number as read: `5.` and `.5`, `+5` and `--5` occur; what follows a second point is passed over. */
export interface NumberToken {
  readonly value: number
  readonly isInteger: boolean
}

/** Reads a number; `undefined` when no digit follows sign and point. */
export function readNumber(cursor: Cursor): NumberToken | undefined {
  let sign = 1
  let byte = peekByte(cursor)
  while (byte === 0x2b || byte === 0x2d) {
    if (byte === 0x2d) sign = -1
    cursor.position += 1
    byte = peekByte(cursor)
  }
  const whole = readDigits(cursor)
  if (peekByte(cursor) !== 0x2e) return whole === undefined ? undefined : integerToken(cursor, sign * whole)
  cursor.position += 1
  const start = cursor.position
  const fraction = readDigits(cursor)
  const digits = cursor.position - start
  if (whole === undefined && fraction === undefined) return undefined
  skipNumberTail(cursor)
  return { value: sign * ((whole ?? 0) + (fraction ?? 0) / 10 ** digits), isInteger: false }
}

/** Ends an integer, passing over the minus and digits that some writers leave inside (`12-34`). */
function integerToken(cursor: Cursor, value: number): NumberToken {
  skipNumberTail(cursor)
  return { value: value === 0 ? 0 : value, isInteger: true }
}

/** Passes over signs, points and digits that cannot belong to the number just read. */
function skipNumberTail(cursor: Cursor): void {
  for (let byte = peekByte(cursor); ; byte = peekByte(cursor)) {
    if (!(isDigit(byte) || byte === 0x2d || byte === 0x2e)) return
    cursor.position += 1
  }
}

/** A growing list of bytes. */
interface ByteList {
  bytes: Uint8Array
  length: number
}

/** Puts one byte at the end. */
function pushByte(list: ByteList, byte: number): void {
  if (list.length === list.bytes.length) {
    const larger = new Uint8Array(list.bytes.length * 2)
    larger.set(list.bytes)
    list.bytes = larger
  }
  list.bytes[list.length] = byte
  list.length += 1
}

const escapes: Readonly<Record<number, number>> = {
  110: 10, // \n
  114: 13, // \r
  116: 9, // \t
  98: 8, // \b
  102: 12, // \f
}

/** Reads what follows a backslash; -1 for a line end, which continues the string. */
function readEscape(cursor: Cursor): number {
  const byte = peekByte(cursor)
  cursor.position += 1
  if (byte >= 0x30 && byte <= 0x37) {
    let value = byte - 0x30
    for (let count = 0; count < 2; count += 1) {
      const next = peekByte(cursor)
      if (!(next >= 0x30 && next <= 0x37)) break
      value = value * 8 + (next - 0x30)
      cursor.position += 1
    }
    return value & 0xff
  }
  if (byte === 10) return -1
  if (byte === 13) {
    if (peekByte(cursor) === 10) cursor.position += 1
    return -1
  }
  return escapes[byte] ?? byte
}

/** Reads a literal string after its opening parenthesis; an unclosed one ends with the window. */
export function readLiteral(cursor: Cursor): Uint8Array {
  const list: ByteList = { bytes: new Uint8Array(32), length: 0 }
  let depth = 1
  for (;;) {
    const byte = peekByte(cursor)
    if (byte === -1) break
    cursor.position += 1
    if (byte === 0x5c) {
      const escaped = readEscape(cursor)
      if (escaped >= 0) pushByte(list, escaped)
      continue
    }
    if (byte === 0x28) depth += 1
    else if (byte === 0x29) depth -= 1
    if (depth === 0) break
    // A bare line end of any kind means one line feed (ISO 32000-1, 7.3.4.2).
    if (byte === 13 && peekByte(cursor) === 10) cursor.position += 1
    pushByte(list, byte === 13 ? 10 : byte)
  }
  return list.bytes.slice(0, list.length)
}

/** Value of two hexadecimal digits by the 16 bits they are written in; -1 for anything else. */
const hexPairs = new Int16Array(65_536).fill(-1)
for (const high of '0123456789abcdefABCDEF') {
  for (const low of '0123456789abcdefABCDEF') {
    hexPairs[high.charCodeAt(0) * 256 + low.charCodeAt(0)] = Number.parseInt(high + low, 16)
  }
}

/** Decodes pairs of digits up to the first other character, or until the list is full; four pairs at a time as far as that goes. */
function decodePairs(bytes: Uint8Array, index: number, list: ByteList): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const octets = list.bytes
  let { length } = list
  let place = index
  const fullPlace = Math.min(bytes.length, index + (octets.length - length) * 2)
  for (; place + 8 <= fullPlace; place += 8) {
    const first = hexPairs[view.getUint16(place)] ?? -1
    const second = hexPairs[view.getUint16(place + 2)] ?? -1
    const third = hexPairs[view.getUint16(place + 4)] ?? -1
    const fourth = hexPairs[view.getUint16(place + 6)] ?? -1
    if ((first | second | third | fourth) < 0) break
    octets[length] = first
    octets[length + 1] = second
    octets[length + 2] = third
    octets[length + 3] = fourth
    length += 4
  }
  for (; place + 2 <= fullPlace; place += 2) {
    const octet = hexPairs[view.getUint16(place)] ?? -1
    if (octet < 0) break
    octets[length] = octet
    length += 1
  }
  list.length = length
}

/** Room for the octets of a string: most fit in the first size, signatures in the second. */
const HEX_SIZES = [64, 4096] as const

/** Reads a string that is pairs of digits from end to end; nothing and unmoved where it is not. */
function readPairs(cursor: Cursor): Uint8Array | undefined {
  const { bytes, position } = cursor
  const list: ByteList = { bytes: new Uint8Array(0), length: 0 }
  for (const size of [...HEX_SIZES, (bytes.length - position + 1) >> 1]) {
    const larger = new Uint8Array(size)
    larger.set(list.bytes)
    list.bytes = larger
    decodePairs(bytes, position + list.length * 2, list)
    if (list.length < size) break
  }
  const end = position + list.length * 2
  if (bytes[end] !== 0x3e) return undefined
  cursor.position = end + 1
  // Short ones are copied, long ones a view: to copy the octets of a signature costs half as much as to read them.
  return list.length <= HEX_SIZES[0] ? list.bytes.slice(0, list.length) : list.bytes.subarray(0, list.length)
}

/** A hexadecimal string as read. */
export interface HexToken {
  readonly octets: Uint8Array
  /** Pairs of digits and nothing else. */
  readonly isPaired: boolean
}

/**
 * Reads a hexadecimal string after its `<`; other characters are passed over, a missing last digit is 0, and an
 * unclosed one ends with the window. Signatures are the longest strings there are.
 */
export function readHexString(cursor: Cursor): HexToken {
  // Pairs of digits, as signatures are, go quickly; the rest the slow way.
  const pairs = readPairs(cursor)
  if (pairs !== undefined) return { octets: pairs, isPaired: true }
  const { bytes, position } = cursor
  const close = bytes.indexOf(0x3e, position)
  if (close < 0) cursor.hitEnd = true
  const end = close < 0 ? bytes.length : close
  cursor.position = close < 0 ? end : close + 1
  if (close < 0 && cursor.isCut) return { octets: new Uint8Array(0), isPaired: false }
  const octets = new Uint8Array((end - position + 1) >> 1)
  let length = 0
  let index = position
  let high = -1
  for (; index < end; index += 1) {
    const value = hexValue(bytes[index] ?? 0)
    if (value < 0) continue
    if (high < 0) {
      high = value << 4
      continue
    }
    octets[length] = high | value
    length += 1
    high = -1
  }
  if (high >= 0) {
    octets[length] = high
    length += 1
  }
  return { octets: length === octets.length ? octets : octets.slice(0, length), isPaired: false }
}
