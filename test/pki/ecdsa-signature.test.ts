import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEcdsaSignature, writeEcdsaSignature } from '../../src/pki/index.ts'
import { outcomeOf } from '../kit/outcome-of.ts'

describe('what it gives', () => {
  it('turns r‖s into DER and back for every curve', () => {
    for (const fieldBytes of [32, 48, 66]) {
      const raw = fc.uint8Array({ minLength: fieldBytes * 2, maxLength: fieldBytes * 2 })
      fc.assert(
        fc.property(raw, (signature) => {
          expect(readEcdsaSignature(writeEcdsaSignature(signature), fieldBytes)).toEqual(signature)
        }),
      )
    }
  })

  it('writes the shortest integers, with a zero before a first bit that is set', () => {
    const raw = new Uint8Array(64)
    raw[31] = 0x80
    raw[63] = 0x7f
    expect([...writeEcdsaSignature(raw)]).toEqual([0x30, 7, 2, 2, 0, 0x80, 2, 1, 0x7f])
  })
})

describe('what it refuses', () => {
  it('what is not DER, is too large for the curve, or has more behind it', () => {
    expect(outcomeOf(() => readEcdsaSignature(new Uint8Array(64), 32))).toBe('pki/not-ecdsa-der')
    const large = writeEcdsaSignature(new Uint8Array(96).fill(1))
    expect(outcomeOf(() => readEcdsaSignature(large, 32))).toBe('pki/not-ecdsa-der')
    const more = Uint8Array.of(0x30, 9, 2, 1, 1, 2, 1, 1, 2, 1, 1)
    expect(outcomeOf(() => readEcdsaSignature(more, 32))).toBe('pki/not-ecdsa-der')
  })
})
