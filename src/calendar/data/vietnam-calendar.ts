/**
 * The civil service calendar of Viet Nam, 2018 to 2026.
 *
 * Rules are of the Labour Codes of 2012 and 2019 and of the National Assembly's resolution on culture; days are
 * of the notices named. What no notice at hand confirms stands under `unverified`: all of 2020, and the Tết of
 * 2018 and 2019.
 *
 * @module
 */
import { type IsoDate, isoDate } from '../../date.ts'
import type { LocalizedText } from '../../errors.ts'
import type { DaySwap, HolidayRule, Notice, NoticeDayOff, OfficialCalendar } from '../official-calendar.ts'

/** A statutory holiday under one act; the act's number is its source. */
interface Act {
  readonly number: string
  readonly validFrom: IsoDate
  readonly validTo?: IsoDate
  readonly cite: (clause: string) => LocalizedText
  readonly substitution: LocalizedText
}

const labourCode2012: Act = {
  number: '10/2012/QH13',
  validFrom: isoDate('2013-05-01'),
  validTo: isoDate('2020-12-31'),
  cite: (clause) => ({
    vi: `Bộ luật Lao động 2012, Điều 115 khoản 1 điểm ${clause}`,
    en: `Labour Code 2012, art. 115(1)(${clause})`,
  }),
  substitution: {
    vi: 'nghỉ bù khi trùng ngày nghỉ hằng tuần (Bộ luật Lao động 2012, Điều 115 khoản 3)',
    en: 'made up when it falls on a weekly day of rest (Labour Code 2012, art. 115(3))',
  },
}

const labourCode2019: Act = {
  number: '45/2019/QH14',
  validFrom: isoDate('2021-01-01'),
  cite: (clause) => ({
    vi: `Bộ luật Lao động 2019, Điều 112 khoản 1 điểm ${clause}`,
    en: `Labour Code 2019, art. 112(1)(${clause})`,
  }),
  substitution: {
    vi: 'nghỉ bù khi trùng ngày nghỉ hằng tuần (Bộ luật Lao động 2019, Điều 111 khoản 3)',
    en: 'made up when it falls on a weekly day of rest (Labour Code 2019, art. 111(3))',
  },
}

/** One holiday of clause 1, without the act. */
type Clause = Pick<HolidayRule, 'holiday' | 'name' | 'on' | 'days' | 'leavesOpen'> & {
  readonly point: string
}

const solar = (month: number, day: number) => ({ calendar: 'solar', month, day }) as const
const lunar = (month: number, day: number) => ({ calendar: 'lunar', month, day }) as const

/** The six holidays that both Codes grant; National Day grew to two days with the second. */
function clausesWith(nationalDays: 1 | 2): readonly Clause[] {
  return [
    {
      point: 'a',
      holiday: 'new-year',
      name: { vi: 'Tết Dương lịch', en: "New Year's Day" },
      on: solar(1, 1),
      days: 1,
      leavesOpen: 'nothing',
    },
    {
      point: 'b',
      holiday: 'tet',
      name: { vi: 'Tết Âm lịch', en: 'Lunar New Year (Tết)' },
      on: lunar(1, 1),
      days: 5,
      leavesOpen: 'span',
    },
    {
      point: 'c',
      holiday: 'victory-day',
      name: { vi: 'Ngày Chiến thắng', en: 'Victory Day' },
      on: solar(4, 30),
      days: 1,
      leavesOpen: 'nothing',
    },
    {
      point: 'd',
      holiday: 'labour-day',
      name: { vi: 'Ngày Quốc tế lao động', en: 'International Labour Day' },
      on: solar(5, 1),
      days: 1,
      leavesOpen: 'nothing',
    },
    {
      point: 'đ',
      holiday: 'national-day',
      name: { vi: 'Quốc khánh', en: 'National Day' },
      on: solar(9, 2),
      days: nationalDays,
      leavesOpen: nationalDays === 2 ? 'adjacent-day' : 'nothing',
    },
    {
      point: 'e',
      holiday: 'hung-kings',
      name: { vi: 'Giỗ Tổ Hùng Vương', en: "Hùng Kings' Commemoration" },
      on: lunar(3, 10),
      days: 1,
      leavesOpen: 'nothing',
    },
  ]
}

