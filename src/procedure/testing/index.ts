/**
 * Testing one's own processes: a clock that stands still, commands that fit, and every path to its end.
 *
 * @module
 */
export {
  courseCommands,
  type Exploration,
  type ExploreOptions,
  exploreProcess,
  type Passage,
  type Situation,
  situationKey,
} from './explore.ts'
export { type FakeClock, fakeClock } from './fake-clock.ts'
export {
  arrowNameOf,
  findTraps,
  generatePairPaths,
  generatePaths,
  isOver,
  type PathOptions,
  type ProcessPath,
  pairsOn,
} from './generate-paths.ts'
export { type SampleContext, sampleCommands, type TimedCommand } from './sample-commands.ts'
