/**
 * The named conditions of the chart, as pure questions about the facts, the command and the actor.
 *
 * The machine and the tables ask the same functions; nothing here knows a clock or a calendar beyond the
 * moment that travels with the command.
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import type { Actor } from '../../dossier/history/index.ts'
import type { LocalizedText } from '../../errors.ts'
import type { ProcessDefinition } from '../definition.ts'
import type { RuleSet } from '../rule-set.ts'
import type { CaseFacts } from './facts.ts'

/** What a check may look at. */
export interface Question {
  readonly definition: ProcessDefinition
  readonly rules: RuleSet
  readonly facts: CaseFacts
  readonly at: Instant
  readonly actor: Actor
  readonly data: Readonly<Record<string, unknown>>
  /** Value that the chart gives the check: a step, a reason, a moment. */
  readonly value: string
}

/** One check: when it asks about the command, a screen cannot know the answer before there is one. */
export interface CheckRow {
  readonly asks: 'case' | 'command'
  /** What a refusal is called when it fails. */
  readonly code: string
  /** A check of the command's own word: another arrow of the same command may be meant. */
  readonly isSelector?: true
  readonly holds: (question: Question) => boolean
  readonly message: LocalizedText
}

/** Tells whether a list holds a value. */
export const has = (list: readonly string[], value: unknown): boolean => list.some((one) => one === value)

/** The check of a command's own word; where it fails another arrow of the same command may hold. */
function word<Code extends string>(code: Code, name: string, message: LocalizedText) {
  const holds = ({ data, value }: Question): boolean => data[name] === value
  return { asks: 'command', code, isSelector: true, holds, message } as const
}

/** Levels of a signature, lowest first (ETSI EN 319 142-1). */
const signatureLevels: readonly string[] = ['B-B', 'B-T', 'B-LT', 'B-LTA']

