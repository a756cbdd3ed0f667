/**
 * Form 01: the slip that an applicant takes home, with the day the answer is due.
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
  buildNote,
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
import { writeAmount, writeVietnameseDate, writeVietnameseMoment } from './vietnamese-time.ts'
import { writePdf } from './write-pdf.ts'

/** What stands on a Giấy tiếp nhận hồ sơ và hẹn trả kết quả. Texts are printed as they come. */
export interface ReceiptSlip {
  readonly issuer: SlipIssuer
  /** Đơn vị tiếp nhận, where it is not the unit in the head. */
  readonly receivingUnit?: string
  readonly dossierCode: string
  readonly submitter: SlipPerson
  /** Kênh thực hiện: how the dossier came, such as `Trực tiếp`. */
  readonly channel?: string
  /** Chủ hồ sơ, when it is not the person who hands in. */
  readonly holder?: SlipPerson
  /** Nội dung yêu cầu giải quyết. */
  readonly request: string
  readonly papers: readonly SlipPaper[]
  /** Số lượng hồ sơ, in sets. */
  readonly setCount: number
  /** Thời gian giải quyết theo quy định, in words: `08 giờ làm việc`. */
  readonly statutoryTerm: string
  readonly receivedAt: Instant
  readonly dueAt: Instant
  /** One short line that says why the answer is due then. */
  readonly dueReason?: string
  /** Đăng ký nhận kết quả tại. */
  readonly resultPlace: string
  readonly fees?: readonly { readonly name: string; readonly amountVnd: number }[]
  /** Entry in the register of dossiers. */
  readonly register?: { readonly volume: string; readonly entry: string }
  /** Goes into the QR symbol and is printed beside it. */
  readonly lookUpUrl: string
  readonly lookUpPhone?: string
  readonly officerName?: string
}

function buildFees(fees: ReceiptSlip['fees'] = []) {
  if (fees.length === 0) return []
  const totalVnd = fees.reduce((sum, { amountVnd }) => sum + amountVnd, 0)
  const parts = fees.map(({ name, amountVnd }) => `${name} ${writeAmount(amountVnd)}`)
  const total = fees.length > 1 ? `; tổng cộng ${writeAmount(totalVnd)}` : ''
  return buildField(['Phí, lệ phí:', parts.join('; ') + total])
}

function buildSubject(slip: ReceiptSlip) {
  const { submitter, holder, channel } = slip
  return [
    ...buildField(['Đơn vị tiếp nhận:', slip.receivingUnit ?? slip.issuer.unit]),
    ...buildField(
      ['Tiếp nhận hồ sơ của:', submitter.name],
      ...(channel === undefined ? [] : [['Hình thức nộp:', channel] as const]),
    ),
    ...buildContact(submitter),
    ...(holder === undefined ? [] : [...buildField(['Chủ hồ sơ:', holder.name]), ...buildContact(holder)]),
    ...buildField(['Nội dung yêu cầu giải quyết:', slip.request]),
  ]
}

function buildTerms(slip: ReceiptSlip) {
  const { register } = slip
  return [
    ...buildField(['2. Số lượng hồ sơ:', `${String(slip.setCount).padStart(2, '0')} (bộ)`]),
    ...buildField(['3. Thời gian giải quyết hồ sơ theo quy định:', slip.statutoryTerm]),
    ...buildField(['4. Thời gian nhận hồ sơ:', writeVietnameseMoment(slip.receivedAt)]),
    ...buildField(['5. Thời gian trả kết quả:', writeVietnameseMoment(slip.dueAt)]),
    ...(slip.dueReason === undefined ? [] : buildNote(slip.dueReason)),
    ...buildField(['6. Đăng ký nhận kết quả tại:', slip.resultPlace]),
    ...buildFees(slip.fees),
    ...(register === undefined
      ? []
      : buildField(['Vào Sổ theo dõi hồ sơ, Quyển số:', register.volume], ['Số thứ tự:', register.entry])),
  ]
}

/**
 * Draws form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả, as an A5 PDF.
 *
 * The form is that of the circular in force on the day of receipt ({@link findSlipTemplate}). Long texts wrap; what
 * does not fit the first page goes on a second. The same input gives the same bytes: the creation date of the PDF
 * is the moment of receipt.
 *
 * Throws `MotcuaError` `form/no-glyph` with the path of the text for a character that cannot be printed, and
 * `form/no-template` and `form/qr-too-long` from the parts it uses.
 *
 * @example
 * import { instant } from 'motcua'
 * import { drawReceiptSlip } from 'motcua/form'
 * const bytes = await drawReceiptSlip({
 *   issuer: { superiorAgency: 'ỦY BAN NHÂN DÂN', unit: 'BỘ PHẬN MỘT CỬA', place: 'Hà Nội' },
 *   dossierCode: '000.00.01.H26-260828-0001',
 *   submitter: { name: 'Nguyễn Thị Ví Dụ' },
 *   request: 'Cấp bản sao từ sổ gốc',
 *   papers: [{ name: 'Giấy tờ tùy thân', originalCount: 0, certifiedCopyCount: 0, photocopyCount: 1 }],
 *   setCount: 1,
 *   statutoryTerm: '08 giờ làm việc',
 *   receivedAt: instant('2026-08-28T15:20:00+07:00'),
 *   dueAt: instant('2026-09-03T15:20:00+07:00'),
 *   resultPlace: 'Bộ phận Một cửa',
 *   lookUpUrl: 'https://example.vn/tra-cuu?ma=000.00.01.H26-260828-0001',
 * })
 * new TextDecoder().decode(bytes.subarray(0, 8)) // '%PDF-1.7'
 */
export async function drawReceiptSlip(slip: ReceiptSlip): Promise<Uint8Array> {
  assertDrawable(slip, '')
  const template = findSlipTemplate(dateOfInstant(slip.receivedAt))
  const notes = [
    'Kết quả có thể được trả sớm hơn thời gian hẹn và được thông báo qua tin nhắn SMS, Zalo hoặc thư điện tử.',
    `Tra cứu tình trạng hồ sơ: quét mã QR hoặc truy cập ${slip.lookUpUrl}`,
    ...(slip.lookUpPhone === undefined ? [] : [`Điện thoại hỗ trợ: ${slip.lookUpPhone}`]),
  ]
  const signers = [
    { title: 'NGƯỜI NỘP HỒ SƠ', name: slip.submitter.name },
    { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', ...(slip.officerName === undefined ? {} : { name: slip.officerName }) },
  ]
  const blocks = [
    ...buildSlipHead(slip.issuer, writeVietnameseDate(slip.receivedAt)),
    ...buildTitle(template.receipt.title, slip.dossierCode),
    ...buildSubject(slip),
    ...keepWithNext(buildText({ text: '1. Thành phần hồ sơ nộp gồm:', face: 'regular' })),
    ...buildPaperTable(slip.papers),
    ...buildTerms(slip),
    ...keepWithNext(buildLookUp(slip.lookUpUrl, notes)),
    buildSigners(signers),
  ]
  const pages = layOut(blocks, a5)
  drawPageNumbers(pages, a5, `Mã hồ sơ: ${slip.dossierCode}`)
  return writePdf(pages, {
    title: `${template.receipt.title} ${slip.dossierCode}`,
    subject: writeTemplateName(template, template.receipt.number),
    createdAt: slip.receivedAt,
  })
}
