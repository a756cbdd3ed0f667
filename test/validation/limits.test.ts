import { webcrypto } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority } from '../../src/adapters/test-authority.ts'
import { instant } from '../../src/date.ts'
import { fromCryptoKey, readCertificate } from '../../src/pki/index.ts'
import { buildCertificate, buildCrl } from '../../src/pki/issue/index.ts'
import { createVerifier, readTrustStore } from '../../src/validation/index.ts'
import { type Signing, signedAt, signWhole, startSigning } from '../kit/signed-document.ts'

let signing: Signing
let signed: Uint8Array

beforeAll(async () => {
  signing = await startSigning()
  signed = await signWhole(signing)
})

/** Milliseconds that something takes, and what it gives. */
async function time<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}

/** A list of the issuing authority with so many entries. */
function buildHugeCrl(entries: number): Promise<Uint8Array> {
  const { issuing } = signing.authority
  const revoked = Array.from({ length: entries }, (_, index) => ({
    serial: (0x100000 + index).toString(16),
    revokedAt: signedAt,
  }))
  const input = { issuer: readCertificate(issuing.certificate).subject.der, thisUpdate: signedAt, revoked }
  return buildCrl({ ...input, nextUpdate: instant('2027-01-01T00:00') }, issuing.signer)
}

describe('what it gives', () => {
  it('finds its way among many roots of one name', async () => {
    const others = await Promise.all(
      Array.from({ length: 12 }, () => createTestAuthority({ now: () => signedAt })),
    )
    const trust = [...others.flatMap(({ root }) => readTrustStore(root.certificate)), ...signing.trust]
    const material = { certificates: others.flatMap(({ issuing }) => [issuing.certificate]) }
    const { value, ms } = await time(() =>
      createVerifier({ trust, material }).verify(signed, { at: signedAt }),
    )
    expect(value.document.indication).toBe('TOTAL-PASSED')
    expect(ms).toBeLessThan(5000)
  })
  it('looks a certificate up in a list of fifty thousand', async () => {
    const material = { crls: [await buildHugeCrl(50_000)] }
    const verifier = createVerifier({ trust: signing.trust, material })
    const { value, ms } = await time(() => verifier.verify(signed, { at: signedAt }))
    expect(value.document.indication).toBe('TOTAL-PASSED')
    expect(ms).toBeLessThan(5000)
  }, 30_000)
})

describe('what it refuses', () => {
  it('does not go in circles where two authorities vouch for each other', async () => {
    const makeKeys = () =>
      webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
    const [a, b, person] = await Promise.all([makeKeys(), makeKeys(), makeKeys()])
    const spkiOf = async (key: webcrypto.CryptoKey) =>
      new Uint8Array(await webcrypto.subtle.exportKey('spki', key))
    const algorithm = { scheme: 'ecdsa', digest: 'sha256' } as const
    const certify = async (
      subject: string,
      issuer: string,
      keys: { of: webcrypto.CryptoKey; by: webcrypto.CryptoKey },
    ) =>
      buildCertificate(
        {
          subject: [['CN', subject]],
          issuer: [['CN', issuer]],
          serial: '01',
          notBefore: instant('2020-01-01T00:00'),
          notAfter: instant('2040-01-01T00:00'),
          spki: await spkiOf(keys.of),
          extensions: {
            basicConstraints: { isCa: subject.length === 1 },
            keyUsage: ['keyCertSign', 'nonRepudiation'],
          },
        },
        fromCryptoKey(keys.by as CryptoKey, { algorithm, chain: [] }),
      )
    const loop = [
      await certify('A', 'B', { of: a.publicKey, by: b.privateKey }),
      await certify('B', 'A', { of: b.publicKey, by: a.privateKey }),
    ]
    const leaf = await certify('Người ký thử', 'A', { of: person.publicKey, by: a.privateKey })
    const signer = fromCryptoKey(person.privateKey as CryptoKey, { algorithm, chain: [leaf] })
    const document = await signWhole(signing, { signer })
    const verifier = createVerifier({ trust: [], material: { certificates: loop } })
    const { value, ms } = await time(() => verifier.verify(document, { at: signedAt }))
    expect(value.document.subIndication).toBe('NO_CERTIFICATE_CHAIN_FOUND')
    expect(ms).toBeLessThan(5000)
  })
})

describe('edges', () => {
  it('takes ten thousand certificates at hand, most of them broken, in its stride', async () => {
    const certificates = Array.from({ length: 10_000 }, (_, index) =>
      Uint8Array.of(48, 3, 2, 1, index & 255, index >> 8),
    )
    const verifier = createVerifier({ trust: signing.trust, material: { certificates } })
    const { value, ms } = await time(() => verifier.verify(signed, { at: signedAt }))
    expect(value.document.indication).toBe('TOTAL-PASSED')
    expect(ms).toBeLessThan(5000)
  })
})
