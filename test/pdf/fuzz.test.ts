import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryMutations, exercise, fuzzSeeds, mutate } from '../kit/fuzz-pdf.ts'

describe('what it must not touch', () => {
  it('answers damaged files with a result or a typed error, and soon', () => {
    const seeds = fuzzSeeds()
    fc.assert(
      fc.property(fc.constantFrom(...seeds), arbitraryMutations, (seed, mutations) => {
        const start = performance.now()
        const answer = exercise(mutate(seed, mutations))
        expect(['read', 'refused']).toContain(answer)
        expect(performance.now() - start).toBeLessThan(2000)
      }),
      { numRuns: 1000 },
    )
  })
  it('opens what it could extend', () => {
    for (const seed of fuzzSeeds()) expect(exercise(seed)).toBe('read')
  })
})
