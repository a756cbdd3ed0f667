import fc from 'fast-check'
import {
  addDays,
  fromEpochMs,
  type Instant,
  instant,
  instantAt,
  isMotcuaError,
  isoDate,
  toEpochMs,
} from 'motcua'
import {
  addWorkingDays,
  addWorkingDaysDayNumber,
  addWorkingMinutes,
  addWorkingMinutesEpochMs,
  buildWorkingCalendar,
  countWorkingDays,
  countWorkingDaysDayNumber,
  countWorkingMinutes,
  countWorkingMinutesEpochMs,
  explainDay,
  explainInstant,
  findNextWorkingDay,
  findOpenIntervals,
  findPreviousWorkingDay,
  isOpenAt,
  isWorkingDay,
} from 'motcua/calendar'
import { describe, expect, it } from 'vitest'
import { toDayNumber } from '../../src/date.ts'
import { someMiddleDay, someOffice, someOfficial } from '../kit/arbitrary-calendar.ts'
import { minuteOracle } from '../kit/minute-oracle.ts'

const calendar = buildWorkingCalendar()
const day = isoDate
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act()
  } catch (error) {
    return isMotcuaError(error) ? error.code : 'other'
  }
  return undefined
}
const someMinute = fc.integer({ min: 0, max: 1439 })

