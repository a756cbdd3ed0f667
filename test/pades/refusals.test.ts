import { beforeAll, describe, expect, it } from 'vitest'
import {
  createTestAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../src/adapters/test-authority.ts'
import { concatBytes } from '../../src/bytes.ts'
import { instant } from '../../src/date.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { extendSignatures, prepareSignature, type SignInput, sign } from '../../src/pades/index.ts'
import {
  addObject,
  appendRevision,
  beginRevision,
  openPdf,
  readDraftObject,
  setObject,
} from '../../src/pdf/index.ts'
import { pdfArray, pdfDict, pdfName, pdfNumber, pdfText, withEntries } from '../../src/pdf/syntax/index.ts'
import { readSignedData } from '../../src/pki/index.ts'
import {
  addSignatureField,
  buildVriKey,
  findField,
  listSignatures,
  readSecurityStore,
} from '../../src/signature/index.ts'
import { result } from '../form/samples.ts'

const claimedAt = instant('2026-09-01T09:00')
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
let authority: TestAuthority
let document: Uint8Array
let person: TestIdentity

beforeAll(async () => {
  authority = await createTestAuthority({ now: () => claimedAt })
  person = await authority.issue({ commonName: 'Người ký thử' })
  document = (await drawResultDocument(result)).bytes
})

const timestamp = () => ({ fetchTimestamp: authority.fetchTimestamp, randomBytes })

async function sealed(input: Partial<SignInput> = {}, bytes = document): Promise<Uint8Array> {
  const { tail } = await sign(bytes, { signer: person.signer, claimedAt, ...input })
  return concatBytes(bytes, tail)
}

const refused = (code: string, data: object) =>
  expect.objectContaining({ code, data: expect.objectContaining(data) })

describe('certificates that may not sign', () => {
  it('refuses one that has expired, or is not valid yet, at the time of signing', async () => {
    const early = sealed({ claimedAt: instant('2020-01-01T00:00') })
    await expect(early).rejects.toEqual(refused('pades/certificate-refused', { reason: 'not-yet-valid' }))
    const late = sealed({ claimedAt: instant('2036-01-01T00:00') })
    await expect(late).rejects.toEqual(refused('pades/certificate-refused', { reason: 'expired' }))
  })
  it('refuses one for another purpose, and an authority', async () => {
    const other = await authority.issue({ commonName: 'Máy chủ thử', keyUsage: ['keyEncipherment'] })
    for (const { signer } of [
      other,
      authority.timestamping,
      { signer: { ...authority.issuing.signer, chain: [authority.issuing.certificate] } },
    ])
      await expect(sealed({ signer })).rejects.toEqual(
        refused('pades/certificate-refused', { reason: 'key-usage' }),
      )
  })
  it('refuses a weak digest and an algorithm of another kind of key', async () => {
    const weak = { ...person.signer, algorithm: { scheme: 'ecdsa', digest: 'sha1' } as const }
    await expect(sealed({ signer: weak })).rejects.toEqual(
      refused('pades/certificate-refused', { reason: 'weak-algorithm' }),
    )
    const rsa = { ...person.signer, algorithm: { scheme: 'rsa-pss', digest: 'sha256' } as const }
    await expect(sealed({ signer: rsa })).rejects.toEqual(
      refused('pades/certificate-refused', { reason: 'other-key' }),
    )
  })
  it('refuses a revoked one before the key is asked', async () => {
    const gone = await authority.issue({ commonName: 'Đã thu hồi' })
    authority.revoke(gone)
    let asked = 0
    const signer = {
      ...gone.signer,
      sign(bytes: Uint8Array) {
        asked += 1
        return gone.signer.sign(bytes)
      },
    }
    await expect(sealed({ signer, revocation: authority })).rejects.toEqual(
      refused('pades/certificate-refused', { reason: 'revoked' }),
    )
    expect(asked).toBe(0)
  })
  it('warns when nobody can say whether a certificate is revoked, and signs', async () => {
    const silent = {
      fetchOcsp: () => Promise.reject(new Error('down')),
      fetchCertificates: authority.fetchCertificates,
    }
    const { findings } = await sign(document, { signer: person.signer, claimedAt, revocation: silent })
    expect(findings.map(({ code, severity, facts }) => ({ code, severity, reason: facts.reason }))).toEqual([
      { code: 'pades/revocation-unknown', severity: 'warning', reason: 'no-data' },
      { code: 'pades/revocation-unknown', severity: 'warning', reason: 'no-data' },
    ])
    const heard = await sign(document, { signer: person.signer, claimedAt, revocation: authority })
    expect(heard.findings).toEqual([])
  })
  it('writes nothing when the signature does not belong to the certificate', async () => {
    const other = await authority.issue({ commonName: 'Khóa khác' })
    const signer = { ...person.signer, sign: other.signer.sign }
    await expect(sealed({ signer })).rejects.toEqual(
      expect.objectContaining({ code: 'pades/wrong-signature' }),
    )
  })
})

describe('what documents forbid', () => {
  it('refuses a field that an earlier signature locks, and any new one under a lock of all', async () => {
    const draft = beginRevision(openPdf(document))
    addSignatureField(draft, { name: 'B' })
    const base = concatBytes(document, appendRevision(draft).bytes)
    const locked = await sealed(
      { field: 'A', lock: { action: 'Include', fields: ['B'], level: undefined } },
      base,
    )
    expect(() => prepareSignature(locked, { claimedAt, field: 'B' })).toThrow(
      refused('pades/not-permitted', { reason: 'field-locked' }),
    )
    expect(prepareSignature(locked, { claimedAt, field: 'C' }).field).toBe('C')
    const all = await sealed({ lock: { action: 'All', fields: [], level: undefined } })
    expect(() => prepareSignature(all, { claimedAt })).toThrow(
      refused('pades/not-permitted', { reason: 'field-locked' }),
    )
  })
  it('refuses a signature after a lock that forbids every change, as a certification does', async () => {
    const locked = await sealed({ lock: { action: 'Include', fields: ['x'], level: 1 } })
    expect(() => prepareSignature(locked, { claimedAt })).toThrow(
      refused('pades/not-permitted', { reason: 'certified-without-changes' }),
    )
  })
  it('enforces the demands of a seed value and names all that are not fulfilled', async () => {
    const draft = beginRevision(openPdf(document))
    const { ref } = addSignatureField(draft, { name: 'SV' })
    const field = readDraftObject(draft, ref)
    const seed = pdfDict({
      Type: pdfName('SV'),
      Ff: pdfNumber(8 + 64),
      Reasons: pdfArray([pdfText('Phê duyệt')]),
      DigestMethod: pdfArray([pdfText('SHA512')]),
    })
    if (field.kind === 'dict') setObject(draft, ref, withEntries(field, { SV: addObject(draft, seed) }))
    const demanding = concatBytes(document, appendRevision(draft).bytes)
    await expect(sealed({ field: 'SV' }, demanding)).rejects.toEqual(
      refused('pades/seed-value', { constraints: ['reason', 'digest'] }),
    )
    const { signer } = await authority.issue({ commonName: 'Người ký thử', digest: 'sha512' })
    const signed = await sealed({ field: 'SV', reason: 'Phê duyệt', signer }, demanding)
    expect(findField(openPdf(signed), 'SV')?.value).toBeDefined()
  })
})

describe('levels', () => {
  it('asks for the sources that a level needs', async () => {
    await expect(sealed({ level: 'B-T' })).rejects.toEqual(
      refused('pades/missing-source', { source: 'timestamp' }),
    )
    await expect(sealed({ level: 'B-LT', timestamp: timestamp() })).rejects.toEqual(
      refused('pades/missing-source', { source: 'revocation' }),
    )
  })
  it('does not claim B-LT with holes in the revocation data', async () => {
    const revocation = { fetchCertificates: authority.fetchCertificates }
    await expect(sealed({ level: 'B-LT', timestamp: timestamp(), revocation })).rejects.toEqual(
      refused('pades/no-revocation-data', { codes: ['no-data'] }),
    )
  })
  it('falls back to CRLs where no OCSP service answers', async () => {
    const { fetchCrl, fetchCertificates } = authority
    const signed = await sealed({
      level: 'B-LT',
      timestamp: timestamp(),
      revocation: { fetchCrl, fetchCertificates },
    })
    const store = readSecurityStore(openPdf(signed))
    expect([store?.ocsps.length, store?.crls.length]).toEqual([0, 2])
  })
  it('names the VRI entry by the padded contents', async () => {
    const signed = await sealed({ level: 'B-LT', timestamp: timestamp(), revocation: authority })
    const pdf = openPdf(signed)
    const [found] = listSignatures(pdf)
    expect(readSecurityStore(pdf)?.vri.map(({ key }) => key)).toEqual([
      buildVriKey(found?.contents ?? new Uint8Array()),
    ])
  })
  it('makes room again when the token is larger than the room for it', async () => {
    const signed = await sealed({
      level: 'B-LTA',
      timestamp: { ...timestamp(), reservedBytes: 100 },
      revocation: authority,
    })
    const kinds = listSignatures(openPdf(signed)).map(({ kind, contents }) => [
      kind,
      readSignedData(contents ?? new Uint8Array()).signers.length,
    ])
    expect(kinds).toEqual([
      ['signature', 1],
      ['timestamp', 1],
    ])
  })
  it('refuses a timestamp over something else, or of another nonce', async () => {
    let first: Uint8Array | undefined
    const replay = async (request: Uint8Array) => {
      first ??= await authority.fetchTimestamp(request)
      return first
    }
    const source = { ...timestamp(), fetchTimestamp: replay }
    await sealed({ level: 'B-T', timestamp: source })
    await expect(sealed({ level: 'B-T', timestamp: source })).rejects.toEqual(
      refused('pades/timestamp-refused', {
        codes: expect.arrayContaining(['pki/timestamp-nonce-differs', 'pki/timestamp-imprint-differs']),
      }),
    )
  })
  it('reads the document once for B-LTA', async () => {
    let wholeReadings = 0
    const source = {
      length: document.length,
      read(offset: number, length: number) {
        if (length > document.length / 2) wholeReadings += 1
        return document.subarray(offset, offset + length)
      },
    }
    await sign(source, {
      signer: person.signer,
      claimedAt,
      level: 'B-LTA',
      timestamp: timestamp(),
      revocation: authority,
      scan: false,
    })
    expect(wholeReadings).toBe(1)
  })
  it('extends a certified document, which allows nothing else, and refuses one without signatures', async () => {
    const certified = await sealed({ certify: 1 })
    const { tail } = await extendSignatures(certified, {
      level: 'B-LTA',
      timestamp: timestamp(),
      revocation: authority,
    })
    expect(listSignatures(openPdf(concatBytes(certified, tail))).map(({ kind }) => kind)).toEqual([
      'signature',
      'timestamp',
      'timestamp',
    ])
    await expect(extendSignatures(document, { level: 'B-T', timestamp: timestamp() })).rejects.toEqual(
      expect.objectContaining({ code: 'pades/no-signature' }),
    )
  })
})
