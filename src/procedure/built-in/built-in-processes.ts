/**
 * Every process of the built-in records, as published: inconsistent ones with what contradicts them.
 *
 * @module
 */
import { procedures } from '../../catalogue/index.ts'
import type { Finding } from '../../finding.ts'
import { type DefinedProcess, defineProcess } from '../define.ts'
import { draftProcessOf } from '../import/draft-process.ts'
import { lintProcess } from '../lint/lint-process.ts'
import { registerCopies } from '../register-copies.ts'

/** A built-in process with its record and what is to be said about it. */
export interface BuiltInProcess {
  readonly recordId: string
  readonly process: DefinedProcess
  /** What the linter finds and what drafting could not take over; the process stays as published. */
  readonly findings: readonly Finding[]
}

/**
 * Lists the processes of all built-in records that print their steps.
 *
 * 2.000908 is whole and in force; the others are drafts of what was published and start no case until somebody
 * approves them.
 *
 * @example
 * import { listBuiltInProcesses } from 'motcua/procedure/built-in'
 * const wrong = listBuiltInProcesses().filter(({ findings }) => findings.some(({ severity }) => severity === 'error'))
 * wrong.map(({ recordId }) => recordId) // ['TTHC-TINH-04']
 */
export function listBuiltInProcesses(): readonly BuiltInProcess[] {
  return procedures.flatMap((record): readonly BuiltInProcess[] => {
    if (record.code === registerCopies.definition.procedure.code) {
      return [{ recordId: record.id, process: registerCopies, findings: [] }]
    }
    const drafted = draftProcessOf(record)
    if (drafted === undefined) return []
    const findings = [...drafted.findings, ...lintProcess(drafted.definition)]
    return [{ recordId: record.id, process: defineProcess(drafted.definition), findings }]
  })
}
