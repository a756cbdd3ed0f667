import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority, type TestAuthority } from '../../src/adapters/test-authority.ts'
import { readHex } from '../../src/bytes.ts'
import { hashBytes } from '../../src/hash.ts'
import {
  buildTimestampRequest,
  checkTimestampResponse,
  readTimestampResponse,
  writePem,
} from '../../src/pki/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-tsa-'))
const content = new TextEncoder().encode('nội dung thử\n')
let authority: TestAuthority

const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString()

beforeAll(async () => {
  authority = await createTestAuthority()
  writeFileSync(join(folder, 'root.pem'), writePem('CERTIFICATE', authority.root.certificate))
  writeFileSync(join(folder, 'issuing.pem'), writePem('CERTIFICATE', authority.issuing.certificate))
  writeFileSync(join(folder, 'content'), content)
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('timestamps between us and openssl', () => {
  it("openssl reads our request and accepts our authority's answer", async () => {
    const imprint = hashBytes('sha384', content)
    const request = buildTimestampRequest({
      digestAlgorithm: 'sha384',
      imprint,
      nonce: readHex('0102030405060708'),
    })
    writeFileSync(join(folder, 'request.tsq'), request)
    writeFileSync(join(folder, 'response.tsr'), await authority.fetchTimestamp(request))
    expect(openssl('ts', '-query', '-in', 'request.tsq', '-text')).toContain('Hash Algorithm: sha384')
    const verify = ['ts', '-verify', '-in', 'response.tsr', '-queryfile', 'request.tsq']
    expect(openssl(...verify, '-CAfile', 'root.pem', '-untrusted', 'issuing.pem')).toContain(
      'Verification: OK',
    )
  })

  it('our authority understands a request of openssl', async () => {
    openssl('ts', '-query', '-data', 'content', '-sha256', '-cert', '-out', 'theirs.tsq')
    const request = readFileSync(join(folder, 'theirs.tsq'))
    writeFileSync(join(folder, 'theirs.tsr'), await authority.fetchTimestamp(request))
    const verify = ['ts', '-verify', '-in', 'theirs.tsr', '-queryfile', 'theirs.tsq']
    expect(openssl(...verify, '-CAfile', 'root.pem', '-untrusted', 'issuing.pem')).toContain(
      'Verification: OK',
    )
  })

  it('we accept the answer of our own authority', async () => {
    const imprint = hashBytes('sha256', content)
    const request = { digestAlgorithm: 'sha256', imprint, nonce: readHex('00ff0304') } as const
    const response = readTimestampResponse(await authority.fetchTimestamp(buildTimestampRequest(request)))
    const outcome = await checkTimestampResponse(response, request)
    expect(outcome.findings).toEqual([])
  })
})
