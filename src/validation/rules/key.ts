/**
 * A key of a known dictionary in both states: whether its reference may be what it became.
 *
 * @module
 */
import { type PdfDict, type PdfObject, resolveObject } from '../../pdf/index.ts'
import { type Approval, approve, type Ledger, refuse } from '../difference/ledger.ts'
import { isNewNumber } from '../difference/revision-pair.ts'
import type { ChangeRule } from '../difference/sentences.ts'

/** Both states of a value, references followed. */
export interface ValuePair {
  readonly before: PdfObject | undefined
  readonly after: PdfObject | undefined
}

/** Both states of the dictionary that holds the key. */
export interface DictPair {
  readonly before: PdfDict | undefined
  readonly after: PdfDict | undefined
}

/**
 * Compares what a key leads to and approves the object behind it, not what that object holds.
 *
 * Allowed are: adding the key, direct values for references and the other way round, another new object, and the
 * same object written anew unless it is a stream. Refused are: removing the key, and taking an object that the
 * signed document knew for something else.
 *
 * @param refusal - What it is called when it is refused.
 * @returns `undefined` when it was refused.
 */
export function compareKey(
  ledger: Ledger,
  dicts: DictPair,
  what: { readonly key: string; readonly approval: Approval; readonly refusal: ChangeRule },
): ValuePair | undefined {
  const { signed, later } = ledger.pair
  const { key, approval, refusal } = what
  const oldRaw = dicts.before?.entries.get(key)
  const newRaw = dicts.after?.entries.get(key)
  const before = resolveObject(signed, oldRaw)
  const after = resolveObject(later, newRaw)
  const number = newRaw?.kind === 'ref' ? newRaw.number : undefined
  const fail = (): undefined => {
    refuse(ledger, refusal, { path: approval.path, number })
    return undefined
  }
  if (newRaw === undefined)
    return oldRaw === undefined || before?.kind === 'null' ? { before, after } : fail()
  if (number === undefined) return { before, after }
  if (oldRaw?.kind === 'ref' && before?.kind === 'stream') return fail()
  const isSame = oldRaw?.kind === 'ref' && oldRaw.number === number
  if (isSame ? after?.kind === 'stream' : !isNewNumber(ledger.pair, number)) return fail()
  approve(ledger, number, approval)
  return { before, after }
}
