/**
 * The report as JSON.
 *
 * @module
 */
import { writeHex } from '../../bytes.ts'
import type { Language } from '../../errors.ts'
import type { ValidationReport } from '../verdict.ts'
import { describeVerdict } from './describe-verdict.ts'
import { escapeJson } from './safe-text.ts'

/**
 * Writes the report as JSON of the schema `validation-report`; bytes among the facts of findings become hexadecimal.
 *
 * What would steer a terminal or turn the direction of text is written as an escape.
 *
 * @example
 * import { verifyDocument, writeJsonReport } from 'motcua/validation'
 * import { instant } from 'motcua'
 * const report = await verifyDocument(new Uint8Array(9), { trust: [], at: instant('2026-09-01T09:00') })
 * JSON.parse(writeJsonReport(report)).schema // 'motcua/validation-report@1'
 */
export function writeJsonReport(report: ValidationReport): string {
  const replace = (_key: string, value: unknown): unknown => {
    if (value instanceof Uint8Array) return writeHex(value)
    return typeof value === 'bigint' ? String(value) : value
  }
  return `${escapeJson(JSON.stringify(report, replace, 2))}\n`
}

/**
 * Writes the short verdict of {@link describeVerdict} as JSON of the schema `verdict`, in one language, with the same
 * escapes.
 *
 * @example
 * import { verifyDocument, writeJsonVerdict } from 'motcua/validation'
 * import { instant } from 'motcua'
 * const report = await verifyDocument(new Uint8Array(9), { trust: [], at: instant('2026-09-01T09:00') })
 * JSON.parse(writeJsonVerdict(report, 'en')).document.indication // null
 */
export function writeJsonVerdict(report: ValidationReport, language: Language): string {
  return `${escapeJson(JSON.stringify(describeVerdict(report, language), null, 2))}\n`
}
