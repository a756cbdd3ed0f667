/**
 * The report as JSON.
 *
 * @module
 */
import { writeHex } from '../../bytes.ts'
import type { ValidationReport } from '../verdict.ts'

/**
 * Writes the report as JSON of the schema `validation-report`; bytes among the facts of findings become hexadecimal.
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
  return `${JSON.stringify(report, replace, 2)}\n`
}
