/**
 * The sentences of the errors of all adapters.
 *
 * @module
 */
import type { LocalizedText, RoomMessages } from '../errors.ts'

const httpReasons = {
  network: { vi: 'không kết nối được', en: 'the connection failed' },
  timeout: { vi: 'quá thời gian chờ', en: 'no answer in time' },
  'too-large': { vi: 'trả lời quá lớn', en: 'the answer is too large' },
  status: { vi: 'máy chủ báo lỗi', en: 'the server answered with an error' },
  'internal-address': { vi: 'địa chỉ nội bộ không được phép', en: 'an internal address is not allowed' },
  scheme: { vi: 'chỉ chấp nhận địa chỉ http và https', en: 'only http and https addresses are accepted' },
  redirects: { vi: 'chuyển hướng quá nhiều lần', en: 'too many redirects' },
}

const listReasons = {
  'too-large': { vi: 'tệp lớn hơn 32 MiB', en: 'the file is larger than 32 MiB' },
  'not-utf8': { vi: 'không phải UTF-8', en: 'it is not UTF-8' },
  doctype: {
    vi: 'có khai báo DOCTYPE nên không được đọc',
    en: 'it declares a document type and is not read',
  },
  'too-deep': { vi: 'các phần tử lồng nhau quá sâu', en: 'its elements are nested too deeply' },
  'not-xml': { vi: 'XML không đúng', en: 'its XML is not well-formed' },
  'other-root': {
    vi: 'phần tử gốc không phải TrustServiceStatusList của ETSI TS 119 612',
    en: 'its root is not TrustServiceStatusList of ETSI TS 119 612',
  },
  missing: { vi: 'thiếu hoặc sai một thông tin bắt buộc', en: 'a part it must have is missing or wrong' },
}

const tokenSteps = {
  load: {
    vi: 'không nạp được thư viện PKCS#11; hãy kiểm tra đường dẫn của thư viện do nhà cung cấp token cài đặt',
    en: 'the PKCS#11 library cannot be loaded; check the path of the library that came with the token',
  },
  'no-token': {
    vi: 'không thấy token; hãy cắm token hoặc kiểm tra nhãn',
    en: 'no such token; plug it in or check its label',
  },
  'several-tokens': {
    vi: 'có nhiều token; hãy nêu nhãn (tokenLabel)',
    en: 'there are several tokens; name one by tokenLabel',
  },
  login: {
    vi: 'token không chấp nhận mã PIN; nhập sai nhiều lần sẽ khóa token',
    en: 'the token does not accept the PIN; several wrong tries lock it',
  },
  'no-key': {
    vi: 'token không có khóa riêng của chứng thư này',
    en: 'the token holds no private key for this certificate',
  },
  algorithm: { vi: 'token không ký bằng thuật toán này', en: 'the token does not sign with this algorithm' },
  sign: { vi: 'token không ký được', en: 'the token could not sign' },
}

const remoteReasons = {
  'refused-by-person': { vi: 'người ký đã từ chối trên điện thoại', en: 'the person refused on the phone' },
  expired: { vi: 'hết thời gian xác nhận; hãy gửi lại yêu cầu', en: 'nobody confirmed in time; ask again' },
  cancelled: { vi: 'yêu cầu đã bị hủy', en: 'the request was cancelled' },
  credentials: {
    vi: 'tài khoản kết nối không được chấp nhận; hãy kiểm tra cấu hình',
    en: 'the account of the application is not accepted; check the configuration',
  },
  'certificate-not-usable': {
    vi: 'chứng thư không dùng được; hãy chọn chứng thư khác hoặc liên hệ nhà cung cấp',
    en: 'the certificate cannot be used; choose another one or ask the provider',
  },
  algorithm: {
    vi: 'dịch vụ không hỗ trợ thuật toán này; hãy dùng SHA-256 với RSA PKCS#1 hoặc ECDSA',
    en: 'the service does not know this algorithm; use SHA-256 with RSA PKCS#1 or ECDSA',
  },
  'whole-cms': {
    vi: 'dịch vụ trả về cả CMS; hãy dùng prepareSignature và embedSignature',
    en: 'the service answers with a whole CMS; use prepareSignature and embedSignature',
  },
  rejected: { vi: 'dịch vụ không chấp nhận yêu cầu', en: 'the service does not accept the request' },
  'bad-answer': { vi: 'trả lời của dịch vụ không đọc được', en: 'the answer of the service cannot be read' },
  'not-https': { vi: 'chỉ gửi mật khẩu qua https', en: 'passwords go over https only' },
  unavailable: { vi: 'dịch vụ đang lỗi; hãy thử lại sau', en: 'the service fails; try again later' },
  timeout: { vi: 'dịch vụ không trả lời kịp', en: 'the service did not answer in time' },
  network: { vi: 'không kết nối được với dịch vụ', en: 'the service could not be reached' },
}

