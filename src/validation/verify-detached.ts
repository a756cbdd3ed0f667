/**
 * Verifies detached CAdES signatures: a CMS in one file, what it signs in another.
 *
 * @module
 */
import { type ByteSource, toByteSource } from '../bytes.ts'
import type { Instant } from '../date.ts'
import type { SignedData } from '../pki/index.ts'
import { checkDetachedAttributes, checkDetachedForm } from './checks/detached.ts'
import { checkEvidence } from './checks/document.ts'
import { collectDetached, type DetachedFacts, readCms } from './facts/collect-detached.ts'
import { addEvidence, gatherEvidence } from './facts/evidence.ts'
import { createMemory, type Memory } from './facts/memory.ts'
import type { Inquiry } from './inquiry.ts'
import { judgeSigner } from './judge/judge-signer.ts'
import type { DocumentOptions, VerifierOptions } from './options.ts'
import { judgeArchive } from './past/archive-timestamps.ts'
import { etsiPolicy } from './policy.ts'
import { reportDetached } from './report/report-detached.ts'
import { reportDocument } from './report/report-signature.ts'
import { makeFinding } from './sentences.ts'
import type { SignatureReport, ValidationReport } from './verdict.ts'

/** A CMS and the file that it signs. */
export interface DetachedSignature {
  /** DER, BER, PEM or Base64. */
  readonly cms: Uint8Array
  readonly content: Uint8Array | ByteSource
}

/** What the verifying of one detached signature is made with. */
export type DetachedOptions = VerifierOptions & Pick<DocumentOptions, 'at'>

/** Judges one signer: its archive timestamps first, because what they prove counts for all the rest. */
async function judgeOne(
  facts: DetachedFacts,
  signedData: SignedData,
  inquiry: Inquiry,
): Promise<SignatureReport> {
  const { isArchived, proofs, findings } = await judgeArchive(facts, inquiry)
  const form = [...checkDetachedForm(signedData, facts.found.field.name), ...checkDetachedAttributes(facts)]
  const judgement = await judgeSigner(facts, form, { ...inquiry, chain: { judged: [], proofs } })
  const all = { ...judgement, isArchived, findings: [...judgement.findings, ...findings] }
  return reportDetached(facts, all, inquiry)
}

/** Verifies a detached signature with what a verifier remembers. */
export async function verifyDetachedWith(
  { cms, content }: DetachedSignature,
  at: Instant,
  verifier: VerifierOptions & { readonly memory: Memory },
): Promise<ValidationReport> {
  const { trust, policy = etsiPolicy, material = {}, memory, ...sources } = verifier
  const header = { schema: 'motcua/validation-report@1', at, policy: policy.name, pages: [] } as const
  const signedData = readCms(cms)
  if (signedData === undefined || signedData.signers.length === 0) {
    const code = signedData === undefined ? 'validation/cms-unreadable' : 'validation/no-signature'
    return { ...header, document: reportDocument([], [makeFinding(code, 'cms')]), signatures: [] }
  }
  const all = collectDetached(signedData, toByteSource(content), memory)
  const evidence = gatherEvidence({ securityStore: undefined, signatures: all }, material, memory)
  for (const { archive } of all) {
    const { certificates, crls, ocspResponses } = archive.values
    addEvidence(evidence, { certificates, crls, ocsps: ocspResponses }, memory)
  }
  const inquiry: Inquiry = { now: at, policy, trust, memory, evidence, sources, asked: new Map() }
  const signatures: SignatureReport[] = []
  for (const facts of all) signatures.push(await judgeOne(facts, signedData, inquiry))
  const findings = [makeFinding('validation/document-read', 'content'), ...checkEvidence(evidence, 'cms')]
  return { ...header, document: reportDocument(signatures, findings), signatures }
}

/**
 * Verifies every signer of a detached CMS over a file, as signatures come beside the attachments of edXML messages.
 *
 * The verdict is in the form of a PDF's: one entry for each signer, with the empty field name, no modification and no
 * DocMDP. The rules are those of CAdES (EN 319 122-1): signing-time belongs into the CMS, and archive timestamps prove what
 * their index names. What the CMS carries as content of its own is told and not looked at. For many files make a verifier
 * with `createVerifier`: it remembers authorities between them.
 *
 * @example
 * import { instant } from 'motcua'
 * import { verifyDetached } from 'motcua/validation'
 * const at = instant('2026-09-01T09:00')
 * const report = await verifyDetached({ cms: new Uint8Array(9), content: new Uint8Array(9) }, { trust: [], at })
 * report.document.findings[0]?.code // 'validation/cms-unreadable'
 */
export function verifyDetached(
  signature: DetachedSignature,
  { at, ...verifier }: DetachedOptions,
): Promise<ValidationReport> {
  return verifyDetachedWith(signature, at, { ...verifier, memory: createMemory() })
}
