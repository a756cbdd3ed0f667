import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readDer } from '../../src/pki/der/read-der.ts'
import { createSignatureVerifier, type SignatureAlgorithm, verifySignature } from '../../src/pki/index.ts'
import { type PublicKey, readPublicKey } from '../../src/pki/public-key.ts'
import { openVerifyKey as openByWeb } from '../../src/verifier-web.ts'

const message = new TextEncoder().encode('quyết định giải quyết thủ tục')

/** A public key as facts. */
const factsOf = (key: KeyObject) =>
  readPublicKey(readDer(new Uint8Array(key.export({ type: 'spki', format: 'der' })), 'public key'))

/** A key, an algorithm, what OpenSSL needs to sign with them, and whether browsers can check it. */
interface Sample {
  readonly name: string
  readonly algorithm: SignatureAlgorithm
  readonly keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject }
  readonly options?: object
  readonly isForWeb: boolean
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
const dsa = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 })
const pssOptions = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 }
const curve = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })
const curves = [
  'prime256v1',
  'secp384r1',
  'secp521r1',
  'secp256k1',
  'brainpoolP256r1',
  'brainpoolP384r1',
  'brainpoolP512r1',
]
const edwards = { ed25519: generateKeyPairSync('ed25519'), ed448: generateKeyPairSync('ed448') }
const pssKeys = {
  modulusLength: 2048,
  hashAlgorithm: 'sha256',
  mgf1HashAlgorithm: 'sha1',
  saltLength: 20,
}
/** The types of Node take the salt's length for a text. */
const generate = generateKeyPairSync as unknown as (kind: string, options: object) => Sample['keys']

const samples: readonly Sample[] = [
  ...(['md5', 'sha1', 'sha224', 'sha256', 'sha3-256', 'sha3-512', 'sha512-256'] as const).map((digest) => ({
    name: `RSA PKCS #1 with ${digest}`,
    algorithm: { scheme: 'rsa-pkcs1' as const, digest },
    keys: rsa,
    isForWeb: digest === 'sha256' || digest === 'sha1',
  })),
  ...(['sha224', 'sha256', 'sha3-256'] as const).map((digest) => ({
    name: `RSA PSS with ${digest}`,
    algorithm: { scheme: 'rsa-pss' as const, digest, saltBytes: 20 },
    keys: rsa,
    options: pssOptions,
    isForWeb: digest === 'sha256',
  })),
  ...(['sha1', 'sha256'] as const).map((digest) => ({
    name: `DSA with ${digest}`,
    algorithm: { scheme: 'dsa' as const, digest },
    keys: dsa,
    isForWeb: false,
  })),
  ...curves.flatMap((name) =>
    (['sha256', 'sha3-256', 'sha224', 'sha512'] as const).map((digest) => ({
      name: `ECDSA on ${name} with ${digest}`,
      algorithm: { scheme: 'ecdsa' as const, digest },
      keys: curve(name),
      isForWeb: true,
    })),
  ),
  ...(['ed25519', 'ed448'] as const).map((scheme) => ({
    name: scheme,
    algorithm: { scheme, digest: scheme === 'ed448' ? ('shake256' as const) : ('sha512' as const) },
    keys: edwards[scheme],
    isForWeb: true,
  })),
]

/** Signs with OpenSSL. */
function signSample({ algorithm, keys, options }: Sample): Uint8Array {
  const digest = algorithm.scheme.startsWith('ed') ? null : algorithm.digest
  return new Uint8Array(sign(digest, message, { key: keys.privateKey, ...options }))
}

const named = samples.map((sample) => [sample.name, sample] as const)
const checkOf = (sample: Sample) => ({
  algorithm: sample.algorithm,
  publicKey: factsOf(sample.keys.publicKey),
  message,
  signature: signSample(sample),
})

/** What the engine of browsers says, asked as the verifier asks it; ECDSA signed without DER. */
async function askWeb(sample: Sample, text: Uint8Array): Promise<boolean | undefined> {
  const { scheme, digest, saltBytes = 0, maskDigest } = sample.algorithm
  const { spki, keyBytes, curveOid = '' } = factsOf(sample.keys.publicKey)
  const options = { ...sample.options, ...(scheme === 'ecdsa' ? { dsaEncoding: 'ieee-p1363' } : {}) }
  const use = { scheme, digest, saltBytes, maskDigest, curveOid: scheme === 'ecdsa' ? curveOid : '' }
  return (await openByWeb({ spki, keyBytes }, use))?.(text, signSample({ ...sample, options }))
}