/** What adapters throw, in both languages. */
export const messages = {
  'adapters/file-changed': {
    vi: () => 'tệp bị thay đổi trong lúc đang đọc; hãy làm lại khi không còn chương trình nào ghi vào tệp',
    en: () => 'the file was changed while it was being read; try again when no other program writes to it',
  },
  'adapters/folder-locked': {
    vi: ({ path, pid, host }) =>
      `thư mục đang được tiến trình ${pid} trên máy ${host} dùng (${path}); đóng tiến trình đó, hoặc xoá tệp khoá khi chắc chắn nó đã dừng`,
    en: ({ path, pid, host }) =>
      `the folder is in use by process ${pid} on ${host} (${path}); close that process, or delete the lock file when it is surely gone`,
  },
  'adapters/http-failed': {
    vi: ({ host, reason }) =>
      `không lấy được dữ liệu từ ${host}: ${httpReasons[reason].vi}; hãy kiểm tra mạng, địa chỉ và cấu hình internalHosts`,
    en: ({ host, reason }) =>
      `nothing was fetched from ${host}: ${httpReasons[reason].en}; check the network, the address and internalHosts`,
  },
  'adapters/no-signing-key': {
    vi: () => 'tệp khóa không có khóa riêng kèm chứng thư; hãy chọn đúng tệp, hoặc nộp thêm chứng thư',
    en: () =>
      'the key file holds no private key with its certificate; choose the right file, or hand in the certificate',
  },
  'adapters/package-missing': {
    vi: ({ name }) => `thiếu gói tùy chọn ${name}; hãy cài đặt: npm install ${name}`,
    en: ({ name }) => `the optional package ${name} is missing; install it: npm install ${name}`,
  },
  'adapters/pkcs11-failed': {
    vi: ({ step, returned }) => `${tokenSteps[step].vi}${returned === undefined ? '' : ` (${returned})`}`,
    en: ({ step, returned }) => `${tokenSteps[step].en}${returned === undefined ? '' : ` (${returned})`}`,
  },
  'adapters/remote-signing-failed': {
    vi: ({ service, reason, status }) =>
      `ký từ xa (${service}) không thành công: ${remoteReasons[reason].vi}${status === undefined ? '' : ` (HTTP ${status})`}`,
    en: ({ service, reason, status }) =>
      `remote signing (${service}) failed: ${remoteReasons[reason].en}${status === undefined ? '' : ` (HTTP ${status})`}`,
  },
  'adapters/trusted-list-unreadable': {
    vi: ({ reason, place }) =>
      `không phải danh sách tin cậy: ${listReasons[reason].vi}${place === '' ? '' : ` (${place})`}`,
    en: ({ reason, place }) =>
      `this is no trusted list: ${listReasons[reason].en}${place === '' ? '' : ` (${place})`}`,
  },
  'adapters/test-service-not-found': {
    vi: ({ path }) =>
      `tổ chức chứng thực thử không có dịch vụ tại ${path}; hãy dùng địa chỉ ghi trong chứng thư`,
    en: ({ path }) => `the test authority has no service at ${path}; use the addresses in its certificates`,
  },
} satisfies RoomMessages<'adapters'>

/** What is said of a trusted list. */
export const trustedListSentences = {
  'adapters/trusted-list-expired': {
    vi: 'danh sách tin cậy đã quá hạn cập nhật; hãy tải bản mới',
    en: 'the trusted list should have been replaced by now; fetch the next one',
  },
  'adapters/trusted-list-not-yet-issued': {
    vi: 'danh sách tin cậy được phát hành sau thời điểm cần xét',
    en: 'the trusted list was issued after the moment in question',
  },
  'adapters/trusted-list-unknown-version': {
    vi: 'phiên bản của danh sách tin cậy chưa được biết',
    en: 'the version of the trusted list is not one that is known here',
  },
  'adapters/trusted-list-signature-not-checked': {
    vi: 'chữ ký của danh sách tin cậy CHƯA được kiểm tra; chỉ dùng danh sách lấy từ nguồn đáng tin',
    en: 'the signature of the trusted list was NOT checked; use only a list that came from a reliable place',
  },
  'adapters/trusted-list-signature-invalid': {
    vi: 'chữ ký của danh sách tin cậy không hợp lệ; không dùng gốc nào trong đó',
    en: 'the signature of the trusted list does not hold; none of its roots are used',
  },
  'adapters/trusted-list-unsigned': {
    vi: 'danh sách tin cậy không có chữ ký',
    en: 'the trusted list carries no signature',
  },
  'adapters/trusted-list-service-incomplete': {
    vi: 'dịch vụ thiếu loại, trạng thái hoặc thời điểm nên bị bỏ qua',
    en: 'the service lacks its type, status or starting time and was passed over',
  },
  'adapters/trusted-list-certificate-unreadable': {
    vi: 'một chứng thư của dịch vụ không đọc được nên bị bỏ qua',
    en: 'a certificate of the service cannot be read and was passed over',
  },
} satisfies Record<string, LocalizedText>
