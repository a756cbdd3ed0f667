/**
 * The commands of a case: who may give each by default, what event follows, and which of its data we compute.
 *
 * The table is that of `docs/contracts.md`; the data are those of the event in `dossier`, less what only
 * the decision can know (rounds, due dates, steps entered).
 *
 * @module
 */
import * as z from 'zod'
import { type CaseEventType, Command, caseEventData } from '../dossier/history/index.ts'
import type { LocalizedText } from '../errors.ts'
import { compileFastYes, type FastYes } from './case/fast-yes.ts'

/** One row of the table of commands. */
interface CommandRow {
  readonly event: CaseEventType
  /** Roles of docs/contracts.md; a step's own role stands above them. Empty for anyone who has a role. */
  readonly roles: readonly string[]
  /** Data of the event that the decision fills in. */
  readonly computed?: readonly string[]
  /** Data that the caller may leave to the decision. */
  readonly optional?: readonly string[]
}

const officer = ['officer']
const reception = ['reception']
const applicant = ['applicant', 'reception']
const heads = ['approver', 'unit-head']

/** Every command with its event, its roles by default, and its computed data. */
export const commandTable = {
  'case.open': { event: 'case.opened', roles: applicant, computed: ['definition'], optional: ['ruleSet'] },
  'dossier.edit': { event: 'dossier.edited', roles: applicant },
  'dossier.submit': { event: 'dossier.submitted', roles: applicant },
  'intake.begin': { event: 'intake.begun', roles: reception },
  'intake-supplement.request': { event: 'intake-supplement.requested', roles: reception },
  'intake-supplement.answer': { event: 'intake-supplement.answered', roles: applicant },
  'dossier.refuse': { event: 'dossier.refused', roles: reception },
  'dossier.receive': { event: 'dossier.received', roles: reception, optional: ['receivedAt'] },
  'dossier.forward': {
    event: 'dossier.forwarded',
    roles: ['reception', 'system'],
    computed: ['forwardBy', 'late'],
  },
  'step.assign': { event: 'step.assigned', roles: ['assigner', 'unit-head'] },
  'step.complete': { event: 'step.completed', roles: officer, computed: ['next'] },
  'step.return': { event: 'step.returned', roles: officer },
  'step.recall': { event: 'step.recalled', roles: officer, computed: ['from'] },
  'authority.delegate': { event: 'authority.delegated', roles: heads },
  'authority.revoke': { event: 'authority.revoked', roles: heads },
  'consultation.request': {
    event: 'consultation.requested',
    roles: officer,
    computed: ['consultee', 'term', 'dueAt', 'pausesClock'],
  },
  'consultation.answer': { event: 'consultation.answered', roles: ['consultee'], computed: ['late'] },
  'supplement.request': {
    event: 'supplement.requested',
    roles: ['officer', 'reception'],
    computed: ['round'],
  },
  'supplement.answer': { event: 'supplement.answered', roles: applicant, computed: ['round'] },
  'supplement.expire': { event: 'supplement.expired', roles: ['system'], computed: ['round'] },
  'duty.impose': { event: 'duty.imposed', roles: officer },
  'duty.settle': { event: 'duty.settled', roles: ['cashier', 'system'] },
  'clock.pause': { event: 'clock.paused', roles: officer },
  'clock.resume': { event: 'clock.resumed', roles: officer },
  'term.extend': { event: 'term.extended', roles: ['officer', 'unit-head'] },
  'appointment.re-appoint': { event: 'apology.sent', roles: ['unit-head', 'reception'] },
  'deadline.warn': { event: 'deadline.warned', roles: ['system'] },
  'case.withdraw': { event: 'case.withdrawn', roles: ['applicant'] },
  'case.stop': { event: 'case.stopped', roles: ['officer', 'unit-head'] },
  'case.reject': { event: 'case.rejected', roles: ['approver'] },
  'result.draft': { event: 'result.drafted', roles: officer },
  'result.sign': { event: 'result.signed', roles: ['approver', 'clerk'] },
  'result.number': { event: 'result.numbered', roles: ['clerk'] },
  'result.issue': { event: 'result.issued', roles: ['clerk'] },
  'result.register': { event: 'result.registered', roles: ['clerk', 'reception', 'system'] },
  'result.hand': { event: 'result.handed', roles: reception },
  'case.archive': { event: 'case.archived', roles: ['reception', 'clerk'] },
  'payment.request': { event: 'payment.requested', roles: ['reception', 'cashier'] },
  'payment.record': { event: 'payment.recorded', roles: ['cashier', 'system'] },
  'payment.refund': { event: 'payment.refunded', roles: ['cashier'] },
  'paper.look-up': { event: 'paper.looked-up', roles: ['reception', 'system'] },
  'paper.reuse': { event: 'paper.reused', roles: ['reception', 'system'] },
  'paper.digitise': { event: 'paper.digitised', roles: ['reception', 'clerk'] },
  'post.send': { event: 'post.sent', roles: ['reception', 'system'] },
  'leg.start': {
    event: 'leg.started',
    roles: ['reception', 'system'],
    computed: ['agency', 'procedure', 'dueAt'],
  },
  'leg.finish': { event: 'leg.finished', roles: ['system', 'officer'] },
  'satisfaction.answer': { event: 'satisfaction.answered', roles: ['applicant'] },
  'case.correct': { event: 'case.corrected', roles: ['administrator'], optional: ['before'] },
  'process.migrate': { event: 'process.migrated', roles: ['administrator'], computed: ['from', 'to'] },
  'note.add': { event: 'note.added', roles: [] },
} as const satisfies Readonly<Record<string, CommandRow>>

