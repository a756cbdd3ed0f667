/**
 * How a term is laid out on the calendar: the day that counts as received, and the parts in their scales.
 *
 * @module
 */
import {
  addWorkingDaysDayNumber,
  countWorkingDaysDayNumber,
  type WorkingCalendar,
} from '../calendar/index.ts'
import { countDaysInMonth, fromDayNumber, isoDate, toDayNumber } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import {
  clampToOpen,
  closingMinuteOf,
  countOnScale,
  DAY_MINUTES,
  dayOfEpochMs,
  dayOfMinute,
  isCountedDay,
  openingMinuteOf,
  type Scale,
  toEpochMsOfMinute,
  toLocalMinute,
} from './measure.ts'
import { messages } from './messages.ts'
import { type CountingRules, lawfulRules, type RuleName } from './rules.ts'
import type { Quantity, Term, TermExtension, TermUnit } from './term.ts'

/** One part of a term, in one unit. */
export interface Segment {
  readonly unit: TermUnit | 'same-day'
  readonly amount: number
}

/** A part of a term on its scale. */
export interface Measure {
  readonly scale: Scale
  readonly amount: number
  /** The minute from which it counts. */
  readonly startMinute: number
  /** The rules that this part follows. */
  readonly rules: readonly RuleName[]
}

/** A receipt in the eyes of the count. */
export interface Receipt {
  readonly minute: number
  readonly day: number
  /** Day that counts as the day of receipt. */
  readonly countedDay: number
  /** The minute on that day. */
  readonly countedMinute: number
  /** Why it is another day. */
  readonly rule: 'cut-off' | 'after-hours' | undefined
}

/** Reads `HH:mm` as minutes from midnight. @throws MotcuaError `deadline/invalid-time` */
export function readTimeOfDay(text: string, place: string): number {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)) {
    throw new MotcuaError(messages, 'deadline/invalid-time', { place })
  }
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}

/** Refuses amounts that no calendar can count. */
function assertQuantity(quantity: Quantity, place: string): void {
  const canBeFraction = quantity.kind !== 'months' && quantity.kind !== 'years'
  const isCountable = quantity.amount > 0 && Number.isFinite(quantity.amount)
  if (!isCountable || !(canBeFraction || Number.isInteger(quantity.amount))) {
    throw new MotcuaError(messages, 'deadline/invalid-term', { place })
  }
}

/**
 * The parts of a term with its lengthenings: `to` replaces everything before it, `by` adds to the last part or
 * opens a new one in its own unit. A `to` that would shorten the same unit changes nothing.
 */
export function joinSegments(
  term: Exclude<Term, { kind: 'none' }>,
  extensions: readonly TermExtension[],
): readonly Segment[] {
  if (term.kind !== 'same-day') assertQuantity(term, 'amount')
  let segments: readonly Segment[] = [
    term.kind === 'same-day' ? { unit: 'same-day', amount: 1 } : { unit: term.kind, amount: term.amount },
  ]
  extensions.forEach((extension, index) => {
    assertQuantity(extension, `extensions[${index}].amount`)
    segments = extendSegments(segments, extension)
  })
  return segments
}

function extendSegments(
  segments: readonly Segment[],
  { kind, amount, mode }: TermExtension,
): readonly Segment[] {
  const last = segments.at(-1)
  const isSameUnit = last?.unit === kind
  if (mode === 'to') {
    const isRaise = !isSameUnit || segments.length > 1
    return [{ unit: kind, amount: isRaise ? amount : Math.max(last.amount, amount) }]
  }
  return isSameUnit
    ? [...segments.slice(0, -1), { unit: kind, amount: last.amount + amount }]
    : [...segments, { unit: kind, amount }]
}

/** Calendar days from a day to the corresponding day some months later (Civil Code 2015 art. 148(3)). */
function countMonthDays(dayNumber: number, months: number): { days: number; isClipped: boolean } {
  const [year = 0, month = 1, day = 1] = fromDayNumber(dayNumber).split('-').map(Number)
  const monthIndex = year * 12 + month - 1 + months
  const endYear = Math.floor(monthIndex / 12)
  const endMonth = (monthIndex % 12) + 1
  const endDay = Math.min(day, countDaysInMonth(endYear, endMonth))
  const [yyyy, mm, dd] = [
    String(endYear).padStart(4, '0'),
    String(endMonth).padStart(2, '0'),
    String(endDay).padStart(2, '0'),
  ]
  return { days: toDayNumber(isoDate(`${yyyy}-${mm}-${dd}`)) - dayNumber, isClipped: endDay < day }
}

