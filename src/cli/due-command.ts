/**
 * `motcua due`: when a dossier is due, and every day on the way with its reason.
 *
 * @module
 */
import { type Instant, instant, instantAt, isIsoDate } from '../date.ts'
import {
  type CountingRules,
  computeDueDate,
  type DayEntry,
  type DueDate,
  type DueDateInput,
  explainDueDate,
  type Pause,
  type PauseReason,
  parseTerm,
  pauseReasons,
  unreadReasons,
} from '../deadline/index.ts'
import { calendarFileOptions, loadWorkingCalendar } from './calendar-files.ts'
import type { CliIo, Command } from './command.ts'
import { readArguments } from './read-arguments.ts'

const usage = {
  vi: `Cách dùng: motcua due --received LÚC --term "THỜI HẠN" [--pause TỪ/ĐẾN[/LÝ DO]]… [--extended]
           [--cut-off HH:mm] [--after-hours same-day|next-working-day]
           [--due-moment end-of-working-day|same-clock-time]
           [--calendar TỆP] [--office TỆP] [--json] [--lang vi|en]
Tính ngày hẹn trả và giải thích từng ngày. LÚC, TỪ, ĐẾN viết YYYY-MM-DD hoặc YYYY-MM-DDTHH:mm (giờ Việt Nam);
một ngày ở TỪ tính từ đầu ngày, ở ĐẾN tính hết ngày. LÝ DO: ${Object.keys(pauseReasons).join(', ')}.
--extended áp dụng các trường hợp kéo dài ghi trong thời hạn.
`,
  en: `Usage: motcua due --received WHEN --term "TERM" [--pause FROM/TO[/REASON]]… [--extended]
       [--cut-off HH:mm] [--after-hours same-day|next-working-day]
       [--due-moment end-of-working-day|same-clock-time]
       [--calendar FILE] [--office FILE] [--json] [--lang vi|en]
Computes the due date and explains every day. WHEN, FROM, TO are YYYY-MM-DD or YYYY-MM-DDTHH:mm (Viet Nam time);
a day as FROM means its beginning, as TO its end. REASON: ${Object.keys(pauseReasons).join(', ')}.
--extended applies the lengthenings that the term names.
`,
} as const

const sentences = {
  vi: {
    unread: 'không tính được, cần người đọc thời hạn:',
    pause: '--pause cần dạng TỪ/ĐẾN:',
    provisional: 'dự kiến, chưa có thông báo lịch nghỉ của năm liên quan',
  },
  en: {
    unread: 'not counted, a person must read the term:',
    pause: '--pause takes FROM/TO:',
    provisional: 'provisional, a year on the way has no notice yet',
  },
} as const

const options = {
  received: { type: 'string' },
  term: { type: 'string' },
  pause: { type: 'string', multiple: true },
  extended: { type: 'boolean' },
  'cut-off': { type: 'string' },
  'after-hours': { type: 'string' },
  'due-moment': { type: 'string' },
  json: { type: 'boolean' },
  ...calendarFileOptions,
} as const

/** A moment, or a day at its beginning or end. */
function readMoment(text: string, edge: 'start' | 'end'): Instant {
  return isIsoDate(text) ? instantAt(text, edge === 'start' ? 0 : 1440) : instant(text)
}

function isPauseReason(text: string): text is PauseReason {
  return Object.hasOwn(pauseReasons, text)
}

/** Reads `FROM/TO` or `FROM/TO/REASON`; nothing when it has another form. */
function readPause(text: string): Pause | undefined {
  const [from = '', to, reason = 'supplement', ...more] = text.split('/')
  if (to === undefined || more.length > 0 || !isPauseReason(reason)) return undefined
  return { fromAt: readMoment(from, 'start'), toAt: readMoment(to, 'end'), reason }
}

/** The rules that differ from the lawful ones; nothing when a choice is not on the list. */
function readRules(values: {
  readonly 'cut-off'?: string | undefined
  readonly 'after-hours'?: string | undefined
  readonly 'due-moment'?: string | undefined
}): Partial<CountingRules> | undefined {
  const {
    'cut-off': cutOff,
    'after-hours': afterHours = 'same-day',
    'due-moment': dueMoment = 'end-of-working-day',
  } = values
  if (afterHours !== 'same-day' && afterHours !== 'next-working-day') return undefined
  if (dueMoment !== 'end-of-working-day' && dueMoment !== 'same-clock-time') return undefined
  return { afterHours, dueMoment, ...(cutOff === undefined ? {} : { cutOff }) }
}

/** One day of the JSON answer; a day that counted in part says how much. */
function writeDay({ date, counted, reason, source, countedMinutes, ofMinutes }: DayEntry) {
  const isPart = counted && countedMinutes < ofMinutes
  return { date, counted, reason, source, ...(isPart ? { countedMinutes, ofMinutes } : {}) }
}

/** The JSON answer; `dueDate` and `dueAt` are null when no term is set. */
function writeJson(due: DueDate): string {
  const { dueDate, dueAt, provisional, days } = due
  return JSON.stringify({
    dueDate: dueDate ?? null,
    dueAt: dueAt ?? null,
    provisional,
    days: days.map(writeDay),
  })
}

/** Runs the command. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args, { usage, options }, io)
  if (read.kind === 'done') return read.exitCode
  const { language, values } = read
  const { received, term: text, pause: pauseTexts = [], extended, calendar, office, json } = values
  const rules = readRules(values)
  if (received === undefined || text === undefined || rules === undefined) {
    io.err(usage[language])
    return 2
  }
  const pauses: Pause[] = []
  for (const pauseText of pauseTexts) {
    const pause = readPause(pauseText)
    if (pause === undefined) {
      io.err(`motcua: ${sentences[language].pause} ${pauseText}\n\n${usage[language]}`)
      return 2
    }
    pauses.push(pause)
  }
  const term = parseTerm(text)
  if (term.kind === 'unread') {
    io.err(`motcua: ${sentences[language].unread} ${unreadReasons[term.reason][language]} (${term.reason})\n`)
    return 1
  }
  const working = loadWorkingCalendar({ calendar, office, language }, io)
  if (working === undefined) return 1
  const extensions = extended && term.kind !== 'none' ? (term.extensions ?? []) : []
  const input: DueDateInput = {
    receivedAt: readMoment(received, 'start'),
    term,
    calendar: working,
    rules,
    pauses,
    extensions,
  }
  const due = computeDueDate(input)
  if (due.provisional && json) io.err(`motcua: ${sentences[language].provisional}\n`)
  io.out(`${json ? writeJson(due) : explainDueDate(due, language).join('\n')}\n`)
  return 0
}

/** The command `due`. */
export const command: Command = {
  name: 'due',
  summary: { vi: 'Ngày hẹn trả và lý do của từng ngày', en: 'When a dossier is due, and why' },
  run,
}
