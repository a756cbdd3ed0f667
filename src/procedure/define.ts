/**
 * A checked definition with what is made from it once: its hash, its plan, its chart and its tables.
 *
 * @module
 */
import { MotcuaError } from '../errors.ts'
import { hashJson } from '../hash.ts'
import type { DefinitionPin } from './case/facts.ts'
import { buildChart } from './chart/build-chart.ts'
import type { Chart } from './chart/chart-node.ts'
import { type ChartTables, compileChart } from './chart/compile-chart.ts'
import { planSteps, type StepPlan } from './chart/step-plan.ts'
import { readDefinition } from './check-definition.ts'
import type { ProcessDefinition } from './definition.ts'
import { messages } from './messages.ts'
import { type RuleSet, ruleSets } from './rule-set.ts'

/** A definition that was checked, with the tables compiled from it on first use. */
export interface DefinedProcess {
  readonly definition: ProcessDefinition
  /** Id, version and content hash: what a case is pinned to. The lifecycle is not part of the hash. */
  readonly pin: DefinitionPin
  readonly plan: StepPlan
  /** Rule sets by date that its cases follow. */
  readonly ruleSets: readonly RuleSet[]
  /** The statechart as JSON. */
  readonly chart: () => Chart
  /** The tables on which `decide` and `replay` run. */
  readonly tables: () => ChartTables
}

/** A value made when it is asked for first. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Digests what a definition says, without its lifecycle: approving or superseding it changes nothing in it. */
export function hashDefinition(definition: ProcessDefinition): string {
  const { lifecycle: _lifecycle, ...content } = definition
  return hashJson(content)
}

/**
 * Checks a definition and prepares it for deciding; the tables are compiled on first use and then kept.
 *
 * All findings come at once, each with its place and what to do.
 *
 * @param input - A definition as written or as read from JSON.
 * @throws MotcuaError `procedure/invalid-definition` with the findings.
 *
 * @example
 * import { defineProcess } from 'motcua/procedure'
 * const copies = defineProcess({
 *   schema: 'motcua/process@1', id: 'demo', version: '1', title: 'Cấp bản sao từ sổ gốc',
 *   procedure: { code: '2.000908', name: 'Cấp bản sao từ sổ gốc' },
 *   term: { kind: 'working-hours', amount: 8 },
 *   steps: [
 *     { id: 'receive', kind: 'intake', task: 'Tiếp nhận', role: 'reception', term: { kind: 'working-hours', amount: 2 } },
 *     { id: 'appraise', task: 'Thẩm định', role: 'officer', term: { kind: 'working-hours', amount: 3 } },
 *     { id: 'approve', kind: 'sign', task: 'Ký duyệt', role: 'approver', signs: { as: 'approve' } },
 *     { id: 'issue', kind: 'issue', task: 'Phát hành, trả kết quả', role: 'clerk', signs: { as: 'issue' } },
 *   ],
 * })
 * copies.pin.hash.length // 64
 */
export function defineProcess(
  input: ProcessDefinition,
  options: { readonly ruleSets?: readonly RuleSet[] } = {},
): DefinedProcess {
  const read = readDefinition(input)
  if (read.definition === undefined) {
    const { first, findings } = read
    const id = typeof input?.id === 'string' ? input.id : '?'
    throw new MotcuaError(messages, 'procedure/invalid-definition', {
      id,
      count: findings.length,
      first,
      findings,
    })
  }
  const { definition } = read
  const hash = once(() => hashDefinition(definition))
  const pin: DefinitionPin = {
    id: definition.id,
    version: definition.version,
    // Hashing costs more than checking; a district holds hundreds of definitions and opens few of them.
    get hash() {
      return hash()
    },
  }
  const plan = once(() => planSteps(definition))
  const chart = once(() => buildChart(definition, pin))
  return {
    definition,
    pin,
    get plan() {
      return plan()
    },
    ruleSets: options.ruleSets ?? ruleSets,
    chart,
    tables: once(() => compileChart(chart())),
  }
}
