/**
 * The chain of a case's events: sealing them, erasing personal data from them, and checking them.
 *
 * @module
 */
import { concatBytes, readHex, writeHex, writeUtf8 } from '../../bytes.ts'
import { canonicalJson, hashBytes, hashJson } from '../../hash.ts'
import type { Links, PersonalData, SealableEvent, SealedEvent } from './case-event.ts'

/** Gives `length` random bytes; only adapters have any. */
export type RandomBytes = (length: number) => Uint8Array

/** What the first event of a case links to. */
export const FIRST_PREV = '0'.repeat(64)

/** Random bytes before personal data, so that their hash cannot be guessed back. */
const SALT_BYTES = 16

/** Digests personal data with their salt: SHA-256(salt ‖ JCS(personal)). */
export function hashPersonal(personal: PersonalData, saltHex: string): string {
  return writeHex(hashBytes('sha256', concatBytes(readHex(saltHex), writeUtf8(canonicalJson(personal)))))
}

/** Digests an event: everything but `salt` and `hash`, with the hash of the personal data in their place. */
export function hashEvent(event: Omit<SealedEvent, 'hash' | 'salt' | 'personal'>): string {
  const { caseId, seq, type, at, actor, commandId, data, personalHash, prev } = event
  return hashJson({ caseId, seq, type, at, actor, commandId, data, personal: personalHash, prev })
}

/**
 * Links events that were decided to the history of their case.
 *
 * Adds `prev` and `hash`, and `salt` and `personalHash` where an event has personal data. The events are
 * not judged here: `decide` made them, and {@link verifyHistory} checks what claims to be a history.
 *
 * @param events - In order, continuing the history after `last`.
 * @param options - `last` is the newest event already stored; absent for a new case.
 *
 * @example
 * import { sealEvents, verifyHistory } from 'motcua/dossier/history'
 * import { instant } from 'motcua'
 * const actor = { id: 'u7', roles: ['reception'], unit: 'mot-cua', agency: 'H26.01' }
 * const begun = {
 *   caseId: 'c1', seq: 1, type: 'intake.begun', at: instant('2026-08-28T08:15'), actor, commandId: 'k1',
 *   data: { states: ['intake'], nationalStatus: 1 },
 * } as const
 * const events = sealEvents([begun], { randomBytes: (length) => new Uint8Array(length) })
 * events[0]?.hash.length // 64
 */
export function sealEvents<E extends SealableEvent>(
  events: readonly E[],
  options: { readonly last?: Pick<SealedEvent, 'hash'> | undefined; readonly randomBytes: RandomBytes },
): readonly (E & Links)[] {
  const sealed: (E & Links)[] = []
  let prev = options.last?.hash ?? FIRST_PREV
  for (const event of events) {
    const linked = { ...event, ...sealPersonal(event.personal, options.randomBytes), prev }
    const whole = { ...linked, hash: hashEvent(linked) }
    sealed.push(whole)
    prev = whole.hash
  }
  return sealed
}

/** Draws the salt of personal data and digests them; nothing where there are none. */
function sealPersonal(
  personal: PersonalData | undefined,
  randomBytes: RandomBytes,
): { salt?: string; personalHash?: string } {
  if (personal === undefined) return {}
  const salt = writeHex(randomBytes(SALT_BYTES))
  return { salt, personalHash: hashPersonal(personal, salt) }
}

/**
 * Takes the personal data and their salt out of an event; its hash, and the chain, stay what they were.
 *
 * @example
 * import { eraseEvent, sealEvents } from 'motcua/dossier/history'
 * import { instant } from 'motcua'
 * const actor = { id: 'u7', roles: ['applicant'], unit: 'portal', agency: 'H26.01' }
 * const [event] = sealEvents(
 *   [{ caseId: 'c1', seq: 1, type: 'intake.begun', at: instant('2026-08-28T08:15'), actor, commandId: 'k1',
 *      data: { states: ['intake'], nationalStatus: 1 }, personal: { note: 'văn bản mẫu' } }],
 *   { randomBytes: (length) => new Uint8Array(length) },
 * )
 * const erased = event && eraseEvent(event)
 * erased?.personal // undefined
 */
export function eraseEvent<E extends SealedEvent>(event: E): E {
  const { personal: _personal, salt: _salt, ...rest } = event
  return rest as E
}
