import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dateOfInstant,
  fromDayNumber,
  fromEpochMs,
  instant,
  instantAt,
  isInstant,
  isIsoDate,
  isoDate,
  minuteOfInstant,
  toDayNumber,
  toEpochMs,
  toWeekday,
} from '../../src/date.ts'

describe('what it gives', () => {
  it('reads a moment in any offset and writes it with +07:00', () => {
    expect(instant('2026-08-28T08:15:00Z')).toBe('2026-08-28T15:15:00.000+07:00')
    expect(instant('2026-08-28T15:15')).toBe('2026-08-28T15:15:00.000+07:00')
    expect(instant('2026-08-28 15:15:07.98765+07:00')).toBe('2026-08-28T15:15:07.987+07:00')
    expect(instant('2026-08-27T22:15:00-10:00')).toBe('2026-08-28T15:15:00.000+07:00')
  })
  it('knows the weekday as ISO 8601 counts it', () => {
    expect(toWeekday(isoDate('2026-11-21'))).toBe(6)
    expect(toWeekday(isoDate('1969-12-29'))).toBe(1)
  })
  it('gives the day and the minute of a moment in Viet Nam', () => {
    const moment = instant('2026-08-28T23:59:59Z')
    expect(dateOfInstant(moment)).toBe('2026-08-29')
    expect(minuteOfInstant(moment)).toBe(6 * 60 + 59)
    expect(instantAt(isoDate('2026-08-29'), 1440)).toBe('2026-08-30T00:00:00.000+07:00')
  })
})

describe('what it refuses', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T',
    '2026/01/01',
    '',
  ])('refuses %s as a day', (text) => {
    expect(isIsoDate(text)).toBe(false)
    expect(() => isoDate(text)).toThrow(expect.objectContaining({ code: 'date/invalid-date' }))
  })
  it.each([
    '2026-08-28',
    '2026-08-28T24:00',
    '2026-08-28T15:60',
    '2026-08-28T15:15:00+7',
    '2026-08-28T15:15:00.',
    '2026-08-28T15:15:00+07:00 ',
    'x',
  ])('refuses %s as a moment', (text) => {
    expect(() => instant(text)).toThrow(expect.objectContaining({ code: 'date/invalid-instant' }))
  })
  it('refuses a day outside the four-digit years', () => {
    expect(() => addDays(isoDate('9999-12-31'), 1)).toThrow(
      expect.objectContaining({ code: 'date/out-of-range' }),
    )
  })
})

describe('edges', () => {
  it('agrees with the platform on every day number of the four-digit years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (dayNumber) => {
        const date = fromDayNumber(dayNumber)
        expect(date).toBe(new Date(dayNumber * 86_400_000).toISOString().slice(0, 10))
        expect(toDayNumber(date)).toBe(dayNumber)
      }),
    )
  })
  it('agrees with the platform on moments, and keeps their order in the text', () => {
    const moments = fc.integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 })
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        expect(toEpochMs(fromEpochMs(a))).toBe(a)
        expect(Date.parse(fromEpochMs(a))).toBe(a)
        expect(isInstant(fromEpochMs(a))).toBe(true)
        expect(Math.sign(a - b)).toBe(
          fromEpochMs(a) < fromEpochMs(b) ? -1 : fromEpochMs(a) > fromEpochMs(b) ? 1 : 0,
        )
      }),
    )
  })
})

describe('what it must not touch', () => {
  it('does not depend on the zone of the process', () => {
    expect(instant('2026-01-01T00:00')).toBe('2026-01-01T00:00:00.000+07:00')
  })
})