/** One of the commands. */
export type CommandType = keyof typeof commandTable

/** A command of the table; its data are checked when it is decided. */
export type CaseCommand = Command<CommandType>

/** Tells whether text is one of the commands. */
export function isCommandType(text: string): text is CommandType {
  return Object.hasOwn(commandTable, text)
}

/** Builds the schema of a command's data from that of its event. */
function buildSchema(type: CommandType): z.ZodType<Readonly<Record<string, unknown>>> {
  const row: CommandRow = commandTable[type]
  const { shape } = caseEventData[row.event]
  const left = new Set(['states', 'nationalStatus', ...(row.computed ?? [])])
  const optional = new Set(row.optional ?? [])
  const entries = Object.entries(shape)
    .filter(([name]) => !left.has(name))
    .map(([name, field]) => [name, optional.has(name) ? z.optional(field) : field])
  return z.strictObject(Object.fromEntries(entries))
}

/** The schema of the data of every command. */
export const commandSchemas: Readonly<Record<CommandType, z.ZodType<Readonly<Record<string, unknown>>>>> =
  Object.fromEntries(
    Object.keys(commandTable)
      .filter(isCommandType)
      .map((type) => [type, buildSchema(type)]),
  ) as Record<CommandType, z.ZodType<Readonly<Record<string, unknown>>>>

/** The fast yes of the data of every command. */
export const isDataOf: Readonly<Record<CommandType, FastYes>> = Object.fromEntries(
  Object.entries(commandSchemas).map(([type, schema]) => [type, compileFastYes(schema)]),
) as Record<CommandType, FastYes>

/** What every command has in common, for refusing a malformed one before anything else. */
export const commandEnvelope: z.ZodType = Command.omit({ data: true, type: true })

/** Its fast yes. */
export const isEnvelope: FastYes = compileFastYes(commandEnvelope)

