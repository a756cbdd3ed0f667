import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import * as fontkit from '@cantoo/fontkit'
import { PDFDocument } from 'pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import {
  drawFieldAppearance,
  drawReceiptSlip,
  drawResultDocument,
  drawSignatureAppearance,
  drawSupplementSlip,
} from '../../src/form/index.ts'
import { repertoire } from '../../src/form/tinos/index.ts'
import { receipt, receivedAt, result, supplement } from '../form/samples.ts'
import { type DrawnPage, type DrawnText, readDrawnPages, scanQr } from '../kit/drawn-page.ts'
import { hasJudge } from '../kit/judges.ts'

const require = createRequire(import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'motcua-form-'))
afterAll(() => rmSync(folder, { recursive: true }))

const sources: Readonly<Record<string, string>> = {
  FR: '400Regular/Tinos_400Regular',
  FB: '700Bold/Tinos_700Bold',
  FI: '400Regular_Italic/Tinos_400Regular_Italic',
  FX: '700Bold_Italic/Tinos_700Bold_Italic',
}

/** Grey pixels of one page, 255 white. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

const DPI = 200

/** The two pictures differ by rounding only; the tilde of one ễ is more than this of a line. */
const TOLERANCE = 0.0005

/** Renders every page with poppler. */
function render(name: string, bytes: Uint8Array): readonly Picture[] {
  writeFileSync(join(folder, `${name}.pdf`), bytes)
  execFileSync('pdftoppm', ['-gray', '-r', String(DPI), `${name}.pdf`, name], { cwd: folder })
  const listed = execFileSync('sh', ['-c', `ls ${name}-*.pgm`], { cwd: folder, encoding: 'utf8' })
  return listed
    .trim()
    .split('\n')
    .map((file) => {
      const pgm = readFileSync(join(folder, file))
      const [head = '', width = '', height = ''] =
        /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40)) ?? []
      return { width: Number(width), height: Number(height), grey: pgm.subarray(head.length) }
    })
}

/** The same letters at the same places, drawn with the whole fonts by another writer, and nothing else. */
async function drawReference(pages: readonly DrawnPage[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.registerFontkit(fontkit)
  const fonts = new Map(
    await Promise.all(
      Object.entries(sources).map(async ([name, path]) => {
        const ttf = readFileSync(require.resolve(`@expo-google-fonts/tinos/${path}.ttf`))
        return [name, await pdf.embedFont(ttf, { subset: false })] as const
      }),
    ),
  )
  for (const { widthPt, heightPt, texts } of pages) {
    const page = pdf.addPage([widthPt, heightPt])
    for (const { font: name, text, x, y, sizePt } of texts) {
      const font = fonts.get(name)
      let at = x
      for (const character of text) {
        page.drawText(character, { x: at, y, size: sizePt, ...(font ? { font } : {}) })
        at += font?.widthOfTextAtSize(character, sizePt) ?? 0
      }
    }
  }
  return pdf.save()
}

/** How much black lies in the box of a text: the sum over its pixels, 1 for a black one. */
function countInk(picture: Picture, page: DrawnPage, { x, y, widthPt, sizePt }: DrawnText): number {
  const scale = DPI / 72
  const left = Math.floor(x * scale)
  const right = Math.ceil((x + widthPt) * scale)
  const top = Math.floor((page.heightPt - y - sizePt * 0.93) * scale)
  const bottom = Math.ceil((page.heightPt - y + sizePt * 0.22) * scale)
  let ink = 0
  for (let row = Math.max(0, top); row < Math.min(bottom, picture.height); row += 1) {
    for (let column = Math.max(0, left); column < Math.min(right, picture.width); column += 1) {
      ink += 1 - (picture.grey[row * picture.width + column] ?? 255) / 255
    }
  }
  return ink
}

async function drawSamples(): Promise<Readonly<Record<string, Uint8Array>>> {
  const papers = [...repertoire.matchAll(/.{1,40}/gsu)].map(([name]) => ({
    name: [...name].join(' '),
    originalCount: 1,
    certifiedCopyCount: 0,
    photocopyCount: 0,
  }))
  return {
    receipt: await drawReceiptSlip(receipt),
    repertoire: await drawReceiptSlip({ ...receipt, papers }),
    supplement: await drawSupplementSlip(supplement),
    result: (await drawResultDocument(result)).bytes,
    signature: await drawSignatureAppearance({
      widthPt: 156,
      heightPt: 62,
      name: 'Lê Thị Mẫu',
      signedAt: receivedAt,
    }),
    field: await drawFieldAppearance({
      widthPt: 153,
      heightPt: 20,
      text: 'ngày 04 tháng 9 năm 2026',
      face: 'italic',
    }),
  }
}

describe.runIf(hasJudge('pdfsig'))('what poppler shows', () => {
  const samples = drawSamples()
  it.each(['receipt', 'repertoire', 'supplement', 'result', 'signature', 'field'])(
    'has the ink of the whole font in every line: %s',
    async (name) => {
      const bytes = (await samples)[name] ?? new Uint8Array()
      const pages = await readDrawnPages(bytes)
      const shown = render(name, bytes)
      const wanted = render(`${name}-reference`, await drawReference(pages))
      expect(shown).toHaveLength(pages.length)
      const faint = pages.flatMap((page, index) =>
        page.texts
          .filter(({ text }) => text.trim() !== '')
          .map((text) => {
            const ink = countInk(shown[index] as Picture, page, text)
            const reference = countInk(wanted[index] as Picture, page, text)
            return { text: text.text, ratio: ink / reference }
          })
          .filter(({ ratio }) => !(Math.abs(ratio - 1) <= TOLERANCE)),
      )
      expect(faint).toEqual([])
    },
  )
  it('shows a QR symbol that a camera reads, at the resolution of an office printer', async () => {
    const [picture] = render('qr', (await samples).receipt ?? new Uint8Array())
    const { width, height, grey } = picture as Picture
    const data = new Uint8ClampedArray(width * height * 4)
    grey.forEach((value, index) => {
      data.fill(value, index * 4, index * 4 + 3)
      data[index * 4 + 3] = 255
    })
    expect(scanQr(data, width, height)?.data).toBe(receipt.lookUpUrl)
  })
  it('leaves the ground of an appearance transparent', async () => {
    writeFileSync(join(folder, 'ground.pdf'), (await samples).field ?? new Uint8Array())
    execFileSync('pdftocairo', ['-png', '-transp', '-r', '72', '-singlefile', 'ground.pdf', 'ground'], {
      cwd: folder,
    })
    // Colour type 6: the picture has an alpha channel; its upper left pixel is the ground.
    const png = readFileSync(join(folder, 'ground.png'))
    expect(png[25]).toBe(6)
    expect(readFirstAlpha(png)).toBe(0)
  })
})

/** Alpha of the upper left pixel of an RGBA picture; every row filter leaves the first pixel as it is. */
function readFirstAlpha(png: Buffer): number | undefined {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return inflateSync(Buffer.concat(parts))[4]
}

describe.runIf(hasJudge('qpdf'))('what qpdf says', () => {
  it('finds no error in any of the documents', async () => {
    for (const [name, bytes] of Object.entries(await drawSamples())) {
      writeFileSync(join(folder, `${name}.pdf`), bytes)
      const said = execFileSync('qpdf', ['--check', `${name}.pdf`], { cwd: folder, encoding: 'utf8' })
      expect(said).toContain('No syntax or stream encoding errors found')
    }
  })
})
