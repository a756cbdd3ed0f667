/**
 * Processes that are built in: as published by real agencies, and the interlinked groups.
 *
 * @module
 */
export { listBuiltInProcesses } from './built-in-processes.ts'
export {
  type BirthGroupTerms,
  birthCard2015,
  birthResidenceCard2015,
  defineBirthGroup,
} from './interlinked.ts'
export { defineLandAndTax } from './land-and-tax.ts'
