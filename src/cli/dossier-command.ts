/**
 * `motcua dossier validate`: the verdict on one dossier, or on a stream of them.
 *
 * @module
 */
import { dossierOf, findProcedure } from '../catalogue/index.ts'
import {
  type DossierIssue,
  judgeBytes,
  judgeNdjson,
  type LineVerdict,
  type NdjsonOptions,
} from '../dossier/index.ts'
import type { Language } from '../errors.ts'
import type { CliIo, Command } from './command.ts'
import { readArguments } from './read-arguments.ts'

const usage = {
  vi: `Cách dùng: motcua dossier validate TỆP|- [--procedure MÃ] [--ndjson] [--normalise] [--lang vi|en] [--json]
Kiểm tra hồ sơ dạng JSON, mỗi kết quả một dòng; "-" đọc từ đầu vào chuẩn. "--ndjson": mỗi dòng một hồ sơ.
"--procedure" kiểm tra theo một thủ tục trong danh mục; "--normalise" đọc cách viết chưa chuẩn trước khi kiểm tra.
Mã thoát 1 khi có hồ sơ không hợp lệ.
`,
  en: `Usage: motcua dossier validate FILE|- [--procedure CODE] [--ndjson] [--normalise] [--lang vi|en] [--json]
Validates dossiers in JSON, one verdict a line; "-" reads the standard input. "--ndjson": one dossier a line.
"--procedure" judges by one procedure of the catalogue; "--normalise" reads careless writing first.
The exit code is 1 when a dossier is not valid.
`,
} as const

const sentences = {
  vi: {
    job: 'chỉ có validate, không có:',
    procedure: 'danh mục không có thủ tục này:',
    line: 'dòng',
    valid: 'hợp lệ',
    invalid: 'không hợp lệ',
    changed: 'đã chuẩn hóa',
    summary: (all: number, bad: number) => `${all} hồ sơ: ${all - bad} hợp lệ, ${bad} không hợp lệ`,
  },
  en: {
    job: 'there is only validate, not:',
    procedure: 'the catalogue has no such procedure:',
    line: 'line',
    valid: 'valid',
    invalid: 'not valid',
    changed: 'normalised',
    summary: (all: number, bad: number) => `${all} dossiers: ${all - bad} valid, ${bad} not valid`,
  },
} as const

/** Output is handed over in pieces of about this many characters, not line by line. */
const OUT_CHARACTERS = 1 << 16

/** Progress is shown once in so many dossiers. */
const PROGRESS_EVERY = 10_000

const options = {
  procedure: { type: 'string' },
  ndjson: { type: 'boolean' },
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
function writeJson({ line, offsetBytes, verdict, changes }: LineVerdict, language: Language): string {
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
function writeText(judged: LineVerdict, language: Language, isStream: boolean): string {
  const say = sentences[language]
  const { verdict, changes } = judged
  const place = isStream ? `${say.line} ${judged.line}: ` : ''
  const lines = [`${place}${verdict.ok ? say.valid : say.invalid}`]
  for (const { place: at, message } of changes) lines.push(`  ${say.changed}: ${at}: ${message[language]}`)
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
): AsyncGenerator<LineVerdict> {
  yield { line: 1, offsetBytes: 0, ...judgeBytes(await readAll(chunks), judging) }
}

/** How the verdicts are told. */
interface Telling {
  readonly language: Language
  readonly isJson: boolean
  readonly isStream: boolean
}

/** Tells every verdict and the summary; gives the exit code. */
async function tellAll(verdicts: AsyncIterable<LineVerdict>, io: CliIo, telling: Telling): Promise<0 | 1> {
  const { language, isJson, isStream } = telling
  const say = sentences[language]
  let all = 0
  let bad = 0
  let pending = ''
  for await (const judged of verdicts) {
    all += 1
    if (!judged.verdict.ok) bad += 1
    pending += isJson ? writeJson(judged, language) : writeText(judged, language, isStream)
    if (pending.length >= OUT_CHARACTERS) {
      io.out(pending)
      pending = ''
    }
    if (io.isErrTerminal && all % PROGRESS_EVERY === 0) io.err(`\r${say.summary(all, bad)}`)
  }
  io.out(pending)
  if (isStream) io.err(`${io.isErrTerminal && all >= PROGRESS_EVERY ? '\r' : ''}${say.summary(all, bad)}\n`)
  return bad > 0 ? 1 : 0
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
    const isUnknown = values.procedure !== undefined && procedure === undefined
    if (job !== 'validate' || isUnknown) {
      const complaint = job !== 'validate' ? `${say.job} ${job}` : `${say.procedure} ${values.procedure}`
      io.err(`motcua: ${complaint}\n\n${usage[language]}`)
      return 2
    }
    const judging: NdjsonOptions = {
      language,
      schema: procedure && dossierOf(procedure),
      normalise: values.normalise === true || values.normalize === true,
    }
    const chunks = path === '-' ? io.readStdin() : io.readChunks(path)
    const isStream = values.ndjson === true
    const verdicts = isStream ? judgeNdjson(chunks, judging) : judgeWhole(chunks, judging)
    return tellAll(verdicts, io, { language, isJson: values.json === true, isStream })
  },
}
