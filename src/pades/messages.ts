/**
 * The sentences of the errors of this room.
 *
 * @module
 */
import type { RoomMessages } from '../errors.ts'

const forbidden = {
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
}

/** What this room throws, in both languages. */
export const messages = {
  'pades/not-permitted': {
    vi: ({ reason }) => `không được phép ký: ${forbidden[reason].vi}`,
    en: ({ reason }) => `signing is not permitted: ${forbidden[reason].en}`,
  },
} satisfies RoomMessages<'pades'>
