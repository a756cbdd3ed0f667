/**
 * A process as boxes and arrows: what the Mermaid text, the SVG and the BPMN are drawn from.
 *
 * @module
 */

import { formatTerm } from '../../deadline/index.ts'
import type { Language } from '../../errors.ts'
import { roleLabels } from '../case/role-labels.ts'
import { followOf, ISSUING, isParallel, type PlannedStep, READY } from '../chart/step-plan.ts'
import type { DefinedProcess } from '../define.ts'
import { type Label, localizeLabel, type ParallelSteps } from '../definition.ts'

/** A box of the diagram. */
export interface GraphNode {
  readonly id: string
  readonly kind: 'start' | 'end' | 'step' | 'sign' | 'fork' | 'join'
  readonly title: string
  /** Who is responsible, and for how long. */
  readonly detail: string
  /** State of the chart that it stands for; absent for forks and joins. */
  readonly path?: string
  readonly block?: string
}

/** An arrow of the diagram. */
export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly label?: string
  /** A way back to an earlier step. */
  readonly isBack?: true
}

/** Boxes in the order of the sheet, and arrows. */
export interface ProcessGraph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** Words of the diagram itself. */
const words = {
  start: { vi: 'Nộp hồ sơ', en: 'Application' },
  issue: { vi: 'Phát hành kết quả', en: 'Issue the result' },
  end: { vi: 'Trả kết quả, lưu hồ sơ', en: 'Hand over, archive' },
  join: { vi: 'Xong mọi nhánh', en: 'All branches done' },
} as const

/** What the parts of the graph share while it is built. */
interface Sketch {
  readonly defined: DefinedProcess
  readonly language: Language
  readonly nodes: GraphNode[]
  readonly edges: GraphEdge[]
  /** Box of each state. */
  readonly idOfPath: Map<string, string>
}

/** Writes a label in the language of the graph. */
function say(sketch: Sketch, label: Label): string {
  return localizeLabel(label)[sketch.language]
}

/** Box that an arrow to a state leads to. */
function boxOf({ defined, idOfPath }: Sketch, path: string): string {
  const block = defined.definition.steps.find(
    (item) => path === `handling.processing.${item.id}` && isParallel(item),
  )
  return block ? `${block.id}Fork` : (idOfPath.get(path) ?? 'issuing')
}

/** Adds the box of a step. */
function addStep(sketch: Sketch, planned: PlannedStep): void {
  const { step, kind, path, id, block } = planned
  sketch.idOfPath.set(path, kind === 'return' ? 'end' : id)
  if (kind === 'return') return
  const counted = step.term && step.term.amount > 0 ? formatTerm(step.term, sketch.language) : ''
  const unit = step.unit === undefined ? roleLabels([step.role])[sketch.language] : say(sketch, step.unit)
  sketch.nodes.push({
    id,
    kind: kind === 'sign' ? 'sign' : 'step',
    title: say(sketch, step.task),
    detail: [unit, step.termText ?? counted].filter((part) => part !== '').join(' · '),
    path,
    ...(block === undefined ? {} : { block }),
  })
}

/** Adds the end, and issuing where no step stands for it. */
function addEnd(sketch: Sketch): void {
  const { nodes, idOfPath, language, defined } = sketch
  if (!idOfPath.has(ISSUING)) {
    nodes.push({ id: 'issuing', kind: 'step', title: words.issue[language], detail: '', path: ISSUING })
    idOfPath.set(ISSUING, 'issuing')
    sketch.edges.push({ from: 'issuing', to: 'end' })
  }
  const last = defined.plan.steps.find(({ kind }) => kind === 'return')?.step
  nodes.push({
    id: 'end',
    kind: 'end',
    title: last === undefined ? words.end[language] : say(sketch, last.task),
    detail: last?.unit === undefined ? '' : say(sketch, last.unit),
    path: READY,
  })
}

/** Adds the fork and the join of a block with the arrows into its branches. */
function addBlock(sketch: Sketch, block: ParallelSteps, follow: string): void {
  const fork = `${block.id}Fork`
  const join = `${block.id}Join`
  sketch.nodes.push({ id: fork, kind: 'fork', title: say(sketch, block.task), detail: '', block: block.id })
  sketch.nodes.push({
    id: join,
    kind: 'join',
    title: words.join[sketch.language],
    detail: '',
    block: block.id,
  })
  for (const branch of block.branches) {
    sketch.idOfPath.set(`handling.processing.${block.id}.${branch.id}.done`, join)
    const [first] = branch.steps
    const label = branch.title === undefined ? {} : { label: say(sketch, branch.title) }
    if (first) sketch.edges.push({ from: fork, to: first.id, ...label })
  }
  sketch.edges.push({ from: join, to: boxOf(sketch, follow) })
}

/** Adds the arrows out of a step: where it leads, by outcome, and back. */
function addArrows(sketch: Sketch, planned: PlannedStep): void {
  const { id, kind, step, exits } = planned
  if (kind === 'return') return
  if (kind === 'issue') {
    sketch.edges.push({ from: id, to: 'end' })
    return
  }
  for (const exit of exits) {
    const outcome = step.outcomes?.find((one) => one.id === exit.outcome)
    const label = outcome === undefined ? {} : { label: say(sketch, outcome.title) }
    sketch.edges.push({ from: id, to: boxOf(sketch, exit.target), ...label })
  }
  for (const to of step.returnsTo ?? []) sketch.edges.push({ from: id, to, isBack: true })
}

/** Builds the graph of the main line and its branches, with the labels in one language. */
export function buildGraph(defined: DefinedProcess, language: Language): ProcessGraph {
  const { definition, plan } = defined
  const sketch: Sketch = { defined, language, nodes: [], edges: [], idOfPath: new Map([[READY, 'end']]) }
  sketch.nodes.push({ id: 'start', kind: 'start', title: words.start[language], detail: '' })
  for (const planned of plan.steps) addStep(sketch, planned)
  addEnd(sketch)
  definition.steps.forEach((item, index) => {
    if (isParallel(item)) addBlock(sketch, item, followOf(definition, index).target)
  })
  const intake = plan.steps.find(({ kind }) => kind === 'intake')
  sketch.edges.unshift({ from: 'start', to: intake?.id ?? boxOf(sketch, plan.firstTarget) })
  for (const planned of plan.steps) {
    if (planned.kind === 'intake')
      sketch.edges.push({ from: planned.id, to: boxOf(sketch, plan.firstTarget) })
    else addArrows(sketch, planned)
  }
  return { nodes: sketch.nodes, edges: sketch.edges }
}
