/**
 * Hashing by `node:crypto`; chosen by the `imports` of package.json where there is Node.
 *
 * @module
 */
import { createHash, type Hash } from 'node:crypto'
import type { HashAlgorithm, Hasher } from './hash.ts'

/** Wraps one running digest of `node:crypto`. */
function wrapHash(hash: Hash): Hasher {
  return {
    update(bytes) {
      hash.update(bytes)
      return this
    },
    digest: () => new Uint8Array(hash.copy().digest()),
    copy: () => wrapHash(hash.copy()),
  }
}

/** Starts a digest. */
export function createHasher(algorithm: HashAlgorithm): Hasher {
  return wrapHash(
    algorithm === 'shake256' ? createHash(algorithm, { outputLength: 64 }) : createHash(algorithm),
  )
}
