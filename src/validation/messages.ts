/**
 * The sentences of the errors of validation: only a wrong call is thrown, a bad document is told in findings.
 *
 * @module
 */
import type { RoomMessages } from '../errors.ts'

/** What this room throws, in both languages. */
export const messages = {
  'validation/bad-policy': {
    vi: ({ path, expected }) => `chính sách kiểm tra sai ở ${path}; cần: ${expected}`,
    en: ({ path, expected }) => `the validation policy is wrong at ${path}; expected: ${expected}`,
  },
} satisfies RoomMessages<'validation'>
