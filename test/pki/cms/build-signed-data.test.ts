import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SigningKeyType } from '../../../src/adapters/generate-keys.ts'
import { createTestAuthority, type TestAuthority } from '../../../src/adapters/test-authority.ts'
import { concatBytes } from '../../../src/bytes.ts'
import { instant } from '../../../src/date.ts'
import { hashBytes } from '../../../src/hash.ts'
import {
  addUnsignedAttributes,
  buildSignedAttributes,
  buildSignedData,
  checkSigner,
  countSignedDataBytes,
  readCertificate,
  readSignedData,
  type SignedAttributesInput,
  type Signer,
  writeSignatureTimestamp,
} from '../../../src/pki/index.ts'
import { outcomeOf } from '../../kit/outcome-of.ts'
import { pkiVector } from '../../kit/pki-vectors.ts'

const content = new TextEncoder().encode('quyết định')
let authority: TestAuthority

beforeAll(async () => {
  authority = await createTestAuthority({ now: () => instant('2026-11-20T08:00:00Z') })
})

type Extras = Omit<SignedAttributesInput, 'digestAlgorithm' | 'messageDigest' | 'signerCertificate'>

/** A detached CMS, built as PAdES builds it. */
async function sign({ algorithm, chain, ...signer }: Signer, extras: Extras = {}): Promise<Uint8Array> {
  const digestAlgorithm = algorithm.digest
  const messageDigest = hashBytes(digestAlgorithm, content)
  const signerCertificate = chain[0] ?? new Uint8Array(0)
  const signedAttributes = buildSignedAttributes({
    digestAlgorithm,
    messageDigest,
    signerCertificate,
    ...extras,
  })
  const signature = await signer.sign(signedAttributes)
  return buildSignedData({ signedAttributes, signature, algorithm, certificates: chain })
}

/** What is wrong with the one signer of a CMS. */
async function findingsOf(cms: Uint8Array, certificate: Uint8Array) {
  const { signers, contentType } = readSignedData(cms)
  const [signer] = signers
  if (signer?.digestAlgorithm.digest === undefined) throw new Error('no signer')
  const messageDigest = hashBytes(signer.digestAlgorithm.digest, content)
  return checkSigner(signer, { certificate: readCertificate(certificate), contentType, messageDigest })
}

describe('what it gives', () => {
  it.each<SigningKeyType>(['rsa-2048', 'p256', 'p384', 'p521', 'ed25519'])(
    'a CMS with a %s key that is DER throughout and holds',
    async (keyType) => {
      const { signer, certificate } = await authority.issue({ commonName: 'thử', keyType })
      const cms = await sign(signer, { withIssuerSerial: true })
      expect(readSignedData(cms)).toMatchObject({ isDer: true, areCertificatesSorted: true, paddingBytes: 0 })
      expect(await findingsOf(cms, certificate)).toEqual([])
    },
  )

  it('signs content-type, message-digest and signing-certificate-v2 and nothing else, least of all a time', async () => {
    const { signer } = await authority.issue({ commonName: 'thử' })
    const [facts] = readSignedData(await sign(signer)).signers
    expect(facts?.signedAttributes?.map(({ oid }) => oid).sort()).toEqual([
      '1.2.840.113549.1.9.16.2.47',
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
    ])
    expect(facts?.attributes.signingTime).toBeUndefined()
    expect(facts?.areSignedAttributesSorted).toBe(true)
  })

  it('leaves SHA-256 out of signing-certificate-v2, being DEFAULT, and names every other digest', async () => {
    const sha256 = await sign((await authority.issue({ commonName: 'a', keyType: 'p256' })).signer)
    const sha512 = await sign((await authority.issue({ commonName: 'b', keyType: 'p521' })).signer)
    const essOf = (cms: Uint8Array) =>
      readSignedData(cms).signers[0]?.signedAttributes?.find(({ oid }) => oid.endsWith('.47'))?.values[0]
    // SEQUENCE { SEQUENCE OF { SEQUENCE { OCTET STRING …: the hash comes first.
    expect(essOf(sha256)?.[6]).toBe(0x04)
    expect(essOf(sha512)?.[6]).toBe(0x30)
  })

  it('carries commitment, policy and claimed roles where they are asked for', async () => {
    const { signer, certificate } = await authority.issue({ commonName: 'thử' })
    const digest = new Uint8Array(32).fill(9)
    const cms = await sign(signer, {
      commitmentTypes: ['1.2.840.113549.1.9.16.6.5'],
      signaturePolicy: {
        oid: '1.3.6.1.4.1.32473.5',
        digestAlgorithm: 'sha256',
        digest,
        uri: 'http://motcua.test/p',
      },
      claimedRoles: ['Chủ tịch'],
    })
    const attributes = readSignedData(cms).signers[0]?.attributes
    expect(attributes?.commitmentTypes).toEqual(['1.2.840.113549.1.9.16.6.5'])
    expect(attributes?.signaturePolicy).toMatchObject({ oid: '1.3.6.1.4.1.32473.5', digest })
    expect(attributes?.claimedRoles).toEqual(['Chủ tịch'])
    expect(attributes?.broken).toEqual([])
    expect(await findingsOf(cms, certificate)).toEqual([])
  })

  it('counts the bytes beforehand: exactly for RSA and Ed25519, at most a few too many for ECDSA', async () => {
    for (const keyType of ['rsa-2048', 'ed25519', 'p256', 'p521'] as const) {
      const { signer } = await authority.issue({ commonName: 'thử', keyType })
      const { algorithm, chain: certificates } = signer
      const spare = countSignedDataBytes({ algorithm, certificates }) - (await sign(signer)).length
      expect(spare).toBeGreaterThanOrEqual(0)
      expect(spare).toBeLessThanOrEqual(keyType.startsWith('p') ? 8 : 0)
    }
  })
})

