/**
 * Conformance of what really happened with the process: order, times, waits, and the ISO quality record.
 *
 * @module
 */
export {
  type Conformance,
  checkConformance,
  findQuantile,
  type StepStatistics,
  writeQualityRecord,
} from './check-conformance.ts'
export { checkNotices } from './check-notices.ts'
export { type ReadLog, readRunsFromCsv, readRunsFromEvents, type StepRun } from './read-log.ts'
