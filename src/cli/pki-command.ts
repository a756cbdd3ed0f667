/**
 * `motcua pki serve`: a certificate authority for tests on loopback, with OCSP, CRL and timestamps.
 *
 * @module
 */
import type { SigningKeyType } from '../adapters/generate-keys.ts'
import { serveTestAuthority, type TestServer } from '../adapters/test-authority-server.ts'
import { writeUtf8 } from '../bytes.ts'
import { writePem } from '../pki/index.ts'
import type { CliIo, Command } from './command.ts'
import { readArguments } from './read-arguments.ts'

const KEY_TYPES = ['p256', 'p384', 'p521', 'ed25519', 'rsa-2048', 'rsa-3072', 'rsa-4096'] as const

const usage = {
  vi: `Cách dùng: motcua pki serve [--port CỔNG] [--out THƯMỤC] [--key LOẠI] [--name TÊN] [--json] [--lang vi|en]
Chạy tổ chức chứng thực THỬ trên 127.0.0.1 (OCSP, CRL, dấu thời gian) đến khi bấm Ctrl+C; không có giá trị pháp lý.
--out ghi root.pem (để tin cậy), chain.pem và signer.key.pem (khóa và chứng thư của một người ký thử tên --name).
--key: ${KEY_TYPES.join(', ')}.
`,
  en: `Usage: motcua pki serve [--port PORT] [--out DIR] [--key KIND] [--name NAME] [--json] [--lang vi|en]
Runs a TEST authority on 127.0.0.1 (OCSP, CRL, timestamps) until Ctrl+C; nothing it issues has any legal value.
--out writes root.pem (to be trusted), chain.pem and signer.key.pem (key and certificates of a test signer named --name).
--key: ${KEY_TYPES.join(', ')}.
`,
} as const

const options = {
  port: { type: 'string' },
  out: { type: 'string' },
  key: { type: 'string' },
  name: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** Waits until somebody ends the program. */
function waitForInterrupt(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

/** A port number, any free one when absent, nothing when it is none. */
function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return 0
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined
}

/** A kind of key, nothing when it is none. */
function readKeyType(text = 'p256'): SigningKeyType | undefined {
  return KEY_TYPES.find((keyType) => keyType === text)
}

/** Writes the root and a test signer's key and certificates. */
async function writeIdentity({ authority }: TestServer, input: SignerInput, io: CliIo): Promise<void> {
  const { folder } = input
  const { chain, pkcs8 } = await authority.issue(input)
  const pem = (label: string, parts: readonly Uint8Array[]) =>
    writeUtf8(parts.map((bytes) => writePem(label, bytes)).join(''))
  io.writeFile(`${folder}/root.pem`, pem('CERTIFICATE', [authority.root.certificate]))
  io.writeFile(`${folder}/chain.pem`, pem('CERTIFICATE', chain))
  io.writeFile(`${folder}/signer.key.pem`, pem('PRIVATE KEY', [pkcs8]))
}

/** Who the test signer is, and where the files go. */
interface SignerInput {
  readonly folder: string
  readonly commonName: string
  readonly keyType: SigningKeyType
}

/** What is said once the authority answers. */
function describe({ url, authority }: TestServer, folder: string | undefined, isJson: boolean): string {
  const facts = { url, timestampUrl: authority.timestampUrl, folder: folder ?? null }
  if (isJson) return `${JSON.stringify(facts)}\n`
  const files =
    folder === undefined ? '' : `${folder}/root.pem\n${folder}/chain.pem\n${folder}/signer.key.pem\n`
  return `${url}\nTSA ${authority.timestampUrl}\n${files}`
}

/**
 * Runs the command; tests end it by a promise of their own.
 *
 * @param waitForEnd - Resolves when the authority is to stop.
 */
export async function runPki(
  args: readonly string[],
  io: CliIo,
  waitForEnd = waitForInterrupt,
): Promise<number> {
  const read = readArguments(args, { usage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const { values, language } = read
  const port = readPort(values.port)
  const keyType = readKeyType(values.key)
  if (read.words[0] !== 'serve' || port === undefined || keyType === undefined) {
    io.err(usage[language])
    return 2
  }
  const server = await serveTestAuthority({ now: io.now, port })
  try {
    const commonName = values.name ?? 'Người ký thử'
    const folder = values.out
    if (folder !== undefined) await writeIdentity(server, { folder, commonName, keyType }, io)
    io.out(describe(server, folder, values.json ?? false))
    await waitForEnd()
  } finally {
    await server.close()
  }
  return 0
}

/** The command `pki`. */
export const command: Command = {
  name: 'pki',
  summary: {
    vi: 'Tổ chức chứng thực thử trên máy này (OCSP, CRL, TSA)',
    en: 'A test authority on this machine (OCSP, CRL, TSA)',
  },
  run: (args, io) => runPki(args, io),
}
