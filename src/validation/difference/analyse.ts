/**
 * What happened to a document after a signature, revision by revision.
 *
 * @module
 */
import { isMotcuaError } from '../../errors.ts'
import { listRevisions, type Pdf, type PdfRevision, readStructure } from '../../pdf/index.ts'
import { type DocMdpLevel, type FoundSignature, readFieldMdp } from '../../signature/index.ts'
import { recogniseAttacks } from '../attack/recognise.ts'
import {
  reviewCatalog,
  reviewCrossReferences,
  reviewEncryption,
  reviewInfo,
  reviewUnused,
} from '../rules/catalog.ts'
import { reviewForm } from '../rules/form.ts'
import { reviewMetadata } from '../rules/metadata.ts'
import { reviewPages } from '../rules/page.ts'
import { isAlikeWhenSearched, reviewReadings } from '../rules/readings.ts'
import { reviewSecurityStore } from '../rules/security-store.ts'
import { reviewStructure } from '../rules/structure.ts'
import type { DocumentChange, DocumentDifference, ModificationLevel } from './change.ts'
import { listChanges } from './changes.ts'
import { findSignedRevision, measureCoverage } from './coverage.ts'
import { type OpenLater, shareLaterStates } from './later-states.ts'
import { higherLevel, openLedger } from './ledger.ts'
import { findDocMdp, findLevelInForce, isAllowed } from './permission.ts'
import { type collectPlaces, shareCollectedPlaces } from './places.ts'
import { openSignedState, pairAll, type RevisionPair } from './revision-pair.ts'
import { sentences } from './sentences.ts'
import { buildUsageIndex, type UsageIndex } from './usage.ts'

/** What the signature says of later changes. */
interface Terms {
  /** The DocMDP level that it sets itself. */
  readonly level: DocMdpLevel | undefined
  /** Whether level 3 is in force. */
  readonly mayAnnotate: boolean
  readonly locks: ReturnType<typeof readFieldMdp>
}

/** What all comparisons within a document share. */
interface Shared {
  readonly open: OpenLater
  readonly findPlaces: typeof collectPlaces
}

/** What every later revision is compared by. */
interface Review {
  readonly index: UsageIndex
  readonly terms: Terms
  readonly findPlaces: Shared['findPlaces']
}

/** Compares one later revision with the signed state. */
function reviewRevision(
  pdf: Pdf,
  pair: RevisionPair,
  { index, terms, findPlaces }: Review,
): DocumentChange[] {
  const ledger = openLedger(pair, index, terms.locks)
  reviewReadings(ledger, pdf)
  reviewCatalog(ledger)
  reviewInfo(ledger)
  reviewEncryption(ledger)
  reviewCrossReferences(ledger)
  reviewSecurityStore(ledger)
  reviewMetadata(ledger)
  const newWidgets = reviewForm(ledger, { index, isCertified: terms.level !== undefined })
  reviewPages(ledger, { index, newWidgets, mayAnnotate: terms.mayAnnotate })
  reviewStructure(ledger, { index, newWidgets })
  reviewUnused(ledger)
  return listChanges(ledger, findPlaces)
}

type WholeRule = 'coverage/partial' | 'change/unreadable' | 'change/trailing-bytes'

/** A change that is said of the signature as a whole. */
function wholeChange(rule: WholeRule, revisionIndex: number): DocumentChange {
  return {
    rule,
    level: 'other',
    revisionIndex,
    object: undefined,
    path: '',
    pageNumber: undefined,
    rectangle: undefined,
    message: sentences[rule],
  }
}

/** More bytes than this behind the last revision need not be looked at to know that they are no line end. */
const MAX_BLANK_BYTES = 4096

/**
 * With more white space than this behind it, readers may not find `startxref` in the last 1024 bytes
 * (ISO 32000-1, Annex H, note 18) and search the file.
 */
const MAX_UNSEEN_BYTES = 512

/** Tells whether something other than white space stands behind the last revision. */
function hasTrailingBytes(pdf: Pdf): boolean {
  const end = listRevisions(pdf).at(-1)?.end ?? pdf.source.length
  const length = pdf.source.length - end
  const isBlank = (byte: number) => byte === 0 || (byte >= 9 && byte <= 13) || byte === 32
  if (length > MAX_BLANK_BYTES || !pdf.source.read(end, length).every(isBlank)) return true
  return length > MAX_UNSEEN_BYTES && !isAlikeWhenSearched(pdf)
}

