/**
 * Digests over what a signature covers, read once and never copied as a whole.
 *
 * @module
 */
import type { ByteSource } from '../bytes.ts'
import { createHasher, type HashAlgorithm } from '../hash.ts'
import type { SignableRevision } from '../signature/index.ts'

/** Bytes read at once from a source; large enough that the calls do not count, small against any document. */
const CHUNK_BYTES = 4 * 1024 * 1024

/**
 * Digests the two signed ranges of a document that is about to grow by a revision.
 *
 * @param source - The document as it was; it is read once, from front to back.
 */
export function digestRevision(
  source: ByteSource,
  revision: SignableRevision,
  algorithm: HashAlgorithm,
): Uint8Array {
  const { tail, baseOffset, byteRange } = revision
  const hasher = createHasher(algorithm)
  for (let offset = 0; offset < baseOffset; offset += CHUNK_BYTES) {
    hasher.update(source.read(offset, Math.min(CHUNK_BYTES, baseOffset - offset)))
  }
  hasher.update(tail.subarray(0, byteRange[1] - baseOffset))
  hasher.update(tail.subarray(byteRange[2] - baseOffset))
  return hasher.digest()
}
