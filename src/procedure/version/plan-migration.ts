/**
 * Moving running cases to another version of their definition: planned and reported before it is applied.
 *
 * @module
 */
import type { Finding } from '../../finding.ts'
import type { DefinitionPin, DossierCase } from '../case/facts.ts'
import type { PlannedStep } from '../chart/step-plan.ts'
import type { DefinedProcess } from '../define.ts'

/** What becomes of each state, and what a person has to know before saying yes. */
export interface MigrationPlan {
  readonly from: DefinitionPin
  readonly to: DefinitionPin
  /** New state of every state of the old chart that a running case can be in. */
  readonly stateMap: Readonly<Record<string, string>>
  /** An error means that some cases cannot be moved. */
  readonly findings: readonly Finding[]
}

/** States in which a case is over: such cases are not moved. */
const isOver = (path: string): boolean => /^handling\.(refused|archived|withdrawn|stopped)$/.test(path)

/** One finding of a plan. */
function find(severity: Finding['severity'], code: string, own: Omit<Finding, 'severity' | 'code'>): Finding {
  return { code: `procedure/${code}`, severity, ...own }
}

/** A state that leads nowhere in the new chart. */
function findUnmapped(path: string): Finding {
  return find('error', 'state-not-mapped', {
    place: path,
    message: { vi: `trạng thái ${path} không có trong bản mới`, en: `the new version has no state ${path}` },
    remedy: { vi: 'ghi trạng thái thay thế trong stateMap', en: 'name its successor in stateMap' },
    facts: { state: path },
  })
}

/** What changes for who works at a step. */
function compareSteps(before: PlannedStep, after: PlannedStep | undefined, path: string): readonly Finding[] {
  if (after === undefined) {
    return [
      find('error', 'step-becomes-no-step', {
        place: path,
        message: {
          vi: `bước ${before.id} chuyển thành trạng thái không phải bước`,
          en: `the step ${before.id} becomes no step`,
        },
        remedy: { vi: 'chọn một bước', en: 'map it to a step' },
        facts: { step: before.id },
      }),
    ]
  }
  if (before.step.role === after.step.role) return []
  return [
    find('warning', 'role-changes', {
      place: path,
      message: {
        vi: `bước ${before.id}: vai trò ${before.step.role} thành ${after.step.role}`,
        en: `step ${before.id}: the role ${before.step.role} becomes ${after.step.role}`,
      },
      facts: { before: before.step.role, after: after.step.role },
    }),
  ]
}

/** Terms that are counted differently from then on; a promise already made stays. */
function compareClocks(from: DefinedProcess, to: DefinedProcess): readonly Finding[] {
  const parts = ['term', 'termOnline', 'cases', 'supplement'] as const
  return parts
    .filter((part) => JSON.stringify(from.definition[part]) !== JSON.stringify(to.definition[part]))
    .map((part) =>
      find('warning', 'clock-changes', {
        place: part,
        message: {
          vi: `${part} khác nhau: ngày hẹn đã hứa giữ nguyên, lần tính sau theo bản mới`,
          en: `${part} differs: promises made stay, later counting follows the new version`,
        },
        facts: { part },
      }),
    )
}

/**
 * Plans the migration of running cases: every live state mapped, roles and clock compared.
 *
 * States of the same name map to each other; `stateMap` names the others. Apply it case by case with the command
 * `process.migrate` decided under the new definition, which refuses a plan that does not hold for that case.
 *
 * @example
 * import { defineProcess, planMigration, registerCopies } from 'motcua/procedure'
 * const next = defineProcess({ ...registerCopies.definition, version: '2' })
 * planMigration(registerCopies, next).findings // []
 */
export function planMigration(
  from: DefinedProcess,
  to: DefinedProcess,
  stateMap: Readonly<Record<string, string>> = {},
): MigrationPlan {
  const known = new Set(to.tables().leaves)
  const planned: Record<string, string> = {}
  const findings: Finding[] = []
  for (const path of from.tables().leaves.filter((leaf) => !isOver(leaf))) {
    const target = stateMap[path] ?? path
    if (!known.has(target)) {
      findings.push(findUnmapped(path))
      continue
    }
    planned[path] = target
    const before = from.plan.byPath.get(path)
    if (before !== undefined) findings.push(...compareSteps(before, to.plan.byPath.get(target), path))
  }
  return {
    from: from.pin,
    to: to.pin,
    stateMap: planned,
    findings: [...findings, ...compareClocks(from, to)],
  }
}

/**
 * The configuration of a case after a migration; `undefined` when a state is not mapped or they do not fit together.
 *
 * Regions that are new begin at their start.
 */
export function migrateConfiguration(
  to: DefinedProcess,
  dossierCase: DossierCase,
  stateMap: Readonly<Record<string, string>>,
): readonly string[] | undefined {
  const mapped = dossierCase.configuration.map((path) => stateMap[path] ?? path)
  const regions = new Set(mapped.map((path) => path.split('.')[0]))
  const started = to.tables().initial.paths.filter((path) => !regions.has(path.split('.')[0]))
  const arranged = to.tables().arrange([...mapped, ...started])
  return arranged && to.tables().find(arranged)?.paths
}
