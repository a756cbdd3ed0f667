/**
 * `motcua procedure import` and `motcua procedure list`: records of procedures into files, and out of the
 * built-in set.
 *
 * @module
 */
import {
  checkProcedure,
  findFieldGroup,
  importProcedureCsv,
  importProcedures,
  type Procedure,
  type ProcedureImport,
  procedures,
} from '../catalogue/index.ts'
import { isIsoDate } from '../date.ts'
import type { Language } from '../errors.ts'
import type { Finding } from '../finding.ts'
import { foldText } from '../text.ts'
import type { CliIo } from './command.ts'
import { readArguments } from './read-arguments.ts'

const importUsage = {
  vi: `Cách dùng: motcua procedure import TỆP --out THƯ_MỤC [--field LĨNH_VỰC] [--json] [--lang vi|en]
Đọc bản ghi của Cơ sở dữ liệu quốc gia (JSON) hoặc CSV có tiêu đề như trang công khai, mỗi thủ tục ghi một tệp.
Phần không đọc được được nêu kèm vị trí; mã thoát 1 nếu có lỗi.
`,
  en: `Usage: motcua procedure import FILE --out FOLDER [--field FIELD] [--json] [--lang vi|en]
Reads records of the national database (JSON), or CSV with the headings of its public page, and writes one file
for each procedure. What was not read is said with its place; exit code 1 when there are errors.
`,
} as const

const listUsage = {
  vi: `Cách dùng: motcua procedure list [--on NGÀY] [--field LĨNH_VỰC] [--json] [--lang vi|en]
Liệt kê các thủ tục có sẵn. --on: chỉ những bản ghi mà nguồn cho thấy đã công bố đến ngày ấy (không cho biết
còn hiệu lực hay không). --field: tên lĩnh vực, không cần dấu, hoặc một trong bảy nhóm (justice, education …).
`,
  en: `Usage: motcua procedure list [--on DATE] [--field FIELD] [--json] [--lang vi|en]
Lists the built-in procedures. --on: only records that their source shows as published by that day (whether they
are still in force is not known). --field: name of a field, without diacritics if you like, or one of the seven
groups (justice, education …).
`,
} as const

const sentences = {
  vi: {
    noOut: 'thiếu --out THƯ_MỤC',
    date: 'ngày viết YYYY-MM-DD, không phải:',
    read: 'thủ tục đã đọc',
    found: 'điều cần xem',
  },
  en: {
    noOut: '--out FOLDER is missing',
    date: 'a day is written YYYY-MM-DD, not:',
    read: 'procedures read',
    found: 'findings',
  },
} as const

/** Parses JSON; broken JSON is no record. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The importer says that text is no record, with its place; the engine's words could quote the file.
    return text
  }
}

/** Reads a file that begins like JSON as JSON, any other as CSV. */
function readRecords(path: string, bytes: Uint8Array, field: string | undefined): ProcedureImport {
  const text = new TextDecoder('utf-8').decode(bytes)
  const options = {
    source: { title: path, certainty: 'unverified' as const },
    ...(field === undefined ? {} : { field }),
  }
  if (!/^\s*[[{]/.test(text)) return importProcedureCsv(text, options)
  return importProcedures(parseJson(text), options)
}

/** One finding as a line: weight, place, sentence, what to do. */
function writeFinding({ severity, place, message, remedy }: Finding, language: Language): string {
  return `[${severity}] ${place}: ${message[language]}${remedy === undefined ? '' : ` → ${remedy[language]}`}\n`
}

/**
 * Runs `motcua procedure import`.
 *
 * @param args - The words after `import`.
 */
export async function runProcedureImport(args: readonly string[], io: CliIo): Promise<number> {
  const options = { out: { type: 'string' }, field: { type: 'string' }, json: { type: 'boolean' } } as const
  const read = readArguments(args, { usage: importUsage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const {
    language,
    words: [path = ''],
    values: { out, field, json },
  } = read
  if (out === undefined) {
    io.err(`${sentences[language].noOut}\n\n${importUsage[language]}`)
    return 2
  }
  const imported = readRecords(path, io.readFile(path), field)
  const checked = imported.procedures.flatMap((procedure) =>
    checkProcedure(procedure).map((finding) => ({ ...finding, place: `${procedure.id} ${finding.place}` })),
  )
  const findings = [...imported.findings, ...checked]
  const encoder = new TextEncoder()
  const files = imported.procedures.map((procedure) => {
    const name = `${out.replace(/\/$/, '')}/${procedure.id.replace(/[^0-9A-Za-z._-]+/g, '-')}.json`
    io.writeFile(name, encoder.encode(`${JSON.stringify(procedure, null, 2)}\n`))
    return name
  })
  const localized = findings.map(({ message, remedy, ...finding }) => ({
    ...finding,
    message: message[language],
    ...(remedy === undefined ? {} : { remedy: remedy[language] }),
  }))
  if (json) io.out(`${JSON.stringify({ files, findings: localized })}\n`)
  else io.out(findings.map((finding) => writeFinding(finding, language)).join(''))
  const { read: readWords, found } = sentences[language]
  io.err(`${files.length} ${readWords}, ${findings.length} ${found}\n`)
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** Tells whether a record belongs to the field that was asked for, by name or group. */
function isOfField(procedure: Procedure, field: string): boolean {
  return findFieldGroup(procedure) === field || foldText(procedure.field.name).includes(foldText(field))
}

/** Tells whether a source shows the record as published by a day; records of unknown age are left out. */
function isSeenBy(procedure: Procedure, date: string): boolean {
  return procedure.sources.some(({ seenOn }) => seenOn !== undefined && seenOn <= date)
}

/**
 * Runs `motcua procedure list`.
 *
 * @param args - The words after `list`.
 */
export async function runProcedureList(args: readonly string[], io: CliIo): Promise<number> {
  const options = { on: { type: 'string' }, field: { type: 'string' }, json: { type: 'boolean' } } as const
  const read = readArguments(args, { usage: listUsage, options }, io)
  if (read.kind === 'done') return read.exitCode
  const {
    language,
    values: { on, field, json },
  } = read
  if (on !== undefined && !isIsoDate(on)) {
    io.err(`${sentences[language].date} ${on}\n\n${listUsage[language]}`)
    return 2
  }
  const { nationalProcedures2021 } = await import('../catalogue/data/index.ts')
  const rows = [...procedures, ...nationalProcedures2021]
    .filter((procedure) => field === undefined || isOfField(procedure, field))
    .filter((procedure) => on === undefined || isSeenBy(procedure, on))
    .map((procedure) => ({
      id: procedure.id,
      ...(procedure.code === undefined ? {} : { code: procedure.code }),
      name: procedure.name,
      field: procedure.field.name,
      terms: [...new Set(procedure.manners.flatMap(({ terms }) => terms.map(({ text }) => text)))],
      sources: procedure.sources,
    }))
  if (json) io.out(`${JSON.stringify(rows)}\n`)
  else io.out(rows.map(({ id, name, field: of }) => `${id.padEnd(28)} ${name} (${of})\n`).join(''))
  return 0
}
