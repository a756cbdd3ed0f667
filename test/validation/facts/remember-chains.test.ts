import { describe, expect, it } from 'vitest'
import { instant } from '../../../src/date.ts'
import { createVerifier } from '../../../src/validation/index.ts'
import { plainDocument, signedAt, signWhole, startSigning } from '../../kit/signed-document.ts'

/** Before the certificates, within their periods, after the signer's, long after all of them, and within again. */
const moments = ['2020-01-01T09:00', '2026-09-01T09:00', '2031-01-01T09:00', '2060-01-01T09:00'].map(instant)

describe('what it must not touch', () => {
  it('gives the verdict of a new verifier at every moment, whatever was asked of it before', async () => {
    const [one, other] = [await startSigning(), await startSigning()]
    const documents = [
      await signWhole(one, { field: 'Sig1', level: 'B-B' }, plainDocument),
      await signWhole(other, { field: 'Sig1', level: 'B-LTA' }, plainDocument),
      await signWhole(one, { field: 'Sig1', level: 'B-LT' }, plainDocument),
    ]
    const options = { trust: one.trust, material: { certificates: [other.authority.root.certificate] } }
    const verifier = createVerifier(options)
    const indications = new Set<string | null>()
    for (const at of [...moments, ...moments.toReversed(), signedAt]) {
      for (const document of documents) {
        const report = await verifier.verify(document, { at })
        expect(report).toEqual(await createVerifier(options).verify(document, { at }))
        indications.add(report.document.subIndication)
      }
    }
    expect(indications.size).toBeGreaterThan(2)
  })
})
