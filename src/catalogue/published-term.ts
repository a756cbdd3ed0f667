/**
 * A term as it was published, beside what was read from it.
 *
 * @module
 */
import * as z from 'zod'
import { termUnits, unreadReasons } from '../deadline/index.ts'
import { type Immutable, label } from '../dossier/index.ts'
import { wordsOf } from './words-of.ts'

const TermUnit = wordsOf(termUnits)

const TermExtension = z.strictObject({
  kind: label(TermUnit, 'Đơn vị', 'Unit'),
  amount: label(z.number().positive(), 'Số lượng', 'Amount'),
  mode: label(z.enum(['to', 'by']), 'Thành hay thêm', 'To or by'),
  when: label(z.string().min(1), 'Trường hợp', 'Circumstance'),
})

const extensions = z.array(TermExtension).optional()

/** A term as data: the same shape as `Term` of `motcua/deadline`, or the reason why a person must read it. */
export const TermReading = z.discriminatedUnion('kind', [
  z.strictObject({ kind: TermUnit, amount: z.number().positive(), extensions }),
  z.strictObject({
    kind: z.literal('same-day'),
    cutOff: z
      .string()
      .regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/)
      .optional(),
    extensions,
  }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unread'), reason: wordsOf(unreadReasons) }),
])
/** A term as data, or the reason why a person must read it. */
export type TermReading = Immutable<z.infer<typeof TermReading>>

/** A term (thời hạn giải quyết) in the words that were published, with what was read from them. */
export const PublishedTerm = z.strictObject({
  case: label(z.string().min(1).optional(), 'Trường hợp', 'Case'),
  text: label(z.string(), 'Thời hạn giải quyết', 'Term as published'),
  reading: label(TermReading, 'Thời hạn đã đọc', 'Term as read'),
  note: label(z.string().min(1).optional(), 'Mô tả', 'Note'),
})
/** A term in the words that were published, with what was read from them. */
export type PublishedTerm = Immutable<z.infer<typeof PublishedTerm>>
