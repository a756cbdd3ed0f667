/**
 * Universal signature forgery: a signature whose parts are missing or senseless, so that a careless validator
 * skips what it cannot check (Mladenov et al., CCS 2019, section 4.1).
 *
 * @module
 */
import type { FoundSignature } from '../../signature/index.ts'
import type { RecognisedAttack } from '../difference/change.ts'
import type { AttackFacts } from './facts.ts'
import { type AttackVariant, nameAttack } from './sentences.ts'

/** The length a DER object states, header included; `undefined` for lengths that make no sense. */
function readDerLength(bytes: Uint8Array): number | undefined {
  const first = bytes[1] ?? 0
  if (first < 0x80) return 2 + first
  const count = first & 0x7f
  // Indefinite length is BER; signers use it, and its end is for the CMS reader to find.
  if (count === 0) return 0
  if (count > 4 || bytes.length < 2 + count) return undefined
  let length = 0
  for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[2 + index] ?? 0)
  return 2 + count + length
}

/** Says what is wrong with /Contents. */
function findContentsFault({ dict, contents }: FoundSignature): AttackVariant | undefined {
  const raw = dict.entries.get('Contents')
  if (contents === undefined) {
    if (raw === undefined) return 'contents-missing'
    return raw.kind === 'null' || raw.kind === 'ref' ? 'contents-null' : 'contents-no-string'
  }
  if (contents.length === 0) return 'contents-empty'
  if (contents.every((byte) => byte === 0)) return 'contents-zero'
  if (contents[0] !== 0x30) return 'contents-no-cms'
  return (readDerLength(contents) ?? Number.POSITIVE_INFINITY) > contents.length ? 'contents-cut' : undefined
}

/** Says what is wrong with the numbers of /ByteRange. */
function findRangeFault({ dict, byteRange }: FoundSignature, lengthBytes: number): AttackVariant | undefined {
  const raw = dict.entries.get('ByteRange')
  if (byteRange === undefined) {
    if (raw === undefined) return 'byte-range-missing'
    return raw.kind === 'null' || raw.kind === 'ref' ? 'byte-range-null' : 'byte-range-malformed'
  }
  if (byteRange.length !== 4) return 'byte-range-count'
  if (byteRange.some((value) => value < 0)) return 'byte-range-negative'
  const [start = 0, firstLength = 0, second = 0, secondLength = 0] = byteRange
  if (start !== 0) return 'byte-range-start'
  if (firstLength === 0 || secondLength === 0 || second < firstLength) return 'byte-range-overlap'
  return second + secondLength > lengthBytes ? 'byte-range-beyond-file' : undefined
}

/** Recognises universal forgery. */
export function recogniseForgery({ pdf, signature }: AttackFacts): RecognisedAttack[] {
  const { dict, field } = signature
  const place = `${field.name} /V`
  const isRepeated = dict.duplicateKeys.some((key) => key === 'Contents' || key === 'ByteRange')
  const faults = [
    isRepeated ? ('entry-repeated' as const) : undefined,
    findContentsFault(signature),
    findRangeFault(signature, pdf.source.length),
  ]
  return faults.flatMap((variant) => (variant === undefined ? [] : [nameAttack(variant, place)]))
}
