/**
 * Appearances of form fields: what a field shows may follow what it holds, and nothing else may show it.
 *
 * @module
 */
import { type PdfDict, readObject } from '../../pdf/index.ts'
import type { ModificationLevel } from '../difference/change.ts'
import { approve, approveAll, type Ledger, refuse } from '../difference/ledger.ts'
import { asDict, collectNew, refUnder } from '../difference/revision-pair.ts'
import type { UsageIndex } from '../difference/usage.ts'
import { compareKey } from './key.ts'

/** Normal, rollover and down appearance (ISO 32000-1, table 168). */
const appearanceKeys = ['N', 'R', 'D'] as const

/** A widget, or another annotation, in both states. */
export interface WidgetPair {
  /** Its number in the signed document. */
  readonly number: number
  readonly before: PdfDict
  readonly after: PdfDict
  readonly path: string
  /** Full name of its field; `undefined` for an annotation that belongs to none. */
  readonly fieldName: string | undefined
  readonly level: ModificationLevel
}

/** What approvals of a widget have in common. */
function approvalOf(widget: WidgetPair) {
  const { fieldName, level, path } = widget
  const rule = fieldName === undefined ? ('annotation/changed' as const) : ('field/appearance' as const)
  return {
    rule,
    level,
    path: `${path}/AP`,
    anchor: widget.number,
    ...(fieldName === undefined ? {} : { lockedBy: fieldName }),
  }
}

/** Allows the stream of an appearance to be written anew under its old number when no one else shows it. */
function reviewInPlace(ledger: Ledger, widget: WidgetPair): void {
  const { signed, later } = ledger.pair
  // Check boxes and radio buttons choose among appearances; their streams have no reason to change.
  if (widget.before.entries.has('AS')) return
  const holder = refUnder(widget.before, 'AP')
  const before = asDict(signed, widget.before.entries.get('AP'))
  const after = asDict(later, widget.after.entries.get('AP'))
  for (const key of appearanceKeys) {
    const old = refUnder(before, key)
    if (old === undefined || refUnder(after, key)?.number !== old.number) continue
    if (!ledger.pair.changed.has(old.number)) continue
    const use = holder
      ? { container: holder.number, within: `/${key}` }
      : { container: widget.number, within: `/AP/${key}` }
    const approval = approvalOf(widget)
    approve(ledger, old.number, { ...approval, use })
    const added = collectNew(ledger.pair, readObject(later, old))
    approveAll(ledger, added, { ...approval, use: 'everywhere' })
  }
}

/** Reviews /AP of a widget that was there when the document was signed. */
export function reviewAppearance(ledger: Ledger, widget: WidgetPair, index: UsageIndex): void {
  const { before, after } = widget
  const approval = { ...approvalOf(widget), use: 'everywhere' } as const
  const { path } = approval
  const refusal = 'change/appearance'
  const found = compareKey(ledger, { before, after }, { key: 'AP', approval, refusal })
  if (found?.after === undefined) return
  if (found.after.kind !== 'dict') {
    refuse(ledger, refusal, { path, number: widget.number })
    return
  }
  const values = appearanceKeys.map((key) =>
    found.after?.kind === 'dict' ? found.after.entries.get(key) : undefined,
  )
  const holder = refUnder(before, 'AP')
  const isTouched =
    holder !== undefined && (ledger.pair.changed.has(holder.number) || ledger.pair.changed.has(widget.number))
  // An appearance dictionary that two widgets share shows in both.
  const isShared = holder !== undefined && isTouched && (index.usages.get(holder.number)?.length ?? 0) > 1
  if (isShared && values.some((value) => value !== undefined)) {
    refuse(ledger, refusal, { path, number: holder.number })
    return
  }
  for (const value of values) approveAll(ledger, collectNew(ledger.pair, value), approval)
  reviewInPlace(ledger, widget)
}
