/**
 * What a report shows of one signature, as pairs of a heading and its words: the text and the page share it.
 *
 * The list is that of TT 15/2025/TT-BKHCN for verification software: issuer, signer, managing unit, signing time or
 * timestamp, integrity, validity at signing, period of the certificate; then what a specialist looks for.
 *
 * @module
 */
import { type Instant, isInstant } from '../../date.ts'
import type { Language, LocalizedText } from '../../errors.ts'
import type { AttackName, ModificationLevel } from '../difference/change.ts'
import type { CheckName, CheckOutcome, ValidationFinding } from '../finding.ts'
import type { BaselineLevel, Coverage, SignatureReport } from '../verdict.ts'

/** A heading with its words. */
export interface WordedFact {
  readonly heading: string
  readonly words: string
}

/** Writes both languages of one sentence. */
const both = (vi: string, en: string): LocalizedText => ({ vi, en })

const coverages: Readonly<Record<Coverage, LocalizedText>> = {
  'entire-file': both('toàn bộ tệp', 'the whole file'),
  'entire-revision': both('trọn phiên bản đã ký', 'the whole of the signed revision'),
  partial: both('chỉ một phần', 'only a part'),
  broken: both('không xác định được', 'cannot be determined'),
}

const modifications: Readonly<Record<ModificationLevel, LocalizedText>> = {
  none: both('không có', 'none'),
  'lta-updates': both('chỉ thêm dữ liệu kiểm tra lâu dài', 'only data for long-term verification'),
  'form-filling': both('điền biểu mẫu hoặc ký thêm', 'fields filled or further signatures'),
  annotations: both('thêm ghi chú trên trang', 'comments on pages'),
  other: both('nội dung hoặc cấu trúc đã bị thay đổi', 'content or structure was changed'),
}

/** What DocMDP allows after a signature (ISO 32000-1, table 254). */
const allowances: Readonly<Record<1 | 2 | 3, LocalizedText>> = {
  1: both('không cho phép thay đổi nào', 'none at all'),
  2: both('chỉ điền biểu mẫu và ký thêm', 'only filling in fields and further signatures'),
  3: both('chỉ điền biểu mẫu, ký thêm và ghi chú', 'only filling in fields, further signatures and comments'),
}

/** The baseline levels with what they mean to a person (EN 319 142-1, 6.1). */
const levels: Readonly<Record<BaselineLevel, LocalizedText>> = {
  'B-B': both('B-B (cơ bản, chưa có dấu thời gian)', 'B-B (basic, without a timestamp)'),
  'B-T': both('B-T (có dấu thời gian)', 'B-T (with a timestamp)'),
  'B-LT': both('B-LT (có dấu thời gian và dữ liệu thu hồi)', 'B-LT (with a timestamp and revocation data)'),
  'B-LTA': both('B-LTA (đủ dữ liệu để lưu trữ lâu dài)', 'B-LTA (with all that an archive needs)'),
}

/** The names of the checks, for people. */
export const checkWords: Readonly<Record<CheckName, LocalizedText>> = {
  format: both('Định dạng', 'Format'),
  digest: both('Tính toàn vẹn', 'Integrity'),
  signature: both('Giá trị chữ ký', 'Signature value'),
  'signing-certificate': both('Chứng thư đã dùng', 'Signing certificate'),
  attributes: both('Thuộc tính', 'Attributes'),
  chain: both('Đường dẫn chứng thực', 'Chain of certificates'),
  'key-usage': both('Mục đích của khóa', 'Purpose of the key'),
  revocation: both('Thu hồi', 'Revocation'),
  timestamp: both('Dấu thời gian', 'Timestamp'),
  algorithm: both('Thuật toán', 'Algorithms'),
  'seed-value': both('Yêu cầu của trường ký', 'Demands of the field'),
  permission: both('Quyền thay đổi', 'Permissions'),
  coverage: both('Phạm vi bao phủ', 'Coverage'),
  'later-changes': both('Thay đổi sau khi ký', 'Later changes'),
  attack: both('Dấu hiệu tấn công', 'Attacks'),
  level: both('Mức chữ ký', 'Level'),
  document: both('Tài liệu', 'Document'),
}