describe('what it gives', () => {
  it.each([
    ['2026-08-28', 3, '2026-09-07'],
    ['2026-08-21', 1, '2026-08-22'],
    ['2025-04-25', 1, '2025-04-26'],
    ['2025-04-28', 2, '2025-05-05'],
    ['2024-04-26', 1, '2024-05-02'],
    ['2024-05-02', 3, '2024-05-06'],
    ['2018-12-28', 2, '2019-01-03'],
    ['2019-01-04', 1, '2019-01-05'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-11-23', 1, '2026-11-25'],
  ])('finds from %s the working day %i later: %s', (start, days, end) => {
    expect(addWorkingDays(calendar, day(start), days)).toEqual({ date: end, provisional: false })
    expect(countWorkingDays(calendar, day(start), day(end)).days).toBe(days)
    expect(addWorkingDays(calendar, day(end), -days).date).toBe(start)
  })
  it('gives the day back for zero, worked or not', () => {
    expect(addWorkingDays(calendar, day('2026-09-02'), 0).date).toBe('2026-09-02')
  })
  it('rolls a day off to the next or previous working day (Civil Code 2015 art. 148(5))', () => {
    expect(findNextWorkingDay(calendar, day('2026-09-02'), { orSame: true }).date).toBe('2026-09-03')
    expect(findNextWorkingDay(calendar, day('2026-09-03'), { orSame: true }).date).toBe('2026-09-03')
    expect(findNextWorkingDay(calendar, day('2026-09-03')).date).toBe('2026-09-04')
    expect(findPreviousWorkingDay(calendar, day('2026-09-02'), { orSame: true }).date).toBe('2026-08-28')
    expect(findPreviousWorkingDay(calendar, day('2026-09-03')).date).toBe('2026-08-28')
  })
  it('counts only open minutes between two moments, over the break and over days off', () => {
    const minutes = (from: string, to: string) =>
      countWorkingMinutes(calendar, instant(from), instant(to)).minutes
    expect(minutes('2026-08-28T11:00', '2026-08-28T14:00')).toBe(60)
    expect(minutes('2026-08-28T16:30', '2026-09-03T07:30')).toBe(60)
    expect(minutes('2026-08-21T00:00', '2026-08-23T00:00')).toBe(960)
    expect(minutes('2026-08-28T14:00', '2026-08-28T11:00')).toBe(-60)
    expect(minutes('2026-08-28T08:10:59', '2026-08-28T08:11:00')).toBe(1)
  })
  it('ends a term at closing time rather than at the next opening, and begins one the other way round', () => {
    expect(addWorkingMinutes(calendar, instant('2026-08-28T07:00'), 270).at).toBe(
      '2026-08-28T11:30:00.000+07:00',
    )
    expect(addWorkingMinutes(calendar, instant('2026-08-28T07:00'), 271).at).toBe(
      '2026-08-28T13:31:00.000+07:00',
    )
    expect(addWorkingMinutes(calendar, instant('2026-08-28T17:00'), -210).at).toBe(
      '2026-08-28T13:30:00.000+07:00',
    )
    expect(addWorkingMinutes(calendar, instant('2026-08-28T17:00'), -211).at).toBe(
      '2026-08-28T11:29:00.000+07:00',
    )
  })
  it('gives a moment outside the hours back for zero, and starts counting at the next opening', () => {
    expect(addWorkingMinutes(calendar, instant('2026-08-29T10:20:30'), 0).at).toBe(
      '2026-08-29T10:20:00.000+07:00',
    )
    expect(addWorkingMinutes(calendar, instant('2026-08-29T10:20'), 1).at).toBe(
      '2026-09-03T07:01:00.000+07:00',
    )
  })
  it('is open from the first minute to before the last', () => {
    const at = (text: string) => isOpenAt(calendar, instant(text))
    expect(
      ['06:59', '07:00', '11:29', '11:30', '13:29', '13:30', '16:59', '17:00'].map((time) =>
        at(`2026-08-28T${time}`),
      ),
    ).toEqual([false, true, true, false, false, true, true, false])
    expect(at('2026-08-28T02:00:00Z')).toBe(true)
    expect(at('2026-08-22T09:00')).toBe(true)
    expect(at('2026-08-31T09:00')).toBe(false)
  })
  it.each([
    ['2026-08-28T06:59', 'before-opening'],
    ['2026-08-28T07:00', 'open'],
    ['2026-08-28T11:30', 'break'],
    ['2026-08-28T17:00', 'after-closing'],
    ['2026-08-29T09:00', 'day-off'],
    ['2026-08-31T09:00', 'day-off'],
  ])('says of %s: %s', (at, reason) => {
    const explained = explainInstant(calendar, instant(at))
    expect(explained.reason).toBe(reason)
    expect(explained.open).toBe(isOpenAt(calendar, instant(at)))
    expect(explained.day.date).toBe(at.slice(0, 10))
  })
  it('lists open intervals cut at both ends', () => {
    const open = findOpenIntervals(calendar, instant('2026-08-28T16:00'), instant('2026-09-03T08:00'))
    expect(open).toEqual([
      { startAt: '2026-08-28T16:00:00.000+07:00', endAt: '2026-08-28T17:00:00.000+07:00', minutes: 60 },
      { startAt: '2026-09-03T07:00:00.000+07:00', endAt: '2026-09-03T08:00:00.000+07:00', minutes: 60 },
    ])
    expect(findOpenIntervals(calendar, instant('2026-08-28T16:00'), instant('2026-08-28T16:00'))).toEqual([])
  })
  it('says when an answer touches a provisional year', () => {
    expect(addWorkingDays(calendar, day('2026-12-30'), 1)).toEqual({ date: '2026-12-31', provisional: false })
    expect(addWorkingDays(calendar, day('2026-12-31'), 1)).toEqual({ date: '2027-01-04', provisional: true })
    expect(countWorkingDays(calendar, day('2026-12-31'), day('2027-01-01'))).toEqual({
      days: 0,
      provisional: true,
    })
    expect(addWorkingMinutes(calendar, instant('2026-12-31T16:00'), 60).provisional).toBe(false)
    expect(addWorkingMinutes(calendar, instant('2026-12-31T16:00'), 61).provisional).toBe(true)
    expect(
      countWorkingMinutes(calendar, instant('2026-12-31T16:00'), instant('2026-12-31T17:00')).provisional,
    ).toBe(false)
  })
})

describe('what it refuses', () => {
  it('refuses to count past the last year of the calendar, or before the first', () => {
    expect(codeOf(() => addWorkingDays(calendar, day('2028-12-29'), 30))).toBe('calendar/gap')
    expect(codeOf(() => addWorkingDays(calendar, day('2018-01-03'), -5))).toBe('calendar/gap')
    expect(codeOf(() => countWorkingDays(calendar, day('2026-01-01'), day('2029-01-01')))).toBe(
      'calendar/gap',
    )
    expect(codeOf(() => addWorkingMinutes(calendar, instant('2028-12-29T16:59'), 60))).toBe('calendar/gap')
    expect(codeOf(() => addWorkingMinutes(calendar, instant('2018-01-02T07:00'), -1))).toBe('calendar/gap')
    expect(codeOf(() => isOpenAt(calendar, instant('2030-01-01T00:00')))).toBe('calendar/gap')
    expect(
      codeOf(() => findOpenIntervals(calendar, instant('2028-12-01T00:00'), instant('2029-01-02T00:00'))),
    ).toBe('calendar/gap')
  })
  it('uses the last minute of the last year', () => {
    const last = addWorkingMinutes(calendar, instant('2028-12-29T07:00'), 480)
    expect(last.at).toBe('2028-12-29T17:00:00.000+07:00')
    expect(codeOf(() => addWorkingMinutes(calendar, instant('2028-12-29T07:00'), 481))).toBe('calendar/gap')
  })
  it('refuses fractions instead of rounding them', () => {
    for (const amount of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(codeOf(() => addWorkingDays(calendar, day('2026-01-05'), amount))).toBe('calendar/not-whole')
      expect(codeOf(() => addWorkingMinutes(calendar, instant('2026-01-05T08:00'), amount))).toBe(
        'calendar/not-whole',
      )
    }
  })
  it('refuses what is no day or no moment', () => {
    expect(codeOf(() => addWorkingDays(calendar, '2026-02-30' as never, 1))).toBe('date/invalid-date')
    expect(codeOf(() => addWorkingMinutes(calendar, 'soon' as never, 1))).toBe('date/invalid-instant')
  })
})

describe('laws', () => {
  it('adds n and then m days like n + m, in each direction', () => {
    const amounts = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(
        someOfficial,
        someOffice,
        someMiddleDay,
        amounts,
        amounts,
        fc.constantFrom(1, -1),
        (...drawn) => {
          const [official, office, start, n, m, sign] = drawn
          const own = buildWorkingCalendar({ official, office })
          const reach = (from: typeof start, days: number) =>
            codeOrDate(() => addWorkingDays(own, from, days * sign).date)
          const half = reach(start, n)
          if (half === 'calendar/gap') return
          expect(reach(day(half), m)).toBe(reach(start, n + m))
        },
      ),
      { numRuns: 150 },
    )
  })
  it('adds n and then m minutes like n + m, and counts what it added', () => {
    const amounts = fc.integer({ min: 0, max: 20_000 })
    fc.assert(
      fc.property(someOfficial, someOffice, someMiddleDay, someMinute, amounts, amounts, (...drawn) => {
        const [official, office, start, minute, n, m] = drawn
        const own = buildWorkingCalendar({ official, office })
        const at = instantAt(start, minute)
        const whole = codeOrDate(() => addWorkingMinutes(own, at, n + m).at)
        if (whole === 'calendar/gap') return
        const half = addWorkingMinutes(own, at, n).at
        expect(addWorkingMinutes(own, half, m).at).toBe(whole)
        expect(countWorkingMinutes(own, at, whole as Instant).minutes).toBe(n + m)
        expect(countWorkingMinutes(own, half, whole as Instant).minutes).toBe(m)
        expect(countWorkingMinutes(own, whole as Instant, at).minutes + n + m).toBe(0)
      }),
      { numRuns: 150 },
    )
  })
  it('counts neighbouring spans to the count of both', () => {
    fc.assert(
      fc.property(someOfficial, someOffice, someMiddleDay, someMiddleDay, someMiddleDay, (...drawn) => {
        const [official, office, a, b, c] = drawn
        const own = buildWorkingCalendar({ official, office })
        const days = (from: typeof a, to: typeof a) => countWorkingDays(own, from, to).days
        expect(days(a, b) + days(b, c)).toBe(days(a, c))
      }),
      { numRuns: 100 },
    )
  })
})

