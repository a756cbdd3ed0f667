import { createPrivateKey, createSign, privateEncrypt } from 'node:crypto'
import type { TestIdentity } from '../../src/adapters/test-authority.ts'

const sha256Info = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** Signs a digest as a service does that never sees the document: PKCS #1 v1.5 over a SHA-256 that came from outside. */
export function signDigest({ pkcs8 }: TestIdentity, digest: Uint8Array): Buffer {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return privateEncrypt({ key }, Buffer.concat([sha256Info, digest]))
}

/** Signs something else with the same key: what a service gives that mixed up two requests. */
export function signOther({ pkcs8 }: TestIdentity): Buffer {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return createSign('sha256').update('khác').sign(key)
}
