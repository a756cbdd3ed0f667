/**
 * `motcua sign`: a PAdES signature on a document.
 *
 * @module
 */
import { concatBytes } from '../bytes.ts'
import { type Instant, instant, isoDate } from '../date.ts'
import {
  numberFields,
  type SignaturePlace,
  type SignaturePlan,
  type SigningMode,
  sign,
  signingModes,
} from '../pades/index.ts'
import { openPdf } from '../pdf/index.ts'
import { findNameValue, readCertificate, type Signer } from '../pki/index.ts'
import { type DocMdpLevel, type FieldLock, findField, type TextFieldValue } from '../signature/index.ts'
import type { CliIo, Command } from './command.ts'
import { readArguments } from './read-arguments.ts'
import {
  openSigner,
  openSources,
  readLevel,
  readPassword,
  refuseOption,
  sourceOptions,
} from './signing-options.ts'

const common = `  --level B-B|B-T|B-LT|B-LTA --tsa URL --digest sha256|sha384|sha512 --pss
  --field NAME --page N --rect x,y,w,h --appearance FILE.pdf
  --mode approve|issue|income|copy|appendix --number TEXT --issued YYYY-MM-DD
  --certify 1|2|3 --lock all|include:A,B|exclude:A,B --reason TEXT --location TEXT
  --open-password-env VAR --issuers PEM --internal-host NAME --at ISO --json
`

const usage = {
  vi: `Cách dùng: motcua sign TỆP.pdf --out RA.pdf (--p12 TỆP --password-env BIẾN | --key PEM --cert PEM [--chain PEM])
${common}Ký số theo PAdES; mật khẩu chỉ đọc từ biến môi trường. --rect tính bằng điểm, từ góc dưới bên trái của trang.
`,
  en: `Usage: motcua sign FILE.pdf --out OUT.pdf (--p12 FILE --password-env VAR | --key PEM --cert PEM [--chain PEM])
${common}Signs as PAdES; passwords come from the environment only. --rect is in points, from the lower left of the page.
`,
} as const

const text = { type: 'string' } as const
const options = {
  ...sourceOptions,
  out: text,
  p12: text,
  'password-env': text,
  key: text,
  cert: text,
  chain: text,
  level: text,
  digest: text,
  pss: { type: 'boolean' },
  field: text,
  page: text,
  rect: text,
  appearance: text,
  mode: text,
  number: text,
  issued: text,
  certify: text,
  lock: text,
  reason: text,
  location: text,
  'open-password-env': text,
  at: text,
  json: { type: 'boolean' },
} as const

/** Reads `x,y,w,h` on a page. */
function readPlace(rect: string | undefined, page: string | undefined): SignaturePlace | undefined {
  if (rect === undefined) return undefined
  const [x, y, width, height, ...rest] = rect.split(',').map(Number)
  const number = Number(page ?? '1')
  const isComplete = [x, y, width, height].every(Number.isFinite) && rest.length === 0
  if (!isComplete || !Number.isInteger(number) || number < 1)
    return refuseOption('--rect --page', 'x,y,w,h + N')
  return { page: number, rect: { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 } }
}

/** Reads `all`, `include:A,B` or `exclude:A,B`. */
function readLock(value: string | undefined): FieldLock | undefined {
  if (value === undefined) return undefined
  const [word, names = ''] = value.split(':', 2)
  const fields = names.split(',').filter((name) => name !== '')
  if (word === 'all') return { action: 'All', fields: [], level: undefined }
  if (word === 'include' && fields.length > 0) return { action: 'Include', fields, level: undefined }
  if (word === 'exclude' && fields.length > 0) return { action: 'Exclude', fields, level: undefined }
  return refuseOption('--lock', 'all | include:A,B | exclude:A,B')
}

/** Reads 1, 2 or 3. */
function readCertify(value: string | undefined): DocMdpLevel | undefined {
  const levels: readonly DocMdpLevel[] = [1, 2, 3]
  if (value === undefined) return undefined
  return levels.find((level) => String(level) === value) ?? refuseOption('--certify', '1, 2, 3')
}

