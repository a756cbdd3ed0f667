/**
 * `motcua code`: a number or code, read and explained.
 *
 * @module
 */
import { isIsoDate } from '../date.ts'
import { type CodeChecks, type CodeKind, codeKinds, isCodeKind, parseCode } from '../dossier/codes/index.ts'
import type { Language } from '../errors.ts'
import type { CliIo, Command } from './command.ts'
import { readArguments } from './read-arguments.ts'

const kindList = (language: Language): string =>
  codeKinds.map(({ kind, name }) => `  ${kind.padEnd(26)}${name[language]}\n`).join('')

const usage = {
  vi: `Cách dùng: motcua code check LOẠI MÃ [--on NGÀY] [--birth-date NGÀY] [--sex male|female] [--json] [--lang vi|en]
Đọc một mã, nói mã cho biết gì và điểm nào đáng ngờ. --on: xét theo ngày; --birth-date, --sex: đối chiếu
với số định danh cá nhân. Mã thoát 1 nếu không phải loại mã ấy. Các loại:
${kindList('vi')}`,
  en: `Usage: motcua code check KIND VALUE [--on DATE] [--birth-date DATE] [--sex male|female] [--json] [--lang vi|en]
Reads a code, says what it tells and what is doubtful. --on judges it for a day; --birth-date and --sex are
compared with a personal number. Exit code 1 when it is no such code. The kinds:
${kindList('en')}`,
} as const

const options = {
  on: { type: 'string' },
  'birth-date': { type: 'string' },
  sex: { type: 'string' },
  json: { type: 'boolean' },
} as const

const sentences = {
  vi: {
    job: 'chỉ có check, không có',
    kind: 'không có loại mã này',
    date: 'ngày viết YYYY-MM-DD, không phải',
    sex: '--sex nhận male hoặc female, không nhận',
    good: 'đúng dạng',
    bad: 'không đúng',
  },
  en: {
    job: 'there is only check, not',
    kind: 'there is no such kind of code',
    date: 'a day is written YYYY-MM-DD, not',
    sex: '--sex takes male or female, not',
    good: 'well formed',
    bad: 'not valid',
  },
} as const

/** What the line asks. */
interface Question {
  readonly kind: CodeKind
  readonly text: string
  readonly checks: CodeChecks
}

/** What is wrong with the line. */
interface WrongCall {
  readonly wrong: keyof (typeof sentences)['vi']
  readonly word: string
}

/** The values of the options, as the parser gives them. */
interface Values {
  readonly on?: string | undefined
  readonly 'birth-date'?: string | undefined
  readonly sex?: string | undefined
}

/** Reads the words and options of the line. */
function readQuestion(
  [job = '', kind = '', text = '']: readonly string[],
  values: Values,
): Question | WrongCall {
  const { on, 'birth-date': birthDate, sex } = values
  if (job !== 'check') return { wrong: 'job', word: job }
  if (!isCodeKind(kind)) return { wrong: 'kind', word: kind }
  if (on !== undefined && !isIsoDate(on)) return { wrong: 'date', word: on }
  if (birthDate !== undefined && !isIsoDate(birthDate)) return { wrong: 'date', word: birthDate }
  if (sex !== undefined && sex !== 'male' && sex !== 'female') return { wrong: 'sex', word: sex }
  const checks: CodeChecks = {
    ...(on === undefined ? {} : { on }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(sex === undefined ? {} : { sex }),
  }
  return { kind, text, checks }
}

/** Answers one question in sentences or as JSON. */
function answer(
  { kind, text, checks }: Question,
  io: CliIo,
  { language, json }: { language: Language; json: boolean },
): 0 | 1 {
  const reading = parseCode(kind, text, checks)
  const exitCode = reading.ok ? 0 : 1
  const doubts = reading.doubts.map(({ message, remedy, ...doubt }) => ({
    ...doubt,
    message: message[language],
    ...(remedy === undefined ? {} : { remedy: remedy[language] }),
  }))
  if (json) {
    const { ok, value, facts } = reading
    io.out(`${JSON.stringify({ kind, ok, ...(ok ? { value, facts } : {}), doubts })}\n`)
    return exitCode
  }
  const name = codeKinds.find((known) => known.kind === kind)?.name[language] ?? kind
  const words = sentences[language]
  io.out(`${name}: ${reading.ok ? `${words.good}: ${reading.value}` : words.bad}\n`)
  if (reading.ok && Object.keys(reading.facts ?? {}).length > 0)
    io.out(`  ${JSON.stringify(reading.facts)}\n`)
  for (const doubt of doubts)
    io.out(
      `  [${doubt.severity}] ${doubt.message}${doubt.remedy === undefined ? '' : ` → ${doubt.remedy}`}\n`,
    )
  return exitCode
}

/** Runs the command. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args, { usage, options, words: { min: 3, max: 3 } }, io)
  if (read.kind === 'done') return read.exitCode
  const question = readQuestion(read.words, read.values)
  if ('wrong' in question) {
    io.err(`motcua: ${sentences[read.language][question.wrong]}: ${question.word}\n\n${usage[read.language]}`)
    return 2
  }
  return answer(question, io, { language: read.language, json: read.values.json === true })
}

/** The command `code`. */
export const command: Command = {
  name: 'code',
  summary: { vi: 'Đọc và giải thích một số định danh hay mã', en: 'Reads and explains a number or code' },
  run,
}
