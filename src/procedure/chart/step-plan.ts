/**
 * The steps of a definition with their places in the chart and what follows each.
 *
 * @module
 */
import type { ParallelSteps, ProcessDefinition, Step } from '../definition.ts'

/** What a step is in the course of the case. */
export type StepKind = 'intake' | 'work' | 'automatic' | 'sign' | 'issue' | 'return'

/** Where a step leads: to a step, to the end of its branch, or to the result. */
export interface StepExit {
  /** Step or parallel block entered; absent at the end of a branch or of the work. */
  readonly to?: string
  /** Path of the state entered. */
  readonly target: string
  /** Outcome that the officer names; absent where there is only one way. */
  readonly outcome?: string
}

/** One step with its place. */
export interface PlannedStep {
  readonly id: string
  readonly step: Step
  readonly kind: StepKind
  /** Path of its state, `handling.processing.appraise`. */
  readonly path: string
  readonly exits: readonly StepExit[]
  /** Parallel block and branch in which it lies. */
  readonly block?: string
  readonly branch?: string
  /** Earlier steps to which it may be returned. */
  readonly returnsTo: readonly string[]
}

/** The steps of a definition in order, and where the work begins after intake. */
export interface StepPlan {
  readonly steps: readonly PlannedStep[]
  readonly byId: ReadonlyMap<string, PlannedStep>
  readonly byPath: ReadonlyMap<string, PlannedStep>
  /** State entered when the dossier is forwarded. */
  readonly firstTarget: string
}

/** State in which the result is numbered, sealed and issued. */
export const ISSUING = 'handling.result.issuing'
/** State in which the result waits for the applicant. */
export const READY = 'handling.result.ready'

/** Tells a parallel block from a step. */
export function isParallel(item: Step | ParallelSteps): item is ParallelSteps {
  return 'branches' in item
}

/** Kind of a step; `work` when it says nothing. */
export function kindOfStep(step: Step): StepKind {
  return step.kind ?? 'work'
}

/** Path of the state of a step on the main line. */
function pathOfItem(item: Step | ParallelSteps): string {
  if (isParallel(item)) return `handling.processing.${item.id}`
  const kind = kindOfStep(item)
  if (kind === 'intake') return 'handling.received'
  if (kind === 'sign') return `handling.signing.${item.id}`
  if (kind === 'issue') return ISSUING
  return kind === 'return' ? READY : `handling.processing.${item.id}`
}

/** Exits of a step: one for each outcome, or the one that follows. */
function exitsOf(step: Step, follow: StepExit, targetOf: (id: string) => string): readonly StepExit[] {
  if (step.outcomes) {
    return step.outcomes.map(({ id, next }) => ({ to: next, target: targetOf(next), outcome: id }))
  }
  return [step.next === undefined ? follow : { to: step.next, target: targetOf(step.next) }]
}

/** Plans the steps of the branches of a block. */
function planBranches(block: ParallelSteps): PlannedStep[] {
  return block.branches.flatMap((branch) => {
    const base = `handling.processing.${block.id}.${branch.id}`
    const targetOf = (id: string) => `${base}.${id}`
    return branch.steps.map((step, index): PlannedStep => {
      const following = branch.steps[index + 1]
      const follow = following
        ? { to: following.id, target: targetOf(following.id) }
        : { target: `${base}.done` }
      return {
        id: step.id,
        step,
        kind: kindOfStep(step),
        path: targetOf(step.id),
        exits: exitsOf(step, follow, targetOf),
        block: block.id,
        branch: branch.id,
        returnsTo: step.returnsTo ?? branch.steps.slice(0, index).map(({ id }) => id),
      }
    })
  })
}

/** State that follows an item of the main line. */
export function followOf(definition: ProcessDefinition, index: number): StepExit {
  const item = definition.steps[index]
  const next = item?.next === undefined ? definition.steps[index + 1] : undefined
  const id = item?.next ?? next?.id
  const found = definition.steps.find((candidate) => candidate.id === id)
  if (found === undefined) return { target: ISSUING }
  const target = pathOfItem(found)
  // A return step is entered by issuing, never by completing the step before it.
  return target === READY ? { target: ISSUING } : { to: found.id, target }
}

/** Finds where each step lies and leads. */
export function planSteps(definition: ProcessDefinition): StepPlan {
  const targetOf = (id: string): string => {
    const item = definition.steps.find((candidate) => candidate.id === id)
    return item === undefined || kindOfItem(item) === 'return' ? ISSUING : pathOfItem(item)
  }
  const steps = definition.steps.flatMap((item, index): PlannedStep[] => {
    if (isParallel(item)) return planBranches(item)
    const earlier = definition.steps
      .slice(0, index)
      .filter((candidate) => kindOfItem(candidate) !== 'intake')
      .map(({ id }) => id)
    return [
      {
        id: item.id,
        step: item,
        kind: kindOfStep(item),
        path: pathOfItem(item),
        exits: exitsOf(item, followOf(definition, index), targetOf),
        returnsTo: item.returnsTo ?? earlier,
      },
    ]
  })
  const intake = definition.steps.findIndex((item) => kindOfItem(item) === 'intake')
  const first = intake >= 0 ? followOf(definition, intake).target : targetOf(definition.steps[0]?.id ?? '')
  return {
    steps,
    byId: new Map(steps.map((step) => [step.id, step])),
    byPath: new Map(steps.map((step) => [step.path, step])),
    firstTarget: first,
  }
}

/** Kind of an item of the main line; a block counts as work. */
export function kindOfItem(item: Step | ParallelSteps): StepKind {
  return isParallel(item) ? 'work' : kindOfStep(item)
}

/** State of a step or block that is entered by its id. */
export function pathOfId(definition: ProcessDefinition, plan: StepPlan, id: string): string | undefined {
  const block = definition.steps.find((item) => isParallel(item) && item.id === id)
  return block ? pathOfItem(block) : plan.byId.get(id)?.path
}
