import { describe, expect, it } from 'vitest'
import { concatBytes, equalBytes } from '../../../src/bytes.ts'
import { readSignedData } from '../../../src/pki/index.ts'
import { outcomeOf } from '../../kit/outcome-of.ts'
import { pkiVector } from '../../kit/pki-vectors.ts'

describe('what it gives', () => {
  it('reads a detached signature of OpenSSL with its attributes', () => {
    const cms = readSignedData(pkiVector('cms-rsa.p7s'))
    const [signer] = cms.signers
    expect(cms).toMatchObject({
      isDer: true,
      paddingBytes: 0,
      trailingBytes: 0,
      version: 1,
      content: undefined,
    })
    expect(cms.contentType).toBe('1.2.840.113549.1.7.1')
    expect(cms.certificates).toHaveLength(2)
    expect(signer?.digestAlgorithm.digest).toBe('sha256')
    expect(signer?.signatureAlgorithm.signature).toEqual({ scheme: 'rsa-pkcs1', digest: 'sha256' })
    expect(signer?.areSignedAttributesSorted).toBe(true)
    expect(signer?.attributes.messageDigest).toHaveLength(32)
    expect(signer?.attributes.signingTime).toMatch(/^20\d\d-/)
    expect(signer?.attributes.signingCertificates).toMatchObject([{ version: 2, digestAlgorithm: 'sha256' }])
    expect(signer?.attributes.broken).toEqual([])
  })

  it('reads the parameters of RSASSA-PSS and the digest that goes with them', () => {
    const [signer] = readSignedData(pkiVector('cms-rsa-pss.p7s')).signers
    expect(signer?.signatureAlgorithm.signature).toMatchObject({ scheme: 'rsa-pss', digest: 'sha512' })
  })

  it('reads a signer that names its certificate by key', () => {
    const cms = readSignedData(pkiVector('cms-keyid.p7s'))
    expect(cms.signers[0]?.identifier.kind).toBe('subject-key-id')
    expect(cms.signers[0]?.version).toBe(3)
  })

  it('says when there are no signed attributes at all', () => {
    const [signer] = readSignedData(pkiVector('cms-no-attributes.p7s')).signers
    expect(signer?.signedAttributes).toBeUndefined()
    expect(signer?.signedBytes).toBeUndefined()
  })

  it('reads BER with indefinite lengths and content in segments', () => {
    const cms = readSignedData(pkiVector('cms-embedded-ber.p7s'))
    expect(cms.isDer).toBe(false)
    expect(cms.content).toEqual(pkiVector('content.txt'))
    expect(cms.certificates.some((der) => equalBytes(der, pkiVector('rsa.cer')))).toBe(true)
  })
})

describe('edges', () => {
  it('tells zero padding from anything else that follows', () => {
    const der = pkiVector('cms-p256.p7s')
    const padded = readSignedData(concatBytes(der, new Uint8Array(100)))
    const trailed = readSignedData(concatBytes(der, new Uint8Array(3), Uint8Array.of(7, 0)))
    expect(padded).toMatchObject({ paddingBytes: 100, trailingBytes: 0 })
    expect(trailed).toMatchObject({ paddingBytes: 3, trailingBytes: 2 })
    expect(padded.der).toEqual(der)
  })
})

describe('what it refuses', () => {
  it('a CMS that is cut off anywhere', () => {
    const der = pkiVector('cms-p256.p7s')
    for (let length = 0; length < der.length; length += 1) {
      expect(outcomeOf(() => readSignedData(der.subarray(0, length)))).toBe('pki/malformed')
    }
  })

  it('other content, such as a certificate', () => {
    expect(outcomeOf(() => readSignedData(pkiVector('rsa.cer')))).toBe('pki/malformed')
  })

  it('lengths without end that are nested to exhaust the stack', () => {
    const nested = new Uint8Array(100_000).map((_, at) => (at % 2 === 0 ? 0x30 : 0x80))
    expect(outcomeOf(() => readSignedData(nested))).toBe('pki/malformed')
    const definite = new Uint8Array(100_000).map((_, at) => [0x30, 0x84, 0, 1, 0x86, 0x90][at % 6] ?? 0)
    expect(outcomeOf(() => readSignedData(definite))).toBe('pki/malformed')
  })
})

describe('what it must not touch', () => {
  it('hands out certificates as the bytes they came in', () => {
    const der = pkiVector('cms-rsa.p7s')
    const before = der.slice()
    expect(readSignedData(der).certificates[0]?.buffer).toBe(der.buffer)
    expect(der).toEqual(before)
  })
})
