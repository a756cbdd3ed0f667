/**
 * One attribute of a CMS signer (RFC 5652, 5.3).
 *
 * @module
 */
import {
  type DerElement,
  encodingOf,
  expectTag,
  membersOf,
  openElement,
  TAG,
  takeElement,
} from '../der/read-der.ts'
import { readOid } from '../der/read-values.ts'
import { writeOid, writeSequence, writeSetOf } from '../der/write-der.ts'

/** One attribute as encoded. */
export interface CmsAttribute {
  readonly oid: string
  /** Encodings of the values. */
  readonly values: readonly Uint8Array[]
  readonly der: Uint8Array
}

/** Reads the members of a set of attributes. */
export function readAttributes(element: DerElement): readonly CmsAttribute[] {
  return membersOf(element).map((member) => {
    const cursor = openElement(expectTag(member, TAG.sequence))
    const oid = readOid(takeElement(cursor, TAG.oid))
    return { oid, values: membersOf(takeElement(cursor, TAG.set)).map(encodingOf), der: encodingOf(member) }
  })
}

/** Writes one attribute with a single value. */
export function writeAttribute(oid: string, value: Uint8Array): Uint8Array {
  return writeSequence(writeOid(oid), writeSetOf([value]))
}
