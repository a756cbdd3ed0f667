/**
 * Form 02: the slip that says what is missing from a dossier, and why.
 *
 * @module
 */
import { dateOfInstant, type Instant } from '../date.ts'
import { drawPageNumbers, keepWithNext, layOut } from './flow.ts'
import {
  a5,
  buildContact,
  buildField,
  buildLookUp,
  buildPaperTable,
  buildSigners,
  buildSlipHead,
  buildText,
  buildTitle,
  type SlipIssuer,
  type SlipPaper,
  type SlipPerson,
} from './slip-parts.ts'
import { findSlipTemplate, writeTemplateName } from './slip-template.ts'
import { assertDrawable } from './text.ts'
import { writeVietnameseDate, writeVietnameseMoment } from './vietnamese-time.ts'
import { writePdf } from './write-pdf.ts'

/** What stands on a Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. Texts are printed as they come. */
export interface SupplementSlip {
  readonly issuer: SlipIssuer
  readonly receivingUnit?: string
  readonly dossierCode: string
  readonly holder: SlipPerson
  /** Nội dung yêu cầu giải quyết. */
  readonly request: string
  /** Papers that have to be handed in or completed. */
  readonly papers: readonly SlipPaper[]
  /** Lý do bổ sung; one paragraph each, with the legal ground. */
  readonly reasons: readonly string[]
  /** The day the dossier was received: it decides which circular's form is used. */
  readonly receivedAt: Instant
  readonly requestedAt: Instant
  /** Last moment for handing in, where the procedure sets one. */
  readonly answerBy?: Instant
  /** What happens to the appointment, in one short line. */
  readonly clockNote?: string
  /** The officer who can be asked. */
  readonly contact: { readonly name: string; readonly phone: string }
  readonly website?: string
  readonly lookUpUrl: string
}

function buildRequest(slip: SupplementSlip) {
  return [
    ...buildField(['Đơn vị tiếp nhận:', slip.receivingUnit ?? slip.issuer.unit]),
    ...buildField(['Hồ sơ của:', slip.holder.name]),
    ...buildContact(slip.holder),
    ...buildField(['Nội dung yêu cầu giải quyết:', slip.request]),
    ...keepWithNext(
      buildText({ text: 'Yêu cầu bổ sung, hoàn thiện hồ sơ gồm những nội dung sau:', face: 'regular' }),
    ),
    ...buildPaperTable(slip.papers),
    ...slip.reasons.flatMap((reason, index) =>
      buildField([slip.reasons.length > 1 ? `Lý do ${index + 1}:` : 'Lý do:', reason]),
    ),
    ...(slip.answerBy === undefined
      ? []
      : buildField(['Thời hạn nộp bổ sung: trước', writeVietnameseMoment(slip.answerBy)])),
  ]
}

/**
 * Draws form 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, as an A5 PDF.
 *
 * The papers are listed as on form 01. Long texts wrap; what does not fit goes on a second page. The creation date
 * of the PDF is the moment of the request, so that the same input gives the same bytes.
 *
 * Throws `MotcuaError` `form/no-glyph` with the path of the text for a character that cannot be printed, and
 * `form/no-template` and `form/qr-too-long` from the parts it uses.
 *
 * @example
 * import { instant } from 'motcua'
 * import { drawSupplementSlip } from 'motcua/form'
 * const bytes = await drawSupplementSlip({
 *   issuer: { superiorAgency: 'ỦY BAN NHÂN DÂN', unit: 'BỘ PHẬN MỘT CỬA', place: 'Hà Nội' },
 *   dossierCode: '000.00.01.H26-260828-0001',
 *   holder: { name: 'Nguyễn Thị Ví Dụ' },
 *   request: 'Cấp bản sao từ sổ gốc',
 *   papers: [{ name: 'Giấy ủy quyền', originalCount: 1, certifiedCopyCount: 0, photocopyCount: 0 }],
 *   reasons: ['Người nộp hồ sơ không phải là người được cấp bản chính.'],
 *   receivedAt: instant('2026-08-28T15:20:00+07:00'),
 *   requestedAt: instant('2026-09-03T09:00:00+07:00'),
 *   contact: { name: 'Trần Văn Thử', phone: '024 0000 0000' },
 *   lookUpUrl: 'https://example.vn/tra-cuu?ma=000.00.01.H26-260828-0001',
 * })
 * new TextDecoder().decode(bytes.subarray(0, 8)) // '%PDF-1.7'
 */
export async function drawSupplementSlip(slip: SupplementSlip): Promise<Uint8Array> {
  assertDrawable(slip, '')
  const template = findSlipTemplate(dateOfInstant(slip.receivedAt))
  const { contact, website, clockNote } = slip
  const notes = [
    `Tra cứu tình trạng hồ sơ: quét mã QR hoặc truy cập ${slip.lookUpUrl}`,
    ...(website === undefined ? [] : [`Nộp bổ sung trực tuyến tại ${website}`]),
    ...(clockNote === undefined ? [] : [clockNote]),
  ]
  const help =
    `Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, đề nghị ông (bà) liên hệ với ${contact.name}, ` +
    `số điện thoại ${contact.phone} để được hướng dẫn./.`
  const blocks = [
    ...buildSlipHead(slip.issuer, writeVietnameseDate(slip.requestedAt)),
    ...buildTitle(template.supplement.title, slip.dossierCode),
    ...buildRequest(slip),
    ...buildText({ text: help, face: 'regular' }),
    ...keepWithNext(buildLookUp(slip.lookUpUrl, notes)),
    buildSigners([{ title: 'NGƯỜI HƯỚNG DẪN', name: contact.name }]),
  ]
  const pages = layOut(blocks, a5)
  drawPageNumbers(pages, a5, `Mã hồ sơ: ${slip.dossierCode}`)
  return writePdf(pages, {
    title: `${template.supplement.title} ${slip.dossierCode}`,
    subject: writeTemplateName(template, template.supplement.number),
    createdAt: slip.requestedAt,
  })
}
