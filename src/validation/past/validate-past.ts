/**
 * Past signature validation: whether a signature that is no longer good now was good when it is proved to have
 * existed (EN 319 102-1, 5.6.2.1 and 5.6.2.4).
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import { type Certificate, type CertificatePath, checkPath, findPaths } from '../../pki/index.ts'
import { findTrustEnd, judgePath } from '../checks/chain.ts'
import type { ExistenceProofs } from '../facts/evidence.ts'
import type { Inquiry } from '../inquiry.ts'
import { earlierOf } from '../instants.ts'
import type { Trouble } from '../trouble.ts'
import { anchorsFor, type TrustPurpose } from '../trust.ts'
import type { SubIndication } from '../verdict.ts'
import { answersAt, slideControlTime } from './time-slide.ts'

/** What past validation is asked. */
export interface PastQuestion {
  readonly certificate: Certificate
  readonly purpose: TrustPurpose
  /** Since when the signature is proved to exist. */
  readonly provenAt: Instant
  /** What is wrong with it now. */
  readonly trouble: Trouble
  readonly proofs: ExistenceProofs
}

const trouble = (subIndication: SubIndication): Trouble => ({ subIndication, since: undefined })

/** Sub-indications with which past validation has anything to do (EN 319 102-1, 5.6.3.4). */
const MENDABLE: readonly SubIndication[] = [
  'NO_CERTIFICATE_CHAIN_FOUND_NO_POE',
  'REVOKED_NO_POE',
  'REVOKED_CA_NO_POE',
  'OUT_OF_BOUNDS_NO_POE',
  'OUT_OF_BOUNDS_NOT_REVOKED',
  'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  'REVOCATION_OUT_OF_BOUNDS_NO_POE',
  'TRY_LATER',
]

/** Tells whether a trouble may go away in the light of proofs of existence. */
export function isMendable({ subIndication }: Trouble): boolean {
  return MENDABLE.includes(subIndication)
}

/** From when to when the certificates of a path below its root are valid together; nothing where there are none. */
function findCommonPeriod(path: CertificatePath): readonly [start: Instant, end: Instant] | undefined {
  const below = path.slice(0, -1)
  const [end] = below.map(({ notAfter }) => notAfter).sort()
  const start = below
    .map(({ notBefore }) => notBefore)
    .sort()
    .at(-1)
  return start === undefined || end === undefined ? undefined : [start, end]
}

/** Whether the certificates of a path were ever valid together, and the rest of the path is in order. */
async function wasEverGood(path: CertificatePath, inquiry: Inquiry): Promise<boolean> {
  const period = findCommonPeriod(path)
  if (period === undefined) return true
  const [start, end] = period
  if (start >= end) return false
  const { findings } = await checkPath(path, { at: end, verify: inquiry.memory.verify })
  return !findings.some(({ outcome }) => outcome === 'failed')
}

/** Validates one path in the past: the control time, or the trouble. */
async function validatePath(
  path: CertificatePath,
  question: PastQuestion,
  inquiry: Inquiry,
): Promise<Instant | Trouble> {
  if (!(await wasEverGood(path, inquiry))) return trouble('CERTIFICATE_CHAIN_GENERAL_FAILURE')
  const { certificate, purpose, proofs } = question
  // Trust in the root that has ended bounds the control time as everything else does.
  const root = path.at(-1)
  const trustEnd = root && findTrustEnd(root, purpose, inquiry)
  const now = trustEnd === undefined ? inquiry.now : earlierOf(trustEnd, inquiry.now)
  const slide = await slideControlTime(path, { ...inquiry, now }, proofs)
  if (slide.kind !== 'at') return trouble('NO_POE')
  // The path is looked at when it was valid (5.6.2.1.4): revocation data may be fresh for longer than a certificate lasts.
  const end = findCommonPeriod(path)?.[1]
  const at = end === undefined ? slide.controlAt : earlierOf(end, slide.controlAt)
  const moment = { at, usedAt: at, proofs }
  const outcome = await judgePath(path, { certificate, purpose, moment }, inquiry)
  return outcome.troubles[0] ?? slide.controlAt
}

/**
 * Whether there are revocation data for the certificate from issuers that are proved to have existed before it expired:
 * afterwards an authority may have forgotten about it.
 */
async function hasTimelyAnswers({ certificate, proofs }: PastQuestion, inquiry: Inquiry): Promise<boolean> {
  const { evidence, now, memory } = inquiry
  const anchors = inquiry.trust.map((anchor) => anchor.certificate)
  const known = [...anchors, ...evidence.certificates.values()]
  const { paths, longest } = await findPaths(certificate, {
    anchors,
    certificates: known,
    verify: memory.verify,
  })
  const issuers = [...paths, longest].flatMap((path) => path[1] ?? [])
  for (const issuer of issuers) {
    const answers = await answersAt({ certificate, issuer }, now, { inquiry, proofs })
    const isTimely = answers.some(({ outcome }) => {
      const { signedBy } = outcome
      if (signedBy === undefined) return false
      const isAnchor = anchors.some(({ sha256 }) => sha256 === signedBy.sha256)
      return isAnchor || proofs.find(signedBy.sha256) <= certificate.notAfter
    })
    if (isTimely) return true
  }
  return false
}

/** Troubles that are gone once the proof lies before the control time. */
const MENDED_BY_TIME: readonly SubIndication[] = [
  'REVOKED_CA_NO_POE',
  'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  'NO_CERTIFICATE_CHAIN_FOUND_NO_POE',
]

/** What a control time means for what is wrong now. */
async function concludePast(
  controlAt: Instant,
  question: PastQuestion,
  inquiry: Inquiry,
): Promise<Trouble | undefined> {
  const { provenAt, certificate } = question
  const { subIndication } = question.trouble
  if (provenAt > controlAt) return question.trouble
  if (MENDED_BY_TIME.includes(subIndication)) return undefined
  if (subIndication === 'OUT_OF_BOUNDS_NO_POE' || subIndication === 'OUT_OF_BOUNDS_NOT_REVOKED') {
    if (provenAt < certificate.notBefore) return trouble('NOT_YET_VALID')
    if (provenAt > certificate.notAfter) return question.trouble
  }
  return (await hasTimelyAnswers(question, inquiry)) ? undefined : trouble('REVOCATION_OUT_OF_BOUNDS_NO_POE')
}

/**
 * Validates a signature in the past.
 *
 * @returns `undefined` when it was good; otherwise what is wrong.
 */
export async function validatePast(question: PastQuestion, inquiry: Inquiry): Promise<Trouble | undefined> {
  const { certificate, purpose } = question
  const anchors = anchorsFor(inquiry.trust, purpose).map((anchor) => anchor.certificate)
  const certificates = [...inquiry.evidence.certificates.values()]
  const { paths } = await findPaths(certificate, { anchors, certificates, verify: inquiry.memory.verify })
  let last: Trouble = trouble('NO_CERTIFICATE_CHAIN_FOUND')
  for (const path of paths) {
    const outcome = await validatePath(path, question, inquiry)
    if (typeof outcome === 'string') return concludePast(outcome, question, inquiry)
    last = outcome
  }
  return last
}
