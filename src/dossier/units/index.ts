/**
 * Knows which administrative unit a code meant on which day, and what became of it.
 *
 * Code and day together are the identity: the map of 63 provinces and three tiers became 34 provinces and
 * two tiers on 1/7/2025, and codes were used again. Provinces are built in; communes are loaded as data.
 *
 * @module
 */
export {
  findPredecessors,
  findSuccessors,
  type UnitKey,
  type UnitSuccession,
} from './find-successors.ts'
export { compareUnits, findUnit, findUnits, findUnitsByName } from './find-unit.ts'
export { type CommuneLoading, loadCommunes } from './load-communes.ts'
export { findProvinceOfLetterCode, provinces } from './provinces.ts'
export type {
  AdministrativeUnit,
  UnitCertainty,
  UnitChange,
  UnitKind,
  UnitRegister,
} from './unit.ts'
