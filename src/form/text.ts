/**
 * Text before it is drawn: refused where a character has no glyph, measured, and broken into lines.
 *
 * @module
 */
import { MotcuaError } from '../errors.ts'
import { composeText } from '../text.ts'
import { messages } from './messages.ts'
import { type FontFace, tinosBold, tinosBoldItalic, tinosItalic, tinosRegular } from './tinos/index.ts'

/** The four faces of Tinos. */
export const faces = {
  regular: tinosRegular,
  bold: tinosBold,
  italic: tinosItalic,
  boldItalic: tinosBoldItalic,
} satisfies Record<string, FontFace>

/** One of the four faces. */
export type FaceName = keyof typeof faces

/** A piece of text in one face; a paragraph is a list of them. */
export interface TextRun {
  readonly text: string
  readonly face: FaceName
}

/** One line after breaking: its pieces from left to right and how wide they are together. */
export interface TextLine {
  readonly runs: readonly TextRun[]
  readonly widthPt: number
}

/** A character in a face: its glyph number, and its advance in thousandths of the em. */
interface Glyph {
  readonly number: number
  readonly width: number
}

function readGlyphs({ characters, glyphs, advances, unitsPerEm }: FontFace): ReadonlyMap<string, Glyph> {
  const numbers = glyphs.split(' ').map(Number)
  const widths = advances.split(' ').map((units) => (Number(units) * 1000) / unitsPerEm)
  return new Map(
    Array.from(characters, (character, index) => [
      character,
      { number: numbers[index] ?? 0, width: widths[index] ?? 0 },
    ]),
  )
}

const glyphsOf: Readonly<Record<FaceName, ReadonlyMap<string, Glyph>>> = {
  regular: readGlyphs(faces.regular),
  bold: readGlyphs(faces.bold),
  italic: readGlyphs(faces.italic),
  boldItalic: readGlyphs(faces.boldItalic),
}

/** Every character of a face with its glyph, in the order in which copied text prefers them. */
export function readFace(face: FaceName): ReadonlyMap<string, Glyph> {
  return glyphsOf[face]
}

/**
 * Turns text into glyph numbers of a face.
 *
 * A character without a glyph would be printed as a blank that nobody notices, so it is refused.
 *
 * @param place - Path of the text in what the caller handed in; it goes into the error.
 * @throws MotcuaError `form/no-glyph`
 */
export function encodeGlyphs(text: string, face: FaceName, place: string): readonly number[] {
  return Array.from(composeText(text), (character) => {
    const glyph = glyphsOf[face].get(character)
    if (glyph !== undefined) return glyph.number
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    throw new MotcuaError(messages, 'form/no-glyph', { codePoint: `U+${hex}`, place })
  })
}

/**
 * Refuses text that cannot be drawn, wherever it stands in `value`; line feeds are allowed.
 *
 * Throws {@link MotcuaError} `form/no-glyph` with the path of the text, such as `papers[2].name`. Bytes and
 * numbers are passed over. All faces have the same characters.
 */
export function assertDrawable(value: unknown, place: string): void {
  if (typeof value === 'string') {
    encodeGlyphs(value.replaceAll('\n', ' '), 'regular', place)
  } else if (Array.isArray(value)) {
    value.forEach((member, index) => {
      assertDrawable(member, `${place}[${index}]`)
    })
  } else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    for (const [key, member] of Object.entries(value)) {
      assertDrawable(member, place === '' ? key : `${place}.${key}`)
    }
  }
}

/** How wide text is at `sizePt`, in points. No kerning: the same figure that a viewer adds up. */
export function measureText(text: string, face: FaceName, sizePt: number): number {
  let thousandths = 0
  for (const character of composeText(text)) thousandths += glyphsOf[face].get(character)?.width ?? 0
  return (thousandths * sizePt) / 1000
}

/** A piece that is never broken unless it is wider than a whole line, or a forced line feed. */
interface Atom {
  readonly text: string
  readonly face: FaceName
  readonly widthPt: number
  readonly isSpace: boolean
}

function toAtoms(runs: readonly TextRun[], sizePt: number): readonly Atom[] {
  return runs.flatMap(({ text, face }) =>
    (composeText(text).match(/\n| +|[^ \n]+/g) ?? []).map((piece) => ({
      text: piece,
      face,
      widthPt: measureText(piece, face, sizePt),
      isSpace: piece[0] === ' ',
    })),
  )
}

/** Cuts a word that is wider than a line, such as a long address, into pieces that are not. */
function splitWide(atom: Atom, maxWidthPt: number, sizePt: number): readonly Atom[] {
  if (atom.widthPt <= maxWidthPt || atom.isSpace) return [atom]
  const pieces: Atom[] = []
  let text = ''
  let widthPt = 0
  for (const character of atom.text) {
    const characterPt = measureText(character, atom.face, sizePt)
    if (text !== '' && widthPt + characterPt > maxWidthPt) {
      pieces.push({ ...atom, text, widthPt })
      text = ''
      widthPt = 0
    }
    text += character
    widthPt += characterPt
  }
  return [...pieces, { ...atom, text, widthPt }]
}

function toLine(atoms: readonly Atom[]): TextLine {
  const runs: { text: string; face: FaceName }[] = []
  const last = atoms.findLastIndex((atom) => !atom.isSpace)
  let widthPt = 0
  for (const { text, face, widthPt: atomPt } of atoms.slice(0, last + 1)) {
    const run = runs.at(-1)
    if (run?.face === face) run.text += text
    else runs.push({ text, face })
    widthPt += atomPt
  }
  return { runs, widthPt }
}

/**
 * Groups atoms into words: neighbours without a space between them stay together even across faces, so that
 * no line begins with the comma that follows a bold name.
 */
function toWords(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const words: Atom[][] = []
  let isOpen = false
  for (const atom of atoms) {
    const isWord = !atom.isSpace && atom.text !== '\n'
    if (isOpen && isWord) words.at(-1)?.push(atom)
    else words.push([atom])
    isOpen = isWord
  }
  return words
}

/**
 * Breaks a paragraph into lines no wider than `maxWidthPt`, between words where that is possible.
 *
 * Spaces at a break are dropped; a line feed always breaks. An empty paragraph is one empty line.
 */
export function wrapRuns(runs: readonly TextRun[], maxWidthPt: number, sizePt: number): readonly TextLine[] {
  const lines: TextLine[] = []
  let line: Atom[] = []
  let widthPt = 0
  const flush = (): void => {
    lines.push(toLine(line))
    line = []
    widthPt = 0
  }
  for (const word of toWords(toAtoms(runs, sizePt))) {
    const wordPt = word.reduce((sum, atom) => sum + atom.widthPt, 0)
    const isSpace = word[0]?.isSpace === true
    if (word[0]?.text === '\n') {
      flush()
      continue
    }
    if (!isSpace && line.length > 0 && widthPt + wordPt > maxWidthPt) flush()
    if (isSpace && line.length === 0 && lines.length > 0) continue
    for (const atom of wordPt > maxWidthPt
      ? word.flatMap((part) => splitWide(part, maxWidthPt, sizePt))
      : word) {
      if (!isSpace && line.length > 0 && widthPt + atom.widthPt > maxWidthPt) flush()
      line.push(atom)
      widthPt += atom.widthPt
    }
  }
  if (line.length > 0 || lines.length === 0) flush()
  return lines
}
