/**
 * Dossiers (hồ sơ) as data: schemas with the office's words, verdicts in Vietnamese and English.
 *
 * A schema and its type share a name. The history of a case is behind `motcua/dossier/history`, identity
 * numbers and codes behind `motcua/dossier/codes`, administrative units behind `motcua/dossier/units`, JSON Schema
 * behind `motcua/dossier/json-schema`.
 *
 * @module
 */
export {
  DOSSIER_SCHEMA,
  Dossier,
  FormAnswer,
  FormAnswers,
  type NarrowedDossier,
  narrowDossier,
  Progress,
  SupplementRound,
} from './dossier.ts'
export {
  type DuplicateCandidate,
  type DuplicateReason,
  type DuplicateReasonCode,
  findLikelyDuplicates,
  type LikelyDuplicate,
} from './duplicates.ts'
export { Feedback, Satisfaction } from './feedback.ts'
export { type Immutable, type JsonValue, patterned } from './fields.ts'
export { label, labels } from './labels.ts'
export {
  type AdminLevel,
  type ApplicantKind,
  type AppointmentCause,
  type Channel,
  closedLists,
  type DigitisationMoment,
  type DigitisedState,
  type NationalStatus,
  type PartialServiceReason,
  type Role,
  type ServiceLevel,
} from './lists.ts'
export { Fee, Payment, Receipt } from './money.ts'
export { OtherPaper, Paper, PostLeg, ResultDocument, StoredFile } from './papers.ts'
export { Address, Authorisation, IdentityPaper, Organisation, Party, Person } from './people.ts'
export { type ChangeCode, changeWords } from './reading/loose-values.ts'
export { judgeBytes, judgeNdjson, type LineVerdict, type NdjsonOptions } from './reading/ndjson.ts'
export { type Normalised, normaliseDossier } from './reading/normalise.ts'
export { type RuleCode, ruleWords } from './rules.ts'
export {
  findStatusGroup,
  isNextStatus,
  type StatusGroupName,
  type StatusTransitions,
  statusRules,
} from './status.ts'
export {
  buildStandardSchema,
  type DossierIssue,
  type DossierVerdict,
  labelOfPath,
  type StandardSchema,
  type ValidateOptions,
  validateDossier,
} from './validate.ts'
