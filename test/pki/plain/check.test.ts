import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readDer } from '../../../src/pki/der/read-der.ts'
import type { SignatureAlgorithm } from '../../../src/pki/index.ts'
import { createSignatureVerifier } from '../../../src/pki/index.ts'
import { checkPlainly } from '../../../src/pki/plain/check.ts'
import { readPublicKey } from '../../../src/pki/public-key.ts'

const message = new TextEncoder().encode('quyết định giải quyết thủ tục')

/** A public key as facts. */
const factsOf = (key: KeyObject) =>
  readPublicKey(readDer(new Uint8Array(key.export({ type: 'spki', format: 'der' })), 'public key'))

/** A key, an algorithm and how OpenSSL signs with them. */
interface Sample {
  readonly name: string
  readonly algorithm: SignatureAlgorithm
  readonly keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
  readonly digest: string
  readonly options?: object
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
const dsa = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 })
const curve = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 }

const samples: Sample[] = [
  ...(['md5', 'sha224', 'sha256', 'sha3-256', 'sha3-512', 'sha512-256'] as const).map((digest) => ({
    name: `rsa-pkcs1 ${digest}`,
    algorithm: { scheme: 'rsa-pkcs1' as const, digest },
    keys: rsa,
    digest,
  })),
  ...(['sha224', 'sha256', 'sha3-256'] as const).map((digest) => ({
    name: `rsa-pss ${digest}`,
    algorithm: { scheme: 'rsa-pss' as const, digest, saltBytes: 20 },
    keys: rsa,
    digest,
    options: pss,
  })),
  ...(['sha1', 'sha256'] as const).map((digest) => ({
    name: `dsa ${digest}`,
    algorithm: { scheme: 'dsa' as const, digest },
    keys: dsa,
    digest,
  })),
  ...[
    'prime256v1',
    'secp384r1',
    'secp521r1',
    'secp256k1',
    'brainpoolP256r1',
    'brainpoolP384r1',
    'brainpoolP512r1',
  ].map((name) => ({
    name: `ecdsa ${name} with SHA-3`,
    algorithm: { scheme: 'ecdsa' as const, digest: 'sha3-256' as const },
    keys: curve(name),
    digest: 'sha3-256',
  })),
]

/** Signs with OpenSSL. */
const signSample = ({ keys, digest, options }: Sample) =>
  new Uint8Array(sign(digest, message, { key: keys.privateKey, ...options }))

describe('what it gives', () => {
  it.each(samples.map((sample) => [sample.name, sample] as const))(
    'checks what OpenSSL signed: %s',
    (_, sample) => {
      const { algorithm, keys } = sample
      const check = { algorithm, publicKey: factsOf(keys.publicKey), message, signature: signSample(sample) }
      expect(checkPlainly(check)).toBe('valid')
    },
  )
  it('serves the verifier where the engine cannot', async () => {
    const verify = createSignatureVerifier()
    for (const sample of samples) {
      const { algorithm, keys } = sample
      const check = { algorithm, publicKey: factsOf(keys.publicKey), message, signature: signSample(sample) }
      expect([sample.name, await verify(check)]).toEqual([sample.name, 'valid'])
    }
  })
})

describe('what it refuses', () => {
  it.each(samples.map((sample) => [sample.name, sample] as const))(
    'refuses another message: %s',
    (_, sample) => {
      const { algorithm, keys } = sample
      const other = Uint8Array.of(...message, 1)
      const check = {
        algorithm,
        publicKey: factsOf(keys.publicKey),
        message: other,
        signature: signSample(sample),
      }
      expect(checkPlainly(check)).toBe('invalid')
    },
  )
  it('says that a key of another kind is none it can use', () => {
    const check = {
      algorithm: { scheme: 'dsa', digest: 'sha256' } as const,
      publicKey: factsOf(rsa.publicKey),
    }
    expect(checkPlainly({ ...check, message, signature: new Uint8Array(8) })).toBe('unsupported')
  })
})

describe('edges', () => {
  it('takes octets that are no signature for an invalid one', () => {
    for (const { algorithm, keys } of samples) {
      for (const signature of [
        new Uint8Array(0),
        new Uint8Array(300).fill(255),
        Uint8Array.of(48, 3, 2, 1),
      ]) {
        expect(checkPlainly({ algorithm, publicKey: factsOf(keys.publicKey), message, signature })).toBe(
          'invalid',
        )
      }
    }
  })
})
