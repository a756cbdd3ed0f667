import { addDays, type IsoDate } from '../../date.ts'
import { findUnit } from './find-unit.ts'
import type { AdministrativeUnit, UnitChange, UnitRegister } from './unit.ts'

/** A unit together with the changes that lead to it, so that a document can cite them. */
export interface UnitSuccession {
  readonly unit: AdministrativeUnit
  /** In the order in which they took effect; empty when nothing changed. */
  readonly changes: readonly UnitChange[]
}

/** A code on a day: what identifies a unit. */
export interface UnitKey {
  readonly code: string
  readonly on: IsoDate
}

/** The change that ended a unit, if its end came before or on the day. */
function findEnd(register: UnitRegister, unit: AdministrativeUnit, until: IsoDate): UnitChange | undefined {
  if (unit.validTo === undefined || unit.validTo >= until) return undefined
  const day = addDays(unit.validTo, 1)
  return register.changes.find((change) => change.effectiveFrom === day && change.from.includes(unit.code))
}

/** The change that made a unit, if it came after the day. */
function findBeginning(
  register: UnitRegister,
  unit: AdministrativeUnit,
  since: IsoDate,
): UnitChange | undefined {
  if (unit.validFrom <= since) return undefined
  return register.changes.find(
    (change) => change.effectiveFrom === unit.validFrom && change.to.includes(unit.code),
  )
}

/** Keeps one way to each unit: two units that were joined lead to the same one. */
function joinEqual(successions: readonly UnitSuccession[]): readonly UnitSuccession[] {
  return successions.filter(
    (succession, index) => successions.findIndex(({ unit }) => unit === succession.unit) === index,
  )
}

/**
 * Finds what became of a unit by a later day, with the acts that changed it.
 *
 * A province has one successor; a commune that was divided has several. A unit that ended without a recorded
 * successor has none.
 *
 * @param key - Code and the day on which it meant the unit.
 * @param until - The later day.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { findSuccessors, provinces } from 'motcua/dossier/units'
 * const [now] = findSuccessors(provinces, { code: '67', on: isoDate('2024-03-01') }, isoDate('2026-01-01'))
 * now?.unit.name // 'Lâm Đồng' (Đắk Nông joined it)
 * now?.changes[0]?.act // 'NQ 202/2025/QH15, điều 1, khoản 14'
 */
export function findSuccessors(
  register: UnitRegister,
  key: UnitKey,
  until: IsoDate,
): readonly UnitSuccession[] {
  const unit = findUnit(register, key.code, key.on)
  if (unit === undefined) return []
  if (unit.validTo === undefined || unit.validTo >= until) return [{ unit, changes: [] }]
  const change = findEnd(register, unit, until)
  if (change === undefined) return []
  return joinEqual(
    change.to
      .flatMap((code) => findSuccessors(register, { code, on: change.effectiveFrom }, until))
      .map((next) => ({ unit: next.unit, changes: [change, ...next.changes] })),
  )
}

/**
 * Finds the units of an earlier day out of which a unit was made, with the acts in between.
 *
 * @param key - Code and the day on which it means the unit.
 * @param since - The earlier day.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { findPredecessors, provinces } from 'motcua/dossier/units'
 * const before = findPredecessors(provinces, { code: '68', on: isoDate('2026-01-01') }, isoDate('2025-06-30'))
 * before.map(({ unit }) => unit.name) // ['Đắk Nông', 'Bình Thuận', 'Lâm Đồng']
 */
export function findPredecessors(
  register: UnitRegister,
  key: UnitKey,
  since: IsoDate,
): readonly UnitSuccession[] {
  const unit = findUnit(register, key.code, key.on)
  if (unit === undefined) return []
  if (unit.validFrom <= since) return [{ unit, changes: [] }]
  const change = findBeginning(register, unit, since)
  if (change === undefined) return []
  const dayBefore = addDays(change.effectiveFrom, -1)
  return joinEqual(
    change.from
      .flatMap((code) => findPredecessors(register, { code, on: dayBefore }, since))
      .map((earlier) => ({ unit: earlier.unit, changes: [...earlier.changes, change] })),
  )
}
