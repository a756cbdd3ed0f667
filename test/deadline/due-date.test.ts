import fc from 'fast-check'
import { instant, instantAt, isMotcuaError, isoDate } from 'motcua'
import {
  addWorkingDays,
  buildWorkingCalendar,
  countWorkingDays,
  defaultOffice,
  isWorkingDay,
  type Office,
} from 'motcua/calendar'
import { type CountingRules, findDueDate, type Pause, type Term, type TermExtension } from 'motcua/deadline'
import { describe, expect, it } from 'vitest'

const calendar = buildWorkingCalendar()

/** Due moment as `YYYY-MM-DD HH:mm`, under the lawful rules unless others are given. */
function due(
  received: string,
  term: Term,
  more: {
    readonly rules?: Partial<CountingRules>
    readonly extensions?: readonly TermExtension[]
    readonly office?: Office
    readonly pauses?: readonly (readonly [string, string])[]
  } = {},
): string | undefined {
  const pauses = (more.pauses ?? []).map(
    ([from, to]): Pause => ({ fromAt: instant(from), toAt: instant(to), reason: 'supplement' }),
  )
  const { dueAt } = findDueDate({
    receivedAt: instant(received),
    term,
    calendar: more.office === undefined ? calendar : buildWorkingCalendar({ office: more.office }),
    ...(more.rules === undefined ? {} : { rules: more.rules }),
    ...(more.extensions === undefined ? {} : { extensions: more.extensions }),
    pauses,
  })
  return dueAt && `${dueAt.slice(0, 10)} ${dueAt.slice(11, 16)}`
}
const wd = (amount: number): Term => ({ kind: 'working-days', amount })
const cd = (amount: number): Term => ({ kind: 'calendar-days', amount })

