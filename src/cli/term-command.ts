/**
 * `motcua term`: a published term as data, or why a person must read it.
 *
 * @module
 */
import { formatTerm, parseTerm, type Term, type UnreadTerm, unreadReasons } from '../deadline/index.ts'
import type { Language } from '../errors.ts'
import type { CliIo, Command } from './command.ts'
import { readArguments } from './read-arguments.ts'

const usage = {
  vi: `Cách dùng: motcua term "NỘI DUNG" [--json] [--lang vi|en]
Đọc thời hạn giải quyết như cổng dịch vụ công ghi ("03 ngày làm việc", "Ngay trong ngày …", "Không quy định");
không đọc chắc chắn được thì nói vì sao cần người đọc.
`,
  en: `Usage: motcua term "TEXT" [--json] [--lang vi|en]
Reads a term as the national portal publishes it ("03 ngày làm việc", "Ngay trong ngày …", "Không quy định");
where it cannot be read for certain, it says why a person must read it.
`,
} as const

const options = { json: { type: 'boolean' } } as const

const unreadSentence = { vi: 'Cần người đọc:', en: 'A person must read it:' } as const

/** The line that a person reads. */
function writeText(term: Term | UnreadTerm, language: Language): string {
  return term.kind === 'unread'
    ? `${unreadSentence[language]} ${unreadReasons[term.reason][language]} (${term.reason})`
    : formatTerm(term, language)
}

/** Runs the command. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args, { usage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const term = parseTerm(read.words[0] ?? '')
  io.out(`${read.values.json ? JSON.stringify(term) : writeText(term, read.language)}\n`)
  return 0
}

/** The command `term`. */
export const command: Command = {
  name: 'term',
  summary: { vi: 'Đọc thời hạn giải quyết đã công bố', en: 'Reads a published term' },
  run,
}
