/**
 * Verifies detached CAdES signatures: a CMS in one file, what it signs in another.
 *
 * @module
 */
import { type ByteSource, toByteSource } from '../bytes.ts'
import { checkDetachedAttributes, checkDetachedForm } from './checks/detached.ts'
import { collectDetached, readCms } from './facts/collect-detached.ts'
import { createProofs, gatherEvidence } from './facts/evidence.ts'
import { createMemory } from './facts/memory.ts'
import type { ProvenInquiry } from './judge/document-inquiry.ts'
import { judgeSigner } from './judge/judge-signer.ts'
import { etsiPolicy } from './policy.ts'
import { reportDetached } from './report/report-detached.ts'
import { reportDocument } from './report/report-signature.ts'
import { makeFinding } from './sentences.ts'
import type { SignatureReport, ValidationReport } from './verdict.ts'
import type { DocumentOptions, VerifierOptions } from './verify.ts'

/** A CMS and the file that it signs. */
export interface DetachedSignature {
  /** DER, BER, PEM or Base64. */
  readonly cms: Uint8Array
  readonly content: Uint8Array | ByteSource
}

/** What the verifying of one detached signature is made with. */
export type DetachedOptions = VerifierOptions & Pick<DocumentOptions, 'at'>

/**
 * Verifies every signer of a detached CMS over a file, as signatures come beside the attachments of edXML messages.
 *
 * The verdict is in the form of a PDF's: one entry for each signer, with the empty field name, no modification and no
 * DocMDP. The rules are those of CAdES (EN 319 122-1): signing-time belongs into the CMS. What the CMS carries as content
 * of its own is told and not looked at.
 *
 * @example
 * import { instant } from 'motcua'
 * import { verifyDetached } from 'motcua/validation'
 * const at = instant('2026-09-01T09:00')
 * const report = await verifyDetached({ cms: new Uint8Array(9), content: new Uint8Array(9) }, { trust: [], at })
 * report.document.findings[0]?.code // 'validation/cms-unreadable'
 */
export async function verifyDetached(
  { cms, content }: DetachedSignature,
  options: DetachedOptions,
): Promise<ValidationReport> {
  const { at, trust, policy = etsiPolicy, material = {}, ...sources } = options
  const header = { schema: 'motcua/validation-report@1', at, policy: policy.name, pages: [] } as const
  const signedData = readCms(cms)
  if (signedData === undefined || signedData.signers.length === 0) {
    const code = signedData === undefined ? 'validation/cms-unreadable' : 'validation/no-signature'
    return { ...header, document: reportDocument([], [makeFinding(code, 'cms')]), signatures: [] }
  }
  const memory = createMemory()
  const all = collectDetached(signedData, toByteSource(content), memory)
  const evidence = gatherEvidence({ securityStore: undefined, signatures: all }, material, memory)
  const chain = { judged: [], proofs: createProofs(at) }
  const inquiry: ProvenInquiry = {
    now: at,
    policy,
    trust,
    memory,
    evidence,
    sources,
    asked: new Map(),
    chain,
  }
  const signatures: SignatureReport[] = []
  for (const facts of all) {
    const form = [...checkDetachedForm(signedData, facts.found.field.name), ...checkDetachedAttributes(facts)]
    signatures.push(reportDetached(facts, await judgeSigner(facts, form, inquiry), inquiry))
  }
  const findings = [makeFinding('validation/document-read', 'content')]
  return { ...header, document: reportDocument(signatures, findings), signatures }
}
