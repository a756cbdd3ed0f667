/**
 * The national status of a configuration: the only place where states become the portal's numbers.
 *
 * @module
 */
import type { NationalStatus } from '../dossier/index.ts'

/** Beginning of a state's path, and the status it speaks for; first match decides for a path. */
const statusOfState: readonly (readonly [string, NationalStatus])[] = [
  ['handling.returned', 10],
  ['handling.archived', 10],
  ['handling.result.ready', 9],
  ['handling.rejected', 9],
  ['handling.stopped', 8],
  ['handling.withdrawn', 7],
  ['handling.refused', 3],
  ['clock.paused.financialDuty', 6],
  ['clock.paused.supplement', 5],
  ['handling.processing', 4],
  ['handling.signing', 4],
  ['handling.result', 4],
  ['handling.received', 2],
]

/** First that holds decides, as `docs/contracts.md` settles it. */
const precedence: readonly NationalStatus[] = [10, 9, 8, 7, 3, 6, 5, 4, 2, 1]

/** Tells whether a state is another or lies in it. */
function isIn(path: string, state: string): boolean {
  return path === state || path.startsWith(`${state}.`)
}

/**
 * Gives the national status of the active states of a case; 1 where nothing else holds.
 *
 * Total on every configuration of every definition of this room. A supplement before acceptance is 1,
 * a refusal at intake 3, a refusal after processing 9 and then 10 once handed over.
 *
 * @param configuration - Paths of the active states.
 *
 * @example
 * import { nationalStatus } from 'motcua/procedure'
 * nationalStatus(['handling.processing.appraise', 'clock.paused.supplement']) // 5
 */
export function nationalStatus(configuration: readonly string[]): NationalStatus {
  const spoken = new Set<NationalStatus>()
  for (const path of configuration) {
    const row = statusOfState.find(([state]) => isIn(path, state))
    if (row) spoken.add(row[1])
  }
  return precedence.find((status) => spoken.has(status)) ?? 1
}
