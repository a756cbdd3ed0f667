import { listRevisions, openPdf, readStructure } from '../../src/pdf/index.ts'
import { listSignatures } from '../../src/signature/index.ts'
import type { AttackFacts } from '../../src/validation/attack/facts.ts'
import { findSignedRevision, measureCoverage } from '../../src/validation/difference/coverage.ts'
import { analyseDifference } from '../../src/validation/index.ts'

/** What a recogniser is asked with, of the first signature of a document. */
export function attackFactsOf(bytes: Uint8Array): AttackFacts {
  const pdf = openPdf(bytes)
  const signatures = listSignatures(pdf)
  const [signature] = signatures
  if (signature === undefined) throw new Error('no signature')
  const [, , second = 0, secondLength = 0] = signature.byteRange ?? []
  return {
    pdf,
    revisions: listRevisions(pdf),
    signature,
    isLastSignature: signatures.length === 1,
    coverage: measureCoverage(pdf, signature),
    signedIndex: findSignedRevision(pdf, signature),
    signedEnd: second + secondLength,
    changes: analyseDifference(pdf, signature, signatures).changes,
    docMdp: undefined,
    readStructure: () => readStructure(pdf),
  }
}
