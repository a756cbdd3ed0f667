import { beforeAll, describe, expect, it } from 'vitest'
import {
  createTestAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../src/adapters/test-authority.ts'
import { concatBytes } from '../../src/bytes.ts'
import { instant } from '../../src/date.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { hashBytes } from '../../src/hash.ts'
import {
  type AwaitingSignature,
  embedSignature,
  prepareAttributes,
  prepareSignature,
  reopenSignature,
  type SignaturePlan,
  sign,
} from '../../src/pades/index.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { writeAttribute } from '../../src/pki/cms/attribute.ts'
import { encodingOf, membersOf, readDer, TAG } from '../../src/pki/der/read-der.ts'
import { writeElement, writeSetOf, writeUtf8String } from '../../src/pki/der/write-der.ts'
import { buildSignedAttributes, buildSignedData, readSignedData } from '../../src/pki/index.ts'
import { listSignatures } from '../../src/signature/index.ts'
import { result } from '../form/samples.ts'
import { pkiVector } from '../kit/pki-vectors.ts'

const claimedAt = instant('2026-09-01T09:00')
let authority: TestAuthority
let document: Uint8Array
let person: TestIdentity

beforeAll(async () => {
  authority = await createTestAuthority({ now: () => claimedAt })
  person = await authority.issue({ commonName: 'Người ký thử' })
  document = (await drawResultDocument(result)).bytes
})

const prepare = (plan: Partial<SignaturePlan> = {}) => prepareSignature(document, { claimedAt, ...plan })

/** A service that knows the certificate only when it signs: it gets a digest and answers with a whole CMS. */
async function askService(
  prepared: AwaitingSignature,
  change: (attributes: Uint8Array) => Uint8Array = (attributes) => attributes,
  { signer, chain }: Pick<TestIdentity, 'signer' | 'chain'> = person,
): Promise<Uint8Array> {
  const { algorithm } = signer
  const built = buildSignedAttributes({
    digestAlgorithm: algorithm.digest,
    messageDigest: prepared.digest(algorithm.digest),
    signerCertificate: chain[0] ?? new Uint8Array(),
  })
  const signedAttributes = change(built)
  return buildSignedData({
    signedAttributes,
    signature: await signer.sign(signedAttributes),
    algorithm,
    certificates: chain,
  })
}

/** Adds an attribute to a set of them, sorted as DER wants. */
function withAttribute(oid: string, value: Uint8Array): (attributes: Uint8Array) => Uint8Array {
  return (attributes) => {
    const members = membersOf(readDer(attributes, 'attributes', TAG.set)).map(encodingOf)
    return writeSetOf([...members, writeAttribute(oid, value)])
  }
}

const signingTime = withAttribute(
  '1.2.840.113549.1.9.5',
  writeElement(0x17, new TextEncoder().encode('260901020000Z')),
)

const refused = (code: string, data: object = {}) =>
  expect.objectContaining({ code, data: expect.objectContaining(data) })

describe('what it gives', () => {
  it('takes a whole CMS over the digest, as DER without what came after it', async () => {
    const prepared = prepare()
    const cms = await askService(prepared)
    const { tail } = await embedSignature(prepared, concatBytes(cms, new Uint8Array(40)))
    const [found] = listSignatures(openPdf(concatBytes(document, tail)))
    expect(readSignedData(found?.contents ?? new Uint8Array()).der).toEqual(cms)
    expect(found?.coversFile).toBe(true)
  })

  it('takes a raw signature over the attributes, and makes what sign makes in one call', async () => {
    const rsa = await authority.issue({ commonName: 'Người ký thử', keyType: 'rsa-2048' })
    const { algorithm, chain } = rsa.signer
    const prepared = prepare({ reservedBytes: 6000 })
    const attributes = prepareAttributes(prepared, { algorithm, chain, claimedRoles: ['Chủ tịch'] })
    const signature = await rsa.signer.sign(attributes.signedAttributes)
    const { tail } = await embedSignature(prepared, { ...attributes, signature })
    const inOne = { signer: rsa.signer, claimedAt, reservedBytes: 6000, claimedRoles: ['Chủ tịch'] }
    // PKCS #1 signatures are the same each time, so the two ways can be compared byte by byte.
    expect(tail).toEqual((await sign(document, inOne)).tail)
  })

  it('finds in another process what a document still waits for', async () => {
    const { revision, digest } = prepare({ field: 'NguoiKy', reason: 'Phê duyệt' })
    const stored = concatBytes(document, revision.tail)
    const again = reopenSignature(stored)
    expect(again).toMatchObject({ field: 'NguoiKy', reason: 'Phê duyệt', claimedAt })
    expect(again.digest('sha384')).toEqual(digest('sha384'))
    const { tail } = await embedSignature(again, await askService(again))
    const signed = concatBytes(stored.subarray(0, again.revision.baseOffset), tail)
    expect(signed.subarray(0, document.length)).toEqual(document)
    expect(signed.length).toBe(stored.length)
    expect(() => reopenSignature(signed)).toThrow(refused('pades/not-prepared'))
  })

  it('puts commitment types and a policy under the signature', async () => {
    const prepared = prepare()
    const signaturePolicy = {
      oid: '1.2.3.4',
      digestAlgorithm: 'sha256',
      digest: hashBytes('sha256', new Uint8Array()),
    } as const
    const commitmentTypes = ['1.2.840.113549.1.9.16.6.5']
    const { algorithm, chain } = person.signer
    const attributes = prepareAttributes(prepared, { algorithm, chain, commitmentTypes, signaturePolicy })
    const signature = await person.signer.sign(attributes.signedAttributes)
    const { tail } = await embedSignature(prepared, { ...attributes, signature })
    const [found] = listSignatures(openPdf(concatBytes(document, tail)))
    const [signer] = readSignedData(found?.contents ?? new Uint8Array()).signers
    expect(signer?.attributes).toMatchObject({ commitmentTypes, signaturePolicy: { oid: '1.2.3.4' } })
  })
})

describe('what it refuses', () => {
  it('a CMS over another document', async () => {
    const other = prepare({ field: 'Khac' })
    await expect(embedSignature(prepare(), await askService(other))).rejects.toEqual(
      refused('pades/cms-refused', { codes: ['pki/message-digest-differs'] }),
    )
  })

  it('a signature of another key, raw or in a CMS', async () => {
    const stranger = await authority.issue({ commonName: 'Khóa khác' })
    const prepared = prepare()
    const { algorithm, chain } = person.signer
    const attributes = prepareAttributes(prepared, { algorithm, chain })
    const signature = await stranger.signer.sign(attributes.signedAttributes)
    await expect(embedSignature(prepared, { ...attributes, signature })).rejects.toEqual(
      refused('pades/wrong-signature'),
    )
    const mixed = { signer: { ...stranger.signer, chain }, chain }
    await expect(embedSignature(prepared, await askService(prepared, undefined, mixed))).rejects.toEqual(
      refused('pades/cms-refused', { codes: ['pki/signature-invalid'] }),
    )
  })

  it('a CMS without its certificate, or whose attributes name another', async () => {
    const prepared = prepare()
    const cms = await askService(prepared)
    const { signers } = readSignedData(cms)
    const stripped = buildSignedData({
      signedAttributes: signers[0]?.signedBytes ?? new Uint8Array(),
      signature: signers[0]?.signature ?? new Uint8Array(),
      algorithm: person.signer.algorithm,
      certificates: [],
      signerCertificate: person.chain[0] ?? new Uint8Array(),
    })
    await expect(embedSignature(prepared, stripped)).rejects.toEqual(
      refused('pades/cms-refused', { codes: ['pki/signer-certificate-not-found'] }),
    )
    const other = await authority.issue({ commonName: 'Khác' })
    const misnamed = await askService(prepared, () =>
      buildSignedAttributes({
        digestAlgorithm: 'sha256',
        messageDigest: prepared.digest('sha256'),
        signerCertificate: other.chain[0] ?? new Uint8Array(),
      }),
    )
    await expect(embedSignature(prepared, misnamed)).rejects.toEqual(
      refused('pades/cms-refused', { codes: ['pki/signing-certificate-differs'] }),
    )
  })

  it('attributes that were signed unsorted', async () => {
    const prepared = prepare()
    const cms = await askService(prepared, (attributes) => {
      const members = membersOf(readDer(attributes, 'attributes', TAG.set)).map(encodingOf)
      return writeElement(TAG.set, concatBytes(...members.reverse()))
    })
    await expect(embedSignature(prepared, cms)).rejects.toEqual(
      refused('pades/cms-refused', { codes: ['pki/signed-attributes-unsorted'] }),
    )
  })

  it('attributes that stand unsorted, though they were signed sorted: most viewers would call them broken', async () => {
    const prepared = prepare()
    const cms = (await askService(prepared)).slice()
    const [first, second] = readSignedData(cms).signers[0]?.signedAttributes ?? []
    if (first === undefined || second === undefined) throw new Error('no attributes')
    const start = Buffer.from(cms).indexOf(Buffer.from(concatBytes(first.der, second.der)))
    cms.set(concatBytes(second.der, first.der), start)
    await expect(embedSignature(prepared, cms)).rejects.toEqual(
      refused('pades/cms-refused', { codes: ['pki/signed-attributes-out-of-order'] }),
    )
  })

  it('signing-time in the CMS, unless the caller lives with a file that is no PAdES baseline', async () => {
    const prepared = prepare()
    const cms = await askService(prepared, signingTime)
    await expect(embedSignature(prepared, cms)).rejects.toEqual(
      refused('pades/cms-refused', { codes: ['pades/signing-time'] }),
    )
    const { findings } = await embedSignature(prepared, cms, { allowNonBaseline: true })
    expect(findings.map(({ code }) => code)).toEqual(['pades/signing-time'])
  })

  it('a commitment type beside a reason, before anybody signs', () => {
    const { algorithm, chain } = person.signer
    const commitmentTypes = ['1.2.840.113549.1.9.16.6.5']
    expect(() =>
      prepareAttributes(prepare({ reason: 'Phê duyệt' }), { algorithm, chain, commitmentTypes }),
    ).toThrow(refused('pades/cms-refused', { codes: ['pades/reason-twice'] }))
  })

  it('content within the CMS, bare signatures and what is no CMS at all', async () => {
    const prepared = prepare()
    const { signer, chain } = person
    const base = { algorithm: signer.algorithm, certificates: chain }
    const signedAttributes = buildSignedAttributes({
      digestAlgorithm: 'sha256',
      messageDigest: prepared.digest('sha256'),
      signerCertificate: chain[0] ?? new Uint8Array(),
    })
    const signature = await signer.sign(signedAttributes)
    const content = { type: '1.2.840.113549.1.7.1', octets: new Uint8Array(3) }
    await expect(
      embedSignature(prepared, buildSignedData({ ...base, signedAttributes, signature, content })),
    ).rejects.toEqual(refused('pades/cms-refused', { codes: ['pades/content-inside'] }))
    await expect(embedSignature(prepared, writeUtf8String('PIN sai'))).rejects.toEqual(
      expect.objectContaining({ code: 'pki/malformed' }),
    )
    await expect(embedSignature(prepared, pkiVector('cms-no-attributes.p7s'))).rejects.toEqual(
      refused('pades/cms-refused', {
        codes: ['pki/signing-certificate-missing', 'pki/content-missing', 'pki/message-digest-missing'],
      }),
    )
  })

  it('a certificate that has expired at the time that was prepared', async () => {
    const prepared = prepare({ claimedAt: instant('2036-09-01T09:00') })
    await expect(embedSignature(prepared, await askService(prepared))).rejects.toEqual(
      refused('pades/certificate-refused', { reason: 'expired' }),
    )
  })

  it('a document that waits for nothing', () => {
    expect(() => reopenSignature(document)).toThrow(refused('pades/not-prepared'))
  })
})

describe('what it must not touch', () => {
  it('gives no half-signed bytes when the CMS does not fit, and names the size needed', async () => {
    const prepared = prepare({ reservedBytes: 10 })
    const before = prepared.revision.tail.slice()
    const cms = await askService(prepared)
    await expect(embedSignature(prepared, cms)).rejects.toEqual(
      refused('signature/placeholder-too-small', { neededBytes: cms.length, reservedBytes: 10 }),
    )
    expect(prepared.revision.tail).toEqual(before)
  })
})
