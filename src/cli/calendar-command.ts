/**
 * `motcua calendar`: the days off and worked weekends of a year.
 *
 * @module
 */
import { parseArgs } from 'node:util'
import { type DayExplanation, explainYear, writeIcs, type YearExplanation } from '../calendar/index.ts'
import { isMotcuaError, type Language } from '../errors.ts'
import { loadWorkingCalendar } from './calendar-files.ts'
import type { CliIo, Command } from './command.ts'

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

const words = {
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

/** The options of this command. */
const options = {
  json: { type: 'boolean' },
  ics: { type: 'boolean' },
  calendar: { type: 'string' },
  office: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Reads the arguments, or nothing when they make no sense. */
function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const isLanguage = values.lang === undefined || values.lang === 'vi' || values.lang === 'en'
    const [year = ''] = positionals
    const isYear = positionals.length === 1 && /^\d{4}$/.test(year)
    const isForm = !(values.json && values.ics)
    return isLanguage && isForm && (isYear || values.help) ? { values, year: Number(year) } : undefined
  } catch {
    return undefined
  }
}

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
  const say = words[language]
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
  const say = words[language]
  return `${say.provisional}: ${year.missing.map((part) => say[part]).join(', ')}.\n`
}

/** Runs the command. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArgs(args)
  const language: Language = read?.values.lang === 'en' ? 'en' : 'vi'
  if (read === undefined || read.values.help) {
    if (read === undefined) io.err(usage[language])
    else io.out(usage[language])
    return read === undefined ? 2 : 0
  }
  const { calendar, office, json, ics } = read.values
  const loaded = loadWorkingCalendar({ calendar, office, language }, io)
  if (!loaded.ok) return loaded.exitCode
  try {
    const year = explainYear(loaded.value, read.year)
    if (year.provisional) io.err(writeWarning(year, language))
    if (ics) io.out(writeIcs({ year }, { stampAt: io.now(), language }))
    else io.out(json ? writeJson(year, language) : writeText(year, language))
    return 0
  } catch (error) {
    if (!isMotcuaError(error)) throw error
    io.err(`${error.code}: ${error.messageIn(language)}\n`)
    return 1
  }
}

/** The command `calendar`. */
export const command: Command = {
  name: 'calendar',
  summary: { vi: 'Ngày nghỉ và ngày làm bù của một năm', en: 'Days off and weekends worked of a year' },
  run,
}
