import { isoDate } from '../../date.ts'
import type { Finding } from '../../finding.ts'
import { findProvinceOfLetterCode } from '../units/index.ts'
import { buildDoubt } from './messages.ts'
import { accept, type CodeReading, cleanText, isExactly, type ReadingDay, refuseForm } from './reading.ts'

/** The identifier of an agency (mã định danh điện tử của cơ quan, tổ chức). */
export type AgencyCode = string & { readonly __brand: 'AgencyCode' }

/** What an agency identifier says. */
export interface AgencyCodeFacts {
  /**
   * `new`: QĐ 20/2020/QĐ-TTg, from the top down. `old`: TT 10/2016/TT-BTTTT, from the bottom up.
   * `other`: a scheme `Z01` to `Z99` for bodies outside the state.
   */
  readonly form: 'new' | 'old' | 'other'
  /** Code of the ministry, province or scheme at the top: `H56`, `G09`, `Z01`. */
  readonly topCode: string
  /** Its name where it is known; the letter codes follow the ministries and the 63 provinces before 2025. */
  readonly topName?: string
  /** How many levels the identifier names, the top included: 1 to 4 in the old form. */
  readonly levels: number
  /** Identifier of the body one level up; absent at the top and in the form `other`. */
  readonly parent?: AgencyCode
}

/** Longest identifier of QĐ 20/2020/QĐ-TTg in characters. */
const MAX_CHARACTERS = 35

/** The day from which letter codes of merged provinces name something that is gone. */
const mergersFrom = isoDate('2025-07-01')

/**
 * Ministries and agencies by letter code, under the names they had when the codes were given out.
 *
 * G12, G13, G22 and G24 are not verified; what holds after the mergers of ministries in 2025 is not known.
 */
const ministries: Readonly<Record<string, string>> = {
  G01: 'Bộ Công an',
  G02: 'Bộ Công Thương',
  G03: 'Bộ Giáo dục và Đào tạo',
  G04: 'Bộ Giao thông vận tải',
  G05: 'Bộ Kế hoạch và Đầu tư',
  G06: 'Bộ Khoa học và Công nghệ',
  G07: 'Bộ Lao động - Thương binh và Xã hội',
  G08: 'Bộ Ngoại giao',
  G09: 'Bộ Nội vụ',
  G10: 'Bộ Nông nghiệp và Phát triển nông thôn',
  G11: 'Bộ Quốc phòng',
  G12: 'Bộ Tài chính',
  G13: 'Bộ Tài nguyên và Môi trường',
  G14: 'Bộ Thông tin và Truyền thông',
  G15: 'Bộ Tư pháp',
  G16: 'Bộ Văn hóa, Thể thao và Du lịch',
  G17: 'Bộ Xây dựng',
  G18: 'Bộ Y tế',
  G19: 'Ngân hàng Nhà nước Việt Nam',
  G20: 'Thanh tra Chính phủ',
  G21: 'Ủy ban Dân tộc',
  G22: 'Văn phòng Chính phủ',
  G24: 'Bảo hiểm xã hội Việt Nam',
}

/** Name of what stands at the top, as it was when the codes were given out. */
function findTopName(topCode: string): string | undefined {
  return ministries[topCode] ?? findProvinceOfLetterCode(topCode)?.name
}

/** Doubts about the code at the top: unknown, or a province that was merged. */
export function checkTop(topCode: string, place: string, { on }: ReadingDay): readonly Finding[] {
  if (findTopName(topCode) === undefined)
    return [buildDoubt('codes/unknown-authority', place, { code: topCode })]
  const province = findProvinceOfLetterCode(topCode)
  // Huế changed its kind, not its land; only the mergers end a province.
  const isMerged = province?.validTo !== undefined && topCode !== 'H57'
  return isMerged && on !== undefined && on >= mergersFrom
    ? [buildDoubt('codes/superseded-unit', place, { code: topCode, since: mergersFrom })]
    : []
}

/** Adds the name of the top where it is known. */
function withTopName(facts: AgencyCodeFacts): AgencyCodeFacts {
  const topName = findTopName(facts.topCode)
  return topName === undefined ? facts : { ...facts, topName }
}

/** Reads `V1V2V3.Z1Z2.Y1Y2.MX1X2`: from right to left, zeros where a level is not used. */
function readOld(text: string): AgencyCodeFacts {
  const [fourth = '', third = '', second = '', topCode = ''] = text.split('.')
  const used = [fourth !== '000', third !== '00', second !== '00']
  const depth = used.indexOf(true)
  if (depth === -1) return { form: 'old', topCode, levels: 1 }
  const parent = ['000', depth < 1 ? third : '00', depth < 2 ? second : '00', topCode].join('.') as AgencyCode
  return { form: 'old', topCode, levels: 4 - depth, parent }
}

/** Reads `H36.01.02`: from left to right. */
function readNew(text: string): AgencyCodeFacts {
  const groups = text.split('.')
  const facts: AgencyCodeFacts = { form: 'new', topCode: text.slice(0, 3), levels: groups.length }
  return groups.length === 1 ? facts : { ...facts, parent: groups.slice(0, -1).join('.') as AgencyCode }
}

/** Reads text as one of the three forms. */
function readForm(text: string): AgencyCodeFacts | undefined {
  if (/^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/.test(text)) return withTopName(readOld(text))
  if (text.length > MAX_CHARACTERS) return undefined
  if (/^[A-Y]\d{2}(?:\.[0-9A-Z]+)*$/.test(text)) return withTopName(readNew(text))
  if (/^Z(?:0[1-9]|[1-9]\d)[0-9A-Z]{1,32}$/.test(text))
    return { form: 'other', topCode: text.slice(0, 3), levels: 1 }
  return undefined
}

/**
 * Reads an agency identifier of the new form (QĐ 20/2020/QĐ-TTg) or the old one (TT 10/2016/TT-BTTTT).
 *
 * Enterprises, co-operatives and household businesses have no identifier of their own: their registration
 * code is it, so read that with `parseEnterpriseCode`. The letter codes of provinces follow the map of 63;
 * those after the mergers of 1/7/2025 are not known and only raise a hint.
 *
 * @example
 * import { parseAgencyCode } from 'motcua/dossier/codes'
 * parseAgencyCode('000.17.22.H56').facts
 * // { form: 'old', topCode: 'H56', topName: 'Thanh Hóa', levels: 3, parent: '000.00.22.H56' }
 * parseAgencyCode('H36.01.02').facts?.parent // 'H36.01'
 */
export function parseAgencyCode(
  text: string,
  day: ReadingDay = {},
): CodeReading<AgencyCode, AgencyCodeFacts> {
  const cleaned = cleanText(text)
  const facts = readForm(cleaned.text)
  if (facts === undefined) return refuseForm('agency-code', cleaned.text)
  const doubts = facts.form === 'other' ? [] : checkTop(facts.topCode, 'level 1', day)
  return accept(cleaned.text, facts, [...cleaned.doubts, ...doubts])
}

/** Tells whether a value is an agency identifier in its one written form. */
export function isAgencyCode(value: unknown): value is AgencyCode {
  return typeof value === 'string' && isExactly(value, parseAgencyCode(value))
}
