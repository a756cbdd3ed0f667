/**
 * Hashing by `node:crypto`; chosen by the `imports` of package.json where there is Node.
 *
 * @module
 */
import { createHash, type Hash } from 'node:crypto'
import type { HashAlgorithm, Hasher } from './hash.ts'

/** Octets of SHAKE256, which has no length of its own (RFC 8419, 3.1); a copy has to be told again. */
const SHAKE_OPTIONS = { outputLength: 64 }

/** Wraps one running digest of `node:crypto`. */
function wrapHash(hash: Hash, options?: typeof SHAKE_OPTIONS): Hasher {
  return {
    update(bytes) {
      hash.update(bytes)
      return this
    },
    digest: () => new Uint8Array(hash.digest()),
    copy: () => wrapHash(hash.copy(options), options),
  }
}

/** Starts a digest. */
export function createHasher(algorithm: HashAlgorithm): Hasher {
  const options = algorithm === 'shake256' ? SHAKE_OPTIONS : undefined
  return wrapHash(createHash(algorithm, options), options)
}
