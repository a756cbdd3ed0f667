/**
 * Whether certificates were revoked: what OCSP answers and CRLs at hand say, and how far they can be relied on.
 *
 * Answers are sought in what came with the document first; sources are asked only where that leaves the question
 * open. Nothing found is never the same as not revoked.
 *
 * @module
 */
import { fromEpochMs, type Instant, toEpochMs } from '../../date.ts'
import { isMotcuaError } from '../../errors.ts'
import {
  buildOcspRequest,
  type Certificate,
  type Crl,
  checkOcspResponse,
  isSameName,
  type RevocationOutcome,
  type RevocationReason,
} from '../../pki/index.ts'
import { addEvidence } from '../facts/evidence.ts'
import type { EvidenceKey } from '../facts/evidence-key.ts'
import type { ValidationFinding } from '../finding.ts'
import type { Inquiry, Moment } from '../inquiry.ts'
import { isClearlyAfter } from '../instants.ts'
import { adoptFinding, makeFinding } from '../sentences.ts'

/** One answer about one certificate, as far as it is sound. */
export interface RevocationAnswer {
  readonly key: EvidenceKey
  readonly kind: 'ocsp' | 'crl'
  readonly outcome: RevocationOutcome
  /** Signature, authorisation and scope hold, and it says `good` or `revoked`. */
  readonly isSound: boolean
}

/** What is known of one certificate at a moment. */
export interface RevocationStatus {
  readonly status: 'good' | 'revoked' | 'stale' | 'unusable' | 'none'
  readonly revokedAt: Instant | undefined
  readonly reason: RevocationReason | undefined
  /** Since when data are too old, for `stale`. */
  readonly staleSince: Instant | undefined
  readonly findings: readonly ValidationFinding[]
}

/**
 * Findings that say that data are about something else, or leave reasons out (RFC 5280, 6.3.3 (l)); where such data do
 * not say that the certificate was revoked, they are simply no answer.
 */
const ABOUT_OTHERS: readonly string[] = [
  'pki/crl-some-reasons',
  'pki/ocsp-other-certificate',
  'pki/ocsp-refused',
  'pki/crl-issuer-differs',
  'pki/crl-scope',
  'pki/crl-delta',
]

/** Statuses that leave the question open, so that sources are asked. */
const OPEN: readonly RevocationStatus['status'][] = ['none', 'stale', 'unusable']

/** Tells whether an outcome speaks of the certificate at all. */
function isAnswer({ findings, status }: RevocationOutcome): boolean {
  return status === 'revoked' || !findings.some(({ code }) => ABOUT_OTHERS.includes(code))
}

/** Tells whether an outcome can be relied on. */
function isSound({ status, findings }: RevocationOutcome): boolean {
  const isClear = status === 'good' || status === 'revoked'
  return isClear && !findings.some(({ outcome }) => outcome === 'failed' || outcome === 'not-checked')
}

/** The certificates that may have signed a CRL for a certificate of this issuer. */
function crlIssuers(certificate: Certificate, issuer: Certificate, inquiry: Inquiry): readonly Certificate[] {
  const points = certificate.crlDistributionPoints
  if (points.every(({ crlIssuer }) => crlIssuer === undefined)) return [issuer]
  const named = points.flatMap(({ crlIssuer }) => crlIssuer ?? [])
  const others = [...inquiry.evidence.certificates.values()].filter((candidate) =>
    named.some((name) => name.kind === 'directory' && isSameName(name.name, candidate.subject)),
  )
  return [issuer, ...others.filter(({ sha256 }) => sha256 !== issuer.sha256)]
}

/** Tells whether a CRL names another key than this issuer's: authorities keep their name when they renew their key. */
function isOfOtherKey({ authorityKeyId }: Crl, { subjectKeyId }: Certificate): boolean {
  const named = authorityKeyId?.keyId
  return named !== undefined && subjectKeyId !== undefined && named !== subjectKeyId
}

/** What one OCSP answer or CRL says, without regard to time. */
async function ask(
  key: EvidenceKey,
  kind: 'ocsp' | 'crl',
  check: () => Promise<RevocationOutcome>,
): Promise<RevocationAnswer[]> {
  try {
    const outcome = await check()
    return isAnswer(outcome) ? [{ key, kind, outcome, isSound: isSound(outcome) }] : []
  } catch (error) {
    if (isMotcuaError(error, 'pki/malformed')) return []
    throw error
  }
}

