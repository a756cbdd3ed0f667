/**
 * What a verdict on a dossier costs, against the peers, in one run: `npm run bench dossier [LINES]` (300,000 lines
 * unless given; a million as well, if there is room for 4 GB in the temporary folder).
 *
 * A correctness check runs first and fails the bench: every candidate says yes to the valid payload and no to
 * each of the broken ones. The built package is measured, because the fast yes is made by the build.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { buildJsonSchema } from '../src/dossier/json-schema/index.ts'
import { fullDossier } from '../test/kit/dossiers.ts'
import { measureResident, measureStreams, runPipeline, writeDossiers } from './kit/dossier-stream.ts'
import { toValibot, type Valibot } from './kit/dossier-valibot.ts'
import { type BenchRow, loadPeer, measureInTurn, printRows, toRows } from './kit/measure.ts'

// By an address that the bundler leaves alone: the package as it was built, not its sources.
const door = new URL('../dist/dossier/index.js', import.meta.url).href
const built: typeof import('../src/dossier/index.ts') = await import(door)
const { Dossier, validateDossier } = built

/** Broken in one place each, at different depths. */
const brokenDossiers: readonly unknown[] = [
  { ...fullDossier, papers: [{ ...fullDossier.papers[0], originals: -1 }] },
  { ...fullDossier, sets: 0 },
  { ...fullDossier, unknown: 1 },
  { ...fullDossier, applicant: { ...fullDossier.applicant, kind: 'nobody' } },
  { ...fullDossier, form: { ...fullDossier.form, answers: { '1': 'x' } } },
]
const text = JSON.stringify(fullDossier)
const valid: unknown = JSON.parse(text)
const invalid = brokenDossiers[0]

interface Judge {
  readonly name: string
  readonly judge: (value: unknown) => boolean
}

/** Every candidate by the same rules: the published JSON Schema, or the zod schema that it is made from. */
async function loadJudges(): Promise<{ judges: readonly Judge[]; missing: readonly string[] }> {
  const schema = buildJsonSchema('dossier')
  const validateByAjv = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
  const judges: Judge[] = [
    { name: 'motcua', judge: (value) => validateDossier(value).ok },
    { name: 'ajv compiled', judge: (value) => validateByAjv(value) },
    { name: 'zod strict', judge: (value) => Dossier.safeParse(value).success },
  ]
  const missing: string[] = []
  const typebox = await loadPeer<{ Compile(schema: unknown): { Check(value: unknown): boolean } }>(
    'typebox/schema',
  )
  if (typebox === undefined) missing.push('typebox compiled')
  else {
    const validator = typebox.Compile(schema)
    judges.push({ name: 'typebox compiled', judge: (value) => validator.Check(value) })
  }
  const valibot = await loadPeer<
    Valibot & { safeParse(schema: unknown, value: unknown): { success: boolean } }
  >('valibot')
  if (valibot === undefined) missing.push('valibot strict')
  else {
    const own = toValibot(valibot, schema)
    judges.push({ name: 'valibot strict', judge: (value) => valibot.safeParse(own, value).success })
  }
  for (const { name, judge } of judges) {
    const isRight = judge(valid) && brokenDossiers.every((value) => !judge(value))
    if (!isRight) throw new Error(`${name} gives a wrong verdict`)
  }
  return { judges, missing }
}

/** All candidates on one value, and parsing its text as the floor. */
function measureObject(bench: string, value: unknown, judges: readonly Judge[]): BenchRow[] {
  const bars: Readonly<Record<string, number>> =
    bench === 'valid object' ? { 'ajv compiled': 0.9, 'zod strict': 3 } : {}
  const candidates = judges.map(({ name, judge }) => ({ name, run: () => (judge(value) ? 1 : 0) }))
  const floor = { name: 'JSON.parse of the text', run: () => Object.keys(JSON.parse(text)).length }
  return toRows(bench, measureInTurn([...candidates, floor]), bars)
}

/** A dossier so many times as long must not cost more than so many times as much, with a quarter of room. */
function measureGrowth(): BenchRow[] {
  const otherPapers = Array.from({ length: 200 }, (_, at) => ({
    name: `Giấy tờ khác số ${at}`,
    copies: 1,
    kind: 'original',
  }))
  const long = { ...fullDossier, otherPapers }
  if (!validateDossier(long).ok) throw new Error('the long dossier is not valid')
  const times = JSON.stringify(long).length / text.length
  const [, measured] = measureInTurn([
    { name: 'short', run: () => (validateDossier(valid).ok ? 1 : 0) },
    { name: 'long', run: () => (validateDossier(long).ok ? 1 : 0) },
  ])
  const ratio = Number((measured?.ratio ?? Number.NaN).toPrecision(3))
  const most = Number((times * 1.25).toPrecision(3))
  const name = `${times.toPrecision(3)} times the text`
  return [{ bench: 'growth', name, ratio, bar: `≤ ${most}`, ok: ratio <= most }]
}

/** From 0.3 to a million lines, over which memory has to be flat. */
const GROWTH = 3.3

/**
 * Memory of a file and of one with 3.3 times the lines.
 *
 * The bar is about 0.3 against a million lines: `npm run bench dossier 1000000` measures just that. With fewer lines the
 * factor is the same, and the name of the row says between which counts it lies; the smaller file only has to be long
 * enough for two threads to have grown their heaps, which 30,000 lines are not.
 */
function toGrowthRows(
  counts: readonly [few: number, many: number],
  [few, many]: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>],
): BenchRow[] {
  return [...few].map(([name, megabytes]) => {
    const ratio = Number(((many.get(name) ?? Number.NaN) / megabytes).toPrecision(3))
    return {
      bench: `memory, ${counts[0]} to ${counts[1]} lines`,
      name,
      ratio,
      bar: '≤ 1.3',
      ok: ratio <= 1.3,
    }
  })
}

/** NDJSON: time and memory of the whole file, and how memory grows up to it. */
async function measureFiles(lines: number): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'))
  try {
    const texts = { valid: text, broken: JSON.stringify(invalid) }
    const [file, small] = [join(folder, 'all.ndjson'), join(folder, 'fewer.ndjson')]
    const fewer = Math.round(lines / GROWTH / 100) * 100
    await writeDossiers(file, lines, texts)
    await writeDossiers(small, fewer, texts)
    const few = await measureResident(small, fewer)
    const whole = await measureStreams(file, { lines, rounds: lines > 100_000 ? 1 : 3 })
    return [...whole.rows, ...toGrowthRows([fewer, lines], [few, whole.resident])]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const [, , mode = '300000', name = '', file = ''] = process.argv
if (mode === 'child') await runPipeline(name, file, built)
else {
  const { judges, missing } = await loadJudges()
  const rows = [
    ...measureObject('valid object', valid, judges),
    ...measureObject('invalid object', invalid, judges),
    ...missing.map((peer) => ({ bench: 'peers', name: peer, skipped: 'skipped: not installed' })),
    ...measureGrowth(),
    ...(await measureFiles(Number(mode))),
  ]
  process.stderr.write(`payload ${text.length} characters\n`)
  process.exitCode = printRows(rows)
}
