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
  embedSignature,
  prepareAttributes,
  prepareSignature,
  reopenSignature,
  type SignInput,
  sign,
} from '../../src/pades/index.ts'
import {
  addObject,
  appendRevision,
  beginRevision,
  openPdf,
  type PdfObject,
  readDraftObject,
  setObject,
} from '../../src/pdf/index.ts'
import {
  pdfArray,
  pdfDict,
  pdfName,
  pdfNumber,
  pdfRaw,
  pdfText,
  withEntries,
} from '../../src/pdf/syntax/index.ts'
import { addSignatureField } from '../../src/signature/index.ts'
import { result } from '../form/samples.ts'

const claimedAt = instant('2026-09-01T09:00')
let authority: TestAuthority
let document: Uint8Array
let person: TestIdentity

beforeAll(async () => {
  authority = await createTestAuthority({ now: () => claimedAt })
  person = await authority.issue({ commonName: 'Người ký thử' })
  document = (await drawResultDocument(result)).bytes
})

type Entries = Record<string, PdfObject | undefined>

/** A document with a field that makes demands of its signer. */
function demanding(seed: Entries, lock?: Entries): Uint8Array {
  const draft = beginRevision(openPdf(document))
  const { ref } = addSignatureField(draft, { name: 'SV' })
  const field = readDraftObject(draft, ref)
  if (field.kind !== 'dict') throw new Error('no field')
  const Lock = lock === undefined ? undefined : pdfDict({ Type: pdfName('SigFieldLock'), ...lock })
  setObject(draft, ref, withEntries(field, { SV: addObject(draft, pdfDict(seed)), Lock }))
  return concatBytes(document, appendRevision(draft).bytes)
}

const fill = (seed: Entries, input: Partial<SignInput> = {}, lock?: Entries) =>
  sign(demanding(seed, lock), { signer: person.signer, claimedAt, field: 'SV', ...input })

const refused = (...constraints: string[]) =>
  expect.objectContaining({ code: 'pades/seed-value', data: { constraints } })

const flags = pdfNumber
const bytes = (octets: Uint8Array) =>
  pdfRaw(new TextEncoder().encode(`<${Buffer.from(octets).toString('hex')}>`))
const raw = (text: string) => pdfRaw(new TextEncoder().encode(text))
const texts = (...list: string[]) => pdfArray(list.map(pdfText))

/** A demand, what does not fulfil it, and what does. */
interface Row {
  readonly seed: Entries
  readonly breach: string
  readonly wrong?: Partial<SignInput>
  readonly right?: { readonly seed?: Entries; readonly input?: Partial<SignInput> }
}

const rows: Readonly<Record<string, Row>> = {
  '/Filter': {
    seed: { Ff: flags(1), Filter: pdfName('Other.Handler') },
    breach: 'filter',
    right: { seed: { Ff: flags(1), Filter: pdfName('Adobe.PPKLite') } },
  },
  '/SubFilter': {
    seed: { Ff: flags(2), SubFilter: pdfArray([pdfName('adbe.pkcs7.detached')]) },
    breach: 'sub-filter',
    right: { seed: { Ff: flags(2), SubFilter: pdfArray([pdfName('x'), pdfName('ETSI.CAdES.detached')]) } },
  },
  '/V': {
    seed: { Ff: flags(4), V: flags(4) },
    breach: 'version',
    right: { seed: { Ff: flags(4), V: flags(3) } },
  },
  '/Reasons': {
    seed: { Ff: flags(8), Reasons: texts('Phê duyệt', 'Ký nháy') },
    breach: 'reason',
    wrong: { reason: 'Khác' },
    right: { input: { reason: 'Ký nháy' } },
  },
  '/Reasons with a full stop alone': {
    seed: { Ff: flags(8), Reasons: texts('.') },
    breach: 'reason',
    wrong: { reason: 'Phê duyệt' },
    right: {},
  },
  '/LegalAttestation': {
    seed: { Ff: flags(16), LegalAttestation: texts('Không có nội dung động') },
    breach: 'legal-attestation',
    right: { seed: { Ff: flags(16) } },
  },
  '/DigestMethod': {
    seed: { Ff: flags(64), DigestMethod: texts('SHA384', 'SHA512') },
    breach: 'digest',
    right: { seed: { Ff: flags(64), DigestMethod: texts('SHA256') } },
  },
  '/LockDocument true': {
    seed: { Ff: flags(128), LockDocument: pdfName('true') },
    breach: 'lock-document',
    right: { input: { certify: 1 } },
  },
  '/LockDocument as a boolean': {
    seed: { Ff: flags(128), LockDocument: raw('true') },
    breach: 'lock-document',
    right: { input: { lock: { action: 'All', fields: [], level: 1 } } },
  },
  '/LockDocument false': {
    seed: { Ff: flags(128), LockDocument: pdfName('false') },
    breach: 'lock-document',
    wrong: { certify: 1 },
    right: {},
  },
  '/AppearanceFilter': {
    seed: { Ff: flags(256), AppearanceFilter: pdfText('Con dấu') },
    breach: 'appearance-filter',
    right: { seed: { Ff: flags(256) } },
  },
  '/MDP with a level': {
    seed: { MDP: pdfDict({ P: flags(2) }) },
    breach: 'doc-mdp',
    right: { input: { certify: 2 } },
  },
  '/MDP of an approval': {
    seed: { MDP: pdfDict({ P: flags(0) }) },
    breach: 'doc-mdp',
    wrong: { certify: 2 },
    right: {},
  },
}

