/**
 * Fees and charges (phí, lệ phí) of a procedure as they are laid down: rates, tiers, caps and reductions.
 *
 * @module
 */
import * as z from 'zod'
import { closedLists, type Immutable, label } from '../dossier/index.ts'
import { wordsOf } from './words-of.ts'

const AmountVnd = z.int().min(0)
const Day = z.iso.date()

/** What a rate takes: a sum, a sum by pages with a cap, a reduction, or a text that a person must read. */
export const FeeAmount = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fixed'),
    amountVnd: label(AmountVnd, 'Mức thu (đồng)', 'Amount in dong'),
    per: label(z.enum(['dossier', 'copy', 'page']).optional(), 'Đơn vị tính', 'Taken per'),
  }),
  z.strictObject({
    kind: z.literal('per-page'),
    tiers: label(
      z
        .array(
          z.strictObject({
            fromPage: label(z.int().min(1), 'Từ trang', 'From page'),
            amountVnd: label(AmountVnd, 'Mức thu (đồng)', 'Amount in dong'),
            per: label(z.enum(['copy', 'page']), 'Mỗi bản hay mỗi trang', 'Per copy or page'),
          }),
        )
        .min(1),
      'Bậc theo trang',
      'Tiers by page',
    ),
    capVnd: label(AmountVnd.optional(), 'Tối đa mỗi bản (đồng)', 'Most for a copy, in dong'),
  }),
  z.strictObject({
    kind: z.literal('percent-off'),
    percent: label(z.number().gt(0).max(100), 'Tỷ lệ giảm (%)', 'Reduction in percent'),
  }),
  z.strictObject({
    kind: z.literal('unread'),
    text: label(z.string().min(1), 'Nguyên văn', 'Text as published'),
  }),
])
/** What a rate takes. */
export type FeeAmount = Immutable<z.infer<typeof FeeAmount>>

/** One rate: how much, for whom, by which channel, from when to when, and by which act. */
export const FeeRate = z.strictObject({
  amount: label(FeeAmount, 'Mức thu', 'Amount'),
  case: label(z.string().min(1).optional(), 'Trường hợp', 'Case'),
  channel: label(wordsOf(closedLists.channels).optional(), 'Kênh thực hiện', 'Channel'),
  beneficiary: label(z.string().min(1).optional(), 'Đối tượng được hưởng', 'Group that it is for'),
  validFrom: label(Day.optional(), 'Áp dụng từ ngày', 'Valid from'),
  validTo: label(Day.optional(), 'Áp dụng đến hết ngày', 'Valid to'),
  basis: label(z.string().min(1).optional(), 'Căn cứ', 'Legal basis'),
})
/** One rate of a fee. */
export type FeeRate = Immutable<z.infer<typeof FeeRate>>

/** A fee or charge with all its rates, of which one applies to a given dossier. */
export const FeeItem = z.strictObject({
  code: label(z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._:-]{0,63}$/), 'Mã phí, lệ phí', 'Fee code'),
  name: label(z.string().min(1), 'Tên phí, lệ phí', 'Name'),
  class: label(wordsOf(closedLists.feeClasses), 'Phí hay lệ phí', 'Fee or charge'),
  rates: label(z.array(FeeRate).min(1), 'Các mức thu', 'Rates'),
})
/** A fee or charge with all its rates. */
export type FeeItem = Immutable<z.infer<typeof FeeItem>>
