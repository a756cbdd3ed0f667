/**
 * Working days and minutes on one compiled calendar against what an application would otherwise reach for.
 *
 * Peers get the same days off where they can take them; none but dayjs-business-days2 can take a worked Saturday, and
 * the check before the measuring says who answers rightly.
 */
import { instant, isoDate, toEpochMs } from 'motcua'
import {
  addNotice,
  addWorkingDays,
  addWorkingDaysDayNumber,
  addWorkingMinutesEpochMs,
  buildWorkingCalendar,
  countWorkingDaysDayNumber,
  countWorkingMinutesEpochMs,
  explainYear,
  vietnamCalendar,
} from 'motcua/calendar'
import {
  type BenchRow,
  type Candidate,
  loadPeer,
  measureInTurn,
  median,
  processorMs,
  toRows,
} from './measure.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const OFFSET_MS = 7 * 3_600_000
const calendar = buildWorkingCalendar()
const years = [2024, 2025, 2026].map((year) => explainYear(calendar, year))
const daysOff = new Set<string>(years.flatMap(({ weekdaysOff }) => weekdaysOff.map(({ date }) => date)))
const daysWorked = new Set<string>(
  years.flatMap(({ weekendsWorked }) => weekendsWorked.map(({ date }) => date)),
)

/** Start days of 2024 and 2025, as day numbers and as the texts that peers take. */
const FIRST_DAY = Date.UTC(2024, 0, 1) / DAY_MS
const STARTS = 512
/** Start of a call: a mask, because a division would cost as much as the work. */
const startOf = (index: number): number => index & (STARTS - 1)
const textOf = (dayNumber: number): string => new Date(dayNumber * DAY_MS).toISOString().slice(0, 10)
const texts = Array.from({ length: 1200 }, (_, step) => textOf(FIRST_DAY + step))
const startText = (index: number): string => texts[startOf(index)] ?? ''

/** The slow and obvious answer: is this day worked? */
function isWorked(dayNumber: number): boolean {
  const text = textOf(dayNumber)
  const weekday = new Date(dayNumber * DAY_MS).getUTCDay()
  if (daysOff.has(text)) return false
  return (weekday !== 0 && weekday !== 6) || daysWorked.has(text)
}

function addDaysSlowly(dayNumber: number, days: number): number {
  let at = dayNumber
  for (let left = days; left > 0; ) {
    at += 1
    if (isWorked(at)) left -= 1
  }
  return at
}

/** Open minutes before a minute of the day: 07:00–11:30 and 13:30–17:00. */
const openBefore = (minute: number): number =>
  Math.min(Math.max(minute - 420, 0), 270) + Math.min(Math.max(minute - 810, 0), 210)

/** A careful loop over days in plain numbers, the kind one writes by hand. */
function addMinutesByLoop(epochMs: number, minutes: number): number {
  let day = Math.floor((epochMs + OFFSET_MS) / DAY_MS)
  let left =
    minutes + (isWorked(day) ? openBefore(Math.floor((epochMs + OFFSET_MS - day * DAY_MS) / MINUTE_MS)) : 0)
  while (!isWorked(day) || left > 480) {
    if (isWorked(day)) left -= 480
    day += 1
  }
  const minute = left <= 270 ? 420 + left : 810 + left - 270
  return day * DAY_MS + minute * MINUTE_MS - OFFSET_MS
}

/** Refuses to measure what answers wrongly. */
function checkAnswers(): void {
  for (let step = 0; step < STARTS; step += 1) {
    for (const days of [1, 5, 30]) {
      const start = FIRST_DAY + step
      if (addWorkingDaysDayNumber(calendar, start, days) !== addDaysSlowly(start, days)) {
        throw new Error(`addWorkingDays is wrong at ${textOf(start)} + ${days}`)
      }
      const at = start * DAY_MS + 9 * 3_600_000 - OFFSET_MS + step * MINUTE_MS
      const minutes = days * 480 - 37
      const reached = addWorkingMinutesEpochMs(calendar, at, minutes)
      if (
        reached !== addMinutesByLoop(at, minutes) ||
        countWorkingMinutesEpochMs(calendar, at, reached) !== minutes
      ) {
        throw new Error(`addWorkingMinutes is wrong at ${textOf(start)} + ${minutes}`)
      }
    }
  }
}

