/**
 * The four baseline levels and what each needs.
 *
 * @module
 */
import { MotcuaError } from '../errors.ts'
import type { RevocationSource } from './gather.ts'
import { messages } from './messages.ts'
import type { TimestampSource } from './request-timestamp.ts'

/** The levels of PAdES baseline signatures (EN 319 142-1, 6). */
export type PadesLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'

/** The levels from the lowest to the highest. */
export const padesLevels: readonly PadesLevel[] = ['B-B', 'B-T', 'B-LT', 'B-LTA']

/** Where timestamps and revocation data come from. */
export interface LevelSources {
  /** Needed from B-T on. */
  readonly timestamp?: TimestampSource
  /** Needed from B-LT on; at any level, a signer whose certificate it calls revoked is refused before signing. */
  readonly revocation?: RevocationSource
}

/** Tells whether a level includes another. */
export function reaches(level: PadesLevel, wanted: PadesLevel): boolean {
  return padesLevels.indexOf(level) >= padesLevels.indexOf(wanted)
}

/**
 * Refuses a level for which a source is missing.
 *
 * @throws MotcuaError `pades/missing-source`
 */
export function requireSources(level: PadesLevel, { timestamp, revocation }: LevelSources): void {
  if (reaches(level, 'B-T') && timestamp === undefined) {
    throw new MotcuaError(messages, 'pades/missing-source', { level, source: 'timestamp' })
  }
  if (reaches(level, 'B-LT') && revocation === undefined) {
    throw new MotcuaError(messages, 'pades/missing-source', { level, source: 'revocation' })
  }
}
