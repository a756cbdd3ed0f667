/**
 * The closed list of what a day can be in a working calendar.
 *
 * @module
 */
import type { LocalizedText } from '../errors.ts'

/** Every kind of day with its name; the first four are worked. */
export const dayKinds = {
  working: { vi: 'Ngày làm việc', en: 'Working day' },
  'swapped-worked': { vi: 'Làm bù theo hoán đổi', en: 'Worked in exchange for a day off' },
  'shift-worked': { vi: 'Làm việc theo lịch riêng của ngày', en: 'Worked by a schedule for this date' },
  'open-uncounted': {
    vi: 'Có mở cửa nhưng không tính là ngày làm việc',
    en: 'Open, but not counted as a working day',
  },
  weekend: { vi: 'Ngày nghỉ hằng tuần', en: 'Weekly day of rest' },
  'public-holiday': { vi: 'Ngày nghỉ lễ, tết', en: 'Public holiday' },
  'substitute-day': { vi: 'Ngày nghỉ bù', en: 'Substitute day off' },
  'swapped-off': { vi: 'Ngày nghỉ do hoán đổi', en: 'Day off in exchange for a worked one' },
  'announced-off': { vi: 'Ngày nghỉ theo thông báo', en: 'Day off by notice' },
  closure: { vi: 'Cơ quan đóng cửa', en: 'Office closed' },
  'shift-off': { vi: 'Nghỉ theo lịch riêng của ngày', en: 'Off by a schedule for this date' },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** One of the kinds of day. */
export type DayKind = keyof typeof dayKinds
