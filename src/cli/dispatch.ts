/**
 * The first word of a command line: help, version, or the command it names.
 *
 * @module
 */
import type { Language } from '../errors.ts'
import { version } from '../version.ts'
import type { CliIo } from './command.ts'
import type { CommandEntry } from './command-table.ts'
import { explainFailure } from './explain-failure.ts'
import { findLanguage } from './read-arguments.ts'

const words = {
  vi: {
    usage: 'Cách dùng: motcua LỆNH [tham số]',
    about: 'Phần khó của phần mềm một cửa: thời hạn, hồ sơ, quy trình nội bộ, biểu mẫu, chữ ký số.',
    commands: 'Các lệnh:',
    options: 'Tham số chung:',
    help: 'in trợ giúp này; "motcua LỆNH --help" in trợ giúp của lệnh',
    version: 'in phiên bản',
    lang: 'ngôn ngữ của câu chữ, mặc định là vi',
    exits: 'Mã thoát: 0 ổn; 1 đối tượng kiểm tra sai; 2 gọi lệnh sai; 3 lỗi tệp hoặc mạng.',
    noCommand: 'thiếu tên lệnh',
    unknownCommand: 'không có lệnh này:',
    unknownOption: 'không có tham số này:',
    badLanguage: '--lang nhận vi hoặc en, không nhận:',
    meant: 'có phải bạn muốn gọi:',
    see: 'Gõ "motcua --help" để xem các lệnh.',
  },
  en: {
    usage: 'Usage: motcua COMMAND [arguments]',
    about: 'The hard parts of one-stop agency software: terms, dossiers, processes, forms, signatures.',
    commands: 'Commands:',
    options: 'Options of every command:',
    help: 'prints this help; "motcua COMMAND --help" prints that of the command',
    version: 'prints the version',
    lang: 'language of what is said, vi unless given',
    exits: 'Exit codes: 0 fine; 1 the subject is wrong; 2 the call is wrong; 3 a file or the network failed.',
    noCommand: 'the name of a command is missing',
    unknownCommand: 'there is no such command:',
    unknownOption: 'there is no such option:',
    badLanguage: '--lang takes vi or en, not:',
    meant: 'did you mean:',
    see: 'Type "motcua --help" for the commands.',
  },
} as const

/** Writes the help: every command of the table with its summary. */
export function writeHelp(table: readonly CommandEntry[], language: Language): string {
  const say = words[language]
  const row = (name: string, text: string): string => `  ${name.padEnd(14)}${text}`
  return [
    say.usage,
    '',
    say.about,
    '',
    say.commands,
    ...table.map(({ name, summary }) => row(name, summary[language])),
    '',
    say.options,
    row('-h, --help', say.help),
    row('-v, --version', say.version),
    row('--lang vi|en', say.lang),
    '',
    say.exits,
    '',
  ].join('\n')
}

/** How many letters must be added, dropped or changed to make one word of the other. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...to].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min((row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, changed))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** Two slips of the finger at most; a word of three letters allows one. */
function findSimilar(word: string, table: readonly CommandEntry[]): string | undefined {
  const near = table
    .map(({ name }) => ({ name, edits: countEdits(word, name) }))
    .filter(({ name, edits }) => edits <= Math.min(2, name.length / 3))
  return near.sort((a, b) => a.edits - b.edits)[0]?.name
}

/** Takes the `--lang` in front of the command away; the command gets it behind its name. */
function moveLanguage(args: readonly string[]): readonly string[] {
  const count = args[0] === '--lang' ? 2 : args[0]?.startsWith('--lang=') ? 1 : 0
  const [command, ...rest] = args.slice(count)
  return command === undefined || command.startsWith('-')
    ? args.slice(count)
    : [command, ...rest, ...args.slice(0, count)]
}

/** Says what is wrong with the first word, and what may have been meant. */
function refuse(word: string | undefined, table: readonly CommandEntry[], language: Language): string {
  const say = words[language]
  if (word === undefined) return `motcua: ${say.noCommand}\n\n${writeHelp(table, language)}`
  if (word.startsWith('-')) return `motcua: ${say.unknownOption} ${word}\n${say.see}\n`
  const similar = findSimilar(word, table)
  const hint = similar === undefined ? '' : `${say.meant} motcua ${similar}\n`
  return `motcua: ${say.unknownCommand} ${word}\n${hint}${say.see}\n`
}

/** The value of a leading `--lang` that is neither of the two languages. */
function findBadLanguage(args: readonly string[]): string | undefined {
  const value = args[0] === '--lang' ? (args[1] ?? '') : /^--lang=(.*)$/.exec(args[0] ?? '')?.[1]
  return value === undefined || value === 'vi' || value === 'en' ? undefined : value
}

/** What the dispatcher works with: the commands there are, and the world. */
export interface DispatchOptions {
  readonly table: readonly CommandEntry[]
  readonly io: CliIo
}

/**
 * Runs one command line and gives its exit code; nothing is thrown.
 *
 * Data go to `io.out`, talk to `io.err`. Only the module of the command that is called gets loaded.
 *
 * @param args - The words after the name of the program.
 */
export async function runCommandLine(
  args: readonly string[],
  { table, io }: DispatchOptions,
): Promise<number> {
  const language = findLanguage(args)
  const badLanguage = findBadLanguage(args)
  if (badLanguage !== undefined) {
    io.err(`motcua: ${words.vi.badLanguage} ${badLanguage}\n`)
    return 2
  }
  const [word, ...rest] = moveLanguage(args)
  if (word === '--version' || word === '-v') {
    io.out(`${version}\n`)
    return 0
  }
  const isHelp = word === '--help' || word === '-h' || word === 'help'
  const wanted = word === 'help' && rest[0]?.startsWith('-') === false ? rest[0] : undefined
  if (isHelp && wanted === undefined) {
    io.out(writeHelp(table, language))
    return 0
  }
  const name = wanted ?? word
  const entry = table.find((candidate) => candidate.name === name)
  if (entry === undefined) {
    io.err(refuse(name, table, language))
    return 2
  }
  try {
    const command = await entry.load()
    return await command.run(wanted === undefined ? rest : ['--help', ...rest.slice(1)], io)
  } catch (error) {
    const { text, exitCode } = explainFailure(error, language)
    io.err(`${text}\n`)
    return exitCode
  }
}
