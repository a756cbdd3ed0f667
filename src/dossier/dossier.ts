/**
 * The dossier (hồ sơ): what an applicant hands in, with what was paid, added and given back.
 *
 * @module
 */
import * as z from 'zod'
import { Satisfaction } from './feedback.ts'
import {
  AgencyField,
  AnyText,
  Code,
  composedLine,
  DossierCodeField,
  Id,
  type Immutable,
  InstantField,
  Line,
  numbersOf,
  PaperField,
  ProcedureField,
  patterned,
  Text,
  wordsOf,
} from './fields.ts'
import { label, publish } from './labels.ts'
import { channels, nationalStatuses, origins, returnManners } from './lists.ts'
import { Fee, Payment } from './money.ts'
import { OtherPaper, Paper, PostLeg, ResultDocument } from './papers.ts'
import { Address, Authorisation, Party } from './people.ts'
import { withRules } from './rules.ts'

/** Longest summary of a dossier that the national portal takes (TrichYeuHoSo). */
const MAX_SUMMARY = 1000

/** Name of a field of an e-form. */
const FieldName = patterned(
  /^[A-Za-z][0-9A-Za-z_]{0,63}$/,
  'tên trường gồm chữ không dấu, số và dấu _',
  'a field name of ASCII letters, digits and _',
)
const Scalar = z.union([AnyText, z.number(), z.boolean()])
const Row = z.record(FieldName, Scalar)

/** An answer to one field of an e-form: a value, several, or the rows of a table. */
export const FormAnswer = publish(
  z.union([AnyText, z.number(), z.boolean(), z.array(Scalar).max(1000), z.array(Row).max(1000)]),
  'FormAnswer',
  { vi: 'Câu trả lời', en: 'Answer' },
)

/** The answers of the e-form that belongs to a procedure. */
export const FormAnswers = publish(
  z.strictObject({
    code: label(Code, 'Mã biểu mẫu', 'Form code'),
    version: label(Code.optional(), 'Phiên bản biểu mẫu', 'Form version'),
    answers: label(z.record(FieldName, FormAnswer), 'Nội dung kê khai', 'Answers'),
  }),
  'FormAnswers',
  { vi: 'Biểu mẫu điện tử', en: 'Electronic form' },
)
/** The answers of the e-form that belongs to a procedure. */
export type FormAnswers = Immutable<z.infer<typeof FormAnswers>>

/** One round of supplementing: what was asked, what came, and the appointment before and after. */
export const SupplementRound = publish(
  z.strictObject({
    round: label(z.int().min(1).max(100), 'Lần bổ sung', 'Round'),
    requestedAt: label(InstantField, 'Ngày yêu cầu bổ sung', 'Requested at'),
    requestedBy: label(Line, 'Người yêu cầu bổ sung', 'Requested by'),
    content: label(Text, 'Nội dung bổ sung', 'What is asked for'),
    papers: label(z.array(PaperField).max(200).optional(), 'Giấy tờ phải bổ sung', 'Papers'),
    fees: label(z.array(Fee).max(100).optional(), 'Lệ phí bổ sung', 'Fees'),
    answerBy: label(InstantField.optional(), 'Hạn bổ sung', 'To be answered by'),
    answeredAt: label(InstantField.optional(), 'Ngày tiếp nhận bổ sung', 'Answered at'),
    receivedBy: label(Line.optional(), 'Người tiếp nhận bổ sung', 'Received by'),
    receivedNote: label(Text.optional(), 'Thông tin tiếp nhận', 'Note at reception'),
    done: label(z.boolean(), 'Đã bổ sung', 'Done'),
    dueBefore: label(InstantField.optional(), 'Ngày hẹn trả trước', 'Appointment before'),
    dueAfter: label(InstantField.optional(), 'Ngày hẹn trả mới', 'Appointment after'),
  }),
  'SupplementRound',
  { vi: 'Lần bổ sung hồ sơ', en: 'Supplement round' },
)
/** One round of supplementing. */
export type SupplementRound = Immutable<z.infer<typeof SupplementRound>>

/** Where a dossier stands, as a system without a history of its own says it. */
export const Progress = publish(
  z.strictObject({
    status: label(numbersOf(nationalStatuses), 'Trạng thái hồ sơ', 'Status'),
    submittedAt: label(InstantField.optional(), 'Ngày nộp hồ sơ', 'Submitted at'),
    receivedAt: label(InstantField.optional(), 'Ngày tiếp nhận', 'Received at'),
    dueAt: label(InstantField.optional(), 'Ngày hẹn trả', 'Appointment'),
    finishedAt: label(InstantField.optional(), 'Ngày kết thúc xử lý', 'Processing ended at'),
    returnedAt: label(InstantField.optional(), 'Ngày trả kết quả', 'Result returned at'),
    refusedAt: label(InstantField.optional(), 'Ngày từ chối', 'Refused at'),
  }),
  'Progress',
  { vi: 'Tiến độ', en: 'Progress' },
)
/** Where a dossier stands, as a system without a history of its own says it. */
export type Progress = Immutable<z.infer<typeof Progress>>

/** The version of the dossier's schema, which every dossier names. */
export const DOSSIER_SCHEMA = 'motcua/dossier@1'

