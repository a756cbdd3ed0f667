/**
 * Duties towards the applicant that the rule set dates: answering, forwarding, asking for papers, apologising.
 *
 * They are findings and not refusals: a late notice is still owed, and refusing it would only make it later.
 *
 * @module
 */
import type { WorkingCalendar } from '../../calendar/index.ts'
import { dateOfInstant, type Instant } from '../../date.ts'
import type { CaseHeader, UnsealedEvent } from '../../dossier/history/index.ts'
import type { LocalizedText } from '../../errors.ts'
import type { Finding } from '../../finding.ts'
import { apologyBy, replyBy, supplementNoticeBy } from '../case/clock.ts'
import type { DefinedProcess } from '../define.ts'
import { applyTransitions, findRuleSet, findRuleSetById, type RuleSet } from '../rule-set.ts'

/** What is known of a case on the way through its events. */
interface Course {
  readonly header: CaseHeader
  readonly rulesAt: (at: Instant) => RuleSet
  readonly receivedAt: Instant | undefined
  /** Start of the term: reception, or the answer from which it was counted anew. */
  readonly countedFrom: Instant | undefined
  readonly dueAt: Instant | undefined
  readonly unansweredSince: Instant | undefined
  readonly hasApologised: boolean
}

/** A duty and whether it was done in time. */
interface Duty {
  readonly code: string
  readonly event: UnsealedEvent
  readonly by: Instant
  readonly rule: string
  readonly message: LocalizedText
  readonly remedy: LocalizedText
}

/** The finding of a duty that was done late; none when it was in time. */
function findLate({ code, event, by, rule, message, remedy }: Duty): readonly Finding[] {
  if (event.at <= by) return []
  return [
    {
      code: `procedure/${code}`,
      severity: 'warning',
      place: `${event.caseId}#${event.seq}`,
      message,
      remedy,
      facts: { event: event.type, at: event.at, by, rule },
    },
  ]
}

const answers = /^(dossier\.(received|refused)|intake-supplement\.requested)$/

/** The counter's first answer to an online dossier. */
function checkReply(course: Course, event: UnsealedEvent, calendar: WorkingCalendar): readonly Finding[] {
  const { unansweredSince, header } = course
  if (header.channel !== 'online' || unansweredSince === undefined || !answers.test(event.type)) return []
  const rules = course.rulesAt(event.at)
  return findLate({
    code: 'late-online-reply',
    event,
    by: replyBy(unansweredSince, rules, calendar),
    rule: rules.onlineReplyWorkingHours.source,
    message: { vi: 'trả lời hồ sơ trực tuyến quá hạn', en: 'the online dossier was answered late' },
    remedy: {
      vi: 'bố trí người trực tiếp nhận hồ sơ trực tuyến',
      en: 'see that online dossiers are watched',
    },
  })
}

/** Asking for papers after reception. */
function checkSupplement(
  course: Course,
  event: UnsealedEvent,
  calendar: WorkingCalendar,
): readonly Finding[] {
  if (event.type !== 'supplement.requested' || course.countedFrom === undefined) return []
  const rules = course.rulesAt(event.at)
  return findLate({
    code: 'late-supplement-notice',
    event,
    by: supplementNoticeBy(course.countedFrom, rules, calendar),
    rule: rules.supplementNoticeWorkingDays.source,
    message: {
      vi: 'thông báo bổ sung hồ sơ sau thời hạn kể từ ngày tiếp nhận',
      en: 'papers were asked for later after receipt than allowed',
    },
    remedy: { vi: 'thẩm định thành phần hồ sơ sớm hơn', en: 'appraise the papers earlier' },
  })
}

/** Apologising before the appointment runs out, and at all. */
function checkApology(course: Course, event: UnsealedEvent, calendar: WorkingCalendar): readonly Finding[] {
  const { dueAt, hasApologised } = course
  if (dueAt === undefined) return []
  const rules = course.rulesAt(event.at)
  const rule = rules.apologyLeadWorkingDays.source
  if (event.type === 'apology.sent') {
    return findLate({
      code: 'late-apology',
      event,
      by: apologyBy(dueAt, rules, calendar),
      rule,
      message: {
        vi: 'phiếu xin lỗi gửi muộn so với thời điểm phải báo trước khi hết hạn',
        en: 'the apology came later before the appointment than it has to',
      },
      remedy: { vi: 'theo dõi cảnh báo due-soon', en: 'act on the warning due-soon' },
    })
  }
  if ((event.type !== 'result.issued' && event.type !== 'case.rejected') || hasApologised) return []
  return findLate({
    code: 'missing-apology',
    event,
    by: dueAt,
    rule,
    message: { vi: 'quá hạn mà không có phiếu xin lỗi', en: 'it was late and nobody apologised' },
    remedy: { vi: 'gửi phiếu xin lỗi, hẹn lại trước khi hết hạn', en: 'apologise and re-appoint in time' },
  })
}