/** Finds the day that counts as the day of receipt, and why it is another one. */
function findReceipt(epochMs: number, calendar: WorkingCalendar, rules: CountingRules): Receipt {
  const { axis } = calendar
  const minute = toLocalMinute(epochMs)
  const day = dayOfEpochMs(epochMs)
  // Refuses a receipt outside the calendar with the calendar's own words.
  countWorkingDaysDayNumber(calendar, day, day)
  const isAfter = (minuteOfDay: number): boolean =>
    epochMs > toEpochMsOfMinute(day * DAY_MINUTES + minuteOfDay)
  const isPastCutOff = rules.cutOff !== undefined && isAfter(readTimeOfDay(rules.cutOff, 'cutOff'))
  const isOutside = !isCountedDay(axis, day) || isAfter(closingMinuteOf(axis, day))
  const isAfterHours = rules.afterHours === 'next-working-day' && isOutside
  const rule = isPastCutOff && isCountedDay(axis, day) ? 'cut-off' : isAfterHours ? 'after-hours' : undefined
  if (rule === undefined) return { minute, day, countedDay: day, countedMinute: minute, rule }
  const countedDay = addWorkingDaysDayNumber(calendar, day, 1)
  return {
    minute,
    day,
    countedDay,
    countedMinute: countedDay * DAY_MINUTES + openingMinuteOf(axis, countedDay),
    rule,
  }
}

/**
 * Finds the receipt of a term: a same-day term moves to the next working day after its cut-off and outside
 * working time whatever the rules say, because nobody can hand a result over on a closed day.
 */
export function placeReceipt(
  epochMs: number,
  calendar: WorkingCalendar,
  input: { readonly term: Term; readonly rules: CountingRules },
): Receipt {
  const { term, rules } = input
  if (term.kind !== 'same-day') return findReceipt(epochMs, calendar, rules)
  const cutOff = term.cutOff ?? rules.cutOff
  return findReceipt(epochMs, calendar, {
    ...lawfulRules,
    afterHours: 'next-working-day',
    ...(cutOff === undefined ? {} : { cutOff }),
  })
}

/** What a part of a term is measured against. */
export interface MeasureContext {
  readonly calendar: WorkingCalendar
  readonly receipt: Receipt
  readonly rules: CountingRules
  readonly isFirst: boolean
}

/** Lays one part of a term out: its scale, its amount, and the minute from which it counts. */
export function measureSegment(segment: Segment, cursor: number, context: MeasureContext): Measure {
  const { unit, amount } = segment
  const minutes = Math.round(amount * 60)
  if (unit === 'same-day') return measureSameDay(context)
  if (unit === 'hours') {
    return { scale: 'calendar-minutes', amount: minutes, startMinute: cursor, rules: ['hours-at-once'] }
  }
  if (unit === 'working-hours') {
    return { scale: 'working-minutes', amount: minutes, startMinute: cursor, rules: ['hours-at-once'] }
  }
  const { rules, isFirst, receipt } = context
  const runsAtOnce = rules.firstDay === 'at-once' || rules.dueMoment === 'same-clock-time'
  const startMinute = isFirst && !runsAtOnce ? (receipt.countedDay + 1) * DAY_MINUTES : cursor
  const { scale, amount: scaled, rules: own } = measureDays(segment, cursor, context)
  const firstRule = rules.firstDay === 'at-once' ? 'at-once' : 'first-day'
  return { scale, amount: scaled, startMinute, rules: isFirst ? [firstRule, ...own] : own }
}

/** Scale and amount of a part in days, months or years. */
function measureDays(
  segment: Segment,
  cursor: number,
  context: MeasureContext,
): Omit<Measure, 'startMinute'> {
  const { calendar, receipt, rules, isFirst } = context
  const { unit, amount } = segment
  if (unit === 'working-days') {
    const isByClock = isFirst && rules.dueMoment === 'same-clock-time' && Number.isInteger(amount)
    return {
      scale: 'working-days',
      amount: isByClock ? measureByClock(calendar, receipt, amount) : amount,
      rules: [],
    }
  }
  if (unit === 'calendar-days')
    return { scale: 'calendar-minutes', amount: Math.round(amount * DAY_MINUTES), rules: [] }
  const anchorDay = isFirst ? receipt.countedDay : dayOfMinute(cursor - 1)
  const { days, isClipped } = countMonthDays(anchorDay, unit === 'years' ? amount * 12 : amount)
  return { scale: 'calendar-minutes', amount: days * DAY_MINUTES, rules: isClipped ? ['month-end'] : [] }
}

/** The open minutes of the day of a same-day term, from the receipt to the closing. */
function measureSameDay({ calendar, receipt }: MeasureContext): Measure {
  const { axis } = calendar
  const startMinute = receipt.rule === undefined ? receipt.minute : receipt.countedDay * DAY_MINUTES
  const endMinute = receipt.countedDay * DAY_MINUTES + closingMinuteOf(axis, receipt.countedDay)
  const amount = countOnScale(calendar, 'working-minutes', {
    fromMinute: startMinute,
    toMinute: Math.max(startMinute, endMinute),
  })
  return { scale: 'working-minutes', amount, startMinute, rules: ['same-day'] }
}

/** Shares of days from a receipt to the same clock time so many working days later. */
function measureByClock(calendar: WorkingCalendar, receipt: Receipt, days: number): number {
  const dueDay = addWorkingDaysDayNumber(calendar, receipt.countedDay, days)
  const clock = receipt.countedMinute - receipt.countedDay * DAY_MINUTES
  const dueMinute = dueDay * DAY_MINUTES + clampToOpen(calendar.axis, dueDay, clock)
  return countOnScale(calendar, 'working-days', { fromMinute: receipt.countedMinute, toMinute: dueMinute })
}
