import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpFetchers } from '../../src/adapters/http.ts'
import type { IssueInput, TestIdentity } from '../../src/adapters/test-authority.ts'
import { serveTestAuthority, type TestServer } from '../../src/adapters/test-authority-server.ts'
import { concatBytes } from '../../src/bytes.ts'
import { fromEpochMs } from '../../src/date.ts'
import { drawResultDocument, drawSignatureAppearance } from '../../src/form/index.ts'
import { type PadesLevel, type SignaturePlan, sign } from '../../src/pades/index.ts'
import { appendRevision, beginRevision, openPdf } from '../../src/pdf/index.ts'
import { readSignedData, writePem } from '../../src/pki/index.ts'
import {
  addSignatureField,
  type FoundSignature,
  listSignatures,
  readSecurityStore,
} from '../../src/signature/index.ts'
import { result } from '../form/samples.ts'
import { buildPdf } from '../kit/build-pdf.ts'
import {
  askDssAside,
  askMutool,
  askOpenssl,
  askPdfsig,
  askPyhankoAside,
  askQpdf,
  hasJudge,
} from '../kit/judges.ts'
import { choosePairs } from '../kit/pairwise.ts'
import { disagreements } from './disagreements.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-matrix-'))
const trust = join(folder, 'root.pem')
const encrypted = (...more: string[]) => ['--allow-weak-crypto', '--encrypt', '', 'owner', ...more, '--']

/** How the input is written; `undefined` for one that qpdf cannot write. */
const kinds: Readonly<Record<string, readonly string[] | undefined>> = {
  table: ['--object-streams=disable'],
  stream: ['--object-streams=generate'],
  linearised: ['--linearize'],
  hybrid: undefined,
  'aes-256': encrypted('256'),
  'aes-128': encrypted('128', '--use-aes=y'),
  'rc4-128': encrypted('128', '--use-aes=n'),
  'rc4-40': encrypted('40'),
}
const keys: Readonly<Record<string, Omit<IssueInput, 'commonName'>>> = {
  'rsa-pkcs1': { keyType: 'rsa-2048' },
  'rsa-sha512': { keyType: 'rsa-3072', digest: 'sha512' },
  'rsa-pss': { keyType: 'rsa-2048', isPss: true },
  p256: { keyType: 'p256' },
  p384: { keyType: 'p384' },
  p521: { keyType: 'p521' },
  ed25519: { keyType: 'ed25519' },
}
const levels: readonly PadesLevel[] = ['B-B', 'B-T', 'B-LT', 'B-LTA']
const ways = ['first', 'second', 'certifying', 'existing field', 'visible'] as const
const rows = choosePairs({ kind: Object.keys(kinds), key: Object.keys(keys), level: levels, way: ways })

interface Made {
  readonly name: string
  readonly file: string
  readonly key: string
  readonly level: PadesLevel
  readonly kind: string
  readonly input: Uint8Array
  readonly signed: Uint8Array
  readonly field: string
  /** Ordinary signatures in the file, ours being the last. */
  readonly count: number
}

const made: Made[] = []
const inputs = new Map<string, Uint8Array>()
const signers = new Map<string, TestIdentity>()
let server: TestServer
let earlier: TestIdentity
let look: Uint8Array

const now = () => fromEpochMs(Date.now())
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** The document before our signature, and what the plan adds for a way of signing. */
async function prepareWay(way: (typeof ways)[number], bytes: Uint8Array) {
  const place = { page: 1, rect: { x: 60, y: 60, width: 120, height: 40 } }
  const plans: Readonly<Record<(typeof ways)[number], Partial<SignaturePlan>>> = {
    first: {},
    second: {},
    certifying: { certify: 2 },
    'existing field': { field: 'Cho.Ky' },
    visible: { place, appearance: look },
  }
  if (way === 'second') {
    const { tail } = await sign(bytes, { signer: earlier.signer, claimedAt: now() })
    return { bytes: concatBytes(bytes, tail), plan: plans[way] }
  }
  if (way !== 'existing field') return { bytes, plan: plans[way] }
  const draft = beginRevision(openPdf(bytes))
  addSignatureField(draft, { name: 'Cho.Ky', pageIndex: 0, rectangle: place.rect })
  return { bytes: concatBytes(bytes, appendRevision(draft).bytes), plan: plans[way] }
}