describe('what it refuses, and what fulfils it', () => {
  it.each(Object.keys(rows))('%s', async (name) => {
    const { seed, breach, wrong, right } = rows[name] ?? { seed: {}, breach: '' }
    await expect(fill(seed, wrong)).rejects.toEqual(refused(breach))
    expect((await fill(right?.seed ?? seed, right?.input)).field).toBe('SV')
  })

  it('/TimeStamp and /AddRevInfo, which a level of its own fulfils', async () => {
    const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
    const timestamp = { fetchTimestamp: authority.fetchTimestamp, randomBytes }
    const stamped = { TimeStamp: pdfDict({ URL: pdfText('http://tsa.example'), Ff: flags(1) }) }
    await expect(fill(stamped)).rejects.toEqual(refused('timestamp'))
    expect((await fill(stamped, { level: 'B-T', timestamp })).level).toBe('B-T')
    const revocation = { Ff: flags(32), AddRevInfo: raw('true') }
    await expect(fill(revocation, { level: 'B-T', timestamp })).rejects.toEqual(refused('revocation-data'))
    expect((await fill(revocation, { level: 'B-LT', timestamp, revocation: authority })).level).toBe('B-LT')
  })

  it('the signer’s certificate: subject, issuer, policy, name, key usage', async () => {
    const [own = new Uint8Array(), issuer = new Uint8Array()] = person.chain
    const other = (await authority.issue({ commonName: 'Khác' })).chain[0] ?? new Uint8Array()
    const cert = (entries: Entries) => ({ Cert: pdfDict({ Type: pdfName('SVCert'), ...entries }) })
    const pairs: readonly (readonly [breach: string, wrong: Entries, right: Entries])[] = [
      [
        'certificate-subject',
        { Ff: flags(1), Subject: pdfArray([bytes(other)]) },
        { Ff: flags(1), Subject: pdfArray([bytes(other), bytes(own)]) },
      ],
      [
        'certificate-issuer',
        { Ff: flags(2), Issuer: pdfArray([bytes(other)]) },
        { Ff: flags(2), Issuer: pdfArray([bytes(issuer)]) },
      ],
      [
        'certificate-policy',
        { Ff: flags(4), Issuer: pdfArray([bytes(issuer)]), OID: texts('1.2.3.4') },
        // Without issuers, policies are not to be looked at.
        { Ff: flags(4), OID: texts('1.2.3.4') },
      ],
      [
        'certificate-name',
        { Ff: flags(8), SubjectDN: pdfArray([pdfDict({ CN: pdfText('Người khác') })]) },
        { Ff: flags(8), SubjectDN: pdfArray([pdfDict({ '2.5.4.3': pdfText('Người ký thử') })]) },
      ],
      [
        'certificate-key-usage',
        { Ff: flags(32), KeyUsage: texts('0XXXXXXXX') },
        { Ff: flags(32), KeyUsage: texts('0XXXXXXXX', 'X1XXX0XXX') },
      ],
    ]
    for (const [breach, wrong, right] of pairs) {
      await expect(fill(cert(wrong))).rejects.toEqual(refused(breach))
      expect((await fill(cert(right))).field).toBe('SV')
    }
  })

  it('a signature policy, which is then named under the signature', async () => {
    const seed = { Cert: pdfDict({ SignaturePolicyOID: pdfText('1.2.3.4') }) }
    await expect(fill(seed)).rejects.toEqual(refused('signature-policy'))
    const digest = hashBytes('sha256', new Uint8Array(0))
    const signaturePolicy = { oid: '1.2.3.4', digestAlgorithm: 'sha256', digest } as const
    expect((await fill(seed, { signaturePolicy })).field).toBe('SV')
  })
})

describe('edges', () => {
  it('takes a demand whose bit is not set for a wish', async () => {
    const wish = {
      Ff: flags(0),
      Filter: pdfName('Other'),
      Reasons: texts('A'),
      DigestMethod: texts('SHA512'),
    }
    expect((await fill(wish)).field).toBe('SV')
  })

  it('names every demand that is not fulfilled', async () => {
    const seed = {
      Ff: flags(1 + 8 + 64),
      Filter: pdfName('X'),
      Reasons: texts('A'),
      DigestMethod: texts('SHA512'),
    }
    await expect(fill(seed)).rejects.toEqual(refused('filter', 'reason', 'digest'))
  })

  it('asks in two halves as well: the document at once, the signer when it is known', async () => {
    const strict = demanding({ Ff: flags(64), DigestMethod: texts('SHA512') })
    const prepared = prepareSignature(strict, { claimedAt, field: 'SV' })
    const { algorithm, chain } = person.signer
    expect(() => prepareAttributes(prepared, { algorithm, chain })).toThrow(refused('digest'))
    // In another process, with attributes that were made without asking.
    const again = reopenSignature(concatBytes(strict, prepared.revision.tail))
    const careless = { ...again, assertDemands: () => undefined }
    const attributes = prepareAttributes(careless, { algorithm, chain })
    const signature = await person.signer.sign(attributes.signedAttributes)
    await expect(embedSignature(again, { ...attributes, signature })).rejects.toEqual(refused('digest'))
    expect(() =>
      prepareSignature(demanding({ Ff: flags(8), Reasons: texts('A') }), { claimedAt, field: 'SV' }),
    ).toThrow(refused('reason'))
  })

  it('takes the lock of the field itself for the lock of the document', async () => {
    const seed = { Ff: flags(128), LockDocument: pdfName('true') }
    expect((await fill(seed, {}, { Action: pdfName('All'), P: flags(1) })).field).toBe('SV')
  })
})
