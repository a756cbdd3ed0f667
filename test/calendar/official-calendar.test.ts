import { readFileSync } from 'node:fs'
import { isMotcuaError, isoDate, toWeekday } from 'motcua'
import {
  addNotice,
  buildWorkingCalendar,
  explainDay,
  explainYear,
  type Notice,
  type OfficialCalendar,
  vietnamCalendar,
} from 'motcua/calendar'
import { describe, expect, it } from 'vitest'

interface Judge {
  readonly years: Readonly<
    Record<string, { weekdaysOff: string[]; weekendsWorked: string[]; notices: string[]; status: string }>
  >
}
const judge: Judge = JSON.parse(
  readFileSync(new URL('../vectors/calendar/civil-service-2018-2026.json', import.meta.url), 'utf8'),
)
const calendar = buildWorkingCalendar()
const day = (text: string) => explainDay(calendar, isoDate(text))
const kindsOf = (year: number) =>
  explainYear(calendar, year).weekdaysOff.map(({ date, kind }) => `${date.slice(5)} ${kind}`)

/** A notice cut down to what only the Prime Minister decides: Tết, the second National Day day, swaps. */
function onlyDecisions(notice: Notice): Notice {
  const isDecided = ({ holiday, date }: { holiday?: string; date: string }): boolean =>
    holiday === 'tet' || (holiday === 'national-day' && !date.endsWith('-09-02'))
  return { ...notice, daysOff: notice.daysOff.filter(isDecided) }
}

