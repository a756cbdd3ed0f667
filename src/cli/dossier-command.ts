/**
 * `motcua dossier validate`: the verdict on one dossier, or on a stream of them.
 *
 * @module
 */
import { dossierOf, findProcedure } from '../catalogue/index.ts'
import { type DossierIssue, judgeBytes, judgeNdjson, type NdjsonOptions } from '../dossier/index.ts'
import type { Language } from '../errors.ts'
import type { CliIo, Command } from './command.ts'
import { judgeRanges, type ToldVerdict } from './judge-range.ts'
import { readArguments } from './read-arguments.ts'

const usage = {
  vi: `Cách dùng: motcua dossier validate TỆP|- [--procedure MÃ] [--ndjson [--threads N]] [--normalise] [--lang vi|en] [--json]
Kiểm tra hồ sơ dạng JSON, mỗi kết quả một dòng; "-" đọc từ đầu vào chuẩn. "--ndjson": mỗi dòng một hồ sơ.
Tệp lớn được chia cho hai luồng, hoặc theo "--threads"; kết quả vẫn theo thứ tự của tệp.
"--procedure" kiểm tra theo một thủ tục trong danh mục; "--normalise" đọc cách viết chưa chuẩn trước khi kiểm tra.
Mã thoát 1 khi có hồ sơ không hợp lệ.
`,
  en: `Usage: motcua dossier validate FILE|- [--procedure CODE] [--ndjson [--threads N]] [--normalise] [--lang vi|en] [--json]
Validates dossiers in JSON, one verdict a line; "-" reads the standard input. "--ndjson": one dossier a line.
A large file is shared by two threads, or by "--threads"; the verdicts keep the order of the file.
"--procedure" judges by one procedure of the catalogue; "--normalise" reads careless writing first.
The exit code is 1 when a dossier is not valid.
`,
} as const

const sentences = {
  vi: {
    job: 'chỉ có validate, không có:',
    threads: '--threads nhận một số từ 1 đến 64, không phải:',
    procedure: 'danh mục không có thủ tục này:',
    line: 'dòng',
    valid: 'hợp lệ',
    invalid: 'không hợp lệ',
    changed: 'đã chuẩn hóa',
    summary: (all: number, bad: number) => `${all} hồ sơ: ${all - bad} hợp lệ, ${bad} không hợp lệ`,
  },
  en: {
    job: 'there is only validate, not:',
    threads: '--threads takes a number from 1 to 64, not:',
    procedure: 'the catalogue has no such procedure:',
    line: 'line',
    valid: 'valid',
    invalid: 'not valid',
    changed: 'normalised',
    summary: (all: number, bad: number) =>
      `${all} ${all === 1 ? 'dossier' : 'dossiers'}: ${all - bad} valid, ${bad} not valid`,
  },
} as const

/** Output is handed over in pieces of about this many characters, not line by line. */
const OUT_CHARACTERS = 1 << 16

/** A file of this many bytes is worth a second thread. */
const LARGE_FILE_BYTES = 64 << 20

/** Progress is shown once in so many dossiers. */
const PROGRESS_EVERY = 10_000

const options = {
  procedure: { type: 'string' },
  ndjson: { type: 'boolean' },
  threads: { type: 'string' },
  normalise: { type: 'boolean' },
  normalize: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/** Writes a path as `papers[2].code`. */
function writePath(path: DossierIssue['path']): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('')
}

/** One verdict as a line of JSON. */
function writeJson({ line, offsetBytes, verdict, changes }: ToldVerdict, language: Language): string {
  return `${JSON.stringify({
    line,
    offsetBytes,
    ok: verdict.ok,
    issues: verdict.ok ? [] : verdict.issues,
    ...(changes.length === 0
      ? {}
      : {
          changes: changes.map(({ code, severity, place, message }) => ({
            code,
            severity,
            place,
            message: message[language],
          })),
        }),
  })}\n`
}

/** One verdict as lines that a person reads; where lines do not count, their numbers are left out. */
function writeText(judged: ToldVerdict, language: Language, isStream: boolean): string {
  const say = sentences[language]
  const { verdict, changes } = judged
  // What could not be read at all has no path: its place in the file is where somebody has to look.
  const isUnread = !verdict.ok && verdict.issues.every(({ label }) => label === '')
  const offset = isUnread ? ` (byte ${judged.offsetBytes})` : ''
  const place = isStream ? `${say.line} ${judged.line}${offset}: ` : ''
  const lines = [`${place}${verdict.ok ? say.valid : say.invalid}`]
  for (const { place: at, message } of changes)
    lines.push(`  ${say.changed}: ${at === '' ? '' : `${at}: `}${message[language]}`)
  for (const { path, label, message } of verdict.ok ? [] : verdict.issues) {
    const at = path.length === 0 ? '' : ` [${writePath(path)}]`
    lines.push(`  ${label}${label === '' ? '' : ': '}${message}${at}`)
  }
  return `${lines.join('\n')}\n`
}

