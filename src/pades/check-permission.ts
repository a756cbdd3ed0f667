/**
 * What earlier signatures allow: DocMDP, and the fields that FieldMDP locks (ISO 32000-1, 12.8.2).
 *
 * @module
 */
import { MotcuaError } from '../errors.ts'
import type { Pdf } from '../pdf/index.ts'
import {
  type DocMdpLevel,
  type FoundSignature,
  isLocked,
  listSignatures,
  readCertification,
  readDocMdp,
  readFieldMdp,
} from '../signature/index.ts'
import { messages, type PermissionRefusal } from './messages.ts'

/** What a signature is about to do to a document. */
export interface IntendedChange {
  readonly certify: DocMdpLevel | undefined
  /** Fields that are signed, added or filled; an empty name for a new field that has none yet. */
  readonly fieldNames: readonly string[]
}

/**
 * Refuses with the reason.
 *
 * @throws MotcuaError `pades/not-permitted`
 */
function refuse(reason: PermissionRefusal): never {
  throw new MotcuaError(messages, 'pades/not-permitted', { reason })
}

/** The strictest level that any signature set: a lock's /P restricts the document as a certification does. */
function findLevel(pdf: Pdf, signatures: readonly FoundSignature[]): DocMdpLevel | undefined {
  const levels = signatures.flatMap((signature) => readDocMdp(pdf, signature) ?? [])
  const certified = readCertification(pdf)?.level
  const [strictest] = [...levels, ...(certified === undefined ? [] : [certified])].sort()
  return strictest
}

/**
 * Refuses a change that an earlier signature forbids.
 *
 * @returns The signatures found, for whoever needs them next.
 */
export function assertPermitted(pdf: Pdf, change: IntendedChange): readonly FoundSignature[] {
  const signatures = listSignatures(pdf)
  if (findLevel(pdf, signatures) === 1) refuse('certified-without-changes')
  const locks = signatures.flatMap((signature) => readFieldMdp(pdf, signature))
  const isForbidden = change.fieldNames.some((name) => locks.some((lock) => isLocked(lock, name)))
  if (isForbidden) refuse('field-locked')
  if (change.certify === undefined) return signatures
  if (readCertification(pdf) !== undefined) refuse('already-certified')
  if (signatures.length > 0) refuse('already-signed')
  return signatures
}
