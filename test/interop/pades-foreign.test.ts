import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpFetchers } from '../../src/adapters/http.ts'
import type { TestIdentity } from '../../src/adapters/test-authority.ts'
import { serveTestAuthority, type TestServer } from '../../src/adapters/test-authority-server.ts'
import { concatBytes } from '../../src/bytes.ts'
import { fromEpochMs } from '../../src/date.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { extendSignatures, sign } from '../../src/pades/index.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { writePem } from '../../src/pki/index.ts'
import { listSignatures, readFieldMdp } from '../../src/signature/index.ts'
import { result } from '../form/samples.ts'
import { askDssAside, askPdfsig, askPyhankoAside, askQpdf, hasJudge } from '../kit/judges.ts'
import { disagreements } from './disagreements.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'motcua-foreign-'))
const at = (name: string) => join(folder, name)
const canRun = hasJudge('pyhanko')
let server: TestServer
let person: TestIdentity

const now = () => fromEpochMs(Date.now())
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const read = (name: string) => new Uint8Array(readFileSync(at(name)))

function pyhanko(...args: string[]): void {
  const line = ['test/interop/pyhanko_sign.py', ...args]
  execFileSync(join(root, 'out/judges/pyhanko/bin/python'), line, { cwd: root, stdio: 'pipe' })
}

function sources() {
  const fetchers = createHttpFetchers({ internalHosts: ['127.0.0.1'], retries: 0 })
  const { fetchOcsp, fetchCrl, fetchCertificates } = fetchers
  return {
    timestamp: { fetchTimestamp: fetchers.timestampFrom(server.authority.timestampUrl), randomBytes },
    revocation: { fetchOcsp, fetchCrl, fetchCertificates },
  }
}

beforeAll(async () => {
  server = await serveTestAuthority()
  writeFileSync(at('root.pem'), writePem('CERTIFICATE', server.authority.root.certificate))
  writeFileSync(at('in.pdf'), (await drawResultDocument(result)).bytes)
  person = await server.authority.issue({ commonName: 'Người ký thử', keyType: 'rsa-2048' })
  writeFileSync(at('key.pem'), writePem('PRIVATE KEY', person.pkcs8))
  writeFileSync(at('chain.pem'), person.chain.map((der) => writePem('CERTIFICATE', der)).join(''))
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

/** Every judge on one file: levels by EU DSS, everything else by the others. */
async function judge(name: string, formats: readonly string[]): Promise<void> {
  const question = { file: at(name), trust: at('root.pem') }
  const [hanko] = await askPyhankoAside([question])
  for (const signature of hanko?.signatures ?? []) {
    expect({ ...signature, name }).toMatchObject({ name, intact: true, valid: true, trusted: true })
    const docmdpOk = !disagreements.has(`pyhanko ${name}`)
    expect({ name, docmdpOk: signature.docmdpOk ?? docmdpOk }).toEqual({ name, docmdpOk })
  }
  expect(hanko?.error).toBeUndefined()
  expect(askPdfsig(at(name)).filter(({ valid }) => valid)).toHaveLength(formats.length)
  expect(askQpdf(at(name))).toBe('ok')
  if (!process.env.CI && !hasJudge('dss')) return
  const [answer] = await askDssAside([question])
  const found = answer?.signatures?.map(({ format, indication }) => ({ format, indication }))
  expect(found).toEqual(formats.map((format) => ({ format, indication: 'TOTAL_PASSED' })))
}

describe.runIf(process.env.CI || canRun)('a signature that pyHanko made', () => {
  it.each(['B-T', 'B-LT', 'B-LTA'] as const)('is extended to %s', async (level) => {
    pyhanko('sign', at('in.pdf'), at('foreign.pdf'), at('key.pem'), at('chain.pem'))
    const foreign = read('foreign.pdf')
    const { tail } = await extendSignatures(foreign, { level, ...sources() })
    writeFileSync(at(`${level}.pdf`), concatBytes(foreign, tail))
    await judge(`${level}.pdf`, [`PAdES-BASELINE-${level.slice(2)}`])
  })

  it('is followed by ours, which leaves it valid', async () => {
    const foreign = read('foreign.pdf')
    const { signer } = await server.authority.issue({ commonName: 'Cơ quan thử' })
    const { tail } = await sign(foreign, { signer, claimedAt: now(), level: 'B-LTA', ...sources() })
    writeFileSync(at('second.pdf'), concatBytes(foreign, tail))
    // Our document timestamp covers the first signature as well.
    await judge('second.pdf', ['PAdES-BASELINE-T', 'PAdES-BASELINE-LTA'])
  })

  it('follows ours, which stays valid', async () => {
    const { signer } = await server.authority.issue({ commonName: 'Cơ quan thử' })
    const { tail } = await sign(read('in.pdf'), { signer, claimedAt: now(), level: 'B-LTA', ...sources() })
    writeFileSync(at('ours.pdf'), concatBytes(read('in.pdf'), tail))
    pyhanko('sign', at('ours.pdf'), at('both.pdf'), at('key.pem'), at('chain.pem'), 'Sau')
    await judge('both.pdf', ['PAdES-BASELINE-LTA', 'PAdES-BASELINE-B'])
  })
})

describe.runIf(process.env.CI || canRun)('an empty field that pyHanko made', () => {
  it('is signed with the lock it carries, and refused without the reason it demands', async () => {
    pyhanko('field', at('in.pdf'), at('form.pdf'), 'ChoKy')
    const form = read('form.pdf')
    const input = { signer: person.signer, claimedAt: now(), field: 'ChoKy' }
    await expect(sign(form, input)).rejects.toEqual(
      expect.objectContaining({ code: 'pades/seed-value', data: { constraints: ['reason'] } }),
    )
    const { tail } = await sign(form, { ...input, reason: 'Phe duyet', level: 'B-LTA', ...sources() })
    const signed = concatBytes(form, tail)
    writeFileSync(at('locked form'), signed)
    const pdf = openPdf(signed)
    const [found] = listSignatures(pdf)
    expect(found && readFieldMdp(pdf, found)).toMatchObject([{ action: 'Include', fields: ['soKyHieu'] }])
    await judge('locked form', ['PAdES-BASELINE-LTA'])
  })
})
