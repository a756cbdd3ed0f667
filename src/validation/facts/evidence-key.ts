/**
 * Names for pieces of evidence, under which their existence is proved.
 *
 * @module
 */
import { writeHex } from '../../bytes.ts'
import { hashBytes } from '../../hash.ts'

/** SHA-256 of what is proved to exist, lower-case hexadecimal. */
export type EvidenceKey = string

/** Names a piece of evidence. */
export function keyOf(bytes: Uint8Array): EvidenceKey {
  return writeHex(hashBytes('sha256', bytes))
}
