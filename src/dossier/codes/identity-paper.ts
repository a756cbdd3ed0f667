import { isoDate } from '../../date.ts'
import type { Finding } from '../../finding.ts'
import { buildDoubt } from './messages.ts'
import { accept, type CodeReading, cleanText, isExactly, type ReadingDay, refuseForm } from './reading.ts'

/** The number of an old identity card (chứng minh nhân dân, CMND). */
export type OldIdentityCard = string & { readonly __brand: 'OldIdentityCard' }

/** Which series an old identity card belongs to. */
export interface OldIdentityCardFacts {
  readonly series: 'nine-digits' | 'twelve-digits'
}

/** The number of a Vietnamese passport. */
export type PassportNumber = string & { readonly __brand: 'PassportNumber' }

/** What a passport number says. */
export interface PassportFacts {
  /** The letter of the series. */
  readonly series: string
}

/** The day from which old identity cards are no longer valid; from memory of the act, not from its text. */
const idCardsEnd = { since: isoDate('2025-01-01'), basis: 'Luật Căn cước 26/2023/QH15' }

/** Tells that old identity cards are out of use, where the day in question is that late. */
function checkValidity({ on }: ReadingDay): readonly Finding[] {
  const isOver = on !== undefined && on >= idCardsEnd.since
  return isOver ? [buildDoubt('codes/no-longer-valid', 'value', idCardsEnd)] : []
}

/**
 * Reads the number of an old identity card: nine digits, or twelve in one old series.
 *
 * The cards have not been valid since 1/1/2025, and the numbers are still met in records. Twelve digits can
 * as well be a personal number; nothing in them tells the two apart, so that is said as a doubt.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { parseOldIdentityCard } from 'motcua/dossier/codes'
 * parseOldIdentityCard('171234567', { on: isoDate('2026-03-02') }).doubts[0]?.code // 'codes/no-longer-valid'
 */
export function parseOldIdentityCard(
  text: string,
  day: ReadingDay = {},
): CodeReading<OldIdentityCard, OldIdentityCardFacts> {
  const cleaned = cleanText(text, '.-')
  if (/^\d{9}$/.test(cleaned.text))
    return accept(cleaned.text, { series: 'nine-digits' }, [...cleaned.doubts, ...checkValidity(day)])
  if (!/^\d{12}$/.test(cleaned.text)) return refuseForm('old-identity-card', cleaned.text)
  return accept(cleaned.text, { series: 'twelve-digits' }, [
    ...cleaned.doubts,
    buildDoubt('codes/looks-like', 'value', { kind: 'personal-number' }),
    ...checkValidity(day),
  ])
}

/** Tells whether a value is the number of an old identity card in its one written form. */
export function isOldIdentityCard(value: unknown): value is OldIdentityCard {
  return typeof value === 'string' && isExactly(value, parseOldIdentityCard(value))
}

/**
 * Reads the number of a Vietnamese passport: a letter and seven digits.
 *
 * Passports of other countries have other forms and are not read here.
 *
 * @example
 * import { parsePassportNumber } from 'motcua/dossier/codes'
 * parsePassportNumber('c1234567').value // 'C1234567'
 */
export function parsePassportNumber(text: string): CodeReading<PassportNumber, PassportFacts> {
  const cleaned = cleanText(text)
  if (!/^[A-Z]\d{7}$/.test(cleaned.text)) return refuseForm('passport', cleaned.text)
  return accept(cleaned.text, { series: cleaned.text.slice(0, 1) }, cleaned.doubts)
}

/** Tells whether a value is the number of a Vietnamese passport in its one written form. */
export function isPassportNumber(value: unknown): value is PassportNumber {
  return typeof value === 'string' && isExactly(value, parsePassportNumber(value))
}
