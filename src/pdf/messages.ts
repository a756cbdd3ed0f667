/**
 * What this room says when it refuses, in both languages, and what it reports as mended.
 *
 * @module
 */
import type { LocalizedText, RoomMessages } from '../errors.ts'
import type { Finding } from '../finding.ts'

/** The sentences of this room's errors. */
export const messages = {
  'pdf/invalid-syntax': {
    vi: ({ offsetBytes, expected }) => `sai cú pháp PDF tại byte ${offsetBytes}: cần ${expected}`,
    en: ({ offsetBytes, expected }) => `invalid PDF syntax at byte ${offsetBytes}: expected ${expected}`,
  },
  'pdf/limit-exceeded': {
    vi: ({ limit, allowed, offsetBytes }) =>
      `tệp vượt giới hạn ${limit} = ${allowed} (tại byte ${offsetBytes}); chỉ tăng giới hạn nếu tin cậy tệp`,
    en: ({ limit, allowed, offsetBytes }) =>
      `the file exceeds ${limit} = ${allowed} (at byte ${offsetBytes}); raise the limit only for files you trust`,
  },
  'pdf/no-catalog': {
    vi: ({ lengthBytes }) => `tệp ${lengthBytes} byte không có danh mục gốc (catalog), kể cả sau khi dò lại`,
    en: ({ lengthBytes }) => `no document catalog in these ${lengthBytes} bytes, even after searching them`,
  },
  'pdf/no-revision': {
    vi: ({ index, count }) => `không có phiên bản số ${index}: tệp có ${count} phiên bản, tính từ 0`,
    en: ({ index, count }) => `there is no revision ${index}: the file has ${count}, counted from 0`,
  },
  'pdf/not-a-pdf': {
    vi: ({ lengthBytes }) => `không phải tệp PDF (${lengthBytes} byte, không thấy đối tượng nào)`,
    en: ({ lengthBytes }) => `not a PDF file (${lengthBytes} bytes without a single object)`,
  },
  'pdf/not-extendable': {
    vi: ({ lengthBytes }) =>
      `tệp ${lengthBytes} byte hỏng đến mức phần thêm vào sẽ không đọc được; hãy xuất lại tệp rồi thử lại`,
    en: ({ lengthBytes }) =>
      `the file of ${lengthBytes} bytes is so damaged that an added revision could not be read; export it anew and try again`,
  },
  'pdf/unsupported-encryption': {
    vi: ({ filter, version, revision }) =>
      `không mở được kiểu mã hóa này (Filter ${filter}, V ${version}, R ${revision}); hãy gỡ mã hóa bằng phần mềm đã tạo tệp`,
    en: ({ filter, version, revision }) =>
      `this encryption cannot be opened (Filter ${filter}, V ${version}, R ${revision}); remove it with the software that made the file`,
  },
  'pdf/unsupported-filter': {
    vi: ({ objectNumber, filter }) =>
      `luồng của đối tượng ${objectNumber} dùng bộ lọc ${filter}, không được giải mã ở đây`,
    en: ({ objectNumber, filter }) =>
      `the stream of object ${objectNumber} uses the filter ${filter}, which is not decoded here`,
  },
  'pdf/wrong-password': {
    vi: ({ tried }) =>
      tried === 'empty'
        ? 'tệp được bảo vệ bằng mật khẩu; hãy truyền mật khẩu khi mở'
        : 'mật khẩu không đúng với tệp này',
    en: ({ tried }) =>
      tried === 'empty'
        ? 'the file is protected by a password; pass it when opening'
        : 'the password does not fit this file',
  },
} satisfies RoomMessages<'pdf'>

/** What may have been mended while reading, and how it is told. */
const repairSentences = {
  'pdf/no-header': {
    vi: 'tệp không bắt đầu bằng %PDF-',
    en: 'the file has no %PDF- header',
  },
  'pdf/junk-before-header': {
    vi: 'có dữ liệu lạ trước %PDF-',
    en: 'there are foreign bytes before the %PDF- header',
  },
  'pdf/startxref-missing': {
    vi: 'cuối tệp không có startxref',
    en: 'there is no startxref at the end of the file',
  },
  'pdf/startxref-wrong': {
    vi: 'startxref không trỏ đúng bảng tham chiếu chéo; đã tìm thấy bảng ở gần đó',
    en: 'startxref does not point at a cross-reference section; one was found close by',
  },
  'pdf/prev-broken': {
    vi: '/Prev không dẫn tới bảng tham chiếu chéo nào',
    en: '/Prev does not lead to a cross-reference section',
  },
  'pdf/prev-loop': {
    vi: 'chuỗi /Prev quay vòng; đã dừng ở bảng đã đọc',
    en: 'the /Prev chain loops; reading stopped at the section already read',
  },
  'pdf/xref-malformed': {
    vi: 'bảng tham chiếu chéo sai định dạng nhưng vẫn đọc được',
    en: 'a cross-reference section is malformed but readable',
  },
  'pdf/xref-rebuilt': {
    vi: 'bảng tham chiếu chéo hỏng; đã lập lại bằng cách dò toàn bộ tệp',
    en: 'the cross-reference data are broken; they were rebuilt by searching the whole file',
  },
  'pdf/xref-entry-wrong': {
    vi: 'một mục tham chiếu chéo không trỏ đúng đối tượng; đã tìm đối tượng trong tệp',
    en: 'a cross-reference entry does not point at its object; the object was searched for',
  },
  'pdf/generation-mismatch': {
    vi: 'số thế hệ của đối tượng khác với bảng tham chiếu chéo',
    en: 'the generation of an object differs from its cross-reference entry',
  },
  'pdf/stream-length-wrong': {
    vi: '/Length của một luồng dữ liệu sai; đã đo lại đến endstream',
    en: 'the /Length of a stream is wrong; it was measured up to endstream',
  },
  'pdf/endobj-missing': {
    vi: 'một đối tượng thiếu endobj',
    en: 'an object lacks its endobj',
  },
  'pdf/object-stream-broken': {
    vi: 'một luồng đối tượng không đọc được hoặc chỉ đọc được một phần',
    en: 'an object stream cannot be read, or only in part',
  },
  'pdf/root-searched': {
    vi: 'trailer không dẫn tới danh mục gốc; đã tìm danh mục trong tệp',
    en: 'the trailer does not lead to the catalog; it was searched for',
  },
  'pdf/page-tree-broken': {
    vi: 'cây trang có nút sai, bị lặp hoặc thiếu; đã bỏ qua nút đó',
    en: 'the page tree has a wrong, repeated or missing node; it was passed over',
  },
} satisfies Record<string, LocalizedText>

/** Names of what may have been mended. */
export type RepairCode = keyof typeof repairSentences

/** Builds the finding that says what was mended, and where in the file. */
export function buildRepair(
  code: RepairCode,
  offsetBytes: number,
  facts: Readonly<Record<string, unknown>> = {},
): Finding {
  return {
    code,
    severity: 'warning',
    place: `byte ${offsetBytes}`,
    message: repairSentences[code],
    facts: { offsetBytes, ...facts },
  }
}
