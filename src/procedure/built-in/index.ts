/**
 * Processes that are built in: as published by real agencies, and the interlinked groups.
 *
 * @module
 */
export { listBuiltInProcesses } from './built-in-processes.ts'
export {
  type BirthGroupCodes,
  type BirthGroupTerms,
  defineBirthCard2015,
  defineBirthGroup,
  defineBirthResidenceCard2015,
  type LegTerms,
} from './interlinked.ts'
export { defineLandAndTax, type TaxLeg } from './land-and-tax.ts'
