import type { Channel } from '../../dossier/index.ts'
import type { FeeAmount, FeeItem, FeeRate } from '../fee.ts'
import { buildFinding } from '../messages.ts'
import {
  type Findings,
  isObject,
  listOf,
  openRecord,
  type Placed,
  readText,
  takeText,
} from './open-record.ts'

type FeeClass = FeeItem['class']

/** One amount as a record prints it. */
export interface PrintedFee {
  readonly class: FeeClass
  readonly amount: FeeAmount
  readonly case?: string
}

/** The amounts of one manner, with its channel. */
export interface PrintedFees {
  readonly channel?: Channel
  readonly fees: readonly PrintedFee[]
}

const classNames: Readonly<Record<FeeClass, string>> = { fee: 'Phí', charge: 'Lệ phí' }

/** Words for "nothing is taken". */
const NOTHING = /^(?:không(?: có| thu| quy định)?(?: phí| lệ phí)*|miễn(?: phí| lệ phí)*)$/iu

/** Reads `250.000 Đồng`, `0`, `Không Đồng`, `8.000 đồng/bản`; anything else is kept as text. */
export function readAmount(text: string): FeeAmount {
  // Word boundaries of regular expressions know no đ, so the letters around it are looked at instead.
  const bare = text
    .replace(/(?<!\p{L})(?:việt nam\s+)?(?:đồng|vnđ|vnd|đ)(?!\p{L})/giu, '')
    .replace(/\s+/g, ' ')
    .replace(/[.,;]\s*$/, '')
    .trim()
  if (NOTHING.test(bare)) return { kind: 'fixed', amountVnd: 0 }
  const match = /^(\d{1,3}(?:[.,]\d{3})+|\d{1,12})(?:\s*\/\s*(bản|trang|hồ sơ))?$/iu.exec(bare)
  if (match === null) return { kind: 'unread', text: text.trim() === '' ? '(trống)' : text.trim() }
  const amountVnd = Number((match[1] ?? '').replace(/[.,]/g, ''))
  const unit = match[2]?.toLowerCase()
  if (unit === undefined) return { kind: 'fixed', amountVnd }
  return { kind: 'fixed', amountVnd, per: unit === 'bản' ? 'copy' : unit === 'trang' ? 'page' : 'dossier' }
}

/** Says an amount that stayed text. */
function sayUnread(fee: PrintedFee, place: string, findings: Findings): PrintedFee {
  if (fee.amount.kind === 'unread')
    findings.push(
      buildFinding('catalogue/unread-fee', place, { text: `${classNames[fee.class]}: ${fee.amount.text}` }),
    )
  return fee
}

/** Gives amounts of one class that nothing tells apart a name by their order, and says so. */
function nameCases(fees: readonly PrintedFee[], place: string, findings: Findings): readonly PrintedFee[] {
  return fees.map((fee) => {
    const rivals = fees.filter((other) => other.class === fee.class && other.case === undefined)
    if (fee.case !== undefined || rivals.length < 2) return fee
    const index = rivals.indexOf(fee)
    if (index === 0)
      findings.push(buildFinding('catalogue/fee-cases-unnamed', place, { amounts: rivals.length }))
    return { ...fee, case: `mức ${index + 1}` }
  })
}

/** Reads `Phí: 250.000 Đồng Xem chi tiết Lệ phí: 150.000 Đồng`. */
function readFeeText(
  text: string,
  { place, field }: { place: string; field?: FeeClass | undefined },
  findings: Findings,
): readonly PrintedFee[] {
  const plain = text.replace(/xem chi tiết/giu, ' ')
  if (plain !== text) findings.push(buildFinding('catalogue/detail-not-included', place, {}))
  const marks = [...plain.matchAll(/(lệ phí|phí)\s*:/giu)]
  const [first] = marks
  const lead = plain.slice(0, first?.index ?? plain.length).trim()
  const segments = marks.map((mark, index): PrintedFee => {
    const end = marks[index + 1]?.index ?? plain.length
    const feeClass = mark[1]?.toLowerCase() === 'phí' ? 'fee' : 'charge'
    return { class: feeClass, amount: readAmount(plain.slice(mark.index + mark[0].length, end).trim()) }
  })
  if (lead === '') return segments.map((fee) => sayUnread(fee, place, findings))
  const named = field ?? (/lệ phí/iu.test(lead) ? 'charge' : /phí/iu.test(lead) ? 'fee' : undefined)
  const unnamed: PrintedFee = { class: named ?? 'fee', amount: readAmount(lead) }
  if (named === undefined) findings.push(buildFinding('catalogue/fee-class-unknown', place, {}))
  return [unnamed, ...segments].map((fee) => sayUnread(fee, place, findings))
}

/** Reads one member of `PHILEPHI`: `{SOTIEN, DONVI, MOTA}`. */
function readFeeObject(
  placed: Placed & { value: Readonly<Record<string, unknown>> },
  findings: Findings,
): PrintedFee {
  const reader = openRecord(placed.value, placed.place, findings)
  const sum = takeText(reader, ['sotien', 'gia', 'mucthu', 'muc'], findings) ?? ''
  const unit = takeText(reader, ['donvi', 'donvitinh'], findings) ?? ''
  const note = takeText(reader, ['mota', 'truonghop', 'ghichu'], findings)
  const name = takeText(reader, ['tenphilephi', 'ten', 'loai', 'loaiphilephi'], findings)
  reader.close()
  const words = `${name ?? ''} ${note ?? ''}`
  if (!/phí/iu.test(words)) findings.push(buildFinding('catalogue/fee-class-unknown', placed.place, {}))
  const fee: PrintedFee = {
    class: /lệ phí/iu.test(words) ? 'charge' : 'fee',
    amount: readAmount(`${sum} ${unit}`.trim()),
  }
  return sayUnread(note === undefined ? fee : { ...fee, case: note }, placed.place, findings)
}

/**
 * Reads what a record prints about fees: a text, or a list of amounts with their cases.
 *
 * @param field - What the field itself is called, where that says fee or charge.
 */
export function readFees(
  placed: Placed | undefined,
  findings: Findings,
  field?: FeeClass,
): readonly PrintedFee[] {
  if (placed === undefined) return []
  const fees = listOf(placed).flatMap(({ value, place }): readonly PrintedFee[] => {
    if (isObject(value)) return [readFeeObject({ value, place }, findings)]
    const text = readText({ value, place }, findings)
    return text === undefined ? [] : readFeeText(text.replaceAll('\n', ' '), { place, field }, findings)
  })
  return nameCases(fees, placed.place, findings)
}

/** Joins the amounts of all manners: one item a class; a rate that every manner prints alike has no channel. */
export function joinFees(manners: readonly PrintedFees[]): readonly FeeItem[] {
  const texts = manners.map(({ fees }) => JSON.stringify(fees))
  const isAlike = texts.every((text) => text === texts[0])
  const printed = isAlike ? manners.slice(0, 1).map(({ fees }) => ({ fees })) : manners
  return (['fee', 'charge'] as const).flatMap((feeClass): readonly FeeItem[] => {
    const rates = printed.flatMap(({ fees, channel }: PrintedFees): readonly FeeRate[] =>
      fees
        .filter((fee) => fee.class === feeClass)
        .map(({ amount, case: name }) => ({
          amount,
          ...(name === undefined ? {} : { case: name }),
          ...(channel === undefined ? {} : { channel }),
        })),
    )
    if (rates.length === 0) return []
    return [
      { code: feeClass === 'fee' ? 'PHI' : 'LEPHI', name: classNames[feeClass], class: feeClass, rates },
    ]
  })
}
