import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFTextField } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { drawFieldAppearance, drawResultDocument } from '../../src/form/index.ts'
import { findOutside, findOverlaps, readDrawnPages } from '../kit/drawn-page.ts'
import { result } from './samples.ts'

const MM = 72 / 25.4

describe('what it gives', () => {
  it('is A4 with the margins of official documents', async () => {
    const [page] = await readDrawnPages((await drawResultDocument(result)).bytes)
    expect((page?.widthPt ?? 0) / MM).toBeCloseTo(210, 6)
    expect((page?.heightPt ?? 0) / MM).toBeCloseTo(297, 6)
    const texts = page?.texts ?? []
    const left = Math.min(...texts.map(({ x }) => x)) / MM
    const right = 210 - Math.max(...texts.map(({ x, widthPt }) => x + widthPt)) / MM
    const top = 297 - Math.max(...texts.map(({ y, sizePt }) => y + sizePt * 0.66)) / MM
    expect(left).toBeGreaterThanOrEqual(29.99)
    expect(right).toBeGreaterThanOrEqual(15)
    expect(top).toBeGreaterThanOrEqual(20)
  })
  it('has two empty text fields with an appearance, and never asks viewers to make one', async () => {
    const pdf = await PDFDocument.load((await drawResultDocument(result)).bytes, { updateMetadata: false })
    const form = pdf.catalog.lookup(PDFName.of('AcroForm'), PDFDict)
    expect(form.has(PDFName.of('NeedAppearances'))).toBe(false)
    const fields = pdf.getForm().getFields()
    expect(fields.map((field) => field.getName())).toEqual(['soKyHieu', 'ngayBanHanh'])
    for (const field of fields) {
      expect(field).toBeInstanceOf(PDFTextField)
      expect((field as PDFTextField).getText()).toBeUndefined()
      const [widget] = field.acroField.getWidgets()
      const appearance = widget?.getAppearances()?.normal
      expect(appearance).toBeInstanceOf(PDFRawStream)
      expect(Buffer.from((appearance as PDFRawStream).getContents()).toString()).toBe('/Tx BMC EMC')
      expect(widget?.P()).toBe(pdf.getPage(0).ref)
    }
  })
  it('says where the fields are, as the fields themselves do', async () => {
    const { bytes, fields } = await drawResultDocument(result)
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    for (const [name, { page, rect }] of Object.entries(fields)) {
      const drawn = pdf.getForm().getTextField(name).acroField.getWidgets()[0]?.getRectangle()
      expect(page).toBe(1)
      for (const side of ['x', 'y', 'width', 'height'] as const)
        expect(drawn?.[side]).toBeCloseTo(rect[side], 6)
    }
  })
  it('keeps a place between title and name for the signature, and the seal over its left third', async () => {
    const { bytes, approve, issue } = await drawResultDocument(result)
    const [page] = await readDrawnPages(bytes)
    const find = (wanted: string) => page?.texts.find(({ text }) => text === wanted)
    expect(approve.rect.y + approve.rect.height).toBeLessThan(find('CHỦ TỊCH')?.y ?? 0)
    expect(approve.rect.y).toBeGreaterThan(find('Lê Thị Mẫu')?.y ?? 1e9)
    expect(issue.page).toBe(approve.page)
    expect(issue.rect.x + issue.rect.width).toBeCloseTo(approve.rect.x + approve.rect.width / 3, 6)
    expect(issue.rect.y + issue.rect.height / 2).toBeCloseTo(approve.rect.y + approve.rect.height / 2, 6)
  })
  it('lets a filled field stand on the baseline of its label', async () => {
    const { bytes, fields } = await drawResultDocument(result)
    const [page] = await readDrawnPages(bytes)
    const label = page?.texts.find(({ text }) => text === 'Số: ')
    const { width, height } = fields.soKyHieu.rect
    const appearance = await drawFieldAppearance({ widthPt: width, heightPt: height, text: '128/BS-UBND' })
    const [drawn] = (await readDrawnPages(appearance))[0]?.texts ?? []
    expect((drawn?.y ?? 0) + fields.soKyHieu.rect.y).toBeCloseTo(label?.y ?? -1, 2)
    expect(drawn?.sizePt).toBe(13)
  })
  it('lets nothing overlap or leave the paper, and keeps text out of the fields', async () => {
    const { bytes, fields } = await drawResultDocument(result)
    const pages = await readDrawnPages(bytes)
    expect(pages.flatMap(findOverlaps)).toEqual([])
    expect(pages.flatMap(findOutside)).toEqual([])
    for (const { rect } of Object.values(fields)) {
      const within = pages[0]?.texts.filter(
        ({ x, y, widthPt }) =>
          x + widthPt > rect.x + 0.01 && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height,
      )
      expect(within).toEqual([])
    }
  })
})

describe('edges', () => {
  it.each([28, 30, 32, 34])(
    'numbers the pages from the second on, and takes the signature there: %i entries',
    async (length) => {
      const entries = Array.from({ length }, (_, index) => ({
        label: `Mục ${index + 1}`,
        value: 'nội dung',
      }))
      const { bytes, approve } = await drawResultDocument({ ...result, entries })
      const pages = await readDrawnPages(bytes)
      expect(pages.length).toBe(2)
      expect(pages[0]?.texts.map(({ text }) => text)).not.toContain('1')
      expect(pages[1]?.texts.map(({ text }) => text)).toContain('2')
      expect(approve.page).toBe(2)
      // The signatures never stand alone: the end of the statement has come along.
      expect(pages[1]?.texts.map(({ text }) => text).join(' ')).toContain('lưu giữ')
    },
  )
  it('is the same bytes for the same input', async () => {
    expect((await drawResultDocument(result)).bytes).toEqual((await drawResultDocument(result)).bytes)
  })
})
