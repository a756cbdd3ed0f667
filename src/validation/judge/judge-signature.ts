/**
 * Judges one signature in the building blocks of EN 319 102-1: format, integrity, certificate, time.
 *
 * @module
 */
import { checkAttributes } from '../checks/attributes.ts'
import { checkCoverage, checkFormat } from '../checks/format.ts'
import type { SignatureFacts } from '../facts/collect.ts'
import type { ValidationFinding } from '../finding.ts'
import { isClearlyAfter } from '../instants.ts'
import { makeFinding, weighFinding } from '../sentences.ts'
import type { DocumentInquiry } from './document-inquiry.ts'
import { judgeSigner, type SignerJudgement, stopJudging } from './judge-signer.ts'

/** What came of the building blocks, before the policy weighs the other findings. */
export interface Judgement extends SignerJudgement {
  readonly facts: SignatureFacts
}

/** Findings about the container without which nothing can be judged. */
const CONTAINER_CODES: readonly string[] = [
  'validation/contents-missing',
  'validation/cms-unreadable',
  'validation/not-one-signer',
  'validation/content-present',
  'validation/content-type-other',
  'validation/sub-filter-unknown',
  'validation/type-differs',
  'validation/byte-range-missing',
]

/** Puts a judgement beside what it is about; copied field by field, for it is made for every signature. */
function withFacts(facts: SignatureFacts, judged: SignerJudgement): Judgement {
  const { certificate, trouble, path, provenAt, hasTimestamp, findings } = judged
  return { facts, certificate, trouble, path, provenAt, hasTimestamp, findings }
}

/** Says what a document timestamp is worth, in the form of any signature. */
function judgeDocumentTimestamp(
  facts: SignatureFacts,
  findings: readonly ValidationFinding[],
  inquiry: DocumentInquiry,
): Judgement {
  const judged = inquiry.chain.judged.find((each) => each.facts === facts)
  if (judged === undefined) return withFacts(facts, stopJudging('FORMAT_FAILURE', { findings }))
  const { verdict, trouble } = judged
  const { certificate, stampedAt } = verdict
  if (trouble !== undefined) {
    const none = { path: undefined, provenAt: undefined, hasTimestamp: false }
    return { ...none, facts, certificate, trouble, findings: [...findings, ...verdict.findings] }
  }
  // What was wrong now and is mended by proofs of the past stays to be read, but fails nothing.
  const mended = verdict.findings.map((finding) =>
    finding.outcome === 'failed' ? weighFinding(finding, 'warning') : finding,
  )
  const isFuture = isClearlyAfter(stampedAt, inquiry.now)
  const code = isFuture ? 'validation/timestamp-in-future' : 'validation/timestamp-ok'
  const stamped = makeFinding(code, facts.found.field.name, { stampedAt })
  const all = [...findings, ...mended, stamped]
  return {
    facts,
    certificate,
    trouble,
    path: undefined,
    provenAt: stampedAt,
    hasTimestamp: false,
    findings: all,
  }
}

/** Judges one signature or document timestamp of a document. */
export async function judgeSignature(facts: SignatureFacts, inquiry: DocumentInquiry): Promise<Judgement> {
  const { found, signedData, signer } = facts
  const form = [
    ...checkFormat(facts, inquiry.document.pdf.source.length),
    checkCoverage(facts),
    ...checkAttributes(facts),
  ]
  const isBroken = form.some(({ code, outcome }) => outcome === 'failed' && CONTAINER_CODES.includes(code))
  if (isBroken || signedData === undefined || signer === undefined)
    return withFacts(facts, stopJudging('FORMAT_FAILURE', { findings: form }))
  if (found.kind === 'timestamp') return judgeDocumentTimestamp(facts, form, inquiry)
  return withFacts(facts, await judgeSigner(facts, form, inquiry))
}
