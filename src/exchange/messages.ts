import type { RoomMessages } from '../errors.ts'
import type { Finding } from '../finding.ts'

/** The errors of this room: a dossier that is not ready to be sent. */
export const messages = {
  'exchange/no-dossier-code': {
    vi: () => 'hồ sơ chưa có mã; hãy cấp hoặc xin mã hồ sơ trước khi gửi',
    en: () => 'the dossier has no code yet; issue or ask for one before it is sent',
  },
  'exchange/no-status': {
    vi: () => 'hồ sơ chưa có tiến độ (progress); hãy ghi trạng thái trước khi gửi',
    en: () => 'the dossier does not say where it stands; fill in its progress before it is sent',
  },
} satisfies RoomMessages<'exchange'>

/** What the building of a message says. */
const findingSentences = {
  'exchange/no-file-address': {
    severity: 'warning',
    message: {
      vi: 'tệp không có đường dẫn tải; Cổng sẽ không lấy được tệp',
      en: 'the file has no address for download; the portal will not get it',
    },
    remedy: { vi: 'ghi đường dẫn công khai vào "url"', en: 'put a public address into "url"' },
  },
  'exchange/nearest-code': {
    severity: 'info',
    message: {
      vi: 'Cổng không có mã riêng cho giá trị này; đã gửi mã gần nhất, có thể đổi bằng tùy chọn',
      en: 'the portal has no code of its own for this; the nearest was sent, an option changes it',
    },
  },
  'exchange/text-cut': {
    severity: 'warning',
    message: {
      vi: 'văn bản dài hơn mức Cổng nhận; đã cắt bớt',
      en: 'the text is longer than the portal takes; it was cut',
    },
  },
} as const satisfies Readonly<Record<string, Omit<Finding, 'code' | 'place' | 'facts'>>>

/** One of the codes above. */
export type ExchangeFindingCode = keyof typeof findingSentences

/** Writes one finding. */
export function buildFinding(
  code: ExchangeFindingCode,
  place: string,
  facts: Finding['facts'] = {},
): Finding {
  return { code, place, facts, ...findingSentences[code] }
}
