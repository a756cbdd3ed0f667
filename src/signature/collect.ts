/**
 * Every signature of a document, in whichever revision it stands.
 *
 * A signature whose field is gone from the newest revision is still in the file, and still to be looked at.
 *
 * @module
 */
import { listRevisions, openRevision, type Pdf, type PdfRevision } from '../pdf/index.ts'
import {
  readGap,
  readSignatureDictionary,
  type SignatureDictionary,
  type SignatureGap,
} from './dictionary.ts'
import { type FormField, listFields } from './field.ts'

/** A signature in a document. */
export interface FoundSignature extends SignatureDictionary {
  /** The field that held it when it was first seen. */
  readonly field: FormField
  /** Index of the first revision in which it stands. */
  readonly revisionIndex: number
  /** The field still leads to it in the newest revision. */
  readonly isInNewest: boolean
  /** What stands between the signed ranges; `undefined` when the byte range makes no sense. */
  readonly gap: SignatureGap | undefined
  /** Index of the revision whose end is the end of the signed range; `undefined` when there is none. */
  readonly coversRevision: number | undefined
  /** The signed range reaches the last byte of the file. */
  readonly coversFile: boolean
}

/** Tells two values of signature fields apart: by object number where there is one, and by place. */
function keyOf(name: string, signature: SignatureDictionary): string {
  return `${signature.ref?.number ?? name} ${signature.dict.start}`
}

/** Finds the revision that ends where the signed range ends, with or without the line end after `%%EOF`. */
function findCovered(
  revisions: readonly PdfRevision[],
  byteRange: readonly number[] | undefined,
): number | undefined {
  const [, , start = -1, length = -1] = byteRange ?? []
  const end = start + length
  return revisions.find((revision) => end >= revision.markEnd && end <= revision.end && end > 0)?.index
}

/** Signature values of one state of the document. */
function listValues(pdf: Pdf): { field: FormField; signature: SignatureDictionary }[] {
  return listFields(pdf).flatMap((field) => {
    if (field.fieldType !== 'Sig' || field.value === undefined) return []
    const signature = readSignatureDictionary(pdf, field.value)
    return signature === undefined ? [] : [{ field, signature }]
  })
}

/**
 * Lists the signatures and document timestamps of all revisions, in the order in which they were made.
 *
 * @example
 * import { openPdf } from 'motcua/pdf'
 * import { listSignatures } from 'motcua/signature'
 * const text = '%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[]>> endobj trailer <</Root 1 0 R>>\n'
 * listSignatures(openPdf(new TextEncoder().encode(text))).length // 0
 */
export function listSignatures(pdf: Pdf): FoundSignature[] {
  const revisions = listRevisions(pdf)
  const newestValues = listValues(pdf)
  const newest = new Set(newestValues.map(({ field, signature }) => keyOf(field.name, signature)))
  const found = new Map<string, FoundSignature>()
  for (const revision of revisions) {
    const isLast = revision.index === revisions.length - 1
    const values = isLast ? newestValues : listValues(openRevision(pdf, revision))
    for (const { field, signature } of values) {
      const key = keyOf(field.name, signature)
      if (found.has(key)) continue
      const { byteRange, ref, dict, kind, filter, subFilter, contents, contentsNotation } = signature
      const { claimedAt, name, reason, location, contactInfo, hasCert, references } = signature
      const [, , start = -1, length = -1] = byteRange ?? []
      const gap = byteRange && readGap(pdf.source, byteRange, signature.dict)
      const coversRevision = findCovered(revisions, byteRange)
      const coversFile = start + length === pdf.source.length
      const isInNewest = newest.has(key)
      const revisionIndex = revision.index
      // One by one: Node 20 takes longer to copy an object than to read the signature.
      found.set(key, {
        field,
        revisionIndex,
        isInNewest,
        gap,
        coversRevision,
        coversFile,
        ref,
        dict,
        kind,
        filter,
        subFilter,
        byteRange,
        contents,
        contentsNotation,
        claimedAt,
        name,
        reason,
        location,
        contactInfo,
        hasCert,
        references,
      })
    }
  }
  return [...found.values()].sort(
    (a, b) => a.revisionIndex - b.revisionIndex || (a.byteRange?.[2] ?? 0) - (b.byteRange?.[2] ?? 0),
  )
}
