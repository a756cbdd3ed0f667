import { describe, expect, it } from 'vitest'
import { toByteSource, writeUtf8 } from '../../../src/bytes.ts'
import { type Instant, instant } from '../../../src/date.ts'
import {
  collectDetached,
  type DetachedFacts,
  readCms,
} from '../../../src/validation/facts/collect-detached.ts'
import { evidenceOfCms } from '../../../src/validation/facts/evidence.ts'
import { keyOf } from '../../../src/validation/facts/evidence-key.ts'
import { createMemory } from '../../../src/validation/facts/memory.ts'
import { readTrustStore, type TrustStore } from '../../../src/validation/index.ts'
import { judgeArchive } from '../../../src/validation/past/archive-timestamps.ts'
import { inquiryOf, inShort } from '../../kit/inquiry.ts'
import { pkiVector } from '../../kit/pki-vectors.ts'

const now = instant('2026-11-23T09:00')
const trust = readTrustStore(pkiVector('cades-root.cer'))
const factsOf = (name: string, content = pkiVector('cades-content.txt')): DetachedFacts => {
  const signedData = readCms(pkiVector(name))
  const [facts] =
    signedData === undefined ? [] : collectDetached(signedData, toByteSource(content), createMemory())
  if (facts === undefined) throw new Error('no signer')
  return facts
}
const judge = (facts: DetachedFacts, more: { readonly now?: Instant; readonly trust?: TrustStore } = {}) => {
  const { certificates, crls, ocspResponses } = facts.archive.values
  const inside = evidenceOfCms(facts.signedData)
  const material = {
    certificates: [...(inside.certificates ?? []), ...certificates],
    crls: [...(inside.crls ?? []), ...crls],
    ocsps: [...(inside.ocsps ?? []), ...ocspResponses],
  }
  return judgeArchive(facts, inquiryOf({ now, trust, material, ...more }))
}
const archived = factsOf('cades-lta.p7s')
const [oldest, newest] = archived.archive.timestamps
if (oldest === undefined || newest === undefined) throw new Error('no archive timestamps')
/** The facts with other archive timestamps. */
const withStamps = (timestamps: DetachedFacts['archive']['timestamps'], unreadable = 0): DetachedFacts => ({
  ...archived,
  archive: { ...archived.archive, timestamps, unreadable },
})

describe('what it gives', () => {
  it('that each holds, the newest first', async () => {
    const { findings, isArchived } = await judge(archived)
    expect(isArchived).toBe(true)
    expect(findings.map(({ code, place, facts }) => [code, place, facts['stampedAt']])).toEqual([
      ['validation/timestamp-ok', 'archive-timestamp[1]', newest.token.info.stampedAt],
      ['validation/timestamp-ok', 'archive-timestamp[0]', oldest.token.info.stampedAt],
    ])
  })

  it('since when the signature and what the index names are proved to exist: by the oldest', async () => {
    const { proofs } = await judge(archived)
    const { certificates, crls, ocspResponses } = oldest.covered
    const covered = [archived.signer.signature, ...certificates, ...crls, ...ocspResponses].map(keyOf)
    expect(covered.length).toBeGreaterThan(2)
    for (const key of covered) expect(proofs.find(key)).toBe(oldest.token.info.stampedAt)
  })

  it('since when the older archive timestamp is proved to exist: by the newer', async () => {
    const { proofs } = await judge(archived)
    const value = oldest.token.signer?.signature ?? new Uint8Array(0)
    expect(proofs.find(keyOf(value))).toBe(newest.token.info.stampedAt)
    const own = newest.token.signer?.signature ?? new Uint8Array(0)
    expect(proofs.has(keyOf(own))).toBe(false)
  })
})

describe('what it refuses', () => {
  const nothingProved = async (outcome: ReturnType<typeof judge>) => {
    const { proofs, isArchived } = await outcome
    expect([isArchived, proofs.has(keyOf(archived.signer.signature))]).toEqual([false, false])
  }

  it('to prove anything over another content', async () => {
    const outcome = judge(factsOf('cades-lta.p7s', writeUtf8('khác')))
    await nothingProved(outcome)
    const codes = inShort((await outcome).findings)
    expect(codes.filter((code) => code === 'failed timestamp-untrusted').length).toBe(2)
    expect(codes).toContain('warning timestamp-imprint-differs')
  })

  it('to prove anything by an authority that nobody trusts', async () => {
    const outcome = judge(archived, { trust: [] })
    await nothingProved(outcome)
    expect((await outcome).findings.every(({ check }) => check === 'timestamp')).toBe(true)
  })

  it('to prove anything once something that the index names is missing', async () => {
    const outcome = judge(withStamps([{ ...oldest, missing: 1 }]))
    await nothingProved(outcome)
    expect(inShort((await outcome).findings)).toEqual(['warning archive-index-differs'])
  })
})

describe('edges', () => {
  it('a signer without archive timestamps is not archived', async () => {
    const { proofs, isArchived, findings } = await judge(factsOf('cades-lt.p7s'))
    expect([isArchived, findings]).toEqual([false, []])
    expect(proofs.find('anything')).toBe(now)
  })

  it('the one that holds proves what the other cannot', async () => {
    const { proofs, isArchived, findings } = await judge(withStamps([{ ...oldest, missing: 1 }, newest]))
    expect(isArchived).toBe(true)
    expect(proofs.find(keyOf(archived.signer.signature))).toBe(newest.token.info.stampedAt)
    expect(inShort(findings)).toContain('warning archive-index-differs')
  })

  it('those that cannot be read are told, and the others judged', async () => {
    const { findings, isArchived } = await judge(withStamps([newest], 2))
    expect(isArchived).toBe(true)
    expect(inShort(findings)).toContain('failed timestamp-unreadable')
  })
})

describe('what it must not touch', () => {
  it('the facts it is asked with', async () => {
    const order = [...archived.archive.timestamps]
    await judge(archived)
    expect(archived.archive.timestamps).toEqual(order)
  })
})
