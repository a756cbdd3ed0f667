/**
 * The arguments of a command: parsed, with `--help` and `--lang` answered alike everywhere.
 *
 * @module
 */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Language, LocalizedText } from '../errors.ts'
import type { CliIo } from './command.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** The options that every command has; it names only its own. */
const commonOptions = { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const

/** What a command takes. */
export interface ArgumentSpec<O extends Options> {
  /** What `--help` prints, and what follows a wrong call. */
  readonly usage: LocalizedText
  readonly options: O
  /** How many words without a dash: none where it is left out. */
  readonly words?: { readonly min: number; readonly max: number }
}

/** The parsed line, or the exit code with which to end because everything has been said. */
export type ReadArguments<O extends Options> =
  | {
      readonly kind: 'run'
      readonly values: ReturnType<typeof parseArgs<{ options: O }>>['values']
      readonly words: readonly string[]
      readonly language: Language
    }
  | { readonly kind: 'done'; readonly exitCode: 0 | 2 }

const sentences = {
  vi: {
    tooFew: 'thiếu tham số',
    tooMany: 'thừa tham số:',
    language: '--lang nhận vi hoặc en, không nhận:',
    unknown: 'không có tham số này:',
    noValue: 'tham số này cần một giá trị:',
    noFlag: 'tham số này không nhận giá trị:',
  },
  en: {
    tooFew: 'an argument is missing',
    tooMany: 'too many arguments:',
    language: '--lang takes vi or en, not:',
    unknown: 'there is no such option:',
    noValue: 'this option needs a value:',
    noFlag: 'this option takes no value:',
  },
} as const

type Sentence = keyof (typeof sentences)['vi']

/** What is wrong with a line, as a sentence and the word it is about. */
interface Complaint {
  readonly sentence: Sentence
  readonly word: string
}

/** The token that `parseArgs` gives for an option. */
interface OptionToken {
  readonly kind: string
  readonly name?: string
  readonly rawName?: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

/** Finds an option that is unknown, lacks its value, or has one it does not take. */
function checkToken(token: OptionToken, options: Options): Complaint | undefined {
  if (token.kind !== 'option' || token.name === undefined) return undefined
  const word = token.rawName ?? token.name
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
  if (option === undefined) return { sentence: 'unknown', word }
  // What follows looks like the next option: with `=` even that can be a value.
  const isNext = token.inlineValue === false && /^-./.test(token.value ?? '')
  if (option.type === 'string' && (token.value === undefined || isNext)) return { sentence: 'noValue', word }
  if (option.type === 'boolean' && token.value !== undefined) return { sentence: 'noFlag', word }
  return undefined
}

/** The language that `--lang` asks for anywhere on a line, `vi` unless it is `en`. */
export function findLanguage(args: readonly string[]): Language {
  const isEnglish = args.some((arg, at) => arg === '--lang=en' || (arg === '--lang' && args[at + 1] === 'en'))
  return isEnglish ? 'en' : 'vi'
}

/** The first thing that is wrong with a line, or nothing. */
function findComplaint<O extends Options>(
  args: readonly string[],
  { options, words = { min: 0, max: 0 } }: ArgumentSpec<O>,
): Complaint | undefined {
  const known = { ...options, ...commonOptions }
  const { tokens, values, positionals } = parseArgs({
    args: [...args],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const [broken] = tokens.flatMap((token) => checkToken(token, known) ?? [])
  if (broken !== undefined) return broken
  const { lang } = values
  if (lang !== undefined && lang !== 'vi' && lang !== 'en')
    return { sentence: 'language', word: String(lang) }
  if (values.help === true) return undefined
  if (positionals.length < words.min) return { sentence: 'tooFew', word: '' }
  if (positionals.length > words.max) return { sentence: 'tooMany', word: positionals[words.max] ?? '' }
  return undefined
}

/**
 * Parses the arguments of a command. A wrong call is said on the error stream with the usage (exit code 2);
 * `--help` prints the usage (exit code 0).
 *
 * What Node's parser refuses beyond that is thrown and ends as a wrong call in the dispatcher.
 */
export function readArguments<const O extends Options>(
  args: readonly string[],
  spec: ArgumentSpec<O>,
  io: CliIo,
): ReadArguments<O> {
  const language = findLanguage(args)
  const complaint = findComplaint(args, spec)
  if (complaint !== undefined) {
    const { sentence, word } = complaint
    io.err(`motcua: ${sentences[language][sentence]} ${word}`.trimEnd())
    io.err(`\n\n${spec.usage[language]}`)
    return { kind: 'done', exitCode: 2 }
  }
  const options: O & typeof commonOptions = { ...spec.options, ...commonOptions }
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  if (Reflect.get(values, 'help') === true) {
    io.out(spec.usage[language])
    return { kind: 'done', exitCode: 0 }
  }
  return { kind: 'run', values, words: positionals, language }
}
