import { isoDate } from '../../date.ts'
import type { Finding } from '../../finding.ts'
import { buildDoubt, type CodeKind } from './messages.ts'
import { type PersonalNumberFacts, parsePersonalNumber } from './personal-number.ts'
import {
  accept,
  type CodeReading,
  cleanText,
  isExactly,
  type ReadingDay,
  refuse,
  refuseForm,
  type UnreadCode,
} from './reading.ts'

/** A tax code (mã số thuế): 10 digits, `NNNNNNNNNN-NNN`, or the 12 digits of a person. */
export type TaxCode = string & { readonly __brand: 'TaxCode' }

/** An enterprise code (mã số doanh nghiệp): 10 digits, `NNNNNNNNNN-NNN`, or 5 digits of a location. */
export type EnterpriseCode = string & { readonly __brand: 'EnterpriseCode' }

/** Which of the three forms a tax code has, and what the form says. */
export type TaxCodeFacts =
  | { readonly form: 'main' }
  | { readonly form: 'branch'; readonly main: TaxCode; readonly branch: string }
  | { readonly form: 'personal'; readonly person: PersonalNumberFacts }

/** Which of the forms an enterprise code has. */
export type EnterpriseCodeFacts =
  | { readonly form: 'enterprise' }
  | { readonly form: 'branch'; readonly enterprise: EnterpriseCode; readonly branch: string }
  | { readonly form: 'business-location' }

/** What the caller knows about the taxpayer. */
export interface TaxCodeChecks extends ReadingDay {
  /** `person` covers households and household businesses too. */
  readonly holder?: 'person' | 'organisation'
}

/** The day from which the personal number is the tax code of persons, households and household businesses. */
const personalFrom = { since: isoDate('2025-07-01'), basis: 'TT 86/2024/TT-BTC' }

/** Weights of the first nine digits of a tax code. */
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/**
 * Says why ten digits are no tax code.
 *
 * The check digit is 10 minus the weighted sum modulo 11. Where that is 10 the number is not issued; some
 * programs write 0 there, which no register does.
 */
export function checkDigits(digits: string): readonly Finding[] {
  if (digits.slice(2, 9) === '0000000')
    return [buildDoubt('codes/never-issued', 'digits 3-9', { reason: 'zero-serial' })]
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const expected = 10 - (sum % 11)
  if (expected === 10) return [buildDoubt('codes/never-issued', 'digits 1-9', { reason: 'remainder' })]
  if (expected === Number(digits[9])) return []
  return [buildDoubt('codes/wrong-check-digit', 'digit 10', { position: 10 })]
}

/** A ten- or thirteen-digit number, checked. */
interface RegisteredNumber {
  readonly main: string
  readonly branch?: string
}

/** Reads the ten digits and the branch, or says why not; `undefined` when the form is another one. */
function readRegistered(text: string): RegisteredNumber | UnreadCode | undefined {
  const match = /^(\d{10})(?:-?(\d{3}))?$/.exec(text)
  if (match === null) return undefined
  const [, main = '', branch] = match
  const wrong = checkDigits(main)
  const zero =
    branch === '000' ? [buildDoubt('codes/never-issued', 'digits 11-13', { reason: 'zero-branch' })] : []
  if (wrong.length + zero.length > 0) return refuse(...wrong, ...zero)
  return branch === undefined ? { main } : { main, branch }
}

/** Removes spaces and points; a missing hyphen before the branch is put in, and said. */
function cleanRegistered(text: string): { text: string; doubts: readonly Finding[] } {
  const cleaned = cleanText(text, '.')
  const written = cleaned.text.replace(/^(\d{10})(\d{3})$/, '$1-$2')
  if (written === cleaned.text || cleaned.doubts.length > 0) return { text: written, doubts: cleaned.doubts }
  return { text: written, doubts: [buildDoubt('codes/cleaned', 'value', {})] }
}

