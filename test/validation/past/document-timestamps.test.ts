import { beforeAll, describe, expect, it } from 'vitest'
import { createVerifier, readTrustStore } from '../../../src/validation/index.ts'
import { day, startTimeline, type Timeline } from '../../kit/timeline.ts'

let line: Timeline
let archived: Uint8Array
beforeAll(async () => {
  line = await startTimeline()
  archived = await line.sign({ level: 'B-LTA' })
})

const verify = (
  bytes: Uint8Array,
  purposes: readonly ('signing' | 'timestamp')[] = ['signing', 'timestamp'],
) => {
  const trust = readTrustStore(line.authority.root.certificate, { purposes })
  return createVerifier({ trust }).verify(bytes, { at: day(60) })
}

describe('what it gives', () => {
  it('the time of the document timestamp as proof of the signature before it', async () => {
    const [signature, stamp] = (await verify(archived)).signatures
    expect([signature?.kind, signature?.provenAt]).toEqual(['signature', day(0)])
    expect([stamp?.kind, stamp?.indication, stamp?.provenAt]).toEqual(['timestamp', 'TOTAL-PASSED', day(0)])
  })
})

describe('what it refuses', () => {
  it('to prove anything by a timestamp whose authority nobody trusts', async () => {
    const [signature, stamp] = (await verify(archived, ['signing'])).signatures
    expect(stamp?.indication).toBe('INDETERMINATE')
    expect([signature?.indication, signature?.provenAt]).toEqual(['INDETERMINATE', null])
  })

  it('to prove anything by a timestamp over other bytes', async () => {
    const changed = archived.slice()
    // A letter of the header: covered by both, so both break.
    changed[7] = (changed[7] ?? 0) ^ 1
    const indications = (await verify(changed)).signatures.map(({ subIndication }) => subIndication)
    expect(indications).toEqual(['HASH_FAILURE', 'HASH_FAILURE'])
  })
})
