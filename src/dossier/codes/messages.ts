import type { LocalizedText, RoomMessages } from '../../errors.ts'
import type { Finding, FindingSeverity } from '../../finding.ts'

/** The errors of this folder: only issuing a code can fail, reading one gives doubts. */
export const messages = {
  'codes/sequence-out-of-range': {
    vi: ({ sequence }) =>
      `số thứ tự ${sequence} không nằm trong 1 đến 9999 (TT 01/2018/TT-VPCP, điều 19); hãy kiểm tra bộ đếm của ngày`,
    en: ({ sequence }) =>
      `the order in the day is ${sequence}, outside 1 to 9999 (TT 01/2018/TT-VPCP, article 19); check the counter of the day`,
  },
  'codes/not-a-dossier-code': {
    vi: ({ length }) =>
      `hệ thống cấp mã tập trung trả về chuỗi ${length} ký tự không phải mã hồ sơ; hãy kiểm tra kết nối`,
    en: ({ length }) =>
      `the central service answered with ${length} characters that are no dossier code; check the connection`,
  },
} satisfies RoomMessages<'codes'>

/** Every kind of code with its name and its form in both languages. */
export const kindWords = {
  'personal-number': {
    name: { vi: 'số định danh cá nhân', en: 'personal number' },
    form: { vi: '12 chữ số', en: '12 digits' },
  },
  'old-identity-card': {
    name: { vi: 'số chứng minh nhân dân', en: 'old identity card number' },
    form: { vi: '9 chữ số (hoặc 12 chữ số của loạt cũ)', en: '9 digits (12 in one old series)' },
  },
  passport: {
    name: { vi: 'số hộ chiếu', en: 'passport number' },
    form: { vi: '1 chữ cái và 7 chữ số', en: 'a letter and 7 digits' },
  },
  'tax-code': {
    name: { vi: 'mã số thuế', en: 'tax code' },
    form: {
      vi: '10 chữ số, 10 chữ số cùng "-" và 3 chữ số chi nhánh, hoặc 12 chữ số của cá nhân',
      en: '10 digits, 10 digits with "-" and 3 digits of a branch, or 12 digits of a person',
    },
  },
  'enterprise-code': {
    name: { vi: 'mã số doanh nghiệp', en: 'enterprise code' },
    form: {
      vi: '10 chữ số, 10 chữ số cùng "-" và 3 chữ số, hoặc 5 chữ số của địa điểm kinh doanh',
      en: '10 digits, 10 digits with "-" and 3 digits, or 5 digits of a business location',
    },
  },
  'agency-code': {
    name: { vi: 'mã định danh cơ quan', en: 'agency identifier' },
    form: {
      vi: 'H36.01.02 (QĐ 20/2020/QĐ-TTg), Z01…, hoặc 000.00.64.H10 (mã cũ)',
      en: 'H36.01.02 (QĐ 20/2020/QĐ-TTg), Z01…, or 000.00.64.H10 (the old form)',
    },
  },
  'dossier-code': {
    name: { vi: 'mã số hồ sơ', en: 'dossier code' },
    form: {
      vi: '<mã cơ quan>-<ngày tiếp nhận>-<số thứ tự>, ví dụ 000.00.64.H10-230515-0011',
      en: '<agency>-<day of receipt>-<order in the day>, such as 000.00.64.H10-230515-0011',
    },
  },
  'procedure-code': {
    name: { vi: 'mã thủ tục hành chính', en: 'procedure code' },
    form: {
      vi: '1.001193 (quốc gia) hoặc 1.001193.000.00.00.H41 (địa phương)',
      en: '1.001193 (national) or 1.001193.000.00.00.H41 (localised)',
    },
  },
  'sector-code': {
    name: { vi: 'mã lĩnh vực', en: 'sector code' },
    form: { vi: 'G15-HT01', en: 'G15-HT01' },
  },
  'component-code': {
    name: { vi: 'mã thành phần hồ sơ', en: 'paper code' },
    form: { vi: '000.00.00.G09-KQ002269', en: '000.00.00.G09-KQ002269' },
  },
  'result-code': {
    name: { vi: 'mã kết quả giải quyết', en: 'result code' },
    form: { vi: 'KQ.G07.000122', en: 'KQ.G07.000122' },
  },
  phone: {
    name: { vi: 'số điện thoại di động', en: 'mobile number' },
    form: {
      vi: '0 và 9 chữ số (đầu số 03, 05, 07, 08, 09) hoặc +84',
      en: '0 and 9 digits (03, 05, 07, 08, 09) or +84',
    },
  },
  'social-insurance-number': {
    name: { vi: 'mã số bảo hiểm xã hội', en: 'social insurance number' },
    form: { vi: '10 chữ số', en: '10 digits' },
  },
  'health-insurance-card': {
    name: { vi: 'số thẻ bảo hiểm y tế', en: 'health insurance card number' },
    form: { vi: '2 chữ cái và 13 chữ số, hoặc 10 chữ số', en: '2 letters and 13 digits, or 10 digits' },
  },
} as const satisfies Readonly<Record<string, { name: LocalizedText; form: LocalizedText }>>

