/**
 * Remembers what follows from certificates and revocation lists alone, for the many documents of one authority: the
 * paths between them, what is wrong with a path, and what a list says of a certificate.
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import {
  type Certificate,
  type CertificatePath,
  type Crl,
  checkCrl,
  checkPath,
  findPaths,
  type PathOutcome,
  type PathSearchOutcome,
  type RevocationOutcome,
  type VerifySignature,
} from '../../pki/index.ts'

/** Where issuers may be found. */
interface Surroundings {
  readonly anchors: readonly Certificate[]
  readonly certificates: readonly Certificate[]
}

/** The questions whose answers are kept; certificates and lists are told apart by identity. */
export interface ChainMemory {
  readonly findPaths: (certificate: Certificate, among: Surroundings) => Promise<PathSearchOutcome>
  readonly checkPath: (path: CertificatePath, at: Instant) => Promise<PathOutcome>
  readonly checkCrl: (crl: Crl, certificate: Certificate, issuer: Certificate) => Promise<RevocationOutcome>
}

/** Tells whether two lists hold the very same certificates in the same order. */
function areSame(a: readonly Certificate[], b: readonly Certificate[]): boolean {
  return a.length === b.length && a.every((certificate, index) => certificate === b[index])
}

/** Remembers, for each certificate, the last search for its paths. */
function rememberPaths(verify: VerifySignature): ChainMemory['findPaths'] {
  const searches = new WeakMap<Certificate, Surroundings & { readonly outcome: Promise<PathSearchOutcome> }>()
  return (certificate, { anchors, certificates }) => {
    const known = searches.get(certificate)
    if (known !== undefined && areSame(known.anchors, anchors) && areSame(known.certificates, certificates)) {
      return known.outcome
    }
    const outcome = findPaths(certificate, { anchors, certificates, verify })
    searches.set(certificate, { anchors, certificates, outcome })
    return outcome
  }
}

/** Tells whether all certificates below the root are in their period: then the moment changes nothing. */
function isWithinPeriods(path: CertificatePath, at: Instant): boolean {
  return path.every(({ notBefore, notAfter }, index) => {
    return index === path.length - 1 || (notBefore <= at && at <= notAfter)
  })
}

/** Remembers what is wrong with paths at moments when all of their certificates are in their period. */
function rememberPathChecks(verify: VerifySignature): ChainMemory['checkPath'] {
  const outcomes = new WeakMap<CertificatePath, Promise<PathOutcome>>()
  return (path, at) => {
    if (!isWithinPeriods(path, at)) return checkPath(path, { at, verify })
    const outcome = outcomes.get(path) ?? checkPath(path, { at, verify })
    outcomes.set(path, outcome)
    return outcome
  }
}

/** What a list said of a certificate when this issuer was taken for the one behind it. */
interface CrlAnswer {
  readonly issuer: Certificate
  readonly outcome: Promise<RevocationOutcome>
}

/** Remembers what lists say of certificates, without regard to time. */
function rememberCrlChecks(verify: VerifySignature): ChainMemory['checkCrl'] {
  const lists = new WeakMap<Crl, WeakMap<Certificate, CrlAnswer>>()
  return (crl, certificate, issuer) => {
    const answers = lists.get(crl) ?? new WeakMap<Certificate, CrlAnswer>()
    lists.set(crl, answers)
    const known = answers.get(certificate)
    if (known?.issuer === issuer) return known.outcome
    const outcome = checkCrl(crl, { certificate, issuer, verify })
    answers.set(certificate, { issuer, outcome })
    return outcome
  }
}

/** Starts with nothing remembered. */
export function rememberChains(verify: VerifySignature): ChainMemory {
  return {
    findPaths: rememberPaths(verify),
    checkPath: rememberPathChecks(verify),
    checkCrl: rememberCrlChecks(verify),
  }
}
