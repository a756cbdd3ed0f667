import { describe, expect, it } from 'vitest'
import { checkLaterChanges } from '../../../src/validation/checks/later-changes.ts'
import { checkPermission } from '../../../src/validation/checks/permission.ts'
import type { DocumentDifference, ModificationLevel } from '../../../src/validation/index.ts'
import { inShort } from '../../kit/inquiry.ts'
import { changeOf } from '../../kit/report-of.ts'

const difference = (
  level: ModificationLevel,
  isPermitted: boolean,
  ...rules: readonly string[]
): DocumentDifference => ({
  level,
  isPermitted,
  changes: rules.map((rule) => changeOf({ rule, level })),
  attacks: [],
})
const said = (...parts: Parameters<typeof difference>) =>
  inShort(checkPermission('Sig1', difference(...parts)))

describe('what it gives', () => {
  it.each(['none', 'lta-updates', 'form-filling', 'annotations'] as const)(
    'that %s are permitted',
    (level) => {
      expect(said(level, true)).toEqual(['ok changes-permitted'])
    },
  )
})

describe('what it refuses', () => {
  it.each(['form-filling', 'annotations'] as const)('%s that the signature does not permit', (level) => {
    const [finding] = checkPermission('Sig1', difference(level, false))
    expect(finding).toMatchObject({
      code: 'validation/changes-forbidden',
      outcome: 'failed',
      severity: 'error',
      place: 'Sig1',
      facts: { modification: level },
    })
  })

  it('a change of a locked field, whatever the level', () => {
    expect(said('other', false, 'change/object-replaced', 'change/locked-field')).toEqual([
      'failed changes-forbidden',
    ])
  })
})

describe('edges', () => {
  it('leaves changes that no rule explains to the check of later changes, which fails them', () => {
    const other = difference('other', false, 'change/page-content')
    expect(checkPermission('Sig1', other)).toEqual([])
    expect(inShort(checkLaterChanges('Sig1', other))).toEqual(['failed changed-otherwise'])
  })
})
