import { instant } from 'motcua'
import { buildWorkingCalendar } from 'motcua/calendar'
import {
  addLedgerEntry,
  type ClockContext,
  defaultClockPolicy,
  type LedgerEntry,
  type LedgerRefusal,
  ledgerRefusals,
  readClock,
} from 'motcua/deadline'
import { describe, expect, it } from 'vitest'

const calendar = buildWorkingCalendar()
const context: ClockContext = { term: { kind: 'working-days', amount: 5 }, calendar }
const start: LedgerEntry = { kind: 'start', at: instant('2026-08-03T10:00') }
const pause = (at: string): LedgerEntry => ({ kind: 'pause', at: instant(at), reason: 'supplement' })
const resume = (at: string): LedgerEntry => ({ kind: 'resume', at: instant(at) })
const extend = (at: string): LedgerEntry => ({
  kind: 'extend',
  at: instant(at),
  extension: { kind: 'working-days', amount: 5, mode: 'by', when: 'phải xác minh' },
})
const apologise = (at: string, newDueAt: string): LedgerEntry => ({
  kind: 're-appoint',
  at: instant(at),
  newDueAt: instant(newDueAt),
})
/** The refusal of one more entry, or undefined when it stands. */
function refusalOf(
  ledger: readonly LedgerEntry[],
  entry: LedgerEntry,
  more: Partial<ClockContext> = {},
): LedgerRefusal | undefined {
  const decision = addLedgerEntry(ledger, entry, { ...context, ...more })
  return decision.kind === 'refused' ? decision.refusal : undefined
}

describe('what it gives', () => {
  it('adds an entry and leaves the ledger handed in as it was', () => {
    const ledger = Object.freeze([start])
    const decision = addLedgerEntry(ledger, pause('2026-08-05T09:00'), context)
    expect(decision).toEqual({ kind: 'added', ledger: [start, pause('2026-08-05T09:00')] })
    expect(ledger).toEqual([start])
  })
  it('puts a back-dated entry where its moment belongs', () => {
    const ledger = [start, pause('2026-08-06T07:00'), resume('2026-08-07T07:00')]
    const first = addLedgerEntry(ledger, resume('2026-08-05T07:00'), context)
    expect(first.kind).toBe('refused')
    const second = addLedgerEntry([start, pause('2026-08-04T07:00')], resume('2026-08-05T07:00'), context)
    expect(second.kind === 'added' && second.ledger.map(({ kind }) => kind)).toEqual([
      'start',
      'pause',
      'resume',
    ])
    const earlier = addLedgerEntry(
      [...ledger, pause('2026-08-04T07:00')].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
      resume('2026-08-05T07:00'),
      context,
    )
    expect(earlier.kind === 'added' && earlier.ledger.map(({ at }) => at.slice(5, 10))).toEqual([
      '08-03',
      '08-04',
      '08-05',
      '08-06',
      '08-07',
    ])
  })
})

describe('what it refuses', () => {
  it('says what may be entered instead, in both languages', () => {
    const decision = addLedgerEntry([start, pause('2026-08-05T09:00')], pause('2026-08-06T09:00'), context)
    expect(decision).toEqual({
      kind: 'refused',
      refusal: 'already-paused',
      message: ledgerRefusals['already-paused'],
      allowed: ['resume', 'restart', 'extend', 're-appoint', 'stop'],
    })
  })
  it('refuses a back-dated pause that would overlap another', () => {
    const ledger = [start, pause('2026-08-05T09:00'), resume('2026-08-06T09:00')]
    expect(refusalOf(ledger, pause('2026-08-04T09:00'))).toBe('already-paused')
    expect(refusalOf(ledger, pause('2026-08-05T12:00'))).toBe('already-paused')
  })
  it('re-appoints at most once, by an apology at least one day before the term is over (NĐ 61/2018 art. 19(9))', () => {
    expect(refusalOf([start], apologise('2026-08-09T23:00', '2026-08-12T17:00'))).toBeUndefined()
    expect(refusalOf([start], apologise('2026-08-10T08:00', '2026-08-12T17:00'))).toBe('apology-too-late')
    expect(refusalOf([start], apologise('2026-08-11T08:00', '2026-08-12T17:00'))).toBe('already-overdue')
    expect(refusalOf([start], apologise('2026-08-05T08:00', '2026-08-10T17:00'))).toBe('new-date-not-later')
    const once = [start, apologise('2026-08-05T08:00', '2026-08-12T17:00')]
    expect(refusalOf(once, apologise('2026-08-06T08:00', '2026-08-14T17:00'))).toBe('too-many-reappointments')
    expect(defaultClockPolicy).toEqual({ maxReappointments: 1, apologyLeadDays: 1 })
  })
  it('lengthens only what is not over yet, so that lateness cannot be edited away', () => {
    expect(refusalOf([start], extend('2026-08-10T17:00'))).toBeUndefined()
    expect(refusalOf([start], extend('2026-08-11T07:00'))).toBe('already-overdue')
    expect(refusalOf([start], extend('2026-08-05T07:00'), { term: { kind: 'none' } })).toBe('no-term')
  })
  it('keeps the limits of the rule set', () => {
    const policy = { maxExtensions: 1, maxSupplements: 1, apologyLeadDays: 3 }
    expect(refusalOf([start, extend('2026-08-05T07:00')], extend('2026-08-06T07:00'), { policy })).toBe(
      'too-many-extensions',
    )
    const asked = [start, pause('2026-08-04T07:00'), resume('2026-08-05T07:00')]
    expect(refusalOf(asked, pause('2026-08-06T07:00'), { policy })).toBe('too-many-supplements')
    expect(
      refusalOf(asked, { kind: 'pause', at: instant('2026-08-06T07:00'), reason: 'inspection' }, { policy }),
    ).toBeUndefined()
    expect(refusalOf([start], apologise('2026-08-08T08:00', '2026-08-12T17:00'), { policy })).toBe(
      'apology-too-late',
    )
  })
  it('counts supplements across restarts', () => {
    const policy = { maxSupplements: 1 }
    const ledger = [
      start,
      pause('2026-08-04T07:00'),
      { kind: 'restart', at: instant('2026-08-05T07:00') } as const,
    ]
    expect(refusalOf(ledger, pause('2026-08-06T07:00'), { policy })).toBe('too-many-supplements')
  })
})

describe('edges', () => {
  it('ends a lengthening with the run in which it was granted: a restart is from zero', () => {
    const ledger = [
      start,
      extend('2026-08-05T07:00'),
      { kind: 'restart', at: instant('2026-08-06T07:00') } as const,
    ]
    expect(readClock({ ...context, ledger, at: instant('2026-08-06T08:00') }).dueDate).toBe('2026-08-13')
  })
  it('never gives a ledger that the clock cannot read', () => {
    const kinds: readonly LedgerEntry[] = [
      start,
      pause('2026-08-04T09:00'),
      resume('2026-08-04T10:00'),
      extend('2026-08-05T09:00'),
    ]
    for (const first of kinds) {
      for (const second of kinds) {
        const one = addLedgerEntry([], first, context)
        const two = addLedgerEntry(one.kind === 'added' ? one.ledger : [], second, context)
        const ledger = two.kind === 'added' ? two.ledger : []
        expect(() => readClock({ ...context, ledger, at: instant('2026-08-06T09:00') })).not.toThrow()
      }
    }
  })
})
