/**
 * Which later changes a signature allows (ISO 32000-1, 12.8.2.2 and 12.7.4.5; ISO 32000-2, 12.8.2.4).
 *
 * @module
 */
import type { Pdf } from '../../pdf/index.ts'
import {
  type DocMdpLevel,
  type FoundSignature,
  readDocMdp,
  readFieldLock,
  readFieldMdp,
} from '../../signature/index.ts'
import { type ModificationLevel, modificationLevels } from './change.ts'

/**
 * Finds the DocMDP level a signature itself sets: by its reference, by the lock of its field, or by its FieldMDP
 * parameters, where Acrobat writes it.
 *
 * @param signed - The document as it was signed.
 */
export function findDocMdp(signed: Pdf, signature: FoundSignature): DocMdpLevel | undefined {
  const stated = readDocMdp(signed, signature) ?? readFieldLock(signed, signature.field)?.level
  return stated ?? readFieldMdp(signed, signature).find(({ level }) => level !== undefined)?.level
}

/** Finds the strictest level that this signature and those before it set. */
export function findLevelInForce(
  pdf: Pdf,
  signature: FoundSignature,
  signatures: readonly FoundSignature[],
): DocMdpLevel | undefined {
  const earlier = signatures.filter(({ revisionIndex }) => revisionIndex < signature.revisionIndex)
  const levels = [signature, ...earlier].flatMap((other) => findDocMdp(pdf, other) ?? [])
  return levels.sort()[0]
}

/** The highest level of changes under each DocMDP level. */
const highestAllowed = { 1: 'lta-updates', 2: 'form-filling', 3: 'annotations' } as const

/** Tells whether changes of a level are allowed; `other` never is. */
export function isAllowed(changes: ModificationLevel, docMdp: DocMdpLevel | undefined): boolean {
  if (changes === 'other') return false
  const most = docMdp === undefined ? 'annotations' : highestAllowed[docMdp]
  return modificationLevels.indexOf(changes) <= modificationLevels.indexOf(most)
}
