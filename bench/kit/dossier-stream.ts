/**
 * NDJSON of dossiers, each pipeline in a process of its own: time, and the most memory it ever held.
 *
 * One thread is measured by processor time, which other work on the machine does not change; two threads by the clock on
 * the wall, which says something only while the machine is idle.
 */
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type * as DossierDoor from '../../src/dossier/index.ts'
import { runMeasured } from '../../test/kit/measured-process.ts'
import { type BenchRow, median } from './measure.ts'

/** What one run of a pipeline cost, and how many dossiers it found valid. */
interface Run {
  readonly wallMs: number
  readonly processorMs: number
  readonly residentMegabytes: number
  readonly valid: number
}

type Door = typeof DossierDoor
const CHUNK_BYTES = 1 << 20

/** The pipelines that this file runs itself, in the child. */
const pipelines: Readonly<Record<string, (file: string, door: Door) => Promise<number>>> = {
  async 'readline + JSON.parse + zod'(file, { Dossier }) {
    let valid = 0
    for await (const line of createInterface({ input: createReadStream(file) })) {
      if (Dossier.safeParse(JSON.parse(line)).success) valid += 1
    }
    return valid
  },
  async 'readline + JSON.parse only'(file) {
    let valid = 0
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const { papers }: { papers: readonly { readonly originals: number }[] } = JSON.parse(line)
      if (papers.every(({ originals }) => originals >= 0)) valid += 1
    }
    return valid
  },
  async 'motcua judgeNdjson, 1 thread'(file, { judgeNdjson }) {
    let valid = 0
    for await (const { verdict } of judgeNdjson(createReadStream(file, { highWaterMark: CHUNK_BYTES }))) {
      if (verdict.ok) valid += 1
    }
    return valid
  },
}

/** The child's half: runs one pipeline and prints what it cost. */
export async function runPipeline(name: string, file: string, door: Door): Promise<void> {
  const valid = (await pipelines[name]?.(file, door)) ?? Number.NaN
  process.stdout.write(String(valid))
}

/** Writes the file: one line of a hundred is not valid. */
export async function writeDossiers(file: string, lines: number, texts: { valid: string; broken: string }) {
  const out = createWriteStream(file)
  const block = `${`${texts.valid}\n`.repeat(99)}${texts.broken}\n`
  for (let line = 0; line < lines; line += 100) if (!out.write(block)) await once(out, 'drain')
  out.end()
  await once(out, 'finish')
}

/** One pipeline of the list above. */
async function runOwn(name: string, file: string): Promise<Run> {
  const { out, err, wallMs, processorMs, peakMegabytes } = await runMeasured([
    process.argv[1] ?? '',
    'child',
    name,
    file,
  ])
  if (out === '') throw new Error(`${name} failed: ${err}`)
  return { wallMs, processorMs, residentMegabytes: peakMegabytes, valid: Number(out) }
}

const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

/** The command line, start of the program and all its output included. */
async function runProgram(threads: number, file: string, lines: number): Promise<Run> {
  const words = ['dossier', 'validate', file, '--ndjson', '--json', '--threads', `${threads}`, '--lang', 'en']
  const { err, wallMs, processorMs, peakMegabytes } = await runMeasured([program, ...words])
  const [, all, valid] = err.match(/(\d+) dossiers: (\d+) valid/) ?? []
  if (Number(all) !== lines) throw new Error(`the program failed: ${err}`)
  return { wallMs, processorMs, residentMegabytes: peakMegabytes, valid: Number(valid) }
}

/** Every candidate, each by its name. */
function listCandidates(file: string, lines: number): readonly (readonly [string, () => Promise<Run>])[] {
  return [
    ...Object.keys(pipelines).map((name) => [name, () => runOwn(name, file)] as const),
    ['motcua dossier validate, 1 thread', () => runProgram(1, file, lines)],
    ['motcua dossier validate, 2 threads', () => runProgram(2, file, lines)],
  ]
}

/** The most memory that each of our own pipelines holds over a file; one run each, for the time says nothing here. */
export async function measureResident(file: string, lines: number): Promise<ReadonlyMap<string, number>> {
  const resident = new Map<string, number>()
  for (const [name, run] of listCandidates(file, lines)) {
    if (name.startsWith('motcua')) resident.set(name, (await run()).residentMegabytes)
  }
  return resident
}

/** What each candidate must reach: times faster than zod, and megabytes at most. */
const bars: Readonly<Record<string, { readonly times: number; readonly megabytes: number }>> = {
  'motcua judgeNdjson, 1 thread': { times: 1.5, megabytes: 200 },
  'motcua dossier validate, 2 threads': { times: 2.5, megabytes: 300 },
}

/** Rows of time and of memory of one file; candidates in turn in every round, the first round is thrown away. */
export async function measureStreams(
  file: string,
  { lines, rounds }: { readonly lines: number; readonly rounds: number },
): Promise<{ rows: BenchRow[]; resident: ReadonlyMap<string, number> }> {
  const candidates = listCandidates(file, lines)
  const runs = new Map<string, Run[]>(candidates.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of candidates) {
      const done = await run()
      const expected = lines - lines / 100
      if (done.valid !== expected) throw new Error(`${name} finds ${done.valid} of ${expected} valid`)
      runs.get(name)?.push(done)
    }
  }
  const zod = 'readline + JSON.parse + zod'
  const costsOf = (name: string, isOnWall: boolean): readonly number[] =>
    (runs.get(name) ?? []).map(({ wallMs, processorMs }) => (isOnWall ? wallMs : processorMs))
  const resident = new Map(
    [...runs].map(([name, all]) => [
      name,
      Math.max(...all.map(({ residentMegabytes }) => residentMegabytes)),
    ]),
  )
  const rows = candidates.flatMap(([name]): BenchRow[] => {
    const isOnWall = name.endsWith('2 threads')
    const [costs, peers] = [costsOf(name, isOnWall), costsOf(zod, isOnWall)]
    const faster = Number(median(costs.map((ms, at) => (peers[at] ?? Number.NaN) / ms)).toPrecision(3))
    const bar = bars[name]
    const megabytes = resident.get(name) ?? Number.NaN
    const nsPerOp = Math.round((median(costs) * 1e6) / lines)
    const verdict = bar === undefined ? {} : { bar: `× ${bar.times}`, ok: faster >= bar.times }
    const memory = bar === undefined ? {} : { bar: `≤ ${bar.megabytes} MB`, ok: megabytes <= bar.megabytes }
    const bench = `NDJSON, ${lines} lines`
    return [
      { bench: `${bench}, zod/it`, name, nsPerOp, ratio: faster, ...verdict },
      { bench: `${bench}, memory`, name: `${name}: ${megabytes} MB`, ...memory },
    ]
  })
  return { rows, resident }
}
