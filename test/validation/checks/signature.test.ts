import { beforeAll, describe, expect, it } from 'vitest'
import type { AttributeFacts, SignerInfo } from '../../../src/pki/index.ts'
import {
  checkSignature,
  digestContent,
  type SignerQuestion,
} from '../../../src/validation/checks/signature.ts'
import { firstFacts, inquiryOf, inShort } from '../../kit/inquiry.ts'
import { signedAt as now, type Signing, signWhole, startSigning } from '../../kit/signed-document.ts'

let signing: Signing
let question: SignerQuestion
beforeAll(async () => {
  signing = await startSigning()
  const { signedData, signer, certificates, digests } = firstFacts(await signWhole(signing))
  if (signedData === undefined || signer === undefined) throw new Error('no signer')
  question = { signedData, signer, certificates, messageDigest: digests.get('sha256'), place: 'Sig1' }
})

/** What is said of the signature when something about it is otherwise. */
async function check(more: Partial<SignerQuestion> = {}, material: readonly Uint8Array[] = []) {
  const inquiry = inquiryOf({ now, material: { certificates: material } })
  const { findings, isIntact, isValid, isSupported, certificate } = await checkSignature(
    { ...question, ...more },
    inquiry,
  )
  return {
    said: inShort(findings),
    isIntact,
    isValid,
    isSupported,
    hasCertificate: certificate !== undefined,
    findings,
  }
}
const signerWith = (attributes: Partial<AttributeFacts>, more: Partial<SignerInfo> = {}) => ({
  signer: { ...question.signer, ...more, attributes: { ...question.signer.attributes, ...attributes } },
})
const fine = ['ok digest-ok', 'ok signature-ok', 'ok signing-certificate-ok']
const without = (name: string) => fine.filter((each) => !each.includes(name))

describe('what it gives', () => {
  it('that digest, signature and signing certificate hold, one finding each', async () => {
    const { said, findings, ...rest } = await check()
    expect(said).toEqual(fine)
    expect(rest).toEqual({ isIntact: true, isValid: true, isSupported: true, hasCertificate: true })
    for (const { place } of findings) expect(place).toBe('Sig1')
  })

  it('the digest of embedded content by the signer’s algorithm', () => {
    expect(digestContent(question.signer, Uint8Array.of(1))?.length).toBe(32)
    expect(digestContent(question.signer, undefined)).toBeUndefined()
  })
})

describe('what it refuses', () => {
  const other = new Uint8Array(32)
  it.each<[string, () => Partial<SignerQuestion>, object, readonly string[]]>([
    [
      'other bytes than were signed',
      () => ({ messageDigest: other }),
      { isIntact: false },
      ['failed pki/message-digest-differs', ...without('digest-ok')],
    ],
    [
      'bytes that are not at hand',
      () => ({ messageDigest: undefined }),
      { isIntact: false },
      ['not-checked pki/content-missing', ...without('digest-ok')],
    ],
    [
      'a signer who signed no digest',
      () => signerWith({ messageDigest: undefined }),
      { isIntact: false },
      ['failed pki/message-digest-missing', ...without('digest-ok')],
    ],
    [
      'a signature value that is not that of the key',
      () =>
        signerWith(
          {},
          { signature: question.signer.signature.map((octet, at) => (at === 20 ? octet ^ 1 : octet)) },
        ),
      { isValid: false },
      ['failed pki/signature-invalid', 'ok digest-ok', 'ok signing-certificate-ok'],
    ],
    [
      'an algorithm that is not known here',
      () =>
        signerWith(
          {},
          { signatureAlgorithm: { ...question.signer.signatureAlgorithm, signature: undefined } },
        ),
      { isSupported: false },
      ['not-checked pki/signature-not-checked', 'ok digest-ok', 'ok signing-certificate-ok'],
    ],
    [
      'another certificate than was signed for',
      () =>
        signerWith({
          signingCertificates: question.signer.attributes.signingCertificates.map((each) => ({
            ...each,
            hash: other,
          })),
        }),
      {},
      ['failed pki/signing-certificate-differs', 'ok digest-ok', 'ok signature-ok'],
    ],
    [
      'an attribute that comes twice',
      () => signerWith({ repeated: ['1.2.3'] }),
      {},
      ['failed pki/attribute-repeated', ...fine],
    ],
    [
      'an attribute that cannot be read',
      () => signerWith({ broken: ['1.2.3'] }),
      {},
      ['failed pki/attribute-broken', ...fine],
    ],
    [
      'a content type that was not signed for',
      () => signerWith({ contentType: '1.2.3' }),
      {},
      ['failed pki/content-type-differs', ...fine],
    ],
    [
      'two digests that differ',
      () => signerWith({}, { digestAlgorithm: { ...question.signer.digestAlgorithm, digest: 'sha512' } }),
      {},
      ['failed pki/digest-algorithms-differ', ...fine],
    ],
  ])('%s', async (_, make, flags, expected) => {
    const { said, findings, ...rest } = await check(make())
    expect(said).toEqual(expected)
    expect(rest).toEqual({ isIntact: true, isValid: true, isSupported: true, hasCertificate: true, ...flags })
  })

  it('to say anything of a signer whose certificate is not at hand', async () => {
    const { said, hasCertificate } = await check({ certificates: [] })
    expect([said, hasCertificate]).toEqual([['failed signer-certificate-not-found'], false])
  })

  it('to say anything by a digest that is not known here', async () => {
    const { digestAlgorithm } = question.signer
    const unknown = signerWith(
      {},
      { digestAlgorithm: { ...digestAlgorithm, digest: undefined, name: '1.2.3' } },
    )
    const { said, isSupported, findings } = await check({ ...unknown, messageDigest: undefined })
    expect([said, isSupported]).toEqual([['not-checked digest-unsupported'], false])
    expect(findings[0]?.facts).toEqual({ algorithm: '1.2.3' })
  })
})

