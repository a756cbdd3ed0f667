/**
 * What a single check is asked with, made by hand: facts of a file, and an inquiry about them.
 *
 * @module
 */
import type { TestIdentity } from '../../src/adapters/test-authority.ts'
import type { Instant } from '../../src/date.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { type Certificate, readCertificate } from '../../src/pki/index.ts'
import { collectFacts, type DocumentFacts, type SignatureFacts } from '../../src/validation/facts/collect.ts'
import { type EvidenceInput, gatherEvidence } from '../../src/validation/facts/evidence.ts'
import { createMemory } from '../../src/validation/facts/memory.ts'
import type { ValidationFinding } from '../../src/validation/finding.ts'
import {
  etsiPolicy,
  readTrustStore,
  type TrustStore,
  type ValidationPolicy,
} from '../../src/validation/index.ts'
import type { Inquiry, Moment, ValidationSources } from '../../src/validation/inquiry.ts'

/** What a document says. */
export function factsOf(bytes: Uint8Array): DocumentFacts {
  return collectFacts(openPdf(bytes), createMemory())
}

/** What a document says about its first signature. */
export function firstFacts(bytes: Uint8Array): SignatureFacts {
  const [first] = factsOf(bytes).signatures
  if (first === undefined) throw new Error('no signature')
  return first
}

/** What an inquiry is made of; nobody is trusted unless told so. */
export interface InquiryInput {
  readonly now: Instant
  readonly trust?: TrustStore
  readonly policy?: Partial<ValidationPolicy>
  readonly material?: EvidenceInput
  readonly sources?: ValidationSources
  readonly document?: DocumentFacts
}

/** An inquiry with a memory of its own. */
export function inquiryOf({ now, trust = [], policy = {}, material = {}, ...rest }: InquiryInput): Inquiry {
  const memory = createMemory()
  const holders = rest.document ?? { securityStore: undefined, signatures: [] }
  const evidence = gatherEvidence(holders, material, memory)
  const { sources = {} } = rest
  return { now, policy: { ...etsiPolicy, ...policy }, trust, memory, evidence, sources, asked: new Map() }
}

/** The moment at which everything counts. */
export function momentAt(at: Instant): Moment {
  return { at, usedAt: at, proofs: undefined }
}

/** The certificate of an identity. */
export function certificateOf({ certificate }: Pick<TestIdentity, 'certificate'>): Certificate {
  return readCertificate(certificate)
}

/** Trust in the certificates of identities, for both purposes. */
export function trusting(...identities: readonly Pick<TestIdentity, 'certificate'>[]): TrustStore {
  return identities.flatMap(({ certificate }) => readTrustStore(certificate))
}

/** Findings in short: outcome and code, with the place where it is asked for. */
export function inShort(findings: readonly ValidationFinding[]): string[] {
  return findings.map(({ outcome, code }) => `${outcome} ${code.replace('validation/', '')}`)
}
