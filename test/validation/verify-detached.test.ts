import { beforeAll, describe, expect, it } from 'vitest'
import { writeBase64, writeUtf8 } from '../../src/bytes.ts'
import { instant } from '../../src/date.ts'
import { hashBytes } from '../../src/hash.ts'
import {
  addUnsignedAttributes,
  buildSignedAttributes,
  buildSignedData,
  buildTimestampRequest,
  readTimestampResponse,
  writePem,
  writeSignatureTimestamp,
} from '../../src/pki/index.ts'
import { readTrustStore, type ValidationReport, verifyDetached } from '../../src/validation/index.ts'
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
