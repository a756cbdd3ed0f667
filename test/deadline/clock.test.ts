import { instant, isMotcuaError } from 'motcua'
import { buildWorkingCalendar } from 'motcua/calendar'
import { type ClockContext, findNextInstants, type LedgerEntry, readClock } from 'motcua/deadline'
import { describe, expect, it } from 'vitest'

const calendar = buildWorkingCalendar()
const context: ClockContext = { term: { kind: 'working-days', amount: 5 }, calendar }
const start: LedgerEntry = { kind: 'start', at: instant('2026-08-03T10:00') }
const pause = (at: string, reason: 'supplement' | 'inspection' = 'supplement'): LedgerEntry => ({
  kind: 'pause',
  at: instant(at),
  reason,
})
const resume = (at: string): LedgerEntry => ({ kind: 'resume', at: instant(at) })
const read = (ledger: readonly LedgerEntry[], at: string, more: Partial<ClockContext> = {}) =>
  readClock({ ...context, ...more, ledger, at: instant(at) })

describe('what it gives', () => {
  it('derives consumed, remaining and due while it runs', () => {
    expect(read([start], '2026-08-05T11:00')).toMatchObject({
      state: 'running',
      consumed: [{ kind: 'working-days', amount: 1.5 }],
      remaining: [{ kind: 'working-days', amount: 3.5 }],
      remainingWorkingMinutes: 4 * 480 - 240,
      overdueWorkingMinutes: 0,
      overdue: false,
      dueDate: '2026-08-10',
    })
  })
  it('says nothing before the start', () => {
    expect(read([start], '2026-08-03T09:59')).toMatchObject({
      state: 'not-started',
      consumed: [],
      overdue: false,
    })
    expect(read([], '2026-08-03T09:59').dueAt).toBeUndefined()
  })
  it('is overdue from the first moment after the due moment, and measures by how much', () => {
    expect(read([start], '2026-08-10T17:00').overdue).toBe(false)
    expect(read([start], '2026-08-10T17:00:01').overdue).toBe(true)
    expect(read([start], '2026-08-11T09:00')).toMatchObject({
      overdueWorkingMinutes: 120,
      remainingWorkingMinutes: 0,
      remaining: [{ kind: 'working-days', amount: 0 }],
    })
  })
  it('loses nothing of two pauses with another entry between them', () => {
    const extend: LedgerEntry = {
      kind: 'extend',
      at: instant('2026-08-06T08:00'),
      extension: { kind: 'working-days', amount: 2, mode: 'by', when: 'phải xác minh' },
    }
    const two = [
      start,
      pause('2026-08-04T07:00'),
      resume('2026-08-05T07:00'),
      extend,
      pause('2026-08-06T07:30'),
      resume('2026-08-07T07:30'),
    ]
    const sorted = [
      start,
      pause('2026-08-04T07:00'),
      resume('2026-08-05T07:00'),
      pause('2026-08-06T07:30'),
      resume('2026-08-07T07:30'),
    ]
    expect(read(sorted, '2026-08-07T08:00').dueDate).toBe('2026-08-12')
    expect(read(two, '2026-08-07T08:00').dueDate).toBe('2026-08-14')
  })
  it('moves the due moment with every minute of an open pause', () => {
    const ledger = [start, pause('2026-08-05T07:00')]
    expect(read(ledger, '2026-08-05T07:00')).toMatchObject({ state: 'paused', dueDate: '2026-08-10' })
    expect(read(ledger, '2026-08-06T07:00').dueDate).toBe('2026-08-11')
    expect(read(ledger, '2026-08-14T17:00')).toMatchObject({ dueDate: '2026-08-20', overdue: false })
  })
  it('lists every pause with its reason and working minutes, those before a restart included', () => {
    const ledger = [
      start,
      pause('2026-08-04T07:00', 'inspection'),
      resume('2026-08-04T09:00'),
      pause('2026-08-05T07:00'),
      { kind: 'restart', at: instant('2026-08-06T07:00') },
      pause('2026-08-06T16:00'),
    ] as const
    expect(
      read(ledger, '2026-08-07T08:00').pauses.map((entry) => [
        entry.reason,
        entry.workingMinutes,
        entry.isOpen,
      ]),
    ).toEqual([
      ['inspection', 120, false],
      ['supplement', 480, false],
      ['supplement', 120, true],
    ])
  })
  it('starts from zero when the full dossier arrives (NĐ 61/2018 art. 19(4))', () => {
    const ledger = [start, pause('2026-08-05T09:00'), resume('2026-08-12T15:00')]
    const restarted = read(ledger, '2026-08-13T17:00', { mode: 'restart' })
    expect(restarted).toMatchObject({
      runFromAt: '2026-08-12T15:00:00.000+07:00',
      consumed: [{ kind: 'working-days', amount: 1 }],
      dueDate: '2026-08-19',
    })
    expect(restarted.explanation?.rules[0]?.rule).toBe('restart')
    expect(read(ledger, '2026-08-13T17:00', { mode: 'pause' }).dueDate).toBe('2026-08-18')
  })
  it('goes on after pauses of other reasons in the restart mode too', () => {
    const ledger = [start, pause('2026-08-05T07:00', 'inspection'), resume('2026-08-06T07:00')]
    expect(read(ledger, '2026-08-07T07:00', { mode: 'restart' }).dueDate).toBe('2026-08-11')
  })
  it('counts an awaited supplement in the restart mode as if it came now', () => {
    const ledger = [start, pause('2026-08-05T09:00')]
    expect(read(ledger, '2026-08-12T15:00', { mode: 'restart' })).toMatchObject({
      state: 'paused',
      dueDate: '2026-08-19',
    })
  })
  it('does not lengthen the term by an apology, and shows its date beside', () => {
    const apology: LedgerEntry = {
      kind: 're-appoint',
      at: instant('2026-08-07T10:00'),
      newDueAt: instant('2026-08-14T17:00'),
    }
    expect(read([start, apology], '2026-08-11T10:00')).toMatchObject({
      dueDate: '2026-08-10',
      overdue: true,
      reappointedAt: '2026-08-14T17:00:00.000+07:00',
    })
  })
  it('freezes at the stop', () => {
    const ledger = [start, { kind: 'stop', at: instant('2026-08-06T17:00') }] as const
    expect(read(ledger, '2026-12-01T08:00')).toMatchObject({
      state: 'stopped',
      consumed: [{ kind: 'working-days', amount: 3 }],
      overdue: false,
      stoppedAt: '2026-08-06T17:00:00.000+07:00',
    })
  })
  it('counts each part of a term in its own unit', () => {
    const term = { kind: 'months', amount: 1 } as const
    const extend: LedgerEntry = {
      kind: 'extend',
      at: instant('2026-08-05T10:00'),
      extension: { kind: 'working-hours', amount: 8, mode: 'by', when: 'vùng sâu' },
    }
    expect(read([start, extend], '2026-08-06T00:00', { term })).toMatchObject({
      consumed: [
        { kind: 'calendar-days', amount: 2 },
        { kind: 'working-hours', amount: 0 },
      ],
      remaining: [
        { kind: 'calendar-days', amount: 29 },
        { kind: 'working-hours', amount: 8 },
      ],
    })
  })
  it('has no due moment for a procedure without a term', () => {
    expect(read([start], '2026-08-05T11:00', { term: { kind: 'none' } })).toMatchObject({
      state: 'running',
      dueAt: undefined,
      overdue: false,
    })
  })
})

