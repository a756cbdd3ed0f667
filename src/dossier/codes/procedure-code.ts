import { type AgencyCode, checkTop, parseAgencyCode } from './agency-code.ts'
import { accept, type CodeReading, cleanText, isExactly, type ReadingDay, refuseForm } from './reading.ts'

/** The code of an administrative procedure (mã thủ tục hành chính), national or localised. */
export type ProcedureCode = string & { readonly __brand: 'ProcedureCode' }

/** The code of a procedure in the national database: `1.001193`. */
export type NationalProcedureCode = ProcedureCode & { readonly __national: true }

/** The code of a field of work (mã lĩnh vực). */
export type SectorCode = string & { readonly __brand: 'SectorCode' }

/** What a procedure code says. */
export type ProcedureCodeFacts =
  | { readonly form: 'national'; readonly national: NationalProcedureCode }
  | {
      readonly form: 'localised'
      readonly national: NationalProcedureCode
      /** The agency under whose identifier the procedure was localised. */
      readonly agency: AgencyCode
    }

/** What a sector code says. */
export interface SectorCodeFacts {
  /** Letter code of the ministry or province. */
  readonly topCode: string
  readonly sector: string
}

/** Characters of a national code, with which a localised one begins. */
const NATIONAL_LENGTH = 8

/**
 * Reads the code of a procedure: national `1.001193` or localised `1.001193.000.00.00.H41`.
 *
 * A localised code keeps the identifier of the province that localised it, also after that province was
 * merged; with a day in `on` that is said as a hint.
 *
 * @example
 * import { parseProcedureCode } from 'motcua/dossier/codes'
 * parseProcedureCode('1.001193.000.00.00.H41').facts
 * // { form: 'localised', national: '1.001193', agency: '000.00.00.H41' }
 */
export function parseProcedureCode(
  text: string,
  day: ReadingDay = {},
): CodeReading<ProcedureCode, ProcedureCodeFacts> {
  const cleaned = cleanText(text)
  const national = cleaned.text.slice(0, NATIONAL_LENGTH) as NationalProcedureCode
  if (!/^[123]\.\d{6}$/.test(national)) return refuseForm('procedure-code', cleaned.text)
  if (cleaned.text.length === NATIONAL_LENGTH)
    return accept(national, { form: 'national', national }, cleaned.doubts)
  const agency = parseAgencyCode(cleaned.text.slice(NATIONAL_LENGTH + 1), day)
  if (cleaned.text[NATIONAL_LENGTH] !== '.' || !agency.ok || agency.facts.form !== 'old')
    return refuseForm('procedure-code', cleaned.text)
  return accept(cleaned.text, { form: 'localised', national, agency: agency.value }, [
    ...cleaned.doubts,
    ...agency.doubts,
  ])
}

/** Tells whether a value is a procedure code in its one written form. */
export function isProcedureCode(value: unknown): value is ProcedureCode {
  return typeof value === 'string' && isExactly(value, parseProcedureCode(value))
}

/**
 * Gives the national code that a procedure code stands for.
 *
 * @example
 * import { parseProcedureCode, toNationalCode } from 'motcua/dossier/codes'
 * const { value } = parseProcedureCode('1.004616.000.00.00.H56')
 * value && toNationalCode(value) // '1.004616'
 */
export function toNationalCode(code: ProcedureCode): NationalProcedureCode {
  return code.slice(0, NATIONAL_LENGTH) as NationalProcedureCode
}

/**
 * Reads the code of a field of work, `MX1X2-LV` (TT 01/2018/TT-VPCP, article 20).
 *
 * @example
 * import { parseSectorCode } from 'motcua/dossier/codes'
 * parseSectorCode('G15-HT01').facts // { topCode: 'G15', sector: 'HT01' }
 */
export function parseSectorCode(
  text: string,
  day: ReadingDay = {},
): CodeReading<SectorCode, SectorCodeFacts> {
  const cleaned = cleanText(text)
  const match = /^([A-Z]\d{2})-([0-9A-Z]+)$/.exec(cleaned.text)
  if (match === null) return refuseForm('sector-code', cleaned.text)
  const [, topCode = '', sector = ''] = match
  return accept(cleaned.text, { topCode, sector }, [
    ...cleaned.doubts,
    ...checkTop(topCode, 'characters 1-3', day),
  ])
}

/** Tells whether a value is a sector code in its one written form. */
export function isSectorCode(value: unknown): value is SectorCode {
  return typeof value === 'string' && isExactly(value, parseSectorCode(value))
}
