/**
 * Puts what was judged of a signer of a detached CMS into the report.
 *
 * @module
 */
import type { DetachedFacts } from '../facts/collect-detached.ts'
import type { Inquiry } from '../inquiry.ts'
import type { SignerJudgement } from '../judge/judge-signer.ts'
import type { BaselineLevel, SignatureReport } from '../verdict.ts'
import { applyWeights, conclude, describeSigner, indicationOf } from './report-signature.ts'

/**
 * The CAdES baseline level (EN 319 122-1, 6.3) as far as it is told apart here: B-T needs a signature timestamp that
 * holds, B-B the attributes that name the time and the certificate.
 */
function findLevel(
  { signer, certificates }: DetachedFacts,
  judgement: SignerJudgement,
): BaselineLevel | null {
  const { attributes, signedAttributes } = signer
  const { certificate } = judgement
  const isBaseline =
    signedAttributes !== undefined &&
    attributes.signingTime !== undefined &&
    attributes.signingCertificates.length > 0 &&
    certificates.some(({ sha256 }) => sha256 === certificate?.sha256)
  if (!isBaseline) return null
  return judgement.hasTimestamp ? 'B-T' : 'B-B'
}

/** What is reported of one signer. */
export function reportDetached(
  facts: DetachedFacts,
  judgement: SignerJudgement,
  inquiry: Inquiry,
): SignatureReport {
  const findings = applyWeights(judgement.findings, inquiry.policy)
  const subIndication = conclude(judgement, findings)
  return {
    field: '',
    kind: 'signature',
    level: findLevel(facts, judgement),
    indication: indicationOf(subIndication),
    subIndication: subIndication ?? null,
    coverage: 'entire-file',
    modification: null,
    docMdp: null,
    signer: describeSigner(judgement.certificate),
    claimedAt: facts.signer.attributes.signingTime ?? null,
    provenAt: judgement.provenAt ?? null,
    reason: '',
    location: '',
    findings,
    changes: [],
    attacks: [],
  }
}