function codeOrDate(act: () => string): string {
  try {
    return act()
  } catch (error) {
    if (isMotcuaError(error)) return error.code
    throw error
  }
}

describe('the minute-by-minute oracle', () => {
  it('agrees on every minute and on the working days of random offices', () => {
    fc.assert(
      fc.property(someOfficial, someOffice, someMiddleDay, (official, office, start) => {
        const own = buildWorkingCalendar({ official, office })
        const oracle = minuteOracle(official, office)
        for (let step = 0; step < 12; step += 1) {
          const date = addDays(start, step)
          expect(isWorkingDay(own, date)).toBe(oracle.isWorkingDay(date))
          expect(explainDay(own, date).counted).toBe(oracle.isWorkingDay(date))
          for (let minute = 0; minute < 1440; minute += 7) {
            const at = instantAt(date, minute)
            if (isOpenAt(own, at) !== oracle.isOpen(toEpochMs(at))) expect(at).toBe('the oracle disagrees')
          }
        }
      }),
      { numRuns: 25 },
    )
  })
  it('agrees on counting minutes', () => {
    const span = fc.integer({ min: 0, max: 20_000 })
    fc.assert(
      fc.property(
        someOfficial,
        someOffice,
        someMiddleDay,
        someMinute,
        span,
        (official, office, start, minute, length) => {
          const own = buildWorkingCalendar({ official, office })
          const from = toEpochMs(instantAt(start, minute))
          const to = from + length * 60_000
          const expected = minuteOracle(official, office).countMinutes(from, to)
          expect(countWorkingMinutes(own, fromEpochMs(from), fromEpochMs(to)).minutes).toBe(expected)
          expect(countWorkingMinutesEpochMs(own, from, to)).toBe(expected)
          const open = findOpenIntervals(own, fromEpochMs(from), fromEpochMs(to))
          expect(open.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(expected)
        },
      ),
      { numRuns: 80 },
    )
  })
  it('agrees on adding minutes, forwards and backwards', () => {
    const amount = fc.integer({ min: -3000, max: 3000 })
    fc.assert(
      fc.property(
        someOfficial,
        someOffice,
        someMiddleDay,
        someMinute,
        amount,
        (official, office, start, minute, minutes) => {
          const own = buildWorkingCalendar({ official, office })
          const at = toEpochMs(instantAt(start, minute))
          const reached = codeOrDate(() => String(addWorkingMinutesEpochMs(own, at, minutes)))
          if (reached === 'calendar/gap') return
          expect(Number(reached)).toBe(minuteOracle(official, office).addMinutes(at, minutes))
          expect(addWorkingMinutes(own, fromEpochMs(at), minutes).at).toBe(fromEpochMs(Number(reached)))
        },
      ),
      { numRuns: 80 },
    )
  })
  it('agrees on adding days, forwards and backwards', () => {
    const amount = fc.integer({ min: -15, max: 15 })
    fc.assert(
      fc.property(someOfficial, someOffice, someMiddleDay, amount, (official, office, start, days) => {
        const own = buildWorkingCalendar({ official, office })
        const reached = codeOrDate(() => addWorkingDays(own, start, days).date)
        if (reached === 'calendar/gap') return
        expect(reached).toBe(minuteOracle(official, office).addDays(start, days))
        const dayNumber = addWorkingDaysDayNumber(own, toDayNumber(start), days)
        expect(dayNumber).toBe(toDayNumber(day(reached)))
        expect(countWorkingDaysDayNumber(own, toDayNumber(start), dayNumber)).toBe(
          countWorkingDays(own, start, day(reached)).days,
        )
      }),
      { numRuns: 50 },
    )
  })
})

describe('what it must not touch', () => {
  it('gives the same answers whatever zone the process is in', () => {
    const before = process.env.TZ
    const answers = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'].map((zone) => {
      process.env.TZ = zone
      const own = buildWorkingCalendar()
      return JSON.stringify([
        own.hash,
        addWorkingDays(own, day('2026-08-28'), 200),
        addWorkingMinutes(own, instant('2026-08-28T16:59:59'), 50_000),
        countWorkingMinutes(own, instant('2024-03-10T02:30'), instant('2026-11-01T01:30')),
        findOpenIntervals(own, instant('2026-03-07T20:00'), instant('2026-03-09T20:00')),
        explainDay(own, day('2026-03-08')),
      ])
    })
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
    expect(new Set(answers).size).toBe(1)
  })
  it('does not grow with the length of the term', () => {
    // Not a stopwatch: the calendar is asked through proxies that count the reads of its columns.
    const readsFor = (days: number): number => {
      let reads = 0
      const watch = <T>(value: T): T => {
        if (!ArrayBuffer.isView(value)) return value
        return new Proxy(value, {
          get(column, index) {
            reads += 1
            return Reflect.get(column, index)
          },
        })
      }
      const columns = Object.entries(calendar.axis).map(([name, value]) => [name, watch(value)])
      const axis: typeof calendar.axis = Object.fromEntries(columns)
      const watched = { ...calendar, axis }
      addWorkingDaysDayNumber(watched, toDayNumber(day('2020-01-06')), days)
      addWorkingMinutesEpochMs(watched, Date.UTC(2020, 0, 6, 3), days * 450)
      return reads
    }
    expect(readsFor(2000)).toBeLessThan(readsFor(5) + 30)
  })
})
