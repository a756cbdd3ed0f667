import type { LocalizedText, RoomMessages } from '../errors.ts'
import type { Finding, FindingSeverity } from '../finding.ts'

/** The errors of this room: a decision that cannot be carried out on the catalogue it is given to. */
export const messages = {
  'catalogue/already-in-force': {
    vi: ({ code, date, decision }) =>
      `${decision}: thủ tục ${code} đã có phiên bản hiệu lực từ hoặc sau ngày ${date}; hãy dùng loại "sửa đổi" hoặc kiểm tra ngày hiệu lực`,
    en: ({ code, date, decision }) =>
      `${decision}: procedure ${code} already has a version in force on or after ${date}; amend it, or check the day`,
  },
  'catalogue/not-in-force': {
    vi: ({ code, date, decision }) =>
      `${decision}: thủ tục ${code} không có hiệu lực vào ngày ${date}; hãy kiểm tra mã, cơ quan và ngày hiệu lực`,
    en: ({ code, date, decision }) =>
      `${decision}: procedure ${code} is not in force on ${date}; check the code, the agency and the day`,
  },
  'catalogue/decision-known': {
    vi: ({ decision, date }) => `quyết định ${decision} ngày ${date} đã được công bố trong danh mục này`,
    en: ({ decision, date }) =>
      `the decision ${decision} of ${date} has been published in this catalogue already`,
  },
  'catalogue/no-code': {
    vi: ({ id, decision }) => `${decision}: bản ghi ${id} chưa có mã thủ tục; hãy xin mã trước khi công bố`,
    en: ({ id, decision }) =>
      `${decision}: the record ${id} has no procedure code; get one before it is published`,
  },
} satisfies RoomMessages<'catalogue'>

/** Every finding of this room with its facts. */
export interface CatalogueFindingTable {
  // what a reader of records says
  'catalogue/not-a-record': { expected: string }
  'catalogue/no-name': Record<string, never>
  'catalogue/unread-field': { field: string }
  'catalogue/unread-value': { expected: string }
  'catalogue/unread-code': { reason: string }
  'catalogue/unread-term': { reason: string; reasonText: LocalizedText }
  'catalogue/unread-fee': { text: string }
  'catalogue/unread-channel': { text: string }
  'catalogue/unread-copies': { text: string }
  'catalogue/unread-level': { text: string }
  'catalogue/detail-not-included': Record<string, never>
  'catalogue/markup-removed': Record<string, never>
  'catalogue/fee-cases-unnamed': { amounts: number }
  'catalogue/fee-class-unknown': Record<string, never>
  'catalogue/copies-unclear': { copies: number }
  'catalogue/kept-as-remark': { field: string }
  'catalogue/csv-quote': { line: number }
  'catalogue/csv-cells': { line: number; cells: number; columns: number }
  'catalogue/csv-empty': Record<string, never>
  // what a check of a record says
  'catalogue/part-missing': { part: string; partText: LocalizedText }
  'catalogue/unit-conflict': { structured: string; prose: string }
  'catalogue/term-in-prose': { periods: readonly string[] }
  'catalogue/duplicate-paper': { first: string }
  'catalogue/paper-without-copies': Record<string, never>
  'catalogue/steps-over-term': { steps: number; term: number; unit: string }
  'catalogue/steps-under-term': { steps: number; term: number; unit: string }
  'catalogue/steps-untimed': { steps: number }
  // what a check of a catalogue says
  'catalogue/overlap': { code: string; from: string }
  'catalogue/range-reversed': { code: string; from: string; to: string }
  'catalogue/unknown-decision': { decision: string }
  'catalogue/mapping-to-unknown': { code: string }
  // what counting a fee, or the papers of a dossier, says
  'catalogue/fee-undecided': { code: string; amountsVnd: readonly number[] }
  'catalogue/fee-needs-case': { code: string; cases: readonly string[] }
  'catalogue/fee-needs-pages': { code: string }
  'catalogue/fee-needs-reading': { code: string }
  'catalogue/fee-not-laid-down': { code: string }
  'catalogue/paper-missing': { code: string; name: string }
  'catalogue/too-few-copies': { code: string; kind: string; wanted: number; got: number }
  'catalogue/paper-not-listed': { code: string }
}

/** One of the codes above. */
export type CatalogueFindingCode = keyof CatalogueFindingTable

type Sentence<C extends CatalogueFindingCode> = readonly [
  severity: FindingSeverity,
  vi: (facts: CatalogueFindingTable[C]) => string,
  en: (facts: CatalogueFindingTable[C]) => string,
  remedy?: LocalizedText,
]

