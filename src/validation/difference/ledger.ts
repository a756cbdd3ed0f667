/**
 * The books of one later revision: which of its objects which rule explains, and in which of their uses.
 *
 * An object that the signed document used is explained only when every one of its uses is: a redefinition
 * that is harmless in one place may change what is seen in another.
 *
 * @module
 */
import { type FieldLock, isLocked } from '../../signature/index.ts'
import { type ModificationLevel, modificationLevels } from './change.ts'
import type { RevisionPair } from './revision-pair.ts'
import type { ChangeRule } from './sentences.ts'
import { listUsagePaths, startWalks, type UsageIndex, type UsagePath } from './usage.ts'

/** Which uses of an object an approval covers. */
export type ApprovedUse =
  | 'everywhere'
  | { readonly path: string }
  | { readonly container: number; readonly within: string }

/** What a rule says of an object. */
export interface Approval {
  readonly rule: ChangeRule
  readonly level: ModificationLevel
  readonly use: ApprovedUse
  /** Where it stands in the later state; for the reader. */
  readonly path: string
  /** The field it belongs to, when a lock on that field forbids it. */
  readonly lockedBy?: string
  /** The annotation or field that shows where on a page this is. */
  readonly anchor?: number
}

/** What no rule explains, or what one refuses. */
export interface Refusal {
  readonly rule: ChangeRule
  readonly number: number | undefined
  readonly path: string
}

/** The books. */
export interface Ledger {
  readonly pair: RevisionPair
  /** Locks that the signature put on fields. */
  readonly locks: readonly FieldLock[]
  /** Uses in the signed document still to be explained, by object. */
  readonly open: Map<number, { uses: UsagePath[]; level: ModificationLevel }>
  readonly explained: Map<number, Approval>
  readonly refusals: Refusal[]
  /** What changed in an object beyond what the object itself is explained by. */
  readonly remarks: { readonly rule: ChangeRule; readonly level: ModificationLevel; readonly path: string }[]
  /** What the revision frees although the signed document uses it, with one of the uses. */
  readonly freedUses: ReadonlyMap<number, string>
}

/** Gives the higher of two levels. */
export function higherLevel(a: ModificationLevel, b: ModificationLevel): ModificationLevel {
  return modificationLevels.indexOf(a) >= modificationLevels.indexOf(b) ? a : b
}

/** Opens the books of a revision. */
export function openLedger(pair: RevisionPair, index: UsageIndex, locks: readonly FieldLock[]): Ledger {
  const open: Ledger['open'] = new Map()
  const budget = startWalks()
  for (const number of pair.changed) {
    const uses = listUsagePaths(index, number, budget)
    if (uses.length > 0) open.set(number, { uses, level: 'none' })
  }
  const freedUses = new Map<number, string>()
  for (const number of pair.freed) {
    const [use] = listUsagePaths(index, number, budget)
    if (use !== undefined || pair.containers.has(number)) freedUses.set(number, use?.path ?? '')
  }
  return { pair, locks, open, explained: new Map(), refusals: [], remarks: [], freedUses }
}

/** Tells whether an approval covers a use. */
function covers(use: ApprovedUse, { path, container, within }: UsagePath): boolean {
  if (use === 'everywhere') return true
  return 'path' in use ? use.path === path : use.container === container && use.within === within
}

/** Enters what a rule refuses. */
export function refuse(
  ledger: Ledger,
  rule: ChangeRule,
  at: { path: string; number?: number | undefined },
): void {
  ledger.refusals.push({ rule, path: at.path, number: at.number })
}

/** Enters what a rule says of an object; of objects that did not change nothing need be said. */
export function approve(ledger: Ledger, number: number, approval: Approval): void {
  if (!ledger.pair.changed.has(number)) return
  const { lockedBy } = approval
  if (lockedBy !== undefined && ledger.locks.some((lock) => isLocked(lock, lockedBy))) {
    refuse(ledger, 'change/locked-field', { path: approval.path, number })
    return
  }
  const waiting = ledger.open.get(number)
  let { level } = approval
  if (waiting !== undefined && !ledger.pair.signedNumbers.has(number) && approval.use === 'everywhere') {
    // The signed document refers to a number that it does not define: the place was kept open for this object.
    refuse(ledger, 'change/open-place', { path: waiting.uses[0]?.path ?? '', number })
    return
  }
  if (waiting !== undefined) {
    waiting.uses = waiting.uses.filter((use) => !covers(approval.use, use))
    waiting.level = higherLevel(waiting.level, level)
    if (waiting.uses.length > 0) return
    level = waiting.level
  }
  const known = ledger.explained.get(number)
  if (known !== undefined && higherLevel(known.level, level) === level) return
  ledger.explained.set(number, { ...approval, level })
}

/** Enters the same of several objects. */
export function approveAll(ledger: Ledger, numbers: Iterable<number>, approval: Approval): void {
  for (const number of numbers) approve(ledger, number, approval)
}
