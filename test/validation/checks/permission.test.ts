import { describe, expect, it } from 'vitest'
import { checkLaterChanges } from '../../../src/validation/checks/later-changes.ts'
import { checkPermission } from '../../../src/validation/checks/permission.ts'
import {
  createVerifier,
  type DocumentDifference,
  etsiPolicy,
  type ModificationLevel,
} from '../../../src/validation/index.ts'
import { inShort } from '../../kit/inquiry.ts'
import { changeOf } from '../../kit/report-of.ts'
import { signedAt, signWhole, startSigning } from '../../kit/signed-document.ts'

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
const free = { docMdp: undefined, mostModification: 'annotations' } as const
const said = (...parts: Parameters<typeof difference>) =>
  inShort(checkPermission('Sig1', difference(...parts), free))

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
    const [finding] = checkPermission('Sig1', difference(level, false), free)
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

describe('the bound of a policy', () => {
  it.each([
    ['annotations', 'form-filling', undefined, 'failed changes-beyond-policy'],
    ['lta-updates', 'none', undefined, 'failed changes-beyond-policy'],
    ['form-filling', 'form-filling', undefined, 'ok changes-permitted'],
    ['none', 'none', undefined, 'ok changes-permitted'],
    ['form-filling', 'none', 2, 'ok changes-permitted'],
  ] as const)('%s under %s, with DocMDP %s: %s', (level, mostModification, docMdp, expected) => {
    const findings = checkPermission('Sig1', difference(level, true), { docMdp, mostModification })
    expect(inShort(findings)).toEqual([expected])
  })

  it('counts in the verdict', async () => {
    const signing = await startSigning()
    const bytes = await signWhole(signing, { level: 'B-LTA' })
    const indication = async (mostModification: ModificationLevel) => {
      const policy = { ...etsiPolicy, mostModification }
      const report = await createVerifier({ trust: signing.trust, policy }).verify(bytes, { at: signedAt })
      return report.signatures[0]?.subIndication
    }
    expect(await indication('lta-updates')).toBeNull()
    expect(await indication('none')).toBe('SIG_CONSTRAINTS_FAILURE')
  })
})

describe('edges', () => {
  it('leaves changes that no rule explains to the check of later changes, which fails them', () => {
    const other = difference('other', false, 'change/page-content')
    expect(checkPermission('Sig1', other, free)).toEqual([])
    expect(inShort(checkLaterChanges('Sig1', other))).toEqual(['failed changed-otherwise'])
  })
})
