import { beforeAll, describe, expect, it } from 'vitest'
import { concatBytes, writeBase64, writeUtf8 } from '../../src/bytes.ts'
import { type Instant, instant } from '../../src/date.ts'
import { hashBytes } from '../../src/hash.ts'
import {
  addUnsignedAttributes,
  buildSignedAttributes,
  buildSignedData,
  buildTimestampRequest,
  readSignedData,
  readTimestampResponse,
  type Signer,
  writePem,
  writeSignatureTimestamp,
} from '../../src/pki/index.ts'
import {
  createVerifier,
  readTrustStore,
  type SignatureReport,
  type ValidationReport,
  verifyDetached,
} from '../../src/validation/index.ts'
import { pkiVector } from '../kit/pki-vectors.ts'
import { type Signing, signedAt, startSigning } from '../kit/signed-document.ts'

const content = pkiVector('content.txt')
const trust = readTrustStore(pkiVector('root.cer'))
const at = instant('2027-01-01T09:00')
const verify = (cms: Uint8Array, signed: Uint8Array = content) =>
  verifyDetached({ cms, content: signed }, { trust, at })

/** Codes of a certain outcome of the only signer. */
const codes = ({ signatures }: ValidationReport, outcome: string) =>
  signatures[0]?.findings.filter((finding) => finding.outcome === outcome).map(({ code }) => code)

/** Signs the content as CAdES wants it. */
async function signDetached(signer: Signer, signingTime: Instant): Promise<Uint8Array> {
  const [signerCertificate = new Uint8Array(0)] = signer.chain
  const { algorithm, chain: certificates } = signer
  const messageDigest = hashBytes(algorithm.digest, content)
  const attributes = { digestAlgorithm: algorithm.digest, messageDigest, signerCertificate, signingTime }
  const signedAttributes = buildSignedAttributes(attributes)
  return buildSignedData({
    signedAttributes,
    signature: await signer.sign(signedAttributes),
    algorithm,
    certificates,
  })
}

/** DER by hand, for attributes that nothing here writes: lengths in two octets. */
const lengthOf = (body: Uint8Array) => [0x82, body.length >> 8, body.length & 0xff]
const sequenceOf = (members: readonly Uint8Array[]) => {
  const body = concatBytes(...members)
  return Uint8Array.of(0x30, ...lengthOf(body), ...body)
}
const explicitOf = (n: number, body: Uint8Array) => Uint8Array.of(0xa0 | n, ...lengthOf(body), ...body)
const attributeOf = (oid: string, value: Uint8Array) => {
  const last = Number(oid.split('.').at(-1))
  const type = Uint8Array.of(0x06, 11, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 16, 2, last)
  const values = Uint8Array.of(0x31, ...lengthOf(value), ...value)
  return sequenceOf([type, values])
}

let signing: Signing
let ours: Uint8Array
let ourSignature: Uint8Array

beforeAll(async () => {
  signing = await startSigning()
  const { signer } = signing.person
  const [signerCertificate = new Uint8Array(0)] = signer.chain
  const digestAlgorithm = signer.algorithm.digest
  const messageDigest = hashBytes(digestAlgorithm, content)
  const signedAttributes = buildSignedAttributes({ digestAlgorithm, messageDigest, signerCertificate })
  ourSignature = await signer.sign(signedAttributes)
  const { algorithm, chain: certificates } = signer
  ours = buildSignedData({ signedAttributes, signature: ourSignature, algorithm, certificates })
})

