import type { IsoDate } from '../../date.ts'
import type { Finding } from '../../finding.ts'
import { buildDoubt, type CodeKind } from './messages.ts'

/** A code that was read: its one written form, what it says, and what is doubtful about it. */
export interface ReadCode<Code extends string, Facts> {
  readonly ok: true
  /** The code in its one written form: no spaces, capital letters. */
  readonly value: Code
  readonly facts: Facts
  /** Warnings and hints; none of them makes the code wrong. */
  readonly doubts: readonly Finding[]
}

/** Text that is no such code, with the reasons. */
export interface UnreadCode {
  readonly ok: false
  readonly value: undefined
  readonly facts: undefined
  /** At least one `error`, perhaps with a hint about what the text is instead. */
  readonly doubts: readonly Finding[]
}

/** What a `parse…` function of this folder gives. */
export type CodeReading<Code extends string, Facts> = ReadCode<Code, Facts> | UnreadCode

/** What changes with time is judged for this day; without it such doubts are left out. */
export interface ReadingDay {
  readonly on?: IsoDate
}

/** Text made ready for reading, and whether anything was changed. */
export interface CleanedText {
  readonly text: string
  readonly doubts: readonly Finding[]
}

/** Longest text that is cleaned: twice the longest code of all (35 + 16 characters), for the spaces between. */
const MAX_LENGTH = 102

/**
 * Removes what people add when they type: spaces, full-width digits, small letters, given separators.
 *
 * A text too long to be any code is given back as it is, so that its end is not lost.
 *
 * @param separators - Characters that say nothing in this kind of code.
 */
export function cleanText(text: string, separators = ''): CleanedText {
  if (text.length > MAX_LENGTH) return { text, doubts: [] }
  const cleaned = [...text.normalize('NFKC')]
    .filter((character) => !/\s/u.test(character) && !separators.includes(character))
    .join('')
    .toUpperCase()
  return { text: cleaned, doubts: cleaned === text ? [] : [buildDoubt('codes/cleaned', 'value', {})] }
}

/** A code that was read. */
export function accept<Code extends string, Facts>(
  value: string,
  facts: Facts,
  doubts: readonly Finding[],
): ReadCode<Code, Facts> {
  return { ok: true, value: value as Code, facts, doubts }
}

/** Text that is no such code. */
export function refuse(...doubts: readonly Finding[]): UnreadCode {
  return { ok: false, value: undefined, facts: undefined, doubts }
}

/** Text that does not even have the form. */
export function refuseForm(kind: CodeKind, text: string, ...hints: readonly Finding[]): UnreadCode {
  return refuse(buildDoubt('codes/wrong-form', 'value', { kind, length: text.length }), ...hints)
}

/** Tells whether a reading accepted exactly the text that was given. */
export function isExactly<Code extends string>(value: unknown, reading: CodeReading<Code, unknown>): boolean {
  return reading.ok && reading.value === value
}
