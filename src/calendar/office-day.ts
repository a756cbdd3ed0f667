/**
 * What one office does on one day: its hours, whether the day counts, and why.
 *
 * @module
 */
import { type IsoDate, isIsoDate, toDayNumber, weekdayOfDayNumber } from '../date.ts'
import { type LocalizedText, MotcuaError } from '../errors.ts'
import type { OfficialDay } from './derive-days.ts'
import { messages } from './messages.ts'
import { type Office, type OfficeClosure, type OfficeShift, type OpenHours, weekdayNames } from './office.ts'

/** Every kind of day with its name; the first four are worked. */
export const dayKinds = {
  working: { vi: 'Ngày làm việc', en: 'Working day' },
  'swapped-worked': { vi: 'Làm bù theo hoán đổi', en: 'Worked in exchange for a day off' },
  'shift-worked': { vi: 'Làm việc theo lịch riêng của ngày', en: 'Worked by a schedule for this date' },
  'open-uncounted': {
    vi: 'Có mở cửa nhưng không tính là ngày làm việc',
    en: 'Open, but not counted as a working day',
  },
  weekend: { vi: 'Ngày nghỉ hằng tuần', en: 'Weekly day of rest' },
  'public-holiday': { vi: 'Ngày nghỉ lễ, tết', en: 'Public holiday' },
  'substitute-day': { vi: 'Ngày nghỉ bù', en: 'Substitute day off' },
  'swapped-off': { vi: 'Ngày nghỉ do hoán đổi', en: 'Day off in exchange for a worked one' },
  'announced-off': { vi: 'Ngày nghỉ theo thông báo', en: 'Day off by notice' },
  closure: { vi: 'Cơ quan đóng cửa', en: 'Office closed' },
  'shift-off': { vi: 'Nghỉ theo lịch riêng của ngày', en: 'Off by a schedule for this date' },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** One of the kinds of day. */
export type DayKind = keyof typeof dayKinds

/** Open minutes of a day as pairs `start, end` from midnight, in order and apart. */
export type MinuteRanges = readonly number[]

/** The hours of a day and their reason. */
export interface OfficeDay {
  readonly ranges: MinuteRanges
  /** Whether the day is a working day: open, and not declared as uncounted. */
  readonly counted: boolean
  readonly kind: DayKind
  readonly name: LocalizedText
  readonly source: string
  readonly basis: LocalizedText
}

/** A weekly pattern with its hours read. */
interface CompiledSchedule {
  readonly fromDay: number
  /** By weekday, Monday first. */
  readonly week: readonly { readonly ranges: MinuteRanges; readonly counted: boolean }[]
}

/** An office with its clock times read, for many questions. */
export interface CompiledOffice {
  readonly office: Office
  readonly schedules: readonly CompiledSchedule[]
  readonly shifts: ReadonlyMap<number, { readonly shift: OfficeShift; readonly ranges: MinuteRanges }>
  readonly closures: readonly {
    readonly closure: OfficeClosure
    readonly fromDay: number
    readonly toDay: number
    readonly ranges: MinuteRanges | undefined
  }[]
  readonly within: readonly CompiledOffice[]
}

/** Reads `HH:mm` as minutes from midnight, up to `24:00`, or NaN. */
export function readClockTime(text: string): number {
  if (!/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$/.test(text)) return Number.NaN
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}

/** Reads the hours of a day; refuses hours that are malformed, empty, out of order or touching. */
function readHours(hours: readonly OpenHours[], place: string): MinuteRanges {
  const ranges = hours.flatMap(([start, end]) => [readClockTime(start), readClockTime(end)])
  ranges.forEach((minute, index) => {
    const before = ranges[index - 1]
    if (!(minute >= 0 && (before === undefined || minute > before))) {
      throw new MotcuaError(messages, 'calendar/invalid-office', { place })
    }
  })
  return ranges
}

/** Day number of a date of the schedule. */
function readDay(date: IsoDate, place: string): number {
  if (isIsoDate(date)) return toDayNumber(date)
  throw new MotcuaError(messages, 'calendar/invalid-office', { place })
}

/** Reads the weekly patterns in order. */
function compileSchedules(office: Office): readonly CompiledSchedule[] {
  let before = Number.NEGATIVE_INFINITY
  const compiled = office.schedules.map(({ validFrom, weekly, uncounted = [] }, index) => {
    const place = `schedules[${index}]`
    const fromDay =
      validFrom === undefined ? Number.NEGATIVE_INFINITY : readDay(validFrom, `${place}.validFrom`)
    if (index > 0 && !(fromDay > before)) {
      throw new MotcuaError(messages, 'calendar/invalid-office', { place: `${place}.validFrom` })
    }
    before = fromDay
    const week = weekdayNames.map((weekday) => {
      const ranges = readHours(weekly[weekday] ?? [], `${place}.weekly.${weekday}`)
      return { ranges, counted: ranges.length > 0 && !uncounted.includes(weekday) }
    })
    return { fromDay, week }
  })
  if (compiled.length > 0) return compiled
  throw new MotcuaError(messages, 'calendar/invalid-office', { place: 'schedules' })
}

/**
 * Reads an office's dates and clock times once.
 *
 * @throws MotcuaError `calendar/invalid-office`
 */
export function compileOffice(office: Office): CompiledOffice {
  if (office.zone !== 'Asia/Ho_Chi_Minh') {
    throw new MotcuaError(messages, 'calendar/invalid-office', { place: 'zone' })
  }
  const shifts = (office.shifts ?? []).map((shift, index) => {
    const place = `shifts[${index}]`
    return [
      readDay(shift.date, `${place}.date`),
      { shift, ranges: readHours(shift.hours, `${place}.hours`) },
    ] as const
  })
  const closures = (office.closures ?? []).map((closure, index) => {
    const place = `closures[${index}]`
    const fromDay = readDay(closure.from, `${place}.from`)
    const toDay = closure.to === undefined ? fromDay : readDay(closure.to, `${place}.to`)
    if (toDay < fromDay) throw new MotcuaError(messages, 'calendar/invalid-office', { place: `${place}.to` })
    const ranges = closure.hours === undefined ? undefined : readHours(closure.hours, `${place}.hours`)
    return { closure, fromDay, toDay, ranges }
  })
  return {
    office,
    schedules: compileSchedules(office),
    shifts: new Map(shifts),
    closures,
    within: (office.within ?? []).map(compileOffice),
  }
}

/** The first day on which all hours are known. */
export function firstDayOf(compiled: CompiledOffice): number {
  const own = compiled.schedules[0]?.fromDay ?? Number.NEGATIVE_INFINITY
  return Math.max(own, ...compiled.within.map(firstDayOf))
}

/** Minutes that lie in both. */
export function intersectRanges(a: MinuteRanges, b: MinuteRanges): MinuteRanges {
  const shared: number[] = []
  for (let i = 0; i < a.length; i += 2) {
    for (let j = 0; j < b.length; j += 2) {
      const start = Math.max(a[i] ?? 0, b[j] ?? 0)
      const end = Math.min(a[i + 1] ?? 0, b[j + 1] ?? 0)
      if (start < end) shared.push(start, end)
    }
  }
  return shared
}

/** Minutes of the day outside the ranges. */
function invertRanges(ranges: MinuteRanges): MinuteRanges {
  const edges = [0, ...ranges, 1440]
  const gaps: number[] = []
  for (let index = 0; index < edges.length; index += 2) {
    const start = edges[index] ?? 0
    const end = edges[index + 1] ?? 0
    if (start < end) gaps.push(start, end)
  }
  return gaps
}

/** The pattern that holds on a day. */
function findSchedule(compiled: CompiledOffice, dayNumber: number): CompiledSchedule | undefined {
  return compiled.schedules.findLast((schedule) => schedule.fromDay <= dayNumber)
}

/** Where an answer comes from. */
type Citation = Pick<OfficeDay, 'source' | 'basis'>

/** The answer for a day on which the office rests. */
function restDay(kind: DayKind, name: LocalizedText, { source, basis }: Citation): OfficeDay {
  return { ranges: [], counted: false, kind, name, source, basis }
}

/** Where office hours come from, when nothing else is named. */
function citeOffice(office: Office, source: string | undefined): Citation {
  if (source !== undefined) return { source, basis: { vi: `Văn bản ${source}`, en: `Document ${source}` } }
  const basis = { vi: `Lịch của cơ quan: ${office.name.vi}`, en: `Office schedule: ${office.name.en}` }
  return { source: `office:${office.id}`, basis }
}

/** An ordinary day by the weekly pattern; `weekday` differs from the day's own on a swapped day. */
function resolveWeekday(compiled: CompiledOffice, dayNumber: number, weekday: number): OfficeDay {
  const own = findSchedule(compiled, dayNumber)?.week[weekday - 1]
  const cited = citeOffice(compiled.office, undefined)
  if (own === undefined || own.ranges.length === 0) {
    return restDay('weekend', dayKinds.weekend, cited)
  }
  const kind = own.counted ? 'working' : 'open-uncounted'
  return { ranges: own.ranges, counted: own.counted, kind, name: dayKinds[kind], ...cited }
}

/** A day that the official calendar speaks of. A worked Saturday keeps the hours of the weekday it stands for. */
function resolveOfficial(compiled: CompiledOffice, dayNumber: number, day: OfficialDay): OfficeDay {
  const { kind, name, source, basis } = day
  if (kind !== 'swapped-worked') return restDay(kind, name, day)
  const weekday = day.pairedWith === undefined ? 1 : weekdayOfDayNumber(toDayNumber(day.pairedWith))
  const worked = resolveWeekday(compiled, dayNumber, weekday)
  return worked.ranges.length === 0 ? worked : { ...worked, kind, name, source, basis }
}

/** A date with hours of its own. */
function resolveShift(
  compiled: CompiledOffice,
  { shift, ranges }: { readonly shift: OfficeShift; readonly ranges: MinuteRanges },
  isOff: boolean,
): OfficeDay {
  const cited = citeOffice(compiled.office, shift.source)
  if (ranges.length === 0) {
    return restDay('shift-off', shift.name ?? dayKinds['shift-off'], cited)
  }
  const counted = shift.counted ?? !isOff
  const kind = counted ? 'shift-worked' : 'open-uncounted'
  return { ranges, counted, kind, name: shift.name ?? dayKinds[kind], ...cited }
}

/** Takes closed hours away; a day without any left is a closure. */
function applyClosures(compiled: CompiledOffice, dayNumber: number, day: OfficeDay): OfficeDay {
  let left = day
  for (const { closure, fromDay, toDay, ranges } of compiled.closures) {
    if (dayNumber < fromDay || dayNumber > toDay || left.ranges.length === 0) continue
    const open = ranges === undefined ? [] : intersectRanges(left.ranges, invertRanges(ranges))
    const cited = citeOffice(compiled.office, closure.source)
    left = open.length === 0 ? restDay('closure', closure.name, cited) : { ...left, ranges: open }
  }
  return left
}

/** What the offices inside an intersection leave of a day; `resolveOther` answers for each of them. */
function applyWithin(
  compiled: CompiledOffice,
  day: OfficeDay,
  resolveOther: (other: CompiledOffice) => OfficeDay,
): OfficeDay {
  let left = day
  for (const other of compiled.within) {
    if (left.ranges.length === 0) return left
    const otherDay = resolveOther(other)
    const ranges = intersectRanges(left.ranges, otherDay.ranges)
    if (otherDay.ranges.length === 0) left = otherDay
    else if (ranges.length === 0) {
      const name = { vi: 'Các lịch không có giờ chung', en: 'The schedules share no hours' }
      left = restDay('closure', name, left)
    } else left = { ...(left.counted ? otherDay : left), ranges, counted: left.counted && otherDay.counted }
  }
  return left
}

/** The seven ordinary days, Monday first, of the weekly pattern that holds on a day. */
export function resolveWeek(compiled: CompiledOffice, dayNumber: number): readonly OfficeDay[] {
  return weekdayNames.map((_, index) =>
    applyWithin(compiled, resolveWeekday(compiled, dayNumber, index + 1), (other) => {
      const otherDay = resolveWeek(other, dayNumber)[index]
      return otherDay ?? resolveWeekday(other, dayNumber, index + 1)
    }),
  )
}

/**
 * Resolves one day of an office.
 *
 * In rising order: the weekly pattern; the official calendar (a worked Saturday outranks the weekend, a holiday
 * outranks both); a shift, unless an official day off stands against it; closures; the other offices of an
 * intersection.
 */
export function resolveOfficeDay(
  compiled: CompiledOffice,
  dayNumber: number,
  official: OfficialDay | undefined,
): OfficeDay {
  const planned =
    official === undefined
      ? resolveWeekday(compiled, dayNumber, weekdayOfDayNumber(dayNumber))
      : resolveOfficial(compiled, dayNumber, official)
  const own = compiled.shifts.get(dayNumber)
  const isOff = official !== undefined && official.kind !== 'swapped-worked'
  const shifted =
    own === undefined || (isOff && own.shift.onDaysOff !== true)
      ? planned
      : resolveShift(compiled, own, isOff)
  return applyWithin(compiled, applyClosures(compiled, dayNumber, shifted), (other) =>
    resolveOfficeDay(other, dayNumber, official),
  )
}
