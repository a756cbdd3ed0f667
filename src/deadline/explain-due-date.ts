/**
 * Why a due date is what it is: every day on the way with its reason and source.
 *
 * @module
 */
import { type DayExplanation, type DayKind, explainDay, type WorkingCalendar } from '../calendar/index.ts'
import { dateOfInstant, fromDayNumber, type Instant, type IsoDate, instant, toWeekday } from '../date.ts'
import type { Language, LocalizedText } from '../errors.ts'
import {
  type Count,
  countTerm,
  type DueDateInput,
  type DueMoment,
  type Leg,
  listRules,
  type PauseSpan,
  toDueMoment,
} from './due-date.ts'
import { countInDay, DAY_MINUTES, openMinutesOf } from './measure.ts'
import { type PauseReason, pauseReasons, type RuleName, type RuleText, ruleTexts } from './rules.ts'
import { formatTerm, type Term } from './term.ts'

/**
 * Why a day counted or did not: what the day is in the calendar, or the rule that took it out.
 *
 * `working` and `swapped-worked` count; so does `calendar-day`, whatever the day is; `pause` counts in part
 * when the clock ran for a part of that day; `due-day` is a day to which the end was moved.
 */
export type DayReason =
  | DayKind
  | 'calendar-day'
  | 'same-day'
  | 'receipt-day'
  | 'cut-off'
  | 'after-hours'
  | 'pause'
  | 'due-day'

/** One day between receipt and due date. */
export interface DayEntry {
  readonly date: IsoDate
  readonly counted: boolean
  readonly reason: DayReason
  /** Number of the notice or act, `office:<id>` where the office's own schedule decides. */
  readonly source: string
  /** The reason in words. */
  readonly name: LocalizedText
  /** The source in words. */
  readonly basis: LocalizedText
  /** What the day is in the calendar, whether it counted or not. */
  readonly kind: DayKind
  /** Minutes of this day that counted, of all the minutes that make it one whole day. */
  readonly countedMinutes: number
  readonly ofMinutes: number
  readonly pauseReason?: PauseReason
}

/** A rule that was applied, with its source. */
export interface AppliedRule extends RuleText {
  readonly rule: RuleName
}

/** A due date with everything needed to check it by hand. */
export interface DueDate extends DueMoment {
  readonly receivedAt: Instant
  readonly term: Term
  /** In order, from the day of receipt to the due date. */
  readonly days: readonly DayEntry[]
  readonly rules: readonly AppliedRule[]
  /** The calendar by which it was counted. */
  readonly calendarHash: string
}

const REASON_NAMES = {
  'calendar-day': { vi: 'Tính theo ngày lịch', en: 'Counted as a calendar day' },
} as const

/** The part of one day that belongs to one part of the term. */
interface LegDay {
  readonly leg: Leg
  readonly countedMinutes: number
  readonly ofMinutes: number
  readonly pause: PauseSpan | undefined
}

function measureLegDay(
  calendar: WorkingCalendar,
  { leg, pauses }: { readonly leg: Leg; readonly pauses: readonly PauseSpan[] },
  dayNumber: number,
): LegDay {
  const fromMinute = Math.max(dayNumber * DAY_MINUTES, leg.startMinute)
  const toMinute = Math.min((dayNumber + 1) * DAY_MINUTES, leg.endMinute)
  let countedMinutes = countInDay(calendar, leg.scale, { fromMinute, toMinute })
  let pause: PauseSpan | undefined
  for (const span of pauses) {
    const paused = countInDay(calendar, leg.scale, {
      fromMinute: Math.max(fromMinute, span.fromMinute),
      toMinute: Math.min(toMinute, span.toMinute),
    })
    if (paused > 0) pause ??= span
    countedMinutes -= paused
  }
  const isCalendar = leg.scale === 'calendar-minutes'
  const ofMinutes = isCalendar
    ? DAY_MINUTES
    : openMinutesOf(calendar.axis, dayNumber - calendar.axis.firstDay)
  return { leg, countedMinutes, ofMinutes, pause }
}

