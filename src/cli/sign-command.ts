/**
 * `motcua sign`: a PAdES signature on a document, in one go or in two halves.
 *
 * @module
 */
import { sign } from '../pades/index.ts'
import type { CliIo, Command } from './command.ts'
import { extendFile } from './extend-file.ts'
import { readArguments } from './read-arguments.ts'
import { runEmbed } from './sign-embed.ts'
import { runPrepare } from './sign-prepare.ts'
import {
  openSigner,
  openSources,
  readLevel,
  refuseOption,
  requireTsa,
  sourceOptions,
} from './signing-options.ts'
import { planOptions, planUsage, readPlan } from './signing-plan.ts'

const common = `  --level B-B|B-T|B-LT|B-LTA --tsa URL --digest sha256|sha384|sha512 --pss
${planUsage}
  --check-revocation --issuers PEM --internal-host NAME --json
`

const usage = {
  vi: `Cách dùng: motcua sign TỆP.pdf --out RA.pdf (--p12 TỆP --password-env BIẾN | --key PEM --cert PEM [--chain PEM])
${common}Ký số theo PAdES; mật khẩu chỉ đọc từ biến môi trường. --rect tính bằng điểm, từ góc dưới bên trái của trang.
Khi khoá ở nơi khác: motcua sign prepare --help, motcua sign embed --help.
`,
  en: `Usage: motcua sign FILE.pdf --out OUT.pdf (--p12 FILE --password-env VAR | --key PEM --cert PEM [--chain PEM])
${common}Signs as PAdES; passwords come from the environment only. --rect is in points, from the lower left of the page.
With a key somewhere else: motcua sign prepare --help, motcua sign embed --help.
`,
} as const

const text = { type: 'string' } as const
const options = {
  ...sourceOptions,
  ...planOptions,
  out: text,
  p12: text,
  'password-env': text,
  key: text,
  cert: text,
  chain: text,
  level: text,
  digest: text,
  pss: { type: 'boolean' },
  'check-revocation': { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/** Signs in one go. */
async function runSign(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args, { usage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const { values, words, language } = read
  const { out } = values
  if (out === undefined) return refuseOption('--out', 'FILE')
  const level = readLevel(values.level ?? 'B-B')
  requireTsa(level, values)
  const signer = await openSigner(values, io)
  const isAsked = level !== 'B-B' || values['check-revocation'] === true
  const sources = isAsked ? openSources(values, io) : {}
  const signed = await extendFile(io, { from: words[0] ?? '', to: out }, async (document) => {
    const plan = await readPlan(values, io, { document, certificate: signer.chain[0] })
    return sign(document, { ...plan, ...sources, signer, level })
  })
  const { findings, field, byteRange } = signed
  if (values.json === true) {
    io.out(`${JSON.stringify({ out, field, level, byteRange, findings })}\n`)
    return 0
  }
  for (const finding of findings)
    io.err(`${finding.severity}: ${finding.message[language]} (${finding.place})\n`)
  io.out(`${out}: ${field}, ${level}\n`)
  return 0
}

/** Runs the command, whole or one of its halves. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const [word, ...rest] = args
  if (word === 'prepare') return runPrepare(rest, io)
  if (word === 'embed') return runEmbed(rest, io)
  return runSign(args, io)
}

/** The command. */
export const command: Command = {
  name: 'sign',
  summary: { vi: 'Ký số tài liệu PDF (PAdES)', en: 'Signs a PDF document (PAdES)' },
  run,
}
