/**
 * Verifies documents: facts, findings, verdict, report.
 *
 * @module
 */
import type { ByteSource } from '../bytes.ts'
import { isMotcuaError } from '../errors.ts'
import { openPdf, type Pdf } from '../pdf/index.ts'
import { checkDocument, checkEvidence } from './checks/document.ts'
import { startAnalysis } from './difference/analyse.ts'
import { collectFacts, type DocumentFacts } from './facts/collect.ts'
import { type EvidenceInput, gatherEvidence } from './facts/evidence.ts'
import { createMemory } from './facts/memory.ts'
import type { ValidationFinding } from './finding.ts'
import type { Inquiry } from './inquiry.ts'
import { judgeSignature } from './judge/judge-signature.ts'
import type { DocumentOptions, VerifierOptions } from './options.ts'
import { judgeTimestampChain } from './past/document-timestamps.ts'
import { etsiPolicy } from './policy.ts'
import { findPageShapes } from './report/page-shapes.ts'
import { reportDocument, reportSignature } from './report/report-signature.ts'
import { makeFinding } from './sentences.ts'
import type { SignatureReport, ValidationReport } from './verdict.ts'
import { type DetachedSignature, verifyDetachedWith } from './verify-detached.ts'

/** Verifies one document after the other, and remembers authorities and keys between them. */
export interface DocumentVerifier {
  readonly verify: (source: Uint8Array | ByteSource, options: DocumentOptions) => Promise<ValidationReport>
  /** Verifies a detached signature, see {@link verifyDetached}. */
  readonly verifyDetached: (
    signature: DetachedSignature,
    options: Pick<DocumentOptions, 'at'>,
  ) => Promise<ValidationReport>
}

/** Opens a document, or says why it cannot be. */
function openDocument(
  source: Uint8Array | ByteSource,
  password: string | undefined,
): Pdf | ValidationFinding {
  try {
    return openPdf(source, { password })
  } catch (error) {
    if (!isMotcuaError(error)) throw error
    const isLocked = error.code === 'pdf/wrong-password'
    return makeFinding(
      isLocked ? 'validation/document-locked' : 'validation/document-unreadable',
      'document',
      { reason: error.code },
    )
  }
}

/** Judges all signatures of an open document and reports on them. */
async function reportSignatures(document: DocumentFacts, inquiry: Inquiry): Promise<SignatureReport[]> {
  const chain = await judgeTimestampChain(document, inquiry)
  const found = document.signatures.map((signature) => signature.found)
  const { now, policy, trust, memory, evidence, sources, asked } = inquiry
  const analyse = startAnalysis(document.pdf, found)
  const shared = { document, chain, analyse, now, policy, trust, memory, evidence, sources, asked }
  const reports: SignatureReport[] = []
  for (const signature of document.signatures) {
    reports.push(await reportSignature(await judgeSignature(signature, shared), shared))
  }
  return reports
}

/** What all documents of one verifier are judged with. */
type Equipment = Pick<Inquiry, 'policy' | 'trust' | 'memory' | 'sources'> & {
  readonly material: EvidenceInput
}

/** Judges one document with what the verifier remembers. */
async function judgeDocument(
  source: Uint8Array | ByteSource,
  options: DocumentOptions,
  equipment: Equipment,
): Promise<Pick<ValidationReport, 'document' | 'signatures' | 'pages'>> {
  const { policy, trust, memory, sources, material } = equipment
  const refuse = (finding: ValidationFinding) => {
    return { document: reportDocument([], [finding]), signatures: [], pages: [] }
  }
  const pdf = openDocument(source, options.password)
  if ('check' in pdf) return refuse(pdf)
  try {
    const facts = collectFacts(pdf, memory)
    const evidence = gatherEvidence(facts, material, memory)
    const inquiry: Inquiry = { now: options.at, policy, trust, memory, evidence, sources, asked: new Map() }
    const signatures = await reportSignatures(facts, inquiry)
    const findings = [...checkDocument(facts), ...checkEvidence(evidence, 'document')]
    const document = reportDocument(signatures, findings)
    return { document, signatures, pages: findPageShapes(pdf, signatures) }
  } catch (error) {
    if (!isMotcuaError(error) || !error.code.startsWith('pdf/')) throw error
    // Objects that lie so that the form cannot be read, for instance nested without end.
    return refuse(makeFinding('validation/structure-broken', 'document', { reason: error.code }))
  }
}

/** Verifies one document and puts its report together. */
async function verifyWith(
  source: Uint8Array | ByteSource,
  options: DocumentOptions,
  equipment: Equipment,
): Promise<ValidationReport> {
  const { document, signatures, pages } = await judgeDocument(source, options, equipment)
  const policy = equipment.policy.name
  return { schema: 'motcua/validation-report@1', at: options.at, policy, document, signatures, pages }
}

/**
 * Creates a verifier for many documents: parsed certificates, imported keys and checked links are kept between them.
 *
 * Nothing is fetched unless functions for it are handed in; nothing is trusted but what `trust` names.
 *
 * @example
 * import { instant } from 'motcua'
 * import { createVerifier } from 'motcua/validation'
 * const verifier = createVerifier({ trust: [] })
 * const report = await verifier.verify(new Uint8Array([1, 2, 3]), { at: instant('2026-11-22T09:00:00+07:00') })
 * report.document.findings[0]?.code // 'validation/document-unreadable'
 */
export function createVerifier(options: VerifierOptions): DocumentVerifier {
  const memory = createMemory()
  const verifier = { ...options, memory }
  const { trust, policy = etsiPolicy, material = {}, ...sources } = options
  const equipment = { policy, trust, memory, sources, material }
  return {
    verify: (source, document) => verifyWith(source, document, equipment),
    verifyDetached: (signature, { at }) => verifyDetachedWith(signature, at, verifier),
  }
}

/**
 * Verifies all signatures and document timestamps of a PDF and gives the verdict on each.
 *
 * It never throws for a bad subject: whatever is wrong with the document, its signatures or their certificates is told
 * in findings and in the words of EN 319 102-1.
 *
 * @example
 * import { fromEpochMs } from 'motcua'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * import { sign } from 'motcua/pades'
 * import { joinSources } from 'motcua/pdf'
 * import { readTrustStore, verifyDocument } from 'motcua/validation'
 * const authority = await createTestAuthority()
 * const { signer } = await authority.issue({ commonName: 'Người ký thử' })
 * const document = new TextEncoder().encode(
 *   '%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n' +
 *     '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj trailer <</Root 1 0 R>>\n',
 * )
 * const at = fromEpochMs(Date.now())
 * const signed = joinSources([document, (await sign(document, { signer, claimedAt: at })).tail])
 * const report = await verifyDocument(signed, { trust: readTrustStore(authority.root.certificate), at })
 * report.document.indication // 'TOTAL-PASSED'
 */
export function verifyDocument(
  source: Uint8Array | ByteSource,
  options: VerifierOptions & DocumentOptions,
): Promise<ValidationReport> {
  const { at, password, ...verifier } = options
  return createVerifier(verifier).verify(source, { at, password })
}
