/**
 * `motcua procedure lint`, `show`, `paths` and `conform`: processes checked, drawn, walked and compared with what
 * really happened.
 *
 * @module
 */
import { buildWorkingCalendar } from '../calendar/index.ts'
import { checkProcedure, findProcedure, importProcedures, Procedure } from '../catalogue/index.ts'
import { CaseEvent } from '../dossier/history/index.ts'
import type { Language } from '../errors.ts'
import type { Finding } from '../finding.ts'
import {
  checkConformance,
  checkNotices,
  type ReadLog,
  readRunsFromCsv,
  readRunsFromEvents,
  writeQualityRecord,
} from '../procedure/conform/index.ts'
import {
  drawMermaid,
  drawSvg,
  writeBpmn,
  writeListing,
  writeSheetHtml,
  writeSheetMarkdown,
} from '../procedure/draw/index.ts'
import { draftProcessOf, readProcessTable } from '../procedure/import/index.ts'
import {
  type DefinedProcess,
  defineProcess,
  lintProcess,
  type ProcessDefinition,
  registerCopies,
} from '../procedure/index.ts'
import { courseCommands, generatePaths } from '../procedure/testing/index.ts'
import type { CliIo } from './command.ts'
import { readArguments } from './read-arguments.ts'

const lintUsage = {
  vi: `Cách dùng: motcua procedure lint TỆP [--term "15 ngày"] [--json] [--lang vi|en]
TỆP là định nghĩa quy trình (JSON), bản ghi thủ tục (JSON) hoặc bảng ISO (CSV, dòng đầu
TT,Trình tự,Trách nhiệm,Thời gian,Biểu mẫu/Kết quả; kèm --term). Mã thoát 1 khi có lỗi.
`,
  en: `Usage: motcua procedure lint FILE [--term "15 ngày"] [--json] [--lang vi|en]
FILE is a process definition (JSON), a record of a procedure (JSON), or the table of an ISO sheet (CSV, first line
TT,Trình tự,Trách nhiệm,Thời gian,Biểu mẫu/Kết quả; with --term). Exit code 1 when there are errors.
`,
} as const

const showUsage = {
  vi: `Cách dùng: motcua procedure show TỆP|MÃ --as mermaid|svg|sheet|sheet-html|listing|chart|bpmn [--term "15 ngày"]
`,
  en: `Usage: motcua procedure show FILE|CODE --as mermaid|svg|sheet|sheet-html|listing|chart|bpmn [--term "15 ngày"]
`,
} as const

const pathsUsage = {
  vi: `Cách dùng: motcua procedure paths TỆP|MÃ [--count] [--json] [--lang vi|en]
Sinh các đường đi của quy trình; --count chỉ in số đường đi.
`,
  en: `Usage: motcua procedure paths FILE|CODE [--count] [--json] [--lang vi|en]
Generates paths through the process that take every arrow; --count prints only how many.
`,
} as const

const conformUsage = {
  vi: `Cách dùng: motcua procedure conform SỰ_KIỆN --process TỆP|MÃ [--json] [--lang vi|en]
SỰ_KIỆN là NDJSON các sự kiện của hồ sơ, hoặc CSV kiểu XES (case:concept:name, concept:name, time:timestamp,
start_timestamp, org:resource). Mã thoát 1 khi có hồ sơ sai trình tự.
`,
  en: `Usage: motcua procedure conform EVENTS --process FILE|CODE [--json] [--lang vi|en]
EVENTS is NDJSON of case events, or an XES-like CSV (case:concept:name, concept:name, time:timestamp,
start_timestamp, org:resource). Exit code 1 when a case departs from the order.
`,
} as const

/** A definition that was read, or what stood in the way. */
interface ReadDefinition {
  readonly definition?: ProcessDefinition
  /** The catalogue's record that it was drafted from. */
  readonly record?: Procedure
  readonly findings: readonly Finding[]
}

/** Parses JSON; `undefined` when it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The finding says that the file is no JSON; the engine's words could quote it.
    return undefined
  }
}

/** One finding about the file itself. */
function fileFinding(vi: string, en: string): Finding {
  return { code: 'procedure/not-a-process', severity: 'error', place: '$', message: { vi, en }, facts: {} }
}

/** Reads a record of a procedure with what its steps say. */
function readRecord(value: unknown, path: string): ReadDefinition {
  const { procedures, findings } = importProcedures(value, {
    source: { title: path, certainty: 'unverified' },
  })
  const [record] = procedures
  return record === undefined ? { findings } : draftRecord(record, findings)
}