/** All bytes of a stream at once, for a single dossier. */
async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

/** The one verdict on a file that is one dossier. */
async function* judgeWhole(
  chunks: AsyncIterable<Uint8Array>,
  judging: NdjsonOptions,
): AsyncGenerator<readonly ToldVerdict[]> {
  yield [{ line: 1, offsetBytes: 0, ...judgeBytes(await readAll(chunks), judging) }]
}

/** How the verdicts are told. */
interface Telling {
  readonly language: Language
  readonly isJson: boolean
  readonly isStream: boolean
}

/** Tells every verdict and the summary; gives the exit code. */
async function tellAll(
  lists: AsyncIterable<Iterable<ToldVerdict>>,
  io: CliIo,
  telling: Telling,
): Promise<0 | 1> {
  const { language, isJson, isStream } = telling
  const say = sentences[language]
  let all = 0
  let bad = 0
  let pending = ''
  for await (const verdicts of lists) {
    for (const judged of verdicts) {
      all += 1
      if (!judged.verdict.ok) bad += 1
      pending += isJson ? writeJson(judged, language) : writeText(judged, language, isStream)
      if (pending.length >= OUT_CHARACTERS) {
        io.out(pending)
        pending = ''
        await io.drained()
      }
      if (io.isErrTerminal && all % PROGRESS_EVERY === 0) io.err(`\r${say.summary(all, bad)}`)
    }
  }
  io.out(pending)
  io.err(`${io.isErrTerminal && all >= PROGRESS_EVERY ? '\r' : ''}${say.summary(all, bad)}\n`)
  return bad > 0 ? 1 : 0
}

/** How many threads share a file: what was asked for, or two where it is large and the machine has them. */
function countThreads(asked: number | undefined, length: number | undefined, io: CliIo): number {
  if (length === undefined) return 1
  return asked ?? (length >= LARGE_FILE_BYTES ? Math.min(2, io.parallelism) : 1)
}

/** A stream to be judged, and how. */
interface StreamInput {
  readonly path: string
  readonly judging: NdjsonOptions
  readonly procedure: string | undefined
  readonly threads: number | undefined
}

/** The verdicts on a stream, by as many threads as it is worth. */
async function* judgeStream(
  input: StreamInput,
  io: CliIo,
): AsyncGenerator<Iterable<ToldVerdict>, void, undefined> {
  const { path, judging, procedure } = input
  const length = path === '-' ? undefined : io.measureFile(path)
  const threads = countThreads(input.threads, length, io)
  if (threads === 1 || length === undefined) {
    const chunks = path === '-' ? io.readStdin() : io.readChunks(path)
    for await (const judged of judgeNdjson(chunks, judging)) yield [judged]
    return
  }
  const { language = 'vi', normalise = false } = judging
  const helpers = Array.from({ length: threads }, io.startHelper)
  try {
    yield* judgeRanges({ path, length, language, procedure, normalise }, helpers)
  } finally {
    for (const helper of helpers) helper.close()
  }
}

/** A number of threads, nothing when it was left out, NaN when it is none. */
function readThreads(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^(?:[1-9]|[1-5][0-9]|6[0-4])$/.test(text) ? Number(text) : Number.NaN
}

/** The command. */
export const command: Command = {
  name: 'dossier',
  summary: { vi: 'Kiểm tra hồ sơ điện tử (JSON, NDJSON)', en: 'Validates dossiers (JSON, NDJSON)' },
  async run(args, io) {
    const read = readArguments(args, { usage, options, words: { min: 2, max: 2 } }, io)
    if (read.kind === 'done') return read.exitCode
    const { values, language } = read
    const [job = '', path = ''] = read.words
    const say = sentences[language]
    const procedure = values.procedure === undefined ? undefined : findProcedure(values.procedure)
    const threads = readThreads(values.threads)
    const complaint =
      job !== 'validate'
        ? `${say.job} ${job}`
        : values.procedure !== undefined && procedure === undefined
          ? `${say.procedure} ${values.procedure}`
          : Number.isNaN(threads)
            ? `${say.threads} ${values.threads}`
            : undefined
    if (complaint !== undefined) {
      io.err(`motcua: ${complaint}\n\n${usage[language]}`)
      return 2
    }
    const judging: NdjsonOptions = {
      language,
      schema: procedure && dossierOf(procedure),
      normalise: values.normalise === true || values.normalize === true,
    }
    const isStream = values.ndjson === true
    const verdicts = isStream
      ? judgeStream({ path, judging, procedure: values.procedure, threads }, io)
      : judgeWhole(path === '-' ? io.readStdin() : io.readChunks(path), judging)
    return tellAll(verdicts, io, { language, isJson: values.json === true, isStream })
  },
}
