/**
 * Stream filters: Flate, LZW, ASCII85, ASCIIHex, RunLength, and the predictors (ISO 32000-1, 7.4).
 *
 * Image filters are left to those who draw. Damaged Flate data give what could be read before the damage, as
 * viewers show it; the output is bounded before it is made.
 *
 * @module
 */
import { Inflate } from 'fflate'
import { createCursor, hexValue, isWhite, peekByte } from './lexer.ts'

/** Bytes made by a filter, and whether it had to stop early. */
export interface Decoded {
  readonly bytes: Uint8Array
  /** The data were damaged or cut; `bytes` is what came before. */
  readonly isPartial: boolean
  /** The output would have been larger than allowed. */
  readonly isTooLarge: boolean
}

/** Collects output and stops at a limit. */
interface Sink {
  readonly parts: Uint8Array[]
  length: number
  readonly maxBytes: number
}

/** Takes in a piece; false when the limit is passed. */
function take(sink: Sink, part: Uint8Array): boolean {
  sink.parts.push(part)
  sink.length += part.length
  return sink.length <= sink.maxBytes
}

/** Joins what was collected. */
function finish(sink: Sink, isPartial: boolean): Decoded {
  const isTooLarge = sink.length > sink.maxBytes
  if (isTooLarge) return { bytes: new Uint8Array(0), isPartial, isTooLarge }
  const bytes = new Uint8Array(sink.length)
  let offset = 0
  for (const part of sink.parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return { bytes, isPartial, isTooLarge }
}

/** Input is handed over in such pieces, so that a bomb is stopped within about a thousand times as many bytes. */
const INFLATE_PIECE_BYTES = 16_384

/**
 * Inflates raw deflate data as far as they go.
 *
 * The engine loses what it made of a piece that turns out to be damaged, so that piece is read again byte by byte.
 */
function inflateRaw(data: Uint8Array, maxBytes: number, carefulFrom = data.length): Decoded {
  const sink: Sink = { parts: [], length: 0, maxBytes }
  const stream = new Inflate((part) => take(sink, part))
  let offset = 0
  try {
    while (offset < data.length && sink.length <= maxBytes) {
      const step = offset < carefulFrom ? Math.min(INFLATE_PIECE_BYTES, carefulFrom - offset) : 1
      stream.push(data.subarray(offset, offset + step), false)
      offset += step
    }
    if (sink.length <= maxBytes) stream.push(new Uint8Array(0), true)
  } catch {
    const isWorthCare = offset < carefulFrom && offset < data.length
    return isWorthCare ? inflateRaw(data, maxBytes, offset) : finish(sink, true)
  }
  return finish(sink, false)
}

/** Undoes FlateDecode; a wrong zlib header is passed over, as viewers do. */
function decodeFlate(data: Uint8Array, maxBytes: number): Decoded {
  const hasHeader = ((data[0] ?? 0) & 0x0f) === 8 && (((data[0] ?? 0) << 8) | (data[1] ?? 0)) % 31 === 0
  if (!hasHeader) {
    const bare = inflateRaw(data, maxBytes)
    if (bare.bytes.length > 0 || bare.isTooLarge) return { ...bare, isPartial: true }
  }
  return inflateRaw(data.subarray(2), maxBytes)
}

/** Undoes ASCIIHexDecode. */
function decodeHex(data: Uint8Array): Decoded {
  const bytes = new Uint8Array((data.length + 1) >> 1)
  let count = 0
  for (const byte of data) {
    if (byte === 0x3e) break
    const value = hexValue(byte)
    if (value < 0) continue
    bytes[count >> 1] = (bytes[count >> 1] ?? 0) | (count % 2 === 0 ? value << 4 : value)
    count += 1
  }
  return { bytes: bytes.subarray(0, (count + 1) >> 1), isPartial: false, isTooLarge: false }
}

/** Undoes ASCII85Decode (ISO 32000-1, 7.4.3). */
function decodeAscii85(data: Uint8Array): Decoded {
  const bytes: number[] = []
  let group: number[] = []
  const cursor = createCursor(data)
  for (let byte = peekByte(cursor); byte !== -1 && byte !== 0x7e; byte = peekByte(cursor)) {
    cursor.position += 1
    if (isWhite(byte)) continue
    if (byte === 0x7a && group.length === 0) bytes.push(0, 0, 0, 0)
    else group.push(byte - 33)
    if (group.length === 5) {
      bytes.push(...readGroup85(group, 4))
      group = []
    }
  }
  if (group.length > 1) bytes.push(...readGroup85([...group, 84, 84, 84, 84].slice(0, 5), group.length - 1))
  return { bytes: Uint8Array.from(bytes), isPartial: false, isTooLarge: false }
}

/** Turns five base-85 digits into the first `count` of their four bytes. */
function readGroup85(group: readonly number[], count: number): number[] {
  const value = group.reduce((sum, digit) => sum * 85 + digit, 0)
  return [24, 16, 8, 0].slice(0, count).map((shift) => Math.floor(value / 2 ** shift) & 0xff)
}

/** Undoes RunLengthDecode (ISO 32000-1, 7.4.5). */
function decodeRunLength(data: Uint8Array, maxBytes: number): Decoded {
  const sink: Sink = { parts: [], length: 0, maxBytes }
  for (let index = 0; index < data.length; ) {
    const length = data[index] ?? 128
    if (length === 128) break
    const isRun = length > 128
    const part = isRun
      ? new Uint8Array(257 - length).fill(data[index + 1] ?? 0)
      : data.subarray(index + 1, index + 2 + length)
    if (!take(sink, part)) break
    index += isRun ? 2 : 2 + length
  }
  return finish(sink, false)
}

/** Undoes LZWDecode (ISO 32000-1, 7.4.4); `earlyChange` 1 widens codes one code early. */
function decodeLzw(data: Uint8Array, earlyChange: number, maxBytes: number): Decoded {
  const sink: Sink = { parts: [], length: 0, maxBytes }
  let table: Uint8Array[] = []
  let width = 9
  let previous: Uint8Array | undefined
  let bits = 0
  let held = 0
  for (const byte of data) {
    bits = ((bits << 8) | byte) & 0xffffff
    held += 8
    if (held < width) continue
    held -= width
    const code = (bits >> held) & ((1 << width) - 1)
    if (code === 257) return finish(sink, false)
    if (code === 256) {
      table = []
      width = 9
      previous = undefined
      continue
    }
    const known = code < 256 ? Uint8Array.of(code) : table[code - 258]
    if (known === undefined && (previous === undefined || code - 258 !== table.length)) {
      return finish(sink, true)
    }
    const entry: Uint8Array = known ?? extend(previous, previous?.[0] ?? 0)
    if (!take(sink, entry)) break
    if (previous !== undefined && table.length < 4096 - 258) table.push(extend(previous, entry[0] ?? 0))
    previous = entry
    const next = table.length + 258 + earlyChange
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9
  }
  return finish(sink, true)
}

/** A copy with one byte more. */
function extend(bytes: Uint8Array = new Uint8Array(0), last = 0): Uint8Array {
  const longer = new Uint8Array(bytes.length + 1)
  longer.set(bytes)
  longer[bytes.length] = last
  return longer
}

/** What /DecodeParms says to a filter. */
export interface FilterParameters {
  readonly predictor: number
  readonly colors: number
  readonly bitsPerComponent: number
  readonly columns: number
  readonly earlyChange: number
}

/** The parameters where /DecodeParms says nothing (ISO 32000-1, table 8). */
export const defaultFilterParameters: FilterParameters = {
  predictor: 1,
  colors: 1,
  bitsPerComponent: 8,
  columns: 1,
  earlyChange: 1,
}

/** Chooses the neighbour closest to left + up − upper left (PNG, 9.4). */
function paeth(left: number, up: number, upperLeft: number): number {
  const estimate = left + up - upperLeft
  const byLeft = Math.abs(estimate - left)
  const byUp = Math.abs(estimate - up)
  const byUpperLeft = Math.abs(estimate - upperLeft)
  if (byLeft <= byUp && byLeft <= byUpperLeft) return left
  return byUp <= byUpperLeft ? up : upperLeft
}

/** Undoes the PNG predictors; each row says which one it used. */
function undoPng(data: Uint8Array, rowBytes: number, pixelBytes: number): Uint8Array {
  const rows = Math.ceil(data.length / (rowBytes + 1))
  const output = new Uint8Array(rows * rowBytes)
  for (let row = 0; row < rows; row += 1) {
    const source = row * (rowBytes + 1)
    const target = row * rowBytes
    const type = data[source]
    for (let index = 0; index < rowBytes; index += 1) {
      const raw = data[source + 1 + index] ?? 0
      const left = index >= pixelBytes ? (output[target + index - pixelBytes] ?? 0) : 0
      const up = row > 0 ? (output[target + index - rowBytes] ?? 0) : 0
      const upperLeft =
        row > 0 && index >= pixelBytes ? (output[target + index - rowBytes - pixelBytes] ?? 0) : 0
      const predicted =
        type === 1
          ? left
          : type === 2
            ? up
            : type === 3
              ? (left + up) >> 1
              : type === 4
                ? paeth(left, up, upperLeft)
                : 0
      output[target + index] = raw + predicted
    }
  }
  const missing = rows * (rowBytes + 1) - data.length
  return output.subarray(0, Math.max(0, output.length - missing))
}

/** Undoes the TIFF predictor for components of 8 bits; other widths are left as they are. */
function undoTiff(data: Uint8Array, rowBytes: number, colors: number): Uint8Array {
  const output = data.slice()
  for (let index = 0; index < output.length; index += 1) {
    if (index % rowBytes >= colors) output[index] = (output[index] ?? 0) + (output[index - colors] ?? 0)
  }
  return output
}

/** Undoes the predictor that Flate and LZW data may carry. */
function undoPredictor(data: Uint8Array, parameters: FilterParameters): Uint8Array {
  const { predictor, colors, bitsPerComponent, columns } = parameters
  if (predictor < 2) return data
  // A row cannot be longer than the data; hostile parameters must not choose how much memory is taken.
  const rowBytes = Math.min(
    Math.max(1, Math.ceil((columns * colors * bitsPerComponent) / 8)),
    data.length || 1,
  )
  const pixelBytes = Math.max(1, Math.ceil((colors * bitsPerComponent) / 8))
  if (predictor >= 10) return undoPng(data, rowBytes, pixelBytes)
  return bitsPerComponent === 8 ? undoTiff(data, rowBytes, colors) : data
}

/** Short names are for inline images, but occur elsewhere. */
const fullNames: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  A85: 'ASCII85Decode',
  AHx: 'ASCIIHexDecode',
  RL: 'RunLengthDecode',
}

/** Undoes one filter, or gives `undefined` for a filter that is not for us (images). */
export function decodeFilter(
  data: Uint8Array,
  filter: { readonly name: string; readonly parameters: FilterParameters },
  maxBytes: number,
): Decoded | undefined {
  const { parameters } = filter
  const name = fullNames[filter.name] ?? filter.name
  if (name === 'FlateDecode' || name === 'LZWDecode') {
    const decoded =
      name === 'FlateDecode' ? decodeFlate(data, maxBytes) : decodeLzw(data, parameters.earlyChange, maxBytes)
    return { ...decoded, bytes: undoPredictor(decoded.bytes, parameters) }
  }
  if (name === 'ASCIIHexDecode') return decodeHex(data)
  if (name === 'ASCII85Decode') return decodeAscii85(data)
  if (name === 'RunLengthDecode') return decodeRunLength(data, maxBytes)
  return undefined
}
