/**
 * The slow and obvious answers that every candidate of `bench/deadline` is checked against.
 *
 * A peer that knows fewer kinds of day than the official calendar is checked against a loop that knows as little;
 * how often that differs from the truth is printed, because speed is not the only thing to compare.
 */
import { isoDate } from 'motcua'
import { buildWorkingCalendar, explainYear } from 'motcua/calendar'

export const DAY_MS = 86_400_000
export const MINUTE_MS = 60_000
export const OFFSET_MS = 7 * 3_600_000
export const calendar = buildWorkingCalendar()
const years = [2024, 2025, 2026].map((year) => explainYear(calendar, year))
export const daysOff = new Set<string>(
  years.flatMap(({ weekdaysOff }) => weekdaysOff.map(({ date }) => date)),
)
export const daysWorked = new Set<string>(
  years.flatMap(({ weekendsWorked }) => weekendsWorked.map(({ date }) => date)),
)

/** Start days of 2024 and 2025, as day numbers and as the texts that peers take. */
export const FIRST_DAY = Date.UTC(2024, 0, 1) / DAY_MS
export const STARTS = 512
/** Start of a call: a mask, because a division would cost as much as the work. */
export const startOf = (index: number): number => index & (STARTS - 1)
export const textOf = (dayNumber: number): string => new Date(dayNumber * DAY_MS).toISOString().slice(0, 10)
export const texts = Array.from({ length: 1200 }, (_, step) => textOf(FIRST_DAY + step))
export const startText = (index: number): string => texts[startOf(index)] ?? ''
export const startDates = texts.slice(0, STARTS).map((text) => isoDate(text))

/** What a candidate knows beside the weekend. */
export interface Knowledge {
  readonly knowsDaysOff: boolean
  readonly knowsDaysWorked: boolean
}
export const knowsAll: Knowledge = { knowsDaysOff: true, knowsDaysWorked: true }

/** Is this day worked, as far as one knows? */
export function isWorked(dayNumber: number, knowledge = knowsAll): boolean {
  const text = textOf(dayNumber)
  const weekday = new Date(dayNumber * DAY_MS).getUTCDay()
  if (knowledge.knowsDaysOff && daysOff.has(text)) return false
  return (weekday !== 0 && weekday !== 6) || (knowledge.knowsDaysWorked && daysWorked.has(text))
}

export function addDaysSlowly(dayNumber: number, days: number, knowledge = knowsAll): number {
  let at = dayNumber
  for (let left = days; left > 0; ) {
    at += 1
    if (isWorked(at, knowledge)) left -= 1
  }
  return at
}

/** Open minutes before a minute of the day: 07:00–11:30 and 13:30–17:00. */
export const openBefore = (minute: number): number =>
  Math.min(Math.max(minute - 420, 0), 270) + Math.min(Math.max(minute - 810, 0), 210)

/** Minute of the day at which so many of its 480 open minutes have passed. */
export const minuteAfter = (open: number): number => (open <= 270 ? 420 + open : 810 + open - 270)

/** A careful loop over days in plain numbers, the kind one writes by hand. */
export function addMinutesByLoop(epochMs: number, minutes: number, knowledge = knowsAll): number {
  let day = Math.floor((epochMs + OFFSET_MS) / DAY_MS)
  const passed = openBefore(Math.floor((epochMs + OFFSET_MS - day * DAY_MS) / MINUTE_MS))
  let left = minutes + (isWorked(day, knowledge) ? passed : 0)
  while (!isWorked(day, knowledge) || left > 480) {
    if (isWorked(day, knowledge)) left -= 480
    day += 1
  }
  return day * DAY_MS + minuteAfter(left) * MINUTE_MS - OFFSET_MS
}

/** Open minutes between two moments by the same kind of loop. */
export function countMinutesByLoop(fromMs: number, toMs: number, knowledge = knowsAll): number {
  const minutesBefore = (epochMs: number, day: number): number =>
    isWorked(day, knowledge) ? openBefore(Math.floor((epochMs + OFFSET_MS - day * DAY_MS) / MINUTE_MS)) : 0
  const firstDay = Math.floor((fromMs + OFFSET_MS) / DAY_MS)
  const lastDay = Math.floor((toMs + OFFSET_MS) / DAY_MS)
  let minutes = minutesBefore(toMs, lastDay) - minutesBefore(fromMs, firstDay)
  for (let day = firstDay; day < lastDay; day += 1) if (isWorked(day, knowledge)) minutes += 480
  return minutes
}
