/**
 * Verifies documents: facts, findings, verdict, report.
 *
 * @module
 */
import type { ByteSource } from '../bytes.ts'
import type { Instant } from '../date.ts'
import { isMotcuaError } from '../errors.ts'
import { openPdf, type Pdf } from '../pdf/index.ts'
import type { Certificate } from '../pki/index.ts'
import { collectFacts, type DocumentFacts } from './facts/collect.ts'
import { type EvidenceInput, gatherEvidence } from './facts/evidence.ts'
import { createMemory, type Memory } from './facts/memory.ts'
import type { ValidationFinding } from './finding.ts'
import type { Inquiry, ValidationSources } from './inquiry.ts'
import { type Judgement, judgeSignature } from './judge/judge-signature.ts'
import { judgeTimestampChain } from './past/document-timestamps.ts'
import { etsiPolicy, type ValidationPolicy } from './policy.ts'
import { makeFinding, weighFinding } from './sentences.ts'
import type { TrustStore } from './trust.ts'
import type {
  DocumentReport,
  Indication,
  SignatureReport,
  SignerReport,
  SubIndication,
  ValidationReport,
} from './verdict.ts'

/** What a verifier is made with; it serves many documents. */
export interface VerifierOptions extends ValidationSources {
  readonly trust: TrustStore
  /** {@link etsiPolicy} when absent. */
  readonly policy?: ValidationPolicy
  /** Certificates and revocation data that the documents may lack, DER each. */
  readonly material?: EvidenceInput
}

/** What goes with one document. */
export interface DocumentOptions {
  /** The moment for which the verdict is asked; usually now. */
  readonly at: Instant
  /** User or owner password; the empty one is always tried first. */
  readonly password?: string | undefined
}

/** Verifies one document after the other, and remembers authorities and keys between them. */
export interface DocumentVerifier {
  readonly verify: (source: Uint8Array | ByteSource, options: DocumentOptions) => Promise<ValidationReport>
}

/** Sub-indications of TOTAL-FAILED; all others are INDETERMINATE (EN 319 102-1, 5.1.3, table 2). */
const FATAL: readonly SubIndication[] = [
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'REVOKED',
  'EXPIRED',
  'NOT_YET_VALID',
]

/** The main status that goes with a sub-indication. */
export function indicationOf(subIndication: SubIndication | undefined): Indication {
  if (subIndication === undefined) return 'TOTAL-PASSED'
  return FATAL.includes(subIndication) ? 'TOTAL-FAILED' : 'INDETERMINATE'
}

/** Applies the weights of a policy to findings. */
function applyWeights(findings: readonly ValidationFinding[], policy: ValidationPolicy): ValidationFinding[] {
  return findings.flatMap((finding) => {
    const weight = policy.weights[finding.code] ?? policy.weights[finding.check]
    if (weight === undefined || finding.outcome === 'ok') return [finding]
    if (weight === 'ignore') return []
    return [weighFinding(finding, weight === 'fail' ? 'failed' : 'warning')]
  })
}

/** The sub-indication that a failed finding stands for, where the building blocks let the signature pass. */
function subIndicationOf({ check }: ValidationFinding): SubIndication {
  if (check === 'format' || check === 'coverage' || check === 'attack') return 'FORMAT_FAILURE'
  return 'SIG_CONSTRAINTS_FAILURE'
}

/** Combines the building blocks with what else failed. */
function conclude(judgement: Judgement, findings: readonly ValidationFinding[]): SubIndication | undefined {
  if (judgement.trouble !== undefined) return judgement.trouble.subIndication
  const failed = findings.filter(({ outcome }) => outcome === 'failed').map(subIndicationOf)
  return failed.includes('FORMAT_FAILURE') ? 'FORMAT_FAILURE' : failed[0]
}

/** The signer's certificate in words. */
function describeSigner(certificate: Certificate | undefined): SignerReport | null {
  if (certificate === undefined) return null
  const { subject, issuer, serial, notBefore, notAfter } = certificate
  return { subject: subject.text, issuer: issuer.text, serial, notBefore, notAfter }
}

