import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import {
  buildWorkingCalendar,
  defaultOffice,
  type OfficeShift,
  type WorkingCalendar,
} from '../../src/calendar/index.ts'
import {
  fromDayNumber,
  fromEpochMs,
  type Instant,
  type IsoDate,
  isoDate,
  toDayNumber,
  VIETNAM_OFFSET_MS,
} from '../../src/date.ts'
import {
  addLedgerEntry,
  type CountingRules,
  computeDueDate,
  type DayEntry,
  findDueDate,
  type LedgerEntry,
  type PauseReason,
  pauseReasons,
  readClock,
  type Term,
  type TermExtension,
} from '../../src/deadline/index.ts'
import { findRun, type OracleCalendar, type OracleDay, walk } from '../kit/walking-clock.ts'

const FIRST_DAY = toDayNumber(isoDate('2025-11-20'))
const DAYS = 200
/** Receipts fall into the first days, so that every walk ends inside the written ones. */
const RECEIPT_DAYS = 25

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const at = (minute: number): Instant => fromEpochMs(minute * 60_000 - VIETNAM_OFFSET_MS)

const aDay: fc.Arbitrary<OracleDay> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constant<OracleDay>({
      ranges: [
        [420, 690],
        [810, 1020],
      ],
      counted: true,
    }),
  },
  { weight: 2, arbitrary: fc.constant<OracleDay>({ ranges: [], counted: false }) },
  { weight: 1, arbitrary: fc.constant<OracleDay>({ ranges: [[450, 690]], counted: true }) },
  { weight: 1, arbitrary: fc.constant<OracleDay>({ ranges: [[450, 690]], counted: false }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.integer({ min: 0, max: 1436 }),
        fc.integer({ min: 1, max: 1440 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 200 }),
      )
      .map(([start, length, counted, gap]): OracleDay => {
        const end = Math.min(start + length, 1440)
        const next = Math.min(end + gap, 1440)
        const ranges: (readonly [number, number])[] = [[start, end]]
        if (next < 1440) ranges.push([next, Math.min(next + 77, 1440)])
        return { ranges, counted }
      }),
  },
)

/** A week repeated, with single days that differ: as irregular as any office, and written down day by day. */
const aCalendar = fc
  .tuple(
    fc
      .array(aDay, { minLength: 7, maxLength: 7 })
      .filter((week) => week.filter((day) => day.counted).length >= 3),
    fc.array(fc.tuple(fc.integer({ min: 0, max: DAYS - 20 }), aDay), { maxLength: 12 }),
  )
  .map(([week, odd]) => {
    const days = new Map<number, OracleDay>()
    for (let index = 0; index < DAYS; index += 1) days.set(FIRST_DAY + index, week[index % 7] as OracleDay)
    for (const [index, day] of odd) days.set(FIRST_DAY + index, day)
    return days as OracleCalendar
  })

/** The same days as an office: one shift for every date. */
function buildFrom(days: OracleCalendar): WorkingCalendar {
  const shifts = [...days].map(
    ([dayNumber, day]): OfficeShift => ({
      date: fromDayNumber(dayNumber),
      hours: day.ranges.map(([start, end]) => [clock(start), clock(end)]),
      counted: day.counted,
      onDaysOff: true,
    }),
  )
  return buildWorkingCalendar({ office: { ...defaultOffice, shifts } })
}

const aQuantity = fc.oneof(
  fc.record({
    kind: fc.constant('working-days' as const),
    amount: fc.constantFrom(0.25, 0.5, 1, 1.5, 2, 3, 5, 8, 15),
  }),
  fc.record({ kind: fc.constant('calendar-days' as const), amount: fc.constantFrom(0.5, 1, 2, 7, 15, 30) }),
  fc.record({ kind: fc.constant('working-hours' as const), amount: fc.constantFrom(0.5, 4, 8, 24, 40) }),
  fc.record({ kind: fc.constant('hours' as const), amount: fc.constantFrom(0.5, 2, 24, 72) }),
  fc.record({ kind: fc.constant('months' as const), amount: fc.constantFrom(1, 2) }),
)
const anExtension: fc.Arbitrary<TermExtension> = fc
  .tuple(aQuantity, fc.constantFrom('to' as const, 'by' as const))
  .map(([quantity, mode]) => ({ ...quantity, mode, when: 'phải xác minh' }))