/** Commands in the words of the office, for screens and timelines. */
export const commandLabels: Readonly<Record<CommandType, LocalizedText>> = {
  'case.open': { vi: 'Mở hồ sơ', en: 'Open the case' },
  'dossier.edit': { vi: 'Sửa hồ sơ', en: 'Edit the dossier' },
  'dossier.submit': { vi: 'Nộp hồ sơ', en: 'Submit the dossier' },
  'intake.begin': { vi: 'Kiểm tra hồ sơ', en: 'Begin checking' },
  'intake-supplement.request': { vi: 'Yêu cầu bổ sung khi tiếp nhận', en: 'Ask for papers at intake' },
  'intake-supplement.answer': { vi: 'Bổ sung khi tiếp nhận', en: 'Supplement at intake' },
  'dossier.refuse': { vi: 'Từ chối tiếp nhận', en: 'Refuse the dossier' },
  'dossier.receive': { vi: 'Tiếp nhận, hẹn trả', en: 'Receive and appoint' },
  'dossier.forward': { vi: 'Chuyển hồ sơ', en: 'Forward the dossier' },
  'step.assign': { vi: 'Phân công', en: 'Assign' },
  'step.complete': { vi: 'Hoàn thành bước', en: 'Complete the step' },
  'step.return': { vi: 'Trả lại bước trước', en: 'Return to an earlier step' },
  'step.recall': { vi: 'Rút lại bước đã chuyển', en: 'Take the step back' },
  'authority.delegate': { vi: 'Ủy quyền', en: 'Delegate' },
  'authority.revoke': { vi: 'Thu hồi ủy quyền', en: 'Revoke a delegation' },
  'consultation.request': { vi: 'Lấy ý kiến', en: 'Ask for an opinion' },
  'consultation.answer': { vi: 'Trả lời ý kiến', en: 'Answer with an opinion' },
  'supplement.request': { vi: 'Yêu cầu bổ sung hồ sơ', en: 'Ask for papers' },
  'supplement.answer': { vi: 'Bổ sung hồ sơ', en: 'Supplement the dossier' },
  'supplement.expire': { vi: 'Hết hạn bổ sung', en: 'Time to answer runs out' },
  'duty.impose': { vi: 'Thông báo nghĩa vụ tài chính', en: 'Impose a financial duty' },
  'duty.settle': { vi: 'Hoàn thành nghĩa vụ tài chính', en: 'Settle the financial duty' },
  'clock.pause': { vi: 'Tạm dừng thời hạn', en: 'Pause the clock' },
  'clock.resume': { vi: 'Tiếp tục thời hạn', en: 'Resume the clock' },
  'term.extend': { vi: 'Gia hạn giải quyết', en: 'Extend the term' },
  'appointment.re-appoint': { vi: 'Xin lỗi và hẹn lại', en: 'Apologise and re-appoint' },
  'deadline.warn': { vi: 'Cảnh báo thời hạn', en: 'Warn of a deadline' },
  'case.withdraw': { vi: 'Rút hồ sơ', en: 'Withdraw' },
  'case.stop': { vi: 'Dừng giải quyết', en: 'Stop the case' },
  'case.reject': { vi: 'Từ chối giải quyết', en: 'Refuse after processing' },
  'result.draft': { vi: 'Dự thảo kết quả', en: 'Draft the result' },
  'result.sign': { vi: 'Ký kết quả', en: 'Sign the result' },
  'result.number': { vi: 'Cấp số', en: 'Number the result' },
  'result.issue': { vi: 'Phát hành kết quả', en: 'Issue the result' },
  'result.register': { vi: 'Lưu kho kết quả', en: 'Register in the result store' },
  'result.hand': { vi: 'Trả kết quả', en: 'Hand over the result' },
  'case.archive': { vi: 'Lưu hồ sơ', en: 'Archive the case' },
  'payment.request': { vi: 'Yêu cầu nộp phí, lệ phí', en: 'Ask for payment' },
  'payment.record': { vi: 'Ghi nhận thanh toán', en: 'Record a payment' },
  'payment.refund': { vi: 'Hoàn phí, lệ phí', en: 'Refund' },
  'paper.look-up': { vi: 'Tra cứu kho', en: 'Look up the store' },
  'paper.reuse': { vi: 'Dùng lại giấy tờ điện tử', en: 'Reuse a paper' },
  'paper.digitise': { vi: 'Số hóa giấy tờ', en: 'Digitise a paper' },
  'post.send': { vi: 'Gửi qua bưu chính', en: 'Send by post' },
  'leg.start': { vi: 'Chuyển cơ quan liên thông', en: 'Start a leg' },
  'leg.finish': { vi: 'Nhận kết quả liên thông', en: 'Finish a leg' },
  'satisfaction.answer': { vi: 'Đánh giá hài lòng', en: 'Answer the survey' },
  'case.correct': { vi: 'Sửa có thẩm quyền', en: 'Correct with authority' },
  'process.migrate': { vi: 'Chuyển phiên bản quy trình', en: 'Migrate to another version' },
  'note.add': { vi: 'Ghi chú', en: 'Add a note' },
}
