import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from '@cantoo/fontkit'
import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { instant } from '../../src/date.ts'
import { isMotcuaError } from '../../src/errors.ts'
import { drawReceiptSlip, type ReceiptSlip } from '../../src/form/index.ts'
import { repertoire } from '../../src/form/tinos/index.ts'
import { findOutside, findOverlaps, readDrawnPages, readQr } from '../kit/drawn-page.ts'
import { receipt } from './samples.ts'

const require = createRequire(import.meta.url)
const openSource = (path: string): Font =>
  create(readFileSync(require.resolve(`@expo-google-fonts/tinos/${path}.ttf`))) as Font

/** Lines of a page from top to bottom, each with its pieces from left to right. */
async function readLines(slip: ReceiptSlip): Promise<readonly string[]> {
  const pages = await readDrawnPages(await drawReceiptSlip(slip))
  return pages.flatMap((page) => {
    const rows = new Map<number, { x: number; text: string }[]>()
    for (const { x, y, text } of page.texts) rows.set(y, [...(rows.get(y) ?? []), { x, text }])
    return [...rows]
      .sort(([a], [b]) => b - a)
      .map(([, pieces]) =>
        pieces
          .sort((a, b) => a.x - b.x)
          .map(({ text }) => text)
          .join(''),
      )
  })
}

const long = (count: number): ReceiptSlip => ({
  ...receipt,
  papers: Array.from({ length: count }, (_, index) => ({
    name: `Giấy tờ số ${index + 1} ${'có tên rất dài '.repeat(index % 9)}`,
    originalCount: index % 3,
    certifiedCopyCount: 0,
    photocopyCount: 1,
  })),
})

describe('what it gives', () => {
  it('is one A5 page for an ordinary dossier', async () => {
    const pages = await readDrawnPages(await drawReceiptSlip(receipt))
    expect(pages).toHaveLength(1)
    expect(((pages[0]?.widthPt ?? 0) * 25.4) / 72).toBeCloseTo(148, 6)
    expect(((pages[0]?.heightPt ?? 0) * 25.4) / 72).toBeCloseTo(210, 6)
  })
  it('says everything that was handed in', async () => {
    const text = (await readLines(receipt)).join('\n')
    const said = [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mã hồ sơ: 000.00.01.H26-260828-0001',
      'Phường Ví Dụ, ngày 28 tháng 8 năm 2026',
      'Tiếp nhận hồ sơ của: Nguyễn Thị Ví Dụ    Hình thức nộp: Trực tiếp',
      'Số giấy tờ tùy thân/mã số: 001000000000',
      'Số điện thoại: 0900 000 000    Email: vidu@example.vn',
      '2. Số lượng hồ sơ: 01 (bộ)',
      '4. Thời gian nhận hồ sơ: 15 giờ 20 phút, ngày 28 tháng 8 năm 2026',
      '5. Thời gian trả kết quả: 15 giờ 20 phút, ngày 03 tháng 9 năm 2026',
      'Lệ phí cấp bản sao 8.000 đồng; Phí bưu chính 26.500 đồng; tổng cộng',
      '34.500 đồng',
      'Quyển số: 03    Số thứ tự: 128',
      '2Đơn đề nghị cấp bản sao1–2',
      'NGƯỜI NỘP HỒ SƠNGƯỜI TIẾP NHẬN HỒ SƠ',
    ]
    expect(said.filter((line) => !text.includes(line))).toEqual([])
  })
  it('has an outline in its embedded font for every letter it prints, the same as in the whole font', async () => {
    const [page] = await readDrawnPages(await drawReceiptSlip(receipt))
    const sources = {
      FR: openSource('400Regular/Tinos_400Regular'),
      FB: openSource('700Bold/Tinos_700Bold'),
      FI: openSource('400Regular_Italic/Tinos_400Regular_Italic'),
    }
    const lost = Object.entries(sources).flatMap(([name, source]) => {
      const program = page?.programs.get(name)
      const embedded = create(Buffer.from(program ?? [])) as Font
      const texts = page?.texts.filter(({ font }) => font === name) ?? []
      expect(texts.length).toBeGreaterThan(0)
      return texts.flatMap(({ codes, text }) =>
        [...text].filter((character, index) => {
          const drawn = embedded.getGlyph(codes[index] ?? 0)
          const wanted = source.glyphForCodePoint(character.codePointAt(0) ?? 0)
          const isBlank = drawn?.path.commands.length === 0 && character.trim() !== ''
          return isBlank || drawn?.path.toSVG() !== wanted?.path.toSVG()
        }),
      )
    })
    expect(lost).toEqual([])
  })
  it('carries a QR symbol that a camera reads back', async () => {
    const [page] = await readDrawnPages(await drawReceiptSlip(receipt))
    expect(page && readQr(page)).toBe(receipt.lookUpUrl)
  })
  it('is the same bytes for the same input, in either form of Unicode', async () => {
    const bytes = await drawReceiptSlip(receipt)
    expect(await drawReceiptSlip(structuredClone(receipt))).toEqual(bytes)
    const decomposed = { ...receipt, request: receipt.request.normalize('NFD') }
    expect(await drawReceiptSlip(decomposed)).toEqual(bytes)
  })
  it('names the circular in its properties, and says that the layout of the newer one was not compared', async () => {
    const read = async (receivedAt: string): Promise<string | undefined> => {
      const bytes = await drawReceiptSlip({ ...receipt, receivedAt: instant(receivedAt) })
      return (await PDFDocument.load(bytes, { updateMetadata: false })).getSubject()
    }
    expect(await read('2025-09-14T23:59:59+07:00')).toBe('Mẫu số 01, TT 01/2018/TT-VPCP')
    expect(await read('2025-09-15T00:00:00+07:00')).toBe(
      'Mẫu số 01, TT 03/2025/TT-VPCP (bố cục chưa đối chiếu)',
    )
  })
})