/** Reads one of the five modes. */
function readMode(value: string | undefined): SigningMode | undefined {
  const names: readonly SigningMode[] = ['approve', 'issue', 'income', 'copy', 'appendix']
  if (value === undefined) return undefined
  return names.find((name) => name === value) ?? refuseOption('--mode', Object.keys(signingModes).join(', '))
}

/** Width and height of a text field, for drawing what it shows. */
function measureField(document: Uint8Array, name: string, password: string | undefined) {
  const rect = findField(openPdf(document, { password }), name)?.widgets[0]?.dict.entries.get('Rect')
  const numbers =
    rect?.kind === 'array' ? rect.items.map((item) => (item.kind === 'number' ? item.value : 0)) : []
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers
  return { widthPt: Math.abs(right - left), heightPt: Math.abs(top - bottom) }
}

/** Number and date as values of their fields, drawn in the size of each. */
async function drawNumber(
  document: Uint8Array,
  values: { readonly number: string | undefined; readonly issued: string | undefined },
  password: string | undefined,
): Promise<Record<string, TextFieldValue>> {
  const { drawFieldAppearance, writeVietnameseDate } = await import('../form/index.ts')
  const texts: [string, string][] = []
  if (values.number !== undefined) texts.push([numberFields.number, values.number.normalize('NFC')])
  if (values.issued !== undefined)
    texts.push([numberFields.issuedDate, writeVietnameseDate(isoDate(values.issued))])
  const filled: Record<string, TextFieldValue> = {}
  for (const [name, shown] of texts) {
    const size = measureField(document, name, password)
    // A document without the field is refused by the signing itself, with its own reason.
    if (size.widthPt === 0 || size.heightPt === 0) continue
    filled[name] = {
      text: shown,
      appearance: await drawFieldAppearance({ ...size, text: shown }),
      isReadOnly: true,
    }
  }
  return filled
}

/** Draws name and time for a visible signature that brings no picture of its own. */
async function drawLook(place: SignaturePlace, signer: Signer, at: Instant): Promise<Uint8Array> {
  const { drawSignatureAppearance } = await import('../form/index.ts')
  const { subject } = readCertificate(signer.chain[0] ?? new Uint8Array(0))
  const { width, height } = place.rect
  const name = findNameValue(subject, 'CN') ?? subject.text
  return drawSignatureAppearance({ widthPt: width, heightPt: height, name, signedAt: at })
}

/** Leaves out what was not said. */
function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}

/** Runs the command. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args, { usage, options, words: { min: 1, max: 1 } }, io)
  if (read.kind === 'done') return read.exitCode
  const { values, words, language } = read
  if (values.out === undefined) return refuseOption('--out', 'FILE')
  const signer = await openSigner(values, io)
  const document = io.readFile(words[0] ?? '')
  const password = readPassword(values['open-password-env'], io)
  const claimedAt = values.at === undefined ? io.now() : instant(values.at)
  const place = readPlace(values.rect, values.page)
  const drawn = place === undefined ? undefined : await drawLook(place, signer, claimedAt)
  const appearance = values.appearance === undefined ? drawn : io.readFile(values.appearance)
  const { number, issued, field, reason, location } = values
  const textFields = await drawNumber(document, { number, issued }, password)
  const plan: SignaturePlan = {
    claimedAt,
    textFields,
    ...defined({ place, appearance, field, reason, location, password }),
    ...defined({
      mode: readMode(values.mode),
      certify: readCertify(values.certify),
      lock: readLock(values.lock),
    }),
  }
  const level = readLevel(values.level ?? 'B-B')
  const sources = level === 'B-B' ? {} : openSources(values, io)
  const signed = await sign(document, { ...plan, ...sources, signer, level })
  io.writeFile(values.out, concatBytes(document, signed.tail))
  const { findings } = signed
  if (values.json === true) {
    const facts = { out: values.out, field: signed.field, level, byteRange: signed.byteRange, findings }
    io.out(`${JSON.stringify(facts)}\n`)
    return 0
  }
  for (const finding of findings)
    io.err(`${finding.severity}: ${finding.message[language]} (${finding.place})\n`)
  io.out(`${values.out}: ${signed.field}, ${level}\n`)
  return 0
}

/** The command. */
export const command: Command = {
  name: 'sign',
  summary: { vi: 'Ký số tài liệu PDF (PAdES)', en: 'Signs a PDF document (PAdES)' },
  run,
}
