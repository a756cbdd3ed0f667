/**
 * `motcua calendar`: the days off and worked weekends of a year.
 *
 * @module
 */
import { type DayExplanation, explainYear, writeIcs, type YearExplanation } from '../calendar/index.ts'
import type { Language } from '../errors.ts'
import { calendarFileOptions, loadWorkingCalendar } from './calendar-files.ts'
import type { CliIo, Command } from './command.ts'
import { readArguments } from './read-arguments.ts'

const usage = {
  vi: `Cách dùng: motcua calendar NĂM [--json | --ics] [--calendar TỆP] [--office TỆP] [--lang vi|en]
Liệt kê ngày nghỉ (thứ Hai đến thứ Sáu) và ngày cuối tuần làm bù, kèm loại, tên và văn bản nguồn.
--calendar nhận tệp lịch hoặc thông báo (schemas/calendar.schema.json, schemas/notice.schema.json);
--office nhận lịch của cơ quan (schemas/office.schema.json).
`,
  en: `Usage: motcua calendar YEAR [--json | --ics] [--calendar FILE] [--office FILE] [--lang vi|en]
Lists weekdays off and weekends worked, each with kind, name and source.
--calendar takes a calendar or a notice (schemas/calendar.schema.json, schemas/notice.schema.json);
--office takes an office schedule (schemas/office.schema.json).
`,
} as const

const sentences = {
  vi: {
    off: 'Ngày nghỉ (thứ Hai đến thứ Sáu)',
    worked: 'Ngày cuối tuần làm bù',
    none: '(không có)',
    provisional: 'DỰ KIẾN: năm này chưa có đủ thông báo. Chưa biết',
    'tet-span': 'đợt nghỉ Tết (chỉ tính 4 ngày chắc chắn)',
    'second-national-day': 'ngày Quốc khánh thứ hai',
    swaps: 'các ngày hoán đổi',
  },
  en: {
    off: 'Weekdays off',
    worked: 'Weekends worked',
    none: '(none)',
    provisional: 'PROVISIONAL: the notices of this year are not all there. Unknown',
    'tet-span': 'the span of Tết (only its four certain days are counted)',
    'second-national-day': 'the second National Day day',
    swaps: 'swaps',
  },
} as const

const options = { json: { type: 'boolean' }, ics: { type: 'boolean' }, ...calendarFileOptions } as const

/** One day of the JSON answer; `name` is in the language asked for. */
function writeDay({ date, kind, name, source }: DayExplanation, language: Language) {
  return { date, kind, name: name[language], source }
}

/** The JSON answer. A provisional year also says what is missing. */
function writeJson(year: YearExplanation, language: Language): string {
  return `${JSON.stringify({
    year: year.year,
    weekdaysOff: year.weekdaysOff.map((day) => writeDay(day, language)),
    weekendsWorked: year.weekendsWorked.map((day) => writeDay(day, language)),
    provisional: year.provisional,
    ...(year.provisional ? { missing: year.missing } : {}),
  })}\n`
}

/** The lines that a person reads. */
function writeText(year: YearExplanation, language: Language): string {
  const say = sentences[language]
  const list = (days: readonly DayExplanation[]): readonly string[] =>
    days.length === 0
      ? [`  ${say.none}`]
      : days.map(({ date, name, source }) => `  ${date}  ${name[language]}  [${source}]`)
  return [`${say.off}:`, ...list(year.weekdaysOff), `${say.worked}:`, ...list(year.weekendsWorked), ''].join(
    '\n',
  )
}

/** What is not known yet of a provisional year. */
function writeWarning(year: YearExplanation, language: Language): string {
  const say = sentences[language]
  return `${say.provisional}: ${year.missing.map((part) => say[part]).join(', ')}.\n`
}

/** Runs the command. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args, { usage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const {
    language,
    words: [yearText = ''],
    values,
  } = read
  const { calendar, office, json, ics } = values
  if (!/^\d{4}$/.test(yearText) || (json && ics)) {
    io.err(usage[language])
    return 2
  }
  const working = loadWorkingCalendar({ calendar, office, language }, io)
  if (working === undefined) return 1
  const year = explainYear(working, Number(yearText))
  if (year.provisional) io.err(writeWarning(year, language))
  if (ics) io.out(writeIcs({ year }, { stampAt: io.now(), language }))
  else io.out(json ? writeJson(year, language) : writeText(year, language))
  return 0
}

/** The command `calendar`. */
export const command: Command = {
  name: 'calendar',
  summary: { vi: 'Ngày nghỉ và ngày làm bù của một năm', en: 'Days off and weekends worked of a year' },
  run,
}
