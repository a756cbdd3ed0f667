import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestAuthority, type TestAuthority } from '../../src/adapters/test-authority.ts'
import { fromEpochMs } from '../../src/date.ts'
import { hashBytes } from '../../src/hash.ts'
import { buildSignedAttributes, buildSignedData, writePem } from '../../src/pki/index.ts'
import { readTrustStore, type TrustStore, verifyDetached } from '../../src/validation/index.ts'
import { askDss, hasJudge } from '../kit/judges.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-cades-'))
const inFolder = (name: string) => join(folder, name)
const python = resolve(import.meta.dirname, '../../out/judges/pyhanko/bin/python')
const script = resolve(import.meta.dirname, 'pyhanko_cades.py')
const at = fromEpochMs(Date.now())
const isPyhankoHere = hasJudge('pyhanko')
const isDssHere = hasJudge('dss')
if (process.env['CI'] !== undefined && !(isPyhankoHere && isDssHere))
  throw new Error('pyHanko or EU DSS is missing')

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

describe.skipIf(!isDssHere)('EU DSS', () => {
  /** Makes a detached signature with our own parts, as `motcua/pki` gives them. */
  async function makeOurs(name: string): Promise<void> {
    const { signer } = await authority.issue({ commonName: 'Văn thư thử', keyType: 'p256' })
    const [certificate] = signer.chain
    if (certificate === undefined) throw new Error('no certificate')
    const signedAttributes = buildSignedAttributes({
      digestAlgorithm: signer.algorithm.digest,
      messageDigest: hashBytes(signer.algorithm.digest, readFileSync(inFolder('content'))),
      signerCertificate: certificate,
      signingTime: at,
    })
    const signature = await signer.sign(signedAttributes)
    const { algorithm, chain } = signer
    writeFileSync(
      inFolder(name),
      buildSignedData({ signedAttributes, signature, algorithm, certificates: chain }),
    )
  }

  it('finds the same signatures whole, and the same ones broken', async () => {
    signOpenssl('p256', '-cades', '-md', 'sha256', '-out', 'openssl-p256.p7s')
    signOpenssl('rsa-2048', '-cades', '-keyopt', 'rsa_padding_mode:pss', '-out', 'openssl-pss.p7s')
    await makeOurs('ours.p7s')
    const names = ['openssl-p256.p7s', 'openssl-pss.p7s', 'ours.p7s']
    if (isPyhankoHere) {
      pyhanko('make', 'p384.key', 'p384.pem', 'chain.pem', 'content', 'hanko-b.p7s')
      pyhanko('make', 'p256.key', 'p256.pem', 'chain.pem', 'content', 'hanko-t.p7s', 'tsa.key', 'tsa.pem')
      names.push('hanko-b.p7s', 'hanko-t.p7s')
    }
    const trustFile = inFolder('root.pem')
    const contents = ['content', 'other'].flatMap((content) => names.map((name) => ({ name, content })))
    const answers = askDss(
      contents.map(({ name, content }) => ({
        file: inFolder(name),
        trust: trustFile,
        content: inFolder(content),
      })),
    )
    const [whole, broken] = [answers.slice(0, names.length), answers.slice(names.length)]
    for (const [index, name] of names.entries()) {
      const [good, bad] = [whole[index]?.signatures?.[0], broken[index]?.signatures?.[0]]
      // Without revocation data DSS does not come to a pass; it says so, and nothing else.
      expect([name, good?.indication, good?.subIndication]).toEqual([
        name,
        'INDETERMINATE',
        'CERTIFICATE_CHAIN_GENERAL_FAILURE',
      ])
      expect((await verify(name)).document.indication).toBe('TOTAL-PASSED')
      expect([name, bad?.indication, bad?.subIndication]).toEqual([name, 'TOTAL_FAILED', 'HASH_FAILURE'])
      expect((await verify(name, 'other')).document).toMatchObject({
        indication: 'TOTAL-FAILED',
        subIndication: 'HASH_FAILURE',
      })
    }
    const formats = whole.map((answer) => answer.signatures?.[0]?.format)
    const ofPyhanko = isPyhankoHere ? ['CAdES-BASELINE-B', 'CAdES-BASELINE-T'] : []
    expect(formats).toEqual(['CAdES-BASELINE-B', 'CAdES-BASELINE-B', 'CAdES-BASELINE-B', ...ofPyhanko])
  }, 120_000)
})
