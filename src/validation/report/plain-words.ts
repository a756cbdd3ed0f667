/**
 * Verdicts in plain words, for people who have never heard of ETSI.
 *
 * @module
 */
import type { LocalizedText } from '../../errors.ts'
import type { ModificationLevel } from '../difference/change.ts'
import type { SignatureReport, SubIndication, ValidationReport } from '../verdict.ts'

/** How a verdict is to be taken: may be relied on, may not yet, must not. */
export type VerdictTone = 'good' | 'doubtful' | 'bad'

/** Writes both languages of one sentence. */
const both = (vi: string, en: string): LocalizedText => ({ vi, en })

/** Why a signature does not hold, one sentence for each sub-indication of EN 319 102-1, 5.1.3. */
const reasons: Readonly<Record<SubIndication, LocalizedText>> = {
  FORMAT_FAILURE: both(
    'chữ ký hoặc cấu trúc tài liệu bị hỏng hoặc bị can thiệp',
    'the signature or the document is broken or was tampered with',
  ),
  HASH_FAILURE: both('nội dung đã bị thay đổi sau khi ký', 'the content was changed after signing'),
  SIG_CRYPTO_FAILURE: both(
    'giá trị chữ ký không khớp với khóa của người ký',
    'the signature value does not belong to the key of the signer',
  ),
  REVOKED: both('chứng thư đã bị thu hồi khi ký', 'the certificate was revoked when it signed'),
  EXPIRED: both('chứng thư đã hết hạn khi ký', 'the certificate had expired when it signed'),
  NOT_YET_VALID: both(
    'chứng thư chưa có hiệu lực khi ký',
    'the certificate was not valid yet when it signed',
  ),
  SIG_CONSTRAINTS_FAILURE: both(
    'chữ ký hoặc thay đổi sau khi ký không đáp ứng yêu cầu',
    'the signature, or what was changed after it, does not meet what is asked of it',
  ),
  CHAIN_CONSTRAINTS_FAILURE: both(
    'chứng thư không dùng được cho loại chữ ký này',
    'the certificate is not meant for signatures of this kind',
  ),
  CERTIFICATE_CHAIN_GENERAL_FAILURE: both(
    'chưa kiểm tra được đường dẫn chứng thực',
    'the chain of certificates could not be checked',
  ),
  CRYPTO_CONSTRAINTS_FAILURE: both('thuật toán hoặc khóa quá yếu', 'an algorithm or key is too weak'),
  CRYPTO_CONSTRAINTS_FAILURE_NO_POE: both(
    'thuật toán nay đã yếu và không có bằng chứng là chữ ký có từ trước đó',
    'an algorithm has become weak and nothing proves that the signature is older than that',
  ),
  POLICY_PROCESSING_ERROR: both(
    'không áp dụng được chính sách chữ ký',
    'the signature policy cannot be applied',
  ),
  SIGNATURE_POLICY_NOT_AVAILABLE: both(
    'không có chính sách chữ ký mà chữ ký nêu',
    'the signature policy that the signature names is not at hand',
  ),
  TIMESTAMP_ORDER_FAILURE: both('các dấu thời gian mâu thuẫn nhau', 'its timestamps contradict each other'),
  NO_SIGNING_CERTIFICATE_FOUND: both(
    'không tìm thấy chứng thư của người ký',
    'the certificate of the signer was not found',
  ),
  NO_CERTIFICATE_CHAIN_FOUND: both(
    'tổ chức cấp chứng thư không nằm trong danh sách tin cậy được dùng',
    'the issuer of the certificate is not among the roots that are trusted here',
  ),
  NO_CERTIFICATE_CHAIN_FOUND_NO_POE: both(
    'gốc tin cậy nay không còn được tin cậy và không có bằng chứng về thời điểm ký',
    'the root is trusted no more and nothing proves when the signature was made',
  ),
  REVOKED_NO_POE: both(
    'chứng thư đã bị thu hồi và không có bằng chứng là chữ ký có trước đó',
    'the certificate was revoked and nothing proves that the signature is older',
  ),
  REVOKED_CA_NO_POE: both(
    'chứng thư của tổ chức chứng thực đã bị thu hồi và không có bằng chứng là chữ ký có trước đó',
    'a certificate of the authority was revoked and nothing proves that the signature is older',
  ),
  OUT_OF_BOUNDS_NO_POE: both(
    'chứng thư đã hết hạn hoặc chưa có hiệu lực, và không có bằng chứng về thời điểm ký',
    'the certificate has expired or is not valid yet, and nothing proves when it signed',
  ),
  OUT_OF_BOUNDS_NOT_REVOKED: both(
    'chứng thư đã hết hạn, chưa từng bị thu hồi, nhưng không có bằng chứng về thời điểm ký',
    'the certificate has expired without being revoked, but nothing proves when it signed',
  ),
  REVOCATION_OUT_OF_BOUNDS_NO_POE: both(
    'chứng thư của nguồn kiểm tra thu hồi đã hết hạn và không có bằng chứng thời điểm',
    'the certificate behind the revocation data has expired and nothing proves the time',
  ),
  NO_POE: both('không có bằng chứng về thời điểm ký', 'nothing proves when the signature was made'),
  TRY_LATER: both(
    'chưa có dữ liệu thu hồi đủ mới; hãy kiểm tra lại sau',
    'there are no revocation data that are fresh enough; try again later',
  ),
  SIGNED_DATA_NOT_FOUND: both('không tìm thấy dữ liệu đã ký', 'the signed data were not found'),
}

