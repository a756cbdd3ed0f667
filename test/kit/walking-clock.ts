/**
 * The slow and obvious clock: walks minute by minute over days that a test wrote down itself.
 *
 * It shares no code with the room: days are looked up in a table, working days are summed as exact fractions,
 * months are added by the built-in calendar in UTC.
 */
import type { CountingRules, LedgerEntry, Term, TermExtension } from '../../src/deadline/index.ts'

/** Hours of one day in minutes from midnight, and whether it counts as a working day. */
export interface OracleDay {
  readonly ranges: readonly (readonly [number, number])[]
  readonly counted: boolean
}

/** Days by day number from 1970-01-01. */
export type OracleCalendar = ReadonlyMap<number, OracleDay>

export interface OracleRun {
  /** Minute of Viet Nam's clock from 1970-01-01T00:00. */
  readonly receivedMinute: number
  readonly pauses: readonly { readonly fromMinute: number; readonly toMinute: number }[]
  readonly extensions: readonly TermExtension[]
}

const MINUTES = 1440

function dayAt(calendar: OracleCalendar, minute: number): OracleDay {
  const day = calendar.get(Math.floor(minute / MINUTES))
  if (day === undefined) throw new Error(`the oracle has no day ${Math.floor(minute / MINUTES)}`)
  return day
}

export function isOpen(calendar: OracleCalendar, minute: number): boolean {
  const inDay = minute % MINUTES
  return dayAt(calendar, minute).ranges.some(([start, end]) => inDay >= start && inDay < end)
}

function lengthOf(day: OracleDay): number {
  return day.ranges.reduce((sum, [start, end]) => sum + end - start, 0)
}

function nextWorkingDay(calendar: OracleCalendar, day: number): number {
  let next = day + 1
  while (calendar.get(next)?.counted !== true) {
    if (!calendar.has(next)) throw new Error(`the oracle has no day ${next}`)
    next += 1
  }
  return next
}

function closingOf(day: OracleDay): number {
  return Math.max(...day.ranges.map(([, end]) => end))
}

/** Days from a day to the same day some months later, or to the end of that month. */
function monthsLater(day: number, months: number): number {
  const start = new Date(day * 86_400_000)
  const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, start.getUTCDate()))
  const wanted = (start.getUTCMonth() + months) % 12
  // The built-in calendar runs over into the next month; step back to the end of the wanted one.
  while (end.getUTCMonth() !== wanted) end.setUTCDate(end.getUTCDate() - 1)
  return end.getTime() / 86_400_000 - day
}

/** An exact count of shares: so many minutes of days of each length. */
class Shares {
  readonly minutesByLength = new Map<number, number>()
  rough = 0
  add(length: number): void {
    this.minutesByLength.set(length, (this.minutesByLength.get(length) ?? 0) + 1)
    this.rough += 1 / length
  }
  /** Whether the sum is at least `amount`, a decimal with at most four digits after the point. */
  reaches(amount: number): boolean {
    if (Math.abs(this.rough - amount) > 1e-6) return this.rough > amount
    let numerator = 0n
    let denominator = 1n
    for (const [length, minutes] of this.minutesByLength) {
      numerator = numerator * BigInt(length) + BigInt(minutes) * denominator
      denominator *= BigInt(length)
    }
    return numerator * 10_000n >= BigInt(Math.round(amount * 10_000)) * denominator
  }
}

interface OracleSegment {
  readonly unit: string
  readonly amount: number
}

function segmentsOf(term: Term, extensions: readonly TermExtension[]): OracleSegment[] {
  let segments: OracleSegment[] =
    term.kind === 'same-day'
      ? [{ unit: 'same-day', amount: 1 }]
      : term.kind === 'none'
        ? []
        : [{ unit: term.kind, amount: term.amount }]
  for (const { kind, amount, mode } of extensions) {
    const last = segments.at(-1)
    if (mode === 'to') {
      const isOnly = segments.length === 1 && last?.unit === kind
      segments = [{ unit: kind, amount: isOnly ? Math.max(last.amount, amount) : amount }]
    } else if (last?.unit === kind) {
      segments = [...segments.slice(0, -1), { unit: kind, amount: last.amount + amount }]
    } else {
      segments = [...segments, { unit: kind, amount }]
    }
  }
  return segments
}

export interface OracleAnswer {
  readonly dueDay: number
  readonly dueMinute: number
  /** For each part, in its own unit at `untilMinute`. */
  readonly consumed: readonly number[]
}

/** Day that counts as the day of receipt, and the first minute that may count. */
function placeReceipt(calendar: OracleCalendar, run: OracleRun, input: { term: Term; rules: CountingRules }) {
  const day = Math.floor(run.receivedMinute / MINUTES)
  const inDay = run.receivedMinute % MINUTES
  const today = dayAt(calendar, run.receivedMinute)
  const { term, rules } = input
  const cutOff = (term.kind === 'same-day' ? term.cutOff : undefined) ?? rules.cutOff
  const cutOffMinute =
    cutOff === undefined
      ? Number.POSITIVE_INFINITY
      : Number(cutOff.slice(0, 2)) * 60 + Number(cutOff.slice(3))
  const isOutside = !today.counted || inDay > closingOf(today)
  const isLate =
    (today.counted && inDay > cutOffMinute) ||
    (isOutside && (term.kind === 'same-day' || rules.afterHours === 'next-working-day'))
  if (!isLate) return { day, minute: run.receivedMinute }
  const next = nextWorkingDay(calendar, day)
  const opening = Math.min(...(calendar.get(next)?.ranges ?? []).map(([start]) => start))
  return { day: next, minute: next * MINUTES + opening }
}