/** The attacks, for people. */
export const attackWords: Readonly<Record<AttackName, LocalizedText>> = {
  'universal-forgery': both('Giả mạo chữ ký bằng dữ liệu rỗng', 'Universal signature forgery'),
  'incremental-saving': both('Lưu chồng nội dung sau khi ký', 'Incremental saving attack'),
  'signature-wrapping': both('Bọc lại chữ ký', 'Signature wrapping attack'),
  'shadow-hide': both('Nội dung bị che sẵn trước khi ký', 'Shadow attack: hide'),
  'shadow-replace': both('Nội dung bị thay sau khi ký', 'Shadow attack: replace'),
  'shadow-hide-and-replace': both(
    'Nội dung giấu sẵn được đưa ra sau khi ký',
    'Shadow attack: hide and replace',
  ),
  'evil-annotation': both('Ghi chú che nội dung đã chứng nhận', 'Evil annotation attack'),
  'sneaky-signature': both('Chữ ký thêm che nội dung đã chứng nhận', 'Sneaky signature attack'),
}

/** The outcomes, for people. */
export const outcomeWords: Readonly<Record<CheckOutcome, LocalizedText>> = {
  ok: both('đạt', 'passed'),
  failed: both('không đạt', 'failed'),
  warning: both('cảnh báo', 'warning'),
  'not-checked': both('chưa kiểm tra được', 'not checked'),
}

/** Places that are no name out of the document, in words. */
const places: Readonly<Record<string, LocalizedText | undefined>> = {
  document: both('cả tài liệu', 'the whole document'),
  path: both('chuỗi chứng thư', 'chain of certificates'),
  content: both('nội dung được ký', 'what was signed'),
  'archive-timestamp': both('dấu thời gian lưu trữ', 'archive timestamp'),
}

/** Timestamps by where they stand in a signature; their number follows. */
const stampWords: Readonly<Record<string, LocalizedText | undefined>> = {
  signature: both('dấu thời gian của chữ ký, thứ', 'timestamp of the signature, number'),
  content: both('dấu thời gian của nội dung, thứ', 'timestamp of the content, number'),
  archive: both('dấu thời gian lưu trữ, thứ', 'archive timestamp, number'),
}

/** Checks whose places may be fields: those bear the names that the document gives them. */
const fieldChecks: readonly CheckName[] = ['format', 'coverage', 'permission', 'later-changes', 'seed-value']

/** The place of a finding, in words where it is a part of the signature: `path[0]` says nothing to people. */
export function wordPlace({ check, place }: ValidationFinding, language: Language): string {
  if (fieldChecks.includes(check)) return place
  const [, kind = '', ordinal = ''] = /^(signature|content|archive)-timestamp\[(\d+)\]$/.exec(place) ?? []
  const stamp = stampWords[kind]?.[language]
  if (stamp !== undefined) return `${stamp} ${Number(ordinal) + 1}`
  const index = /^path\[(\d+)\]$/.exec(place)?.[1]
  if (index === undefined)
    return (Object.hasOwn(places, place) ? places[place]?.[language] : undefined) ?? place
  if (index !== '0') return both(`chứng thư cấp trên thứ ${index}`, `authority ${index} above it`)[language]
  return check === 'timestamp'
    ? both('chứng thư của cơ quan cấp dấu thời gian', 'certificate of the timestamp authority')[language]
    : both('chứng thư đã ký', 'certificate that signed')[language]
}

/** A moment as people write it, Viet Nam's time: `09:00:00 01/09/2026 (+07:00)`. */
export function writeMoment(at: Instant): string {
  return `${at.slice(11, 19)} ${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)} (+07:00)`
}

/** A day as people write it. */
function writeDay(at: Instant): string {
  return `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`
}