async function make({ kind, key, level, way }: (typeof rows)[number]): Promise<void> {
  const fetchers = createHttpFetchers({ internalHosts: ['127.0.0.1'], retries: 0 })
  const { fetchOcsp, fetchCrl, fetchCertificates } = fetchers
  const timestamp = { fetchTimestamp: fetchers.timestampFrom(server.authority.timestampUrl), randomBytes }
  const sources = level === 'B-B' ? {} : { timestamp, revocation: { fetchOcsp, fetchCrl, fetchCertificates } }
  const { bytes, plan } = await prepareWay(way, inputs.get(kind) ?? new Uint8Array())
  const { signer } = signers.get(key) ?? earlier
  const { tail, field } = await sign(bytes, { ...plan, ...sources, signer, claimedAt: now(), level })
  const name = `${kind}, ${key}, ${level}, ${way}`
  const file = join(folder, `${made.length}.pdf`)
  const signed = concatBytes(bytes, tail)
  writeFileSync(file, signed)
  made.push({ name, file, key, level, kind, input: bytes, signed, field, count: way === 'second' ? 2 : 1 })
}

beforeAll(async () => {
  if (!hasJudge('qpdf')) return
  server = await serveTestAuthority()
  const { authority } = server
  writeFileSync(trust, writePem('CERTIFICATE', authority.root.certificate))
  earlier = await authority.issue({ commonName: 'Người ký trước' })
  look = await drawSignatureAppearance({ widthPt: 120, heightPt: 40, name: 'Người ký thử', signedAt: now() })
  writeFileSync(join(folder, 'plain.pdf'), (await drawResultDocument(result)).bytes)
  for (const [kind, options] of Object.entries(kinds)) {
    const file = join(folder, `in ${kind}.pdf`)
    if (options === undefined) writeFileSync(file, buildPdf({ xref: 'hybrid', objectStream: true }))
    else execFileSync('qpdf', [join(folder, 'plain.pdf'), ...options, file])
    inputs.set(kind, new Uint8Array(readFileSync(file)))
  }
  for (const [key, input] of Object.entries(keys)) {
    signers.set(key, await authority.issue({ commonName: 'Người ký thử', ...input }))
  }
  for (const row of rows) await make(row)
}, 300_000)

afterAll(async () => {
  await server?.close()
  rmSync(folder, { recursive: true })
})

/** Our signature in a file. */
function oursIn({ signed, field }: Made): FoundSignature {
  const found = listSignatures(openPdf(signed)).find((signature) => signature.field.name === field)
  if (found === undefined) throw new Error('no signature')
  return found
}

/** The bytes that a signature covers, as its /ByteRange says. */
function coveredBy({ byteRange = [] }: FoundSignature, bytes: Uint8Array): Uint8Array {
  const [a = 0, b = 0, c = 0, d = 0] = byteRange
  return concatBytes(bytes.subarray(a, a + b), bytes.subarray(c, c + d))
}

describe.runIf(process.env.CI || hasJudge('qpdf'))('our own look', () => {
  it('meets every two choices in some file', () => {
    expect(made.length).toBeGreaterThanOrEqual(Object.keys(kinds).length * Object.keys(keys).length)
  })

  it('finds the input as the first bytes, DER with sorted sets, and VRI keys over the padded contents', () => {
    for (const row of made) {
      const ours = oursIn(row)
      const cms = readSignedData(ours.contents ?? new Uint8Array())
      const key = createHash('sha1')
        .update(ours.gap?.contents ?? new Uint8Array())
        .digest('hex')
        .toUpperCase()
      const vri = readSecurityStore(openPdf(row.signed))?.vri.map((entry) => entry.key) ?? []
      expect({
        name: row.name,
        isPrefix: Buffer.compare(row.signed.subarray(0, row.input.length), row.input) === 0,
        isDer: cms.isDer && cms.areCertificatesSorted && cms.signers[0]?.areSignedAttributesSorted,
        hasVri: vri.includes(key),
      }).toEqual({
        name: row.name,
        isPrefix: true,
        isDer: true,
        hasVri: row.level >= 'B-LT' && row.level !== 'B-T',
      })
    }
  })

  it('is shared by qpdf: no file is worse than its input', () => {
    for (const { name, kind, file } of made) {
      expect({ name, qpdf: askQpdf(file) }).toEqual({ name, qpdf: askQpdf(join(folder, `in ${kind}.pdf`)) })
    }
  })
})

