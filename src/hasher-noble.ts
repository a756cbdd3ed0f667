/**
 * Hashing by `@noble/hashes`; chosen by the `imports` of package.json where there is no Node.
 *
 * @module
 */
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import type { HashAlgorithm, Hasher } from './hash.ts'

const algorithms = { sha1, sha256, sha384, sha512 }

/** The part of the library's running digest that is used. */
interface Running {
  update(bytes: Uint8Array): unknown
  digest(): Uint8Array
  clone(): Running
}

/** Wraps one running digest of `@noble/hashes`. */
function wrapHash(hash: Running): Hasher {
  return {
    update(bytes) {
      hash.update(bytes)
      return this
    },
    digest: () => hash.clone().digest(),
    copy: () => wrapHash(hash.clone()),
  }
}

/** Starts a digest. */
export function createHasher(algorithm: HashAlgorithm): Hasher {
  return wrapHash(algorithms[algorithm].create())
}
