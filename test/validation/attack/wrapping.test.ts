import { describe, expect, it } from 'vitest'
import type { AttackFacts } from '../../../src/validation/attack/facts.ts'
import { recogniseWrapping } from '../../../src/validation/attack/wrapping.ts'
import { attackFactsOf } from '../../kit/attack-facts.ts'
import { overwrite } from '../../kit/attacks/append.ts'
import { signedDocument } from '../../kit/changed-document.ts'

const signed = signedDocument()
const facts = attackFactsOf(signed)
const signs = (of: AttackFacts) => recogniseWrapping(of).map(({ variant }) => variant)
const withGap = (more: Partial<NonNullable<AttackFacts['signature']['gap']>>) => {
  const { gap } = facts.signature
  return { ...facts, signature: { ...facts.signature, gap: gap && { ...gap, ...more } } }
}

describe('what it gives', () => {
  it('a signature whose value the gap does not hold', () => {
    const { gap } = facts.signature
    const at = facts.signature.dict.start
    const wide = (gap?.end ?? 0) + 5000
    expect(signs(withGap({ contents: Uint8Array.of(1) }))).toEqual(['contents-elsewhere'])
    expect(signs(withGap({ isHexString: false, end: wide }))).toEqual(['gap-holds-more'])
    expect(signs(withGap({ isHexString: false, start: at + 5, end: at + 9 }))).toEqual([
      'byte-range-elsewhere',
    ])
  })

  it('a range moved away from the value', () => {
    const moved = overwrite(signed, /\/ByteRange \[0 \d+ \d+ \d+/, (found) =>
      found.replace(/\[0 \d+/, '[0 20'),
    )
    expect(signs(attackFactsOf(moved)).length).toBe(1)
  })

  it('a dictionary that stands in the gap or behind it', () => {
    const { start } = facts.signature.dict
    const unsigned = withGap({ start: start - 1, end: start + 9000, isHexString: false })
    const byteRange = [0, start - 1, start + 9000, 9]
    expect(signs({ ...unsigned, signature: { ...unsigned.signature, byteRange } })).toEqual([
      'dictionary-unsigned',
    ])
  })

  it('a section in the signed bytes that was brought into use from behind', () => {
    const overtaken = {
      ...facts,
      coverage: 'partial' as const,
      signature: { ...facts.signature, coversRevision: facts.signedIndex },
    }
    expect(signs(overtaken)).toEqual(['hidden-section-used'])
    expect(signs({ ...overtaken, signedIndex: facts.signedIndex + 1 })).toEqual([])
  })
})

describe('what it refuses', () => {
  it('to see wrapping in a proper signature, or where the range makes no sense at all', () => {
    expect(signs(facts)).toEqual([])
    expect(signs({ ...facts, signature: { ...facts.signature, gap: undefined } })).toEqual([])
    expect(signs({ ...facts, signature: { ...facts.signature, contents: undefined } })).toEqual([])
  })
})
