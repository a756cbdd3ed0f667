import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority } from '../../src/adapters/test-authority.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { writePem } from '../../src/pki/index.ts'
import { result } from '../form/samples.ts'
import { type BuiltCli, buildCli } from '../kit/built-cli.ts'
import { askPdfsig, hasJudge } from '../kit/judges.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-keys-'))
const at = (name: string) => join(folder, name)
const env = { MATKHAU: 'mật khẩu 9' }
let cli: BuiltCli

/** How OpenSSL is told to encrypt a PKCS #12. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  modern: [],
  'aes-128': ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha512'],
  legacy: ['-legacy'],
  '3des': ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES'],
}

beforeAll(async () => {
  cli = await buildCli()
  const authority = await createTestAuthority()
  const { chain, pkcs8 } = await authority.issue({ commonName: 'Người ký thử', keyType: 'rsa-2048' })
  writeFileSync(at('in.pdf'), (await drawResultDocument(result)).bytes)
  writeFileSync(at('key.pem'), writePem('PRIVATE KEY', pkcs8))
  writeFileSync(at('chain.pem'), chain.map((der) => writePem('CERTIFICATE', der)).join(''))
  if (!hasJudge('openssl')) return
  for (const [kind, options] of Object.entries(kinds)) {
    const files = ['-inkey', at('key.pem'), '-in', at('chain.pem'), '-out', at(`${kind}.p12`)]
    const line = ['pkcs12', '-export', ...options, ...files, '-passout', 'env:MATKHAU']
    execFileSync('openssl', line, { env: { ...process.env, ...env }, stdio: 'pipe' })
  }
})

afterAll(() => {
  cli.remove()
  rmSync(folder, { recursive: true })
})

describe.runIf(process.env.CI || hasJudge('openssl'))('PKCS #12 made by OpenSSL', () => {
  it.each(Object.keys(kinds))('signs from the command line: %s', (kind) => {
    const line = ['sign', at('in.pdf'), '--out', at(`${kind}.pdf`), '--p12', at(`${kind}.p12`)]
    expect(cli.run([...line, '--password-env', 'MATKHAU'], env)).toMatchObject({ exitCode: 0 })
    expect(askPdfsig(at(`${kind}.pdf`))).toEqual([{ valid: true, wholeDocument: true }])
  })

  it('is refused with a wrong password, which is not repeated, and nothing is written', () => {
    const line = ['sign', at('in.pdf'), '--out', at('no.pdf'), '--p12', at('modern.p12')]
    const refused = cli.run([...line, '--password-env', 'MATKHAU'], { MATKHAU: 'khac-4711' })
    expect(refused).toMatchObject({ exitCode: 1, err: expect.stringContaining('pki/wrong-password') })
    expect(refused.err + refused.out).not.toContain('khac-4711')
    expect(existsSync(at('no.pdf'))).toBe(false)
  })
})
