import { beforeAll, describe, expect, it } from 'vitest'
import { fromKeyFile, fromWebKey } from '../../src/adapters/key-file.ts'
import { messages } from '../../src/adapters/messages.ts'
import { createTestAuthority, type TestAuthority } from '../../src/adapters/test-authority.ts'
import { isMotcuaError, MotcuaError } from '../../src/errors.ts'
import { readCertificate, verifySignature, writePem } from '../../src/pki/index.ts'
import { pkiVector, pkiVectorText } from '../kit/pki-vectors.ts'

const encoder = new TextEncoder()
let authority: TestAuthority

beforeAll(async () => {
  authority = await createTestAuthority()
})

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'nothing',
    (error: unknown) => (isMotcuaError(error) ? error.code : error),
  )
}

describe('what it gives', () => {
  it.each(['modern.p12', 'modern-sha512.p12', 'no-mac.p12'])('a signer from %s', async (name) => {
    const { chain, algorithm, sign } = await fromKeyFile(pkiVector(name), { password: 'mật khẩu' })
    const message = encoder.encode('bản sao')
    const { publicKey } = readCertificate(chain[0] ?? new Uint8Array())
    const signature = await sign(message)
    expect(await verifySignature({ algorithm, publicKey, message, signature })).toBe('valid')
    expect(chain).toHaveLength(2)
  })

  it('a signer from a file of the browser, PSS where that is wanted', async () => {
    const file = new Blob([new Uint8Array(pkiVector('modern.p12'))])
    const signer = await fromKeyFile(file, { password: 'mật khẩu', isPss: true, digest: 'sha512' })
    expect(signer.algorithm).toEqual({ scheme: 'rsa-pss', digest: 'sha512' })
  })

  it('a signer from PEM with its certificate in it or beside it, and from PKCS #8 as DER', async () => {
    const { pkcs8, chain } = await authority.issue({ commonName: 'Người ký thử' })
    const key = writePem('PRIVATE KEY', pkcs8)
    const whole = key + chain.map((der) => writePem('CERTIFICATE', der)).join('')
    for (const signer of [
      await fromKeyFile(encoder.encode(whole)),
      await fromKeyFile(encoder.encode(key), { chain }),
      await fromKeyFile(pkcs8, { chain }),
    ])
      expect(signer.chain).toEqual(chain)
  })

  it('a signer from a PKCS #12 of the old kind, with the optional package', async () => {
    const signer = await fromKeyFile(pkiVector('legacy-ascii-password.p12'), { password: 'abc' })
    expect(signer.algorithm).toEqual({ scheme: 'rsa-pkcs1', digest: 'sha256' })
  })

  it.each([
    ['RSASSA-PKCS1-v1_5', { keyType: 'rsa-2048' }, { hash: 'SHA-384' }, 'rsa-pkcs1', 'sha384'],
    ['RSA-PSS', { keyType: 'rsa-2048' }, { hash: 'SHA-256' }, 'rsa-pss', 'sha256'],
    ['ECDSA', { keyType: 'p521' }, { namedCurve: 'P-521' }, 'ecdsa', 'sha512'],
    ['Ed25519', { keyType: 'ed25519' }, {}, 'ed25519', 'sha512'],
  ] as const)(
    'a signer from a %s key that cannot leave WebCrypto',
    async (name, issued, more, scheme, digest) => {
      const { pkcs8, chain } = await authority.issue({ commonName: 'Người ký thử', ...issued })
      const key = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), { name, ...more }, false, [
        'sign',
      ])
      const signer = await fromWebKey(key, { chain })
      expect(signer.algorithm).toEqual({ scheme, digest })
      await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow()
    },
  )
})

describe('what it refuses', () => {
  it('a wrong password, for each kind of file, without saying it', async () => {
    for (const name of ['modern.p12', 'legacy-ascii-password.p12', 'key-p256-encrypted.pem']) {
      const error: unknown = await fromKeyFile(pkiVector(name), { password: 'không-đúng-77' }).catch(
        (e: unknown) => e,
      )
      expect({ name, code: isMotcuaError(error) ? error.code : error }).toEqual({
        name,
        code: 'pki/wrong-password',
      })
      expect(JSON.stringify(error) + String(error)).not.toContain('không-đúng-77')
    }
  })

  it('a key without a certificate, and a certificate without a key', async () => {
    const { pkcs8, chain } = await authority.issue({ commonName: 'Người ký thử' })
    expect(await codeOf(fromKeyFile(pkcs8))).toBe('adapters/no-signing-key')
    const alone = encoder.encode(writePem('CERTIFICATE', chain[0] ?? new Uint8Array()))
    expect(await codeOf(fromKeyFile(alone))).toBe('pki/no-pem-block')
    expect(await codeOf(fromKeyFile(encoder.encode(pkiVectorText('key-rsa-old-encryption.pem'))))).toBe(
      'pki/legacy-encryption',
    )
  })

  it('a key of another certificate', async () => {
    const [one, other] = [
      await authority.issue({ commonName: 'Một' }),
      await authority.issue({ commonName: 'Hai' }),
    ]
    expect(await codeOf(fromKeyFile(one.pkcs8, { chain: other.chain }))).toBe('pki/key-certificate-mismatch')
  })

  it('an old PKCS #12 where the optional package is missing, with the command that converts it', async () => {
    const readLegacy = () =>
      Promise.reject(new MotcuaError(messages, 'adapters/package-missing', { name: 'node-forge' }))
    const error: unknown = await fromKeyFile(pkiVector('legacy-ascii-password.p12'), {
      password: 'abc',
      readLegacy,
    }).catch((e: unknown) => e)
    expect(isMotcuaError(error, 'pki/legacy-encryption') && error.message).toContain('openssl pkcs12 -legacy')
  })
})
