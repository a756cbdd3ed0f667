/**
 * What this room says when it refuses, in both languages.
 *
 * @module
 */
import type { RoomMessages } from '../errors.ts'

/** The sentences of this room's errors. */
export const messages = {
  'signature/bad-appearance': {
    vi: ({ pageCount }) => `hình hiển thị chữ ký phải là PDF đúng một trang (nhận ${pageCount} trang)`,
    en: ({ pageCount }) => `an appearance must be a PDF of exactly one page (got ${pageCount})`,
  },
  'signature/bad-name': {
    vi: () => 'tên trường chữ ký rỗng hoặc có phần rỗng giữa các dấu chấm',
    en: () => 'the name of the field is empty, or a part of it between full stops is',
  },
  'signature/bad-rectangle': {
    vi: ({ width, height }) => `khung chữ ký không hợp lệ (${width} x ${height} điểm)`,
    en: ({ width, height }) => `the rectangle is not usable (${width} by ${height} points)`,
  },
  'signature/field-signed': {
    vi: () => 'trường này đã được ký; hãy chọn trường khác hoặc thêm trường mới',
    en: () => 'this field is already signed; choose another one or add a new one',
  },
  'signature/name-in-use': {
    vi: () => 'đã có trường mang tên này; hãy đặt tên khác',
    en: () => 'a field of this name exists; choose another name',
  },
  'signature/no-field': {
    vi: () => 'tài liệu không có trường mang tên này',
    en: () => 'the document has no field of this name',
  },
  'signature/no-page': {
    vi: ({ pageIndex }) =>
      `tài liệu không có trang thứ ${pageIndex + 1}, hoặc trang đó không thể nhận chú thích`,
    en: ({ pageIndex }) => `the document has no page ${pageIndex + 1}, or it cannot take annotations`,
  },
  'signature/no-placeholder': {
    vi: () => 'phiên bản vừa ghi không có chỗ dành cho chữ ký; hãy thêm từ điển chữ ký trước khi ghi',
    en: () => 'the revision holds no place for a signature; add a signature dictionary before writing it',
  },
  'signature/placeholder-too-small': {
    vi: ({ neededBytes, reservedBytes }) =>
      `chữ ký dài ${neededBytes} byte, chỗ dành sẵn ${reservedBytes} byte; hãy chuẩn bị lại với chỗ lớn hơn`,
    en: ({ neededBytes, reservedBytes }) =>
      `the signature takes ${neededBytes} bytes, ${reservedBytes} were reserved; prepare again with more room`,
  },
  'signature/wrong-field-type': {
    vi: ({ expected }) => `trường này không phải loại ${expected}`,
    en: ({ expected }) => `this field is not of the type ${expected}`,
  },
} satisfies RoomMessages<'signature'>
