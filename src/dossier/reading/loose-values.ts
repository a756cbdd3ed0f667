/**
 * Reading single values as people and older systems write them: dates, moments, numbers, texts, codes.
 *
 * Each reader gives the value in the one form of the schemas together with what it did, or `undefined` when
 * it cannot read the value; then the value stays as it is and the schema says what is wrong with it.
 *
 * @module
 */
import {
  dateOfInstant,
  type Instant,
  type IsoDate,
  instant,
  instantAt,
  isInstant,
  isIsoDate,
} from '../../date.ts'
import { isMotcuaError, type LocalizedText } from '../../errors.ts'
import type { FindingSeverity } from '../../finding.ts'
import { composeText } from '../../text.ts'
import { parseAgencyCode } from '../codes/agency-code.ts'
import { parsePhoneNumber } from '../codes/personal-codes.ts'
import { parseTaxCode } from '../codes/tax-code.ts'
import type { Reading } from '../fields.ts'

/** What normalising can do to a value; a `warning` is a guess that a person should look at. */
export const changeWords = {
  'dossier/marks-removed': {
    severity: 'info',
    vi: 'đã bỏ ký tự không hiển thị (BOM, khoảng trắng rộng 0)',
    en: 'invisible characters were removed (byte order mark, zero-width space)',
  },
  'dossier/text-composed': {
    severity: 'info',
    vi: 'đã chuyển chữ sang dạng dựng sẵn (Unicode NFC)',
    en: 'the text was composed (Unicode NFC)',
  },
  'dossier/letter-replaced': {
    severity: 'warning',
    vi: 'đã thay chữ Ð, ð của tiếng Iceland bằng Đ, đ',
    en: 'the Icelandic letters Ð and ð were replaced by Đ and đ',
  },
  'dossier/spaces-cleaned': {
    severity: 'info',
    vi: 'đã bỏ khoảng trắng ở đầu và cuối, thống nhất cách xuống dòng',
    en: 'blanks at either end were removed and line ends made alike',
  },
  'dossier/date-read': {
    severity: 'info',
    vi: 'đã đọc ngày từ dạng khác',
    en: 'a day was read from another form',
  },
  'dossier/instant-read': {
    severity: 'info',
    vi: 'đã đọc thời điểm từ dạng khác',
    en: 'a moment was read from another form',
  },
  'dossier/midnight-assumed': {
    severity: 'warning',
    vi: 'chỉ có ngày, không có giờ: đã lấy 0 giờ',
    en: 'there is a day without a time: midnight was taken',
  },
  'dossier/time-dropped': {
    severity: 'warning',
    vi: 'đã bỏ phần giờ của một ngày',
    en: 'the time of day was dropped from a day',
  },
  'dossier/number-read': { severity: 'info', vi: 'đã đọc số từ văn bản', en: 'a number was read from text' },
  'dossier/thousands-read': {
    severity: 'warning',
    vi: 'đã hiểu dấu chấm, dấu phẩy là dấu phân cách hàng nghìn',
    en: 'points or commas were taken as separators of thousands',
  },
  'dossier/boolean-read': {
    severity: 'info',
    vi: 'đã đọc true, false từ dạng khác',
    en: 'true or false was read from another form',
  },
  'dossier/number-written': {
    severity: 'info',
    vi: 'đã viết số thành văn bản',
    en: 'a number was written as text',
  },
  'dossier/code-cleaned': {
    severity: 'info',
    vi: 'đã viết mã, số hiệu về dạng thống nhất',
    en: 'a code was written in its one form',
  },
  'dossier/empty-removed': {
    severity: 'info',
    vi: 'đã bỏ trường để trống (null hoặc chuỗi rỗng)',
    en: 'an empty field was removed (null or empty text)',
  },
} as const satisfies Readonly<Record<string, LocalizedText & { severity: FindingSeverity }>>

/** One of the things that normalising can do. */
export type ChangeCode = keyof typeof changeWords

/** A value that was read, and what was done. */
export interface LooseRead {
  readonly value: unknown
  readonly changes: readonly ChangeCode[]
}

/** Longest text that is taken for a date, a number or a code. */
const MAX_SHORT = 64

