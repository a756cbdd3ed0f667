/**
 * The files behind `--calendar` and `--office`, for every command that counts days.
 *
 * @module
 */
import {
  buildWorkingCalendar,
  type Parsed,
  parseOffice,
  parseOfficialCalendar,
  type WorkingCalendar,
} from '../calendar/index.ts'
import type { Language } from '../errors.ts'
import type { CliIo } from './command.ts'

/** The options that name the files, for the `options` of a command. */
export const calendarFileOptions = { calendar: { type: 'string' }, office: { type: 'string' } } as const

/** Which files; the built-in calendar and office hours where one is left out. */
export interface CalendarFiles {
  readonly calendar?: string | undefined
  readonly office?: string | undefined
  readonly language: Language
}

const notJson = { vi: 'không phải JSON hợp lệ (UTF-8)', en: 'not valid JSON in UTF-8' } as const

/** Reads and parses one file; every finding goes to the error stream, warnings too. Nothing when it is wrong. */
function loadFile<T>(
  path: string,
  parse: (json: unknown) => Parsed<T>,
  { io, language }: { readonly io: CliIo; readonly language: Language },
): T | undefined {
  const bytes = io.readFile(path)
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    io.err(`motcua: ${path}: ${notJson[language]}\n`)
    return undefined
  }
  const read = parse(json)
  for (const { code, place, message } of read.findings) {
    io.err(`motcua: ${path} ${place}: ${message[language]} (${code})\n`)
  }
  return read.ok ? read.value : undefined
}

/**
 * Builds the working calendar that `--calendar` and `--office` ask for.
 *
 * Nothing when a file is wrong: what is wrong has been said, and the command ends with 1. A file that cannot be read,
 * and a calendar that cannot be compiled, is thrown and explained by the dispatcher.
 */
export function loadWorkingCalendar(files: CalendarFiles, io: CliIo): WorkingCalendar | undefined {
  const said = { io, language: files.language }
  const { calendar, office } = files
  const official = calendar === undefined ? undefined : loadFile(calendar, parseOfficialCalendar, said)
  const hours = office === undefined ? undefined : loadFile(office, parseOffice, said)
  const isWrong =
    (calendar !== undefined && official === undefined) || (office !== undefined && hours === undefined)
  if (isWrong) return undefined
  return buildWorkingCalendar({
    ...(official === undefined ? {} : { official }),
    ...(hours === undefined ? {} : { office: hours }),
  })
}
