import { beforeEach, describe, expect, it } from 'vitest'
import { signWhole } from '../../kit/signed-document.ts'
import { codesOf, day, startTimeline, type Timeline } from '../../kit/timeline.ts'

let line: Timeline
beforeEach(async () => {
  line = await startTimeline()
})

describe('what it gives', () => {
  it('a pass now, and the moment that a signature timestamp proves', async () => {
    const plain = await line.judge(await line.sign(), { at: day(1) })
    expect([plain.indication, plain.provenAt]).toEqual(['TOTAL-PASSED', null])
    expect(codesOf(plain, 'warning')).toContain('validation/timestamp-none')
    line.setClock(day(0))
    const stamped = await line.judge(await line.sign({ level: 'B-T' }), { at: day(1) })
    expect([stamped.indication, stamped.provenAt]).toEqual(['TOTAL-PASSED', day(0)])
  })

  it('a pass to what was stamped before the revocation; the revocation stays to be read', async () => {
    const signed = await line.sign({ level: 'B-T' })
    line.authority.revoke(line.person, { revokedAt: day(10) })
    const sources = { fetchOcsp: line.authority.fetchOcsp }
    const report = await line.judge(signed, { at: day(20), sources })
    expect(report.indication).toBe('TOTAL-PASSED')
    expect(codesOf(report, 'warning')).toContain('validation/revoked')
    expect(codesOf(report, 'failed')).toEqual([])
  })
})

describe('what it refuses', () => {
  it('what was revoked, where nothing proves that it was signed before', async () => {
    const signed = await line.sign()
    line.authority.revoke(line.person, { revokedAt: day(10) })
    const sources = { fetchCrl: line.authority.fetchCrl }
    const report = await line.judge(signed, { at: day(20), sources })
    expect([report.indication, report.subIndication]).toEqual(['INDETERMINATE', 'REVOKED_NO_POE'])
    expect(codesOf(report, 'failed')).toContain('validation/revoked')
  })

  it('what its issuer signed, where the issuer was revoked', async () => {
    const signed = await line.sign()
    line.authority.revoke(line.authority.issuing, { revokedAt: day(10) })
    const { fetchOcsp, fetchCrl } = line.authority
    const report = await line.judge(signed, { at: day(20), sources: { fetchOcsp, fetchCrl } })
    expect(report.subIndication).toBe('REVOKED_CA_NO_POE')
  })

  it('a key that is not for signing, by the policy’s key usages', async () => {
    const person = await line.authority.issue({ commonName: 'Khóa mã hóa', keyUsage: ['digitalSignature'] })
    const signed = await signWhole({ authority: line.authority, person })
    const report = await line.judge(signed, { at: day(1) })
    expect([report.indication, report.subIndication]).toEqual(['INDETERMINATE', 'CHAIN_CONSTRAINTS_FAILURE'])
    expect(codesOf(report, 'failed')).toContain('validation/key-usage')
  })
})

describe('edges', () => {
  it('a revocation in the future of the moment in question does not count', async () => {
    const signed = await line.sign()
    line.authority.revoke(line.person, { revokedAt: day(10) })
    const sources = { fetchOcsp: line.authority.fetchOcsp }
    expect((await line.judge(signed, { at: day(5), sources })).indication).toBe('TOTAL-PASSED')
  })

  it('the last day of a certificate, and the first after it', async () => {
    const signed = await line.sign()
    expect((await line.judge(signed, { at: day(30) })).indication).toBe('TOTAL-PASSED')
    expect((await line.judge(signed, { at: day(30.01) })).subIndication).toBe('OUT_OF_BOUNDS_NO_POE')
  })
})
