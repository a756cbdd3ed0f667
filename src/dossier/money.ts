/**
 * What a dossier costs, what was paid, and the receipts for it.
 *
 * @module
 */
import * as z from 'zod'
import {
  AmountVnd,
  Code,
  composedLine,
  Id,
  type Immutable,
  InstantField,
  IsoDateField,
  Line,
  patterned,
  wordsOf,
} from './fields.ts'
import { label, publish } from './labels.ts'
import { feeClasses, feeMoments, feePurposes, paymentManners } from './lists.ts'
import { TaxField } from './people.ts'

/** A fee or charge that a dossier owes. */
export const Fee = publish(
  z.strictObject({
    code: label(Code, 'Mã phí, lệ phí', 'Fee code'),
    name: label(Line, 'Tên phí, lệ phí', 'Name'),
    class: label(wordsOf(feeClasses), 'Phí hay lệ phí', 'Fee or charge'),
    purpose: label(wordsOf(feePurposes), 'Loại phí, lệ phí', 'Purpose'),
    moment: label(wordsOf(feeMoments), 'Hình thức thu', 'When it is taken'),
    amountVnd: label(AmountVnd, 'Số tiền (đồng)', 'Amount in dong'),
  }),
  'Fee',
  { vi: 'Phí, lệ phí', en: 'Fee' },
)
/** A fee or charge that a dossier owes. */
export type Fee = Immutable<z.infer<typeof Fee>>

/** An electronic receipt (biên lai điện tử) with the contents of NĐ 254/2026/NĐ-CP art. 23(2). */
export const Receipt = publish(
  z.strictObject({
    name: label(Line, 'Tên biên lai', 'Name of the receipt'),
    form: label(z.enum(['EBL01', 'EBL02']), 'Ký hiệu mẫu biên lai', 'Form symbol'),
    symbol: label(
      patterned(
        /^[0-9]{2}T[ABCDEGHKLMNPQRSTUVXY]{2}$/,
        'ký hiệu biên lai 5 ký tự, ví dụ 26TAA',
        'a receipt symbol of 5 characters, such as 26TAA',
      ),
      'Ký hiệu biên lai',
      'Receipt symbol',
    ),
    number: label(z.int().min(1).max(99_999_999), 'Số biên lai', 'Number'),
    collector: label(Line, 'Tên đơn vị thu', 'Collector'),
    collectorTaxCode: label(TaxField, 'Mã số thuế đơn vị thu', "Collector's tax code"),
    amountVnd: label(AmountVnd, 'Số tiền (đồng)', 'Amount in dong'),
    amountInWords: label(Line, 'Số tiền bằng chữ', 'Amount in words'),
    issuedOn: label(IsoDateField, 'Ngày lập', 'Issued on'),
    signedAt: label(InstantField.optional(), 'Thời điểm ký số', 'Signed at'),
  }),
  'Receipt',
  { vi: 'Biên lai', en: 'Receipt' },
)
/** An electronic receipt (biên lai điện tử) with the contents of NĐ 254/2026/NĐ-CP art. 23(2). */
export type Receipt = Immutable<z.infer<typeof Receipt>>

/** Money that came in for a dossier. */
export const Payment = publish(
  z.strictObject({
    id: label(Id, 'Mã giao dịch', 'Payment id'),
    amountVnd: label(AmountVnd, 'Số tiền (đồng)', 'Amount in dong'),
    manner: label(wordsOf(paymentManners), 'Hình thức thanh toán', 'Manner'),
    paidAt: label(InstantField, 'Thời điểm thanh toán', 'Paid at'),
    fees: label(z.array(Code).max(100).optional(), 'Các khoản được thanh toán', 'Fees that it pays'),
    reference: label(composedLine(100).optional(), 'Nội dung chuyển khoản', 'Reference'),
    receipt: label(Receipt.optional(), 'Biên lai', 'Receipt'),
  }),
  'Payment',
  { vi: 'Thanh toán', en: 'Payment' },
)
/** Money that came in for a dossier. */
export type Payment = Immutable<z.infer<typeof Payment>>
