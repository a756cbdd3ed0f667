/**
 * Recorded verdicts with which ours differ, each with its reason; nothing else may differ.
 *
 * @module
 */

/** One disagreement. */
export interface Disagreement {
  /** Beginning of the file's name. */
  readonly file: string
  readonly field: string
  /** What differs, in the words of `compareRecorded`. */
  readonly aspects: readonly string[]
  readonly reason: string
}

/** All of them. */
export const disagreements: readonly Disagreement[] = [
  {
    file: '840aad439eba69db1a5b',
    field: 'Sig1',
    aspects: ['modification', 'doc-mdp'],
    reason:
      'two records of one file at one moment contradict each other: one call used the usual rules for later changes (with ' +
      'which we agree), the other was given a rule set of its own that allows no security store',
  },
]
