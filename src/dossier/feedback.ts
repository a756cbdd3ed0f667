/**
 * What people think of the service: satisfaction answers, and feedback and petitions (PAKN).
 *
 * @module
 */
import * as z from 'zod'
import {
  AgencyField,
  Code,
  DossierCodeField,
  Id,
  type Immutable,
  InstantField,
  numbersOf,
  ProcedureField,
  Text,
  wordsOf,
} from './fields.ts'
import { label, publish } from './labels.ts'
import { feedbackKinds, satisfactionGrades } from './lists.ts'
import { StoredFile } from './papers.ts'
import { Party } from './people.ts'

/** The answers of one satisfaction slip: a grade for each indicator. */
export const Satisfaction = publish(
  z.strictObject({
    answeredAt: label(InstantField, 'Thời điểm đánh giá', 'Answered at'),
    answers: label(z.record(Code, numbersOf(satisfactionGrades)), 'Kết quả đánh giá', 'Answers'),
    comment: label(Text.optional(), 'Ý kiến khác', 'Comment'),
  }),
  'Satisfaction',
  { vi: 'Phiếu đánh giá', en: 'Satisfaction slip' },
)
/** The answers of one satisfaction slip: a grade for each indicator. */
export type Satisfaction = Immutable<z.infer<typeof Satisfaction>>

/** A case of feedback or petition (phản ánh, kiến nghị), with the moments by which it is judged. */
export const Feedback = publish(
  z.strictObject({
    id: label(Id, 'Mã phản ánh, kiến nghị', 'Id'),
    kind: label(wordsOf(feedbackKinds), 'Phân loại', 'Kind'),
    agency: label(AgencyField, 'Cơ quan xử lý', 'Agency'),
    sender: label(Party.optional(), 'Người gửi', 'Sender'),
    content: label(Text, 'Nội dung', 'Content'),
    procedure: label(ProcedureField.optional(), 'Mã thủ tục hành chính', 'Procedure'),
    dossierCode: label(DossierCodeField.optional(), 'Mã hồ sơ', 'Dossier code'),
    files: label(z.array(StoredFile).max(100).optional(), 'Tệp đính kèm', 'Files'),
    sentAt: label(InstantField, 'Thời điểm gửi', 'Sent at'),
    transferredAt: label(InstantField.optional(), 'Thời điểm chuyển', 'Transferred at'),
    refusedAt: label(InstantField.optional(), 'Thời điểm từ chối', 'Refused at'),
    supplementRequestedAt: label(
      InstantField.optional(),
      'Thời điểm yêu cầu bổ sung',
      'Supplement requested at',
    ),
    settledAt: label(InstantField.optional(), 'Thời điểm trả lời', 'Settled at'),
    publishedAt: label(InstantField.optional(), 'Thời điểm công khai', 'Published at'),
    answer: label(Text.optional(), 'Nội dung trả lời', 'Answer'),
    satisfied: label(z.boolean().optional(), 'Người gửi hài lòng', 'Sender satisfied'),
  }),
  'Feedback',
  { vi: 'Phản ánh, kiến nghị', en: 'Feedback' },
)
/** A case of feedback or petition (phản ánh, kiến nghị). */
export type Feedback = Immutable<z.infer<typeof Feedback>>