/** Every check with what is said when it fails. */
export const checks = {
  isOpen: {
    asks: 'case',
    code: 'closed',
    holds: ({ facts }) => facts.phase !== 'closed',
    message: { vi: 'hồ sơ đã kết thúc', en: 'the case is closed' },
  },
  isReceived: {
    asks: 'case',
    code: 'not-received',
    holds: ({ facts }) => facts.receivedAt !== undefined,
    message: { vi: 'hồ sơ chưa được tiếp nhận', en: 'the case is not received yet' },
  },
  isSettling: {
    asks: 'case',
    code: 'not-settling',
    holds: ({ facts }) => facts.phase === 'settling',
    message: { vi: 'hồ sơ không ở giai đoạn giải quyết', en: 'the case is not being settled' },
  },
  isConcluded: {
    asks: 'case',
    code: 'not-returned',
    holds: ({ facts }) => facts.returnedAt !== undefined,
    message: { vi: 'kết quả chưa được trả', en: 'the result has not been handed over' },
  },
  isNotPaused: {
    asks: 'case',
    code: 'clock-paused',
    holds: ({ facts }) => facts.pausedFor === undefined,
    message: { vi: 'thời hạn đang tạm dừng', en: 'the clock stands still' },
  },
  isClockRunning: {
    asks: 'case',
    code: 'clock-not-running',
    holds: ({ facts }) => facts.phase === 'settling' && facts.pausedFor === undefined,
    message: { vi: 'thời hạn không đang chạy', en: 'the clock is not running' },
  },
  isPausedFor: {
    asks: 'case',
    code: 'not-paused-for-this',
    holds: ({ facts, value }) => facts.pausedFor === value,
    message: {
      vi: 'hồ sơ không tạm dừng vì lý do này',
      en: 'the clock does not stand still for this reason',
    },
  },
  isPausedForConsultation: {
    asks: 'case',
    code: 'not-waiting',
    holds: ({ facts, value }) => facts.pausedBy === value,
    message: { vi: 'hồ sơ không chờ ý kiến này', en: 'the clock does not wait for this opinion' },
  },
  isReason: word('other-reason', 'reason', {
    vi: 'lý do tạm dừng không đúng',
    en: 'the reason of the pause is another',
  }),
  hasSupplementRound: {
    asks: 'case',
    code: 'no-supplement-round-left',
    holds: ({ facts, definition, rules }) =>
      facts.rounds < (definition.supplement?.maxRounds ?? rules.maxSupplementRequests.value),
    message: {
      vi: 'đã hết số lần yêu cầu bổ sung được phép',
      en: 'no further request for papers is allowed',
    },
  },
  hasIntakeRound: {
    asks: 'case',
    code: 'no-intake-round-left',
    holds: ({ facts, rules }) => facts.intakeRounds < rules.maxIntakeSupplementRequests.value,
    message: {
      vi: 'chỉ được hướng dẫn bổ sung một lần đầy đủ, chính xác khi tiếp nhận',
      en: 'papers may be asked for only once at intake, fully and exactly',
    },
  },
  isRestarting: {
    asks: 'case',
    code: 'not-restarting',
    holds: ({ definition, rules }) =>
      (definition.supplement?.mode ?? rules.supplementMode.value) === 'restart',
    message: { vi: 'thời hạn không tính lại từ đầu', en: 'the term does not begin anew' },
  },
  isAnswerOverdue: {
    asks: 'case',
    code: 'answer-not-overdue',
    holds: ({ facts, at }) => facts.answerBy !== undefined && at > facts.answerBy,
    message: { vi: 'chưa hết hạn bổ sung', en: 'the time to answer has not run out' },
  },
  hasExtension: {
    asks: 'case',
    code: 'no-extension-left',
    holds: ({ facts, rules }) =>
      facts.phase === 'settling' && facts.extensions.length < rules.maxExtensions.value,
    message: { vi: 'không còn được gia hạn', en: 'no further extension is allowed' },
  },
  hasReappointment: {
    asks: 'case',
    code: 'no-reappointment-left',
    holds: ({ facts, rules }) => facts.reappointments < rules.maxReappointments.value,
    message: { vi: 'chỉ được hẹn lại một lần', en: 'only one re-appointment is allowed' },
  },
  isLaterPromise: {
    asks: 'command',
    code: 'not-later',
    holds: ({ facts, at, data }) =>
      typeof data.dueAt === 'string' && data.dueAt > at && data.dueAt > (facts.appointment?.dueAt ?? ''),
    message: {
      vi: 'ngày hẹn lại phải sau hiện tại và sau ngày đã hẹn',
      en: 'the new appointment must lie ahead, and after the one that was promised',
    },
  },
  isStep: word('step-not-active', 'step', {
    vi: 'bước này không đang thực hiện',
    en: 'that step is not active',
  }),
  isSigning: word('signing-not-due', 'signing', {
    vi: 'không phải bước ký này',
    en: 'that is not the signing step',
  }),
  isStepActive: {
    asks: 'command',
    code: 'step-not-active',
    holds: ({ facts, data }) => typeof data.step === 'string' && facts.steps[data.step] !== undefined,
    message: { vi: 'bước này không đang thực hiện', en: 'that step is not active' },
  },
  isAssignee: {
    asks: 'case',
    code: 'assigned-to-another',
    holds: ({ facts, actor, value }) => {
      const assignee = facts.steps[value]?.assignee
      return assignee === undefined || assignee === actor.id || assignee === actor.onBehalfOf
    },
    message: { vi: 'bước đã giao cho người khác', en: 'the step is assigned to somebody else' },
  },
  isOutcome: word('unknown-outcome', 'outcome', {
    vi: 'kết quả của bước không hợp lệ',
    en: 'the step has no such outcome',
  }),
  isReturnTo: word('no-return-there', 'to', {
    vi: 'không được trả về bước này',
    en: 'it may not be returned to that step',
  }),
  isRecallOf: {
    asks: 'command',
    code: 'no-recall',
    holds: ({ facts, actor, data, value }) =>
      data.step === value && facts.recall?.step === value && facts.recall.by === actor.id,
    message: {
      vi: 'chỉ người vừa hoàn thành bước được rút lại, khi bước sau chưa xử lý',
      en: 'only who completed the step may take it back, before the next one is acted on',
    },
  },
  isConsultationDone: {
    asks: 'case',
    code: 'opinion-awaited',
    holds: ({ facts, at, value }) => {
      const dueAt = facts.consultations[value]
      return dueAt === undefined || at > dueAt
    },
    message: { vi: 'chưa có ý kiến của cơ quan được hỏi', en: 'the consulted agency has not answered' },
  },
  isConsultation: word('unknown-consultation', 'consultation', {
    vi: 'không có nội dung lấy ý kiến này',
    en: 'there is no such consultation',
  }),
  isLeg: word('unknown-leg', 'leg', { vi: 'không có thủ tục liên thông này', en: 'there is no such leg' }),
  isLegReady: {
    asks: 'case',
    code: 'leg-not-ready',
    holds: ({ facts, definition, value }) => {
      const leg = definition.legs?.find(({ id }) => id === value)
      const after = leg?.startAfterStep
      const isStepDone = after === undefined || has(facts.completed, after)
      return isStepDone && (leg?.startAfter ?? []).every((one) => facts.legs[one]?.outcome === 'done')
    },
    message: { vi: 'chưa xong việc phải làm trước', en: 'what has to come before is not done' },
  },
  isLegOutcome: word('unknown-leg-outcome', 'outcome', {
    vi: 'kết quả liên thông không hợp lệ',
    en: 'a leg has no such outcome',
  }),
  areLegsFinished: {
    asks: 'case',
    code: 'legs-open',
    holds: ({ facts, definition }) =>
      (definition.legs ?? [])
        .filter(({ isMandatory }) => isMandatory !== false)
        .every(({ id }) => has(['done', 'refused'], facts.legs[id]?.outcome)),
    message: { vi: 'còn thủ tục liên thông chưa xong', en: 'a mandatory leg is not finished' },
  },
  isNumbered: {
    asks: 'case',
    code: 'not-numbered',
    holds: ({ facts }) => facts.number !== undefined,
    message: { vi: 'kết quả chưa có số', en: 'the result has no number yet' },
  },
  isNotNumbered: {
    asks: 'case',
    code: 'already-numbered',
    holds: ({ facts }) => facts.number === undefined,
    message: { vi: 'kết quả đã có số', en: 'the result has a number already' },
  },
  isSigned: {
    asks: 'case',
    code: 'not-signed',
    holds: ({ facts, value }) => has(facts.signatures, value),
    message: { vi: 'kết quả chưa được ký', en: 'the result is not signed' },
  },
  isMode: {
    asks: 'command',
    code: 'wrong-signing-mode',
    holds: ({ data, value }) => data.mode === value,
    message: { vi: 'chế độ ký không đúng với bước ký', en: 'the step signs in another mode' },
  },
  isLevel: {
    asks: 'command',
    code: 'signature-level-too-low',
    holds: ({ data, value }) =>
      signatureLevels.indexOf(String(data.signatureLevel)) >= signatureLevels.indexOf(value),
    message: {
      vi: 'mức chữ ký số thấp hơn mức mà quy trình yêu cầu',
      en: 'the level of the signature is below what the process asks',
    },
  },
  isCopySigned: {
    asks: 'command',
    code: 'copy-not-signed',
    holds: ({ data, definition }) => data.signed === true || definition.digitisation?.isCopySigned === false,
    message: {
      vi: 'bản điện tử phải được ký số (chế độ copy) trước khi lưu',
      en: 'the electronic copy must be signed (mode copy) before it is kept',
    },
  },
  isRegistered: {
    asks: 'case',
    code: 'not-registered',
    holds: ({ facts }) => facts.isRegistered,
    message: { vi: 'kết quả chưa vào kho kết quả', en: 'the result is not in the result store' },
  },
  isPaid: {
    asks: 'case',
    code: 'not-paid',
    holds: ({ facts }) => Object.values(facts.payments).every((state) => state !== 'requested'),
    message: { vi: 'còn khoản phí, lệ phí chưa nộp', en: 'a fee is not paid' },
  },
  isNewPayment: {
    asks: 'command',
    code: 'payment-exists',
    holds: ({ facts, data }) => facts.payments[String(data.payment)] === undefined,
    message: { vi: 'khoản thu này đã có', en: 'that payment exists already' },
  },
  isPaymentOpen: {
    asks: 'command',
    code: 'payment-not-open',
    holds: ({ facts, data }) => facts.payments[String(data.payment)] === 'requested',
    message: { vi: 'không có khoản thu nào như vậy đang chờ', en: 'no such payment is open' },
  },
  isLastPayment: {
    asks: 'command',
    code: 'payments-open',
    holds: ({ facts, data }) =>
      Object.entries(facts.payments).every(([id, state]) => state !== 'requested' || id === data.payment),
    message: { vi: 'còn khoản khác chưa nộp', en: 'another payment is open' },
  },
  isRefundable: {
    asks: 'command',
    code: 'not-refundable',
    holds: ({ facts, data }) => facts.payments[String(data.payment)] === 'paid',
    message: { vi: 'khoản này chưa nộp hoặc đã hoàn', en: 'that payment is not paid, or refunded already' },
  },
  isMoment: {
    asks: 'command',
    code: 'other-moment',
    holds: ({ data, value }) => has(value.split(' '), data.moment),
    message: { vi: 'không phải thời điểm số hóa này', en: 'this is not the moment to digitise that' },
  },
  isFound: {
    asks: 'command',
    code: 'not-found-in-store',
    holds: ({ facts, data }) => facts.papers[String(data.paper)] === 'found',
    message: {
      vi: 'phải tra cứu thấy trong kho trước khi dùng lại',
      en: 'it must be found in the store first',
    },
  },
  isLookedUp: {
    asks: 'command',
    code: 'not-looked-up',
    holds: ({ facts, data }) => facts.papers[String(data.paper)] !== undefined,
    message: { vi: 'phải tra cứu kho trước khi số hóa', en: 'the store must be looked up before scanning' },
  },
  isMomentCovered: {
    asks: 'case',
    code: 'not-digitised',
    holds: ({ facts, value }) => has(facts.moments, value),
    message: { vi: 'chưa số hóa ở thời điểm này', en: 'nothing was digitised at this moment' },
  },
  isDirection: word('unknown-direction', 'direction', {
    vi: 'chiều gửi không hợp lệ',
    en: 'that is not a direction',
  }),
  isDelegation: {
    asks: 'command',
    code: 'unknown-delegation',
    holds: ({ facts, data }) => facts.delegations.some(({ delegation }) => delegation === data.delegation),
    message: { vi: 'không có ủy quyền này', en: 'there is no such delegation' },
  },
  isWarningDue: {
    asks: 'command',
    code: 'nothing-to-warn',
    holds: ({ facts, at, data }) => {
      const dueAt = String(data.dueAt)
      const key = warningKey(data)
      const isOver = String(data.kind).endsWith('due-soon') || at > dueAt
      const isWaiting =
        data.kind === 'reply-overdue'
          ? facts.unansweredSince !== undefined
          : facts.pausedFor === undefined && facts.phase === 'settling'
      return isWaiting && isOver && !has(facts.warned, key)
    },
    message: { vi: 'không cần cảnh báo lúc này', en: 'there is nothing to warn about now' },
  },
  isCorrectionOf: word('not-correctable', 'what', {
    vi: 'không sửa được mục này',
    en: 'that cannot be corrected',
  }),
  isCorrectionTo: word('unknown-step', 'after', { vi: 'không có bước này', en: 'there is no such step' }),
} as const satisfies Readonly<Record<string, CheckRow>>

/** Name of a check. */
export type CheckName = keyof typeof checks

/**
 * Name under which a warning is remembered, so that it is raised once; visible ASCII of at most 64 characters,
 * so that a host may use it as a command id.
 */
export function warningKey(data: Readonly<Record<string, unknown>>): string {
  const minute = String(data.dueAt).slice(0, 16).replace(/\D/g, '')
  return [data.kind, ...(data.step === undefined ? [] : [data.step]), minute].join(':')
}
