/**
 * The rules of the one-stop mechanism by date, each with its source and whether it was verified.
 *
 * A case keeps the rule set of its day of receipt. What was not verified in the text of the law is
 * configuration: it stands with the older value and says so.
 *
 * @module
 */
import { type IsoDate, isoDate } from '../date.ts'
import type { LocalizedText } from '../errors.ts'

/** One rule: its value, where it comes from, and whether that text was read. */
export interface Rule<T> {
  readonly value: T
  readonly source: string
  /** `default` stands in for a text that was not verified: treat it as configuration. */
  readonly standing: 'verified' | 'default'
}

/** The rules that apply to cases received between two days. */
export interface RuleSet {
  readonly id: string
  readonly title: LocalizedText
  readonly effectiveFrom: IsoDate
  /** Last day on which a case can be received under it; absent while it is in force. */
  readonly effectiveTo?: IsoDate
  /**
   * The stated transitional rule: `new-cases` (absent) leaves running cases under the old set, `all-cases` takes them
   * over, `if-favourable` takes over each rule that is better for the applicant.
   */
  readonly transition?: 'new-cases' | 'all-cases' | 'if-favourable'
  /** `HH:mm`; received later, the dossier is forwarded at the start of the next working day. */
  readonly forwardCutOff: Rule<string>
  readonly maxIntakeSupplementRequests: Rule<number>
  readonly maxSupplementRequests: Rule<number>
  readonly supplementMode: Rule<'pause' | 'restart'>
  /** Working days from receipt within which papers are asked for after appraisal. */
  readonly supplementNoticeWorkingDays: Rule<number>
  /** Working days before the due date by which an apology has to be sent. */
  readonly apologyLeadWorkingDays: Rule<number>
  readonly maxReappointments: Rule<number>
  readonly maxExtensions: Rule<number>
  /** Working hours within which an online dossier is answered. */
  readonly onlineReplyWorkingHours: Rule<number>
}

function verified<T>(value: T, source: string): Rule<T> {
  return { value, source, standing: 'verified' }
}

function byDefault<T>(value: T, source: string): Rule<T> {
  return { value, source, standing: 'default' }
}

const decree61 = {
  forwardCutOff: verified('15:00', 'NĐ 61/2018/NĐ-CP art. 18(2)'),
  maxIntakeSupplementRequests: verified(1, 'NĐ 61/2018/NĐ-CP art. 15(3)'),
  maxSupplementRequests: byDefault(1, 'NĐ 61/2018/NĐ-CP art. 19(4) sets no number'),
  supplementMode: verified<'pause' | 'restart'>('restart', 'NĐ 61/2018/NĐ-CP art. 19(4)'),
  supplementNoticeWorkingDays: verified(3, 'NĐ 61/2018/NĐ-CP art. 19(4)'),
  apologyLeadWorkingDays: verified(1, 'NĐ 61/2018/NĐ-CP art. 19(9)'),
  maxReappointments: verified(1, 'NĐ 61/2018/NĐ-CP art. 19(9)'),
  maxExtensions: byDefault(1, 'special law of each procedure'),
  onlineReplyWorkingHours: byDefault(8, 'NĐ 45/2020/NĐ-CP art. 11'),
} as const

/** Why a rule of NĐ 118/2025 is a default here. */
const UNREAD = 'NĐ 118/2025/NĐ-CP: text not verified, value of NĐ 61/2018/NĐ-CP'

/**
 * The rule sets known to the package, oldest first.
 *
 * NĐ 118/2025/NĐ-CP replaced NĐ 61/2018/NĐ-CP (with NĐ 107/2021/NĐ-CP) on 1/7/2025; its articles on
 * supplements, apology and extension were not verified, so they carry the older values as defaults.
 */
