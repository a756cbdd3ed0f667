import { describe, expect, it } from 'vitest'
import { isMotcuaError } from '../../src/errors.ts'
import { drawSupplementSlip } from '../../src/form/index.ts'
import { findOutside, findOverlaps, readDrawnPages, readQr } from '../kit/drawn-page.ts'
import { supplement } from './samples.ts'

describe('what it gives', () => {
  it('is one A5 page with the reasons, the papers and whom to ask', async () => {
    const pages = await readDrawnPages(await drawSupplementSlip(supplement))
    const texts = pages.flatMap((page) => page.texts.map(({ text }) => text))
    expect(pages).toHaveLength(1)
    expect(texts).toContain('PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ')
    expect(texts).toContain('Bản sao giấy tờ tùy thân đã hết hạn.')
    expect(texts).toContain('Giấy ủy quyền có chứng thực')
    expect(texts).toContain('17 giờ 00 phút, ngày 03 tháng 10 năm 2026')
    expect(texts).toContain('NGƯỜI HƯỚNG DẪN')
    expect(texts.join(' ')).toContain('số điện thoại 024 0000 0000 để được hướng dẫn./.')
    expect(pages.flatMap(findOverlaps)).toEqual([])
    expect(pages.flatMap(findOutside)).toEqual([])
  })
  it('carries the look-up address as a QR symbol', async () => {
    const [page] = await readDrawnPages(await drawSupplementSlip(supplement))
    expect(page && readQr(page)).toBe(supplement.lookUpUrl)
  })
  it('is dated on the day of the request, not of the receipt', async () => {
    const [page] = await readDrawnPages(await drawSupplementSlip(supplement))
    expect(page?.texts.map(({ text }) => text)).toContain('Phường Ví Dụ, ngày 03 tháng 9 năm 2026')
  })
})

describe('what it refuses', () => {
  it('refuses a reason with a letter that cannot be printed, with its place', async () => {
    const slip = { ...supplement, reasons: ['Thiếu giấy tờ.', 'Ảnh mờ \u2718'] }
    const error = await drawSupplementSlip(slip).catch((caught: unknown) => caught)
    expect(isMotcuaError(error, 'form/no-glyph') && error.data).toEqual({
      codePoint: 'U+2718',
      place: 'reasons[1]',
    })
  })
})

describe('edges', () => {
  it('prints one reason without a number', async () => {
    const slip = { ...supplement, reasons: ['Thiếu giấy tờ.'] }
    const [page] = await readDrawnPages(await drawSupplementSlip(slip))
    expect(page?.texts.map(({ text }) => text.trim())).toContain('Lý do:')
  })
})
