/**
 * The states of the steps: how each is done, returned and taken back; blocks; and the compound around them.
 *
 * @module
 */
import type { Check } from '../case/permit.ts'
import type { CommandType } from '../commands.ts'
import { localizeLabel, type ParallelSteps, type ProcessDefinition, type Step } from '../definition.ts'
import type { ChartNode, ChartTransition } from './chart-node.ts'
import { arrow } from './chart-regions.ts'
import { ISSUING, isParallel, type PlannedStep, pathOfId, READY, type StepPlan } from './step-plan.ts'

/** The arrows of a state by the command or signal that takes them. */
export type Arrows = Record<string, readonly ChartTransition[]>

/** Nothing is finished while the term stands still. */
export const isNotPaused: Check = { name: 'isNotPaused' }

/** Returning a step to earlier ones, and taking it back by whoever completed the one before. */
export function backArrows(definition: ProcessDefinition, plan: StepPlan, planned: PlannedStep): Arrows {
  const isHere: Check = { name: 'isStep', value: planned.id }
  const returns = planned.returnsTo.flatMap((id) => {
    const to = pathOfId(definition, plan, id)
    return to === undefined
      ? []
      : [
          arrow(definition, 'step.return', {
            to,
            roles: [planned.step.role],
            unitId: planned.step.unitId,
            checks: [isHere, { name: 'isReturnTo', value: id }, isNotPaused],
          }),
        ]
  })
  const recalls = plan.steps
    .filter((before) => before.exits.some(({ target }) => target === planned.path))
    .filter(({ kind }) => kind === 'work' || kind === 'automatic')
    .map((before) =>
      arrow(definition, 'step.recall', {
        to: before.path,
        roles: [before.step.role],
        checks: [{ name: 'isRecallOf', value: before.id }, isNotPaused],
      }),
    )
  return {
    ...(returns.length === 0 ? {} : { 'step.return': returns }),
    ...(recalls.length === 0 ? {} : { 'step.recall': recalls }),
  }
}

/** The mode in which a step signs, and the least level where it names one. */
export function signatureChecks({ signs }: Step): readonly Check[] {
  if (signs === undefined) return []
  const mode: Check = { name: 'isMode', value: signs.as }
  return signs.level === undefined ? [mode] : [mode, { name: 'isLevel', value: signs.level }]
}

/** The arrows by which a step is done. */
function doneArrows(definition: ProcessDefinition, planned: PlannedStep): Arrows {
  const { id, kind, step, exits } = planned
  const waits = (definition.consultations ?? []).filter(({ steps }) => steps?.includes(id))
  const base: readonly Check[] = [
    { name: kind === 'sign' ? 'isSigning' : 'isStep', value: id },
    { name: 'isAssignee', value: id },
    isNotPaused,
    ...waits.map((one): Check => ({ name: 'isConsultationDone', value: one.id })),
    ...(kind === 'sign' ? signatureChecks(step) : []),
  ]
  const command: CommandType = kind === 'sign' ? 'result.sign' : 'step.complete'
  return {
    [command]: exits.map(({ target, outcome }) =>
      arrow(definition, command, {
        to: target,
        roles: [step.role],
        unitId: step.unitId,
        checks: outcome === undefined ? base : [...base, { name: 'isOutcome', value: outcome }],
      }),
    ),
  }
}

/** State of one step of work or of signing. */
function stepNode(definition: ProcessDefinition, plan: StepPlan, planned: PlannedStep): ChartNode {
  return {
    description: localizeLabel(planned.step.task).vi,
    on: { ...doneArrows(definition, planned), ...backArrows(definition, plan, planned) },
  }
}

/** State of a block whose branches run side by side; it is left when all are done. */
function blockNode(definition: ProcessDefinition, plan: StepPlan, block: ParallelSteps): ChartNode {
  const index = definition.steps.indexOf(block)
  const after = followTarget(definition, plan, index)
  const branches = block.branches.map((branch): [string, ChartNode] => [
    branch.id,
    {
      initial: branch.steps[0]?.id ?? 'done',
      states: {
        ...Object.fromEntries(
          plan.steps
            .filter((planned) => planned.block === block.id && planned.branch === branch.id)
            .map((planned) => [planned.id, stepNode(definition, plan, planned)]),
        ),
        done: { type: 'final' },
      },
    },
  ])
  return {
    type: 'parallel',
    description: localizeLabel(block.task).vi,
    states: Object.fromEntries(branches),
    onDone: { target: `#${after}` },
  }
}

/** State that follows a block. */
function followTarget(definition: ProcessDefinition, plan: StepPlan, index: number): string {
  const block = definition.steps[index]
  const id = block?.next ?? definition.steps[index + 1]?.id
  const path = id === undefined ? undefined : pathOfId(definition, plan, id)
  return path === undefined || path === READY ? ISSUING : path
}

/** A compound state of steps, absent when there are none. */
export function stepsNode(
  definition: ProcessDefinition,
  plan: StepPlan,
  part: { readonly name: 'processing' | 'signing'; readonly extra: Arrows },
): Record<string, ChartNode> {
  const prefix = `handling.${part.name}.`
  const states: Record<string, ChartNode> = {}
  for (const item of definition.steps) {
    const path = pathOfId(definition, plan, item.id)
    if (path === undefined || !path.startsWith(prefix)) continue
    const planned = plan.byId.get(item.id)
    if (isParallel(item)) states[item.id] = blockNode(definition, plan, item)
    else if (planned) states[item.id] = stepNode(definition, plan, planned)
  }
  const [initial] = Object.keys(states)
  return initial === undefined ? {} : { [part.name]: { initial, states, on: part.extra } }
}
