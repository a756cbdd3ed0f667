import { beforeAll, describe, expect, it } from 'vitest'
import type { AttributeFacts, SignerInfo } from '../../../src/pki/index.ts'
import type { SignatureFacts } from '../../../src/validation/facts/collect.ts'
import { createProofs } from '../../../src/validation/facts/evidence.ts'
import { judgeSigner, stopJudging } from '../../../src/validation/judge/judge-signer.ts'
import { factsOf, inquiryOf, inShort } from '../../kit/inquiry.ts'
import { findingOf } from '../../kit/report-of.ts'
import { signedAt as now, type Signing, signWhole, startSigning } from '../../kit/signed-document.ts'

let signing: Signing
let facts: SignatureFacts
let bytes: Uint8Array
beforeAll(async () => {
  signing = await startSigning()
  bytes = await signWhole(signing)
  const [first] = factsOf(bytes).signatures
  if (first === undefined) throw new Error('no signature')
  facts = first
})

type Change = () => Partial<SignatureFacts>
const signerWith = (
  more: Partial<SignerInfo>,
  attributes: Partial<AttributeFacts> = {},
): Partial<SignatureFacts> => ({
  signer: facts.signer && {
    ...facts.signer,
    ...more,
    attributes: { ...facts.signer.attributes, ...attributes },
  },
})

/** Judges the signer with something otherwise. */
async function judge(change: Partial<SignatureFacts> = {}, form = [findingOf('format', 'ok')]) {
  const document = factsOf(bytes)
  const base = inquiryOf({ now, trust: signing.trust, document })
  const inquiry = { ...base, document, chain: { judged: [], proofs: createProofs(now) } }
  return judgeSigner({ ...facts, ...change }, form, inquiry)
}

describe('what it gives', () => {
  it('no trouble, the certificate and its path, and what was said of the form first', async () => {
    const { trouble, certificate, path, findings } = await judge()
    expect(trouble).toBeUndefined()
    expect(certificate?.subject.text).toContain('Người ký thử')
    expect(path?.length).toBe(3)
    expect(inShort(findings)[0]).toBe('ok format-ok')
    expect(inShort(findings)).toContain('ok chain-ok')
  })
})

describe('what it refuses, and where it stops', () => {
  const others: Change = () => ({ digests: new Map([['sha256', new Uint8Array(32)]]) })
  const spoilt: Change = () => signerWith({ signature: new Uint8Array(70) })
  const named: Change = () =>
    signerWith(
      {},
      {
        signingCertificates: (facts.signer?.attributes.signingCertificates ?? []).map((each) => ({
          ...each,
          hash: new Uint8Array(32),
        })),
      },
    )
  const algorithm =
    (more: object): Change =>
    () =>
      signerWith({
        signatureAlgorithm: {
          ...facts.signer?.signatureAlgorithm,
          ...more,
        } as SignerInfo['signatureAlgorithm'],
      })
  it.each<[string, Change]>([
    ['FORMAT_FAILURE', () => ({ signedData: undefined })],
    ['FORMAT_FAILURE', () => ({ signer: undefined })],
    ['NO_SIGNING_CERTIFICATE_FOUND', () => ({ certificates: [] })],
    ['HASH_FAILURE', others],
    ['HASH_FAILURE', () => ({ digests: new Map() })],
    ['HASH_FAILURE', () => ({ ...others(), ...spoilt() })],
    ['SIG_CRYPTO_FAILURE', spoilt],
    [
      'SIG_CRYPTO_FAILURE',
      () => ({ ...signerWith({ signature: new Uint8Array(70) }, { broken: ['1.2.3'] }) }),
    ],
    ['CRYPTO_CONSTRAINTS_FAILURE', algorithm({ signature: undefined })],
    [
      'CRYPTO_CONSTRAINTS_FAILURE',
      () =>
        signerWith({
          digestAlgorithm: {
            ...facts.signer?.digestAlgorithm,
            digest: undefined,
          } as SignerInfo['digestAlgorithm'],
        }),
    ],
    [
      'CRYPTO_CONSTRAINTS_FAILURE',
      () => {
        const digest = { ...facts.signer?.digestAlgorithm, digest: 'sha512' } as SignerInfo['digestAlgorithm']
        const value = facts.digests.get('sha256') ?? new Uint8Array(0)
        return { ...signerWith({ digestAlgorithm: digest }), digests: new Map([['sha512', value]]) }
      },
    ],
    ['NO_SIGNING_CERTIFICATE_FOUND', named],
    ['FORMAT_FAILURE', () => signerWith({}, { broken: ['1.2.3'] })],
    ['FORMAT_FAILURE', () => signerWith({}, { repeated: ['1.2.3'] })],
  ])('%s (%#)', async (subIndication, change) => {
    const { trouble, path, findings, provenAt } = await judge(change())
    expect(trouble).toEqual({ subIndication, since: undefined })
    // Where cryptography stops it, nobody is asked about the certificate.
    expect([path, provenAt]).toEqual([undefined, undefined])
    expect(findings.some(({ check }) => check === 'chain' || check === 'revocation')).toBe(false)
  })

  it('a failed attribute of the form', async () => {
    const { trouble } = await judge({}, [findingOf('attributes', 'failed')])
    expect(trouble?.subIndication).toBe('FORMAT_FAILURE')
  })
})

describe('edges', () => {
  it('does not call the attributes in order beside one that is not', async () => {
    const form = [findingOf('attributes', 'ok')]
    const saysOk = async (change: Partial<SignatureFacts>) =>
      inShort((await judge(change, form)).findings).includes('ok attributes-ok')
    expect(await saysOk({})).toBe(true)
    expect(await saysOk(signerWith({}, { broken: ['1.2.3'] }))).toBe(false)
  })

  it('goes on where an attribute is only warned of', async () => {
    expect((await judge({}, [findingOf('attributes', 'warning')])).trouble).toBeUndefined()
    expect((await judge(signerWith({}, { signingCertificates: [] }))).trouble).toBeUndefined()
  })

  it('keeps what was found when it stops', () => {
    const findings = [findingOf('format', 'failed')]
    expect(stopJudging('FORMAT_FAILURE', { findings })).toEqual({
      trouble: { subIndication: 'FORMAT_FAILURE', since: undefined },
      certificate: undefined,
      path: undefined,
      provenAt: undefined,
      hasTimestamp: false,
      findings,
    })
  })
})