describe('what it gives', () => {
  it('does not count the day of receipt, even when it is a working day (Civil Code art. 147(2))', () => {
    expect(due('2026-08-03T07:00', wd(1))).toBe('2026-08-04 17:00')
  })
  it('passes over Quốc khánh and the swapped 31 August 2026 (9441/TB-BNV)', () => {
    expect(due('2026-08-28T10:00', wd(3))).toBe('2026-09-07 17:00')
  })
  it('counts the Saturdays that the notices say are worked', () => {
    // 22 August 2026 is worked for 31 August (9441/TB-BNV); 26 April 2025 for 2 May (8726/VPCP-KGVX).
    expect(due('2026-08-20T10:00', wd(2))).toBe('2026-08-22 17:00')
    expect(due('2025-04-24T10:00', wd(2))).toBe('2025-04-26 17:00')
    expect(due('2024-04-26T10:00', wd(2))).toBe('2024-05-03 17:00')
  })
  it('passes over 24 November 2026, which has no substitute (NQ 28/2026/QH16)', () => {
    expect(due('2026-11-23T10:00', wd(1))).toBe('2026-11-25 17:00')
  })
  it('counts calendar days without a break and rolls off a day off (Civil Code art. 148(5))', () => {
    expect(due('2026-08-03T10:00', cd(15))).toBe('2026-08-18 17:00')
    expect(due('2026-08-07T10:00', cd(15))).toBe('2026-08-22 17:00')
    expect(due('2026-08-08T10:00', cd(15))).toBe('2026-08-24 17:00')
    expect(due('2026-08-20T10:00', cd(11))).toBe('2026-09-03 17:00')
  })
  it('ends a month on the corresponding day, or on the last of the month (Civil Code art. 148(3))', () => {
    expect(due('2026-03-10T10:00', { kind: 'months', amount: 1 })).toBe('2026-04-10 17:00')
    expect(due('2024-01-31T10:00', { kind: 'months', amount: 1 })).toBe('2024-02-29 17:00')
    expect(due('2024-02-29T10:00', { kind: 'years', amount: 1 })).toBe('2025-02-28 17:00')
    expect(due('2026-10-15T10:00', { kind: 'months', amount: 3 })).toBe('2027-01-15 17:00')
  })
  it('runs hours from the moment of receipt (Civil Code art. 147(1))', () => {
    expect(due('2026-08-03T10:00', { kind: 'working-hours', amount: 8 })).toBe('2026-08-04 10:00')
    expect(due('2026-08-03T16:30', { kind: 'working-hours', amount: 0.5 })).toBe('2026-08-03 17:00')
    expect(due('2026-08-03T18:00', { kind: 'working-hours', amount: 1 })).toBe('2026-08-04 08:00')
    expect(due('2026-08-03T10:00', { kind: 'hours', amount: 24 })).toBe('2026-08-04 10:00')
    expect(due('2026-08-07T10:00', { kind: 'hours', amount: 24 })).toBe('2026-08-10 17:00')
  })
  it('is due on the same day up to 15:00 and on the next working day after it (Luật Hộ tịch art. 5)', () => {
    const term: Term = { kind: 'same-day', cutOff: '15:00' }
    expect(due('2026-08-03T15:00', term)).toBe('2026-08-03 17:00')
    expect(due('2026-08-03T15:00:01', term)).toBe('2026-08-04 17:00')
    expect(due('2026-08-28T16:00', term)).toBe('2026-09-03 17:00')
    expect(due('2026-08-29T08:00', term)).toBe('2026-09-03 17:00')
  })
  it('takes the end of working time as the cut-off of a same-day term that names none', () => {
    expect(due('2026-08-03T16:59', { kind: 'same-day' })).toBe('2026-08-03 17:00')
    expect(due('2026-08-03T17:30', { kind: 'same-day' })).toBe('2026-08-04 17:00')
  })
  it('takes half a working day as half of the working minutes of the day it falls on', () => {
    expect(due('2026-08-03T10:00', wd(0.5))).toBe('2026-08-04 11:00')
    expect(due('2026-08-03T10:00', wd(1.5))).toBe('2026-08-05 11:00')
    const saturdays: Office = {
      ...defaultOffice,
      id: 'police',
      schedules: [
        {
          weekly: {
            ...defaultOffice.schedules[0]?.weekly,
            saturday: [['07:30', '11:30']],
          },
        },
      ],
    }
    expect(due('2026-08-07T10:00', wd(0.5), { office: saturdays })).toBe('2026-08-08 09:30')
    expect(due('2026-08-07T10:00', wd(1), { office: saturdays })).toBe('2026-08-08 11:30')
  })
  it('sets nothing where the law sets no term', () => {
    expect(
      findDueDate({ receivedAt: instant('2026-08-03T10:00'), term: { kind: 'none' }, calendar }),
    ).toEqual({
      dueDate: undefined,
      dueAt: undefined,
      provisional: false,
    })
  })
  it('lengthens to an amount, by an amount, and by an amount in another unit', () => {
    const by = (kind: TermExtension['kind'], amount: number): TermExtension => ({
      kind,
      amount,
      mode: 'by',
      when: 'phải xác minh',
    })
    const to: TermExtension = { ...by('working-days', 8), mode: 'to' }
    expect(due('2026-08-03T10:00', wd(3), { extensions: [to] })).toBe(due('2026-08-03T10:00', wd(8)))
    expect(due('2026-08-03T10:00', wd(3), { extensions: [by('working-days', 5)] })).toBe(
      due('2026-08-03T10:00', wd(8)),
    )
    expect(due('2026-08-03T10:00', wd(9), { extensions: [to] })).toBe(due('2026-08-03T10:00', wd(9)))
    // Ten calendar days end on Thursday the 13th; five working days more on Thursday the 20th.
    expect(due('2026-08-03T10:00', cd(10), { extensions: [by('working-days', 5)] })).toBe('2026-08-20 17:00')
    // A base that ends on a Saturday is not rolled before it goes on: Monday is the first working day of the rest.
    expect(due('2026-08-05T10:00', cd(10), { extensions: [by('working-days', 1)] })).toBe('2026-08-17 17:00')
    expect(due('2026-08-31T10:00', { kind: 'months', amount: 1 }, { extensions: [by('months', 1)] })).toBe(
      '2026-11-02 17:00',
    )
    expect(due('2026-08-03T10:00', { kind: 'same-day' }, { extensions: [by('working-days', 2)] })).toBe(
      '2026-08-05 17:00',
    )
  })
  it('moves by the working minutes of a pause, and by whole days for whole days', () => {
    expect(due('2026-08-03T10:00', wd(5))).toBe('2026-08-10 17:00')
    expect(due('2026-08-03T10:00', wd(5), { pauses: [['2026-08-05T09:00', '2026-08-07T09:00']] })).toBe(
      '2026-08-12 17:00',
    )
    expect(due('2026-08-03T10:00', wd(5), { pauses: [['2026-08-08T00:00', '2026-08-10T00:00']] })).toBe(
      '2026-08-10 17:00',
    )
    expect(due('2026-08-03T10:00', wd(5), { pauses: [['2026-08-05T09:00', '2026-08-05T09:01']] })).toBe(
      '2026-08-11 17:00',
    )
    expect(
      due(
        '2026-08-03T10:00',
        { kind: 'working-hours', amount: 16 },
        { pauses: [['2026-08-04T09:00', '2026-08-04T10:30']] },
      ),
    ).toBe('2026-08-05 11:30')
  })
  it('marks a due date in a year without a notice as provisional', () => {
    const answer = findDueDate({ receivedAt: instant('2026-12-25T08:00'), term: wd(10), calendar })
    expect(answer).toMatchObject({ dueDate: '2027-01-11', provisional: true })
  })
})