describe('what it gives', () => {
  it.each(Object.keys(judge.years).map(Number))(
    'gives every weekday off and weekend worked of %i',
    (year) => {
      const { weekdaysOff, weekendsWorked, provisional, missing } = explainYear(calendar, year)
      expect(weekdaysOff.map(({ date }) => date)).toEqual(judge.years[year]?.weekdaysOff)
      expect(weekendsWorked.map(({ date }) => date)).toEqual(judge.years[year]?.weekendsWorked)
      expect([provisional, missing]).toEqual([false, []])
    },
  )
  it('reproduces every official day of 2018 to 2026 from the Labour Code and the decisions alone', () => {
    const derived = buildWorkingCalendar({
      official: { ...vietnamCalendar, notices: vietnamCalendar.notices.map(onlyDecisions) },
    })
    for (const year of Object.keys(judge.years).map(Number)) {
      const listed = explainYear(calendar, year)
      const computed = explainYear(derived, year)
      const bare = ({ date, kind }: { date: string; kind: string }) => [date, kind]
      expect(computed.weekdaysOff.map(bare)).toEqual(listed.weekdaysOff.map(bare))
      expect(computed.weekendsWorked.map(bare)).toEqual(listed.weekendsWorked.map(bare))
    }
  })
  it('names for each day of 2021 to 2026 only documents that the facts name for that year', () => {
    for (const year of [2021, 2022, 2023, 2024, 2025, 2026]) {
      const documents = judge.years[year]?.notices ?? []
      const { weekdaysOff, weekendsWorked } = explainYear(calendar, year)
      for (const { date, source } of [...weekdaysOff, ...weekendsWorked]) {
        for (const number of source.split('; ')) {
          expect(
            documents.some((named) => named.includes(number)),
            `${date} ${number}`,
          ).toBe(true)
        }
      }
    }
  })
  it('marks as unverified what no notice at hand confirms: the Tết of 2018 and 2019, and 2020', () => {
    const unverified = [2018, 2019, 2020].flatMap((year) =>
      explainYear(calendar, year).weekdaysOff.filter(({ source }) => source === 'unverified'),
    )
    expect(unverified.map(({ date }) => date)).toEqual([
      ...['2018-02-14', '2018-02-15', '2018-02-16', '2018-02-19', '2018-02-20'],
      ...['2019-02-04', '2019-02-05', '2019-02-06', '2019-02-07', '2019-02-08'],
      ...(judge.years[2020]?.weekdaysOff ?? []),
    ])
    for (const year of [2021, 2022, 2023, 2024, 2025, 2026]) {
      expect(explainYear(calendar, year).weekdaysOff.every(({ source }) => source !== 'unverified')).toBe(
        true,
      )
    }
  })
  it('tells holidays, substitutes and swaps of 2023 apart (Labour Code 2019 art. 111(3), 112)', () => {
    expect(kindsOf(2023)).toEqual([
      '01-02 substitute-day',
      '01-20 public-holiday',
      '01-23 public-holiday',
      '01-24 public-holiday',
      '01-25 substitute-day',
      '01-26 substitute-day',
      '05-01 public-holiday',
      '05-02 substitute-day',
      '05-03 substitute-day',
      '09-01 public-holiday',
      '09-04 substitute-day',
    ])
  })
  it('tells them apart in 2026, swaps by the document that ordered each', () => {
    expect(kindsOf(2026).filter((line) => !line.endsWith('public-holiday'))).toEqual([
      '01-02 swapped-off',
      '04-27 substitute-day',
      '08-31 swapped-off',
    ])
    expect(day('2026-08-22')).toMatchObject({ counted: true, kind: 'swapped-worked', source: '9441/TB-BNV' })
    expect(day('2026-01-10')).toMatchObject({
      counted: true,
      kind: 'swapped-worked',
      source: '12729/VPCP-KGVX',
    })
  })
  it('joins the swap of 31/12/2018 to the Saturday of the next year (6519/VPCP-KGVX)', () => {
    expect(day('2018-12-31')).toMatchObject({ kind: 'swapped-off', source: '6519/VPCP-KGVX' })
    expect(day('2019-01-05')).toMatchObject({ kind: 'swapped-worked', source: '6519/VPCP-KGVX' })
  })
  it('names both documents that carry the swap of 2024', () => {
    expect(day('2024-04-29')).toMatchObject({
      kind: 'swapped-off',
      source: '2450/VPCP-KGVX; 1570/TB-LĐTBXH',
      name: { vi: 'Nghỉ hoán đổi, làm bù ngày 4/5/2024' },
    })
  })
  it('grants National Day one day until 2020 and two from 2021 (Labour Code 2019 art. 112(1)(đ))', () => {
    const nationalDays = (year: number) =>
      [...calendar.officialDays.values()].filter(
        (own) => own.holiday === 'national-day' && own.date.startsWith(String(year)),
      ).length
    expect([2018, 2019, 2020, 2021, 2022, 2026].map(nationalDays)).toEqual([1, 1, 1, 2, 2, 2])
  })
  it('grants 24/11 from 1/7/2026 and never makes it up (Resolution 28/2026/QH16 art. 2)', () => {
    expect(day('2025-11-24').kind).toBe('working')
    expect(day('2026-11-24')).toMatchObject({ kind: 'public-holiday', source: '28/2026/QH16' })
    const settled = addNotice(vietnamCalendar, { number: '1/TB-VD', settles: [2029], daysOff: [], swaps: [] })
    const later = buildWorkingCalendar({ official: settled })
    // 24/11/2029 is a Saturday: Monday the 26th stays a working day.
    expect(explainDay(later, isoDate('2029-11-24')).kind).toBe('public-holiday')
    expect(explainDay(later, isoDate('2029-11-26')).kind).toBe('working')
  })
  it('says in words which article and which notice a day rests on', () => {
    expect(day('2026-02-17')).toMatchObject({
      name: { vi: 'Tết Âm lịch (mùng 1)', en: 'Lunar New Year (Tết), lunar 1/1' },
      basis: {
        vi: 'Văn bản 9441/TB-BNV; Bộ luật Lao động 2019, Điều 112 khoản 1 điểm b',
        en: 'Notice 9441/TB-BNV; Labour Code 2019, art. 112(1)(b)',
      },
    })
    expect(day('2026-04-30').basis.en).toBe(
      'Notice 9441/TB-BNV; Labour Code 2019, art. 112(1)(c); Notice 3383/BNV-CVL',
    )
    expect(day('2018-09-03').basis.en).toContain('Labour Code 2012, art. 115(3)')
  })
})

