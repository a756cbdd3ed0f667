import { readFileSync } from 'node:fs'
import { instant, isoDate } from 'motcua'
import {
  addNotice,
  addWorkingDays,
  buildWorkingCalendar,
  dayKinds,
  defaultOffice,
  explainDay,
  explainYear,
  isOpenAt,
  type Notice,
  vietnamCalendar,
} from 'motcua/calendar'
import { describe, expect, it } from 'vitest'

/** Twenty-nine settled years and two provisional ones: the length the bars are written for. */
const longNotices: readonly Notice[] = Array.from({ length: 20 }, (_, index) => ({
  number: `${index}/TB-VD`,
  settles: [2027 + index],
  daysOff: [{ date: isoDate(`${2027 + index}-09-01`), holiday: 'national-day' }],
  swaps: [],
}))
const longOfficial = { ...vietnamCalendar, notices: [...vietnamCalendar.notices, ...longNotices] }

describe('what it gives', () => {
  it('covers 31 years in less than 256 KB', () => {
    const { axis, covered } = buildWorkingCalendar({ official: longOfficial })
    expect(covered).toBe('2018–2048')
    const bytes = Object.values(axis).reduce(
      (sum: number, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
      0,
    )
    expect(bytes).toBeLessThan(256 * 1024)
  })
  it('hashes what decides the answers, in hexadecimal', () => {
    expect(buildWorkingCalendar().hash).toMatch(/^[0-9a-f]{64}$/)
    expect(buildWorkingCalendar().hash).toBe(buildWorkingCalendar().hash)
  })
  it('changes its hash with a day, a source or an hour, and not with a title', () => {
    const hash = buildWorkingCalendar().hash
    const day = { number: '1/TB-VD', settles: [], daysOff: [{ date: isoDate('2026-07-01') }], swaps: [] }
    expect(buildWorkingCalendar({ official: addNotice(vietnamCalendar, day) }).hash).not.toBe(hash)
    const silent = { ...day, daysOff: [], title: { vi: 'Tiêu đề', en: 'Title' } }
    expect(buildWorkingCalendar({ official: addNotice(vietnamCalendar, silent) }).hash).toBe(hash)
    const office = { ...defaultOffice, schedules: [{ weekly: { monday: [['07:00', '11:29'] as const] } }] }
    expect(buildWorkingCalendar({ office }).hash).not.toBe(hash)
  })
  it('carries the kinds of day that docs/contracts.md lists', () => {
    const contracts = readFileSync(new URL('../../docs/contracts.md', import.meta.url), 'utf8')
    const row = contracts.split('\n').find((line) => line.startsWith('| day kinds |')) ?? ''
    const listed = [...(row.split('|')[2] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, kind]) => kind)
    expect(listed.sort()).toEqual(Object.keys(dayKinds).sort())
  })
})

describe('what it must not touch', () => {
  it('cannot be changed from outside', () => {
    const calendar = buildWorkingCalendar()
    expect(Object.isFrozen(calendar)).toBe(true)
    expect(() => {
      ;(calendar as { covered: string }).covered = 'x'
    }).toThrow(TypeError)
  })
  it('keeps its answers and its hash when the caller changes the office later', () => {
    const hours: [string, string][] = [['08:00', '10:00']]
    const office = { ...defaultOffice, schedules: [{ weekly: { monday: hours } }] }
    const calendar = buildWorkingCalendar({ office })
    const { hash } = buildWorkingCalendar({ office })
    hours.push(['13:00', '15:00'])
    expect(calendar.hash).toBe(hash)
    expect(isOpenAt(calendar, instant('2026-07-06T14:00'))).toBe(false)
    expect(explainDay(calendar, isoDate('2026-07-06')).counted).toBe(true)
  })
  it('keeps no state between calendars', () => {
    const before = JSON.stringify(explainYear(buildWorkingCalendar(), 2026))
    const closed = {
      ...defaultOffice,
      closures: [{ from: isoDate('2026-01-05'), name: { vi: 'x', en: 'x' } }],
    }
    expect(explainDay(buildWorkingCalendar({ office: closed }), isoDate('2026-01-05')).counted).toBe(false)
    expect(JSON.stringify(explainYear(buildWorkingCalendar(), 2026))).toBe(before)
  })
})

describe('edges', () => {
  it('answers on the first and the last day', () => {
    const calendar = buildWorkingCalendar()
    expect([calendar.firstDate, calendar.lastDate]).toEqual(['2018-01-01', '2028-12-31'])
    expect(explainDay(calendar, calendar.firstDate).kind).toBe('public-holiday')
    expect(explainDay(calendar, calendar.lastDate).kind).toBe('weekend')
    expect(isOpenAt(calendar, instant('2028-12-31T23:59:59.999'))).toBe(false)
    expect(addWorkingDays(calendar, calendar.firstDate, 1).date).toBe('2018-01-02')
  })
  it('serves the whole of 1968 to 2100 from listed dates', () => {
    const official = {
      id: 'long',
      name: { vi: 'Dài', en: 'Long' },
      rules: [],
      provisionalYears: 0,
      notices: [
        {
          number: '1/TB-VD',
          settles: Array.from({ length: 133 }, (_, year) => 1968 + year),
          daysOff: [],
          swaps: [],
        },
      ],
    }
    const calendar = buildWorkingCalendar({ official })
    // 48,578 days from a Monday to a Friday: 6,939 whole weeks and five days.
    const last = addWorkingDays(calendar, isoDate('1968-01-01'), 34_700 - 1)
    expect(last.date).toBe('2100-12-31')
  })
})
