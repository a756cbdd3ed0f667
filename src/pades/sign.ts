/**
 * A signature in one call.
 *
 * @module
 */
import type { ByteSource } from '../bytes.ts'
import { buildSignedAttributes, buildSignedData, type Signer } from '../pki/index.ts'
import {
  embedSignature,
  type PreparedSignature,
  prepareSignature,
  type SignaturePlan,
} from './prepare-signature.ts'

/** A signature by a signer that is known beforehand. */
export interface SignInput extends SignaturePlan {
  readonly signer: Signer
}

/** The bytes that make a document a signed one. */
export interface SignedRevision {
  /** To be put behind the document as it was. */
  readonly tail: Uint8Array
  /** Full name of the signed field. */
  readonly field: string
  readonly byteRange: readonly [number, number, number, number]
}

/** Builds the CMS for a digest: PAdES attributes, no signing-time. */
async function buildCms(prepared: PreparedSignature, signer: Signer): Promise<Uint8Array> {
  const { algorithm, chain } = signer
  const [signerCertificate = new Uint8Array(0)] = chain
  const signedAttributes = buildSignedAttributes({
    digestAlgorithm: algorithm.digest,
    messageDigest: prepared.digest(algorithm.digest),
    signerCertificate,
  })
  const signature = await signer.sign(signedAttributes)
  return buildSignedData({ signedAttributes, signature, algorithm, certificates: chain })
}

/**
 * Signs a document: PAdES baseline B-B by incremental update (ETSI EN 319 142-1).
 *
 * @returns The tail alone; the signed document is the old one with the tail behind it.
 */
export async function sign(source: Uint8Array | ByteSource, input: SignInput): Promise<SignedRevision> {
  const prepared = prepareSignature(source, input)
  const tail = embedSignature(prepared, await buildCms(prepared, input.signer))
  return { tail, field: prepared.field, byteRange: prepared.revision.byteRange }
}
