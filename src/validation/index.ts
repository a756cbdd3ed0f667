/**
 * Judges the signatures of PDF documents: facts, then findings, then a verdict in the words of EN 319 102-1.
 *
 * @module
 */
export { analyseDifference } from './difference/analyse.ts'
export {
  type AttackName,
  attackNames,
  type DocumentChange,
  type DocumentDifference,
  type ModificationLevel,
  modificationLevels,
  type RecognisedAttack,
} from './difference/change.ts'
export { measureCoverage } from './difference/coverage.ts'
export type { EvidenceInput } from './facts/evidence.ts'
export { type CheckName, type CheckOutcome, checkNames, type ValidationFinding } from './finding.ts'
export type { ValidationSources } from './inquiry.ts'
export type { DocumentOptions, VerifierOptions } from './options.ts'
export {
  builtInPolicies,
  etsiPolicy,
  type PolicyWeight,
  type ValidationPolicy,
  vietnamPolicy,
} from './policy.ts'
export { readPolicy } from './read-policy.ts'
export {
  describeVerdict,
  type ShortFinding,
  type ShortSignature,
  type ShortVerdict,
} from './report/describe-verdict.ts'
export { type ReportSchema, validationSchemas } from './report/json-schema.ts'
export { explainReport, explainSignature, isAllPassed, type VerdictTone } from './report/plain-words.ts'
export { type HtmlReportOptions, writeHtmlReport } from './report/write-html.ts'
export { writeJsonReport, writeJsonVerdict } from './report/write-json.ts'
export { writeTextReport } from './report/write-text.ts'
export { writeXmlReport } from './report/write-xml.ts'
export {
  readTrustStore,
  type TrustAnchor,
  type TrustOptions,
  type TrustPurpose,
  type TrustStore,
} from './trust.ts'
export type {
  BaselineLevel,
  Coverage,
  DocumentReport,
  Indication,
  PageShape,
  SignatureReport,
  SignerReport,
  SubIndication,
  ValidationReport,
} from './verdict.ts'
export { createVerifier, type DocumentVerifier, verifyDocument } from './verify.ts'
export { type DetachedOptions, type DetachedSignature, verifyDetached } from './verify-detached.ts'
