/**
 * Procedures (thủ tục hành chính) as they are published: papers, terms, fees, results, and their versions.
 *
 * A catalogue is a plain value: decisions are carried out on it, questions are asked of it with a day.
 *
 * @module
 */
export {
  type ChangeCount,
  countChanges,
  findCodeMappings,
  findFormerCodes,
  findProcedureOn,
  findProceduresOn,
  type ProcedureQuestion,
  type Quarter,
} from './ask-catalogue.ts'
export {
  Catalogue,
  type ChangeKind,
  type CodeMapping,
  changeKinds,
  checkCatalogue,
  Decision,
  type DecisionEntry,
  type DecisionItem,
  emptyCatalogue,
  ProcedureVersion,
} from './catalogue.ts'
export { checkPapers, type PaperQuestion } from './check-papers.ts'
export { checkProcedure } from './check-procedure.ts'
export {
  countFees,
  type FeeCandidate,
  type FeeChoice,
  type FeeCount,
  type FeeSituation,
} from './count-fees.ts'
export { type FieldGroup, fieldGroups, findFieldGroup } from './data/field-groups.ts'
export {
  type AnswersOf,
  type DossierOf,
  dossierOf,
  type FormOf,
  type PaperCodeOf,
  type ResultCodeOf,
} from './dossier-of.ts'
export type { FeeAmount, FeeItem, FeeRate } from './fee.ts'
export { findProcedure, procedures } from './find-procedure.ts'
export { importProcedureCsv, readStepTable, type StepTable } from './import/import-csv.ts'
export { type ImportOptions, importProcedures, type ProcedureImport } from './import/import-procedures.ts'
export { type CsvRow, parseCsv } from './import/parse-csv.ts'
export { buildCatalogueSchema, type CatalogueSchemaName, catalogueSchemaNames } from './json-schema.ts'
export {
  type FormField,
  type Manner,
  PROCEDURE_SCHEMA,
  Procedure,
  type PublishedStep,
  type RequiredPaper,
  type Source,
} from './procedure.ts'
export { publishDecision } from './publish-decision.ts'
export type { PublishedTerm, TermReading } from './published-term.ts'
