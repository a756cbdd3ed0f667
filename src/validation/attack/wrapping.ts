/**
 * Signature wrapping: the range is moved apart and something else put into the gap (Mladenov et al., CCS 2019,
 * section 4.3).
 *
 * @module
 */
import { equalBytes } from '../../bytes.ts'
import type { RecognisedAttack } from '../difference/change.ts'
import type { AttackFacts } from './facts.ts'
import { nameAttack } from './sentences.ts'

/** Recognises a gap that holds something else than the signature's own value. */
export function recogniseWrapping({ signature, coverage, signedIndex }: AttackFacts): RecognisedAttack[] {
  const { gap, contents, dict, field, byteRange } = signature
  const isInFile = (dict.origin?.container ?? 0) === 0 && dict.start >= 0
  if (gap === undefined || contents === undefined || byteRange === undefined || !isInFile) return []
  const [, , second = 0, secondLength = 0] = byteRange
  const place = `${field.name} /ByteRange`
  const value = dict.entries.get('Contents')
  // An encrypted document's values are made anew when they are read, but keep their place.
  const isInGap = value === undefined || (value.start >= gap.start && value.end <= gap.end)
  const isSame = gap.isHexString && equalBytes(gap.contents, contents)
  if (isSame && isInGap) {
    const isOvertaken = coverage === 'partial' && signature.coversRevision === signedIndex
    return isOvertaken ? [nameAttack('hidden-section-used', place)] : []
  }
  const isUnsigned = dict.start >= gap.start && (dict.start < second || dict.start >= second + secondLength)
  if (isUnsigned) return [nameAttack('dictionary-unsigned', place)]
  const gapBytes = gap.end - gap.start
  if (!gap.isHexString && gapBytes > 2 * contents.length + 2 && isInGap)
    return [nameAttack('gap-holds-more', place)]
  if (gap.isHexString || gapBytes > 2 * contents.length + 2) return [nameAttack('contents-elsewhere', place)]
  return [nameAttack('byte-range-elsewhere', place)]
}