interface DateFns {
  addBusinessDays(date: Date, days: number): Date
  differenceInBusinessDays(later: Date, earlier: Date): number
  addDays(date: Date, days: number): Date
  format(date: Date, pattern: string): string
}
interface Holidays {
  isHoliday(date: Date): unknown
}
interface LuxonDate {
  plusBusiness(amount: { days: number }): { toMillis(): number }
}
interface Luxon {
  readonly DateTime: { fromISO(text: string): LuxonDate }
}
interface DayjsDate {
  businessDaysAdd(days: number): { valueOf(): number }
  addBusinessMinutes(minutes: number): { valueOf(): number }
  businessMinutesDiff(other: DayjsDate): number
}
type Dayjs = ((text?: string) => DayjsDate) & {
  extend(plugin: unknown, options?: unknown): void
  setHolidays(days: readonly string[]): void
  setBusinessTime(times: unknown): void
}
interface PlainDate {
  readonly dayOfWeek: number
  readonly day: number
  add(amount: { days: number }): PlainDate
  toString(): string
}
interface Temporal {
  readonly Temporal: { readonly PlainDate: { from(text: string): PlainDate } }
}

const dates = texts.map((text) => new Date(`${text}T00:00:00`))
const startDate = (index: number): Date => dates[startOf(index)] ?? new Date(0)

/** Peers that add days, each as far as it is installed. */
async function loadDayPeers(days: number): Promise<{ candidates: Candidate[]; missing: string[] }> {
  const candidates: Candidate[] = []
  const missing: string[] = []
  const take = (name: string, run: ((index: number) => number) | undefined): void => {
    if (run === undefined) missing.push(name)
    else candidates.push({ name, run })
  }
  const fns = await loadPeer<DateFns>('date-fns')
  take('date-fns addBusinessDays', fns && ((index) => fns.addBusinessDays(startDate(index), days).getTime()))
  const loopOver = (isFree: (date: Date) => boolean, api: DateFns) => (index: number) => {
    let date = startDate(index)
    for (let left = days; left > 0; ) {
      date = api.addDays(date, 1)
      if (!isFree(date)) left -= 1
    }
    return date.getTime()
  }
  const isWeekend = (date: Date): boolean => date.getDay() === 0 || date.getDay() === 6
  take(
    'date-fns + Set of days',
    fns && loopOver((date) => isWeekend(date) || daysOff.has(fns.format(date, 'yyyy-MM-dd')), fns),
  )
  const Holidays = await loadPeer<new (country: string) => Holidays>('date-holidays')
  const holidays = Holidays && new Holidays('VN')
  take(
    'date-holidays in a loop',
    fns && holidays && loopOver((date) => isWeekend(date) || holidays.isHoliday(date) !== false, fns),
  )
  const luxon = await loadPeer<Luxon>('luxon-business-days')
  take(
    'luxon-business-days',
    luxon && ((index) => luxon.DateTime.fromISO(startText(index)).plusBusiness({ days }).toMillis()),
  )
  const dayjs = await loadPeer<Dayjs>('dayjs')
  const plugin = await loadPeer<unknown>('dayjs-business-days2')
  if (dayjs && plugin) {
    dayjs.extend(plugin, {
      holidays: [...daysOff],
      holidayFormat: 'YYYY-MM-DD',
      additionalWorkingDays: [...daysWorked],
    })
  }
  take(
    'dayjs-business-days2',
    dayjs && plugin ? (index) => dayjs(startText(index)).businessDaysAdd(days).valueOf() : undefined,
  )
  const temporal = await loadPeer<Temporal>('temporal-polyfill')
  take(
    'temporal-polyfill in a loop',
    temporal &&
      ((index) => {
        let date = temporal.Temporal.PlainDate.from(startText(index))
        for (let left = days; left > 0; ) {
          date = date.add({ days: 1 })
          const text = date.toString()
          if ((date.dayOfWeek <= 5 && !daysOff.has(text)) || daysWorked.has(text)) left -= 1
        }
        return date.day
      }),
  )
  return { candidates, missing }
}

/** What bare typed arrays reach: the bound that no library can pass. */
function bareLimit(days: number): Candidate {
  const { workingBefore, workingDayAt, firstDay } = calendar.axis
  const run = (index: number): number =>
    firstDay + (workingDayAt[(workingBefore[FIRST_DAY + startOf(index) - firstDay + 1] ?? 0) + days - 1] ?? 0)
  const runMany = (count: number): number => {
    let sum = 0
    for (let index = 0; index < count; index += 1) sum += run(index)
    return sum
  }
  return { name: 'bare typed arrays (limit)', run, runMany }
}

/** Adding days: bulk door, object door, limit and peers. */
async function measureAddDays(days: number): Promise<BenchRow[]> {
  const bench = `add ${days} working days`
  const starts = texts.slice(0, STARTS).map((text) => isoDate(text))
  const fallback = isoDate('2024-01-01')
  const ours: Candidate[] = [
    {
      name: 'motcua, day numbers',
      run: (i) => addWorkingDaysDayNumber(calendar, FIRST_DAY + startOf(i), days),
      runMany: (count) => {
        let sum = 0
        for (let i = 0; i < count; i += 1)
          sum += addWorkingDaysDayNumber(calendar, FIRST_DAY + startOf(i), days)
        return sum
      },
    },
    {
      name: 'motcua, IsoDate',
      run: (i) => addWorkingDays(calendar, starts[startOf(i)] ?? fallback, days).date.length,
    },
    bareLimit(days),
  ]
  const { candidates, missing } = await loadDayPeers(days)
  const bars: Readonly<Record<string, number>> =
    days === 5
      ? { 'date-fns addBusinessDays': 10, 'date-fns + Set of days': 800, 'temporal-polyfill in a loop': 1000 }
      : {}
  const rows = toRows(bench, measureInTurn([...ours, ...candidates]), bars)
  return [...rows, ...missing.map((name) => ({ bench, name, skipped: 'skipped: not installed' }))]
}

