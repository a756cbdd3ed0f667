/**
 * Counts what an agency must report: dossiers received, settled early, on time and late, in process.
 *
 * From events, as of the end of the period; every figure carries the cases behind it.
 *
 * @module
 */
export {
  type Cell,
  countForm06a,
  type Form06a,
  type Form06aInput,
  type Form06aRow,
} from './count-form-06a.ts'
export { type CaseFacts, type CaseStanding, readCaseFacts } from './read-case-facts.ts'