const words = {
  vi: {
    signer: 'Người ký',
    stamper: 'Cơ quan cấp dấu thời gian',
    unit: 'Đơn vị quản lý',
    noUnit: 'chứng thư không nêu',
    issuer: 'Tổ chức cấp chứng thư',
    unknown: 'không tìm thấy chứng thư',
    time: 'Thời gian ký',
    claimed: 'do người ký khai, chưa được chứng minh',
    claimedProven: 'do người ký khai',
    stamp: 'Dấu thời gian',
    proven: 'chữ ký được chứng minh đã có từ thời điểm này',
    noTime: 'không nêu',
    integrity: 'Tính toàn vẹn',
    intact: 'nội dung đã ký còn nguyên vẹn',
    broken: 'nội dung đã ký KHÔNG còn nguyên vẹn',
    shownOther: 'tài liệu KHÔNG còn hiển thị như khi ký (riêng phần dữ liệu đã ký chưa bị sửa)',
    unchecked: 'chưa kiểm tra được',
    validity: 'Hiệu lực chứng thư khi ký',
    period: 'Thời hạn chứng thư',
    inPeriod: 'trong thời hạn',
    outOfPeriod: 'NGOÀI thời hạn',
    notRevoked: 'không bị thu hồi',
    revoked: 'ĐÃ BỊ THU HỒI',
    revokedLater: 'chỉ bị thu hồi sau khi chữ ký được chứng minh đã có',
    notRevokedThen: 'không bị thu hồi theo dữ liệu có sẵn, nay đã cũ',
    revocationOpen: 'chưa xác minh được tình trạng thu hồi',
    coverage: 'Phạm vi bao phủ',
    allowed: 'Thay đổi được phép',
    changes: 'Thay đổi sau khi ký',
    level: 'Mức chữ ký',
    noLevel: 'chưa xác định',
    reason: 'Lý do',
    location: 'Nơi ký',
  },
  en: {
    signer: 'Signer',
    stamper: 'Timestamp authority',
    unit: 'Managing unit',
    noUnit: 'the certificate names none',
    issuer: 'Issuer of the certificate',
    unknown: 'the certificate was not found',
    time: 'Signing time',
    claimed: 'as the signer says, not proved',
    claimedProven: 'as the signer says',
    stamp: 'Timestamp',
    proven: 'the signature is proved to have existed then',
    noTime: 'not stated',
    integrity: 'Integrity',
    intact: 'what was signed is unchanged',
    broken: 'what was signed was CHANGED',
    shownOther: 'the document NO longer shows what was signed (the signed bytes themselves are unchanged)',
    unchecked: 'could not be checked',
    validity: 'Certificate when it signed',
    period: 'Period of the certificate',
    inPeriod: 'within its period',
    outOfPeriod: 'OUTSIDE its period',
    notRevoked: 'not revoked',
    revoked: 'REVOKED',
    revokedLater: 'revoked only after the signature is proved to have existed',
    notRevokedThen: 'not revoked by the data at hand, which are old by now',
    revocationOpen: 'whether it was revoked could not be found out',
    coverage: 'Covers',
    allowed: 'Changes allowed',
    changes: 'Changes since',
    level: 'Baseline level',
    noLevel: 'not determined',
    reason: 'Reason',
    location: 'Place',
  },
} as const

type Words = (typeof words)[Language]

/** Outcome of the worst finding of one check, or nothing when the check said nothing. */
function worstOf({ findings }: SignatureReport, check: CheckName): CheckOutcome | undefined {
  const outcomes = findings.filter((finding) => finding.check === check).map(({ outcome }) => outcome)
  return (['failed', 'not-checked', 'warning', 'ok'] as const).find((outcome) => outcomes.includes(outcome))
}

/** Whether what was signed is unchanged. */
function wordIntegrity(signature: SignatureReport, say: Words): string {
  const outcomes = (['digest', 'signature', 'coverage'] as const).map((check) => worstOf(signature, check))
  const isOfOtherData = signature.findings.some(
    ({ code, outcome }) => code === 'validation/timestamp-imprint-differs' && outcome === 'failed',
  )
  if (isOfOtherData || outcomes.includes('failed')) return say.broken
  const isAttacked = worstOf(signature, 'attack') === 'failed'
  if (isAttacked) return outcomes[0] === 'ok' && outcomes[1] === 'ok' ? say.shownOther : say.broken
  // A document timestamp has no finding about its digest: its imprint is checked as a timestamp.
  const isStamped = signature.kind === 'timestamp' && signature.indication === 'TOTAL-PASSED'
  return outcomes[0] === 'ok' || isStamped ? say.intact : say.unchecked
}

