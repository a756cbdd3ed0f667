/**
 * `motcua sign embed`: the second half of a signature, with what came from outside.
 *
 * @module
 */
import { readPieces } from '../adapters/file-source.ts'
import { MotcuaError } from '../errors.ts'
import { embedSignature, type RawSignature, reopenSignature } from '../pades/index.ts'
import { chooseAlgorithm, readCertificate, readPem, type SignatureAlgorithm } from '../pki/index.ts'
import type { CliIo } from './command.ts'
import { messages } from './messages.ts'
import { readArguments } from './read-arguments.ts'
import { preparedFiles } from './sign-prepare.ts'
import { readCertificateFile, readPassword, refuseOption } from './signing-options.ts'

const usage = {
  vi: `Cách dùng: motcua sign embed THƯ_MỤC (--cms TỆP | --signature TỆP) [--out RA.pdf]
           [--allow-non-baseline] [--open-password-env BIẾN] [--json]
THƯ_MỤC do motcua sign prepare ghi. --cms: CMS trọn vẹn (DER hoặc PEM); --signature: chữ ký thô (nhị phân) trên attributes.der.
Chữ ký được kiểm tra trước khi gắn; mặc định ghi THƯ_MỤC/signed.pdf.
`,
  en: `Usage: motcua sign embed DIR (--cms FILE | --signature FILE) [--out OUT.pdf]
       [--allow-non-baseline] [--open-password-env VAR] [--json]
DIR was written by motcua sign prepare. --cms: a whole CMS (DER or PEM); --signature: a raw signature (binary) over attributes.der.
The signature is checked before it is embedded; DIR/signed.pdf is written unless told otherwise.
`,
} as const

const options = {
  cms: { type: 'string' },
  signature: { type: 'string' },
  out: { type: 'string' },
  'allow-non-baseline': { type: 'boolean' },
  'open-password-env': { type: 'string' },
  json: { type: 'boolean' },
} as const

const utf8 = new TextDecoder()

/** Reads a CMS, as DER or as the first block of a PEM file. */
function readCms(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x2d) return bytes
  return readPem(utf8.decode(bytes))[0]?.bytes ?? bytes
}

/** The algorithm that was settled when the attributes were made. */
function readAlgorithm(facts: Uint8Array, certificate: Uint8Array): SignatureAlgorithm {
  const { algorithm }: { algorithm?: { scheme?: string; digest?: string } } = JSON.parse(utf8.decode(facts))
  const digest = (['sha256', 'sha384', 'sha512'] as const).find((name) => name === algorithm?.digest)
  const isPss = algorithm?.scheme === 'rsa-pss'
  return chooseAlgorithm(readCertificate(certificate).publicKey, { digest, isPss })
}

/**
 * Reads a raw signature with the attributes it is over.
 *
 * @throws MotcuaError `cli/no-attributes` when it was prepared without a certificate.
 */
function readRaw(io: CliIo, folder: string, path: string): RawSignature {
  if (!io.exists(`${folder}/${preparedFiles.attributes}`))
    throw new MotcuaError(messages, 'cli/no-attributes', {})
  const chain = readCertificateFile(`${folder}/${preparedFiles.chain}`, io)
  return {
    signedAttributes: io.readFile(`${folder}/${preparedFiles.attributes}`),
    algorithm: readAlgorithm(io.readFile(`${folder}/${preparedFiles.facts}`), chain[0] ?? new Uint8Array(0)),
    chain,
    signature: io.readFile(path),
  }
}

/** Runs `motcua sign embed`. */
export async function runEmbed(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args, { usage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const { values, words, language } = read
  const folder = words[0] ?? ''
  const { cms, signature } = values
  if ((cms === undefined) === (signature === undefined)) return refuseOption('--cms | --signature', 'FILE')
  const answer = cms === undefined ? readRaw(io, folder, signature ?? '') : readCms(io.readFile(cms))
  const password = readPassword(values['open-password-env'], io)
  const out = values.out ?? `${folder}/${preparedFiles.signed}`
  const document = io.openFile(`${folder}/${preparedFiles.document}`)
  try {
    const prepared = reopenSignature(document, password === undefined ? {} : { password })
    const allowNonBaseline = values['allow-non-baseline'] === true
    const { tail, field, findings } = await embedSignature(prepared, answer, { allowNonBaseline })
    const pieces = function* () {
      yield* readPieces(document, prepared.revision.baseOffset)
      document.assertUnchanged()
      yield tail
    }
    io.writePieces(out, pieces())
    for (const finding of findings)
      io.err(`${finding.severity}: ${finding.message[language]} (${finding.place})\n`)
    io.out(
      values.json === true
        ? `${JSON.stringify({ out, field, level: 'B-B', findings })}\n`
        : `${out}: ${field}, B-B\n`,
    )
  } finally {
    document.close()
  }
  return 0
}
