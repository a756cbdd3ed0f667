/**
 * Attacks recognised by name, as findings.
 *
 * @module
 */
import type { LocalizedText } from '../../errors.ts'
import type { AttackName, DocumentDifference, RecognisedAttack } from '../difference/change.ts'
import type { ValidationFinding } from '../finding.ts'

/** What each attack is called. */
const names: Readonly<Record<AttackName, LocalizedText>> = {
  'universal-forgery': { vi: 'giả mạo chữ ký bằng dữ liệu ký hỏng', en: 'universal signature forgery' },
  'incremental-saving': { vi: 'tấn công ghi thêm vào cuối tệp', en: 'incremental saving attack' },
  'signature-wrapping': { vi: 'tấn công bọc chữ ký', en: 'signature wrapping attack' },
  'shadow-hide': { vi: 'tấn công bóng (gỡ lớp che)', en: 'shadow attack (hide)' },
  'shadow-replace': { vi: 'tấn công bóng (thay nội dung)', en: 'shadow attack (replace)' },
  'shadow-hide-and-replace': { vi: 'tấn công bóng (giấu và thay)', en: 'shadow attack (hide and replace)' },
  'evil-annotation': { vi: 'tấn công chú thích che nội dung', en: 'evil annotation attack' },
  'sneaky-signature': { vi: 'tấn công khung chữ ký che nội dung', en: 'sneaky signature attack' },
}

/** Makes the finding of one attack. */
function describe(field: string, attack: RecognisedAttack): ValidationFinding {
  const { name, variant, stage, place, pageNumber, message } = attack
  const isCarriedOut = stage === 'carried-out'
  const title = names[name]
  const vi = isCarriedOut ? title.vi : `dấu hiệu của ${title.vi}`
  const en = isCarriedOut ? title.en : `signs of a ${title.en}`
  return {
    code: `validation/attack-${name}`,
    check: 'attack',
    outcome: isCarriedOut ? 'failed' : 'warning',
    severity: isCarriedOut ? 'error' : 'warning',
    place: place === '' ? field : place,
    message: { vi: `${vi}: ${message.vi}`, en: `${en}: ${message.en}` },
    facts: { attack: name, variant, stage, field, pageNumber: pageNumber ?? null },
  }
}

/**
 * Says which attacks a signature looks like; no finding where it looks like none.
 *
 * @param field - Full name of its field.
 */
export function checkAttack(field: string, { attacks }: DocumentDifference): ValidationFinding[] {
  return attacks.map((attack) => describe(field, attack))
}