/** The rules of one Code. */
function rulesOf(act: Act, clauses: readonly Clause[]): readonly HolidayRule[] {
  const { validFrom, validTo } = act
  return clauses.map(({ point, ...clause }) => ({
    ...clause,
    substitution: act.substitution,
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
    source: act.number,
    basis: act.cite(point),
  }))
}

/** Outside article 112(1), so the make-up of article 111(3) does not reach it. */
const cultureDay: HolidayRule = {
  holiday: 'culture-day',
  name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' },
  on: solar(11, 24),
  days: 1,
  leavesOpen: 'nothing',
  validFrom: isoDate('2026-07-01'),
  source: '28/2026/QH16',
  basis: { vi: 'Nghị quyết 28/2026/QH16, Điều 2', en: 'Resolution 28/2026/QH16, art. 2' },
}

/** Days of one holiday, `MM-DD` in a year. */
const on = (year: number, holiday: string, ...days: readonly string[]): readonly NoticeDayOff[] =>
  days.map((day) => ({ date: isoDate(`${year}-${day}`), holiday }))

/** A substitute day and the day of rest it makes up for. */
const instead = (year: number, day: string, of: string): NoticeDayOff => ({
  date: isoDate(`${year}-${day}`),
  substituteFor: isoDate(`${year}-${of}`),
})

const swap = (off: string, worked: string): DaySwap => ({ off: isoDate(off), worked: isoDate(worked) })

