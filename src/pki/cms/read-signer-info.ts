/**
 * Reads one `SignerInfo` (RFC 5652, 5.3) and what its attributes mean.
 *
 * @module
 */
import { compareBytes, writeHex } from '../../bytes.ts'
import { type AlgorithmFacts, readAlgorithm } from '../algorithms.ts'
import {
  bodyOf,
  contextConstructed,
  contextPrimitive,
  type DerElement,
  encodingOf,
  expectTag,
  isAtEnd,
  openElement,
  TAG,
  takeElement,
  takeOptional,
} from '../der/read-der.ts'
import { readIntegerHex, readOctets, readSmallInteger } from '../der/read-values.ts'
import { writeElement, writeSetOf } from '../der/write-der.ts'
import { type DistinguishedName, readName } from '../name.ts'
import { type CmsAttribute, readAttributes } from './attribute.ts'
import { type AttributeFacts, interpretAttributes } from './interpret-attributes.ts'

/** How a signer names its certificate. */
export type SignerIdentifier =
  | { readonly kind: 'issuer-and-serial'; readonly issuer: DistinguishedName; readonly serial: string }
  | { readonly kind: 'subject-key-id'; readonly keyId: string }

/** One signer of a CMS. */
export interface SignerInfo {
  readonly version: number
  readonly identifier: SignerIdentifier
  readonly digestAlgorithm: AlgorithmFacts
  readonly signatureAlgorithm: AlgorithmFacts
  readonly signature: Uint8Array
  /** `undefined` when there are none at all: the signature is then over the content itself. */
  readonly signedAttributes: readonly CmsAttribute[] | undefined
  /** The attributes as the DER SET that a correct signer signs. */
  readonly signedBytes: Uint8Array | undefined
  /** The attributes as a SET in the order they came; differs from the above where they are not sorted. */
  readonly signedBytesAsEncoded: Uint8Array | undefined
  readonly areSignedAttributesSorted: boolean
  readonly unsignedAttributes: readonly CmsAttribute[]
  /** What the attributes mean. */
  readonly attributes: AttributeFacts
  /** The whole `SignerInfo`. */
  readonly der: Uint8Array
}

/** Reads `SignerIdentifier`. */
function readIdentifier(element: DerElement): SignerIdentifier {
  if (element.tag === contextPrimitive(0)) return { kind: 'subject-key-id', keyId: writeHex(bodyOf(element)) }
  const cursor = openElement(expectTag(element, TAG.sequence))
  const issuer = readName(takeElement(cursor))
  return { kind: 'issuer-and-serial', issuer, serial: readIntegerHex(takeElement(cursor)) }
}

/** The bytes a signature over attributes is made from: as they should be, and as they are. */
function readSignedBytes(element: DerElement | undefined, attributes: readonly CmsAttribute[] | undefined) {
  if (element === undefined || attributes === undefined) {
    return { signedBytes: undefined, signedBytesAsEncoded: undefined, areSignedAttributesSorted: true }
  }
  const encodings = attributes.map(({ der }) => der)
  const signedBytesAsEncoded = writeElement(TAG.set, bodyOf(element))
  const isInOrder = (encoding: Uint8Array, index: number) =>
    index === 0 || compareBytes(encodings[index - 1] as Uint8Array, encoding) <= 0
  const areSignedAttributesSorted = encodings.every(isInOrder)
  const signedBytes = areSignedAttributesSorted ? signedBytesAsEncoded : writeSetOf(encodings)
  return { signedBytes, signedBytesAsEncoded, areSignedAttributesSorted }
}

/** Reads one `SignerInfo`. */
export function readSignerInfo(element: DerElement): SignerInfo {
  const cursor = openElement(expectTag(element, TAG.sequence))
  const version = readSmallInteger(takeElement(cursor, TAG.integer))
  const identifier = readIdentifier(takeElement(cursor))
  const digestAlgorithm = readAlgorithm(takeElement(cursor, TAG.sequence))
  const signed = takeOptional(cursor, contextConstructed(0))
  const signedAttributes = signed === undefined ? undefined : readAttributes(signed)
  const signatureAlgorithm = readAlgorithm(takeElement(cursor, TAG.sequence), digestAlgorithm.digest)
  const signature = readOctets(takeElement(cursor))
  const unsigned = isAtEnd(cursor) ? undefined : takeElement(cursor, contextConstructed(1))
  const unsignedAttributes = unsigned === undefined ? [] : readAttributes(unsigned)
  const bytes = readSignedBytes(signed, signedAttributes)
  return {
    version,
    identifier,
    digestAlgorithm,
    signatureAlgorithm,
    signature,
    signedAttributes,
    signedBytes: bytes.signedBytes,
    signedBytesAsEncoded: bytes.signedBytesAsEncoded,
    areSignedAttributesSorted: bytes.areSignedAttributesSorted,
    unsignedAttributes,
    attributes: interpretAttributes(signedAttributes ?? [], unsignedAttributes),
    der: encodingOf(element),
  }
}
