/**
 * The sentences of the errors of this room.
 *
 * @module
 */
import type { ErrorTable, LocalizedText, RoomMessages } from '../errors.ts'

/** Why the document itself forbids a signature. */
export type PermissionRefusal = ErrorTable['pades/not-permitted']['reason']

/** Why a certificate may not sign. */
export type CertificateRefusal = ErrorTable['pades/certificate-refused']['reason']

/** Why a mode of signing does not fit the state of the document. */
export type ModeRefusal = ErrorTable['pades/wrong-order']['reason']

const permissions: Readonly<Record<PermissionRefusal, LocalizedText>> = {
  'certified-without-changes': {
    vi: 'tài liệu đã được chứng thực và không cho phép thay đổi',
    en: 'the document is certified and allows no changes',
  },
  'already-certified': {
    vi: 'tài liệu đã có chữ ký chứng thực',
    en: 'the document already has a certification',
  },
  'already-signed': {
    vi: 'chữ ký chứng thực phải là chữ ký đầu tiên',
    en: 'a certification must be the first signature',
  },
  'field-locked': {
    vi: 'một chữ ký trước đã khoá trường cần ký hoặc cần điền',
    en: 'an earlier signature locks the field that is to be signed or filled',
  },
}

const certificates: Readonly<Record<CertificateRefusal, LocalizedText>> = {
  'no-certificate': {
    vi: 'không có chứng thư của người ký; hãy cung cấp chứng thư cùng chuỗi',
    en: "the signer's certificate is missing; hand it in with its chain",
  },
  'not-yet-valid': {
    vi: 'chứng thư chưa có hiệu lực tại thời điểm ký; hãy kiểm tra đồng hồ hoặc chờ đến ngày hiệu lực',
    en: 'the certificate is not valid yet at the time of signing; check the clock or wait',
  },
  expired: {
    vi: 'chứng thư đã hết hạn tại thời điểm ký; hãy gia hạn chứng thư',
    en: 'the certificate has expired at the time of signing; renew it',
  },
  'key-usage': {
    vi: 'mục đích sử dụng khoá của chứng thư không cho phép ký tài liệu; hãy dùng chứng thư ký số',
    en: 'the certificate is not for signing documents by its key usage; use a signing certificate',
  },
  'other-key': {
    vi: 'thuật toán ký không thuộc loại khoá của chứng thư; hãy chọn đúng thuật toán',
    en: 'the algorithm is of another kind than the key of the certificate; choose the right one',
  },
  'weak-algorithm': {
    vi: 'thuật toán hoặc độ dài khoá không còn được chấp nhận; hãy dùng RSA từ 2048 bit hoặc ECDSA với SHA-256 trở lên',
    en: 'algorithm or key length are accepted no more; use RSA from 2048 bits or ECDSA, with SHA-256 or better',
  },
  revoked: {
    vi: 'chứng thư trong chuỗi đã bị thu hồi; không được dùng để ký',
    en: 'a certificate of the chain is revoked; it may not be used',
  },
}

const orders: Readonly<Record<ModeRefusal, LocalizedText>> = {
  'not-approved-yet': {
    vi: 'cơ quan chỉ ký phát hành sau khi người có thẩm quyền đã ký',
    en: 'the agency issues only what the authorised person has signed',
  },
  'already-issued': {
    vi: 'văn bản đã được cơ quan ký phát hành',
    en: 'the document has already been issued by the agency',
  },
  'no-number-fields': {
    vi: 'văn bản không có trường soKyHieu và ngayBanHanh; hãy tạo hai trường này trước chữ ký đầu tiên',
    en: 'the document lacks the fields soKyHieu and ngayBanHanh; they must be there before the first signature',
  },
  'no-number': {
    vi: 'thiếu số, ký hiệu hoặc ngày ban hành để điền vào văn bản',
    en: 'number or date of issue to be filled in are missing',
  },
}

