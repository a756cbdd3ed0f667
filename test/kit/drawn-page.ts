import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'

/** A piece of text as a page draws it: glyph codes, font, and the box from its baseline to its size. */
export interface DrawnText {
  readonly font: string
  readonly codes: readonly number[]
  readonly text: string
  readonly x: number
  readonly y: number
  readonly sizePt: number
  readonly widthPt: number
}

/** A filled rectangle. */
export interface DrawnBar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What one page draws, read back from the bytes of the PDF and from nothing else. */
export interface DrawnPage {
  readonly widthPt: number
  readonly heightPt: number
  readonly texts: readonly DrawnText[]
  readonly bars: readonly DrawnBar[]
  /** TrueType programs by font resource name. */
  readonly programs: ReadonlyMap<string, Uint8Array>
}

function inflate(stream: PDFRawStream): Buffer {
  const bytes = Buffer.from(stream.getContents())
  return stream.dict.has(PDFName.of('Filter')) ? inflateSync(bytes) : bytes
}

/** Code to character from a ToUnicode CMap with `bfchar` entries. */
function readToUnicode(stream: PDFRawStream): ReadonlyMap<number, string> {
  const pairs = inflate(stream)
    .toString('latin1')
    .matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)
  return new Map(
    [...pairs].map(([, code = '', unicode = '']) => [
      Number.parseInt(code, 16),
      String.fromCodePoint(Number.parseInt(unicode, 16)),
    ]),
  )
}

/** Glyph to width from the array W; only its form `c [w …]` is known here, because only that is written. */
function readWidths(array: PDFArray): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  for (let index = 0; index < array.size(); index += 2) {
    const first = array.lookup(index, PDFNumber).asNumber()
    const stretch = array.lookup(index + 1, PDFArray)
    for (let offset = 0; offset < stretch.size(); offset += 1) {
      widths.set(first + offset, stretch.lookup(offset, PDFNumber).asNumber())
    }
  }
  return widths
}

function readFont(font: PDFDict) {
  const descendants = font.lookup(PDFName.of('DescendantFonts'), PDFArray)
  const descendant = descendants.lookup(0, PDFDict)
  const descriptor = descendant.lookup(PDFName.of('FontDescriptor'), PDFDict)
  return {
    program: inflate(descriptor.lookup(PDFName.of('FontFile2')) as PDFRawStream),
    toUnicode: readToUnicode(font.lookup(PDFName.of('ToUnicode')) as PDFRawStream),
    widths: readWidths(descendant.lookup(PDFName.of('W'), PDFArray)),
  }
}

const NUMBER = '(-?[\\d.]+)'
const TEXT = new RegExp(
  `BT ${`${NUMBER} `.repeat(3)}rg /(\\w+) ${NUMBER} Tf ${`${NUMBER} `.repeat(6)}Tm <([0-9a-f]*)> Tj ET`,
  'g',
)

/** Reads what every page of a PDF draws. Knows the operators that `form` writes, no more. */
export async function readDrawnPages(bytes: Uint8Array): Promise<readonly DrawnPage[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  return pdf.getPages().map((page) => {
    const resources = page.node.Resources() as PDFDict
    const fontDict = resources.lookup(PDFName.of('Font'), PDFDict)
    const fonts = new Map(
      fontDict.keys().map((key) => [key.decodeText(), readFont(fontDict.lookup(key, PDFDict))]),
    )
    const contents = page.node.Contents()
    const content = contents instanceof PDFRawStream ? inflate(contents).toString('latin1') : ''
    const texts = [...content.matchAll(TEXT)].map((match) => {
      const name = match[4] as string
      const sizePt = Number(match[5])
      const font = fonts.get(name)
      const codes = (match[12] as string).match(/.{4}/g)?.map((hex) => Number.parseInt(hex, 16)) ?? []
      const thousandths = codes.reduce((sum, code) => sum + (font?.widths.get(code) ?? Number.NaN), 0)
      return {
        font: name,
        codes,
        text: codes.map((code) => font?.toUnicode.get(code) ?? '\uFFFD').join(''),
        x: Number(match[10]),
        y: Number(match[11]),
        sizePt,
        widthPt: (thousandths * sizePt) / 1000,
      }
    })
    const filled = content.split('\n').filter((line) => line.endsWith(' f'))
    const bars = filled.flatMap((line) =>
      [...line.matchAll(new RegExp(`${NUMBER} ${NUMBER} ${NUMBER} ${NUMBER} re`, 'g'))].map((match) => ({
        x: Number(match[1]),
        y: Number(match[2]),
        width: Number(match[3]),
        height: Number(match[4]),
      })),
    )
    return {
      widthPt: page.getWidth(),
      heightPt: page.getHeight(),
      texts,
      bars,
      programs: new Map([...fonts].map(([name, { program }]) => [name, program])),
    }
  })
}

/** Pairs of texts on one page whose letters would touch: boxes from a little below the baseline to cap height. */
export function findOverlaps({ texts }: DrawnPage): readonly string[] {
  const boxes = texts
    .filter(({ text }) => text.trim() !== '')
    .map((item) => ({
      ...item,
      left: item.x + 0.01,
      right: item.x + item.widthPt - 0.01,
      bottom: item.y - item.sizePt * 0.2,
      top: item.y + item.sizePt * 0.68,
    }))
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top)
      .map((b) => `${a.text} | ${b.text}`),
  )
}

/** Texts that leave the paper. */
export function findOutside({ texts, widthPt, heightPt }: DrawnPage): readonly string[] {
  return texts
    .filter((item) => {
      const isInside = item.x >= 0 && item.x + item.widthPt <= widthPt + 0.01
      return !(isInside && item.y - item.sizePt * 0.25 >= 0 && item.y + item.sizePt <= heightPt)
    })
    .map(({ text }) => text)
}

/** Paints the filled rectangles of a page as RGBA pixels, dark on white, as a printer would. */
function paintBars(
  bars: readonly DrawnBar[],
  pixelsPerPt: number,
): { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number } {
  const margin = 10
  const left = Math.min(...bars.map(({ x }) => x)) - margin
  const bottom = Math.min(...bars.map(({ y }) => y)) - margin
  const right = Math.max(...bars.map(({ x, width }) => x + width)) + margin
  const top = Math.max(...bars.map(({ y, height }) => y + height)) + margin
  const width = Math.ceil((right - left) * pixelsPerPt)
  const height = Math.ceil((top - bottom) * pixelsPerPt)
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (const bar of bars) {
    const firstX = Math.round((bar.x - left) * pixelsPerPt)
    const lastX = Math.round((bar.x + bar.width - left) * pixelsPerPt)
    const firstY = Math.round((top - bar.y - bar.height) * pixelsPerPt)
    const lastY = Math.round((top - bar.y) * pixelsPerPt)
    for (let y = firstY; y < lastY; y += 1) {
      for (let x = firstX; x < lastX; x += 1) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return { data, width, height }
}

/** Reads the QR symbol in RGBA pixels. */
export const scanQr = jsQR.default

/** What a camera reads from the filled rectangles of a page; nothing when it reads nothing. */
export function readQr({ bars }: DrawnPage): string | undefined {
  const { data, width, height } = paintBars(bars, 4)
  return scanQr(data, width, height)?.data
}
