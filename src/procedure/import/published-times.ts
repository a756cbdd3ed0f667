/**
 * Times of published tables: what "giờ" and "ngày" of a step mean beside the declared term.
 *
 * @module
 */
import type { PublishedStep, TermReading } from '../../catalogue/index.ts'
import type { Duration, LegalTerm } from '../definition.ts'

/** Gives a term as the catalogue read it; `undefined` where a person has to read it. */
export function readPublishedTerm(reading: TermReading): LegalTerm | undefined {
  if (reading.kind === 'unread') return undefined
  if (reading.kind === 'none') return { kind: 'none' }
  if (reading.kind === 'same-day') {
    return reading.cutOff === undefined ? { kind: 'same-day' } : { kind: 'same-day', cutOff: reading.cutOff }
  }
  return { kind: reading.kind, amount: reading.amount }
}

/**
 * Reads the time of a published step: "giờ" are working hours, "ngày" are days in the unit of the declared term.
 *
 * @returns `undefined` where the table prints words or nothing.
 */
export function readPublishedDuration(
  step: Pick<PublishedStep, 'amount' | 'unit'>,
  declared: LegalTerm,
): Duration | undefined {
  const { amount, unit } = step
  if (amount === undefined || unit === undefined) return undefined
  const words = unit.normalize('NFC').toLowerCase().trim()
  if (words === 'giờ' || words === 'giờ làm việc') return { kind: 'working-hours', amount }
  if (words === 'phút') return { kind: 'working-hours', amount: amount / 60 }
  if (words === 'ngày làm việc') return { kind: 'working-days', amount }
  if (words === 'ngày') {
    // Without a declared term plain days are days of the calendar, as the Civil Code counts them.
    const isCalendar = declared.kind === 'calendar-days' || declared.kind === 'none'
    return { kind: isCalendar ? 'calendar-days' : 'working-days', amount }
  }
  return words === 'tháng' ? { kind: 'months', amount } : undefined
}
