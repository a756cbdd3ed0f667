/**
 * Recognises the attacks of the literature on signed PDFs by name.
 *
 * @module
 */
import { isMotcuaError } from '../../errors.ts'
import type { RecognisedAttack } from '../difference/change.ts'
import { recogniseAppended } from './appended.ts'
import { recogniseCertified } from './certified.ts'
import type { AttackFacts } from './facts.ts'
import { recogniseForgery } from './forgery.ts'
import { recognisePreparation } from './prepared.ts'
import { recogniseRedrawn } from './redrawn.ts'
import { recogniseShadow } from './shadow.ts'
import { recogniseWrapping } from './wrapping.ts'

/** All recognisers; each looks for one family. */
const recognisers = [
  recogniseForgery,
  recogniseWrapping,
  recogniseAppended,
  recogniseShadow,
  recogniseRedrawn,
  recogniseCertified,
  recognisePreparation,
] as const

/** Runs one recogniser; what cannot be read shows nothing that could be recognised. */
function tryRecognise(recognise: (facts: AttackFacts) => RecognisedAttack[], facts: AttackFacts) {
  try {
    return recognise(facts)
  } catch (error) {
    if (isMotcuaError(error)) return []
    throw error
  }
}

/**
 * Recognises attacks on one signature.
 *
 * Where one was carried out, what lies ready for another is not mentioned.
 */
export function recogniseAttacks(facts: AttackFacts): RecognisedAttack[] {
  const found = recognisers.flatMap((recognise) => tryRecognise(recognise, facts))
  const carriedOut = found.filter(({ stage }) => stage === 'carried-out')
  return carriedOut.length > 0 ? carriedOut : found
}
