/**
 * Whether a certificate leads to a trusted root: path building and validation (RFC 5280, 6.1; EN 319 102-1, 5.2.6).
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import { isMotcuaError } from '../../errors.ts'
import {
  type Certificate,
  type CertificatePath,
  type PkiFinding,
  readPem,
  readSignedData,
} from '../../pki/index.ts'
import { addEvidence } from '../facts/evidence.ts'
import type { ValidationFinding } from '../finding.ts'
import type { Inquiry, Moment } from '../inquiry.ts'
import { adoptFinding, makeFinding } from '../sentences.ts'
import { type Trouble, troubleOf } from '../trouble.ts'
import { anchorsFor, type TrustPurpose } from '../trust.ts'
import { checkCertificateAlgorithm } from './algorithm.ts'
import { checkRevocation } from './revocation.ts'

/** What came of looking for a chain. */
export interface ChainOutcome {
  /** The path that was judged, the root last; `undefined` when none was found. */
  readonly path: CertificatePath | undefined
  /** `undefined` when all is well. */
  readonly trouble: Trouble | undefined
  readonly findings: readonly ValidationFinding[]
}

/** What a chain is asked for. */
export interface ChainQuestion {
  readonly certificate: Certificate
  readonly purpose: TrustPurpose
  readonly moment: Moment
}

/** The trouble in what pki found about one certificate of a path; the order is that of EN 319 102-1, 5.2.6.4. */
function troubleOfMember(
  findings: readonly PkiFinding[],
  certificate: Certificate,
  index: number,
): Trouble | undefined {
  const codes = new Set(findings.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code))
  const isEnd = index === 0
  if (codes.has('pki/signature-invalid')) return troubleOf('CERTIFICATE_CHAIN_GENERAL_FAILURE')
  if (codes.has('pki/path-expired')) {
    return troubleOf(
      isEnd ? 'OUT_OF_BOUNDS_NO_POE' : 'CERTIFICATE_CHAIN_GENERAL_FAILURE',
      certificate.notAfter,
    )
  }
  if (codes.has('pki/path-not-yet-valid')) {
    return troubleOf(isEnd ? 'OUT_OF_BOUNDS_NO_POE' : 'CERTIFICATE_CHAIN_GENERAL_FAILURE')
  }
  return undefined
}

/** The trouble that revocation makes. */
function troubleOfRevocation(
  status: {
    readonly status: string
    readonly revokedAt: Instant | undefined
    readonly staleSince: Instant | undefined
  },
  index: number,
  isRequired: boolean,
): Trouble | undefined {
  switch (status.status) {
    case 'revoked':
      return troubleOf(index === 0 ? 'REVOKED_NO_POE' : 'REVOKED_CA_NO_POE', status.revokedAt)
    case 'stale':
      return isRequired ? troubleOf('TRY_LATER', status.staleSince) : undefined
    case 'unusable':
      return troubleOf('CERTIFICATE_CHAIN_GENERAL_FAILURE')
    default:
      return isRequired && status.status === 'none'
        ? troubleOf('CERTIFICATE_CHAIN_GENERAL_FAILURE')
        : undefined
  }
}

/** Whether the root was trusted at the moment. */
function checkAnchor(
  root: Certificate,
  { purpose, moment }: ChainQuestion,
  inquiry: Inquiry,
): ValidationFinding[] {
  const anchors = anchorsFor(inquiry.trust, purpose).filter(
    ({ certificate }) => certificate.sha256 === root.sha256,
  )
  const isTrusted = anchors.some(
    ({ validFrom, validUntil }) =>
      (validFrom === undefined || validFrom <= moment.at) &&
      (validUntil === undefined || moment.at <= validUntil),
  )
  return isTrusted
    ? []
    : [makeFinding('validation/anchor-out-of-period', 'path', { certificate: root.sha256 })]
}

/** Judges one path: the certificates from the root down, the first trouble decides. */
export async function judgePath(
  path: CertificatePath,
  question: ChainQuestion,
  inquiry: Inquiry,
): Promise<ChainOutcome> {
  const { moment } = question
  const { findings: found } = await inquiry.memory.checkPath(path, moment.at)
  const findings = found.map((finding) => adoptFinding(finding, 'chain'))
  const root = path.at(-1)
  const ofAnchor = root === undefined ? [] : checkAnchor(root, question, inquiry)
  let trouble = ofAnchor.length > 0 ? troubleOf('CERTIFICATE_CHAIN_GENERAL_FAILURE') : undefined
  findings.push(...ofAnchor)
  for (let index = path.length - 2; index >= 0; index -= 1) {
    const certificate = path[index]
    const issuer = path[index + 1]
    if (certificate === undefined || issuer === undefined) continue
    const place = `path[${index}]`
    const algorithm = checkCertificateAlgorithm({ certificate, issuer, place }, moment, inquiry)
    findings.push(...algorithm.findings)
    trouble ??= algorithm.trouble
    trouble ??= troubleOfMember(
      found.filter((finding) => finding.place === place),
      certificate,
      index,
    )
    // An expired certificate is beyond what its authority keeps count of.
    if (trouble === undefined) {
      const revocation = await checkRevocation({ certificate, issuer, place }, moment, inquiry)
      findings.push(...revocation.findings)
      trouble ??= troubleOfRevocation(revocation, index, inquiry.policy.revocation === 'required')
    }
  }
  if (found.some(({ outcome }) => outcome === 'failed'))
    trouble ??= troubleOf('CERTIFICATE_CHAIN_GENERAL_FAILURE')
  return { path, trouble, findings }
}

