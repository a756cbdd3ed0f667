/**
 * Adding working days on one compiled calendar, against what an application would otherwise reach for.
 *
 * Peers get the same days off where they can take them. Before the measuring every answer is checked: a peer that
 * does not answer as its own rules say fails the bench.
 */
import { isoDate } from 'motcua'
import { addWorkingDays, addWorkingDaysDayNumber } from 'motcua/calendar'
import {
  addDaysSlowly,
  calendar,
  DAY_MS,
  daysOff,
  daysWorked,
  FIRST_DAY,
  type Knowledge,
  knowsAll,
  STARTS,
  startDates,
  startOf,
  startText,
  texts,
} from './deadline-truth.ts'
import { type BenchRow, type Candidate, loadPeer, measureInTurn, toRows } from './measure.ts'

/** A candidate whose answer can be checked. */
interface DayCandidate extends Candidate {
  /** Day number of what `run` gave. */
  readonly toDay: (answer: number) => number
  /** What it knows of the calendar; nothing where it brings a calendar of its own. */
  readonly knowledge: Knowledge | undefined
}

interface DateFns {
  addBusinessDays(date: Date, days: number): Date
  addDays(date: Date, days: number): Date
  format(date: Date, pattern: string): string
}
interface Holidays {
  isHoliday(date: Date): unknown
}
interface Luxon {
  readonly DateTime: {
    fromISO(text: string): { plusBusiness(amount: { days: number }): { toMillis(): number } }
  }
}
type Dayjs = ((text: string) => { businessDaysAdd(days: number): { valueOf(): number } }) & {
  extend(plugin: unknown, options?: unknown): void
}
interface PlainDate {
  readonly dayOfWeek: number
  add(amount: { days: number }): PlainDate
  toString(): string
}
interface Temporal {
  readonly Temporal: { readonly PlainDate: { from(text: string): PlainDate } }
}

const dates = texts.map((text) => new Date(`${text}T00:00:00`))
const startDate = (index: number): Date => dates[startOf(index)] ?? new Date(0)
/** Day number of a local midnight. */
const fromLocalMs = (ms: number): number =>
  Math.round((ms - new Date(ms).getTimezoneOffset() * 60_000) / DAY_MS)
const weekendsOnly: Knowledge = { knowsDaysOff: false, knowsDaysWorked: false }
const noSaturdays: Knowledge = { knowsDaysOff: true, knowsDaysWorked: false }

/** Peers that add days, each as far as it is installed. */
async function loadDayPeers(days: number): Promise<{ candidates: DayCandidate[]; missing: string[] }> {
  const candidates: DayCandidate[] = []
  const missing: string[] = []
  const take = (
    name: string,
    run: ((index: number) => number) | undefined,
    knowledge: Knowledge | undefined,
  ): void => {
    if (run === undefined) missing.push(name)
    else candidates.push({ name, run, knowledge, toDay: fromLocalMs })
  }
  const fns = await loadPeer<DateFns>('date-fns')
  const addByRule = fns && ((index: number) => fns.addBusinessDays(startDate(index), days).getTime())
  take('date-fns addBusinessDays', addByRule, weekendsOnly)
  const loopOver = (isFree: (date: Date) => boolean, api: DateFns) => (index: number) => {
    let date = startDate(index)
    for (let left = days; left > 0; ) {
      date = api.addDays(date, 1)
      if (!isFree(date)) left -= 1
    }
    return date.getTime()
  }
  const isWeekend = (date: Date): boolean => date.getDay() === 0 || date.getDay() === 6
  const isFree = fns && ((date: Date) => isWeekend(date) || daysOff.has(fns.format(date, 'yyyy-MM-dd')))
  take('date-fns + Set of days', fns && isFree && loopOver(isFree, fns), noSaturdays)
  const Holidays = await loadPeer<new (country: string) => Holidays>('date-holidays')
  const holidays = Holidays && new Holidays('VN')
  const isHoliday = holidays && ((date: Date) => isWeekend(date) || holidays.isHoliday(date) !== false)
  take('date-holidays in a loop', fns && isHoliday && loopOver(isHoliday, fns), undefined)
  const luxon = await loadPeer<Luxon>('luxon-business-days')
  const addByLuxon =
    luxon && ((index: number) => luxon.DateTime.fromISO(startText(index)).plusBusiness({ days }).toMillis())
  take('luxon-business-days', addByLuxon, undefined)
  const dayjs = await loadPeer<Dayjs>('dayjs')
  const plugin = await loadPeer<unknown>('dayjs-business-days2')
  if (dayjs && plugin) {
    const format = 'YYYY-MM-DD'
    dayjs.extend(plugin, {
      holidays: [...daysOff],
      holidayFormat: format,
      additionalWorkingDays: [...daysWorked],
      additionalWorkingDayFormat: format,
    })
  }
  const addByDayjs = (index: number): number =>
    dayjs?.(startText(index)).businessDaysAdd(days).valueOf() ?? Number.NaN
  take('dayjs-business-days2', dayjs && plugin ? addByDayjs : undefined, knowsAll)
  const temporal = await loadPeer<Temporal>('temporal-polyfill')
  if (temporal === undefined) missing.push('temporal-polyfill in a loop')
  else candidates.push(loopByTemporal(temporal, days))
  return { candidates, missing }
}

