import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createTestAuthority,
  type IssueInput,
  type TestAuthority,
} from '../../src/adapters/test-authority.ts'
import { concatBytes } from '../../src/bytes.ts'
import { fromEpochMs } from '../../src/date.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { sign } from '../../src/pades/index.ts'
import { writePem } from '../../src/pki/index.ts'
import { result } from '../form/samples.ts'
import { askDss, askPdfsig, askPyhanko, askQpdf, hasJudge } from '../kit/judges.ts'
import { disagreements } from './disagreements.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-matrix-'))
const trust = join(folder, 'root.pem')
const kinds: Readonly<Record<string, readonly string[]>> = {
  table: ['--object-streams=disable'],
  stream: ['--object-streams=generate'],
  linearised: ['--linearize'],
  'aes-256': ['--encrypt', '', 'owner', '256', '--'],
  'aes-128': ['--encrypt', '', 'owner', '128', '--use-aes=y', '--'],
}
const keys: Readonly<Record<string, Omit<IssueInput, 'commonName'>>> = {
  'rsa-pkcs1': { keyType: 'rsa-2048' },
  'rsa-pss': { keyType: 'rsa-2048', isPss: true },
  p256: { keyType: 'p256' },
  p384: { keyType: 'p384' },
  p521: { keyType: 'p521' },
  ed25519: { keyType: 'ed25519' },
}
const files: { name: string; key: string; file: string }[] = []
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

async function signTwice(authority: TestAuthority, input: { bytes: Uint8Array; key: string; name: string }) {
  const { bytes, key, name } = input
  const { signer } = await authority.issue({ commonName: 'Người ký thử', ...keys[key] })
  const claimedAt = fromEpochMs(Date.now())
  const timestamp = { fetchTimestamp: authority.fetchTimestamp, randomBytes }
  const place = { page: 1, rect: { x: 60, y: 60, width: 120, height: 40 } }
  const first = await sign(bytes, { signer, claimedAt, certify: 2, place })
  const once = concatBytes(bytes, first.tail)
  const second = await sign(once, { signer, claimedAt, level: 'B-LTA', timestamp, revocation: authority })
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, concatBytes(once, second.tail))
  files.push({ name, key, file })
}

beforeAll(async () => {
  if (!hasJudge('qpdf')) return
  const authority = await createTestAuthority()
  writeFileSync(trust, writePem('CERTIFICATE', authority.root.certificate))
  writeFileSync(join(folder, 'plain.pdf'), (await drawResultDocument(result)).bytes)
  for (const [kind, options] of Object.entries(kinds)) {
    const made = join(folder, `in ${kind}.pdf`)
    execFileSync('qpdf', [join(folder, 'plain.pdf'), ...options, made])
    const bytes = new Uint8Array(readFileSync(made))
    await signTwice(authority, { bytes, key: 'p256', name: kind })
  }
  const plain = new Uint8Array(readFileSync(join(folder, 'plain.pdf')))
  for (const key of Object.keys(keys)) await signTwice(authority, { bytes: plain, key, name: key })
})

afterAll(() => rmSync(folder, { recursive: true }))

describe.runIf(process.env.CI || (hasJudge('qpdf') && hasJudge('dss')))('EU DSS', () => {
  it('calls the second signature PAdES-BASELINE-LTA and finds both intact', () => {
    const answers = askDss(files.map(({ file }) => ({ file, trust })))
    for (const [index, { name, key }] of files.entries()) {
      const { signatures = [], error } = answers[index] ?? {}
      expect({ name, error, format: signatures.at(-1)?.format }).toEqual({
        name,
        error: undefined,
        format: 'PAdES-BASELINE-LTA',
      })
      const expected = disagreements.has(`dss ${key}`) ? 'INDETERMINATE' : 'TOTAL_PASSED'
      expect({ name, indication: signatures.at(-1)?.indication }).toEqual({ name, indication: expected })
    }
  })
})

describe.runIf(process.env.CI || (hasJudge('qpdf') && hasJudge('pyhanko')))('pyHanko', () => {
  it('finds both signatures and the timestamps intact, valid and allowed', () => {
    const answers = askPyhanko(files.map(({ file }) => ({ file, trust })))
    for (const [index, { name }] of files.entries()) {
      const { signatures = [], error } = answers[index] ?? {}
      expect({ name, error, count: signatures.length }).toEqual({ name, error: undefined, count: 3 })
      for (const signature of signatures) {
        expect({ ...signature, name }).toMatchObject({ name, intact: true, valid: true })
        expect({ name, docmdpOk: signature.docmdpOk ?? true }).toEqual({ name, docmdpOk: true })
      }
    }
  })
})

describe.runIf(process.env.CI || (hasJudge('qpdf') && hasJudge('pdfsig')))('poppler and qpdf', () => {
  it('find the signatures valid, where poppler knows the algorithm, and the structure sound', () => {
    for (const { name, key, file } of files) {
      const valid = askPdfsig(file).filter((verdict) => verdict.valid).length
      expect({ name, valid }).toEqual({ name, valid: disagreements.has(`pdfsig ${key}`) ? 0 : 2 })
      expect({ name, qpdf: askQpdf(file) }).toEqual({ name, qpdf: 'ok' })
    }
  })
})
