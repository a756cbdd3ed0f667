/**
 * What a signature says and where it stands, read from the options that `sign` and `sign prepare` share.
 *
 * @module
 */
import type { ByteSource } from '../bytes.ts'
import { type Instant, instant, isoDate } from '../date.ts'
import {
  numberFields,
  type SignaturePlace,
  type SignaturePlan,
  type SigningMode,
  signingModes,
} from '../pades/index.ts'
import { openPdf } from '../pdf/index.ts'
import { findNameValue, readCertificate } from '../pki/index.ts'
import { type DocMdpLevel, type FieldLock, findField, type TextFieldValue } from '../signature/index.ts'
import type { CliIo } from './command.ts'
import { readPassword, refuseOption } from './signing-options.ts'

const text = { type: 'string' } as const

/** The options of a plan. */
export const planOptions = {
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
} as const

/** The values of {@link planOptions}. */
export type PlanValues = { readonly [Name in keyof typeof planOptions]?: string | undefined }

/** The part of the usage about a plan. */
export const planUsage = `  --field NAME --page N --rect x,y,w,h --appearance FILE.pdf
  --mode approve|issue|income|copy|appendix --number TEXT --issued YYYY-MM-DD
  --certify 1|2|3 --lock all|include:A,B|exclude:A,B --reason TEXT --location TEXT
  --open-password-env VAR --at ISO`

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
function measureField(document: ByteSource, name: string, password: string | undefined) {
  const rect = findField(openPdf(document, { password }), name)?.widgets[0]?.dict.entries.get('Rect')
  const numbers =
    rect?.kind === 'array' ? rect.items.map((item) => (item.kind === 'number' ? item.value : 0)) : []
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers
  return { widthPt: Math.abs(right - left), heightPt: Math.abs(top - bottom) }
}

/** Number and date as values of their fields, drawn in the size of each. */
async function drawNumber(
  document: ByteSource,
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
async function drawLook(
  place: SignaturePlace,
  certificate: Uint8Array | undefined,
  at: Instant,
): Promise<Uint8Array> {
  if (certificate === undefined) return refuseOption('--rect', '--appearance | --cert')
  const { drawSignatureAppearance } = await import('../form/index.ts')
  const { subject } = readCertificate(certificate)
  const { width, height } = place.rect
  const name = findNameValue(subject, 'CN') ?? subject.text
  return drawSignatureAppearance({ widthPt: width, heightPt: height, name, signedAt: at })
}

/** Leaves out what was not said. */
function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}

/**
 * Reads the plan of a signature; number, date and look are drawn where they are not handed in.
 *
 * @param certificate - The signer's, for the name in a look that is drawn.
 */
export async function readPlan(
  values: PlanValues,
  io: CliIo,
  { document, certificate }: { readonly document: ByteSource; readonly certificate: Uint8Array | undefined },
): Promise<SignaturePlan> {
  const password = readPassword(values['open-password-env'], io)
  const claimedAt = values.at === undefined ? io.now() : instant(values.at)
  const place = readPlace(values.rect, values.page)
  const { number, issued, field, reason, location } = values
  const isGiven = values.appearance !== undefined
  const drawn = place === undefined || isGiven ? undefined : await drawLook(place, certificate, claimedAt)
  const appearance = values.appearance === undefined ? drawn : io.readFile(values.appearance)
  return {
    claimedAt,
    textFields: await drawNumber(document, { number, issued }, password),
    ...defined({ place, appearance, field, reason, location, password }),
    ...defined({
      mode: readMode(values.mode),
      certify: readCertify(values.certify),
      lock: readLock(values.lock),
    }),
  }
}
