/**
 * The course of one case, command by command, as people would give them.
 *
 * @module
 */
import { type Instant, type IsoDate, instant } from '../../date.ts'
import type { LocalizedText } from '../../errors.ts'
import { cast, type Person } from './cast.ts'

/** A command as somebody gives it. */
export interface Asking {
  readonly at: Instant
  readonly who: Person
  readonly type: string
  readonly data?: Readonly<Record<string, unknown>>
  readonly personal?: Readonly<Record<string, string>>
  /** What it means, for the timeline. */
  readonly says: LocalizedText
}

/** 28 August 2026 is a Friday; 31 August to 2 September are off: received after 15:00, answered next week. */
export const receivedAt = instant('2026-08-28T15:20')

const at = (text: string): Instant => instant(text)

/** Opening the case at the counter. */
export function opening(agencyCode: string, applicantName: string): Asking {
  const data = {
    procedure: '2.000908',
    field: 'Chứng thực',
    level: 'commune',
    agency: agencyCode,
    unit: 'mot-cua',
    channel: 'direct',
    serviceLevel: 'full',
    onlineCapable: true,
    payable: false,
  }
  const personal = { applicant: applicantName }
  return {
    at: at('2026-08-28T15:10'),
    who: cast.reception,
    type: 'case.open',
    data,
    personal,
    says: { vi: 'mở hồ sơ', en: 'opens the case' },
  }
}

/** Handing in and receiving, on the Friday afternoon. */
export function intakeCourse(dossierHash: string, dossierCode: string): readonly Asking[] {
  const { applicant, reception } = cast
  return [
    {
      at: at('2026-08-28T15:12'),
      who: applicant,
      type: 'dossier.submit',
      data: { dossierHash },
      says: { vi: 'nộp hồ sơ tại quầy', en: 'hands the dossier in at the counter' },
    },
    {
      at: at('2026-08-28T15:14'),
      who: reception,
      type: 'intake.begin',
      says: { vi: 'kiểm tra thành phần hồ sơ', en: 'checks the papers' },
    },
    {
      at: at('2026-08-28T15:16'),
      who: reception,
      type: 'paper.look-up',
      data: { paper: 'TP01', moment: 'reception', found: false },
      says: {
        vi: 'tra cứu kho dữ liệu: chưa có bản điện tử',
        en: 'looks the paper up in the store: not there yet',
      },
    },
    {
      at: at('2026-08-28T15:18'),
      who: reception,
      type: 'paper.digitise',
      data: { paper: 'TP01', moment: 'reception', documentHash: dossierHash, signed: true },
      says: { vi: 'quét và ký bản sao điện tử', en: 'scans it and signs the electronic copy' },
    },
    {
      at: receivedAt,
      who: reception,
      type: 'dossier.receive',
      data: { dossierCode, book: '01/2026', sequence: 128 },
      says: { vi: `tiếp nhận, cấp mã hồ sơ ${dossierCode}`, en: `receives it under the code ${dossierCode}` },
    },
    {
      at: at('2026-08-28T15:40'),
      who: reception,
      type: 'dossier.forward',
      says: { vi: 'chuyển hồ sơ đến công chức thẩm định', en: 'forwards it to the case officer' },
    },
  ]
}

/** A supplement: the clock stops, and runs again. */
export function supplementCourse(dossierHash: string): readonly Asking[] {
  return [
    {
      at: at('2026-09-03T07:40'),
      who: cast.officer,
      type: 'supplement.request',
      data: {
        papers: ['TP02'],
        reasonCode: 'missing-paper',
        reason: 'Thiếu giấy tờ chứng minh quan hệ với người được cấp bản chính',
      },
      says: {
        vi: 'yêu cầu bổ sung một giấy tờ; đồng hồ thời hạn dừng',
        en: 'asks for one more paper; the clock stops',
      },
    },
    {
      at: at('2026-09-04T09:10'),
      who: cast.applicant,
      type: 'supplement.answer',
      data: { papers: ['TP02'], dossierHash },
      says: { vi: 'nộp giấy tờ bổ sung; đồng hồ chạy tiếp', en: 'hands the paper in; the clock runs again' },
    },
  ]
}

