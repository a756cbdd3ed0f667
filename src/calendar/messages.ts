/**
 * What the calendar refuses, in both languages.
 *
 * @module
 */
import type { RoomMessages } from '../errors.ts'

/** The sentences of this room's errors. */
export const messages = {
  'calendar/gap': {
    vi: ({ year, covered }) =>
      `lịch làm việc không có dữ liệu cho năm ${year} (đang có: ${covered}); hãy nạp thông báo lịch nghỉ của năm đó`,
    en: ({ year, covered }) =>
      `the calendar knows nothing of ${year} (it covers ${covered}); load the notice of that year`,
  },
  'calendar/no-years': {
    vi: () => 'lịch chính thức không có năm nào; hãy nạp ít nhất một thông báo có trường settles',
    en: () => 'the official calendar covers no year; give it at least one notice that settles a year',
  },
  'calendar/invalid-calendar': {
    vi: ({ place }) => `lịch chính thức có giá trị sai tại ${place}; hãy kiểm tra bằng parseNotice`,
    en: ({ place }) => `the official calendar has a wrong value at ${place}; check it with parseNotice`,
  },
  'calendar/invalid-office': {
    vi: ({ place }) => `lịch của cơ quan có giá trị sai tại ${place}; hãy kiểm tra bằng parseOffice`,
    en: ({ place }) => `the office schedule has a wrong value at ${place}; check it with parseOffice`,
  },
  'calendar/not-whole': {
    vi: ({ amount }) => `số lượng phải là số nguyên, không phải ${amount}`,
    en: ({ amount }) => `the amount must be a whole number, not ${amount}`,
  },
  'calendar/lunar-gap': {
    vi: ({ year, covered }) =>
      `bảng âm lịch không có năm ${year} (đang có: ${covered}); trước 1968 cần yêu cầu proleptic`,
    en: ({ year, covered }) =>
      `the lunar table does not serve ${year} (it serves ${covered}); before 1968 ask for proleptic`,
  },
  'calendar/no-such-lunar-day': {
    vi: ({ year, month, leap, day }) =>
      `không có ngày ${day} tháng ${month}${leap ? ' nhuận' : ''} âm lịch trong năm ${year}`,
    en: ({ year, month, leap, day }) =>
      `there is no day ${day} of ${leap ? 'leap ' : ''}month ${month} in the lunar year ${year}`,
  },
} satisfies RoomMessages<'calendar'>
