import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromEpochMs, instant, isoDate } from '../../src/date.ts'
import { earlierOf, endOfDate, isClearlyAfter } from '../../src/validation/instants.ts'

const moment = fc.integer({ min: 0, max: 4e12 }).map((ms) => fromEpochMs(ms))

describe('what it gives', () => {
  it('the last millisecond of a day in Viet Nam', () => {
    expect(endOfDate(isoDate('2026-11-22'))).toBe(instant('2026-11-22T23:59:59.999+07:00'))
  })

  it('the earlier of two moments, whichever comes first', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const earlier = earlierOf(a, b)
        expect(earlier).toBe(earlierOf(b, a))
        expect(earlier <= a && earlier <= b).toBe(true)
      }),
    )
  })

  it('that a moment lies after another by more than five minutes', () => {
    const at = instant('2026-11-22T09:00')
    expect(isClearlyAfter(instant('2026-11-22T09:05:00.001'), at)).toBe(true)
    expect(isClearlyAfter(instant('2026-11-22T09:05'), at)).toBe(false)
  })
})

describe('what it refuses', () => {
  it('to call both of two moments clearly after the other', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(isClearlyAfter(a, b) && isClearlyAfter(b, a)).toBe(false)
      }),
    )
  })
})

describe('edges', () => {
  it('the last day of February and of the year', () => {
    expect(endOfDate(isoDate('2028-02-29'))).toBe(instant('2028-02-29T23:59:59.999+07:00'))
    expect(endOfDate(isoDate('2026-12-31'))).toBe(instant('2026-12-31T23:59:59.999+07:00'))
  })
})
