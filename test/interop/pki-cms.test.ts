import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createTestAuthority,
  type IssueInput,
  type TestAuthority,
} from '../../src/adapters/test-authority.ts'
import { hashBytes } from '../../src/hash.ts'
import { buildSignedAttributes, buildSignedData, writePem } from '../../src/pki/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-pki-'))
const content = new TextEncoder().encode('nội dung thử\n')
let authority: TestAuthority

const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString()

beforeAll(async () => {
  authority = await createTestAuthority()
  writeFileSync(join(folder, 'root.pem'), writePem('CERTIFICATE', authority.root.certificate))
  writeFileSync(join(folder, 'content'), content)
})

afterAll(() => rmSync(folder, { recursive: true }))

/** A detached CMS signature over the content, as PAdES would build it. */
async function sign(input: IssueInput, withIssuerSerial = false): Promise<Uint8Array> {
  const { signer } = await authority.issue(input)
  const signerCertificate = signer.chain[0] ?? new Uint8Array(0)
  const digestAlgorithm = signer.algorithm.digest
  const messageDigest = hashBytes(digestAlgorithm, content)
  const signedAttributes = buildSignedAttributes({
    digestAlgorithm,
    messageDigest,
    signerCertificate,
    withIssuerSerial,
  })
  const signature = await signer.sign(signedAttributes)
  const { algorithm, chain: certificates } = signer
  return buildSignedData({ signedAttributes, signature, algorithm, certificates })
}

describe('openssl cms -verify accepts', () => {
  const cases: readonly IssueInput[] = [
    { commonName: 'rsa', keyType: 'rsa-2048' },
    { commonName: 'rsa sha512', keyType: 'rsa-3072', digest: 'sha512' },
    { commonName: 'pss', keyType: 'rsa-2048', isPss: true },
    { commonName: 'pss sha384', keyType: 'rsa-2048', isPss: true, digest: 'sha384' },
    { commonName: 'p256', keyType: 'p256' },
    { commonName: 'p384', keyType: 'p384' },
    { commonName: 'p521', keyType: 'p521' },
  ]

  it.each(cases)('a signature with a $commonName key', async (input) => {
    writeFileSync(join(folder, 'cms.der'), await sign(input, true))
    const verify = ['cms', '-verify', '-inform', 'DER', '-in', 'cms.der', '-binary', '-content', 'content']
    expect(() => openssl(...verify, '-CAfile', 'root.pem', '-purpose', 'any', '-out', 'out')).not.toThrow()
  })

  it('but not when the content is another', async () => {
    writeFileSync(join(folder, 'cms.der'), await sign({ commonName: 'p256' }))
    writeFileSync(join(folder, 'other'), 'khác')
    const verify = ['cms', '-verify', '-inform', 'DER', '-in', 'cms.der', '-binary', '-content', 'other']
    expect(() => openssl(...verify, '-CAfile', 'root.pem', '-purpose', 'any', '-out', 'out')).toThrow()
  })
})
