import { commandTable } from '../../src/procedure/index.ts'
import { walkedProcesses } from '../kit/processes.ts'
import { newTally, type Tally, walkAtRandom } from '../kit/random-walk.ts'

const RUNS = 200
const MAX_COMMANDS = 100

/** Counts, most frequent first. */
function listed(counts: ReadonlyMap<string | number, number>): string {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ')
}

function say(tally: Tally): void {
  const { walks, commands, refused, repeated, restarts, timers, migrations, closed, moved, refusals } = tally
  console.log(`walks ${walks}, ended ${closed}, years ${[...tally.years].sort().join(' ')}`)
  console.log(`commands ${commands}, refused ${refused}, repeated ids ${repeated}, timers fired ${timers}`)
  console.log(`restarts (text and events, after every command) ${restarts}, migrations ${migrations}`)
  console.log(`\nmoved: ${listed(moved)}`)
  console.log(`\nstatuses: ${listed(tally.statuses)}`)
  console.log(`\nrefusals: ${listed(refusals)}`)
}

/**
 * Walks every built-in process at random, with the real calendar and clock: after every command the status is that of
 * the configuration and of the model, clock and promise agree, a refusal changes nothing and says what is allowed, a
 * repeated id does nothing, and the case from its text and from its events is the same, byte for byte.
 */
export async function run(): Promise<void> {
  const tally = newTally()
  for (const [index, defined] of walkedProcesses().entries()) {
    walkAtRandom(defined, { numRuns: RUNS, maxCommands: MAX_COMMANDS, tally, seed: 20261122 + index })
    console.log(`${defined.definition.id}@${defined.definition.version}: ${RUNS} walks, every invariant kept`)
  }
  console.log('')
  say(tally)
  const never = Object.keys(commandTable).filter((type) => type !== 'case.open' && !tally.moved.has(type))
  if (never.length > 0) throw new Error(`never taken: ${never.join(', ')}`)
}
