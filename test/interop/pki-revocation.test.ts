import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestIdentity } from '../../src/adapters/test-authority.ts'
import { serveTestAuthority, type TestServer } from '../../src/adapters/test-authority-server.ts'
import { writePem } from '../../src/pki/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-ocsp-'))
let server: TestServer
let good: TestIdentity
let revoked: TestIdentity

const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString()

const save = (name: string, certificate: Uint8Array) =>
  writeFileSync(join(folder, name), writePem('CERTIFICATE', certificate))

beforeAll(async () => {
  server = await serveTestAuthority()
  const { authority } = server
  good = await authority.issue({ commonName: 'good' })
  revoked = await authority.issue({ commonName: 'revoked' })
  authority.revoke(revoked, { reason: 'keyCompromise' })
  save('root.pem', authority.root.certificate)
  save('issuing.pem', authority.issuing.certificate)
  save('good.pem', good.certificate)
  save('revoked.pem', revoked.certificate)
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

describe('openssl against our services on loopback', () => {
  it.each([
    ['good', 'good.pem: good'],
    ['revoked', 'revoked.pem: revoked'],
  ])('reads a %s answer of the delegated responder and accepts its signature', async (name, expected) => {
    const url = openssl('x509', '-in', `${name}.pem`, '-noout', '-ocsp_uri').trim()
    const args = [
      'ocsp',
      '-issuer',
      'issuing.pem',
      '-cert',
      `${name}.pem`,
      '-url',
      url,
      '-CAfile',
      'root.pem',
    ]
    const run = promisify(execFile)
    const { stdout, stderr } = await run('openssl', [...args, '-verify_other', 'issuing.pem'], {
      cwd: folder,
    })
    expect(stderr).toContain('Response verify OK')
    expect(stdout).toContain(expected)
  })

  it('accepts the CRL and finds the revoked certificate in it', async () => {
    writeFileSync(join(folder, 'issuing.crl'), await server.authority.buildCrl())
    openssl('crl', '-inform', 'DER', '-in', 'issuing.crl', '-out', 'issuing.crl.pem')
    const all = ['issuing.pem', 'root.pem'].map((name) => readFileSync(join(folder, name), 'utf8')).join('')
    writeFileSync(join(folder, 'all.pem'), all)
    expect(openssl('crl', '-in', 'issuing.crl.pem', '-noout', '-text')).toContain('Key Compromise')
    const verify = ['verify', '-crl_check', '-CRLfile', 'issuing.crl.pem', '-CAfile', 'all.pem']
    expect(openssl(...verify, 'good.pem')).toContain('good.pem: OK')
    expect(() => openssl(...verify, 'revoked.pem')).toThrow(/certificate revoked/)
  })
})