/** What was added to the document after a signature, in plain words. */
const additions: Readonly<Record<ModificationLevel, LocalizedText>> = {
  none: both('tài liệu không bị thay đổi từ khi ký', 'nothing was changed since'),
  'lta-updates': both(
    'sau đó chỉ thêm dữ liệu để kiểm tra lâu dài',
    'only data for long-term verification were added since',
  ),
  'form-filling': both(
    'sau đó có điền biểu mẫu hoặc ký thêm, như được phép',
    'since then fields were filled or others signed, as permitted',
  ),
  annotations: both('LƯU Ý: sau đó có thêm ghi chú trên trang', 'NOTE: comments were put on its pages since'),
  other: both('LƯU Ý: sau đó tài liệu đã bị thay đổi', 'NOTE: the document was changed since'),
}

/** How the verdict on one signature is to be taken; an attack that was carried out outweighs what could not be found out. */
export function judgeTone({
  indication,
  attacks,
}: Pick<SignatureReport, 'indication' | 'attacks'>): VerdictTone {
  if (indication === 'TOTAL-FAILED' || attacks.some(({ stage }) => stage === 'carried-out')) return 'bad'
  return indication === 'TOTAL-PASSED' ? 'good' : 'doubtful'
}

/** Joins a beginning and a reason in both languages. */
function join(start: LocalizedText, rest: LocalizedText): LocalizedText {
  return both(`${start.vi}: ${rest.vi}`, `${start.en}: ${rest.en}`)
}

const beginnings = {
  signature: {
    good: both('Chữ ký hợp lệ', 'The signature is valid'),
    doubtful: both('Chưa thể kết luận chữ ký hợp lệ', 'The signature cannot be called valid'),
    bad: both('Chữ ký KHÔNG hợp lệ', 'The signature is NOT valid'),
  },
  timestamp: {
    good: both('Dấu thời gian hợp lệ', 'The timestamp is valid'),
    doubtful: both('Chưa thể kết luận dấu thời gian hợp lệ', 'The timestamp cannot be called valid'),
    bad: both('Dấu thời gian KHÔNG hợp lệ', 'The timestamp is NOT valid'),
  },
} as const

/** Why a signature does not count in a document that was attacked. */
const tampered = both(
  'tài liệu có dấu hiệu bị can thiệp để đánh lừa người đọc',
  'the document shows signs of tampering that would deceive its reader',
)

/** Says in one sentence what the verdict on a signature or document timestamp means. */
export function explainSignature(signature: SignatureReport): LocalizedText {
  const { kind, subIndication, modification } = signature
  const tone = judgeTone(signature)
  const start = beginnings[kind][tone]
  const [attack] = signature.attacks.filter(({ stage }) => stage === 'carried-out')
  if (tone === 'bad' && attack !== undefined) return join(start, tampered)
  if (subIndication !== null) return join(start, reasons[subIndication])
  if (modification === null) return start
  const { vi, en } = additions[modification]
  return both(`${start.vi}; ${vi}`, `${start.en}; ${en}`)
}

