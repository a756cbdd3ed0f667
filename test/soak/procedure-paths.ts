import type { DefinedProcess } from '../../src/procedure/index.ts'
import { groups, walkCrossing, walkGroup } from '../kit/crossed-groups.ts'
import { everything, strict, walkedProcesses } from '../kit/processes.ts'

/** More situations than this would be a filter that bounds nothing. */
const LIMIT = 60_000

const introduction = `What is walked. The way through a process (submit, check, receive, forward, steps, signatures, result, archive, and
every end) is walked with each group of what may happen beside it; on these walks every arrow between two situations
is on a path. Then the groups are walked two at a time, on the way with one early end (stop): every two arrows of which
one can follow the other do follow each other on a path. Every command belongs to the way or to exactly one group, so
two commands in a row are always of the way and one group, or of two groups: all pairs are crossed somewhere.

Bounded: at most two payments, two digitised moments, two warnings and one delegation on one path, one of each in a
crossing and beside mandatory legs. Mandatory legs are walked on every path; beside two other groups they start last.

Checked on each: the status is that of the configuration and only changes as the portal allows, no situation is without
a way to an end, the events give the same case byte for byte, the clock stops with the case, every received case was
promised a date where the law sets a term.
`

/** Walks one process: each group, then every two of them. */
function walkProcess(defined: DefinedProcess): void {
  const { id } = defined.definition
  const walked = new Set<string>()
  const names = Object.keys(groups)
  const alone = names.map((name) => walkGroup(defined, name, { walked, limit: LIMIT }))
  const crossed = names.flatMap((one, at) =>
    names.slice(at + 1).map((other) => walkCrossing(defined, [one, other], { walked, limit: LIMIT })),
  )
  for (const [what, rows] of [
    ['groups', alone],
    ['crossings', crossed],
  ] as const) {
    const sum = (key: 'situations' | 'arrows' | 'paths') => rows.reduce((total, row) => total + row[key], 0)
    console.log(
      `${id}: ${what} ${rows.length}, situations ${sum('situations')}, arrows ${sum('arrows')}, paths ${sum('paths')}`,
    )
  }
  console.log(`${id}: pairs of arrows walked ${walked.size}`)
}

/**
 * Generates and walks all paths of every built-in process: each ends in a final state, with one status and one clock,
 * and its events give the same case.
 */
export async function run(): Promise<void> {
  console.log(introduction)
  // The two that are made for tests belong to the tests.
  const builtIn = walkedProcesses().filter((one) => one !== strict && one !== everything)
  for (const defined of builtIn) walkProcess(defined)
}
