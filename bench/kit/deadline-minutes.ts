/**
 * Office minutes, added and counted, against a loop over the days of the Temporal polyfill and dayjs-business-time.
 *
 * Neither the polyfill's loop nor ours misses a worked Saturday; dayjs-business-time has none, so its answers are
 * held against a loop without them.
 */
import { instant, toEpochMs } from 'motcua'
import {
  addWorkingDaysDayNumber,
  addWorkingMinutesEpochMs,
  countWorkingDaysDayNumber,
  countWorkingMinutesEpochMs,
} from 'motcua/calendar'
import {
  addMinutesByLoop,
  calendar,
  countMinutesByLoop,
  DAY_MS,
  daysOff,
  daysWorked,
  FIRST_DAY,
  type Knowledge,
  knowsAll,
  MINUTE_MS,
  minuteAfter,
  OFFSET_MS,
  openBefore,
  STARTS,
  startOf,
  texts,
} from './deadline-truth.ts'
import { type BenchRow, type Candidate, loadPeer, measureInTurn, toRows } from './measure.ts'

interface MinuteCandidate extends Candidate {
  readonly knowledge: Knowledge
}
interface DayjsDate {
  addBusinessMinutes(minutes: number): { valueOf(): number }
  businessMinutesDiff(other: DayjsDate): number
}
type Dayjs = ((text?: string) => DayjsDate) & {
  extend(plugin: unknown): void
  setHolidays(days: readonly string[]): void
  setBusinessTime(times: unknown): void
}
interface PlainDate {
  readonly dayOfWeek: number
  add(amount: { days: number }): PlainDate
  toString(): string
}
interface Temporal {
  readonly Temporal: { readonly PlainDate: { from(text: string): PlainDate } }
}

const startMs = toEpochMs(instant('2024-01-02T08:10:00+07:00'))
/** Moments of 150 days, seven hours apart. */
const moments = Float64Array.from({ length: STARTS }, (_, step) => startMs + step * 7 * 3_600_000)
const at = (index: number): number => moments[startOf(index)] ?? 0
const noSaturdays: Knowledge = { knowsDaysOff: true, knowsDaysWorked: false }

/** Our own door in a loop of its own: the work is so small that a call through a variable would be a part of it. */
function ours(run: (index: number) => number, runMany: (count: number) => number): MinuteCandidate {
  return { name: 'motcua, epoch ms', run, runMany, knowledge: knowsAll }
}

/** A loop over days, written with care: no day is asked twice, only the first and the last are cut. */
function loopByTemporal({ Temporal }: Temporal, days: number, minutes: number) {
  const isWorked = (date: PlainDate): boolean => {
    const text = date.toString()
    return (date.dayOfWeek <= 5 && !daysOff.has(text)) || daysWorked.has(text)
  }
  const splitAt = (epochMs: number) => {
    const day = Math.floor((epochMs + OFFSET_MS) / DAY_MS)
    const minute = Math.floor((epochMs + OFFSET_MS - day * DAY_MS) / MINUTE_MS)
    return { day, date: Temporal.PlainDate.from(texts[day - FIRST_DAY] ?? ''), open: openBefore(minute) }
  }
  const add = (index: number): number => {
    let { day, date, open } = splitAt(at(index))
    let isOpen = isWorked(date)
    let left = minutes + (isOpen ? open : 0)
    while (!isOpen || left > 480) {
      if (isOpen) left -= 480
      day += 1
      date = date.add({ days: 1 })
      isOpen = isWorked(date)
    }
    return day * DAY_MS + minuteAfter(left) * MINUTE_MS - OFFSET_MS
  }
  const count = (index: number): number => {
    const from = splitAt(at(index))
    const to = splitAt(at(index) + days * DAY_MS)
    let sum = 0
    let { date } = from
    for (let { day } = from; day < to.day; day += 1) {
      if (isWorked(date)) sum += day === from.day ? 480 - from.open : 480
      date = date.add({ days: 1 })
    }
    return sum + (isWorked(date) ? to.open : 0)
  }
  return { add, count }
}

/** dayjs-business-time with our hours and days off. */
function askDayjs(dayjs: Dayjs, days: number, minutes: number) {
  const hours = [
    { start: '07:00:00', end: '11:30:00' },
    { start: '13:30:00', end: '17:00:00' },
  ]
  const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, hours])
  dayjs.setHolidays([...daysOff])
  dayjs.setBusinessTime({ ...Object.fromEntries(week), saturday: null, sunday: null })
  const localText = (epochMs: number): string => new Date(epochMs + OFFSET_MS).toISOString().slice(0, 19)
  // dayjs reads the text in the zone of the process; the way back takes the same zone off.
  const zoneMs = (ms: number): number => new Date(ms).getTimezoneOffset() * MINUTE_MS
  const add = (index: number): number => {
    const reached = dayjs(localText(at(index)))
      .addBusinessMinutes(minutes)
      .valueOf()
    return reached - zoneMs(reached) - OFFSET_MS
  }
  const count = (index: number): number =>
    dayjs(localText(at(index))).businessMinutesDiff(dayjs(localText(at(index) + days * DAY_MS)))
  return { add, count }
}

