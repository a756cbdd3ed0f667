/**
 * Compiles a chart to tables: each configuration met is numbered once, and what a command does there is kept.
 *
 * The same JSON goes to XState; a differential test walks both. The rules are those of SCXML as far as the
 * charts of this room use them: a command is taken by one region, signals carry no guard, blocks are left
 * when all their branches are done. The tables fill as they are used and belong to one definition.
 *
 * @module
 */
import type { NationalStatus } from '../../dossier/index.ts'
import type { Permit } from '../case/permit.ts'
import { nationalStatus } from '../national-status.ts'
import { type Chart, type ChartNode, isSignalName, signals } from './chart-node.ts'

/** A state with its place in the tree. */
interface Node {
  readonly path: string
  readonly order: number
  readonly parent: Node | undefined
  readonly isParallel: boolean
  readonly isFinal: boolean
  readonly children: Node[]
  readonly source: ChartNode
  readonly arrows: Map<string, Arrow[]>
}

/** An arrow with its ends found. */
interface Arrow {
  readonly source: Node
  readonly target: string | undefined
  readonly permit: Permit | undefined
  readonly signals: readonly string[]
  readonly isReentering: boolean
}

/** What follows when an arrow is taken: the next configuration and the states entered on the way. */
export interface Outcome {
  readonly configuration: Configuration
  readonly entered: readonly string[]
}

/** One way in which a command may be taken in a configuration. */
export interface Move {
  readonly permit: Permit
  /** Computed when the move is taken first, then kept. */
  readonly take: () => Outcome
}

/** One configuration: the active leaf states, with everything that is asked of it. */
export interface Configuration {
  readonly paths: readonly string[]
  readonly status: NationalStatus
  /** Leaf of the handling region that decides the phase of the case. */
  readonly handling: string
  /** The ways in which a command may be taken here; empty when it may not. */
  readonly movesOf: (command: string) => readonly Move[]
  /** Every command that has a move here. */
  readonly commands: () => readonly string[]
  /** The configuration after states were entered; `undefined` when a state is not in the chart. */
  readonly enter: (states: readonly string[]) => Configuration | undefined
}

/** The tables of one chart. */
export interface ChartTables {
  readonly initial: Configuration
  /** The configuration of active states; `undefined` when they are not one of this chart. */
  readonly find: (paths: readonly string[]) => Configuration | undefined
  /** Leaf states in the order of the chart, once each; `undefined` when one does not exist. */
  readonly arrange: (paths: readonly string[]) => readonly string[] | undefined
  /** Paths of all leaf states. */
  readonly leaves: readonly string[]
}

/** Builds the tree of nodes. */
function buildTree(
  source: ChartNode,
  nodes: Node[],
  place: { path: string; parent: Node | undefined },
): Node {
  const node: Node = {
    ...place,
    order: nodes.length,
    isParallel: source.type === 'parallel',
    isFinal: source.type === 'final',
    children: [],
    source,
    arrows: new Map(),
  }
  nodes.push(node)
  for (const [event, arrows] of Object.entries(source.on ?? {})) {
    node.arrows.set(
      event,
      arrows.map((arrow) => ({
        source: node,
        target: arrow.target?.slice(1),
        permit: arrow.guard?.params,
        signals: (arrow.actions ?? []).filter(isSignalName).map((name) => signals[name]),
        isReentering: arrow.reenter === true,
      })),
    )
  }
  for (const [name, child] of Object.entries(source.states ?? {})) {
    const path = place.path === '' ? name : `${place.path}.${name}`
    node.children.push(buildTree(child, nodes, { path, parent: node }))
  }
  return node
}

/** Ancestors of a node, itself first. */
function lineage(node: Node): readonly Node[] {
  const line: Node[] = []
  for (let here: Node | undefined = node; here; here = here.parent) line.push(here)
  return line
}

/** Tells whether a node lies below another. */
function isBelow(node: Node, ancestor: Node): boolean {
  return node !== ancestor && lineage(node).includes(ancestor)
}

