/**
 * How much of the file a signature covers, as a finding.
 *
 * @module
 */
import type { SignatureFacts } from '../facts/collect.ts'
import type { ValidationFinding } from '../finding.ts'
import { makeFinding } from '../sentences.ts'

const codes = {
  'entire-file': 'validation/coverage-file',
  'entire-revision': 'validation/coverage-revision',
  partial: 'validation/coverage-partial',
  broken: 'validation/coverage-broken',
} as const

/** Says what a signature covers. */
export function checkCoverage({ coverage, found }: SignatureFacts): ValidationFinding {
  return makeFinding(codes[coverage], found.field.name, { byteRange: found.byteRange ?? [] })
}
