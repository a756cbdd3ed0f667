/**
 * Whether what came after a signature is what DocMDP, FieldMDP and locks allow.
 *
 * @module
 */
import type { LocalizedText } from '../../errors.ts'
import type { DocumentDifference } from '../difference/change.ts'
import type { ValidationFinding } from '../finding.ts'

const sentences = {
  'validation/changes-permitted': {
    vi: 'các thay đổi sau khi ký nằm trong quyền mà chữ ký cho phép',
    en: 'what came after the signature is what it permits',
  },
  'validation/changes-forbidden': {
    vi: 'có thay đổi sau khi ký mà chữ ký không cho phép (DocMDP hoặc trường bị khoá)',
    en: 'something came after the signature that it does not permit (DocMDP or a locked field)',
  },
} satisfies Record<string, LocalizedText>

/**
 * Checks the permissions of one signature.
 *
 * @param field - Full name of its field.
 */
export function checkPermission(field: string, difference: DocumentDifference): ValidationFinding[] {
  const { isPermitted, level, changes } = difference
  // Changes that no rule explains are said by the check of later changes; no permission covers them.
  const isLocked = changes.some(({ rule }) => rule === 'change/locked-field')
  if (!isPermitted && level === 'other' && !isLocked) return []
  const code = isPermitted ? 'validation/changes-permitted' : 'validation/changes-forbidden'
  return [
    {
      code,
      check: 'permission',
      outcome: isPermitted ? 'ok' : 'failed',
      severity: isPermitted ? 'info' : 'error',
      place: field,
      message: sentences[code],
      facts: { modification: level },
    },
  ]
}
