/**
 * Days, moments and amounts in the words of a Vietnamese form.
 *
 * @module
 */
import type { Instant, IsoDate } from '../date.ts'

/**
 * Writes a day as documents do: `ngày 04 tháng 9 năm 2026`.
 *
 * Days below 10 and the months 1 and 2 take a leading zero, so that no digit can be put before them
 * (NĐ 30/2020/NĐ-CP, Phụ lục I; clause not verified).
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { writeVietnameseDate } from 'motcua/form'
 * writeVietnameseDate(isoDate('2026-09-04')) // 'ngày 04 tháng 9 năm 2026'
 */
export function writeVietnameseDate(date: IsoDate | Instant): string {
  const month = Number(date.slice(5, 7))
  return `ngày ${date.slice(8, 10)} tháng ${month < 3 ? `0${month}` : month} năm ${date.slice(0, 4)}`
}

/**
 * Writes a moment as the slips do: `15 giờ 20 phút, ngày 28 tháng 8 năm 2026`, in Viet Nam's time.
 *
 * @example
 * import { instant } from 'motcua'
 * import { writeVietnameseMoment } from 'motcua/form'
 * writeVietnameseMoment(instant('2026-08-28T15:20:00+07:00')) // '15 giờ 20 phút, ngày 28 tháng 8 năm 2026'
 */
export function writeVietnameseMoment(moment: Instant): string {
  return `${moment.slice(11, 13)} giờ ${moment.slice(14, 16)} phút, ${writeVietnameseDate(moment)}`
}

/** Writes the moment of a signature: ISO 8601 to the second, with the zone, `2026-10-05T09:30:15+07:00`. */
export function writeSigningTime(moment: Instant): string {
  return `${moment.slice(0, 19)}+07:00`
}

/** Writes an amount with dots between thousands: `8.000 đồng`. */
export function writeAmount(amountVnd: number): string {
  return `${String(amountVnd).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`
}