describe('what it gives', () => {
  it.each(['cms-p256', 'cms-p521'])('passes %s of OpenSSL at level B-B', async (name) => {
    const report = await verify(pkiVector(`${name}.p7s`))
    expect(report.document.indication).toBe('TOTAL-PASSED')
    expect(report.signatures).toMatchObject([
      {
        field: '',
        kind: 'signature',
        level: 'B-B',
        modification: null,
        docMdp: null,
        coverage: 'entire-file',
      },
    ])
    expect(report.signatures[0]?.claimedAt).not.toBeNull()
  })
  it('proves the time from a signature timestamp', async () => {
    const { fetchTimestamp } = signing.authority
    const request = buildTimestampRequest({
      digestAlgorithm: 'sha256',
      imprint: hashBytes('sha256', ourSignature),
      nonce: new Uint8Array(8).fill(3),
    })
    const token = readTimestampResponse(await fetchTimestamp(request)).token
    const stamped = addUnsignedAttributes(ours, [writeSignatureTimestamp(token ?? new Uint8Array(0))])
    const report = await verifyDetached({ cms: stamped, content }, { trust: signing.trust, at: signedAt })
    expect(report.signatures[0]).toMatchObject({ indication: 'TOTAL-PASSED', provenAt: signedAt })
  })
  it('reaches B-B with a signing-time of its own', async () => {
    const signed = await signDetached(signing.person.signer, signedAt)
    const report = await verifyDetached({ cms: signed, content }, { trust: signing.trust, at: signedAt })
    expect(report.signatures[0]).toMatchObject({
      indication: 'TOTAL-PASSED',
      level: 'B-B',
      claimedAt: signedAt,
    })
    expect(codes(report, 'warning')).toContain('validation/level-requirement')
  })
  it('remembers between files what a verifier has seen, and says the same', async () => {
    const verifier = createVerifier({ trust: signing.trust })
    const cms = await signDetached(signing.person.signer, signedAt)
    const once = await verifyDetached({ cms, content }, { trust: signing.trust, at: signedAt })
    for (const _ of [1, 2])
      expect(await verifier.verifyDetached({ cms, content }, { at: signedAt })).toEqual(once)
    const { document } = await verifier.verifyDetached({ cms, content: writeUtf8('khác') }, { at: signedAt })
    expect(document.subIndication).toBe('HASH_FAILURE')
  })
  it('uses certificates and revocation data in unsigned attributes, and gives no level for them', async () => {
    const { authority } = signing
    const { signer } = await authority.issue({ commonName: 'Người ký thử' })
    const alone = await signDetached({ ...signer, chain: signer.chain.slice(0, 1) }, signedAt)
    const judge = (cms: Uint8Array) =>
      verifyDetached({ cms, content }, { trust: signing.trust, at: signedAt })
    expect((await judge(alone)).document.subIndication).toBe('NO_CERTIFICATE_CHAIN_FOUND')
    const certificates = attributeOf(
      '1.2.840.113549.1.9.16.2.23',
      sequenceOf([authority.issuing.certificate]),
    )
    const helped = await judge(addUnsignedAttributes(alone, [certificates]))
    expect(helped.signatures[0]).toMatchObject({ indication: 'TOTAL-PASSED', level: 'B-B' })
    const crls = [await authority.buildCrl(), await authority.buildCrl(authority.root)]
    const tagged = sequenceOf([explicitOf(0, sequenceOf(crls))])
    const revocation = attributeOf('1.2.840.113549.1.9.16.2.24', tagged)
    const known = await judge(addUnsignedAttributes(alone, [certificates, revocation]))
    expect(codes(known, 'ok')).toContain('validation/revocation-ok')
    expect(codes(helped, 'ok')).not.toContain('validation/revocation-ok')
  })
  it('reads PEM and Base64 as well as DER', async () => {
    const der = pkiVector('cms-p256.p7s')
    const forms = [
      writeUtf8(writePem('CMS', der)),
      writeUtf8(writePem('PKCS7', der)),
      writeUtf8(writeBase64(der)),
    ]
    for (const form of forms) expect((await verify(form)).document.indication).toBe('TOTAL-PASSED')
  })
})

describe('archive timestamps', () => {
  const archived = pkiVector('cades-lta.p7s')
  const of = { trust: readTrustStore(pkiVector('cades-root.cer')), at: instant('2026-11-23T09:00') }
  const judge = async (cms: Uint8Array, signed = pkiVector('cades-content.txt')) =>
    (await verifyDetached({ cms, content: signed }, of)).signatures[0]
  const told = (signature: SignatureReport | undefined) =>
    signature?.findings.filter(({ place }) => place.startsWith('archive-timestamp')).map(({ code }) => code)

  it('make B-LTA of what is B-LT without them, and prove the time', async () => {
    expect(await judge(pkiVector('cades-lt.p7s'))).toMatchObject({
      indication: 'TOTAL-PASSED',
      level: 'B-LT',
    })
    const signature = await judge(archived)
    expect(signature).toMatchObject({ indication: 'TOTAL-PASSED', level: 'B-LTA' })
    expect(told(signature)).toEqual(['validation/timestamp-ok', 'validation/timestamp-ok'])
    expect(signature?.provenAt?.slice(0, 10)).toBe('2026-11-22')
  })
  it('prove nothing over another content or where nobody trusts their authority', async () => {
    const other = await judge(archived, writeUtf8('nội dung khác\n'))
    expect(other).toMatchObject({ subIndication: 'HASH_FAILURE', level: null })
    const untrusted = await verifyDetached(
      { cms: archived, content: pkiVector('cades-content.txt') },
      { ...of, trust: [] },
    )
    expect(told(untrusted.signatures[0])).toContain('validation/timestamp-untrusted')
    expect(untrusted.signatures[0]).toMatchObject({
      indication: 'INDETERMINATE',
      level: 'B-B',
      provenAt: null,
    })
  })
  it('prove nothing once what their index names was changed', async () => {
    const [answer] = readSignedData(archived).ocspResponses
    const changed = archived.slice()
    const offset = (answer?.byteOffset ?? 0) - archived.byteOffset + 200
    changed[offset] = (changed[offset] ?? 0) ^ 1
    const signature = await judge(changed)
    expect(told(signature)).toContain('validation/archive-index-differs')
    expect(signature?.level).not.toBe('B-LTA')
  })
})