describe('what it gives', () => {
  it.each(named)('checks in Node what OpenSSL signed: %s', async (_, sample) => {
    expect(await verifySignature(checkOf(sample))).toBe('valid')
  })

  it.each(named)('checks in browsers what WebCrypto or noble-curves know: %s', async (_, sample) => {
    expect(await askWeb(sample, message)).toBe(sample.isForWeb ? true : undefined)
  })

  it('checks RSASSA-PSS whose mask has another digest', async () => {
    const keys = generate('rsa-pss', pssKeys)
    const algorithm = { scheme: 'rsa-pss', digest: 'sha256', maskDigest: 'sha1', saltBytes: 20 } as const
    const check = checkOf({ name: '', algorithm, keys, options: pssOptions, isForWeb: false })
    expect(await verifySignature(check)).toBe('valid')
    const plain = { scheme: 'rsa-pss', digest: 'sha256', saltBytes: 20 } as const
    expect(await verifySignature({ ...check, algorithm: plain })).toBe('invalid')
    expect(await askWeb({ name: '', algorithm, keys, options: pssOptions, isForWeb: false }, message)).toBe(
      undefined,
    )
  })
})

describe('what it refuses', () => {
  it.each(named)('another message: %s', async (_, sample) => {
    const check = checkOf(sample)
    expect(await verifySignature({ ...check, message: Uint8Array.of(...message, 1) })).toBe('invalid')
    if (sample.isForWeb) expect(await askWeb(sample, message.slice(1))).toBe(false)
  })

  it('a signature with PKCS #1 padding by a key for PSS alone', async () => {
    const check = checkOf(samples[3] as Sample)
    const publicKey: PublicKey = { ...check.publicKey, isPssOnly: true }
    expect(await verifySignature({ ...check, publicKey })).toBe('unsupported')
  })
})

describe('edges', () => {
  it('says nothing of a key of another kind, a curve nobody named, a DSA key without parameters', async () => {
    const signature = new Uint8Array(8)
    const algorithm = { scheme: 'dsa', digest: 'sha256' } as const
    const ask = (publicKey: PublicKey, scheme: SignatureAlgorithm['scheme'] = 'dsa') =>
      verifySignature({ algorithm: { ...algorithm, scheme }, publicKey, message, signature })
    expect(await ask(factsOf(rsa.publicKey))).toBe('unsupported')
    expect(await ask({ ...factsOf(dsa.publicKey), bits: undefined })).toBe('unsupported')
    const odd = { ...factsOf(curve('brainpoolP320r1').publicKey), bits: undefined }
    expect(await ask(odd, 'ecdsa')).toBe('unsupported')
  })

  it('says nothing of SHAKE256 outside Ed448, whose length OpenSSL does not let one choose', async () => {
    const algorithm = { scheme: 'ecdsa', digest: 'shake256' } as const
    const signature = Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1)
    const publicKey = factsOf(curve('prime256v1').publicKey)
    expect(await verifySignature({ algorithm, publicKey, message, signature })).toBe('unsupported')
  })

  it('takes octets that are no signature for an invalid one', async () => {
    const verify = createSignatureVerifier()
    const octets = [new Uint8Array(0), new Uint8Array(300).fill(255), Uint8Array.of(48, 3, 2, 1)]
    for (const { name, algorithm, keys } of samples) {
      for (const signature of octets) {
        const outcome = await verify({ algorithm, publicKey: factsOf(keys.publicKey), message, signature })
        expect([name, outcome]).toEqual([name, 'invalid'])
      }
    }
  })

  it('opens no point that lies on no curve in browsers', async () => {
    const use = { scheme: 'ecdsa', digest: 'sha3-256', saltBytes: 0, maskDigest: undefined } as const
    const keyBytes = new Uint8Array(65).fill(4)
    const key = { spki: new Uint8Array(3), keyBytes }
    expect(await openByWeb(key, { ...use, curveOid: '1.2.840.10045.3.1.7' })).toBeUndefined()
    expect(await openByWeb(key, { ...use, curveOid: '1.2.3' })).toBeUndefined()
  })
})
