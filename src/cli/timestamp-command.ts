/**
 * `motcua timestamp`: a timestamp over a whole document.
 *
 * @module
 */
import { addDocumentTimestamp } from '../pades/index.ts'
import type { CliIo, Command } from './command.ts'
import { extendFile } from './extend-file.ts'
import { readArguments } from './read-arguments.ts'
import { openSources, readPassword, refuseOption } from './signing-options.ts'

const usage = {
  vi: `Cách dùng: motcua timestamp TỆP.pdf --out RA.pdf --tsa URL [--open-password-env BIẾN] [--json]
Gắn dấu thời gian (RFC 3161) cho toàn bộ tài liệu, đã ký hay chưa.
`,
  en: `Usage: motcua timestamp FILE.pdf --out OUT.pdf --tsa URL [--open-password-env VAR] [--json]
Adds a timestamp (RFC 3161) over the whole document, signed or not.
`,
} as const

/** Runs the command. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const options = {
    tsa: { type: 'string' },
    out: { type: 'string' },
    'open-password-env': { type: 'string' },
    json: { type: 'boolean' },
  } as const
  const read = readArguments(args, { usage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const { values, words } = read
  const { timestamp } = openSources(values, io)
  if (timestamp === undefined) return refuseOption('--tsa', 'URL')
  if (values.out === undefined) return refuseOption('--out', 'FILE')
  const password = readPassword(values['open-password-env'], io)
  const opening = password === undefined ? {} : { password }
  const { tail } = await extendFile(io, { from: words[0] ?? '', to: values.out }, async (document) => ({
    tail: await addDocumentTimestamp(document, timestamp, opening),
  }))
  const facts = { out: values.out, addedBytes: tail.length }
  io.out(values.json === true ? `${JSON.stringify(facts)}\n` : `${values.out} (+${tail.length} byte)\n`)
  return 0
}

/** The command. */
export const command: Command = {
  name: 'timestamp',
  summary: { vi: 'Gắn dấu thời gian cho tài liệu PDF', en: 'Adds a timestamp over a PDF document' },
  run,
}
