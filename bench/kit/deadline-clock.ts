/**
 * The due dates of a million dossiers with pauses, from columns of numbers.
 *
 * No peer has pauses; the floor beside it is copying the same columns, and the single question asked in a loop.
 */
import { fromEpochMs, instant, toEpochMs } from 'motcua'
import { buildWorkingCalendar } from 'motcua/calendar'
import { type DueDateColumns, findDueDate, findDueDatesEpochMs, type Term } from 'motcua/deadline'
import { type BenchRow, median, processorMs } from './measure.ts'

const ROWS = 1_000_000
const PAUSES = 3
/** So many pauses for the growth, on a tenth of the rows. */
const MANY_PAUSES = 30
const MANY_ROWS = ROWS / 10
const ROUNDS = 7
const MINUTE_MS = 60_000
const calendar = buildWorkingCalendar()
const terms: readonly Term[] = [5, 15, 30].map((amount) => ({ kind: 'working-days', amount }))

/** Pseudo-random whole numbers below a bound: the same ones in every run (xorshift32). */
function makeDraw(): (bound: number) => number {
  let state = 2_463_534_242
  return (bound) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % bound
  }
}

/** Dossiers received over three years; pauses in order, of an hour to eight days. */
function drawColumns(rows: number, pauses: number): Required<DueDateColumns> {
  const draw = makeDraw()
  const firstMs = toEpochMs(instant('2023-01-03T08:00:00+07:00'))
  const receivedEpochMs = Float64Array.from(
    { length: rows },
    () => firstMs + draw(3 * 365 * 1440) * MINUTE_MS,
  )
  const pauseFromEpochMs = new Float64Array(rows * pauses)
  const pauseToEpochMs = new Float64Array(rows * pauses)
  for (let row = 0; row < rows; row += 1) {
    let atMs = receivedEpochMs[row] ?? 0
    for (let pause = row * pauses; pause < (row + 1) * pauses; pause += 1) {
      pauseFromEpochMs[pause] = atMs += (60 + draw(4000)) * MINUTE_MS
      pauseToEpochMs[pause] = atMs += (60 + draw(11_460)) * MINUTE_MS
    }
  }
  return {
    receivedEpochMs,
    termIndex: Uint8Array.from({ length: rows }, () => draw(terms.length)),
    pausesAt: Uint32Array.from({ length: rows + 1 }, (_, row) => row * pauses),
    pauseFromEpochMs,
    pauseToEpochMs,
  }
}

/** One row by the question that is asked for a single dossier. */
function askOne(columns: Required<DueDateColumns>, row: number): number {
  const pauses = Array.from({ length: PAUSES }, (_, step) => ({
    fromAt: fromEpochMs(columns.pauseFromEpochMs[row * PAUSES + step] ?? Number.NaN),
    toAt: fromEpochMs(columns.pauseToEpochMs[row * PAUSES + step] ?? Number.NaN),
    reason: 'supplement' as const,
  }))
  const term = terms[columns.termIndex[row] ?? 0] ?? { kind: 'none' }
  const receivedAt = fromEpochMs(columns.receivedEpochMs[row] ?? Number.NaN)
  const { dueAt } = findDueDate({ receivedAt, term, calendar, pauses })
  return dueAt === undefined ? Number.NaN : toEpochMs(dueAt)
}

/** Milliseconds of one run: the median and the least of several after two that are thrown away. */
function timeRuns(run: () => number): { readonly medianMs: number; readonly leastMs: number } {
  let sum = run() + run()
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage()
    sum += run()
    return processorMs(start)
  })
  if (Number.isNaN(sum)) throw new Error('a run gave no number')
  const round = (ms: number): number => Number(ms.toPrecision(3))
  return { medianMs: round(median(rounds)), leastMs: round(Math.min(...rounds)) }
}

/** The table about many dossiers. */
export async function runClockPart(): Promise<BenchRow[]> {
  const columns = drawColumns(ROWS, PAUSES)
  const due = findDueDatesEpochMs(columns, { terms, calendar })
  for (let row = 0; row < ROWS; row += 997) {
    if (due[row] !== askOne(columns, row)) throw new Error(`row ${row} differs from the single question`)
  }
  const bench = '1 M due dates, 3 pauses each'
  const bulk = timeRuns(() => findDueDatesEpochMs(columns, { terms, calendar })[ROWS - 1] ?? Number.NaN)
  const sample = ROWS / 100
  const oneByOne = timeRuns(() => {
    let sum = 0
    for (let row = 0; row < sample; row += 1) sum += askOne(columns, row)
    return sum
  })
  const copy = timeRuns(() => {
    const copies = [columns.receivedEpochMs, columns.pauseFromEpochMs, columns.pauseToEpochMs].map((own) =>
      own.slice(),
    )
    return copies[0]?.[ROWS - 1] ?? Number.NaN
  })
  const many = drawColumns(MANY_ROWS, MANY_PAUSES)
  const longTerms: readonly Term[] = terms.map(() => ({ kind: 'working-days', amount: 150 }))
  const manyRows = timeRuns(
    () => findDueDatesEpochMs(many, { terms: longTerms, calendar })[MANY_ROWS - 1] ?? Number.NaN,
  )
  const nsPerPause = Number(((manyRows.leastMs * 1e6) / (MANY_ROWS * MANY_PAUSES)).toPrecision(3))
  const nsPerRow = (ms: number, rows: number): number => Number(((ms * 1e6) / rows).toPrecision(3))
  const ratio = (ns: number): number => Number((ns / nsPerRow(bulk.medianMs, ROWS)).toPrecision(3))
  return [
    {
      bench,
      name: `motcua, columns: ${bulk.medianMs} ms`,
      nsPerOp: nsPerRow(bulk.medianMs, ROWS),
      ratio: 1,
    },
    {
      bench,
      name: `least of the rounds: ${bulk.leastMs} ms`,
      nsPerOp: nsPerRow(bulk.leastMs, ROWS),
      bar: '≤ 100 ms',
      ok: bulk.leastMs <= 100,
    },
    {
      bench,
      name: 'motcua, one by one',
      nsPerOp: nsPerRow(oneByOne.medianMs, sample),
      ratio: ratio(nsPerRow(oneByOne.medianMs, sample)),
    },
    {
      bench: `${MANY_PAUSES} pauses each`,
      name: 'least of the rounds, each pause',
      nsPerOp: nsPerPause,
      bar: '≤ 25 ns',
      ok: nsPerPause <= 25,
    },
    {
      bench,
      name: 'copying the columns (floor)',
      nsPerOp: nsPerRow(copy.medianMs, ROWS),
      ratio: ratio(nsPerRow(copy.medianMs, ROWS)),
    },
  ]
}
