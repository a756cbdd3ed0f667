import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { instant } from '../../src/date.ts'
import { createVerifier, readTrustStore, type SignatureReport } from '../../src/validation/index.ts'

const vector = (name: string) => readFileSync(new URL(`../vectors/validation/${name}`, import.meta.url))

/** Judges the first signature of a vector, with the roots named. */
async function judge(name: string, at: string, roots: readonly string[] = []): Promise<SignatureReport> {
  const trust = roots.flatMap((root) => readTrustStore(vector(`${root}.der`)))
  const { signatures } = await createVerifier({ trust }).verify(vector(name), { at: instant(at) })
  const [first] = signatures
  if (first === undefined) throw new Error('no signature')
  return first
}

const codes = ({ findings }: SignatureReport) => findings.map(({ code }) => code)

describe('what it gives', () => {
  it('checks a signature without signed attributes over the bytes of its range (RFC 5652, 5.4)', async () => {
    const report = await judge('no-signed-attributes.pdf', '2026-09-01T09:00')
    expect([report.indication, report.subIndication]).toEqual(['INDETERMINATE', 'NO_CERTIFICATE_CHAIN_FOUND'])
    expect(codes(report)).toContain('validation/signature-ok')
    expect(codes(report)).toContain('pki/signing-certificate-missing')
  })

  it('takes the digest of the content where an ECDSA algorithm names none', async () => {
    const report = await judge('bare-ecdsa.pdf', '2020-11-01T00:00:00Z', ['root-ecdsa'])
    expect(report.indication).toBe('TOTAL-PASSED')
  })

  it('names no attack where only what was signed is out of order', async () => {
    const report = await judge('wrong-startxref.pdf', '2020-11-01T00:00:00Z', ['root-rsa'])
    expect(report).toMatchObject({ indication: 'TOTAL-PASSED', modification: 'lta-updates', attacks: [] })
  })
})

describe('what it refuses', () => {
  it('any other content under a signature without signed attributes', async () => {
    const bytes = Uint8Array.from(vector('no-signed-attributes.pdf'))
    bytes[20] = (bytes[20] ?? 0) ^ 1
    const { signatures } = await createVerifier({ trust: [] }).verify(bytes, {
      at: instant('2026-09-01T09:00'),
    })
    expect(signatures[0]).toMatchObject({ indication: 'TOTAL-FAILED', subIndication: 'SIG_CRYPTO_FAILURE' })
  })

  it('an expired signer whose own archive proves too little', async () => {
    const roots = ['root-rsa', 'root-timestamps']
    const report = await judge('revocation-inside.pdf', '2022-11-20T00:00:00Z', roots)
    expect([report.indication, report.subIndication]).toEqual(['INDETERMINATE', 'NO_POE'])
  })
})
