/**
 * Which circular's forms are in force on a day, as data.
 *
 * @module
 */
import { addDays, type IsoDate, isoDate } from '../date.ts'
import { MotcuaError } from '../errors.ts'
import { messages } from './messages.ts'

/** The forms of one circular. */
export interface SlipTemplate {
  /** Number of the circular. */
  readonly act: string
  /** First day on which dossiers are received on these forms. */
  readonly effectiveFrom: IsoDate
  /** Last day, or nothing while in force. */
  readonly effectiveTo?: IsoDate
  /** Whether the fields were compared with slips in use under this circular. */
  readonly isLayoutVerified: boolean
  readonly receipt: { readonly number: string; readonly title: string }
  readonly supplement: { readonly number: string; readonly title: string }
}

const titles = {
  receipt: { number: '01', title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ' },
  supplement: { number: '02', title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ' },
}

const effectiveDays = { tt012018: isoDate('2019-01-06'), tt032025: isoDate('2025-09-15') }

/**
 * The sets of forms, oldest first.
 *
 * Of TT 03/2025/TT-VPCP only the titles are known, from secondary sources; its layout has not been compared, and
 * the slips keep the fields of TT 01/2018/TT-VPCP.
 */
export const slipTemplates: readonly SlipTemplate[] = [
  {
    act: 'TT 01/2018/TT-VPCP',
    effectiveFrom: effectiveDays.tt012018,
    effectiveTo: addDays(effectiveDays.tt032025, -1),
    isLayoutVerified: true,
    ...titles,
  },
  { act: 'TT 03/2025/TT-VPCP', effectiveFrom: effectiveDays.tt032025, isLayoutVerified: false, ...titles },
]

/**
 * Finds the forms in force on the day a dossier was received.
 *
 * @throws MotcuaError `form/no-template` before the first circular in the table.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { findSlipTemplate } from 'motcua/form'
 * findSlipTemplate(isoDate('2025-09-14')).act // 'TT 01/2018/TT-VPCP'
 * findSlipTemplate(isoDate('2025-09-15')).act // 'TT 03/2025/TT-VPCP'
 */
export function findSlipTemplate(receivedOn: IsoDate): SlipTemplate {
  const template = slipTemplates.findLast(({ effectiveFrom }) => effectiveFrom <= receivedOn)
  if (template !== undefined) return template
  throw new MotcuaError(messages, 'form/no-template', {
    on: receivedOn,
    effectiveFrom: effectiveDays.tt012018,
  })
}

/** Names a form and its circular for the properties of a PDF, and says so when its layout has not been compared. */
export function writeTemplateName(template: SlipTemplate, number: string): string {
  return `Mẫu số ${number}, ${template.act}${template.isLayoutVerified ? '' : ' (bố cục chưa đối chiếu)'}`
}
