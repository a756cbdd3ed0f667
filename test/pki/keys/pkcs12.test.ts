import { describe, expect, it } from 'vitest'
import { isMotcuaError } from '../../../src/errors.ts'
import { fromPrivateKey, readCertificate, readPkcs12 } from '../../../src/pki/index.ts'
import { pkiVector } from '../../kit/pki-vectors.ts'

const password = 'mật khẩu'

/** The code in which a promise ends. */
async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'nothing',
    (error: unknown) => (isMotcuaError(error) ? error.code : error),
  )
}

describe('what it gives', () => {
  it.each(['modern.p12', 'modern-sha512.p12', 'no-mac.p12'])(
    'reads key and chain of %s, whose password has Vietnamese letters',
    async (name) => {
      const { identities, certificates } = await readPkcs12(pkiVector(name), password)
      const subjects = identities[0]?.chain.map((der) => readCertificate(der).subject.text)
      expect(identities).toHaveLength(1)
      expect(certificates).toHaveLength(2)
      expect(subjects).toEqual([
        'CN=rsa,OU=Phòng thử,O=motcua test,C=VN',
        'CN=vector issuing,O=motcua test,C=VN',
      ])
    },
  )

  it('gives a key that signs for its certificate', async () => {
    const { identities } = await readPkcs12(pkiVector('modern.p12'), password)
    const [identity] = identities
    if (identity === undefined) throw new Error('no identity')
    const signer = await fromPrivateKey(identity.key, {
      chain: identity.chain,
      isPss: true,
      digest: 'sha384',
    })
    expect(signer.algorithm).toEqual({ scheme: 'rsa-pss', digest: 'sha384' })
    expect((await signer.sign(new Uint8Array(3))).length).toBe(256)
  })
})

describe('what it refuses', () => {
  it('a wrong password', async () => {
    expect(await codeOf(readPkcs12(pkiVector('modern.p12'), 'mat khau'))).toBe('pki/wrong-password')
    expect(await codeOf(readPkcs12(pkiVector('no-mac.p12'), ''))).toBe('pki/wrong-password')
  })

  it('a file of the old kind, with the command that converts it', async () => {
    const error: unknown = await readPkcs12(pkiVector('legacy-ascii-password.p12'), 'abc').catch(
      (e: unknown) => e,
    )
    expect(isMotcuaError(error, 'pki/legacy-encryption')).toBe(true)
    expect(String(error)).toContain('openssl pkcs12 -legacy')
    expect(isMotcuaError(error) && error.messageIn('vi')).toContain('openssl pkcs12 -legacy')
  })

  it('what is no PKCS #12 file, wherever it is cut off', async () => {
    const bytes = pkiVector('modern.p12')
    for (const length of [0, 1, 20, 500, bytes.length - 1]) {
      expect(await codeOf(readPkcs12(bytes.subarray(0, length), password))).toBe('pki/malformed')
    }
    expect(await codeOf(readPkcs12(pkiVector('rsa.cer'), password))).toBe('pki/malformed')
  })
})

describe('what it must not touch', () => {
  it('never puts the password into an error', async () => {
    const secret = 'rất bí mật 123'
    const error: unknown = await readPkcs12(pkiVector('modern.p12'), secret).catch((e: unknown) => e)
    const shown = isMotcuaError(error)
      ? `${error} ${error.messageIn('vi')} ${JSON.stringify(error.data)}`
      : ''
    expect(shown).not.toBe('')
    expect(shown).not.toContain(secret)
  })
})
