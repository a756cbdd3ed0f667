import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../src/date.ts'
import { isMotcuaError } from '../../src/errors.ts'
import {
  drawFieldAppearance,
  drawMarkAppearance,
  drawSealAppearance,
  drawSignatureAppearance,
  signatureLooks,
} from '../../src/form/index.ts'
import { findOutside, findOverlaps, readDrawnPages } from '../kit/drawn-page.ts'
import { buildTestPng } from '../kit/png.ts'
import { receivedAt as signedAt } from './samples.ts'

const size = { widthPt: 156, heightPt: 62 }
const agency = 'ỦY BAN NHÂN DÂN PHƯỜNG VÍ DỤ'
const blue = buildTestPng(60, 30, [20, 40, 160])

async function readTexts(bytes: Uint8Array): Promise<readonly string[]> {
  return (await readDrawnPages(bytes)).flatMap((page) => page.texts.map(({ text }) => text.trim()))
}

const all = {
  signature: () => drawSignatureAppearance({ ...size, name: 'Lê Thị Mẫu', title: 'Chủ tịch', signedAt }),
  picture: () => drawSignatureAppearance({ ...size, png: blue, name: 'Lê Thị Mẫu', signedAt }),
  seal: () => drawSealAppearance({ ...size, agency, signedAt }),
  mark: () =>
    drawMarkAppearance({ ...size, widthPt: 176, mode: 'appendix', numberAndSymbol: '12/QĐ-UBND', signedAt }),
  field: () => drawFieldAppearance({ ...size, text: '12/QĐ-UBND' }),
}

