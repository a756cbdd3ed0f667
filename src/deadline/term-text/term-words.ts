/**
 * Reads the words of a published term: numbers, units, times of day, and what else carries a number.
 *
 * The text is folded character by character, so that a place in the folded text is the same place in the
 * original. Four words would lose their meaning without their marks and are kept apart in capitals: NGAY
 * (ngày, day) from ngay (at once), NAM (năm, year or five) from nam, TU (từ, from) from tư, SAU (sau,
 * after) from sâu and sáu.
 *
 * @module
 */
import type { Quantity, TermUnit, UnreadReason } from '../term.ts'

/** A number of units found in the text. */
export interface QuantityAt extends Quantity {
  readonly start: number
  readonly end: number
}

/** A time of day found in the text. */
export interface TimeAt {
  /** `HH:mm` */
  readonly time: string
  readonly start: number
}

/** A text with its numbers read and blanked: quantities as `#==`, times of day as `@==`. */
export interface LexedTerm {
  /** Composed, without mark-up; same length as `masked`. */
  readonly original: string
  readonly masked: string
  readonly quantities: readonly QuantityAt[]
  readonly times: readonly TimeAt[]
}

const KEPT_WORDS: Readonly<Record<string, string>> = {
  ngày: 'NGAY',
  năm: 'NAM',
  từ: 'TU',
  sau: 'SAU',
  trừ: 'TRU',
  quá: 'QUA',
}

/** Composes, strips mark-up, unifies dashes, fractions and spaces. */
function cleanText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/&nbsp;|&#160;/gi, ' ')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u2044/g, '/')
    .replace(/\s*\r?\n\s*/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

/** Folds to unmarked lower case, one character for one. */
function foldInPlace(original: string): string {
  const lower = [...original].map((character) => {
    const low = character.toLowerCase()
    return low.length === character.length ? low : character
  })
  const text = lower.join('')
  return text.replace(/\p{L}+/gu, (word) => {
    const kept = KEPT_WORDS[word]
    if (kept !== undefined) return kept
    return [...word]
      .map((letter) => {
        const base = letter === 'đ' ? 'd' : (letter.normalize('NFD')[0] ?? letter)
        return base.length === letter.length ? base : letter
      })
      .join('')
  })
}

const DIGIT_WORDS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  NAM: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
}
const FIRST_DIGIT = '(?:mot|hai|ba|bon|NAM|sau|bay|tam|chin)'
const LAST_DIGIT = '(?:mot|hai|ba|bon|tu|lam|nham|sau|bay|tam|chin)'
const TENS = `(?:(?:${FIRST_DIGIT} )?muoi(?: ${LAST_DIGIT})?)`
const WORD_NUMBER = `(?:${FIRST_DIGIT} tram(?: (?:le |linh )?(?:${TENS}|${FIRST_DIGIT}))?|${TENS}|${FIRST_DIGIT}|nua)`
const FIGURE = '(?:\\d+ ?/ ?\\d+|\\d+(?:[.,]\\d+)?)'

/** Reads a number written in words, up to 999, or undefined. */
function readWordNumber(words: string): number | undefined {
  if (!new RegExp(`^${WORD_NUMBER}$`).test(words)) return undefined
  if (words === 'nua') return 0.5
  const [hundreds, rest] = words.includes('tram') ? words.split(/ ?tram ?/) : [undefined, words]
  const below = (rest ?? '').replace(/^(?:le|linh) /, '')
  const [tens, ones] = below.includes('muoi') ? below.split(/ ?muoi ?/) : [undefined, below]
  const tensValue = tens === undefined ? 0 : (DIGIT_WORDS[tens] ?? 1) * 10
  return (DIGIT_WORDS[hundreds ?? ''] ?? 0) * 100 + tensValue + (DIGIT_WORDS[ones ?? ''] ?? 0)
}

/** Reads a number in figures (`03`, `0,5`, `1/2`) or words, or undefined. */
function readNumber(text: string): number | undefined {
  const trimmed = text.trim()
  if (!new RegExp(`^${FIGURE}$`).test(trimmed)) return readWordNumber(trimmed)
  const [numerator, denominator] = trimmed.replace(/ /g, '').replace(',', '.').split('/').map(Number)
  return denominator === undefined ? numerator : (numerator ?? Number.NaN) / denominator
}

const UNIT =
  '(?<working>(?:NGAY|ngay) ?\\(?(?:lam viec|lv\\b|hanh chinh)\\)?)|(?<day>NGAY)|(?<workingHour>(?:gio|h) \\(?(?:lam viec|hanh chinh)\\)?)|(?<hour>gio|h\\b)|(?<minute>phut)|(?<week>tuan(?! lam viec| tra| thu))|(?<month>thang)|(?<year>NAM)'
const NUMBER = `(?:${FIGURE}|\\b${WORD_NUMBER}\\b)`
const QUANTITY = new RegExp(
  `(?<![\\p{L}\\d/.,])(?<number>${NUMBER}) ?(?:\\( ?(?<aside>${NUMBER}) ?\\))? ?(?:${UNIT})(?![\\p{L}\\d])`,
  'gu',
)
const RANGE = new RegExp(
  `(?<![\\p{L}\\d/])${NUMBER} ?(?:\\([^)]{1,20}\\))? ?(?:NGAY lam viec|NGAY|gio lam viec|gio|thang|NAM|tuan)? ?(?:-|den|toi|hoac|~) ?${NUMBER} ?(?:\\([^)]{1,20}\\))? ?(?:NGAY|gio|h\\b|thang|NAM|tuan|phut)`,
  'u',
)
const TIME =
  /\bSAU (?:luc )?(?<hour>\d{1,2}) ?(?:gio|h|g|:)(?! (?:lam viec|hanh chinh)) ?(?<minute>\d{2})?(?: ?phut)?(?<afternoon> ?chieu)?(?: (?:hang|cua|cung) NGAY)?/g
