import { describe, expect, it } from 'vitest'
import { readLegacyPkcs12 } from '../../src/adapters/pkcs12-legacy.ts'
import { isMotcuaError } from '../../src/errors.ts'
import { fromPrivateKey, readCertificate } from '../../src/pki/index.ts'
import { pkiVector } from '../kit/pki-vectors.ts'

describe('what it gives', () => {
  it('reads key and chain of a file encrypted with 3DES and RC2', async () => {
    const { identities } = await readLegacyPkcs12(pkiVector('legacy-ascii-password.p12'), 'abc')
    const [identity] = identities
    if (identity === undefined) throw new Error('no identity')
    expect(identity.chain.map((der) => readCertificate(der).subject.text)).toEqual([
      'CN=rsa,OU=Phòng thử,O=motcua test,C=VN',
      'CN=vector issuing,O=motcua test,C=VN',
    ])
    const signer = await fromPrivateKey(identity.key, { chain: identity.chain })
    expect((await signer.sign(new Uint8Array(4))).length).toBe(256)
  })

  it('reads a file of the new kind as well', async () => {
    expect((await readLegacyPkcs12(pkiVector('modern.p12'), 'mật khẩu')).identities).toHaveLength(1)
  })
})

describe('what it refuses', () => {
  it('a wrong password', async () => {
    const error: unknown = await readLegacyPkcs12(pkiVector('legacy-ascii-password.p12'), 'abd').catch(
      (e: unknown) => e,
    )
    expect(isMotcuaError(error, 'pki/wrong-password')).toBe(true)
  })
})
