import { beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/date.ts'
import { hashBytes } from '../../../src/hash.ts'
import type { TimestampToken } from '../../../src/pki/index.ts'
import { createProofs, evidenceOfCms, timestampsOf } from '../../../src/validation/facts/evidence.ts'
import { keyOf } from '../../../src/validation/facts/evidence-key.ts'
import { readTrustStore } from '../../../src/validation/index.ts'
import { judgeToken } from '../../../src/validation/past/judge-token.ts'
import { firstFacts, inquiryOf, inShort } from '../../kit/inquiry.ts'
import { type Signing, signedAt, signWhole, startSigning } from '../../kit/signed-document.ts'
import { day } from '../../kit/timeline.ts'

let signing: Signing
let token: TimestampToken
let imprint: Uint8Array
let crls: Uint8Array[]
beforeAll(async () => {
  signing = await startSigning()
  const facts = firstFacts(await signWhole(signing, { level: 'B-T' }))
  const [found] = timestampsOf(facts, 'signature')
  if (found === undefined || facts.signer === undefined) throw new Error('no timestamp')
  token = found
  imprint = hashBytes('sha256', facts.signer.signature)
  const { authority } = signing
  crls = [await authority.buildCrl(), await authority.buildCrl(authority.root)]
})

/** Long after the certificate of the timestamp authority ended. */
const late = day(365 * 30)
const judge = (now: Instant, { proofs = createProofs(now), over = imprint, trust = signing.trust } = {}) => {
  const material = { ...evidenceOfCms(token.signedData), crls }
  return judgeToken({ token, imprint: over, place: 'stamp' }, proofs, inquiryOf({ now, trust, material }))
}
/** Proofs that everything at hand existed at a moment. */
const proofsAt = (now: Instant, at: Instant) => {
  const proofs = createProofs(now)
  const { certificates = [] } = evidenceOfCms(token.signedData)
  for (const der of [token.signer?.signature ?? new Uint8Array(0), ...certificates, ...crls])
    proofs.add(keyOf(der), at)
  return proofs
}

describe('what it gives', () => {
  it('that a timestamp holds while its authority is in its period', async () => {
    const { verdict, trouble } = await judge(signedAt)
    expect(trouble).toBeUndefined()
    expect(verdict).toMatchObject({ isIntact: true, isValid: true, stampedAt: signedAt })
  })

  it('that one of a certificate that ended holds where a younger timestamp proves it in time', async () => {
    const { verdict, trouble } = await judge(late, { proofs: proofsAt(late, day(0.001)) })
    expect(verdict.trouble).toBeDefined()
    expect(trouble).toBeUndefined()
  })

  it('the same by an authority that is trusted for timestamps alone', async () => {
    const trust = readTrustStore(signing.authority.root.certificate, { purposes: ['timestamp'] })
    const { trouble } = await judge(late, { trust, proofs: proofsAt(late, day(0.001)) })
    expect(trouble).toBeUndefined()
  })
})

describe('what it refuses', () => {
  it('one of a certificate that ended, where nothing proves when it was made', async () => {
    const { trouble } = await judge(late)
    expect(trouble?.subIndication).toMatch(/NO_POE$/)
  })

  it('the same where the proof came too late', async () => {
    const { trouble } = await judge(late, { proofs: proofsAt(late, day(365 * 29)) })
    expect(trouble).toBeDefined()
  })

  it('a timestamp over something else, whatever is proved of it', async () => {
    const outcome = await judge(late, {
      over: hashBytes('sha256', imprint),
      proofs: proofsAt(late, day(0.001)),
    })
    expect(outcome.trouble?.subIndication).toBe('HASH_FAILURE')
    expect(inShort(outcome.verdict.findings)).toContain('failed timestamp-imprint-differs')
  })

  it('an authority that is trusted for signing only', async () => {
    const trust = readTrustStore(signing.authority.root.certificate, { purposes: ['signing'] })
    expect((await judge(signedAt, { trust })).trouble).toBeDefined()
    expect((await judge(signedAt, { trust: [] })).trouble?.subIndication).toBe('NO_CERTIFICATE_CHAIN_FOUND')
  })
})

describe('what it must not touch', () => {
  it('proofs stay as they were: a token proves nothing of itself', async () => {
    const proofs = createProofs(signedAt)
    await judge(signedAt, { proofs })
    expect(proofs.has(keyOf(token.signer?.signature ?? new Uint8Array(0)))).toBe(false)
  })
})
