/**
 * The life of a definition: draft, reviewed, approved, in force, superseded.
 *
 * @module
 */
import type { IsoDate } from '../../date.ts'
import type { LocalizedText } from '../../errors.ts'
import type { Finding } from '../../finding.ts'
import type { Lifecycle, ProcessDefinition } from '../definition.ts'
import { lintProcess } from '../lint/lint-process.ts'

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

/** Somebody who signs a stage of the sheet. */
interface Signer {
  readonly position: string
  /** Who, where the sheet names them. */
  readonly by?: string
  readonly date: IsoDate
}

/** What may happen to a version of a process. */
export type LifecycleAct =
  | ({ readonly kind: 'draft' } & Signer)
  | ({ readonly kind: 'review' } & Signer)
  | ({ readonly kind: 'approve'; readonly decision: string } & Signer)
  | { readonly kind: 'put-in-force'; readonly from: IsoDate }
  | { readonly kind: 'supersede'; readonly from: IsoDate; readonly by: string }
  | ({ readonly kind: 'amend' } & NonNullable<Lifecycle['amendments']>[number])

/** The definition after an act, or why it may not be done. */
export type LifecycleAnswer =
  | { readonly kind: 'moved'; readonly definition: ProcessDefinition }
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly message: LocalizedText
      /** What the linter finds, where that stands in the way of approval. */
      readonly findings?: readonly Finding[]
    }

/** A refusal. */
function refuse(code: string, vi: string, en: string): LifecycleAnswer {
  return { kind: 'refused', code, message: { vi, en } }
}

/** Why an act may not follow what was done; `undefined` when it may. */
function findObstacle(definition: ProcessDefinition, act: LifecycleAct): LifecycleAnswer | undefined {
  const { drafted, reviewed, approved, inForceFrom, supersededFrom } = definition.lifecycle ?? {}
  const isTooEarly = (day: string, after: string | undefined): boolean => after !== undefined && day < after
  const tooEarly = refuse(
    'too-early',
    'ngày sớm hơn bước trước đó',
    'the day lies before the stage that precedes it',
  )
  if (act.kind === 'draft' || act.kind === 'review' || act.kind === 'amend') {
    // A decision approves a content: what is changed afterwards is another version.
    if (approved !== undefined) {
      return refuse(
        'already-approved',
        'đã phê duyệt: lập phiên bản mới',
        'approved already: make a new version',
      )
    }
  }
  switch (act.kind) {
    case 'draft':
    case 'amend':
      return undefined
    case 'review':
      if (drafted === undefined)
        return refuse('not-drafted', 'chưa ghi người soạn thảo', 'nobody drafted it yet')
      return isTooEarly(act.date, drafted.date) ? tooEarly : undefined
    case 'approve': {
      if (approved !== undefined) return refuse('already-approved', 'đã phê duyệt', 'approved already')
      if (reviewed === undefined) return refuse('not-reviewed', 'chưa được xem xét', 'nobody reviewed it yet')
      if (isTooEarly(act.date, reviewed.date)) return tooEarly
      const errors = lintProcess(definition).filter(({ severity }) => severity === 'error')
      if (errors.length === 0) return undefined
      const message = {
        vi: `còn ${errors.length} lỗi kiểm tra`,
        en: `the linter finds ${errors.length} errors`,
      }
      return { kind: 'refused', code: 'lint-errors', message, findings: errors }
    }
    case 'put-in-force':
      if (approved === undefined)
        return refuse('not-approved', 'chưa được phê duyệt', 'nobody approved it yet')
      return isTooEarly(act.from, approved.date) ? tooEarly : undefined
    case 'supersede':
      if (inForceFrom === undefined)
        return refuse('not-in-force', 'chưa có hiệu lực', 'it was never in force')
      if (supersededFrom !== undefined)
        return refuse('already-superseded', 'đã bị thay thế', 'superseded already')
      return isTooEarly(act.from, inForceFrom) ? tooEarly : undefined
  }
}

/** The lifecycle after an act that may be done. */
function lifecycleAfter(lifecycle: Lifecycle, act: LifecycleAct): Lifecycle {
  switch (act.kind) {
    case 'draft': {
      // A new draft is to be reviewed anew.
      const { kind: _kind, ...drafted } = act
      return { ...withoutReview(lifecycle), drafted }
    }
    case 'review': {
      const { kind: _kind, ...reviewed } = act
      return { ...lifecycle, reviewed }
    }
    case 'approve': {
      const { kind: _kind, ...approved } = act
      return { ...lifecycle, approved }
    }
    case 'put-in-force':
      return { ...lifecycle, inForceFrom: act.from }
    case 'supersede':
      return { ...lifecycle, supersededFrom: act.from, supersededBy: act.by }
    case 'amend': {
      const { kind: _kind, ...amendment } = act
      return { ...lifecycle, amendments: [...(lifecycle.amendments ?? []), amendment] }
    }
  }
}

/** A lifecycle whose review does not count any more. */
function withoutReview({ reviewed: _reviewed, ...lifecycle }: Lifecycle): Lifecycle {
  return lifecycle
}

/**
 * Takes a version of a process one stage on: drafted, reviewed, approved by a decision, in force, superseded.
 *
 * Each stage needs the one before, on a day that is not earlier; approval needs a definition without errors of the
 * linter (of one's own: an imported one says so by `origin`). The content hash does not change, so cases keep their
 * pin. `decide` starts a case only under a version in force, and the ISO sheet prints this history.
 *
 * @example
 * import { advanceLifecycle, registerCopies } from 'motcua/procedure'
 * import { isoDate } from 'motcua'
 * const { lifecycle: _lifecycle, ...draft } = registerCopies.definition
 * const early = advanceLifecycle(draft, {
 *   kind: 'approve', position: 'Giám đốc', decision: 'QĐ 1', date: isoDate('2026-05-13'),
 * })
 * early.kind === 'refused' && early.code // 'not-reviewed'
 */
export function advanceLifecycle(definition: ProcessDefinition, act: LifecycleAct): LifecycleAnswer {
  const obstacle = findObstacle(definition, act)
  if (obstacle) return obstacle
  return {
    kind: 'moved',
    definition: { ...definition, lifecycle: lifecycleAfter(definition.lifecycle ?? {}, act) },
  }
}
