import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createTestAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../src/adapters/test-authority.ts'
import { concatBytes } from '../../src/bytes.ts'
import { fromEpochMs, instant, toEpochMs } from '../../src/date.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import {
  embedSignature,
  extendSignatures,
  prepareAttributes,
  prepareSignature,
  reopenSignature,
  type SignInput,
  sign,
} from '../../src/pades/index.ts'
import { appendRevision, beginRevision, openPdf } from '../../src/pdf/index.ts'
import { readCertificate, readSignedData } from '../../src/pki/index.ts'
import { buildCertificate } from '../../src/pki/issue/index.ts'
import {
  addSignatureField,
  buildVriKey,
  findField,
  listSignatures,
  readSecurityStore,
} from '../../src/signature/index.ts'
import { result } from '../form/samples.ts'
import { buildPdf, type PdfShape, toText } from '../kit/build-pdf.ts'

// The pitfalls that no other file tests; PITFALLS.md says where each of all of them is tested.

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

async function signed(bytes: Uint8Array, input: Partial<SignInput> = {}): Promise<Uint8Array> {
  const { tail } = await sign(bytes, { signer: person.signer, claimedAt, ...input })
  return concatBytes(bytes, tail)
}

/** Checks a signature as a stranger would: the bytes that its range names, through the CMS in its gap. */
async function holds(bytes: Uint8Array): Promise<boolean> {
  const found = listSignatures(openPdf(bytes)).at(-1)
  const { gap, coversFile, contents = new Uint8Array() } = found ?? {}
  if (gap === undefined || !coversFile) return false
  // The signature goes out, its place is empty again, and embedding checks what is put back.
  const emptied = bytes.slice().fill(0x30, gap.start + 1, gap.end - 1)
  await embedSignature(reopenSignature(emptied), contents)
  return true
}

const refused = (code: string, data: object = {}) =>
  expect.objectContaining({ code, data: expect.objectContaining(data) })

describe('pitfall 1: dates after 2049', () => {
  it('are no UTCTime in a certificate, and are read back as they are', async () => {
    const notAfter = instant('2061-01-01T00:00:00Z')
    const lasting = await authority.issue({ commonName: 'Lâu dài', notAfter })
    expect(readCertificate(lasting.certificate).notAfter).toBe(notAfter)
    expect(toText(lasting.certificate)).toContain('20610101000000Z')
    expect(await holds(await signed(document, { signer: lasting.signer }))).toBe(true)
  })
})

describe('pitfall 2: the key of a VRI entry', () => {
  it('belongs to the padding in the file: a copy with other padding has another', async () => {
    const bytes = await signed(document, { level: 'B-LT', timestamp: timestamp(), revocation: authority })
    const pdf = openPdf(bytes)
    const { contents = new Uint8Array() } = listSignatures(pdf)[0] ?? {}
    const key = readSecurityStore(pdf)?.vri[0]?.key
    expect(key).toBe(buildVriKey(contents))
    expect(key).not.toBe(buildVriKey(concatBytes(contents, new Uint8Array(2))))
    expect(key).not.toBe(buildVriKey(readSignedData(contents).der))
  })
})

describe('pitfall 4: encrypted documents', () => {
  const read = (name: string) =>
    new Uint8Array(readFileSync(resolve(import.meta.dirname, '../vectors/pdf', `${name}.pdf`)))
  it.each(['rc4-40', 'rc4-128', 'aes-128', 'aes-256-r6'])(
    'keep /Contents clear and hide every other string, with /Encrypt as it was: %s',
    async (name) => {
      const reason = 'Ly do phai duoc ma hoa'
      const input = read(name)
      const bytes = await signed(input, { reason, password: 'user' })
      const added = toText(bytes.subarray(input.length))
      const { contents = new Uint8Array(), reason: said } =
        listSignatures(openPdf(bytes, { password: 'user' }))[0] ?? {}
      expect(said).toBe(reason)
      expect(added).not.toContain(reason)
      expect(added).toContain(Buffer.from(contents.subarray(0, 40)).toString('hex'))
      const encrypt = /\/Encrypt \d+ \d+ R/
      expect(encrypt.exec(added)?.[0]).toBe(encrypt.exec(toText(input))?.[0])
      // Nothing comes after the revision that was signed.
      expect(listSignatures(openPdf(bytes, { password: 'user' }))[0]?.coversFile).toBe(true)
    },
  )
})

