/**
 * The process as Mermaid text, for pages that draw it themselves.
 *
 * @module
 */
import type { Language } from '../../errors.ts'
import type { DossierCase } from '../case/facts.ts'
import type { DefinedProcess } from '../define.ts'
import { buildGraph, type GraphEdge, type GraphNode } from './graph.ts'

/** What a diagram may be drawn with. */
export interface DrawOptions {
  readonly language?: Language
  /** A case whose current steps are highlighted. */
  readonly dossierCase?: DossierCase
}

/** Text inside quotes of a Mermaid label. */
function quote(text: string): string {
  return text.replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;')
}

/** Mermaid keeps some words for itself; ids of boxes are prefixed. */
function idOf(id: string): string {
  return `s_${id}`
}

function writeNode({ id, kind, title, detail }: GraphNode): string {
  const text = detail === '' ? quote(title) : `${quote(title)}<br/><small>${quote(detail)}</small>`
  if (kind === 'start' || kind === 'end') return `  ${idOf(id)}(["${text}"])`
  if (kind === 'fork' || kind === 'join') return `  ${idOf(id)}{{"${text}"}}`
  return kind === 'sign' ? `  ${idOf(id)}[/"${text}"/]` : `  ${idOf(id)}["${text}"]`
}

function writeEdge({ from, to, label, isBack }: GraphEdge): string {
  const arrow = isBack ? '-.->' : '-->'
  return `  ${idOf(from)} ${arrow}${label === undefined ? '' : `|"${quote(label)}"|`} ${idOf(to)}`
}

/**
 * Writes the process as a Mermaid flowchart, the current steps of a case highlighted.
 *
 * @example
 * import { registerCopies } from 'motcua/procedure'
 * import { drawMermaid } from 'motcua/procedure/draw'
 * drawMermaid(registerCopies).split('\n')[0] // 'flowchart TD'
 */
export function drawMermaid(defined: DefinedProcess, options: DrawOptions = {}): string {
  const { nodes, edges } = buildGraph(defined, options.language ?? 'vi')
  const active = nodes.filter(
    ({ path }) => path !== undefined && options.dossierCase?.configuration.includes(path),
  )
  return [
    'flowchart TD',
    ...nodes.map(writeNode),
    ...edges.map(writeEdge),
    ...(active.length === 0
      ? []
      : [
          '  classDef current fill:#ffe9a8,stroke:#b45309,stroke-width:3px',
          `  class ${active.map(({ id }) => idOf(id)).join(',')} current`,
        ]),
    '',
  ].join('\n')
}
