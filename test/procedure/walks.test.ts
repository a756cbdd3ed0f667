import { describe, expect, it } from 'vitest'
import { walkedProcesses } from '../kit/processes.ts'
import { newTally, walkAtRandom } from '../kit/random-walk.ts'

describe('what it must not touch', () => {
  it.each(walkedProcesses().map((defined) => [defined.definition.id, defined] as const))(
    'keeps every invariant of %s on random walks, and is the same case after a restart at every point',
    (_id, defined) => {
      const tally = newTally()
      walkAtRandom(defined, { numRuns: 6, maxCommands: 40, tally })
      expect(tally.walks).toBeGreaterThanOrEqual(6)
      expect(tally.restarts).toBeGreaterThan(40)
    },
  )
})
