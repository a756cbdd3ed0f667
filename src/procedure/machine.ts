/**
 * The statechart as an XState machine: for an actor in an application, for its inspector, for its tools.
 *
 * @module
 */
import { type AnyStateMachine, assign, createMachine, raise } from 'xstate'
import type { WorkingCalendar } from '../calendar/index.ts'
import type { Instant } from '../date.ts'
import type { Actor } from '../dossier/history/index.ts'
import { rulesOf } from './allowed.ts'
import type { DossierCase } from './case/facts.ts'
import { findFailure, type Permit } from './case/permit.ts'
import { signals } from './chart/chart-node.ts'
import { type CaseCommand, commandSchemas, isCommandType } from './commands.ts'
import { decide } from './decide.ts'
import type { DefinedProcess } from './define.ts'

/** A command as the machine takes it: its type is that of the command. */
export interface MachineCommand {
  readonly type: string
  readonly commandId: string
  readonly at: Instant
  readonly actor: Actor
  readonly data: Readonly<Record<string, unknown>>
}

/** XState's machine of a definition, behind one name: its type parameters stay XState's own business. */
export type ProcessMachine = AnyStateMachine

/** What the names in a chart stand for, to be handed to `createMachine(chart).provide(…)`. */
export interface ChartImplementations {
  readonly guards: Readonly<Record<'isPermitted', (...args: never[]) => boolean>>
  readonly actions: Readonly<Record<string, unknown>>
}

/** What XState hands to a guard and an action. */
interface Given {
  readonly context: DossierCase
  readonly event: MachineCommand
}

/** Tells whether XState's event is a command of ours, whole enough to be judged. */
function isWhole(event: MachineCommand): boolean {
  return isCommandType(event.type) && commandSchemas[event.type].safeParse(event.data).success
}

/** A machine's event as a command of the case. */
function commandOf({ context, event }: Given): CaseCommand {
  const { commandId, actor, data } = event
  return { caseId: context.caseId, type: event.type as CaseCommand['type'], commandId, actor, data }
}

/**
 * Gives the implementations of the names in a chart: one guard, `record`, and one action for each signal.
 *
 * They ask the functions that `decide` asks; the calendar is needed for the dates that `record` keeps.
 */
export function implementChart(
  defined: DefinedProcess,
  options: { readonly calendar: WorkingCalendar },
): ChartImplementations {
  const isPermitted = ({ context, event }: Given, permit: Permit): boolean => {
    if (!isWhole(event) || context.commandIds.includes(event.commandId)) return false
    const rules = rulesOf(defined, context, event.at)
    const { at, actor, data } = event
    const question = { definition: defined.definition, rules, facts: context.facts, at, actor, data }
    return findFailure(permit, question) === undefined
  }
  const record = assign((given: Given) => {
    const decision = decide(defined, given.context, commandOf(given), { ...options, at: given.event.at })
    return decision.kind === 'moved' ? decision.dossierCase : given.context
  })
  const raising = Object.entries(signals).map(([name, type]) => [name, raise({ type })])
  return {
    guards: { isPermitted: isPermitted as (...args: never[]) => boolean },
    actions: { record, ...Object.fromEntries(raising) },
  }
}

/**
 * Makes the XState machine of a definition; its context is a case, its events are commands with their moment.
 *
 * Built when it is asked for: `decide` runs on tables compiled from the same chart and needs no machine.
 * Start it from a case with {@link snapshotOf}. Unknown events are ignored, as XState does; `decide` refuses
 * them with what is allowed.
 *
 * @example
 * import { createActor } from 'xstate'
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { machineOf, registerCopies } from 'motcua/procedure'
 * const actor = createActor(machineOf(registerCopies, { calendar: buildWorkingCalendar() })).start()
 * actor.getSnapshot().matches({ handling: 'draft', clock: 'idle' }) // true
 */
export function machineOf(
  defined: DefinedProcess,
  options: { readonly calendar: WorkingCalendar },
): ProcessMachine {
  // The chart is plain JSON, which XState's types do not describe.
  return createMachine(defined.chart() as never).provide(implementChart(defined, options) as never)
}

/** Writes active states as XState's value. */
function stateValueOf(paths: readonly string[]): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const path of paths) {
    const names = path.split('.')
    let here = value
    for (const name of names.slice(0, -1)) {
      const next = here[name]
      const inner = typeof next === 'object' && next !== null ? (next as Record<string, unknown>) : {}
      here[name] = inner
      here = inner
    }
    here[names.at(-1) ?? ''] = {}
  }
  return value
}

/**
 * Gives the machine's snapshot of a case, from which an actor can be started: `createActor(machine, { snapshot })`.
 */
export function snapshotOf(machine: ProcessMachine, dossierCase: DossierCase): unknown {
  return machine.resolveState({
    value: stateValueOf(dossierCase.configuration) as never,
    context: dossierCase,
  })
}
