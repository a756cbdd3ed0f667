/**
 * Blocks one under the other, over as many pages as they need: nothing overlaps, because nothing is placed by hand.
 *
 * @module
 */
import { MotcuaError } from '../errors.ts'
import { buildCanvas, type Canvas, drawRuns, drawText, type Rect } from './canvas.ts'
import { messages } from './messages.ts'
import { measureText, type TextLine, type TextRun, wrapRuns } from './text.ts'

/** The paper: its size and how far its content stays from the edges, in points. */
export interface Paper {
  readonly widthPt: number
  readonly heightPt: number
  readonly topPt: number
  readonly bottomPt: number
  readonly leftPt: number
  readonly rightPt: number
}

/** A strip of a page that is never cut: how high it is, and how to draw it below `topY`. */
export interface Block {
  readonly heightPt: number
  readonly draw: (canvas: Canvas, topY: number) => void
  /** Moves to the next page together with the block after it. */
  readonly staysWithNext?: boolean
  /** Drawn again above this block when it is the first on a page: the head of the table it belongs to. */
  readonly head?: Block
}

/** Size and leading of running text. */
export interface TextSize {
  readonly sizePt: number
  readonly leadingPt: number
}

/** Share of the leading above the baseline: leaves room for the stacked accents of Ế and Ỗ. */
const BASELINE_SHARE = 0.78

/** Where the baseline of a line lies whose strip begins at `topY`. */
export function findBaseline(topY: number, size: TextSize): number {
  return topY - size.leadingPt * BASELINE_SHARE
}

/** How a paragraph is set within its width. */
export interface ParagraphStyle extends TextSize {
  readonly x: number
  readonly widthPt: number
  readonly align?: 'left' | 'center' | 'right'
}

/** Left edge of a line of `linePt` within the width of its paragraph. */
function findLineStart({ x, widthPt, align = 'left' }: ParagraphStyle, linePt: number): number {
  return x + { left: 0, center: (widthPt - linePt) / 2, right: widthPt - linePt }[align]
}

/** Steps in which a centred paragraph is narrowed, in points. */
const BALANCE_STEP_PT = 4

/** Lines of about the same length, as few as the full width gives: no single word is left alone at the end. */
function wrapBalanced(runs: readonly TextRun[], { widthPt, sizePt }: ParagraphStyle): readonly TextLine[] {
  let best = wrapRuns(runs, widthPt, sizePt)
  const lineCount = best.length
  for (let narrowPt = widthPt - BALANCE_STEP_PT; lineCount > 1 && narrowPt > 0; narrowPt -= BALANCE_STEP_PT) {
    const lines = wrapRuns(runs, narrowPt, sizePt)
    if (lines.length > lineCount || lines.some((line) => line.widthPt > narrowPt)) break
    best = lines
  }
  return best
}

/** A paragraph as one block a line, so that a page may end between any two of them. */
export function buildParagraph(runs: readonly TextRun[], style: ParagraphStyle): readonly Block[] {
  const lines =
    style.align === 'center' ? wrapBalanced(runs, style) : wrapRuns(runs, style.widthPt, style.sizePt)
  return lines.map((line) => ({
    heightPt: style.leadingPt,
    draw: (canvas, topY) => {
      const start = findLineStart(style, line.widthPt)
      drawRuns(canvas, line.runs, { at: [start, findBaseline(topY, style)], sizePt: style.sizePt })
    },
  }))
}

/** White space. */
export function buildGap(heightPt: number): Block {
  return { heightPt, draw: () => {} }
}

/** Several blocks as one that is never cut. */
export function joinBlocks(blocks: readonly Block[]): Block {
  return {
    heightPt: sumHeights(blocks),
    draw: (canvas, topY) => {
      let y = topY
      for (const block of blocks) {
        block.draw(canvas, y)
        y -= block.heightPt
      }
    },
  }
}

/** Columns beside each other as one block as high as the highest; each column already knows its own `x`. */
export function placeBeside(columns: readonly (readonly Block[])[]): Block {
  const joined = columns.map(joinBlocks)
  return {
    heightPt: Math.max(...joined.map((column) => column.heightPt)),
    draw: (canvas, topY) => {
      for (const column of joined) column.draw(canvas, topY)
    },
  }
}

/** The same blocks, the last `count` of which move to the next page together with what follows them. */
export function keepWithNext(blocks: readonly Block[], count = blocks.length): readonly Block[] {
  const first = blocks.length - count
  return blocks.map((block, index) => (index < first ? block : { ...block, staysWithNext: true }))
}

/** How high some blocks are together. */
export function sumHeights(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.heightPt, 0)
}

/** Height of the blocks from `index` on that must stand on one page. */
function findKeptHeight(blocks: readonly Block[], index: number): number {
  let heightPt = 0
  for (const block of blocks.slice(index)) {
    heightPt += block.heightPt
    if (block.staysWithNext !== true) break
  }
  return heightPt
}

/**
 * Distributes blocks over pages.
 *
 * A block that does not fit what is left of a page begins the next one, with those that stay with it. What is
 * higher than a whole page is drawn alone and is the caller's fault: text is always cut into lines first.
 */
export function layOut(blocks: readonly Block[], paper: Paper): readonly Canvas[] {
  const first = buildCanvas(paper.widthPt, paper.heightPt)
  const canvases = [first]
  const topY = paper.heightPt - paper.topPt
  let canvas = first
  let y = topY
  blocks.forEach((block, index) => {
    if (y < topY && y - findKeptHeight(blocks, index) < paper.bottomPt) {
      canvas = buildCanvas(paper.widthPt, paper.heightPt)
      canvases.push(canvas)
      y = topY
      block.head?.draw(canvas, y)
      y -= block.head?.heightPt ?? 0
    }
    block.draw(canvas, y)
    y -= block.heightPt
  })
  return canvases
}

/** Keeps a place free and remembers under `name` where it came to lie. */
export function buildSpot(name: string, at: Omit<Rect, 'y'>): Block {
  return {
    heightPt: at.height,
    draw: (canvas, topY) => {
      canvas.spots.set(name, { ...at, y: topY - at.height })
    },
  }
}

/** A place on a page. */
export interface PagePlace {
  /** Counted from 1. */
  readonly page: number
  /** In points, from the lower left corner of the page. */
  readonly rect: Rect
}

/**
 * Finds where a spot came to lie, once the blocks are laid out.
 *
 * @throws MotcuaError `form/does-not-fit` when no page has it.
 */
export function findSpot(canvases: readonly Canvas[], name: string): PagePlace {
  const index = canvases.findIndex((canvas) => canvas.spots.has(name))
  const rect = canvases[index]?.spots.get(name)
  if (rect !== undefined) return { page: index + 1, rect }
  throw new MotcuaError(messages, 'form/does-not-fit', { place: name, widthPt: 0, heightPt: 0 })
}

/** Writes `Trang 1/2` and a running text below the content of every page, when there is more than one. */
export function drawPageNumbers(canvases: readonly Canvas[], paper: Paper, running: string): void {
  if (canvases.length < 2) return
  const sizePt = 8
  canvases.forEach((canvas, index) => {
    const text = `Trang ${index + 1}/${canvases.length}`
    const y = paper.bottomPt - 14
    const x = paper.widthPt - paper.rightPt - measureText(text, 'regular', sizePt)
    drawText(canvas, running, { at: [paper.leftPt, y], face: 'regular', sizePt })
    drawText(canvas, text, { at: [x, y], face: 'regular', sizePt })
  })
}
