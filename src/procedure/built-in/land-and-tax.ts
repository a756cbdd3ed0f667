/**
 * Land and tax at the same level: the registry asks the tax authority, the citizen pays, the registry goes on.
 *
 * @module
 */
import { findProcedure } from '../../catalogue/index.ts'
import { type DefinedProcess, defineProcess } from '../define.ts'
import { draftProcessOf } from '../import/draft-process.ts'

/** Record of the province whose steps these are. */
const RECORD = 'TTHC-TINH-08'

/**
 * TTHC-TINH-08 with its tax leg: after the registry's first phase the tax authority determines the duty, the
 * clock stands still while the citizen pays (`duty.impose`, national status 6), and the certificate follows.
 *
 * `undefined` only where the catalogue lacks the record. The term of the tax leg is configuration: the published
 * table does not print it.
 */
export function defineLandAndTax(
  taxTerm = { kind: 'working-days', amount: 5 } as const,
): DefinedProcess | undefined {
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
        // The code of the tax authority's procedure was not verified.
        procedure: '1.000000',
        term: taxTerm,
        ...(first === undefined ? {} : { startAfterStep: first.id }),
        dataPassed: ['parcel', 'owner', 'purpose'],
        handBack: 'Thông báo của cơ quan thuế gửi Văn phòng đăng ký đất đai',
      },
    ],
    supplement: { mode: 'pause', maxRounds: 1, answerWithin: { kind: 'calendar-days', amount: 30 } },
  })
}
