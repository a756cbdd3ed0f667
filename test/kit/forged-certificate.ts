import { fromCryptoKey } from 'motcua/pki'
import type { TestIdentity } from '../../src/adapters/test-authority.ts'

/** ecdsa-with-SHA256 as DER writes it. */
const ECDSA_SHA256 = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]

/** Names an algorithm that nobody knows in place of the one that signed, and spoils the signature value. */
function forge(certificate: Uint8Array): Uint8Array {
  const der = certificate.slice()
  for (let start = 0; start < der.length - 10; start += 1) {
    if (ECDSA_SHA256.every((octet, index) => der[start + index] === octet)) der[start + 9] = 0x63
  }
  der[der.length - 5] = (der[der.length - 5] ?? 0) ^ 1
  return der
}

/** An identity whose own certificate its issuer never signed: nothing can compute the signature it claims to bear. */
export function forgeIdentity(identity: TestIdentity): TestIdentity {
  const certificate = forge(identity.certificate)
  const chain = [certificate, ...identity.chain.slice(1)]
  const signer = fromCryptoKey(identity.privateKey, { algorithm: identity.signer.algorithm, chain })
  return { ...identity, certificate, chain, signer }
}
