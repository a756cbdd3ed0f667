import fc from 'fast-check'
import { fromEpochMs, instant, isMotcuaError, toEpochMs } from 'motcua'
import { buildWorkingCalendar, defaultOffice, type Office } from 'motcua/calendar'
import { findDueDate, findDueDatesEpochMs, type Pause, type Term } from 'motcua/deadline'
import { describe, expect, it } from 'vitest'

const saturdays: Office = {
  ...defaultOffice,
  id: 'saturdays',
  schedules: [{ weekly: { ...defaultOffice.schedules[0]?.weekly, saturday: [['07:30', '11:30']] } }],
}
const calendars = [buildWorkingCalendar(), buildWorkingCalendar({ office: saturdays })]
const terms: readonly Term[] = [
  { kind: 'working-days', amount: 3 },
  { kind: 'working-days', amount: 30 },
  { kind: 'working-days', amount: 0.5 },
  { kind: 'calendar-days', amount: 15 },
  { kind: 'months', amount: 1 },
  { kind: 'same-day', cutOff: '15:00' },
  { kind: 'none' },
]
const FIRST_MS = toEpochMs(instant('2019-01-01T00:00'))

const aRow = fc.record({
  receivedMs: fc.integer({ min: 0, max: 6 * 365 * 86_400 }).map((seconds) => FIRST_MS + seconds * 1000),
  term: fc.nat({ max: terms.length - 1 }),
  // Gaps may be negative: pauses out of order and overlapping go through the other engine.
  pauses: fc.array(
    fc.tuple(
      fc.integer({ min: -2000, max: 9000 }),
      fc.integer({ min: 0, max: 9000 }),
      fc.nat({ max: 59_999 }),
    ),
    { maxLength: 4 },
  ),
})

describe('what it gives', () => {
  it('answers every row as the engine for single questions does', () => {
    fc.assert(
      fc.property(fc.array(aRow, { minLength: 1, maxLength: 8 }), fc.nat({ max: 1 }), (rows, which) => {
        const calendar = calendars[which] ?? calendars[0]
        if (calendar === undefined) return
        const spans = rows.map((row) => {
          let atMs = row.receivedMs
          return row.pauses.map(([gap, length, ms]) => {
            const fromMs = Math.max(atMs + gap * 60_000, FIRST_MS) + ms
            atMs = fromMs + length * 60_000
            return { fromMs, toMs: atMs }
          })
        })
        const flat = spans.flat()
        const counts = spans.map((span) => span.length)
        const due = findDueDatesEpochMs(
          {
            receivedEpochMs: Float64Array.from(rows, (row) => row.receivedMs),
            termIndex: Uint8Array.from(rows, (row) => row.term),
            pausesAt: Uint32Array.from([
              0,
              ...counts.map((_, index) => counts.slice(0, index + 1).reduce((a, b) => a + b, 0)),
            ]),
            pauseFromEpochMs: Float64Array.from(flat, ({ fromMs }) => fromMs),
            pauseToEpochMs: Float64Array.from(flat, ({ toMs }) => toMs),
          },
          { terms, calendar },
        )
        const expected = rows.map((row, index) => {
          const pauses = (spans[index] ?? []).map(
            ({ fromMs, toMs }): Pause => ({
              fromAt: fromEpochMs(fromMs),
              toAt: fromEpochMs(toMs),
              reason: 'supplement',
            }),
          )
          const term = terms[row.term] ?? { kind: 'none' }
          const { dueAt } = findDueDate({ receivedAt: fromEpochMs(row.receivedMs), term, calendar, pauses })
          return dueAt === undefined ? Number.NaN : toEpochMs(dueAt)
        })
        expect([...due]).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })
  it('follows other rules than the lawful ones', () => {
    const receivedEpochMs = Float64Array.of(toEpochMs(instant('2026-08-03T15:30')))
    const context = {
      terms: [{ kind: 'working-days', amount: 1 }],
      calendar: calendars[0] ?? buildWorkingCalendar(),
    } as const
    const due = findDueDatesEpochMs({ receivedEpochMs }, { ...context, rules: { cutOff: '15:00' } })
    expect([...due].map((ms) => fromEpochMs(ms).slice(0, 10))).toEqual(['2026-08-05'])
  })
})

describe('what it refuses', () => {
  const calendar = calendars[0] ?? buildWorkingCalendar()
  const received = Float64Array.of(
    toEpochMs(instant('2026-08-03T15:30')),
    toEpochMs(instant('2026-08-04T15:30')),
  )
  const codeOf = (run: () => unknown): unknown => {
    try {
      run()
    } catch (error) {
      return isMotcuaError(error) ? [error.code, error.data] : error
    }
    return undefined
  }
  it.each([
    ['termIndex', { termIndex: Uint8Array.of(0) }, 2, 1],
    ['pausesAt', { pausesAt: Uint32Array.of(0, 0) }, 3, 2],
    ['pauseFromEpochMs', { pausesAt: Uint32Array.of(0, 1, 1) }, 1, 0],
    ['pauseToEpochMs', { pausesAt: Uint32Array.of(0, 0, 1), pauseFromEpochMs: Float64Array.of(1) }, 1, 0],
  ])('refuses a column %s that is too short', (column, columns, expected, actual) => {
    expect(
      codeOf(() => findDueDatesEpochMs({ receivedEpochMs: received, ...columns }, { terms, calendar })),
    ).toEqual(['deadline/short-column', { column, expected, actual }])
  })
  it('refuses a term that is not there, and a row outside the calendar', () => {
    const termIndex = Uint8Array.of(0, 99)
    expect(
      codeOf(() => findDueDatesEpochMs({ receivedEpochMs: received, termIndex }, { terms, calendar })),
    ).toEqual(['deadline/invalid-term', { place: 'termIndex[1]' }])
    const late = Float64Array.of(toEpochMs(instant('2040-01-01T08:00')))
    expect(codeOf(() => findDueDatesEpochMs({ receivedEpochMs: late }, { terms, calendar }))).toMatchObject([
      'calendar/gap',
      {},
    ])
    const pausedPast = {
      receivedEpochMs: Float64Array.of(toEpochMs(instant('2028-12-27T08:00'))),
      pausesAt: Uint32Array.of(0, 1),
      pauseFromEpochMs: Float64Array.of(toEpochMs(instant('2028-12-28T08:00'))),
      pauseToEpochMs: Float64Array.of(toEpochMs(instant('2029-02-01T08:00'))),
    }
    expect(
      codeOf(() =>
        findDueDatesEpochMs(pausedPast, { terms: [{ kind: 'working-days', amount: 2 }], calendar }),
      ),
    ).toMatchObject(['calendar/gap', {}])
  })
})

describe('what it must not touch', () => {
  it('leaves the columns as they were', () => {
    const receivedEpochMs = Float64Array.of(toEpochMs(instant('2026-08-03T15:30')))
    const before = [...receivedEpochMs]
    findDueDatesEpochMs({ receivedEpochMs }, { terms, calendar: calendars[0] ?? buildWorkingCalendar() })
    expect([...receivedEpochMs]).toEqual(before)
  })
})
