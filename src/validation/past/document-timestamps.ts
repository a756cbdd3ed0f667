/**
 * Document timestamps: judged from the newest to the oldest, each proving the existence of what it covers
 * (EN 319 102-1, 5.6.3; the chain of document timestamps of a PDF serves as its evidence record).
 *
 * @module
 */
import type { TimestampVerdict } from '../checks/timestamp.ts'
import type { DocumentFacts, SignatureFacts } from '../facts/collect.ts'
import {
  createProofs,
  type ExistenceProofs,
  evidenceOfCms,
  evidenceOfStore,
  timestampsOf,
} from '../facts/evidence.ts'
import { keyOf } from '../facts/evidence-key.ts'
import type { Inquiry } from '../inquiry.ts'
import { isClearlyAfter } from '../instants.ts'
import type { Trouble } from '../trouble.ts'
import { judgeToken } from './judge-token.ts'

/** A document timestamp with what came of it. */
export interface JudgedTimestamp {
  readonly facts: SignatureFacts
  readonly verdict: TimestampVerdict
  /** What remains wrong after past validation; `undefined` when it holds. */
  readonly trouble: Trouble | undefined
}

/** All document timestamps that could be read, and what they prove together. */
export interface TimestampChain {
  readonly judged: readonly JudgedTimestamp[]
  readonly proofs: ExistenceProofs
}

/** What stands in a signature and is covered by whatever timestamp comes later. */
function listSignatureKeys(facts: SignatureFacts): string[] {
  const { signedData, signer } = facts
  if (signedData === undefined) return []
  const tokens = [...timestampsOf(facts, 'signature'), ...timestampsOf(facts, 'content')]
  const containers = [signedData, ...tokens.flatMap((token) => token?.signedData ?? [])]
  const parts = containers.map(evidenceOfCms)
  const encodings = parts.flatMap(({ certificates = [], crls = [], ocsps = [] }) => [
    ...certificates,
    ...crls,
    ...ocsps,
  ])
  const values = [signer, ...tokens.map((token) => token?.signer)].flatMap((each) => each?.signature ?? [])
  return [...encodings, ...values].map(keyOf)
}

/** What a timestamp proves: the store of its revision, and everything of earlier signatures. */
function listProvenKeys(stamp: SignatureFacts, document: DocumentFacts): string[] {
  const store = document.readStoreAt(stamp.found.revisionIndex)
  const stored = store === undefined ? undefined : evidenceOfStore(store)
  const encodings = stored === undefined ? [] : [...stored.certificates, ...stored.crls, ...stored.ocsps]
  const earlier = document.signatures.slice(0, document.signatures.indexOf(stamp))
  return [...encodings.map(keyOf), ...earlier.flatMap(listSignatureKeys)]
}

/** Certificates inside OCSP answers are proved with the answer. */
export function listAnswerCertificates(keys: readonly string[], inquiry: Inquiry): string[] {
  return keys.flatMap((key) => {
    const basic = inquiry.evidence.ocsps.get(key)?.response.basic
    return inquiry.memory.readCertificates(basic?.certificates ?? []).map(({ sha256 }) => sha256)
  })
}

/** Judges one document timestamp now and, where that does not do, in the past. */
async function judgeOne(
  facts: SignatureFacts,
  proofs: ExistenceProofs,
  inquiry: Inquiry,
): Promise<JudgedTimestamp | undefined> {
  const { token, found, signer } = facts
  if (token === undefined || signer === undefined) return undefined
  const algorithm = token.info.imprint.digestAlgorithm
  const imprint = algorithm && facts.digests.get(algorithm)
  const question = { token, imprint, place: found.field.name }
  return { facts, ...(await judgeToken(question, proofs, inquiry)) }
}

/** Judges all document timestamps and gathers what they prove. */
export async function judgeTimestampChain(
  document: DocumentFacts,
  inquiry: Inquiry,
): Promise<TimestampChain> {
  const proofs = createProofs(inquiry.now)
  const judged: JudgedTimestamp[] = []
  const stamps = document.signatures.filter(({ found }) => found.kind === 'timestamp')
  for (const facts of [...stamps].reverse()) {
    const outcome = await judgeOne(facts, proofs, inquiry)
    if (outcome === undefined) continue
    judged.unshift(outcome)
    const covers = facts.coverage === 'entire-file' || facts.coverage === 'entire-revision'
    const { stampedAt } = outcome.verdict
    // For a moment before it was made a timestamp proves nothing.
    if (outcome.trouble !== undefined || !covers || isClearlyAfter(stampedAt, inquiry.now)) continue
    const keys = listProvenKeys(facts, document)
    for (const key of [...keys, ...listAnswerCertificates(keys, inquiry)]) proofs.add(key, stampedAt)
  }
  return { judged, proofs }
}
