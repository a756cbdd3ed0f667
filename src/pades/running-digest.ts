/**
 * Digests over what signatures and timestamps cover: the document is read once and never copied as a whole.
 *
 * A signature with a timestamp over everything covers the same bytes twice. The state after the document as it was
 * is kept, so that each further revision costs its own bytes only.
 *
 * @module
 */
import { type ByteSource, toByteSource } from '../bytes.ts'
import { createHasher, type HashAlgorithm, type Hasher } from '../hash.ts'
import type { SignableRevision } from '../signature/index.ts'

/** Bytes read at once from a source; large enough that the calls do not count, small against any document. */
const CHUNK_BYTES = 1024 * 1024

/** A document that grows by revisions, with the state of its digests. */
export interface RunningDigest {
  /** Digests the two signed ranges of a revision that is about to be put behind what was taken in so far. */
  readonly ofRevision: (revision: SignableRevision, algorithm: HashAlgorithm) => Uint8Array
  /** Takes in a finished tail. */
  readonly append: (tail: Uint8Array) => void
}

/** Feeds a whole source to several hashers in one reading. */
function readThrough(source: ByteSource, hashers: readonly Hasher[]): void {
  for (let offset = 0; offset < source.length; offset += CHUNK_BYTES) {
    const chunk = source.read(offset, Math.min(CHUNK_BYTES, source.length - offset))
    for (const hasher of hashers) hasher.update(chunk)
  }
}

/**
 * Starts the digests of a document.
 *
 * @param algorithms - Those that will be asked for: they share one reading, any other costs one of its own.
 */
export function startDigest(
  source: Uint8Array | ByteSource,
  algorithms: readonly HashAlgorithm[] = [],
): RunningDigest {
  const bytes = toByteSource(source)
  const states = new Map<HashAlgorithm, Hasher>()
  const tails: Uint8Array[] = []
  const begin = (wanted: readonly HashAlgorithm[]): void => {
    const fresh = [...new Set(wanted)].filter((algorithm) => !states.has(algorithm))
    const hashers = fresh.map((algorithm) => createHasher(algorithm))
    readThrough(bytes, hashers)
    for (const tail of tails) for (const hasher of hashers) hasher.update(tail)
    for (const [index, algorithm] of fresh.entries()) states.set(algorithm, hashers[index] as Hasher)
  }
  return {
    ofRevision({ tail, baseOffset, byteRange }, algorithm) {
      if (!states.has(algorithm)) begin([algorithm, ...algorithms])
      const hasher = (states.get(algorithm) as Hasher).copy()
      hasher.update(tail.subarray(0, byteRange[1] - baseOffset))
      return hasher.update(tail.subarray(byteRange[2] - baseOffset)).digest()
    },
    append(tail) {
      for (const hasher of states.values()) hasher.update(tail)
      tails.push(tail)
    },
  }
}
