/**
 * What the deadline room refuses, in both languages.
 *
 * @module
 */
import type { RoomMessages } from '../errors.ts'

/** The sentences of this room's errors. */
export const messages = {
  'deadline/invalid-term': {
    vi: ({ place }) =>
      `thời hạn có giá trị sai tại ${place}; số lượng phải lớn hơn 0 và đọc được theo đơn vị`,
    en: ({ place }) =>
      `the term has a wrong value at ${place}; amounts must be above zero and fit their unit`,
  },
  'deadline/invalid-pause': {
    vi: ({ index }) => `khoảng tạm dừng thứ ${index + 1} kết thúc trước khi bắt đầu`,
    en: ({ index }) => `pause ${index + 1} ends before it begins`,
  },
  'deadline/invalid-time': {
    vi: ({ place }) => `giờ tại ${place} phải ở dạng HH:mm, từ 00:00 đến 24:00`,
    en: ({ place }) => `the time at ${place} must be written HH:mm, from 00:00 to 24:00`,
  },
  'deadline/impossible-ledger': {
    vi: ({ index, refusal }) =>
      `sổ thời hạn không thể đọc: mục thứ ${index + 1} theo thứ tự thời gian bị từ chối (${refusal})`,
    en: ({ index, refusal }) =>
      `the clock ledger cannot be read: entry ${index + 1} in order of time is refused (${refusal})`,
  },
  'deadline/short-column': {
    vi: ({ column, expected, actual }) => `cột ${column} có ${actual} dòng, cần ít nhất ${expected}`,
    en: ({ column, expected, actual }) =>
      `column ${column} has ${actual} rows, it needs at least ${expected}`,
  },
  'deadline/unordered-legs': {
    vi: ({ waiting }) => `các nhánh liên thông chờ nhau hoặc chờ nhánh không có: ${waiting}`,
    en: ({ waiting }) => `interlinked legs wait for each other or for a missing one: ${waiting}`,
  },
} satisfies RoomMessages<'deadline'>
