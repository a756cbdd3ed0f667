/**
 * What anybody may see of a case without signing in.
 *
 * @module
 */
import type { DossierCase } from './case/facts.ts'
import type { DefinedProcess } from './define.ts'

/** The code and the degree of completion, and nothing else (TT 01/2018/TT-VPCP art. 16(2)(d)). */
export interface PublicView {
  readonly dossierCode: string | undefined
  /** Steps done of all steps on the main line. */
  readonly stepsDone: number
  readonly stepsTotal: number
  readonly percent: number
}

/**
 * Gives what a public look-up shows: the dossier code and how far the case has come.
 *
 * @example
 * import { publicViewOf, registerCopies } from 'motcua/procedure'
 * import type { DossierCase } from 'motcua/procedure'
 * const show = (dossierCase: DossierCase) => publicViewOf(registerCopies, dossierCase).percent
 * typeof show // 'function'
 */
export function publicViewOf(defined: DefinedProcess, dossierCase: DossierCase): PublicView {
  const { steps } = defined.definition
  const { configuration, facts } = dossierCase
  const indexOf = (path: string): number =>
    steps.findIndex(
      ({ id }) => id === (defined.plan.byPath.get(path)?.block ?? defined.plan.byPath.get(path)?.id),
    )
  const active = configuration.map(indexOf).filter((index) => index >= 0)
  const isDone = facts.processedAt !== undefined || facts.phase === 'closed'
  const stepsDone = isDone ? steps.length : Math.max(0, ...active)
  return {
    dossierCode: facts.dossierCode,
    stepsDone,
    stepsTotal: steps.length,
    percent: Math.round((stepsDone / steps.length) * 100),
  }
}