describe.runIf(process.env.CI || (hasJudge('qpdf') && hasJudge('openssl')))('OpenSSL', () => {
  it('verifies each CMS over the covered bytes', () => {
    for (const row of made) {
      const ours = oursIn(row)
      const files = { cms: join(folder, 'a.p7s'), content: join(folder, 'a.bin'), trust }
      writeFileSync(files.cms, readSignedData(ours.contents ?? new Uint8Array()).der)
      writeFileSync(files.content, coveredBy(ours, row.signed))
      const expected = !disagreements.has(`openssl ${row.key}`)
      expect({ name: row.name, valid: askOpenssl(files) }).toEqual({ name: row.name, valid: expected })
    }
  })
})

describe.runIf(process.env.CI || (hasJudge('qpdf') && hasJudge('dss')))('EU DSS', () => {
  it('calls each file the level asked for, and passes it', async () => {
    const answers = await askDssAside(made.map(({ file }) => ({ file, trust })))
    for (const [index, { name, key, level, count }] of made.entries()) {
      const { signatures = [], error } = answers[index] ?? {}
      const last = signatures.at(-1)
      const passed = disagreements.has(`dss ${key}`) ? 'INDETERMINATE' : 'TOTAL_PASSED'
      expect({
        name,
        error,
        count: signatures.length,
        format: last?.format,
        indication: last?.indication,
      }).toEqual({
        name,
        error: undefined,
        count,
        format: `PAdES-BASELINE-${level.slice(2)}`,
        indication: passed,
      })
    }
  })
})

describe.runIf(process.env.CI || (hasJudge('qpdf') && hasJudge('pyhanko')))('pyHanko', () => {
  it('finds all signatures and timestamps intact, valid and allowed', async () => {
    const answers = await askPyhankoAside(made.map(({ file }) => ({ file, trust })))
    for (const [index, { name, level, count }] of made.entries()) {
      const { signatures = [], error } = answers[index] ?? {}
      const expected = { name, error: undefined, count: count + (level === 'B-LTA' ? 1 : 0) }
      expect({ name, error, count: signatures.length }).toEqual(expected)
      for (const signature of signatures) {
        expect({ ...signature, name }).toMatchObject({ name, intact: true, valid: true })
        expect({ name, docmdpOk: signature.docmdpOk ?? true }).toEqual({ name, docmdpOk: true })
      }
    }
  })
})

describe.runIf(process.env.CI || (hasJudge('qpdf') && hasJudge('pdfsig')))('poppler', () => {
  it('finds every signature valid whose algorithm it knows', () => {
    for (const { name, key, file, count } of made) {
      const valid = askPdfsig(file).filter((verdict) => verdict.valid).length
      expect({ name, valid }).toEqual({ name, valid: disagreements.has(`pdfsig ${key}`) ? count - 1 : count })
    }
  })
})

describe.runIf(process.env.CI || (hasJudge('qpdf') && hasJudge('mutool')))('MuPDF', () => {
  it('finds every signature valid whose algorithm it knows', () => {
    for (const { name, key, file, count } of made) {
      const valid = askMutool(file).filter((verdict) => verdict.valid).length
      expect({ name, valid }).toEqual({ name, valid: disagreements.has(`mutool ${key}`) ? count - 1 : count })
    }
  })
})