describe('provisional years', () => {
  it.each([2027, 2028])('computes %i from the rules and says what is missing', (year) => {
    const { provisional, missing, weekdaysOff } = explainYear(calendar, year)
    expect(provisional).toBe(true)
    expect(missing).toEqual(['tet-span', 'second-national-day', 'swaps'])
    expect(weekdaysOff.every((own) => own.provisional && own.source.includes('/QH'))).toBe(true)
    expect(day(`${year}-07-01`).provisional).toBe(true)
  })
  it('has the certain days of 2027: Tết is 6/2, the day of the Hùng Kings 16/4', () => {
    expect(kindsOf(2027)).toEqual([
      '01-01 public-holiday',
      '02-05 public-holiday',
      '02-08 public-holiday',
      '02-09 substitute-day',
      '02-10 substitute-day',
      '04-16 public-holiday',
      '04-30 public-holiday',
      '05-03 substitute-day',
      '09-02 public-holiday',
      '11-24 public-holiday',
    ])
  })
  it('marks off exactly the days that every lawful decision has off', () => {
    for (const [year, newYear] of [
      [2027, '2027-02-06'],
      [2028, '2028-01-26'],
    ] as const) {
      const sets = [1, 2].flatMap((daysBefore) =>
        [-1, 1].map((neighbour) => {
          const first = Date.parse(newYear) / 86_400_000 - daysBefore
          const at = (dayNumber: number) =>
            isoDate(new Date(dayNumber * 86_400_000).toISOString().slice(0, 10))
          const tet = [0, 1, 2, 3, 4].map((step) => ({ date: at(first + step), holiday: 'tet' }))
          const second = {
            date: at(Date.parse(`${year}-09-02`) / 86_400_000 + neighbour),
            holiday: 'national-day',
          }
          const notice = { number: '1/TB-VD', settles: [year], daysOff: [...tet, second], swaps: [] }
          const decided = buildWorkingCalendar({ official: addNotice(vietnamCalendar, notice) })
          return new Set(explainYear(decided, year).weekdaysOff.map(({ date }) => date))
        }),
      )
      const certain = [...(sets[0] ?? [])].filter((date) => sets.every((set) => set.has(date)))
      expect(explainYear(calendar, year).weekdaysOff.map(({ date }) => date)).toEqual(certain)
    }
  })
  it('is settled by a notice, which moves the two provisional years on', () => {
    const notice: Notice = {
      number: '1/TB-VD',
      settles: [2027],
      daysOff: ['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08']
        .map((date) => ({ date: isoDate(date), holiday: 'tet' }))
        .concat([{ date: isoDate('2027-09-03'), holiday: 'national-day' }]),
      swaps: [],
    }
    const settled = buildWorkingCalendar({ official: addNotice(vietnamCalendar, notice) })
    const year = explainYear(settled, 2027)
    expect([year.provisional, year.missing]).toEqual([false, []])
    expect(
      year.weekdaysOff.filter(({ date }) => date.startsWith('2027-02')).map(({ date, kind }) => [date, kind]),
    ).toEqual([
      ['2027-02-04', 'public-holiday'],
      ['2027-02-05', 'public-holiday'],
      ['2027-02-08', 'public-holiday'],
      ['2027-02-09', 'substitute-day'],
      ['2027-02-10', 'substitute-day'],
    ])
    expect(settled.provisionalYears).toEqual([2028, 2029])
    expect(settled.covered).toBe('2018–2029')
    expect(settled.hash).not.toBe(calendar.hash)
  })
  it('stays provisional with a notice that fixes Tết but settles no year, and says less is missing', () => {
    const tet = {
      number: '1/TB-VD',
      settles: [],
      daysOff: [{ date: isoDate('2027-02-04'), holiday: 'tet' }],
      swaps: [],
    }
    const partly = buildWorkingCalendar({ official: addNotice(vietnamCalendar, tet) })
    expect(explainYear(partly, 2027)).toMatchObject({
      provisional: true,
      missing: ['second-national-day', 'swaps'],
    })
  })
})