/** Drafts the process that a record prints. */
function draftRecord(record: Procedure, findings: readonly Finding[]): ReadDefinition {
  const drafted = draftProcessOf(record)
  const checked = [...findings, ...checkProcedure(record)]
  if (drafted === undefined) {
    const none = fileFinding('bản ghi không in quy trình nội bộ', 'the record prints no internal process')
    return { findings: [...checked, { ...none, severity: 'info' }] }
  }
  return { definition: drafted.definition, record, findings: [...checked, ...drafted.findings] }
}

/** Tells whether a value says that it is a process definition. */
function isProcessLike(value: unknown): value is ProcessDefinition {
  return (
    typeof value === 'object' && value !== null && 'schema' in value && value.schema === 'motcua/process@1'
  )
}

/** Reads a file as a definition, a record or a table. */
function readDefinition(path: string, bytes: Uint8Array, term: string | undefined): ReadDefinition {
  const text = new TextDecoder('utf-8').decode(bytes)
  const id = (path.split('/').at(-1) ?? 'process').replace(/\.\w+$/, '').replace(/[^A-Za-z0-9._-]/g, '-')
  if (!/^\s*[[{]/.test(text))
    return readProcessTable(text, { id: id === '' ? 'process' : id, title: id, ...(term ? { term } : {}) })
  const value = parseJson(text)
  if (value === undefined) return { findings: [fileFinding('tệp không phải JSON', 'the file is no JSON')] }
  if (isProcessLike(value)) return { definition: value, findings: [] }
  // What `motcua procedure import` wrote is a record of ours and is not imported again.
  const own = Procedure.safeParse(value)
  return own.success ? draftRecord(own.data, []) : readRecord(value, path)
}

/** A process of the built-in records by its code, or of a file. */
function findProcess(word: string, term: string | undefined, io: CliIo): ReadDefinition {
  const record = findProcedure(word)
  if (record !== undefined && word === registerCopies.definition.procedure.code)
    return { definition: registerCopies.definition, record, findings: [] }
  if (record === undefined) return readDefinition(word, io.readFile(word), term)
  const drafted = draftProcessOf(record)
  if (drafted !== undefined) return { ...drafted, record }
  const none = fileFinding('bản ghi không in quy trình nội bộ', 'the record prints no internal process')
  return { findings: [{ ...none, place: word }] }
}

/** Writes one finding as a line. */
function writeFinding({ severity, code, place, message, remedy }: Finding, language: Language): string {
  return `${severity} ${code} ${place}: ${message[language]}${remedy === undefined ? '' : ` → ${remedy[language]}`}\n`
}

/** Prints findings, and says by the exit code whether any is an error. */
function report(
  findings: readonly Finding[],
  io: CliIo,
  own: { json: boolean | undefined; language: Language },
): number {
  const { json, language } = own
  if (json) {
    const localized = findings.map(({ message, remedy, ...finding }) => ({
      ...finding,
      message: message[language],
      ...(remedy === undefined ? {} : { remedy: remedy[language] }),
    }))
    io.out(`${JSON.stringify({ findings: localized })}\n`)
  } else io.out(findings.map((finding) => writeFinding(finding, language)).join(''))
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** What the catalogue says of the steps of a record, and the linter or the drafting of the process made of it. */
const saidTwice: Readonly<Record<string, string>> = {
  'catalogue/steps-over-term': 'procedure/over-term',
  'catalogue/steps-under-term': 'procedure/under-term',
  'catalogue/steps-untimed': 'procedure/time-not-a-number',
}

/** Leaves out what the process says again, and more exactly. */
function sayOnce(findings: readonly Finding[]): readonly Finding[] {
  const codes = new Set(findings.map(({ code }) => code))
  return findings.filter(({ code }) => !codes.has(saidTwice[code] ?? ''))
}

/** Runs `motcua procedure lint`. */
export async function runProcedureLint(args: readonly string[], io: CliIo): Promise<number> {
  const options = { term: { type: 'string' }, json: { type: 'boolean' } } as const
  const read = readArguments(args, { usage: lintUsage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const { language, values } = read
  const [path = ''] = read.words
  const { definition, findings } = readDefinition(path, io.readFile(path), values.term)
  const all = [...findings, ...(definition === undefined ? [] : lintProcess(definition))]
  return report(sayOnce(all), io, { json: values.json, language })
}

/** The ways in which a process can be shown. */
const pictures: Readonly<
  Record<string, (defined: DefinedProcess, language: Language, record: Procedure | undefined) => string>
> = {
  mermaid: (defined, language) => drawMermaid(defined, { language }),
  svg: (defined, language) => drawSvg(defined, { language }),
  sheet: (defined, _language, record) => writeSheetMarkdown(defined, { record }),
  'sheet-html': (defined, _language, record) => writeSheetHtml(defined, { record }),
  listing: (defined, _language, record) => writeListing(defined, { record }),
  chart: (defined) => `${JSON.stringify(defined.chart(), null, 2)}\n`,
  bpmn: writeBpmn,
}

/** Defines what was read, or prints why not. */
function define(read: ReadDefinition, io: CliIo, language: Language): DefinedProcess | undefined {
  const { definition, findings } = read
  const errors = definition === undefined ? findings : []
  if (definition !== undefined) return defineProcess(definition)
  io.err(errors.map((finding) => writeFinding(finding, language)).join(''))
  return undefined
}

/** Runs `motcua procedure show`. */
export async function runProcedureShow(args: readonly string[], io: CliIo): Promise<number> {
  const options = { as: { type: 'string' }, term: { type: 'string' } } as const
  const read = readArguments(args, { usage: showUsage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const { language, values } = read
  const picture =
    values.as !== undefined && Object.hasOwn(pictures, values.as) ? pictures[values.as] : undefined
  if (picture === undefined) {
    io.err(showUsage[language])
    return 2
  }
  const found = findProcess(read.words[0] ?? '', values.term, io)
  const defined = define(found, io, language)
  if (defined === undefined) return 1
  io.out(picture(defined, language, found.record))
  return 0
}

/** Reads a log: NDJSON of our events, or an XES-like CSV. */
function readLog(defined: DefinedProcess, bytes: Uint8Array): ReadLog {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!/^\s*\{/.test(text)) return readRunsFromCsv(defined, text)
  const findings: Finding[] = []
  const events = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const event = CaseEvent.safeParse(parseJson(line))
    if (event.success) return [event.data]
    const own = fileFinding('dòng không phải một sự kiện', 'the line is no event')
    findings.push({ ...own, place: `line ${index + 1}` })
    return []
  })
  const read = readRunsFromEvents(defined, events)
  const late = checkNotices(defined, events, { calendar: buildWorkingCalendar() })
  return { runs: read.runs, findings: [...findings, ...read.findings, ...late] }
}

/** Runs `motcua procedure conform`. */
export async function runProcedureConform(args: readonly string[], io: CliIo): Promise<number> {
  const options = {
    process: { type: 'string' },
    term: { type: 'string' },
    json: { type: 'boolean' },
  } as const
  const read = readArguments(args, { usage: conformUsage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const { language, values } = read
  if (values.process === undefined) {
    io.err(conformUsage[language])
    return 2
  }
  const defined = define(findProcess(values.process, values.term, io), io, language)
  if (defined === undefined) return 1
  const log = readLog(defined, io.readFile(read.words[0] ?? ''))
  const conformance = checkConformance(defined, log.runs, { calendar: buildWorkingCalendar() })
  const findings = [...log.findings, ...conformance.findings]
  if (values.json) {
    const localized = findings.map(({ message, ...finding }) => ({ ...finding, message: message[language] }))
    io.out(`${JSON.stringify({ ...conformance, findings: localized })}\n`)
  } else {
    io.out(writeQualityRecord(defined, conformance))
    io.out(findings.map((finding) => writeFinding(finding, language)).join(''))
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** Runs `motcua procedure paths`. */
export async function runProcedurePaths(args: readonly string[], io: CliIo): Promise<number> {
  const options = { count: { type: 'boolean' }, json: { type: 'boolean' }, term: { type: 'string' } } as const
  const read = readArguments(args, { usage: pathsUsage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const { language, values } = read
  const defined = define(findProcess(read.words[0] ?? '', values.term, io), io, language)
  if (defined === undefined) return 1
  // Pauses, extensions and ways back multiply the situations; the paths of the course itself are what is counted.
  const side = /^(clock|duty|term|appointment|consultation|step\.return)/
  const commands = (type: string): boolean => courseCommands.some((one) => one === type) && !side.test(type)
  const paths = generatePaths(defined, { calendar: buildWorkingCalendar(), commands })
  const lines = paths.map(({ commands: path }) => path.map(({ command }) => command.type))
  if (values.json)
    io.out(`${JSON.stringify({ count: paths.length, ...(values.count ? {} : { paths: lines }) })}\n`)
  else io.out(values.count ? `${paths.length}\n` : lines.map((line) => `${line.join(' → ')}\n`).join(''))
  return 0
}