const aTerm: fc.Arbitrary<Term> = fc.oneof(
  { weight: 5, arbitrary: aQuantity },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Term>({ kind: 'same-day' }, { kind: 'same-day', cutOff: '15:00' }),
  },
)
const someRules: fc.Arbitrary<CountingRules> = fc.record({
  firstDay: fc.constantFrom('not-counted', 'not-counted', 'at-once'),
  dueMoment: fc.constant('end-of-working-day'),
  afterHours: fc.constantFrom('same-day', 'next-working-day'),
})
const aReceipt = fc
  .integer({ min: 0, max: RECEIPT_DAYS * 1440 - 1 })
  .map((minute) => FIRST_DAY * 1440 + minute)
const aReason = fc.constantFrom(...(Object.keys(pauseReasons) as PauseReason[]))

/** Gaps between entries: minutes, hours or days, so that entries share days and span weeks. */
const aGap = fc.oneof(
  fc.integer({ min: 0, max: 90 }),
  fc.integer({ min: 60, max: 1500 }),
  fc.integer({ min: 1440, max: 6 * 1440 }),
)
const aStep = fc.record({
  gap: aGap,
  kind: fc.constantFrom('pause', 'resume', 'pause', 'resume', 'extend', 'restart', 'stop'),
  reason: aReason,
  extension: anExtension,
})

describe.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'])('what it gives, under TZ=%s', (zone) => {
  const before = process.env.TZ
  const inZone = (check: () => void): void => {
    process.env.TZ = zone
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(
      { UTC: 0, 'Asia/Ho_Chi_Minh': -420, 'America/New_York': 300 }[zone],
    )
    check()
  }
  afterAll(() => {
    process.env.TZ = before
  })

  it('ends every term on the minute on which the walking clock ends it', () => {
    inZone(() => {
      fc.assert(
        fc.property(
          fc.record({
            days: aCalendar,
            receivedMinute: aReceipt,
            term: aTerm,
            rules: someRules,
            extensions: fc.array(anExtension, { maxLength: 2 }),
            pauses: fc.array(fc.tuple(aGap, aGap), { maxLength: 4 }),
          }),
          ({ days, receivedMinute, term, rules, extensions, pauses }) => {
            let minute = receivedMinute - 30
            const spans = pauses.map(([gap, length]) => {
              const fromMinute = minute + gap
              // The next pause begins before this one ends every now and then: overlaps count once.
              minute = fromMinute + Math.floor(length * 0.8)
              return { fromMinute, toMinute: fromMinute + length }
            })
            const expected = walk(
              days,
              { receivedMinute, pauses: spans, extensions },
              { term, rules, untilMinute: 0 },
            )
            const due = findDueDate({
              receivedAt: at(receivedMinute),
              term,
              calendar: buildFrom(days),
              rules,
              extensions,
              pauses: spans.map(({ fromMinute, toMinute }) => ({
                fromAt: at(fromMinute),
                toAt: at(toMinute),
                reason: 'supplement',
              })),
            })
            expect(due).toEqual({
              dueDate: fromDayNumber(expected.dueDay),
              dueAt: at(expected.dueMinute),
              provisional: false,
            })
          },
        ),
        { numRuns: 60 },
      )
    })
  })

  it('reads every ledger as the walking clock does, consumed, remaining and due', () => {
    inZone(() => {
      fc.assert(
        fc.property(
          fc.record({
            days: aCalendar,
            receivedMinute: aReceipt,
            term: aTerm,
            rules: someRules,
            mode: fc.constantFrom('pause' as const, 'restart' as const),
            steps: fc.array(aStep, { maxLength: 10 }),
            later: aGap,
          }),
          ({ days, receivedMinute, term, rules, mode, steps, later }) => {
            const context = { term, calendar: buildFrom(days), rules, mode }
            let ledger: readonly LedgerEntry[] = [{ kind: 'start', at: at(receivedMinute) }]
            let minute = receivedMinute
            for (const { gap, kind, reason, extension } of steps) {
              if (minute + gap > (FIRST_DAY + 60) * 1440) break
              minute += gap
              const entry =
                kind === 'extend' ? { kind, at: at(minute), extension } : { kind, at: at(minute), reason }
              const decision = addLedgerEntry(ledger, entry as LedgerEntry, context)
              if (decision.kind === 'added') ledger = decision.ledger
            }
            const atMinute = minute + later
            const reading = readClock({ ...context, ledger, at: at(atMinute) })
            const entries = ledger.map((entry) => ({
              ...entry,
              minute: (Date.parse(entry.at) + VIETNAM_OFFSET_MS) / 60_000,
            }))
            const run = findRun(entries, atMinute, mode)
            if (run === undefined) throw new Error('the ledger always starts')
            const stop = entries.find((entry) => entry.kind === 'stop')
            const untilMinute = run.isStopped ? (stop?.minute ?? atMinute) : atMinute
            const expected = walk(days, run, { term, rules, untilMinute })
            expect(reading.dueAt).toBe(at(expected.dueMinute))
            expect(reading.overdue).toBe(untilMinute > expected.dueMinute)
            expect(reading.state).toBe(run.isStopped ? 'stopped' : run.isPaused ? 'paused' : 'running')
            reading.consumed.forEach((quantity, index) => {
              expect(quantity.amount).toBeCloseTo(expected.consumed[index] ?? Number.NaN, 5)
            })
          },
        ),
        { numRuns: 60 },
      )
    })
  })
})