describe('pitfall 5: files that are written oddly', () => {
  const shapes: [string, PdfShape][] = [
    ['a cross-reference stream', { xref: 'stream' }],
    ['a hybrid file', { xref: 'hybrid', objectStream: true }],
    ['generation 65535 and 65536 in free entries', { rewrite: (text) => text.replace('65535 f', '65536 f') }],
    ['a /Size smaller than the highest object', { size: 2 }],
    ['startxref off by a few bytes', { startxrefError: 3 }],
    ['junk before the header', { junk: 'mail header\r\n\r\n' }],
    ['no line end at the end', { ending: '%%EOF' }],
    ['CR-only line ends', { eol: '\r' }],
    ['no %%EOF', { ending: '' }],
  ]
  it.each(shapes)(
    'are signed so that the signature holds, and stay the first bytes: %s',
    async (_, shape) => {
      const input = buildPdf(shape)
      const bytes = await signed(input)
      expect(bytes.subarray(0, input.length)).toEqual(input)
      expect(await holds(bytes)).toBe(true)
    },
  )
})

describe('pitfall 6: pages and fields in unusual places', () => {
  it('signs on a page inside an object stream, and in a field whose widget stands in /Kids', async () => {
    const place = { page: 1, rect: { x: 10, y: 10, width: 50, height: 20 } }
    expect(await holds(await signed(buildPdf({ xref: 'stream', objectStream: true }), { place }))).toBe(true)
    const extra = [
      { number: 20, body: '<</FT/Sig/T(Cho)/Kids[21 0 R]>>' },
      { number: 21, body: '<</Type/Annot/Subtype/Widget/Rect[10 10 60 30]/Parent 20 0 R>>' },
    ]
    const form = buildPdf({ catalog: '/AcroForm<</Fields[20 0 R]>>', page: '/Annots[21 0 R]', extra })
    const bytes = await signed(form, { field: 'Cho' })
    expect(findField(openPdf(bytes), 'Cho')?.value).toBeDefined()
    expect(await holds(bytes)).toBe(true)
  })
})

describe('pitfall 8: locks by Exclude, and by the name of a group', () => {
  it('allow what they leave out and refuse the rest', async () => {
    let form = document
    for (const name of ['nhom.a', 'nhom.b', 'khac']) {
      const draft = beginRevision(openPdf(form))
      addSignatureField(draft, { name })
      form = concatBytes(form, appendRevision(draft).bytes)
    }
    const byGroup = await signed(form, { lock: { action: 'Include', fields: ['nhom'], level: undefined } })
    for (const field of ['nhom.a', 'nhom.b']) {
      await expect(signed(byGroup, { field })).rejects.toEqual(
        refused('pades/not-permitted', { reason: 'field-locked' }),
      )
    }
    expect(await holds(await signed(byGroup, { field: 'khac' }))).toBe(true)
    const others = await signed(form, { lock: { action: 'Exclude', fields: ['nhom'], level: undefined } })
    expect(await holds(await signed(others, { field: 'nhom.a' }))).toBe(true)
    await expect(signed(others, { field: 'khac' })).rejects.toEqual(
      refused('pades/not-permitted', { reason: 'field-locked' }),
    )
  })
})

describe('pitfall 9: clocks that disagree', () => {
  it('refuses a timestamp from before the certificate of the signer', async () => {
    const notBefore = fromEpochMs(toEpochMs(claimedAt) + 60_000)
    const { signer } = await authority.issue({ commonName: 'Vừa cấp', notBefore })
    const input = { signer, claimedAt: fromEpochMs(toEpochMs(claimedAt) + 120_000), level: 'B-T' } as const
    await expect(signed(document, { ...input, timestamp: timestamp() })).rejects.toEqual(
      refused('pades/timestamp-refused', { codes: ['pades/timestamp-outside-certificate'] }),
    )
  })
})

