/**
 * The working calendar minute by minute, slow and obvious: the judge of the prefix sums.
 *
 * It reads the same plain data as `buildWorkingCalendar` and shares no code with it.
 */
import type { IsoDate } from 'motcua'
import type { Office, OfficialCalendar, OpenHours } from 'motcua/calendar'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const OFFSET_MS = 7 * 3_600_000
const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** What a calendar of listed dates says of a day. */
interface Listed {
  readonly isOff: boolean
  readonly insteadOf: string | undefined
}

function weekdayOf(date: string): (typeof names)[number] {
  return names[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'monday'
}

function isWithin(hours: readonly OpenHours[], minute: number): boolean {
  const read = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  return hours.some(([start, end]) => minute >= read(start) && minute < read(end))
}

/** Answers of the oracle for one calendar of listed dates and one office. */
export function minuteOracle(official: OfficialCalendar, office: Office) {
  if (official.rules.length > 0) throw new Error('the oracle reads listed dates only')
  const listed = new Map<string, Listed>()
  for (const { daysOff, swaps } of official.notices) {
    for (const { date } of daysOff) listed.set(date, { isOff: true, insteadOf: undefined })
    for (const { off, worked } of swaps) {
      if (off !== undefined) listed.set(off, { isOff: true, insteadOf: undefined })
      if (worked !== undefined) listed.set(worked, { isOff: false, insteadOf: off })
    }
  }

  function plannedHours(own: Office, date: string): { hours: readonly OpenHours[]; counted: boolean } {
    const day = listed.get(date)
    const shift = own.shifts?.find((entry) => entry.date === date)
    if (day?.isOff) {
      return shift?.onDaysOff
        ? { hours: shift.hours, counted: shift.counted ?? false }
        : { hours: [], counted: false }
    }
    if (shift !== undefined) return { hours: shift.hours, counted: shift.counted ?? true }
    const weekday = day === undefined ? weekdayOf(date) : day.insteadOf ? weekdayOf(day.insteadOf) : 'monday'
    const schedules = own.schedules.filter(
      (entry) => entry.validFrom === undefined || entry.validFrom <= date,
    )
    const schedule = schedules[schedules.length - 1]
    return {
      hours: schedule?.weekly[weekday] ?? [],
      counted: !(schedule?.uncounted ?? []).includes(weekday),
    }
  }

  function isOpenIn(own: Office, date: string, minute: number): boolean {
    for (const closure of own.closures ?? []) {
      const isDay = date >= closure.from && date <= (closure.to ?? closure.from)
      if (isDay && (closure.hours === undefined || isWithin(closure.hours, minute))) return false
    }
    if (!isWithin(plannedHours(own, date).hours, minute)) return false
    return (own.within ?? []).every((other) => isOpenIn(other, date, minute))
  }

  function isCountedIn(own: Office, date: string): boolean {
    return plannedHours(own, date).counted && (own.within ?? []).every((other) => isCountedIn(other, date))
  }

  // The minutes of a day are looked at once: walking a month asks for each of them again and again.
  const days = new Map<number, boolean[]>()
  const isOpen = (epochMs: number): boolean => {
    const day = Math.floor((epochMs + OFFSET_MS) / DAY_MS)
    let minutes = days.get(day)
    if (minutes === undefined) {
      const date = new Date(day * DAY_MS).toISOString().slice(0, 10)
      minutes = Array.from({ length: 1440 }, (_, minute) => isOpenIn(office, date, minute))
      days.set(day, minutes)
    }
    return minutes[Math.floor((epochMs + OFFSET_MS - day * DAY_MS) / MINUTE_MS)] === true
  }
  const isWorkingDay = (date: string): boolean => {
    if (!isCountedIn(office, date)) return false
    for (let minute = 0; minute < 1440; minute += 1) if (isOpenIn(office, date, minute)) return true
    return false
  }
  return {
    isOpen,
    isWorkingDay,
    /** Open minutes in [start, end); both on whole minutes. */
    countMinutes(startMs: number, endMs: number): number {
      let minutes = 0
      for (let at = startMs; at < endMs; at += MINUTE_MS) if (isOpen(at)) minutes += 1
      return minutes
    },
    /** Walks until so many open minutes have passed, forwards or backwards. */
    addMinutes(startMs: number, minutes: number): number {
      let at = startMs
      let left = Math.abs(minutes)
      while (left > 0) {
        const minute = minutes > 0 ? at : at - MINUTE_MS
        at += minutes > 0 ? MINUTE_MS : -MINUTE_MS
        if (isOpen(minute)) left -= 1
      }
      return at
    },
    /** Walks to the working day so many working days away. */
    addDays(date: IsoDate, days: number): string {
      let at = Date.parse(`${date}T00:00:00Z`)
      let left = Math.abs(days)
      while (left > 0) {
        at += days > 0 ? DAY_MS : -DAY_MS
        if (isWorkingDay(new Date(at).toISOString().slice(0, 10))) left -= 1
      }
      return new Date(at).toISOString().slice(0, 10)
    },
  }
}
