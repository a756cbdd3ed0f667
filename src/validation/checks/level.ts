/**
 * Which baseline level a signature reaches, and what keeps it from the next one (EN 319 142-1, 6.3, table 1).
 *
 * @module
 */
import type { LocalizedText } from '../../errors.ts'
import { type Certificate, type CertificatePath, findSignerCertificate } from '../../pki/index.ts'
import type { SignatureFacts } from '../facts/collect.ts'
import { evidenceOfCms, evidenceOfStore, timestampsOf } from '../facts/evidence.ts'
import { keyOf } from '../facts/evidence-key.ts'
import type { ValidationFinding } from '../finding.ts'
import type { Inquiry } from '../inquiry.ts'
import type { DocumentInquiry } from '../judge/document-inquiry.ts'
import type { Judgement } from '../judge/judge-signature.ts'
import { makeFinding } from '../sentences.ts'
import type { BaselineLevel } from '../verdict.ts'
import { listAnswers } from './revocation.ts'

/** Requirements of the levels, as they are named when they are not met. */
const requirements = {
  'sub-filter': { en: 'SubFilter ETSI.CAdES.detached', vi: 'SubFilter ETSI.CAdES.detached' },
  format: { en: 'a well-formed signature dictionary and CMS', vi: 'từ điển chữ ký và CMS đúng định dạng' },
  integrity: { en: 'a signature that holds', vi: 'chữ ký đúng về mật mã' },
  'signing-certificate': { en: 'the signing-certificate attribute', vi: 'thuộc tính signing-certificate' },
  'no-signing-time': { en: 'no signing-time in the CMS', vi: 'CMS không có signing-time' },
  'claimed-time': { en: 'the claimed time in /M', vi: 'thời gian ký ở /M' },
  attributes: { en: 'attributes that follow the rules', vi: 'thuộc tính đúng quy định' },
  timestamp: { en: 'a timestamp that holds', vi: 'dấu thời gian hợp lệ' },
  chain: { en: 'a chain to a trusted root', vi: 'đường dẫn đến gốc tin cậy' },
  'security-store': { en: 'a document security store', vi: 'kho dữ liệu kiểm tra DSS' },
  'revocation-data': {
    en: 'revocation data in the document for every certificate',
    vi: 'dữ liệu thu hồi trong tài liệu cho mọi chứng thư',
  },
  'document-timestamp': {
    en: 'a document timestamp that holds and covers the security store',
    vi: 'dấu thời gian tài liệu hợp lệ và bao phủ kho DSS',
  },
  'signing-time': { en: 'the signing-time attribute', vi: 'thuộc tính signing-time' },
  'certificate-inside': { en: 'the signing certificate in the CMS', vi: 'chứng thư người ký trong CMS' },
  'archive-timestamp': { en: 'an archive timestamp that holds', vi: 'dấu thời gian lưu trữ hợp lệ' },
} satisfies Record<string, LocalizedText>

/** One of the requirements. */
export type Requirement = keyof typeof requirements

/** A level and what says so. */
export interface LevelOutcome {
  readonly level: BaselineLevel | null
  readonly findings: readonly ValidationFinding[]
}

/** Findings about attributes that fail no signature, and keep it from every level. */
const BREACHES: readonly string[] = [
  'validation/reason-with-commitment',
  'pki/attribute-repeated',
  'pki/attribute-broken',
]

/** What a signature lacks of B-B. */
function findBasicGap({ facts, findings }: Judgement): Requirement | undefined {
  const { found, signer } = facts
  const has = (code: string) => findings.some((finding) => finding.code === code)
  const hasFailed = (check: string) =>
    findings.some((each) => each.check === check && each.outcome === 'failed')
  if (found.subFilter !== 'ETSI.CAdES.detached') return 'sub-filter'
  if (hasFailed('format') || hasFailed('coverage') || found.hasCert) return 'format'
  if (!has('validation/digest-ok') || !has('validation/signature-ok')) return 'integrity'
  if ((signer?.attributes.signingCertificates.length ?? 0) === 0 || hasFailed('signing-certificate'))
    return 'signing-certificate'
  if (signer?.attributes.signingTime !== undefined) return 'no-signing-time'
  if (found.claimedAt === undefined) return 'claimed-time'
  return hasFailed('attributes') || BREACHES.some(has) ? 'attributes' : undefined
}

/** Names of everything that stands in the document itself. */
function listEmbeddedKeys({ securityStore, signatures }: DocumentInquiry['document']): ReadonlySet<string> {
  const stored = securityStore === undefined ? undefined : evidenceOfStore(securityStore)
  const inside = signatures.flatMap(({ signedData }) =>
    signedData === undefined ? [] : [evidenceOfCms(signedData)],
  )
  const encodings = [stored ?? {}, ...inside].flatMap(({ crls = [], ocsps = [] }) => [...crls, ...ocsps])
  return new Set(encodings.map(keyOf))
}

