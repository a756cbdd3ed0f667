import { beforeAll, describe, expect, it } from 'vitest'
import { fromEpochMs, type Instant, toEpochMs } from '../../src/date.ts'
import { isMotcuaError } from '../../src/errors.ts'
import { writePem } from '../../src/pki/index.ts'
import { createVerifier, readTrustStore, type TrustOptions } from '../../src/validation/index.ts'
import { anchorsFor } from '../../src/validation/trust.ts'
import { type Signing, signedAt, signWhole, startSigning } from '../kit/signed-document.ts'

let signing: Signing
let signed: Uint8Array
let root: Uint8Array
beforeAll(async () => {
  signing = await startSigning()
  signed = await signWhole(signing)
  root = signing.authority.root.certificate
})

const later = (ms: number): Instant => fromEpochMs(toEpochMs(signedAt) + ms)
const judge = async (options: TrustOptions) => {
  const trust = readTrustStore(root, options)
  const { signatures } = await createVerifier({ trust }).verify(signed, { at: signedAt })
  const codes = signatures[0]?.findings.map(({ code }) => code) ?? []
  return [signatures[0]?.subIndication, codes.includes('validation/anchor-out-of-period')]
}

describe('what it gives', () => {
  it('one anchor for each certificate of a PEM file, DER as one', async () => {
    const other = (await startSigning()).authority.root.certificate
    const pem = `# gốc\n${writePem('CERTIFICATE', root)}${writePem('CERTIFICATE', other)}`
    const store = readTrustStore(new TextEncoder().encode(pem), { purposes: ['timestamp'] })
    expect(store.map(({ certificate }) => certificate.der)).toEqual([root, other])
    expect(readTrustStore(root)).toMatchObject([{ purposes: ['signing', 'timestamp'] }])
    expect(anchorsFor(store, 'signing')).toEqual([])
    expect(anchorsFor(store, 'timestamp')).toHaveLength(2)
  })

  it('nothing of a key in the same file', () => {
    const pem = `${writePem('PRIVATE KEY', Uint8Array.of(48, 0))}${writePem('CERTIFICATE', root)}`
    expect(readTrustStore(new TextEncoder().encode(pem))).toHaveLength(1)
  })
})

describe('what it refuses', () => {
  it('bytes that are no certificate, and PEM that never ends', () => {
    const texts = ['', '0', '-----BEGIN CERTIFICATE-----\nAA'].map((text) => new TextEncoder().encode(text))
    const codes = texts.map((bytes) => {
      try {
        return readTrustStore(bytes).length
      } catch (error) {
        return isMotcuaError(error) ? error.code : 'untyped'
      }
    })
    expect(codes).toEqual(['pki/malformed', 'pki/malformed', 'pki/no-pem-block'])
  })

  it('a chain to a root outside its period, and one for the other purpose', async () => {
    expect(await judge({ validFrom: later(1) })).toEqual(['CERTIFICATE_CHAIN_GENERAL_FAILURE', true])
    expect(await judge({ validUntil: later(-1) })).toEqual(['NO_CERTIFICATE_CHAIN_FOUND_NO_POE', true])
    expect(await judge({ purposes: ['timestamp'] })).toEqual(['NO_CERTIFICATE_CHAIN_FOUND', false])
  })
})

describe('edges', () => {
  it('a period holds on both its ends', async () => {
    expect(await judge({ validFrom: signedAt, validUntil: signedAt })).toEqual([null, false])
    expect(await judge({ validFrom: later(-1), validUntil: later(1) })).toEqual([null, false])
  })

  it('one good period among several of the same root is enough', async () => {
    const trust = [
      ...readTrustStore(root, { validUntil: later(-86_400_000) }),
      ...readTrustStore(root, { validFrom: later(-1000) }),
    ]
    const { document } = await createVerifier({ trust }).verify(signed, { at: signedAt })
    expect(document.indication).toBe('TOTAL-PASSED')
  })
})
