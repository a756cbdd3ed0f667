import fc from 'fast-check'
import { arbitraryMutations, exercise, fuzzSeeds, mutate } from '../kit/fuzz-pdf.ts'

const RUNS = 100_000

/** Damages small PDFs in 100,000 ways; each must end in a result or a typed error, in bounded time and memory. */
export async function run(): Promise<void> {
  const counts = { read: 0, refused: 0 }
  let slowestMs = 0
  const property = fc.property(fc.constantFrom(...fuzzSeeds()), arbitraryMutations, (seed, mutations) => {
    const start = performance.now()
    counts[exercise(mutate(seed, mutations))] += 1
    slowestMs = Math.max(slowestMs, performance.now() - start)
  })
  fc.assert(property, { numRuns: RUNS, seed: 20261121 })
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`cases ${RUNS}, read ${counts.read}, refused with a typed error ${counts.refused}, untyped 0`)
  console.log(`slowest case ${slowestMs.toFixed(0)} ms, peak memory ${peakMegabytes} MB`)
  if (slowestMs > 5000 || peakMegabytes > 1024) throw new Error('a bound was passed')
}