describe('the next instants', () => {
  const next = (ledger: readonly LedgerEntry[], at: string, ...leads: number[]) =>
    findNextInstants(
      { ...context, ledger, at: instant(at) },
      leads.map((workingMinutes) => ({ workingMinutes })),
    ).map(({ kind, at: moment }) => [kind, moment.slice(0, 23)])
  it('warn in working time before the due moment, and just after it', () => {
    expect(next([start], '2026-08-03T10:00', 480, 60)).toEqual([
      ['due-soon', '2026-08-10T07:00:00.000'],
      ['due-soon', '2026-08-10T16:00:00.000'],
      ['overdue', '2026-08-10T17:00:00.001'],
    ])
  })
  it('leave out what is past, and everything while the clock stands still or has stopped', () => {
    expect(next([start], '2026-08-10T08:00', 480)).toEqual([['overdue', '2026-08-10T17:00:00.001']])
    expect(next([start, pause('2026-08-05T09:00')], '2026-08-05T10:00', 480)).toEqual([])
    expect(next([start, { kind: 'stop', at: instant('2026-08-05T09:00') }], '2026-08-05T10:00', 480)).toEqual(
      [],
    )
  })
})

describe('what it refuses', () => {
  it.each<[string, readonly LedgerEntry[], string, number]>([
    ['pausing twice', [start, pause('2026-08-04T09:00'), pause('2026-08-05T09:00')], 'already-paused', 2],
    ['resuming what runs', [start, resume('2026-08-05T09:00')], 'not-paused', 1],
    ['starting twice', [start, start], 'already-started', 1],
    ['anything before the start', [pause('2026-08-05T09:00')], 'not-started', 0],
    [
      'anything after the stop',
      [start, { kind: 'stop', at: instant('2026-08-04T09:00') }, pause('2026-08-05T09:00')],
      'already-stopped',
      2,
    ],
  ])('refuses %s', (_, ledger, refusal, index) => {
    try {
      read(ledger, '2026-08-31T09:00')
      expect.unreachable()
    } catch (error) {
      expect(isMotcuaError(error, 'deadline/impossible-ledger') && error.data).toEqual({ index, refusal })
    }
  })
})

describe('edges', () => {
  it('reads entries in the order of their moments, however they were written down', () => {
    const ledger = [resume('2026-08-06T07:00'), start, pause('2026-08-05T07:00')]
    expect(read(ledger, '2026-08-06T08:00').dueDate).toBe('2026-08-11')
  })
  it('takes a resume and a pause of the same minute in the order in which they were written', () => {
    const ledger = [
      start,
      pause('2026-08-05T07:00'),
      resume('2026-08-06T07:00'),
      pause('2026-08-06T07:00', 'inspection'),
      resume('2026-08-07T07:00'),
    ]
    expect(read(ledger, '2026-08-07T08:00').dueDate).toBe('2026-08-12')
  })
  it('leaves out entries that have not happened yet', () => {
    expect(read([start, pause('2026-08-05T07:00')], '2026-08-04T07:00').state).toBe('running')
  })
  it('takes a pause after the term is over as no excuse', () => {
    const ledger = [start, pause('2026-08-11T09:00'), resume('2026-08-20T09:00')]
    expect(read(ledger, '2026-08-20T10:00')).toMatchObject({
      dueDate: '2026-08-10',
      overdue: true,
      overdueWorkingMinutes: 180,
    })
  })
})
