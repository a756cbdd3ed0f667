import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../src/date.ts'
import type { AlgorithmFacts, StrengthRule } from '../../../src/pki/index.ts'
import { checkAlgorithm, checkCertificateAlgorithm } from '../../../src/validation/checks/algorithm.ts'
import { endOfDate } from '../../../src/validation/instants.ts'
import { certificateOf, inquiryOf, inShort, momentAt } from '../../kit/inquiry.ts'
import { startSigning } from '../../kit/signed-document.ts'
import { day } from '../../kit/timeline.ts'

const rule = (algorithm: StrengthRule['algorithm'], more: Partial<StrengthRule> = {}): StrengthRule => ({
  algorithm,
  source: 'test',
  isConfirmed: true,
  ...more,
})
const ended = (date: string, more: Partial<StrengthRule> = {}) => ({ lastDate: isoDate(date), ...more })
const ecdsa: AlgorithmFacts = {
  oid: '1.2.840.10045.4.3.2',
  name: 'ecdsa-with-SHA256',
  signature: { scheme: 'ecdsa', digest: 'sha256' },
  digest: 'sha256',
  der: new Uint8Array(0),
}

/** What is said of ECDSA with SHA-256 on the first of September 2026, by a table. */
const check = (
  strengthRules: readonly StrengthRule[],
  more: { bits?: number; algorithm?: AlgorithmFacts } = {},
) => {
  const { bits = 256, algorithm = ecdsa } = more
  const inquiry = inquiryOf({ now: day(400), policy: { strengthRules } })
  const { trouble, findings } = checkAlgorithm(
    { algorithm, bits, place: 'x' },
    { ...momentAt(day(400)), usedAt: day(0) },
    inquiry,
  )
  return [trouble?.subIndication, trouble?.since, ...inShort(findings)]
}
const august = endOfDate(isoDate('2026-08-31'))

describe('what it gives', () => {
  it('nothing to say of what the table accepts on the day of its use, whatever came later', () => {
    expect(check([rule('ecdsa', { minimumBits: 256 }), rule('sha256')])).toEqual([undefined, undefined])
    expect(check([rule('ecdsa'), rule('sha256', ended('2026-09-01'))])).toEqual([undefined, undefined])
  })
})

describe('what it refuses', () => {
  const weak = 'failed algorithm-weak'
  const now = 'CRYPTO_CONSTRAINTS_FAILURE'
  const dated = 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  it.each<[string, Parameters<typeof check>, readonly unknown[]]>([
    [
      'a digest whose day is over',
      [[rule('ecdsa'), rule('sha256', ended('2026-08-31'))]],
      [dated, august, weak],
    ],
    [
      'a scheme whose day is over',
      [[rule('ecdsa', ended('2026-08-31')), rule('sha256')]],
      [dated, august, weak],
    ],
    [
      'both, by the first of the days',
      [[rule('ecdsa', ended('2026-08-31')), rule('sha256', ended('2026-07-31'))]],
      [dated, endOfDate(isoDate('2026-07-31')), weak],
    ],
    [
      'a key that is too short at any time',
      [[rule('ecdsa', { minimumBits: 384 }), rule('sha256')]],
      [now, undefined, weak],
    ],
    [
      'a key that is too short, beside a digest whose day is over',
      [[rule('ecdsa', { minimumBits: 384 }), rule('sha256', ended('2026-08-31'))]],
      [now, undefined, weak],
    ],
    [
      'a confirmed day, whatever an unconfirmed one says',
      [[rule('ecdsa', ended('2026-08-31')), rule('sha256', ended('2020-01-01', { isConfirmed: false }))]],
      [dated, august, weak],
    ],
    [
      'SHA-1, which no table need name',
      [[rule('ecdsa')], { algorithm: { ...ecdsa, signature: { scheme: 'ecdsa', digest: 'sha1' } } }],
      [now, undefined, weak],
    ],
  ])('%s', (_, parts, expected) => {
    expect(check(...parts)).toEqual(expected)
  })
})

describe('edges', () => {
  it('a day that nobody has confirmed is a warning', () => {
    expect(check([rule('ecdsa'), rule('sha256', ended('2026-08-31', { isConfirmed: false }))])).toEqual([
      undefined,
      undefined,
      'warning algorithm-dated',
    ])
  })

  it('what the table does not name, or nobody understands, is a warning as well', () => {
    expect(check([rule('ecdsa')])[2]).toBe('warning algorithm-unlisted')
    expect(check([rule('ecdsa')], { algorithm: { ...ecdsa, signature: undefined } })[2]).toBe(
      'warning algorithm-unlisted',
    )
  })

  it('weighs the signature on a certificate by the key of its issuer', async () => {
    const { authority } = await startSigning()
    const person = await authority.issue({ commonName: 'P-384', keyType: 'p384' })
    const [certificate, issuer] = [person, authority.issuing].map(certificateOf)
    if (certificate === undefined || issuer === undefined) throw new Error('no certificate')
    const judge = (minimumBits: number) => {
      const inquiry = inquiryOf({
        now: day(0),
        policy: { strengthRules: [rule('ecdsa', { minimumBits }), rule('sha256')] },
      })
      return checkCertificateAlgorithm({ certificate, issuer, place: 'path[0]' }, momentAt(day(0)), inquiry)
        .trouble
    }
    expect([judge(256)?.subIndication, judge(300)?.subIndication]).toEqual([
      undefined,
      'CRYPTO_CONSTRAINTS_FAILURE',
    ])
  })
})
