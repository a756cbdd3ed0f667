/**
 * What changed in a document after it was signed, in the words of the difference analysis.
 *
 * @module
 */
import type { LocalizedText } from '../../errors.ts'
import type { PdfId } from '../../pdf/index.ts'

/** How far changes go, the least first. */
export const modificationLevels = ['none', 'lta-updates', 'form-filling', 'annotations', 'other'] as const
/** One of the levels; compare by their order in {@link modificationLevels}. */
export type ModificationLevel = (typeof modificationLevels)[number]

/** One change of a later revision against the signed one. */
export interface DocumentChange {
  /** `rule/what-it-allows` of the allow-list, or `change/what-it-is` when no rule allows it. */
  readonly rule: string
  readonly level: ModificationLevel
  /** Index of the revision that brought it. */
  readonly revisionIndex: number
  readonly object: PdfId | undefined
  /** Way from the catalog, such as `/AcroForm/Fields[2]/V`. */
  readonly path: string
  /** Counted from 1; `undefined` when it belongs to no page. */
  readonly pageNumber: number | undefined
  /** Where on that page, in its default user space: left, bottom, right, top. */
  readonly rectangle: readonly [number, number, number, number] | undefined
  readonly message: LocalizedText
}

/** Attacks of the literature that are recognised by name. */
export const attackNames = [
  'universal-forgery',
  'incremental-saving',
  'signature-wrapping',
  'shadow-hide',
  'shadow-replace',
  'shadow-hide-and-replace',
  'evil-annotation',
  'sneaky-signature',
] as const
/** Name of an attack. */
export type AttackName = (typeof attackNames)[number]

/** An attack that the bytes of a document look like, with what gave it away. */
export interface RecognisedAttack {
  readonly name: AttackName
  /** Short reason in kebab-case, such as `contents-null` or `unlisted-object`. */
  readonly variant: string
  /** `suspected`: the document holds what the attack needs, or a change that rules allow looks like it. */
  readonly stage: 'carried-out' | 'suspected'
  readonly place: string
  readonly pageNumber: number | undefined
  readonly message: LocalizedText
}

/** What the difference analysis says of everything behind one signature. */
export interface DocumentDifference {
  /** The highest level among the changes. */
  readonly level: ModificationLevel
  readonly changes: readonly DocumentChange[]
  /** Whether DocMDP, FieldMDP and locks in force at the signature allow the changes. */
  readonly isPermitted: boolean
  readonly attacks: readonly RecognisedAttack[]
}