/** An entry for a day that did not count because of what it is. */
function leaveOut(day: DayExplanation, ofMinutes: number): DayEntry {
  const { date, kind, source, name, basis } = day
  return { date, counted: false, reason: kind, source, name, basis, kind, countedMinutes: 0, ofMinutes }
}

/** An entry for a day that did not count because of a rule. */
function leaveOutByRule(entry: DayEntry, reason: DayReason, rule: RuleName): DayEntry {
  const { text, source, basis } = ruleTexts[rule]
  return { ...entry, reason, source, name: text, basis }
}

/** An entry for a day inside a part of the term. */
function enterLegDay(day: DayExplanation, legDay: LegDay): DayEntry {
  const { leg, countedMinutes, ofMinutes, pause } = legDay
  const base = { date: day.date, counted: countedMinutes > 0, kind: day.kind, countedMinutes, ofMinutes }
  if (pause !== undefined) {
    const { source, basis } = ruleTexts.pause
    return {
      ...base,
      reason: 'pause',
      source,
      name: pauseReasons[pause.reason],
      basis,
      pauseReason: pause.reason,
    }
  }
  if (leg.scale === 'calendar-minutes') {
    const { source, basis } = ruleTexts[leg.segment.unit === 'hours' ? 'hours-at-once' : 'calendar-days']
    return { ...base, reason: 'calendar-day', source, name: REASON_NAMES['calendar-day'], basis }
  }
  if (leg.segment.unit === 'same-day' && countedMinutes > 0) {
    const { source, basis, text } = ruleTexts['same-day']
    return { ...base, reason: 'same-day', source, name: text, basis }
  }
  return { ...base, reason: day.kind, source: day.source, name: day.name, basis: day.basis }
}

/** The entries of one day: one, or two when one part of the term ends and the next begins on it. */
function enterDay(calendar: WorkingCalendar, count: Count, dayNumber: number): readonly DayEntry[] {
  const { receipt, legs, pauses } = count
  const day = explainDay(calendar, fromDayNumber(dayNumber))
  const ofMinutes = openMinutesOf(calendar.axis, dayNumber - calendar.axis.firstDay)
  const out = leaveOut(day, ofMinutes)
  if (dayNumber === receipt.day && receipt.rule !== undefined)
    return [leaveOutByRule(out, receipt.rule, receipt.rule)]
  if (dayNumber < receipt.countedDay) return [out]
  const midnight = dayNumber * DAY_MINUTES
  const touching = legs.filter((leg) => leg.startMinute < midnight + DAY_MINUTES && leg.endMinute > midnight)
  if (touching.length > 0) {
    const entries = touching.map((leg) =>
      enterLegDay(day, measureLegDay(calendar, { leg, pauses }, dayNumber)),
    )
    const telling = entries.filter((entry) => entry.counted || entry.reason === 'pause')
    return telling.length > 0 ? telling : entries.slice(0, 1)
  }
  if (dayNumber === receipt.countedDay) return [leaveOutByRule(out, 'receipt-day', 'first-day')]
  if (dayNumber !== count.dueDay) return [out]
  return [leaveOutByRule(out, 'due-day', count.ending.includes('last-day') ? 'last-day' : 'same-clock-time')]
}

/**
 * Computes when a term ends and explains every day on the way.
 *
 * The day of receipt is not counted (Civil Code 2015 art. 147(2)); a term in days, months or years that ends on
 * a day off ends on the next working day (art. 148(5)); the due moment is the end of working time of the due
 * day. Paused time is not counted, by the minute. The explanation alone is enough to recompute the date.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { computeDueDate } from 'motcua/deadline'
 * const due = computeDueDate({
 *   receivedAt: instant('2026-08-28T10:00'),
 *   term: { kind: 'working-days', amount: 3 },
 *   calendar: buildWorkingCalendar(),
 * })
 * due.dueDate // '2026-09-07'
 * due.days.filter((day) => day.counted).map((day) => day.date) // ['2026-09-03', '2026-09-04', '2026-09-07']
 * due.days[3]?.source // '9441/TB-BNV': 31 August is off, its Saturday was worked
 */
