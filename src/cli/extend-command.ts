/**
 * `motcua extend`: signatures raised to a higher level, archives renewed.
 *
 * @module
 */
import { extendSignatures } from '../pades/index.ts'
import type { CliIo, Command } from './command.ts'
import { extendFile } from './extend-file.ts'
import { readArguments } from './read-arguments.ts'
import {
  openSources,
  readLevel,
  readPassword,
  refuseOption,
  requireTsa,
  sourceOptions,
} from './signing-options.ts'

const usage = {
  vi: `Cách dùng: motcua extend TỆP.pdf --out RA.pdf --level B-T|B-LT|B-LTA --tsa URL
           [--issuers PEM] [--internal-host TÊN] [--open-password-env BIẾN] [--json]
Nâng mọi chữ ký (của bất kỳ phần mềm nào) lên mức đã nêu; chạy lại B-LTA để gia hạn lưu trữ.
--issuers bổ sung chứng thư cấp trên; --internal-host cho phép một máy chủ OCSP hoặc CRL nội bộ.
`,
  en: `Usage: motcua extend FILE.pdf --out OUT.pdf --level B-T|B-LT|B-LTA --tsa URL
       [--issuers PEM] [--internal-host NAME] [--open-password-env VAR] [--json]
Raises every signature, whoever made it, to the level; run with B-LTA again to renew an archive.
--issuers adds certificates of issuers; --internal-host allows an OCSP or CRL server inside the house.
`,
} as const

/** Runs the command. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const options = {
    ...sourceOptions,
    out: { type: 'string' },
    level: { type: 'string' },
    'open-password-env': { type: 'string' },
    json: { type: 'boolean' },
  } as const
  const read = readArguments(args, { usage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const { values, words } = read
  const level = readLevel(values.level ?? '')
  if (level === 'B-B') return refuseOption('--level', 'B-T, B-LT, B-LTA')
  requireTsa(level, values)
  if (values.out === undefined) return refuseOption('--out', 'FILE')
  const password = readPassword(values['open-password-env'], io)
  const input = { level, ...openSources(values, io), ...(password === undefined ? {} : { password }) }
  const paths = { from: words[0] ?? '', to: values.out }
  const { tail } = await extendFile(io, paths, (document) => extendSignatures(document, input))
  const facts = { out: values.out, level, addedBytes: tail.length }
  io.out(
    values.json === true ? `${JSON.stringify(facts)}\n` : `${values.out}: ${level} (+${tail.length} byte)\n`,
  )
  return 0
}

/** The command. */
export const command: Command = {
  name: 'extend',
  summary: { vi: 'Nâng mức chữ ký đã có, gia hạn lưu trữ', en: 'Raises signatures to a higher level' },
  run,
}
