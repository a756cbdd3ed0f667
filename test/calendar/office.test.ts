import { instant, isMotcuaError, isoDate } from 'motcua'
import {
  addWorkingDays,
  buildWorkingCalendar,
  countWorkingMinutes,
  defaultOffice,
  explainDay,
  explainInstant,
  findOpenIntervals,
  intersectOffices,
  isOpenAt,
  isWorkingDay,
  type Office,
  type OpenHours,
} from 'motcua/calendar'
import { describe, expect, it } from 'vitest'

const office = (change: Partial<Office>): Office => ({ ...defaultOffice, id: 'vi-du', ...change })
const calendarOf = (change: Partial<Office>) => buildWorkingCalendar({ office: office(change) })
const week = defaultOffice.schedules[0]?.weekly ?? {}
const closed = { vi: 'Mất điện', en: 'Power cut' }
const hoursOn = (calendar: ReturnType<typeof calendarOf>, date: string) =>
  findOpenIntervals(calendar, instant(`${date}T00:00`), instant(`${date}T23:59:59`)).map(
    ({ startAt, endAt }) => `${startAt.slice(11, 16)}–${endAt.slice(11, 16)}`,
  )

describe('what it gives', () => {
  it('keeps Monday to Friday, 07:00–11:30 and 13:30–17:00, when nothing else is said', () => {
    const calendar = buildWorkingCalendar()
    expect(hoursOn(calendar, '2026-07-06')).toEqual(['07:00–11:30', '13:30–17:00'])
    expect(hoursOn(calendar, '2026-07-11')).toEqual([])
    expect(
      countWorkingMinutes(calendar, instant('2026-07-06T00:00'), instant('2026-07-07T00:00')).minutes,
    ).toBe(480)
  })
  it('opens on Saturday mornings where the office does, and counts them unless told otherwise', () => {
    const saturday = { ...week, saturday: [['07:30', '11:30']] as const }
    const counting = calendarOf({ schedules: [{ weekly: saturday }] })
    const receiving = calendarOf({ schedules: [{ weekly: saturday, uncounted: ['saturday'] }] })
    expect(addWorkingDays(counting, isoDate('2026-07-10'), 1).date).toBe('2026-07-11')
    expect(addWorkingDays(receiving, isoDate('2026-07-10'), 1).date).toBe('2026-07-13')
    expect(explainDay(receiving, isoDate('2026-07-11'))).toMatchObject({
      kind: 'open-uncounted',
      counted: false,
    })
    expect(isOpenAt(receiving, instant('2026-07-11T08:00'))).toBe(true)
    expect(explainInstant(receiving, instant('2026-07-11T12:00')).reason).toBe('after-closing')
  })
  it('works a swapped Saturday by the hours of the weekday it stands for', () => {
    const short = { ...week, monday: [['09:00', '12:00']] as const, saturday: [['07:30', '11:30']] as const }
    const calendar = calendarOf({ schedules: [{ weekly: short }] })
    // 22/8/2026 is worked for Monday 31/8, 10/1/2026 for Friday 2/1.
    expect(hoursOn(calendar, '2026-08-22')).toEqual(['09:00–12:00'])
    expect(hoursOn(calendar, '2026-01-10')).toEqual(['07:00–11:30', '13:30–17:00'])
    expect(hoursOn(calendar, '2026-08-29')).toEqual(['07:30–11:30'])
    expect(explainDay(calendar, isoDate('2026-08-22')).kind).toBe('swapped-worked')
  })
  it('does not work a swapped Saturday that stands for a weekday on which this office rests', () => {
    const { monday: _, ...noMonday } = week
    const calendar = calendarOf({ schedules: [{ weekly: noMonday }] })
    expect(explainDay(calendar, isoDate('2026-08-22'))).toMatchObject({ kind: 'weekend', counted: false })
  })
  it('replaces the hours of a date by a shift, on workdays and on days of rest', () => {
    const calendar = calendarOf({
      shifts: [
        { date: isoDate('2026-07-06'), hours: [['08:00', '10:00']] },
        { date: isoDate('2026-07-11'), hours: [['08:00', '11:00']], source: '12/KH-UBND' },
        { date: isoDate('2026-07-12'), hours: [['08:00', '11:00']], counted: false },
        { date: isoDate('2026-07-07'), hours: [], name: { vi: 'Nghỉ tập huấn', en: 'Training' } },
      ],
    })
    expect(hoursOn(calendar, '2026-07-06')).toEqual(['08:00–10:00'])
    expect(explainDay(calendar, isoDate('2026-07-11'))).toMatchObject({
      kind: 'shift-worked',
      counted: true,
      source: '12/KH-UBND',
    })
    expect(explainDay(calendar, isoDate('2026-07-12'))).toMatchObject({
      kind: 'open-uncounted',
      counted: false,
    })
    expect(explainDay(calendar, isoDate('2026-07-07'))).toMatchObject({
      kind: 'shift-off',
      counted: false,
      name: { vi: 'Nghỉ tập huấn' },
      source: 'office:vi-du',
    })
  })
  it('keeps an official day off over a shift unless the shift is for days off, and does not count it then', () => {
    const hours: readonly OpenHours[] = [['08:00', '11:00']]
    const date = isoDate('2026-09-02')
    expect(explainDay(calendarOf({ shifts: [{ date, hours }] }), date).kind).toBe('public-holiday')
    const duty = calendarOf({ shifts: [{ date, hours, onDaysOff: true }] })
    expect(explainDay(duty, date)).toMatchObject({ kind: 'open-uncounted', counted: false })
    expect(hoursOn(duty, '2026-09-02')).toEqual(['08:00–11:00'])
    const counted = calendarOf({ shifts: [{ date, hours, onDaysOff: true, counted: true }] })
    expect(isWorkingDay(counted, date)).toBe(true)
  })
  it('closes whole days and parts of days', () => {
    const calendar = calendarOf({
      closures: [
        { from: isoDate('2026-07-08'), to: isoDate('2026-07-09'), name: closed, source: '5/TB-UBND' },
        { from: isoDate('2026-07-06'), hours: [['09:00', '14:00']], name: closed },
        { from: isoDate('2026-08-22'), name: closed },
      ],
    })
    expect(explainDay(calendar, isoDate('2026-07-08'))).toMatchObject({
      kind: 'closure',
      counted: false,
      name: closed,
      source: '5/TB-UBND',
    })
    expect(addWorkingDays(calendar, isoDate('2026-07-07'), 1).date).toBe('2026-07-10')
    expect(hoursOn(calendar, '2026-07-06')).toEqual(['07:00–09:00', '14:00–17:00'])
    expect(isWorkingDay(calendar, isoDate('2026-07-06'))).toBe(true)
    expect(explainInstant(calendar, instant('2026-07-06T10:00')).reason).toBe('break')
    expect(explainDay(calendar, isoDate('2026-08-22')).kind).toBe('closure')
  })
  it('changes the weekly pattern from a day on', () => {
    const summer = { ...week, monday: [['06:30', '11:00']] as const }
    const calendar = calendarOf({
      schedules: [{ weekly: week }, { validFrom: isoDate('2026-07-06'), weekly: summer }],
    })
    expect(hoursOn(calendar, '2026-06-29')).toEqual(['07:00–11:30', '13:30–17:00'])
    expect(hoursOn(calendar, '2026-07-06')).toEqual(['06:30–11:00'])
  })
  it('holds several schedules at once: the desk and the officers behind it', () => {
    const desk = calendarOf({ id: 'desk', schedules: [{ weekly: { monday: [['08:00', '10:00']] } }] })
    const officers = buildWorkingCalendar()
    expect([
      isOpenAt(desk, instant('2026-07-06T11:00')),
      isOpenAt(officers, instant('2026-07-06T11:00')),
    ]).toEqual([false, true])
    expect(desk.hash).not.toBe(officers.hash)
  })
})

