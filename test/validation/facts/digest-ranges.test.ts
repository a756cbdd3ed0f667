import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ByteSource } from '../../../src/bytes.ts'
import { digestRanges, type RangeDigest } from '../../../src/validation/facts/digest-ranges.ts'

/** A file that is never in memory as a whole: its bytes are computed where they are read. */
function countedSource(
  length: number,
): ByteSource & { readonly read: ByteSource['read']; countRead(): number } {
  let total = 0
  return {
    length,
    read: (offset, wanted) => {
      if (offset + wanted > length) throw new Error('read beyond the end')
      total += wanted
      return Uint8Array.from(
        { length: wanted },
        (_, index) => ((offset + index) * 31 + ((offset + index) >> 8)) & 255,
      )
    },
    countRead: () => total,
  }
}

/** The same by slicing by hand. */
function sliceByHand(source: ByteSource, { algorithm, byteRange }: RangeDigest): Uint8Array {
  const hash = createHash(algorithm)
  for (let index = 0; index < byteRange.length; index += 2)
    hash.update(source.read(byteRange[index] ?? 0, byteRange[index + 1] ?? 0))
  return new Uint8Array(hash.digest())
}

const algorithm = fc.constantFrom('sha256' as const, 'sha1' as const, 'sha512' as const)

/** Ranges of the usual form within a file: from 0 to a gap, from its end to some end. */
function usualRange(length: number): fc.Arbitrary<RangeDigest> {
  return fc.tuple(algorithm, fc.nat(length), fc.nat(length), fc.nat(length)).map(([name, ...edges]) => {
    const [gapStart = 0, gapEnd = 0, end = 0] = edges.sort((a, b) => a - b)
    return { algorithm: name, byteRange: [0, gapStart, gapEnd, end - gapEnd] }
  })
}

/** Ranges of any form within a file: repeated, overlapping, in any order, one or many. */
function oddRange(length: number): fc.Arbitrary<RangeDigest> {
  const pair = fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => [Math.min(a, b), Math.abs(a - b)])
  return fc
    .tuple(algorithm, fc.array(pair, { maxLength: 4 }))
    .map(([name, pairs]) => ({ algorithm: name, byteRange: pairs.flat() }))
}

describe('what it gives', () => {
  it('the digests that slicing by hand gives, whatever the ranges', () => {
    const files = fc.nat(5000).chain((length) =>
      fc.record({
        length: fc.constant(length),
        wanted: fc.array(fc.oneof(usualRange(length), oddRange(length)), { maxLength: 6 }),
      }),
    )
    fc.assert(
      fc.property(files, ({ length, wanted }) => {
        const source = countedSource(length)
        const expected = wanted.map((each) => sliceByHand(source, each))
        expect(digestRanges(source, wanted)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('the same over files of several pieces, with edges beside those of the pieces', () => {
    const MiB = 1024 * 1024
    const near = fc.constantFrom(0, 1, MiB - 1, MiB, MiB + 1, 2 * MiB - 1, 2 * MiB, 2 * MiB + 7)
    const range = fc.tuple(near, near, near).map((edges) => {
      const [gapStart = 0, gapEnd = 0, end = 0] = edges.sort((a, b) => a - b)
      return { algorithm: 'sha256' as const, byteRange: [0, gapStart, gapEnd, end - gapEnd] }
    })
    const source = countedSource(2 * MiB + 7)
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 3 }), (wanted) => {
        expect(digestRanges(source, wanted)).toEqual(wanted.map((each) => sliceByHand(source, each)))
      }),
      { numRuns: 12 },
    )
  }, 20_000)
})

describe('edges', () => {
  it('no range at all gives no digest, an empty range that of nothing', () => {
    const source = countedSource(10)
    expect(digestRanges(source, [])).toEqual([])
    const [digest] = digestRanges(source, [{ algorithm: 'sha256', byteRange: [0, 0, 10, 0] }])
    expect(digest).toEqual(new Uint8Array(createHash('sha256').digest()))
  })

  it('reads what several signatures share about once', () => {
    const source = countedSource(3_000_000)
    const wanted = [1_000_000, 2_000_000, 2_900_000].map((gap) => ({
      algorithm: 'sha256' as const,
      byteRange: [0, gap, gap + 1000, 3_000_000 - gap - 1000],
    }))
    digestRanges(source, wanted)
    expect(source.countRead()).toBeLessThanOrEqual(3_000_000)
  })
})