/** Checks every candidate against the loop that knows what it knows; gives how many answers are wrong. */
function checkMinutes(
  bench: string,
  candidates: readonly MinuteCandidate[],
  answer: (index: number, knowledge: Knowledge) => number,
): BenchRow[] {
  const starts = Array.from({ length: 64 }, (_, step) => step * 8)
  return candidates.map(({ name, run, knowledge }) => {
    const failed = starts.find((start) => run(start) !== answer(start, knowledge))
    if (failed !== undefined)
      throw new Error(`${name} is wrong: ${bench} from ${new Date(at(failed)).toISOString()}`)
    const wrong = starts.filter((start) => run(start) !== answer(start, knowsAll)).length
    const note = wrong === 0 ? 'right' : `wrong in ${wrong} of ${starts.length}`
    return { bench: `answers: ${bench}`, name, note }
  })
}

/** Adding and counting minutes: answers first, then the figures. */
export async function measureMinutes(days: number): Promise<BenchRow[]> {
  const minutes = days * 480 - 37
  const spanMs = days * DAY_MS
  const addMany = (count: number): number => {
    let sum = 0
    for (let i = 0; i < count; i += 1) sum += addWorkingMinutesEpochMs(calendar, at(i), minutes)
    return sum
  }
  const countMany = (count: number): number => {
    let sum = 0
    for (let i = 0; i < count; i += 1) {
      const fromMs = at(i)
      sum += countWorkingMinutesEpochMs(calendar, fromMs, fromMs + spanMs)
    }
    return sum
  }
  const add = [ours((i) => addWorkingMinutesEpochMs(calendar, at(i), minutes), addMany)]
  const count = [ours((i) => countWorkingMinutesEpochMs(calendar, at(i), at(i) + days * DAY_MS), countMany)]
  const temporal = await loadPeer<Temporal>('temporal-polyfill')
  if (temporal) {
    const loops = loopByTemporal(temporal, days, minutes)
    add.push({ name: 'temporal-polyfill in a loop', run: loops.add, knowledge: knowsAll })
    count.push({ name: 'temporal-polyfill in a loop', run: loops.count, knowledge: knowsAll })
  }
  const dayjs = await loadPeer<Dayjs>('dayjs')
  const plugin = await loadPeer<unknown>('dayjs-business-time')
  if (dayjs && plugin) {
    dayjs.extend(plugin)
    const asked = askDayjs(dayjs, days, minutes)
    add.push({ name: 'dayjs-business-time', run: asked.add, knowledge: noSaturdays })
    count.push({ name: 'dayjs-business-time', run: asked.count, knowledge: noSaturdays })
  }
  const [addBench, countBench] = [`add ${minutes} minutes`, `count minutes of ${days} days`]
  const bars = days === 30 ? { 'temporal-polyfill in a loop': 2000, 'dayjs-business-time': 40_000 } : {}
  const missing = [
    ...(temporal ? [] : ['temporal-polyfill in a loop']),
    ...(dayjs && plugin ? [] : ['dayjs-business-time']),
  ]
  return [
    ...checkMinutes(addBench, add, (i, knowledge) => addMinutesByLoop(at(i), minutes, knowledge)),
    ...checkMinutes(countBench, count, (i, knowledge) =>
      countMinutesByLoop(at(i), at(i) + days * DAY_MS, knowledge),
    ),
    ...toRows(addBench, measureInTurn(add), bars),
    ...toRows(countBench, measureInTurn(count), bars),
    ...missing.map((name) => ({ bench: 'minutes', name, skipped: 'skipped: not installed' })),
  ]
}

/** Whether a long term costs more than a short one. */
export function measureGrowth(): BenchRow[] {
  const growths = [
    {
      name: 'days: 365 against 5',
      most: 2.5,
      of: (days: number) => (i: number) => addWorkingDaysDayNumber(calendar, FIRST_DAY + startOf(i), days),
    },
    {
      name: 'between: 365 against 5',
      most: 2.5,
      of: (days: number) => (i: number) =>
        countWorkingDaysDayNumber(calendar, FIRST_DAY + startOf(i), FIRST_DAY + startOf(i) + days),
    },
    {
      name: 'minutes: 365 days against 5',
      most: 2,
      of: (days: number) => (i: number) => addWorkingMinutesEpochMs(calendar, at(i), days * 480 - 37),
    },
    {
      name: 'minutes between: 365 days against 5',
      most: 2,
      of: (days: number) => (i: number) => countWorkingMinutesEpochMs(calendar, at(i), at(i) + days * DAY_MS),
    },
  ]
  return growths.map(({ name, most, of }) => {
    const [, long] = measureInTurn([
      { name: 'short', run: of(5) },
      { name: 'long', run: of(365) },
    ])
    const ratio = Number((long?.ratio ?? Number.NaN).toPrecision(3))
    return { bench: 'growth', name, ratio, bar: `≤ ${most}`, ok: ratio <= most }
  })
}
