import type { IsoDate } from '../../date.ts'
import { MotcuaError } from '../../errors.ts'
import type { AgencyCode } from './agency-code.ts'
import { type DossierCode, parseDossierCode } from './dossier-code.ts'
import { messages } from './messages.ts'

/** Whose code, for which day. */
export interface DossierCodeRequest {
  readonly agency: AgencyCode
  /** Day on which the dossier was received. */
  readonly receivedDate: IsoDate
}

/**
 * Who gives out codes: the agency itself from a counter of the host, or a central service that is asked.
 *
 * The counter must give each number once per register, also when two counters at the desk ask at the same
 * moment; that is the host's promise, usually one row in its database.
 */
export type DossierCodeIssuer =
  | {
      readonly kind: 'agency'
      /** Gives the next number of a register, starting at 1. */
      readonly nextNumber: (register: string) => number | Promise<number>
    }
  | {
      readonly kind: 'centre'
      /** Asks the ministry's or the national service for a code (the operation called GetNextValue). */
      readonly requestCode: (request: DossierCodeRequest) => string | Promise<string>
    }

/** Largest order in a day that four digits can say. */
const LAST_OF_DAY = 9999

/**
 * Names the register from which an agency numbers its dossiers of a day.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { dossierRegisterOf, parseAgencyCode } from 'motcua/dossier/codes'
 * const agency = parseAgencyCode('000.00.64.H10').value
 * agency && dossierRegisterOf({ agency, receivedDate: isoDate('2023-05-15') })
 * // 'dossier-code/000.00.64.H10/2023-05-15'
 */
export function dossierRegisterOf({ agency, receivedDate }: DossierCodeRequest): string {
  return `dossier-code/${agency}/${receivedDate}`
}

/**
 * Builds the code of the n-th dossier of an agency's day (TT 01/2018/TT-VPCP, article 19).
 *
 * @param sequence - Order in the day, 1 to 9999.
 * @throws MotcuaError `codes/sequence-out-of-range` beyond four digits: the day's counter is wrong.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { buildDossierCode, parseAgencyCode } from 'motcua/dossier/codes'
 * const agency = parseAgencyCode('000.00.64.H10').value
 * agency && buildDossierCode({ agency, receivedDate: isoDate('2023-05-15') }, 11)
 * // '000.00.64.H10-230515-0011'
 */
export function buildDossierCode(
  { agency, receivedDate }: DossierCodeRequest,
  sequence: number,
): DossierCode {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > LAST_OF_DAY)
    throw new MotcuaError(messages, 'codes/sequence-out-of-range', { sequence })
  const day = receivedDate.slice(2).replaceAll('-', '')
  return `${agency}-${day}-${String(sequence).padStart(4, '0')}` as DossierCode
}

/**
 * Gives a dossier its code: counted per agency and day, or asked for where a central service issues codes.
 *
 * A code that another system issues is never computed here, however well its form is known: two systems
 * that count would one day give the same code twice.
 *
 * @throws MotcuaError `codes/not-a-dossier-code` when the central service answers with something else.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { issueDossierCode, parseAgencyCode } from 'motcua/dossier/codes'
 * const agency = parseAgencyCode('000.00.64.H10').value
 * const counted = new Map<string, number>()
 * const nextNumber = (register: string) => {
 *   const next = (counted.get(register) ?? 0) + 1
 *   counted.set(register, next)
 *   return next
 * }
 * if (agency) {
 *   const request = { agency, receivedDate: isoDate('2023-05-15') }
 *   await issueDossierCode(request, { kind: 'agency', nextNumber }) // '000.00.64.H10-230515-0001'
 *   await issueDossierCode(request, { kind: 'agency', nextNumber }) // '000.00.64.H10-230515-0002'
 * }
 */
export async function issueDossierCode(
  request: DossierCodeRequest,
  issuer: DossierCodeIssuer,
): Promise<DossierCode> {
  if (issuer.kind === 'agency')
    return buildDossierCode(request, await issuer.nextNumber(dossierRegisterOf(request)))
  const answer = await issuer.requestCode(request)
  const reading = parseDossierCode(answer)
  if (reading.ok) return reading.value
  throw new MotcuaError(messages, 'codes/not-a-dossier-code', { length: answer.length })
}
