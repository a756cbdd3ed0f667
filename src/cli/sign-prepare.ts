/**
 * `motcua sign prepare`: the first half of a signature whose key is somewhere else.
 *
 * @module
 */
import { readPieces } from '../adapters/file-source.ts'
import { type ByteSource, writeHex, writeUtf8 } from '../bytes.ts'
import { MotcuaError } from '../errors.ts'
import { hashBytes } from '../hash.ts'
import {
  type PreparedAttributes,
  type PreparedSignature,
  prepareAttributes,
  prepareSignature,
} from '../pades/index.ts'
import { chooseAlgorithm, readCertificate, writePem } from '../pki/index.ts'
import type { CliIo } from './command.ts'
import { messages } from './messages.ts'
import { readArguments } from './read-arguments.ts'
import { readCertificateFile, readDigest, refuseOption } from './signing-options.ts'
import { planOptions, planUsage, readPlan } from './signing-plan.ts'

/** Names of the files of a prepared signature. */
export const preparedFiles = {
  document: 'prepared.pdf',
  facts: 'prepared.json',
  attributes: 'attributes.der',
  chain: 'chain.pem',
  content: 'content.bin',
  signed: 'signed.pdf',
} as const

const common = `  --cert PEM --chain PEM --digest sha256|sha384|sha512 --pss --reserve BYTES --content
${planUsage} --json
`

const usage = {
  vi: `Cách dùng: motcua sign prepare TỆP.pdf --out THƯ_MỤC [--cert PEM [--chain PEM]]
${common}Ghi vào thư mục: prepared.pdf (tài liệu có chỗ cho chữ ký), prepared.json (giá trị băm, trường, chỗ dành sẵn);
với --cert: attributes.der (đúng các byte cần ký) và chain.pem; với --content: content.bin (phần tài liệu được ký).
Sau đó: motcua sign embed THƯ_MỤC --cms TỆP | --signature TỆP.
`,
  en: `Usage: motcua sign prepare FILE.pdf --out DIR [--cert PEM [--chain PEM]]
${common}Writes into the folder: prepared.pdf (the document with room for the signature), prepared.json (digests, field, room);
with --cert: attributes.der (exactly the bytes to be signed) and chain.pem; with --content: content.bin (what is covered).
Then: motcua sign embed DIR --cms FILE | --signature FILE.
`,
} as const

const options = {
  ...planOptions,
  out: { type: 'string' },
  cert: { type: 'string' },
  chain: { type: 'string' },
  digest: { type: 'string' },
  pss: { type: 'boolean' },
  reserve: { type: 'string' },
  content: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/** Reads how many bytes are to be reserved for the CMS. */
function readReserve(value: string | undefined): { readonly reservedBytes?: number } {
  if (value === undefined) return {}
  const reservedBytes = Number(value)
  const isUsable = /^\d{2,7}$/.test(value) && reservedBytes > 0
  return isUsable ? { reservedBytes } : refuseOption('--reserve', '1000 … 9999999')
}

/** A prepared signature with what it was made from. */
interface Prepared {
  readonly document: ByteSource
  readonly prepared: PreparedSignature
  readonly attributes: PreparedAttributes | undefined
}

/** Says as data what was prepared; no part of the document is in it. */
function describe({ prepared, attributes }: Prepared) {
  const { field, claimedAt, revision, digest, findings } = prepared
  const digests = Object.fromEntries(
    (['sha256', 'sha384', 'sha512'] as const).map((algorithm) => [algorithm, writeHex(digest(algorithm))]),
  )
  const { byteRange, reservedBytes } = revision
  const facts = {
    schema: 'motcua/prepared-signature@1',
    field,
    claimedAt,
    byteRange,
    reservedBytes,
    digests,
    findings,
  }
  if (attributes === undefined) return facts
  const { algorithm, signedAttributes } = attributes
  const toSign = writeHex(hashBytes(algorithm.digest, signedAttributes))
  return { ...facts, algorithm, attributesDigest: toSign }
}

/** What the signature covers, piece by piece: the document and the new revision without the place of the CMS. */
function* readCovered({ document, prepared }: Prepared): Generator<Uint8Array> {
  const { tail, baseOffset, byteRange } = prepared.revision
  yield* readPieces(document)
  yield tail.subarray(0, byteRange[1] - baseOffset)
  yield tail.subarray(byteRange[2] - baseOffset)
}

/** Writes the files; the facts come last, so that a folder without them is not finished. */
function writeFolder(io: CliIo, folder: string, made: Prepared & { readonly withContent: boolean }): void {
  const { document, prepared, attributes, withContent } = made
  const pieces = function* () {
    yield* readPieces(document)
    yield prepared.revision.tail
  }
  io.writePieces(`${folder}/${preparedFiles.document}`, pieces())
  if (withContent) io.writePieces(`${folder}/${preparedFiles.content}`, readCovered(made))
  if (attributes !== undefined) {
    const chain = attributes.chain.map((der) => writePem('CERTIFICATE', der)).join('')
    io.writePieces(`${folder}/${preparedFiles.attributes}`, [attributes.signedAttributes])
    io.writePieces(`${folder}/${preparedFiles.chain}`, [writeUtf8(chain)])
  }
  const facts = `${JSON.stringify(describe(made), null, 2)}\n`
  io.writePieces(`${folder}/${preparedFiles.facts}`, [writeUtf8(facts)])
}

/**
 * Runs `motcua sign prepare`.
 *
 * @throws MotcuaError `cli/folder-in-use` when something has been prepared there before.
 */
export async function runPrepare(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args, { usage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const { values, words, language } = read
  const folder = values.out ?? refuseOption('--out', 'DIR')
  if (io.exists(`${folder}/${preparedFiles.facts}`)) {
    throw new MotcuaError(messages, 'cli/folder-in-use', { path: folder })
  }
  const chain = [values.cert, values.chain].flatMap((path) =>
    path === undefined ? [] : readCertificateFile(path, io),
  )
  const [certificate] = chain
  const document = io.openFile(words[0] ?? '')
  try {
    const plan = await readPlan(values, io, { document, certificate })
    const prepared = prepareSignature(document, { ...plan, ...readReserve(values.reserve) })
    const choice = { digest: readDigest(values.digest), isPss: values.pss }
    const attributes =
      certificate === undefined
        ? undefined
        : prepareAttributes(prepared, {
            algorithm: chooseAlgorithm(readCertificate(certificate).publicKey, choice),
            chain,
          })
    document.assertUnchanged()
    const made = { document, prepared, attributes }
    writeFolder(io, folder, { ...made, withContent: values.content === true })
    for (const finding of prepared.findings)
      io.err(`${finding.severity}: ${finding.message[language]} (${finding.place})\n`)
    io.out(values.json === true ? `${JSON.stringify(describe(made))}\n` : `${folder}: ${prepared.field}\n`)
  } finally {
    document.close()
  }
  return 0
}