/** What the notices said, in the order of issue. Where two documents carry a matter, both do. */
const notices: readonly Notice[] = [
  {
    number: 'unverified',
    settles: [2018, 2019],
    daysOff: [
      ...on(2018, 'tet', '02-14', '02-15', '02-16', '02-17', '02-18'),
      instead(2018, '02-19', '02-17'),
      instead(2018, '02-20', '02-18'),
      ...on(2019, 'tet', '02-04', '02-05', '02-06', '02-07', '02-08'),
    ],
    swaps: [],
  },
  {
    number: '6519/VPCP-KGVX',
    settles: [],
    daysOff: [],
    swaps: [swap('2018-12-31', '2019-01-05'), swap('2019-04-29', '2019-05-04')],
  },
  {
    number: 'unverified',
    settles: [2020],
    daysOff: [
      ...on(2020, 'new-year', '01-01'),
      ...on(2020, 'tet', '01-23', '01-24', '01-25', '01-26', '01-27'),
      instead(2020, '01-28', '01-25'),
      instead(2020, '01-29', '01-26'),
      ...on(2020, 'hung-kings', '04-02'),
      ...on(2020, 'victory-day', '04-30'),
      ...on(2020, 'labour-day', '05-01'),
      ...on(2020, 'national-day', '09-02'),
    ],
    swaps: [],
  },
  {
    number: '4875/TB-LĐTBXH',
    settles: [2021],
    daysOff: [
      ...on(2021, 'new-year', '01-01'),
      ...on(2021, 'tet', '02-10', '02-11', '02-12', '02-13', '02-14'),
      instead(2021, '02-15', '02-13'),
      instead(2021, '02-16', '02-14'),
      ...on(2021, 'hung-kings', '04-21'),
      ...on(2021, 'victory-day', '04-30'),
      ...on(2021, 'labour-day', '05-01'),
      instead(2021, '05-03', '05-01'),
      ...on(2021, 'national-day', '09-02', '09-03'),
    ],
    swaps: [],
  },
  {
    number: '119/TB-LĐTBXH',
    settles: [2022],
    daysOff: [
      ...on(2022, 'new-year', '01-01'),
      instead(2022, '01-03', '01-01'),
      ...on(2022, 'tet', '01-31', '02-01', '02-02', '02-03', '02-04'),
      ...on(2022, 'hung-kings', '04-10'),
      instead(2022, '04-11', '04-10'),
      ...on(2022, 'victory-day', '04-30'),
      ...on(2022, 'labour-day', '05-01'),
      instead(2022, '05-02', '04-30'),
      instead(2022, '05-03', '05-01'),
      ...on(2022, 'national-day', '09-01', '09-02'),
    ],
    swaps: [],
  },
  {
    number: '5034/TB-LĐTBXH',
    settles: [2023],
    daysOff: [
      ...on(2023, 'new-year', '01-01'),
      instead(2023, '01-02', '01-01'),
      ...on(2023, 'tet', '01-20', '01-21', '01-22', '01-23', '01-24'),
      instead(2023, '01-25', '01-21'),
      instead(2023, '01-26', '01-22'),
      ...on(2023, 'hung-kings', '04-29'),
      ...on(2023, 'victory-day', '04-30'),
      ...on(2023, 'labour-day', '05-01'),
      instead(2023, '05-02', '04-29'),
      instead(2023, '05-03', '04-30'),
      ...on(2023, 'national-day', '09-01', '09-02'),
      instead(2023, '09-04', '09-02'),
    ],
    swaps: [],
  },
  {
    number: '5015/TB-LĐTBXH',
    settles: [2024],
    daysOff: [
      ...on(2024, 'new-year', '01-01'),
      ...on(2024, 'tet', '02-08', '02-09', '02-10', '02-11', '02-12'),
      instead(2024, '02-13', '02-10'),
      instead(2024, '02-14', '02-11'),
      ...on(2024, 'hung-kings', '04-18'),
      ...on(2024, 'victory-day', '04-30'),
      ...on(2024, 'labour-day', '05-01'),
      ...on(2024, 'national-day', '09-02', '09-03'),
    ],
    swaps: [],
  },
  { number: '2450/VPCP-KGVX', settles: [], daysOff: [], swaps: [swap('2024-04-29', '2024-05-04')] },
  { number: '1570/TB-LĐTBXH', settles: [], daysOff: [], swaps: [swap('2024-04-29', '2024-05-04')] },
  { number: '8726/VPCP-KGVX', settles: [], daysOff: [], swaps: [swap('2025-05-02', '2025-04-26')] },
  {
    number: '6150/TB-BLĐTBXH',
    settles: [2025],
    daysOff: [
      ...on(2025, 'new-year', '01-01'),
      ...on(2025, 'tet', '01-27', '01-28', '01-29', '01-30', '01-31'),
      ...on(2025, 'hung-kings', '04-07'),
      ...on(2025, 'victory-day', '04-30'),
      ...on(2025, 'labour-day', '05-01'),
      ...on(2025, 'national-day', '09-01', '09-02'),
    ],
    swaps: [swap('2025-05-02', '2025-04-26')],
  },
  {
    number: '9441/TB-BNV',
    settles: [2026],
    daysOff: [
      ...on(2026, 'new-year', '01-01'),
      ...on(2026, 'tet', '02-16', '02-17', '02-18', '02-19', '02-20'),
      ...on(2026, 'hung-kings', '04-26'),
      instead(2026, '04-27', '04-26'),
      ...on(2026, 'victory-day', '04-30'),
      ...on(2026, 'labour-day', '05-01'),
      ...on(2026, 'national-day', '09-01', '09-02'),
    ],
    swaps: [swap('2026-08-31', '2026-08-22')],
  },
  { number: '12729/VPCP-KGVX', settles: [], daysOff: [], swaps: [swap('2026-01-02', '2026-01-10')] },
  {
    // No swap around 30 April: the document confirms these days as they are.
    number: '3383/BNV-CVL',
    settles: [],
    daysOff: [...on(2026, 'victory-day', '04-30'), ...on(2026, 'labour-day', '05-01')],
    swaps: [],
  },
]

/**
 * The calendar that state agencies of Viet Nam keep: settled 2018 to 2026, provisional for two years more.
 *
 * Labour Code 2019 art. 111(3) and 112 (art. 115 of the Code of 2012 before 2021), Resolution 28/2026/QH16
 * art. 2 from 2026-07-01, and the yearly notices.
 */
export const vietnamCalendar: OfficialCalendar = {
  id: 'vn-civil-service',
  name: { vi: 'Lịch làm việc của công chức, viên chức Việt Nam', en: 'Civil service calendar of Viet Nam' },
  rules: [...rulesOf(labourCode2012, clausesWith(1)), ...rulesOf(labourCode2019, clausesWith(2)), cultureDay],
  notices,
  provisionalYears: 2,
}
