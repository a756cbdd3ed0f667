import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { drawReceiptSlip } from '../../src/form/index.ts'
import { receipt } from './samples.ts'

describe('what it gives', () => {
  it('is one A5 page for an ordinary dossier', async () => {
    const pdf = await PDFDocument.load(await drawReceiptSlip(receipt))
    expect(pdf.getPageCount()).toBe(1)
    expect(pdf.getPage(0).getWidth() / 72).toBeCloseTo(148 / 25.4, 3)
    expect(pdf.getPage(0).getHeight() / 72).toBeCloseTo(210 / 25.4, 3)
  })
  it('is the same bytes for the same input', async () => {
    expect(await drawReceiptSlip(receipt)).toEqual(await drawReceiptSlip(structuredClone(receipt)))
  })
})
