/**
 * The table of this room's findings: check, outcome, English, Vietnamese.
 *
 * @module
 */
import type { LocalizedText } from '../errors.ts'
import type { CheckName, CheckOutcome } from './finding.ts'

/** One sentence: which check says it, how it weighs and how it reads. */
interface Sentence extends LocalizedText {
  readonly check: CheckName
  readonly outcome: CheckOutcome
}

/** Starts the sentences of one check. */
function sentencesOf(check: CheckName) {
  const say =
    (outcome: CheckOutcome) =>
    (en: string, vi: string): Sentence => ({ check, outcome, en, vi })
  return { ok: say('ok'), failed: say('failed'), warning: say('warning'), notChecked: say('not-checked') }
}

const document = sentencesOf('document')
const format = sentencesOf('format')
const digest = sentencesOf('digest')
const signature = sentencesOf('signature')
const binding = sentencesOf('signing-certificate')
const attributes = sentencesOf('attributes')
const chain = sentencesOf('chain')
const keyUsage = sentencesOf('key-usage')
const revocation = sentencesOf('revocation')
const timestamp = sentencesOf('timestamp')
const algorithm = sentencesOf('algorithm')
const seedValue = sentencesOf('seed-value')
const coverage = sentencesOf('coverage')
const level = sentencesOf('level')

