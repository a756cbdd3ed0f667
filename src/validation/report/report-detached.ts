/**
 * Puts what was judged of a signer of a detached CMS into the report.
 *
 * @module
 */
import { checkDetachedLevel } from '../checks/detached.ts'
import type { DetachedFacts } from '../facts/collect-detached.ts'
import type { Inquiry } from '../inquiry.ts'
import type { SignerJudgement } from '../judge/judge-signer.ts'
import type { SignatureReport } from '../verdict.ts'
import { applyWeights, conclude, describeSigner, indicationOf } from './report-signature.ts'

/** What is reported of one signer. */
export async function reportDetached(
  facts: DetachedFacts,
  judgement: SignerJudgement & { readonly isArchived: boolean },
  inquiry: Inquiry,
): Promise<SignatureReport> {
  const { level, findings: ofLevel } = await checkDetachedLevel(facts, judgement, inquiry)
  const findings = applyWeights([...judgement.findings, ...ofLevel], inquiry.policy)
  const subIndication = conclude(judgement, findings)
  return {
    field: '',
    kind: 'signature',
    level,
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
