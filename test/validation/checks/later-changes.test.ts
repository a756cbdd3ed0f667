import { describe, expect, it } from 'vitest'
import { checkLaterChanges } from '../../../src/validation/checks/later-changes.ts'
import type { DocumentChange, ModificationLevel } from '../../../src/validation/index.ts'
import { changeOf } from '../../kit/report-of.ts'

const check = (level: ModificationLevel, changes: readonly DocumentChange[] = []) => {
  const [finding, ...more] = checkLaterChanges('Sig1', { level, changes, isPermitted: true, attacks: [] })
  expect(more).toEqual([])
  return finding
}

describe('what it gives', () => {
  it.each([
    ['none', 'validation/unchanged', 'ok'],
    ['lta-updates', 'validation/changed-as-allowed', 'ok'],
    ['form-filling', 'validation/changed-as-allowed', 'ok'],
    ['annotations', 'validation/changed-as-allowed', 'ok'],
    ['other', 'validation/changed-otherwise', 'failed'],
  ] as const)('of %s: %s', (level, code, outcome) => {
    expect(check(level)).toMatchObject({ code, outcome, place: 'Sig1', check: 'later-changes' })
  })

  it('where the changes of the worst level are, and how many there are', () => {
    const worst = changeOf({
      level: 'other',
      rule: 'change/page-content',
      path: '/Pages/Kids[0]',
      pageNumber: 1,
    })
    const nowhere = changeOf({
      level: 'other',
      rule: 'change/trailing-bytes',
      path: '',
      pageNumber: undefined,
      object: undefined,
    })
    expect(check('other', [changeOf(), worst, nowhere])?.facts).toEqual({
      modification: 'other',
      changes: 2,
      places: [
        { rule: 'change/page-content', path: '/Pages/Kids[0]', pageNumber: 1, object: 13 },
        { rule: 'change/trailing-bytes', path: '', pageNumber: null, object: null },
      ],
    })
  })
})

describe('edges', () => {
  it('counts all changes and lists twenty', () => {
    const facts = check(
      'form-filling',
      Array.from({ length: 1000 }, () => changeOf()),
    )?.facts
    expect(facts?.changes).toBe(1000)
    expect(facts?.places).toHaveLength(20)
  })
})
