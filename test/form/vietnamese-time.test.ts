import { describe, expect, it } from 'vitest'
import { instant, isoDate } from '../../src/date.ts'
import {
  writeAmount,
  writeSigningTime,
  writeVietnameseDate,
  writeVietnameseMoment,
} from '../../src/form/vietnamese-time.ts'

describe('what it gives', () => {
  it('puts a zero before days below ten and before the months 1 and 2 only', () => {
    expect(writeVietnameseDate(isoDate('2026-01-05'))).toBe('ngày 05 tháng 01 năm 2026')
    expect(writeVietnameseDate(isoDate('2026-02-28'))).toBe('ngày 28 tháng 02 năm 2026')
    expect(writeVietnameseDate(isoDate('2026-03-09'))).toBe('ngày 09 tháng 3 năm 2026')
    expect(writeVietnameseDate(isoDate('2026-12-31'))).toBe('ngày 31 tháng 12 năm 2026')
  })
  it('writes moments in the time of Viet Nam, whatever offset they came with', () => {
    expect(writeVietnameseMoment(instant('2026-12-31T17:05:00Z'))).toBe(
      '00 giờ 05 phút, ngày 01 tháng 01 năm 2027',
    )
    expect(writeSigningTime(instant('2026-10-05T02:30:15.750Z'))).toBe('2026-10-05T09:30:15+07:00')
  })
  it('groups thousands with dots', () => {
    expect([0, 999, 8000, 26_500, 1_234_567_890].map(writeAmount)).toEqual([
      '0 đồng',
      '999 đồng',
      '8.000 đồng',
      '26.500 đồng',
      '1.234.567.890 đồng',
    ])
  })
})
