/**
 * Sliding the control time: the last moment at which a chain is known to have been good (EN 319 102-1, 5.6.2.2).
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import { type Certificate, type CertificatePath, findPaths } from '../../pki/index.ts'
import { checkAlgorithm } from '../checks/algorithm.ts'
import { freshUntil, listAnswers, type RevocationAnswer } from '../checks/revocation.ts'
import type { ExistenceProofs } from '../facts/evidence.ts'
import type { Inquiry } from '../inquiry.ts'
import { earlierOf } from '../instants.ts'

/** A control time, or that there is none: something needed was not proved to exist in time. */
export type SlideOutcome =
  | { readonly kind: 'at'; readonly controlAt: Instant }
  | { readonly kind: 'no-proof'; readonly certificate: Certificate }
  | { readonly kind: 'banned'; readonly certificate: Certificate }

/** What a slide works with. */
interface Slide {
  readonly inquiry: Inquiry
  readonly proofs: ExistenceProofs
  /** Certificates whose chains are being looked into, against going in circles. */
  readonly stack: readonly string[]
}

/** Answers that existed at the control time. */
export async function answersAt(
  { certificate, issuer }: { readonly certificate: Certificate; readonly issuer: Certificate },
  controlAt: Instant,
  { inquiry, proofs }: Pick<Slide, 'inquiry' | 'proofs'>,
): Promise<readonly RevocationAnswer[]> {
  const answers = await listAnswers(certificate, issuer, inquiry)
  return answers.filter(({ key, outcome, isSound }) => {
    const issuedAt = outcome.thisUpdate
    return isSound && issuedAt !== undefined && issuedAt <= controlAt && proofs.find(key) <= controlAt
  })
}

/** The path of whoever signed an answer, when it is not part of the path in question. */
async function findSignerPath(
  answer: RevocationAnswer,
  path: CertificatePath,
  slide: Slide,
): Promise<CertificatePath | undefined> {
  const { signedBy } = answer.outcome
  if (signedBy === undefined || path.some(({ sha256 }) => sha256 === signedBy.sha256)) return undefined
  if (slide.stack.includes(signedBy.sha256)) return undefined
  const { evidence, memory } = slide.inquiry
  const search = {
    anchors: [path.at(-1) ?? signedBy],
    certificates: [...evidence.certificates.values(), ...path],
    verify: memory.verify,
  }
  return (await findPaths(signedBy, search)).paths[0]
}

/** The last moment at which an algorithm was strong enough, or that it never was. */
function slideByAlgorithm(
  use: Parameters<typeof checkAlgorithm>[0],
  controlAt: Instant,
  inquiry: Inquiry,
): Instant | 'banned' {
  const { trouble } = checkAlgorithm(use, { at: controlAt, usedAt: controlAt, proofs: undefined }, inquiry)
  if (trouble === undefined) return controlAt
  return trouble.since === undefined ? 'banned' : earlierOf(trouble.since, controlAt)
}

/** Slides by one certificate and its answers. */
async function slideByLink(
  link: { readonly certificate: Certificate; readonly issuer: Certificate; readonly path: CertificatePath },
  from: Instant,
  slide: Slide,
): Promise<SlideOutcome> {
  const { certificate, issuer, path } = link
  const { inquiry, proofs } = slide
  let controlAt = from
  if (proofs.find(certificate.sha256) > controlAt) return { kind: 'no-proof', certificate }
  const answers = await answersAt(link, controlAt, slide)
  if (answers.length === 0 && !certificate.hasOcspNoCheck) return { kind: 'no-proof', certificate }
  for (const answer of answers) {
    const signerPath = await findSignerPath(answer, path, slide)
    if (signerPath === undefined) continue
    const deeper = await slideByPath(signerPath, controlAt, {
      ...slide,
      stack: [...slide.stack, certificate.sha256],
    })
    if (deeper.kind !== 'at') return deeper
    controlAt = deeper.controlAt
  }
  const revokedAt = answers
    .flatMap(({ outcome }) => (outcome.status === 'revoked' ? (outcome.revokedAt ?? []) : []))
    .sort()[0]
  if (revokedAt !== undefined) controlAt = earlierOf(revokedAt, controlAt)
  const use = { algorithm: certificate.signatureAlgorithm, bits: issuer.publicKey.bits, place: 'path' }
  const byAlgorithm = slideByAlgorithm(use, controlAt, inquiry)
  if (byAlgorithm === 'banned') return { kind: 'banned', certificate }
  controlAt = byAlgorithm
  const newest = [...answers].sort((a, b) =>
    (a.outcome.thisUpdate ?? '') < (b.outcome.thisUpdate ?? '') ? 1 : -1,
  )[0]
  if (revokedAt === undefined && newest !== undefined) {
    controlAt = earlierOf(freshUntil(newest, inquiry.policy.revocationAgeHours), controlAt)
  }
  return { kind: 'at', controlAt }
}

/** Slides along a path, from the authority below the root down to the end certificate. */
async function slideByPath(path: CertificatePath, from: Instant, slide: Slide): Promise<SlideOutcome> {
  let controlAt = from
  for (let index = path.length - 2; index >= 0; index -= 1) {
    const certificate = path[index]
    const issuer = path[index + 1]
    if (certificate === undefined || issuer === undefined) continue
    const outcome = await slideByLink({ certificate, issuer, path }, controlAt, slide)
    if (outcome.kind !== 'at') return outcome
    controlAt = outcome.controlAt
  }
  return { kind: 'at', controlAt }
}

/**
 * Finds the last moment at which a path is known to have been good.
 *
 * Where the standard sets the control time to the issuance of revocation data that are no longer fresh, this sets it to
 * the end of their freshness: a CRL is often older than the signature that it speaks for.
 */
export function slideControlTime(
  path: CertificatePath,
  inquiry: Inquiry,
  proofs: ExistenceProofs,
): Promise<SlideOutcome> {
  return slideByPath(path, inquiry.now, { inquiry, proofs, stack: [] })
}
