import { describe, expect, it } from 'vitest'
import { instant } from '../../src/date.ts'
import {
  etsiStrengthRules,
  judgeAlgorithm,
  type SignatureAlgorithm,
  vietnamStrengthRules,
} from '../../src/pki/index.ts'

const at = instant('2026-11-20T08:00:00Z')

/** The rating of a scheme with a digest and a size. */
function rate(scheme: SignatureAlgorithm['scheme'], digest: SignatureAlgorithm['digest'], bits: number) {
  return judgeAlgorithm({ algorithm: { scheme, digest }, bits }, at).rating
}

describe('what it gives', () => {
  it('accepts what Annex I of TT 15/2025/TT-BKHCN names, from its sizes on', () => {
    expect(rate('rsa-pss', 'sha256', 2048)).toBe('accepted')
    expect(rate('rsa-pss', 'sha256', 2047)).toBe('weak')
    expect(rate('ecdsa', 'sha384', 256)).toBe('accepted')
    expect(rate('ecdsa', 'sha384', 224)).toBe('weak')
    expect(rate('rsa-pss', 'sha512', 4096)).toBe('accepted')
  })

  it('finds SHA-1 weak whatever the key', () => {
    const { rating, parts } = judgeAlgorithm(
      { algorithm: { scheme: 'rsa-pss', digest: 'sha1' }, bits: 4096 },
      at,
    )
    expect(rating).toBe('weak')
    expect(parts.map((part) => [part.part, part.rating])).toEqual([
      ['rsa-pss', 'accepted'],
      ['sha1', 'weak'],
    ])
  })

  it('calls unlisted what the table does not name, and never accepted', () => {
    expect(rate('ed25519', 'sha512', 256)).toBe('unlisted')
    expect(judgeAlgorithm({ algorithm: undefined, bits: 2048 }, at).rating).toBe('unlisted')
  })

  it('says which lines are configuration', () => {
    const open = vietnamStrengthRules.filter(({ isConfirmed }) => !isConfirmed)
    expect(open.map(({ algorithm }) => algorithm)).toEqual(['rsa-pkcs1'])
    expect(etsiStrengthRules.every(({ isConfirmed }) => !isConfirmed)).toBe(true)
  })
})

describe('edges', () => {
  it('ends with the last day of a line, counted in Viet Nam', () => {
    const subject = { algorithm: { scheme: 'rsa-pss', digest: 'sha256' }, bits: 2048 } as const
    const judge = (moment: string) => judgeAlgorithm(subject, instant(moment), etsiStrengthRules)
    expect(judge('2028-12-31T23:59:59+07:00')).toMatchObject({ rating: 'accepted', lastDate: '2028-12-31' })
    expect(judge('2029-01-01T00:00:00+07:00').rating).toBe('weak')
  })

  it('prefers the line without an end where several accept', () => {
    const subject = { algorithm: { scheme: 'rsa-pkcs1', digest: 'sha256' }, bits: 4096 } as const
    expect(judgeAlgorithm(subject, at, etsiStrengthRules)).toMatchObject({
      rating: 'accepted',
      lastDate: undefined,
    })
  })
})
