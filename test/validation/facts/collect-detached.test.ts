import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toByteSource, writeBase64, writeUtf8 } from '../../../src/bytes.ts'
import { writePem } from '../../../src/pki/index.ts'
import { collectDetached, readCms, unwrapCms } from '../../../src/validation/facts/collect-detached.ts'
import { createMemory } from '../../../src/validation/facts/memory.ts'
import { pkiVector } from '../../kit/pki-vectors.ts'

const content = pkiVector('content.txt')
const der = pkiVector('cms-p256.p7s')
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const collect = (name: string, signed: Uint8Array = content) => {
  const signedData = readCms(pkiVector(name))
  if (signedData === undefined) throw new Error('no CMS')
  return collectDetached(signedData, toByteSource(signed), createMemory())
}

describe('what it gives', () => {
  it.each<[string, Uint8Array]>([
    ['DER', der],
    ['PEM of CMS', writeUtf8(writePem('CMS', der))],
    ['PEM of PKCS7', writeUtf8(writePem('PKCS7', der))],
    ['PEM as OpenSSL labels it', writeUtf8(writePem('PKCS #7 SIGNED DATA', der))],
    [
      'PEM behind a certificate',
      writeUtf8(`${writePem('CERTIFICATE', pkiVector('root.cer'))}\n${writePem('CMS', der)}`),
    ],
    ['Base64 alone', writeUtf8(writeBase64(der))],
    ['Base64 in lines', writeUtf8(writeBase64(der).replace(/.{64}/g, '$&\r\n'))],
  ])('the CMS out of %s', (_, bytes) => {
    expect(unwrapCms(bytes)).toEqual(der)
    expect(readCms(bytes)?.signers.length).toBe(1)
  })

  it('for each signer its name, its certificates and the digest of the content', () => {
    const [facts, ...more] = collect('cms-p256.p7s')
    expect(more).toEqual([])
    expect(facts?.found.field.name).toBe('signer[0]')
    expect(facts?.digests.get('sha256')).toEqual(sha256(content))
    expect(facts?.certificates.length).toBeGreaterThan(0)
    expect(facts?.signedData.content).toBeUndefined()
  })

  it('the content itself to a signature without attributes, which is over it', () => {
    expect(collect('cms-no-attributes.p7s')[0]?.signedData.content).toEqual(content)
  })

  it('what its archive timestamps are over', () => {
    const [facts] = collect('cades-lta.p7s', pkiVector('cades-content.txt'))
    expect(facts?.archive.timestamps.length).toBe(2)
    for (const { token } of facts?.archive.timestamps ?? [])
      expect(facts?.digests.has(token.info.imprint.digestAlgorithm ?? 'sha1')).toBe(true)
  })
})

describe('what it refuses', () => {
  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['zeros', new Uint8Array(40)],
    ['a certificate', pkiVector('root.cer')],
    ['PEM of something else', writeUtf8(writePem('CERTIFICATE', pkiVector('root.cer')))],
    ['text', writeUtf8('không phải chữ ký')],
    ['Base64 that is cut', writeUtf8(writeBase64(der).slice(0, -3))],
    ['DER that is cut', der.subarray(0, 200)],
  ])('to read a CMS out of %s', (_, bytes) => {
    expect(readCms(bytes)).toBeUndefined()
  })

  it('to take the content that a CMS carries for the one beside it', () => {
    const [facts] = collect('cms-embedded-ber.p7s', writeUtf8('khác'))
    expect(facts?.signedData.content).toBeUndefined()
    expect(facts?.digests.get('sha256')).toEqual(sha256(writeUtf8('khác')))
  })
})

describe('edges', () => {
  it('an empty content has the digest of nothing', () => {
    expect(collect('cms-p256.p7s', new Uint8Array(0))[0]?.digests.get('sha256')).toEqual(
      sha256(new Uint8Array(0)),
    )
  })
})

describe('what it must not touch', () => {
  it('the bytes it is given', () => {
    const text = writeUtf8(writePem('CMS', der))
    const copy = text.slice()
    unwrapCms(text)
    expect(text).toEqual(copy)
    expect(unwrapCms(der)).toBe(der)
  })
})
