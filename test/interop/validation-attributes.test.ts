import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveTestAuthority, type TestServer } from '../../src/adapters/test-authority-server.ts'
import { compareBytes, concatBytes } from '../../src/bytes.ts'
import { fromEpochMs } from '../../src/date.ts'
import {
  writeElement,
  writeOctets,
  writeOid,
  writeSequence,
  writeSetOf,
  writeUtf8String,
} from '../../src/pki/der/write-der.ts'
import { writePem } from '../../src/pki/index.ts'
import { createVerifier, etsiPolicy, readTrustStore } from '../../src/validation/index.ts'
import { sampleShape } from '../kit/attacks/sample.ts'
import { buildPdf } from '../kit/build-pdf.ts'
import { askDssAside, askMutool, askPdfsig, askPyhankoAside, hasJudge } from '../kit/judges.ts'
import { signAttributes, type WrittenAttributes } from '../kit/signed-attributes.ts'

const judges = ['pyhanko', 'dss', 'pdfsig', 'mutool'] as const
const missing = judges.filter((judge) => !hasJudge(judge))

const attribute = (oid: string, ...values: Uint8Array[]) =>
  writeSequence(writeOid(oid), writeElement(0x31, concatBytes(...values)))
/** The attributes of our signer with others, in the order of DER. */
const withMore =
  (...more: Uint8Array[]) =>
  (own: readonly Uint8Array[]): WrittenAttributes => ({ stored: [...own, ...more].sort(compareBytes) })

const time = (text: string) => writeElement(0x17, new TextEncoder().encode(text))
const role = (text: string) =>
  writeSequence(writeElement(0xa0, writeSequence(writeOid('2.5.4.72'), writeSetOf([writeUtf8String(text)]))))
const policy = (oid: string) =>
  writeSequence(
    writeOid(oid),
    writeSequence(writeSequence(writeOid('2.16.840.1.101.3.4.2.1')), writeOctets(new Uint8Array(32))),
  )
const newRole = (text: string) =>
  writeSequence(
    writeElement(
      0xa0,
      writeSequence(writeSequence(writeOid('2.5.4.72'), writeSetOf([writeUtf8String(text)]))),
    ),
  )
/** Roles that are no attributes at all, as some signers write them. */
const bareRole = (text: string) =>
  writeSequence(writeElement(0xa0, writeSequence(writeOctets(new TextEncoder().encode(text)))))

const SIGNER_ATTRIBUTES = '1.2.840.113549.1.9.16.2.18'

/** Each case with who passes it: we, EU DSS, pyHanko, the library of Mozilla (pdfsig), OpenSSL (mutool). */
const cases: readonly (readonly [
  name: string,
  write: (own: readonly Uint8Array[]) => WrittenAttributes,
  passing: string,
])[] = [
  ['as they should be', (stored) => ({ stored }), 'ours dss pyhanko pdfsig mutool'],
  ['unsorted, signed as they stand', (own) => ({ stored: own.toReversed() }), 'ours pyhanko pdfsig mutool'],
  ['unsorted, signed in the order of DER', (own) => ({ stored: own.toReversed(), signed: own }), 'ours dss'],
  ['sorted, signed in another order', (own) => ({ stored: own, signed: own.toReversed() }), ''],
  [
    'two values of signing-time',
    withMore(attribute('1.2.840.113549.1.9.5', time('260901020000Z'), time('260901020001Z'))),
    'pyhanko pdfsig mutool',
  ],
  [
    'two values of signer-attributes',
    withMore(attribute(SIGNER_ATTRIBUTES, role('a'), role('b'))),
    'ours dss pyhanko pdfsig mutool',
  ],
  [
    'signer-attributes twice',
    withMore(attribute(SIGNER_ATTRIBUTES, role('a')), attribute(SIGNER_ATTRIBUTES, role('b'))),
    'ours dss pyhanko pdfsig mutool',
  ],
  [
    'two values of signer-attributes-v2',
    withMore(attribute('0.4.0.19122.1.1', newRole('a'), newRole('b'))),
    'dss pdfsig mutool',
  ],
  [
    'roles that are no attributes',
    withMore(attribute(SIGNER_ATTRIBUTES, bareRole('a'), bareRole('b'))),
    'ours dss pyhanko pdfsig mutool',
  ],
  [
    'two signature policies',
    withMore(attribute('1.2.840.113549.1.9.16.2.15', policy('1.2.3'), policy('1.2.4'))),
    'ours dss pyhanko pdfsig mutool',
  ],
]

describe.skipIf(missing.length > 0)('signed attributes out of order, or too many of them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-attributes-'))
  let server: TestServer
  beforeAll(async () => {
    server = await serveTestAuthority()
  })
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })

  it('are passed by us and by the judges as the table says', { timeout: 300_000 }, async () => {
    const { authority } = server
    const { fetchOcsp, fetchCrl, fetchCertificates } = authority
    const trust = join(folder, 'root.pem')
    writeFileSync(trust, writePem('CERTIFICATE', authority.root.certificate))
    const person = await authority.issue({ commonName: 'Người ký thử', keyType: 'rsa-2048' })
    const ways = { trust: readTrustStore(authority.root.certificate), fetchOcsp, fetchCrl, fetchCertificates }
    const strict = {
      ...etsiPolicy,
      weights: { 'pki/signed-attributes-unsorted': 'fail', 'pki/signed-attributes-out-of-order': 'fail' },
    } as const
    const document = buildPdf(sampleShape())
    const made: { file: string; ours: boolean; strictly: string | null }[] = []
    for (const [index, [, write]] of cases.entries()) {
      const bytes = await signAttributes(document, person, { claimedAt: fromEpochMs(Date.now()), write })
      const file = join(folder, `${index}.pdf`)
      writeFileSync(file, bytes)
      const at = fromEpochMs(Date.now())
      const ours = (await createVerifier(ways).verify(bytes, { at })).document.indication === 'TOTAL-PASSED'
      const { signatures } = await createVerifier({ ...ways, policy: strict }).verify(bytes, { at })
      made.push({ file, ours, strictly: signatures[0]?.subIndication ?? null })
    }
    const questions = made.map(({ file }) => ({ file, trust }))
    const dss = await askDssAside(questions)
    const pyhanko = await askPyhankoAside(questions)
    const said = made.map(({ file, ours }) => {
      const passing = {
        ours,
        dss: dss.find((each) => each.file === file)?.signatures?.[0]?.indication === 'TOTAL_PASSED',
        pyhanko: pyhanko.find((each) => each.file === file)?.signatures?.[0]?.bottomLine === true,
        pdfsig: askPdfsig(file)[0]?.valid === true,
        mutool: askMutool(file)[0]?.valid === true,
      }
      return Object.entries(passing)
        .flatMap(([name, passes]) => (passes ? [name] : []))
        .join(' ')
    })
    const table = cases.map(([name], index) => `${name}: ${said[index]}`)
    expect(table).toEqual(cases.map(([name, , passing]) => `${name}: ${passing}`))
    // A policy may take the side of EU DSS in the one case, and of all the others in the other.
    expect(made.slice(1, 3).map(({ strictly }) => strictly)).toEqual([
      'SIG_CRYPTO_FAILURE',
      'SIG_CRYPTO_FAILURE',
    ])
  })
})

describe('the judges', () => {
  it('are there in continuous integration, and are missed aloud elsewhere', () => {
    if (missing.length > 0) process.stderr.write(`skipped for want of: ${missing.join(', ')}\n`)
    if (process.env.CI) expect(missing).toEqual([])
  })
})
