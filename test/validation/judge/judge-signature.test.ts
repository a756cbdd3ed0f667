import { beforeAll, describe, expect, it } from 'vitest'
import type { SignatureFacts } from '../../../src/validation/facts/collect.ts'
import { readTrustStore } from '../../../src/validation/index.ts'
import type { DocumentInquiry } from '../../../src/validation/judge/document-inquiry.ts'
import { judgeSignature } from '../../../src/validation/judge/judge-signature.ts'
import { inShort, trusting } from '../../kit/inquiry.ts'
import { factsAt, inquireInto, judgeAt } from '../../kit/judged.ts'
import { day, startTimeline, type Timeline } from '../../kit/timeline.ts'

let line: Timeline
let archived: Uint8Array
let inquiry: DocumentInquiry
beforeAll(async () => {
  line = await startTimeline()
  archived = await line.sign({ level: 'B-LTA' })
  inquiry = await inquire()
})

const inquire = (now = day(1), trust = trusting(line.authority.root)) => inquireInto(archived, { now, trust })
const change = (
  index: number,
  more: Partial<SignatureFacts>,
  found: Partial<SignatureFacts['found']> = {},
) => {
  const facts = factsAt(inquiry, index)
  return judgeSignature({ ...facts, ...more, found: { ...facts.found, ...found } }, inquiry)
}

describe('what it gives', () => {
  it('form first, then the signer, for a signature', async () => {
    const { trouble, findings, provenAt, certificate } = await judgeAt(inquiry)
    expect([trouble, provenAt]).toEqual([undefined, day(0)])
    expect(inShort(findings).slice(0, 3)).toEqual([
      'ok format-ok',
      'ok coverage-revision',
      'ok attributes-ok',
    ])
    expect(certificate?.subject.text).toContain('Người ký thử')
  })

  it('its time, its authority and that it holds, for a document timestamp', async () => {
    const { trouble, findings, provenAt, certificate } = await judgeAt(inquiry, 1)
    expect([trouble, provenAt]).toEqual([undefined, day(0)])
    expect(inShort(findings)).toContain('ok timestamp-ok')
    expect(certificate?.subject.text).toContain('motcua test timestamping')
  })
})

describe('what it refuses', () => {
  it.each<[string, Partial<SignatureFacts>, Partial<SignatureFacts['found']>]>([
    ['cms-unreadable', { signedData: undefined }, {}],
    ['contents-missing', {}, { contents: undefined }],
    ['byte-range-missing', {}, { byteRange: undefined }],
    ['sub-filter-unknown', {}, { subFilter: 'x' }],
  ])('to go on with a container that says %s', async (code, more, found) => {
    const { trouble, findings, certificate } = await change(0, more, found)
    expect([trouble?.subIndication, certificate]).toEqual(['FORMAT_FAILURE', undefined])
    expect(inShort(findings)).toContain(`failed ${code}`)
    expect(findings.every(({ check }) => ['format', 'coverage', 'attributes'].includes(check))).toBe(true)
  })

  it('to call a document timestamp good that the chain did not judge', async () => {
    const { trouble } = await change(1, { token: undefined })
    expect(trouble?.subIndication).toBe('FORMAT_FAILURE')
    const other = await judgeSignature(factsAt(inquiry, 1), {
      ...inquiry,
      chain: { ...inquiry.chain, judged: [] },
    })
    expect([other.trouble?.subIndication, other.provenAt]).toEqual(['FORMAT_FAILURE', undefined])
  })

  it('to prove a time by a document timestamp whose authority nobody trusts', async () => {
    const strict = await inquire(
      day(1),
      readTrustStore(line.authority.root.certificate, { purposes: ['signing'] }),
    )
    const { trouble, provenAt, findings } = await judgeAt(strict, 1)
    expect([trouble?.subIndication, provenAt]).toEqual(['NO_CERTIFICATE_CHAIN_FOUND', undefined])
    expect(inShort(findings)).not.toContain('ok timestamp-ok')
    expect((await judgeAt(strict)).provenAt).toBeUndefined()
  })

  it('to let a timestamp prove anything for a moment before it was made', async () => {
    const before = await inquire(day(-0.5))
    const stamp = await judgeAt(before, 1)
    expect(inShort(stamp.findings)).toContain('warning timestamp-in-future')
    expect(inShort(stamp.findings)).not.toContain('ok timestamp-ok')
    const signature = await judgeAt(before)
    expect(signature.provenAt).toBeUndefined()
    expect(inShort(signature.findings)).toContain('warning timestamp-in-future')
  })
})

describe('edges', () => {
  it('clocks may differ by five minutes', async () => {
    const minutes = (count: number) => inquire(day(-count / 1440))
    expect((await judgeAt(await minutes(5))).provenAt).toBe(day(0))
    expect((await judgeAt(await minutes(5.1))).provenAt).toBeUndefined()
  })

  it('what fails the form without breaking the container is told, and the rest is judged', async () => {
    const { trouble, findings } = await change(0, { coverage: 'partial' })
    expect(trouble).toBeUndefined()
    expect(inShort(findings)).toContain('failed coverage-partial')
    expect(inShort(findings)).toContain('ok chain-ok')
  })
})