describe('edges', () => {
  it('puts up with a missing signing certificate, and does not call it in order', async () => {
    const { said, isValid } = await check(signerWith({ signingCertificates: [] }))
    expect([said, isValid]).toEqual([
      ['warning pki/signing-certificate-missing', 'ok digest-ok', 'ok signature-ok'],
      true,
    ])
  })

  /** By what RFC 5652, RFC 5035 and RFC 6211 want once, and by what only the baseline profile does. */
  it.each([
    ['content-type', '1.2.840.113549.1.9.3', 'failed'],
    ['message-digest', '1.2.840.113549.1.9.4', 'failed'],
    ['signing-time', '1.2.840.113549.1.9.5', 'failed'],
    ['signing-certificate', '1.2.840.113549.1.9.16.2.12', 'failed'],
    ['signing-certificate-v2', '1.2.840.113549.1.9.16.2.47', 'failed'],
    ['algorithm-protection', '1.2.840.113549.1.9.52', 'failed'],
    ['signature-policy-identifier', '1.2.840.113549.1.9.16.2.15', 'warning'],
    ['signer-attributes', '1.2.840.113549.1.9.16.2.18', 'warning'],
    ['signer-attributes-v2', '0.4.0.19122.1.1', 'failed'],
  ])('%s that comes twice', async (_, oid, outcome) => {
    const { said } = await check(signerWith({ repeated: [oid] }))
    expect(said).toEqual([`${outcome} pki/attribute-repeated`, ...fine])
  })

  it.each([
    ['content-type', '1.2.840.113549.1.9.3', 'failed'],
    ['signing-certificate-v2', '1.2.840.113549.1.9.16.2.47', 'failed'],
    ['signature-policy-identifier', '1.2.840.113549.1.9.16.2.15', 'failed'],
    ['signer-attributes', '1.2.840.113549.1.9.16.2.18', 'warning'],
    ['signer-attributes-v2', '0.4.0.19122.1.1', 'failed'],
    ['commitment-type-indication', '1.2.840.113549.1.9.16.2.16', 'failed'],
  ])('%s that cannot be read', async (_, oid, outcome) => {
    const { said } = await check(signerWith({ broken: [oid] }))
    expect(said).toEqual([`${outcome} pki/attribute-broken`, ...fine])
  })

  it('finds the certificate elsewhere only where that is allowed', async () => {
    const chain = signing.person.chain
    expect((await check({ certificates: [] }, chain)).hasCertificate).toBe(false)
    expect((await check({ certificates: [], mayBeElsewhere: true }, chain)).said).toEqual(fine)
  })
})
