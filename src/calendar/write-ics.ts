/**
 * iCalendar (RFC 5545) for a year's special days and for due dates.
 *
 * @module
 */

import { writeUtf8 } from '../bytes.ts'
import { addDays, type Instant, type IsoDate, instant, isoDate } from '../date.ts'
import type { Language } from '../errors.ts'
import { composeText } from '../text.ts'
import type { DayExplanation, YearExplanation } from './explain-day.ts'
import { dayKinds } from './office-day.ts'

/** A due date for a diary. Summaries are read on many screens: a dossier code, never a name. */
export interface IcsDueDate {
  /** Stable name of the entry: the same id replaces the entry when the file is loaded again. */
  readonly id: string
  readonly summary: string
  readonly description?: string
  /** A whole day, or a moment. */
  readonly due: { readonly date: IsoDate } | { readonly at: Instant }
}

/** What goes into the file. */
export type IcsSubject =
  | { readonly year: YearExplanation }
  | { readonly name: string; readonly dueDates: readonly IcsDueDate[] }

/** How it is written. */
export interface IcsOptions {
  /** When the file is made; it goes into DTSTAMP, so the same input gives the same bytes. */
  readonly stampAt: Instant
  /** Vietnamese when left out. */
  readonly language?: Language
}

/** One line of the file: a name with parameters, and a value that is already escaped. */
type Line = readonly [name: string, value: string]

/** Escapes a text value (RFC 5545, 3.3.11); control characters that it cannot carry become spaces. */
function escapeText(text: string): string {
  return composeText(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
}

/** Longest line in octets, without its end (RFC 5545, 3.1). */
const LINE_OCTETS = 75

/** Folds a line so that no piece exceeds 75 octets and no character is cut. */
function foldLine([name, value]: Line): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of `${name}:${value}`) {
    const size = writeUtf8(character).length
    if (octets + size > LINE_OCTETS) {
      pieces.push(piece)
      // The space that begins a continuation counts too.
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].map((line) => `${line}\r\n`).join('')
}

/** A day without its hyphens. */
function writeDate(date: IsoDate): string {
  return isoDate(date).replaceAll('-', '')
}

/** A moment in UTC, the only form that needs no time zone component. */
function writeUtc(at: Instant): string {
  const utc = new Date(instant(at)).toISOString()
  return `${utc.slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** Makes a UID of what the caller gave; other characters than these are written as their code points. */
function writeUid(id: string): string {
  const plain = composeText(id).replace(
    /[^A-Za-z0-9.-]/gu,
    (other) => `_${other.codePointAt(0)?.toString(16)}_`,
  )
  return `${plain}@motcua`
}

/** Lines of one special day. */
function writeDay(day: DayExplanation, language: Language, stamp: string): readonly Line[] {
  const provisional = { vi: ' (dự kiến)', en: ' (provisional)' }
  const summary = `${day.name[language]}${day.provisional ? provisional[language] : ''}`
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', writeUid(`calendar-${day.date}`)],
    ['DTSTAMP', stamp],
    ['DTSTART;VALUE=DATE', writeDate(day.date)],
    ['DTEND;VALUE=DATE', writeDate(addDays(day.date, 1))],
    ['SUMMARY', escapeText(summary)],
    ['DESCRIPTION', escapeText(`${dayKinds[day.kind][language]}. ${day.basis[language]}`)],
    ['CATEGORIES', day.kind.toUpperCase()],
    ['STATUS', day.provisional ? 'TENTATIVE' : 'CONFIRMED'],
    ['TRANSP', day.counted ? 'OPAQUE' : 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ]
}

/** Lines of one due date. */
function writeDueDate({ id, summary, description, due }: IcsDueDate, stamp: string): readonly Line[] {
  const when: readonly Line[] =
    'date' in due
      ? [
          ['DTSTART;VALUE=DATE', writeDate(due.date)],
          ['DTEND;VALUE=DATE', writeDate(addDays(due.date, 1))],
        ]
      : [['DTSTART', writeUtc(due.at)]]
  return [
    ['BEGIN', 'VEVENT'],
    ['UID', writeUid(`due-${id}`)],
    ['DTSTAMP', stamp],
    ...when,
    ['SUMMARY', escapeText(summary)],
    ...(description === undefined ? [] : [['DESCRIPTION', escapeText(description)] as const]),
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ]
}

/**
 * Writes an iCalendar file of a year's days off and worked weekends, or of due dates.
 *
 * Lines end in CRLF and are folded at 75 octets; UIDs are stable, so that loading a newer file replaces the
 * entries of the older one; moments are in UTC.
 *
 * @example
 * import { instant } from 'motcua'
 * import { buildWorkingCalendar, explainYear, writeIcs } from 'motcua/calendar'
 * const year = explainYear(buildWorkingCalendar(), 2026)
 * writeIcs({ year }, { stampAt: instant('2026-01-01T00:00') }).startsWith('BEGIN:VCALENDAR\r\n') // true
 */
export function writeIcs(subject: IcsSubject, options: IcsOptions): string {
  const { stampAt, language = 'vi' } = options
  const stamp = writeUtc(stampAt)
  const title = { vi: 'Lịch làm việc', en: 'Working calendar' }
  const name = 'year' in subject ? `${title[language]} ${subject.year.year}` : subject.name
  const days =
    'year' in subject
      ? [...subject.year.weekdaysOff, ...subject.year.weekendsWorked].sort((a, b) =>
          a.date < b.date ? -1 : 1,
        )
      : []
  const dueDates = 'year' in subject ? [] : subject.dueDates
  const lines: readonly Line[] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//motcua//calendar//VI'],
    ['CALSCALE', 'GREGORIAN'],
    ['X-WR-CALNAME', escapeText(name)],
    ...days.flatMap((day) => writeDay(day, language, stamp)),
    ...dueDates.flatMap((due) => writeDueDate(due, stamp)),
    ['END', 'VCALENDAR'],
  ]
  return lines.map(foldLine).join('')
}
