/**
 * Certificates and revocation data at hand while one document is judged: from its signatures, its security store,
 * the caller and, as judging goes on, the network.
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import { tryReading } from '../../errors.ts'
import {
  type Certificate,
  type Crl,
  type OcspResponse,
  readTimestampToken,
  type SignedData,
  type TimestampToken,
} from '../../pki/index.ts'
import type { SecurityStore } from '../../signature/index.ts'
import type { DocumentFacts, SignatureFacts } from './collect.ts'
import { type EvidenceKey, keyOf } from './evidence-key.ts'
import type { Memory } from './memory.ts'

/** A piece of revocation data with the name under which its existence is proved. */
export interface KnownCrl {
  readonly key: EvidenceKey
  readonly crl: Crl
}

/** An OCSP answer, likewise. */
export interface KnownOcsp {
  readonly key: EvidenceKey
  readonly response: OcspResponse
}

/** All that is at hand; grows when sources are asked. */
export interface Evidence {
  readonly certificates: Map<string, Certificate>
  readonly crls: Map<EvidenceKey, KnownCrl>
  readonly ocsps: Map<EvidenceKey, KnownOcsp>
  /** Revocation data that are none by their structure: nobody can tell which certificate they were about. */
  readonly unreadable: Set<EvidenceKey>
}

/** Encodings to be taken in. */
export interface EvidenceInput {
  readonly certificates?: readonly Uint8Array[]
  readonly crls?: readonly Uint8Array[]
  readonly ocsps?: readonly Uint8Array[]
}

/** Takes encodings into the evidence. */
export function addEvidence(evidence: Evidence, input: EvidenceInput, memory: Memory): void {
  const { certificates = [], crls = [], ocsps = [] } = input
  for (const certificate of memory.readCertificates(certificates)) {
    evidence.certificates.set(certificate.sha256, certificate)
  }
  for (const der of crls) {
    const known = memory.readCrl(der)
    if (known === undefined) evidence.unreadable.add(keyOf(der))
    else evidence.crls.set(known.key, known)
  }
  for (const der of ocsps) {
    const known = memory.readOcsp(der)
    if (known === undefined) {
      evidence.unreadable.add(keyOf(der))
      continue
    }
    evidence.ocsps.set(known.key, known)
    for (const certificate of memory.readCertificates(known.response.basic?.certificates ?? [])) {
      evidence.certificates.set(certificate.sha256, certificate)
    }
  }
}

/** What a CMS carries besides its signature. */
export function evidenceOfCms(signedData: SignedData): EvidenceInput {
  const attributes = signedData.signers.map((signer) => signer.attributes)
  return {
    certificates: signedData.certificates,
    crls: [...signedData.crls, ...attributes.flatMap(({ archivedCrls }) => archivedCrls)],
    ocsps: [
      ...signedData.ocspResponses,
      ...attributes.flatMap(({ archivedOcspResponses }) => archivedOcspResponses),
    ],
  }
}

/** What a security store holds, single entries included. */
export function evidenceOfStore(store: SecurityStore): Required<EvidenceInput> {
  const parts = [store, ...store.vri]
  return {
    certificates: parts.flatMap(({ certificates }) => certificates.map(({ bytes }) => bytes)),
    crls: parts.flatMap(({ crls }) => crls.map(({ bytes }) => bytes)),
    ocsps: parts.flatMap(({ ocsps }) => ocsps.map(({ bytes }) => bytes)),
  }
}

/** Reads a timestamp, or nothing when it is none. */
export const tryReadingTimestamp = (der: Uint8Array): TimestampToken | undefined =>
  tryReading('pki/malformed', () => readTimestampToken(der))

/** The timestamps inside a signer that can be read. */
export function timestampsOf({ signer }: Pick<SignatureFacts, 'signer'>, kind: 'signature' | 'content') {
  const encodings =
    kind === 'signature' ? signer?.attributes.signatureTimestamps : signer?.attributes.contentTimestamps
  return (encodings ?? []).map(tryReadingTimestamp)
}

/** What carries certificates and revocation data along. */
export interface EvidenceHolders extends Pick<DocumentFacts, 'securityStore'> {
  readonly signatures: readonly Pick<SignatureFacts, 'signedData' | 'signer' | 'certificates'>[]
}

/** Gathers everything that the document and the caller bring. */
export function gatherEvidence(facts: EvidenceHolders, extra: EvidenceInput, memory: Memory): Evidence {
  const evidence: Evidence = {
    certificates: new Map(),
    crls: new Map(),
    ocsps: new Map(),
    unreadable: new Set(),
  }
  addEvidence(evidence, extra, memory)
  if (facts.securityStore !== undefined) addEvidence(evidence, evidenceOfStore(facts.securityStore), memory)
  for (const signature of facts.signatures) {
    for (const certificate of signature.certificates)
      evidence.certificates.set(certificate.sha256, certificate)
    if (signature.signedData !== undefined) {
      addEvidence(evidence, { ...evidenceOfCms(signature.signedData), certificates: [] }, memory)
    }
    for (const token of [...timestampsOf(signature, 'signature'), ...timestampsOf(signature, 'content')]) {
      if (token !== undefined) addEvidence(evidence, evidenceOfCms(token.signedData), memory)
    }
  }
  return evidence
}

/** Proofs of existence: since when a piece of evidence, or a signature, is known to have been there. */
export interface ExistenceProofs {
  /** The earliest proof; `now` when there is none, because it is there now. */
  readonly find: (key: EvidenceKey) => Instant
  /** Tells whether there is a proof other than being there now. */
  readonly has: (key: EvidenceKey) => boolean
  /** Adds a proof; a later one than is known changes nothing. */
  readonly add: (key: EvidenceKey, at: Instant) => void
  readonly copy: () => ExistenceProofs
}

/** Starts without proofs. */
export function createProofs(
  now: Instant,
  known: ReadonlyMap<EvidenceKey, Instant> = new Map(),
): ExistenceProofs {
  const proofs = new Map(known)
  return {
    find: (key) => proofs.get(key) ?? now,
    has: (key) => proofs.has(key),
    add(key, at) {
      const earlier = proofs.get(key)
      if (earlier === undefined || at < earlier) proofs.set(key, at)
    },
    copy: () => createProofs(now, proofs),
  }
}
