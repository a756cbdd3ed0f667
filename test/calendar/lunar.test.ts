import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { addDays, fromEpochMs, type IsoDate, isMotcuaError, isoDate } from 'motcua'
import { type LunarDate, toLunar, toSolar } from 'motcua/calendar'
import { describe, expect, it } from 'vitest'
import {
  FIRST_LUNAR_DAY,
  FIRST_LUNAR_YEAR,
  LAST_LUNAR_YEAR,
  LUNAR_TABLE_SHA256,
  LUNAR_YEARS,
} from '../../src/calendar/data/lunar-table.ts'
import { fromDayNumber, toDayNumber } from '../../src/date.ts'
import { computeSky, findSkyMonths } from '../kit/lunar-astronomy.ts'

const lunar = (year: number, month: number, day: number, leap = false): LunarDate => ({
  year,
  month,
  leap,
  day,
})
const sky = computeSky(1968, 2100)
const thrownBy = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}

describe('what it gives', () => {
  it.each([
    ['2018-02-16', lunar(2018, 1, 1)],
    ['2020-01-25', lunar(2020, 1, 1)],
    ['2023-01-22', lunar(2023, 1, 1)],
    ['2025-01-29', lunar(2025, 1, 1)],
    ['2026-02-17', lunar(2026, 1, 1)],
    ['2027-02-06', lunar(2027, 1, 1)],
  ])('has Tết on %s', (date, expected) => {
    expect(toLunar(isoDate(date))).toEqual(expected)
    expect(toSolar(expected)).toBe(date)
  })
  it.each(['2018-04-25', '2019-04-14', '2020-04-02', '2021-04-21', '2022-04-10', '2023-04-29', '2024-04-18'])(
    'has the day of the Hùng Kings, 10/3, on %s',
    (date) => expect(toLunar(isoDate(date))).toMatchObject({ month: 3, day: 10, leap: false }),
  )
  it('says leap where a month stands twice', () => {
    expect(toLunar(isoDate('2025-07-25'))).toEqual(lunar(2025, 6, 1, true))
    expect(toSolar(lunar(2025, 6, 1))).toBe('2025-06-25')
    expect(toSolar(lunar(2025, 6, 1, true))).toBe('2025-07-25')
  })
  it('puts the leap month of 2033 after the eleventh, the case in which simple rules fail', () => {
    expect(toLunar(isoDate('2033-12-22'))).toEqual(lunar(2033, 11, 1, true))
  })
  it('carries the rule back before 1968 only when asked, and says so', () => {
    expect(toLunar(isoDate('1945-09-02'), { proleptic: true })).toEqual({
      ...lunar(1945, 7, 26),
      proleptic: true,
    })
    expect(toSolar(lunar(1945, 7, 26), { proleptic: true })).toBe('1945-09-02')
    expect(toLunar(isoDate('1968-01-01'), { proleptic: true })).not.toHaveProperty('proleptic')
  })
})

describe('what it refuses', () => {
  it('refuses days before 1968, when the civil calendar ran on UTC+8', () => {
    const error = thrownBy(() => toLunar(isoDate('1967-12-31')))
    expect(isMotcuaError(error, 'calendar/lunar-gap') && error.data).toEqual({
      year: 1967,
      covered: '1968–2100',
    })
    expect(
      isMotcuaError(
        thrownBy(() => toSolar(lunar(1967, 11, 1))),
        'calendar/lunar-gap',
      ),
    ).toBe(true)
    expect(
      isMotcuaError(
        thrownBy(() => toSolar(lunar(1950, 1, 1))),
        'calendar/lunar-gap',
      ),
    ).toBe(true)
  })
  it('refuses years outside the table even when carried back', () => {
    for (const act of [
      () => toLunar(isoDate('1900-01-30'), { proleptic: true }),
      () => toLunar(isoDate('2101-02-01')),
      () => toSolar(lunar(1899, 12, 1), { proleptic: true }),
      () => toSolar(lunar(2101, 1, 1)),
    ]) {
      expect(isMotcuaError(thrownBy(act), 'calendar/lunar-gap')).toBe(true)
    }
  })
  it.each([
    ['a leap month that the year does not have', lunar(2026, 3, 1, true)],
    ['a thirtieth day of a short month', lunar(2026, 1, 31)],
    ['day 0', lunar(2026, 1, 0)],
    ['half a day', lunar(2026, 1, 1.5)],
    ['month 13', lunar(2026, 13, 1)],
    ['month 0', lunar(2026, 0, 1)],
  ])('refuses %s', (_, date) => {
    expect(
      isMotcuaError(
        thrownBy(() => toSolar(date)),
        'calendar/no-such-lunar-day',
      ),
    ).toBe(true)
  })
  it('refuses text that is no day', () => {
    expect(
      isMotcuaError(
        thrownBy(() => toLunar('2026-02-30' as IsoDate)),
        'date/invalid-date',
      ),
    ).toBe(true)
  })
})

