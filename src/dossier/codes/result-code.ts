import { type AgencyCode, checkTop, parseAgencyCode } from './agency-code.ts'
import { buildDoubt } from './messages.ts'
import { accept, type CodeReading, cleanText, isExactly, type ReadingDay, refuseForm } from './reading.ts'

/** The code of a paper in a dossier (mã thành phần hồ sơ). */
export type ComponentCode = string & { readonly __brand: 'ComponentCode' }

/** The code of a kind of result (mã kết quả giải quyết). */
export type ResultCode = string & { readonly __brand: 'ResultCode' }

/** What a paper code says. */
export interface ComponentCodeFacts {
  readonly agency: AgencyCode
  /** `KQ`: the paper is itself a result of another procedure. */
  readonly isResult: boolean
  readonly number: string
}

/** What a result code says. */
export interface ResultCodeFacts {
  /** Letter code of the ministry or province. */
  readonly topCode: string
  readonly number: string
}

/**
 * Reads the code of a paper: `000.00.00.G09-KQ002269`.
 *
 * The form is read from the codes in use, not from an act, so it carries a hint. The prefix `KQ` marks papers
 * that are results of other procedures and can be looked up in the result store.
 *
 * @example
 * import { parseComponentCode } from 'motcua/dossier/codes'
 * parseComponentCode('000.00.00.G09-KQ002269').facts
 * // { agency: '000.00.00.G09', isResult: true, number: '002269' }
 */
export function parseComponentCode(
  text: string,
  day: ReadingDay = {},
): CodeReading<ComponentCode, ComponentCodeFacts> {
  const cleaned = cleanText(text)
  const match = /^([0-9A-Z.]+)-(KQ)?([0-9A-Z]+)$/.exec(cleaned.text)
  const [, agencyText = '', prefix, number = ''] = match ?? []
  const agency = parseAgencyCode(agencyText, day)
  if (match === null || !agency.ok) return refuseForm('component-code', cleaned.text)
  return accept(cleaned.text, { agency: agency.value, isResult: prefix === 'KQ', number }, [
    ...cleaned.doubts,
    ...agency.doubts,
    buildDoubt('codes/unverified-form', 'value', { kind: 'component-code' }),
  ])
}

/** Tells whether a value is a paper code in its one written form. */
export function isComponentCode(value: unknown): value is ComponentCode {
  return typeof value === 'string' && isExactly(value, parseComponentCode(value))
}

/**
 * Reads the code of a kind of result: `KQ.G07.000122`. The form is read from practice and carries a hint.
 *
 * @example
 * import { parseResultCode } from 'motcua/dossier/codes'
 * parseResultCode('KQ.G07.000122').facts // { topCode: 'G07', number: '000122' }
 */
export function parseResultCode(
  text: string,
  day: ReadingDay = {},
): CodeReading<ResultCode, ResultCodeFacts> {
  const cleaned = cleanText(text)
  const match = /^KQ\.([A-Y]\d{2})\.(\d{6})$/.exec(cleaned.text)
  if (match === null) return refuseForm('result-code', cleaned.text)
  const [, topCode = '', number = ''] = match
  return accept(cleaned.text, { topCode, number }, [
    ...cleaned.doubts,
    ...checkTop(topCode, 'characters 4-6', day),
    buildDoubt('codes/unverified-form', 'value', { kind: 'result-code' }),
  ])
}

/** Tells whether a value is a result code in its one written form. */
export function isResultCode(value: unknown): value is ResultCode {
  return typeof value === 'string' && isExactly(value, parseResultCode(value))
}
