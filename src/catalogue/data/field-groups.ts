import type { LocalizedText } from '../../errors.ts'
import { foldText } from '../../text.ts'
import type { Procedure } from '../procedure.ts'

/** The seven groups of fields in which a commune settles procedures (practice of a commune's one-stop unit). */
export const fieldGroups = {
  'home-affairs': { vi: 'Nội vụ, thi đua khen thưởng', en: 'Home affairs, emulation and rewards' },
  'land-construction': { vi: 'Địa chính, xây dựng', en: 'Land and construction' },
  justice: { vi: 'Tư pháp, hộ tịch', en: 'Justice and civil status' },
  culture: { vi: 'Văn hóa, thể dục thể thao, du lịch', en: 'Culture, sports and tourism' },
  social: { vi: 'Người có công, bảo trợ xã hội', en: 'People of merit and social protection' },
  agriculture: { vi: 'Nông nghiệp, nông thôn', en: 'Agriculture and rural areas' },
  education: { vi: 'Giáo dục', en: 'Education' },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** One of the seven groups of fields. */
export type FieldGroup = keyof typeof fieldGroups

/** Words, folded, by which the name of a field belongs to a group; the first that fits. */
const words: readonly (readonly [FieldGroup, RegExp])[] = [
  ['justice', /ho tich|chung thuc|tu phap|quoc tich|nuoi con nuoi|hoa giai/],
  ['land-construction', /dat dai|dia chinh|xay dung|quy hoach|nha o/],
  ['home-affairs', /noi vu|cong chuc|vien chuc|thi dua|khen thuong|ton giao|to chuc hanh chinh/],
  ['social', /nguoi co cong|bao tro xa hoi|giam ngheo|ho ngheo|tre em/],
  ['culture', /van hoa|the thao|the duc|du lich|gia dinh|thu vien/],
  ['agriculture', /nong nghiep|nong thon|lam nghiep|thuy san|thuy loi|chan nuoi|trong trot/],
  ['education', /giao duc|dao tao/],
]

/**
 * Finds the group of fields that a procedure belongs to; fields beyond the seven groups have none.
 *
 * @example
 * import { findFieldGroup, findProcedure } from 'motcua/catalogue'
 * findFieldGroup(findProcedure('2.000908')) // 'justice'
 */
export function findFieldGroup({ field }: Pick<Procedure, 'field'>): FieldGroup | undefined {
  const folded = foldText(field.name)
  return words.find(([, pattern]) => pattern.test(folded))?.[0]
}