/** The fields of a dossier; `catalogue` narrows `papers`, `form` and `results` for one procedure. */
export const dossierFields = {
  schema: label(z.literal(DOSSIER_SCHEMA), 'Lược đồ', 'Schema'),
  code: label(DossierCodeField.optional(), 'Mã hồ sơ', 'Dossier code'),
  externalCodes: label(
    z
      .array(
        z.strictObject({
          system: label(Code, 'Hệ thống', 'System'),
          code: label(DossierCodeField, 'Mã hồ sơ', 'Dossier code'),
        }),
      )
      .max(20)
      .optional(),
    'Mã hồ sơ trên hệ thống khác',
    'Codes in other systems',
  ),
  procedure: label(
    z.strictObject({
      code: label(ProcedureField, 'Mã thủ tục hành chính', 'Procedure code'),
      name: label(composedLine(2000), 'Tên thủ tục hành chính', 'Name'),
    }),
    'Thủ tục hành chính',
    'Procedure',
  ),
  field: label(
    z.strictObject({
      code: label(Code.optional(), 'Mã lĩnh vực', 'Field code'),
      name: label(Line, 'Tên lĩnh vực', 'Name'),
    }),
    'Lĩnh vực',
    'Field',
  ),
  agency: label(AgencyField, 'Cơ quan tiếp nhận', 'Receiving agency'),
  unit: label(Line.optional(), 'Đơn vị xử lý', 'Settling unit'),
  channel: label(wordsOf(channels), 'Kênh thực hiện', 'Channel'),
  origin: label(wordsOf(origins), 'Nơi nộp hồ sơ', 'Where it was handed in'),
  summary: label(composedLine(MAX_SUMMARY), 'Trích yếu hồ sơ', 'Summary'),
  sets: label(z.int().min(1).max(100), 'Số lượng hồ sơ (bộ)', 'Sets'),
  applicant: label(Party, 'Người nộp hồ sơ', 'Applicant'),
  owner: label(Party.optional(), 'Chủ hồ sơ', 'Owner'),
  authorisation: label(Authorisation.optional(), 'Ủy quyền, đại diện', 'Authorisation'),
  papers: label(z.array(Paper).max(200), 'Thành phần hồ sơ', 'Papers'),
  otherPapers: label(z.array(OtherPaper).max(200).optional(), 'Giấy tờ khác', 'Other papers'),
  form: label(FormAnswers.optional(), 'Biểu mẫu điện tử', 'Electronic form'),
  fees: label(z.array(Fee).max(100), 'Phí, lệ phí', 'Fees'),
  payments: label(z.array(Payment).max(100).optional(), 'Thanh toán', 'Payments'),
  supplements: label(z.array(SupplementRound).max(100).optional(), 'Các lần bổ sung', 'Supplement rounds'),
  results: label(z.array(ResultDocument).max(100).optional(), 'Giấy tờ kết quả', 'Results'),
  return: label(
    z.strictObject({
      manner: label(wordsOf(returnManners), 'Hình thức trả kết quả', 'Manner'),
      address: label(Address.optional(), 'Địa chỉ nhận kết quả', 'Address'),
      note: label(Text.optional(), 'Thông tin trả kết quả', 'Note'),
    }),
    'Trả kết quả',
    'Return of the result',
  ),
  post: label(z.array(PostLeg).max(50).optional(), 'Chuyển phát', 'Post'),
  databases: label(
    z.array(Code).max(100).optional(),
    'Cơ sở dữ liệu đã kết nối',
    'Databases that were asked',
  ),
  progress: label(Progress.optional(), 'Tiến độ', 'Progress'),
  satisfaction: label(Satisfaction.optional(), 'Phiếu đánh giá', 'Satisfaction slip'),
  note: label(Text.optional(), 'Ghi chú', 'Note'),
  otherInfo: label(Text.optional(), 'Thông tin khác', 'Other information'),
  reference: label(Id.optional(), 'Mã tham chiếu của hệ thống gửi', "Sender's reference"),
}

/**
 * A dossier (hồ sơ): its structure, which JSON Schema says too, and the rules across fields, which only this schema has.
 *
 * Narrow it with {@link narrowDossier}: zod refuses to overwrite fields of a schema with rules by `extend`.
 */
export const Dossier = publish(withRules(z.strictObject(dossierFields)), 'Dossier', {
  vi: 'Hồ sơ',
  en: 'Dossier',
})
/** A dossier (hồ sơ): what an applicant hands in, with what was paid, added and given back. */
export type Dossier = Immutable<z.infer<typeof Dossier>>

/** The schema of a dossier in which some fields are narrower. */
export type NarrowedDossier<Fields extends z.ZodRawShape> = z.ZodObject<
  Omit<typeof dossierFields, keyof Fields> & Fields,
  z.core.$strict
>

/**
 * Builds the schema of a narrower dossier: the fields given replace ours, and the rules across fields stay.
 *
 * @param fields - Each accepts nothing that the field it replaces would refuse; `label` gives it the office's words.
 *
 * @example
 * import { label, narrowDossier, validateDossier } from 'motcua/dossier'
 * import * as z from 'zod'
 * const OnlineDossier = narrowDossier({ channel: label(z.literal('online'), 'Kênh thực hiện', 'Channel') })
 * const verdict = validateDossier({ channel: 'post' }, { schema: OnlineDossier, language: 'en' })
 * const channel = verdict.ok ? undefined : verdict.issues.find(({ path }) => path[0] === 'channel')
 * channel?.message // 'must be "online"'
 */
export function narrowDossier<Fields extends { readonly [Key in keyof typeof dossierFields]?: z.ZodType }>(
  fields: Fields,
): NarrowedDossier<Fields & z.ZodRawShape> {
  const narrowed = withRules(z.strictObject({ ...dossierFields, ...fields }))
  return label(narrowed, 'Hồ sơ', 'Dossier') as unknown as NarrowedDossier<Fields & z.ZodRawShape>
}
