import { describe, expect, it } from 'vitest'
import type { FieldLock } from '../../../src/signature/index.ts'
import {
  type Approval,
  approve,
  approveAll,
  higherLevel,
  openLedger,
  refuse,
} from '../../../src/validation/difference/ledger.ts'
import { buildUsageIndex } from '../../../src/validation/difference/usage.ts'
import { modificationLevels } from '../../../src/validation/index.ts'
import { sampleShape } from '../../kit/attacks/sample.ts'
import { streamBody } from '../../kit/build-pdf.ts'
import { signedDocument } from '../../kit/changed-document.ts'
import { pairOf } from '../../kit/revision-pairs.ts'
import { text } from '../../kit/sample-objects.ts'

/** The books of a revision that rewrites objects of the sample and adds object 40. */
const open = (
  numbers: readonly number[] = [13, 40],
  locks: readonly FieldLock[] = [],
  freed: readonly number[] = [],
  shape = sampleShape(),
) => {
  const bodies: Record<number, string> = { 13: text('2'), 11: '<<>>', 14: streamBody('', 'x') }
  const objects = Object.fromEntries(numbers.map((number) => [number, bodies[number] ?? '<<>>']))
  const pair = pairOf({ objects, freed }, signedDocument({ shape }))
  return openLedger(pair, buildUsageIndex(pair.signed), locks)
}
const allowance: Approval = { rule: 'field/filled', level: 'form-filling', use: 'everywhere', path: '/x' }
const inForm = { path: '/AcroForm/Fields[0]' }
const onPage = { path: '/Pages/Kids[0]/Annots[0]' }

describe('what it gives', () => {
  it('the uses of every changed object, and none for what is new', () => {
    const ledger = open()
    expect(
      ledger.open
        .get(13)
        ?.uses.map(({ path }) => path)
        .sort(),
    ).toEqual([inForm.path, onPage.path].sort())
    expect(ledger.open.has(40)).toBe(false)
  })

  it('an object explained once every one of its uses is', () => {
    const ledger = open()
    approve(ledger, 13, { ...allowance, use: inForm })
    expect(ledger.explained.has(13)).toBe(false)
    approve(ledger, 13, { ...allowance, use: onPage })
    expect(ledger.explained.get(13)?.rule).toBe('field/filled')
  })

  it('the higher level of those that its uses ask', () => {
    const ledger = open()
    approve(ledger, 13, { ...allowance, use: inForm, level: 'annotations' })
    approve(ledger, 13, { ...allowance, use: onPage, level: 'lta-updates' })
    expect(ledger.explained.get(13)?.level).toBe('annotations')
  })

  it('a use by its container and the way from there', () => {
    const ledger = open([14])
    approve(ledger, 14, { ...allowance, use: { container: 13, within: '/AP/R' } })
    approve(ledger, 14, { ...allowance, use: { container: 15, within: '/AP/N' } })
    expect(ledger.explained.has(14)).toBe(false)
    approve(ledger, 14, { ...allowance, use: { container: 13, within: '/AP/N' } })
    expect(ledger.explained.has(14)).toBe(true)
  })
})

describe('what it refuses', () => {
  const lock = (action: 'All' | 'Include', ...fields: string[]): FieldLock => ({
    action,
    fields,
    level: undefined,
  })
  it('what a lock forbids, in place of what the rule allows', () => {
    const ledger = open([13], [lock('Include', 'unrelated'), lock('Include', 'amount')])
    approve(ledger, 13, { ...allowance, lockedBy: 'amount' })
    expect(ledger.explained.has(13)).toBe(false)
    expect(ledger.refusals).toEqual([{ rule: 'change/locked-field', path: '/x', number: 13 }])
    approve(ledger, 13, { ...allowance, lockedBy: 'other' })
    expect(ledger.explained.has(13)).toBe(true)
  })

  it('everything under a lock on all', () => {
    const ledger = open([13, 40], [lock('All')])
    approveAll(ledger, [13, 40], { ...allowance, lockedBy: 'whatever' })
    expect(ledger.refusals.length).toBe(2)
    expect(ledger.explained.size).toBe(0)
  })

  it('an object for a place that the signed document kept open', () => {
    const ledger = open([40], [], [], { ...sampleShape(), page: `${sampleShape().page ?? ''}/B 40 0 R` })
    approve(ledger, 40, allowance)
    expect(ledger.explained.has(40)).toBe(false)
    expect(ledger.refusals.map(({ rule }) => rule)).toEqual(['change/open-place'])
  })

  it('says where, with the object or without', () => {
    const ledger = open()
    refuse(ledger, 'change/info', { path: 'Trailer/Info' })
    refuse(ledger, 'change/info', { path: 'Trailer/Info', number: 7 })
    expect(ledger.refusals).toEqual([
      { rule: 'change/info', path: 'Trailer/Info', number: undefined },
      { rule: 'change/info', path: 'Trailer/Info', number: 7 },
    ])
  })
})

describe('edges', () => {
  it('has nothing to say of an object that did not change', () => {
    const ledger = open([40])
    approve(ledger, 13, allowance)
    expect(ledger.explained.size).toBe(0)
  })

  it('keeps the lowest explanation of a new object', () => {
    const ledger = open()
    for (const level of ['form-filling', 'lta-updates', 'annotations'] as const)
      approve(ledger, 40, { ...allowance, level })
    expect(ledger.explained.get(40)?.level).toBe('lta-updates')
  })

  it('notes where what is freed was used', () => {
    const ledger = open([40], [], [12, 13])
    expect(ledger.freedUses.get(12)).toMatch(/^\/Pages\/Kids\[0\]\//)
    expect(ledger.freedUses.has(13)).toBe(true)
    expect(ledger.freedUses.has(40)).toBe(false)
  })

  it('knows the higher of two levels, whichever comes first', () => {
    for (const [index, a] of modificationLevels.entries())
      for (const [other, b] of modificationLevels.entries())
        expect(higherLevel(a, b)).toBe(modificationLevels[Math.max(index, other)])
  })
})
