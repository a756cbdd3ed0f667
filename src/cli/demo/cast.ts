/**
 * Who plays in the demonstration: all of them invented, and marked so.
 *
 * @module
 */
import type { Actor } from '../../dossier/history/index.ts'
import type { LocalizedText } from '../../errors.ts'

/** The agency of the demonstration. */
export const agency = {
  code: 'H26.99.01',
  province: 'ỦY BAN NHÂN DÂN THÀNH PHỐ VÍ DỤ',
  name: 'ỦY BAN NHÂN DÂN PHƯỜNG MINH HỌA',
  oneStop: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
  place: 'Minh Họa',
  phone: '0900 000 000',
}

/** A person of the demonstration. */
export interface Person {
  readonly actor: Actor
  readonly name: string
  readonly called: LocalizedText
}

/** Makes a person with one role. */
function person(id: string, role: string, words: { name: string; vi: string; en: string }): Person {
  const { name, vi, en } = words
  return {
    actor: { id, roles: [role], unit: role === 'reception' ? 'mot-cua' : 'phuong', agency: agency.code },
    name,
    called: { vi, en },
  }
}

/** The people: an applicant, four officers and the host itself. */
export const cast = {
  applicant: person('nguoi-nop-01', 'applicant', {
    name: 'Nguyễn Thị Minh Họa',
    vi: 'Người nộp',
    en: 'Applicant',
  }),
  reception: person('cb-01', 'reception', { name: 'Lê Văn Tiếp Nhận', vi: 'Một cửa', en: 'One-stop unit' }),
  officer: person('cb-02', 'officer', {
    name: 'Phạm Thị Thẩm Định',
    vi: 'Công chức thẩm định',
    en: 'Case officer',
  }),
  approver: person('cb-03', 'approver', { name: 'Trần Văn Phê Duyệt', vi: 'Người ký', en: 'Approver' }),
  clerk: person('cb-04', 'clerk', { name: 'Hoàng Thị Văn Thư', vi: 'Văn thư', en: 'Clerk' }),
  system: person('he-thong', 'system', { name: 'Hệ thống', vi: 'Hệ thống', en: 'System' }),
}