/** Somebody who may not: the applicant tries to complete the officer's step. */
export const wrongRole: Asking = {
  at: at('2026-09-04T09:15'),
  who: cast.applicant,
  type: 'step.complete',
  data: { step: 'appraise' },
  says: { vi: 'thử tự hoàn thành bước thẩm định', en: 'tries to complete the appraisal alone' },
}

/** The officer's step, done after its own term. */
export function appraisalCourse(documentHash: string): readonly Asking[] {
  return [
    {
      at: at('2026-09-04T14:30'),
      who: cast.officer,
      type: 'result.draft',
      data: { documentHash },
      says: { vi: 'dự thảo bản sao', en: 'drafts the copy' },
    },
    {
      at: at('2026-09-04T14:35'),
      who: cast.officer,
      type: 'step.complete',
      data: { step: 'appraise' },
      says: {
        vi: 'hoàn thành bước thẩm định, trình ký',
        en: 'completes the appraisal and submits it for signature',
      },
    },
  ]
}

/** When the approver signs. */
export const approvedAt = at('2026-09-04T15:05')

/** When the clerk numbers and seals. */
export const issuedAt = at('2026-09-04T15:30')

/** The approver's signature. */
export function approvalCourse(documentHash: string): readonly Asking[] {
  const data = { signing: 'approve', mode: 'approve', documentHash, signatureLevel: 'B-B' }
  return [
    {
      at: approvedAt,
      who: cast.approver,
      type: 'result.sign',
      data,
      says: { vi: 'ký số phê duyệt', en: 'signs' },
    },
  ]
}

/** Number, date and the agency's signature. */
export function issueCourse(
  documentHash: string,
  issue: { number: string; symbol: string; issuedDate: IsoDate },
): readonly Asking[] {
  const sealed = { signing: 'issue', mode: 'issue', documentHash, signatureLevel: 'B-B' }
  return [
    {
      at: at('2026-09-04T15:28'),
      who: cast.clerk,
      type: 'result.number',
      data: issue,
      says: {
        vi: `cấp số ${issue.number}/${issue.symbol}`,
        en: `gives it the number ${issue.number}/${issue.symbol}`,
      },
    },
    {
      at: issuedAt,
      who: cast.clerk,
      type: 'result.sign',
      data: sealed,
      says: { vi: 'ký số của cơ quan, khóa số và ngày', en: 'signs as the agency and locks number and date' },
    },
    {
      at: at('2026-09-04T15:32'),
      who: cast.clerk,
      type: 'result.issue',
      data: { resultCode: 'KQ01', documentHash },
      says: { vi: 'phát hành kết quả', en: 'issues the result' },
    },
  ]
}

/** Registering, handing over and filing. */
export function closingCourse(documentHash: string): readonly Asking[] {
  const { clerk, reception } = cast
  return [
    {
      at: at('2026-09-04T15:34'),
      who: clerk,
      type: 'result.register',
      data: { storeId: 'KHO-2026-000128', resultCode: 'KQ01', documentHash },
      says: { vi: 'đăng ký kết quả số hóa vào kho', en: 'registers the digitised result in the store' },
    },
    {
      at: at('2026-09-04T16:10'),
      who: reception,
      type: 'result.hand',
      data: { manner: 'desk' },
      says: { vi: 'trả kết quả cho người nộp', en: 'hands the result over' },
    },
    {
      at: at('2026-09-04T16:40'),
      who: reception,
      type: 'case.archive',
      data: { fileCode: '01.2026.CT', retention: '20 năm' },
      says: { vi: 'lưu hồ sơ', en: 'files the case' },
    },
  ]
}
