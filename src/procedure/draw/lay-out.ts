/**
 * Places the boxes of a process on a page: one below the other, branches side by side.
 *
 * @module
 */
import type { GraphNode, ProcessGraph } from './graph.ts'

/** A box with its place, in units of the drawing. */
export interface PlacedNode {
  readonly node: GraphNode
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The title in lines that fit the box. */
  readonly titleLines: readonly string[]
  readonly detailLines: readonly string[]
}

/** All boxes, and the size of the page. */
export interface Layout {
  readonly placed: readonly PlacedNode[]
  readonly width: number
  readonly height: number
}

/** Width of a box, and of the gap between columns. */
const BOX_WIDTH = 300
const COLUMN_GAP = 36
const ROW_GAP = 34
/** Room for arrows that go back, left of the boxes, and for those that jump ahead, right of them. */
export const MARGIN = 70
const LINE_HEIGHT = 18
const PADDING = 10
/** Letters that fit a line of the title, and of the smaller detail. */
const TITLE_LETTERS = 36
const DETAIL_LETTERS = 44

/** Breaks text into lines at spaces. */
export function breakLines(text: string, letters: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && line.length + 1 + word.length > letters) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

/** Steps of a block by branch: a branch begins where the fork leads and follows the arrows. */
function branchesOf(graph: ProcessGraph, fork: GraphNode): readonly (readonly GraphNode[])[] {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]))
  const starts = graph.edges.filter(({ from }) => from === fork.id).map(({ to }) => to)
  return starts.map((start) => {
    const branch: GraphNode[] = []
    const seen = new Set<string>()
    for (let id: string | undefined = start; id !== undefined && !seen.has(id); ) {
      const node = byId.get(id)
      if (node === undefined || node.kind === 'join') break
      seen.add(id)
      branch.push(node)
      id = graph.edges.find(({ from, isBack }) => from === node.id && !isBack)?.to
    }
    return branch
  })
}

/** A box measured but not placed. */
function measure(node: GraphNode): Omit<PlacedNode, 'x' | 'y'> {
  if (node.kind === 'fork' || node.kind === 'join') {
    return { node, width: BOX_WIDTH, height: 30, titleLines: [node.title], detailLines: [] }
  }
  const titleLines = breakLines(node.title, TITLE_LETTERS)
  const detailLines = node.detail === '' ? [] : breakLines(node.detail, DETAIL_LETTERS)
  const height = PADDING * 2 + (titleLines.length + detailLines.length) * LINE_HEIGHT
  return { node, width: BOX_WIDTH, height, titleLines, detailLines }
}

/** Rows from top to bottom: a box alone, or the branches of a block. */
type Row = readonly GraphNode[] | { readonly branches: readonly (readonly GraphNode[])[] }

/** The rows of a graph in the order of the sheet. */
function rowsOf(graph: ProcessGraph): readonly Row[] {
  const rows: Row[] = []
  const inBlocks = new Set<string>()
  const forks = new Map(graph.nodes.filter(({ kind }) => kind === 'fork').map((fork) => [fork.block, fork]))
  const joins = new Map(graph.nodes.filter(({ kind }) => kind === 'join').map((join) => [join.block, join]))
  for (const node of graph.nodes) {
    if (node.kind === 'fork' || node.kind === 'join' || inBlocks.has(node.id)) continue
    const fork = node.block === undefined ? undefined : forks.get(node.block)
    const join = node.block === undefined ? undefined : joins.get(node.block)
    if (fork === undefined || join === undefined) {
      rows.push([node])
      continue
    }
    const branches = branchesOf(graph, fork)
    for (const member of branches.flat()) inBlocks.add(member.id)
    rows.push([fork], { branches }, [join])
  }
  return rows
}

/** Places every box; the main line is in the middle. */
export function layOut(graph: ProcessGraph): Layout {
  const rows = rowsOf(graph)
  const columns = Math.max(1, ...rows.map((row) => ('branches' in row ? row.branches.length : 1)))
  const inner = columns * BOX_WIDTH + (columns - 1) * COLUMN_GAP
  const middle = MARGIN + inner / 2
  const placed: PlacedNode[] = []
  let y = 24
  const place = (node: GraphNode, x: number, top: number): number => {
    const box = measure(node)
    placed.push({ ...box, x, y: top })
    return top + box.height + ROW_GAP
  }
  for (const row of rows) {
    if (!('branches' in row)) {
      for (const node of row) y = place(node, middle - BOX_WIDTH / 2, y)
      continue
    }
    const count = row.branches.length
    const left = middle - (count * BOX_WIDTH + (count - 1) * COLUMN_GAP) / 2
    const ends = row.branches.map((branch, column) => {
      let top = y
      for (const node of branch) top = place(node, left + column * (BOX_WIDTH + COLUMN_GAP), top)
      return top
    })
    y = Math.max(y, ...ends)
  }
  return { placed, width: inner + MARGIN * 2, height: y - ROW_GAP + 24 }
}
