/**
 * Changes as a reader wants them: the ones that say the same of the same page told once, the weightiest first.
 *
 * @module
 */
import { type DocumentChange, modificationLevels } from '../difference/change.ts'

/** Changes that are told together. */
export interface ToldChange {
  /** The first of them. */
  readonly change: DocumentChange
  /** How many there are. */
  readonly count: number
}

/** Gathers changes that have one sentence and one page; data for long-term verification are not worth telling. */
export function gatherChanges(changes: readonly DocumentChange[]): readonly ToldChange[] {
  const told = new Map<string, { change: DocumentChange; count: number }>()
  for (const change of changes) {
    if (change.level === 'none' || change.level === 'lta-updates') continue
    const key = `${change.pageNumber ?? ''} ${change.message.en}`
    const known = told.get(key)
    if (known === undefined) told.set(key, { change, count: 1 })
    else known.count += 1
  }
  const weigh = ({ change }: ToldChange): number => modificationLevels.indexOf(change.level)
  return [...told.values()].sort((a, b) => weigh(b) - weigh(a))
}
