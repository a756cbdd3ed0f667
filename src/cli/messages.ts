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
  'cli/no-password': {
    vi: ({ variable }) => `biến môi trường ${variable} không có; mật khẩu chỉ được đọc từ biến môi trường`,
    en: ({ variable }) =>
      `the environment has no variable ${variable}; passwords are read from the environment only`,
  },
} satisfies RoomMessages<'cli'>
