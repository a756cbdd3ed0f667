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
  /** Everything that is wrong: the first decides, unless proofs of the past do away with it. Empty when all is well. */
  readonly troubles: readonly Trouble[]
  /** Every certificate below the root was asked about and found not to be revoked. */
  readonly isKnownUnrevoked: boolean
  readonly findings: readonly ValidationFinding[]
}

/** What a chain is asked for. */
export interface ChainQuestion {
  readonly certificate: Certificate
  readonly purpose: TrustPurpose
  readonly moment: Moment
}

/** Findings of pki that make troubles of their own; every other one that is not merely a warning makes a general one. */
const TOLD_APART: readonly string[] = ['pki/signature-invalid', 'pki/path-expired', 'pki/path-not-yet-valid']

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

/** Until when a root was trusted for a purpose; `undefined` for ever, or when it never was. */
export function findTrustEnd(
  root: Certificate,
  purpose: TrustPurpose,
  { trust }: Pick<Inquiry, 'trust'>,
): Instant | undefined {
  const anchors = anchorsFor(trust, purpose).filter(({ certificate }) => certificate.sha256 === root.sha256)
  const ends = anchors.map(({ validUntil }) => validUntil)
  return ends.includes(undefined)
    ? undefined
    : ends
        .flatMap((end) => end ?? [])
        .sort()
        .at(-1)
}

/** Whether the root was trusted at the moment; trust that has ended may have been there in the past (EN 319 102-1, 5.1.3). */
function judgeAnchor(
  root: Certificate,
  { purpose, moment }: ChainQuestion,
  inquiry: Inquiry,
): { readonly trouble: Trouble; readonly finding: ValidationFinding } | undefined {
  const isTrusted = anchorsFor(inquiry.trust, purpose).some(
    ({ certificate, validFrom, validUntil }) =>
      certificate.sha256 === root.sha256 &&
      (validFrom === undefined || validFrom <= moment.at) &&
      (validUntil === undefined || moment.at <= validUntil),
  )
  if (isTrusted) return undefined
  const end = findTrustEnd(root, purpose, inquiry)
  const isOver = end !== undefined && end < moment.at
  const trouble = isOver
    ? troubleOf('NO_CERTIFICATE_CHAIN_FOUND_NO_POE', end)
    : troubleOf('CERTIFICATE_CHAIN_GENERAL_FAILURE')
  const facts = { certificate: root.sha256, ...(isOver ? { trustedUntil: end } : {}) }
  return { trouble, finding: makeFinding('validation/anchor-out-of-period', 'path', facts) }
}

/** What came of judging one certificate below the root. */
interface LinkOutcome {
  readonly troubles: readonly Trouble[]
  readonly isKnownUnrevoked: boolean
  readonly findings: readonly ValidationFinding[]
}

/** Judges one certificate below the root by its signature algorithm, its period and its revocation. */
async function judgeLink(
  [path, index]: readonly [CertificatePath, number],
  found: readonly PkiFinding[],
  { moment, inquiry }: { readonly moment: Moment; readonly inquiry: Inquiry },
): Promise<LinkOutcome> {
  const certificate = path[index]
  const issuer = path[index + 1]
  if (certificate === undefined || issuer === undefined)
    return { troubles: [], isKnownUnrevoked: false, findings: [] }
  const place = `path[${index}]`
  const algorithm = checkCertificateAlgorithm({ certificate, issuer, place }, moment, inquiry)
  const own = troubleOfMember(
    found.filter((finding) => finding.place === place),
    certificate,
    index,
  )
  const troubles = [algorithm.trouble, own].flatMap((trouble) => trouble ?? [])
  // An expired certificate is beyond what its authority keeps count of.
  if (own !== undefined) return { troubles, isKnownUnrevoked: false, findings: algorithm.findings }
  const revocation = await checkRevocation({ certificate, issuer, place }, moment, inquiry)
  const revoked = troubleOfRevocation(revocation, index, inquiry.policy.revocation === 'required')
  return {
    troubles: revoked === undefined ? troubles : [...troubles, revoked],
    isKnownUnrevoked: revocation.status === 'good',
    findings: [...algorithm.findings, ...revocation.findings],
  }
}

/** Judges one path: the certificates from the root down, then the path as a whole; what is not checked is not good. */
export async function judgePath(
  path: CertificatePath,
  question: ChainQuestion,
  inquiry: Inquiry,
): Promise<ChainOutcome> {
  const { moment } = question
  const { findings: found } = await inquiry.memory.checkPath(path, moment.at)
  const root = path.at(-1)
  const ofAnchor = root && judgeAnchor(root, question, inquiry)
  const findings = found.map((finding) => adoptFinding(finding, 'chain'))
  const troubles: Trouble[] = []
  if (ofAnchor !== undefined) {
    findings.push(ofAnchor.finding)
    troubles.push(ofAnchor.trouble)
  }
  let isKnownUnrevoked = path.length > 1
  for (let index = path.length - 2; index >= 0; index -= 1) {
    const link = await judgeLink([path, index], found, { moment, inquiry })
    troubles.push(...link.troubles)
    findings.push(...link.findings)
    isKnownUnrevoked &&= link.isKnownUnrevoked
  }
  if (found.some(({ outcome, code }) => outcome !== 'warning' && !TOLD_APART.includes(code)))
    troubles.push(troubleOf('CERTIFICATE_CHAIN_GENERAL_FAILURE'))
  // The period of the end certificate comes first (5.2.6.4): its past may be better, whatever ended above it since.
  const isOfEnd = ({ subIndication }: Trouble) => subIndication === 'OUT_OF_BOUNDS_NO_POE'
  const ordered = [...troubles.filter(isOfEnd), ...troubles.filter((trouble) => !isOfEnd(trouble))]
  return { path, troubles: ordered, isKnownUnrevoked, findings }
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
    if (outcome.troubles.length === 0) {
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
  const code = isSelfSigned(certificate) ? 'validation/chain-self-signed' : 'validation/chain-not-found'
  findings.push(makeFinding(code, 'path', { certificate: certificate.sha256 }))
  const trouble = troubleOf(
    isSelfSigned(certificate) ? 'CHAIN_CONSTRAINTS_FAILURE' : 'NO_CERTIFICATE_CHAIN_FOUND',
  )
  return { path: undefined, troubles: [trouble], isKnownUnrevoked: false, findings }
}