/** Recomputes a due date from nothing but the entries of its explanation and the length of the term. */
function recompute(
  days: readonly DayEntry[],
  { kind, amount }: { readonly kind: string; readonly amount: number },
): IsoDate | undefined {
  const working = ['working', 'swapped-worked', 'shift-worked']
  let left = kind === 'working-days' ? amount : kind === 'calendar-days' ? amount * 1440 : amount * 60
  for (const [index, day] of days.entries()) {
    left -= kind === 'working-days' && day.counted ? day.countedMinutes / day.ofMinutes : day.countedMinutes
    const canRoll = kind === 'calendar-days' || kind === 'hours'
    if (left > 1e-9) continue
    return canRoll ? days.slice(index).find((later) => working.includes(later.kind))?.date : day.date
  }
  return undefined
}

describe('edges', () => {
  it('explains so that the days alone give the date again', () => {
    const counted = aQuantity.filter((quantity) => quantity.kind !== 'months')
    fc.assert(
      fc.property(
        fc.record({
          days: aCalendar,
          receivedMinute: aReceipt,
          term: counted,
          pauses: fc.array(aGap, { maxLength: 4 }),
          rules: someRules,
        }),
        ({ days, receivedMinute, term, pauses, rules }) => {
          let minute = receivedMinute
          const spans = pauses.map((gap) => {
            const fromMinute = minute + gap
            minute = fromMinute + gap
            return { fromAt: at(fromMinute), toAt: at(minute), reason: 'supplement' as const }
          })
          const due = computeDueDate({
            receivedAt: at(receivedMinute),
            term,
            calendar: buildFrom(days),
            pauses: spans,
            rules,
          })
          expect(recompute(due.days, term)).toBe(due.dueDate)
          for (const day of due.days) {
            expect(day.source).not.toBe('')
            expect(day.counted).toBe(day.countedMinutes > 0)
          }
        },
      ),
      { numRuns: 100 },
    )
  })
  it('names every day from the receipt to the due date once and in order', () => {
    fc.assert(
      fc.property(
        fc.record({ days: aCalendar, receivedMinute: aReceipt, term: aTerm }),
        ({ days, receivedMinute, term }) => {
          const due = computeDueDate({ receivedAt: at(receivedMinute), term, calendar: buildFrom(days) })
          const first = Math.floor(receivedMinute / 1440)
          expect(due.days.map((day) => day.date)).toEqual(
            due.days.map((_, index) => fromDayNumber(first + index)),
          )
          expect(due.days.at(-1)?.date).toBe(due.dueDate)
        },
      ),
      { numRuns: 60 },
    )
  })
})
