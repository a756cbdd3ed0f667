import { describe, expect, it } from 'vitest'
import { checkAttack } from '../../../src/validation/checks/attack.ts'
import { attackNames, type RecognisedAttack } from '../../../src/validation/index.ts'

const attackOf = (more: Partial<RecognisedAttack> = {}): RecognisedAttack => ({
  name: 'shadow-hide',
  variant: 'overlay-removed',
  stage: 'carried-out',
  place: 'object 5',
  pageNumber: 2,
  message: { vi: 'lớp che bị gỡ', en: 'an overlay was removed' },
  ...more,
})
const check = (...attacks: readonly RecognisedAttack[]) =>
  checkAttack('Sig1', { level: 'other', changes: [], isPermitted: false, attacks })

describe('what it gives', () => {
  it.each(attackNames.map((name) => [name]))(
    'a failed finding of its own name for %s, in both languages',
    (name) => {
      const [finding] = check(attackOf({ name }))
      expect(finding).toMatchObject({
        code: `validation/attack-${name}`,
        check: 'attack',
        outcome: 'failed',
        severity: 'error',
      })
      expect(finding?.message.en).toMatch(
        /attack.*: an overlay was removed$|forgery: an overlay was removed$/,
      )
      expect(finding?.message.vi).toMatch(/: lớp che bị gỡ$/)
    },
  )

  it('where it is and what gave it away', () => {
    expect(check(attackOf())[0]).toMatchObject({
      place: 'object 5',
      facts: {
        attack: 'shadow-hide',
        variant: 'overlay-removed',
        stage: 'carried-out',
        field: 'Sig1',
        pageNumber: 2,
      },
    })
  })
})

describe('what it refuses', () => {
  it('to fail a document for a suspicion: a warning that says so', () => {
    const [finding] = check(attackOf({ stage: 'suspected' }))
    expect(finding).toMatchObject({ outcome: 'warning', severity: 'warning' })
    expect(finding?.message.en).toMatch(/^signs of a shadow attack/)
    expect(finding?.message.vi).toMatch(/^dấu hiệu của /)
  })
})

describe('edges', () => {
  it('says nothing where there is nothing, and one finding each where there are several', () => {
    expect(check()).toEqual([])
    expect(check(attackOf(), attackOf({ stage: 'suspected' })).map(({ outcome }) => outcome)).toEqual([
      'failed',
      'warning',
    ])
  })

  it('names the field where the attack has no place', () => {
    expect(check(attackOf({ place: '', pageNumber: undefined }))[0]).toMatchObject({
      place: 'Sig1',
      facts: { pageNumber: null },
    })
  })
})
