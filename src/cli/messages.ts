/**
 * The sentences of the errors of the command line.
 *
 * @module
 */
import type { RoomMessages } from '../errors.ts'

/** What commands throw, in both languages; never the value of a password. */
export const messages = {
  'cli/bad-option': {
    vi: ({ option, expected }) => `giá trị của ${option} không dùng được; cần: ${expected}`,
    en: ({ option, expected }) => `the value of ${option} is not usable; expected: ${expected}`,
  },
  'cli/folder-in-use': {
    vi: ({ path }) => `thư mục ${path} đã có; hãy chọn tên khác, để không ghi đè một lần chuẩn bị trước`,
    en: ({ path }) =>
      `the folder ${path} is there already; choose another name, so that nothing prepared before is lost`,
  },
  'cli/no-attributes': {
    vi: () =>
      'lần chuẩn bị này không biết chứng thư; hãy chuẩn bị lại với --cert, hoặc nộp cả CMS bằng --cms',
    en: () =>
      'the certificate was not known when this was prepared; prepare again with --cert, or hand in a CMS with --cms',
  },
  'cli/no-password': {
    vi: ({ variable }) => `biến môi trường ${variable} không có; mật khẩu chỉ được đọc từ biến môi trường`,
    en: ({ variable }) =>
      `the environment has no variable ${variable}; passwords are read from the environment only`,
  },
} satisfies RoomMessages<'cli'>
