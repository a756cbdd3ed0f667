import { describe, expect, it } from 'vitest'
import { etsiPolicy, readPolicy, vietnamPolicy } from '../../src/validation/index.ts'
import { outcomeOf } from '../kit/outcome-of.ts'

describe('what it gives', () => {
  it('starts from the built-in policy that is named, etsi where none is', () => {
    expect(readPolicy({})).toEqual(etsiPolicy)
    expect(readPolicy({ extends: 'vn-tt15-2025' })).toEqual(vietnamPolicy)
  })
  it('reads back what a built-in policy looks like as JSON', () => {
    for (const policy of [etsiPolicy, vietnamPolicy])
      expect(readPolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy)
  })
  it('puts what is written in the place of what was there', () => {
    expect(readPolicy({ weights: { timestamp: 'fail' }, revocation: 'required' })).toEqual({
      ...etsiPolicy,
      weights: { timestamp: 'fail' },
      revocation: 'required',
    })
  })
})

describe('what it refuses', () => {
  it.each([
    [null, '$'],
    [[], '$'],
    [{ extends: 'none' }, 'extends'],
    [{ revokation: 'required' }, 'revokation'],
    [{ weights: { timestamp: 'loud' } }, 'weights.timestamp'],
    [{ weights: { timestamps: 'fail' } }, 'weights.timestamps'],
    [{ keyUsages: ['keyAgreement'] }, 'keyUsages[0]'],
    [{ strengthRules: [{ algorithm: 'rot13', source: 'x' }] }, 'strengthRules[0].algorithm'],
    [
      { strengthRules: [{ algorithm: 'sha256', source: 'x', lastDate: '2026-02-30' }] },
      'strengthRules[0].lastDate',
    ],
    [{ revocationAgeHours: -1 }, 'revocationAgeHours'],
    [{ name: '' }, 'name'],
  ])('%j, and says where', (value, path) => {
    expect(outcomeOf(() => readPolicy(value))).toBe('validation/bad-policy')
    expect(() => readPolicy(value)).toThrow(` ${path};`)
  })
})
