import { readFileSync } from 'node:fs'
import fc from 'fast-check'
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
  type Office,
  vietnamCalendar,
  type WorkingCalendar,
} from 'motcua/calendar'
import { describe, expect, it } from 'vitest'
import { fromDayNumber, toDayNumber } from '../../src/date.ts'

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

/** Everything a calendar answers from, as text: days by date, hours by day, sums. */
function readAnswers({ axis, officialDays, ...calendar }: WorkingCalendar): unknown {
  const { patternOf, patternAt, rangeEdges, ...sums } = axis
  const hours = Array.from(patternAt, (at, pattern) => rangeEdges.subarray(at, patternAt[pattern + 1]).join())
  return {
    calendar: JSON.stringify({ ...calendar, hash: calendar.hash }),
    days: JSON.stringify([...officialDays].sort(([a], [b]) => a - b)),
    hours: Array.from(patternOf, (pattern) => hours[pattern]).join('|'),
    sums: Object.entries(sums).map(([name, column]) => `${name} ${column}`),
  }
}

/** A day of the 31 years. */
const aDay = fc
  .integer({ min: toDayNumber(isoDate('2018-01-01')), max: toDayNumber(isoDate('2048-12-31')) })
  .map(fromDayNumber)
/** A notice about any of the years, near New Year as often as elsewhere. */
const aNotice: fc.Arbitrary<Notice> = fc.record({
  number: fc.constantFrom('1/TB-VD', '2/TB-VD', 'unverified'),
  settles: fc.array(fc.integer({ min: 2018, max: 2050 }), { maxLength: 2 }),
  daysOff: fc.array(
    fc.record(
      {
        date: aDay,
        holiday: fc.constantFrom('tet', 'national-day', 'new-year', 'nothing-known'),
        substituteFor: aDay,
      },
      { requiredKeys: ['date'] },
    ),
    { maxLength: 3 },
  ),
  swaps: fc.array(fc.record({ off: aDay, worked: aDay }, { requiredKeys: ['off'] }), { maxLength: 2 }),
  withdrawn: fc.array(aDay, { maxLength: 2 }),
})
const partOffice: Office = {
  ...defaultOffice,
  id: 'part',
  schedules: [
    { weekly: { monday: [['07:00', '11:00']], friday: [['08:00', '12:00']] } },
    {
      validFrom: isoDate('2031-06-01'),
      weekly: { monday: [['07:00', '11:30']], saturday: [['08:00', '10:00']] },
      uncounted: ['saturday'],
    },
  ],
  closures: [
    {
      from: isoDate('2030-12-30'),
      to: isoDate('2031-01-06'),
      hours: [['09:00', '10:00']],
      name: { vi: 'Đóng cửa', en: 'Closed' },
    },
  ],
  shifts: [{ date: isoDate('2040-01-02'), hours: [['07:00', '09:00']], onDaysOff: true }],
}

describe('a notice added to a calendar that was built before', () => {
  for (const office of [defaultOffice, partOffice]) {
    it(`gives what a fresh build gives, whatever the notices say (${office.id})`, () => {
      const before = buildWorkingCalendar({ official: longOfficial, office })
      fc.assert(
        fc.property(fc.array(aNotice, { minLength: 1, maxLength: 3 }), (notices) => {
          const official = notices.reduce(addNotice, longOfficial)
          const rebuilt = buildWorkingCalendar({ official, previous: before })
          expect(readAnswers(rebuilt)).toEqual(readAnswers(buildWorkingCalendar({ official, office })))
        }),
        { numRuns: 60 },
      )
    })
  }
  it('keeps the office of the calendar before, unless another one is given', () => {
    const before = buildWorkingCalendar({ office: partOffice })
    const official = addNotice(vietnamCalendar, {
      number: '1/TB-VD',
      settles: [2027],
      daysOff: [],
      swaps: [],
    })
    expect(buildWorkingCalendar({ official, previous: before }).office.id).toBe('part')
    expect(buildWorkingCalendar({ official, previous: before, office: defaultOffice }).office.id).toBe(
      'default',
    )
  })
  it('takes the years before the one that precedes the first change from it, and only those', () => {
    const before = buildWorkingCalendar({ official: longOfficial })
    const official = addNotice(longOfficial, {
      number: '1/TB-VD',
      settles: [2047],
      daysOff: [{ date: isoDate('2047-06-05') }],
      swaps: [],
    })
    const { officialDays } = buildWorkingCalendar({ official, previous: before })
    const kept = toDayNumber(isoDate('2045-09-02'))
    const anew = toDayNumber(isoDate('2046-09-01'))
    expect(officialDays.get(kept)).toBe(before.officialDays.get(kept))
    expect(officialDays.get(anew)).not.toBe(before.officialDays.get(anew))
  })
  it('is built whole where the calendar does not follow from the one before', () => {
    const before = buildWorkingCalendar({ official: longOfficial })
    const official = { ...vietnamCalendar, rules: [...vietnamCalendar.rules] }
    expect(readAnswers(buildWorkingCalendar({ official, previous: before }))).toEqual(
      readAnswers(buildWorkingCalendar({ official })),
    )
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
