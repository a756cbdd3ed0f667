import { describe, expect, it } from 'vitest'
import { flipAndVerify } from '../kit/verify-flips.ts'

describe('what it refuses', () => {
  it('passes no signature of which a covered byte was flipped, and always gives a report', async () => {
    const { cases, slowestMs } = await flipAndVerify(400, 1)
    expect(cases).toBe(400)
    expect(slowestMs).toBeLessThan(5000)
  })
})
