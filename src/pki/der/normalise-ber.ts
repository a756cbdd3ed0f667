/**
 * Turns BER into a form that the DER reader takes: definite lengths and octet strings in one piece.
 *
 * Signers built for streaming write CMS with indefinite lengths and with content in segments (X.690, 8.1.3.6
 * and 8.7.3). Certificates and attributes inside are DER and come out unchanged, so hashes over them hold.
 *
 * @module
 */
import { refuseMalformed } from '../messages.ts'
import type { DerSource } from './read-der.ts'
import { joinBytes, writeElement } from './write-der.ts'

/** What the outermost element looks like. */
export interface EncodingFacts {
  /** First byte after the element. */
  readonly end: number
  /** No indefinite length, no segmented string, no length longer than needed. */
  readonly isDer: boolean
  /** Everything has a definite length and strings are in one piece, so the DER reader can read it. */
  readonly isReadable: boolean
}

/** CMS nests less than half as deep; anything deeper was made to exhaust the stack. */
const DEEPEST = 64

const SEGMENTED_OCTET_STRING = 0x24

/** Head of an element; an indefinite length is `undefined`. */
interface Head {
  readonly tag: number
  readonly bodyStart: number
  readonly length: number | undefined
  readonly isShortest: boolean
}

/** Reads tag and length at `offset`. */
function readHead({ bytes, structure }: DerSource, offset: number): Head {
  const tag = bytes[offset]
  const first = bytes[offset + 1]
  if (tag === undefined || first === undefined) return refuseMalformed(structure, offset, 'truncated')
  if (first < 0x80) return { tag, bodyStart: offset + 2, length: first, isShortest: true }
  const octets = first & 0x7f
  if (octets === 0) return { tag, bodyStart: offset + 2, length: undefined, isShortest: false }
  if (octets > 4) return refuseMalformed(structure, offset, 'length too long')
  let length = 0
  for (let index = 0; index < octets; index += 1) {
    length = length * 256 + (bytes[offset + 2 + index] ?? Number.NaN)
  }
  if (Number.isNaN(length)) return refuseMalformed(structure, offset, 'truncated')
  const isShortest = length >= 0x80 && bytes[offset + 2] !== 0
  return { tag, bodyStart: offset + 2 + octets, length, isShortest }
}

/** Where a walk through the elements stands. */
interface Walk extends DerSource {
  isDer: boolean
  isReadable: boolean
}

/** Walks over one element and gives its end; primitive contents are passed over unseen. */
function walkElement(walk: Walk, offset: number, depth: number): number {
  if (depth > DEEPEST) return refuseMalformed(walk.structure, offset, 'nested too deeply')
  const { tag, bodyStart, length, isShortest } = readHead(walk, offset)
  if (!isShortest) walk.isDer = false
  if (length === undefined || tag === SEGMENTED_OCTET_STRING) {
    walk.isDer = false
    walk.isReadable = false
  }
  const end = length === undefined ? walk.bytes.length : bodyStart + length
  if (end > walk.bytes.length) return refuseMalformed(walk.structure, offset, 'truncated')
  if ((tag & 0x20) === 0) {
    return length === undefined ? refuseMalformed(walk.structure, offset, 'indefinite primitive') : end
  }
  let next = bodyStart
  while (next < end) {
    if (length === undefined && walk.bytes[next] === 0 && walk.bytes[next + 1] === 0) return next + 2
    next = walkElement(walk, next, depth + 1)
  }
  if (length === undefined || next !== end)
    return refuseMalformed(walk.structure, next, 'members beyond the end')
  return end
}

/** Where a quick walk stands. */
interface PlainWalk {
  readonly bytes: Uint8Array
  depth: number
}

/** Walks over an element that is DER throughout, as nearly all are; -1 where anything else stands, to be looked at closely. */
function passPlain(walk: PlainWalk, offset: number, limit: number): number {
  const { bytes } = walk
  const tag = bytes[offset] ?? SEGMENTED_OCTET_STRING
  let length = bytes[offset + 1] ?? 0x80
  let next = offset + 2
  if (length >= 0x80) {
    const octets = length & 0x7f
    if (octets === 0 || octets > 4 || bytes[next] === 0) return -1
    length = 0
    for (let index = 0; index < octets; index += 1) length = length * 256 + (bytes[next + index] ?? 0)
    if (length < 0x80) return -1
    next += octets
  }
  const end = next + length
  if (end > limit || tag === SEGMENTED_OCTET_STRING || walk.depth > DEEPEST) return -1
  if ((tag & 0x20) === 0) return end
  walk.depth += 1
  while (next < end && next >= 0) next = passPlain(walk, next, end)
  walk.depth -= 1
  return next
}

/** Looks at how the element at the start of some bytes is encoded. */
export function measureEncoding(source: DerSource): EncodingFacts {
  const { bytes, structure } = source
  const plainEnd = passPlain({ bytes, depth: 0 }, 0, bytes.length)
  if (plainEnd >= 0) return { end: plainEnd, isDer: true, isReadable: true }
  const walk: Walk = { bytes, structure, isDer: true, isReadable: true }
  const end = walkElement(walk, 0, 0)
  return { end, isDer: walk.isDer, isReadable: walk.isReadable }
}

/** Contents of the members between two offsets, each rewritten; `wrap` is off for segments of a string. */
function rewriteMembers(source: DerSource, offset: number, end: number | undefined) {
  const parts: { tag: number; body: Uint8Array; encoding: Uint8Array }[] = []
  let next = offset
  for (;;) {
    const isDone = end === undefined ? source.bytes[next] === 0 && source.bytes[next + 1] === 0 : next >= end
    if (isDone) return { parts, end: end ?? next + 2 }
    const member = rewriteElement(source, next)
    parts.push(member)
    next = member.end
  }
}

/** Rewrites one element that {@link measureEncoding} has walked over, so nothing is checked twice. */
function rewriteElement(source: DerSource, offset: number) {
  const { tag, bodyStart, length } = readHead(source, offset)
  if ((tag & 0x20) === 0) {
    const end = bodyStart + (length ?? 0)
    return {
      tag,
      body: source.bytes.subarray(bodyStart, end),
      encoding: source.bytes.subarray(offset, end),
      end,
    }
  }
  const members = rewriteMembers(source, bodyStart, length === undefined ? undefined : bodyStart + length)
  const isSegmented = tag === SEGMENTED_OCTET_STRING
  const body = joinBytes(members.parts.map((part) => (isSegmented ? part.body : part.encoding)))
  const plainTag = isSegmented ? tag & ~0x20 : tag
  return { tag: plainTag, body, encoding: writeElement(plainTag, body), end: members.end }
}

/** Rewrites the element at the start of some bytes with definite lengths and unsegmented octet strings. */
export function normaliseBer(source: DerSource): Uint8Array {
  return rewriteElement(source, 0).encoding
}
