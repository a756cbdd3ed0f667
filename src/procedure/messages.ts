/**
 * What this room's errors say.
 *
 * @module
 */
import type { RoomMessages } from '../errors.ts'

/** The sentences of the room `procedure`. */
export const messages = {
  'procedure/invalid-definition': {
    vi: ({ id, count, first }) =>
      `định nghĩa quy trình ${id} có ${count} lỗi; lỗi đầu tiên: ${first.place}: ${first.message.vi}`,
    en: ({ id, count, first }) =>
      `the process definition ${id} has ${count} errors; the first: ${first.place}: ${first.message.en}`,
  },
  'procedure/wrong-definition': {
    vi: ({ expected, actual }) =>
      `hồ sơ chạy theo quy trình ${expected}, không phải ${actual}; nạp đúng phiên bản hoặc lập kế hoạch chuyển đổi`,
    en: ({ expected, actual }) =>
      `the case runs under ${expected}, not ${actual}; load that version or plan a migration`,
  },
  'procedure/invalid-case': {
    vi: ({ places }) => `hồ sơ lưu trữ sai ở: ${places.slice(0, 5).join(', ')}`,
    en: ({ places }) => `the stored case is wrong at: ${places.slice(0, 5).join(', ')}`,
  },
  'procedure/state-gone': {
    vi: ({ state, definition }) => `trạng thái ${state} không có trong quy trình ${definition}`,
    en: ({ state, definition }) => `the state ${state} does not exist in ${definition}`,
  },
  'procedure/broken-history': {
    vi: ({ seq, reason }) => `lịch sử hồ sơ sai ở sự kiện ${seq}: ${reason}`,
    en: ({ seq, reason }) => `the history of the case is broken at event ${seq}: ${reason}`,
  },
} satisfies RoomMessages<'procedure'>
