/**
 * Land and tax at the same level: the registry asks the tax authority, the citizen pays, the registry goes on.
 *
 * @module
 */
import { findProcedure } from '../../catalogue/index.ts'
import { type DefinedProcess, defineProcess } from '../define.ts'
import type { LegalTerm } from '../definition.ts'
import { draftProcessOf } from '../import/draft-process.ts'

/** Record of the province whose steps these are. */
const RECORD = 'TTHC-TINH-08'

/** What the tax leg needs; neither is printed in the published table. */
export interface TaxLeg {
  /** National code of the tax authority's procedure. */
  readonly procedure: string
  /** Five working days when left out. */
  readonly term?: LegalTerm
}

/**
 * TTHC-TINH-08 with its tax leg: after the registry's first phase the tax authority determines the duty, the
 * clock stands still while the citizen pays (`duty.impose`, national status 6), and the certificate follows.
 *
 * `undefined` only where the catalogue lacks the record.
 *
 * @example
 * import { defineLandAndTax } from 'motcua/procedure/built-in'
 * // The code is invented: give the one of your tax authority.
 * defineLandAndTax({ procedure: '1.000903' })?.definition.legs?.map(({ agency }) => agency) // ['G12']
 */
export function defineLandAndTax(tax: TaxLeg): DefinedProcess | undefined {
  const record = findProcedure(RECORD)
  const drafted = record && draftProcessOf(record)
  if (drafted === undefined) return undefined
  const first = drafted.definition.steps.filter((item) => item.phase === 1).at(-1)
  return defineProcess({
    ...drafted.definition,
    legs: [
      {
        id: 'tax',
        title: { vi: 'Xác định nghĩa vụ tài chính', en: 'Determination of the duty' },
        agency: 'G12',
        procedure: tax.procedure,
        term: tax.term ?? { kind: 'working-days', amount: 5 },
        ...(first === undefined ? {} : { startAfterStep: first.id }),
        dataPassed: ['parcel', 'owner', 'purpose'],
        handBack: 'Thông báo của cơ quan thuế gửi Văn phòng đăng ký đất đai',
      },
    ],
    supplement: { mode: 'pause', maxRounds: 1, answerWithin: { kind: 'calendar-days', amount: 30 } },
  })
}
