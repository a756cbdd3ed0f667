import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCornerRect, findSealRect, signatureLooks } from '../../src/form/index.ts'

const MM = 72 / 25.4

describe('what it gives', () => {
  it('covers exactly the left third of the signature with the seal, half way up', () => {
    const side = fc.integer({ min: 50, max: 400 })
    fc.assert(
      fc.property(side, side, side, side, (x, y, width, height) => {
        const seal = findSealRect({ x, y, width, height })
        expect(seal.x + seal.width - x).toBeCloseTo(width / 3, 6)
        expect(seal.y + seal.height / 2).toBeCloseTo(y + height / 2, 6)
        expect(seal.width).toBeCloseTo(36 * MM, 6)
      }),
    )
  })
  it('keeps a mark ten millimetres from the upper and the right edge', () => {
    const page = { widthPt: 210 * MM, heightPt: 297 * MM }
    for (const look of [signatureLooks.copy, signatureLooks.appendix, signatureLooks.income]) {
      const rect = findCornerRect(page, look)
      expect(page.widthPt - rect.x - rect.width).toBeCloseTo(10 * MM, 6)
      expect(page.heightPt - rect.y - rect.height).toBeCloseTo(10 * MM, 6)
    }
  })
  it('gives the person handwriting, agency and copy a seal, and the other marks no picture', () => {
    const images = Object.fromEntries(
      Object.entries(signatureLooks).map(([mode, { image }]) => [mode, image]),
    )
    expect(images).toEqual({
      approve: 'handwriting',
      issue: 'seal',
      income: 'none',
      copy: 'seal',
      appendix: 'none',
    })
  })
})