const remarks = {
  suspected: both(
    'LƯU Ý: tài liệu có điểm giống cách đánh lừa người đọc, cần xem kỹ phần bên dưới',
    'NOTE: something in the document looks like a way to deceive its reader; see below',
  ),
  revocation: both(
    'LƯU Ý: chưa xác minh được chứng thư có bị thu hồi hay không',
    'NOTE: whether a certificate was revoked could not be verified',
  ),
} as const

/** Findings that leave it open whether a certificate was revoked. */
const OPEN: readonly string[] = [
  'validation/revocation-none',
  'validation/revocation-none-declared',
  'validation/revocation-unreachable',
  'validation/revocation-unusable',
]

/**
 * What a reader of a good verdict must not miss: a suspected attack, and revocation that could not be verified (TT
 * 15/2025/TT-BKHCN, Annex II: no silent pass). Empty where the verdict is not good: it says enough itself.
 */
export function listRemarks(report: ValidationReport): readonly LocalizedText[] {
  if (!isAllPassed(report)) return []
  const isSuspected = report.signatures.some(({ attacks }) => attacks.length > 0)
  const findings = report.signatures.flatMap((signature) => signature.findings)
  const isOpen = findings.some(({ code }) => OPEN.includes(code))
  return [...(isSuspected ? [remarks.suspected] : []), ...(isOpen ? [remarks.revocation] : [])]
}

/** Counts signatures and timestamps that passed. */
function countPassed(report: ValidationReport) {
  const signatures = report.signatures.filter(({ kind }) => kind === 'signature')
  return {
    all: signatures.length,
    passed: signatures.filter(({ indication }) => indication === 'TOTAL-PASSED').length,
  }
}

/**
 * Tells whether everything may be relied on: at least one signature of a person or agency, each signature and timestamp
 * TOTAL-PASSED, and no finding failed. A document that carries only timestamps has been signed by nobody.
 */
export function isAllPassed({ document, signatures }: ValidationReport): boolean {
  const findings = [...document.findings, ...signatures.flatMap((signature) => signature.findings)]
  return (
    signatures.some(({ kind }) => kind === 'signature') &&
    signatures.every(({ indication }) => indication === 'TOTAL-PASSED') &&
    findings.every(({ outcome }) => outcome !== 'failed')
  )
}

/**
 * Says in one sentence what the report means, with the tone in which to show it.
 *
 * @example
 * import { explainReport, verifyDocument } from 'motcua/validation'
 * import { instant } from 'motcua'
 * const report = await verifyDocument(new Uint8Array(9), { trust: [], at: instant('2026-09-01T09:00') })
 * explainReport(report).tone // 'bad'
 */
export function explainReport(report: ValidationReport): LocalizedText & { readonly tone: VerdictTone } {
  const { all, passed } = countPassed(report)
  const failed = report.document.findings.find(({ outcome }) => outcome === 'failed')
  if (report.signatures.length === 0 && failed !== undefined) {
    const what = failed.message
    return {
      tone: 'bad',
      ...join(both('KHÔNG có chữ ký nào được xác nhận', 'NO signature was confirmed'), what),
    }
  }
  if (all === 0) {
    const only = both(
      'Tài liệu không có chữ ký của ai, chỉ có dấu thời gian',
      'Nobody has signed the document; it carries only timestamps',
    )
    return { tone: 'bad', ...only }
  }
  if (isAllPassed(report)) {
    const said = both(
      all === 1 ? 'Chữ ký số của tài liệu hợp lệ' : `Cả ${all} chữ ký số của tài liệu đều hợp lệ`,
      all === 1
        ? 'The signature of this document is valid'
        : `All ${all} signatures of this document are valid`,
    )
    return { tone: 'good', ...said }
  }
  const tone = report.signatures.some((signature) => judgeTone(signature) === 'bad') ? 'bad' : 'doubtful'
  const rest = both(`${passed}/${all} chữ ký hợp lệ`, `${passed} of ${all} signatures valid`)
  const start =
    tone === 'bad'
      ? both('KHÔNG nên tin cậy tài liệu này', 'This document should NOT be relied on')
      : both('CHƯA đủ cơ sở để tin cậy tài liệu này', 'There is NOT enough to rely on this document')
  return { tone, ...join(start, rest) }
}