describe('what it refuses', () => {
  const gapOf = (act: () => unknown) => {
    try {
      act()
    } catch (error) {
      return isMotcuaError(error, 'calendar/gap') ? error.data : error
    }
    return undefined
  }
  it('refuses a year beyond the provisional ones, and one before the first', () => {
    expect(gapOf(() => explainYear(calendar, 2029))).toEqual({ year: 2029, covered: '2018–2028' })
    expect(gapOf(() => explainDay(calendar, isoDate('2035-06-01')))).toEqual({
      year: 2035,
      covered: '2018–2028',
    })
    expect(gapOf(() => explainDay(calendar, isoDate('2017-12-31')))).toEqual({
      year: 2017,
      covered: '2018–2028',
    })
  })
  it('knows the years of a calendar of listed dates and nothing else, not even between them', () => {
    const listed: OfficialCalendar = {
      id: 'listed',
      name: { vi: 'Lịch liệt kê', en: 'Listed dates' },
      rules: [],
      provisionalYears: 2,
      notices: [
        { number: '1/TB-VD', settles: [2031], daysOff: [{ date: isoDate('2031-01-01') }], swaps: [] },
        { number: '2/TB-VD', settles: [2033], daysOff: [], swaps: [{ worked: isoDate('2033-01-08') }] },
      ],
    }
    const own = buildWorkingCalendar({ official: listed })
    expect(own.covered).toBe('2031, 2033')
    expect(explainDay(own, isoDate('2031-01-01'))).toMatchObject({ kind: 'announced-off', source: '1/TB-VD' })
    // No rule, no holiday: 30/4 is an ordinary Wednesday here.
    expect(explainDay(own, isoDate('2031-04-30')).kind).toBe('working')
    expect(explainDay(own, isoDate('2033-01-08'))).toMatchObject({ kind: 'swapped-worked', counted: true })
    expect(gapOf(() => explainDay(own, isoDate('2032-06-01')))).toEqual({ year: 2032, covered: '2031, 2033' })
    expect(gapOf(() => explainDay(own, isoDate('2034-01-01')))).toEqual({ year: 2034, covered: '2031, 2033' })
  })
  it('refuses a calendar without years, and years that no lunar table serves', () => {
    const empty = { ...vietnamCalendar, notices: [] }
    expect(() => buildWorkingCalendar({ official: empty })).toThrow(/covers no year/)
    const far = addNotice(vietnamCalendar, { number: '1/TB-VD', settles: [2500], daysOff: [], swaps: [] })
    expect(() => buildWorkingCalendar({ official: far })).toThrow(/notices\[\d+\]\.settles/)
  })
  it('refuses a notice with something that is no day', () => {
    const wrong = addNotice(vietnamCalendar, {
      number: '1/TB-VD',
      settles: [],
      daysOff: [{ date: 'tomorrow' as never }],
      swaps: [],
    })
    expect(() => buildWorkingCalendar({ official: wrong })).toThrow(/wrong value at notices/)
  })
})

describe('edges', () => {
  it('lets a later notice replace what an earlier one said of a day, and take a day back', () => {
    const replaced = addNotice(vietnamCalendar, {
      number: '1/TB-VD',
      settles: [],
      daysOff: [{ date: isoDate('2026-08-31'), name: { vi: 'Nghỉ khác', en: 'Another day off' } }],
      swaps: [],
      withdrawn: [isoDate('2026-08-22'), isoDate('2026-11-24')],
    })
    const own = buildWorkingCalendar({ official: replaced })
    expect(explainDay(own, isoDate('2026-08-31'))).toMatchObject({ kind: 'announced-off', source: '1/TB-VD' })
    expect(explainDay(own, isoDate('2026-08-22')).kind).toBe('weekend')
    expect(explainDay(own, isoDate('2026-11-24')).kind).toBe('working')
  })
  it('leaves a holiday on a weekend a holiday, not worked', () => {
    expect(toWeekday(isoDate('2026-04-26'))).toBe(7)
    expect(day('2026-04-26')).toMatchObject({ kind: 'public-holiday', counted: false })
  })
  it('moves the substitute of a notice with the notice', () => {
    const moved = addNotice(vietnamCalendar, {
      number: '1/TB-VD',
      settles: [2027],
      daysOff: [{ date: isoDate('2027-05-04'), substituteFor: isoDate('2027-05-01') }],
      swaps: [],
    })
    const own = buildWorkingCalendar({ official: moved })
    expect(explainDay(own, isoDate('2027-05-03')).kind).toBe('working')
    expect(explainDay(own, isoDate('2027-05-04'))).toMatchObject({
      kind: 'substitute-day',
      source: '1/TB-VD',
    })
  })
})

describe('what it must not touch', () => {
  it('leaves the calendar handed in as it was', () => {
    const before = JSON.stringify(vietnamCalendar)
    addNotice(vietnamCalendar, { number: '1/TB-VD', settles: [2027], daysOff: [], swaps: [] })
    expect(JSON.stringify(vietnamCalendar)).toBe(before)
  })
  it('gives two calendars of one process their own answers', () => {
    const other = addNotice(vietnamCalendar, {
      number: '1/TB-VD',
      settles: [],
      daysOff: [{ date: isoDate('2026-07-01') }],
      swaps: [],
    })
    const otherCalendar = buildWorkingCalendar({ official: other })
    expect(explainDay(otherCalendar, isoDate('2026-07-01')).counted).toBe(false)
    expect(day('2026-07-01').counted).toBe(true)
  })
})
