/**
 * Procedures (thủ tục hành chính) as they are published: papers, terms, fees, results, and their versions.
 *
 * @module
 */
export { FeeAmount, FeeItem, FeeRate } from './fee.ts'
export { findProcedure, procedures } from './find-procedure.ts'
export {
  FormField,
  Manner,
  PROCEDURE_SCHEMA,
  Procedure,
  PublishedStep,
  RequiredPaper,
  Source,
} from './procedure.ts'
export { PublishedTerm, TermReading } from './published-term.ts'
