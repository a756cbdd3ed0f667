/**
 * What is wrong with a document as a whole: trees that go in circles, bytes that readers may take differently.
 *
 * @module
 */
import { isMotcuaError } from '../../errors.ts'
import { type Pdf, type PdfStructure, readCatalog, readStructure, walkPages } from '../../pdf/index.ts'
import { readFieldTree } from '../../signature/index.ts'
import type { DocumentFacts } from '../facts/collect.ts'
import type { Evidence } from '../facts/evidence.ts'
import type { ValidationFinding } from '../finding.ts'
import { makeFinding } from '../sentences.ts'

/** More pages than this are not walked through. */
const MOST_PAGES = 100_000

/** Whether the catalog, the pages and the form can be followed. */
function checkTrees(pdf: Pdf): ValidationFinding[] {
  try {
    readCatalog(pdf)
    let pages = 0
    for (const { index } of walkPages(pdf)) {
      pages = index + 1
      if (pages >= MOST_PAGES) break
    }
    const { skippedNodes } = readFieldTree(pdf)
    const isBroken = pdf.repairs.some(({ code }) => code === 'pdf/page-tree-broken')
    if (skippedNodes === 0 && !isBroken) return []
    return [
      makeFinding('validation/structure-anomaly', 'document', { skippedNodes, isPageTreeBroken: isBroken }),
    ]
  } catch (error) {
    if (!isMotcuaError(error)) throw error
    return [makeFinding('validation/structure-broken', 'document', { reason: error.code })]
  }
}

/** What lies in the bytes beside the cross-reference data, in numbers. */
function countAnomalies(structure: PdfStructure) {
  const { unlisted, misdirected, strayStartxrefs, forwardSections, bytesAfterEnd } = structure
  return {
    unlisted: unlisted.length,
    misdirected: misdirected.length,
    strayStartxrefs: strayStartxrefs.length,
    forwardSections: forwardSections.length,
    bytesAfterEnd,
  }
}

/** Whether the bytes hold more than the newest cross-reference data say; only asked where something came after a signature. */
function checkBytes(pdf: Pdf): ValidationFinding[] {
  const anomalies = countAnomalies(readStructure(pdf))
  const isClean = Object.values(anomalies).every((count) => count === 0)
  return isClean ? [] : [makeFinding('validation/structure-anomaly', 'document', anomalies)]
}

/**
 * Checks a document that could be opened.
 *
 * Trees and bytes are only searched where no signature covers the whole file: what one covers to its end, nobody has
 * added to.
 */
export function checkDocument({
  pdf,
  signatures,
  omittedSignatures,
}: DocumentFacts): readonly ValidationFinding[] {
  const findings: ValidationFinding[] = []
  if (omittedSignatures > 0) {
    const facts = { reason: 'too-many-signatures', omittedSignatures }
    findings.push(makeFinding('validation/structure-broken', 'document', facts))
  }
  if (pdf.isRebuilt)
    findings.push(makeFinding('validation/structure-anomaly', 'document', { isRebuilt: true }))
  if (signatures.length === 0) return [makeFinding('validation/no-signature', 'document'), ...findings]
  findings.unshift(makeFinding('validation/document-read', 'document'))
  if (!signatures.some(({ found }) => found.kind === 'signature')) {
    findings.push(makeFinding('validation/only-timestamps', 'document'))
  }
  if (signatures.some(({ coverage }) => coverage === 'entire-file')) return findings
  findings.push(...checkTrees(pdf))
  return pdf.isRebuilt ? findings : [...findings, ...checkBytes(pdf)]
}

/** Tells of revocation data that cannot be read: no certificate shows that any are missing. */
export function checkEvidence({ unreadable }: Evidence, place: string): readonly ValidationFinding[] {
  if (unreadable.size === 0) return []
  return [makeFinding('validation/revocation-unreadable', place, { unreadable: unreadable.size })]
}