/** What is reported of one signature. */
function reportSignature(judgement: Judgement, inquiry: Inquiry): SignatureReport {
  const { facts, certificate, provenAt } = judgement
  const { found } = facts
  const findings = applyWeights(judgement.findings, inquiry.policy)
  const subIndication = conclude(judgement, findings)
  return {
    field: found.field.name,
    kind: found.kind,
    level: null,
    indication: indicationOf(subIndication),
    subIndication: subIndication ?? null,
    coverage: facts.coverage,
    modification: null,
    docMdp: found.kind === 'timestamp' ? null : { level: facts.docMdp ?? null, ok: true },
    signer: describeSigner(certificate),
    claimedAt: found.claimedAt ?? facts.signer?.attributes.signingTime ?? null,
    provenAt: provenAt ?? null,
    reason: found.reason,
    location: found.location,
    findings,
    changes: [],
    attacks: [],
  }
}

/** The worse of two: failed before indeterminate before passed. */
const ORDER: readonly Indication[] = ['TOTAL-FAILED', 'INDETERMINATE', 'TOTAL-PASSED']

/** What is said of the whole document. */
function reportDocument(
  signatures: readonly SignatureReport[],
  findings: readonly ValidationFinding[],
): DocumentReport {
  const worst = [...signatures].sort((a, b) => ORDER.indexOf(a.indication) - ORDER.indexOf(b.indication))[0]
  return { indication: worst?.indication ?? null, subIndication: worst?.subIndication ?? null, findings }
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

/** Judges all signatures of an open document. */
async function judgeDocument(facts: DocumentFacts, inquiry: Inquiry): Promise<Judgement[]> {
  const chain = await judgeTimestampChain(facts, inquiry)
  const judgements: Judgement[] = []
  for (const signature of facts.signatures)
    judgements.push(await judgeSignature(signature, { ...inquiry, document: facts, chain }))
  return judgements
}

/** Verifies one document with what the verifier remembers. */
async function verifyWith(
  source: Uint8Array | ByteSource,
  options: DocumentOptions,
  verifier: VerifierOptions & { readonly memory: Memory },
): Promise<ValidationReport> {
  const { trust, policy = etsiPolicy, material = {}, memory, ...sources } = verifier
  const header = { schema: 'motcua/validation-report@1', at: options.at, policy: policy.name } as const
  const pdf = openDocument(source, options.password)
  if ('check' in pdf) return { ...header, document: reportDocument([], [pdf]), signatures: [] }
  const facts = collectFacts(pdf, memory)
  if (facts.signatures.length === 0) {
    const findings = [makeFinding('validation/no-signature', 'document')]
    return { ...header, document: reportDocument([], findings), signatures: [] }
  }
  const evidence = gatherEvidence(facts, material, memory)
  const inquiry: Inquiry = { now: options.at, policy, trust, memory, evidence, sources, asked: new Map() }
  const judgements = await judgeDocument(facts, inquiry)
  const signatures = judgements.map((judgement) => reportSignature(judgement, inquiry))
  return {
    ...header,
    document: reportDocument(signatures, [makeFinding('validation/document-read', 'document')]),
    signatures,
  }
}

/**
 * Creates a verifier for many documents: parsed certificates, imported keys and checked links are kept between them.
 *
 * Nothing is fetched unless functions for it are handed in; nothing is trusted but what `trust` names.
 */
export function createVerifier(options: VerifierOptions): DocumentVerifier {
  const memory = createMemory()
  return { verify: (source, document) => verifyWith(source, document, { ...options, memory }) }
}

/**
 * Verifies all signatures and document timestamps of a PDF and gives the verdict on each.
 *
 * It never throws for a bad subject: whatever is wrong with the document, its signatures or their certificates is told
 * in findings and in the words of EN 319 102-1.
 */
export function verifyDocument(
  source: Uint8Array | ByteSource,
  options: VerifierOptions & DocumentOptions,
): Promise<ValidationReport> {
  const { at, password, ...verifier } = options
  return createVerifier(verifier).verify(source, { at, password })
}
