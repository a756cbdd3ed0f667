/**
 * Adds unsigned attributes to a finished CMS: timestamps over its signature.
 *
 * @module
 */
import { CMS_OID } from '../der/oids.ts'
import {
  contextConstructed,
  type DerElement,
  encodingOf,
  membersOf,
  onlyMember,
  openElement,
  readDer,
  TAG,
  takeElement,
} from '../der/read-der.ts'
import {
  joinBytes,
  writeElement,
  writeExplicit,
  writeList,
  writeSequence,
  writeSetOf,
} from '../der/write-der.ts'
import { refuseMalformed } from '../messages.ts'
import { writeAttribute } from './attribute.ts'
import { readSignedData } from './read-signed-data.ts'

/** Writes the unsigned attribute that carries a timestamp over the signature value (RFC 3161, appendix A). */
export function writeSignatureTimestamp(timestampToken: Uint8Array): Uint8Array {
  return writeAttribute(CMS_OID.signatureTimestamp, timestampToken)
}

/** Rewrites a `SignerInfo` with more unsigned attributes; everything signed keeps its bytes. */
function extendSignerInfo(element: DerElement, attributes: readonly Uint8Array[]): Uint8Array {
  const members = membersOf(element)
  const last = members.at(-1)
  const isUnsigned = last?.tag === contextConstructed(1)
  const kept = isUnsigned ? members.slice(0, -1) : members
  const earlier = isUnsigned ? membersOf(last).map(encodingOf) : []
  const unsigned = writeSetOf([...earlier, ...attributes], contextConstructed(1))
  return writeList(TAG.sequence, [...kept.map(encodingOf), unsigned])
}

/**
 * Adds unsigned attributes to the only signer of a CMS.
 *
 * What was signed, the certificates and earlier unsigned attributes keep their bytes; only lengths around the
 * signer change. Zero padding after the CMS is dropped.
 *
 * @param cms - A ContentInfo with SignedData of one signer, DER or BER.
 * @param attributes - Complete attributes, such as {@link writeSignatureTimestamp} gives.
 * @throws MotcuaError `pki/malformed` when it is no CMS of one signer, through the readers below.
 */
export function addUnsignedAttributes(cms: Uint8Array, attributes: readonly Uint8Array[]): Uint8Array {
  const { der } = readSignedData(cms)
  const cursor = openElement(readDer(der, 'CMS SignedData'))
  const type = takeElement(cursor)
  const signedData = onlyMember(takeElement(cursor))
  const members = membersOf(signedData)
  const signers = members.at(-1)
  const [signer, ...others] = signers === undefined ? [] : membersOf(signers)
  if (signer === undefined || others.length > 0) {
    return refuseMalformed('CMS SignedData', signers?.start ?? 0, 'not exactly one signer')
  }
  const before = joinBytes(members.slice(0, -1).map(encodingOf))
  const rewritten = writeElement(TAG.set, extendSignerInfo(signer, attributes))
  const body = writeElement(TAG.sequence, before, rewritten)
  return writeSequence(encodingOf(type), writeExplicit(0, body))
}
