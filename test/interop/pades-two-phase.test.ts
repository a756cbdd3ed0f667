import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IssueInput } from '../../src/adapters/test-authority.ts'
import { serveTestAuthority, type TestServer } from '../../src/adapters/test-authority-server.ts'
import { drawResultDocument } from '../../src/form/index.ts'
import { writePem } from '../../src/pki/index.ts'
import { result } from '../form/samples.ts'
import { type BuiltCli, buildCli } from '../kit/built-cli.ts'
import { askDssAside, askPdfsig, askQpdf, hasJudge } from '../kit/judges.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-halves-'))
const at = (...names: string[]) => join(folder, ...names)
const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' })
let server: TestServer
let cli: BuiltCli

/** How OpenSSL signs the attributes with each kind of key, and what the preparation has to be told. */
const ways: Readonly<
  Record<string, { key: Omit<IssueInput, 'commonName'>; options: string[]; sign: (key: string) => string[] }>
> = {
  'rsa-pkcs1': {
    key: { keyType: 'rsa-2048' },
    options: [],
    sign: (key) => ['dgst', '-sha256', '-sign', key],
  },
  'rsa-pss': {
    key: { keyType: 'rsa-2048' },
    options: ['--pss', '--digest', 'sha512'],
    sign: (key) => [
      ...['dgst', '-sha512', '-sigopt', 'rsa_padding_mode:pss'],
      ...['-sigopt', 'rsa_pss_saltlen:digest', '-sign', key],
    ],
  },
  p256: { key: { keyType: 'p256' }, options: [], sign: (key) => ['dgst', '-sha256', '-sign', key] },
  p521: { key: { keyType: 'p521' }, options: [], sign: (key) => ['dgst', '-sha512', '-sign', key] },
}

/** Puts key and certificates of somebody where OpenSSL and the program find them. */
async function issue(name: string, key: Omit<IssueInput, 'commonName'>): Promise<void> {
  const { chain, pkcs8 } = await server.authority.issue({ commonName: 'Người ký thử', ...key })
  writeFileSync(at(`${name}.key.pem`), writePem('PRIVATE KEY', pkcs8))
  writeFileSync(at(`${name}.pem`), chain.map((der) => writePem('CERTIFICATE', der)).join(''))
}

beforeAll(async () => {
  server = await serveTestAuthority()
  cli = await buildCli()
  writeFileSync(at('root.pem'), writePem('CERTIFICATE', server.authority.root.certificate))
  writeFileSync(at('in.pdf'), (await drawResultDocument(result)).bytes)
  for (const [name, { key }] of Object.entries(ways)) await issue(name, key)
})

afterAll(async () => {
  cli.remove()
  await server.close()
  rmSync(folder, { recursive: true })
})

describe.runIf(process.env.CI || hasJudge('openssl'))('a raw signature that OpenSSL makes', () => {
  it.each(Object.keys(ways))('is embedded by another process: %s', (name) => {
    const { options, sign } = ways[name] ?? { options: [], sign: () => [] }
    const line = ['sign', 'prepare', at('in.pdf'), '--out', at(name), '--cert', at(`${name}.pem`), ...options]
    expect(cli.run(line)).toMatchObject({ exitCode: 0 })
    openssl(...sign(at(`${name}.key.pem`)), '-out', at(name, 'raw.bin'), at(name, 'attributes.der'))
    const embedded = cli.run(['sign', 'embed', at(name), '--signature', at(name, 'raw.bin')])
    expect(embedded).toMatchObject({ exitCode: 0 })
    const [input, signed] = [readFileSync(at('in.pdf')), readFileSync(at(name, 'signed.pdf'))]
    expect(signed.subarray(0, input.length).equals(input)).toBe(true)
    expect(readdirSync(at(name)).filter((file) => file.includes('unfinished'))).toEqual([])
  })

  it('is refused when it is over something else, and nothing is written', () => {
    rmSync(at('p256', 'signed.pdf'))
    openssl('dgst', '-sha256', '-sign', at('p256.key.pem'), '-out', at('other.bin'), at('in.pdf'))
    const refused = cli.run(['sign', 'embed', at('p256'), '--signature', at('other.bin')])
    expect(refused).toMatchObject({ exitCode: 1, err: expect.stringContaining('pades/wrong-signature') })
    expect(existsSync(at('p256', 'signed.pdf'))).toBe(false)
    cli.run(['sign', 'embed', at('p256'), '--signature', at('p256', 'raw.bin')])
  })

  it('gives what EU DSS calls PAdES baseline and passes, and poppler calls valid', async () => {
    const names = Object.keys(ways)
    for (const name of names) {
      expect({ name, found: askPdfsig(at(name, 'signed.pdf')) }).toEqual({
        name,
        found: [{ valid: true, wholeDocument: true }],
      })
      expect({ name, qpdf: askQpdf(at(name, 'signed.pdf')) }).toEqual({ name, qpdf: 'ok' })
    }
    if (!process.env.CI && !hasJudge('dss')) return
    const questions = names.map((name) => ({ file: at(name, 'signed.pdf'), trust: at('root.pem') }))
    const answers = await askDssAside(questions)
    for (const [index, name] of names.entries()) {
      expect({ name, signatures: answers[index]?.signatures }).toMatchObject({
        name,
        signatures: [{ format: 'PAdES-BASELINE-B', indication: 'TOTAL_PASSED', errors: [] }],
      })
    }
  })
})

describe.runIf(process.env.CI || hasJudge('openssl'))('a whole CMS that OpenSSL makes', () => {
  it('is refused for its signing-time, and embedded when somebody asks for that', () => {
    const made = ['sign', 'prepare', at('in.pdf'), '--out', at('whole'), '--content', '--reserve', '12000']
    expect(cli.run(made)).toMatchObject({ exitCode: 0 })
    openssl(
      ...['cms', '-sign', '-binary', '-cades', '-md', 'sha256', '-in', at('whole', 'content.bin')],
      ...['-signer', at('rsa-pkcs1.pem'), '-inkey', at('rsa-pkcs1.key.pem')],
      ...['-outform', 'DER', '-out', at('whole.p7s')],
    )
    const line = ['sign', 'embed', at('whole'), '--cms', at('whole.p7s')]
    expect(cli.run(line)).toMatchObject({ exitCode: 1, err: expect.stringContaining('pades/signing-time') })
    expect(existsSync(at('whole', 'signed.pdf'))).toBe(false)
    expect(cli.run([...line, '--allow-non-baseline'])).toMatchObject({
      exitCode: 0,
      err: expect.stringContaining('signing-time'),
    })
    expect(askPdfsig(at('whole', 'signed.pdf'))).toEqual([{ valid: true, wholeDocument: true }])
  })

  it('is refused when it signs another document', () => {
    openssl(
      ...['cms', '-sign', '-binary', '-cades', '-md', 'sha256', '-in', at('in.pdf')],
      ...['-signer', at('rsa-pkcs1.pem'), '-inkey', at('rsa-pkcs1.key.pem')],
      ...['-outform', 'DER', '-out', at('other.p7s')],
    )
    const refused = cli.run(['sign', 'embed', at('whole'), '--cms', at('other.p7s'), '--allow-non-baseline'])
    expect(refused).toMatchObject({ exitCode: 1, err: expect.stringContaining('pki/message-digest-differs') })
  })
})
