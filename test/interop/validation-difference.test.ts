import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openPdf } from '../../src/pdf/index.ts'
import { listSignatures } from '../../src/signature/index.ts'
import { analyseDifference, measureCoverage } from '../../src/validation/index.ts'
import { hasJudge } from '../kit/judges.ts'
import { compareWithPyhanko, coverageOf, levelOf, makeChangedDocuments } from '../kit/pyhanko-changes.ts'
import { disagreements } from './disagreements.ts'

const corpus = resolve(import.meta.dirname, '../../../shared/corpus')
const hasCorpus = existsSync(join(corpus, 'manifest.json'))
const folder = mkdtempSync(join(tmpdir(), 'motcua-changes-'))

afterAll(() => rmSync(folder, { recursive: true }))

interface Recorded {
  readonly field: string
  readonly result?: {
    readonly coverage?: string
    readonly modification_level?: string | null
    readonly docmdp_ok?: boolean | null
  }
}
interface Entry {
  readonly file: string
  readonly features: readonly string[]
  readonly recorded?: readonly Recorded[]
}

/** Opens a document of the corpus with one of the passwords that pyHanko's fixtures have. */
function openSample(bytes: Uint8Array) {
  for (const password of ['ownersecret', 'usersecret']) {
    try {
      return openPdf(bytes, { password })
    } catch {
      // the next one
    }
  }
  return undefined
}

describe.runIf(hasCorpus)('signed documents with recorded verdicts', () => {
  it('have the coverage, the modification level and the DocMDP verdict that were recorded', () => {
    const entries: Entry[] = JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8'))
    const different: string[] = []
    let count = 0
    for (const { file, recorded = [] } of entries) {
      const pdf = recorded.length > 0 ? openSample(readFileSync(join(corpus, file))) : undefined
      if (pdf === undefined) continue
      const signatures = listSignatures(pdf)
      for (const { field, result } of recorded) {
        const found = signatures
          .filter(({ isInNewest, ...other }) => isInNewest && other.field.name === field)
          .at(-1)
        if (result?.coverage === undefined || found === undefined) continue
        count += 1
        const { level, isPermitted } = analyseDifference(pdf, found, signatures)
        if (measureCoverage(pdf, found) !== coverageOf[result.coverage]) different.push(`${file} coverage`)
        const theirs = result.modification_level
        if (typeof theirs === 'string' && levelOf(theirs) !== level) different.push(`${file} modification`)
        const { docmdp_ok: isOk } = result
        if (typeof isOk === 'boolean' && isOk !== isPermitted) different.push(`${file} docmdp`)
      }
    }
    expect(count).toBeGreaterThan(50)
    expect(different.filter((name) => !disagreements.has(name))).toEqual([])
  })
})

describe.runIf(hasJudge('pyhanko'))('documents that pyHanko changed after it had signed them', () => {
  it('are judged as pyHanko judges them, or differently for a known reason', { timeout: 600_000 }, () => {
    const rows = makeChangedDocuments(folder, { seed: 11, count: 30, step: 6 })
    const { unexplained, signatures, coverage } = compareWithPyhanko(folder, rows)
    expect(unexplained).toEqual([])
    expect(signatures).toBeGreaterThan(60)
    expect(coverage).toBe(signatures)
  })
})

describe('the judges', () => {
  it('are there in continuous integration, and are missed aloud elsewhere', () => {
    const missing = [...(hasCorpus ? [] : ['corpus']), ...(hasJudge('pyhanko') ? [] : ['pyhanko'])]
    if (missing.length > 0) process.stderr.write(`skipped for want of: ${missing.join(', ')}\n`)
    if (process.env.CI) expect(missing).not.toContain('pyhanko')
  })
})
