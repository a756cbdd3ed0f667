/**
 * `motcua lunar`: a day of the civil calendar as a lunar day, and back.
 *
 * @module
 */
import { toLunar, toSolar } from '../calendar/index.ts'
import { isIsoDate } from '../date.ts'
import type { CliIo, Command } from './command.ts'
import { readArguments } from './read-arguments.ts'

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

const options = {
  'to-solar': { type: 'string' },
  leap: { type: 'boolean' },
  proleptic: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

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
  const read = readArguments(args, { usage, options, words: { min: 0, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const {
    language,
    words: [date],
    values,
  } = read
  const { 'to-solar': lunarDay, leap = false, proleptic = false, json } = values
  const isOneDay = (lunarDay === undefined) !== (date === undefined)
  const civil = isOneDay && !leap && date !== undefined ? answerLunar(date, proleptic) : undefined
  const answer = isOneDay && lunarDay !== undefined ? answerSolar(lunarDay, leap, proleptic) : civil
  if (answer === undefined) {
    io.err(usage[language])
    return 2
  }
  io.out(json ? `${JSON.stringify(answer.json)}\n` : `${answer.text[language]}\n`)
  return 0
}

/** The command `lunar`. */
export const command: Command = {
  name: 'lunar',
  summary: { vi: 'Đổi ngày dương lịch và âm lịch Việt Nam', en: 'Civil and lunar days of Viet Nam' },
  run,
}