/** Leaves entered by default below a node. */
function defaultLeaves(node: Node): readonly Node[] {
  if (node.children.length === 0) return [node]
  if (node.isParallel) return node.children.flatMap(defaultLeaves)
  const initial =
    node.children.find(({ path }) => path.endsWith(`.${node.source.initial}`)) ?? node.children[0]
  return initial ? defaultLeaves(initial) : []
}

/** Leaves entered when a target is entered from a domain: the target's, and the siblings' of parallel ones between. */
function enteredLeaves(target: Node, domain: Node): readonly Node[] {
  const leaves = [...defaultLeaves(target)]
  for (let here = target; here.parent && here.parent !== domain; here = here.parent) {
    const { parent } = here
    if (parent.isParallel)
      leaves.push(...parent.children.filter((one) => one !== here).flatMap(defaultLeaves))
  }
  return leaves.sort((a, b) => a.order - b.order)
}

/** Nearest node above both ends, or the source itself when the target lies inside it and is not re-entered. */
function domainOf(arrow: Arrow, target: Node): Node {
  if (!arrow.isReentering && isBelow(target, arrow.source)) return arrow.source
  const above = lineage(target).slice(1)
  return above.find((node) => isBelow(arrow.source, node)) ?? (above.at(-1) as Node)
}

/** Nearest common ancestor of two leaves. */
function meet(a: Node, b: Node): Node | undefined {
  const above = new Set(lineage(a))
  return lineage(b).find((node) => above.has(node))
}

/** The active leaves while a command is worked through, with what was entered so far. */
interface Course {
  leaves: Node[]
  readonly entered: Node[]
}

/** Takes one arrow: exits below the domain, enters the target. */
function follow(course: Course, arrow: Arrow, target: Node): void {
  const domain = domainOf(arrow, target)
  const entered = enteredLeaves(target, domain)
  course.leaves = [...course.leaves.filter((leaf) => !isBelow(leaf, domain)), ...entered].sort(
    (a, b) => a.order - b.order,
  )
  course.entered.push(...entered)
}

/** Blocks whose branches are all done. */
function findDoneBlocks(leaves: readonly Node[]): readonly Node[] {
  const blocks = new Set(leaves.filter(({ isFinal }) => isFinal).map(({ parent }) => parent?.parent))
  return [...blocks].filter(
    (block): block is Node =>
      block?.isParallel === true &&
      block.source.onDone !== undefined &&
      leaves.filter((leaf) => isBelow(leaf, block)).every(({ isFinal }) => isFinal),
  )
}

/** Finds the arrow that a leaf takes on a signal, its own or its ancestors'. */
function findSignalArrow(leaf: Node, signal: string): Arrow | undefined {
  for (const node of lineage(leaf)) {
    const [arrow] = node.arrows.get(signal) ?? []
    if (arrow) return arrow
  }
  return undefined
}

/**
 * Compiles a chart.
 *
 * Nothing is enumerated ahead: a configuration is numbered when it is met, a move is worked out when it is
 * taken first.
 */
export function compileChart(chart: Chart): ChartTables {
  const nodes: Node[] = []
  const root = buildTree(chart, nodes, { path: '', parent: undefined })
  const byPath = new Map(nodes.map((node) => [node.path, node]))
  const known = new Map<string, Configuration>()

  const run = (course: Course, arrow: Arrow): void => {
    const target = arrow.target === undefined ? undefined : byPath.get(arrow.target)
    if (target) follow(course, arrow, target)
    for (const signal of arrow.signals) {
      const taken = new Set(course.leaves.map((leaf) => findSignalArrow(leaf, signal)))
      for (const one of taken) if (one) run(course, one)
    }
    for (const block of findDoneBlocks(course.leaves)) {
      const target = block.source.onDone?.target?.slice(1)
      run(course, { source: block, target, permit: undefined, signals: [], isReentering: false })
    }
  }

  const intern = (leaves: readonly Node[]): Configuration => {
    const paths = leaves.map(({ path }) => path)
    const key = paths.join(' ')
    const found = known.get(key)
    if (found) return found
    const made = configurationOf(leaves, { intern, run, byPath })
    known.set(key, made)
    return made
  }

  return {
    initial: intern(defaultLeaves(root)),
    find: (paths) => {
      const found = known.get(paths.join(' '))
      if (found) return found
      const leaves = paths.map((path) => byPath.get(path))
      const present = leaves.filter((leaf): leaf is Node => leaf !== undefined && leaf.children.length === 0)
      return present.length === leaves.length && isWhole(present, root) ? intern(present) : undefined
    },
    arrange: (paths) => {
      const leaves = [...new Set(paths)].map((path) => byPath.get(path))
      const present = leaves.filter((leaf): leaf is Node => leaf !== undefined)
      if (present.length !== leaves.length) return undefined
      return present.sort((a, b) => a.order - b.order).map(({ path }) => path)
    },
    leaves: nodes.filter(({ children }) => children.length === 0).map(({ path }) => path),
  }
}

