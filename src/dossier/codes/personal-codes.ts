import { buildDoubt } from './messages.ts'
import { accept, type CodeReading, cleanText, isExactly, refuseForm } from './reading.ts'

/** A Vietnamese mobile number, `0XXXXXXXXX`. */
export type PhoneNumber = string & { readonly __brand: 'PhoneNumber' }

/** A social insurance number (mã số bảo hiểm xã hội). */
export type SocialInsuranceNumber = string & { readonly __brand: 'SocialInsuranceNumber' }

/** The number of a health insurance card (thẻ bảo hiểm y tế). */
export type HealthInsuranceCard = string & { readonly __brand: 'HealthInsuranceCard' }

/** What a mobile number says. */
export interface PhoneFacts {
  /** The number as other countries dial it, `+84XXXXXXXXX`. */
  readonly international: string
}

/** What the number of a health insurance card says. */
export type HealthInsuranceFacts =
  | {
      readonly form: 'card'
      /** Two letters for the group the person belongs to. */
      readonly group: string
      /** Level of benefit, 1 to 5. */
      readonly benefitLevel: number
      /** Two digits of the issuing province. */
      readonly provinceCode: string
      readonly socialInsuranceNumber: SocialInsuranceNumber
    }
  | { readonly form: 'number'; readonly socialInsuranceNumber: SocialInsuranceNumber }

/**
 * Reads a mobile number, also with +84, spaces, points or hyphens, and writes it with the leading zero.
 *
 * Landlines have other lengths and are not read here.
 *
 * @example
 * import { parsePhoneNumber } from 'motcua/dossier/codes'
 * parsePhoneNumber('+84 912.345.678').value // '0912345678'
 */
export function parsePhoneNumber(text: string): CodeReading<PhoneNumber, PhoneFacts> {
  const cleaned = cleanText(text, '.-()')
  const local = cleaned.text.replace(/^(?:\+|00)84(?=\d{9}$)/, '0').replace(/^84(?=\d{9}$)/, '0')
  if (!/^0[35789]\d{8}$/.test(local)) return refuseForm('phone', cleaned.text)
  const doubts = local === text ? [] : [buildDoubt('codes/cleaned', 'value', {})]
  return accept(local, { international: `+84${local.slice(1)}` }, doubts)
}

/** Tells whether a value is a mobile number in its one written form, with the leading zero. */
export function isPhoneNumber(value: unknown): value is PhoneNumber {
  return typeof value === 'string' && isExactly(value, parsePhoneNumber(value))
}

/**
 * Reads a social insurance number: ten digits, no check digit.
 *
 * @example
 * import { parseSocialInsuranceNumber } from 'motcua/dossier/codes'
 * parseSocialInsuranceNumber('0120 878 811').value // '0120878811'
 */
export function parseSocialInsuranceNumber(
  text: string,
): CodeReading<SocialInsuranceNumber, Readonly<Record<string, never>>> {
  const cleaned = cleanText(text, '.-')
  if (!/^\d{10}$/.test(cleaned.text)) return refuseForm('social-insurance-number', cleaned.text)
  return accept(cleaned.text, {}, cleaned.doubts)
}

/** Tells whether a value is a social insurance number in its one written form. */
export function isSocialInsuranceNumber(value: unknown): value is SocialInsuranceNumber {
  return typeof value === 'string' && isExactly(value, parseSocialInsuranceNumber(value))
}

/**
 * Reads the number of a health insurance card: fifteen characters, or the ten digits that newer cards show.
 *
 * @example
 * import { parseHealthInsuranceCard } from 'motcua/dossier/codes'
 * parseHealthInsuranceCard('HS4 01 0120878811').facts
 * // { form: 'card', group: 'HS', benefitLevel: 4, provinceCode: '01', socialInsuranceNumber: '0120878811' }
 */
export function parseHealthInsuranceCard(
  text: string,
): CodeReading<HealthInsuranceCard, HealthInsuranceFacts> {
  const cleaned = cleanText(text, '.-')
  const match = /^([A-Z]{2})([1-5])(\d{2})(\d{10})$/.exec(cleaned.text)
  if (match !== null) {
    const [, group = '', level, provinceCode = '', number = ''] = match
    const socialInsuranceNumber = number as SocialInsuranceNumber
    const facts: HealthInsuranceFacts = {
      form: 'card',
      group,
      benefitLevel: Number(level),
      provinceCode,
      socialInsuranceNumber,
    }
    return accept(cleaned.text, facts, cleaned.doubts)
  }
  const number = parseSocialInsuranceNumber(cleaned.text)
  if (!number.ok) return refuseForm('health-insurance-card', cleaned.text)
  const doubt = buildDoubt('codes/unverified-form', 'value', { kind: 'health-insurance-card' })
  return accept(cleaned.text, { form: 'number', socialInsuranceNumber: number.value }, [
    ...cleaned.doubts,
    doubt,
  ])
}

/** Tells whether a value is the number of a health insurance card in its one written form. */
export function isHealthInsuranceCard(value: unknown): value is HealthInsuranceCard {
  return typeof value === 'string' && isExactly(value, parseHealthInsuranceCard(value))
}
