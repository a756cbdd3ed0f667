import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpFetchers } from '../../src/adapters/http.ts'
import type { TestIdentity } from '../../src/adapters/test-authority.ts'
import { serveTestAuthority, type TestServer } from '../../src/adapters/test-authority-server.ts'
import { concatBytes } from '../../src/bytes.ts'
import { fromEpochMs } from '../../src/date.ts'
import { drawFieldAppearance, drawResultDocument } from '../../src/form/index.ts'
import { hashBytes } from '../../src/hash.ts'
import { addDocumentTimestamp, extendSignatures, type PadesLevel, sign } from '../../src/pades/index.ts'
import { writePem } from '../../src/pki/index.ts'
import { result } from '../form/samples.ts'
import { askDssAside, askPdfsig, askPyhankoAside, askQpdf, hasJudge } from '../kit/judges.ts'
import { disagreements } from './disagreements.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-levels-'))
const trust = join(folder, 'root.pem')
const levels: readonly PadesLevel[] = ['B-B', 'B-T', 'B-LT', 'B-LTA']
const files: { name: string; file: string; formats: string[] }[] = []
let server: TestServer
let person: TestIdentity
let agency: TestIdentity

const now = () => fromEpochMs(Date.now())
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

function sources() {
  const fetchers = createHttpFetchers({ internalHosts: ['127.0.0.1'], retries: 0 })
  const { fetchOcsp, fetchCrl, fetchCertificates } = fetchers
  return {
    timestamp: { fetchTimestamp: fetchers.timestampFrom(server.authority.timestampUrl), randomBytes },
    revocation: { fetchOcsp, fetchCrl, fetchCertificates },
  }
}

function keep(name: string, formats: string[], ...parts: Uint8Array[]): Uint8Array {
  const bytes = concatBytes(...parts)
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, bytes)
  files.push({ name, file, formats })
  return bytes
}

beforeAll(async () => {
  server = await serveTestAuthority()
  writeFileSync(trust, writePem('CERTIFICATE', server.authority.root.certificate))
  person = await server.authority.issue({ commonName: 'Người ký thử', keyType: 'rsa-3072' })
  agency = await server.authority.issue({ commonName: 'Cơ quan thử' })
  const { bytes } = await drawResultDocument(result)
  const more = sources()
  const common = { claimedAt: now(), level: 'B-LTA', ...more } as const
  const signed: Uint8Array[] = []
  for (const level of levels) {
    const { tail } = await sign(bytes, { signer: person.signer, claimedAt: now(), level, ...more })
    signed.push(keep(`sign ${level}`, [`PAdES-BASELINE-${level.slice(2)}`], bytes, tail))
  }
  const [bb = bytes, , blt = bytes, blta = bytes] = signed
  for (const level of ['B-T', 'B-LT', 'B-LTA'] as const) {
    const { tail } = await extendSignatures(bb, { level, ...more })
    keep(`extend to ${level}`, [`PAdES-BASELINE-${level.slice(2)}`], bb, tail)
  }
  keep(
    'extend B-LT to B-LTA',
    ['PAdES-BASELINE-LTA'],
    blt,
    (await extendSignatures(blt, { level: 'B-LTA', ...more })).tail,
  )
  keep(
    'renew',
    ['PAdES-BASELINE-LTA'],
    blta,
    (await extendSignatures(blta, { level: 'B-LTA', ...more })).tail,
  )
  keep('stamp', ['PAdES-BASELINE-T'], bb, await addDocumentTimestamp(bb, more.timestamp))
  const second = await sign(blta, { signer: agency.signer, claimedAt: now(), level: 'B-LTA', ...more })
  keep('second', ['PAdES-BASELINE-LTA', 'PAdES-BASELINE-LTA'], blta, second.tail)
  for (const certify of [1, 2, 3] as const) {
    const certified = await sign(bytes, {
      signer: person.signer,
      claimedAt: now(),
      certify,
      level: 'B-LTA',
      ...more,
    })
    keep(`certify ${certify}`, ['PAdES-BASELINE-LTA'], bytes, certified.tail)
  }
  const approved = await sign(bytes, { ...common, signer: person.signer, mode: 'approve' })
  const once = keep('approve', ['PAdES-BASELINE-LTA'], bytes, approved.tail)
  const shown = {
    text: '12',
    appearance: await drawFieldAppearance({ widthPt: 80, heightPt: 16, text: '12' }),
  }
  const issued = await sign(once, {
    ...common,
    signer: agency.signer,
    mode: 'issue',
    textFields: { soKyHieu: shown, ngayBanHanh: shown },
  })
  keep('issue', ['PAdES-BASELINE-LTA', 'PAdES-BASELINE-LTA'], once, issued.tail)
  const said = {
    commitment: { commitmentTypes: ['1.2.840.113549.1.9.16.6.5'], claimedRoles: ['Chủ tịch'] },
    policy: {
      signaturePolicy: { oid: '1.2.3.4', digestAlgorithm: 'sha256', digest: hashBytes('sha256', bytes) },
    },
  } as const
  for (const [name, extras] of Object.entries(said)) {
    const { tail } = await sign(bytes, { ...common, ...extras, signer: person.signer })
    keep(name, ['PAdES-BASELINE-LTA'], bytes, tail)
  }
  const locked = await sign(bytes, {
    signer: person.signer,
    claimedAt: now(),
    level: 'B-LTA',
    lock: { action: 'All', fields: [], level: undefined },
    ...more,
  })
  keep('lock all', ['PAdES-BASELINE-LTA'], bytes, locked.tail)
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

describe.runIf(process.env.CI || hasJudge('dss'))('EU DSS', () => {
  it('calls each file the level asked for, and passes it', async () => {
    const answers = await askDssAside(files.map(({ file }) => ({ file, trust })))
    for (const [index, { name, formats }] of files.entries()) {
      const { signatures = [], error } = answers[index] ?? {}
      expect({ name, error, formats: signatures.map(({ format }) => format) }).toEqual({
        name,
        error: undefined,
        formats,
      })
      expect({ name, found: signatures.map(({ indication, errors }) => ({ indication, errors })) }).toEqual({
        name,
        found: formats.map(() => ({ indication: 'TOTAL_PASSED', errors: [] })),
      })
    }
  })
})

describe.runIf(process.env.CI || hasJudge('pyhanko'))('pyHanko', () => {
  it('finds every signature and timestamp valid, trusted, and nothing changed that may not', async () => {
    const answers = await askPyhankoAside(files.map(({ file }) => ({ file, trust })))
    for (const [index, { name }] of files.entries()) {
      const { signatures = [], error } = answers[index] ?? {}
      expect({ name, error }).toEqual({ name, error: undefined })
      for (const signature of signatures) {
        expect({ ...signature, name }).toMatchObject({ name, intact: true, valid: true, trusted: true })
        const docmdpOk = !disagreements.has(`pyhanko ${name}`)
        expect({ name, docmdpOk: signature.docmdpOk ?? docmdpOk }).toEqual({ name, docmdpOk })
      }
    }
  })
})

describe.runIf(process.env.CI || hasJudge('pdfsig'))('poppler and qpdf', () => {
  it('find the signatures valid and the structure sound', () => {
    for (const { name, file } of files) {
      const verdicts = askPdfsig(file)
      expect({ name, valid: verdicts.some(({ valid }) => valid) }).toEqual({ name, valid: true })
      expect({ name, qpdf: askQpdf(file) }).toEqual({ name, qpdf: 'ok' })
    }
  })
})
