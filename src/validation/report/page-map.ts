/**
 * Small maps of pages with the places where something changed, as SVG.
 *
 * @module
 */
import type { Language } from '../../errors.ts'
import { type DocumentChange, type ModificationLevel, modificationLevels } from '../difference/change.ts'
import type { PageShape } from '../verdict.ts'
import { type Html, markup, nothing } from './safe-text.ts'

/** A mark is drawn at least so large, in points: a text field of a few points could not be seen on a map. */
const SMALLEST_MARK_PT = 24

/** Letters on the marks tell levels apart for those who cannot tell the colours. */
const letters: Readonly<Record<ModificationLevel, string>> = {
  none: '',
  'lta-updates': '',
  'form-filling': 'F',
  annotations: 'A',
  other: '!',
}

const words = {
  vi: {
    page: 'Trang',
    whole: 'có thay đổi, không rõ vị trí',
    mark: 'vị trí thay đổi',
    marks: 'vị trí thay đổi',
    more: 'còn thay đổi không rõ vị trí',
  },
  en: {
    page: 'Page',
    whole: 'changed, the place is not known',
    mark: 'place changed',
    marks: 'places changed',
    more: 'the place of more is not known',
  },
} as const

/** Keeps a mark on the page: what is drawn beyond its edge would be cut off. */
function keepWithin(start: number, size: number, limit: number): number {
  return Math.min(Math.max(start, 0), Math.max(limit - size, 0))
}

/** One mark, in a space whose origin is the upper left corner of the page. */
function drawMark(change: DocumentChange, { box }: PageShape): Html {
  if (change.rectangle === undefined) return nothing
  const [left, bottom, right, top] = change.rectangle
  const width = Math.max(right - left, SMALLEST_MARK_PT)
  const height = Math.max(top - bottom, SMALLEST_MARK_PT)
  const x = keepWithin((left + right - width) / 2 - box[0], width, box[2] - box[0])
  const y = keepWithin(box[3] - (top + bottom + height) / 2, height, box[3] - box[1])
  // Letters are read on a map a third as large as the page; they may stand out over a small mark.
  const size = Math.max(36, Math.min(60, height * 0.7))
  return markup`<g class="mark ${change.level}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3"/><text x="${x + width / 2}" y="${y + height / 2}" font-size="${size}">${letters[change.level]}</text></g>`
}

/** One change for each place, the weightiest of those that are seen there; the heavier are drawn last, on top. */
function pickMarks(changes: readonly DocumentChange[]): readonly DocumentChange[] {
  const weigh = ({ level }: DocumentChange): number => modificationLevels.indexOf(level)
  const byWeight = (a: DocumentChange, b: DocumentChange): number => weigh(a) - weigh(b)
  const placed = changes.filter(({ rectangle }) => rectangle !== undefined).sort(byWeight)
  const heaviest = new Map(placed.map((change) => [String(change.rectangle), change]))
  return [...heaviest.values()].sort(byWeight)
}

/** Turns the page as a viewer does, and says how large it is then. */
function turn({ box, rotation }: PageShape): { width: number; height: number; transform: string } {
  const [width, height] = [box[2] - box[0], box[3] - box[1]]
  if (rotation === 90) return { width: height, height: width, transform: `translate(${height} 0) rotate(90)` }
  if (rotation === 180) return { width, height, transform: `translate(${width} ${height}) rotate(180)` }
  if (rotation === 270)
    return { width: height, height: width, transform: `translate(0 ${width}) rotate(270)` }
  return { width, height, transform: 'translate(0 0)' }
}

/** Tells whether a change has no place of its own, nor belongs to one that has: a list grows with what it lists. */
function hasUnplaced(changes: readonly DocumentChange[]): boolean {
  const placed = changes.filter(({ rectangle }) => rectangle !== undefined)
  return changes.some(
    ({ rectangle, rule, level }) =>
      rectangle === undefined && !placed.some((other) => other.rule === rule && other.level === level),
  )
}

/** What a map shows, in words. */
function labelMap(
  map: { readonly pageNumber: number; readonly marks: number; readonly isOpen: boolean },
  language: Language,
): string {
  const { pageNumber, marks, isOpen } = map
  const say = words[language]
  if (marks === 0) return `${say.page} ${pageNumber}: ${say.whole}`
  const counted = `${say.page} ${pageNumber}: ${marks} ${marks === 1 ? say.mark : say.marks}`
  return isOpen ? `${counted}; ${say.more}` : counted
}

/** Tells whether a change shows on a page: fields without size, such as those of unseen signatures, show nowhere. */
export function isShown({ pageNumber, rectangle }: DocumentChange): boolean {
  if (pageNumber === undefined) return false
  return rectangle === undefined || rectangle[2] > rectangle[0] || rectangle[3] > rectangle[1]
}

/** Draws one page with the marks of its changes, and says the same in words for those who do not see it. */
export function drawPageMap(shape: PageShape, changes: readonly DocumentChange[], language: Language): Html {
  const here = changes.filter((change) => isShown(change) && change.pageNumber === shape.pageNumber)
  const placed = pickMarks(here)
  const { width, height, transform } = turn(shape)
  const isOpen = hasUnplaced(here)
  const label = labelMap({ pageNumber: shape.pageNumber, marks: placed.length, isOpen }, language)
  const frame = isOpen ? 'page unplaced' : 'page'
  return markup`<figure><svg role="img" aria-label="${label}" viewBox="-2 -2 ${width + 4} ${height + 4}"><g transform="${transform}"><rect class="${frame}" width="${shape.box[2] - shape.box[0]}" height="${shape.box[3] - shape.box[1]}"/>${placed.map((change) => drawMark(change, shape))}</g></svg><figcaption>${label}</figcaption></figure>`
}
