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
import { isMotcuaError, type Language } from '../errors.ts'
import type { CliIo } from './command.ts'

/** Something read, or the exit code with which to end; what is wrong has been said. */
export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly exitCode: 1 | 3 }

/** Reads a file as JSON: 3 where the file cannot be read, 1 where it is not JSON. */
function readJson(path: string, io: CliIo, language: Language): Loaded<unknown> {
  let bytes: Uint8Array
  try {
    bytes = io.readFile(path)
  } catch (error) {
    io.err(`${path}: ${error instanceof Error ? error.message : String(error)}\n`)
    return { ok: false, exitCode: 3 }
  }
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    io.err(`${path}: ${language === 'vi' ? 'không phải JSON hợp lệ (UTF-8)' : 'not valid JSON in UTF-8'}\n`)
    return { ok: false, exitCode: 1 }
  }
}

/** Reads and parses one file; every finding goes to the error stream, warnings too. */
function loadFile<T>(
  path: string,
  parse: (json: unknown) => Parsed<T>,
  { io, language }: { readonly io: CliIo; readonly language: Language },
): Loaded<T> {
  const json = readJson(path, io, language)
  if (!json.ok) return json
  const read = parse(json.value)
  for (const { code, place, message } of read.findings)
    io.err(`${path} ${place}: ${message[language]} (${code})\n`)
  return read.ok ? { ok: true, value: read.value } : { ok: false, exitCode: 1 }
}

/** Which files, or the built-in calendar and office hours where one is left out. */
export interface CalendarFiles {
  readonly calendar?: string | undefined
  readonly office?: string | undefined
  readonly language: Language
}

/** Builds the working calendar that `--calendar` and `--office` ask for. */
export function loadWorkingCalendar(files: CalendarFiles, io: CliIo): Loaded<WorkingCalendar> {
  const said = { io, language: files.language }
  const official =
    files.calendar === undefined ? undefined : loadFile(files.calendar, parseOfficialCalendar, said)
  if (official?.ok === false) return official
  const office = files.office === undefined ? undefined : loadFile(files.office, parseOffice, said)
  if (office?.ok === false) return office
  try {
    const value = buildWorkingCalendar({
      ...(official === undefined ? {} : { official: official.value }),
      ...(office === undefined ? {} : { office: office.value }),
    })
    return { ok: true, value }
  } catch (error) {
    if (!isMotcuaError(error)) throw error
    io.err(`${error.code}: ${error.messageIn(files.language)}\n`)
    return { ok: false, exitCode: 1 }
  }
}