/** Findings about revocation data that are there but older than the moment in question. */
const AGED: readonly string[] = ['validation/revocation-aged', 'validation/revocation-stale']

/** Findings about certificates that were revoked, whether or not that was before the signature. */
const REVOKED: readonly string[] = ['validation/revoked', 'validation/authority-revoked']

/** Whether the certificate was within its period and not revoked when it signed. */
function wordValidity(signature: SignatureReport, say: Words): string {
  const { signer, provenAt, claimedAt } = signature
  const at = provenAt ?? claimedAt
  if (signer === null || at === null) return say.unchecked
  const isInPeriod = signer.notBefore <= at && at <= signer.notAfter
  const revocations = signature.findings.filter(({ code }) => REVOKED.includes(code))
  const revoked = revocations.find(({ outcome, facts }) => {
    const { revokedAt } = facts
    const isLater = provenAt !== null && typeof revokedAt === 'string' && provenAt < revokedAt
    return outcome === 'failed' || !isLater
  })
  const revokedAt = revoked?.facts['revokedAt']
  // The claimed time may lie before: the reader sees both moments and why they decide.
  const since = isInstant(revokedAt) ? ` (${writeMoment(revokedAt)})` : ''
  const said = signature.findings.filter(({ check }) => check === 'revocation')
  const isKnown = said.some(({ code }) => code === 'validation/revocation-ok')
  // Old data say nothing of what came later; that they name no revocation is worth telling, and no more than that.
  const isAged = said.length > 0 && said.every(({ code }) => AGED.includes(code))
  const open = isAged ? say.notRevokedThen : say.revocationOpen
  const fate = revocations.length > 0 ? say.revokedLater : isKnown ? say.notRevoked : open
  const revocation = revoked === undefined ? fate : `${say.revoked}${since}`
  return `${isInPeriod ? say.inPeriod : say.outOfPeriod}; ${revocation}`
}

/** Who signed, for which unit, with whose certificate. */
function wordSigner({ signer, kind }: SignatureReport, say: Words): WordedFact[] {
  const heading = kind === 'timestamp' ? say.stamper : say.signer
  if (signer === null) return [{ heading, words: say.unknown }]
  return [
    { heading, words: signer.name },
    { heading: say.unit, words: signer.unit === '' ? say.noUnit : signer.unit },
    { heading: say.issuer, words: signer.issuerName },
    { heading: say.period, words: `${writeDay(signer.notBefore)} – ${writeDay(signer.notAfter)}` },
  ]
}

/** What is shown of one signature or document timestamp. */
export function wordFacts(signature: SignatureReport, language: Language): readonly WordedFact[] {
  const say = words[language]
  const { claimedAt, provenAt, level, modification, reason, location } = signature
  const claimed = provenAt === null ? say.claimed : say.claimedProven
  const claim = claimedAt === null ? say.noTime : `${writeMoment(claimedAt)} (${claimed})`
  const proof =
    provenAt === null ? [] : [{ heading: say.stamp, words: `${writeMoment(provenAt)} (${say.proven})` }]
  const changed =
    modification === null ? [] : [{ heading: say.changes, words: modifications[modification][language] }]
  const allowedLevel = signature.docMdp?.level ?? null
  const allowed =
    allowedLevel === null ? [] : [{ heading: say.allowed, words: allowances[allowedLevel][language] }]
  const own =
    signature.kind === 'timestamp'
      ? []
      : [
          { heading: say.validity, words: wordValidity(signature, say) },
          { heading: say.level, words: level === null ? say.noLevel : levels[level][language] },
        ]
  const told = [
    { heading: say.reason, words: reason },
    { heading: say.location, words: location },
  ]
  return [
    ...wordSigner(signature, say),
    ...(signature.kind === 'timestamp' ? [] : [{ heading: say.time, words: claim }]),
    ...proof,
    { heading: say.integrity, words: wordIntegrity(signature, say) },
    ...own,
    ...(modification === null
      ? []
      : [{ heading: say.coverage, words: coverages[signature.coverage][language] }]),
    ...allowed,
    ...changed,
    ...told.filter((fact) => fact.words !== ''),
  ]
}
