/**
 * Ruled tables as blocks: the head comes again on every page, long cells are cut between lines.
 *
 * @module
 */
import { type Canvas, drawFrame, drawRuns } from './canvas.ts'
import { type Block, findBaseline, type TextSize } from './flow.ts'
import { type FaceName, type TextLine, wrapRuns } from './text.ts'

/** One column: its head and width. Neighbours with the same `group` share a head above their own. */
export interface TableColumn {
  readonly title: string
  readonly group?: string
  readonly widthPt: number
  readonly align: 'left' | 'center'
}

/** A table that is ready to be laid out. */
export interface Table {
  readonly x: number
  readonly columns: readonly TableColumn[]
  /** Cells in the order of the columns. */
  readonly rows: readonly (readonly string[])[]
  readonly size: TextSize
}

/** Space between a rule and the text beside it. */
const PADDING_X_PT = 3
const PADDING_Y_PT = 1.5

/** Lines of one row that stay together; a longer cell goes on in a further row without a number. */
const MAX_ROW_LINES = 12

interface Cell {
  readonly x: number
  readonly widthPt: number
  readonly align: 'left' | 'center'
  readonly lines: readonly TextLine[]
}

function drawCell(
  canvas: Canvas,
  cell: Cell,
  strip: { topY: number; heightPt: number; size: TextSize },
): void {
  const { topY, heightPt, size } = strip
  drawFrame(canvas, { x: cell.x, y: topY - heightPt, width: cell.widthPt, height: heightPt })
  const textPt = cell.lines.length * size.leadingPt
  const firstY = cell.align === 'center' ? topY - (heightPt - textPt) / 2 : topY - PADDING_Y_PT
  cell.lines.forEach((line, index) => {
    const free = cell.widthPt - line.widthPt
    const x = cell.x + (cell.align === 'center' ? free / 2 : PADDING_X_PT)
    drawRuns(canvas, line.runs, {
      at: [x, findBaseline(firstY - index * size.leadingPt, size)],
      sizePt: size.sizePt,
    })
  })
}

function countHeight(cells: readonly Cell[], size: TextSize): number {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length))
  return lines * size.leadingPt + 2 * PADDING_Y_PT
}

function buildRow(cells: readonly Cell[], size: TextSize, heightPt = countHeight(cells, size)): Block {
  return {
    heightPt,
    draw: (canvas, topY) => {
      for (const cell of cells) drawCell(canvas, cell, { topY, heightPt, size })
    },
  }
}

const wrapCell = (
  { text, face }: { readonly text: string; readonly face: FaceName },
  widthPt: number,
  size: TextSize,
): readonly TextLine[] => wrapRuns([{ text, face }], widthPt - 2 * PADDING_X_PT, size.sizePt)

/** Left edges of the columns. */
function findEdges({ x, columns }: Table): readonly number[] {
  return columns.map((_, index) => columns.slice(0, index).reduce((sum, column) => sum + column.widthPt, x))
}

function buildHead(table: Table): Block {
  const { columns, size } = table
  const edges = findEdges(table)
  const cells = columns.map((column, index) => ({
    x: edges[index] ?? table.x,
    widthPt: column.widthPt,
    align: 'center' as const,
    lines: wrapCell({ text: column.title, face: 'bold' }, column.widthPt, size),
  }))
  const groups = [...new Set(columns.flatMap(({ group }) => (group === undefined ? [] : [group])))].map(
    (group) => {
      const members = columns.flatMap((column, index) => (column.group === group ? [index] : []))
      const widthPt = members.reduce((sum, index) => sum + (columns[index]?.widthPt ?? 0), 0)
      const x = edges[members[0] ?? 0] ?? table.x
      return {
        x,
        widthPt,
        align: 'center' as const,
        lines: wrapCell({ text: group, face: 'bold' }, widthPt, size),
      }
    },
  )
  if (groups.length === 0) return buildRow(cells, size)
  const upper = buildRow(groups, size)
  const lower = buildRow(
    cells.filter((_, index) => columns[index]?.group !== undefined),
    size,
  )
  const heightPt = upper.heightPt + lower.heightPt
  const whole = buildRow(
    cells.filter((_, index) => columns[index]?.group === undefined),
    size,
    heightPt,
  )
  return {
    heightPt,
    draw: (canvas, topY) => {
      whole.draw(canvas, topY)
      upper.draw(canvas, topY)
      lower.draw(canvas, topY - upper.heightPt)
    },
  }
}

/** Blocks of a table: its head, then one a row. A page break between rows draws the head again. */
export function buildTable(table: Table): readonly Block[] {
  const { columns, rows, size } = table
  const edges = findEdges(table)
  const head = buildHead(table)
  const body = rows.flatMap((row) => {
    const cells = columns.map((column, index) => ({
      x: edges[index] ?? table.x,
      widthPt: column.widthPt,
      align: column.align,
      lines: wrapCell({ text: row[index] ?? '', face: 'regular' }, column.widthPt, size),
    }))
    const lineCount = Math.max(...cells.map((cell) => cell.lines.length))
    return Array.from({ length: Math.ceil(lineCount / MAX_ROW_LINES) }, (_, part) => ({
      ...buildRow(
        cells.map((cell) => ({
          ...cell,
          lines: cell.lines.slice(part * MAX_ROW_LINES, (part + 1) * MAX_ROW_LINES),
        })),
        size,
      ),
      head,
    }))
  })
  return [{ ...head, staysWithNext: body.length > 0 }, ...body]
}