/** Everything at hand that speaks of a certificate. */
export async function listAnswers(
  certificate: Certificate,
  issuer: Certificate,
  inquiry: Inquiry,
): Promise<readonly RevocationAnswer[]> {
  const { evidence, memory } = inquiry
  const answers: RevocationAnswer[] = []
  const anchors = inquiry.trust.map((anchor) => anchor.certificate)
  const certificates = evidence.ocsps.size === 0 ? [] : [...anchors, ...evidence.certificates.values()]
  const common = { certificate, issuer, verify: memory.verify, certificates }
  for (const { key, response } of evidence.ocsps.values()) {
    answers.push(...(await ask(key, 'ocsp', () => checkOcspResponse(response, common))))
  }
  for (const { key, crl } of evidence.crls.values()) {
    for (const crlIssuer of crlIssuers(certificate, issuer, inquiry)) {
      if (!isSameName(crl.issuer, crlIssuer.subject) || isOfOtherKey(crl, crlIssuer)) continue
      answers.push(...(await ask(key, 'crl', () => memory.checkCrl(crl, certificate, crlIssuer))))
    }
  }
  return answers
}

/** Until when an answer is fresh. */
export function freshUntil({ outcome }: RevocationAnswer, ageHours: number): Instant {
  const { thisUpdate, nextUpdate } = outcome
  if (nextUpdate !== undefined) return nextUpdate
  return fromEpochMs(toEpochMs(thisUpdate as Instant) + ageHours * 3_600_000)
}

/** Answers that count at a moment: in the past, only those that existed then. */
export function countingAnswers(
  answers: readonly RevocationAnswer[],
  moment: Moment,
): readonly RevocationAnswer[] {
  const { proofs, at } = moment
  if (proofs === undefined) return answers
  return answers.filter(({ key }) => proofs.find(key) <= at)
}

/**
 * Tells whether an answer names a suspension that newer data no longer name (RFC 5280, 5.3.1: certificateHold may be
 * lifted, every other reason stands). What is known to have been signed while it lasted stays in doubt.
 */
function isLifted(answer: RevocationAnswer, sound: readonly RevocationAnswer[], usedAt: Instant): boolean {
  const { reason, revokedAt, thisUpdate } = answer.outcome
  if (reason !== 'certificateHold' || revokedAt === undefined || thisUpdate === undefined) return false
  return sound.some(({ outcome: { status, thisUpdate: newer } }) => {
    const isGood = status === 'good' && newer !== undefined && newer > thisUpdate
    return isGood && (usedAt < revokedAt || newer <= usedAt)
  })
}

/** Says what answers mean at a moment. */
function weigh(
  answers: readonly RevocationAnswer[],
  moment: Moment,
  ageHours: number,
): Omit<RevocationStatus, 'findings'> {
  const say = (status: RevocationStatus['status'], staleSince?: Instant) => {
    return { status, revokedAt: undefined, reason: undefined, staleSince }
  }
  if (answers.length === 0) return say('none')
  const sound = answers.filter((answer) => answer.isSound)
  const revoked = sound.find(
    (answer) =>
      answer.outcome.status === 'revoked' &&
      (answer.outcome.revokedAt ?? moment.at) <= moment.at &&
      !isLifted(answer, sound, moment.usedAt),
  )
  if (revoked !== undefined) {
    const { revokedAt, reason } = revoked.outcome
    return { status: 'revoked', revokedAt: revokedAt ?? moment.at, reason, staleSince: undefined }
  }
  if (sound.length === 0) return say('unusable')
  const ends = sound.map((answer) => freshUntil(answer, ageHours)).sort()
  const end = ends.at(-1) as Instant
  return isClearlyAfter(moment.at, end) ? say('stale', end) : say('good')
}

/** Asks the responder and the lists that a certificate names, each address once. */
async function askSources(certificate: Certificate, issuer: Certificate, inquiry: Inquiry): Promise<number> {
  const { sources, asked, evidence, memory } = inquiry
  let unreachable = 0
  const fetchFrom = async (url: string, fetchIt: () => Promise<Uint8Array>, kind: 'ocsps' | 'crls') => {
    const name = kind === 'ocsps' ? `${url} ${certificate.sha256}` : url
    if (!asked.has(name)) {
      try {
        addEvidence(evidence, { [kind]: [await fetchIt()] }, memory)
        asked.set(name, 'answered')
      } catch {
        // Whatever the host's transport throws means the same here: the source could not be asked.
        asked.set(name, 'unreachable')
      }
    }
    if (asked.get(name) === 'unreachable') unreachable += 1
  }
  const { fetchOcsp, fetchCrl } = sources
  if (fetchOcsp !== undefined) {
    const request = buildOcspRequest({ certificate, issuer })
    for (const url of certificate.authorityInfo.ocspUrls) {
      await fetchFrom(url, () => fetchOcsp(url, request), 'ocsps')
    }
  }
  if (fetchCrl !== undefined) {
    const urls = certificate.crlDistributionPoints.flatMap(({ names }) =>
      names.flatMap((name) => (name.kind === 'uri' ? [name.value] : [])),
    )
    for (const url of urls) await fetchFrom(url, () => fetchCrl(url), 'crls')
  }
  return unreachable
}