describe('what it adds', () => {
  it('a timestamp beside what was signed, within the bytes that were counted for it', async () => {
    const { signer, certificate } = await authority.issue({ commonName: 'thử', keyType: 'rsa-2048' })
    const { algorithm, chain: certificates } = signer
    const cms = await sign(signer)
    const attribute = writeSignatureTimestamp(pkiVector('cms-p256.p7s'))
    const extended = addUnsignedAttributes(concatBytes(cms, new Uint8Array(50)), [attribute])
    const [before] = readSignedData(cms).signers
    const [after] = readSignedData(extended).signers
    expect(after?.attributes.signatureTimestamps).toEqual([pkiVector('cms-p256.p7s')])
    expect(after?.signedBytes).toEqual(before?.signedBytes)
    expect(after?.signature).toEqual(before?.signature)
    expect(await findingsOf(extended, certificate)).toEqual([])
    const counted = countSignedDataBytes({ algorithm, certificates, unsignedBytes: attribute.length })
    expect(extended.length).toBeLessThanOrEqual(counted)
    expect(
      readSignedData(addUnsignedAttributes(extended, [attribute])).signers[0]?.unsignedAttributes,
    ).toHaveLength(2)
  })

  it('a timestamp to the BER of another tool', () => {
    const extended = addUnsignedAttributes(pkiVector('cms-embedded-ber.p7s'), [
      writeSignatureTimestamp(pkiVector('cms-rsa.p7s')),
    ])
    expect(readSignedData(extended)).toMatchObject({ isDer: true, content: pkiVector('content.txt') })
  })
})

describe('what it refuses', () => {
  it('an ECDSA signature that is still r‖s', () => {
    const signedAttributes = Uint8Array.of(0x31, 0)
    const certificates = [pkiVector('p256.cer')]
    const algorithm = { scheme: 'ecdsa', digest: 'sha256' } as const
    const build = (signature: Uint8Array) =>
      outcomeOf(() => buildSignedData({ signedAttributes, signature, algorithm, certificates }))
    expect(build(new Uint8Array(64).fill(0x30))).toBe('pki/not-ecdsa-der')
    expect(build(Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1))).toBe('fine')
  })
})

describe('edges', () => {
  it('sorts the certificates whatever their order, and writes each once', async () => {
    const { signer } = await authority.issue({ commonName: 'thử' })
    const others = [pkiVector('rsa.cer'), pkiVector('p256.cer'), pkiVector('ca.cer'), pkiVector('root.cer')]
    const own = signer.chain[0] ?? new Uint8Array(0)
    const signedAttributes = Uint8Array.of(0x31, 0)
    const signature = Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1)
    fc.assert(
      fc.property(fc.shuffledSubarray([...others, ...others]), (shuffled) => {
        const input = { signedAttributes, signature, algorithm: signer.algorithm }
        const cms = readSignedData(buildSignedData({ ...input, certificates: [own, ...shuffled] }))
        expect(cms.areCertificatesSorted).toBe(true)
        expect(cms.certificates).toHaveLength(new Set(shuffled.map((der) => der.length)).size + 1)
      }),
      { numRuns: 30 },
    )
  })
})
