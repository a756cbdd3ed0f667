import { beginRevision, joinSources, openPdf, type Pdf, type RevisionDraft } from 'motcua/pdf'
import {
  addSignatureDictionary,
  embedContents,
  prepareSignedRevision,
  type SignableRevision,
} from 'motcua/signature'

/** Puts a revision behind a document, as one array of bytes. */
export function extend(bytes: Uint8Array, tail: Uint8Array): Uint8Array {
  const whole = joinSources([bytes, tail])
  return whole.read(0, whole.length).slice()
}

/** A document with one more revision that holds a signature dictionary with made-up contents. */
export interface PretendedSignature {
  readonly bytes: Uint8Array
  readonly pdf: Pdf
  readonly revision: SignableRevision
}

/** Goes through the motions of signing; only the CMS is pretended. */
export function pretendToSign(
  bytes: Uint8Array,
  change: (draft: RevisionDraft, value: ReturnType<typeof addSignatureDictionary>) => void,
  more: Partial<Parameters<typeof addSignatureDictionary>[1]> = {},
): PretendedSignature {
  const draft = beginRevision(openPdf(bytes))
  const value = addSignatureDictionary(draft, {
    kind: 'signature',
    subFilter: 'ETSI.CAdES.detached',
    reservedBytes: 64,
    ...more,
  })
  change(draft, value)
  const revision = prepareSignedRevision(draft)
  const whole = extend(bytes, embedContents(revision, Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x05)))
  return { bytes: whole, pdf: openPdf(whole), revision }
}
