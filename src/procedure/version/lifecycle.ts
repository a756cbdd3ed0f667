/**
 * The life of a definition: draft, reviewed, approved, in force, superseded.
 *
 * @module
 */
import type { IsoDate } from '../../date.ts'
import type { LocalizedText } from '../../errors.ts'
import type { ProcessDefinition } from '../definition.ts'

/** The stages with their names. */
export const lifecycleStages = {
  draft: { vi: 'Dự thảo', en: 'Draft' },
  reviewed: { vi: 'Đã xem xét', en: 'Reviewed' },
  approved: { vi: 'Đã phê duyệt, chưa có hiệu lực', en: 'Approved, not yet in force' },
  'in-force': { vi: 'Đang có hiệu lực', en: 'In force' },
  superseded: { vi: 'Đã bị thay thế', en: 'Superseded' },
} as const satisfies Readonly<Record<string, LocalizedText>>

/** One of the stages. */
export type LifecycleStage = keyof typeof lifecycleStages

/**
 * Tells at which stage a definition is on a day; only one in force starts a case.
 *
 * @example
 * import { isoDate } from 'motcua'
 * import { findLifecycleStage, registerCopies } from 'motcua/procedure'
 * findLifecycleStage(registerCopies.definition, isoDate('2026-08-28')) // 'in-force'
 */
export function findLifecycleStage(definition: ProcessDefinition, on: IsoDate): LifecycleStage {
  const { approved, reviewed, inForceFrom, supersededFrom } = definition.lifecycle ?? {}
  if (approved === undefined) return reviewed === undefined ? 'draft' : 'reviewed'
  if (inForceFrom === undefined || on < inForceFrom) return 'approved'
  return supersededFrom !== undefined && on >= supersededFrom ? 'superseded' : 'in-force'
}
