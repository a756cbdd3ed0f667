import { instant, isMotcuaError } from 'motcua'
import { buildWorkingCalendar } from 'motcua/calendar'
import {
  type ClockInput,
  planLegs,
  type Quantity,
  readBudgets,
  readStepClock,
  type StepVisit,
} from 'motcua/deadline'
import { describe, expect, it } from 'vitest'

const calendar = buildWorkingCalendar()
const clock = (at: string, more: Partial<ClockInput> = {}): ClockInput => ({
  ledger: [{ kind: 'start', at: instant('2026-08-03T10:00') }],
  term: { kind: 'working-days', amount: 5 },
  calendar,
  at: instant(at),
  ...more,
})
const visit = (entered: string, left?: string, more: Partial<StepVisit> = {}): StepVisit => ({
  step: 'appraise',
  enteredAt: instant(entered),
  ...(left === undefined ? {} : { leftAt: instant(left) }),
  ...more,
})
const days = (amount: number): Quantity => ({ kind: 'working-days', amount })
const paused = [
  { kind: 'start', at: instant('2026-08-03T10:00') },
  { kind: 'pause', at: instant('2026-08-05T07:00'), reason: 'supplement' },
  { kind: 'resume', at: instant('2026-08-06T07:00') },
] as const

describe('a step', () => {
  it('runs from the moment it is entered and not from the next day', () => {
    const step = readStepClock({
      visit: visit('2026-08-04T07:00'),
      norm: days(2),
      clock: clock('2026-08-05T11:00'),
    })
    expect(step).toEqual({
      step: 'appraise',
      dueAt: '2026-08-05T17:00:00.000+07:00',
      dueDate: '2026-08-05',
      isCutByTerm: false,
      consumed: days(1.5),
      remaining: days(0.5),
      overdue: false,
    })
  })
  it('stands still with the dossier', () => {
    const step = readStepClock({
      visit: visit('2026-08-04T07:00'),
      norm: days(2),
      clock: clock('2026-08-06T09:00', { ledger: paused }),
    })
    expect(step).toMatchObject({ dueDate: '2026-08-06', consumed: days(1.25), overdue: false })
  })
  it('never reaches beyond the legal term', () => {
    const step = readStepClock({
      visit: visit('2026-08-07T07:00'),
      norm: days(5),
      clock: clock('2026-08-11T08:00'),
    })
    expect(step).toMatchObject({ isCutByTerm: true, dueDate: '2026-08-10', overdue: true })
  })
  it('stops counting when the step is left', () => {
    const left = visit('2026-08-04T07:00', '2026-08-05T17:00')
    expect(readStepClock({ visit: left, norm: days(1), clock: clock('2026-08-07T08:00') })).toMatchObject({
      consumed: days(2),
      remaining: days(0),
      overdue: true,
    })
  })
})

describe('budgets', () => {
  const visits = [
    visit('2026-08-04T07:00', '2026-08-05T07:00', { agency: 'land' }),
    visit('2026-08-05T07:00', '2026-08-06T17:00', { step: 'duties', agency: 'tax', leg: 'money' }),
    visit('2026-08-07T07:00', undefined, { agency: 'land' }),
  ]
  it('add up all stays of a step, an agency or a leg, the pauses left out', () => {
    const budgets = [
      { kind: 'step', key: 'appraise', norm: days(1) },
      { kind: 'agency', key: 'tax', norm: { kind: 'working-hours', amount: 10 } },
      { kind: 'leg', key: 'money', norm: { kind: 'calendar-days', amount: 1 } },
    ] as const
    const rows = readBudgets({ visits, budgets, clock: clock('2026-08-07T11:00', { ledger: paused }) })
    expect(
      rows.map(({ consumed, remaining, isExceeded }) => [consumed.amount, remaining.amount, isExceeded]),
    ).toEqual([
      [1.5, 0, true],
      [8, 2, false],
      [0.416667, 0.583333, false],
    ])
  })
})

describe('interlinked legs', () => {
  const input = { receivedAt: instant('2026-09-03T09:00'), calendar }
  const birth = { leg: 'birth', term: { kind: 'same-day', cutOff: '15:00' } } as const
  const later = (leg: string, amount: number, ...startAfter: readonly string[]) => ({
    leg,
    term: { kind: 'calendar-days', amount } as const,
    startAfter,
  })
  it('have due dates of their own, side by side after the first (TTLT 05/2015)', () => {
    const legs = planLegs({
      ...input,
      legs: [birth, later('residence', 15, 'birth'), later('insurance', 10, 'birth')],
    })
    expect(legs.map(({ leg, dueDate }) => [leg, dueDate])).toEqual([
      ['birth', '2026-09-03'],
      ['residence', '2026-09-18'],
      ['insurance', '2026-09-14'],
    ])
  })
  it('start when those before them were really finished', () => {
    const legs = planLegs({
      ...input,
      legs: [{ ...birth, finishedAt: instant('2026-09-07T10:00') }, later('insurance', 10, 'birth')],
    })
    expect(legs[1]).toMatchObject({ startsAt: '2026-09-07T10:00:00.000+07:00', dueDate: '2026-09-17' })
  })
  it('are refused when they wait for each other or for a missing one', () => {
    for (const legs of [[later('a', 1, 'b'), later('b', 1, 'a')], [later('a', 1, 'z')]]) {
      try {
        planLegs({ ...input, legs })
        expect.unreachable()
      } catch (error) {
        expect(isMotcuaError(error, 'deadline/unordered-legs')).toBe(true)
      }
    }
  })
})
