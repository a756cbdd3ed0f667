/**
 * How much of the file a signature covers, by its byte range and the revisions.
 *
 * @module
 */
import { equalBytes } from '../../bytes.ts'
import { listRevisions, type Pdf } from '../../pdf/index.ts'
import type { FoundSignature } from '../../signature/index.ts'
import type { Coverage } from '../verdict.ts'

/** Finds the revision in whose bytes the signature dictionary stands: the one it is answerable for. */
export function findSignedRevision(pdf: Pdf, signature: FoundSignature): number {
  const { dict, revisionIndex } = signature
  const isInFile = dict.start >= 0 && (dict.origin?.container ?? 0) === 0
  if (!isInFile) return revisionIndex
  return listRevisions(pdf).find((revision) => dict.start < revision.end)?.index ?? revisionIndex
}

/** Tells whether the gap is the signature's own /Contents and nothing else. */
function isOwnGap(signature: FoundSignature): boolean {
  const { gap, contents } = signature
  if (gap === undefined || contents === undefined || !gap.isHexString) return false
  return equalBytes(gap.contents, contents)
}

const latin1 = new TextDecoder('latin1')

/** The last `startxref` of a revision stands so near its end, whatever comments follow. */
const TAIL_BYTES = 2048

/**
 * Tells whether the signed bytes themselves name the section that the revision begins with.
 *
 * A section that lay unused in the signed bytes can be brought into the chain from behind, in front of the signed
 * one; read from the end of the file, both then look like one revision.
 */
function namesOwnSection(pdf: Pdf, signedIndex: number, signedEnd: number): boolean {
  if (pdf.isRebuilt) return true
  const length = Math.min(TAIL_BYTES, signedEnd)
  const text = latin1.decode(pdf.source.read(signedEnd - length, length))
  const number = /^startxref[\0\s]*(\d{1,15})/.exec(
    text.slice(Math.max(0, text.lastIndexOf('startxref'))),
  )?.[1]
  const start = listRevisions(pdf)[signedIndex]?.sections[0]?.start
  if (number === undefined || start === undefined) return false
  const target = Number(number) + pdf.shift
  if (target > start || start - target > 64) return false
  return /^[\0\s]*$/.test(latin1.decode(pdf.source.read(target, start - target)))
}

/**
 * Says how much of the file a signature covers.
 *
 * `entire-revision` holds only where the range ends with the very revision in which the signature dictionary
 * stands: a dictionary that was put there later vouches for bytes it was never part of.
 *
 * @example
 * import { openPdf } from 'motcua/pdf'
 * import { listSignatures } from 'motcua/signature'
 * import { measureCoverage } from 'motcua/validation'
 * const text =
 *   '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>> endobj\n' +
 *   '2 0 obj <</Kids[]>> endobj 3 0 obj <</FT/Sig/T(S)/V<</Type/Sig/ByteRange[0 5 9 9]>>>> endobj\n' +
 *   'trailer <</Root 1 0 R>>\n'
 * const pdf = openPdf(new TextEncoder().encode(text))
 * listSignatures(pdf).map((signature) => measureCoverage(pdf, signature)) // ['broken']
 */
export function measureCoverage(pdf: Pdf, signature: FoundSignature): Coverage {
  const { byteRange } = signature
  if (byteRange?.length !== 4 || byteRange[0] !== 0) return 'broken'
  const [, firstLength = 0, secondStart = 0, secondLength = 0] = byteRange
  if (firstLength <= 0 || secondLength < 0 || secondStart < firstLength) return 'broken'
  const gapLength = 2 * (signature.contents?.length ?? 0) + 2
  if (signature.contents === undefined || secondStart - firstLength !== gapLength) return 'broken'
  if (!isOwnGap(signature)) return 'partial'
  if (signature.coversFile) return 'entire-file'
  const signedIndex = findSignedRevision(pdf, signature)
  if (signature.coversRevision !== signedIndex) return 'partial'
  return namesOwnSection(pdf, signedIndex, secondStart + secondLength) ? 'entire-revision' : 'partial'
}
