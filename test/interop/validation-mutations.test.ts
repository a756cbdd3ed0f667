import { describe, expect, it } from 'vitest'
import { judgeMutations } from '../kit/judge-mutations.ts'
import { hasJudge } from '../kit/judges.ts'

const judges = ['pyhanko', 'dss'] as const
const missing = judges.filter((judge) => !hasJudge(judge))
/** Cut short; `npm run soak difference-mutations` goes through many more. */
const COUNT = 46

describe.skipIf(missing.length > 0)('documents of our signer, mutated at random', () => {
  it('are judged as EU DSS and pyHanko judge them, or differently for a known reason', {
    timeout: 580_000,
  }, async () => {
    const { documents, dss, pyhanko } = await judgeMutations(COUNT, 7)
    process.stdout.write(
      `mutated documents ${documents}: EU DSS the same of ${dss.same}/${dss.compared}, pyHanko of ${pyhanko.same}/${pyhanko.compared}\n`,
    )
    expect([...dss.unexplained, ...pyhanko.unexplained]).toEqual([])
    expect(dss.same).toBeGreaterThan(documents / 3)
    expect(pyhanko.same).toBeGreaterThan(documents / 3)
  })
})

describe('the judges', () => {
  it('are there in continuous integration, and are missed aloud elsewhere', () => {
    if (missing.length > 0) process.stderr.write(`skipped for want of: ${missing.join(', ')}\n`)
    if (process.env.CI) expect(missing).toEqual([])
  })
})
