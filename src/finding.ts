/**
 * Findings: what a check has to say about something that claims to be right.
 *
 * @module
 */
import type { LocalizedText } from './errors.ts'

/** How much a finding weighs: `error` fails the subject, `warning` wants a person, `info` is only said. */
export type FindingSeverity = 'error' | 'warning' | 'info'

/**
 * One thing that a check found, as data.
 *
 * Rooms extend it; they do not replace it. `facts` is free of personal data, keys and document contents.
 */
export interface Finding {
  /** `room/what-was-found`, released once and never reused. */
  readonly code: string
  readonly severity: FindingSeverity
  /** Where: a JSON path, a step, an offset, a line, in the words of the room. */
  readonly place: string
  readonly message: LocalizedText
  /** What to do about it. */
  readonly remedy?: LocalizedText
  readonly facts: Readonly<Record<string, unknown>>
}
