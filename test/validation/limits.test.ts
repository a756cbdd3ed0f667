import { webcrypto } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority } from '../../src/adapters/test-authority.ts'
import { instant } from '../../src/date.ts'
import { fromCryptoKey, readCertificate } from '../../src/pki/index.ts'
import { buildCertificate, buildCrl } from '../../src/pki/issue/index.ts'
import { createVerifier, readTrustStore } from '../../src/validation/index.ts'
import { appendTo } from '../kit/attacks/append.ts'
import { newestBody } from '../kit/attacks/places.ts'
import { createSampleSigner, sampleShape } from '../kit/attacks/sample.ts'
import { type PdfShape, toText } from '../kit/build-pdf.ts'
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

describe('what it must not touch', () => {
  /** The sample document signed, and what somebody appends to it. */
  const append = async (objects: (signed: Uint8Array) => Record<number, string>, shape?: PdfShape) => {
    const { make, signing: own } = await createSampleSigner()
    const { bytes } = await make(shape === undefined ? {} : { shape })
    const verifier = createVerifier({ trust: own.trust })
    return time(() => verifier.verify(appendTo(bytes, { objects: objects(bytes) }), { at: signedAt }))
  }
  const catalogWith = (bytes: Uint8Array, fields: string) =>
    newestBody(bytes, 1).replace(/\/Fields\s*\[/, `/Fields[${fields} `)

  it('judges the first five thousand of six thousand signatures, and says that there are more', async () => {
    const { value, ms } = await append((bytes) => {
      const objects: Record<number, string> = {}
      for (let number = 100; number < 6100; number += 1)
        objects[number] = `<</FT/Sig/T(f${number})/V<</Type/Sig/ByteRange[0 10 20 30]/Contents<30>>>>>`
      const fields = Object.keys(objects).map((number) => `${number} 0 R`)
      return { ...objects, 1: catalogWith(bytes, fields.join(' ')) }
    })
    expect(value.signatures).toHaveLength(5000)
    const facts = value.document.findings.find(({ code }) => code === 'validation/structure-broken')?.facts
    expect(facts).toMatchObject({ reason: 'too-many-signatures', omittedSignatures: 1001 })
    expect(ms).toBeLessThan(20_000)
  }, 60_000)
  it('does not lose its way in objects that all refer to one another', async () => {
    const numbers = Array.from({ length: 300 }, (_, index) => 100 + index)
    const body = (key: string) => `<<${numbers.map((number) => `/${key}${number} ${number} 0 R`).join('')}>>`
    const extra = numbers.map((number) => ({ number, body: body('A') }))
    const base = sampleShape()
    const shape = { ...base, catalog: `${base.catalog}/X 100 0 R`, extra: [...(base.extra ?? []), ...extra] }
    const changed = Object.fromEntries(numbers.map((number) => [number, body('B')]))
    const { value, ms } = await append(() => changed, shape)
    expect(value.signatures[0]?.modification).toBe('other')
    expect(ms).toBeLessThan(20_000)
  }, 60_000)
  it('takes a page tree of two hundred thousand kids that is its own kid', async () => {
    const { value, ms } = await append(() => ({
      2: `<</Type/Pages/Kids[${'2 0 R '.repeat(200_000)}]/Count 1>>`,
    }))
    expect(value.document.indication).toBe('TOTAL-FAILED')
    expect(ms).toBeLessThan(20_000)
  }, 60_000)
  it('takes a field whose value is as long as a book', async () => {
    const { value } = await append((bytes) => ({
      13: newestBody(bytes, 13).replace('(100 dong)', `(${'x'.repeat(400_000)})`),
    }))
    expect(value.signatures[0]?.modification).toBe('form-filling')
  }, 60_000)
  it('opens only so much of what is packed into object streams', async () => {
    const packed = deflateSync(new Uint8Array(150_000_000))
    const body = `<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${toText(packed)}\nendstream`
    const numbers = [50, 51]
    const { value, ms } = await append(() => Object.fromEntries(numbers.map((number) => [number, body])))
    const attack = value.signatures[0]?.findings.find(({ check }) => check === 'attack')
    expect(attack?.facts.variant).toBe('unlisted-object')
    expect(ms).toBeLessThan(20_000)
  }, 60_000)
})
