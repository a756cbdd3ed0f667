import { instant } from 'motcua'
import { buildWorkingCalendar, defaultOffice } from 'motcua/calendar'
import {
  type Appointment,
  type AppointmentInput,
  checkAppointment,
  judgeOutcome,
  type LedgerEntry,
  termOutcomes,
} from 'motcua/deadline'
import { describe, expect, it } from 'vitest'

const calendar = buildWorkingCalendar()
const start: LedgerEntry = { kind: 'start', at: instant('2026-08-03T10:00') }
const promise = (at: string, dueAt: string, cause: Appointment['cause'] = 'received'): Appointment => ({
  at: instant(at),
  dueAt: instant(dueAt),
  cause,
  calendarHash: calendar.hash,
})
const kept = promise('2026-08-03T10:00', '2026-08-10T17:00')
const check = (
  ledger: readonly LedgerEntry[],
  appointments: readonly Appointment[],
  more: Partial<AppointmentInput> = {},
) =>
  checkAppointment({
    term: { kind: 'working-days', amount: 5 },
    calendar,
    ledger,
    appointments,
    ...more,
  }).map(({ code, severity, place }) => [code, severity, place])

describe('what it gives', () => {
  it('finds nothing in a promise that is what the clock says', () => {
    expect(check([start], [kept])).toEqual([])
  })
  it('finds an error in a later promise and a warning in an earlier one', () => {
    expect(check([start], [promise('2026-08-03T10:00', '2026-08-11T17:00')])).toEqual([
      ['deadline/promise-later', 'error', 'appointments[0]'],
    ])
    expect(check([start], [promise('2026-08-03T10:00', '2026-08-07T17:00')])).toEqual([
      ['deadline/promise-earlier', 'warning', 'appointments[0]'],
    ])
  })
  it('follows pause, resume and lengthening', () => {
    const ledger: readonly LedgerEntry[] = [
      start,
      { kind: 'pause', at: instant('2026-08-05T07:00'), reason: 'supplement' },
      { kind: 'resume', at: instant('2026-08-06T07:00') },
      {
        kind: 'extend',
        at: instant('2026-08-07T09:00'),
        extension: { kind: 'working-days', amount: 2, mode: 'by', when: 'phải xác minh' },
      },
    ]
    const resumed = promise('2026-08-06T07:00', '2026-08-11T17:00', 'resumed')
    const extended = promise('2026-08-07T09:00', '2026-08-13T17:00', 'extended')
    expect(check(ledger, [kept, resumed, extended])).toEqual([])
    expect(check(ledger, [kept, extended])).toEqual([['deadline/promise-missing', 'warning', 'ledger[2]']])
  })
  it('measures a re-appointment by the apology and not by the term', () => {
    const apology: LedgerEntry = {
      kind: 're-appoint',
      at: instant('2026-08-07T10:00'),
      newDueAt: instant('2026-08-14T17:00'),
    }
    expect(
      check([start, apology], [kept, promise('2026-08-07T10:00', '2026-08-14T17:00', 're-appointed')]),
    ).toEqual([])
    expect(
      check([start, apology], [kept, promise('2026-08-07T10:00', '2026-08-17T17:00', 're-appointed')]),
    ).toEqual([['deadline/promise-later', 'error', 'appointments[1]']])
  })
  it('only reports a correction, which is a decision of its own', () => {
    expect(check([start], [kept, promise('2026-08-05T10:00', '2026-08-20T17:00', 'corrected')])).toEqual([
      ['deadline/promise-later', 'info', 'appointments[1]'],
    ])
  })
  it('reports a promise where nothing is due', () => {
    expect(check([start], [kept], { term: { kind: 'none' } })).toEqual([
      ['deadline/promise-without-term', 'warning', 'appointments[0]'],
    ])
  })
})

describe('edges', () => {
  const storm = { from: instant('2026-08-05T00:00').slice(0, 10), name: { vi: 'Nghỉ bão', en: 'Storm' } }
  const later = buildWorkingCalendar({ office: { ...defaultOffice, closures: [storm as never] } })
  it('finds no fault with the past when a notice changes the calendar later', () => {
    expect(check([start], [kept], { calendar: later, pastCalendars: [calendar] })).toEqual([])
  })
  it('says so when the calendar of the promise is not at hand', () => {
    expect(check([start], [kept], { calendar: later })).toEqual([
      ['deadline/promise-by-unknown-calendar', 'info', 'appointments[0]'],
      ['deadline/promise-earlier', 'info', 'appointments[0]'],
    ])
  })
  it('finds no fault with a promise made before a back-dated pause was written down', () => {
    const recordedAt = instant('2026-08-06T09:00')
    const ledger: readonly LedgerEntry[] = [
      start,
      { kind: 'pause', at: instant('2026-08-04T07:00'), reason: 'inspection', recordedAt },
      { kind: 'resume', at: instant('2026-08-05T07:00'), recordedAt },
    ]
    const between = promise('2026-08-05T08:00', '2026-08-10T17:00', 'corrected')
    const resumed = promise('2026-08-06T09:00', '2026-08-11T17:00', 'resumed')
    expect(check(ledger, [kept, between, resumed])).toEqual([])
  })
})

describe('the outcome', () => {
  const dueAt = instant('2026-08-10T17:00')
  it.each([
    ['2026-08-07T23:59', 'early', 'early'],
    ['2026-08-10T08:00', 'on-time', 'early'],
    ['2026-08-10T17:00', 'on-time', 'on-time'],
    ['2026-08-10T17:01', 'on-time', 'late'],
    ['2026-08-11T00:00', 'late', 'late'],
  ] as const)('of %s is %s by date and %s by timestamp', (finished, byDate, byTimestamp) => {
    const finishedAt = instant(finished)
    expect(judgeOutcome({ finishedAt, dueAt })).toBe(byDate)
    expect(judgeOutcome({ finishedAt, dueAt, granularity: 'timestamp' })).toBe(byTimestamp)
  })
  it('compares days of Viet Nam', () => {
    expect(judgeOutcome({ finishedAt: instant('2026-08-10T17:30:00Z'), dueAt })).toBe('late')
  })
  it('is neither on time nor late where nothing was due', () => {
    expect(judgeOutcome({ finishedAt: dueAt, dueAt: undefined })).toBeUndefined()
  })
  it('is one of the three of form II.06a', () => {
    expect(Object.keys(termOutcomes)).toEqual(['early', 'on-time', 'late'])
  })
})