describe('what it refuses', () => {
  it('refuses a letter that the font does not have, with its place', async () => {
    const slip = { ...receipt, submitter: { ...receipt.submitter, name: '王' } }
    const error = await drawReceiptSlip(slip).catch((caught: unknown) => caught)
    expect(isMotcuaError(error, 'form/no-glyph') && error.data).toEqual({
      codePoint: 'U+738B',
      place: 'submitter.name',
    })
  })
  it('refuses a day of receipt before the first circular', async () => {
    const slip = { ...receipt, receivedAt: instant('2018-12-31T08:00:00+07:00') }
    const error = await drawReceiptSlip(slip).catch((caught: unknown) => caught)
    expect(isMotcuaError(error, 'form/no-template')).toBe(true)
  })
  it('refuses a look-up address that a QR symbol of this size cannot hold', async () => {
    const slip = { ...receipt, lookUpUrl: `https://example.vn/${'a'.repeat(700)}` }
    const error = await drawReceiptSlip(slip).catch((caught: unknown) => caught)
    expect(isMotcuaError(error, 'form/qr-too-long') && error.data.lengthBytes).toBe(719)
  })
})

describe('edges', () => {
  it('goes on over further pages with the head of the table on each, and numbers them', async () => {
    const pages = await readDrawnPages(await drawReceiptSlip(long(30)))
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, index) => {
      expect(page.texts.map(({ text }) => text)).toContain(`Trang ${index + 1}/${pages.length}`)
    })
    const heads = pages.filter((page) => page.texts.some(({ text }) => text === 'Thành phần hồ sơ'))
    const numbered = pages.filter((page) => page.texts.some(({ text }) => text.startsWith('Giấy tờ số')))
    expect(heads.length).toBe(numbered.length)
  })
  it('leaves out what there is nothing to say about', async () => {
    const {
      issuer,
      dossierCode,
      request,
      setCount,
      statutoryTerm,
      receivedAt,
      dueAt,
      resultPlace,
      lookUpUrl,
    } = receipt
    const least = {
      issuer,
      dossierCode,
      request,
      setCount,
      statutoryTerm,
      receivedAt,
      dueAt,
      resultPlace,
      lookUpUrl,
    }
    const text = (await readLines({ ...least, submitter: { name: 'Ví Dụ' }, papers: [] })).join('\n')
    expect(text).not.toMatch(/undefined|Địa chỉ|Email|Chủ hồ sơ|Phí, lệ phí|Quyển số/)
  })
  it('lets nothing overlap or leave the paper, whatever the texts', async () => {
    const letters = [...repertoire].filter((character) => character.trim() !== '')
    const text = fc
      .array(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 40 }), {
        minLength: 1,
        maxLength: 60,
      })
      .map((words) => words.join(' '))
    const slips = fc.record({
      request: text,
      name: text,
      unit: text,
      dueReason: text,
      papers: fc.array(text, { maxLength: 12 }),
    })
    await fc.assert(
      fc.asyncProperty(slips, async ({ request, name, unit, dueReason, papers }) => {
        const counts = { originalCount: 1, certifiedCopyCount: 0, photocopyCount: 12 }
        const pages = await readDrawnPages(
          await drawReceiptSlip({
            ...receipt,
            request,
            dueReason,
            issuer: { ...receipt.issuer, unit },
            submitter: { ...receipt.submitter, name },
            papers: papers.map((paper) => ({ name: paper, ...counts })),
          }),
        )
        expect(pages.flatMap(findOverlaps)).toEqual([])
        expect(pages.flatMap(findOutside)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

describe('what it must not touch', () => {
  it('leaves what it was given as it was', async () => {
    const before = structuredClone(receipt)
    await drawReceiptSlip(receipt)
    expect(receipt).toEqual(before)
  })
})