/** Issuers that an address gives: a certificate, PEM, or a CMS with certificates. */
function readFetched(bytes: Uint8Array): readonly Uint8Array[] {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 11)).startsWith('-----BEGIN ')) {
    return readPem(new TextDecoder().decode(bytes), 'CERTIFICATE').map((block) => block.bytes)
  }
  try {
    return readSignedData(bytes).certificates
  } catch (error) {
    if (isMotcuaError(error, 'pki/malformed')) return [bytes]
    throw error
  }
}

/** Asks for the issuers of the last certificate of a chain that leads nowhere; tells whether something new came. */
async function fetchIssuers(
  last: Certificate,
  inquiry: Inquiry,
  findings: ValidationFinding[],
): Promise<boolean> {
  const { sources, asked, evidence, memory } = inquiry
  const { fetchCertificates } = sources
  if (fetchCertificates === undefined) return false
  const before = evidence.certificates.size
  for (const url of last.authorityInfo.caIssuersUrls) {
    if (asked.has(url)) continue
    try {
      addEvidence(evidence, { certificates: readFetched(await fetchCertificates(url)) }, memory)
      asked.set(url, 'answered')
    } catch {
      // Whatever the host's transport throws means the same here: the source could not be asked.
      asked.set(url, 'unreachable')
      findings.push(makeFinding('validation/source-unreachable', 'path', { certificate: last.sha256 }))
    }
  }
  return evidence.certificates.size > before
}

/** Looks for paths, asking for missing issuers as far as the caller allows. */
async function searchPaths(
  { certificate, purpose }: ChainQuestion,
  inquiry: Inquiry,
  findings: ValidationFinding[],
) {
  const anchors = anchorsFor(inquiry.trust, purpose).map((anchor) => anchor.certificate)
  for (let round = 0; ; round += 1) {
    const certificates = [...inquiry.evidence.certificates.values()]
    const search = await inquiry.memory.findPaths(certificate, { anchors, certificates })
    const last = search.longest.at(-1)
    const mayGrow = search.paths.length === 0 && last !== undefined && round < 5
    if (!mayGrow || !(await fetchIssuers(last, inquiry, findings))) return search
  }
}

/** Tells whether a certificate names itself as its issuer, by name and by key. */
function isSelfSigned({ isSelfIssued, authorityKeyId, subjectKeyId }: Certificate): boolean {
  const keyId = authorityKeyId?.keyId
  return isSelfIssued && (keyId === undefined || subjectKeyId === undefined || keyId === subjectKeyId)
}

/**
 * Looks for a chain to a trusted root and judges it; the first path without trouble is taken.
 */
export async function checkChain(question: ChainQuestion, inquiry: Inquiry): Promise<ChainOutcome> {
  const findings: ValidationFinding[] = []
  const { paths, isComplete } = await searchPaths(question, inquiry, findings)
  const { certificate } = question
  let worst: ChainOutcome | undefined
  for (const path of paths) {
    const outcome = await judgePath(path, question, inquiry)
    if (outcome.trouble === undefined) {
      const facts = { length: path.length, root: path.at(-1)?.sha256 }
      return {
        ...outcome,
        findings: [...findings, makeFinding('validation/chain-ok', 'path', facts), ...outcome.findings],
      }
    }
    worst ??= outcome
  }
  if (!isComplete) findings.push(makeFinding('validation/chain-search-bounded', 'path'))
  if (worst !== undefined) return { ...worst, findings: [...findings, ...worst.findings] }
  const facts = { certificate: certificate.sha256 }
  if (isSelfSigned(certificate)) {
    const trouble = troubleOf('CHAIN_CONSTRAINTS_FAILURE')
    return {
      path: undefined,
      trouble,
      findings: [...findings, makeFinding('validation/chain-self-signed', 'path', facts)],
    }
  }
  const trouble = troubleOf('NO_CERTIFICATE_CHAIN_FOUND')
  return {
    path: undefined,
    trouble,
    findings: [...findings, makeFinding('validation/chain-not-found', 'path', facts)],
  }
}
