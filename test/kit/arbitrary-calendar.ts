/** Random calendars of listed dates and random offices, for properties. All names in them are invented. */
import fc from 'fast-check'
import { addDays, type IsoDate, isoDate, toWeekday } from 'motcua'
import type { Office, OfficialCalendar, OpenHours, WeekdayName } from 'motcua/calendar'

export const FIRST_YEAR = 2030
export const LAST_YEAR = 2031
const dayCount = 730

/** A day of the two years. */
export const someDay = fc
  .integer({ min: 0, max: dayCount - 1 })
  .map((day): IsoDate => addDays(isoDate(`${FIRST_YEAR}-01-01`), day))

/** A day with room for a search on both sides. */
export const someMiddleDay = fc
  .integer({ min: 200, max: dayCount - 200 })
  .map((day): IsoDate => addDays(isoDate(`${FIRST_YEAR}-01-01`), day))

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Zero to three intervals, in order and apart; midnight at both ends included. */
export const someHours: fc.Arbitrary<readonly OpenHours[]> = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 420, 690, 810, 1020, 1440)), {
    maxLength: 6,
  })
  .map((edges) => {
    const sorted = [...edges].sort((a, b) => a - b)
    return Array.from(
      { length: Math.floor(sorted.length / 2) },
      (_, index): OpenHours => [clock(sorted[index * 2] ?? 0), clock(sorted[index * 2 + 1] ?? 0)],
    )
  })

const filledHours = someHours.filter((hours) => hours.length > 0)
const weekdays: readonly WeekdayName[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]

const someWeek = fc.record(
  Object.fromEntries(weekdays.map((weekday) => [weekday, someHours])) as Record<
    WeekdayName,
    typeof someHours
  >,
  { requiredKeys: ['monday', 'wednesday'] },
)

const someUncounted = fc.option(fc.subarray([...weekdays], { maxLength: 2 }), { nil: undefined, freq: 2 })

/** Leaves out what is undefined, as the types want it. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

/** An office without others inside it, with at least one long week so that every search ends. */
const someSimpleOffice: fc.Arbitrary<Office> = fc
  .record({
    first: fc.record({ weekly: someWeek, uncounted: someUncounted }),
    later: fc.uniqueArray(fc.record({ validFrom: someDay, weekly: someWeek, uncounted: someUncounted }), {
      maxLength: 2,
      selector: ({ validFrom }) => validFrom,
    }),
    shifts: fc.uniqueArray(
      fc.record({
        date: someDay,
        hours: someHours,
        counted: maybe(fc.boolean()),
        onDaysOff: maybe(fc.boolean()),
      }),
      { maxLength: 12, selector: ({ date }) => date },
    ),
    closures: fc.array(
      fc.record({ from: someDay, length: fc.integer({ min: 0, max: 9 }), hours: maybe(filledHours) }),
      { maxLength: 6 },
    ),
  })
  .map(({ first, later, shifts, closures }) => ({
    id: 'random',
    name: { vi: 'Cơ quan ví dụ', en: 'Invented office' },
    zone: 'Asia/Ho_Chi_Minh' as const,
    schedules: [first, ...later.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))].map((schedule) =>
      compact({ ...schedule, weekly: { ...schedule.weekly, monday: [['08:00', '16:00'] as const] } }),
    ),
    shifts: shifts.map(compact),
    closures: closures.map(({ from, length, hours }) =>
      compact({ from, to: addDays(from, length), hours, name: { vi: 'Đóng cửa', en: 'Closed' } }),
    ),
  })) as fc.Arbitrary<Office>

/** Any office, sometimes an intersection. */
export const someOffice: fc.Arbitrary<Office> = fc
  .tuple(someSimpleOffice, fc.option(someSimpleOffice, { nil: undefined, freq: 3 }))
  .map(([office, within]) => (within === undefined ? office : { ...office, within: [within] }))

/** A calendar of listed dates: days off, and swaps of a weekday for a Saturday or Sunday. */
export const someOfficial: fc.Arbitrary<OfficialCalendar> = fc
  .uniqueArray(someDay, { maxLength: 60 })
  .chain((days) =>
    fc.array(fc.boolean(), { minLength: days.length, maxLength: days.length }).map((choices) => {
      const swapped = days.filter((_, index) => choices[index])
      const off = swapped.filter((date) => toWeekday(date) <= 5)
      const worked = swapped.filter((date) => toWeekday(date) > 5)
      const length = Math.max(off.length, worked.length)
      return {
        id: 'random',
        name: { vi: 'Lịch ngẫu nhiên', en: 'Random calendar' },
        rules: [],
        provisionalYears: 0,
        notices: [
          {
            number: '1/TB-VD',
            settles: [FIRST_YEAR, LAST_YEAR],
            daysOff: days.filter((_, index) => !choices[index]).map((date) => ({ date })),
            swaps: Array.from({ length }, (_, index) => compact({ off: off[index], worked: worked[index] })),
          },
        ],
      } as OfficialCalendar
    }),
  )