/** Every finding of the checks of this room; the facts beside it say the rest. */
export const checkSentences = {
  // document
  'validation/no-signature': document.failed(
    'the document carries no signature at all',
    'tài liệu không có chữ ký số nào',
  ),
  'validation/only-timestamps': document.failed(
    'the document carries timestamps, but nobody has signed it',
    'tài liệu chỉ có dấu thời gian, không có chữ ký của ai',
  ),
  'validation/document-unreadable': document.failed(
    'the document cannot be read as PDF',
    'không đọc được tài liệu theo định dạng PDF',
  ),
  'validation/document-locked': document.failed(
    'the document is encrypted and no password that opens it was given',
    'tài liệu được mã hóa và chưa có mật khẩu đúng để mở',
  ),
  'validation/structure-anomaly': document.warning(
    'the bytes hold objects or references that a reader may take differently',
    'tài liệu có đối tượng hoặc tham chiếu mà phần mềm đọc có thể hiểu khác nhau',
  ),
  'validation/structure-broken': document.failed(
    'the pages, the form or the structure of the document go in circles or cannot be followed',
    'cây trang, biểu mẫu hoặc cấu trúc của tài liệu lặp vòng hoặc không đọc được',
  ),
  'validation/document-read': document.ok('the document was read', 'đã đọc được tài liệu'),
  // format
  'validation/byte-range-missing': format.failed(
    'there is no /ByteRange of numbers',
    'thiếu /ByteRange hợp lệ',
  ),
  'validation/byte-range-shape': format.failed(
    '/ByteRange is not two ranges from the start of the file around one gap',
    '/ByteRange không phải hai đoạn từ đầu tệp, cách nhau đúng một khoảng',
  ),
  'validation/byte-range-outside': format.failed(
    '/ByteRange reaches beyond the end of the file',
    '/ByteRange vượt quá cuối tệp',
  ),
  'validation/gap-not-hex': format.failed(
    'between the signed ranges stands something else than one hexadecimal string',
    'giữa hai đoạn được ký không phải là đúng một chuỗi thập lục phân',
  ),
  'validation/gap-differs': format.failed(
    'the string between the signed ranges is not the /Contents of the signature',
    'chuỗi giữa hai đoạn được ký không phải là /Contents của chữ ký',
  ),
  'validation/contents-missing': format.failed(
    '/Contents is missing or no string',
    'thiếu /Contents hoặc không phải chuỗi',
  ),
  'validation/contents-literal': format.warning(
    '/Contents is written as a literal string instead of hexadecimal',
    '/Contents được ghi dạng chuỗi thường thay vì thập lục phân',
  ),
  'validation/contents-trailing': format.warning(
    'behind the signature in /Contents stand octets that are not zero',
    'sau chữ ký trong /Contents có byte khác 0',
  ),
  'validation/cms-unreadable': format.failed(
    'the signature is no CMS SignedData that can be read',
    'không đọc được chữ ký theo cấu trúc CMS SignedData',
  ),
  'validation/cms-not-der': format.warning('the CMS is not DER', 'CMS không theo mã hóa DER'),
  'validation/not-one-signer': format.failed(
    'a signature has exactly one signer',
    'chữ ký phải có đúng một người ký',
  ),
  'validation/content-present': format.failed(
    'a detached signature carries content of its own',
    'chữ ký tách rời lại mang theo nội dung riêng',
  ),
  'validation/content-embedded': format.warning(
    'the CMS carries a content of its own; only the file beside it was looked at',
    'CMS mang theo nội dung riêng; chỉ tệp đi kèm được kiểm tra',
  ),
  'validation/cms-trailing': format.warning(
    'behind the CMS stand octets that do not belong to it',
    'sau CMS có byte không thuộc về nó',
  ),
  'validation/content-type-other': format.failed(
    'the content type of the CMS is not the one this kind of signature has',
    'kiểu nội dung của CMS không đúng với loại chữ ký này',
  ),
  'validation/sub-filter-unknown': format.failed(
    'the /SubFilter is none that can be judged here',
    '/SubFilter không thuộc loại kiểm tra được',
  ),
  'validation/type-differs': format.failed(
    'the /Type of the dictionary does not go with its /SubFilter',
    '/Type của từ điển chữ ký không phù hợp với /SubFilter',
  ),
  'validation/cert-entry': format.warning(
    'the dictionary has a /Cert entry, which PAdES forbids',
    'từ điển chữ ký có mục /Cert, PAdES không cho phép',
  ),
  'validation/format-ok': format.ok('the signature is well formed', 'chữ ký đúng định dạng'),
  // digest, signature, signing certificate
  'validation/digest-ok': digest.ok('the signed bytes are unchanged', 'dữ liệu đã ký còn nguyên vẹn'),
  'validation/digest-unsupported': digest.notChecked(
    'the digest algorithm is not supported here',
    'thuật toán băm không được hỗ trợ',
  ),
  'validation/signature-ok': signature.ok(
    'the signature belongs to these bytes and this key',
    'chữ ký khớp với dữ liệu và khóa của người ký',
  ),
  'validation/signing-certificate-ok': binding.ok(
    'the signature names the certificate that was used',
    'chữ ký nêu đúng chứng thư đã dùng',
  ),
  'validation/signer-certificate-not-found': binding.failed(
    'the certificate of the signer is not at hand',
    'không tìm thấy chứng thư của người ký',
  ),
  // attributes
  'validation/attributes-ok': attributes.ok(
    'the attributes follow the rules',
    'các thuộc tính đúng quy định',
  ),
  'validation/signing-time-missing': attributes.warning(
    'signing-time is missing, which CAdES baseline asks for',
    'thiếu thuộc tính signing-time mà CAdES cơ sở yêu cầu',
  ),
  'validation/archive-timestamp-not-checked': attributes.notChecked(
    'an archive timestamp of an older kind of CAdES is there and was not judged',
    'có dấu thời gian lưu trữ CAdES kiểu cũ nhưng chưa được xét',
  ),
  'validation/counter-signature-not-checked': attributes.notChecked(
    'a countersignature is there and was not judged',
    'có chữ ký xác nhận (countersignature) nhưng chưa được xét',
  ),
  'validation/signing-time-present': attributes.warning(
    'signing-time stands in the CMS, which PAdES baseline forbids; the claimed time belongs into /M',
    'CMS có thuộc tính signing-time, PAdES cơ sở không cho phép; thời gian ký phải ghi ở /M',
  ),
  'validation/reason-with-commitment': attributes.warning(
    '/Reason stands beside a commitment type or a signature policy, which PAdES forbids',
    '/Reason đi cùng loại cam kết hoặc chính sách chữ ký, PAdES không cho phép',
  ),
  'validation/long-term-attribute': attributes.warning(
    'material for long-term validation stands in the CMS instead of the security store',
    'dữ liệu kiểm tra dài hạn nằm trong CMS thay vì kho DSS',
  ),
  'validation/signature-policy-unknown': attributes.warning(
    'the signature names a signature policy that is not known here',
    'chữ ký nêu một chính sách chữ ký chưa biết',
  ),
  'validation/attribute-certificate': attributes.notChecked(
    'attribute certificates are there and were not checked',
    'có chứng thư thuộc tính nhưng chưa được kiểm tra',
  ),
  // chain
  'validation/chain-ok': chain.ok(
    'the chain leads to a trusted root',
    'đường dẫn chứng thực dẫn đến gốc tin cậy',
  ),
  'validation/chain-not-found': chain.failed(
    'no chain leads from the certificate to a trusted root',
    'không có đường dẫn chứng thực nào đến gốc tin cậy',
  ),
  'validation/chain-self-signed': chain.failed(
    'the certificate vouches for itself and is not trusted',
    'chứng thư tự ký và không nằm trong danh sách tin cậy',
  ),
  'validation/chain-search-bounded': chain.warning(
    'the search for chains stopped at its bounds, so another chain may exist',
    'việc tìm đường dẫn dừng ở giới hạn, có thể còn đường dẫn khác',
  ),
  'validation/anchor-out-of-period': chain.failed(
    'the root was not trusted at the moment in question',
    'gốc không được tin cậy vào thời điểm cần xét',
  ),
  'validation/source-unreachable': chain.warning(
    'a source of certificates could not be reached',
    'không kết nối được nguồn chứng thư',
  ),
  // key usage
  'validation/key-usage-ok': keyUsage.ok('the key may sign documents', 'khóa được phép ký tài liệu'),
  'validation/key-usage': keyUsage.failed(
    'the certificate is not meant for signatures of this kind',
    'chứng thư không dùng cho loại chữ ký này',
  ),
  'validation/timestamp-purpose': keyUsage.failed(
    'the certificate is not meant for timestamping',
    'chứng thư không dùng để cấp dấu thời gian',
  ),
  // revocation
  'validation/revocation-ok': revocation.ok(
    'no certificate of the chain was revoked',
    'không chứng thư nào trong đường dẫn bị thu hồi',
  ),
  'validation/revoked': revocation.failed('the certificate was revoked', 'chứng thư đã bị thu hồi'),
  'validation/authority-revoked': revocation.failed(
    'the certificate of an authority in the chain was revoked',
    'chứng thư của tổ chức chứng thực trong đường dẫn đã bị thu hồi',
  ),
  'validation/revocation-none': revocation.notChecked(
    'no revocation data are at hand for the certificate',
    'không có dữ liệu thu hồi cho chứng thư',
  ),
  'validation/revocation-none-declared': revocation.notChecked(
    'the certificate names no source of revocation data and none are at hand',
    'chứng thư không nêu nguồn kiểm tra thu hồi và không có sẵn dữ liệu',
  ),
  'validation/revocation-required': revocation.failed(
    'the policy asks for revocation data and none that hold are at hand',
    'chính sách yêu cầu dữ liệu thu hồi nhưng không có dữ liệu hợp lệ',
  ),
  'validation/revocation-unreachable': revocation.warning(
    'the source of revocation data could not be reached',
    'không kết nối được nguồn kiểm tra thu hồi',
  ),
  'validation/revocation-unusable': revocation.failed(
    'there are revocation data for the certificate, but none that hold',
    'có dữ liệu thu hồi cho chứng thư nhưng không dùng được',
  ),
  'validation/revocation-damaged': revocation.warning(
    'some of the revocation data for the certificate do not hold; those that do decide',
    'một phần dữ liệu thu hồi cho chứng thư không dùng được; kết luận dựa trên phần còn lại',
  ),
  'validation/revocation-unreadable': revocation.warning(
    'there are revocation data that cannot be read; they were left out',
    'có dữ liệu thu hồi không đọc được; dữ liệu đó không được xét',
  ),
  'validation/revocation-stale': revocation.failed(
    'the revocation data are too old for the moment in question',
    'dữ liệu thu hồi quá cũ so với thời điểm cần xét',
  ),
  'validation/revocation-aged': revocation.warning(
    'the newest revocation data at hand are older than they should be; they say nothing against the certificate',
    'dữ liệu thu hồi mới nhất đã quá hạn; dữ liệu đó không ghi nhận chứng thư bị thu hồi',
  ),
  'validation/revocation-unknown': revocation.warning(
    'the responder does not know the certificate',
    'máy chủ không biết chứng thư này',
  ),
  // timestamp
  'validation/timestamp-ok': timestamp.ok('the timestamp holds', 'dấu thời gian hợp lệ'),
  'validation/timestamp-imprint-differs': timestamp.failed(
    'the timestamp is over other data',
    'dấu thời gian được cấp cho dữ liệu khác',
  ),
  'validation/archive-index-differs': timestamp.warning(
    'the archive timestamp names certificates, revocation data or attributes that are not there any more',
    'dấu thời gian lưu trữ nêu chứng thư, dữ liệu thu hồi hoặc thuộc tính nay không còn',
  ),
  'validation/timestamp-unreadable': timestamp.failed(
    'the timestamp cannot be read',
    'không đọc được dấu thời gian',
  ),
  'validation/timestamp-untrusted': timestamp.failed(
    'the authority of the timestamp could not be trusted',
    'không tin cậy được cơ quan cấp dấu thời gian',
  ),
  'validation/timestamp-order': timestamp.failed(
    'timestamps contradict each other in time',
    'các dấu thời gian mâu thuẫn nhau về thời điểm',
  ),
  'validation/timestamp-in-future': timestamp.warning(
    'the timestamp lies after the moment in question',
    'dấu thời gian nằm sau thời điểm cần xét',
  ),
  'validation/timestamp-none': timestamp.warning(
    'no timestamp proves when the signature was made; only the signer says so',
    'không có dấu thời gian chứng minh thời điểm ký; chỉ có thời gian do người ký khai',
  ),
  // algorithm
  'validation/algorithm-ok': algorithm.ok('the algorithms are strong enough', 'thuật toán đủ mạnh'),
  'validation/algorithm-weak': algorithm.failed(
    'an algorithm or key is too weak for the moment in question',
    'thuật toán hoặc khóa quá yếu vào thời điểm cần xét',
  ),
  'validation/algorithm-dated': algorithm.warning(
    'the table of the policy accepts an algorithm or key only up to an earlier day; that day is not confirmed',
    'bảng của chính sách chỉ chấp nhận thuật toán hoặc khóa đến một ngày trước đó; ngày này chưa được xác nhận',
  ),
  'validation/algorithm-unlisted': algorithm.warning(
    'the policy does not name the algorithm',
    'chính sách không nêu thuật toán này',
  ),
  // seed values
  'validation/seed-value-ok': seedValue.ok(
    'the signature keeps to what the form asks of it',
    'chữ ký tuân theo yêu cầu của trường ký',
  ),
  'validation/seed-value': seedValue.failed(
    'the signature does not keep to what the form asks of it',
    'chữ ký không tuân theo yêu cầu của trường ký',
  ),
  'validation/seed-value-unsupported': seedValue.failed(
    'the form insists on something that cannot be judged here',
    'trường ký có yêu cầu chưa kiểm tra được',
  ),
  // coverage
  'validation/coverage-file': coverage.ok(
    'the signature covers the whole file',
    'chữ ký bao phủ toàn bộ tệp',
  ),
  'validation/coverage-revision': coverage.ok(
    'the signature covers its whole revision; what was added later is judged separately',
    'chữ ký bao phủ trọn phiên bản của nó; phần bổ sung sau được xét riêng',
  ),
  'validation/coverage-partial': coverage.failed(
    'the signature does not cover its whole revision',
    'chữ ký không bao phủ trọn phiên bản của nó',
  ),
  'validation/coverage-broken': coverage.failed(
    'what the signature covers makes no sense',
    'phạm vi bao phủ của chữ ký không hợp lệ',
  ),
  // level
  'validation/level': level.ok('the baseline level was recognised', 'đã xác định được mức chữ ký cơ sở'),
  'validation/level-requirement': level.warning(
    'the next level is not reached for want of this',
    'chưa đạt mức tiếp theo vì thiếu yêu cầu này',
  ),
} satisfies Record<string, Sentence>