/** Passing the dossier on from the counter. */
function checkForward(_course: Course, event: UnsealedEvent): readonly Finding[] {
  if (event.type !== 'dossier.forwarded') return []
  return findLate({
    code: 'late-forward',
    event,
    by: event.data.forwardBy,
    rule: 'NĐ 61/2018/NĐ-CP art. 18(2)',
    message: { vi: 'chuyển hồ sơ muộn', en: 'the dossier was forwarded late' },
    remedy: { vi: 'chuyển trong ngày làm việc', en: 'forward it on the same working day' },
  })
}

/** The course after an event. */
function follow(course: Course, event: UnsealedEvent): Course {
  if (answers.test(event.type) && event.type !== 'dossier.received')
    return { ...course, unansweredSince: undefined }
  switch (event.type) {
    case 'dossier.submitted':
    case 'intake-supplement.answered':
      return { ...course, unansweredSince: event.at }
    case 'dossier.received': {
      const { receivedAt } = event.data
      return { ...course, unansweredSince: undefined, receivedAt, countedFrom: receivedAt }
    }
    case 'appointment.set': {
      const { dueAt, cause } = event.data
      return { ...course, dueAt, ...(cause === 'restarted' ? { countedFrom: event.at } : {}) }
    }
    case 'apology.sent':
      return { ...course, hasApologised: true }
    default:
      return course
  }
}

/** The rule set of a case at a moment: that of its day of receipt, with the transitional rules stated since. */
function rulesOf(defined: DefinedProcess, header: CaseHeader, receivedAt: Instant | undefined) {
  return (at: Instant): RuleSet => {
    const own = defined.ruleSets
    if (receivedAt === undefined) return findRuleSet(dateOfInstant(at), own)
    const receivedOn = dateOfInstant(receivedAt)
    const base = findRuleSetById(header.ruleSet, own) ?? findRuleSet(receivedOn, own)
    return applyTransitions(base, { receivedOn, on: dateOfInstant(at) }, own)
  }
}

/** The findings of one case. */
function checkCase(
  defined: DefinedProcess,
  events: readonly UnsealedEvent[],
  calendar: WorkingCalendar,
): readonly Finding[] {
  const [first] = events
  if (first?.type !== 'case.opened') return []
  const findings: Finding[] = []
  const header = first.data
  let course: Course = {
    header,
    rulesAt: rulesOf(defined, header, undefined),
    receivedAt: undefined,
    countedFrom: undefined,
    dueAt: undefined,
    unansweredSince: undefined,
    hasApologised: false,
  }
  for (const event of events) {
    for (const check of [checkReply, checkForward, checkSupplement, checkApology])
      findings.push(...check(course, event, calendar))
    const next = follow(course, event)
    const isReceived = next.receivedAt !== course.receivedAt
    course = isReceived ? { ...next, rulesAt: rulesOf(defined, header, next.receivedAt) } : next
  }
  return findings
}

/**
 * Finds which duties towards the applicant were done late, by the rule set that each case follows.
 *
 * An online dossier is answered within working hours of its arrival, a dossier is forwarded on the same working day,
 * papers are asked for within working days of receipt (NĐ 61/2018/NĐ-CP art. 19(4)), and an apology is sent working
 * days before the appointment runs out (art. 19(9)). Whether a value was verified stands in the rule set.
 *
 * @param events - Events of any number of cases, each from its opening on and in order; sealed or not.
 *
 * @example
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { registerCopies } from 'motcua/procedure'
 * import { checkNotices } from 'motcua/procedure/conform'
 * checkNotices(registerCopies, [], { calendar: buildWorkingCalendar() }) // []
 */
export function checkNotices(
  defined: DefinedProcess,
  events: readonly UnsealedEvent[],
  options: { readonly calendar: WorkingCalendar },
): readonly Finding[] {
  const cases = new Map<string, UnsealedEvent[]>()
  for (const event of events) {
    const known = cases.get(event.caseId)
    if (known) known.push(event)
    else cases.set(event.caseId, [event])
  }
  return [...cases.values()].flatMap((one) => checkCase(defined, one, options.calendar))
}
