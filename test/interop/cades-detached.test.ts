import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority, type TestAuthority } from '../../src/adapters/test-authority.ts'
import { fromEpochMs } from '../../src/date.ts'
import { writePem } from '../../src/pki/index.ts'
import { readTrustStore, type TrustStore, verifyDetached } from '../../src/validation/index.ts'
import { hasJudge } from '../kit/judges.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-cades-'))
const inFolder = (name: string) => join(folder, name)
const python = resolve(import.meta.dirname, '../../out/judges/pyhanko/bin/python')
const script = resolve(import.meta.dirname, 'pyhanko_cades.py')
const at = fromEpochMs(Date.now())
const isPyhankoHere = hasJudge('pyhanko')
if (process.env['CI'] !== undefined && !isPyhankoHere) throw new Error('pyHanko is missing')

let authority: TestAuthority
let trust: TrustStore

const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString()
const pyhanko = (...args: string[]) => execFileSync(python, [script, ...args], { cwd: folder }).toString()

/** Verifies a file of the folder over the content, or over another one. */
const verify = (name: string, content = 'content') =>
  verifyDetached(
    { cms: readFileSync(inFolder(name)), content: readFileSync(inFolder(content)) },
    { trust, at },
  )

beforeAll(async () => {
  // The timestamper of pyHanko that needs no server knows RSA only.
  authority = await createTestAuthority({ keyType: 'rsa-2048' })
  trust = readTrustStore(authority.root.certificate)
  writeFileSync(inFolder('root.pem'), writePem('CERTIFICATE', authority.root.certificate))
  writeFileSync(inFolder('chain.pem'), writePem('CERTIFICATE', authority.issuing.certificate))
  writeFileSync(inFolder('tsa.key'), writePem('PRIVATE KEY', authority.timestamping.pkcs8))
  writeFileSync(inFolder('tsa.pem'), writePem('CERTIFICATE', authority.timestamping.certificate))
  writeFileSync(inFolder('content'), 'nội dung công văn\n')
  writeFileSync(inFolder('other'), 'nội dung công văn khác\n')
  for (const keyType of ['rsa-2048', 'p256', 'p384'] as const) {
    const identity = await authority.issue({ commonName: keyType, keyType })
    writeFileSync(inFolder(`${keyType}.key`), writePem('PRIVATE KEY', identity.pkcs8))
    writeFileSync(inFolder(`${keyType}.pem`), writePem('CERTIFICATE', identity.certificate))
  }
})

afterAll(() => rmSync(folder, { recursive: true }))

const signOpenssl = (key: string, ...more: readonly string[]) =>
  openssl(
    ...['cms', '-sign', '-binary', '-in', 'content', '-certfile', 'chain.pem', '-signer', `${key}.pem`],
    ...['-inkey', `${key}.key`, '-outform', 'DER', '-out', 'out.p7s', ...more],
  )

describe('signatures made by OpenSSL', () => {
  it.each([
    ['rsa-2048', ['-cades']],
    ['rsa-2048', ['-cades', '-keyopt', 'rsa_padding_mode:pss']],
    ['p256', ['-cades', '-md', 'sha256']],
    ['p384', ['-cades', '-md', 'sha384', '-keyid']],
    ['p256', ['-nodetach']],
    ['rsa-2048', ['-noattr']],
    ['p256', ['-stream', '-nodetach', '-cades']],
  ] as const)('pass with %s %j, and fail over another content, as OpenSSL says', async (key, more) => {
    signOpenssl(key, ...more)
    expect((await verify('out.p7s')).document.indication).toBe('TOTAL-PASSED')
    expect((await verify('out.p7s', 'other')).document.indication).toBe('TOTAL-FAILED')
    const check = [
      'cms',
      '-verify',
      '-inform',
      'DER',
      '-in',
      'out.p7s',
      '-binary',
      '-CAfile',
      'root.pem',
      '-purpose',
      'any',
    ]
    if (more.some((word) => word === '-nodetach')) return
    expect(() => openssl(...check, '-content', 'content', '-out', 'seen')).not.toThrow()
    expect(() => openssl(...check, '-content', 'other', '-out', 'seen')).toThrow()
  })
  it('are told one by one when there are several signers', async () => {
    signOpenssl('p256', '-cades', '-signer', 'rsa-2048.pem', '-inkey', 'rsa-2048.key')
    const { signatures } = await verify('out.p7s')
    expect(signatures.map(({ signer }) => signer?.name).sort()).toEqual(['p256', 'rsa-2048'])
    expect(signatures.map(({ indication }) => indication)).toEqual(['TOTAL-PASSED', 'TOTAL-PASSED'])
  })
})

describe.skipIf(!isPyhankoHere)('signatures made by pyHanko', () => {
  it.each(['rsa-2048', 'p256', 'p384'])(
    'pass with %s, and fail over another content, as pyHanko says',
    async (key) => {
      pyhanko('make', `${key}.key`, `${key}.pem`, 'chain.pem', 'content', 'hanko.p7s')
      expect(await verify('hanko.p7s')).toMatchObject({
        document: { indication: 'TOTAL-PASSED' },
        signatures: [{ level: 'B-B' }],
      })
      expect((await verify('hanko.p7s', 'other')).document.subIndication).toBe('HASH_FAILURE')
      expect(JSON.parse(pyhanko('judge', 'hanko.p7s', 'content', 'root.pem'))).toEqual({
        intact: true,
        valid: true,
        trusted: true,
      })
      expect(JSON.parse(pyhanko('judge', 'hanko.p7s', 'other', 'root.pem'))).toMatchObject({ intact: false })
    },
  )
  it('prove their time by a signature timestamp', async () => {
    pyhanko('make', 'p256.key', 'p256.pem', 'chain.pem', 'content', 'hanko.p7s', 'tsa.key', 'tsa.pem')
    const [signature] = (await verify('hanko.p7s')).signatures
    expect(signature).toMatchObject({ indication: 'TOTAL-PASSED', level: 'B-T' })
    expect(signature?.provenAt).not.toBeNull()
  })
})