describe('the options', () => {
  const clock = { dueMoment: 'same-clock-time' } as const
  it('ends at the same clock time, moved into working time', () => {
    expect(due('2026-08-03T10:20', wd(3), { rules: clock })).toBe('2026-08-06 10:20')
    expect(due('2026-08-03T12:00', wd(3), { rules: clock })).toBe('2026-08-06 13:30')
    expect(due('2026-08-03T05:00', wd(3), { rules: clock })).toBe('2026-08-06 07:00')
    expect(due('2026-08-03T18:00', wd(3), { rules: clock })).toBe('2026-08-06 17:00')
    expect(due('2026-08-03T10:20', cd(5), { rules: clock })).toBe('2026-08-10 10:20')
    expect(due('2026-08-03T10:20', { kind: 'months', amount: 1 }, { rules: clock })).toBe('2026-09-03 10:20')
    expect(due('2026-08-03T10:20', { kind: 'same-day' }, { rules: clock })).toBe('2026-08-03 17:00')
  })
  it('keeps the clock time through a pause by adding the time waited', () => {
    const pauses = [['2026-08-04T09:00', '2026-08-05T10:00']] as const
    expect(due('2026-08-03T10:20', wd(3), { rules: clock, pauses })).toBe('2026-08-07 11:20')
    expect(
      due('2026-08-03T05:00', wd(3), { rules: clock, pauses: [['2026-08-04T07:00', '2026-08-05T07:00']] }),
    ).toBe('2026-08-07 07:00')
    expect(
      due('2026-08-03T10:20', cd(5), { rules: clock, pauses: [['2026-08-04T09:00', '2026-08-06T09:00']] }),
    ).toBe('2026-08-10 10:20')
  })
  it('counts a receipt after hours as the next working day only when told to', () => {
    const rules = { afterHours: 'next-working-day' } as const
    expect(due('2026-08-03T17:30', wd(1))).toBe('2026-08-04 17:00')
    expect(due('2026-08-03T17:30', wd(1), { rules })).toBe('2026-08-05 17:00')
    expect(due('2026-08-03T17:00', wd(1), { rules })).toBe('2026-08-04 17:00')
    expect(due('2026-08-08T09:00', wd(1))).toBe('2026-08-10 17:00')
    expect(due('2026-08-08T09:00', wd(1), { rules })).toBe('2026-08-11 17:00')
    expect(due('2026-08-03T17:30', wd(1), { rules: { ...rules, ...clock } })).toBe('2026-08-05 07:00')
  })
  it('counts a receipt after the cut-off as the next working day', () => {
    const rules = { cutOff: '15:00' } as const
    expect(due('2026-08-03T15:00', wd(1), { rules })).toBe('2026-08-04 17:00')
    expect(due('2026-08-03T15:30', wd(1), { rules })).toBe('2026-08-05 17:00')
    expect(due('2026-08-03T15:30', { kind: 'same-day' }, { rules })).toBe('2026-08-04 17:00')
  })
  it('lets a norm run at once', () => {
    const rules = { firstDay: 'at-once' } as const
    expect(due('2026-08-03T10:00', wd(0.5), { rules })).toBe('2026-08-03 16:00')
    expect(due('2026-08-03T10:00', wd(1), { rules })).toBe('2026-08-04 10:00')
  })
})

