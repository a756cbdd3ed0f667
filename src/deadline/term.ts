/**
 * Terms (thời hạn giải quyết) as plain data: how long, in what unit, and what may lawfully lengthen them.
 *
 * @module
 */
import type { Language, LocalizedText } from '../errors.ts'

/** The units in which a term can be counted, with their names. */
export const termUnits = {
  'working-days': { vi: 'ngày làm việc', en: 'working days' },
  'calendar-days': { vi: 'ngày', en: 'days' },
  'working-hours': { vi: 'giờ làm việc', en: 'working hours' },
  hours: { vi: 'giờ', en: 'hours' },
  months: { vi: 'tháng', en: 'months' },
  years: { vi: 'năm', en: 'years' },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** One unit of a term. */
export type TermUnit = keyof typeof termUnits

/** A number of units. */
export interface Quantity {
  readonly kind: TermUnit
  /** More than zero; a fraction only of days and hours (0.5 working day is half of that day's working minutes). */
  readonly amount: number
}

/** A lengthening of the term in a circumstance that the law names. */
export interface TermExtension extends Quantity {
  /** `to` replaces the base term by this amount, `by` adds this amount to it. */
  readonly mode: 'to' | 'by'
  /** The circumstance in the words of the published text, for instance `phải xác minh`. */
  readonly when: string
}

/** A term of a number of units. */
export interface CountedTerm extends Quantity {
  readonly extensions?: readonly TermExtension[]
}

/** A term that ends on the day of receipt, or on the next working day after the cut-off (the 15:00 rule). */
export interface SameDayTerm {
  readonly kind: 'same-day'
  /** `HH:mm`; received later than this, the result is due on the next working day. Absent: the end of working time. */
  readonly cutOff?: string
  readonly extensions?: readonly TermExtension[]
}

/** The law sets no term: there is no due date, and nothing can be late. */
export interface NoTerm {
  readonly kind: 'none'
}

/** How long an office has, as data that can be stored, compared and counted. */
export type Term = CountedTerm | SameDayTerm | NoTerm

/** Why a published text needs a person to read it. */
export const unreadReasons = {
  empty: { vi: 'không có chữ nào', en: 'there is no text' },
  zero: { vi: 'ghi số 0, không phải một thời hạn', en: 'it prints a zero, which is no term' },
  'no-unit': { vi: 'có số nhưng không có đơn vị', en: 'there is a number without a unit' },
  'no-quantity': { vi: 'không nêu khoảng thời gian nào', en: 'it names no length of time' },
  depends: { vi: 'thời hạn tuỳ vào việc khác (đợt, kế hoạch, mức độ)', en: 'it depends on something else' },
  range: { vi: 'ghi một khoảng từ … đến …', en: 'it gives a range and not a limit' },
  session: { vi: 'tính theo buổi, không có trong các đơn vị', en: 'it counts in half-day sessions' },
  compound: { vi: 'ghép nhiều đơn vị trong một thời hạn', en: 'it joins several units in one term' },
  'several-terms': { vi: 'nêu nhiều thời hạn khác nhau', en: 'it gives several terms' },
  conditional: { vi: 'chỉ áp dụng cho một trường hợp', en: 'it holds for one case only' },
  'starts-elsewhere': {
    vi: 'không tính từ ngày nhận đủ hồ sơ',
    en: 'it does not start with the receipt of the dossier',
  },
  'sub-step': { vi: 'là thời hạn của một bước, không phải cả thủ tục', en: 'it is the term of one step' },
  'ambiguous-extension': {
    vi: 'không rõ kéo dài thêm hay kéo dài đến',
    en: 'it does not say whether it lengthens by or to that amount',
  },
  'conflicting-number': { vi: 'số và chữ không khớp', en: 'the figure and the word differ' },
  'conflicting-unit': {
    vi: 'đơn vị không rõ hoặc mâu thuẫn',
    en: 'the unit is unclear or contradicts itself',
  },
  'unexplained-number': { vi: 'có số không đọc được', en: 'a number in it is not accounted for' },
  'unknown-words': { vi: 'có cách viết không nhận ra', en: 'it is worded in a way that is not recognised' },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** One of the reasons in {@link unreadReasons}. */
export type UnreadReason = keyof typeof unreadReasons

/** A text that a person must read, and why. */
export interface UnreadTerm {
  readonly kind: 'unread'
  readonly reason: UnreadReason
}

/** Writes a number as the language does: a decimal comma in Vietnamese. */
function formatAmount(amount: number, language: Language): string {
  return language === 'vi' ? String(amount).replace('.', ',') : String(amount)
}

/** Writes a number of units, `3 ngày làm việc`. */
export function formatQuantity(quantity: Quantity, language: Language): string {
  const label = termUnits[quantity.kind][language]
  const isSingular = language === 'en' && quantity.amount === 1
  return `${formatAmount(quantity.amount, language)} ${isSingular ? label.slice(0, -1) : label}`
}

function formatExtension(extension: TermExtension, language: Language): string {
  const quantity = formatQuantity(extension, language)
  if (language === 'en') {
    return `when ${extension.when}: ${extension.mode === 'to' ? 'up to' : 'longer by up to'} ${quantity}`
  }
  return extension.mode === 'to'
    ? `trường hợp ${extension.when} thì không quá ${quantity}`
    : `trường hợp ${extension.when} thì kéo dài thêm không quá ${quantity}`
}

function formatBase(term: Term, language: Language): string {
  if (term.kind === 'none') return language === 'vi' ? 'Không quy định' : 'No term is set'
  if (term.kind !== 'same-day') return formatQuantity(term, language)
  if (language === 'en') {
    return term.cutOff === undefined
      ? 'the same day'
      : `the same day; the next working day when received after ${term.cutOff}`
  }
  const [hours, minutes] = (term.cutOff ?? '').split(':')
  return term.cutOff === undefined
    ? 'Ngay trong ngày'
    : `Ngay trong ngày, trường hợp nhận hồ sơ sau ${Number(hours)} giờ${minutes === '00' ? '' : ` ${minutes}`} thì trả kết quả trong ngày làm việc tiếp theo`
}

/**
 * Writes a term as an office would; the Vietnamese text reads back as the same term.
 *
 * @example
 * import { formatTerm } from 'motcua/deadline'
 * formatTerm({ kind: 'working-days', amount: 3 }, 'vi') // '3 ngày làm việc'
 */
export function formatTerm(term: Term, language: Language): string {
  const extensions = term.kind === 'none' ? [] : (term.extensions ?? [])
  return [
    formatBase(term, language),
    ...extensions.map((extension) => formatExtension(extension, language)),
  ].join('; ')
}
