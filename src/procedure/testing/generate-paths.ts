/**
 * Paths through a process: every arrow that can be taken, each on a way that ends.
 *
 * @module
 */
import { fromEpochMs, type Instant, toEpochMs } from '../../date.ts'
import type { UnsealedEvent } from '../../dossier/history/index.ts'
import type { DossierCase } from '../case/facts.ts'
import type { CaseCommand } from '../commands.ts'
import { decide, type Moved } from '../decide.ts'
import type { DefinedProcess } from '../define.ts'
import {
  asInForce,
  type Exploration,
  type ExploreOptions,
  exploreProcess,
  type Passage,
  type Situation,
} from './explore.ts'
import type { TimedCommand } from './sample-commands.ts'

/** One way through a process, walked. */
export interface ProcessPath {
  readonly commands: readonly TimedCommand[]
  readonly events: readonly UnsealedEvent[]
  /** The case at the end; it is over unless the filter leaves no way on. */
  readonly end: DossierCase
}

/** Time between two commands of a path. */
const STEP_MINUTES = 10

/** When the next command of a path is given: ten minutes on, or when the case's timer for it has come. */
function nextMoment(before: Moved | undefined, lastAt: Instant, command: CaseCommand): Instant {
  const soon = fromEpochMs(toEpochMs(lastAt) + STEP_MINUTES * 60_000)
  const timer = before?.nextInstants.find((one) => one.command === command.type)
  return timer && timer.at > soon ? timer.at : soon
}

/** Gives the commands of a path one after another, each at its moment and under an id of its own. */
function walk(defined: DefinedProcess, path: readonly TimedCommand[], options: ExploreOptions): ProcessPath {
  const commands: TimedCommand[] = []
  const events: UnsealedEvent[] = []
  let before: Moved | undefined
  for (const [index, { at, command: planned }] of path.entries()) {
    const command = { ...planned, commandId: `t${index + 1}` }
    const moment = index === 0 ? at : nextMoment(before, commands[index - 1]?.at ?? at, command)
    const subject = index === 0 ? asInForce(defined, at) : defined
    const decision = decide(subject, before?.dossierCase, command, { at: moment, calendar: options.calendar })
    if (decision.kind === 'refused')
      throw new Error(`${command.type} was refused on its path: ${decision.message.en}`)
    commands.push({ at: moment, command })
    events.push(...decision.events)
    before = decision
  }
  if (before === undefined) throw new Error('a path has at least the opening')
  return { commands, events, end: before.dossierCase }
}

/** Tells whether a case is over: refused, withdrawn, stopped or archived. */
export function isOver(dossierCase: DossierCase): boolean {
  return dossierCase.facts.phase === 'closed'
}

/** For each situation, the passage that leads to an end by the fewest commands. */
function findWaysOut({ situations, passages }: Exploration): ReadonlyMap<string, Passage> {
  const back = new Map<string, Passage[]>()
  for (const passage of passages) back.set(passage.to, [...(back.get(passage.to) ?? []), passage])
  const ways = new Map<string, Passage>()
  const todo = [...situations.values()].filter(({ dossierCase }) => isOver(dossierCase)).map(({ key }) => key)
  const ends = new Set(todo)
  for (let index = 0; index < todo.length; index += 1) {
    for (const passage of back.get(todo[index] as string) ?? []) {
      if (ends.has(passage.from) || ways.has(passage.from)) continue
      ways.set(passage.from, passage)
      todo.push(passage.from)
    }
  }
  return ways
}

/** Situations from which no command of the filter leads to an end. */
export function findTraps(exploration: Exploration): readonly Situation[] {
  const ways = findWaysOut(exploration)
  return [...exploration.situations.values()].filter(
    ({ key, dossierCase }) => !isOver(dossierCase) && !ways.has(key),
  )
}

/**
 * Generates paths that together take every arrow the filter admits, each carried on to an end.
 *
 * An arrow that lies on an earlier path gets none of its own.
 *
 * @example
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { registerCopies } from 'motcua/procedure'
 * import { generatePaths, isOver } from 'motcua/procedure/testing'
 * const paths = generatePaths(registerCopies, { calendar: buildWorkingCalendar() })
 * paths.every(({ end }) => isOver(end)) // true
 */
export function generatePaths(defined: DefinedProcess, options: ExploreOptions): readonly ProcessPath[] {
  const exploration = exploreProcess(defined, options)
  const ways = findWaysOut(exploration)
  const taken = new Set<Passage>()
  const paths: ProcessPath[] = []
  const first = new Map(exploration.passages.map((passage) => [`${passage.from} ${passage.to}`, passage]))
  for (const passage of exploration.passages) {
    if (taken.has(passage)) continue
    const from = exploration.situations.get(passage.from)
    if (from === undefined) continue
    const commands = [...from.commands, passage.timed]
    taken.add(passage)
    let here = exploration.situations.get(passage.to)
    for (let way = ways.get(passage.to); way && here && !isOver(here.dossierCase); way = ways.get(way.to)) {
      commands.push(way.timed)
      taken.add(way)
      taken.add(first.get(`${way.from} ${way.to}`) ?? way)
      here = exploration.situations.get(way.to)
    }
    paths.push(walk(defined, commands, options))
  }
  return paths
}
