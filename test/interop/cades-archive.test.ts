import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveTestAuthority, type TestServer } from '../../src/adapters/test-authority-server.ts'
import { fromEpochMs, type Instant, toEpochMs } from '../../src/date.ts'
import { readCadesArchive, readSignedData } from '../../src/pki/index.ts'
import {
  readTrustStore,
  type SignatureReport,
  type TrustStore,
  verifyDetached,
} from '../../src/validation/index.ts'
import { hasJudge, makeDetachedByDss } from '../kit/judges.ts'

const isHere = hasJudge('dss')
if (process.env['CI'] !== undefined && !isHere) throw new Error('EU DSS is missing')
if (!isHere) process.stdout.write('skipped: archive timestamps of CAdES made by EU DSS\n')

const folder = mkdtempSync(join(tmpdir(), 'motcua-archive-'))
const inFolder = (name: string) => join(folder, name)
const HOUR_MS = 3_600_000
const start = Date.now()
/** Hours from the start of the test. */
const hour = (hours: number): Instant => fromEpochMs(start + hours * HOUR_MS)

let server: TestServer
let trust: TrustStore
const names = ['B', 'T', 'LT', 'LTA', 'LTA2'] as const

beforeAll(async () => {
  if (!isHere) return
  server = await serveTestAuthority()
  const { authority } = server
  trust = readTrustStore(authority.root.certificate)
  // The signer's certificate ends long before those of the authorities: only proofs of time help then.
  const person = await authority.issue({ commonName: 'Văn thư thử', notAfter: hour(2) })
  writeFileSync(inFolder('content'), 'nội dung công văn\n')
  writeFileSync(inFolder('other'), 'nội dung khác\n')
  writeFileSync(inFolder('root.der'), authority.root.certificate)
  writeFileSync(inFolder('person.der'), person.certificate)
  writeFileSync(inFolder('person.pkcs8'), person.pkcs8)
  const orders = names.map((name) => ({
    content: inFolder('content'),
    root: inFolder('root.der'),
    certificate: inFolder('person.der'),
    key: inFolder('person.pkcs8'),
    level: name === 'LTA2' ? ('LTA' as const) : name,
    tsaUrl: authority.timestampUrl,
    out: inFolder(`${name}.p7s`),
    isExtended: name === 'LTA2',
  }))
  expect(await makeDetachedByDss(orders)).toEqual(names.map(() => ({ ok: true })))
}, 120_000)

afterAll(async () => {
  rmSync(folder, { recursive: true })
  if (isHere) await server.close()
})

const read = (name: string) => new Uint8Array(readFileSync(inFolder(`${name}.p7s`)))
/** What comes of a CMS, over the content or another one, at a moment. */
async function judge(
  cms: Uint8Array,
  at = hour(0.5),
  content = 'content',
): Promise<SignatureReport | undefined> {
  // EU DSS puts the issuing certificate into the CMS with the revocation data only.
  const material = { certificates: [server.authority.issuing.certificate] }
  const report = await verifyDetached(
    { cms, content: readFileSync(inFolder(content)) },
    { trust, at, material },
  )
  return report.signatures[0]
}
const codesAt = (signature: SignatureReport | undefined, place: string) =>
  signature?.findings.filter((finding) => finding.place.startsWith(place)).map(({ code }) => code)

describe.skipIf(!isHere)('detached signatures of EU DSS', () => {
  it('have the level that EU DSS made', async () => {
    for (const name of names) {
      const signature = await judge(read(name))
      expect([name, signature?.indication, signature?.level]).toEqual([
        name,
        'TOTAL-PASSED',
        `B-${name.replace('2', '')}`,
      ])
    }
  })

  it('name what the next level lacks', async () => {
    const lacking = async (name: string) =>
      (await judge(read(name)))?.findings.find(({ code }) => code === 'validation/level-requirement')?.facts
    expect(await lacking('B')).toEqual({ level: 'B-T', requirement: 'timestamp' })
    expect(await lacking('T')).toEqual({ level: 'B-LT', requirement: 'revocation-data' })
    expect(await lacking('LT')).toEqual({ level: 'B-LTA', requirement: 'archive-timestamp' })
    expect(await lacking('LTA')).toBe(undefined)
  })

  it('hold after the certificate has ended only where an archive timestamp or a signature timestamp proves the time', async () => {
    const later = hour(24)
    const outcomes: Record<string, unknown> = {}
    for (const name of names) outcomes[name] = (await judge(read(name), later))?.subIndication ?? 'passed'
    // Without an archive timestamp nothing proves that the revocation data are as old as they say.
    expect(outcomes).toEqual({
      B: 'OUT_OF_BOUNDS_NO_POE',
      T: 'OUT_OF_BOUNDS_NO_POE',
      LT: expect.stringMatching(/NO_POE$/),
      LTA: 'passed',
      LTA2: 'passed',
    })
  })

  it('tell of each archive timestamp', async () => {
    expect(codesAt(await judge(read('LTA2')), 'archive-timestamp')).toEqual([
      'validation/timestamp-ok',
      'validation/timestamp-ok',
    ])
  })

  it('prove nothing of another content', async () => {
    const signature = await judge(read('LTA'), hour(0.5), 'other')
    expect(signature).toMatchObject({
      indication: 'TOTAL-FAILED',
      subIndication: 'HASH_FAILURE',
      level: null,
    })
    expect(codesAt(signature, 'archive-timestamp')).toContain('validation/timestamp-untrusted')
  })

  it('lose their archive when what it covers is taken away or changed', async () => {
    const cms = read('LTA')
    const signedData = readSignedData(cms)
    const [signer] = signedData.signers
    if (signer === undefined) throw new Error('no signer')
    const [stamp] = readCadesArchive(signedData, signer).timestamps
    expect(stamp?.missing).toBe(0)
    // One byte of an OCSP answer, of a certificate, and of the signature timestamp.
    const targets = [
      signedData.ocspResponses[0],
      signedData.certificates[2],
      signer.attributes.signatureTimestamps[0],
    ]
    for (const target of targets) {
      if (target === undefined) throw new Error('nothing to change')
      const changed = cms.slice()
      const offset = target.byteOffset - signedData.der.byteOffset + target.length - 3
      changed[offset] = (changed[offset] ?? 0) ^ 1
      const signature = await judge(changed)
      expect(codesAt(signature, 'archive-timestamp')).toContain('validation/archive-index-differs')
      expect(signature?.level).not.toBe('B-LTA')
    }
  })

  it('never pass with another signature value, whatever byte of the CMS is changed', async () => {
    const cms = read('LTA')
    const [value] = readSignedData(cms).signers.map(({ signature }) => signature)
    for (let offset = 5; offset < cms.length; offset += 97) {
      const changed = cms.slice()
      changed[offset] = (changed[offset] ?? 0) ^ 0x20
      const signature = await judge(changed, hour(24))
      if (signature?.indication !== 'TOTAL-PASSED') continue
      expect(readSignedData(changed).signers[0]?.signature).toEqual(value)
      expect(toEpochMs(signature.provenAt ?? hour(24))).toBeLessThan(toEpochMs(hour(1)))
    }
  })
})