/** The kinds of code that this folder reads. */
export type CodeKind = keyof typeof kindWords

/** Every doubt with its facts; never the code itself, nor what it says about a person. */
export interface DoubtTable {
  'codes/wrong-form': { kind: CodeKind; length: number }
  'codes/looks-like': { kind: CodeKind }
  'codes/cleaned': Record<string, never>
  'codes/wrong-check-digit': { position: number }
  'codes/never-issued': { reason: 'remainder' | 'zero-serial' | 'zero-branch' }
  'codes/unknown-place': Record<string, never>
  'codes/far-century': Record<string, never>
  'codes/birth-year-differs': Record<string, never>
  'codes/sex-differs': Record<string, never>
  'codes/born-later': Record<string, never>
  'codes/no-longer-valid': { since: string; basis: string }
  'codes/not-yet-valid': { since: string; basis: string }
  'codes/replaced-by-personal-number': { since: string; basis: string }
  'codes/unknown-authority': { code: string }
  'codes/superseded-unit': { code: string; since: string }
  'codes/no-such-day': { digits: string }
  'codes/received-later': Record<string, never>
  'codes/unverified-form': { kind: CodeKind }
}

/** One of the codes above. */
export type DoubtCode = keyof DoubtTable

type Doubts = {
  readonly [C in DoubtCode]: {
    readonly severity: FindingSeverity
    readonly vi: (facts: DoubtTable[C]) => string
    readonly en: (facts: DoubtTable[C]) => string
    readonly remedy?: LocalizedText
  }
}

const compareWithPaper: LocalizedText = {
  vi: 'đối chiếu với giấy tờ hoặc Cơ sở dữ liệu quốc gia về dân cư',
  en: 'compare with the paper or the national population database',
}

