import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createVerifier, readTrustStore } from '../../src/validation/index.ts'
import {
  compareRecorded,
  corpusFolder,
  hasCorpus,
  momentOf,
  type RecordedVerdict,
  readRecorded,
} from '../kit/recorded.ts'
import { disagreements } from './disagreements.ts'

const recorded = hasCorpus() ? readRecorded() : []

/** Roots of a record; where none are named, all of the corpus. */
function readTrust({ trust }: RecordedVerdict) {
  const files = trust ?? readdirSync(join(corpusFolder, 'trust')).map((name) => `trust/${name}`)
  return files.flatMap((name) => readTrustStore(readFileSync(join(corpusFolder, name))))
}

/** Passwords with which the encrypted files of the corpus open. */
const password = 'ownersecret'

/** What differs between a record and our report. */
async function findDifferences(record: RecordedVerdict): Promise<string[]> {
  const bytes = readFileSync(join(corpusFolder, record.file))
  const verifier = createVerifier({ trust: readTrust(record) })
  const report = await verifier.verify(bytes, { at: momentOf(record), password })
  const signature = report.signatures.find(({ field }) => field === record.field)
  return compareRecorded(record, signature)
    .filter(({ agrees }) => !agrees)
    .map(({ aspect }) => aspect)
}

describe.skipIf(recorded.length === 0)('what it gives', () => {
  it('agrees with at least 98 % of the recorded verdicts, and says why where it does not', async () => {
    const differing: string[] = []
    for (const record of recorded) {
      const aspects = await findDifferences(record)
      const known = disagreements.find(
        ({ file, field }) => record.file.includes(file) && record.field === field,
      )
      const isExplained = aspects.every((aspect) => known?.aspects.includes(aspect) === true)
      if (!isExplained) differing.push(`${record.file} ${record.field}: ${aspects.join(', ')}`)
      else if (aspects.length > 0) differing.push('explained')
    }
    const share = 1 - differing.length / recorded.length
    process.stdout.write(`recorded verdicts: ${recorded.length}, agreement ${(share * 100).toFixed(1)} %\n`)
    expect(differing.filter((line) => line !== 'explained')).toEqual([])
    expect(share).toBeGreaterThanOrEqual(0.98)
  }, 60_000)
})

if (recorded.length === 0) process.stdout.write('skipped: recorded verdicts (no corpus)\n')
