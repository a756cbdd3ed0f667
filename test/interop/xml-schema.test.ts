import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTrustedList } from '../../src/adapters/trusted-list.ts'
import { writeUtf8 } from '../../src/bytes.ts'
import { createVerifier, verifyDetached, writeXmlReport } from '../../src/validation/index.ts'
import { attacks } from '../kit/attacks/catalogue.ts'
import { createSampleSigner } from '../kit/attacks/sample.ts'
import { hasSchemas, openSchemas } from '../kit/etsi-schemas.ts'
import { hasJudge } from '../kit/judges.ts'
import { plainDocument, type Signing, signedAt, signWhole, startSigning } from '../kit/signed-document.ts'
import { signTrustedList, unsignedMarkup, writeTrustedList } from '../kit/trusted-list.ts'

const isHere = hasJudge('xmllint') && hasSchemas()
if (process.env['CI'] !== undefined && !isHere)
  throw new Error('xmllint or the schemas of EU DSS are missing')
if (!isHere) process.stdout.write('skipped: XML against the schemas of ETSI (xmllint or EU DSS is missing)\n')

const REPORT = 'TS119102-2-v141.xsd'
const LIST = 'ts_119612v020101_xsd.xsd'
const LIST_6 = 'ts_119612v020401_xsd.xsd'
const folder = mkdtempSync(join(tmpdir(), 'motcua-xsd-'))
afterAll(() => rmSync(folder, { recursive: true }))

let complain: ReturnType<typeof openSchemas>
let signing: Signing

beforeAll(async () => {
  if (!isHere) return
  complain = openSchemas(folder)
  signing = await startSigning()
})

/** The report on a document, by those who trust the signer or nobody. */
async function reportOn(document: Uint8Array, trust = signing.trust): Promise<string> {
  return writeXmlReport(await createVerifier({ trust }).verify(document, { at: signedAt }))
}

describe.skipIf(!isHere)('the report of TS 119 102-2, by the schema of version 1.4.1', () => {
  it.each(['B-B', 'B-T', 'B-LT', 'B-LTA'] as const)('is valid for a signature of level %s', async (level) => {
    const signed = await signWhole(signing, { level, reason: 'Phê duyệt <kết quả> & trả' })
    expect(complain(REPORT, await reportOn(signed))).toBe('')
    expect(complain(REPORT, await reportOn(signed, []))).toBe('')
  })

  it('is valid for several signatures, for none, and for bytes that are no document', async () => {
    const once = await signWhole(signing, { level: 'B-T' })
    expect(complain(REPORT, await reportOn(await signWhole(signing, { field: 'Sig2' }, once)))).toBe('')
    expect(complain(REPORT, await reportOn(plainDocument))).toBe('')
    expect(complain(REPORT, await reportOn(writeUtf8('không phải PDF')))).toBe('')
  })

  it('is valid for every attack', async () => {
    const signer = await createSampleSigner()
    for (const { name, title, sample, attack } of attacks) {
      const report = await reportOn(attack(await signer.make(sample)), signer.signing.trust)
      expect([name, title, complain(REPORT, report)]).toEqual([name, title, ''])
    }
  }, 120_000)

  it('is valid for a detached signature that is none', async () => {
    const { trust } = signing
    const report = await verifyDetached(
      { cms: writeUtf8('x'), content: writeUtf8('y') },
      { trust, at: signedAt },
    )
    expect(complain(REPORT, writeXmlReport(report))).toBe('')
  })

  it('is refused where it is spoilt, so that the schema is seen to judge', async () => {
    const report = await reportOn(await signWhole(signing))
    expect(complain(REPORT, report.replaceAll('MainIndication', 'MainIndicator'))).toContain('MainIndicator')
  })
})

describe.skipIf(!isHere)('the trusted lists of our tests, by the schema of TS 119 612', () => {
  it('are valid', () => {
    const certificates = [signing.authority.root.certificate]
    const history = [{ status: 'granted', since: '2020-01-01T00:00:00Z' }]
    expect(
      complain(LIST, writeTrustedList({ services: [{ certificates, history, status: 'withdrawn' }] })),
    ).toBe('')
    expect(complain(LIST, writeTrustedList({ nextUpdate: '' }))).toBe('')
  })

  it('are valid as version 6, by the schema of v2.4.1, and are read with the kinds of supply points it brought', async () => {
    const certificates = [signing.authority.root.certificate]
    const typed = writeTrustedList({ version: 6, services: [{ certificates }] }).replace(
      '<ServiceSupplyPoint>',
      '<ServiceSupplyPoint type="http://uri.etsi.org/TrstSvc/Svctype/Certstatus/CRL/QC">',
    )
    expect(complain(LIST_6, typed)).toBe('')
    expect(complain(LIST, typed)).toContain('type')
    const list = await readTrustedList(writeUtf8(typed), { at: signedAt })
    expect([list.version, list.providers[0]?.services[0]?.supplyPoints]).toEqual([6, ['http://tsa.example/']])
  })

  it('are valid when they are signed', async () => {
    const list = writeTrustedList({
      version: 6,
      services: [{ certificates: [signing.authority.root.certificate] }],
    })
    expect(complain(LIST_6, await signTrustedList(list, signing.person))).toBe('')
  })

  it('are refused where they are spoilt', () => {
    expect(complain(LIST, writeTrustedList({ signature: unsignedMarkup }))).toContain('Signature')
  })
})
