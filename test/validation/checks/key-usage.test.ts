import { beforeAll, describe, expect, it } from 'vitest'
import type { Certificate, KeyUsage } from '../../../src/pki/index.ts'
import { checkKeyUsage, checkTimestampPurpose } from '../../../src/validation/checks/key-usage.ts'
import { etsiPolicy, vietnamPolicy } from '../../../src/validation/index.ts'
import { certificateOf, inquiryOf, trusting } from '../../kit/inquiry.ts'
import { signedAt as now, type Signing, startSigning } from '../../kit/signed-document.ts'

let signing: Signing
let certificate: Certificate
beforeAll(async () => {
  signing = await startSigning()
  certificate = certificateOf(signing.person)
})

const policies = { etsi: etsiPolicy, vietnam: vietnamPolicy, any: { ...etsiPolicy, keyUsages: [] } }
const check = (keyUsage: readonly KeyUsage[] | undefined, policy: keyof typeof policies) =>
  checkKeyUsage({ ...certificate, keyUsage }, inquiryOf({ now, policy: policies[policy] }))

describe('what it gives', () => {
  it.each<[readonly KeyUsage[] | undefined, keyof typeof policies, string]>([
    [['nonRepudiation'], 'etsi', 'ok'],
    [['digitalSignature', 'nonRepudiation'], 'etsi', 'ok'],
    [['digitalSignature'], 'etsi', 'failed'],
    [['digitalSignature'], 'vietnam', 'ok'],
    [['nonRepudiation'], 'vietnam', 'ok'],
    [['keyEncipherment'], 'vietnam', 'failed'],
    [[], 'vietnam', 'failed'],
    [undefined, 'vietnam', 'failed'],
    [undefined, 'any', 'ok'],
    [['keyEncipherment'], 'any', 'ok'],
  ])('of %j under %s: %s', (keyUsage, policy, outcome) => {
    const code = outcome === 'ok' ? 'validation/key-usage-ok' : 'validation/key-usage'
    const wanted = policies[policy].keyUsages
    expect(check(keyUsage, policy)).toMatchObject({
      code,
      outcome,
      place: 'path[0]',
      facts: { keyUsage: keyUsage ?? [], wanted },
    })
  })
})

describe('what it refuses', () => {
  it.each<[readonly string[] | undefined, boolean]>([
    [['1.3.6.1.5.5.7.3.8'], true],
    [['1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.8'], true],
    [['1.3.6.1.5.5.7.3.4'], false],
    [[], false],
    [undefined, false],
    // anyExtendedKeyUsage does not stand for timestamping (RFC 3161, 2.3).
    [['2.5.29.37.0'], false],
  ])('timestamps of a certificate for %j: accepted %s', (extendedKeyUsage, isAccepted) => {
    const finding = checkTimestampPurpose({ ...certificate, extendedKeyUsage }, inquiryOf({ now }))
    expect(finding === undefined).toBe(isAccepted)
    if (!isAccepted)
      expect(finding).toMatchObject({ code: 'validation/timestamp-purpose', outcome: 'failed' })
  })
})

describe('edges', () => {
  it('does not ask a certificate that the caller trusts of itself, only that one', () => {
    const trusted = inquiryOf({ now, trust: trusting(signing.person) })
    const bare = { ...certificate, keyUsage: undefined, extendedKeyUsage: undefined }
    expect(checkKeyUsage(bare, trusted).outcome).toBe('ok')
    expect(checkTimestampPurpose(bare, trusted)).toBeUndefined()
    const other = { ...bare, sha256: '00'.repeat(32) }
    expect(checkKeyUsage(other, trusted).outcome).toBe('failed')
    expect(checkTimestampPurpose(other, trusted)?.outcome).toBe('failed')
  })
})