describe('what it refuses', () => {
  const refusal = (run: () => unknown): string | undefined => {
    try {
      run()
    } catch (error) {
      return isMotcuaError(error) ? error.code : String(error)
    }
    return undefined
  }
  it.each<[string, Term]>([
    ['zero days', wd(0)],
    ['a negative amount', cd(-1)],
    ['no number at all', wd(Number.NaN)],
    ['half a month', { kind: 'months', amount: 0.5 }],
  ])('refuses %s', (_, term) => {
    expect(refusal(() => due('2026-08-03T10:00', term))).toBe('deadline/invalid-term')
  })
  it('refuses a pause that ends before it begins', () => {
    const pauses = [['2026-08-05T09:00', '2026-08-04T09:00']] as const
    expect(refusal(() => due('2026-08-03T10:00', wd(3), { pauses }))).toBe('deadline/invalid-pause')
  })
  it('refuses a cut-off that is no time of day', () => {
    expect(refusal(() => due('2026-08-03T10:00', wd(3), { rules: { cutOff: '15h' } }))).toBe(
      'deadline/invalid-time',
    )
  })
  it('refuses to count past the last year of the calendar, or to begin outside it', () => {
    expect(refusal(() => due('2028-12-20T10:00', wd(30)))).toBe('calendar/gap')
    expect(refusal(() => due('2028-12-20T10:00', cd(30)))).toBe('calendar/gap')
    expect(refusal(() => due('2035-01-05T10:00', wd(3)))).toBe('calendar/gap')
    expect(
      refusal(() => due('2028-12-29T10:00', wd(2), { pauses: [['2028-12-29T11:00', '2029-02-01T07:00']] })),
    ).toBe('calendar/gap')
  })
})

describe('edges', () => {
  const receipt = fc
    .integer({ min: 0, max: 2000 * 1440 })
    .map((minute) => instantAt(isoDate('2019-01-02'), minute))
  it('falls on the day that the working calendar counts to, for every receipt and length', () => {
    fc.assert(
      fc.property(receipt, fc.integer({ min: 1, max: 300 }), (receivedAt, days) => {
        const { dueDate } = findDueDate({
          receivedAt,
          term: { kind: 'working-days', amount: days },
          calendar,
        })
        expect(dueDate).toBe(addWorkingDays(calendar, isoDate(receivedAt.slice(0, 10)), days).date)
      }),
    )
  })
  it('never ends on a day off, whatever the unit', () => {
    const term = fc.record({
      kind: fc.constantFrom('working-days', 'calendar-days', 'working-hours', 'hours', 'months'),
      amount: fc.integer({ min: 1, max: 24 }),
    })
    fc.assert(
      fc.property(receipt, term, (receivedAt, anyTerm) => {
        const { dueDate } = findDueDate({ receivedAt, term: anyTerm, calendar })
        expect(isWorkingDay(calendar, dueDate ?? isoDate('2019-01-01'))).toBe(true)
      }),
    )
  })
  it('is never earlier with a pause than without it, nor later than by the pause', () => {
    fc.assert(
      fc.property(
        receipt,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20_000 }),
        (receivedAt, days, length) => {
          const term: Term = { kind: 'working-days', amount: days }
          const at = (minutes: number) => instantAt(isoDate(receivedAt.slice(0, 10)), minutes)
          const pause: Pause = { fromAt: at(1500), toAt: at(1500 + length), reason: 'inspection' }
          const plain = findDueDate({ receivedAt, term, calendar }).dueDate ?? isoDate('2019-01-01')
          const paused = findDueDate({ receivedAt, term, calendar, pauses: [pause] }).dueDate ?? plain
          const moved = countWorkingDays(calendar, plain, paused).days
          expect(moved).toBeGreaterThanOrEqual(0)
          expect(moved).toBeLessThanOrEqual(Math.ceil(length / 1440) + 1)
        },
      ),
    )
  })
  it('gives the same for pauses in any order, cut in two, or overlapping', () => {
    const spans = [
      ['2026-08-04T09:00', '2026-08-04T11:00'],
      ['2026-08-05T14:00', '2026-08-06T09:00'],
    ] as const
    const whole = due('2026-08-03T10:00', wd(5), { pauses: spans })
    expect(due('2026-08-03T10:00', wd(5), { pauses: [...spans].reverse() })).toBe(whole)
    expect(
      due('2026-08-03T10:00', wd(5), {
        pauses: [
          ['2026-08-04T09:00', '2026-08-04T10:00'],
          ['2026-08-04T10:00', '2026-08-04T11:00'],
          ['2026-08-05T14:00', '2026-08-05T18:00'],
          ['2026-08-05T15:00', '2026-08-06T09:00'],
        ],
      }),
    ).toBe(whole)
  })
})
