import { openPdf } from '../../src/pdf/index.ts'
import { listSignatures } from '../../src/signature/index.ts'
import { createVerifier, type DocumentVerifier } from '../../src/validation/index.ts'
import { sampleShape } from './attacks/sample.ts'
import { buildPdf } from './build-pdf.ts'
import { plainDocument, signedAt, signWhole, startSigning } from './signed-document.ts'

/** A signed document and the bytes that each of its signatures covers. */
interface FlipSeed {
  readonly bytes: Uint8Array
  readonly covered: readonly { readonly field: string; readonly contains: (offset: number) => boolean }[]
}

/** What many flips led to. */
export interface FlipCounts {
  readonly cases: number
  /** Documents whose signatures all passed: the flip was in bytes that no signature covers. */
  readonly passed: number
  readonly slowestMs: number
}

/** Makes the documents in which bytes are flipped, and a verifier that trusts their signer. */
async function makeSeeds(): Promise<{ seeds: FlipSeed[]; verifier: DocumentVerifier }> {
  const signing = await startSigning()
  const table = buildPdf(sampleShape())
  const stream = buildPdf(sampleShape({ xref: 'stream' }))
  const once = await signWhole(signing, { field: 'Sig1' }, stream)
  const documents = [
    await signWhole(signing, { field: 'Sig1' }, plainDocument),
    await signWhole(signing, { field: 'Sig1', certify: 2 }, table),
    await signWhole(signing, { field: 'Sig2' }, once),
    await signWhole(signing, { field: 'Sig1', level: 'B-LTA' }, table),
  ]
  const seeds = documents.map((bytes) => {
    const covered = listSignatures(openPdf(bytes)).map(({ field, byteRange = [] }) => {
      const [, first = 0, second = 0, length = 0] = byteRange
      const contains = (offset: number) => offset < first || (offset >= second && offset < second + length)
      return { field: field.name, contains }
    })
    return { bytes, covered }
  })
  return { seeds, verifier: createVerifier({ trust: signing.trust }) }
}

/** A small generator of numbers below a bound, so that a failing case can be made again. */
function startNumbers(seed: number): (bound: number) => number {
  let state = seed >>> 0
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/**
 * Flips bits of one byte at a time and verifies: a signature that covers the byte must not pass, and nothing but a
 * report may come out.
 */
export async function flipAndVerify(cases: number, seed: number): Promise<FlipCounts> {
  const { seeds, verifier } = await makeSeeds()
  const below = startNumbers(seed)
  let passed = 0
  let slowestMs = 0
  for (let index = 0; index < cases; index += 1) {
    const { bytes, covered } = seeds[index % seeds.length] ?? { bytes: new Uint8Array(), covered: [] }
    const offset = below(bytes.length)
    const flipped = bytes.slice()
    flipped[offset] = (flipped[offset] ?? 0) ^ (1 + below(255))
    const start = performance.now()
    const { signatures, document } = await verifier.verify(flipped, { at: signedAt })
    slowestMs = Math.max(slowestMs, performance.now() - start)
    for (const { field, contains } of covered) {
      const isPassed = signatures.some(
        (found) => found.field === field && found.indication === 'TOTAL-PASSED',
      )
      if (isPassed && contains(offset))
        throw new Error(`case ${index}: ${field} passed, byte ${offset} flipped`)
    }
    if (document.indication === 'TOTAL-PASSED') passed += 1
  }
  return { cases, passed, slowestMs }
}