/** A loop over the days of the Temporal polyfill; answers with the day of the year 2024 and after, so `yyyymmdd`. */
function loopByTemporal({ Temporal }: Temporal, days: number): DayCandidate {
  const run = (index: number): number => {
    let date = Temporal.PlainDate.from(startText(index))
    let text = ''
    for (let left = days; left > 0; ) {
      date = date.add({ days: 1 })
      text = date.toString()
      if ((date.dayOfWeek <= 5 && !daysOff.has(text)) || daysWorked.has(text)) left -= 1
    }
    return Number(text.replaceAll('-', ''))
  }
  const toDay = (answer: number): number => {
    const text = String(answer)
    return Date.parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) / DAY_MS
  }
  return { name: 'temporal-polyfill in a loop', run, toDay, knowledge: knowsAll }
}

/** What bare typed arrays reach: the bound that no library can pass. */
function bareLimit(days: number): DayCandidate {
  const { workingBefore, workingDayAt, firstDay } = calendar.axis
  const run = (index: number): number =>
    firstDay + (workingDayAt[(workingBefore[FIRST_DAY + startOf(index) - firstDay + 1] ?? 0) + days - 1] ?? 0)
  const runMany = (count: number): number => {
    let sum = 0
    for (let index = 0; index < count; index += 1) sum += run(index)
    return sum
  }
  return { name: 'bare typed arrays (limit)', run, runMany, toDay: (day) => day, knowledge: knowsAll }
}

/** Ours: the bulk door and the one for a single question. */
function ourCandidates(days: number): DayCandidate[] {
  const runMany = (count: number): number => {
    let sum = 0
    for (let i = 0; i < count; i += 1) sum += addWorkingDaysDayNumber(calendar, FIRST_DAY + startOf(i), days)
    return sum
  }
  const run = (index: number): number => addWorkingDaysDayNumber(calendar, FIRST_DAY + startOf(index), days)
  const fallback = isoDate('2024-01-01')
  const runIso = (index: number): number => {
    const { date } = addWorkingDays(calendar, startDates[startOf(index)] ?? fallback, days)
    return Number(date.slice(0, 4)) * 10_000 + Number(date.slice(5, 7)) * 100 + Number(date.slice(8))
  }
  const toDay = (answer: number): number =>
    Date.UTC(Math.floor(answer / 10_000), (Math.floor(answer / 100) % 100) - 1, answer % 100) / DAY_MS
  return [
    { name: 'motcua, day numbers', run, runMany, toDay: (day) => day, knowledge: knowsAll },
    { name: 'motcua, IsoDate', run: runIso, toDay, knowledge: knowsAll },
  ]
}

/** Checks every candidate; gives how many answers of those that cannot know better are wrong. */
function checkDays(candidates: readonly DayCandidate[], days: number): BenchRow[] {
  const checks = days > 30 ? 4 : 64
  const starts = Array.from({ length: checks }, (_, step) => (step * STARTS) / checks)
  return candidates.flatMap(({ name, run, toDay, knowledge }) => {
    if (name.startsWith('date-holidays') && days > 5) return []
    const answers = starts.map((start) => toDay(run(start)))
    if (knowledge !== undefined) {
      const failed = starts.find(
        (start, at) => answers[at] !== addDaysSlowly(FIRST_DAY + start, days, knowledge),
      )
      if (failed !== undefined) throw new Error(`${name} is wrong at ${startText(failed)} + ${days}`)
    }
    const wrong = starts.filter((start, at) => answers[at] !== addDaysSlowly(FIRST_DAY + start, days)).length
    const note = wrong === 0 ? 'right' : `wrong in ${wrong} of ${checks}`
    return [{ bench: `answers: add ${days} days`, name, note }]
  })
}

/** Adding days: answers first, then bulk door, object door, limit and peers. */
export async function measureAddDays(days: number): Promise<BenchRow[]> {
  const bench = `add ${days} working days`
  const { candidates, missing } = await loadDayPeers(days)
  const all = [...ourCandidates(days), bareLimit(days), ...candidates]
  const answers = checkDays(all, days)
  const bars: Readonly<Record<string, number>> =
    days === 5
      ? { 'date-fns addBusinessDays': 10, 'date-fns + Set of days': 800, 'temporal-polyfill in a loop': 1000 }
      : {}
  const rows = toRows(bench, measureInTurn(all), bars)
  const skipped = missing.map((name) => ({ bench, name, skipped: 'skipped: not installed' }))
  return [...answers, ...rows, ...skipped]
}
