import type { LocalizedText } from '../../errors.ts'
import { parseAgencyCode } from './agency-code.ts'
import { parseDossierCode } from './dossier-code.ts'
import { parseOldIdentityCard, parsePassportNumber } from './identity-paper.ts'
import { type CodeKind, kindWords } from './messages.ts'
import { parseHealthInsuranceCard, parsePhoneNumber, parseSocialInsuranceNumber } from './personal-codes.ts'
import { type PersonalNumberChecks, parsePersonalNumber } from './personal-number.ts'
import { parseProcedureCode, parseSectorCode } from './procedure-code.ts'
import type { CodeReading } from './reading.ts'
import { parseComponentCode, parseResultCode } from './result-code.ts'
import { parseEnterpriseCode, parseTaxCode, type TaxCodeChecks } from './tax-code.ts'

/** What may be known besides the text; each kind takes the part that concerns it. */
export interface CodeChecks extends PersonalNumberChecks, TaxCodeChecks {}

type Parse = (text: string, checks: CodeChecks) => CodeReading<string, unknown>

const parsers: Readonly<Record<CodeKind, Parse>> = {
  'personal-number': parsePersonalNumber,
  'old-identity-card': parseOldIdentityCard,
  passport: parsePassportNumber,
  'tax-code': parseTaxCode,
  'enterprise-code': parseEnterpriseCode,
  'agency-code': parseAgencyCode,
  'dossier-code': parseDossierCode,
  'procedure-code': parseProcedureCode,
  'sector-code': parseSectorCode,
  'component-code': parseComponentCode,
  'result-code': parseResultCode,
  phone: parsePhoneNumber,
  'social-insurance-number': parseSocialInsuranceNumber,
  'health-insurance-card': parseHealthInsuranceCard,
}

/** The kinds of code, each with its name in both languages, in the order in which a person would list them. */
export const codeKinds: readonly { readonly kind: CodeKind; readonly name: LocalizedText }[] = Object.entries(
  kindWords,
).flatMap(([kind, { name }]) => (isCodeKind(kind) ? [{ kind, name }] : []))

/** Tells whether text names a kind of code. */
export function isCodeKind(text: string): text is CodeKind {
  return Object.hasOwn(parsers, text)
}

/**
 * Reads text as a code of a kind that is known only when the program runs: a form field, a command line.
 *
 * @example
 * import { parseCode } from 'motcua/dossier/codes'
 * parseCode('tax-code', '0100112437').ok // true
 */
export function parseCode(
  kind: CodeKind,
  text: string,
  checks: CodeChecks = {},
): CodeReading<string, unknown> {
  return parsers[kind](text, checks)
}