export const ruleSets: readonly RuleSet[] = [
  {
    id: 'nd-61-2018',
    title: { vi: 'Nghị định 61/2018/NĐ-CP và 107/2021/NĐ-CP', en: 'Decrees 61/2018 and 107/2021' },
    effectiveFrom: isoDate('2018-06-21'),
    effectiveTo: isoDate('2025-06-30'),
    ...decree61,
  },
  {
    id: 'nd-118-2025',
    title: { vi: 'Nghị định 118/2025/NĐ-CP', en: 'Decree 118/2025' },
    effectiveFrom: isoDate('2025-07-01'),
    forwardCutOff: byDefault('15:00', UNREAD),
    maxIntakeSupplementRequests: byDefault(1, UNREAD),
    maxSupplementRequests: byDefault(1, UNREAD),
    supplementMode: byDefault<'pause' | 'restart'>('restart', UNREAD),
    supplementNoticeWorkingDays: byDefault(3, UNREAD),
    apologyLeadWorkingDays: byDefault(1, UNREAD),
    maxReappointments: byDefault(1, UNREAD),
    maxExtensions: byDefault(1, UNREAD),
    onlineReplyWorkingHours: byDefault(8, 'NĐ 45/2020/NĐ-CP art. 11: article not verified'),
  },
]

/**
 * Finds the rule set of a day of receipt; the first one stands for days before any.
 *
 * @param own - Rule sets of the agency, instead of those of the package.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { findRuleSet } from 'motcua/procedure'
 * findRuleSet(isoDate('2025-06-30')).id // 'nd-61-2018'
 * findRuleSet(isoDate('2025-07-01')).id // 'nd-118-2025'
 */
export function findRuleSet(receivedOn: IsoDate, own: readonly RuleSet[] = ruleSets): RuleSet {
  const [first] = own
  const found = own.findLast(({ effectiveFrom }) => effectiveFrom <= receivedOn) ?? first
  return found ?? (ruleSets[0] as RuleSet)
}

/** Which of two values of a rule is better for the applicant. */
type Better<T> = (next: T, old: T) => boolean

/** Fewer requests, postponements and hours are better. */
const less: Better<number> = (next, old) => next < old

/** The new rule where it is better, else the old one with its source. */
function betterOf<T>(old: Rule<T>, next: Rule<T>, isBetter: Better<T>): Rule<T> {
  return isBetter(next.value, old.value) ? next : old
}

/**
 * Takes over from a new rule set each rule that is better for the applicant; the id stays that of the old one.
 *
 * Better is: fewer requests for papers, re-appointments and extensions, a clock that goes on instead of beginning
 * anew, notices and answers that come sooner, forwarding on the same day for longer. The weighing is ours.
 */
function takeFavourable(old: RuleSet, next: RuleSet): RuleSet {
  return {
    ...old,
    forwardCutOff: betterOf(old.forwardCutOff, next.forwardCutOff, (a, b) => a > b),
    maxIntakeSupplementRequests: betterOf(
      old.maxIntakeSupplementRequests,
      next.maxIntakeSupplementRequests,
      less,
    ),
    maxSupplementRequests: betterOf(old.maxSupplementRequests, next.maxSupplementRequests, less),
    supplementMode: betterOf(
      old.supplementMode,
      next.supplementMode,
      (a, b) => a === 'pause' && b !== 'pause',
    ),
    supplementNoticeWorkingDays: betterOf(
      old.supplementNoticeWorkingDays,
      next.supplementNoticeWorkingDays,
      less,
    ),
    apologyLeadWorkingDays: betterOf(
      old.apologyLeadWorkingDays,
      next.apologyLeadWorkingDays,
      (a, b) => a > b,
    ),
    maxReappointments: betterOf(old.maxReappointments, next.maxReappointments, less),
    maxExtensions: betterOf(old.maxExtensions, next.maxExtensions, less),
    onlineReplyWorkingHours: betterOf(old.onlineReplyWorkingHours, next.onlineReplyWorkingHours, less),
  }
}

/**
 * Applies the transitional rules stated by later rule sets to a case that was received under `base`.
 *
 * @param base - The rule set of the day of receipt.
 * @param days - When the case was received, and the day that is asked about.
 */
export function applyTransitions(
  base: RuleSet,
  days: { readonly receivedOn: IsoDate; readonly on: IsoDate },
  own: readonly RuleSet[] = ruleSets,
): RuleSet {
  return own
    .filter(({ effectiveFrom }) => effectiveFrom > days.receivedOn && effectiveFrom <= days.on)
    .reduce((rules, later) => {
      if (later.transition === 'all-cases') return later
      return later.transition === 'if-favourable' ? takeFavourable(rules, later) : rules
    }, base)
}

/** Finds a rule set by its id. */
export function findRuleSetById(id: string, own: readonly RuleSet[] = ruleSets): RuleSet | undefined {
  return own.find((rules) => rules.id === id)
}