/** What each doubt says. An `error` refuses the code; the others never do. */
export const doubts: Doubts = {
  'codes/wrong-form': {
    severity: 'error',
    vi: ({ kind, length }) =>
      `không đúng dạng ${kindWords[kind].name.vi}: cần ${kindWords[kind].form.vi} (đang có ${length} ký tự)`,
    en: ({ kind, length }) =>
      `not a ${kindWords[kind].name.en}: ${kindWords[kind].form.en} wanted (got ${length} characters)`,
  },
  'codes/looks-like': {
    severity: 'info',
    vi: ({ kind }) => `có dạng của ${kindWords[kind].name.vi}`,
    en: ({ kind }) => `it has the form of a ${kindWords[kind].name.en}`,
    remedy: { vi: 'kiểm tra loại giấy tờ đã chọn', en: 'check which kind was chosen' },
  },
  'codes/cleaned': {
    severity: 'info',
    vi: () => 'đã bỏ khoảng trắng, dấu phân cách hoặc đổi sang chữ hoa',
    en: () => 'spaces or separators were removed, or letters made capital',
  },
  'codes/wrong-check-digit': {
    severity: 'error',
    vi: ({ position }) => `chữ số kiểm tra (vị trí ${position}) không khớp`,
    en: ({ position }) => `the check digit (position ${position}) does not fit`,
    remedy: { vi: 'tìm chữ số gõ nhầm', en: 'look for a mistyped digit' },
  },
  'codes/never-issued': {
    severity: 'error',
    vi: ({ reason }) =>
      reason === 'zero-branch'
        ? 'chi nhánh 000 không được cấp'
        : reason === 'zero-serial'
          ? 'dãy số 0000000 không được cấp'
          : 'số có phần dư này không được cấp',
    en: ({ reason }) =>
      reason === 'zero-branch'
        ? 'branch 000 is not issued'
        : reason === 'zero-serial'
          ? 'the serial 0000000 is not issued'
          : 'a number with this remainder is not issued',
  },
  'codes/unknown-place': {
    severity: 'info',
    vi: () => '3 chữ số đầu không phải mã của 63 tỉnh cũ; có thể là mã quốc gia nơi đăng ký khai sinh',
    en: () =>
      'the first 3 digits are none of the 63 old provinces; perhaps the country of the birth registration',
    remedy: compareWithPaper,
  },
  'codes/far-century': {
    severity: 'info',
    vi: () => 'chữ số thứ 4 chỉ thế kỷ 22 trở đi',
    en: () => 'the 4th digit names the 22nd century or later',
    remedy: compareWithPaper,
  },
  'codes/birth-year-differs': {
    severity: 'warning',
    vi: () => 'năm sinh trong số định danh khác ngày sinh đã khai',
    en: () => 'the year of birth in the number differs from the birth date given',
    remedy: compareWithPaper,
  },
  'codes/sex-differs': {
    severity: 'warning',
    vi: () => 'giới tính trong số định danh khác giới tính đã khai',
    en: () => 'the sex in the number differs from the one given',
    remedy: compareWithPaper,
  },
  'codes/born-later': {
    severity: 'warning',
    vi: () => 'năm sinh trong số định danh sau ngày xét',
    en: () => 'the year of birth in the number lies after the day in question',
    remedy: compareWithPaper,
  },
  'codes/no-longer-valid': {
    severity: 'warning',
    vi: ({ since, basis }) => `không còn giá trị sử dụng từ ngày ${since} (${basis})`,
    en: ({ since, basis }) => `no longer valid since ${since} (${basis})`,
    remedy: { vi: 'hỏi số định danh cá nhân', en: 'ask for the personal number' },
  },
  'codes/not-yet-valid': {
    severity: 'warning',
    vi: ({ since, basis }) => `chỉ được dùng từ ngày ${since} (${basis})`,
    en: ({ since, basis }) => `in use only since ${since} (${basis})`,
    remedy: {
      vi: 'dùng mã số thuế 10 chữ số của thời điểm đó',
      en: 'use the 10-digit tax code of that time',
    },
  },
  'codes/replaced-by-personal-number': {
    severity: 'warning',
    vi: ({ since, basis }) =>
      `cá nhân, hộ gia đình, hộ kinh doanh dùng số định danh cá nhân thay mã số thuế từ ngày ${since} (${basis})`,
    en: ({ since, basis }) =>
      `persons, households and household businesses use the personal number instead since ${since} (${basis})`,
    remedy: { vi: 'hỏi số định danh cá nhân', en: 'ask for the personal number' },
  },
  'codes/unknown-authority': {
    severity: 'info',
    vi: ({ code }) => `mã cấp 1 ${code} không có trong danh sách đã biết`,
    en: ({ code }) => `the level-1 code ${code} is not in the known list`,
    remedy: {
      vi: 'đối chiếu danh mục mã định danh hiện hành',
      en: 'compare with the current list of identifiers',
    },
  },
  'codes/superseded-unit': {
    severity: 'info',
    vi: ({ code, since }) =>
      `${code} là mã của tỉnh đã sáp nhập từ ngày ${since}; mã cũ vẫn còn gặp trong dữ liệu`,
    en: ({ code, since }) =>
      `${code} stands for a province that was merged on ${since}; such codes are still met`,
  },
  'codes/no-such-day': {
    severity: 'error',
    vi: ({ digits }) => `${digits} không phải ngày tiếp nhận có thật`,
    en: ({ digits }) => `${digits} is not an existing day of receipt`,
  },
  'codes/received-later': {
    severity: 'warning',
    vi: () => 'ngày tiếp nhận trong mã sau ngày xét',
    en: () => 'the day of receipt in the code lies after the day in question',
  },
  'codes/unverified-form': {
    severity: 'info',
    vi: ({ kind }) => `dạng này của ${kindWords[kind].name.vi} lấy từ thực tế, chưa đối chiếu văn bản`,
    en: ({ kind }) => `this form of ${kindWords[kind].name.en} is known from practice, not from the act`,
  },
}

/** Writes one doubt. */
export function buildDoubt<C extends DoubtCode>(code: C, place: string, facts: DoubtTable[C]): Finding {
  const { severity, vi, en, remedy } = doubts[code]
  const finding: Finding = {
    code,
    severity,
    place,
    message: { vi: vi(facts), en: en(facts) },
    facts: { ...facts },
  }
  return remedy === undefined ? finding : { ...finding, remedy }
}