/** Adding and counting minutes. */
async function measureMinutes(days: number): Promise<BenchRow[]> {
  const startMs = toEpochMs(instant('2024-01-02T08:10:00+07:00'))
  const at = (index: number): number => startMs + startOf(index) * 7 * 3_600_000
  const minutes = days * 480 - 37
  const dayjs = await loadPeer<Dayjs>('dayjs')
  const plugin = await loadPeer<unknown>('dayjs-business-time')
  const add: Candidate[] = [
    { name: 'motcua, epoch ms', run: (i) => addWorkingMinutesEpochMs(calendar, at(i), minutes) },
    { name: 'loop over days', run: (i) => addMinutesByLoop(at(i), minutes) },
  ]
  const count: Candidate[] = [
    {
      name: 'motcua, epoch ms',
      run: (i) => countWorkingMinutesEpochMs(calendar, at(i), at(i) + days * DAY_MS),
    },
  ]
  if (dayjs && plugin) {
    dayjs.extend(plugin)
    dayjs.setHolidays([...daysOff])
    const hours = [
      { start: '07:00:00', end: '11:30:00' },
      { start: '13:30:00', end: '17:00:00' },
    ]
    const week = Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, hours]),
    )
    dayjs.setBusinessTime({ ...week, saturday: null, sunday: null })
    const local = (index: number): string => new Date(at(index) + OFFSET_MS).toISOString().slice(0, 19)
    add.push({
      name: 'dayjs-business-time',
      run: (i) => dayjs(local(i)).addBusinessMinutes(minutes).valueOf(),
    })
    const later = (index: number): string =>
      new Date(at(index) + days * DAY_MS + OFFSET_MS).toISOString().slice(0, 19)
    count.push({
      name: 'dayjs-business-time',
      run: (i) => dayjs(later(i)).businessMinutesDiff(dayjs(local(i))),
    })
  }
  const missing =
    dayjs && plugin
      ? []
      : [{ bench: 'minutes', name: 'dayjs-business-time', skipped: 'skipped: not installed' }]
  return [
    ...toRows(
      `add ${minutes} minutes`,
      measureInTurn(add),
      days === 30 ? { 'dayjs-business-time': 40_000 } : {},
    ),
    ...toRows(`count minutes of ${days} days`, measureInTurn(count), {}),
    ...missing,
  ]
}

/** Whether a long term costs more than a short one. */
function measureGrowth(): BenchRow[] {
  const startMs = toEpochMs(instant('2024-01-02T08:10:00+07:00'))
  const at = (index: number): number => startMs + startOf(index) * 7 * 3_600_000
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

/** Thirty-one years of one agency's calendar: time to build, bytes kept. */
function measureBuild(): BenchRow[] {
  let official = vietnamCalendar
  for (let year = 2027; year <= 2046; year += 1) {
    const second = { date: isoDate(`${year}-09-01`), holiday: 'national-day' }
    official = addNotice(official, { number: `bench-${year}`, settles: [year], daysOff: [second], swaps: [] })
  }
  for (let round = 0; round < 20; round += 1) buildWorkingCalendar({ official })
  const rounds = Array.from({ length: 31 }, () => {
    const start = process.cpuUsage()
    for (let again = 0; again < 5; again += 1) buildWorkingCalendar({ official })
    return processorMs(start) / 5
  })
  const ms = Number(median(rounds).toPrecision(3))
  const columns = Object.values(buildWorkingCalendar({ official }).axis)
  const bytes = columns.reduce(
    (sum: number, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
    0,
  )
  return [
    { bench: 'build 31 years', name: `${ms} ms`, nsPerOp: Math.round(ms * 1e6), bar: '≤ 2 ms', ok: ms <= 2 },
    {
      bench: 'build 31 years',
      name: `${Math.round(bytes / 1024)} KB`,
      bar: '≤ 256 KB',
      ok: bytes <= 256 * 1024,
    },
  ]
}

/** Every table about days and minutes. */
export async function runDaysPart(): Promise<BenchRow[]> {
  checkAnswers()
  return [
    ...(await measureAddDays(5)),
    ...(await measureAddDays(30)),
    ...(await measureAddDays(365)),
    ...(await measureMinutes(5)),
    ...(await measureMinutes(30)),
    ...measureGrowth(),
    ...measureBuild(),
  ]
}
