import { describe, expect, it } from 'vitest'
import { addDays, isoDate } from '../../src/date.ts'
import { findSlipTemplate, slipTemplates } from '../../src/form/index.ts'

describe('what it gives', () => {
  it('follows one set by the next without a gap or an overlap', () => {
    slipTemplates.slice(1).forEach((template, index) => {
      const before = slipTemplates[index]
      expect(before?.effectiveTo && addDays(before.effectiveTo, 1)).toBe(template.effectiveFrom)
    })
    expect(slipTemplates.at(-1)?.effectiveTo).toBeUndefined()
  })
  it('chooses by the day of receipt, first and last day included', () => {
    const actOn = (day: string): string => findSlipTemplate(isoDate(day)).act
    expect(actOn('2019-01-06')).toBe('TT 01/2018/TT-VPCP')
    expect(actOn('2025-09-14')).toBe('TT 01/2018/TT-VPCP')
    expect(actOn('2025-09-15')).toBe('TT 03/2025/TT-VPCP')
    expect(actOn('2030-01-01')).toBe('TT 03/2025/TT-VPCP')
  })
})

describe('what it refuses', () => {
  it('refuses the day before the first set', () => {
    expect(() => findSlipTemplate(isoDate('2019-01-05'))).toThrow(/2019-01-05.*2019-01-06/)
  })
})
