/**
 * Which step may follow which, and what lies between two steps.
 *
 * @module
 */
import type { DefinedProcess } from '../define.ts'
import { buildGraph } from '../draw/graph.ts'

/** The order of a process as a question about pairs of steps. */
export interface Followers {
  readonly has: (step: string) => boolean
  /** Steps between two steps on the shortest way; empty when they follow each other, `undefined` when no way leads there. */
  readonly between: (from: string, to: string) => readonly string[] | undefined
  readonly fromStart: (to: string) => readonly string[] | undefined
}

/** Finds the order of a process from its graph; branches of a block follow each other in any order. */
export function findFollowers(defined: DefinedProcess): Followers {
  const graph = buildGraph(defined, 'vi')
  const steps = new Set(defined.plan.steps.map(({ id }) => id))
  const next = new Map<string, string[]>()
  for (const { from, to, isBack } of graph.edges) {
    if (!isBack) next.set(from, [...(next.get(from) ?? []), to])
  }
  // The graph draws the counter that hands the result back as its end.
  const nodeOf = (step: string): string => (defined.plan.byId.get(step)?.kind === 'return' ? 'end' : step)
  const way = (fromStep: string, toStep: string): readonly string[] | undefined => {
    const [from, to] = [nodeOf(fromStep), nodeOf(toStep)]
    const before = new Map<string, string>()
    const todo = [...(next.get(from) ?? [])].map((id) => ({ id, via: from }))
    for (let index = 0; index < todo.length; index += 1) {
      const { id, via } = todo[index] as { id: string; via: string }
      if (before.has(id)) continue
      before.set(id, via)
      if (id === to) break
      todo.push(...(next.get(id) ?? []).map((one) => ({ id: one, via: id })))
    }
    if (!before.has(to)) return undefined
    const path: string[] = []
    for (let here = before.get(to); here !== undefined && here !== from; here = before.get(here))
      path.push(here)
    // A join is passed when every branch of its block is done, whichever the way came through.
    const joined = defined.plan.steps
      .filter(({ id, block }) => id !== from && block !== undefined && path.includes(`${block}Join`))
      .map(({ id }) => id)
    return [...new Set([...path.filter((id) => steps.has(id)).reverse(), ...joined])]
  }
  const blockOf = (step: string): string | undefined => defined.plan.byId.get(step)?.block
  const branchOf = (step: string): string | undefined => defined.plan.byId.get(step)?.branch
  return {
    has: (step) => steps.has(step),
    between: (from, to) => {
      const isBeside =
        blockOf(from) !== undefined && blockOf(from) === blockOf(to) && branchOf(from) !== branchOf(to)
      return isBeside ? [] : way(from, to)
    },
    fromStart: (to) => way('start', to),
  }
}
