/**
 * The process as an SVG picture: a column that reads like the sheet, the current step of a case highlighted.
 *
 * @module
 */
import type { DefinedProcess } from '../define.ts'
import type { DrawOptions } from './draw-mermaid.ts'
import { buildGraph, type GraphEdge, type ProcessGraph } from './graph.ts'
import { type Layout, layOut, MARGIN, type PlacedNode } from './lay-out.ts'

/** Colours: calm for steps, green for signatures, amber for where the case is. */
const colours = {
  step: { fill: '#f1f5fb', stroke: '#3b5b8c' },
  sign: { fill: '#eef7ee', stroke: '#2f7d32' },
  fork: { fill: '#ffffff', stroke: '#6b7280' },
  join: { fill: '#ffffff', stroke: '#6b7280' },
  start: { fill: '#e5e7eb', stroke: '#374151' },
  end: { fill: '#e5e7eb', stroke: '#374151' },
  current: { fill: '#ffe9a8', stroke: '#b45309' },
} as const

const LINE_HEIGHT = 18
/** Width of a letter of a label, generously. */
const LETTER_WIDTH = 7.5

/** Text that is safe between tags and in attributes. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** One box with its lines of text, centred. */
function drawBox(box: PlacedNode, isCurrent: boolean): string {
  const { node, x, y, width, height, titleLines, detailLines } = box
  const { fill, stroke } = isCurrent ? colours.current : colours[node.kind]
  const radius = node.kind === 'start' || node.kind === 'end' ? height / 2 : node.kind === 'step' ? 6 : 2
  const lines = [
    ...titleLines.map((text) => ({ text, size: 15, weight: '600', fill: '#111827' })),
    ...detailLines.map((text) => ({ text, size: 12.5, weight: '400', fill: '#4b5563' })),
  ]
  const first = y + height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2 + 5
  const texts = lines.map(
    (line, index) =>
      `<text x="${x + width / 2}" y="${first + index * LINE_HEIGHT}" text-anchor="middle" font-size="${line.size}" font-weight="${line.weight}" fill="${line.fill}">${escapeXml(line.text)}</text>`,
  )
  const dash = node.kind === 'fork' || node.kind === 'join' ? ' stroke-dasharray="5 4"' : ''
  const rectangle = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="${isCurrent ? 3 : 1.5}"${dash}/>`
  return [rectangle, ...texts].join('\n')
}

/** An arrow with its label beside it. */
function drawPath(
  points: string,
  own: { isBack?: boolean; label?: string; at: readonly [number, number] },
): string {
  const { isBack, label, at } = own
  const dash = isBack ? ' stroke-dasharray="6 4"' : ''
  const path = `<path d="${points}" fill="none" stroke="#374151" stroke-width="1.5" marker-end="url(#arrow)"${dash}/>`
  if (label === undefined) return path
  const [x, y] = at
  return `${path}\n<text x="${x}" y="${y}" font-size="12.5" fill="#374151" stroke="#ffffff" stroke-width="4" paint-order="stroke">${escapeXml(label)}</text>`
}

/** Whether nothing stands between two boxes of a column. */
function isNext(layout: Layout, from: PlacedNode, to: PlacedNode): boolean {
  return (
    to.y > from.y &&
    !layout.placed.some(
      (box) =>
        box !== from &&
        box !== to &&
        box.y > from.y &&
        box.y < to.y &&
        Math.abs(box.x - from.x) < 1 &&
        Math.abs(box.x - to.x) < box.width,
    )
  )
}

/** One arrow: straight down, across to a branch, or round the outside for jumps and ways back. */
function drawEdge(layout: Layout, edge: GraphEdge, lane: number): string {
  const from = layout.placed.find(({ node }) => node.id === edge.from)
  const to = layout.placed.find(({ node }) => node.id === edge.to)
  if (from === undefined || to === undefined) return ''
  const label = edge.label === undefined ? {} : { label: edge.label }
  const startX = from.x + from.width / 2
  const endX = to.x + to.width / 2
  const bottom = from.y + from.height
  if (to.y > from.y && isNext(layout, from, to)) {
    const bend = to.y - 14
    const points =
      startX === endX
        ? `M ${startX} ${bottom} L ${endX} ${to.y - 2}`
        : `M ${startX} ${bottom} L ${startX} ${bottom + 12} L ${endX} ${bottom + 12} L ${endX} ${to.y - 2}`
    return drawPath(points, { ...label, at: [endX + 8, bend] })
  }
  const isBack = to.y <= from.y
  const passed = layout.placed.filter(({ y }) => y >= Math.min(from.y, to.y) && y <= Math.max(from.y, to.y))
  // Round the outside of everything that lies between, so that no box is crossed.
  const side = isBack
    ? Math.min(...passed.map(({ x }) => x)) - 14 - lane * 9
    : Math.max(...passed.map(({ x, width }) => x + width)) + 14 + lane * 9
  const edgeFrom = isBack ? from.x : from.x + from.width
  const edgeTo = isBack ? to.x - 2 : to.x + to.width + 2
  const fromY = from.y + from.height / 2 + (lane % 3) * 4 - 4
  const toY = to.y + to.height / 2 + (lane % 3) * 4 - 4
  const points = `M ${edgeFrom} ${fromY} L ${side} ${fromY} L ${side} ${toY} L ${edgeTo} ${toY}`
  return drawPath(points, { isBack, ...label, at: [isBack ? side + 4 : edgeFrom + 6, fromY - 5] })
}

/** Room on the right for the labels of arrows that jump ahead. */
function widenForLabels(layout: Layout, { edges }: ProcessGraph): Layout {
  const yOf = new Map(layout.placed.map((box) => [box.node.id, box]))
  const needs = edges.map(({ from, to, label }) => {
    const [start, end] = [yOf.get(from), yOf.get(to)]
    if (label === undefined || start === undefined || end === undefined || isNext(layout, start, end))
      return 0
    return start.x + start.width + 12 + label.length * LETTER_WIDTH
  })
  return { ...layout, width: Math.max(layout.width, ...needs) }
}

/**
 * Draws the process as SVG, the current steps of a case highlighted.
 *
 * Text is set in the viewer's serif-free font; labels are broken to fit, so that twenty steps stay readable.
 *
 * @example
 * import { registerCopies } from 'motcua/procedure'
 * import { drawSvg } from 'motcua/procedure/draw'
 * drawSvg(registerCopies).startsWith('<svg xmlns=') // true
 */
export function drawSvg(defined: DefinedProcess, options: DrawOptions = {}): string {
  const language = options.language ?? 'vi'
  const graph = buildGraph(defined, language)
  const layout = widenForLabels(layOut(graph), graph)
  const active = new Set(options.dossierCase?.configuration ?? [])
  let lane = 0
  const edges = graph.edges.map((edge) => {
    const drawn = drawEdge(layout, edge, lane)
    if (drawn.includes(` ${MARGIN}`) || edge.isBack) lane = (lane + 1) % 6
    return drawn
  })
  const boxes = layout.placed.map((box) =>
    drawBox(box, box.node.path !== undefined && active.has(box.node.path)),
  )
  const { definition } = defined
  const title = typeof definition.title === 'string' ? definition.title : definition.title[language]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${layout.width} ${layout.height}" width="${layout.width}" height="${layout.height}" font-family="'Be Vietnam Pro', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M 0 0 L 10 5 L 0 10 z" fill="#374151"/></marker></defs>',
    `<rect width="${layout.width}" height="${layout.height}" fill="#ffffff"/>`,
    ...edges,
    ...boxes,
    '</svg>',
    '',
  ].join('\n')
}
