/**
 * Checking signatures by `node:crypto`; chosen by the `imports` of package.json where there is Node.
 *
 * @module
 */
import { constants, createPublicKey, verify } from 'node:crypto'
import type { OpenVerifyKey } from './verifier.ts'

/** Opens a public key. */
export const openVerifyKey: OpenVerifyKey = (spki, { scheme, digest, saltBytes }) => {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    const isEdwards = scheme === 'ed25519' || scheme === 'ed448'
    const padding =
      scheme === 'rsa-pss'
        ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltBytes }
        : { padding: constants.RSA_PKCS1_PADDING }
    const options =
      scheme === 'ecdsa'
        ? ({ key, dsaEncoding: 'ieee-p1363' } as const)
        : scheme === 'ed25519'
          ? key
          : { key, ...padding }
    const digestName = isEdwards ? null : digest
    return (message, signature) => {
      try {
        return verify(digestName, message, options, signature)
      } catch {
        // A salt longer than the key allows, for one: no valid signature.
        return false
      }
    }
  } catch {
    return undefined
  }
}
