/**
 * What came after a signature, as findings.
 *
 * @module
 */
import type { LocalizedText } from '../../errors.ts'
import type { DocumentDifference } from '../difference/change.ts'
import type { ValidationFinding } from '../finding.ts'

const sentences = {
  'validation/unchanged': {
    vi: 'không có gì thay đổi sau khi ký',
    en: 'nothing changed after the signature',
  },
  'validation/changed-as-allowed': {
    vi: 'sau khi ký chỉ có những thay đổi thông thường: lưu trữ lâu dài, điền biểu mẫu, ký thêm hoặc chú thích được phép',
    en: 'only ordinary changes came after the signature: archiving, filled-in forms, more signatures, allowed annotations',
  },
  'validation/changed-otherwise': {
    vi: 'tài liệu bị thay đổi sau khi ký ngoài những thay đổi thông thường',
    en: 'the document was changed after the signature in a way that no rule allows',
  },
} satisfies Record<string, LocalizedText>

/** More places than this are not listed. */
const MAX_LISTED = 20

/**
 * Checks what came after one signature.
 *
 * @param field - Full name of its field.
 */
export function checkLaterChanges(field: string, difference: DocumentDifference): ValidationFinding[] {
  const { level, changes } = difference
  const code =
    level === 'none'
      ? 'validation/unchanged'
      : level === 'other'
        ? 'validation/changed-otherwise'
        : 'validation/changed-as-allowed'
  const worst = changes.filter((change) => change.level === level)
  const places = worst.slice(0, MAX_LISTED).map(({ rule, path, pageNumber, object }) => {
    return { rule, path, pageNumber: pageNumber ?? null, object: object?.number ?? null }
  })
  return [
    {
      code,
      check: 'later-changes',
      outcome: level === 'other' ? 'failed' : 'ok',
      severity: level === 'other' ? 'error' : 'info',
      place: field,
      message: sentences[code],
      facts: { modification: level, changes: worst.length, places },
    },
  ]
}
