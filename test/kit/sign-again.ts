/**
 * Signatures that hold over words which our own signer would not write: the signed bytes are changed, then signed anew.
 *
 * @module
 */
import type { TestIdentity } from '../../src/adapters/test-authority.ts'
import { concatBytes, writeHex } from '../../src/bytes.ts'
import { hashBytes } from '../../src/hash.ts'
import { buildSignedAttributes, buildSignedData } from '../../src/pki/index.ts'
import { overwrite } from './attacks/append.ts'
import { toText } from './build-pdf.ts'

/** The numbers of the only byte range. */
const byteRange = /\/ByteRange \[0 (\d+) (\d+) (\d+)/

/**
 * Changes words of a document with one signature, without moving anything, and signs what the byte range says then, as
 * far as the file goes.
 */
export async function signAgain(
  signed: Uint8Array,
  { signer, chain }: Pick<TestIdentity, 'signer' | 'chain'>,
  [pattern, words]: readonly [RegExp, (found: string) => string],
): Promise<Uint8Array> {
  const bytes = overwrite(signed, pattern, words)
  const [, first = 0, second = 0, length = 0] = (byteRange.exec(toText(bytes)) ?? []).map(Number)
  const content = concatBytes(bytes.subarray(0, first), bytes.subarray(second, second + length))
  const { algorithm } = signer
  const signedAttributes = buildSignedAttributes({
    digestAlgorithm: algorithm.digest,
    messageDigest: hashBytes(algorithm.digest, content),
    signerCertificate: chain[0] ?? new Uint8Array(),
  })
  const signature = await signer.sign(signedAttributes)
  const cms = buildSignedData({ signedAttributes, signature, algorithm, certificates: chain })
  return overwrite(bytes, /\/Contents <[0-9a-fA-F]*>/, (found) => {
    return `/Contents <${writeHex(cms).padEnd(found.length - '/Contents <>'.length, '0')}>`
  })
}