/** Reviews the revisions behind the signed one; what cannot be read is a change of the worst kind. */
function reviewLater(
  pdf: Pdf,
  later: readonly PdfRevision[],
  { terms, shared }: { readonly terms: Terms; readonly shared: Shared },
): DocumentChange[] {
  const [first] = later
  if (first === undefined) return []
  try {
    const state = openSignedState(pdf, first.index - 1)
    const index = buildUsageIndex(state.pdf)
    const changes: DocumentChange[] = []
    const review = { index, terms, findPlaces: shared.findPlaces }
    for (const pair of pairAll(shared.open, state, later))
      for (const change of reviewRevision(pdf, pair, review)) changes.push(change)
    return changes
  } catch (error) {
    if (!isMotcuaError(error)) throw error
    return [wholeChange('change/unreadable', first.index)]
  }
}

/** Analyses what came after one signature of a document. */
export type AnalyseSignature = (signature: FoundSignature) => DocumentDifference

/** Starts the analysis of all signatures of a document: what they are compared with is read once. */
export function startAnalysis(pdf: Pdf, signatures: readonly FoundSignature[]): AnalyseSignature {
  const shared = { open: shareLaterStates(pdf), findPlaces: shareCollectedPlaces() }
  return (signature) => analyseSignature(pdf, signature, { signatures, shared })
}

/**
 * Analyses everything that was added to a document after a signature.
 *
 * Every later revision is compared with the state that was signed, object by object, through an allow-list of
 * rules; what no rule explains is `other`. Without a later revision nothing is read, however large the file.
 *
 * @param signatures - All signatures of the document, as `listSignatures` gives them.
 *
 * @example
 * import { openPdf } from 'motcua/pdf'
 * import { listSignatures } from 'motcua/signature'
 * import { analyseDifference } from 'motcua/validation'
 * const text =
 *   '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>> endobj\n' +
 *   '2 0 obj <</Kids[]>> endobj 3 0 obj <</FT/Sig/T(S)/V<</Type/Sig/ByteRange[0 5 9 9]>>>> endobj\n' +
 *   'trailer <</Root 1 0 R>>\n'
 * const pdf = openPdf(new TextEncoder().encode(text))
 * const signatures = listSignatures(pdf)
 * signatures.map((signature) => analyseDifference(pdf, signature, signatures).level) // ['other']
 */
export function analyseDifference(
  pdf: Pdf,
  signature: FoundSignature,
  signatures: readonly FoundSignature[],
): DocumentDifference {
  return startAnalysis(pdf, signatures)(signature)
}

/** Analyses one signature with what the others have read. */
function analyseSignature(
  pdf: Pdf,
  signature: FoundSignature,
  { signatures, shared }: { readonly signatures: readonly FoundSignature[]; readonly shared: Shared },
): DocumentDifference {
  const coverage = measureCoverage(pdf, signature)
  const signedIndex = findSignedRevision(pdf, signature)
  const revisions = listRevisions(pdf)
  const later = coverage === 'entire-file' ? [] : revisions.slice(signedIndex + 1)
  const own = findDocMdp(pdf, signature)
  const inForce = findLevelInForce(pdf, signature, signatures)
  const isWhole = coverage === 'entire-file' || coverage === 'entire-revision'
  const terms: Terms = { level: own, mayAnnotate: inForce === 3, locks: readFieldMdp(pdf, signature) }
  const reviewed = isWhole
    ? reviewLater(pdf, later, { terms, shared })
    : [wholeChange('coverage/partial', signedIndex)]
  const trailing = isWhole && hasTrailingBytes(pdf) ? [wholeChange('change/trailing-bytes', signedIndex)] : []
  const changes = [...reviewed, ...trailing]
  const start: ModificationLevel = later.length > 0 ? 'lta-updates' : 'none'
  const level = changes.map((change) => change.level).reduce(higherLevel, start)
  const [, , second = 0, secondLength = 0] = signature.byteRange ?? []
  const signedEnd = isWhole ? second + secondLength : (revisions[signedIndex]?.end ?? pdf.source.length)
  let structure: ReturnType<typeof readStructure> | undefined
  const attacks = recogniseAttacks({
    pdf,
    revisions,
    signature,
    isLastSignature: signature === signatures.at(-1),
    coverage,
    signedIndex,
    signedEnd,
    changes,
    docMdp: inForce,
    readStructure: () => {
      structure ??= readStructure(pdf)
      return structure
    },
  })
  return { level, changes, isPermitted: isAllowed(level, own), attacks }
}
