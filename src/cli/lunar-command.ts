/**
 * `motcua lunar`: a day of the civil calendar as a lunar day, and back.
 *
 * @module
 */
import { parseArgs } from 'node:util'
import { toLunar, toSolar } from '../calendar/index.ts'
import { isIsoDate } from '../date.ts'
import { isMotcuaError, type Language } from '../errors.ts'
import type { CliIo, Command } from './command.ts'

const usage = {
  vi: `Cách dùng: motcua lunar NGÀY [--proleptic] [--json] [--lang vi|en]
           motcua lunar --to-solar NĂM-THÁNG-NGÀY [--leap] [--proleptic] [--json] [--lang vi|en]
Ngày dương viết YYYY-MM-DD; ngày âm viết cùng dạng (2027-03-10 là mùng 10 tháng 3), --leap nếu là tháng nhuận.
Phục vụ từ 1968-01-01 đến hết năm âm lịch 2100; --proleptic mở rộng về trước 1968 theo quy tắc UTC+7.
`,
  en: `Usage: motcua lunar DATE [--proleptic] [--json] [--lang vi|en]
       motcua lunar --to-solar YEAR-MONTH-DAY [--leap] [--proleptic] [--json] [--lang vi|en]
A civil day is YYYY-MM-DD; a lunar day has the same form (2027-03-10 is day 10 of month 3), --leap for a leap month.
Serves 1968-01-01 to the end of the lunar year 2100; --proleptic goes further back by the rule of UTC+7.
`,
} as const

/** The options of this command. */
const options = {
  'to-solar': { type: 'string' },
  leap: { type: 'boolean' },
  proleptic: { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Reads the arguments, or nothing when they make no sense. */
function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const isLanguage = values.lang === undefined || values.lang === 'vi' || values.lang === 'en'
    return isLanguage ? { values, positionals } : undefined
  } catch {
    return undefined
  }
}

/** Parts of a lunar day written like a civil one; the day of a lunar month may be 30 in any month. */
function readLunarDay(text: string): { year: number; month: number; day: number } | undefined {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (parts === null) return undefined
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }
}

/** One answer as JSON and as a sentence. */
interface Answer {
  readonly json: unknown
  readonly text: { readonly vi: string; readonly en: string }
}

/** Answers a civil day. */
function answerLunar(date: string, proleptic: boolean): Answer | undefined {
  if (!isIsoDate(date)) return undefined
  const lunar = toLunar(date, { proleptic })
  const { year, month, leap, day } = lunar
  const back = lunar.proleptic
    ? { vi: ' (tính lùi theo UTC+7)', en: ' (proleptic, UTC+7)' }
    : { vi: '', en: '' }
  return {
    json: lunar,
    text: {
      vi: `ngày ${day} tháng ${month}${leap ? ' nhuận' : ''} năm ${year} âm lịch${back.vi}`,
      en: `day ${day} of ${leap ? 'leap ' : ''}month ${month}, lunar year ${year}${back.en}`,
    },
  }
}

/** Answers a lunar day. */
function answerSolar(text: string, leap: boolean, proleptic: boolean): Answer | undefined {
  const parts = readLunarDay(text)
  if (parts === undefined) return undefined
  const date = toSolar({ ...parts, leap }, { proleptic })
  return { json: { date }, text: { vi: date, en: date } }
}

/** Runs the command. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArgs(args)
  const language: Language = read?.values.lang === 'en' ? 'en' : 'vi'
  if (read?.values.help) {
    io.out(usage[language])
    return 0
  }
  const { 'to-solar': lunarDay, leap = false, proleptic = false, json } = read?.values ?? {}
  const [date = '', ...more] = read?.positionals ?? []
  const isCallWrong = read === undefined || more.length > 0 || (lunarDay !== undefined) === (date !== '')
  try {
    const answer = isCallWrong
      ? undefined
      : lunarDay === undefined
        ? leap
          ? undefined
          : answerLunar(date, proleptic)
        : answerSolar(lunarDay, leap, proleptic)
    if (answer === undefined) {
      io.err(usage[language])
      return 2
    }
    io.out(json ? `${JSON.stringify(answer.json)}\n` : `${answer.text[language]}\n`)
    return 0
  } catch (error) {
    if (!isMotcuaError(error)) throw error
    io.err(`${error.code}: ${error.messageIn(language)}\n`)
    return 1
  }
}

/** The command `lunar`. */
export const command: Command = {
  name: 'lunar',
  summary: { vi: 'Đổi ngày dương lịch và âm lịch Việt Nam', en: 'Civil and lunar days of Viet Nam' },
  run,
}