/** Walks a run to its end, minute by minute; `untilMinute` is where consumption is read off. */
export function walk(
  calendar: OracleCalendar,
  run: OracleRun,
  input: { readonly term: Term; readonly rules: CountingRules; readonly untilMinute: number },
): OracleAnswer {
  const receipt = placeReceipt(calendar, run, input)
  const atOnce = input.rules.firstDay === 'at-once'
  let minute = receipt.minute
  let isFirst = true
  let isExact = false
  let isCalendar = false
  const consumed: number[] = []
  for (const { unit, amount } of segmentsOf(input.term, run.extensions)) {
    const isDays = !['hours', 'working-hours', 'same-day'].includes(unit)
    if (isFirst && isDays && !atOnce) minute = (receipt.day + 1) * MINUTES
    const anchor = isFirst ? receipt.day : Math.floor((minute - 1) / MINUTES)
    isFirst = false
    isCalendar = ['calendar-days', 'months', 'years', 'hours'].includes(unit)
    isExact =
      unit === 'hours' ||
      unit === 'working-hours' ||
      (isDays && (atOnce || (unit === 'working-days' && !Number.isInteger(amount))))
    let goal = Number.POSITIVE_INFINITY
    if (unit === 'calendar-days') goal = Math.round(amount * MINUTES)
    if (unit === 'months') goal = monthsLater(anchor, amount) * MINUTES
    if (unit === 'years') goal = monthsLater(anchor, amount * 12) * MINUTES
    if (unit === 'hours' || unit === 'working-hours') goal = Math.round(amount * 60)
    const shares = new Shares()
    let passed = 0
    let used = 0
    const isReached = (): boolean => (unit === 'working-days' ? shares.reaches(amount) : passed >= goal)
    if (unit === 'same-day') {
      goal = 0
      for (let m = minute; m < (receipt.day + 1) * MINUTES; m += 1) if (isOpen(calendar, m)) goal += 1
    }
    while (!isReached()) {
      const isPaused = run.pauses.some((pause) => minute >= pause.fromMinute && minute < pause.toMinute)
      const day = dayAt(calendar, minute)
      if (!isPaused) {
        const open = isOpen(calendar, minute)
        if (unit === 'working-days' && open && day.counted) shares.add(lengthOf(day))
        else if (unit === 'working-hours' || unit === 'same-day') passed += open ? 1 : 0
        else if (unit !== 'working-days') passed += 1
        if (minute < input.untilMinute) used = unit === 'working-days' ? shares.rough : passed
      }
      minute += 1
    }
    const scale =
      unit === 'working-days' ? 1 : ['hours', 'working-hours', 'same-day'].includes(unit) ? 60 : MINUTES
    // The last minute may carry a share over the goal; no more than the goal is used up.
    consumed.push(Math.min(used / scale, unit === 'working-days' ? amount : Number.POSITIVE_INFINITY))
  }
  const lastDay = Math.floor((minute - 1) / MINUTES)
  const isOff = isCalendar && calendar.get(lastDay)?.counted !== true
  const dueDay = isOff ? nextWorkingDay(calendar, lastDay) : lastDay
  if (isExact && !isOff) return { dueDay, dueMinute: minute, consumed }
  return { dueDay, dueMinute: dueDay * MINUTES + closingOf(calendar.get(dueDay) as OracleDay), consumed }
}

/** Finds the run that counts at a moment, by stepping through the entries one by one. */
export function findRun(
  entries: readonly (LedgerEntry & { readonly minute: number })[],
  atMinute: number,
  mode: 'pause' | 'restart',
): (OracleRun & { readonly isStopped: boolean; readonly isPaused: boolean }) | undefined {
  let receivedMinute: number | undefined
  let pauses: { fromMinute: number; toMinute: number }[] = []
  let extensions: TermExtension[] = []
  let open: { fromMinute: number; reason: string } | undefined
  let isStopped = false
  for (const entry of entries) {
    if (entry.minute > atMinute) continue
    const isFresh =
      entry.kind === 'start' ||
      entry.kind === 'restart' ||
      (entry.kind === 'resume' && mode === 'restart' && open?.reason === 'supplement')
    if (isFresh) {
      receivedMinute = entry.minute
      pauses = []
      extensions = []
      open = undefined
    } else if (entry.kind === 'pause') {
      open = { fromMinute: entry.minute, reason: entry.reason }
    } else if ((entry.kind === 'resume' || entry.kind === 'stop') && open !== undefined) {
      pauses.push({ fromMinute: open.fromMinute, toMinute: entry.minute })
      open = undefined
    } else if (entry.kind === 'extend') {
      extensions.push(entry.extension)
    }
    if (entry.kind === 'stop') isStopped = true
  }
  if (receivedMinute === undefined) return undefined
  if (open !== undefined && open.reason === 'supplement' && mode === 'restart') {
    return { receivedMinute: atMinute, pauses: [], extensions: [], isStopped, isPaused: true }
  }
  if (open !== undefined) pauses.push({ fromMinute: open.fromMinute, toMinute: atMinute })
  return { receivedMinute, pauses, extensions, isStopped, isPaused: open !== undefined }
}