/** Says of data that do not hold, beside others that decide, that they were left out, and what is wrong with them. */
function describeDamaged(
  answers: readonly RevocationAnswer[],
  place: string,
  facts: Record<string, unknown>,
): ValidationFinding[] {
  const damaged = answers.filter((answer) => !answer.isSound)
  if (damaged.length === 0) return []
  const found = damaged.flatMap(({ outcome }) => outcome.findings.map(({ code }) => code))
  const unknown = damaged.some(({ outcome }) => outcome.status === 'unknown')
    ? ['validation/revocation-unknown']
    : []
  const codes = [...new Set([...found, ...unknown])]
  return [makeFinding('validation/revocation-damaged', place, { ...facts, damaged: damaged.length, codes })]
}

/** Findings of data that did not hold, so that a reader sees why. */
function explainUnsound(answers: readonly RevocationAnswer[], place: string): ValidationFinding[] {
  const unsound = answers.filter((answer) => !answer.isSound)
  const found = unsound.flatMap(({ outcome }) =>
    outcome.findings.map((finding) => adoptFinding(finding, 'revocation', 'warning')),
  )
  const isUnknown = unsound.some(({ outcome }) => outcome.status === 'unknown')
  return isUnknown ? [...found, makeFinding('validation/revocation-unknown', place)] : found
}

/** The finding that goes with a status. */
function describe(
  status: Omit<RevocationStatus, 'findings'>,
  { place, isRequired }: { readonly place: string; readonly isRequired: boolean },
  facts: Record<string, unknown>,
): ValidationFinding[] {
  switch (status.status) {
    case 'good':
      return []
    case 'revoked': {
      const code = place === 'path[0]' ? 'validation/revoked' : 'validation/authority-revoked'
      return [makeFinding(code, place, { ...facts, revokedAt: status.revokedAt, reason: status.reason })]
    }
    case 'stale': {
      const code = isRequired ? 'validation/revocation-stale' : 'validation/revocation-aged'
      return [makeFinding(code, place, { ...facts, staleSince: status.staleSince })]
    }
    case 'unusable':
      return [makeFinding('validation/revocation-unusable', place, facts)]
    case 'none':
      return []
  }
}

/** Says that nothing was found, as the policy and the certificate give reason to. */
function describeNothing(certificate: Certificate, place: string, inquiry: Inquiry): ValidationFinding[] {
  const { ocspUrls } = certificate.authorityInfo
  const isDeclared = ocspUrls.length > 0 || certificate.crlDistributionPoints.length > 0
  const facts = { certificate: certificate.sha256 }
  if (inquiry.policy.revocation === 'required')
    return [makeFinding('validation/revocation-required', place, facts)]
  return [
    makeFinding(
      isDeclared ? 'validation/revocation-none' : 'validation/revocation-none-declared',
      place,
      facts,
    ),
  ]
}

/**
 * Finds out what is known of the revocation of one certificate of a path.
 *
 * Data that hold decide. Damaged ones beside them are told as a warning: they stand outside what the signature covers,
 * and whoever may damage them may as well leave them out. Where nothing holds, sources are asked; damaged data alone
 * are never a pass.
 *
 * @param place - `path[0]` for the end certificate, and so on upwards.
 */
export async function checkRevocation(
  link: { readonly certificate: Certificate; readonly issuer: Certificate; readonly place: string },
  moment: Moment,
  inquiry: Inquiry,
): Promise<RevocationStatus> {
  const { certificate, issuer, place } = link
  const ageHours = inquiry.policy.revocationAgeHours
  const facts = { certificate: certificate.sha256, at: moment.at }
  let answers = countingAnswers(await listAnswers(certificate, issuer, inquiry), moment)
  let status = weigh(answers, moment, ageHours)
  const findings: ValidationFinding[] = []
  if (moment.proofs === undefined && OPEN.includes(status.status)) {
    const before = inquiry.evidence.ocsps.size + inquiry.evidence.crls.size
    const unreachable = await askSources(certificate, issuer, inquiry)
    if (unreachable > 0)
      findings.push(makeFinding('validation/revocation-unreachable', place, { ...facts, unreachable }))
    if (inquiry.evidence.ocsps.size + inquiry.evidence.crls.size > before) {
      answers = await listAnswers(certificate, issuer, inquiry)
      status = weigh(answers, moment, ageHours)
    }
  }
  findings.push(...describe(status, { place, isRequired: inquiry.policy.revocation === 'required' }, facts))
  if (status.status === 'none') findings.push(...describeNothing(certificate, place, inquiry))
  if (status.status === 'unusable') findings.push(...explainUnsound(answers, place))
  else findings.push(...describeDamaged(answers, place, facts))
  const { revokedAt, reason, staleSince } = status
  return { status: status.status, revokedAt, reason, staleSince, findings }
}