/** Whether every certificate below the root has an answer that stands in the document. */
async function isCovered(
  path: CertificatePath,
  embedded: ReadonlySet<string>,
  inquiry: Inquiry,
): Promise<boolean> {
  for (const [index, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[index + 1]
    if (issuer === undefined || certificate.hasOcspNoCheck) continue
    const answers = await listAnswers(certificate, issuer, inquiry)
    if (!answers.some(({ key, isSound }) => isSound && embedded.has(key))) return false
  }
  return true
}

/** The certificates of the timestamp authorities inside a signature. */
function listAuthorities(facts: Pick<SignatureFacts, 'signer'>, inquiry: Inquiry): Certificate[] {
  const known = [...inquiry.evidence.certificates.values()]
  return timestampsOf(facts, 'signature').flatMap((token) => {
    const signer = token?.signer
    return (signer && findSignerCertificate(signer, known)) ?? []
  })
}

/** The chains of a signature and of the authorities of its timestamps. */
async function listPaths(
  facts: Pick<SignatureFacts, 'signer'>,
  path: CertificatePath | undefined,
  inquiry: Inquiry,
) {
  const { trust, evidence, memory } = inquiry
  const anchors = trust.map((anchor) => anchor.certificate)
  const certificates = [...evidence.certificates.values()]
  const paths = [path]
  for (const certificate of listAuthorities(facts, inquiry)) {
    paths.push((await memory.findPaths(certificate, { anchors, certificates })).paths[0])
  }
  return paths
}

/** Whether a chain is missing, or an answer about a certificate of one among what is embedded. */
export async function findUncovered(
  facts: Pick<SignatureFacts, 'signer'>,
  of: { readonly path: CertificatePath | undefined; readonly embedded: ReadonlySet<string> },
  inquiry: Inquiry,
): Promise<Requirement | undefined> {
  const paths = await listPaths(facts, of.path, inquiry)
  if (paths.includes(undefined)) return 'chain'
  for (const path of paths) {
    if (path !== undefined && !(await isCovered(path, of.embedded, inquiry))) return 'revocation-data'
  }
  return undefined
}

/** What a signature lacks of B-LT. */
async function findLongTermGap(
  { facts, path }: Judgement,
  inquiry: DocumentInquiry,
): Promise<Requirement | undefined> {
  const { document } = inquiry
  if (document.securityStore === undefined) {
    const paths = await listPaths(facts, path, inquiry)
    if (paths.includes(undefined)) return 'chain'
    return paths.every((each) => (each?.length ?? 0) <= 1) ? undefined : 'security-store'
  }
  return findUncovered(facts, { path, embedded: listEmbeddedKeys(document) }, inquiry)
}

/** Whether a later document timestamp holds and covers the store. */
function hasArchive({ facts }: Judgement, { chain, document }: DocumentInquiry): boolean {
  return chain.judged.some((stamp) => {
    const { found, coverage } = stamp.facts
    const isWhole = coverage === 'entire-file' || coverage === 'entire-revision'
    const isLater = found.revisionIndex > facts.found.revisionIndex && stamp.trouble === undefined && isWhole
    return (
      isLater &&
      (document.securityStore === undefined || document.readStoreAt(found.revisionIndex) !== undefined)
    )
  })
}

/** The levels in their order, each with what finds out what is missing. */
type LevelSteps = readonly (readonly [BaselineLevel, () => Promise<Requirement | undefined>])[]

/** Climbs from level to level, until something is missing. */
export async function climbLevels(place: string, steps: LevelSteps): Promise<LevelOutcome> {
  let level: BaselineLevel | null = null
  for (const [next, findGap] of steps) {
    const requirement = await findGap()
    if (requirement === undefined) {
      level = next
      continue
    }
    const { en, vi } = requirements[requirement]
    const finding = makeFinding('validation/level-requirement', place, { level: next, requirement })
    const message = {
      en: `${next} is not reached for want of ${en}`,
      vi: `chưa đạt mức ${next} vì thiếu: ${vi}`,
    }
    return { level, findings: [...sayLevel(level, place), { ...finding, message }] }
  }
  return { level, findings: sayLevel(level, place) }
}

/** Recognises the level of a signature; document timestamps have none. */
export async function checkLevel(judgement: Judgement, inquiry: DocumentInquiry): Promise<LevelOutcome> {
  const { found } = judgement.facts
  if (found.kind === 'timestamp') return { level: null, findings: [] }
  return climbLevels(found.field.name, [
    ['B-B', async () => findBasicGap(judgement)],
    ['B-T', async () => (judgement.provenAt === undefined ? 'timestamp' : undefined)],
    ['B-LT', () => findLongTermGap(judgement, inquiry)],
    ['B-LTA', async () => (hasArchive(judgement, inquiry) ? undefined : 'document-timestamp')],
  ])
}

/** Says which level was reached, when any was. */
function sayLevel(level: BaselineLevel | null, place: string): ValidationFinding[] {
  return level === null ? [] : [makeFinding('validation/level', place, { level })]
}