describe('what it gives', () => {
  it.each(Object.entries(all))(
    'is one page of exactly the size asked for, with nothing filled: %s',
    async (name, draw) => {
      const bytes = await draw()
      const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
      const [page, ...others] = await readDrawnPages(bytes)
      expect(others).toEqual([])
      expect(pdf.getPage(0).getMediaBox()).toEqual({
        x: 0,
        y: 0,
        width: name === 'mark' ? 176 : size.widthPt,
        height: size.heightPt,
      })
      expect(page?.bars).toEqual([])
      expect(page && findOutside(page)).toEqual([])
      expect(await draw()).toEqual(bytes)
    },
  )
  it('writes name, title and time of a signature without a picture', async () => {
    const texts = await readTexts(await all.signature())
    expect(texts.join(' ')).toBe(
      'Người ký: Lê Thị Mẫu Chức vụ: Chủ tịch Thời gian ký: 2026-08-28T15:20:00+07:00',
    )
  })
  it('keeps the text out of the left third, where the seal will lie', async () => {
    const [page] = await readDrawnPages(await all.signature())
    expect(Math.min(...(page?.texts.map(({ x }) => x) ?? []))).toBeGreaterThan(size.widthPt / 3)
    const [unsealed] = await readDrawnPages(
      await drawSignatureAppearance({ ...size, name: 'Lê Thị Mẫu', signedAt, sealPt: 0 }),
    )
    expect(Math.min(...(unsealed?.texts.map(({ x }) => x) ?? []))).toBeLessThan(5)
  })
  it('draws the picture alone when there is one, unstretched and with its transparency', async () => {
    const bytes = await all.picture()
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(await readTexts(bytes)).toEqual([])
    const [, image] =
      pdf.context
        .enumerateIndirectObjects()
        .find(([, object]) => object instanceof PDFRawStream && object.dict.has(PDFName.of('SMask'))) ?? []
    expect(image).toBeInstanceOf(PDFRawStream)
    const content = pdf.getPage(0).node.Contents()
    const { inflateSync } = await import('node:zlib')
    const operators = inflateSync((content as PDFRawStream).getContents()).toString()
    // 60 × 30 pixels into 156 × 62 points: the height decides, 124 × 62, centred.
    expect(operators).toBe('q 124 0 0 62 16 0 cm /I1 Do Q')
  })
  it('marks a drawn seal as a specimen', async () => {
    const [page] = await readDrawnPages(await all.seal())
    const letters = page?.texts.map(({ text }) => text) ?? []
    expect(letters).toContain('MẪU')
    expect(letters.join('')).toContain(agency)
    expect(letters.join('')).toContain('MẪU - KHÔNG CÓ GIÁ TRỊ')
  })
  it('writes number and time on an attachment, kind and agency on a copy, number and day on what came in', async () => {
    const { appendix, copy, income } = signatureLooks
    const time = 'Thời gian ký: 2026-08-28T15:20:00+07:00'
    const sizeOf = ({ widthPt, heightPt }: typeof copy) => ({ widthPt, heightPt, signedAt })
    const draw = drawMarkAppearance
    const numberAndSymbol = '12/QĐ-UBND'
    expect(await readTexts(await draw({ ...sizeOf(appendix), mode: 'appendix', numberAndSymbol }))).toEqual([
      numberAndSymbol,
      time,
    ])
    expect(await readTexts(await draw({ ...sizeOf(copy), mode: 'copy', copyKind: 'SAO Y', agency }))).toEqual(
      ['SAO Y', agency, time],
    )
    const arrival = { arrivalNumber: '345', arrivedOn: isoDate('2026-10-05') }
    expect(
      await readTexts(
        await draw({ ...sizeOf(income), mode: 'income', agency: 'UBND PHƯỜNG VÍ DỤ', ...arrival }),
      ),
    ).toEqual(['UBND PHƯỜNG VÍ DỤ - ĐẾN', 'Số: 345, ngày 05 tháng 10 năm 2026', time])
  })
  it('keeps the text of a copy beside the seal', async () => {
    const { widthPt, heightPt } = signatureLooks.copy
    const png = buildTestPng(80, 80, [200, 0, 0])
    const bytes = await drawMarkAppearance({
      mode: 'copy',
      copyKind: 'SAO Y',
      agency,
      png,
      widthPt,
      heightPt,
      signedAt,
    })
    const [page] = await readDrawnPages(bytes)
    expect(Math.min(...(page?.texts.map(({ x }) => x) ?? []))).toBeGreaterThan(widthPt / 2)
    expect(page && findOverlaps(page)).toEqual([])
  })
  it('takes a long number down in size until it fits', async () => {
    const [page] = await readDrawnPages(
      await drawFieldAppearance({ widthPt: 96, heightPt: 20, text: '1234567/BS-UBND-VHXH' }),
    )
    const [text] = page?.texts ?? []
    expect(text?.sizePt).toBeLessThan(13)
    expect(text?.widthPt).toBeLessThanOrEqual(96.01)
  })
})

describe('what it refuses', () => {
  it('refuses a rectangle in which the text could not be read', async () => {
    const error = await drawFieldAppearance({ widthPt: 20, heightPt: 20, text: '1234567/BS-UBND' }).catch(
      (e) => e,
    )
    expect(isMotcuaError(error, 'form/does-not-fit')).toBe(true)
    const small = await drawSignatureAppearance({ widthPt: 40, heightPt: 10, name: 'Ví Dụ', signedAt }).catch(
      (e) => e,
    )
    expect(isMotcuaError(small, 'form/does-not-fit')).toBe(true)
  })
  it('refuses a picture that is no PNG or a broken one', async () => {
    for (const png of [new Uint8Array(100), blue.subarray(0, 60)]) {
      const error = await drawSealAppearance({ ...size, png, agency, signedAt }).catch((e) => e)
      expect(isMotcuaError(error, 'form/invalid-image') && error.data.place).toBe('png')
    }
  })
  it('refuses a name that cannot be printed, even below a picture', async () => {
    const error = await drawSignatureAppearance({ ...size, png: blue, name: '王', signedAt }).catch((e) => e)
    expect(isMotcuaError(error, 'form/no-glyph') && error.data.place).toBe('name')
  })
})
