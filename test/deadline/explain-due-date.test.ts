import { instant } from 'motcua'
import { buildWorkingCalendar } from 'motcua/calendar'
import { computeDueDate, type DayEntry, type DueDateInput, explainDueDate, type Term } from 'motcua/deadline'
import { describe, expect, it } from 'vitest'

const calendar = buildWorkingCalendar()
const explain = (received: string, term: Term, more: Partial<DueDateInput> = {}) =>
  computeDueDate({ receivedAt: instant(received), term, calendar, ...more })
const pick = (day: DayEntry | undefined) => day && [day.date, day.counted, day.reason, day.source]

describe('what it gives', () => {
  it('names weekend, swap and holiday with the notice that announced them', () => {
    const { days } = explain('2026-08-28T10:00', { kind: 'working-days', amount: 3 })
    expect(days.map(pick)).toEqual([
      ['2026-08-28', false, 'receipt-day', '91/2015/QH13 art. 147(2)'],
      ['2026-08-29', false, 'weekend', 'office:default'],
      ['2026-08-30', false, 'weekend', 'office:default'],
      ['2026-08-31', false, 'swapped-off', '9441/TB-BNV'],
      ['2026-09-01', false, 'public-holiday', '9441/TB-BNV'],
      ['2026-09-02', false, 'public-holiday', '9441/TB-BNV'],
      ['2026-09-03', true, 'working', 'office:default'],
      ['2026-09-04', true, 'working', 'office:default'],
      ['2026-09-05', false, 'weekend', 'office:default'],
      ['2026-09-06', false, 'weekend', 'office:default'],
      ['2026-09-07', true, 'working', 'office:default'],
    ])
  })
  it('names the substitute days and the worked Saturday', () => {
    const { days } = explain('2022-12-30T10:00', { kind: 'working-days', amount: 1 })
    expect(days.map((day) => day.reason)).toEqual([
      'receipt-day',
      'weekend',
      'public-holiday',
      'substitute-day',
      'working',
    ])
    const swapped = explain('2026-08-21T10:00', { kind: 'working-days', amount: 1 })
    expect(pick(swapped.days.at(-1))).toEqual(['2026-08-22', true, 'swapped-worked', '9441/TB-BNV'])
  })
  it('shows the roll off a day off and its article', () => {
    const due = explain('2026-08-20T10:00', { kind: 'calendar-days', amount: 10 })
    expect(due.days.filter((day) => day.counted)).toHaveLength(10)
    expect(due.days.slice(-4).map(pick)).toEqual([
      ['2026-08-31', false, 'swapped-off', '9441/TB-BNV'],
      ['2026-09-01', false, 'public-holiday', '9441/TB-BNV'],
      ['2026-09-02', false, 'public-holiday', '9441/TB-BNV'],
      ['2026-09-03', false, 'due-day', '91/2015/QH13 art. 148(5)'],
    ])
    expect(due.rules.map(({ rule }) => rule)).toEqual(['first-day', 'last-day', 'end-of-working-day'])
  })
  it('says how much of a day counted beside a pause, and why it stood still', () => {
    const pause = {
      fromAt: instant('2026-08-05T09:00'),
      toAt: instant('2026-08-06T08:00'),
      reason: 'financial-duty',
    } as const
    const due = explain('2026-08-03T10:00', { kind: 'working-days', amount: 3 }, { pauses: [pause] })
    expect(due.days.map((day) => [day.date, day.countedMinutes, day.ofMinutes, day.pauseReason])).toEqual([
      ['2026-08-03', 0, 480, undefined],
      ['2026-08-04', 480, 480, undefined],
      ['2026-08-05', 120, 480, 'financial-duty'],
      ['2026-08-06', 420, 480, 'financial-duty'],
      ['2026-08-07', 420, 480, undefined],
    ])
    expect(due.rules.map(({ rule }) => rule)).toContain('pause')
  })
  it('shows a receipt after the cut-off on the day on which it came in', () => {
    const due = explain('2026-08-28T15:30', { kind: 'same-day', cutOff: '15:00' })
    expect(due.days.map((day) => day.reason)).toEqual([
      'cut-off',
      'weekend',
      'weekend',
      'swapped-off',
      'public-holiday',
      'public-holiday',
      'same-day',
    ])
  })
  it('shows the two parts of a term lengthened in another unit', () => {
    const by = { kind: 'working-days', amount: 1, mode: 'by', when: 'phải xác minh' } as const
    const due = explain('2026-08-03T10:00', { kind: 'calendar-days', amount: 2 }, { extensions: [by] })
    expect(due.days.map((day) => day.reason)).toEqual([
      'receipt-day',
      'calendar-day',
      'calendar-day',
      'working',
    ])
    expect(due.rules.map(({ rule }) => rule)).toEqual(['first-day', 'extension', 'end-of-working-day'])
  })
  it('carries the hash of the calendar, for the promise that is recorded from it', () => {
    expect(explain('2026-08-03T10:00', { kind: 'same-day' }).calendarHash).toBe(calendar.hash)
  })
})

describe('the slip', () => {
  it('is written in Vietnamese with every day, rule and source', () => {
    const due = explain('2026-09-04T10:00', { kind: 'working-days', amount: 1 })
    expect(explainDueDate(due, 'vi')).toEqual([
      'Tiếp nhận: 10:00 ngày 04/09/2026 (thứ sáu)',
      'Thời hạn: 1 ngày làm việc',
      '04/09/2026 (thứ sáu): không tính – Ngày tiếp nhận không tính vào thời hạn [Bộ luật Dân sự 2015, Điều 147 khoản 2]',
      '05/09/2026 (thứ bảy): không tính – Ngày nghỉ hằng tuần [Lịch của cơ quan: Giờ hành chính mặc định]',
      '06/09/2026 (chủ nhật): không tính – Ngày nghỉ hằng tuần [Lịch của cơ quan: Giờ hành chính mặc định]',
      '07/09/2026 (thứ hai): tính – Ngày làm việc [Lịch của cơ quan: Giờ hành chính mặc định]',
      'Ngày tiếp nhận không tính vào thời hạn [Bộ luật Dân sự 2015, Điều 147 khoản 2]',
      'Hẹn trả khi hết giờ làm việc của ngày đến hạn [Bộ luật Dân sự 2015, Điều 148]',
      'Hẹn trả: 17:00 ngày 07/09/2026 (thứ hai)',
    ])
  })
  it('is written in English, and warns of a provisional year', () => {
    const lines = explainDueDate(explain('2026-12-31T10:00', { kind: 'working-days', amount: 1 }), 'en')
    expect(lines.slice(0, 2)).toEqual(['Received: 10:00, 2026-12-31 (Thu)', 'Term: 1 working day'])
    expect(lines.slice(-2)).toEqual([
      'Provisional: a year on the way has no notice yet',
      'Due: 17:00, 2027-01-04 (Mon)',
    ])
  })
  it('says that nothing is due when no term is set', () => {
    const due = explain('2026-09-04T10:00', { kind: 'none' })
    expect([due.days, due.rules, due.dueAt]).toEqual([[], [], undefined])
    expect(explainDueDate(due, 'en').at(-1)).toBe('Nothing is due: no term is set')
  })
})