describe('pitfall 10: several certificates with one key', () => {
  it('names the one that was chosen by its hash', async () => {
    const own = readCertificate(person.certificate)
    const renewed = await buildCertificate(
      {
        subject: [['CN', 'Người ký thử']],
        issuer: own.issuer.der,
        serial: own.serial,
        notBefore: own.notBefore,
        notAfter: instant('2029-01-01T00:00:00Z'),
        spki: own.publicKey.spki,
        extensions: { keyUsage: ['nonRepudiation'] },
      },
      authority.issuing.signer,
    )
    const prepared = prepareSignature(document, { claimedAt })
    const { algorithm } = person.signer
    const attributes = prepareAttributes(prepared, { algorithm, chain: [renewed, ...person.chain] })
    const signature = await person.signer.sign(attributes.signedAttributes)
    const { tail } = await embedSignature(prepared, { ...attributes, signature })
    const [found] = listSignatures(openPdf(concatBytes(document, tail)))
    const [signer] = readSignedData(found?.contents ?? new Uint8Array()).signers
    const [reference] = signer?.attributes.signingCertificates ?? []
    expect(Buffer.from(reference?.hash ?? []).toString('hex')).toBe(readCertificate(renewed).sha256)
  })
})

describe('pitfall 11: several roots of one name', () => {
  it('end the search for the chain, which finds the right one', async () => {
    const others = await Promise.all([1, 2, 3].map(() => createTestAuthority({ now: () => claimedAt })))
    const certificates = others.flatMap(({ root, issuing }) => [root.certificate, issuing.certificate])
    const { fetchOcsp, fetchCrl, fetchCertificates } = authority
    const revocation = { fetchOcsp, fetchCrl, fetchCertificates, certificates }
    const bytes = await signed(document, { level: 'B-LT', timestamp: timestamp(), revocation })
    const stored = readSecurityStore(openPdf(bytes))?.certificates.map((stream) =>
      Buffer.from(stream.bytes).toString('hex'),
    )
    expect(stored).toContain(Buffer.from(authority.root.certificate).toString('hex'))
    for (const der of certificates) expect(stored).not.toContain(Buffer.from(der).toString('hex'))
  })
})

describe('pitfall 14: what prepares a shadow attack', () => {
  it('is told before the signature, with a name, and does not stop it', async () => {
    const risky = buildPdf({ page: '/Annots[<</Subtype/Stamp/Rect[0 0 595 842]>>]/AA<<>>' })
    const { findings } = await sign(risky, { signer: person.signer, claimedAt })
    expect(findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['signature/annotation-over-page', 'signature/active-content']),
    )
    expect((await sign(risky, { signer: person.signer, claimedAt, scan: false })).findings).toEqual([])
  })
})

describe('pitfall 16: no signature at all', () => {
  it('is said loudly when something is to be extended', async () => {
    await expect(extendSignatures(document, { level: 'B-T', timestamp: timestamp() })).rejects.toEqual(
      refused('pades/no-signature'),
    )
  })
})

describe('pitfall 17: memory', () => {
  it('gives back the tail, not the document once more', async () => {
    const large = concatBytes(document, new Uint8Array(5_000_000).fill(0x20))
    const { tail } = await sign(large, { signer: person.signer, claimedAt })
    expect(tail.length).toBeLessThan(100_000)
    expect(tail.buffer.byteLength).toBeLessThan(1_000_000)
  })
})

describe('the table', () => {
  it('names for each of the seventeen pitfalls tests that there are', () => {
    const rows = readFileSync(join(import.meta.dirname, 'PITFALLS.md'), 'utf8')
      .split('\n')
      .flatMap((line) => /^\| (\d+) \| .* \| `(.+)` \| (.+) \|$/.exec(line) ?? [])
    const cells: { number: number; file: string; title: string }[] = []
    for (let at = 0; at < rows.length; at += 4) {
      cells.push({ number: Number(rows[at + 1]), file: rows[at + 2] ?? '', title: rows[at + 3] ?? '' })
    }
    expect(new Set(cells.map(({ number }) => number)).size).toBe(17)
    for (const { file, title } of cells) {
      const text = readFileSync(resolve(import.meta.dirname, '..', file), 'utf8')
      expect({ file, title, isThere: text.includes(title) }).toEqual({ file, title, isThere: true })
    }
  })
})