export function computeDueDate(input: DueDateInput): DueDate {
  const count = countTerm(input)
  const rules = count === undefined ? [] : listRules(count, (input.extensions ?? []).length > 0)
  const days: DayEntry[] = []
  for (let day = count?.receipt.day ?? 1; day <= (count?.dueDay ?? 0); day += 1) {
    if (count !== undefined) days.push(...enterDay(input.calendar, count, day))
  }
  return {
    ...toDueMoment(input.calendar, count),
    receivedAt: instant(input.receivedAt),
    term: input.term,
    days,
    rules: rules.map((rule) => ({ rule, ...ruleTexts[rule] })),
    calendarHash: input.calendar.hash,
  }
}

const WEEKDAYS = {
  vi: ['thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy', 'chủ nhật'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const

/** `28/08/2026 (thứ sáu)` */
function formatDay(date: IsoDate, language: Language): string {
  const weekday = WEEKDAYS[language][toWeekday(date) - 1] ?? ''
  return language === 'vi'
    ? `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)} (${weekday})`
    : `${date} (${weekday})`
}

/** `17:00 ngày 07/09/2026 (thứ hai)` */
function formatMoment(at: Instant, language: Language): string {
  const day = formatDay(dateOfInstant(at), language)
  return language === 'vi' ? `${at.slice(11, 16)} ngày ${day}` : `${at.slice(11, 16)}, ${day}`
}

function formatEntry(entry: DayEntry, language: Language): string {
  const isWhole = entry.countedMinutes === entry.ofMinutes
  const share =
    isWhole || !entry.counted
      ? ''
      : ` ${entry.countedMinutes}/${entry.ofMinutes} ${language === 'vi' ? 'phút' : 'minutes'}`
  const verb = { vi: entry.counted ? 'tính' : 'không tính', en: entry.counted ? 'counted' : 'not counted' }[
    language
  ]
  return `${formatDay(entry.date, language)}: ${verb}${share} – ${entry.name[language]} [${entry.basis[language]}]`
}

const LINES = {
  received: { vi: 'Tiếp nhận', en: 'Received' },
  term: { vi: 'Thời hạn', en: 'Term' },
  due: { vi: 'Hẹn trả', en: 'Due' },
  none: { vi: 'Không có hạn trả vì pháp luật không quy định thời hạn', en: 'Nothing is due: no term is set' },
  provisional: {
    vi: 'Dự kiến: chưa có thông báo lịch nghỉ của năm liên quan',
    en: 'Provisional: a year on the way has no notice yet',
  },
} as const

/**
 * Writes an explanation as lines for the appointment slip: receipt, term, every day, the rules, the due moment.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { computeDueDate, explainDueDate } from 'motcua/deadline'
 * const due = computeDueDate({
 *   receivedAt: instant('2026-09-03T10:00'),
 *   term: { kind: 'working-days', amount: 1 },
 *   calendar: buildWorkingCalendar(),
 * })
 * explainDueDate(due, 'vi').at(-1) // 'Hẹn trả: 17:00 ngày 04/09/2026 (thứ sáu)'
 */
export function explainDueDate(dueDate: DueDate, language: Language): readonly string[] {
  const head = [
    `${LINES.received[language]}: ${formatMoment(dueDate.receivedAt, language)}`,
    `${LINES.term[language]}: ${formatTerm(dueDate.term, language)}`,
  ]
  if (dueDate.dueAt === undefined) return [...head, LINES.none[language]]
  return [
    ...head,
    ...dueDate.days.map((entry) => formatEntry(entry, language)),
    ...dueDate.rules.map((rule) => `${rule.text[language]} [${rule.basis[language]}]`),
    ...(dueDate.provisional ? [LINES.provisional[language]] : []),
    `${LINES.due[language]}: ${formatMoment(dueDate.dueAt, language)}`,
  ]
}
