/**
 * Checks a certificate path at a moment (RFC 5280, 6.1).
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import type { Certificate } from '../certificate.ts'
import { EXTENSION_OID } from '../der/oids.ts'
import type { NameConstraints } from '../extensions.ts'
import { makeFinding, type PkiFinding } from '../findings.ts'
import { isSameName } from '../name.ts'
import { type VerifySignature, verifySignature } from '../verify-signature.ts'
import type { CertificatePath } from './find-paths.ts'
import { compareWithConstraints } from './name-constraints.ts'
import { followPolicies, type PolicyOptions } from './policy-graph.ts'

/** What a path is checked against. */
export interface PathCheck extends PolicyOptions {
  /** Moment at which every certificate below the root must be valid. */
  readonly at: Instant
  readonly verify?: VerifySignature
}

/** What came out. */
export interface PathOutcome {
  /** Empty when all is well; `place` is `path[0]` for the end certificate and so on upwards. */
  readonly findings: readonly PkiFinding[]
  /** Policies that hold for the whole path, in the words of the root. */
  readonly policies: readonly string[]
}

/** Extensions that are processed, so that they may be critical. */
const PROCESSED: readonly string[] = [
  EXTENSION_OID.basicConstraints,
  EXTENSION_OID.keyUsage,
  EXTENSION_OID.extendedKeyUsage,
  EXTENSION_OID.subjectAltName,
  EXTENSION_OID.issuerAltName,
  EXTENSION_OID.nameConstraints,
  EXTENSION_OID.certificatePolicies,
  EXTENSION_OID.policyMappings,
  EXTENSION_OID.policyConstraints,
  EXTENSION_OID.inhibitAnyPolicy,
  EXTENSION_OID.subjectKeyId,
  EXTENSION_OID.authorityKeyId,
  EXTENSION_OID.authorityInfoAccess,
  EXTENSION_OID.crlDistributionPoints,
  EXTENSION_OID.qcStatements,
  EXTENSION_OID.ocspNoCheck,
]

/** Facts that tell which certificate is meant without naming its subject. */
const factsOf = ({ sha256 }: Certificate) => ({ certificate: sha256 })

/** Whether a certificate is in its period. */
function checkPeriod(certificate: Certificate, at: Instant, place: string): PkiFinding[] {
  const { notBefore, notAfter } = certificate
  if (notBefore <= at && at <= notAfter) return []
  const facts = { ...factsOf(certificate), notBefore, notAfter, at }
  if (at < notBefore) return [makeFinding('pki/path-not-yet-valid', place, facts)]
  return [makeFinding('pki/path-expired', place, facts)]
}

/** Whether the extensions can be relied on. */
function checkExtensions(certificate: Certificate, place: string): PkiFinding[] {
  const broken = certificate.brokenExtensions.map((oid) =>
    makeFinding('pki/path-extension-broken', place, { ...factsOf(certificate), oid }),
  )
  const unknown = certificate.extensions
    .filter(({ oid, isCritical }) => isCritical && !PROCESSED.includes(oid))
    .map(({ oid }) => makeFinding('pki/path-extension-unknown', place, { ...factsOf(certificate), oid }))
  return [...broken, ...unknown]
}

/** Whether the issuer's key and name are those of the next certificate. */
async function checkLink(
  child: Certificate,
  issuer: Certificate,
  check: PathCheck & { readonly place: string },
) {
  const { place, verify = verifySignature } = check
  const findings: PkiFinding[] = []
  if (!isSameName(child.issuer, issuer.subject))
    findings.push(makeFinding('pki/path-name-chain', place, factsOf(child)))
  if (!child.isAlgorithmConsistent)
    findings.push(makeFinding('pki/path-algorithms-differ', place, factsOf(child)))
  const outcome = await verify({
    algorithm: child.signatureAlgorithm.signature,
    publicKey: issuer.publicKey,
    message: child.tbs,
    signature: child.signature,
  })
  if (outcome === 'valid') return findings
  const code = outcome === 'invalid' ? 'pki/signature-invalid' : 'pki/signature-not-checked'
  return [
    ...findings,
    makeFinding(code, place, { ...factsOf(child), algorithm: child.signatureAlgorithm.name }),
  ]
}

