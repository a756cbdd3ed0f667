/**
 * Signatures over signed attributes that a test writes itself: in any order, any number, with any values.
 *
 * @module
 */
import type { TestIdentity } from '../../src/adapters/test-authority.ts'
import { concatBytes } from '../../src/bytes.ts'
import type { Instant } from '../../src/date.ts'
import { prepareSignature } from '../../src/pades/index.ts'
import { encodingOf, membersOf, readDer, TAG } from '../../src/pki/der/read-der.ts'
import { writeElement } from '../../src/pki/der/write-der.ts'
import { buildSignedAttributes, buildSignedData } from '../../src/pki/index.ts'
import { embedContents } from '../../src/signature/index.ts'

/** Attributes as they are to stand in the CMS, and as they are signed where that differs. */
export interface WrittenAttributes {
  readonly stored: readonly Uint8Array[]
  readonly signed?: readonly Uint8Array[]
}

/** A set with its members in the order given, whatever DER wants. */
const writeSet = (members: readonly Uint8Array[]) => writeElement(TAG.set, concatBytes(...members))

/** Signs a document at B-B; `write` gets the attributes that our signer would sign, in the order of DER. */
export async function signAttributes(
  document: Uint8Array,
  { signer, chain }: Pick<TestIdentity, 'signer' | 'chain'>,
  {
    claimedAt,
    write,
  }: {
    readonly claimedAt: Instant
    readonly write: (members: readonly Uint8Array[]) => WrittenAttributes
  },
): Promise<Uint8Array> {
  const prepared = prepareSignature(document, { claimedAt })
  const { algorithm } = signer
  const own = buildSignedAttributes({
    digestAlgorithm: algorithm.digest,
    messageDigest: prepared.digest(algorithm.digest),
    signerCertificate: chain[0] ?? new Uint8Array(),
  })
  const members = membersOf(readDer(own, 'attributes', TAG.set)).map(encodingOf)
  const { stored, signed = stored } = write(members)
  const cms = buildSignedData({
    signedAttributes: writeSet(stored),
    signature: await signer.sign(writeSet(signed)),
    algorithm,
    certificates: chain,
  })
  return concatBytes(document, embedContents(prepared.revision, cms))
}
