/**
 * Thirty-one years of one agency's calendar: built whole (warm, and as the first call of a process), and rebuilt
 * after a notice about one year.
 */
import { spawnSync } from 'node:child_process'
import { isoDate } from 'motcua'
import { addNotice, buildWorkingCalendar, type OfficialCalendar, vietnamCalendar } from 'motcua/calendar'
import { type BenchRow, measureInTurn, median } from './measure.ts'

/** Notices for twenty years after the built-in ones; two more years are provisional. */
function extendOfficial(): OfficialCalendar {
  let official = vietnamCalendar
  for (let year = 2027; year <= 2046; year += 1) {
    const second = { date: isoDate(`${year}-09-01`), holiday: 'national-day' }
    official = addNotice(official, { number: `bench-${year}`, settles: [year], daysOff: [second], swaps: [] })
  }
  return official
}

/** The same in a process that has built nothing yet; gives milliseconds of the clock on the wall. */
function timeFirstCall(): number {
  const doors = ['../dist/index.js', '../dist/calendar/index.js'].map(
    (path) => new URL(path, import.meta.url).href,
  )
  const script = `
    import { isoDate } from '${doors[0]}'
    import { addNotice, buildWorkingCalendar, vietnamCalendar } from '${doors[1]}'
    const extendOfficial = ${extendOfficial}
    const official = extendOfficial()
    const start = performance.now()
    buildWorkingCalendar({ official })
    process.stdout.write(String(performance.now() - start))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return Number(stdout)
}

/** Every row about building. */
export function measureBuild(): BenchRow[] {
  const official = extendOfficial()
  const previous = buildWorkingCalendar({ official })
  const change = (year: number): OfficialCalendar =>
    addNotice(official, {
      number: 'bench',
      settles: [],
      daysOff: [{ date: isoDate(`${year}-06-05`) }],
      swaps: [],
    })
  const [first, last] = [change(2018), change(2048)]
  const build = (own: OfficialCalendar): number => buildWorkingCalendar({ official: own }).lastDate.length
  const rebuild = (own: OfficialCalendar): number =>
    buildWorkingCalendar({ official: own, previous }).lastDate.length
  for (const own of [first, last]) {
    const isEqual =
      buildWorkingCalendar({ official: own }).hash === buildWorkingCalendar({ official: own, previous }).hash
    if (!isEqual) throw new Error('a rebuilt calendar differs from a fresh one')
  }
  // Compiled code comes late: some hundred builds are thrown away before the rounds.
  for (let round = 0; round < 300; round += 1) build(official) + rebuild(first) + rebuild(last)
  const [whole, ofFirst, ofLast] = measureInTurn([
    { name: 'whole', run: () => build(official) },
    { name: 'first year', run: () => rebuild(first) },
    { name: 'last year', run: () => rebuild(last) },
  ])
  const bench = 'build 31 years'
  const nsPerOp = Math.round(whole?.nsPerOp ?? Number.NaN)
  const leastNs = Math.round(whole?.leastNs ?? Number.NaN)
  const columns = Object.values(previous.axis).filter((column) => ArrayBuffer.isView(column))
  const bytes = [...new Set(columns.map((column) => column.buffer))].reduce(
    (sum, own) => sum + own.byteLength,
    0,
  )
  const kilobytes = Math.round(bytes / 1024)
  const coldMs = median(Array.from({ length: 5 }, timeFirstCall))
  const ratioOf = (row: { readonly ratio: number } | undefined): number =>
    Number((row?.ratio ?? Number.NaN).toPrecision(3))
  return [
    { bench, name: 'warm', nsPerOp },
    { bench, name: 'warm, least of the rounds', nsPerOp: leastNs, bar: '≤ 2 ms', ok: leastNs <= 2e6 },
    {
      bench,
      name: 'first call of a process',
      nsPerOp: Math.round(coldMs * 1e6),
      note: 'no bar: code is still cold',
    },
    { bench, name: `${kilobytes} KB`, bar: '≤ 256 KB', ok: kilobytes <= 256 },
    {
      bench,
      name: 'rebuilt for a day of the first year',
      nsPerOp: Math.round(ofFirst?.nsPerOp ?? 0),
      ratio: ratioOf(ofFirst),
    },
    {
      bench,
      name: 'rebuilt for a day of the last year',
      nsPerOp: Math.round(ofLast?.nsPerOp ?? 0),
      ratio: ratioOf(ofLast),
      bar: '< × 1',
      ok: ratioOf(ofLast) < 1,
    },
  ]
}
