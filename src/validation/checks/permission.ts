/**
 * Whether what came after a signature is what DocMDP, FieldMDP and locks allow, and the policy where they are silent.
 *
 * @module
 */
import type { LocalizedText } from '../../errors.ts'
import type { DocMdpLevel } from '../../signature/index.ts'
import { type DocumentDifference, type ModificationLevel, modificationLevels } from '../difference/change.ts'
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
  'validation/changes-beyond-policy': {
    vi: 'có thay đổi sau khi ký vượt mức mà chính sách kiểm tra chấp nhận',
    en: 'something came after the signature that the policy does not put up with',
  },
} satisfies Record<string, LocalizedText>

/** What decides where DocMDP and locks allow the changes. */
export interface PermissionTerms {
  /** DocMDP of the signature; where there is one, it says what is allowed. */
  readonly docMdp: DocMdpLevel | undefined
  /** The policy's bound where there is none. */
  readonly mostModification: ModificationLevel
}

/** Tells whether changes go further than a policy puts up with. */
function isBeyond({ level }: DocumentDifference, { docMdp, mostModification }: PermissionTerms): boolean {
  return (
    docMdp === undefined && modificationLevels.indexOf(level) > modificationLevels.indexOf(mostModification)
  )
}

/**
 * Checks the permissions of one signature.
 *
 * @param field - Full name of its field.
 */
export function checkPermission(
  field: string,
  difference: DocumentDifference,
  terms: PermissionTerms,
): ValidationFinding[] {
  const { isPermitted, level, changes } = difference
  // Changes that no rule explains are said by the check of later changes; no permission covers them.
  const isLocked = changes.some(({ rule }) => rule === 'change/locked-field')
  if (!isPermitted && level === 'other' && !isLocked) return []
  const isAllowed = isPermitted && !isBeyond(difference, terms)
  const refusal = isPermitted ? 'validation/changes-beyond-policy' : 'validation/changes-forbidden'
  const code = isAllowed ? 'validation/changes-permitted' : refusal
  return [
    {
      code,
      check: 'permission',
      outcome: isAllowed ? 'ok' : 'failed',
      severity: isAllowed ? 'info' : 'error',
      place: field,
      message: sentences[code],
      facts: { modification: level },
    },
  ]
}
