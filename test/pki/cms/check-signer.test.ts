import { describe, expect, it } from 'vitest'
import { concatBytes } from '../../../src/bytes.ts'
import { type HashAlgorithm, hashBytes } from '../../../src/hash.ts'
import { writeElement } from '../../../src/pki/der/write-der.ts'
import {
  buildSignedAttributes,
  buildSignedData,
  checkSigner,
  findSignerCertificate,
  fromPrivateKey,
  type PkiFinding,
  readCertificate,
  readCertificates,
  readPrivateKey,
  readSignedData,
  type SignedData,
  type SignerCheck,
} from '../../../src/pki/index.ts'
import { pkiVector, pkiVectorText } from '../../kit/pki-vectors.ts'

const content = pkiVector('content.txt')

/** Codes that a check of the first signer gives. */
async function codesOf(cms: SignedData, change: Partial<SignerCheck> = {}): Promise<readonly string[]> {
  const [signer] = cms.signers
  if (signer === undefined) throw new Error('no signer')
  const certificate = findSignerCertificate(signer, readCertificates(cms.certificates))
  if (certificate === undefined) throw new Error('no certificate')
  const messageDigest = hashBytes(signer.digestAlgorithm.digest ?? 'sha256', content)
  const check = { certificate, contentType: cms.contentType, messageDigest, ...change }
  return (await checkSigner(signer, check)).map(({ code }: PkiFinding) => code)
}

/** A CMS by our own builder with the P-384 key of the vectors. */
async function signWith(digest: HashAlgorithm, signedAttributes: Uint8Array): Promise<SignedData> {
  const certificates = [pkiVector('p384.cer')]
  const key = await readPrivateKey(pkiVectorText('key-p384.pem'))
  const signer = await fromPrivateKey(key, { chain: certificates, digest })
  const signature = await signer.sign(signedAttributes)
  return readSignedData(
    buildSignedData({ signedAttributes, signature, algorithm: signer.algorithm, certificates }),
  )
}

describe('what it gives', () => {
  it.each(['cms-rsa.p7s', 'cms-rsa-pss.p7s', 'cms-p256.p7s', 'cms-p521.p7s'])(
    'finds nothing wrong with %s of OpenSSL',
    async (name) => {
      expect(await codesOf(readSignedData(pkiVector(name)))).toEqual([])
    },
  )

  it('checks a signature over the content itself, when the content is at hand', async () => {
    const cms = readSignedData(pkiVector('cms-no-attributes.p7s'))
    const nameless = 'pki/signing-certificate-missing'
    expect(await codesOf(cms, { content })).toEqual([nameless])
    expect(await codesOf(cms, { content: Uint8Array.of(1) })).toEqual([nameless, 'pki/signature-invalid'])
    expect(await codesOf(cms)).toEqual([nameless, 'pki/content-missing'])
  })

  it('misses only the name of the certificate in a signature without that attribute', async () => {
    expect(await codesOf(readSignedData(pkiVector('cms-keyid.p7s')))).toEqual([
      'pki/signing-certificate-missing',
    ])
  })
})

