import { describe, expect, it } from 'vitest'
import { isMotcuaError } from '../../../src/errors.ts'
import { fromPrivateKey, readPem, readPrivateKey } from '../../../src/pki/index.ts'
import { pkiVector, pkiVectorText } from '../../kit/pki-vectors.ts'

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (isMotcuaError(error) ? error.code : error),
  )

describe('what it gives', () => {
  it.each([
    ['key-p384.pem', undefined, { kind: 'ec', curve: 'P-384' }, 'p384.cer'],
    ['key-p384-sec1.pem', undefined, { kind: 'ec', curve: 'P-384' }, 'p384.cer'],
    ['key-rsa-pkcs1.pem', undefined, { kind: 'rsa', curve: undefined }, 'rsa.cer'],
    ['key-ed25519.pem', undefined, { kind: 'ed25519', curve: undefined }, 'ed25519.cer'],
    ['key-p256-encrypted.pem', 'mật khẩu', { kind: 'ec', curve: 'P-256' }, 'p256.cer'],
  ])('reads %s, and it belongs to its certificate', async (name, password, expected, certificate) => {
    const key = await readPrivateKey(pkiVectorText(name), password)
    expect(key).toMatchObject(expected)
    const signer = await fromPrivateKey(key, { chain: [pkiVector(certificate)] })
    expect((await signer.sign(new Uint8Array(1))).length).toBeGreaterThan(60)
  })

  it('reads PKCS #8 as DER', async () => {
    const [block] = readPem(pkiVectorText('key-p384.pem'), 'PRIVATE KEY')
    expect(await readPrivateKey(block?.bytes ?? '')).toMatchObject({ kind: 'ec', curve: 'P-384' })
  })
})

describe('what it refuses', () => {
  it('a key that does not belong to the certificate', async () => {
    const key = await readPrivateKey(pkiVectorText('key-p384.pem'))
    expect(await codeOf(fromPrivateKey(key, { chain: [pkiVector('rsa.cer')] }))).toBe(
      'pki/key-certificate-mismatch',
    )
    const other = await readPrivateKey(pkiVectorText('key-rsa-pkcs1.pem'))
    expect(await codeOf(fromPrivateKey(other, { chain: [pkiVector('pss.cer')] }))).toBe(
      'pki/key-certificate-mismatch',
    )
  })

  it('an encrypted key without its password, or with another', async () => {
    const text = pkiVectorText('key-p256-encrypted.pem')
    expect(await codeOf(readPrivateKey(text))).toBe('pki/wrong-password')
    expect(await codeOf(readPrivateKey(text, 'x'))).toBe('pki/wrong-password')
  })

  it('the encryption of old PEM files', async () => {
    const text = pkiVectorText('key-rsa-old-encryption.pem')
    expect(await codeOf(readPrivateKey(text, 'abc'))).toBe('pki/legacy-encryption')
  })

  it('a text without a key, and bytes that are none', async () => {
    expect(await codeOf(readPrivateKey('nothing here'))).toBe('pki/no-pem-block')
    const certificate = '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----'
    expect(await codeOf(readPrivateKey(certificate))).toBe('pki/no-pem-block')
    expect(await codeOf(readPrivateKey(Uint8Array.of(0x30, 0)))).toBe('pki/malformed')
  })
})
