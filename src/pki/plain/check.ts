/**
 * Signatures that the engine cannot check, checked by hand: other digests, parameters, curves, and DSA.
 *
 * @module
 */
import { isMotcuaError } from '../../errors.ts'
import type { SignatureAlgorithm } from '../algorithms.ts'
import type { PublicKey } from '../public-key.ts'
import { checkDsa } from './dsa.ts'
import { checkEcdsa } from './ecdsa.ts'
import { checkRsa } from './rsa.ts'

/** What is to be checked. */
interface PlainCheck {
  readonly algorithm: SignatureAlgorithm
  readonly publicKey: PublicKey
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

/** Chooses the way; `undefined` where there is none. */
function checkBySchemes({ algorithm, publicKey, ...signed }: PlainCheck): boolean | undefined {
  if (publicKey.kind === 'rsa' && algorithm.scheme === 'rsa-pkcs1' && publicKey.isPssOnly) return undefined
  const isRsa = algorithm.scheme === 'rsa-pkcs1' || algorithm.scheme === 'rsa-pss'
  if (publicKey.kind === 'rsa' && isRsa) return checkRsa(algorithm, publicKey.keyBytes, signed)
  if (publicKey.kind === 'dsa' && algorithm.scheme === 'dsa') return checkDsa(algorithm, publicKey, signed)
  if (publicKey.kind === 'ec' && algorithm.scheme === 'ecdsa') return checkEcdsa(algorithm, publicKey, signed)
  return undefined
}

/** Checks a signature without the engine; what is no signature at all is not valid. */
export function checkPlainly(check: PlainCheck): 'valid' | 'invalid' | 'unsupported' {
  try {
    const isValid = checkBySchemes(check)
    return isValid === undefined ? 'unsupported' : isValid ? 'valid' : 'invalid'
  } catch (error) {
    if (isMotcuaError(error, 'pki/malformed')) return 'invalid'
    throw error
  }
}
