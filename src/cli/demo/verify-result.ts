/**
 * The verdict on the signatures of the result, for the demonstration.
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import type { LocalizedText } from '../../errors.ts'
import { explainSignature, isAllPassed, readTrustStore, verifyDocument } from '../../validation/index.ts'

/** What is said of a document. */
export interface ResultVerdict {
  /** Every signature is TOTAL-PASSED and no finding failed. */
  readonly isGood: boolean
  /** One sentence for each signature. */
  readonly says: readonly LocalizedText[]
}

/**
 * Judges every signature of a document, with one root that is trusted.
 *
 * @param root - Certificate of the authority, DER.
 */
export async function verifyResult(
  document: Uint8Array,
  { root, at }: { readonly root: Uint8Array; readonly at: Instant },
): Promise<ResultVerdict> {
  const report = await verifyDocument(document, { trust: readTrustStore(root), at })
  return {
    isGood: isAllPassed(report),
    says: report.signatures.map((signature) => {
      const name = signature.signer?.name ?? signature.field
      const { vi, en } = explainSignature(signature)
      const { indication } = signature
      return { vi: `${name}: ${indication} – ${vi}`, en: `${name}: ${indication} – ${en}` }
    }),
  }
}
