import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPkcs11, type Pkcs11Options } from '../../src/adapters/pkcs11.ts'
import { createTestAuthority, type IssueInput } from '../../src/adapters/test-authority.ts'
import { concatBytes } from '../../src/bytes.ts'
import { fromEpochMs } from '../../src/date.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { sign } from '../../src/pades/index.ts'
import { result } from '../form/samples.ts'
import { askPdfsig, hasJudge } from '../kit/judges.ts'

const library = '/usr/lib/softhsm/libsofthsm2.so'
const packageFolder = resolve(import.meta.dirname, '../../out/judges/pkcs11/node_modules/pkcs11js')
const canRun = existsSync(library) && existsSync(packageFolder) && hasJudge('pdfsig')
const folder = mkdtempSync(join(tmpdir(), 'motcua-token-'))
const at = (name: string) => join(folder, name)
let module: NonNullable<Pkcs11Options['module']>
let document: Uint8Array

const keys: readonly (Omit<IssueInput, 'commonName'> & {
  name: string
  isPss?: boolean
  digest?: 'sha384'
})[] = [
  { name: 'rsa', keyType: 'rsa-2048' },
  { name: 'pss', keyType: 'rsa-2048', isPss: true },
  { name: 'sha384', keyType: 'rsa-3072', digest: 'sha384' },
  { name: 'p256', keyType: 'p256' },
  { name: 'p384', keyType: 'p384' },
]

/** Puts a key and its certificates on the token, as the tools of a token do. */
function put(
  name: string,
  id: string,
  { pkcs8, chain }: { pkcs8: Uint8Array; chain: readonly Uint8Array[] },
): void {
  writeFileSync(at('key.der'), pkcs8)
  const pin = ['--module', library, '--token-label', 'motcua', '--login', '--pin', '1234']
  const run = (...args: string[]) => execFileSync('pkcs11-tool', [...pin, ...args], { stdio: 'pipe' })
  run('--write-object', at('key.der'), '--type', 'privkey', '--id', id, '--label', name)
  const [own = new Uint8Array(), issuer = new Uint8Array()] = chain
  writeFileSync(at('own.cer'), own)
  run('--write-object', at('own.cer'), '--type', 'cert', '--id', id, '--label', name)
  writeFileSync(at('ca.cer'), issuer)
  run('--write-object', at('ca.cer'), '--type', 'cert', '--id', `ff${id}`, '--label', `ca of ${name}`)
}

beforeAll(async () => {
  if (!canRun) return
  mkdirSync(at('tokens'))
  writeFileSync(
    at('softhsm2.conf'),
    `directories.tokendir = ${at('tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  )
  process.env.SOFTHSM2_CONF = at('softhsm2.conf')
  const init = ['--init-token', '--free', '--label', 'motcua', '--pin', '1234', '--so-pin', '0000']
  execFileSync('softhsm2-util', init, { stdio: 'pipe' })
  module = createRequire(import.meta.url)(packageFolder)
  const authority = await createTestAuthority()
  document = (await drawResultDocument(result)).bytes
  for (const [index, { name, isPss: _, digest: __, ...input }] of keys.entries()) {
    put(name, `0${index + 1}`, await authority.issue({ commonName: 'Người ký thử', ...input }))
  }
})

afterAll(() => rmSync(folder, { recursive: true }))

describe.runIf(process.env.CI || canRun)('a token (SoftHSM)', () => {
  it('signs with each of its keys, and poppler calls the signatures valid', async () => {
    const token = await openPkcs11({ library, tokenLabel: 'motcua', pin: async () => '1234', module })
    for (const { name, isPss, digest } of keys) {
      const certificate = token.certificates.find(({ label }) => label === name)
      if (certificate === undefined) throw new Error(`no certificate ${name}`)
      const signer = token.signerFor(certificate, { isPss, digest })
      const { tail } = await sign(document, { signer, claimedAt: fromEpochMs(Date.now()) })
      writeFileSync(at(`${name}.pdf`), concatBytes(document, tail))
      expect({ name, found: askPdfsig(at(`${name}.pdf`)) }).toEqual({
        name,
        found: [{ valid: true, wholeDocument: true }],
      })
    }
    token.close()
  })

  it('refuses a wrong PIN and a label that is not there', async () => {
    await expect(
      openPkcs11({ library, tokenLabel: 'motcua', pin: async () => '9999', module }),
    ).rejects.toEqual(expect.objectContaining({ data: { step: 'login', returned: 'CKR_PIN_INCORRECT' } }))
    await expect(
      openPkcs11({ library, tokenLabel: 'khac', pin: async () => '1234', module }),
    ).rejects.toEqual(expect.objectContaining({ data: { step: 'no-token' } }))
  })
})
