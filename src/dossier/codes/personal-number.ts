import type { IsoDate } from '../../date.ts'
import type { Finding } from '../../finding.ts'
import { provinces } from '../units/index.ts'
import { buildDoubt } from './messages.ts'
import { accept, type CodeReading, cleanText, isExactly, type ReadingDay, refuseForm } from './reading.ts'

/** A personal number (số định danh cá nhân), the number on the CCCD card: 12 digits. */
export type PersonalNumber = string & { readonly __brand: 'PersonalNumber' }

/** The sex as civil status registers write it. */
export type Sex = 'male' | 'female'

/** What the digits of a personal number hint at. Hints only: registers are corrected, numbers stay. */
export interface PersonalNumberFacts {
  /** Digits 1–3: province or country where the birth was registered, on the map of 63 provinces. */
  readonly placeCode: string
  /** Name of the province, where the code is one of the 63. */
  readonly placeName?: string
  readonly sex: Sex
  readonly birthYear: number
}

/** What the caller knows about the person, to compare. */
export interface PersonalNumberChecks extends ReadingDay {
  readonly birthDate?: IsoDate
  readonly sex?: Sex
}

/** Names of the 63 old provinces by their two digits; the first row of a code is the oldest. */
const nameOfPlace: ReadonlyMap<string, string> = new Map(
  provinces.units
    .filter(({ validFrom }) => validFrom < '2025-01-01')
    .map(({ code, name }) => [`0${code}`, name]),
)

/** Reads what the digits say: `AAA B CC DDDDDD`. */
function readFacts(digits: string): PersonalNumberFacts {
  const centuryAndSex = Number(digits[3])
  const placeCode = digits.slice(0, 3)
  const placeName = nameOfPlace.get(placeCode)
  return {
    placeCode,
    ...(placeName === undefined ? {} : { placeName }),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(digits.slice(4, 6)),
  }
}

/** Compares what the digits say with what is known. */
function compare(facts: PersonalNumberFacts, { birthDate, sex, on }: PersonalNumberChecks): Finding[] {
  const doubts: Finding[] = []
  if (facts.placeName === undefined) doubts.push(buildDoubt('codes/unknown-place', 'digits 1-3', {}))
  if (facts.birthYear >= 2100) doubts.push(buildDoubt('codes/far-century', 'digit 4', {}))
  if (on !== undefined && facts.birthYear > Number(on.slice(0, 4)))
    doubts.push(buildDoubt('codes/born-later', 'digits 4-6', {}))
  if (birthDate !== undefined && facts.birthYear !== Number(birthDate.slice(0, 4)))
    doubts.push(buildDoubt('codes/birth-year-differs', 'digits 4-6', {}))
  if (sex !== undefined && facts.sex !== sex) doubts.push(buildDoubt('codes/sex-differs', 'digit 4', {}))
  return doubts
}

/**
 * Reads a personal number and says what its digits hint at.
 *
 * Only the twelve digits are required. There is no check digit, and place, century, sex and year are hints:
 * where they contradict what is known, that is a doubt for a person to look at, never a refusal. The place
 * stays one of the 63 old provinces for life, also after the mergers of 1/7/2025.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { parsePersonalNumber } from 'motcua/dossier/codes'
 * const reading = parsePersonalNumber('038 203 012345', { birthDate: isoDate('2003-05-01'), sex: 'female' })
 * reading.value // '038203012345'
 * reading.facts?.placeName // 'Thanh Hóa'
 * reading.doubts.map(({ code }) => code) // ['codes/cleaned', 'codes/sex-differs']
 */
export function parsePersonalNumber(
  text: string,
  checks: PersonalNumberChecks = {},
): CodeReading<PersonalNumber, PersonalNumberFacts> {
  const cleaned = cleanText(text, '.-')
  if (/^\d{9}$/.test(cleaned.text))
    return refuseForm(
      'personal-number',
      cleaned.text,
      buildDoubt('codes/looks-like', 'value', { kind: 'old-identity-card' }),
    )
  if (!/^\d{12}$/.test(cleaned.text)) return refuseForm('personal-number', cleaned.text)
  const facts = readFacts(cleaned.text)
  return accept(cleaned.text, facts, [...cleaned.doubts, ...compare(facts, checks)])
}

/**
 * Tells whether a value is a personal number in its one written form.
 *
 * @example
 * import { isPersonalNumber } from 'motcua/dossier/codes'
 * isPersonalNumber('038203012345') // true
 * isPersonalNumber('038 203 012345') // false: parse it first
 */
export function isPersonalNumber(value: unknown): value is PersonalNumber {
  return typeof value === 'string' && isExactly(value, parsePersonalNumber(value))
}
