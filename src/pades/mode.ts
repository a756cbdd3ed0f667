/**
 * The five modes of Vietnamese practice: who signs, which field, what is locked, and in which order.
 *
 * The names follow the signing tool of the government CA; order and locks follow NĐ 30/2020/NĐ-CP, articles 14, 15,
 * 25 and 32. What the appearances look like is for whoever draws them.
 *
 * @module
 */
import type { LocalizedText } from '../errors.ts'
import { MotcuaError } from '../errors.ts'
import type { Pdf } from '../pdf/index.ts'
import { type FieldLock, findField, isLocked, listSignatures, readFieldMdp } from '../signature/index.ts'
import { type ModeRefusal, messages } from './messages.ts'

/** Who signs what: the authorised person, the agency, an incoming document, a copy, an attached file. */
export type SigningMode = 'approve' | 'issue' | 'income' | 'copy' | 'appendix'

/** What a mode presets. */
export interface SigningModeRule {
  readonly label: LocalizedText
  /** Name of the field where the caller names none; numbered from 2 where it is signed already. */
  readonly field: string
  /** What the signature locks where the caller says nothing. */
  readonly lock: FieldLock | undefined
  /** Fills number and date, and is refused without the fields and without an earlier signature. */
  readonly fillsNumber: boolean
  /** Refused once the agency has issued the document. */
  readonly isBeforeIssue: boolean
}

/** Names of the two text fields, placed before the first signature: number with symbol, and date of issue. */
export const numberFields = { number: 'soKyHieu', issuedDate: 'ngayBanHanh' } as const

const lockNumber: FieldLock = {
  action: 'Include',
  fields: [numberFields.number, numberFields.issuedDate],
  level: undefined,
}

/** The five modes. */
export const signingModes: Readonly<Record<SigningMode, SigningModeRule>> = {
  approve: {
    label: { vi: 'Ký phê duyệt', en: 'Approval by the authorised person' },
    field: 'NguoiKy',
    lock: undefined,
    fillsNumber: false,
    isBeforeIssue: true,
  },
  issue: {
    label: { vi: 'Ký phát hành', en: 'Issue by the agency' },
    field: 'CoQuan',
    lock: lockNumber,
    fillsNumber: true,
    isBeforeIssue: true,
  },
  income: {
    label: { vi: 'Ký văn bản đến', en: 'Mark of an incoming document' },
    field: 'VanBanDen',
    lock: undefined,
    fillsNumber: false,
    isBeforeIssue: false,
  },
  copy: {
    label: { vi: 'Ký sao văn bản', en: 'Copy made by the agency' },
    field: 'BanSao',
    // A lock over all fields would make pyHanko refuse the timestamps that an archive needs later.
    lock: undefined,
    fillsNumber: false,
    isBeforeIssue: false,
  },
  appendix: {
    label: { vi: 'Ký tài liệu đính kèm', en: 'Attachment in a file of its own' },
    field: 'TaiLieuKem',
    // A lock over all fields would make pyHanko refuse the timestamps that an archive needs later.
    lock: undefined,
    fillsNumber: false,
    isBeforeIssue: false,
  },
}

/**
 * Refuses with the reason.
 *
 * @throws MotcuaError `pades/wrong-order`
 */
function refuse(reason: ModeRefusal): never {
  throw new MotcuaError(messages, 'pades/wrong-order', { reason })
}

/** Tells whether the agency has signed already: some signature locks the number. */
function isIssued(pdf: Pdf): boolean {
  return listSignatures(pdf).some((signature) =>
    readFieldMdp(pdf, signature).some((lock) => isLocked(lock, numberFields.number)),
  )
}

/** The field name of a mode, or the next one that is free or empty. */
function findFreeField(pdf: Pdf, base: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}${number}`
    const field = findField(pdf, name)
    if (field === undefined || (field.fieldType === 'Sig' && field.value === undefined)) return name
  }
}

/**
 * Checks that a mode fits the document as it is, and gives what it presets.
 *
 * @param filledFields - Names of the text fields that this signature fills.
 */
export function applyMode(
  pdf: Pdf,
  mode: SigningMode,
  filledFields: readonly string[],
): { readonly field: string; readonly lock: FieldLock | undefined } {
  const rule = signingModes[mode]
  const names = Object.values(numberFields)
  if (rule.isBeforeIssue && isIssued(pdf)) refuse('already-issued')
  if (rule.fillsNumber) {
    if (!names.every((name) => findField(pdf, name)?.fieldType === 'Tx')) refuse('no-number-fields')
    if (listSignatures(pdf).length === 0) refuse('not-approved-yet')
    if (!names.every((name) => filledFields.includes(name))) refuse('no-number')
  }
  return { field: findFreeField(pdf, rule.field), lock: rule.lock }
}