describe('edges', () => {
  it('serves the lunar months that were running when 1968 began', () => {
    expect(toLunar(isoDate('1968-01-01'))).toEqual(lunar(1967, 12, 2))
    expect(toLunar(isoDate('1968-01-29'))).toEqual(lunar(1968, 1, 1))
  })
  it('goes there and back for every day from 1968 to the end of the lunar year 2100', () => {
    let previous: LunarDate | undefined
    let date = isoDate('1968-01-01')
    let count = 0
    for (; date <= '2101-01-28'; date = addDays(date, 1)) {
      const there = toLunar(date)
      if (toSolar(there) !== date) expect(toSolar(there)).toBe(date)
      const isNext = previous === undefined || there.day === 1 || there.day === previous.day + 1
      if (!isNext) expect(there).toEqual(previous)
      previous = there
      count += 1
    }
    expect(count).toBe(48_606)
    expect(toLunar(isoDate('2101-01-28'))).toEqual(lunar(2100, 12, 29))
  })
  it('goes there and back for carried-back days', () => {
    const days = fc
      .integer({ min: FIRST_LUNAR_DAY, max: toDayNumber(isoDate('1967-12-31')) })
      .map(fromDayNumber)
    fc.assert(
      fc.property(days, (date) => toSolar(toLunar(date, { proleptic: true }), { proleptic: true }) === date),
    )
  })
})

describe('the table', () => {
  it('has the checksum it was published with', () => {
    const text = `${FIRST_LUNAR_YEAR}:${FIRST_LUNAR_DAY}:${LUNAR_YEARS}`
    expect(createHash('sha256').update(text).digest('hex')).toBe(LUNAR_TABLE_SHA256)
    expect(LUNAR_YEARS).toMatch(/^[0-9a-f]+$/)
    expect(LUNAR_YEARS).toHaveLength((LAST_LUNAR_YEAR - FIRST_LUNAR_YEAR + 1) * 5)
  })

  const months = findSkyMonths(sky, 7)
  it('agrees with the positions of the sun and the moon in every month of 1968 to 2100', () => {
    expect(months).toHaveLength(1645)
    const disagreements = months.filter(({ startDay, days, year, month, leap }) => {
      const first = toLunar(fromDayNumber(startDay))
      const last = toLunar(fromDayNumber(startDay + days - 1))
      const isSame = (own: LunarDate, day: number) =>
        own.year === year && own.month === month && own.leap === leap && own.day === day
      return !isSame(first, 1) || !isSame(last, days)
    })
    expect(disagreements).toEqual([])
  })
  it('stands on a new moon within a minute of midnight in these months after 2050, and in no other', () => {
    const close = months.filter(({ startDay, secondsFromMidnight }) => {
      return startDay > toDayNumber(isoDate('2050-12-31')) && Math.abs(secondsFromMidnight) <= 60
    })
    expect(close.map(({ startDay }) => fromDayNumber(startDay))).toEqual([
      '2054-05-08',
      '2077-11-15',
      '2085-10-18',
    ])
  })
})

describe('what it must not touch', () => {
  /** First day of the Chinese year as ICU computes it (UTC+8). */
  const chineseNewYear = (year: number): IsoDate => {
    const format = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    })
    for (let day = Date.UTC(year, 0, 20); ; day += 86_400_000) {
      const parts = format.formatToParts(day)
      const read = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
      if (read('month') === '1' && read('day') === '1') return fromEpochMs(day).slice(0, 10) as IsoDate
    }
  }
  it.each([
    [1968, '1968-01-29', '1968-01-30'],
    [1969, '1969-02-16', '1969-02-17'],
    [1985, '1985-01-21', '1985-02-20'],
    [2007, '2007-02-17', '2007-02-18'],
  ])('is not the Chinese calendar: Tết of %i is %s, in China %s', (year, tet, chinese) => {
    expect(toSolar(lunar(year, 1, 1))).toBe(tet)
    expect(chineseNewYear(year)).toBe(chinese)
  })
  it('parts from the same sky seen at UTC+8 in these years', () => {
    const chineseMonths = findSkyMonths(sky, 8)
    const newYears = chineseMonths.filter(({ month, leap }) => month === 1 && !leap)
    const other = newYears.filter(
      ({ year, startDay }) => toSolar(lunar(year, 1, 1)) !== fromDayNumber(startDay),
    )
    expect(other.map(({ year }) => year)).toEqual([1968, 1969, 1985, 2007, 2030, 2053])
    const days = chineseMonths.filter(({ startDay, year, month, leap }) => {
      const own = toLunar(fromDayNumber(startDay))
      return own.year !== year || own.month !== month || own.leap !== leap || own.day !== 1
    })
    expect(days.length).toBeGreaterThan(50)
  })
  it('gives the same days whatever zone the process is in', () => {
    const before = process.env.TZ
    const answers = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati'].map((zone) => {
      process.env.TZ = zone
      return JSON.stringify([
        toLunar(isoDate('2007-02-17')),
        toSolar(lunar(2007, 1, 1)),
        toLunar(isoDate('1985-01-21')),
      ])
    })
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
    expect(new Set(answers).size).toBe(1)
  })
})
