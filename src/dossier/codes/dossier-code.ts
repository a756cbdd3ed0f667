import { type IsoDate, isIsoDate } from '../../date.ts'
import type { Finding } from '../../finding.ts'
import { type AgencyCode, parseAgencyCode } from './agency-code.ts'
import { buildDoubt } from './messages.ts'
import {
  accept,
  type CodeReading,
  cleanText,
  isExactly,
  type ReadingDay,
  refuse,
  refuseForm,
} from './reading.ts'

/** A dossier code (mã số hồ sơ). */
export type DossierCode = string & { readonly __brand: 'DossierCode' }

/** What a dossier code says. */
export type DossierCodeFacts =
  | {
      /** `old`: TT 01/2018/TT-VPCP, article 19. `new`: as the national portal issues them. */
      readonly form: 'old' | 'new'
      readonly agency: AgencyCode
      /** Day of receipt. */
      readonly receivedDate: IsoDate
      /** Order of the dossier in the day, or the number the central service gave. */
      readonly sequence: number
    }
  | {
      /** `03706/2026/07906`: the social insurance offices' own form. */
      readonly form: 'social-insurance'
      readonly office: string
      readonly year: number
      readonly sequence: number
    }

/** `YYMMDD` or `YYYYMMDD` as a day; dossier codes began in this century. */
function readDay(digits: string): IsoDate | undefined {
  const full = digits.length === 6 ? `20${digits}` : digits
  const day = `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`
  return isIsoDate(day) ? day : undefined
}

/** Reads `03706/2026/07906`. */
function readSocialInsurance(text: string): DossierCodeFacts | undefined {
  const match = /^(\d{5})\/(20\d{2})\/(\d{5})$/.exec(text)
  if (match === null) return undefined
  const [, office = '', year, sequence] = match
  return { form: 'social-insurance', office, year: Number(year), sequence: Number(sequence) }
}

/** The three parts of a code of the old or the new form. */
interface CodeParts {
  readonly form: 'old' | 'new'
  readonly agency: string
  readonly digits: string
  readonly sequence: string
}

/** Splits a code at its hyphens. */
function splitCode(text: string): CodeParts | undefined {
  const old = /^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})-(\d{6})-(\d{4})$/.exec(text)
  const match = old ?? /^([A-Y]\d{2}(?:\.[0-9A-Z]+)*)-(\d{6}|\d{8})-(\d{4,7})$/.exec(text)
  if (match === null) return undefined
  const [, agency = '', digits = '', sequence = ''] = match
  return { form: old === null ? 'new' : 'old', agency, digits, sequence }
}

/** Doubts about the parts of a code that was read. */
function checkParts({ form }: CodeParts, receivedDate: IsoDate, { on }: ReadingDay): Finding[] {
  const doubts: Finding[] = []
  if (form === 'new') doubts.push(buildDoubt('codes/unverified-form', 'value', { kind: 'dossier-code' }))
  if (on !== undefined && receivedDate > on) doubts.push(buildDoubt('codes/received-later', 'date', {}))
  return doubts
}

/**
 * Reads a dossier code: `000.00.64.H10-230515-0011`, a new one, or one of the social insurance offices.
 *
 * The old form is law (TT 01/2018/TT-VPCP, article 19): agency, day of receipt, order in the day. The new
 * form and that of the social insurance offices are read from practice, so both carry a hint.
 *
 * @example
 * import { parseDossierCode } from 'motcua/dossier/codes'
 * parseDossierCode('000.00.64.H10-230515-0011').facts
 * // { form: 'old', agency: '000.00.64.H10', receivedDate: '2023-05-15', sequence: 11 }
 * parseDossierCode('000.00.64.H10-230231-0011').doubts[0]?.code // 'codes/no-such-day'
 */
export function parseDossierCode(
  text: string,
  day: ReadingDay = {},
): CodeReading<DossierCode, DossierCodeFacts> {
  const cleaned = cleanText(text)
  const insurance = readSocialInsurance(cleaned.text)
  if (insurance !== undefined) {
    const doubt = buildDoubt('codes/unverified-form', 'value', { kind: 'dossier-code' })
    return accept(cleaned.text, insurance, [...cleaned.doubts, doubt])
  }
  const parts = splitCode(cleaned.text)
  const agency = parts === undefined ? undefined : parseAgencyCode(parts.agency, day)
  if (parts === undefined || !agency?.ok) return refuseForm('dossier-code', cleaned.text)
  const receivedDate = readDay(parts.digits)
  if (receivedDate === undefined)
    return refuse(buildDoubt('codes/no-such-day', 'date', { digits: parts.digits }))
  return accept(
    cleaned.text,
    { form: parts.form, agency: agency.value, receivedDate, sequence: Number(parts.sequence) },
    [...cleaned.doubts, ...agency.doubts, ...checkParts(parts, receivedDate, day)],
  )
}

/** Tells whether a value is a dossier code in its one written form. */
export function isDossierCode(value: unknown): value is DossierCode {
  return typeof value === 'string' && isExactly(value, parseDossierCode(value))
}
