/**
 * Digests of many byte ranges of one file in a single pass over it.
 *
 * Signatures of one document share everything up to their gaps: one running digest walks the file, and a copy
 * of it branches off at each gap. A 100 MB file with four signatures is so read once and hashed little more
 * than once.
 *
 * @module
 */
import type { ByteSource } from '../../bytes.ts'
import { createHasher, type HashAlgorithm, type Hasher } from '../../hash.ts'

/** What is to be digested: the ranges of a /ByteRange with its algorithm. */
export interface RangeDigest {
  readonly algorithm: HashAlgorithm
  /** Offset and length in turn, in the order in which they are hashed; all within the file. */
  readonly byteRange: readonly number[]
}

/** Bytes read at once. */
const PIECE_BYTES = 1024 * 1024

/** A digest that takes in the bytes of `[start, end)`. */
interface Reach {
  readonly start: number
  readonly end: number
  readonly hasher: Hasher
}

/** Reads `[start, end)` piece by piece into hashers. */
function feed(source: ByteSource, reach: { start: number; end: number }, hashers: readonly Hasher[]): void {
  for (let offset = reach.start; offset < reach.end; offset += PIECE_BYTES) {
    const piece = source.read(offset, Math.min(PIECE_BYTES, reach.end - offset))
    for (const hasher of hashers) hasher.update(piece)
  }
}

/** Digests ranges on their own, in their order. */
function digestAlone(source: ByteSource, { algorithm, byteRange }: RangeDigest): Uint8Array {
  const hasher = createHasher(algorithm)
  for (let index = 0; index + 1 < byteRange.length; index += 2) {
    const start = byteRange[index] ?? 0
    feed(source, { start, end: start + (byteRange[index + 1] ?? 0) }, [hasher])
  }
  return hasher.digest()
}

/** Tells whether a range has the usual form, so that it can share the walk. */
function isUsual({ byteRange }: RangeDigest): boolean {
  const [first, firstLength = 0, second = -1] = byteRange
  return byteRange.length === 4 && first === 0 && second >= firstLength
}

/** One walk over the file for all usual ranges. */
function digestTogether(source: ByteSource, wanted: readonly RangeDigest[]): Uint8Array[] {
  const trunks = new Map<HashAlgorithm, Hasher>()
  const branches: Reach[] = []
  const results: Hasher[] = []
  const trunkEnds = new Map<HashAlgorithm, number>()
  for (const { algorithm, byteRange } of wanted) {
    trunks.set(algorithm, trunks.get(algorithm) ?? createHasher(algorithm))
    trunkEnds.set(algorithm, Math.max(trunkEnds.get(algorithm) ?? 0, byteRange[1] ?? 0))
  }
  const edges = new Set<number>([0])
  for (const { byteRange } of wanted) {
    const [, gapStart = 0, gapEnd = 0, length = 0] = byteRange
    for (const edge of [gapStart, gapEnd, gapEnd + length]) edges.add(edge)
  }
  const offsets = [...edges].sort((a, b) => a - b)
  for (const [index, offset] of offsets.entries()) {
    for (const [place, { algorithm, byteRange }] of wanted.entries()) {
      const [, gapStart = 0, gapEnd = 0, length = 0] = byteRange
      const trunk = trunks.get(algorithm)
      if (gapStart !== offset || trunk === undefined) continue
      const hasher = trunk.copy()
      results[place] = hasher
      branches.push({ start: gapEnd, end: gapEnd + length, hasher })
    }
    const next = offsets[index + 1]
    if (next === undefined) break
    const active = branches.filter(({ start, end }) => start <= offset && offset < end)
    const walking = [...trunks].filter(([algorithm]) => offset < (trunkEnds.get(algorithm) ?? 0))
    const hashers = [...walking.map(([, hasher]) => hasher), ...active.map(({ hasher }) => hasher)]
    if (hashers.length > 0) feed(source, { start: offset, end: next }, hashers)
  }
  return results.map((hasher) => hasher.digest())
}

/**
 * Digests the byte ranges of several signatures with one pass over the file.
 *
 * @returns One digest for each of `wanted`, in its order.
 */
export function digestRanges(source: ByteSource, wanted: readonly RangeDigest[]): readonly Uint8Array[] {
  const [only] = wanted
  if (only !== undefined && wanted.length === 1) return [digestAlone(source, only)]
  const usual = wanted.filter(isUsual)
  const shared = digestTogether(source, usual)
  return wanted.map((each) => {
    const place = usual.indexOf(each)
    return place < 0 ? digestAlone(source, each) : (shared[place] ?? new Uint8Array(0))
  })
}
