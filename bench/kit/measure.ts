/**
 * Measuring in turn: every candidate in each round, so that a slow moment of the machine meets all of them.
 */

/** One thing to measure: `run(i)` does it once and gives a number, so that nothing is optimised away. */
export interface Candidate {
  readonly name: string
  readonly run: (index: number) => number
  /** The same in a loop of its own, for work so small that a call would be half of what is measured. */
  readonly runMany?: (count: number) => number
}

/**
 * What a candidate cost: median over the rounds, in nanoseconds, and how many times the first candidate's cost.
 *
 * A ratio is taken within a round, where both sides met the same machine, so its median holds. A bar in units of
 * time has no other side: whatever else runs on the machine can only add to it, hence the least of the rounds.
 */
export interface Measured {
  readonly name: string
  readonly nsPerOp: number
  /** The least of the rounds: what a bar in units of time is held against. */
  readonly leastNs: number
  /** Median of the per-round ratios to the first candidate. */
  readonly ratio: number
}

/** One line of a bench's answer. */
export interface BenchRow {
  readonly bench: string
  readonly name: string
  readonly nsPerOp?: number
  readonly ratio?: number
  /** What the ratio, or the figure, must reach. */
  readonly bar?: string
  readonly ok?: boolean
  readonly skipped?: string
  /** A remark in place of a verdict. */
  readonly note?: string
}

const ROUNDS = 7
const ROUND_MS = 30
let sink = 0

/**
 * Milliseconds of processor time since `start`, the least that is read being a microsecond.
 *
 * Not the clock on the wall: other work on the machine would be measured with it.
 */
export function processorMs(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** Runs a candidate so many times. */
function repeat({ run, runMany }: Candidate, count: number): void {
  if (runMany !== undefined) sink += runMany(count)
  else for (let index = 0; index < count; index += 1) sink += run(index)
}

/** Runs a candidate for about a round and gives its nanoseconds per call. */
function measureOnce(candidate: Candidate, calls: number): { nsPerOp: number; calls: number } {
  for (let count = calls; ; count *= 4) {
    const start = process.cpuUsage()
    repeat(candidate, count)
    const ms = processorMs(start)
    if (ms >= ROUND_MS / 4)
      return { nsPerOp: (ms * 1e6) / count, calls: Math.max(1, Math.round((count * ROUND_MS) / ms)) }
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** Rounds that are thrown away, until the compiler of the engine has come to rest. */
const WARM_UP_ROUNDS = 3

/** Measures all candidates in turn, after some rounds that are thrown away. */
export function measureInTurn(candidates: readonly Candidate[]): readonly Measured[] {
  // Asked twice: code that is still cold would set rounds too short to read.
  const cold = candidates.map((candidate) => measureOnce(candidate, 1).calls)
  const calls = candidates.map((candidate, at) => measureOnce(candidate, cold[at] ?? 1).calls)
  const measureRound = (): readonly number[] =>
    candidates.map((candidate, at) => {
      const count = calls[at] ?? 1
      const start = process.cpuUsage()
      repeat(candidate, count)
      return (processorMs(start) * 1e6) / count
    })
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) measureRound()
  const rounds = Array.from({ length: ROUNDS }, measureRound)
  if (Number.isNaN(sink)) throw new Error('a candidate gave no number')
  return candidates.map(({ name }, at) => ({
    name,
    nsPerOp: median(rounds.map((round) => round[at] ?? Number.NaN)),
    leastNs: Math.min(...rounds.map((round) => round[at] ?? Number.NaN)),
    ratio: median(rounds.map((round) => (round[at] ?? Number.NaN) / (round[0] ?? Number.NaN))),
  }))
}

/** Loads a pinned peer, or nothing where bench/package.json is not installed. */
export async function loadPeer<T>(name: string): Promise<T | undefined> {
  try {
    const loaded: { default?: unknown } = await import(name)
    return (loaded.default ?? loaded) as T
  } catch {
    return undefined
  }
}

/** The rows of a table: the first candidate is ours, each other one has its bar. */
export function toRows(
  bench: string,
  measured: readonly Measured[],
  bars: Readonly<Record<string, number>>,
): BenchRow[] {
  return measured.map(({ name, nsPerOp, ratio }, index) => {
    const bar = bars[name]
    const rounded = { nsPerOp: Number(nsPerOp.toPrecision(3)), ratio: Number(ratio.toPrecision(3)) }
    if (index === 0 || bar === undefined) return { bench, name, ...rounded }
    return { bench, name, ...rounded, bar: `× ${bar}`, ok: ratio >= bar }
  })
}

/** Prints rows as a table for people, then one JSON line; gives the exit code. */
export function printRows(rows: readonly BenchRow[]): number {
  for (const { bench, name, nsPerOp, ratio, bar, ok, skipped, note } of rows) {
    const cost = nsPerOp === undefined ? '' : `${nsPerOp.toLocaleString('en')} ns`
    const times = ratio === undefined ? '' : `× ${ratio.toLocaleString('en')}`
    const verdict = skipped ?? note ?? (bar === undefined ? '' : `${bar} ${ok ? 'ok' : 'MISSED'}`)
    process.stdout.write(
      `${bench.padEnd(32)}${name.padEnd(34)}${cost.padStart(16)}${times.padStart(14)}  ${verdict}\n`,
    )
  }
  process.stdout.write(`${JSON.stringify({ rows })}\n`)
  return rows.some(({ ok }) => ok === false) ? 1 : 0
}
