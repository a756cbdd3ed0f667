/**
 * The report that `motcua verify` writes to a file beside what it prints.
 *
 * @module
 */
import { basename } from 'node:path'
import { readPieces } from '../adapters/file-source.ts'
import { type ByteSource, writeHex, writeUtf8 } from '../bytes.ts'
import type { Language } from '../errors.ts'
import { createHasher } from '../hash.ts'
import {
  type ValidationReport,
  writeHtmlReport,
  writeJsonReport,
  writeXmlReport,
} from '../validation/index.ts'
import type { CliIo } from './command.ts'
import { refuseOption } from './signing-options.ts'

/** The file that was checked. */
interface CheckedFile {
  readonly path: string
  readonly source: ByteSource
}

/** Writes the report of one file. */
export type ReportWriter = (report: ValidationReport, file: CheckedFile) => void

/** SHA-256 of a file, read piece by piece. */
function digestFile(source: ByteSource): string {
  const hasher = createHasher('sha256')
  for (const piece of readPieces(source)) hasher.update(piece)
  return writeHex(hasher.digest())
}

/** The forms in which a report can be written. */
const forms = {
  html: (report: ValidationReport, file: CheckedFile, language: Language): string =>
    writeHtmlReport(report, { language, fileName: basename(file.path), sha256: digestFile(file.source) }),
  json: (report: ValidationReport): string => writeJsonReport(report),
  xml: (report: ValidationReport): string => writeXmlReport(report),
} as const

/** What `--out` has to be: a report over the signed document would destroy it. */
const elsewhere: Readonly<Record<Language, string>> = {
  vi: 'một tệp khác với các tệp được đọc',
  en: 'another file than those that are read',
}

/** What the options about the report say, and the files that are read: none of them may be written over. */
export interface ReportValues {
  readonly report?: string | undefined
  readonly out?: string | undefined
  readonly inputs: readonly string[]
}

/** Opens the report that `--report` and `--out` ask for, before anything is judged; nothing where neither is given. */
export function openReport(
  { report: form, out, inputs }: ReportValues,
  language: Language,
  io: CliIo,
): ReportWriter | undefined {
  if (form === undefined && out === undefined) return undefined
  const names = Object.keys(forms).join(' | ')
  if (form !== 'html' && form !== 'json' && form !== 'xml') return refuseOption('--report', names)
  if (out === undefined) return refuseOption('--out', 'FILE')
  if (inputs.some((path) => io.realPath(path) === io.realPath(out)))
    return refuseOption('--out', elsewhere[language])
  return (report, file) => io.writeFile(out, writeUtf8(forms[form](report, file, language)))
}
