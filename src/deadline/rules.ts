/**
 * The rules by which a term is counted: options with the lawful default, each with its source.
 *
 * @module
 */
import type { LocalizedText } from '../errors.ts'

/** How a term is counted. Every choice has a lawful default in {@link lawfulRules}. */
export interface CountingRules {
  /**
   * Whether the day of receipt counts: `not-counted` by Civil Code 2015 art. 147(2); `at-once` lets days run
   * from the moment of receipt, for internal norms that no law counts.
   */
  readonly firstDay: 'not-counted' | 'at-once'
  /**
   * Moment of the due day: `end-of-working-day`, after which nobody can hand the result over, or
   * `same-clock-time` as the receipt, as deployed products do. A fraction of a working day and terms of hours
   * end at their own minute in either case.
   */
  readonly dueMoment: 'end-of-working-day' | 'same-clock-time'
  /**
   * What a receipt outside working time counts as: `same-day`, because the Civil Code knows only days; or
   * `next-working-day`, which some offices declare for online filing.
   */
  readonly afterHours: 'same-day' | 'next-working-day'
  /** `HH:mm`; a dossier received later counts as received on the next working day. Absent: no such rule. */
  readonly cutOff?: string
}

/** The defaults of the law: Civil Code 2015 art. 147–148, and no cut-off unless the term itself sets one. */
export const lawfulRules: CountingRules = {
  firstDay: 'not-counted',
  dueMoment: 'end-of-working-day',
  afterHours: 'same-day',
}

/** One rule with the words and the number of its source. */
export interface RuleText {
  readonly text: LocalizedText
  /** Number and article of the act, or `option` where the caller chose it. */
  readonly source: string
  readonly basis: LocalizedText
}

function civilCode(article: string): Pick<RuleText, 'source' | 'basis'> {
  const [number = '', clause] = article.split('.')
  return {
    source: `91/2015/QH13 art. ${number}${clause === undefined ? '' : `(${clause})`}`,
    basis: {
      vi: `Bộ luật Dân sự 2015, Điều ${number}${clause === undefined ? '' : ` khoản ${clause}`}`,
      en: `Civil Code 2015, art. ${number}${clause === undefined ? '' : `(${clause})`}`,
    },
  }
}

const option: Pick<RuleText, 'source' | 'basis'> = {
  source: 'option',
  basis: { vi: 'Cách tính do cơ quan chọn', en: 'Chosen by the office' },
}

const publishedTerm: Pick<RuleText, 'source' | 'basis'> = {
  source: 'published-term',
  basis: { vi: 'Thời hạn đã công bố của thủ tục', en: 'The published term of the procedure' },
}

/** Every rule that can move a due date, with its source. */
export const ruleTexts = {
  'first-day': {
    text: { vi: 'Ngày tiếp nhận không tính vào thời hạn', en: 'The day of receipt is not counted' },
    ...civilCode('147.2'),
  },
  'hours-at-once': {
    text: {
      vi: 'Thời hạn bằng giờ tính ngay từ lúc nhận',
      en: 'A term of hours runs from the moment of receipt',
    },
    ...civilCode('147.1'),
  },
  'calendar-days': {
    text: { vi: 'Ngày lịch được tính liên tục', en: 'Calendar days are counted without a break' },
    ...civilCode('148.1'),
  },
  'at-once': {
    text: { vi: 'Tính ngay từ lúc bắt đầu bước', en: 'Counted from the moment the step begins' },
    ...option,
  },
  'last-day': {
    text: {
      vi: 'Ngày cuối là ngày nghỉ: kết thúc vào ngày làm việc tiếp theo',
      en: 'The last day is a day off: the term ends on the next working day',
    },
    ...civilCode('148.5'),
  },
  'month-end': {
    text: {
      vi: 'Tháng cuối không có ngày tương ứng: kết thúc vào ngày cuối tháng',
      en: 'The last month has no such day: the term ends on the last day of that month',
    },
    ...civilCode('148.3'),
  },
  'cut-off': {
    text: {
      vi: 'Nhận sau giờ chốt: tính như nhận vào ngày làm việc tiếp theo',
      en: 'Received after the cut-off: counted as received on the next working day',
    },
    ...publishedTerm,
  },
  'after-hours': {
    text: {
      vi: 'Nhận ngoài giờ làm việc: tính như nhận vào ngày làm việc tiếp theo',
      en: 'Received outside working time: counted as received on the next working day',
    },
    ...option,
  },
  'same-day': {
    text: { vi: 'Trả kết quả ngay trong ngày', en: 'The result is due on the same day' },
    ...publishedTerm,
  },
  'end-of-working-day': {
    text: {
      vi: 'Hẹn trả khi hết giờ làm việc của ngày đến hạn',
      en: 'Due at the end of working time of the due day',
    },
    ...civilCode('148'),
  },
  'same-clock-time': {
    text: { vi: 'Hẹn trả vào cùng giờ với lúc nhận', en: 'Due at the same clock time as the receipt' },
    ...option,
  },
  extension: {
    text: {
      vi: 'Kéo dài thời hạn trong trường hợp luật định',
      en: 'Lengthened in a circumstance named by law',
    },
    ...publishedTerm,
  },
  pause: {
    text: { vi: 'Thời gian tạm dừng không tính vào thời hạn', en: 'Paused time is not counted' },
    source: 'ledger',
    basis: { vi: 'Sổ thời hạn của hồ sơ', en: "The dossier's clock ledger" },
  },
  restart: {
    text: {
      vi: 'Tính lại thời hạn từ đầu khi nhận đủ hồ sơ bổ sung',
      en: 'The term starts from zero once the full dossier is received',
    },
    source: '61/2018/NĐ-CP art. 19(4)',
    basis: { vi: 'Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4', en: 'Decree 61/2018/NĐ-CP, art. 19(4)' },
  },
} as const satisfies Readonly<Record<string, RuleText>>

/** One of the rules in {@link ruleTexts}. */
export type RuleName = keyof typeof ruleTexts

/** Why a clock stands still. The first two are national statuses 5 and 6; the others are configuration. */
export const pauseReasons = {
  supplement: { vi: 'Chờ bổ sung hồ sơ', en: 'Waiting for a supplement' },
  'financial-duty': { vi: 'Chờ thực hiện nghĩa vụ tài chính', en: 'Waiting for a financial duty' },
  'outside-opinion': { vi: 'Chờ ý kiến cơ quan khác', en: 'Waiting for an outside opinion' },
  inspection: { vi: 'Chờ kiểm tra, giám định thực tế', en: 'Waiting for an inspection' },
  'force-majeure': { vi: 'Sự kiện bất khả kháng', en: 'Force majeure' },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** One of the reasons in {@link pauseReasons}. */
export type PauseReason = keyof typeof pauseReasons
