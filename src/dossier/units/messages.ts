import type { LocalizedText } from '../../errors.ts'
import type { Finding, FindingSeverity } from '../../finding.ts'

/** Every finding about a table of communes with its facts. */
export interface CommuneFindingTable {
  'units/not-json': { length: number }
  'units/not-a-table': { expected: string }
  'units/unknown-field': { field: string }
  'units/wrong-value': { field: string; expected: string }
  'units/unknown-parent': { parent: string }
  'units/overlap': { code: string }
  'units/unknown-in-change': { code: string; side: 'from' | 'to' }
}

/** One of the codes above. */
export type CommuneFindingCode = keyof CommuneFindingTable

type Sentences = {
  readonly [C in CommuneFindingCode]: {
    readonly severity: FindingSeverity
    readonly vi: (facts: CommuneFindingTable[C]) => string
    readonly en: (facts: CommuneFindingTable[C]) => string
    readonly remedy: LocalizedText
  }
}

/** What each finding says and what to do about it. */
export const communeFindings: Sentences = {
  'units/not-json': {
    severity: 'error',
    vi: ({ length }) => `không đọc được JSON (${length} ký tự)`,
    en: ({ length }) => `not readable as JSON (${length} characters)`,
    remedy: { vi: 'kiểm tra tệp dữ liệu và mã hóa UTF-8', en: 'check the file and that it is UTF-8' },
  },
  'units/not-a-table': {
    severity: 'error',
    vi: ({ expected }) => `không phải bảng đơn vị hành chính: cần ${expected}`,
    en: ({ expected }) => `not a table of units: ${expected} is wanted`,
    remedy: {
      vi: 'viết theo lược đồ schemas/communes.schema.json',
      en: 'write it as schemas/communes.schema.json says',
    },
  },
  'units/unknown-field': {
    severity: 'warning',
    vi: ({ field }) => `trường ${field} không được đọc`,
    en: ({ field }) => `the field ${field} was not read`,
    remedy: { vi: 'bỏ trường này hoặc sửa tên', en: 'remove the field or correct its name' },
  },
  'units/wrong-value': {
    severity: 'error',
    vi: ({ field, expected }) => `${field} không hợp lệ: cần ${expected}; dòng này bị bỏ qua`,
    en: ({ field, expected }) => `${field} is wrong: ${expected} is wanted; the row was left out`,
    remedy: { vi: 'sửa giá trị rồi nạp lại', en: 'correct the value and load again' },
  },
  'units/unknown-parent': {
    severity: 'warning',
    vi: ({ parent }) => `đơn vị cấp trên ${parent} không có hiệu lực vào ngày đầu của đơn vị`,
    en: ({ parent }) => `the unit above, ${parent}, was not valid on the first day of this unit`,
    remedy: {
      vi: 'kiểm tra mã cấp trên và ngày hiệu lực (mã cộng ngày mới xác định một đơn vị)',
      en: 'check the code above and the day; only code and day together name a unit',
    },
  },
  'units/overlap': {
    severity: 'error',
    vi: ({ code }) => `mã ${code} có hai đơn vị cùng hiệu lực trong một ngày; dòng sau bị bỏ qua`,
    en: ({ code }) => `code ${code} means two units on the same day; the later row was left out`,
    remedy: { vi: 'đặt ngày hết hiệu lực cho đơn vị cũ', en: 'give the older unit its last day' },
  },
  'units/unknown-in-change': {
    severity: 'error',
    vi: ({ code, side }) =>
      `thay đổi nhắc đến mã ${code} (${side === 'from' ? 'cũ' : 'mới'}) không có hiệu lực vào ngày đó; thay đổi bị bỏ qua`,
    en: ({ code, side }) =>
      `the change names ${code} (${side}), which was not valid on that day; the change was left out`,
    remedy: { vi: 'bổ sung đơn vị hoặc sửa ngày hiệu lực', en: 'add the unit or correct the day' },
  },
}

/** Writes one finding about a table of communes. */
export function buildCommuneFinding<C extends CommuneFindingCode>(
  code: C,
  place: string,
  facts: CommuneFindingTable[C],
): Finding {
  const { severity, vi, en, remedy } = communeFindings[code]
  return { code, severity, place, message: { vi: vi(facts), en: en(facts) }, remedy, facts: { ...facts } }
}
