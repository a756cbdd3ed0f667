/**
 * The timeline that the demonstration prints: what happened, when, by whom, in both languages.
 *
 * @module
 */
import type { Instant } from '../../date.ts'
import type { Language, LocalizedText } from '../../errors.ts'

/** How a line is meant: what is said plainly, what went well, what needs attention, what was refused. */
export type Tone = 'plain' | 'good' | 'warning' | 'refused'

/** One thing that happened. */
export interface Scene {
  /** Left out for what has no moment of its own, such as a check of a payload. */
  readonly at?: Instant
  readonly who?: LocalizedText
  readonly what: LocalizedText
  readonly tone: Tone
  /** Further lines below it. */
  readonly details: readonly LocalizedText[]
}

/** A part of the demonstration. */
export interface Act {
  readonly title: LocalizedText
  readonly scenes: readonly Scene[]
}

/** The same text in both languages, for names and numbers. */
export function same(text: string): LocalizedText {
  return { vi: text, en: text }
}

const marks: Readonly<Record<Tone, string>> = { plain: '•', good: '✓', warning: '!', refused: '✗' }
const colours: Readonly<Record<Tone, number>> = { plain: 36, good: 32, warning: 33, refused: 31 }

/** Wraps text in a terminal's colour. */
function paint(text: string, colour: number, isTerminal: boolean): string {
  return isTerminal ? `\u001B[${colour}m${text}\u001B[0m` : text
}

/** Day and time as a clerk writes them. */
function writeMoment(at: Instant): string {
  return `${at.slice(8, 10)}/${at.slice(5, 7)} ${at.slice(11, 16)}`
}

/** Writes one scene with what stands below it. */
function writeScene(scene: Scene, language: Language, isTerminal: boolean): string[] {
  const when = scene.at === undefined ? ' '.repeat(11) : writeMoment(scene.at)
  const who = scene.who === undefined ? '' : `${scene.who[language]}: `
  const mark = paint(marks[scene.tone], colours[scene.tone], isTerminal)
  const details = scene.details.map((line) => `${' '.repeat(16)}${line[language]}`)
  return [`  ${when}  ${mark} ${who}${scene.what[language]}`, ...details]
}

/** Writes the whole timeline, with colours only where there is a terminal. */
export function writeTimeline(
  acts: readonly Act[],
  options: { language: Language; isTerminal: boolean },
): string {
  const { language, isTerminal } = options
  const lines = acts.flatMap(({ title, scenes }, index) => [
    '',
    paint(`${index + 1}. ${title[language]}`, 1, isTerminal),
    ...scenes.flatMap((scene) => writeScene(scene, language, isTerminal)),
  ])
  return `${lines.join('\n')}\n`
}
