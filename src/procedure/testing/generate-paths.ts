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
import { sampleCommands, type TimedCommand } from './sample-commands.ts'

/** One way through a process, walked. */
export interface ProcessPath {
  readonly commands: readonly TimedCommand[]
  readonly events: readonly UnsealedEvent[]
  /** The case at the end; it is over unless the filter leaves no way on. */
  readonly end: DossierCase
}

/** How far to walk, or what was reached already with the same options. */
export interface PathOptions extends ExploreOptions {
  readonly exploration?: Exploration
}

/** Time between two commands of a path. */
const STEP_MINUTES = 10

/** Commands whose data hold a moment that depends on the way there: they are made anew on each path. */
const dated: ReadonlySet<string> = new Set(['appointment.re-appoint', 'case.correct', 'deadline.warn'])

/** The next command of a path: ten minutes on, or when the case's timer for it has come. */
function nextCommand(
  defined: DefinedProcess,
  { dossierCase, nextInstants }: Moved,
  { at: lastAt, planned }: { readonly at: Instant; readonly planned: CaseCommand },
): TimedCommand {
  const soon = fromEpochMs(toEpochMs(lastAt) + STEP_MINUTES * 60_000)
  if (dated.has(planned.type)) {
    const name = arrowNameOf(planned)
    const made = sampleCommands({ defined, dossierCase, at: soon, nextInstants })
    const fresh = made.find(({ command }) => arrowNameOf(command) === name)
    if (fresh) return fresh
  }
  const timer = nextInstants.find((one) => one.command === planned.type)
  return { at: timer && timer.at > soon ? timer.at : soon, command: planned }
}

/** Gives the commands of a path one after another, each at its moment and under an id of its own. */
function walk(defined: DefinedProcess, path: readonly TimedCommand[], options: ExploreOptions): ProcessPath {
  const commands: TimedCommand[] = []
  const events: UnsealedEvent[] = []
  let before: Moved | undefined
  for (const [index, first] of path.entries()) {
    const last = { at: commands[index - 1]?.at ?? first.at, planned: first.command }
    const { at: moment, command: planned } = before === undefined ? first : nextCommand(defined, before, last)
    const command = { ...planned, commandId: `t${index + 1}` }
    const subject = index === 0 ? asInForce(defined, first.at) : defined
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
export function generatePaths(defined: DefinedProcess, options: PathOptions): readonly ProcessPath[] {
  const exploration = options.exploration ?? exploreProcess(defined, options)
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

/** The data that tell the arrows of one command apart. */
const telling = [
  ...['step', 'to', 'outcome', 'consultation', 'leg', 'moment', 'found', 'what', 'signing', 'direction'],
  'kind',
] as const

/**
 * Names the arrow that a command takes, such as `step.complete appraise`.
 *
 * @example
 * import { arrowNameOf } from 'motcua/procedure/testing'
 * arrowNameOf({ type: 'leg.finish', data: { leg: 'card', outcome: 'done', note: 'x' } }) // 'leg.finish done card'
 */
export function arrowNameOf({ type, data }: Pick<CaseCommand, 'type' | 'data'>): string {
  const after = type === 'case.correct' && data.what === 'step' ? [data.after] : []
  const words = [
    ...telling.map((key) => data[key]),
    ...after,
    type === 'clock.pause' ? data.reason : undefined,
  ]
  return [type, ...words.filter((word) => word !== undefined)].join(' ')
}

/** The pairs of arrows that follow one another on a path. */
export function pairsOn({ commands }: Pick<ProcessPath, 'commands'>): readonly string[] {
  const names = commands.map(({ command }) => arrowNameOf(command))
  return names.slice(1).map((name, index) => `${names[index]} > ${name}`)
}

/** One passage for each arrow, by the situation on one side of it. */
function groupByArrow(
  passages: readonly Passage[],
  side: 'from' | 'to',
): ReadonlyMap<string, ReadonlyMap<string, Passage>> {
  const groups = new Map<string, Map<string, Passage>>()
  for (const passage of passages) {
    const group = groups.get(passage[side]) ?? new Map<string, Passage>()
    const name = arrowNameOf(passage.timed.command)
    if (!group.has(name)) group.set(name, passage)
    groups.set(passage[side], group)
  }
  return groups
}

/**
 * Generates paths on which every two arrows that can follow one another do so, each carried on to an end.
 *
 * @param known - Pairs that need no path, as `pairsOn` names them.
 *
 * @example
 * import { buildWorkingCalendar } from 'motcua/calendar'
 * import { registerCopies } from 'motcua/procedure'
 * import { generatePairPaths, pairsOn } from 'motcua/procedure/testing'
 * const commands = (type: string) => /^(dossier|intake\.begin|step\.complete|result|case\.archive)/.test(type)
 * const paths = generatePairPaths(registerCopies, { calendar: buildWorkingCalendar(), commands })
 * paths.flatMap(pairsOn).includes('dossier.submit > intake.begin') // true
 */
export function generatePairPaths(
  defined: DefinedProcess,
  options: PathOptions,
  known: ReadonlySet<string> = new Set(),
): readonly ProcessPath[] {
  const exploration = options.exploration ?? exploreProcess(defined, options)
  const ways = findWaysOut(exploration)
  const into = groupByArrow(exploration.passages, 'to')
  const outOf = groupByArrow(exploration.passages, 'from')
  const walked = new Set(known)
  const paths: ProcessPath[] = []
  for (const [key, arriving] of into) {
    for (const [first, one] of arriving) {
      for (const [second, other] of outOf.get(key) ?? []) {
        if (walked.has(`${first} > ${second}`)) continue
        const before = exploration.situations.get(one.from)?.commands ?? []
        const planned = [...before, one.timed, other.timed, ...wayOut(exploration, ways, other)]
        const path = walk(defined, planned, options)
        paths.push(path)
        for (const pair of pairsOn(path)) walked.add(pair)
      }
    }
  }
  return paths
}

/** The commands from the end of a passage to an end of the case. */
function wayOut(
  { situations }: Exploration,
  ways: ReadonlyMap<string, Passage>,
  passage: Passage,
): readonly TimedCommand[] {
  const commands: TimedCommand[] = []
  let here = situations.get(passage.to)
  for (let way = ways.get(passage.to); way && here && !isOver(here.dossierCase); way = ways.get(way.to)) {
    commands.push(way.timed)
    here = situations.get(way.to)
  }
  return commands
}