const REFERENCE =
  /\b\d+\/\d{4}\/[\p{L}\d-]+(?: NGAY \d{1,2}[/-]\d{1,2}[/-]\d{4}| NGAY \d{1,2} thang \d{1,2} NAM \d{4})?|\b(?:dieu|khoan|diem|muc|phu luc|mau|bieu|bieu mau|to khai)(?: so)? \d+[a-z]?(?:\.\d+)*\b|(?<=^|\n|[.;] )\d{1,2}[.)] (?=\p{L})/gu

const UNIT_OF_GROUP: Readonly<Record<string, { readonly kind: TermUnit; readonly factor: number }>> = {
  working: { kind: 'working-days', factor: 1 },
  day: { kind: 'calendar-days', factor: 1 },
  workingHour: { kind: 'working-hours', factor: 1 },
  hour: { kind: 'hours', factor: 1 },
  minute: { kind: 'hours', factor: 1 / 60 },
  // A week is seven days (Civil Code 2015 art. 146(1)).
  week: { kind: 'calendar-days', factor: 7 },
  month: { kind: 'months', factor: 1 },
  year: { kind: 'years', factor: 1 },
}

/** Half a month is fifteen days, half a year six months (Civil Code 2015 art. 146(1)); other parts of them are unclear. */
function settleUnit(kind: TermUnit, amount: number): Quantity | undefined {
  if (Number.isInteger(amount) || (kind !== 'months' && kind !== 'years')) return { kind, amount }
  if (amount !== 0.5) return undefined
  return kind === 'months' ? { kind: 'calendar-days', amount: 15 } : { kind: 'months', amount: 6 }
}

/** Replaces a stretch of text by a mark and fillers of the same length. */
function mask(text: string, [start, end]: readonly [number, number], mark: '#=' | '@=' | '  '): string {
  return text.slice(0, start) + mark.charAt(0) + mark.charAt(1).repeat(end - start - 1) + text.slice(end)
}

/** Finds the times of day (`sau 15 giờ`, `sau 15h30`) and blanks them. */
function takeTimes(masked: string): { masked: string; times: TimeAt[] } {
  const times: TimeAt[] = []
  let rest = masked
  for (const match of masked.matchAll(TIME)) {
    const given = Number(match.groups?.hour)
    const hour = match.groups?.afternoon !== undefined && given < 12 ? given + 12 : given
    // Below ten it may be a length ("after 8 hours"); such a text is left to a person.
    if (hour < 10 || hour > 23) continue
    const start = match.index + 'SAU '.length
    times.push({ time: `${String(hour).padStart(2, '0')}:${match.groups?.minute ?? '00'}`, start })
    rest = mask(rest, [start, match.index + match[0].length], '@=')
  }
  return { masked: rest, times }
}

/** Reads one match as a quantity, or says why not. */
function readQuantity(match: RegExpExecArray): Quantity | UnreadReason {
  const groups = match.groups ?? {}
  const number = readNumber(groups.number ?? '')
  const unit = Object.entries(UNIT_OF_GROUP).find(([name]) => groups[name] !== undefined)?.[1]
  if (number === undefined || unit === undefined || !Number.isFinite(number)) return 'unexplained-number'
  if (groups.aside !== undefined && readNumber(groups.aside) !== number) return 'conflicting-number'
  if (number === 0) return 'zero'
  return settleUnit(unit.kind, number * unit.factor) ?? 'conflicting-unit'
}

/**
 * Reads every number of a text, or says why one of them cannot be read.
 *
 * A number that is neither a quantity, a time of day, nor part of a legal reference makes the text
 * unreadable: it may be the term that was meant.
 */
export function lexTerm(text: string): LexedTerm | UnreadReason {
  const original = cleanText(text)
  const folded = foldInPlace(original)
  if (!/[\p{L}\d]/u.test(folded)) return 'empty'
  if (/^[\d.,/ ]+$/.test(folded)) return Number(folded.replace(',', '.')) === 0 ? 'zero' : 'no-unit'
  const timed = takeTimes(folded)
  let masked = timed.masked
  for (const match of masked.matchAll(REFERENCE)) {
    masked = mask(masked, [match.index, match.index + match[0].length], '  ')
  }
  if (RANGE.test(masked)) return 'range'
  const quantities: QuantityAt[] = []
  for (const match of masked.matchAll(QUANTITY)) {
    const quantity = readQuantity(match)
    if (typeof quantity === 'string') return quantity
    const end = match.index + match[0].length
    quantities.push({ ...quantity, start: match.index, end })
    masked = mask(masked, [match.index, end], '#=')
  }
  if (/\d/.test(masked)) return quantities.length > 0 ? 'unexplained-number' : 'no-unit'
  return { original, masked, quantities, times: timed.times }
}
