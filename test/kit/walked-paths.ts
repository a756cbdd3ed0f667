/** All paths of a process, walked: what must hold on each of them. */
import { type DefinedProcess, nationalStatus, replay } from '../../src/procedure/index.ts'
import {
  type Exploration,
  type ExploreOptions,
  exploreProcess,
  findTraps,
  generatePaths,
  isOver,
  type ProcessPath,
} from '../../src/procedure/testing/index.ts'

/** Which status may follow which: practice of the national portal, and withdrawing at any time before the end. */
const mayFollow: Readonly<Record<number, readonly number[]>> = {
  1: [1, 2, 3, 7],
  2: [2, 4, 5, 6, 7, 8],
  4: [4, 5, 6, 7, 8, 9],
  5: [2, 4, 5, 7, 8],
  6: [2, 4, 6, 7, 8],
  9: [9, 10],
  10: [10],
}

/** What was walked. */
export interface PathFigures {
  readonly situations: number
  readonly arrows: number
  readonly paths: number
  readonly isCut: boolean
}

/** Refuses an exploration that was cut short, has a way into a trap, or a status that the states do not give. */
export function checkSituations(exploration: Exploration): void {
  if (exploration.isCut) throw new Error('more situations than the limit: bound the filter')
  const [trap] = findTraps(exploration)
  if (trap) throw new Error(`no way out: ${trap.commands.map(({ command }) => command.type).join(' ')}`)
  for (const { dossierCase } of exploration.situations.values()) {
    if (nationalStatus(dossierCase.configuration) !== dossierCase.nationalStatus)
      throw new Error(`the status of ${dossierCase.configuration.join()}`)
  }
}

/** Refuses a path that does not end, is replayed as another case, or breaks the rules of statuses and clock. */
export function checkPath(defined: DefinedProcess, { events, end, commands }: ProcessPath): void {
  const course = commands.map(({ command }) => command.type).join(' ')
  if (!isOver(end)) throw new Error(`not over: ${course}`)
  if (JSON.stringify(replay(defined, events)) !== JSON.stringify(end)) throw new Error(`replay: ${course}`)
  let before = 1
  for (const { data } of events) {
    const isLawful = (mayFollow[before] ?? [before]).includes(data.nationalStatus)
    if (!isLawful) throw new Error(`status ${before} → ${data.nationalStatus}: ${course}`)
    before = data.nationalStatus
  }
  const isOpen = end.facts.standstills.some(({ toAt }) => toAt === undefined)
  const isStopped = end.configuration.includes('clock.stopped')
  const isPromised = events.some(({ type }) => type === 'appointment.set')
  const isReceived = end.facts.receivedAt !== undefined
  // Where the law sets no term nothing has to be promised; an officer may promise something all the same.
  const isKept = isPromised === isReceived || (isReceived && !isCounted(defined))
  if (isOpen || !isStopped || !isKept) throw new Error(`clock: ${course}`)
}

/**
 * Generates all paths that a filter admits and walks them: each ends in a final state, gives the same case from its
 * events, has one status at every moment that only changes as the portal allows, and a clock in step with the case.
 *
 * @throws at the first path on which something does not hold.
 */
export function walkPaths(defined: DefinedProcess, options: ExploreOptions): PathFigures {
  const exploration = exploreProcess(defined, options)
  checkSituations(exploration)
  const paths = generatePaths(defined, { ...options, exploration })
  for (const path of paths) checkPath(defined, path)
  const { situations, passages } = exploration
  return { situations: situations.size, arrows: passages.length, paths: paths.length, isCut: false }
}

/** Whether the law sets a term at all. */
function isCounted({ definition }: DefinedProcess): boolean {
  return definition.term.kind !== 'none'
}