const invisible = /[\u200b\u2060\ufeff]/g
const anyInvisible = /[\u200b\u2060\ufeff]/

/** Collects what a chain of rewrites did. */
function rewrite(
  text: string,
  steps: readonly (readonly [ChangeCode, (text: string) => string])[],
): LooseRead {
  const changes: ChangeCode[] = []
  let value = text
  for (const [code, step] of steps) {
    const next = step(value)
    if (next !== value) changes.push(code)
    value = next
  }
  return { value, changes }
}

const letterStep = [
  'dossier/letter-replaced',
  (text: string) => text.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ'),
] as const

const textSteps = [
  ['dossier/marks-removed', (text) => (anyInvisible.test(text) ? text.replace(invisible, '') : text)],
  ['dossier/text-composed', composeText],
  letterStep,
] as const satisfies readonly (readonly [ChangeCode, (text: string) => string])[]

/** One line: blanks at the ends go, tabs and line ends become blanks. */
export function readLine(text: string): LooseRead {
  const clean = (line: string): string => line.replace(/[\t\n\v\f\r]+/g, ' ').trim()
  return rewrite(text, [...textSteps, ['dossier/spaces-cleaned', clean]])
}

/** Text of several lines: line ends become LF. */
export function readText(text: string): LooseRead {
  return rewrite(text, [...textSteps, ['dossier/spaces-cleaned', (lines) => lines.replace(/\r\n?/g, '\n')]])
}

/** Text that is right already but for letters of another alphabet that look like Vietnamese ones. */
export function readLetters(text: string): LooseRead {
  return rewrite(text, [letterStep])
}

/** A day from its parts, when there is such a day. */
function toDate(year = '', month = '', day = ''): IsoDate | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(text) ? text : undefined
}

/** A day in one of the orders met in Viet Nam: day first with any mark, year first with a slash, or packed. */
function readDay(text: string): IsoDate | undefined {
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  if (dayFirst !== null) return toDate(dayFirst[3], dayFirst[2], dayFirst[1])
  const yearFirst = /^(\d{4})(?:[/-](\d{1,2})[/-](\d{1,2})|(\d{2})(\d{2}))$/.exec(text)
  return yearFirst === null
    ? undefined
    : toDate(yearFirst[1], yearFirst[2] ?? yearFirst[4], yearFirst[3] ?? yearFirst[5])
}

/** Minutes and seconds of a time of day, `15:20`, `15:20:30` or `15h20`, as `HH:mm:ss`. */
function readTime(text: string): string | undefined {
  const match = /^([01]?\d|2[0-3])[:hg]([0-5]\d)(?::([0-5]\d))?$/i.exec(text)
  return match === null ? undefined : `${match[1]?.padStart(2, '0')}:${match[2]}:${match[3] ?? '00'}`
}

/** A moment in RFC 3339, or nothing. */
function readRfc3339(text: string): Instant | undefined {
  try {
    return instant(text)
  } catch (error) {
    if (isMotcuaError(error)) return undefined
    throw error
  }
}

/** A moment: packed as `yyyyMMddHHmmss`, day and time in either order, RFC 3339, or only a day. */
export function readInstant(text: string): LooseRead | undefined {
  const packed = /^(\d{8})(\d{2})(\d{2})(\d{2})?$/.exec(text)
  const spaced = /^(\S+)[ T,]+(\S+)$/.exec(text)
  const [day, time] = packed
    ? [packed[1], `${packed[2]}:${packed[3]}:${packed[4] ?? '00'}`]
    : [spaced?.[1], spaced?.[2]]
  const found = joinMoment(day, time) ?? joinMoment(time, day) ?? readRfc3339(text)
  if (found !== undefined) return { value: found, changes: ['dossier/instant-read'] }
  const only = readDay(text)
  return only && { value: instantAt(only, 0), changes: ['dossier/midnight-assumed'] }
}

/** The moment of a day and a time of day as text, if that is what they are. */
function joinMoment(day: string | undefined, time: string | undefined): Instant | undefined {
  if (day === undefined || time === undefined) return undefined
  const date = readDay(day)
  const clock = readTime(time)
  return date && clock !== undefined ? instant(`${date}T${clock}`) : undefined
}

