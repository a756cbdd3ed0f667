/**
 * Errors, findings, dates, text and the version: the floor on which the rooms stand.
 *
 * The work is done behind doors of their own, so that nobody pays for what they do not use.
 *
 * @module
 */
export type { ByteSource } from './bytes.ts'
export {
  addDays,
  type Clock,
  dateOfInstant,
  fromEpochMs,
  type Instant,
  type IsoDate,
  instant,
  instantAt,
  isInstant,
  isIsoDate,
  isoDate,
  toEpochMs,
  toWeekday,
} from './date.ts'
export {
  type ErrorCode,
  type ErrorTable,
  isMotcuaError,
  type Language,
  type LocalizedText,
  MotcuaError,
} from './errors.ts'
export type { Finding, FindingSeverity } from './finding.ts'
export { canonicalJson, createHasher, type HashAlgorithm, type Hasher, hashJson } from './hash.ts'
export { compareText, composeText, foldText } from './text.ts'
export { version } from './version.ts'