describe('intersections', () => {
  const early = office({ id: 'early', schedules: [{ weekly: { ...week, monday: [['06:00', '09:00']] } }] })
  const late = office({ id: 'late', schedules: [{ weekly: { ...week, monday: [['08:00', '12:00']] } }] })
  it('is open when both are', () => {
    const both = buildWorkingCalendar({ office: intersectOffices(early, late) })
    expect(hoursOn(both, '2026-07-06')).toEqual(['08:00–09:00'])
    expect(both.office.id).toBe('early+late')
  })
  it('lets a shift of one meet the swapped Saturday of the other', () => {
    const shifted = office({
      id: 'shifted',
      shifts: [{ date: isoDate('2026-08-22'), hours: [['08:00', '11:00']] }],
    })
    const both = buildWorkingCalendar({ office: intersectOffices(shifted, defaultOffice) })
    expect(hoursOn(both, '2026-08-22')).toEqual(['08:00–11:00'])
    expect(explainDay(both, isoDate('2026-08-22'))).toMatchObject({ counted: true })
  })
  it('says why a day is closed when one of them closes it, or when they share no hour', () => {
    const shut = office({ id: 'shut', closures: [{ from: isoDate('2026-07-07'), name: closed }] })
    const both = buildWorkingCalendar({ office: intersectOffices(defaultOffice, shut) })
    expect(explainDay(both, isoDate('2026-07-07'))).toMatchObject({ kind: 'closure', name: closed })
    const never = office({
      id: 'evening',
      schedules: [{ weekly: { ...week, monday: [['18:00', '20:00']] } }],
    })
    const apart = buildWorkingCalendar({ office: intersectOffices(defaultOffice, never) })
    expect(explainDay(apart, isoDate('2026-07-06'))).toMatchObject({
      kind: 'closure',
      counted: false,
      name: { en: 'The schedules share no hours' },
    })
  })
  it('does not count a day that one of them does not count', () => {
    const receiving = office({ id: 'receiving', schedules: [{ weekly: week, uncounted: ['monday'] }] })
    const other = buildWorkingCalendar({ office: intersectOffices(defaultOffice, receiving) })
    expect(explainDay(other, isoDate('2026-07-06'))).toMatchObject({ kind: 'open-uncounted', counted: false })
    const turned = buildWorkingCalendar({ office: intersectOffices(receiving, defaultOffice) })
    expect(explainDay(turned, isoDate('2026-07-06'))).toMatchObject({
      kind: 'open-uncounted',
      counted: false,
    })
  })
})