/**
 * Whether a certificate may issue those below it (RFC 5280, 6.1.4 (k) to (n)).
 *
 * @param below - How many certificates of authorities that are not self-issued follow it downwards.
 */
function checkAuthority(certificate: Certificate, below: number, place: string): PkiFinding[] {
  const { basicConstraints, keyUsage } = certificate
  const findings: PkiFinding[] = []
  if (basicConstraints?.isCa !== true)
    findings.push(makeFinding('pki/path-not-authority', place, factsOf(certificate)))
  if (keyUsage !== undefined && !keyUsage.includes('keyCertSign')) {
    findings.push(makeFinding('pki/path-key-usage', place, { ...factsOf(certificate), keyUsage }))
  }
  const pathLength = basicConstraints?.pathLength
  if (pathLength !== undefined && below > pathLength) {
    findings.push(makeFinding('pki/path-too-long', place, { ...factsOf(certificate), pathLength, below }))
  }
  return findings
}

/** Whether names stand with the constraints above; a self-issued certificate in between is exempt. */
function checkNames(path: CertificatePath, index: number): PkiFinding[] {
  const certificate = path[index]
  if (certificate === undefined || (index > 0 && certificate.isSelfIssued)) return []
  const above = path
    .slice(index + 1)
    .map(({ nameConstraints }) => nameConstraints)
    .filter((constraints): constraints is NameConstraints => constraints !== undefined)
  if (above.length === 0) return []
  const { violated, notChecked } = compareWithConstraints(certificate, above)
  const place = `path[${index}]`
  const findings: PkiFinding[] = []
  if (violated.length > 0) {
    findings.push(
      makeFinding('pki/path-name-constraints', place, { ...factsOf(certificate), kinds: violated }),
    )
  }
  if (notChecked.length > 0) {
    const facts = { ...factsOf(certificate), kinds: notChecked }
    findings.push(makeFinding('pki/path-name-constraints-not-checked', place, facts))
  }
  return findings
}

/** The policies of the path and what is wrong with them. */
function checkPolicies(path: CertificatePath, check: PathCheck) {
  const { policies, isMissing, hasBadMapping } = followPolicies(path.slice(0, -1).reverse(), check)
  const findings: PkiFinding[] = []
  if (isMissing) findings.push(makeFinding('pki/path-policy', 'path'))
  if (hasBadMapping) findings.push(makeFinding('pki/path-policy-mapping', 'path'))
  return { policies, findings }
}

/** Everything about one certificate of the path but its names and policies. */
async function checkMember(path: CertificatePath, index: number, check: PathCheck): Promise<PkiFinding[]> {
  const certificate = path[index]
  const issuer = path[index + 1]
  const place = `path[${index}]`
  if (certificate === undefined) return []
  const below = path.slice(1, index).filter(({ isSelfIssued }) => !isSelfIssued).length
  const asAuthority = index === 0 ? [] : checkAuthority(certificate, below, place)
  // The root is trusted as it is: its period and signature are nobody's business but the trust store's.
  if (issuer === undefined) return certificate.version < 3 ? [] : asAuthority
  return [
    ...checkPeriod(certificate, check.at, place),
    ...checkExtensions(certificate, place),
    ...asAuthority,
    ...(await checkLink(certificate, issuer, { ...check, place })),
  ]
}

/**
 * Checks a path from an end certificate to a trusted root: signatures, names, periods, authority, path length, key
 * usage, name constraints, policies, and critical extensions.
 *
 * The limits that a root of version 3 puts on itself are applied as RFC 5937 allows; its period is not. Revocation, key
 * usage of the end certificate and the strength of algorithms are other questions.
 *
 * @param path - The end certificate first, the root last, as `findPaths` gives them; a root alone is a path too.
 */
export async function checkPath(path: CertificatePath, check: PathCheck): Promise<PathOutcome> {
  const members = await Promise.all(path.map((_, index) => checkMember(path, index, check)))
  const names = path.slice(0, -1).flatMap((_, index) => checkNames(path, index))
  const { policies, findings } = checkPolicies(path, check)
  return { findings: [...members.flat(), ...names, ...findings], policies }
}
