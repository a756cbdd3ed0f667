/**
 * What a verdict on a dossier costs, against the peers, in one run: `npm run bench dossier`.
 *
 * A correctness check runs first and fails the bench: every candidate says yes to the valid payload and no to
 * the invalid one. The built package is measured, because the fast yes is made by the build.
 */
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { buildJsonSchema } from '../src/dossier/json-schema/index.ts'
import { fullDossier } from '../test/kit/dossiers.ts'
import { type BenchRow, measureInTurn, median, printRows, processorMs, toRows } from './kit/measure.ts'

// By an address that the bundler leaves alone: the package as it was built, not its sources.
const door = new URL('../dist/dossier/index.js', import.meta.url).href
const { Dossier, judgeNdjson, validateDossier }: typeof import('../src/dossier/index.ts') = await import(door)

const validateByAjv = new Ajv2020({ strict: false, validateFormats: false }).compile(
  buildJsonSchema('dossier'),
)
const text = JSON.stringify(fullDossier)
const valid: unknown = JSON.parse(text)
const invalid = { ...fullDossier, papers: [{ ...fullDossier.papers[0], originals: -1 }] }

const candidates = [
  { name: 'motcua', judge: (value: unknown) => validateDossier(value).ok },
  { name: 'ajv compiled', judge: (value: unknown) => validateByAjv(value) },
  { name: 'zod strict', judge: (value: unknown) => Dossier.safeParse(value).success },
]
for (const { name, judge } of candidates) {
  if (!judge(valid) || judge(invalid)) throw new Error(`${name} gives the wrong verdict`)
}

/** All candidates on one value, and parsing its text as the floor. */
function measureObject(bench: string, value: unknown, bars: Readonly<Record<string, number>>): BenchRow[] {
  const judges = candidates.map(({ name, judge }) => ({ name, run: () => (judge(value) ? 1 : 0) }))
  const floor = { name: 'JSON.parse of the text', run: () => Object.keys(JSON.parse(text)).length }
  return toRows(bench, measureInTurn([...judges, floor]), bars)
}

const LINES = 20_000
const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'))
const file = join(folder, 'dossiers.ndjson')
const broken = JSON.stringify(invalid)
writeFileSync(file, Array.from({ length: LINES }, (_, at) => (at % 100 === 99 ? broken : text)).join('\n'))

/** Our stream of verdicts; gives the number of valid lines. */
async function streamOurs(): Promise<number> {
  let valid = 0
  for await (const { verdict } of judgeNdjson(createReadStream(file, { highWaterMark: 1 << 20 }))) {
    if (verdict.ok) valid += 1
  }
  return valid
}

/** What most programs do: readline, JSON.parse, zod. */
async function streamZod(): Promise<number> {
  let valid = 0
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (Dossier.safeParse(JSON.parse(line)).success) valid += 1
  }
  return valid
}

/** Median of the per-round ratios of processor time, ours first in each of the rounds. */
async function measureStream(): Promise<BenchRow[]> {
  const rounds: (readonly [number, number])[] = []
  for (let round = 0; round < 7; round += 1) {
    const costs: number[] = []
    for (const stream of [streamOurs, streamZod]) {
      const start = process.cpuUsage()
      if ((await stream()) !== LINES - LINES / 100) throw new Error('a stream counts wrongly')
      costs.push(processorMs(start))
    }
    rounds.push([costs[0] ?? Number.NaN, costs[1] ?? Number.NaN])
  }
  const perLine = (side: 0 | 1): number =>
    Math.round((median(rounds.map((costs) => costs[side])) * 1e6) / LINES)
  const ratio = Number(median(rounds.map(([ours, zod]) => zod / ours)).toPrecision(3))
  const bench = `NDJSON, ${LINES} lines, 1 thread`
  return [
    { bench, name: 'motcua', nsPerOp: perLine(0), ratio: 1 },
    {
      bench,
      name: 'readline + JSON.parse + zod',
      nsPerOp: perLine(1),
      ratio,
      bar: '× 1.5',
      ok: ratio >= 1.5,
    },
  ]
}

const rows = [
  ...measureObject('valid object', valid, { 'ajv compiled': 0.9, 'zod strict': 3 }),
  ...measureObject('invalid object', invalid, {}),
  ...(await measureStream()),
  ...['valibot', 'typebox', 'worker threads'].map((name) => ({
    bench: 'peers',
    name,
    skipped: 'not measured',
  })),
]
rmSync(folder, { recursive: true })
process.stderr.write(
  `payload ${text.length} characters, resident ${Math.round(process.memoryUsage().rss / 1e6)} MB at the end\n`,
)
process.exitCode = printRows(rows)