describe('what it refuses', () => {
  const placeOf = (change: Partial<Office>): string | undefined => {
    try {
      calendarOf(change)
    } catch (error) {
      if (isMotcuaError(error, 'calendar/invalid-office')) return error.data.place
      throw error
    }
    return undefined
  }
  const monday = (...hours: readonly OpenHours[]): Partial<Office> => ({
    schedules: [{ weekly: { monday: hours } }],
  })
  it.each([
    ['hours that end before they start', monday(['11:00', '09:00']), 'schedules[0].weekly.monday'],
    ['hours out of order', monday(['13:00', '14:00'], ['09:00', '10:00']), 'schedules[0].weekly.monday'],
    ['hours that touch', monday(['09:00', '10:00'], ['10:00', '11:00']), 'schedules[0].weekly.monday'],
    ['a clock time that does not exist', monday(['09:00', '24:01']), 'schedules[0].weekly.monday'],
    ['an office without schedules', { schedules: [] }, 'schedules'],
    ['another zone', { zone: 'UTC' as never }, 'zone'],
    [
      'a closure that ends before it begins',
      { closures: [{ from: isoDate('2026-07-07'), to: isoDate('2026-07-06'), name: closed }] },
      'closures[0].to',
    ],
    ['a shift on no day', { shifts: [{ date: '2026-02-30' as never, hours: [] }] }, 'shifts[0].date'],
    [
      'a second schedule without its first day',
      { schedules: [{ weekly: week }, { weekly: week }] },
      'schedules[1].validFrom',
    ],
    [
      'hours that begin after the calendar ends',
      { schedules: [{ validFrom: isoDate('2040-01-01'), weekly: week }] },
      'schedules[0].validFrom',
    ],
  ])('refuses %s', (_, change, place) => {
    expect(placeOf(change)).toBe(place)
  })
  it('knows nothing of days before the first schedule', () => {
    const calendar = calendarOf({ schedules: [{ validFrom: isoDate('2024-03-01'), weekly: week }] })
    expect(calendar.firstDate).toBe('2024-03-01')
    expect(() => explainDay(calendar, isoDate('2024-02-29'))).toThrow(/covers 2018–2028; 2024-03-01/)
    expect(isWorkingDay(calendar, isoDate('2024-03-01'))).toBe(true)
  })
})

describe('edges', () => {
  it('takes midnight as a beginning and as an end', () => {
    const round = calendarOf({
      schedules: [{ weekly: { monday: [['00:00', '24:00']], tuesday: [['00:00', '24:00']] } }],
    })
    expect(countWorkingMinutes(round, instant('2026-07-06T00:00'), instant('2026-07-08T12:00')).minutes).toBe(
      2880,
    )
    expect(isOpenAt(round, instant('2026-07-06T23:59:59'))).toBe(true)
    expect(isOpenAt(round, instant('2026-07-08T00:00'))).toBe(false)
  })
  it('answers an office that is never open with no interval and a gap', () => {
    const never = calendarOf({ schedules: [{ weekly: {} }] })
    expect(hoursOn(never, '2026-07-06')).toEqual([])
    expect(() => addWorkingDays(never, isoDate('2026-07-06'), 1)).toThrow(/2029/)
  })
})
