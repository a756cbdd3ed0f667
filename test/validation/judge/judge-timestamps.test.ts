import { beforeAll, describe, expect, it } from 'vitest'
import { createVerifier, readTrustStore, type TrustPurpose } from '../../../src/validation/index.ts'
import { codesOf, day, startTimeline, type Timeline } from '../../kit/timeline.ts'

let line: Timeline
let stamped: Uint8Array
beforeAll(async () => {
  line = await startTimeline()
  stamped = await line.sign({ level: 'B-T' })
})

/** Judges by trust in the root for some purposes, 20 days after signing unless told otherwise. */
async function judge(purposes: readonly TrustPurpose[], at = day(20)) {
  const trust = readTrustStore(line.authority.root.certificate, { purposes })
  const [signature] = (await createVerifier({ trust }).verify(stamped, { at })).signatures
  if (signature === undefined) throw new Error('no signature')
  return signature
}

describe('what it gives', () => {
  it('the moment of a timestamp that holds, and the level that goes with it', async () => {
    const report = await judge(['signing', 'timestamp'])
    expect([report.level, report.provenAt]).toEqual(['B-T', day(0)])
    expect(codesOf(report, 'ok')).toContain('validation/timestamp-ok')
  })
})

describe('what it refuses', () => {
  it('to believe a timestamp whose authority is trusted for signatures only', async () => {
    const report = await judge(['signing'])
    expect([report.level, report.provenAt]).toEqual(['B-B', null])
    expect(codesOf(report, 'failed')).toContain('validation/timestamp-untrusted')
    expect(report.indication).toBe('INDETERMINATE')
  })

  it('to let trust in the timestamp stand for trust in the signer', async () => {
    expect((await judge(['timestamp'])).subIndication).toBe('NO_CERTIFICATE_CHAIN_FOUND')
  })
})

describe('edges', () => {
  it('a timestamp proves no more than its moment once the certificate has ended and nothing was archived', async () => {
    const report = await judge(['signing', 'timestamp'], day(31))
    expect([report.subIndication, report.provenAt]).toEqual(['OUT_OF_BOUNDS_NO_POE', day(0)])
  })
})
