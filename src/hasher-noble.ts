/**
 * Hashing by `@noble/hashes`; chosen by the `imports` of package.json where there is no Node.
 *
 * @module
 */
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js'
import { sha3_224, sha3_256, sha3_384, sha3_512, shake256_64 } from '@noble/hashes/sha3.js'
import type { HashAlgorithm, Hasher } from './hash.ts'

const algorithms = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  'sha512-224': sha512_224,
  'sha512-256': sha512_256,
  'sha3-224': sha3_224,
  'sha3-256': sha3_256,
  'sha3-384': sha3_384,
  'sha3-512': sha3_512,
  shake256: shake256_64,
}

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
    digest: () => hash.digest(),
    copy: () => wrapHash(hash.clone()),
  }
}

/** Starts a digest. */
export function createHasher(algorithm: HashAlgorithm): Hasher {
  return wrapHash(algorithms[algorithm].create())
}
