import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashBytes } from '../../../src/hash.ts'
import {
  addUnsignedAttributes,
  type CadesArchive,
  readCadesArchive,
  readOcspResponse,
  readSignedData,
  type SignedData,
  writeSignatureTimestamp,
} from '../../../src/pki/index.ts'
import { pkiVector } from '../../kit/pki-vectors.ts'

const archived = pkiVector('cades-lta.p7s')
const content = pkiVector('cades-content.txt')

/** The archive of the only signer. */
function archiveOf(signedData: SignedData): CadesArchive {
  const [signer] = signedData.signers
  if (signer === undefined) throw new Error('no signer')
  return readCadesArchive(signedData, signer)
}
const read = (cms: Uint8Array) => archiveOf(readSignedData(cms))

/** Whether the imprint of each archive timestamp is that of a content. */
const holds = ({ timestamps }: CadesArchive, signed: Uint8Array) =>
  timestamps.map(({ token, writeImprinted }) => {
    const { digestAlgorithm = 'md5', digest } = token.info.imprint
    const expected = hashBytes(digestAlgorithm, writeImprinted(hashBytes(digestAlgorithm, signed)))
    return Buffer.from(expected).equals(Buffer.from(digest))
  })

describe('what it gives', () => {
  it('the archive timestamps of EU DSS with the bytes that they are over, the oldest first', () => {
    const archive = read(archived)
    expect(holds(archive, content)).toEqual([true, true])
    expect(holds(archive, new Uint8Array(3))).toEqual([false, false])
    const [older, newer] = archive.timestamps.map(({ token }) => token.info.stampedAt)
    expect([older !== undefined && newer !== undefined && older < newer, archive.unreadable]).toEqual([
      true,
      0,
    ])
  })
  it('what each of them covers: certificates, answers, and the timestamps before it', () => {
    const { timestamps } = read(archived)
    const seen = timestamps.map(({ covered, coveredTimestamps, missing }) => ({
      certificates: covered.certificates.length,
      answers: covered.ocspResponses.map((der) => readOcspResponse(der).status),
      timestamps: coveredTimestamps.length,
      missing,
    }))
    const answers = (count: number) => new Array<string>(count).fill('successful')
    expect(seen).toEqual([
      { certificates: 5, answers: answers(3), timestamps: 1, missing: 0 },
      { certificates: 5, answers: answers(6), timestamps: 2, missing: 0 },
    ])
  })
  it('nothing where there is nothing', () => {
    const nothing = { certificates: [], crls: [], ocspResponses: [] }
    expect(read(pkiVector('cades-lt.p7s'))).toEqual({ timestamps: [], unreadable: 0, values: nothing })
  })
})

describe('what it refuses', () => {
  it('an archive timestamp without an index, which is counted', () => {
    // A signature timestamp under the identifier of an archive timestamp: 0.4.0.1733.2.4.
    const [token] = readSignedData(archived).signers.flatMap(
      ({ attributes }) => attributes.signatureTimestamps,
    )
    const attribute = writeSignatureTimestamp(token ?? new Uint8Array(0))
    const wrong = attribute.slice()
    const start = attribute.findIndex((_, index) => attribute[index] === 0x06)
    const oid = Uint8Array.of(0x06, 0x06, 0x04, 0x00, 0x8d, 0x45, 0x02, 0x04)
    const rest = wrong.subarray(start + 2 + (wrong[start + 1] ?? 0))
    const length = oid.length + rest.length
    const renamed = Uint8Array.of(0x30, 0x82, length >> 8, length & 0xff, ...oid, ...rest)
    const archive = read(addUnsignedAttributes(pkiVector('cades-lt.p7s'), [renamed]))
    expect([archive.timestamps.length, archive.unreadable]).toEqual([0, 1])
  })
})

describe('edges', () => {
  it('counts what is missing when a later hand adds or changes parts, and never throws but for a broken CMS', () => {
    const flip = fc.tuple(fc.nat(archived.length - 1), fc.integer({ min: 1, max: 255 }))
    fc.assert(
      fc.property(flip, ([offset, mask]) => {
        const changed = archived.slice()
        changed[offset] = (changed[offset] ?? 0) ^ mask
        let signedData: SignedData
        try {
          signedData = readSignedData(changed)
        } catch {
          return
        }
        for (const signer of signedData.signers) readCadesArchive(signedData, signer)
      }),
      { numRuns: 500 },
    )
  })
  it('leaves parts that were added later uncovered, and the rest as it was', () => {
    const [token] = readSignedData(archived).signers.flatMap(
      ({ attributes }) => attributes.signatureTimestamps,
    )
    const extended = addUnsignedAttributes(archived, [writeSignatureTimestamp(token ?? new Uint8Array(0))])
    const archive = read(extended)
    expect(holds(archive, content)).toEqual([true, true])
    expect(archive.timestamps.map(({ missing }) => missing)).toEqual([0, 0])
  })
})

describe('what it must not touch', () => {
  it('the bytes of the CMS', () => {
    const copy = archived.slice()
    holds(read(archived), content)
    expect(archived).toEqual(copy)
  })
})