describe('what it refuses', () => {
  it.each(['cms-rsa', 'cms-p256', 'cms-no-attributes', 'cms-embedded-ber'])(
    '%s over another content',
    async (name) => {
      const report = await verify(pkiVector(`${name}.p7s`), writeUtf8('nội dung khác\n'))
      expect(report.document.indication).toBe('TOTAL-FAILED')
      expect(['HASH_FAILURE', 'SIG_CRYPTO_FAILURE']).toContain(report.document.subIndication)
    },
  )
  it('leaves open what no root vouches for', async () => {
    const report = await verifyDetached({ cms: pkiVector('cms-rsa.p7s'), content }, { trust: [], at })
    expect(report.document.subIndication).toBe('NO_CERTIFICATE_CHAIN_FOUND')
  })
  it.each([new Uint8Array(0), new Uint8Array(40), writeUtf8('-----BEGIN CMS-----\n'), pkiVector('root.cer')])(
    'bytes that are no CMS, with a finding',
    async (cms) => {
      const report = await verify(cms)
      expect(report).toMatchObject({ signatures: [], document: { indication: null } })
      expect(report.document.findings[0]).toMatchObject({
        outcome: 'failed',
        code: 'validation/cms-unreadable',
      })
    },
  )
  it('any changed byte of the CMS, or says nothing else than before', async () => {
    const der = pkiVector('cms-p256.p7s')
    for (let offset = 0; offset < der.length; offset += 7) {
      const copy = der.slice()
      copy[offset] = (copy[offset] ?? 0) ^ 0x41
      const { document, signatures } = await verify(copy)
      if (document.indication !== 'TOTAL-PASSED') continue
      // What is not signed may change: the order and number of certificates, digest algorithms, and the like.
      expect(signatures[0]?.signer?.subject).toContain('p256')
    }
  })
})

describe('edges', () => {
  it('checks a signature without signed attributes over the content itself, but gives it no level', async () => {
    const report = await verify(pkiVector('cms-no-attributes.p7s'))
    expect(report.signatures[0]).toMatchObject({ level: null, claimedAt: null })
    expect(codes(report, 'ok')).toEqual(
      expect.arrayContaining(['validation/digest-ok', 'validation/signature-ok']),
    )
  })
  it('tells of revocation data at hand that cannot be read', async () => {
    const { trust } = signing
    const material = { crls: [Uint8Array.of(0x30, 3, 2, 1, 1)], ocsps: [Uint8Array.of(0)] }
    const report = await verifyDetached({ cms: ours, content }, { trust, at: signedAt, material })
    const found = report.document.findings.find(({ code }) => code === 'validation/revocation-unreadable')
    expect(found).toMatchObject({ outcome: 'warning', place: 'cms', facts: { unreadable: 2 } })
  })
  it('tells that the CMS carries a content of its own and is BER', async () => {
    const report = await verify(pkiVector('cms-embedded-ber.p7s'))
    expect(codes(report, 'warning')).toEqual(
      expect.arrayContaining(['validation/content-embedded', 'validation/cms-not-der']),
    )
  })
  it('warns of a missing signing-time and gives no baseline level', async () => {
    const report = await verifyDetached({ cms: ours, content }, { trust: signing.trust, at: signedAt })
    expect(report.signatures[0]).toMatchObject({ indication: 'TOTAL-PASSED', level: null })
    expect(codes(report, 'warning')).toContain('validation/signing-time-missing')
  })
  it('signs an empty file as well', async () => {
    expect((await verify(pkiVector('cms-rsa.p7s'), new Uint8Array(0))).document.subIndication).toBe(
      'HASH_FAILURE',
    )
  })
})
