import { beforeEach, describe, expect, it } from 'vitest'
import { isoDate } from '../../../src/date.ts'
import { etsiPolicy } from '../../../src/validation/index.ts'
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

  it('a signer who was revoked before the proof, even where its authority was revoked after it', async () => {
    const { authority } = line
    const extensions = { basicConstraints: { isCa: true }, keyUsage: ['keyCertSign', 'cRLSign'] } as const
    const middle = await authority.issue({ commonName: 'Cơ quan thử', issuer: authority.root, extensions })
    const person = await authority.issue({ commonName: 'Người ký thử', issuer: middle })
    line.setClock(day(10))
    const signed = await signWhole({ authority, person }, { level: 'B-T' })
    authority.revoke(middle, { revokedAt: day(40) })
    const { fetchOcsp, fetchCrl } = authority
    const judge = () => line.judge(signed, { at: day(50), sources: { fetchOcsp, fetchCrl } })
    expect((await judge()).indication).toBe('TOTAL-PASSED')
    authority.revoke(person, { revokedAt: day(5) })
    expect((await judge()).subIndication).toBe('REVOKED_NO_POE')
  })

  it('an algorithm that was too weak when the signature is proved to have existed, however well archived', async () => {
    const { authority } = line
    const person = await authority.issue({ commonName: 'Khóa yếu', keyType: 'p384', notAfter: day(30) })
    const signed = await signWhole({ authority, person }, { level: 'B-LTA' })
    const strengthRules = etsiPolicy.strengthRules.map((rule) =>
      rule.algorithm === 'sha384' ? { ...rule, lastDate: isoDate('2026-08-01'), isConfirmed: true } : rule,
    )
    for (const at of [day(1), day(60)]) {
      const report = await line.judge(signed, { at, policy: { ...etsiPolicy, strengthRules } })
      expect(report.subIndication).toBe('CRYPTO_CONSTRAINTS_FAILURE_NO_POE')
    }
  })

  it('to call unrevoked what nobody asked about', async () => {
    const report = await line.judge(await line.sign(), { at: day(40) })
    expect(codesOf(report, 'ok')).not.toContain('validation/revocation-ok')
  })
})

describe('edges', () => {
  it('says that nobody was revoked where all were answered for, though one source was silent', async () => {
    const { fetchCrl } = line.authority
    const sources = { fetchOcsp: () => Promise.reject(new Error('no answer')), fetchCrl }
    const report = await line.judge(await line.sign(), { at: day(1), sources })
    expect(codesOf(report, 'ok')).toContain('validation/revocation-ok')
    expect(codesOf(report, 'warning')).toContain('validation/revocation-unreachable')
  })

  it('says so as well of a certificate that has ended and whose past the archive proves', async () => {
    const report = await line.judge(await line.sign({ level: 'B-LTA' }), { at: day(60) })
    expect(codesOf(report, 'ok')).toContain('validation/revocation-ok')
  })

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
