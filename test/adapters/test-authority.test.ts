import { describe, expect, it } from 'vitest'
import type { SigningKeyType } from '../../src/adapters/generate-keys.ts'
import { createTestAuthority } from '../../src/adapters/test-authority.ts'
import { instant } from '../../src/date.ts'
import { readCertificate, verifySignature } from '../../src/pki/index.ts'

const now = () => instant('2026-11-20T08:00:00Z')

describe('what it gives', () => {
  it('issues a root that signs itself and an authority below it', async () => {
    const authority = await createTestAuthority({ now })
    const root = readCertificate(authority.root.certificate)
    const issuing = readCertificate(authority.issuing.certificate)
    expect(root.isSelfIssued).toBe(true)
    expect(issuing.issuer.text).toBe('CN=motcua test root,O=motcua test,C=VN')
    expect(issuing.basicConstraints).toEqual({ isCa: true, pathLength: 0 })
    expect(issuing.authorityKeyId?.keyId).toBe(root.subjectKeyId)
    const algorithm = issuing.signatureAlgorithm.signature
    const { tbs: message, signature } = issuing
    expect(await verifySignature({ algorithm, publicKey: root.publicKey, message, signature })).toBe('valid')
  })

  it.each<SigningKeyType>(['rsa-2048', 'p256', 'p384', 'p521', 'ed25519'])(
    'issues an identity with a %s key whose signatures hold',
    async (keyType) => {
      const authority = await createTestAuthority({ now })
      const { signer, certificate } = await authority.issue({ commonName: 'Nguyễn Văn Thử', keyType })
      const facts = readCertificate(certificate)
      const message = new Uint8Array([1, 2, 3])
      const signature = await signer.sign(message)
      const check = { algorithm: signer.algorithm, publicKey: facts.publicKey, message, signature }
      expect(facts.subject.text).toBe('CN=Nguyễn Văn Thử,O=motcua test,C=VN')
      expect(await verifySignature(check)).toBe('valid')
      expect(await verifySignature({ ...check, message: new Uint8Array([1, 2, 4]) })).toBe('invalid')
    },
  )
})