/** What a sound CMS can have in it that keeps a file from being PAdES baseline (EN 319 142-1, 6.3, table 1). */
export const baselineBreaches = {
  'pades/content-inside': {
    vi: 'CMS chứa cả nội dung; PAdES cần chữ ký tách rời',
    en: 'the CMS carries its content; PAdES wants a detached signature',
  },
  'pades/reason-twice': {
    vi: 'có cả lý do ký và loại cam kết hoặc chính sách chữ ký; chỉ được có một',
    en: 'a reason stands beside a commitment type or a signature policy; only one of them is allowed',
  },
  'pades/several-signers': {
    vi: 'CMS có nhiều người ký; mỗi chữ ký PDF chỉ có một',
    en: 'the CMS has several signers; a signature in a PDF has one',
  },
  'pades/signing-time': {
    vi: 'CMS có thuộc tính signing-time; thời điểm ký của PAdES nằm ở /M',
    en: 'the CMS has the attribute signing-time; the time of a PAdES signature is in /M',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** One of them. */
export type BaselineBreach = keyof typeof baselineBreaches

/** What this room throws, in both languages. */
export const messages = {
  'pades/certificate-refused': {
    vi: ({ reason }) => `từ chối ký: ${certificates[reason].vi}`,
    en: ({ reason }) => `signing is refused: ${certificates[reason].en}`,
  },
  'pades/cms-refused': {
    vi: ({ codes }) =>
      `chữ ký CMS nhận được không dùng được cho tài liệu này (${codes.join(', ')}); hãy yêu cầu ký lại đúng giá trị băm đã chuẩn bị`,
    en: ({ codes }) =>
      `the CMS that came cannot be used for this document (${codes.join(', ')}); have exactly the prepared digest signed again`,
  },
  'pades/missing-source': {
    vi: ({ level, source }) =>
      `mức ${level} cần nguồn ${source === 'timestamp' ? 'dấu thời gian (timestamp)' : 'trạng thái chứng thư (revocation)'}`,
    en: ({ level, source }) => `level ${level} needs a source of ${source}; hand it in as \`${source}\``,
  },
  'pades/no-revocation-data': {
    vi: ({ count, codes }) =>
      `thiếu dữ liệu trạng thái thu hồi cho ${count} chứng thư (${codes.join(', ')}); hãy kiểm tra OCSP, CRL hoặc bổ sung chứng thư cấp trên`,
    en: ({ count, codes }) =>
      `no usable revocation data for ${count} certificates (${codes.join(', ')}); check OCSP and CRL services or hand in the issuers`,
  },
  'pades/no-signature': {
    vi: () => 'tài liệu không có chữ ký nào để nâng mức; hãy ký trước',
    en: () => 'the document has no signature to extend; sign it first',
  },
  'pades/not-prepared': {
    vi: () =>
      'phiên bản cuối của tài liệu không có chữ ký nào đang chờ; hãy chuẩn bị lại bằng prepareSignature',
    en: () =>
      'the last revision of the document waits for no signature; prepare it again with prepareSignature',
  },
  'pades/not-permitted': {
    vi: ({ reason }) => `không được phép ký: ${permissions[reason].vi}`,
    en: ({ reason }) => `signing is not permitted: ${permissions[reason].en}`,
  },
  'pades/seed-value': {
    vi: ({ constraints }) => `trường chữ ký đặt điều kiện chưa được đáp ứng: ${constraints.join(', ')}`,
    en: ({ constraints }) =>
      `the signature field makes demands that are not fulfilled: ${constraints.join(', ')}`,
  },
  'pades/timestamp-refused': {
    vi: ({ codes }) =>
      `dấu thời gian nhận được không dùng được (${codes.join(', ')}); hãy kiểm tra máy chủ TSA hoặc dùng TSA khác`,
    en: ({ codes }) =>
      `the timestamp that came is not usable (${codes.join(', ')}); check the TSA or use another`,
  },
  'pades/unreadable-signature': {
    vi: ({ index }) =>
      `chữ ký thứ ${index + 1} không đọc được hoặc thiếu chứng thư người ký, không nâng mức được`,
    en: ({ index }) =>
      `signature ${index + 1} cannot be read or lacks its certificate, so it cannot be extended`,
  },
  'pades/wrong-order': {
    vi: ({ reason }) => `chưa ký được theo hình thức này: ${orders[reason].vi}`,
    en: ({ reason }) => `this mode of signing does not fit: ${orders[reason].en}`,
  },
  'pades/wrong-signature': {
    vi: () => 'giá trị chữ ký nhận được không khớp với chứng thư; không ghi gì vào tài liệu',
    en: () => 'the signature that came does not belong to the certificate; nothing was written',
  },
} satisfies RoomMessages<'pades'>