/** What each finding says, how much it weighs, and what to do about it. */
export const findingSentences: { readonly [C in CatalogueFindingCode]: Sentence<C> } = {
  'catalogue/not-a-record': [
    'error',
    ({ expected }) => `không đọc được bản ghi thủ tục: cần ${expected}`,
    ({ expected }) => `not a record of a procedure: ${expected} wanted`,
  ],
  'catalogue/no-name': ['error', () => 'bản ghi không có tên thủ tục', () => 'the record has no name'],
  'catalogue/unread-field': [
    'warning',
    ({ field }) => `trường "${field}" không được đọc`,
    ({ field }) => `the field "${field}" was not read`,
    { vi: 'xem nội dung trường này trong bản gốc', en: 'look at this field in the original' },
  ],
  'catalogue/unread-value': [
    'warning',
    ({ expected }) => `giá trị không đọc được: cần ${expected}`,
    ({ expected }) => `the value was not read: ${expected} wanted`,
  ],
  'catalogue/unread-code': [
    'warning',
    ({ reason }) => `mã không hợp lệ: ${reason}`,
    ({ reason }) => `the code was not read: ${reason}`,
  ],
  'catalogue/unread-term': [
    'warning',
    ({ reasonText }) => `thời hạn cần người đọc: ${reasonText.vi}`,
    ({ reasonText }) => `a person must read this term: ${reasonText.en}`,
    { vi: 'đọc nguyên văn rồi ghi thời hạn', en: 'read the text and write the term down' },
  ],
  'catalogue/unread-fee': [
    'warning',
    ({ text }) => `mức thu không đọc được: "${text}"`,
    ({ text }) => `the fee was not read: "${text}"`,
    { vi: 'tra mức thu trong văn bản và ghi lại', en: 'look the amount up and write it down' },
  ],
  'catalogue/unread-channel': [
    'error',
    ({ text }) => `hình thức nộp không đọc được: "${text}"`,
    ({ text }) => `the channel was not read: "${text}"`,
  ],
  'catalogue/unread-copies': [
    'warning',
    ({ text }) => `số bản không đọc được: "${text}"`,
    ({ text }) => `the number of copies was not read: "${text}"`,
  ],
  'catalogue/unread-level': [
    'warning',
    ({ text }) => `mức độ hoặc cấp không đọc được: "${text}"`,
    ({ text }) => `the level was not read: "${text}"`,
  ],
  'catalogue/detail-not-included': [
    'info',
    () => 'bản gốc có phần "Xem chi tiết" không kèm theo',
    () => 'the original has details behind a link that are not part of the record',
  ],
  'catalogue/markup-removed': [
    'info',
    () => 'đã bỏ thẻ định dạng của trang web',
    () => 'markup of the web page was removed',
  ],
  'catalogue/fee-cases-unnamed': [
    'warning',
    ({ amounts }) => `có ${amounts} mức thu mà không nói mỗi mức cho trường hợp nào`,
    ({ amounts }) => `${amounts} amounts, without the case that each is for`,
    { vi: 'ghi tên trường hợp của từng mức', en: 'write down the case of each amount' },
  ],
  'catalogue/fee-class-unknown': [
    'info',
    () => 'không nói đây là phí hay lệ phí; ghi là phí',
    () => 'it does not say whether this is a fee or a charge; read as a fee',
  ],
  'catalogue/copies-unclear': [
    'info',
    ({ copies }) => `${copies} bản sao, không nói chứng thực hay bản chụp`,
    ({ copies }) => `${copies} copies, certified or plain is not said`,
  ],
  'catalogue/kept-as-remark': [
    'info',
    ({ field }) => `"${field}" được giữ nguyên văn ở phần ghi chú của bản ghi`,
    ({ field }) => `"${field}" is kept word for word among the remarks of the record`,
  ],
  'catalogue/csv-quote': [
    'error',
    ({ line }) => `dấu nháy mở ở dòng ${line} không được đóng`,
    ({ line }) => `the quote opened in line ${line} is never closed`,
  ],
  'catalogue/csv-cells': [
    'warning',
    ({ line, cells, columns }) => `dòng ${line} có ${cells} ô, tiêu đề có ${columns} cột`,
    ({ line, cells, columns }) => `line ${line} has ${cells} cells, the header ${columns}`,
  ],
  'catalogue/csv-empty': ['error', () => 'tệp CSV không có dữ liệu', () => 'the CSV holds no rows'],
  'catalogue/part-missing': [
    'warning',
    ({ partText }) => `thiếu ${partText.vi}`,
    ({ partText }) => `${partText.en} missing`,
    { vi: 'bổ sung theo quyết định công bố', en: 'add it from the decision that published it' },
  ],
  'catalogue/unit-conflict': [
    'warning',
    ({ structured, prose }) => `thời hạn ghi "${structured}" nhưng phần mô tả ghi "${prose}"`,
    ({ structured, prose }) => `the term says "${structured}", the prose "${prose}"`,
    { vi: 'đối chiếu văn bản quy định thời hạn', en: 'compare with the act that sets the term' },
  ],
  'catalogue/term-in-prose': [
    'info',
    ({ periods }) => `phần mô tả còn nêu: ${periods.join('; ')}`,
    ({ periods }) => `the description gives further periods: ${periods.join('; ')}`,
    { vi: 'kiểm tra xem có phải thời hạn kéo dài không', en: 'see whether one of them lengthens the term' },
  ],
  'catalogue/duplicate-paper': [
    'warning',
    ({ first }) => `giấy tờ này trùng với ${first}`,
    ({ first }) => `this paper is the same as ${first}`,
  ],
  'catalogue/paper-without-copies': [
    'info',
    () => 'không nêu số bản nào; có thể là lời ghi chú, không phải giấy tờ',
    () => 'no copies are asked for; perhaps a remark and not a paper',
  ],
  'catalogue/steps-over-term': [
    'error',
    ({ steps, term, unit }) => `các bước cộng lại ${steps} ${unit}, vượt thời hạn công bố ${term} ${unit}`,
    ({ steps, term, unit }) =>
      `the steps add up to ${steps} ${unit}, over the published term of ${term} ${unit}`,
    { vi: 'sửa thời gian các bước', en: 'correct the times of the steps' },
  ],
  'catalogue/steps-under-term': [
    'info',
    ({ steps, term, unit }) => `các bước cộng lại ${steps} ${unit}, dưới thời hạn công bố ${term} ${unit}`,
    ({ steps, term, unit }) =>
      `the steps add up to ${steps} ${unit}, under the published term of ${term} ${unit}`,
  ],
  'catalogue/steps-untimed': [
    'info',
    ({ steps }) => `${steps} bước không có thời gian bằng số`,
    ({ steps }) => `${steps} steps have no time in figures`,
  ],
  'catalogue/overlap': [
    'error',
    ({ code, from }) => `${code}: hai phiên bản cùng hiệu lực từ ngày ${from}`,
    ({ code, from }) => `${code}: two versions are in force from ${from}`,
    { vi: 'đóng phiên bản cũ vào ngày trước đó', en: 'close the older version on the day before' },
  ],
  'catalogue/range-reversed': [
    'error',
    ({ code, from, to }) => `${code}: hiệu lực đến ${to} trước ngày bắt đầu ${from}`,
    ({ code, from, to }) => `${code}: in force to ${to}, before it begins on ${from}`,
  ],
  'catalogue/unknown-decision': [
    'warning',
    ({ decision }) => `quyết định ${decision} không có trong danh mục`,
    ({ decision }) => `the decision ${decision} is not in the catalogue`,
  ],
  'catalogue/mapping-to-unknown': [
    'warning',
    ({ code }) => `mã thay thế ${code} không có trong danh mục`,
    ({ code }) => `the code ${code} that takes its place is not in the catalogue`,
  ],
  'catalogue/fee-undecided': [
    'warning',
    ({ code, amountsVnd }) => `${code}: có ${amountsVnd.length} mức thu cùng áp dụng, không rõ mức nào`,
    ({ code, amountsVnd }) => `${code}: ${amountsVnd.length} amounts apply alike`,
  ],
  'catalogue/fee-needs-case': [
    'warning',
    ({ code, cases }) => `${code}: cần chọn trường hợp (${cases.join('; ')})`,
    ({ code, cases }) => `${code}: a case must be chosen (${cases.join('; ')})`,
  ],
  'catalogue/fee-needs-pages': [
    'warning',
    ({ code }) => `${code}: cần số trang mỗi bản`,
    ({ code }) => `${code}: the number of pages is needed`,
  ],
  'catalogue/fee-needs-reading': [
    'warning',
    ({ code }) => `${code}: mức thu chỉ có bằng chữ, cần người đọc`,
    ({ code }) => `${code}: the amount is only in words, a person must read it`,
  ],
  'catalogue/fee-not-laid-down': [
    'warning',
    ({ code }) => `${code}: không có mức thu nào áp dụng cho ngày và kênh này`,
    ({ code }) => `${code}: no amount is laid down for this day and channel`,
  ],
  'catalogue/paper-missing': [
    'error',
    ({ code, name }) => `thiếu ${code}: ${name}`,
    ({ code, name }) => `${code} missing: ${name}`,
    { vi: 'yêu cầu bổ sung', en: 'ask for a supplement' },
  ],
  'catalogue/too-few-copies': [
    'error',
    ({ code, wanted, got }) => `${code}: cần ${wanted} bản, mới có ${got}`,
    ({ code, wanted, got }) => `${code}: ${wanted} copies wanted, ${got} handed in`,
    { vi: 'yêu cầu bổ sung', en: 'ask for a supplement' },
  ],
  'catalogue/paper-not-listed': [
    'warning',
    ({ code }) => `${code} không thuộc thành phần hồ sơ của thủ tục`,
    ({ code }) => `${code} is none of the papers of the procedure`,
  ],
}

/** Writes one finding. */
export function buildFinding<C extends CatalogueFindingCode>(
  code: C,
  place: string,
  facts: CatalogueFindingTable[C],
): Finding {
  const [severity, vi, en, remedy] = findingSentences[code]
  const finding: Finding = {
    code,
    severity,
    place,
    message: { vi: vi(facts), en: en(facts) },
    facts: { ...facts },
  }
  return remedy === undefined ? finding : { ...finding, remedy }
}
