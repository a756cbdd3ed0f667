import type { IsoDate } from '../../date.ts'
import { compareText, composeText, foldText } from '../../text.ts'
import type { AdministrativeUnit, UnitRegister } from './unit.ts'

/** Tells whether a unit was what it is on a day. */
function isValidOn(unit: AdministrativeUnit, date: IsoDate): boolean {
  return unit.validFrom <= date && (unit.validTo === undefined || date <= unit.validTo)
}

/** Orders units as a Vietnamese reader expects: by name (a ă â, d đ, tones after letters), then by code. */
export function compareUnits(a: AdministrativeUnit, b: AdministrativeUnit): number {
  return compareText(a.name, b.name) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
}

/**
 * Finds the unit that a code stood for on a day.
 *
 * @param register - The built-in {@link provinces}, or what {@link loadCommunes} gave.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { findUnit, provinces } from 'motcua/dossier/units'
 * findUnit(provinces, '15', isoDate('2025-06-30'))?.name // 'Yên Bái'
 * findUnit(provinces, '15', isoDate('2025-07-01'))?.name // 'Lào Cai'
 */
export function findUnit(
  register: UnitRegister,
  code: string,
  date: IsoDate,
): AdministrativeUnit | undefined {
  return register.units.find((unit) => unit.code === code && isValidOn(unit, date))
}

/**
 * Finds all units of a day, in Vietnamese order.
 *
 * @param parent - Code of the unit above, to have only its members.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { findUnits, provinces } from 'motcua/dossier/units'
 * findUnits(provinces, isoDate('2025-06-30')).length // 63
 * findUnits(provinces, isoDate('2025-07-01')).length // 34
 */
export function findUnits(
  register: UnitRegister,
  date: IsoDate,
  parent?: string,
): readonly AdministrativeUnit[] {
  return register.units
    .filter((unit) => isValidOn(unit, date) && (parent === undefined || unit.parent === parent))
    .sort(compareUnits)
}

/** The words for a kind of unit that people write before a name, folded. */
const kindWords =
  /^(?:thanh pho|tinh|tp|quan|huyen|thi xa|thi tran|phuong|xa|dac khu|dac khu kinh te|tx|tt)\s+(?=\S)/

/** Folds a name and drops punctuation, so that "TP. Hồ Chí Minh" and "tp ho chi minh" meet. */
function foldName(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The forms under which a name is looked up: whole, and without the word for its kind. */
function keysOf(name: string): readonly string[] {
  const whole = foldName(name)
  const bare = whole.replace(kindWords, '')
  return bare === whole ? [whole] : [whole, bare]
}

/** Tells whether a unit goes by one of the keys. */
function answersTo(unit: AdministrativeUnit, keys: readonly string[]): boolean {
  return [unit.name, ...(unit.aliases ?? [])].some((name) => keys.includes(foldName(name)))
}

/**
 * Finds units by name, with or without diacritics, the word for the kind, or the usual short forms.
 *
 * Where a name fits several units, those written with exactly these diacritics come first.
 *
 * @param date - Day whose units are searched; without it units of all times are found.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { findUnitsByName, provinces } from 'motcua/dossier/units'
 * findUnitsByName(provinces, 'tinh thanh hoa').map((unit) => unit.code) // ['38']
 * findUnitsByName(provinces, 'TP. HCM', isoDate('2026-01-01')).map((unit) => unit.name) // ['Hồ Chí Minh']
 */
export function findUnitsByName(
  register: UnitRegister,
  name: string,
  date?: IsoDate,
): readonly AdministrativeUnit[] {
  const keys = keysOf(name)
  const written = composeText(name).toLowerCase()
  const isExact = (unit: AdministrativeUnit): boolean => written.includes(unit.name.toLowerCase())
  return register.units
    .filter((unit) => (date === undefined || isValidOn(unit, date)) && answersTo(unit, keys))
    .sort(
      (a, b) =>
        Number(isExact(b)) - Number(isExact(a)) || compareUnits(a, b) || (a.validFrom < b.validFrom ? -1 : 1),
    )
}
