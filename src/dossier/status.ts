/**
 * What the statuses of the national portal mean together: how reports group them, and which may follow which.
 *
 * @module
 */
import type { LocalizedText } from '../errors.ts'
import type { NationalStatus } from './lists.ts'

/** One group of statuses as reports count them. */
interface StatusGroup extends LocalizedText {
  readonly statuses: readonly NationalStatus[]
}

/**
 * The groups by which deployed reports count (`BaoCaoTongHopConstants` of HuanVu201/DichVuCong_KhoaLuan_PASETO).
 *
 * Every status is in exactly one; what has not been received, or was refused at intake, is outside of the counts.
 */
const groups = {
  outside: { vi: 'Chưa tính', en: 'Not counted', statuses: [1, 3] },
  'in-process': { vi: 'Đang giải quyết', en: 'In process', statuses: [2, 4] },
  supplement: { vi: 'Chờ bổ sung', en: 'Waiting for a supplement', statuses: [5] },
  stopped: { vi: 'Tạm dừng, dừng xử lý', en: 'Stopped', statuses: [6, 8] },
  withdrawn: { vi: 'Rút hồ sơ, trả lại', en: 'Withdrawn', statuses: [7] },
  done: { vi: 'Đã giải quyết', en: 'Done', statuses: [9, 10] },
} as const satisfies Readonly<Record<string, StatusGroup>>

/** One group of statuses. */
export type StatusGroupName = keyof typeof groups

/**
 * Finds the group in which reports count a status.
 *
 * @example
 * import { findStatusGroup } from 'motcua/dossier'
 * findStatusGroup(6) // 'stopped'
 */
export function findStatusGroup(status: NationalStatus): StatusGroupName {
  const names = Object.keys(groups) as readonly StatusGroupName[]
  const isMember = (name: StatusGroupName): boolean =>
    (groups[name].statuses as readonly NationalStatus[]).includes(status)
  return names.find(isMember) ?? 'outside'
}

/** Which statuses may follow each. */
export type StatusTransitions = Readonly<Record<NationalStatus, readonly NationalStatus[]>>

/**
 * Which statuses may follow each, by the practice of the portal; derived, and not the text of an act.
 *
 * It judges what others report. A case of this package records what its process did, and that may be finer.
 */
const transitions: StatusTransitions = {
  1: [2, 3],
  2: [4, 5, 7],
  3: [],
  4: [4, 5, 6, 7, 8, 9, 3],
  5: [4, 7, 8, 3],
  6: [4, 8],
  7: [],
  8: [],
  9: [10],
  10: [],
}

/**
 * The order in which a status is asked for the end of the processing: the first that a dossier had.
 *
 * Returning the result later does not lengthen the processing, so 9 comes before 10.
 */
const endOrder: readonly NationalStatus[] = [9, 10, 8, 3, 7]

/** What the statuses of the national portal mean together, by practice: a default, not the text of an act. */
export const statusRules = { groups, transitions, endOrder } as const

/**
 * Tells whether a status may follow another.
 *
 * @param allowed - The transitions of {@link statusRules} unless the agency has agreed on others with the portal.
 *
 * @example
 * import { isNextStatus } from 'motcua/dossier'
 * isNextStatus(9, 10) // true
 */
export function isNextStatus(
  from: NationalStatus,
  to: NationalStatus,
  allowed: StatusTransitions = transitions,
): boolean {
  return allowed[from].includes(to)
}