/** Doubts about a ten-digit code in the hand of a person after the change to personal numbers. */
function checkHolder({ on, holder }: TaxCodeChecks): readonly Finding[] {
  if (holder !== 'person' || on === undefined || on < personalFrom.since) return []
  return [buildDoubt('codes/replaced-by-personal-number', 'value', personalFrom)]
}

/** Reads the twelve digits of a person as a tax code. */
function readPersonal(text: string, checks: TaxCodeChecks): CodeReading<TaxCode, TaxCodeFacts> | undefined {
  if (!/^\d{12}$/.test(text)) return undefined
  const day = checks.on === undefined ? {} : { on: checks.on }
  const person = parsePersonalNumber(text, day)
  if (!person.ok) return undefined
  const early =
    checks.on !== undefined && checks.on < personalFrom.since
      ? [buildDoubt('codes/not-yet-valid', 'value', personalFrom)]
      : []
  return accept(text, { form: 'personal', person: person.facts }, [...early, ...person.doubts])
}

/**
 * Reads a tax code: ten digits with a check digit, thirteen with a branch, or twelve of a person.
 *
 * Twelve digits are the personal number, the tax code of persons, households and household businesses since
 * 1/7/2025 (TT 86/2024/TT-BTC); they have no check digit. Whether a code fits its time is judged only for
 * the day in `on`.
 *
 * @example
 * import { parseTaxCode } from 'motcua/dossier/codes'
 * parseTaxCode('0100109106-001').facts // { form: 'branch', main: '0100109106', branch: '001' }
 * parseTaxCode('0100109107').doubts[0]?.code // 'codes/wrong-check-digit'
 */
export function parseTaxCode(text: string, checks: TaxCodeChecks = {}): CodeReading<TaxCode, TaxCodeFacts> {
  const cleaned = cleanRegistered(text)
  const personal = readPersonal(cleaned.text, checks)
  if (personal?.ok) return { ...personal, doubts: [...cleaned.doubts, ...personal.doubts] }
  const read = readRegistered(cleaned.text)
  if (read === undefined) return refuseForm('tax-code', cleaned.text)
  if ('ok' in read) return read
  const doubts = [...cleaned.doubts, ...checkHolder(checks)]
  if (read.branch === undefined) return accept(cleaned.text, { form: 'main' }, doubts)
  return accept(cleaned.text, { form: 'branch', main: read.main as TaxCode, branch: read.branch }, doubts)
}

/** Tells whether a value is a tax code in its one written form. */
export function isTaxCode(value: unknown): value is TaxCode {
  return typeof value === 'string' && isExactly(value, parseTaxCode(value))
}

/**
 * Reads an enterprise code, which is the tax code of the enterprise.
 *
 * Branches have thirteen digits, business locations five (known from practice; that a five-digit number is a
 * location and not something else cannot be told, so it carries a doubt).
 *
 * @example
 * import { parseEnterpriseCode } from 'motcua/dossier/codes'
 * parseEnterpriseCode('0100109106').facts // { form: 'enterprise' }
 */
export function parseEnterpriseCode(text: string): CodeReading<EnterpriseCode, EnterpriseCodeFacts> {
  const kind: CodeKind = 'enterprise-code'
  const cleaned = cleanRegistered(text)
  if (/^\d{5}$/.test(cleaned.text)) {
    const doubt = buildDoubt('codes/unverified-form', 'value', { kind })
    return accept(cleaned.text, { form: 'business-location' }, [...cleaned.doubts, doubt])
  }
  const read = readRegistered(cleaned.text)
  if (read === undefined) return refuseForm(kind, cleaned.text)
  if ('ok' in read) return read
  if (read.branch === undefined) return accept(cleaned.text, { form: 'enterprise' }, cleaned.doubts)
  return accept(
    cleaned.text,
    { form: 'branch', enterprise: read.main as EnterpriseCode, branch: read.branch },
    cleaned.doubts,
  )
}

/** Tells whether a value is an enterprise code in its one written form. */
export function isEnterpriseCode(value: unknown): value is EnterpriseCode {
  return typeof value === 'string' && isExactly(value, parseEnterpriseCode(value))
}
