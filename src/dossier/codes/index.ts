/**
 * Reads the numbers and codes of Vietnamese administration, and explains every doubt about them.
 *
 * `parse…` takes text as people type it and gives the one written form, what the code says, and the doubts;
 * only a wrong form, a wrong check digit or an impossible day refuses it. `is…` accepts the written form only.
 *
 * @module
 */
export { type AgencyCode, type AgencyCodeFacts, isAgencyCode, parseAgencyCode } from './agency-code.ts'
export { type DossierCode, type DossierCodeFacts, isDossierCode, parseDossierCode } from './dossier-code.ts'
export {
  isOldIdentityCard,
  isPassportNumber,
  type OldIdentityCard,
  type OldIdentityCardFacts,
  type PassportFacts,
  type PassportNumber,
  parseOldIdentityCard,
  parsePassportNumber,
} from './identity-paper.ts'
export {
  buildDossierCode,
  type DossierCodeIssuer,
  type DossierCodeRequest,
  dossierRegisterOf,
  issueDossierCode,
} from './issue-dossier-code.ts'
export type { CodeKind } from './messages.ts'
export { type CodeChecks, codeKinds, isCodeKind, parseCode } from './parse-code.ts'
export {
  type HealthInsuranceCard,
  type HealthInsuranceFacts,
  isHealthInsuranceCard,
  isPhoneNumber,
  isSocialInsuranceNumber,
  type PhoneFacts,
  type PhoneNumber,
  parseHealthInsuranceCard,
  parsePhoneNumber,
  parseSocialInsuranceNumber,
  type SocialInsuranceNumber,
} from './personal-codes.ts'
export {
  isPersonalNumber,
  type PersonalNumber,
  type PersonalNumberChecks,
  type PersonalNumberFacts,
  parsePersonalNumber,
  type Sex,
} from './personal-number.ts'
export {
  isProcedureCode,
  isSectorCode,
  type NationalProcedureCode,
  type ProcedureCode,
  type ProcedureCodeFacts,
  parseProcedureCode,
  parseSectorCode,
  type SectorCode,
  type SectorCodeFacts,
  toNationalCode,
} from './procedure-code.ts'
export type { CodeReading, ReadCode, ReadingDay, UnreadCode } from './reading.ts'
export {
  type ComponentCode,
  type ComponentCodeFacts,
  isComponentCode,
  isResultCode,
  parseComponentCode,
  parseResultCode,
  type ResultCode,
  type ResultCodeFacts,
} from './result-code.ts'
export {
  type EnterpriseCode,
  type EnterpriseCodeFacts,
  isEnterpriseCode,
  isTaxCode,
  parseEnterpriseCode,
  parseTaxCode,
  type TaxCode,
  type TaxCodeChecks,
  type TaxCodeFacts,
} from './tax-code.ts'