/** A day: as {@link readDay} has it, or the day of a moment. */
export function readDate(text: string): LooseRead | undefined {
  const day = readDay(text)
  if (day !== undefined) return { value: day, changes: ['dossier/date-read'] }
  const moment = isInstant(text) ? text : (readInstant(text)?.value as Instant | undefined)
  if (moment === undefined) return undefined
  const isMidnight = moment.slice(11) === '00:00:00.000+07:00'
  return {
    value: dateOfInstant(moment),
    changes: [isMidnight ? 'dossier/date-read' : 'dossier/time-dropped'],
  }
}

/** A birth date: a day, a month as `MM/yyyy`, or a year. */
function readBirthDate(text: string): LooseRead | undefined {
  const month = /^(\d{1,2})[/.-](\d{4})$/.exec(text)
  if (month === null) return readDate(text)
  const value = toDate(month[2], month[1], '01')?.slice(0, 7)
  return value === undefined ? undefined : { value, changes: ['dossier/date-read'] }
}

/** A number written as text with a decimal point, at most 15 digits so that it stays exact. */
export function readNumber(text: string): LooseRead | undefined {
  const isNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/.test(text)
  return isNumber ? { value: Number(text), changes: ['dossier/number-read'] } : undefined
}

/** An amount of money: a whole number, or one with separators of thousands, with or without the word for dong. */
function readMoney(text: string): LooseRead | undefined {
  const bare = text.replace(/\s*(?:đồng|đ|vnđ|vnd)$/i, '')
  if (/^(?:0|[1-9]\d{0,14})$/.test(bare)) return { value: Number(bare), changes: ['dossier/number-read'] }
  const isGrouped =
    /^[1-9]\d{0,2}(?:\.\d{3}){1,4}$|^[1-9]\d{0,2}(?:,\d{3}){1,4}$|^[1-9]\d{0,2}(?: \d{3}){1,4}$/.test(bare)
  return isGrouped
    ? { value: Number(bare.replace(/\D/g, '')), changes: ['dossier/thousands-read'] }
    : undefined
}

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  có: true,
  false: false,
  '0': false,
  không: false,
}

/** True or false written as `"True"`, `"1"`, 1, `"có"` and their opposites. */
export function readBoolean(value: unknown): LooseRead | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const truth = truths[String(value).toLowerCase()]
  return truth === undefined ? undefined : { value: truth, changes: ['dossier/boolean-read'] }
}

/** A code in its one written form, by the reader that knows it; fixed telephone numbers lose their marks only. */
function readCode(reading: 'agency' | 'phone' | 'tax-code', text: string): LooseRead | undefined {
  const parse = { agency: parseAgencyCode, phone: parsePhoneNumber, 'tax-code': parseTaxCode }[reading]
  const read = parse(text)
  if (read.ok) return { value: read.value, changes: ['dossier/code-cleaned'] }
  const bare = text.replace(/[\s().-]/g, '')
  return reading === 'phone' && bare !== text ? { value: bare, changes: ['dossier/code-cleaned'] } : undefined
}

/** Reads text by the reading of its leaf; texts too long to be what the leaf wants are left alone. */
export function readLeaf(reading: Reading, text: string): LooseRead | undefined {
  if (reading === 'line') return readLine(text)
  if (reading === 'text' || reading === 'any-text') return readText(text)
  if (text.length > MAX_SHORT) return undefined
  const { value, changes } = readLine(text)
  const line = String(value)
  const read = readShort(reading, line)
  if (read === undefined) return { value, changes }
  return read.value === line
    ? { value, changes }
    : { value: read.value, changes: [...changes, ...read.changes] }
}

/** Reads one short line by the reading of its leaf. */
function readShort(reading: Reading, line: string): LooseRead | undefined {
  switch (reading) {
    case 'date':
      return readDate(line)
    case 'birth-date':
      return readBirthDate(line)
    case 'instant':
      return isInstant(line) ? undefined : readInstant(line)
    case 'money':
      return readMoney(line)
    case 'agency':
    case 'phone':
    case 'tax-code':
      return readCode(reading, line)
    default:
      return undefined
  }
}
