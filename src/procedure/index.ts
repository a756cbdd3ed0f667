/**
 * Internal processes as statecharts: one definition gives the machine, the decision and everything drawn.
 *
 * `defineProcess` checks a definition; `decide` answers one command with events, effects and the moments to
 * come back at, or refuses with what is allowed; `replay` gives the case back from its events.
 *
 * @module
 */

export { type AllowedCommand, allowed } from './allowed.ts'
export type { CheckName } from './case/checks.ts'
export { deriveDueAt, deriveStepDueAt, dueDateInputOf, forwardBy, type NextInstant } from './case/clock.ts'
export type { Effect, StatusNotice } from './case/effects.ts'
export type { CaseFacts, DefinitionPin, Delegation, DossierCase } from './case/facts.ts'
export type { Check, Permit } from './case/permit.ts'
export { type ReplayedCases, replayMany } from './case/replay-many.ts'
export type { Chart, ChartNode, ChartTransition } from './chart/chart-node.ts'
export type { PlannedStep, StepPlan } from './chart/step-plan.ts'
export { checkDefinition } from './check-definition.ts'
export {
  type CaseCommand,
  type CommandType,
  commandLabels,
  commandSchemas,
  commandTable,
} from './commands.ts'
export { type Decision, decide, type Moved, type Refused } from './decide.ts'
export { type DefinedProcess, defineProcess, hashDefinition } from './define.ts'
export { ProcessDefinition } from './definition.ts'
export { buildProcessSchema } from './json-schema.ts'
export { lintProcess } from './lint/lint-process.ts'
export { sumStepTimes, type TimeSum } from './lint/lint-terms.ts'
export { implementChart, type MachineCommand, machineOf, type ProcessMachine, snapshotOf } from './machine.ts'
export { nationalStatus } from './national-status.ts'
export { type PublicView, publicViewOf } from './public-view.ts'
export { registerCopies } from './register-copies.ts'
export { replay } from './replay.ts'
export { findRuleSet, type Rule, type RuleSet, ruleSets } from './rule-set.ts'
export {
  advanceLifecycle,
  findLifecycleStage,
  type LifecycleAct,
  type LifecycleAnswer,
  type LifecycleStage,
  lifecycleStages,
} from './version/lifecycle.ts'
export { type MigrationPlan, planMigration } from './version/plan-migration.ts'
export { restoreCase } from './version/restore-case.ts'