describe('what it finds', () => {
  it('another content', async () => {
    const cms = readSignedData(pkiVector('cms-rsa.p7s'))
    expect(await codesOf(cms, { messageDigest: new Uint8Array(32) })).toEqual(['pki/message-digest-differs'])
    expect(await codesOf(cms, { messageDigest: undefined })).toEqual(['pki/content-missing'])
  })

  it('another content type than the one signed', async () => {
    const cms = readSignedData(pkiVector('cms-rsa.p7s'))
    expect(await codesOf(cms, { contentType: '1.2.3' })).toEqual(['pki/content-type-differs'])
  })

  it('a certificate of the same key algorithm that is not the one named', async () => {
    const certificate = readCertificate(pkiVector('pss.cer'))
    const codes = await codesOf(readSignedData(pkiVector('cms-rsa.p7s')), { certificate })
    expect(codes).toEqual(['pki/signing-certificate-differs', 'pki/signature-invalid'])
  })

  it('a key of another kind, as something that could not be checked', async () => {
    const certificate = readCertificate(pkiVector('p256.cer'))
    const codes = await codesOf(readSignedData(pkiVector('cms-rsa.p7s')), { certificate })
    expect(codes).toContain('pki/signature-not-checked')
  })

  it('one flipped bit anywhere in the signature', async () => {
    const der = pkiVector('cms-p256.p7s')
    const { signers } = readSignedData(der)
    const start = (signers[0]?.signature.byteOffset ?? 0) + 8
    const flipped = der.map((byte, at) => (at === start ? byte ^ 1 : byte))
    expect(await codesOf(readSignedData(flipped))).toEqual(['pki/signature-invalid'])
  })

  it('attributes that were signed in an order that DER forbids', async () => {
    const sorted = buildSignedAttributes({
      digestAlgorithm: 'sha384',
      messageDigest: hashBytes('sha384', content),
      signerCertificate: pkiVector('p384.cer'),
    })
    const members = readSignedData(
      buildSignedData({
        signedAttributes: sorted,
        signature: Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1),
        algorithm: { scheme: 'ecdsa', digest: 'sha384' },
        certificates: [pkiVector('p384.cer')],
      }),
    ).signers[0]?.signedAttributes
    const unsorted = writeElement(0x31, concatBytes(...(members ?? []).map(({ der }) => der).reverse()))
    const cms = await signWith('sha384', unsorted)
    expect(cms.signers[0]?.areSignedAttributesSorted).toBe(false)
    expect(await codesOf(cms)).toEqual(['pki/signed-attributes-unsorted'])
  })

  it('attributes that stand in an order that DER forbids, though the right one was signed', async () => {
    const der = pkiVector('cms-p256.p7s').slice()
    const [first, second] = readSignedData(der).signers[0]?.signedAttributes ?? []
    if (first === undefined || second === undefined) throw new Error('no attributes')
    const members = concatBytes(second.der, first.der)
    der.set(members, Buffer.from(der).indexOf(Buffer.from(concatBytes(first.der, second.der))))
    const cms = readSignedData(der)
    expect(cms.signers[0]?.areSignedAttributesSorted).toBe(false)
    expect(await codesOf(cms)).toContain('pki/signed-attributes-out-of-order')
    expect(await codesOf(cms)).not.toContain('pki/signature-invalid')
  })

  it('a signature algorithm in the place of the digest, as something to be told', async () => {
    const cms = readSignedData(pkiVector('cms-rsa.p7s'))
    const [signer] = cms.signers
    if (signer === undefined) throw new Error('no signer')
    const { signatureAlgorithm } = signer
    const signature = { scheme: 'rsa-pkcs1', digest: 'sha256' } as const
    const digestAlgorithm = { ...signatureAlgorithm, signature, digest: 'sha256' } as const
    const misnamed = { ...cms, signers: [{ ...signer, digestAlgorithm }] }
    expect(await codesOf(misnamed)).toEqual(['pki/digest-algorithm-misnamed'])
  })

  it('a digest of the content that the signature does not use', async () => {
    const attributes = buildSignedAttributes({
      digestAlgorithm: 'sha384',
      messageDigest: hashBytes('sha384', content),
      signerCertificate: pkiVector('p384.cer'),
    })
    const cms = await signWith('sha384', attributes)
    const [signer] = cms.signers
    if (signer === undefined) throw new Error('no signer')
    const other = readSignedData(pkiVector('cms-rsa.p7s')).signers[0]?.digestAlgorithm
    const mixed = { ...cms, signers: [{ ...signer, digestAlgorithm: other ?? signer.digestAlgorithm }] }
    expect(await codesOf(mixed, { messageDigest: hashBytes('sha384', content) })).toEqual([
      'pki/digest-algorithms-differ',
    ])
  })
})
