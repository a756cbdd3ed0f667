/**
 * What the checks of this room can say, in both languages.
 *
 * @module
 */
import type { LocalizedText } from '../errors.ts'
import type { Finding } from '../finding.ts'

/** A finding of this room. */
export interface PkiFinding extends Finding {
  readonly code: PkiFindingCode
  /** `not-checked`: nothing could be said, and that must never count as good. */
  readonly outcome: 'failed' | 'warning' | 'not-checked'
}

/** One sentence of the table: how it weighs and how it reads. */
interface Sentence extends LocalizedText {
  readonly outcome: PkiFinding['outcome']
}

const failed = (en: string, vi: string): Sentence => ({ outcome: 'failed', en, vi })
const warning = (en: string, vi: string): Sentence => ({ outcome: 'warning', en, vi })
const notChecked = (en: string, vi: string): Sentence => ({ outcome: 'not-checked', en, vi })

/** Every finding of this room; the facts beside it say the rest. */
export const findingSentences = {
  // CMS
  'pki/signature-invalid': failed(
    'the signature does not belong to these bytes and this key',
    'chữ ký không khớp với dữ liệu và khóa này',
  ),
  'pki/signature-not-checked': notChecked(
    'the signature could not be checked: algorithm or key is not supported here',
    'chưa kiểm tra được chữ ký: thuật toán hoặc khóa không được hỗ trợ',
  ),
  'pki/message-digest-differs': failed(
    'the signed digest is not that of the content',
    'giá trị băm đã ký không khớp với nội dung',
  ),
  'pki/message-digest-missing': failed(
    'there are signed attributes, but none with the digest of the content',
    'thiếu thuộc tính message-digest trong các thuộc tính đã ký',
  ),
  'pki/content-type-differs': failed(
    'the signed content type is missing or not that of the content',
    'thuộc tính content-type thiếu hoặc không khớp với kiểu nội dung',
  ),
  'pki/content-missing': notChecked(
    'the content that was signed is not at hand',
    'không có nội dung đã ký để kiểm tra',
  ),
  'pki/signed-attributes-unsorted': failed(
    'the signature holds only over attributes in an order that DER forbids',
    'chữ ký chỉ đúng với các thuộc tính không sắp theo DER',
  ),
  'pki/signed-attributes-out-of-order': failed(
    'the signed attributes stand in an order that DER forbids; the signature holds over the right one',
    'các thuộc tính đã ký không sắp theo DER; chữ ký đúng với thứ tự của DER',
  ),
  'pki/attribute-repeated': failed(
    'an attribute that may come once comes several times',
    'thuộc tính chỉ được có một lần nhưng lặp lại',
  ),
  'pki/attribute-broken': failed('an attribute cannot be read', 'có thuộc tính không đọc được'),
  'pki/digest-algorithms-differ': failed(
    'the digest of the signature is not the digest of the content',
    'thuật toán băm của chữ ký khác với thuật toán băm của nội dung',
  ),
  'pki/digest-algorithm-misnamed': warning(
    'a signature algorithm stands where the digest of the content is to be named; its digest was taken',
    'chỗ ghi thuật toán băm lại ghi một thuật toán ký; thuật toán băm của nó được dùng',
  ),
  'pki/algorithm-protection-differs': failed(
    'the algorithms that were signed for are not those that were used',
    'thuật toán được bảo vệ trong thuộc tính đã ký khác với thuật toán đã dùng',
  ),
  'pki/signing-certificate-missing': failed(
    'no signed attribute names the signing certificate',
    'không có thuộc tính đã ký nào nêu chứng thư ký',
  ),
  'pki/signing-certificate-differs': failed(
    'the signed attribute names another certificate than the one that was used',
    'thuộc tính đã ký nêu một chứng thư khác với chứng thư được dùng',
  ),
  'pki/signer-certificate-not-found': failed(
    'the certificate of the signer is not at hand',
    'không tìm thấy chứng thư của người ký',
  ),
  // timestamps
  'pki/timestamp-refused': failed(
    'the timestamp authority refused the request',
    'cơ quan cấp dấu thời gian đã từ chối yêu cầu',
  ),
  'pki/timestamp-imprint-differs': failed(
    'the timestamp is over other data',
    'dấu thời gian được cấp cho dữ liệu khác',
  ),
  'pki/timestamp-nonce-differs': failed(
    'the timestamp does not repeat the nonce of the request',
    'dấu thời gian không lặp lại nonce của yêu cầu',
  ),
  'pki/timestamp-policy-differs': failed(
    'the timestamp was made under another policy than asked for',
    'dấu thời gian được cấp theo chính sách khác với yêu cầu',
  ),
  'pki/timestamp-certificate-missing': failed(
    'the timestamp lacks the certificate that was asked for',
    'dấu thời gian thiếu chứng thư đã yêu cầu',
  ),
  'pki/timestamp-purpose': failed(
    'the certificate of the timestamp authority is not for timestamping alone, marked critical',
    'chứng thư của cơ quan cấp dấu thời gian không dành riêng (critical) cho cấp dấu thời gian',
  ),
  'pki/timestamp-not-one-signer': failed(
    'a timestamp has exactly one signer',
    'dấu thời gian phải có đúng một người ký',
  ),
  'pki/timestamp-outside-validity': failed(
    "the time stamped lies outside the validity of the authority's certificate",
    'thời điểm đóng dấu nằm ngoài thời hạn chứng thư của cơ quan cấp dấu thời gian',
  ),
  // OCSP
  'pki/ocsp-refused': notChecked(
    'the OCSP responder gave no answer about any certificate',
    'máy chủ OCSP không trả lời về chứng thư nào',
  ),
  'pki/ocsp-other-certificate': notChecked(
    'the OCSP answer is not about this certificate',
    'câu trả lời OCSP không nói về chứng thư này',
  ),
  'pki/ocsp-responder-not-found': failed(
    'the certificate of the OCSP responder is not at hand',
    'không tìm thấy chứng thư của máy chủ OCSP',
  ),
  'pki/ocsp-responder-not-authorised': failed(
    'the OCSP responder was not authorised by the issuer of the certificate',
    'máy chủ OCSP không được cơ quan cấp chứng thư ủy quyền',
  ),
  'pki/ocsp-responder-status-unknown': warning(
    'whether the certificate of the OCSP responder was revoked has to be asked separately',
    'phải kiểm tra riêng trạng thái thu hồi của chứng thư máy chủ OCSP',
  ),
  'pki/ocsp-nonce-differs': failed(
    'the OCSP answer repeats another nonce',
    'câu trả lời OCSP lặp lại nonce khác với yêu cầu',
  ),
  'pki/ocsp-nonce-missing': warning(
    'the OCSP answer repeats no nonce, so it may be an older one',
    'câu trả lời OCSP không lặp lại nonce nên có thể là câu trả lời cũ',
  ),
  // CRL
  'pki/crl-issuer-differs': notChecked(
    'the CRL is not of the authority that answers for this certificate',
    'CRL không thuộc cơ quan chịu trách nhiệm về chứng thư này',
  ),
  'pki/crl-scope': notChecked('the CRL does not cover this certificate', 'CRL không bao gồm chứng thư này'),
  'pki/crl-some-reasons': warning(
    'the CRL covers some reasons of revocation only',
    'CRL chỉ bao gồm một số lý do thu hồi',
  ),
  'pki/crl-delta': notChecked(
    'the CRL only lists changes since an earlier one',
    'CRL chỉ liệt kê thay đổi so với một CRL trước',
  ),
  'pki/crl-key-usage': failed(
    'the issuer of the CRL may not sign CRLs',
    'chứng thư của cơ quan phát hành CRL không được phép ký CRL',
  ),
  'pki/crl-extension-unknown': notChecked(
    'the CRL has a critical extension that is not understood',
    'CRL có phần mở rộng quan trọng không hiểu được',
  ),
  // both
  'pki/revocation-not-yet-valid': failed(
    'the revocation data were made after the moment in question',
    'dữ liệu thu hồi được tạo sau thời điểm cần xét',
  ),
  'pki/revocation-stale': warning(
    'newer revocation data should have been there at the moment in question',
    'dữ liệu thu hồi đã quá hạn vào thời điểm cần xét',
  ),
  // paths
  'pki/path-not-yet-valid': failed('the certificate was not yet valid', 'chứng thư chưa có hiệu lực'),
  'pki/path-expired': failed('the certificate had expired', 'chứng thư đã hết hạn'),
  'pki/path-name-chain': failed(
    'the issuer named in the certificate is not the next certificate of the path',
    'tên cơ quan cấp trong chứng thư không khớp với chứng thư kế tiếp',
  ),
  'pki/path-algorithms-differ': failed(
    'the certificate names two different signature algorithms',
    'chứng thư nêu hai thuật toán ký khác nhau',
  ),
  'pki/path-not-authority': failed(
    'the certificate issued another one without being that of an authority',
    'chứng thư cấp chứng thư khác nhưng không phải chứng thư của tổ chức chứng thực',
  ),
  'pki/path-key-usage': failed(
    'the key of the authority may not sign certificates',
    'khóa của tổ chức chứng thực không được phép ký chứng thư',
  ),
  'pki/path-too-long': failed(
    'more authorities follow below this one than it allows',
    'số tổ chức chứng thực cấp dưới vượt quá giới hạn cho phép',
  ),
  'pki/path-name-constraints': failed(
    'the certificate has a name its authorities may not issue for',
    'chứng thư có tên nằm ngoài phạm vi tổ chức chứng thực được cấp',
  ),
  'pki/path-name-constraints-not-checked': notChecked(
    'some names could not be compared with the constraints of the authorities',
    'chưa so sánh được một số tên với giới hạn tên của tổ chức chứng thực',
  ),
  'pki/path-policy': failed(
    'the path has to be under an acceptable policy and is under none',
    'đường dẫn phải theo một chính sách được chấp nhận nhưng không có',
  ),
  'pki/path-policy-mapping': failed(
    'a mapping mentions the policy that stands for all policies',
    'ánh xạ chính sách nêu chính sách bất kỳ (anyPolicy), điều không được phép',
  ),
  'pki/path-extension-unknown': failed(
    'the certificate has a critical extension that is not understood',
    'chứng thư có phần mở rộng quan trọng không hiểu được',
  ),
  'pki/path-extension-broken': failed(
    'an extension of the certificate cannot be read or comes twice',
    'có phần mở rộng của chứng thư không đọc được hoặc lặp lại',
  ),
} satisfies Record<string, Sentence>

/** One of the codes above. */
export type PkiFindingCode = keyof typeof findingSentences

/** Makes a finding. */
export function makeFinding(
  code: PkiFindingCode,
  place: string,
  facts: Readonly<Record<string, unknown>> = {},
): PkiFinding {
  const { outcome, vi, en } = findingSentences[code]
  return {
    code,
    outcome,
    severity: outcome === 'failed' ? 'error' : 'warning',
    place,
    message: { vi, en },
    facts,
  }
}
