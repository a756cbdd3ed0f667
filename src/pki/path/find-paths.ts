/**
 * Finds the paths from a certificate to trusted roots (RFC 4158, in short).
 *
 * @module
 */
import { equalBytes } from '../../bytes.ts'
import type { Certificate } from '../certificate.ts'
import { isSameName } from '../name.ts'
import { type VerifySignature, verifySignature } from '../verify-signature.ts'

/** Where issuers may be found, and how far to look. */
export interface PathSearch {
  /** Certificates that are trusted of themselves. */
  readonly anchors: readonly Certificate[]
  /** Everything else at hand: from the signature, from the DSS, fetched. */
  readonly certificates?: readonly Certificate[]
  readonly verify?: VerifySignature
  /** Longest path in certificates, 10 when absent. */
  readonly maxLength?: number
  /** Steps from a certificate to a possible issuer before the search gives up, 1000 when absent. */
  readonly maxSteps?: number
}

/** The certificate first, the trusted root last. */
export type CertificatePath = readonly Certificate[]

/** What was found. */
export interface PathSearchOutcome {
  /** The most promising first; empty when no trusted root is reached. */
  readonly paths: readonly CertificatePath[]
  /** The longest chain that was followed, to tell where the way ends. */
  readonly longest: CertificatePath
  /** `false` when the search gave up at one of its bounds, so there may be more. */
  readonly isComplete: boolean
}

/** A few paths are plenty: the first good one is used. */
const MOST_PATHS = 16

/** State of one search. */
interface Search {
  readonly bySubject: ReadonlyMap<string, readonly Certificate[]>
  readonly anchorNames: ReadonlySet<string>
  readonly verify: VerifySignature
  readonly edges: Map<string, boolean>
  readonly paths: CertificatePath[]
  readonly maxLength: number
  stepsLeft: number
  isComplete: boolean
  longest: CertificatePath
}

/** Groups certificates by subject, each once. */
function groupBySubject(certificates: readonly Certificate[]): Map<string, Certificate[]> {
  const groups = new Map<string, Certificate[]>()
  for (const certificate of new Map(certificates.map((each) => [each.sha256, each])).values()) {
    const key = certificate.subject.folded
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [certificate])
    else group.push(certificate)
  }
  return groups
}

/** How promising a candidate is: trusted first, then the key that the certificate names, then the longest valid. */
function rank(candidate: Certificate, child: Certificate, search: Search): number {
  const wanted = child.authorityKeyId?.keyId
  const isNamed = wanted === undefined || candidate.subjectKeyId === undefined ? 1 : 0
  const keyRank = wanted !== undefined && wanted === candidate.subjectKeyId ? 0 : isNamed === 1 ? 1 : 2
  return keyRank * 2 + (search.anchorNames.has(candidate.sha256) ? 0 : 1)
}

/** Certificates that may have issued another, the most promising first. */
function candidatesFor(child: Certificate, search: Search): readonly Certificate[] {
  const group = search.bySubject.get(child.issuer.folded) ?? []
  return [...group].sort((a, b) => {
    const difference = rank(a, child, search) - rank(b, child, search)
    return difference !== 0 ? difference : a.notAfter < b.notAfter ? 1 : -1
  })
}

/** The same subject with the same key: another certificate of it on one path would only go in circles. */
function isSameEntity(a: Certificate, b: Certificate): boolean {
  return equalBytes(a.publicKey.spki, b.publicKey.spki) && isSameName(a.subject, b.subject)
}

/** Tells whether a candidate signed a certificate; what cannot be checked is not ruled out. */
async function mayHaveSigned(candidate: Certificate, child: Certificate, search: Search): Promise<boolean> {
  const edge = `${child.sha256} ${candidate.sha256}`
  // Counted even when the answer is known: in a mesh of authorities it is the ways that multiply, not the links.
  if (search.stepsLeft === 0) {
    search.isComplete = false
    return false
  }
  search.stepsLeft -= 1
  const known = search.edges.get(edge)
  if (known !== undefined) return known
  const outcome = await search.verify({
    algorithm: child.signatureAlgorithm.signature,
    publicKey: candidate.publicKey,
    message: child.tbs,
    signature: child.signature,
  })
  search.edges.set(edge, outcome !== 'invalid')
  return outcome !== 'invalid'
}

/** Follows every promising issuer of the last certificate of a path. */
async function follow(path: CertificatePath, search: Search): Promise<void> {
  const child = path.at(-1)
  if (child === undefined || search.paths.length >= MOST_PATHS) return
  if (path.length > search.longest.length) search.longest = path
  if (search.anchorNames.has(child.sha256)) {
    search.paths.push(path)
    return
  }
  const candidates = candidatesFor(child, search).filter(
    (candidate) => !path.some((earlier) => isSameEntity(earlier, candidate)),
  )
  if (candidates.length > 0 && path.length >= search.maxLength) {
    search.isComplete = false
    return
  }
  for (const candidate of candidates) {
    if (await mayHaveSigned(candidate, child, search)) await follow([...path, candidate], search)
  }
}

/**
 * Finds paths from a certificate up to trusted roots, by names, key identifiers and signatures.
 *
 * Several roots of one name, renewed keys, cross-certificates and loops are followed within the bounds; a signature
 * that does not hold cuts a branch at once. Nothing else is checked: see `checkPath`.
 *
 * @example
 * import { findPaths, readCertificate, readCertificates } from 'motcua/pki'
 * import { createTestAuthority } from 'motcua/adapters/test-authority'
 * const authority = await createTestAuthority()
 * const { certificate, chain } = await authority.issue({ commonName: 'Người ký thử' })
 * const search = {
 *   anchors: [readCertificate(authority.root.certificate)],
 *   certificates: readCertificates(chain),
 * }
 * const { paths } = await findPaths(readCertificate(certificate), search)
 * paths[0]?.length // 3: signer, issuing authority, root
 */
export async function findPaths(certificate: Certificate, options: PathSearch): Promise<PathSearchOutcome> {
  const { anchors, certificates = [], verify = verifySignature, maxLength = 10, maxSteps = 1000 } = options
  const search: Search = {
    bySubject: groupBySubject([...anchors, ...certificates]),
    anchorNames: new Set(anchors.map(({ sha256 }) => sha256)),
    verify,
    edges: new Map(),
    paths: [],
    maxLength,
    stepsLeft: maxSteps,
    isComplete: true,
    longest: [],
  }
  await follow([certificate], search)
  const { paths, longest } = search
  return { paths, longest, isComplete: search.isComplete && paths.length < MOST_PATHS }
}
