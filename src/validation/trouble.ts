/**
 * What keeps a certificate, a timestamp or a signature from being good.
 *
 * @module
 */
import type { Instant } from '../date.ts'
import type { SubIndication } from './verdict.ts'

/** Why something does not hold. */
export interface Trouble {
  readonly subIndication: SubIndication
  /** The moment that decides: of revocation, of expiry, of the last day of an algorithm. */
  readonly since: Instant | undefined
}

/** A trouble without a moment that decides. */
export function troubleOf(subIndication: SubIndication, since?: Instant): Trouble {
  return { subIndication, since }
}