/** Tells whether leaves are a configuration: one below every compound state entered, one in each region. */
function isWhole(leaves: readonly Node[], root: Node): boolean {
  const check = (node: Node): boolean => {
    if (node.children.length === 0) return leaves.includes(node)
    const active = node.children.filter((child) => leaves.some((leaf) => lineage(leaf).includes(child)))
    const wanted = node.isParallel ? node.children.length : 1
    return active.length === wanted && active.every(check)
  }
  return (
    check(root) && leaves.every((leaf, index) => index === 0 || (leaves[index - 1]?.order ?? 0) < leaf.order)
  )
}

/** What a configuration needs of the tables it belongs to. */
interface Tables {
  readonly intern: (leaves: readonly Node[]) => Configuration
  readonly run: (course: Course, arrow: Arrow) => void
  readonly byPath: ReadonlyMap<string, Node>
}

/** Commands that leaves or their ancestors take. */
function listNames(leaves: readonly Node[]): readonly string[] {
  const all = leaves.flatMap((leaf) => lineage(leaf).flatMap((node) => [...node.arrows.keys()]))
  return [...new Set(all)].filter((name) => !name.startsWith('internal.'))
}

/** Makes the entry of one configuration. */
function configurationOf(leaves: readonly Node[], { intern, run, byPath }: Tables): Configuration {
  const paths = leaves.map(({ path }) => path)
  const moves = new Map<string, readonly Move[]>()
  const nexts = new Map<string, Configuration | undefined>()
  let names: readonly string[] | undefined
  const arrowsOf = (command: string): readonly Arrow[] => [
    ...new Set(leaves.flatMap((leaf) => lineage(leaf).flatMap((node) => node.arrows.get(command) ?? []))),
  ]
  const movesOf = (command: string): readonly Move[] => {
    const kept = moves.get(command)
    if (kept) return kept
    const made = arrowsOf(command).flatMap((arrow) => (arrow.permit ? [moveOf(arrow, arrow.permit)] : []))
    moves.set(command, made)
    return made
  }
  const moveOf = (arrow: Arrow, permit: Permit): Move => {
    let outcome: Outcome | undefined
    const take = (): Outcome => {
      const course: Course = { leaves: [...leaves], entered: [] }
      run(course, arrow)
      const entered = course.entered.filter((node) => course.leaves.includes(node)).map(({ path }) => path)
      return { configuration: intern(course.leaves), entered: [...new Set(entered)] }
    }
    return {
      permit,
      take: () => {
        outcome ??= take()
        return outcome
      },
    }
  }
  const enter = (states: readonly string[]): Configuration | undefined => {
    const entered = states.map((path) => byPath.get(path))
    if (entered.some((node) => node === undefined || node.children.length > 0)) return undefined
    const present = entered.filter((node): node is Node => node !== undefined)
    const kept = leaves.filter((leaf) =>
      present.every((node) => leaf !== node && meet(leaf, node)?.isParallel === true),
    )
    return intern([...new Set([...kept, ...present])].sort((a, b) => a.order - b.order))
  }
  return {
    paths,
    status: nationalStatus(paths),
    handling: paths.find((path) => path.startsWith('handling.')) ?? '',
    movesOf,
    commands: () => {
      names ??= listNames(leaves)
      return names
    },
    enter: (states) => {
      if (states.length === 0) return intern(leaves)
      const key = states.join(' ')
      if (!nexts.has(key)) nexts.set(key, enter(states))
      return nexts.get(key)
    },
  }
}
